import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

/** An HTTP answer of any status, its body still as text: services answer HTML too. */
export interface HttpAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: string;
	/** Why there is no body although the call was answered; ends "The service answered, but …". */
	unreadable?: string;
}

/** Options of every request: answers of all statuses, read here and within bounds, never a redirect. */
export const ANSWER_OPTIONS = {
	encoding: 'stream',
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
} as const satisfies Partial<IHttpRequestOptions>;

/** Largest answer that is read, bytes after unpacking: a dense page with single characters has about 5 MB. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Takes over n8n's full response; anything unexpected becomes an empty header or body. An answer that
 * can't be unpacked or is too large is an answer all the same: it may have been billed.
 * @throws what the connection reports when it breaks before the end
 */
export async function readHttpAnswer(response: IN8nHttpFullResponse, mostBytes = MOST_BYTES): Promise<HttpAnswer> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(response.headers ?? {})) {
		if (value !== undefined && value !== null) headers[name.toLowerCase()] = String(value);
	}
	const status = response.statusCode;
	const body: unknown = response.body;
	if (!isStream(body)) return { status, headers, body: textOf(body) };
	return await readText(body, mostBytes).then(
		(text) =>
			text !== undefined
				? { status, headers, body: text }
				: { status, headers, body: '', unreadable: `it is larger than ${mostBytes / 1024 / 1024} MB` },
		async (error: unknown) =>
			isUnpackingError(error)
				? { status, headers, body: '', unreadable: 'it was packed in a way that does not fit its header' }
				: await Promise.reject(error as Error),
	);
}

/**
 * Decodes as the bytes arrive: of tens of megabytes in one piece that takes long. A byte order mark is left out.
 * @returns undefined when there is more than so many bytes
 */
async function readText(body: AsyncIterable<Buffer | string>, most: number): Promise<string | undefined> {
	const decoder = new TextDecoder();
	const parts: string[] = [];
	let size = 0;
	for await (const chunk of body) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		size += bytes.length;
		// Leaving the loop ends the stream and its connection.
		if (size > most) return undefined;
		parts.push(decoder.decode(bytes, { stream: true }));
	}
	parts.push(decoder.decode());
	return parts.join('');
}

function isStream(body: unknown): body is AsyncIterable<Buffer | string> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function textOf(body: unknown): string {
	if (typeof body === 'string') return body;
	if (Buffer.isBuffer(body)) return withoutMark(body.toString('utf8'));
	return body ? JSON.stringify(body) : '';
}

/** Without the byte order mark that some gateways put in front. */
const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** Codes of zlib, Brotli and Zstandard in Node.js. */
const UNPACKING_ERROR = /^(Z_[A-Z_]+|ERR__?[A-Z_]*(ERROR|FORMAT|PADDING)[A-Z_0-9]*|ERR_BROTLI[A-Z_]*|ZSTD_[A-Za-z_]+)$/;

function isUnpackingError(error: unknown): boolean {
	const code = codeOf(error);
	return code !== undefined && UNPACKING_ERROR.test(code);
}

function codeOf(value: unknown, key: 'code' | 'httpCode' = 'code'): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const code: unknown = Reflect.get(value, key);
	return typeof code === 'string' ? code : undefined;
}

/** The code of a network error, wherever n8n's versions put it; '' when there is none. */
export function networkErrorCode(error: unknown): string {
	const causes = [error, causeOf(error), causeOf(causeOf(error))];
	const codes = causes.flatMap((each) => [codeOf(each), codeOf(each, 'httpCode')]);
	return codes.find((code) => code !== undefined && /^[A-Z][A-Z0-9_]+$/.test(code)) ?? '';
}

function causeOf(error: unknown): unknown {
	return typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
}
