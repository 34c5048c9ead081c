import { sleep } from 'n8n-workflow';

/** Time as the transport sees it; tests bring their own. */
export interface Clock {
	/** ms, of a clock that only goes forward */
	now(): number;
	/** Waits `ms`. @throws CancelledError as soon as the execution is cancelled */
	sleep(ms: number): Promise<void>;
	/** As `sleep`, for the time that a request may take; real time where it is absent. */
	expire?(ms: number): Promise<void>;
}

/** A limit of time for one thing. */
export interface Timer {
	/** Aborts when the time has passed, or when the execution is cancelled; not when `end` was called before. */
	readonly signal: AbortSignal;
	/** The thing is done. */
	end(): void;
}

/** A clock whose waits can all be ended. */
export interface StoppableClock extends Clock {
	/** Ends all waits, those under way and those to come, with a CancelledError. */
	stop(): void;
	/** Limits something that is under way, which `stop` lets go on. */
	timer(ms: number): Timer;
}

/** Makes a clock whose waits end when the signal aborts. */
export type ClockFactory = (ends: AbortSignal) => Clock;

/** The execution was cancelled: nothing more may be sent. */
export class CancelledError extends Error {
	constructor() {
		super('The execution was cancelled');
		this.name = 'CancelledError';
	}
}

/** Longest wait of Node.js's timers, ms (24.8 days); a longer one would end at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * n8n's clock. Community nodes have no timers, so waiting is n8n's `sleep`. Current versions end it
 * when the signal aborts; older ones ignore the signal, so the abort is also listened for here and
 * their timer runs out unnoticed.
 *
 * @param ends ends all waits
 */
export function executionClock(ends: AbortSignal): Clock {
	return {
		now: () => performance.now(),
		async sleep(ms) {
			if (ends.aborted) throw new CancelledError();
			const slept = sleep(Math.min(ms, LONGEST_WAIT), ends).catch(() => Promise.reject(new CancelledError()));
			await unlessCancelled(slept, ends);
		},
	};
}

/**
 * Waits for work that may not know about cancelling.
 * @param cancelled undefined where n8n gives no signal
 * @throws CancelledError as soon as the signal aborts; the work then ends unnoticed
 */
export async function unlessCancelled<T>(
	work: Promise<T>,
	cancelled: AbortSignal | undefined,
): Promise<T> {
	if (cancelled === undefined) return await work;
	let stopListening = (): void => undefined;
	const aborted = new Promise<never>((_resolve, reject) => {
		const onAbort = (): void => reject(new CancelledError());
		if (cancelled.aborted) onAbort();
		cancelled.addEventListener('abort', onAbort, { once: true });
		stopListening = () => cancelled.removeEventListener('abort', onAbort);
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		stopListening();
	}
}

/**
 * Aborts `end` with `source` until `release` is called. Not `AbortSignal.any`: Node.js keeps a signal that was put
 * together, with all that listens to it, until somebody aborts it or takes back each listener.
 * @param source undefined where n8n gives no signal
 */
function abortWith(source: AbortSignal | undefined, end: () => void): { release(): void } {
	if (source?.aborted) end();
	else source?.addEventListener('abort', end, { once: true });
	return { release: () => source?.removeEventListener('abort', end) };
}

/**
 * A clock that ends with the execution, or when it is stopped.
 * @param cancelled the execution's cancel signal; undefined where n8n gives none
 */
export function stoppableClock(
	cancelled: AbortSignal | undefined,
	makeClock: ClockFactory = executionClock,
): StoppableClock {
	const stopped = new AbortController();
	// The listener goes with the execution.
	abortWith(cancelled, () => stopped.abort());
	const clock = makeClock(stopped.signal);
	return {
		now: () => clock.now(),
		sleep: async (ms) => await clock.sleep(ms),
		stop: () => stopped.abort(),
		timer(ms) {
			const over = new AbortController();
			const ended = new AbortController();
			const { release } = abortWith(cancelled, () => {
				over.abort();
				ended.abort();
			});
			const end = (): void => {
				release();
				ended.abort();
			};
			const limit = makeClock(ended.signal);
			const passed = limit.expire ? limit.expire(ms) : executionClock(ended.signal).sleep(ms);
			passed.then(
				() => {
					end();
					over.abort();
				},
				() => undefined,
			);
			return { signal: over.signal, end };
		},
	};
}
