import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { HuaweiCloudError } from './huaweiCloudError';

/** An HTTP answer of any status, its body still as text: services answer HTML too. */
export interface HttpAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: string;
}

/** Takes over n8n's full response; anything unexpected becomes an empty header or body. */
export function toHttpAnswer(response: IN8nHttpFullResponse): HttpAnswer {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(response.headers ?? {})) {
		if (value !== undefined && value !== null) headers[name.toLowerCase()] = String(value);
	}
	const { body } = response;
	return {
		status: response.statusCode,
		headers,
		body: typeof body === 'string' ? body : body ? JSON.stringify(body) : '',
	};
}

/** Why a host gave no answer, by the error code that Node.js or n8n's request helper reports. */
const NETWORK_CAUSES: Record<string, string> = {
	ECONNREFUSED: 'it refused the connection',
	ECONNRESET: 'it closed the connection before it answered',
	EPIPE: 'it closed the connection before it answered',
	ENOTFOUND: 'there is no host of this name',
	EAI_AGAIN: 'its name could not be looked up',
	ETIMEDOUT: 'it did not answer in time',
	ECONNABORTED: 'it did not answer in time',
	EHOSTUNREACH: 'there is no route to it',
	ENETUNREACH: 'there is no route to it',
	EPROTO: 'it does not speak TLS as expected (is it an http:// address?)',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
};

/** The code of a network error, wherever n8n's versions put it; '' when there is none. */
export function networkErrorCode(error: unknown): string {
	if (typeof error !== 'object' || error === null) return '';
	for (const key of ['code', 'httpCode'] as const) {
		const code: unknown = Reflect.get(error, key);
		if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
	}
	return '';
}

/**
 * What a user is told when a host can't be reached. The code itself stays out of the message,
 * because n8n replaces messages that contain one by a generic text.
 */
export function networkCause(code: string): string {
	return NETWORK_CAUSES[code] ?? 'the connection failed';
}

/** A host gave no answer at all. @param fieldName the setting to look at first */
export function unreachableError(origin: string, fieldName: string, error: unknown): HuaweiCloudError {
	const cause = networkCause(networkErrorCode(error));
	return new HuaweiCloudError(
		`Check ${fieldName} and Region: ${new URL(origin).host} can't be reached, ${cause}`,
		'Check also that this machine may connect to it (proxy, firewall, DNS).',
		{ problem: 'unreachable' },
	);
}
