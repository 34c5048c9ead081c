import type { Clock } from './clock';
import { ParallelWindow } from './parallelWindow';
import { RateFinder, type Refusal, type Ticket } from './rateFinder';

/** What became of a call, as far as the pace of the next ones depends on it. */
export type CallReport =
	/** The service took it, whatever it said about the image. */
	| { readonly kind: 'answered' }
	/** Refused: too many calls in a time. */
	| ({ readonly kind: 'throttled' } & Refusal)
	/** Refused: too many calls at the same time. */
	| ({ readonly kind: 'tooManyParallel' } & Refusal)
	/** No answer, or one that shows the service in trouble. */
	| { readonly kind: 'troubled' }
	/** Ended before any limit was looked at, such as a login that failed. */
	| { readonly kind: 'unrelated' };

export interface PaceSettings {
	/** Option Max Concurrency. */
	readonly maxConcurrency: number;
	/** Option Requests per Second; 0: no bound but what the service sets. */
	readonly requestsPerSecond: number;
}

interface Waiting {
	readonly go: (ticket: Ticket) => void;
	readonly refuse: (error: Error) => void;
}

/**
 * Decides when calls begin: as many and as fast as settings and service allow. One pace serves all
 * calls of an execution.
 */
export class Pace {
	private readonly waiting: Waiting[] = [];

	private inFlight = 0;

	private wakesAt = Infinity;

	private stoppedBy: Error | undefined;

	private readonly clock: Clock;

	private readonly rate: RateFinder;

	private readonly parallel: ParallelWindow;

	/** @param random 0 ≤ random() < 1; spreads waits */
	constructor(settings: PaceSettings, clock: Clock, random: () => number = Math.random) {
		this.clock = clock;
		this.rate = new RateFinder(settings.requestsPerSecond, random);
		this.parallel = new ParallelWindow(settings.maxConcurrency);
	}

	/**
	 * Makes one call when its turn comes.
	 * @param reportOf what the result says about the pace
	 * @param again true for a repetition: it goes before calls that have not been made yet
	 * @throws CancelledError when the execution is cancelled before its turn
	 */
	async run<T>(
		call: () => Promise<T>,
		reportOf: (result: T) => CallReport,
		again = false,
	): Promise<T> {
		const ticket = await this.turn(again);
		let report: CallReport = { kind: 'troubled' };
		try {
			const result = await call();
			report = reportOf(result);
			return result;
		} finally {
			const now = this.clock.now();
			switch (report.kind) {
				case 'answered':
					this.rate.accepted(ticket, now);
					this.parallel.answered();
					break;
				case 'throttled':
					this.rate.refused(ticket, now, report);
					break;
				case 'tooManyParallel':
					// Alone and still too many: others use the same limit, so only waiting helps.
					if (this.inFlight > 1) this.rate.accepted(ticket, now);
					else this.rate.refused(ticket, now, report);
					this.parallel.refusedAt(this.inFlight);
					break;
				case 'troubled':
					this.rate.unknown(ticket, now);
					this.parallel.troubled();
					break;
				case 'unrelated':
					this.rate.unknown(ticket, now);
					break;
			}
			this.inFlight -= 1;
			this.startWaiting();
		}
	}

	/** For how long the service has refused every call, ms. */
	closedForMs(): number {
		return this.rate.closedForMs(this.clock.now());
	}

	/** Ends all waiting; no call begins any more. */
	stop(error: Error): void {
		this.stoppedBy ??= error;
		for (const { refuse } of this.waiting.splice(0)) refuse(this.stoppedBy);
	}

	private async turn(again: boolean): Promise<Ticket> {
		if (this.stoppedBy) throw this.stoppedBy;
		return await new Promise<Ticket>((go, refuse) => {
			if (again) this.waiting.unshift({ go, refuse });
			else this.waiting.push({ go, refuse });
			this.startWaiting();
		});
	}

	private startsAt(): number {
		return this.parallel.hasRoom(this.inFlight) ? this.rate.earliestStart() : Infinity;
	}

	/** Starts the calls whose turn has come, and arranges to come back for the next one. */
	private startWaiting(): void {
		for (let next = this.waiting[0]; next; next = this.waiting[0]) {
			const startsAt = this.startsAt();
			const now = this.clock.now();
			if (startsAt > now) {
				if (startsAt < this.wakesAt) this.wakeAt(startsAt);
				return;
			}
			this.waiting.shift();
			this.inFlight += 1;
			const ticket = this.rate.start(now);
			if (ticket.opensWindow) this.parallel.restart();
			next.go(ticket);
		}
	}

	private wakeAt(time: number): void {
		this.wakesAt = time;
		this.clock.sleep(Math.max(1, Math.ceil(time - this.clock.now()))).then(
			() => {
				if (this.wakesAt === time) this.wakesAt = Infinity;
				this.startWaiting();
			},
			(error: Error) => this.stop(error),
		);
	}
}
