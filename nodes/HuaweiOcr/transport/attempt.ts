import { NodeApiError } from 'n8n-workflow';

import {
	explain,
	explainNetworkError,
	type Explanation,
} from '../../../huaweiCloud/errors/catalogue';
import { readServiceFailure } from '../../../huaweiCloud/errors/readFailure';
import type { ErrorReach, ServiceFailure } from '../../../huaweiCloud/errors/types';
import { networkCause, networkErrorCode, type HttpAnswer } from '../../../huaweiCloud/httpAnswer';
import type { HuaweiCloudErrorDetails } from '../../../huaweiCloud/huaweiCloudError';
import { asOcrError, OcrError } from '../errors/ocrError';
import { UnexpectedAnswer } from '../errors/unexpectedAnswer';
import type { CallReport } from './pace';
import type { FailedCall } from './retryPolicy';

/** One call that failed: what to tell the user, and what to do about it. */
export interface FailedAttempt {
	readonly error: OcrError;
	/** For the decision whether to repeat it. */
	readonly call: FailedCall;
	/** For the pace of the next calls. */
	readonly report: CallReport;
	readonly reach: ErrorReach;
	/** The credential itself can't be used: no other call gets further. */
	readonly endsAll: boolean;
}

const NEW_TOKEN_REFUSED =
	'Check that Region, Project ID and OCR Endpoint of the credential belong together: the service refuses even a new token';

/** Too many calls at the same time; all other throttling means too many in a time. */
const TOO_MANY_PARALLEL = 'ModelArts.4401';

/**
 * Reads an answer that is no success.
 * @param now time of the answer by the local clock, ms since 1970
 * @param tokenIsNew the token was renewed for this call and has not worked before
 */
export function readFailedAnswer(answer: HttpAnswer, now: number, tokenIsNew: boolean): FailedAttempt {
	const failure = readServiceFailure(answer, { now });
	const explanation = explain(failure, 'ocr', { now });
	return {
		error: serviceError(failure, explanation, tokenIsNew),
		call: failedCall(failure, explanation),
		report: reportOf(failure, explanation),
		reach: explanation.reach,
		endsAll: false,
	};
}

/**
 * Reads a success that holds no result. It may have been billed, so it is never repeated.
 * @param error what reading it threw: UnexpectedAnswer as a rule
 */
export function readUnexpectedAnswer(answer: HttpAnswer, error: unknown): FailedAttempt {
	const { httpStatus, requestId } = readServiceFailure({ ...answer, body: '' });
	const { message, description, details } =
		error instanceof UnexpectedAnswer ? unreadable(error) : asOcrError(error);
	return {
		error: new OcrError(message, description, {
			...details,
			httpStatus,
			...(requestId === undefined ? {} : { requestId }),
		}),
		call: { verdict: 'no', throttled: false },
		report: { kind: 'answered' },
		reach: 'image',
		endsAll: false,
	};
}

function unreadable({ why }: UnexpectedAnswer): OcrError {
	return new OcrError(
		'Try this image again, and check the OCR Endpoint if it happens always: the answer can\'t be read',
		`The service answered with success, but ${why}. A proxy or gateway between may have changed the answer. The call may have been billed.`,
		{ errorCode: 'Node.UnreadableAnswer' },
	);
}

/**
 * Reads the error of a call that brought no answer: the credential refused to go on, the login
 * failed, or the network did.
 */
export function readSendingError(error: unknown): FailedAttempt {
	const details = credentialDetails(error);
	return details && error instanceof Error
		? readCredentialError(error, details)
		: readNetworkError(networkErrorCode(error));
}

/** What the service said, beginning with what to do about it. */
function serviceError(
	{ httpStatus, errorCode, errorMsg, requestId }: ServiceFailure,
	{ remedy, cause, retry }: Explanation,
	tokenIsNew: boolean,
): OcrError {
	const said = [
		`Huawei Cloud OCR answered HTTP ${httpStatus}`,
		...(errorCode === undefined ? [] : [`${errorCode}: ${errorMsg ?? ''}`]),
		...(requestId === undefined ? [] : [`request ID ${requestId}`]),
	].join(', ');
	return new OcrError(
		tokenIsNew && retry === 'refresh' ? NEW_TOKEN_REFUSED : remedy,
		`${cause}. ${said}`,
		{
			httpStatus,
			...(errorCode === undefined ? {} : { errorCode }),
			...(requestId === undefined ? {} : { requestId }),
		},
	);
}

function failedCall(
	{ httpStatus, retryAfterMs }: ServiceFailure,
	explanation: Explanation,
): FailedCall {
	// Calls with a success status are billed, whatever they hold (contract 1.3).
	if (httpStatus >= 200 && httpStatus < 300) return { verdict: 'no', throttled: false };
	return {
		verdict: explanation.retry,
		throttled: isThrottling(explanation),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	};
}

/** Throttling is what the catalogue says it is: status 429 alone, too, but not the login's. */
function isThrottling({ entry }: Explanation): boolean {
	return (
		entry.code === TOO_MANY_PARALLEL ||
		(entry.httpStatus?.includes(429) === true && entry.family === 'gateway') ||
		(entry.family === 'http' && entry.code === '429')
	);
}

function reportOf(failure: ServiceFailure, explanation: Explanation): CallReport {
	if (isThrottling(explanation)) {
		const { retryAfterMs, limit } = failure;
		const isParallel = explanation.entry.code === TOO_MANY_PARALLEL;
		return {
			kind: isParallel ? 'tooManyParallel' : 'throttled',
			...(retryAfterMs === undefined ? {} : { retryAfterMs }),
			...(limit ? { limit } : {}),
		};
	}
	if (explanation.retry === 'backoff') return { kind: 'troubled' };
	return { kind: explanation.retry === 'refresh' ? 'unrelated' : 'answered' };
}

function readNetworkError(code: string): FailedAttempt {
	const entry = explainNetworkError(code);
	const cause = entry?.cause.en ?? 'The request brought no answer.';
	const remedy = entry?.remedy.en ?? 'Proxy, firewall and DNS are the usual causes.';
	return {
		error: new OcrError(
			`Check that this machine can reach the OCR Endpoint: ${networkCause(code)}`,
			`${cause} ${remedy}`,
			{ errorCode: `Node.${code || 'NetworkError'}` },
		),
		call: { verdict: entry?.retry ?? 'once', throttled: false },
		report: { kind: 'troubled' },
		reach: entry?.reach ?? 'service',
		endsAll: false,
	};
}

function readCredentialError(error: Error, { problem, failure }: HuaweiCloudErrorDetails): FailedAttempt {
	const description: unknown = Reflect.get(error, 'description');
	const isPassing = problem === 'unreachable' || problem === 'service';
	// Without a failed answer it is a host that gave none, or a setting that IAM can't make up for.
	const withoutAnswer = problem === 'unreachable' ? 'backoff' : 'no';
	const verdict = failure ? explain(failure, 'iam').retry : withoutAnswer;
	return {
		error: new OcrError(
			problem === 'staleToken' ? NEW_TOKEN_REFUSED : error.message,
			typeof description === 'string' ? description : '',
			{
				errorCode: failure?.errorCode ?? `Node.${problem}`,
				...(failure === undefined ? {} : { httpStatus: failure.httpStatus }),
				...(failure?.requestId === undefined ? {} : { requestId: failure.requestId }),
			},
		),
		call: {
			verdict: isPassing ? verdict : 'no',
			throttled: false,
			...(failure?.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
		},
		report: { kind: 'unrelated' },
		reach: isPassing && verdict !== 'no' ? 'service' : 'account',
		endsAll: problem === 'configuration' || problem === 'loginRefused',
	};
}

/** What a HuaweiCloudError said, after n8n wrapped it. */
function credentialDetails(error: unknown): HuaweiCloudErrorDetails | undefined {
	if (!(error instanceof NodeApiError)) return undefined;
	const data = error.context.data as { huaweiCloud?: HuaweiCloudErrorDetails } | undefined;
	return data?.huaweiCloud;
}
