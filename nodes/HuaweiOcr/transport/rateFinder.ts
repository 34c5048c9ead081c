import type { NamedLimit } from '../../../huaweiCloud/errors/types';
import { growingWait } from './retryPolicy';

/** A refusal because of too many calls. */
export interface Refusal {
	/** ms, as the service asks */
	readonly retryAfterMs?: number;
	/** The limit, where the service names it. */
	readonly limit?: NamedLimit;
}

/** An open phase: from the first call that passed until the service refuses. */
interface Cycle {
	/** When its first call had passed, ms since 1970: its start may have waited for a login. */
	openedAt?: number;
	accepted: number;
}

/** Belongs to one call; handed back with what became of it. */
export interface Ticket {
	readonly cycle: Cycle;
	readonly probe: boolean;
	/** The first call of a new window: calls should build up as they did in the last one. */
	readonly opensWindow: boolean;
}

/** Spending of a limit that opens all at once, such as a per-minute window. */
interface Burst {
	readonly quota: number;
	readonly windowMs: number;
	/** No call of it has started yet. */
	fresh: boolean;
	left: number;
	/** When the next quota may be spent, ms since 1970. */
	readonly renewedAt: number;
}

/** Waits between probes while the service refuses (contract 7.4: 2–5 s, doubling, some tries a minute). */
const PROBE_WAITS = { firstWait: 2_000, maxWait: 15_000 } as const;

/** The service's own limit is per minute (contract, section 8). */
const USUAL_WINDOW_MS = 60_000;

/** Added to waits that end at a known moment, so that the next call lands behind it. */
const MARGIN_MS = 150;

/** From this many refusals in a row on, a limit opens at a certain time instead of bit by bit. */
const WINDOW_REFUSALS = 3;
const WINDOW_RETRY_AFTER_MS = 10_000;

/** A burst that passes so few calls shows that there is no window: at least, or as part of its quota. */
const REFUTING = { calls: 2, part: 0.05 } as const;

/** A refusal with less than this part of the quota left means that the window is used up. */
const REST_OF_WINDOW = 0.25;

/** A named limit is kept with a little distance: answers and clocks are not that even. */
const NAMED_PART = 0.98;

/** After a refusal at a known pace, so many calls' time is enough; at least this many ms. */
const PACED_PAUSE = { calls: 10, atLeast: 300 } as const;

/** ms; a bound that leaves longer pauses between calls is a slip of the pen. */
const LONGEST_INTERVAL = 60 * 60_000;

/** How fast a pace grows per call that passes: far below, near, and above the last refused pace. */
const GROWTH = { unknown: 1.1, below: 1.03, above: 1.005 } as const;

/**
 * Finds out how often calls may be made, from nothing but which calls were refused.
 *
 * Calls pass freely until one is refused. Then a single call probes, after growing waits, until one
 * passes. What was let through since the last opening, divided by the time, is the pace to go on
 * with: a limit that refills bit by bit (token bucket) is met by that pace without further refusals.
 * If the service stayed closed for long instead, its limit is a window that opens all at once; then
 * as many calls as passed last time are made at once. A wrong guess costs one refusal and is given up.
 */
export class RateFinder {
	private cycle: Cycle = { accepted: 0 };

	private phase: 'open' | 'closed' | 'probing' = 'open';

	private opensAt = 0;

	/** Refusals in a row. */
	private refusals = 0;

	/** Waits since the first refusal, or since the one that was to end with the window. */
	private waited = 0;

	private longestAsked = 0;

	private closedSince: number | undefined;

	/** ms between two calls; 0: as fast as they come */
	private interval = 0;

	private nextStart = 0;

	/** Pace that was refused last, calls per ms. */
	private refusedRate = Infinity;

	private burst: Burst | undefined;

	private windowRefuted = false;

	private named: NamedLimit | undefined;

	/** When the service first refused, and what it has let through since then. */
	private pacedSince: number | undefined;

	private pacedCalls = 0;

	private readonly minInterval: number;

	private readonly random: () => number;

	/** @param requestsPerSecond upper bound set by the user; 0: none */
	constructor(requestsPerSecond: number, random: () => number) {
		this.minInterval = requestsPerSecond > 0 ? Math.min(1000 / requestsPerSecond, LONGEST_INTERVAL) : 0;
		this.random = random;
	}

	/** When the next call may start, ms since 1970; Infinity: when the probe under way has ended. */
	earliestStart(): number {
		if (this.phase === 'probing') return this.hasPassedShortWindow() ? this.nextStart : Infinity;
		if (this.phase === 'closed') return Math.max(this.opensAt, this.nextStart);
		if (this.burst && this.burst.left <= 0) return Math.max(this.burst.renewedAt, this.nextStart);
		return this.nextStart;
	}

	/** A call starts now. */
	start(now: number): Ticket {
		const probe = this.phase === 'closed';
		if (probe) this.phase = 'probing';
		const opensWindow = this.burst !== undefined && this.spendBurst(this.burst, now);
		this.nextStart = Math.max(this.nextStart, now) + Math.max(this.interval, this.minInterval);
		return { cycle: this.cycle, probe, opensWindow };
	}

	/** The service took the call, whatever it answered. */
	accepted(ticket: Ticket, now: number): void {
		ticket.cycle.accepted += 1;
		ticket.cycle.openedAt ??= now;
		if (this.pacedSince !== undefined) this.pacedCalls += 1;
		if (ticket.probe && this.phase === 'probing') this.reopen(now);
		else if (ticket.cycle === this.cycle && this.phase === 'open') this.grow();
	}

	/** The service refused the call. */
	refused(ticket: Ticket, now: number, refusal: Refusal): void {
		this.named = refusal.limit ?? this.named;
		// Calls that were under way when the first refusal came say nothing new.
		const isNews = ticket.probe ? this.phase === 'probing' : this.phase === 'open';
		if (ticket.cycle !== this.cycle || !isNews) {
			if (this.phase === 'closed') this.opensAt = Math.max(this.opensAt, now + (refusal.retryAfterMs ?? 0));
			return;
		}
		if (ticket.probe) this.refusals += 1;
		else this.close(now);
		this.longestAsked = Math.max(this.longestAsked, refusal.retryAfterMs ?? 0);
		this.phase = 'closed';
		this.opensAt = now + this.waitAfter(now, refusal);
		if (this.named && this.hasPassedShortWindow()) this.interval = 1 / this.namedRate();
	}

	/** The call ended without telling whether it was within the limit. */
	unknown(ticket: Ticket, now: number): void {
		if (!ticket.probe || this.phase !== 'probing') return;
		this.phase = 'closed';
		this.opensAt = now;
	}

	/** For how long the service has been refusing every call, ms. */
	closedForMs(now: number): number {
		return this.closedSince === undefined ? 0 : now - this.closedSince;
	}

	/** After the wait for a short window of known size, calls need not wait for the probe's answer. */
	private hasPassedShortWindow(): boolean {
		return (
			this.named !== undefined && this.named.windowMs <= PROBE_WAITS.firstWait && this.refusals === 1
		);
	}

	private close(now: number): void {
		this.refusals = 1;
		this.waited = 0;
		this.longestAsked = 0;
		this.closedSince = now;
		this.pacedSince ??= now;
		if (this.interval > 0) this.refusedRate = 1 / this.interval;
		if (
			this.burst &&
			this.cycle.accepted <= Math.max(REFUTING.calls, REFUTING.part * this.burst.quota)
		) {
			this.windowRefuted = true;
			this.burst = undefined;
		}
	}

	private waitAfter(now: number, { retryAfterMs }: Refusal): number {
		if (retryAfterMs !== undefined) return retryAfterMs * (1 + 0.05 * this.random()) + MARGIN_MS;
		const windowMs = this.named?.windowMs ?? USUAL_WINDOW_MS;
		// Should a known window be wrong by a little, the next probes come soon.
		const untilReopening = (this.cycle.openedAt ?? now) + windowMs + MARGIN_MS - now;
		if (this.hasPassedShortWindow()) return Math.max(MARGIN_MS, untilReopening);
		if (this.burst && this.refusals === 1 && this.burst.left < REST_OF_WINDOW * this.burst.quota) {
			return Math.max(0, this.burst.renewedAt - now);
		}
		const { firstWait } = PROBE_WAITS;
		const pause = Math.max(PACED_PAUSE.atLeast, PACED_PAUSE.calls * this.interval);
		const waits = this.interval > 0 ? { ...PROBE_WAITS, firstWait: Math.min(firstWait, pause) } : PROBE_WAITS;
		const wait = growingWait(++this.waited, waits, this.random());
		// A window that opened with the first call of this cycle reopens at a known time.
		if (untilReopening <= 0 || untilReopening > 1.5 * wait) return wait;
		this.waited = 0;
		return untilReopening;
	}

	private reopen(now: number): void {
		const { openedAt, accepted } = this.cycle;
		// The probe itself belongs to the next cycle.
		const passed = accepted - 1;
		const periodMs = openedAt === undefined ? 0 : now - openedAt;
		const isWindow =
			!this.windowRefuted &&
			passed > 1 &&
			(this.burst !== undefined ||
				this.refusals >= WINDOW_REFUSALS ||
				this.longestAsked >= WINDOW_RETRY_AFTER_MS);
		this.phase = 'open';
		this.closedSince = undefined;
		this.cycle = { openedAt: now, accepted: 1 };
		if (isWindow && this.burst && now < this.burst.renewedAt - MARGIN_MS) {
			// Faster than the window opens again; what is left of it may still be spent.
			this.interval = 0;
			this.nextStart = now;
			return;
		}
		if (isWindow) {
			const windowMs = this.named?.windowMs ?? this.burst?.windowMs ?? periodMs;
			this.interval = 0;
			this.burst = {
				quota: passed,
				windowMs,
				fresh: true,
				left: passed - 1,
				renewedAt: now + windowMs + MARGIN_MS,
			};
			this.nextStart = now;
			return;
		}
		this.burst = undefined;
		// One cycle measures coarsely, all of them since the first refusal rather too low.
		const measured = periodMs > 0 ? Math.max(passed, 1) / periodMs : 0;
		const average = this.pacedCalls / Math.max(1, now - (this.pacedSince ?? now));
		const rate = this.named ? this.namedRate() : Math.max(measured, 0.9 * average);
		this.interval = rate > 0 ? 1 / rate : 0;
		this.nextStart = now + this.interval;
	}

	/** @returns whether this call opens a new window */
	private spendBurst(burst: Burst, now: number): boolean {
		if (burst.left > 0) {
			const first = burst.fresh;
			burst.fresh = false;
			burst.left -= 1;
			return first;
		}
		// The window was used up without a refusal, so it may be a little larger than thought.
		const quota = this.named?.calls ?? Math.ceil(burst.quota * 1.1);
		const { windowMs } = burst;
		this.cycle = { openedAt: now, accepted: 0 };
		this.burst = {
			quota,
			windowMs,
			fresh: false,
			left: quota - 1,
			renewedAt: now + windowMs + MARGIN_MS,
		};
		return true;
	}

	private grow(): void {
		if (this.interval === 0) return;
		const rate = 1 / this.interval;
		const growth =
			this.refusedRate === Infinity
				? GROWTH.unknown
				: rate < 0.9 * this.refusedRate
					? GROWTH.below
					: GROWTH.above;
		this.interval = 1 / Math.min(rate * growth, Math.max(rate, this.namedRate()));
	}

	/** Calls per ms; Infinity when the service names no limit. */
	private namedRate(): number {
		return this.named ? (NAMED_PART * this.named.calls) / this.named.windowMs : Infinity;
	}
}
