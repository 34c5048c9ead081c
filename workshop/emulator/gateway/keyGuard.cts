// Lock of an access key after wrong signatures: more than 5 in a row → 5 minutes (4.2, 15.2 row 6b).
import type { Clock } from '../clock.cts';

const ALLOWED_FAILURES = 5;
const LOCK_MS = 5 * 60 * 1000;

export class KeyGuard {
	readonly #clock: Clock;
	readonly #failures = new Map<string, number>();
	readonly #lockedUntil = new Map<string, number>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	isLocked(accessKeyId: string): boolean {
		return (this.#lockedUntil.get(accessKeyId) ?? 0) > this.#clock.now();
	}

	failed(accessKeyId: string): void {
		const failures = (this.#failures.get(accessKeyId) ?? 0) + 1;
		if (failures > ALLOWED_FAILURES) {
			this.#lockedUntil.set(accessKeyId, this.#clock.now() + LOCK_MS);
			this.#failures.delete(accessKeyId);
		} else this.#failures.set(accessKeyId, failures);
	}

	succeeded(accessKeyId: string): void {
		this.#failures.delete(accessKeyId);
	}

	reset(): void {
		this.#failures.clear();
		this.#lockedUntil.clear();
	}
}
