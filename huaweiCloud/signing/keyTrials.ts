import { HuaweiCloudError } from '../huaweiCloudError';
import type { KeyOutcome } from '../ocrRequest';
import { Refusals } from '../refusals';

/** Names are short; a process that sees more keys than this starts to learn anew. */
const MOST_KNOWN = 1_000;

/**
 * Access keys of this process: which the service has taken, which it refused. More than five wrong
 * signatures in a row lock a key (contract 4.2), so of the first calls with a key that nobody knows yet
 * one goes ahead, and the others wait for what becomes of it.
 */
export class KeyTrials {
	private readonly accepted = new Set<string>();

	private readonly underWay = new Map<string, Promise<void>>();

	private readonly refusals: Refusals;

	/** @param now ms of a clock that only goes forward */
	constructor(now: () => number) {
		this.refusals = new Refusals(now);
	}

	/** @throws HuaweiCloudError (keysRefused) instead of another call with a key that was refused */
	assertNotRefused(key: string, byHand = false): void {
		const refusal = this.refusals.insteadOfTrying(key, byHand);
		if (refusal) throw refusal;
	}

	/**
	 * Waits for a call's turn.
	 * @returns to be called with what became of the key
	 * @throws HuaweiCloudError (keysRefused) when the key turns out to be refused
	 */
	async begin(key: string): Promise<(outcome: KeyOutcome) => void> {
		this.assertNotRefused(key);
		const trial = this.accepted.has(key) ? undefined : this.underWay.get(key);
		if (trial) {
			await trial;
			this.assertNotRefused(key);
			// Where the trial taught nothing, because no answer came, those that waited for it go together.
			return (outcome) => this.end(key, outcome);
		}
		return this.accepted.has(key) ? (outcome) => this.end(key, outcome) : this.startTrial(key);
	}

	end(key: string, outcome: KeyOutcome): void {
		if (outcome === 'unknown') return;
		if (outcome === 'accepted') {
			this.refusals.forget(key);
			if (this.accepted.size >= MOST_KNOWN) this.accepted.clear();
			this.accepted.add(key);
			return;
		}
		this.accepted.delete(key);
		this.refusals.remember(key, new HuaweiCloudError({ ...outcome, problem: 'keysRefused' }));
	}

	private startTrial(key: string): (outcome: KeyOutcome) => void {
		let finish = (): void => undefined;
		this.underWay.set(key, new Promise((resolve) => (finish = resolve)));
		return (outcome) => {
			this.end(key, outcome);
			this.underWay.delete(key);
			finish();
		};
	}
}
