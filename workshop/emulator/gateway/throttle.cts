// Limits of calls per user (contract section 8). Real numbers are not published, so they are settings.
import type { Clock } from '../clock.cts';
import type { RetryAfterForm, ThrottleRule } from '../options.cts';

interface Gate {
	rule: ThrottleRule;
	/** Bucket: calls left, as of `at` (ms). */
	left: number;
	at: number;
	/** Window: times (ms) of the calls let through, oldest first. */
	times: number[];
}

/** What stopped a call: the rule, and how long to wait in ms until the next one passes. */
export interface Throttled {
	rule: ThrottleRule;
	waitMs: number;
}

export class Throttle {
	readonly #clock: Clock;
	readonly #gates = new Map<string, Gate[]>();
	#rules: ThrottleRule[] = [];

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** New rules start with full buckets. */
	setRules(rules: ThrottleRule[]): void {
		this.#rules = rules;
		this.#gates.clear();
	}

	/** Takes one call of `user`; a refused call does not count against any rule. */
	take(user: string): Throttled | undefined {
		if (this.#rules.length === 0) return undefined;
		const now = this.#clock.now();
		let gates = this.#gates.get(user);
		if (!gates) {
			gates = this.#rules.map((rule) => ({ rule, left: rule.calls, at: now, times: [] }));
			this.#gates.set(user, gates);
		}
		for (const gate of gates) {
			const waitMs = refresh(gate, now);
			if (waitMs > 0) return { rule: gate.rule, waitMs };
		}
		for (const gate of gates) {
			gate.left--;
			if (gate.rule.algorithm === 'window') gate.times.push(now);
		}
		return undefined;
	}
}

/** Brings a gate up to date. @returns ms until it lets a call through; 0 = now. */
function refresh(gate: Gate, now: number): number {
	const { calls, seconds, algorithm } = gate.rule;
	const periodMs = seconds * 1000;
	if (algorithm === 'window') {
		while (gate.times.length > 0 && now - (gate.times[0] ?? 0) >= periodMs) gate.times.shift();
		if (gate.times.length < calls) return 0;
		return Math.max(1, (gate.times[gate.times.length - calls] ?? now) + periodMs - now);
	}
	gate.left = Math.min(calls, gate.left + (Math.max(0, now - gate.at) * calls) / periodMs);
	gate.at = now;
	return gate.left >= 1 ? 0 : Math.ceil(((1 - gate.left) * periodMs) / calls);
}

/** Period as the gateway words it: `1 minute`, `1 second`, `10 second` (6.4, 7.3). */
export function periodText(seconds: number): string {
	return seconds % 60 === 0 ? `${seconds / 60} minute` : `${seconds} second`;
}

/** `Retry-After` in the form asked for; whole seconds, rounded up. */
export function retryAfterHeaders(form: RetryAfterForm, waitMs: number, clock: Clock): Record<string, string> {
	const seconds = Math.max(1, Math.ceil(waitMs / 1000));
	switch (form) {
		case 'none':
			return {};
		case 'seconds':
			return { 'Retry-After': String(seconds) };
		case 'date':
			return { 'Retry-After': new Date(clock.now() + clock.dateSkewMs + seconds * 1000).toUTCString() };
	}
}
