// Image files of any size for the benchmarks: valid PNGs, filled up with bytes that do not compress.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const WIDTH = 1240;
const HEIGHT = 1754;

/** Size of everything but the filling, bytes. */
const frame = (): number => pngOf(Buffer.alloc(0)).length;

/**
 * An A4 page at 150 dpi, blank, with a private chunk that brings the file to `bytes`. Files of
 * different `number` differ; nodes and services see what they see of a photograph: a header, then noise.
 */
export function pngOfSize(bytes: number, number: number): Buffer {
	const filling = Buffer.from(noise(bytes - frame()));
	filling.writeUInt32BE(number);
	return pngOf(filling);
}

let noiseSoFar = Buffer.alloc(0);

function noise(length: number): Buffer {
	if (noiseSoFar.length < length) noiseSoFar = randomBytes(length);
	return noiseSoFar.subarray(0, length);
}

let blankPixels: Buffer | undefined;

function pngOf(filling: Buffer): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(WIDTH, 0);
	header.writeUInt32BE(HEIGHT, 4);
	header.set([8, 0, 0, 0, 0], 8);
	// One filter byte per row, then 8-bit grey.
	blankPixels ??= deflateSync(Buffer.alloc((WIDTH + 1) * HEIGHT));
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('noIz', filling),
		chunk('IDAT', blankPixels),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/**
 * Writes images `page-0000.png` … into a new folder.
 * @param sizes bytes of each file
 */
export function writeImages(folder: string, sizes: readonly number[]): string {
	mkdirSync(folder, { recursive: true });
	sizes.forEach((bytes, index) => {
		writeFileSync(path.join(folder, `page-${String(index).padStart(4, '0')}.png`), pngOfSize(bytes, index));
	});
	return folder;
}
