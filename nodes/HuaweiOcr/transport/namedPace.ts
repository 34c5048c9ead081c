import type { NamedLimit } from '../../../huaweiCloud/errors/types';

/** A named limit is kept with a little distance: answers and clocks are not that even. */
const NAMED_PART = 0.98;

/** What the service itself says about its limit, as far as it has said anything. */
export class NamedPace {
	private limit: NamedLimit | undefined;

	/** A refusal named the limit, or did not. */
	hear(limit: NamedLimit | undefined): void {
		this.limit = limit ?? this.limit;
	}

	get isKnown(): boolean {
		return this.limit !== undefined;
	}

	/** Calls in a window; undefined when no limit was named. */
	get calls(): number | undefined {
		return this.limit?.calls;
	}

	/** ms; undefined when no limit was named. */
	get windowMs(): number | undefined {
		return this.limit?.windowMs;
	}

	/** Calls per ms; Infinity when no limit was named. */
	get rate(): number {
		return this.limit ? (NAMED_PART * this.limit.calls) / this.limit.windowMs : Infinity;
	}
}
