import { configurationError } from './huaweiCloudError';
import { findRegion, type OcrRegion } from './regions';

/** The endpoint fields that both credentials share, as n8n hands them over. */
export interface EndpointFields {
	region: string;
	/** OCR Endpoint; empty: the region's. */
	endpoint: string;
	/** IAM Endpoint; empty: the region's. */
	iamEndpoint: string;
}

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Turns an endpoint field into an origin such as https://ocr.cn-north-4.myhuaweicloud.com.
 * Plain http is for loopback hosts only: a password or token would travel in the open.
 * @param fieldName as the credential shows it, for messages
 * @throws HuaweiCloudError (configuration)
 */
export function endpointOrigin(value: string, fieldName: string): string {
	const text = value.trim();
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) {
		throw configurationError(
			`Correct the ${fieldName}: it is not a host name such as ocr.cn-north-4.myhuaweicloud.com`,
		);
	}
	if (url.username || url.password || url.search || url.hash || url.pathname !== '/') {
		throw configurationError(
			`Correct the ${fieldName}: give only the host name, without path, user name or query`,
		);
	}
	if (url.protocol === 'http:' && !LOOPBACK_HOST.test(url.hostname)) {
		throw configurationError(
			`Use https:// in the ${fieldName}: with plain http:// to ${url.hostname}, password and token would travel unencrypted`,
			'Plain http:// is accepted only for this machine (localhost, 127.0.0.1, [::1]), for example for a local emulator.',
		);
	}
	return url.origin;
}

/** Origin of the OCR service. @throws HuaweiCloudError (configuration) */
export function ocrOrigin(fields: Pick<EndpointFields, 'region' | 'endpoint'>): string {
	return fields.endpoint.trim() !== ''
		? endpointOrigin(fields.endpoint, 'OCR Endpoint')
		: `https://${regionOf(fields.region).ocrHost}`;
}

/** Origin of IAM. @throws HuaweiCloudError (configuration) */
export function iamOrigin(fields: Pick<EndpointFields, 'region' | 'iamEndpoint'>): string {
	return fields.iamEndpoint.trim() !== ''
		? endpointOrigin(fields.iamEndpoint, 'IAM Endpoint')
		: `https://${regionOf(fields.region).iamHost}`;
}

function regionOf(id: string): OcrRegion {
	const region = findRegion(id);
	if (!region) throw configurationError('Correct the Region: it is not a region ID such as cn-north-4');
	return region;
}

/** Stands for the project ID in a request's path until the credential fills it in. */
export const PROJECT_ID_PLACEHOLDER = '{project_id}';

/** Project IDs are 32 hex characters (contract 2.2); the pattern also keeps them from changing the path. */
const PROJECT_ID = /^[0-9a-f]{32}$/i;

/** @throws HuaweiCloudError (configuration) when a project ID was given that can't be one */
export function checkProjectId(projectId: string): void {
	if (projectId !== '' && !PROJECT_ID.test(projectId)) {
		throw configurationError(
			'Correct the Project ID: it has 32 characters, 0–9 and a–f',
			'Copy it from the Huawei Cloud console, My Credentials, API Credentials, in the row of your region.',
		);
	}
}
