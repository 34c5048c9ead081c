// ICO (5.4): the largest picture of the file, stored as PNG or as a bitmap without its file header.
import type { Pixels } from '../pixels.cts';
import { decodeBitmap } from './bitmap.cts';

const ENTRY_BYTES = 16;
const PNG_START = 0x89504e47;

/** @returns the bytes of a PNG, or pixels. @throws Error for a damaged file. */
export function decodeIco(bytes: Uint8Array): { png: Buffer } | { pixels: Pixels } {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const picture = largestPicture(file);
	if (picture.readUInt32BE(0) === PNG_START) return { png: picture };
	return { pixels: decodeBitmap(picture, { headerAt: 0, withMask: true }) };
}

function largestPicture(file: Buffer): Buffer {
	let best = { area: 0, start: 0, length: 0 };
	for (let i = 0; i < file.readUInt16LE(4); i++) {
		const entry = 6 + i * ENTRY_BYTES;
		const area = (file.readUInt8(entry) || 256) * (file.readUInt8(entry + 1) || 256);
		if (area <= best.area) continue;
		best = { area, length: file.readUInt32LE(entry + 8), start: file.readUInt32LE(entry + 12) };
	}
	return file.subarray(best.start, best.start + best.length);
}
