/** Added to waits that end at a known moment, so that the next call lands behind it, ms. */
export const MARGIN_MS = 150;

/** A window that passes so few calls shows that there is none: at least, or as part of its quota. */
const REFUTING = { calls: 2, part: 0.05 } as const;

/** A refusal with less than this part of the quota left means that the window is used up. */
const REST_OF_WINDOW = 0.25;

/** A window that was used up without a refusal may be a little larger than thought. */
const GROWTH = 1.1;

/** What is known of a limit that opens all at once, such as one per minute. Times in ms of the pace's clock. */
export class QuotaWindow {
	/** No call of it has started yet. */
	private fresh = true;

	private left: number;

	/** When the next quota may be spent. */
	readonly renewedAt: number;

	/** @param spent calls of the quota that have been made already */
	constructor(
		readonly quota: number,
		readonly windowMs: number,
		openedAt: number,
		spent: number,
	) {
		this.left = quota - spent;
		this.renewedAt = openedAt + windowMs + MARGIN_MS;
	}

	get isSpent(): boolean {
		return this.left <= 0;
	}

	/** Whether a refusal now is explained by the quota being as good as spent. */
	get isAlmostSpent(): boolean {
		return this.left < REST_OF_WINDOW * this.quota;
	}

	/** Whether a refusal after so many calls shows that there is no such window. */
	isRefutedBy(accepted: number): boolean {
		return accepted <= Math.max(REFUTING.calls, REFUTING.part * this.quota);
	}

	/** One call of the quota starts. @returns whether it is the first of the window */
	spend(): boolean {
		const isFirst = this.fresh;
		this.fresh = false;
		this.left -= 1;
		return isFirst;
	}

	/** The window after this one, with its first call made. @param named calls that the service names */
	next(openedAt: number, named: number | undefined): QuotaWindow {
		const window = new QuotaWindow(named ?? Math.ceil(this.quota * GROWTH), this.windowMs, openedAt, 1);
		window.fresh = false;
		return window;
	}
}
