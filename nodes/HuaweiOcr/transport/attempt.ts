import { NodeApiError } from 'n8n-workflow';

import { explain, type Explanation, type Situation } from '../../../huaweiCloud/errors/explain';
import { readServiceFailure } from '../../../huaweiCloud/errors/readFailure';
import type { ErrorReach, ServiceFailure } from '../../../huaweiCloud/errors/types';
import { networkErrorCode, type HttpAnswer } from '../../../huaweiCloud/httpAnswer';
import type { HuaweiCloudErrorDetails } from '../../../huaweiCloud/huaweiCloudError';
import type { KeyOutcome } from '../../../huaweiCloud/ocrRequest';
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
	readonly keyOutcome: KeyOutcome;
}

/** What is known about an OCR call beside its answer. */
export interface CallSituation extends Pick<Situation, 'operation' | 'freshToken' | 'now'> {
	/** What a gateway may have echoed. */
	readonly secrets?: readonly string[];
}

/** Reads an answer that is no success. */
export function readFailedAnswer(answer: HttpAnswer, situation: CallSituation): FailedAttempt {
	const failure = readServiceFailure(answer, situation);
	const explanation = explain(failure, { ...situation, call: 'ocr' });
	return {
		error: errorOf(explanation),
		call: failedCall(failure, explanation),
		report: reportOf(failure, explanation),
		reach: explanation.reach,
		endsAll: false,
		keyOutcome: keyOutcomeOf(explanation),
	};
}

/**
 * Reads a success that holds no result. It may have been billed, so it is never repeated.
 * @param error what reading it threw: UnexpectedAnswer as a rule
 */
export function readUnexpectedAnswer(
	answer: HttpAnswer,
	error: unknown,
	situation: CallSituation,
): FailedAttempt {
	const failure = readServiceFailure({ ...answer, body: '' }, situation);
	const explanation = explain(failure, { ...situation, call: 'ocr' });
	return {
		error: unexpectedError(explanation, error),
		call: { verdict: 'no', throttled: false },
		report: { kind: 'answered' },
		reach: 'image',
		endsAll: false,
		keyOutcome: 'accepted',
	};
}

/**
 * Reads the error of a call that brought no answer: the credential refused to go on, the login
 * failed, or the network did.
 */
export function readSendingError(error: unknown, situation: CallSituation): FailedAttempt {
	const details = credentialDetails(error);
	return details ? readCredentialError(details) : readNetworkError(networkErrorCode(error), situation);
}

/** Reads a call that brought no whole answer, by the code of Node.js or `Node.Timeout`. */
export function readNetworkError(networkCode: string, situation: CallSituation): FailedAttempt {
	const explanation = explain({ networkCode }, { ...situation, call: 'ocr' });
	return {
		error: errorOf(explanation),
		call: { verdict: explanation.verdict, throttled: false },
		report: { kind: 'troubled' },
		reach: explanation.reach,
		endsAll: false,
		keyOutcome: 'unknown',
	};
}

function errorOf({
	message,
	description,
	errorCode,
	httpStatus,
	requestId,
	failure,
	retryAfterMs,
}: Omit<HuaweiCloudErrorDetails | Explanation, 'problem' | 'row'>): OcrError {
	return new OcrError(message, description, {
		...(httpStatus !== undefined && { httpStatus }),
		...(errorCode !== undefined && { errorCode }),
		...(requestId !== undefined && { requestId }),
		...(failure && { failure }),
		...(retryAfterMs !== undefined && { retryAfterMs }),
	});
}

function unexpectedError(explanation: Explanation, error: unknown): OcrError {
	const told = errorOf(explanation);
	if (error instanceof UnexpectedAnswer) {
		const why = `The service answered with success, but ${error.why}.`;
		return new OcrError(told.message, `${why} ${explanation.description}`, told.details);
	}
	const { message, description, details } = asOcrError(error);
	return new OcrError(message, description, { ...told.details, ...details });
}

function failedCall({ httpStatus, retryAfterMs }: ServiceFailure, explanation: Explanation): FailedCall {
	// Calls with a success status are billed, whatever they hold (contract 1.3).
	if (httpStatus >= 200 && httpStatus < 300) return { verdict: 'no', throttled: false };
	return {
		verdict: explanation.verdict,
		throttled: explanation.limit !== undefined,
		...(retryAfterMs !== undefined && { retryAfterMs }),
	};
}

function reportOf({ limit, retryAfterMs }: ServiceFailure, explanation: Explanation): CallReport {
	if (explanation.limit) {
		return {
			kind: explanation.limit,
			...(retryAfterMs !== undefined && { retryAfterMs }),
			...(limit && { limit }),
		};
	}
	if (explanation.verdict === 'backoff') return { kind: 'troubled' };
	const isAboutToken = explanation.row.retry === 'refresh' || explanation.row.situation === 'freshToken';
	return { kind: isAboutToken ? 'unrelated' : 'answered' };
}

/** Other refusals than that of the key come after its check, or say nothing about it. */
function keyOutcomeOf(explanation: Explanation): KeyOutcome {
	const { row, httpStatus } = explanation;
	if (!row.refusesKey) return httpStatus === 401 || httpStatus === 407 ? 'unknown' : 'accepted';
	const { message, description, errorCode = '', requestId, verdict, reach, failure } = explanation;
	return {
		problem: 'keysRefused',
		message,
		description,
		errorCode,
		...(httpStatus !== undefined && { httpStatus }),
		...(requestId !== undefined && { requestId }),
		verdict,
		reach,
		...(failure && { failure }),
	};
}

function readCredentialError(details: HuaweiCloudErrorDetails): FailedAttempt {
	const { problem, verdict, retryAfterMs, reach } = details;
	return {
		error: errorOf(details),
		call: {
			verdict: problem === 'failed' ? verdict : 'no',
			throttled: false,
			...(retryAfterMs !== undefined && { retryAfterMs }),
		},
		report: { kind: 'unrelated' },
		reach: verdict === 'no' ? 'account' : reach,
		endsAll: problem === 'configuration' || problem === 'loginRefused' || problem === 'keysRefused',
		keyOutcome: 'unknown',
	};
}

/** What a HuaweiCloudError said, after n8n wrapped it. */
function credentialDetails(error: unknown): HuaweiCloudErrorDetails | undefined {
	if (!(error instanceof NodeApiError)) return undefined;
	const data = error.context.data as { huaweiCloud?: HuaweiCloudErrorDetails } | undefined;
	return data?.huaweiCloud;
}
