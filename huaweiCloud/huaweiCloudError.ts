import type { Explanation } from './errors/explain';
import type { ErrorReach, FailureCause, RetryVerdict } from './errors/types';

/** What went wrong, for code that has to decide what to do next. */
export type HuaweiCloudProblem =
	/** A setting can't be right: endpoint, region, project ID. Nothing was sent. */
	| 'configuration'
	/** IAM refused the login; repeating it may lock the user (contract 2.6). */
	| 'loginRefused'
	/** The service refused the access key; more such calls lock it (contract 4.2). */
	| 'keysRefused'
	/** The token isn't usable, get another one. */
	| 'staleToken'
	/** No answer, an answer with an error, or one that isn't the service's. */
	| 'failed';

/** What survives n8n's own error wrapping, in `context.data.huaweiCloud`. */
export interface HuaweiCloudErrorDetails {
	readonly problem: HuaweiCloudProblem;
	/** n8n replaces messages that hold certain words, such as EPERM; here it stays. */
	readonly message: string;
	readonly description: string;
	readonly errorCode: string;
	readonly httpStatus?: number;
	readonly requestId?: string;
	readonly verdict: RetryVerdict;
	readonly reach: ErrorReach;
	/** ms, as the service asks */
	readonly retryAfterMs?: number;
	readonly failure?: FailureCause;
}

/**
 * An error of a credential. n8n wraps it into a NodeApiError that keeps `message`, `description`
 * and, in every version of n8n, `response.data` (as `context.data`).
 */
export class HuaweiCloudError extends Error {
	readonly description: string;

	/** Only read by n8n: a status of 401 makes it log in again, `data` is kept in the error's context. */
	readonly response: { status?: number; data: { huaweiCloud: HuaweiCloudErrorDetails } };

	constructor(readonly details: HuaweiCloudErrorDetails) {
		super(details.message);
		this.name = 'HuaweiCloudError';
		this.description = details.description;
		this.response = { data: { huaweiCloud: details } };
		if (details.problem === 'staleToken') this.response.status = 401;
	}
}

/** A setting of the credential that can't be right. */
export function configurationError(message: string, description = ''): HuaweiCloudError {
	return new HuaweiCloudError({
		problem: 'configuration',
		message,
		description,
		errorCode: 'Node.InvalidCredential',
		verdict: 'no',
		reach: 'account',
		failure: 'credential-invalid',
	});
}

/** What the explainer said, as an error of the credential. */
export function explainedError(
	problem: HuaweiCloudProblem,
	explanation: Omit<Explanation, 'row' | 'limit'>,
): HuaweiCloudError {
	const { message, description, httpStatus, requestId, verdict, reach, retryAfterMs, failure } = explanation;
	return new HuaweiCloudError({
		problem,
		message,
		description,
		errorCode: explanation.errorCode ?? OWN_CODES[problem],
		...(httpStatus !== undefined && { httpStatus }),
		...(requestId !== undefined && { requestId }),
		verdict,
		reach,
		...(retryAfterMs !== undefined && { retryAfterMs }),
		...(failure && { failure }),
	});
}

/** Shown where the service gave no code. */
const OWN_CODES: Record<HuaweiCloudProblem, string> = {
	configuration: 'Node.InvalidCredential',
	loginRefused: 'Node.LoginRefused',
	keysRefused: 'Node.KeysRefused',
	staleToken: 'Node.TokenRefused',
	failed: 'Node.UnexpectedAnswer',
};
