// Faults on demand: which calls they hit and what they do. Everything here can also be written as JSON,
// except a predicate and an own change of the answer, which only exist in-process.
import type { Answer } from '../http/answers.cts';
import type { CallRecord, CallTarget } from './counters.cts';
import type { LoginAnswerName } from './loginAnswers.cts';
import type { OddAnswerName } from './oddAnswers.cts';

/** What a fault does. Kinds that act on a computed answer say so; the others act before any check. */
export type Fault =
	/** An error code of the contract, in its own shape; `status` picks a row or replaces the status. */
	| { kind: 'error'; code: string; status?: number; message?: string; headers?: Record<string, string> }
	/** Waits, then goes on as usual. */
	| { kind: 'delay'; ms: number }
	/** Never answers; the connection stays open until the client or `close()` ends it. */
	| { kind: 'silence' }
	/** Connection reset before anything is looked at. */
	| { kind: 'reset' }
	/** Answer computed (and billed), then the connection is reset: a lost 200. */
	| { kind: 'reset-after' }
	/** Answer computed, half of its body sent, then the connection is reset. */
	| { kind: 'half-body' }
	/** Answer computed, then cut in the middle, with a matching Content-Length: broken JSON. */
	| { kind: 'truncated-json' }
	/** HTML as a load balancer sends it. Default 502. */
	| { kind: 'html'; status?: number; headers?: Record<string, string> }
	/** No body at all. Default 502. */
	| { kind: 'empty'; status?: number; headers?: Record<string, string> }
	/** Any answer, word for word. */
	| { kind: 'raw'; status: number; headers?: Record<string, string>; body: string }
	/** What a login may be answered with, by name (loginAnswers.cts). For `on: 'iam'`. */
	| { kind: 'login'; name: LoginAnswerName }
	/** Redirect; the path of the call is appended when `location` ends without a path. */
	| { kind: 'redirect'; status: 301 | 302 | 303 | 307 | 308; location: string }
	/** Answer computed, sent under another content type. */
	| { kind: 'content-type'; value: string }
	/** Answer computed, headers added, replaced or (null) removed. */
	| { kind: 'headers'; headers: Record<string, string | null> }
	/** Answer computed, then changed into a named odd one (oddAnswers.cts). */
	| { kind: 'odd'; name: OddAnswerName }
	/** Answer computed, then changed by a function. In-process only. */
	| { kind: 'change'; change: (answer: Answer) => Answer }
	/** All tokens issued so far are revoked (APIG.0307) or expired, then the call goes on. */
	| { kind: 'revoke-tokens' }
	| { kind: 'expire-tokens' };

/** Which calls a rule hits. Numbers count the rule's own target calls since the rule was added, from 1. */
export type When =
	| 'always'
	| 'next'
	| { call: number }
	| { calls: number[] }
	| { from?: number; to?: number }
	| { every: number }
	/** In-process only. */
	| ((callNumber: number, call: CallRecord) => boolean);

export interface FaultRule {
	/** Default `ocr`. `iam` means POST /v3/auth/tokens. */
	on?: CallTarget;
	/** Default `next`. */
	when?: When;
	fault: Fault;
}

interface ActiveRule {
	id: number;
	on: CallTarget;
	when: When;
	fault: Fault;
	seen: number;
	hits: number;
}

export class Faults {
	#rules: ActiveRule[] = [];
	#nextId = 1;

	/** @returns id for `remove`. */
	add(rule: FaultRule): number {
		const id = this.#nextId++;
		this.#rules.push({
			id,
			on: rule.on ?? 'ocr',
			when: rule.when ?? 'next',
			fault: rule.fault,
			seen: 0,
			hits: 0,
		});
		return id;
	}

	remove(id: number): void {
		this.#rules = this.#rules.filter((rule) => rule.id !== id);
	}

	clear(): void {
		this.#rules = [];
	}

	/** How often a rule has hit so far. */
	hits(id: number): number {
		return this.#rules.find((rule) => rule.id === id)?.hits ?? 0;
	}

	list(): Array<{ id: number; on: CallTarget; when: string; kind: Fault['kind']; seen: number; hits: number }> {
		return this.#rules.map(({ id, on, when, fault, seen, hits }) => ({
			id,
			on,
			when: typeof when === 'function' ? 'function' : JSON.stringify(when),
			kind: fault.kind,
			seen,
			hits,
		}));
	}

	/** Faults for this call, in the order in which the rules were added. Counts the call. */
	take(record: CallRecord): Fault[] {
		const taken: Fault[] = [];
		for (const rule of this.#rules) {
			if (rule.on !== record.target) continue;
			rule.seen++;
			if (!matches(rule.when, rule.seen, record)) continue;
			rule.hits++;
			taken.push(rule.fault);
		}
		return taken;
	}
}

function matches(when: When, number: number, record: CallRecord): boolean {
	if (when === 'always') return true;
	if (when === 'next') return number === 1;
	if (typeof when === 'function') return when(number, record);
	if ('call' in when) return number === when.call;
	if ('calls' in when) return when.calls.includes(number);
	if ('every' in when) return number % when.every === 0;
	return number >= (when.from ?? 1) && number <= (when.to ?? Number.POSITIVE_INFINITY);
}
