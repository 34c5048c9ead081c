// What faults do to a call: before any check, and to the computed answer.
import type { Cloud } from '../cloud.cts';
import type { Answer } from '../http/answers.cts';
import type { Call } from '../http/call.cts';
import { errorAnswer } from '../http/errorCatalogue.cts';
import { pause } from '../http/pause.cts';
import type { Fault } from './faults.cts';
import { loginAnswer } from './loginAnswers.cts';
import { makeOdd } from './oddAnswers.cts';

/** What to do with the connection instead of sending a whole answer. */
export type Delivery = 'send' | 'reset' | 'silence' | 'half-body';

const HTML = '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n';

/** @returns an answer or a way of not answering, when the call is not to be looked at at all. */
export async function beforeChecks(cloud: Cloud, call: Call, url: string, faults: Fault[]): Promise<Answer | Delivery> {
	for (const fault of faults) {
		switch (fault.kind) {
			case 'delay':
				await pause(fault.ms);
				break;
			case 'silence':
			case 'reset':
				return fault.kind;
			case 'revoke-tokens':
				cloud.tokens.revokeAll();
				break;
			case 'expire-tokens':
				cloud.tokens.expireAll();
				break;
			case 'error':
				return errorAnswer(fault.code, call.requestId, fault);
			case 'html':
				return { status: fault.status ?? 502, headers: { 'Content-Type': 'text/html', ...fault.headers }, body: HTML };
			case 'empty':
				return { status: fault.status ?? 502, headers: fault.headers ?? {}, body: '' };
			case 'raw':
				return { status: fault.status, headers: fault.headers ?? {}, body: fault.body };
			case 'login':
				return loginAnswer(fault.name);
			case 'redirect':
				return { status: fault.status, headers: { Location: target(fault.location, url) }, body: '' };
			case 'reset-after':
			case 'half-body':
			case 'truncated-json':
			case 'content-type':
			case 'headers':
			case 'odd':
			case 'change':
				break; // these act on the answer
		}
	}
	return 'send';
}

/** @returns the answer as it will be sent, and how. */
export function changeAnswer(answer: Answer, faults: Fault[]): { answer: Answer; delivery: Delivery } {
	let changed = answer;
	let delivery: Delivery = 'send';
	for (const fault of faults) {
		switch (fault.kind) {
			case 'reset-after':
				delivery = 'reset';
				break;
			case 'half-body':
				delivery = 'half-body';
				break;
			case 'truncated-json':
				changed = { ...changed, body: cut(changed.body) };
				break;
			case 'content-type':
				changed = { ...changed, headers: { ...changed.headers, 'Content-Type': fault.value } };
				break;
			case 'headers':
				changed = { ...changed, headers: mergeHeaders(changed.headers, fault.headers) };
				break;
			case 'odd':
				changed = makeOdd(changed, fault.name);
				break;
			case 'change':
				changed = fault.change(changed);
				break;
			case 'delay':
			case 'silence':
			case 'reset':
			case 'revoke-tokens':
			case 'expire-tokens':
			case 'error':
			case 'html':
			case 'empty':
			case 'raw':
			case 'login':
			case 'redirect':
				break; // acted before the checks
		}
	}
	return { answer: changed, delivery };
}

/** Faults that keep a computed answer from the client, or damage it beyond reading. */
export function losesAnswer(faults: Fault[]): boolean {
	return faults.some(({ kind }) => kind === 'reset-after' || kind === 'half-body' || kind === 'truncated-json');
}

function cut(body: Answer['body']): Buffer {
	const bytes = Buffer.from(body);
	return bytes.subarray(0, Math.floor(bytes.length / 2));
}

function mergeHeaders(headers: Record<string, string>, changes: Record<string, string | null>): Record<string, string> {
	const merged = { ...headers };
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) delete merged[name];
		else merged[name] = value;
	}
	return merged;
}

/** `http://host:port` alone gets the path and query of the call. */
function target(location: string, url: string): string {
	return /^https?:\/\/[^/]+$/.test(location) ? `${location}${url}` : location;
}
