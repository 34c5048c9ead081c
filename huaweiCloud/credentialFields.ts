import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

import { MARKERS } from './ocrRequest';
import { probeRequest } from './ocrProbe';
import { DEFAULT_REGION, OCR_REGIONS } from './regions';

/** The fields that both credential types show in the same way. */
export const regionField: INodeProperties = {
	displayName: 'Region',
	name: 'region',
	type: 'options',
	default: DEFAULT_REGION,
	description:
		'Region in which General Text was subscribed; it decides the endpoints below where they are empty',
	options: OCR_REGIONS.map(({ id, name, generalText }) => ({
		name: `${name} (${id})`,
		value: id,
		...(generalText ? {} : { description: 'The documentation lists only other OCR operations here' }),
	})),
};

export const ocrEndpointField: INodeProperties = {
	displayName: 'OCR Endpoint',
	name: 'endpoint',
	type: 'string',
	default: '',
	placeholder: 'e.g. ocr.cn-north-4.myhuaweicloud.com',
	description: "Host name of the OCR service. Leave it empty to use the region's.",
};

/**
 * The dialog's test: a call without an image, marked so that the credential makes the test of it
 * before it is sent.
 */
export const credentialTest: ICredentialTestRequest = {
	request: {
		...probeRequest(),
		headers: { ...probeRequest().headers, [MARKERS.credentialTest]: 'true' },
	},
};
