// PSD (5.4): the flattened picture at the end of the file; 8-bit grey and RGB, raw or PackBits.
import type { Pixels } from '../pixels.cts';

const HEADER_BYTES = 26;
const GREY = 1;
const RGB = 3;

/** @throws Error for a damaged file and for other depths and colour modes. */
export function decodePsd(bytes: Uint8Array): Pixels {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const channels = file.readUInt16BE(12);
	const height = file.readUInt32BE(14);
	const width = file.readUInt32BE(18);
	const mode = file.readUInt16BE(24);
	if (file.readUInt16BE(22) !== 8 || (mode !== GREY && mode !== RGB)) throw new Error('PSD of another kind');
	let at = HEADER_BYTES;
	// Colour mode data, image resources, layers: each with its length in front.
	for (let section = 0; section < 3; section++) at += 4 + file.readUInt32BE(at);
	const compressed = file.readUInt16BE(at) === 1;
	const planes = readPlanes(file.subarray(at + 2), compressed, width, height, channels);
	const data = new Uint8Array(width * height * 3);
	for (let i = 0; i < width * height; i++) {
		for (let channel = 0; channel < 3; channel++) {
			const plane = mode === GREY ? 0 : channel;
			data[i * 3 + channel] = planes[plane * width * height + i] ?? 0;
		}
	}
	return { width, height, data };
}

function readPlanes(file: Buffer, compressed: boolean, width: number, height: number, channels: number): Uint8Array {
	const length = width * height * channels;
	if (!compressed) return file.subarray(0, length);
	const planes = new Uint8Array(length);
	const rows = height * channels;
	let at = rows * 2; // the table of row lengths
	for (let row = 0; row < rows; row++) {
		const end = at + file.readUInt16BE(row * 2);
		unpackRow(file, at, end, planes.subarray(row * width, (row + 1) * width));
		at = end;
	}
	return planes;
}

/** PackBits: 0 to 127 = that many bytes and one more as they are, 129 to 255 = the next byte repeated. */
function unpackRow(file: Buffer, start: number, end: number, row: Uint8Array): void {
	let at = start;
	let filled = 0;
	while (at < end && filled < row.length) {
		const count = file.readInt8(at++);
		if (count >= 0) {
			row.set(file.subarray(at, at + Math.min(count + 1, row.length - filled)), filled);
			at += count + 1;
			filled += count + 1;
		} else if (count !== -128) {
			row.fill(file.readUInt8(at++), filled, filled + 1 - count);
			filled += 1 - count;
		}
	}
}
