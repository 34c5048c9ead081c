import { CancelledError, type Clock, type ClockFactory } from '../../nodes/HuaweiOcr/transport/clock.ts';

interface Timer {
	readonly at: number;
	readonly fire: () => void;
	readonly cancel: () => void;
}

/** Rounds of a millisecond in which nothing is set and nothing ends. */
const MOST_IDLE = 1_000;

/** A clock whose time passes only when everything else is waiting. */
export class VirtualClock implements Clock {
	/** Each wait that was begun, ms. */
	readonly waits: number[] = [];
	#now = 0;
	#timers: Timer[] = [];
	#cancelled = false;

	now(): number {
		return this.#now;
	}

	/** @param ends ends the wait with a CancelledError */
	sleep(ms: number, ends?: AbortSignal): Promise<void> {
		this.waits.push(ms);
		if (this.#cancelled || ends?.aborted) return Promise.reject(new CancelledError());
		return new Promise((resolve, reject) => {
			const cancel = () => {
				this.#timers = this.#timers.filter((other) => other !== timer);
				reject(new CancelledError());
			};
			const fire = () => {
				ends?.removeEventListener('abort', cancel);
				resolve();
			};
			const timer: Timer = { at: this.#now + ms, fire, cancel };
			this.#timers.push(timer);
			ends?.addEventListener('abort', cancel, { once: true });
		});
	}

	/** As the node makes its clocks, each with its own end. */
	readonly factory: ClockFactory = (ends) => ({
		now: () => this.#now,
		sleep: (ms) => this.sleep(ms, ends),
		expire: (ms) => this.sleep(ms, ends),
	});

	/** What the execution's cancel signal does. */
	cancel(): void {
		this.#cancelled = true;
		for (const { cancel } of this.#timers.splice(0)) cancel();
	}

	/** Lets time pass until the work is done. Files are read in real time: for that, it waits. */
	async run<T>(work: Promise<T>): Promise<T> {
		let ended = false;
		const end = () => {
			ended = true;
		};
		work.then(end, end);
		let idle = 0;
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (ended) return await work;
			this.#timers.sort((a, b) => a.at - b.at);
			const timer = this.#timers.shift();
			if (!timer) {
				if (++idle > MOST_IDLE) throw new Error('everything waits and no time is set');
				await new Promise((resolve) => setTimeout(resolve, 1));
				continue;
			}
			idle = 0;
			this.#now = timer.at;
			timer.fire();
		}
	}
}
