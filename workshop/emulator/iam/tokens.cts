// Tokens: issued, known, expired, revoked. Contract 2.3, 2.4 and 15.1.
import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../clock.cts';
import type { EmulatorProject, EmulatorUser } from '../users.cts';

export interface IssuedToken {
	user: EmulatorUser;
	/** Absent on tokens scoped to the account or to nothing. */
	project?: EmulatorProject;
	domainScope: boolean;
	methods: string[];
	/** ms since 1970. */
	issuedAt: number;
	expiresAt: number;
	revoked: boolean;
	mfa: boolean;
}

export class TokenStore {
	readonly #clock: Clock;
	readonly #tokens = new Map<string, IssuedToken>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** @param length of the token in characters; default random, 4 to 9 KB. */
	issue(grant: Omit<IssuedToken, 'issuedAt' | 'expiresAt' | 'revoked'>, lifeMs: number, length?: number): string {
		const text = newTokenText(length ?? randomInt(4_100, 9_121));
		const issuedAt = this.#clock.now();
		this.#tokens.set(text, { ...grant, issuedAt, expiresAt: issuedAt + lifeMs, revoked: false });
		return text;
	}

	find(text: string): IssuedToken | undefined {
		return this.#tokens.get(text);
	}

	isExpired(token: IssuedToken): boolean {
		return this.#clock.now() >= token.expiresAt;
	}

	/** As after a password or permission change: known, but to be renewed. */
	revokeAll(userName?: string): number {
		return this.#each(userName, (token) => (token.revoked = true));
	}

	expireAll(userName?: string): number {
		return this.#each(userName, (token) => (token.expiresAt = Math.min(token.expiresAt, this.#clock.now())));
	}

	/** As if another environment had issued them. */
	forgetAll(): void {
		this.#tokens.clear();
	}

	get size(): number {
		return this.#tokens.size;
	}

	#each(userName: string | undefined, change: (token: IssuedToken) => void): number {
		let changed = 0;
		for (const token of this.#tokens.values()) {
			if (userName !== undefined && token.user.name !== userName) continue;
			change(token);
			changed++;
		}
		return changed;
	}
}

/**
 * Base64 of a block that starts like the CMS SignedData of real tokens (2.3): outer sequence, its
 * object identifier 1.2.840.113549.1.7.2, then content that is random here.
 */
export function newTokenText(length: number): string {
	const bytes = Math.max(64, Math.floor(length / 4) * 3);
	const block = randomBytes(bytes);
	const head = [0x30, 0x82, ...twoBytes(bytes - 4), 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
	const content = [0xa0, 0x82, ...twoBytes(bytes - 19), 0x30, 0x82, ...twoBytes(bytes - 23), 0x02, 0x01, 0x01];
	Buffer.from([...head, ...content]).copy(block);
	return block.toString('base64');
}

function twoBytes(value: number): [number, number] {
	return [(value >> 8) & 0xff, value & 0xff];
}

/** `2020-01-04T09:05:22.701000Z`: six fraction digits, the last three are zero (2.2). */
export function iamTime(ms: number): string {
	return new Date(ms).toISOString().replace('Z', '000Z');
}
