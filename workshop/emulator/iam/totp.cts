// Codes of a virtual MFA device (2.7): RFC 6238, SHA-1, 6 digits, a new one every 30 s.
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** @param ms time since 1970. */
export function totpCode(secret: string, ms: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(ms / STEP_MS)));
	const digest = createHmac('sha1', base32Bytes(secret)).update(counter).digest();
	const offset = (digest[digest.length - 1] ?? 0) & 0x0f;
	return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Accepts the code of one step before and after, as such devices' clocks drift. */
export function isTotpCode(code: unknown, secret: string, ms: number): boolean {
	if (typeof code !== 'string' || !/^\d{6}$/.test(code)) return false;
	return [-1, 0, 1].some((step) =>
		timingSafeEqual(Buffer.from(code), Buffer.from(totpCode(secret, ms + step * STEP_MS))),
	);
}

function base32Bytes(text: string): Buffer {
	let bits = '';
	for (const letter of text) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0');
	return Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
