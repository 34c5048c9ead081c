import type { IHttpRequestOptions } from 'n8n-workflow';

import { configurationError, PROJECT_ID_PLACEHOLDER } from './endpoint';

/** Path of the General Text operation (API page, URI). */
export const GENERAL_TEXT_PATH = `/v2/${PROJECT_ID_PLACEHOLDER}/ocr/general-text`;

/**
 * Notes between node and credential, carried by the headers of the node's request because n8n
 * passes nothing else on. The credential takes them off before anything is sent.
 */
export const MARKERS = {
	/** Node to credential: the service refused the token that was issued at this time, ms since 1970. */
	rejectedToken: 'x-huawei-ocr-rejected-token',
	/** Credential to node: when the token of this request was issued, ms since 1970. */
	usedToken: 'x-huawei-ocr-used-token',
	/** The request is the credential's own test. */
	credentialTest: 'x-huawei-ocr-credential-test',
} as const;

const MARKER_NAMES: readonly string[] = Object.values(MARKERS);

/** Options as n8n hands them to `authenticate`; its older request helper names the address `uri`. */
type RequestOptions = IHttpRequestOptions & { uri?: string };

/** A request whose address is complete. */
export type ResolvedRequest = IHttpRequestOptions & {
	headers: Record<string, string>;
	/** The older request helper's name for `disableFollowRedirect`. */
	followRedirect: false;
};

/** Value of a marker header; undefined when the request doesn't carry it. */
export function readMarker(options: IHttpRequestOptions, marker: string): string | undefined {
	const value: unknown = options.headers?.[marker];
	return value === undefined ? undefined : String(value);
}

/** Undefined for what is no address. `URL.canParse` would read each call's address twice. */
function parseUrl(address: string, base: string): URL | undefined {
	try {
		return new URL(address, base);
	} catch {
		return undefined;
	}
}

/**
 * Completes the address: relative paths go to the OCR origin, the project ID placeholder is filled
 * in, the query is merged. Redirects are off, since n8n would take custom headers to any host.
 * @throws HuaweiCloudError (configuration) when the address points to another host: a token or
 * signature is only for the endpoint of its credential
 */
export function resolveOcrRequest(
	options: RequestOptions,
	origin: string,
	projectId: string,
): ResolvedRequest {
	const { uri, baseURL, qs, ...rest } = options;
	const given = (options.url ?? uri ?? '').split(PROJECT_ID_PLACEHOLDER).join(projectId);
	const base = baseURL === undefined || baseURL === '' ? origin : baseURL;
	const url = parseUrl(given, base);
	if (url?.origin !== origin) {
		throw configurationError(
			`Send this request to ${origin}: the credential is only for its own OCR endpoint`,
			'Another host would get to see the token or signature. Change the OCR Endpoint of the credential if it is the right host.',
		);
	}
	for (const [name, value] of Object.entries(qs ?? {})) {
		for (const single of Array.isArray(value) ? value : [value]) {
			url.searchParams.append(name, String(single));
		}
	}
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(options.headers ?? {})) {
		if (!MARKER_NAMES.includes(name.toLowerCase())) headers[name] = String(value);
	}
	return { ...rest, url: url.href, headers, disableFollowRedirect: true, followRedirect: false };
}
