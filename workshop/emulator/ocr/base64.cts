// Strict base64 (15.2 row 22), decoded piece by piece into reused memory, hashed on the way.
import { createHash } from 'node:crypto';
import { type Pooled, takeBuffer } from '../http/bufferPool.cts';

/** A multiple of four; small enough for strings that cost the garbage collector nothing. */
const PIECE = 64 * 1024;

export interface DecodedFile extends Pooled {
	hash: string;
}

/**
 * Node's decoder skips what does not belong; a piece of the full length proves that nothing was skipped. It
 * also takes the URL alphabet, which has to be looked for.
 * @returns undefined when alphabet, padding or length are wrong.
 */
export function decodeStrictBase64(text: Buffer): DecodedFile | undefined {
	if (text.length === 0 || text.length % 4 !== 0) return undefined;
	if (text.includes(0x2d) || text.includes(0x5f)) return undefined;
	const padding = text[text.length - 1] !== 0x3d ? 0 : text[text.length - 2] !== 0x3d ? 1 : 2;
	const pooled = takeBuffer((text.length / 4) * 3 - padding);
	const hash = createHash('sha256');
	let filled = 0;
	for (let at = 0; at < text.length; at += PIECE) {
		const piece = text.toString('latin1', at, Math.min(text.length, at + PIECE));
		const last = at + PIECE >= text.length;
		const expected = (piece.length / 4) * 3 - (last ? padding : 0);
		const written = pooled.bytes.write(piece, filled, 'base64');
		if (written !== expected) {
			pooled.release();
			return undefined;
		}
		hash.update(pooled.bytes.subarray(filled, filled + written));
		filled += written;
	}
	return { ...pooled, hash: shortHash(hash.digest('hex')) };
}

/** First 32 hex characters of the SHA-256 of the file: the key of `paidByImage`. */
export function hashOf(bytes: Buffer): string {
	return shortHash(createHash('sha256').update(bytes).digest('hex'));
}

function shortHash(hex: string): string {
	return hex.slice(0, 32);
}
