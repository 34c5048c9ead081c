import { findNetworkRow, findRow, type RowContext } from './catalogue';
import { FRESH_TOKEN } from './families/gateway';
import { NO_CODE } from './families/login';
import type { ErrorReach, ErrorRow, FailureCause, LimitKind, RetryVerdict, ServiceFailure } from './types';

/** No answer came: the code of Node.js, `Node.Timeout`, or '' where nothing is known. */
export interface NetworkFailure {
	readonly networkCode: string;
}

/** What was tried and with what: decides which of several meanings a failure has. */
export interface Situation extends RowContext {
	/** The token was issued for this call and has never worked. */
	readonly freshToken?: boolean;
	/** Name of the OCR operation, for example "General Text". */
	readonly operation?: string;
	/** Name of the host that was called, where it is known. */
	readonly host?: string;
	/** The project that a login was for, for example `project named "cn-north-4"`. */
	readonly project?: string;
	/** What the credential holds; for the test of it. */
	readonly holds?: 'login' | 'keys';
}

/** What a failure means, in words for the user and in facts for the transport. */
export interface Explanation {
	/** What to do now; begins with a verb as a rule, ends without full stop. */
	readonly message: string;
	/** Why, and what the service said. */
	readonly description: string;
	readonly errorCode?: string;
	readonly httpStatus?: number;
	readonly requestId?: string;
	readonly verdict: RetryVerdict;
	readonly limit?: LimitKind;
	readonly reach: ErrorReach;
	/** ms, as the service asks */
	readonly retryAfterMs?: number;
	/** Why the node failed, as n8n 2.x sorts failures; undefined for what is wrong with one image. */
	readonly failure?: FailureCause;
	readonly row: ErrorRow;
}

/**
 * The one place that turns a failure into what the user reads and what the transport does: by code,
 * among rows of one code by message, situation or status; a login by IAM's message first; last by HTTP
 * status alone.
 *
 * A login is never worth a repetition with a new token, and a token that was just issued isn't either:
 * five failed logins lock the user (contract 2.6).
 */
export function explain(failure: ServiceFailure | NetworkFailure, situation: Situation): Explanation {
	return 'networkCode' in failure
		? explainNetwork(failure, situation)
		: explainAnswer(failure, situation);
}

function explainAnswer(failure: ServiceFailure, situation: Situation): Explanation {
	const row = rowOf(failure, situation);
	const { httpStatus, errorCode, requestId, retryAfterMs } = failure;
	return {
		message: sentence(row.remedy, situation),
		description: `${fill(row.cause, situation)} ${whatWasSaid(failure, situation)}`,
		...(errorCode !== undefined ? { errorCode } : row.code.startsWith('Node.') && { errorCode: row.code }),
		httpStatus,
		...(requestId !== undefined && { requestId }),
		...(retryAfterMs !== undefined && { retryAfterMs }),
		...factsOf(row),
		verdict: situation.call === 'login' && row.retry === 'refresh' ? 'no' : row.retry,
	};
}

function rowOf(failure: ServiceFailure, situation: Situation): ErrorRow {
	if (situation.call === 'probe' && failure.errorCode === undefined) return NO_CODE;
	const row = findRow(failure, situation);
	return situation.freshToken === true && row.retry === 'refresh' ? FRESH_TOKEN : row;
}

function explainNetwork({ networkCode }: NetworkFailure, situation: Situation): Explanation {
	const row = findNetworkRow(networkCode);
	return {
		message: sentence(row.remedy, situation),
		description: fill(row.cause, situation),
		errorCode: row.code,
		...factsOf(row),
	};
}

type Facts = Pick<Explanation, 'verdict' | 'limit' | 'reach' | 'failure' | 'row'>;

function factsOf(row: ErrorRow): Facts {
	const failure = row.failure ?? causeOf(row);
	return {
		verdict: row.retry,
		reach: row.reach,
		row,
		...(row.limit && { limit: row.limit }),
		...(failure && { failure }),
	};
}

function causeOf({ limit, reach }: ErrorRow): FailureCause | undefined {
	if (limit) return 'rate-limited';
	if (reach === 'service') return 'temporarily-unavailable';
	return reach === 'account' ? 'configuration-invalid' : undefined;
}

/** "Huawei Cloud OCR answered HTTP 400, AIS.0103: …, request ID …" */
function whatWasSaid(
	{ httpStatus, errorCode, errorMsg, requestId }: ServiceFailure,
	{ call }: Situation,
): string {
	const code = errorCode === String(httpStatus) ? undefined : errorCode;
	const said = [
		`${call === 'login' ? 'IAM' : 'Huawei Cloud OCR'} answered HTTP ${httpStatus}`,
		...(code === undefined ? [] : [errorMsg === undefined ? code : `${code}: ${errorMsg}`]),
		...(code === undefined && errorMsg !== undefined ? [errorMsg] : []),
		...(requestId === undefined ? [] : [`request ID ${requestId}`]),
	];
	return said.join(', ');
}

const sentence = (text: string, situation: Situation): string =>
	fill(text, situation).replace(/\.$/, '');

/** Puts the situation's names into a text of the catalogue. */
export function fill(text: string, situation: Situation): string {
	const isLogin = situation.call === 'login';
	const filled = text
		.replaceAll('{operation}', () => situation.operation ?? (isLogin ? 'the login' : 'the operation'))
		.replaceAll('{endpoint}', isLogin ? 'IAM Endpoint' : 'OCR Endpoint')
		.replaceAll('{host}', () => situation.host ?? 'it')
		.replaceAll('{project}', () => situation.project ?? 'such project')
		.replaceAll('{proof}', situation.holds === 'keys' ? 'keys are' : 'login is');
	return filled.charAt(0).toUpperCase() + filled.slice(1);
}
