/**
 * What may be done with the same request after a failure:
 * - `no`: it would fail again,
 * - `refresh`: get a new token (or sign anew), then repeat once,
 * - `backoff`: wait, then repeat a few times with growing waits,
 * - `once`: one more try is reasonable.
 */
export type RetryVerdict = 'no' | 'refresh' | 'backoff' | 'once';

/** Who answers with a code. Decides which chapter of the documentation it stands in. */
export type ErrorFamily = 'ocr' | 'platform' | 'gateway' | 'login' | 'iam' | 'http' | 'network';

/**
 * How far a failure reaches: only this `image`, the `service` for a while, or the whole `account`,
 * so that every other call with the same credential must fail in the same way.
 */
export type ErrorReach = 'image' | 'service' | 'account';

/** Which limit a refused call ran into: calls in a time, or calls at the same time. */
export type LimitKind = 'throttled' | 'tooManyParallel';

/**
 * Why a node failed, in the words of n8n 2.x (`Failure` of n8n-workflow); undefined for what is wrong
 * with one image.
 */
export type FailureCause =
	| 'rate-limited'
	| 'quota-exhausted'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

/**
 * One row of the error catalogue. Its texts may hold `{operation}`, `{endpoint}` (the credential's
 * field), `{host}` and `{project}`.
 */
export interface ErrorRow {
	/** Code as the service writes it, an HTTP status as text, or a code of the node (`Node.…`). */
	readonly code: string;
	/** Further codes that mean the same, such as the older twin `APIGW.…` or codes of Node.js. */
	readonly also?: readonly string[];
	readonly family: ErrorFamily;
	/** Tells rows of the same code apart; short, lower case. */
	readonly variant?: string;
	/** HTTP statuses that belong to this row. Documented ones only, except for rows told apart by it. */
	readonly httpStatus?: readonly number[];
	/** Status of the codes in `also` where it differs. */
	readonly alsoStatus?: number;
	/** The service's own words, with its placeholders. */
	readonly message: string;
	/** Row applies only to messages that match. */
	readonly pattern?: RegExp;
	/** Row applies only in a situation that the answer itself does not show. */
	readonly situation?: 'freshToken' | 'clockSkew' | 'accountAsUser' | 'webPage';
	/** One sentence. */
	readonly cause: string;
	/** What to do now: begins with a verb. */
	readonly remedy: string;
	readonly retry: RetryVerdict;
	readonly reach: ErrorReach;
	readonly limit?: LimitKind;
	/** The service refused the access key itself: more such calls lock it. */
	readonly refusesKey?: true;
	readonly failure?: FailureCause;
	readonly source: string;
}

/** A limit that a throttling answer names. */
export interface NamedLimit {
	readonly calls: number;
	readonly windowMs: number;
}

/** How an answer's body was written. */
export type BodyKind =
	/** `{ error_code, error_msg }`, also inside `result`: OCR, platform, gateway, most of IAM */
	| 'service'
	/** `{ error: { code, message, title } }`: IAM login */
	| 'iam'
	| 'html'
	| 'empty'
	/** Anything else: other JSON, JSON that is cut off, plain text */
	| 'other';

/** A failed answer, reduced to what is safe to show and needed to decide. Holds no secret. */
export interface ServiceFailure {
	readonly httpStatus: number;
	readonly bodyKind: BodyKind;
	readonly errorCode?: string;
	/** The service's message, secrets and control characters removed, at most 500 characters. */
	readonly errorMsg?: string;
	readonly requestId?: string;
	/** How long the service asks to wait, ms from now. */
	readonly retryAfterMs?: number;
	/** The `Date` header, ms since 1970. */
	readonly serverDate?: number;
	readonly limit?: NamedLimit;
}
