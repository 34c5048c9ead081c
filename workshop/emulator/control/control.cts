// The in-process side of the control interface: what tests and benchmarks hold in their hands.
import type { Cloud } from '../cloud.cts';
import type { EmulatorSettings } from '../options.cts';
import type { EmulatorUser } from '../users.cts';
import type { CallRecord, CounterValues } from './counters.cts';
import type { Fault, FaultRule, When } from './faults.cts';
import type { StoredObject } from '../ocr/objectStorage.cts';

export class Control {
	readonly #cloud: Cloud;

	constructor(cloud: Cloud) {
		this.#cloud = cloud;
	}

	// Faults

	/** Adds a fault rule. @returns its id. */
	addFault(rule: FaultRule): number {
		return this.#cloud.faults.add(rule);
	}

	/** Short for `addFault({ on: 'ocr', … })`. */
	failOcr(fault: Fault, when: When = 'next'): number {
		return this.addFault({ on: 'ocr', when, fault });
	}

	/** Short for `addFault({ on: 'iam', … })`. */
	failIam(fault: Fault, when: When = 'next'): number {
		return this.addFault({ on: 'iam', when, fault });
	}

	removeFault(id: number): void {
		this.#cloud.faults.remove(id);
	}

	clearFaults(): void {
		this.#cloud.faults.clear();
	}

	/** How often a rule has hit. */
	faultHits(id: number): number {
		return this.#cloud.faults.hits(id);
	}

	// Settings

	/** Changes behaviour from the next call on. */
	set(changes: Partial<EmulatorSettings>): void {
		Object.assign(this.#cloud.settings, changes);
		if (changes.throttle) this.#cloud.throttle.setRules(changes.throttle);
		if (changes.loginThrottle) this.#cloud.loginThrottle.setRules(changes.loginThrottle);
	}

	get settings(): Readonly<EmulatorSettings> {
		return this.#cloud.settings;
	}

	get users(): readonly EmulatorUser[] {
		return this.#cloud.directory.users;
	}

	// Tokens and time

	/** As after a change of password or rights: APIG.0307 from now on. @returns how many. */
	revokeTokens(userName?: string): number {
		return this.#cloud.tokens.revokeAll(userName);
	}

	/** APIG.0301 … token expires. @returns how many. */
	expireTokens(userName?: string): number {
		return this.#cloud.tokens.expireAll(userName);
	}

	/** As if they came from another environment: APIG.0301 … decrypt token fail. */
	forgetTokens(): void {
		this.#cloud.tokens.forgetAll();
	}

	/** Moves the emulated clock: ages tokens and lock-outs, and shows in `Date`. */
	shiftClock(ms: number): void {
		this.#cloud.clock.shift(ms);
	}

	/** Changes only what `Date` says. */
	skewDate(ms: number): void {
		this.#cloud.clock.dateSkewMs = ms;
	}

	/** Emulated time, ms since 1970. */
	now(): number {
		return this.#cloud.clock.now();
	}

	/** Ends lock-outs of users and access keys. */
	unlock(): void {
		this.#cloud.loginGuard.reset();
		this.#cloud.keyGuard.reset();
	}

	// Object storage

	/** Puts an object into the stand-in for OBS. @returns its URL. */
	putObject(bucket: string, region: string, key: string, object: StoredObject): string {
		return this.#cloud.storage.put(bucket, region, key, object);
	}

	// Counters

	counters(): CounterValues {
		return this.#cloud.counters.values();
	}

	/** Calls since the last reset, oldest first. */
	calls(): CallRecord[] {
		return this.#cloud.counters.log();
	}

	/** Calls whose first byte came after `time` (`Date.now()`): what a cancelled run still sent. */
	callsBegunAfter(time: number): CallRecord[] {
		return this.#cloud.counters.begunAfter(time);
	}

	/** Counters and call log back to zero. */
	resetCounters(): void {
		this.#cloud.counters.reset();
	}

	/** Counters, faults, lock-outs, clock and objects; tokens and settings stay. */
	reset(): void {
		this.resetCounters();
		this.clearFaults();
		this.unlock();
		this.#cloud.clock.reset();
		this.#cloud.storage.clear();
	}
}
