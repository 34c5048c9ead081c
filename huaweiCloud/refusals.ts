import { HuaweiCloudError } from './huaweiCloudError';

/** Failures within this time lock a user (contract 2.6); those of a key count in a row (4.2). */
const WINDOW = 15 * 60_000;

/** So many refusals within the window; the fifth would lock. */
const MOST = 3;

/** Executions wait so long between two tries, so that the three are not used up at once. */
const PAUSE = 5 * 60_000;

/** Times are ms of a clock that only goes forward. */
interface Refused {
	readonly error: HuaweiCloudError;
	/** The last ones, at most MOST, at least one. */
	readonly at: readonly number[];
}

/**
 * Refused logins and access keys of this process. The same one is not tried again for as long as that
 * could lock it; another password or key is another name, and tried at once.
 */
export class Refusals {
	private readonly refused = new Map<string, Refused>();

	/** @param now ms of a clock that only goes forward */
	constructor(private readonly now: () => number) {}

	/**
	 * The refusal that counts instead of another try; undefined when it may be tried.
	 * @param name of login data or key
	 * @param byHand someone waits for a test: only the number of refusals counts, not the pause
	 */
	insteadOfTrying(name: string, byHand: boolean): HuaweiCloudError | undefined {
		const known = this.refused.get(name);
		if (!known) return undefined;
		const now = this.now();
		const last = Math.max(...known.at);
		const freeAt = Math.max(
			known.at.length < MOST ? -Infinity : Math.min(...known.at) + WINDOW,
			byHand ? -Infinity : last + PAUSE,
		);
		return now > freeAt ? undefined : remembered(known.error, now - last, freeAt - now);
	}

	remember(name: string, error: HuaweiCloudError): void {
		this.forgetOld();
		const at = this.refused.get(name)?.at ?? [];
		this.refused.set(name, { error, at: [...at, this.now()].slice(-MOST) });
	}

	/** It was accepted. */
	forget(name: string): void {
		this.refused.delete(name);
	}

	/** Keeps the map from growing in a process that lives for months. */
	private forgetOld(): void {
		for (const [name, { at }] of this.refused) {
			if (this.now() - Math.max(...at) > WINDOW) this.refused.delete(name);
		}
	}
}

function remembered({ details }: HuaweiCloudError, agoMs: number, waitMs: number): HuaweiCloudError {
	return new HuaweiCloudError({
		...details,
		description: `${details.description} This was answered ${minutes(agoMs)} ago. The same data are not sent again for ${minutes(waitMs)}, because more failures could lock them; changed data are tried at once.`,
	});
}

function minutes(ms: number): string {
	const count = Math.max(1, Math.ceil(ms / 60_000));
	return count === 1 ? 'a minute' : `${count} minutes`;
}
