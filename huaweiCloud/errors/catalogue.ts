import { GATEWAY_ERRORS } from './families/gateway';
import { HTTP_ERRORS, UNKNOWN_ENTRY, UNREADABLE_ANSWER } from './families/http';
import { IAM_ERRORS, LOGIN_ERRORS } from './families/iam';
import { NETWORK_ERRORS } from './families/network';
import { OCR_ERRORS } from './families/ocr';
import { PLATFORM_ERRORS } from './families/platform';
import type { ErrorEntry, ErrorReach, RetryVerdict, ServiceFailure } from './types';

/** Every failure that the documentation of OCR, platform, gateway and IAM names, and what to do. */
export const ERROR_CATALOGUE: readonly ErrorEntry[] = [
	...OCR_ERRORS,
	...PLATFORM_ERRORS,
	...GATEWAY_ERRORS,
	...LOGIN_ERRORS,
	...IAM_ERRORS,
	...HTTP_ERRORS,
	...NETWORK_ERRORS,
];

/** What the caller knows about a failed call and its answer does not show. */
export interface FailureContext {
	/** The token had only just been issued when it was refused. */
	readonly freshToken?: boolean;
	/** Time of the answer by the local clock, ms since 1970: tells whether that clock is off. */
	readonly now?: number;
}

/** A signature is refused when its time is off by more than this. Source: signing guide. */
const MAX_CLOCK_SKEW_MS = 15 * 60 * 1000;

const BY_CODE = new Map<string, ErrorEntry[]>();
for (const entry of ERROR_CATALOGUE) {
	if (entry.family === 'login' || entry.family === 'http') continue;
	const key = entry.code.toUpperCase();
	BY_CODE.set(key, [...(BY_CODE.get(key) ?? []), entry]);
}

const BY_STATUS = new Map(HTTP_ERRORS.map((entry) => [entry.code, entry]));

/** How far the local clock is ahead of the service's, ms; 0 when the answer does not tell. */
function clockSkew({ serverDate }: ServiceFailure, { now }: FailureContext): number {
	return now === undefined || serverDate === undefined ? 0 : now - serverDate;
}

function isInSituation(
	entry: ErrorEntry,
	failure: ServiceFailure,
	context: FailureContext,
): boolean {
	if (entry.situation === 'freshToken') return context.freshToken === true;
	if (entry.situation === 'clockSkew') {
		return Math.abs(clockSkew(failure, context)) > MAX_CLOCK_SKEW_MS;
	}
	return true;
}

/**
 * Picks the row for a failure among the rows of one code. Rows are ordered from special to general;
 * where only the HTTP status tells them apart, a status that no row names falls to the last one.
 */
function pickVariant(
	rows: readonly ErrorEntry[],
	failure: ServiceFailure,
	context: FailureContext,
): ErrorEntry | undefined {
	const message = failure.errorMsg ?? '';
	const possible = rows.filter(
		(row) => isInSituation(row, failure, context) && (row.pattern?.test(message) ?? true),
	);
	const toldApartByStatus = new Set(rows.map((row) => row.httpStatus?.[0])).size > 1;
	if (!toldApartByStatus) return possible[0];
	return (
		possible.find((row) => row.httpStatus?.includes(failure.httpStatus)) ?? possible[possible.length - 1]
	);
}

/** Who answered. */
export type AnswerOrigin = 'ocr' | 'iam';

/** What a failure means, in the words for the user. */
export interface Explanation {
	/** One sentence without full stop. */
	readonly cause: string;
	/** What to do now; begins with a verb, ends without full stop. */
	readonly remedy: string;
	readonly retry: RetryVerdict;
	readonly reach: ErrorReach;
	readonly entry: ErrorEntry;
}

function findEntry(
	failure: ServiceFailure,
	origin: AnswerOrigin,
	context: FailureContext,
): ErrorEntry | undefined {
	const { errorCode, errorMsg, httpStatus } = failure;
	const rows = errorCode === undefined ? undefined : BY_CODE.get(errorCode.toUpperCase());
	const byCode = rows && pickVariant(rows, failure, context);
	if (byCode) return byCode;

	if (origin === 'iam' && errorMsg !== undefined) {
		const byMessage = LOGIN_ERRORS.find(({ pattern }) => pattern?.test(errorMsg));
		if (byMessage) return byMessage;
	}
	const isSuccess = httpStatus >= 200 && httpStatus < 300;
	return (
		BY_STATUS.get(isSuccess ? UNREADABLE_ANSWER : String(httpStatus)) ??
		(httpStatus >= 500 ? BY_STATUS.get('500') : undefined)
	);
}

const withoutFullStop = (text: string): string => text.replace(/\.$/, '');

/**
 * Finds what a failure means and what to do about it: by code, among rows of one code by message,
 * situation or status, then by the messages of the IAM login, last by HTTP status alone. Always
 * finds a row. A login that was refused is never worth a repetition: five failures lock the user
 * (contract 2.6).
 */
export function explain(
	failure: ServiceFailure,
	origin: AnswerOrigin,
	context: FailureContext = {},
): Explanation {
	const entry = findEntry(failure, origin, context) ?? UNKNOWN_ENTRY;
	return {
		cause: withoutFullStop(entry.cause.en),
		remedy: withoutFullStop(entry.remedy.en),
		retry: origin === 'iam' && entry.retry === 'refresh' ? 'no' : entry.retry,
		reach: entry.reach,
		entry,
	};
}

/** Row of a network error code such as `ECONNRESET`; undefined when the code is none. */
export function explainNetworkError(code: string): ErrorEntry | undefined {
	return BY_CODE.get(code)?.find((entry) => entry.family === 'network');
}
