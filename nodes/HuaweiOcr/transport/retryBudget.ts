/** How many repetitions an execution may make before any call has succeeded. */
const CAPACITY = 30;

/** What a success gives back, in repetitions: three calls in ten may fail for ever. */
const REFUND = 0.5;

/**
 * Repetitions that all calls of one execution share. In an outage it runs dry, so that load fades
 * out to one try per image instead of multiplying; while most calls succeed it stays full.
 */
export class RetryBudget {
	private left: number;

	private readonly capacity: number;

	constructor(capacity: number = CAPACITY) {
		this.capacity = capacity;
		this.left = capacity;
	}

	/** Takes one repetition. @returns false when none is left */
	take(): boolean {
		if (this.left < 1) return false;
		this.left -= 1;
		return true;
	}

	/** Whether the next `take` would be refused. */
	isEmpty(): boolean {
		return this.left < 1;
	}

	/** A call succeeded. */
	refund(): void {
		this.left = Math.min(this.capacity, this.left + REFUND);
	}
}
