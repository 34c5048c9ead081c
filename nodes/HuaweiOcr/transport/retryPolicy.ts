import type { RetryVerdict } from '../../../huaweiCloud/errors/types';

/** A failed call, as far as the decision needs it. */
export interface FailedCall {
	readonly verdict: RetryVerdict;
	/** The service asks to slow down: 429, APIG.0308, ModelArts.4401. Pace then decides the wait. */
	readonly throttled: boolean;
	/** ms, as the service asks */
	readonly retryAfterMs?: number;
}

/** What one image has been through so far. */
export interface CallHistory {
	/** Repetitions made because of `backoff` or `once`. */
	readonly repeated: number;
	/** Repetitions made with a new token. */
	readonly renewed: number;
	/** How long the service has been refusing this image by throttling, ms. */
	readonly throttledForMs: number;
}

export interface RetrySettings {
	/** Option Max Retries; 0: nothing is repeated, except once with a new token. */
	readonly maxRetries: number;
}

export type Decision =
	| { readonly action: 'giveUp' }
	/** Repeat once with a new token. */
	| { readonly action: 'renewToken' }
	/** Repeat when the pace allows it. */
	| { readonly action: 'queue' }
	/** Repeat after waiting, ms; costs one repetition of the shared budget. */
	| { readonly action: 'wait'; readonly waitMs: number };

/**
 * Section 7.4 of the contract. Waits in ms; the n-th wait is `firstWait` × 2^(n-1), at most `maxWait`,
 * and is spread by ±20 % so that calls that failed together do not come back together.
 */
export const RETRY_TABLE = {
	/** Would fail again. */
	no: { repetitions: 0 },
	/** Dead token: one new login for all, one repetition each; even with Max Retries 0. */
	refresh: { renewals: 1 },
	/** One more try is reasonable. */
	once: { repetitions: 1, firstWait: 2_000, maxWait: 2_000 },
	/** Outage, time-out, broken connection: as often as Max Retries says. */
	backoff: { firstWait: 2_000, maxWait: 30_000 },
	/** Too many calls: until the pace is found, but not for ever. */
	throttled: { patience: 150_000 },
	/** A service that asks for a longer wait is not waited for. */
	longestRetryAfter: 120_000,
} as const;

const SPREAD = 0.2;

/** Whether a wait that the service asks for is too long to be waited for. */
export function isTooLong(retryAfterMs: number | undefined): boolean {
	return retryAfterMs !== undefined && retryAfterMs > RETRY_TABLE.longestRetryAfter;
}

/**
 * The n-th wait of a growing series.
 * @param nth from 1
 * @param random 0 ≤ random < 1
 */
export function growingWait(
	nth: number,
	{ firstWait, maxWait }: { firstWait: number; maxWait: number },
	random: number,
): number {
	const wait = Math.min(maxWait, firstWait * 2 ** Math.min(nth - 1, 30));
	return wait * (1 - SPREAD + 2 * SPREAD * random);
}

/**
 * Decides about one failed call: repeat or not, and after how long. Says nothing about the shared
 * budget, which may still refuse a repetition.
 *
 * @param random 0 ≤ random < 1
 */
export function decide(
	call: FailedCall,
	history: CallHistory,
	settings: RetrySettings,
	random: number,
): Decision {
	if (call.verdict === 'no') return { action: 'giveUp' };
	if (call.verdict === 'refresh') {
		return { action: history.renewed < RETRY_TABLE.refresh.renewals ? 'renewToken' : 'giveUp' };
	}
	if (settings.maxRetries === 0 || isTooLong(call.retryAfterMs)) return { action: 'giveUp' };
	if (call.throttled) {
		return {
			action: history.throttledForMs < RETRY_TABLE.throttled.patience ? 'queue' : 'giveUp',
		};
	}
	const allowed = call.verdict === 'once' ? RETRY_TABLE.once.repetitions : settings.maxRetries;
	if (history.repeated >= allowed) return { action: 'giveUp' };
	const waitMs = growingWait(history.repeated + 1, RETRY_TABLE[call.verdict], random);
	return { action: 'wait', waitMs: Math.max(waitMs, call.retryAfterMs ?? 0) };
}
