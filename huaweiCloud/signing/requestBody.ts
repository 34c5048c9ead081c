import type { IHttpRequestOptions } from 'n8n-workflow';

/** Options as n8n hands them to `authenticate`; its older request helper also knows forms. */
type RequestOptions = IHttpRequestOptions & { form?: unknown; formData?: unknown };

export interface BodyToSign {
	/** The bytes to sign and to send; empty for none, undefined when n8n makes them only later. */
	readonly body?: Buffer;
	/** What the bytes are, where that follows from how they were given. */
	readonly contentType?: string;
}

/** Of anything but null and undefined. */
function isPlainObject(value: unknown): value is object {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null || Array.isArray(value);
}

/**
 * Turns the body of a request into its final bytes, so that nothing behind this point serialises it
 * once more and breaks the signature (contract 4.4). Forms and streams can't be: n8n makes their
 * bytes after the credential has signed.
 */
export function bodyToSign(options: RequestOptions): BodyToSign {
	const body: unknown = options.body;
	if (options.form !== undefined || options.formData !== undefined) return {};
	if (body === undefined || body === null) return { body: Buffer.alloc(0) };
	if (Buffer.isBuffer(body)) return { body };
	if (typeof body === 'string') {
		return {
			body: Buffer.from(body),
			...(options.json === true && { contentType: 'application/json' }),
		};
	}
	if (body instanceof URLSearchParams) {
		return {
			body: Buffer.from(body.toString()),
			contentType: 'application/x-www-form-urlencoded;charset=utf-8',
		};
	}
	if (!isPlainObject(body)) return {};
	const isGet = /^(get|head)$/i.test(options.method ?? 'GET');
	// n8n drops the empty object that its own nodes give to requests without a body.
	if (isGet && Object.keys(body).length === 0) return { body: Buffer.alloc(0) };
	return { body: Buffer.from(JSON.stringify(body)), contentType: 'application/json' };
}
