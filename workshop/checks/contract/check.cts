// What one check of the contract is: a call, and the answer that section 15 asks for.
import type { Emulator } from '../../emulator/server.cts';
import type { Reply } from '../../emulator/client.cts';

export interface Expected {
	status: number;
	/** The whole body; `ANY_ID` stands for 32 hex characters. */
	body?: Record<string, unknown>;
	/** A further condition. @returns what is wrong, or undefined. */
	also?: (reply: Reply) => string | undefined;
}

export interface Check {
	/** Row of section 15: `15.2 row 5a`. */
	row: string;
	/** What is sent. */
	name: string;
	/** Prepares, sends, and leaves the emulator as it was. */
	send: (emulator: Emulator) => Promise<Reply>;
	expected: Expected;
}

/** Placeholder for an id made by the service. */
export const ANY_ID = '<32 hex>';

/** OCR and platform (6.3). */
export function serviceError(status: number, code: string, message: string): Expected {
	return { status, body: { error_code: code, error_msg: message } };
}

/** Gateway (6.3). */
export function gatewayError(status: number, code: string, message: string): Expected {
	return { status, body: { error_msg: message, error_code: code, request_id: ANY_ID } };
}

/** IAM token API (2.6). */
export function keystoneError(status: number, message: string, title: string): Expected {
	return { status, body: { error: { code: status, message, title } } };
}

/** APIG.0301 with its suffix (7.3). */
export function unauthenticated(suffix: string): Expected {
	return gatewayError(401, 'APIG.0301', `Incorrect IAM authentication information: ${suffix}`);
}

/** Differences between an answer and what was expected; empty = none. */
export function differences(reply: Reply, expected: Expected): string[] {
	const found: string[] = [];
	if (reply.status !== expected.status) found.push(`status ${reply.status} instead of ${expected.status}`);
	if (expected.body) {
		const wanted = JSON.stringify(expected.body);
		const got = JSON.stringify(maskId(reply.json));
		if (got !== wanted) found.push(`body ${(got ?? reply.text).slice(0, 300)} instead of ${wanted}`);
		const type = reply.headers['content-type'] ?? '';
		if (!type.startsWith('application/json')) found.push(`content type ${type}`);
	}
	// Row 28 of 15.2
	if (!/^[0-9a-f]{32}$/.test(String(reply.headers['x-request-id']))) found.push('no X-Request-Id of 32 hex characters');
	const more = expected.also?.(reply);
	if (more !== undefined) found.push(more);
	return found;
}

function maskId(json: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
	const id = json?.request_id;
	return typeof id === 'string' && /^[0-9a-f]{32}$/.test(id) ? { ...json, request_id: ANY_ID } : json;
}
