import type { NamedLimit } from '../../../huaweiCloud/errors/types';
import { EvenPace } from './evenPace';
import { NamedPace } from './namedPace';
import { MARGIN_MS, QuotaWindow } from './quotaWindow';
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
	/** When its first call had passed, ms: its start may have waited for a login. */
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

/** Waits between probes while the service refuses (contract 7.4: 2–5 s, doubling, some tries a minute). */
const PROBE_WAITS = { firstWait: 2_000, maxWait: 15_000 } as const;

/** The service's own limit is per minute (contract, section 8). */
const USUAL_WINDOW_MS = 60_000;

/** From this many refusals in a row on, a limit opens at a certain time instead of bit by bit. */
const WINDOW_REFUSALS = 3;
const WINDOW_RETRY_AFTER_MS = 10_000;

/** After a refusal at a known pace, so many calls' time is enough; at least this many ms. */
const PACED_PAUSE = { calls: 10, atLeast: 300 } as const;

/**
 * Finds out how often calls may be made, from nothing but which calls were refused. Times are ms of one
 * clock that only goes forward.
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

	private closedSince: number | undefined;

	/** Refusals in a row. */
	private refusals = 0;

	/** Waits since the first refusal, or since the one that was to end with the window. */
	private waited = 0;

	private longestAsked = 0;

	private window: QuotaWindow | undefined;

	private windowRefuted = false;

	private readonly even: EvenPace;

	private readonly named = new NamedPace();

	/**
	 * @param requestsPerSecond upper bound set by the user; 0: none
	 * @param random 0 ≤ random() < 1; spreads waits
	 */
	constructor(
		requestsPerSecond: number,
		private readonly random: () => number,
	) {
		this.even = new EvenPace(requestsPerSecond);
	}

	/** When the next call may start; Infinity: when the probe under way has ended. */
	earliestStart(): number {
		const { earliestStart } = this.even;
		if (this.phase === 'probing') return this.hasPassedShortWindow() ? earliestStart : Infinity;
		if (this.phase === 'closed') return Math.max(this.opensAt, earliestStart);
		return this.window?.isSpent ? Math.max(this.window.renewedAt, earliestStart) : earliestStart;
	}

	/** A call starts now. */
	start(now: number): Ticket {
		const probe = this.phase === 'closed';
		if (probe) this.phase = 'probing';
		const opensWindow = this.window !== undefined && this.spend(this.window, now);
		this.even.start(now);
		return { cycle: this.cycle, probe, opensWindow };
	}

	/** The service took the call, whatever it answered. */
	accepted(ticket: Ticket, now: number): void {
		ticket.cycle.accepted += 1;
		ticket.cycle.openedAt ??= now;
		this.even.accepted();
		if (ticket.probe && this.phase === 'probing') this.reopen(now);
		else if (ticket.cycle === this.cycle && this.phase === 'open') this.even.grow(this.named.rate);
	}

	/** The service refused the call. */
	refused(ticket: Ticket, now: number, refusal: Refusal): void {
		this.named.hear(refusal.limit);
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
		if (this.hasPassedShortWindow()) this.even.set(this.named.rate);
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
		const { windowMs = Infinity } = this.named;
		return windowMs <= PROBE_WAITS.firstWait && this.refusals === 1;
	}

	private close(now: number): void {
		this.refusals = 1;
		this.waited = 0;
		this.longestAsked = 0;
		this.closedSince = now;
		this.even.refused(now);
		if (this.window?.isRefutedBy(this.cycle.accepted)) {
			this.windowRefuted = true;
			this.window = undefined;
		}
	}

	private waitAfter(now: number, { retryAfterMs }: Refusal): number {
		if (retryAfterMs !== undefined) return retryAfterMs * (1 + 0.05 * this.random()) + MARGIN_MS;
		const windowMs = this.named.windowMs ?? USUAL_WINDOW_MS;
		// Should a known window be wrong by a little, the next probes come soon.
		const untilReopening = (this.cycle.openedAt ?? now) + windowMs + MARGIN_MS - now;
		if (this.hasPassedShortWindow()) return Math.max(MARGIN_MS, untilReopening);
		if (this.window?.isAlmostSpent && this.refusals === 1) {
			return Math.max(0, this.window.renewedAt - now);
		}
		const wait = growingWait(++this.waited, this.probeWaits(), this.random());
		// A window that opened with the first call of this cycle reopens at a known time.
		if (untilReopening <= 0 || untilReopening > 1.5 * wait) return wait;
		this.waited = 0;
		return untilReopening;
	}

	/** At a known pace the service opens again soon. */
	private probeWaits(): { firstWait: number; maxWait: number } {
		const { pause } = this.even;
		if (pause === 0) return PROBE_WAITS;
		const short = Math.max(PACED_PAUSE.atLeast, PACED_PAUSE.calls * pause);
		return { ...PROBE_WAITS, firstWait: Math.min(PROBE_WAITS.firstWait, short) };
	}

	/** A probe has passed. */
	private reopen(now: number): void {
		const { openedAt, accepted } = this.cycle;
		// The probe itself belongs to the next cycle.
		const passed = accepted - 1;
		const periodMs = openedAt === undefined ? 0 : now - openedAt;
		this.phase = 'open';
		this.closedSince = undefined;
		this.cycle = { openedAt: now, accepted: 1 };
		if (this.looksLikeWindow(passed)) this.openWindow(now, passed, periodMs);
		else this.openEvenly(now, passed, periodMs);
	}

	private looksLikeWindow(passed: number): boolean {
		const stayedClosed =
			this.refusals >= WINDOW_REFUSALS || this.longestAsked >= WINDOW_RETRY_AFTER_MS;
		return !this.windowRefuted && passed > 1 && (this.window !== undefined || stayedClosed);
	}

	private openWindow(now: number, passed: number, periodMs: number): void {
		this.even.release(now);
		// Where it opens again before its time, what is left of it may still be spent.
		if (this.window && now < this.window.renewedAt - MARGIN_MS) return;
		const windowMs = this.named.windowMs ?? this.window?.windowMs ?? periodMs;
		this.window = new QuotaWindow(passed, windowMs, now, 1);
	}

	private openEvenly(now: number, passed: number, periodMs: number): void {
		this.window = undefined;
		// One cycle measures coarsely, all of them since the first refusal rather too low.
		const measured = periodMs > 0 ? Math.max(passed, 1) / periodMs : 0;
		this.even.set(this.named.isKnown ? this.named.rate : Math.max(measured, this.even.average(now)));
		this.even.pauseFrom(now);
	}

	/** @returns whether this call opens a new window */
	private spend(window: QuotaWindow, now: number): boolean {
		if (!window.isSpent) return window.spend();
		this.cycle = { openedAt: now, accepted: 0 };
		this.window = window.next(now, this.named.calls);
		return true;
	}
}
