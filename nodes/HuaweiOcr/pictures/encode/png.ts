import { Deflate } from 'pako';

import { exifOf } from '../formats/exif';
import type { Orientation } from '../rows';
import type { Rows } from '../scale';
import type { Steps } from '../../turns/steps';
import { crc32 } from './crc32';
import type { ByteSink } from './sink';

export interface PngSettings {
	orientation: Orientation;
	/** Bits that a grey sample keeps: 4 is enough for text and lines, and packs better. */
	greyDepth?: 4 | 8;
}

/** bytes of one IDAT chunk. */
const CHUNK = 65_536;

/** Of deflate: higher ones take much longer and save little. */
const LEVEL = 6;

/** bytes packed between two pauses. */
const BYTES_PER_STEP = 65_536;

/** Writes a PNG, each row as its difference to the row above where that is smaller. */
export function* encodePng(picture: Rows, { orientation, greyDepth = 8 }: PngSettings, sink: ByteSink): Steps<void> {
	const { width, height, channels, rows } = picture;
	const depth = channels === 1 ? greyDepth : 8;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([depth, channels === 1 ? 0 : 2], 8);
	sink.write(Buffer.from('89504e470d0a1a0a', 'hex'));
	writeChunk(sink, 'IHDR', header);
	if (orientation !== 1) writeChunk(sink, 'eXIf', exifOf(orientation));
	let waiting: Uint8Array[] = [];
	let waitingBytes = 0;
	const flush = (): void => {
		if (waitingBytes > 0) writeChunk(sink, 'IDAT', Buffer.concat(waiting));
		waiting = [];
		waitingBytes = 0;
	};
	const packer = new Deflate({ level: LEVEL, chunkSize: CHUNK });
	packer.onData = (data) => {
		waiting.push(data as Uint8Array);
		waitingBytes += (data as Uint8Array).length;
		if (waitingBytes >= CHUNK) flush();
	};
	const rowBytes = Math.ceil((width * channels * depth) / 8);
	let above = new Uint8Array(rowBytes);
	let current = new Uint8Array(rowBytes);
	const filtered = new Uint8Array(rowBytes + 1);
	let y = 0;
	let step = 0;
	for (const band of rows) {
		if (!band) {
			yield undefined;
			continue;
		}
		for (let at = 0; at < band.length && y < height; at += width * channels, y++) {
			packRow(band.subarray(at, at + width * channels), depth, current);
			filterRow(current, above, y === 0, filtered);
			packer.push(filtered);
			[above, current] = [current, above];
			step += rowBytes;
			if (step < BYTES_PER_STEP) continue;
			step = 0;
			yield undefined;
		}
	}
	packer.push(new Uint8Array(), true);
	flush();
	writeChunk(sink, 'IEND', Buffer.alloc(0));
}

function packRow(row: Uint8Array, depth: number, target: Uint8Array): void {
	if (depth === 8) {
		target.set(row);
		return;
	}
	const nibble = (i: number): number => Math.round((row[i] ?? 0) / 17);
	for (let i = 0, at = 0; at < target.length; i += 2, at++) target[at] = (nibble(i) << 4) | nibble(i + 1);
}

/** Filter "up" where a row is mostly like the one above, else none. */
function filterRow(row: Uint8Array, above: Uint8Array, isFirst: boolean, target: Uint8Array): void {
	let same = 0;
	if (!isFirst) for (let i = 0; i < row.length; i++) if (row[i] === above[i]) same++;
	if (same * 2 < row.length || isFirst) {
		target[0] = 0;
		target.set(row, 1);
		return;
	}
	target[0] = 2;
	for (let i = 0; i < row.length; i++) target[i + 1] = (row[i] as number) - (above[i] as number);
}

function writeChunk(sink: ByteSink, type: string, data: Uint8Array): void {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	sink.write(length);
	sink.write(body);
	sink.write(sum);
}
