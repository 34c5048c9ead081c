/** A sentence in both languages of the documentation. The node itself speaks English. */
export interface BilingualText {
	readonly en: string;
	readonly zh: string;
}

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

/** One row of the error catalogue. */
export interface ErrorEntry {
	/** Code as the service writes it, an HTTP status as text, or a network error code. */
	readonly code: string;
	readonly family: ErrorFamily;
	/** Tells rows of the same code apart; short, lower case. */
	readonly variant?: string;
	/** HTTP statuses that belong to this row. Documented ones only, except for rows told apart by it. */
	readonly httpStatus?: readonly number[];
	/** The service's own words, with its placeholders. */
	readonly message: string;
	/** Row applies only to messages that match. */
	readonly pattern?: RegExp;
	/** Row applies only in a situation that the answer itself does not show. */
	readonly situation?: 'freshToken' | 'clockSkew';
	readonly cause: BilingualText;
	readonly remedy: BilingualText;
	readonly retry: RetryVerdict;
	readonly reach: ErrorReach;
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
