// Reading of request bodies. Bodies are up to 12 MB and arrive many at a time, so they are copied once.
import type { IncomingMessage } from 'node:http';
import { takeBuffer } from './bufferPool.cts';

/** Gateway limit (7.3, 15.2 row 3): 12 MB, taken as binary. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024;

/** A body longer than this is not even read to the end. */
const DRAIN_BYTES = 64 * 1024 * 1024;

/** A body that was read is good until `release`. */
export type BodyResult =
	| { kind: 'read'; body: Buffer; release: () => void }
	 | { kind: 'too-large' } | { kind: 'aborted' };

/**
 * Reads the whole body. An oversized one is drained, so that a client that writes before it reads gets to
 * see the refusal instead of a broken pipe.
 */
export function readBody(request: IncomingMessage): Promise<BodyResult> {
	const announced = Number(request.headers['content-length'] ?? Number.NaN);
	const known = Number.isInteger(announced) && announced <= MAX_BODY_BYTES;
	return new Promise((resolve) => {
		const pooled = known ? takeBuffer(announced) : undefined;
		const whole = pooled?.bytes;
		const release = (): void => pooled?.release();
		let parts: Buffer[] = [];
		let length = 0;
		let done = false;
		request.on('data', (part: Buffer) => {
			if (whole && length + part.length <= whole.length) part.copy(whole, length);
			else if (length + part.length <= MAX_BODY_BYTES) parts.push(part);
			else parts = [];
			length += part.length;
			if (length > DRAIN_BYTES) {
				request.pause();
				resolve({ kind: 'too-large' });
			}
		});
		request.on('end', () => {
			if (length > MAX_BODY_BYTES) resolve({ kind: 'too-large' });
			else resolve({ kind: 'read', body: whole ? whole.subarray(0, length) : Buffer.concat(parts), release });
			done = true;
		});
		const abort = (): void => {
			if (!done) release();
			done = true;
			resolve({ kind: 'aborted' });
		};
		request.on('close', abort);
		request.on('error', abort);
	});
}
