import { CancelledError, type Clock } from '../../nodes/HuaweiOcr/transport/clock.ts';

interface Timer {
	readonly at: number;
	readonly fire: () => void;
	readonly cancel: () => void;
}

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

	sleep(ms: number): Promise<void> {
		this.waits.push(ms);
		if (this.#cancelled) return Promise.reject(new CancelledError());
		return new Promise((resolve, reject) => {
			const cancel = () => reject(new CancelledError());
			this.#timers.push({ at: this.#now + ms, fire: resolve, cancel });
		});
	}

	/** What the execution's cancel signal does. */
	cancel(): void {
		this.#cancelled = true;
		for (const { cancel } of this.#timers.splice(0)) cancel();
	}

	/** Lets time pass until the work is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let ended = false;
		const end = () => {
			ended = true;
		};
		work.then(end, end);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (ended) return await work;
			this.#timers.sort((a, b) => a.at - b.at);
			const timer = this.#timers.shift();
			if (!timer) throw new Error('everything waits and no time is set');
			this.#now = timer.at;
			timer.fire();
		}
	}
}
