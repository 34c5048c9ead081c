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
		'Region in which General Text was subscribed; it decides the endpoints',
	options: OCR_REGIONS.map(({ id, name, generalText }) => ({
		name: `${name} (${id})`,
		value: id,
		...(generalText ? {} : { description: 'The documentation lists only other OCR operations here' }),
	})),
};

/**
 * The switch Custom Endpoints and the fields behind it. n8n drops the value of a field that is not shown, also
 * when it runs a workflow: a switch alone would send the password to the region's hosts although the credential
 * names another. So a field that holds something is shown, and counts, whether the switch is on or not.
 */
export function customEndpoints(...fields: INodeProperties[]): INodeProperties[] {
	const isOn = { [SWITCH.name]: [true] };
	return [
		SWITCH,
		...fields.flatMap((field): INodeProperties[] => [
			{ ...field, displayOptions: { show: isOn } },
			{ ...field, displayOptions: { hide: isOn, show: { [field.name]: [{ _cnd: { not: '' } }] } } },
		]),
	];
}

const SWITCH: INodeProperties = {
	displayName: 'Custom Endpoints',
	name: 'customEndpoints',
	type: 'boolean',
	default: false,
	description:
		"Whether to enter host names other than the region's, such as that of a private endpoint. A field that holds one counts until it is emptied.",
};

export const ocrEndpointField: INodeProperties = {
	displayName: 'OCR Endpoint',
	name: 'endpoint',
	type: 'string',
	default: '',
	placeholder: 'e.g. ocr.cn-north-4.myhuaweicloud.com',
	description: "Host name of the OCR service. Leave it empty to use the region's.",
};

export const iamEndpointField: INodeProperties = {
	displayName: 'IAM Endpoint',
	name: 'iamEndpoint',
	type: 'string',
	default: '',
	placeholder: 'e.g. iam.cn-north-4.myhuaweicloud.com',
	description: "Host name of the login service. Leave it empty to use the region's.",
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
