// Lock after failed logins: by default five within 15 minutes lock the user for 15 minutes (2.6).
import type { Clock } from '../clock.cts';

const FAILURES = 5;
const WINDOW_MS = 15 * 60 * 1000;
const LOCK_MS = 15 * 60 * 1000;

export class LoginGuard {
	readonly #clock: Clock;
	readonly #failures = new Map<string, number[]>();
	readonly #lockedUntil = new Map<string, number>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	isLocked(user: string): boolean {
		return (this.#lockedUntil.get(user) ?? 0) > this.#clock.now();
	}

	failed(user: string): void {
		const now = this.#clock.now();
		const recent = (this.#failures.get(user) ?? []).filter((time) => now - time < WINDOW_MS);
		recent.push(now);
		if (recent.length >= FAILURES) {
			this.#lockedUntil.set(user, now + LOCK_MS);
			this.#failures.delete(user);
		} else this.#failures.set(user, recent);
	}

	succeeded(user: string): void {
		this.#failures.delete(user);
	}

	reset(): void {
		this.#failures.clear();
		this.#lockedUntil.clear();
	}
}
