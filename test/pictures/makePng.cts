// PNG files of every kind, made by hand from the specification: libraries only write the usual ones.
import { crc32, deflateSync } from 'node:zlib';

export interface PngKind {
	colourType: 0 | 2 | 3 | 4 | 6;
	depth: 1 | 2 | 4 | 8 | 16;
	isInterlaced?: boolean;
	/** Bytes of a tRNS chunk. */
	transparency?: number[];
	/** Bytes of data in one IDAT chunk. */
	chunkSize?: number;
	/** Orientation, in an eXIf chunk. */
	orientation?: number;
}

const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const PASSES = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const;

/** Sample values at a place, each below 2 ** depth. */
export type SampleAt = (x: number, y: number, channel: number) => number;

export function makePng(width: number, height: number, kind: PngKind, sampleAt: SampleAt): Buffer {
	const { colourType, depth, isInterlaced = false } = kind;
	const passes = isInterlaced ? PASSES : ([[0, 0, 1, 1]] as const);
	const rows: Buffer[] = [];
	for (const [left, top, stepX, stepY] of passes) {
		const columns = Math.ceil((width - left) / stepX);
		if (columns <= 0) continue;
		let above: Buffer | undefined;
		for (let y = top, i = 0; y < height; y += stepY, i++) {
			const raw = packRow(columns, SAMPLES[colourType], depth, (x, channel) => sampleAt(left + x * stepX, y, channel));
			rows.push(filterRow(raw, above, i % 5, Math.max(1, (SAMPLES[colourType] * depth) >> 3)));
			above = raw;
		}
	}
	const data = deflateSync(Buffer.concat(rows));
	const parts: Buffer[] = [];
	const size = kind.chunkSize ?? data.length;
	for (let at = 0; at < data.length; at += size) parts.push(chunk('IDAT', data.subarray(at, at + size)));
	const palette = Buffer.from(Array.from({ length: 3 * 2 ** Math.min(8, depth) }, (_, i) => (i * 71 + 13) % 256));
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', header(width, height, depth, colourType, isInterlaced)),
		...(kind.orientation === undefined ? [] : [chunk('eXIf', exif(kind.orientation))]),
		...(colourType === 3 ? [chunk('PLTE', palette)] : []),
		...(kind.transparency ? [chunk('tRNS', Buffer.from(kind.transparency))] : []),
		...parts,
		chunk('IEND', Buffer.alloc(0)),
	]);
}

export function header(width: number, height: number, depth: number, colourType: number, isInterlaced = false): Buffer {
	const body = Buffer.alloc(13);
	body.writeUInt32BE(width, 0);
	body.writeUInt32BE(height, 4);
	body.set([depth, colourType, 0, 0, isInterlaced ? 1 : 0], 8);
	return body;
}

export function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

function exif(orientation: number): Buffer {
	return Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
}

function packRow(columns: number, samples: number, depth: number, sampleAt: (x: number, channel: number) => number): Buffer {
	const row = Buffer.alloc(Math.ceil((columns * samples * depth) / 8));
	for (let x = 0, bit = 0; x < columns; x++) {
		for (let channel = 0; channel < samples; channel++, bit += depth) {
			const value = sampleAt(x, channel);
			if (depth === 16) row.writeUInt16BE(value, bit >> 3);
			else row[bit >> 3] = (row[bit >> 3] ?? 0) | (value << (8 - depth - (bit & 7)));
		}
	}
	return row;
}

function filterRow(raw: Buffer, above: Buffer | undefined, filter: number, back: number): Buffer {
	const filtered = Buffer.alloc(raw.length + 1);
	filtered[0] = filter;
	raw.forEach((value, i) => {
		const a = i < back ? 0 : (raw[i - back] ?? 0);
		const b = above?.[i] ?? 0;
		const c = i < back ? 0 : (above?.[i - back] ?? 0);
		const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0;
		filtered[i + 1] = (value - guess) & 0xff;
	});
	return filtered;
}

function paeth(a: number, b: number, c: number): number {
	const p = a + b - c;
	const [toA, toB, toC] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
	if (toA <= toB && toA <= toC) return a;
	return toB <= toC ? b : c;
}
