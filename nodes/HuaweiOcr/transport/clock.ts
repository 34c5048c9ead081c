import { sleep } from 'n8n-workflow';

/** Time as the transport sees it; tests bring their own. */
export interface Clock {
	/** ms since 1970 */
	now(): number;
	/** Waits `ms`. @throws CancelledError as soon as the execution is cancelled */
	sleep(ms: number): Promise<void>;
}

/** The execution was cancelled: nothing more may be sent. */
export class CancelledError extends Error {
	constructor() {
		super('The execution was cancelled');
		this.name = 'CancelledError';
	}
}

/**
 * n8n's clock. Community nodes have no timers, so waiting is n8n's `sleep`. Current versions end it
 * when the signal aborts; older ones ignore the signal, so the abort is also listened for here and
 * their timer runs out unnoticed.
 *
 * @param cancelled the execution's cancel signal; undefined where n8n gives none
 */
export function executionClock(cancelled: AbortSignal | undefined): Clock {
	return {
		now: () => Date.now(),
		async sleep(ms) {
			if (cancelled === undefined) return await sleep(ms);
			if (cancelled.aborted) throw new CancelledError();
			let stopListening = (): void => undefined;
			const aborted = new Promise<never>((_resolve, reject) => {
				const onAbort = (): void => reject(new CancelledError());
				cancelled.addEventListener('abort', onAbort, { once: true });
				stopListening = () => cancelled.removeEventListener('abort', onAbort);
			});
			const slept = sleep(ms, cancelled).catch(() => Promise.reject(new CancelledError()));
			try {
				await Promise.race([slept, aborted]);
			} finally {
				stopListening();
			}
		},
	};
}
