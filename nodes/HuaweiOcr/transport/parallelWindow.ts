/** Calls that start before the first answer has come: wrong keys lock only after more than five failures. */
const FIRST_CALLS = 5;

/** Growth per answered call, in parallel calls: at first, and after the service has refused more. */
const GROWTH = { free: 1, refused: 0.05 } as const;

/** How many calls may be under way at the same time. */
export class ParallelWindow {
	private size: number;

	private growth: number = GROWTH.free;

	private readonly max: number;

	/** @param max upper bound set by the user */
	constructor(max: number) {
		this.max = Math.max(1, max);
		this.size = Math.min(FIRST_CALLS, this.max);
	}

	hasRoom(inFlight: number): boolean {
		return inFlight < Math.floor(this.size);
	}

	/** A call was answered. */
	answered(): void {
		this.size = Math.min(this.max, this.size + this.growth);
	}

	/** A call broke, timed out or met an overloaded service. */
	troubled(): void {
		this.size = Math.max(1, this.size / 2);
	}

	/** The service refused a call because this many, itself included, were under way. */
	refusedAt(inFlight: number): void {
		this.size = Math.max(1, Math.min(this.size, inFlight - 1));
		this.growth = GROWTH.refused;
	}

	/** After a pause: feel the way again, starting with one call. */
	restart(): void {
		this.size = 1;
	}
}
