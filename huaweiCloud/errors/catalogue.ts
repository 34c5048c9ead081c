import { GATEWAY_ERRORS } from './families/gateway';
import { HTTP_ERRORS, STATUS_ERRORS, UNKNOWN_STATUS, UNREADABLE_ANSWER } from './families/http';
import { IAM_ERRORS } from './families/iam';
import { BEFORE_IAM, LOGIN_ERRORS, LOGIN_MESSAGES, LOGIN_STATUSES, PROBE_ERRORS } from './families/login';
import { NETWORK_ERRORS, UNKNOWN_NETWORK_ERROR } from './families/network';
import { OCR_ERRORS } from './families/ocr';
import { PLATFORM_ERRORS } from './families/platform';
import type { ErrorRow, ServiceFailure } from './types';

/** Every failure that the documentation of OCR, platform, gateway and IAM names, and what to do. */
export const ERROR_CATALOGUE: readonly ErrorRow[] = [
	...OCR_ERRORS,
	...PLATFORM_ERRORS,
	...GATEWAY_ERRORS,
	...LOGIN_ERRORS,
	...IAM_ERRORS,
	...HTTP_ERRORS,
	...NETWORK_ERRORS,
];

/** What was tried, and what is known beside the answer. */
export interface RowContext {
	/** The login itself, an OCR call, or the OCR call that tests a credential. */
	readonly call: 'login' | 'ocr' | 'probe';
	/** The login's user name is the account's, or an e-mail address or phone number. */
	readonly accountAsUser?: boolean;
	/** Time of the answer by the local clock, ms since 1970: tells whether that clock is off. */
	readonly now?: number;
}

/** A signature is refused when its time is off by more than this. Source: signing guide. */
const MAX_CLOCK_SKEW_MS = 15 * 60 * 1000;

const byCode = (rows: readonly ErrorRow[]): Map<string, ErrorRow[]> => {
	const index = new Map<string, ErrorRow[]>();
	for (const row of rows) {
		for (const code of [row.code, ...(row.also ?? [])]) {
			const key = code.toUpperCase();
			index.set(key, [...(index.get(key) ?? []), row]);
		}
	}
	return index;
};

const SERVICE_ROWS = byCode([...OCR_ERRORS, ...PLATFORM_ERRORS, ...GATEWAY_ERRORS, ...IAM_ERRORS]);
const PROBE_ROWS = byCode(PROBE_ERRORS);
const STATUS_ROWS = byCode(STATUS_ERRORS);
const NETWORK_ROWS = byCode(NETWORK_ERRORS);

/** How far the local clock is ahead of the service's, ms; 0 when the answer does not tell. */
function clockSkew({ serverDate }: ServiceFailure, { now }: RowContext): number {
	return now === undefined || serverDate === undefined ? 0 : now - serverDate;
}

/** An answer that can't be IAM's, unless something in front of it is down for a while. */
function isWebPage({ bodyKind, httpStatus }: ServiceFailure): boolean {
	const isIam = bodyKind === 'iam' || bodyKind === 'service';
	return !isIam && httpStatus < 500 && httpStatus !== 429 && httpStatus !== 408;
}

function applies(row: ErrorRow, failure: ServiceFailure, context: RowContext): boolean {
	switch (row.situation) {
		case 'clockSkew':
			if (Math.abs(clockSkew(failure, context)) <= MAX_CLOCK_SKEW_MS) return false;
			break;
		case 'accountAsUser':
			if (context.accountAsUser !== true) return false;
			break;
		case 'webPage':
			if (!isWebPage(failure)) return false;
			break;
		case 'freshToken':
			// Never found by its code: see FRESH_TOKEN.
			return false;
		case undefined:
			break;
	}
	return row.pattern?.test(failure.errorMsg ?? '') ?? true;
}

/**
 * Picks the row for a failure among the rows of one code. Rows are ordered from special to general;
 * where only the HTTP status tells them apart, a status that no row names falls to the last one.
 */
function pickVariant(
	rows: readonly ErrorRow[],
	failure: ServiceFailure,
	context: RowContext,
): ErrorRow | undefined {
	const possible = rows.filter((row) => applies(row, failure, context));
	const toldApartByStatus = new Set(rows.map((row) => row.httpStatus?.[0])).size > 1;
	if (!toldApartByStatus) return possible[0];
	return (
		possible.find((row) => row.httpStatus?.includes(failure.httpStatus)) ?? possible[possible.length - 1]
	);
}

function findByCode(
	index: ReadonlyMap<string, ErrorRow[]>,
	failure: ServiceFailure,
	context: RowContext,
): ErrorRow | undefined {
	const rows = index.get(failure.errorCode?.toUpperCase() ?? '');
	return rows && pickVariant(rows, failure, context);
}

/**
 * A login's mistake stands in IAM's message as a rule; its codes are those of calls with a token, too,
 * so one that asks for a new token says nothing here.
 */
function findLoginRow(failure: ServiceFailure, context: RowContext): ErrorRow | undefined {
	const { httpStatus, errorMsg } = failure;
	const instead = BEFORE_IAM.find(
		(row) => applies(row, failure, context) && (row.httpStatus?.includes(httpStatus) ?? true),
	);
	if (instead) return instead;
	const isRefusal = httpStatus >= 400 && httpStatus < 500 && httpStatus !== 429 && httpStatus !== 408;
	const byMessage =
		isRefusal && errorMsg !== undefined
			? LOGIN_MESSAGES.find((row) => applies(row, failure, context))
			: undefined;
	const coded = findByCode(SERVICE_ROWS, failure, context);
	return (
		byMessage ??
		(coded?.retry === 'refresh' ? undefined : coded) ??
		LOGIN_STATUSES.find((row) => row.httpStatus?.includes(httpStatus))
	);
}

function findByStatus({ httpStatus }: ServiceFailure): ErrorRow {
	if (httpStatus >= 200 && httpStatus < 300) return UNREADABLE_ANSWER;
	const [row] = STATUS_ROWS.get(String(httpStatus)) ?? (httpStatus >= 500 ? (STATUS_ROWS.get('500') ?? []) : []);
	return row ?? UNKNOWN_STATUS;
}

/** The row for an answer that is a failure. Always finds one. */
export function findRow(failure: ServiceFailure, context: RowContext): ErrorRow {
	if (context.call === 'login') return findLoginRow(failure, context) ?? findByStatus(failure);
	const probe = context.call === 'probe' ? findByCode(PROBE_ROWS, failure, context) : undefined;
	return probe ?? findByCode(SERVICE_ROWS, failure, context) ?? findByStatus(failure);
}

/** The row for a failure without an answer, by the code of Node.js or of the node itself. */
export function findNetworkRow(code: string): ErrorRow {
	return NETWORK_ROWS.get(code.toUpperCase())?.[0] ?? UNKNOWN_NETWORK_ERROR;
}
