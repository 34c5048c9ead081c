import { isFreeOfSecrets, redact } from './redact';
import { parseHttpDate, parseRetryAfter } from './retryAfter';
import type { BodyKind, NamedLimit, ServiceFailure } from './types';

export type { ServiceFailure } from './types';

/** A failed answer as it arrived. */
export interface FailedAnswer {
	readonly status: number;
	/** Header values may be lists; names in any case. */
	readonly headers: Readonly<Record<string, unknown>>;
	/** The raw body. */
	readonly body: string;
}

export interface ReadOptions {
	/** Values known to be secret that the service may have echoed; removed from the message. */
	readonly secrets?: readonly string[];
	/** Time of the answer by the local clock, ms since 1970. */
	readonly now?: number;
}

/** Error bodies are short. What is longer is not parsed as a whole. */
const MAX_PARSED_LENGTH = 256 * 1024;
const MAX_SEARCHED_LENGTH = 8 * 1024;
/** The documented codes have up to 14 characters, a secret key has 40. */
const CODE = /^[A-Za-z0-9._-]{1,32}$/;
/** 32 hex from the gateway; one edition says request_id-timestamp-hostname. No part is as long as a secret key. */
const REQUEST_ID = /^[A-Za-z0-9]{1,36}([._:-][A-Za-z0-9]{1,36}){0,8}$/;
const LIMIT = /limit:\s*(\d{1,9})\s*,\s*time:\s*(\d{1,6})\s*(second|minute|hour)/i;
/** A named window beyond this is no limit that a workflow could wait for, ms. */
const LONGEST_WINDOW = 24 * 3_600_000;
const UNIT_MS = { second: 1_000, minute: 60_000, hour: 3_600_000 } as const;

type Fields = Readonly<Record<string, unknown>>;

interface ErrorFields {
	readonly bodyKind: BodyKind;
	readonly code?: unknown;
	readonly message?: unknown;
	readonly requestId?: unknown;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own property only: a body may bring names such as `__proto__` or `constructor`. */
function own(fields: Fields, name: string): unknown {
	return Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined;
}

function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return undefined;
}

function headerOf(headers: Fields, name: string): string | undefined {
	for (const [key, value] of Object.entries(headers)) {
		if (key.toLowerCase() !== name) continue;
		return textOf(Array.isArray(value) ? (value as unknown[])[0] : value);
	}
	return undefined;
}

function parse(body: string): unknown {
	if (body.length > MAX_PARSED_LENGTH) return undefined;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

function fieldsOfJson(json: Fields): ErrorFields {
	const flat = (fields: Fields): ErrorFields | undefined => {
		const code = own(fields, 'error_code');
		const message = own(fields, 'error_msg');
		if (textOf(code) === undefined && textOf(message) === undefined) return undefined;
		return { bodyKind: 'service', code, message, requestId: own(fields, 'request_id') };
	};
	const error = own(json, 'error');
	const result = own(json, 'result');
	const keystone = (fields: Fields): ErrorFields => ({
		bodyKind: 'iam',
		code: own(fields, 'code') ?? own(fields, 'error_code'),
		message: own(fields, 'message') ?? own(fields, 'error_msg') ?? own(fields, 'title'),
		requestId: own(json, 'request_id'),
	});
	return (
		flat(json) ??
		(isFields(error) ? keystone(error) : undefined) ??
		(isFields(result) ? flat(result) : undefined) ?? {
			bodyKind: 'other',
			message: typeof error === 'string' ? error : own(json, 'message'),
		}
	);
}

/** Looks for the two fields in a body that is cut off or too long to be parsed. */
function fieldsOfBrokenJson(body: string): ErrorFields {
	const start = body.slice(0, MAX_SEARCHED_LENGTH);
	const find = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]*)`).exec(start)?.[1];
	return {
		bodyKind: 'other',
		code: find('error_code'),
		message: find('error_msg'),
		requestId: find('request_id'),
	};
}

function fieldsOfBody(body: string): ErrorFields {
	const start = body.slice(0, MAX_SEARCHED_LENGTH).trimStart();
	if (start === '') return { bodyKind: 'empty' };
	const json = parse(body);
	if (isFields(json)) return fieldsOfJson(json);
	if (json !== undefined) return { bodyKind: 'other' };
	if (/^[{[]/.test(start)) return fieldsOfBrokenJson(body);
	if (start.startsWith('<')) {
		return { bodyKind: 'html', message: /<title[^>]*>([^<]{1,200})/i.exec(start)?.[1] };
	}
	return { bodyKind: 'other', message: start.slice(0, 200) };
}

function readLimit(message: string): NamedLimit | undefined {
	const [, calls, count, unit] = LIMIT.exec(message) ?? [];
	if (unit === undefined) return undefined;
	const windowMs = Number(count) * UNIT_MS[unit.toLowerCase() as keyof typeof UNIT_MS];
	return Number(calls) > 0 && windowMs > 0 && windowMs <= LONGEST_WINDOW ? { calls: Number(calls), windowMs } : undefined;
}

/**
 * Whether a body that came with a success status is an error all the same: the fields stand at the
 * top or in `result` (contract 6.3). Longer bodies than any error has are not parsed: who reads their result in steps
 * looks for the fields there.
 */
export function holdsError(body: string): boolean {
	if (body.length > MAX_PARSED_LENGTH || !body.includes('"error_code"')) return false;
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch {
		return false;
	}
	return hasErrorCode(json) || (isFields(json) && hasErrorCode(own(json, 'result')));
}

/** Whether a part of an answer is an error: its code says something, be it only `true`. */
export function hasErrorCode(part: unknown): boolean {
	const code = isFields(part) ? own(part, 'error_code') : undefined;
	return typeof code === 'boolean' || textOf(code) !== undefined;
}

/**
 * Reads a failed answer of OCR, gateway or IAM, in every body shape the contract names: flat, nested
 * in `result`, Keystone's, HTML, plain text, cut off, empty. Never throws, whatever the body holds.
 * What it returns can be shown, logged and stored: no token, signature or image data is in it.
 */
export function readServiceFailure(answer: FailedAnswer, options: ReadOptions = {}): ServiceFailure {
	const fields = fieldsOfBody(answer.body);
	const code = textOf(fields.code);
	const message = textOf(fields.message) ?? '';
	const errorMsg = redact(message, options.secrets);
	const isSafe = (text: string | undefined, shape: RegExp): text is string =>
		text !== undefined && shape.test(text) && isFreeOfSecrets(text, options.secrets);
	const requestId = [textOf(fields.requestId), headerOf(answer.headers, 'x-request-id')].find((id) =>
		isSafe(id, REQUEST_ID),
	);
	const serverDate = parseHttpDate(headerOf(answer.headers, 'date'));
	const retryAfterMs = parseRetryAfter(
		headerOf(answer.headers, 'retry-after'),
		serverDate ?? options.now ?? Date.now(),
	);
	const limit = readLimit(message);
	return {
		httpStatus: answer.status,
		bodyKind: fields.bodyKind,
		...(isSafe(code, CODE) && { errorCode: code }),
		...(errorMsg !== '' && { errorMsg }),
		...(requestId !== undefined && { requestId }),
		...(retryAfterMs !== undefined && { retryAfterMs }),
		...(serverDate !== undefined && { serverDate }),
		...(limit && { limit }),
	};
}
