/** ms; a bound that leaves longer pauses between calls is a slip of the pen. */
const LONGEST_INTERVAL = 60 * 60_000;

/** How fast a pace grows per call that passes: far below, near, and above the last refused pace. */
const GROWTH = { unknown: 1.1, below: 1.03, above: 1.005 } as const;

/** All calls since the first refusal measure rather too low. */
const AVERAGE_PART = 0.9;

/** What is known of a limit that refills bit by bit: the pause between two calls. Times in ms. */
export class EvenPace {
	/** ms between two calls; 0: as fast as they come */
	private interval = 0;

	private nextStart = 0;

	/** Pace that was refused last, calls per ms. */
	private refusedRate = Infinity;

	/** When the service first refused, and what it has let through since then. */
	private since: number | undefined;

	private calls = 0;

	private readonly minInterval: number;

	/** @param requestsPerSecond upper bound set by the user; 0: none */
	constructor(requestsPerSecond: number) {
		this.minInterval = requestsPerSecond > 0 ? Math.min(1000 / requestsPerSecond, LONGEST_INTERVAL) : 0;
	}

	/** When the next call may start. */
	get earliestStart(): number {
		return this.nextStart;
	}

	/** ms between two calls; 0: as fast as they come */
	get pause(): number {
		return this.interval;
	}

	/** A call starts. */
	start(now: number): void {
		this.nextStart = Math.max(this.nextStart, now) + Math.max(this.interval, this.minInterval);
	}

	/** The service let a call through. */
	accepted(): void {
		if (this.since !== undefined) this.calls += 1;
	}

	/** The service refuses for the first time in a while: the present pace is too fast. */
	refused(now: number): void {
		this.since ??= now;
		if (this.interval > 0) this.refusedRate = 1 / this.interval;
	}

	/** Goes on as fast as calls come, from now on. */
	release(now: number): void {
		this.interval = 0;
		this.nextStart = now;
	}

	/** @param rate calls per ms; 0 or less: as fast as they come */
	set(rate: number): void {
		this.interval = rate > 0 ? 1 / rate : 0;
	}

	/** The next call waits for a whole pause. */
	pauseFrom(now: number): void {
		this.nextStart = now + this.interval;
	}

	/** What the service has let through since it first refused, calls per ms, rather too low. */
	average(now: number): number {
		return (AVERAGE_PART * this.calls) / Math.max(1, now - (this.since ?? now));
	}

	/** A call passed at this pace. @param bound calls per ms that are never exceeded by growing */
	grow(bound: number): void {
		if (this.interval === 0) return;
		const rate = 1 / this.interval;
		this.interval = 1 / Math.min(rate * this.growth(rate), Math.max(rate, bound));
	}

	private growth(rate: number): number {
		if (this.refusedRate === Infinity) return GROWTH.unknown;
		return rate < 0.9 * this.refusedRate ? GROWTH.below : GROWTH.above;
	}
}
