import type { IHttpRequestOptions } from 'n8n-workflow';

import { PROJECT_ID_PLACEHOLDER } from './endpoint';
import { configurationError, type HuaweiCloudErrorDetails } from './huaweiCloudError';

/** Address of an OCR operation, with a place for the credential's project ID (API page, URI). */
export const operationAddress = (path: string): string => `/v2/${PROJECT_ID_PLACEHOLDER}/ocr/${path}`;

/**
 * Notes between node and credential, carried by the headers of the node's request because n8n
 * passes nothing else on. The credential takes them off before anything is sent.
 */
export const MARKERS = {
	/** Node to credential: the service refused the token of this number. */
	rejectedToken: 'x-huawei-ocr-rejected-token',
	/** Credential to node: number of the token of this request; later tokens have higher ones. */
	usedToken: 'x-huawei-ocr-used-token',
	/** The request is the credential's own test. */
	credentialTest: 'x-huawei-ocr-credential-test',
} as const;

/** What the service thinks of the access key of a request: it took it, refused it, or nothing is known. */
export type KeyOutcome = 'accepted' | 'unknown' | HuaweiCloudErrorDetails;

/** Functions that go with one request of the node, likewise on its headers. */
export interface RequestNotes {
	/**
	 * Node to credential: called when the request is complete and about to be sent.
	 * @returns ends the request @throws when it must not be sent any more
	 */
	readonly sending?: () => AbortSignal;
	/** Credential to node: to be called with what became of the access key, once the request has ended. */
	keyOutcome?: (outcome: KeyOutcome) => void;
}

/** Both are bundled on their own, so the name of the notes is all that they share. */
const NOTES = Symbol.for('n8n-nodes-huawei-ocr.request-notes');

type WithNotes = { [NOTES]?: RequestNotes };

/** Puts notes on the headers of a request, where nothing that copies or sends headers sees them. */
export function attachNotes(headers: object, notes: RequestNotes): void {
	Object.defineProperty(headers, NOTES, { value: notes, enumerable: false });
}

/** Undefined for requests that are not the node's, such as those of n8n's HTTP Request node. */
export function notesOf(options: IHttpRequestOptions): RequestNotes | undefined {
	return (options.headers as WithNotes | undefined)?.[NOTES];
}

const MARKER_NAMES: readonly string[] = Object.values(MARKERS);

/** Options as n8n hands them to `authenticate`; its older request helper names the address `uri`. */
type RequestOptions = IHttpRequestOptions & { uri?: string };

/** A request whose address is complete. */
export type ResolvedRequest = IHttpRequestOptions & {
	headers: Record<string, string>;
} & typeof NO_REDIRECTS;

/** The switches of n8n's request helper and of its older one, each of which knows only its own. */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
} as const;

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
	const abortSignal = notesOf(options)?.sending?.();
	return {
		...rest,
		url: url.href,
		headers,
		...NO_REDIRECTS,
		...(abortSignal && { abortSignal }),
	};
}
