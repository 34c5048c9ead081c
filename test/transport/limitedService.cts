import type { NamedLimit } from '../../huaweiCloud/errors/types.ts';
import type { CallReport } from '../../nodes/HuaweiOcr/transport/pace.ts';
import type { VirtualClock } from './virtualClock.cts';

/** How a limit counts: refilled bit by bit, over the last period, or by periods of its own. */
export type Counting = 'bucket' | 'sliding' | 'fixed';

export interface ServiceOptions {
	readonly counting: Counting;
	readonly limit: NamedLimit;
	readonly latencyMs: number;
	/** The refusal says `limit:…,time:…`. */
	readonly namesLimit?: boolean;
	/** The refusal carries `Retry-After`, whole seconds. */
	readonly retryAfter?: boolean;
	/** The first calls wait so long before they get there, as for a login, ms. */
	readonly loginMs?: number;
	/** Calls under way at the same time. */
	readonly parallel?: number;
}

/** A service with a limit, in virtual time. Counts on its own, apart from the code under test. */
export class LimitedService {
	calls = 0;
	answered = 0;
	peak = 0;
	readonly #clock: VirtualClock;
	readonly #options: ServiceOptions;
	#inFlight = 0;
	#tokens: number;
	#refilledAt = 0;
	#passed: number[] = [];

	constructor(clock: VirtualClock, options: ServiceOptions) {
		this.#clock = clock;
		this.#options = options;
		this.#tokens = options.limit.calls;
	}

	/** The shortest time in which `count` calls can pass, ms, apart from latency. */
	shortestTime(count: number): number {
		const { counting, limit } = this.#options;
		const beyond = count - limit.calls;
		if (beyond <= 0) return 0;
		if (counting === 'bucket') return (beyond * limit.windowMs) / limit.calls;
		return Math.ceil(beyond / limit.calls) * limit.windowMs;
	}

	async call(): Promise<CallReport> {
		this.calls++;
		this.#inFlight++;
		this.peak = Math.max(this.peak, this.#inFlight);
		if (this.answered === 0) await this.#clock.sleep(this.#options.loginMs ?? 0);
		const report = this.#judge();
		await this.#clock.sleep(report.kind === 'answered' ? this.#options.latencyMs : 10);
		this.#inFlight--;
		if (report.kind === 'answered') this.answered++;
		return report;
	}

	#judge(): CallReport {
		if (this.#inFlight > (this.#options.parallel ?? Infinity)) return { kind: 'tooManyParallel' };
		const waitMs = this.#waitMs();
		if (waitMs === 0) return { kind: 'answered' };
		return {
			kind: 'throttled',
			...(this.#options.retryAfter && { retryAfterMs: Math.ceil(waitMs / 1000) * 1000 }),
			...(this.#options.namesLimit && { limit: this.#options.limit }),
		};
	}

	/** Takes one call if the limit allows it. @returns 0 if so, else ms until the next one passes */
	#waitMs(): number {
		const { counting, limit } = this.#options;
		const now = this.#clock.now();
		if (counting === 'bucket') {
			const perMs = limit.calls / limit.windowMs;
			this.#tokens = Math.min(limit.calls, this.#tokens + (now - this.#refilledAt) * perMs);
			this.#refilledAt = now;
			if (this.#tokens < 1) return (1 - this.#tokens) / perMs;
			this.#tokens -= 1;
			return 0;
		}
		const since = counting === 'sliding' ? now - limit.windowMs : Math.floor(now / limit.windowMs) * limit.windowMs;
		this.#passed = this.#passed.filter((time) => (counting === 'sliding' ? time > since : time >= since));
		if (this.#passed.length >= limit.calls) {
			return counting === 'sliding' ? (this.#passed[0] ?? now) + limit.windowMs - now : since + limit.windowMs - now;
		}
		this.#passed.push(now);
		return 0;
	}
}
