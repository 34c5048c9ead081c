/** Time as the emulated cloud sees it, in ms since 1970; can be shifted to make tokens old or clocks differ. */
export class Clock {
	readonly #source: () => number;
	#shiftMs = 0;
	/** Added to the `Date` header only, so that a client can be told that its own clock is wrong. */
	dateSkewMs = 0;

	constructor(source: () => number = Date.now) {
		this.#source = source;
	}

	now(): number {
		return this.#source() + this.#shiftMs;
	}

	shift(ms: number): void {
		this.#shiftMs += ms;
	}

	reset(): void {
		this.#shiftMs = 0;
		this.dateSkewMs = 0;
	}

	/** Value of the `Date` header. */
	httpDate(): string {
		return new Date(this.now() + this.dateSkewMs).toUTCString();
	}
}
