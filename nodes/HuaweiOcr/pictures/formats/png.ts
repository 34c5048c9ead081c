import { checkLongEnough, checkPlausible } from '../bounds';
import { PictureError, type Orientation, type RowSource, type RowSteps } from '../rows';
import { orientationOfTiff } from './exif';
import { onWhite, readSamples, toByte } from './samples';
import { inflated, rowsOf } from './unpack';

/** Samples per pixel of each colour type (PNG specification, 11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Chunks of a file; more are an attempt to keep us busy. */
const MOST_CHUNKS = 20_000;

/** Types of chunks that matter, as numbers. */
const typeOf = (name: string): number => Buffer.from(name, 'latin1').readUInt32BE();
const IDAT = typeOf('IDAT');
const PLTE = typeOf('PLTE');
const TRNS = typeOf('tRNS');
const EXIF = typeOf('eXIf');
const IEND = typeOf('IEND');

/** bytes of pixels of an interlaced picture: it has to be kept until its last pass. */
const MOST_INTERLACED = 160_000_000;

/** First column and row, and steps, of the seven passes of an interlaced picture (8.2). */
const PASSES = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2],
] as const;

interface PngFile {
	width: number;
	height: number;
	depth: number;
	colourType: number;
	isInterlaced: boolean;
	palette: Uint8Array;
	transparency: Uint8Array | undefined;
	orientation: Orientation;
	data: Uint8Array[];
	fileBytes: number;
}

/**
 * Opens a PNG of any depth, colour type and interlacing. Checksums aren't looked at.
 * @throws PictureError
 */
export function openPng(bytes: Uint8Array): RowSource {
	const file = readChunks(bytes);
	const { width, height, depth, colourType } = file;
	const samples = SAMPLES[colourType];
	if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw new PictureError('damaged', 'an impossible colour type');
	const bitsPerPixel = samples * depth;
	checkPlausible(width, height, bitsPerPixel, bytes.length);
	if (file.data.length === 0) throw new PictureError('cutOff', 'a PNG without pixels');
	checkLongEnough((height * Math.ceil((width * bitsPerPixel) / 8) * 8) / 1032, bytes.length);
	const isGrey = colourType === 0 || colourType === 4 || (colourType === 3 && isGreyPalette(file.palette));
	const channels = isGrey ? 1 : 3;
	const convert = converterOf(file, channels);
	return {
		width,
		height,
		channels,
		orientation: file.orientation,
		isLossy: false,
		isFlat: isGrey && depth < 8,
		rows: () => (file.isInterlaced ? interlacedRows(file, channels, convert) : plainRows(file, channels, convert)),
	};
}

function readChunks(bytes: Uint8Array): PngFile {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 33) throw new PictureError('cutOff', 'a PNG whose header is cut off');
	const file: PngFile = {
		width: view.getUint32(16),
		height: view.getUint32(20),
		depth: bytes[24] ?? 0,
		colourType: bytes[25] ?? 0,
		isInterlaced: bytes[28] === 1,
		palette: new Uint8Array(),
		transparency: undefined,
		orientation: 1,
		data: [],
		fileBytes: bytes.length,
	};
	let at = 33;
	for (let chunks = 0; at + 8 <= bytes.length; chunks++) {
		if (chunks > MOST_CHUNKS) throw new PictureError('damaged', 'a PNG of too many chunks');
		const length = view.getUint32(at);
		const type = view.getUint32(at + 4);
		if (type === IEND) break;
		const body = bytes.subarray(at + 8, at + 8 + length);
		if (type === IDAT && length > 0) file.data.push(body);
		else if (type === PLTE) file.palette = body;
		else if (type === TRNS) file.transparency = body;
		else if (type === EXIF) file.orientation = orientationOfTiff(body) ?? 1;
		at += 12 + length;
	}
	return file;
}

function isGreyPalette(palette: Uint8Array): boolean {
	for (let at = 0; at + 2 < palette.length; at += 3) {
		if (palette[at] !== palette[at + 1] || palette[at] !== palette[at + 2]) return false;
	}
	return true;
}

/** Makes pixels of 8 bits from an unfiltered row. */
type Convert = (row: Uint8Array, count: number, target: Uint8Array) => void;

function converterOf({ width, depth, colourType, palette, transparency }: PngFile, channels: 1 | 3): Convert {
	const samples = new Uint8Array(width * (SAMPLES[colourType] ?? 1));
	const asByte = toByte(depth);
	if (colourType === 3) {
		const colours = paletteOnWhite(palette, transparency);
		return (row, count, target) => {
			readSamples(row, depth, count, samples);
			for (let x = 0, to = 0; x < count; x++) {
				const from = (samples[x] as number) * 3;
				for (let channel = 0; channel < channels; channel++) target[to++] = colours[from + channel] as number;
			}
		};
	}
	if (colourType === 4 || colourType === 6) {
		return (row, count, target) => {
			readSamples(row, depth, count * (channels + 1), samples);
			for (let x = 0, from = 0, to = 0; x < count; x++) {
				const alpha = samples[from + channels] as number;
				for (let channel = 0; channel < channels; channel++) target[to++] = onWhite(samples[from++] as number, alpha);
				from++;
			}
		};
	}
	const key = keyOf(transparency, channels, depth);
	const table = Uint8Array.from({ length: 256 }, (_, sample) => asByte(sample));
	return (row, count, target) => {
		const total = count * channels;
		if (depth >= 8) readSamples(row, depth, total, target);
		else {
			readSamples(row, depth, total, samples);
			for (let i = 0; i < total; i++) target[i] = table[samples[i] as number] as number;
		}
		if (!key) return;
		const isKey = depth === 16 ? keyMatcher16(row, key, channels) : keyMatcher8(depth < 8 ? samples : row, key, channels);
		for (let x = 0; x < count; x++) if (isKey(x)) target.fill(255, x * channels, (x + 1) * channels);
	};
}

function paletteOnWhite(palette: Uint8Array, transparency: Uint8Array | undefined): Uint8Array {
	const colours = new Uint8Array(256 * 3);
	for (let i = 0; i < Math.min(palette.length, colours.length); i++) {
		colours[i] = onWhite(palette[i] as number, transparency?.[Math.floor(i / 3)] ?? 255);
	}
	return colours;
}

/** The colour that stands for "transparent", as samples of the file's depth. */
function keyOf(transparency: Uint8Array | undefined, channels: number, depth: number): number[] | undefined {
	if (!transparency || transparency.length < channels * 2) return undefined;
	const most = (1 << depth) - 1;
	return Array.from(
		{ length: channels },
		(_, i) => (((transparency[i * 2] as number) << 8) | (transparency[i * 2 + 1] as number)) & most,
	);
}

function keyMatcher8(samples: Uint8Array, key: number[], channels: number) {
	return (x: number): boolean => key.every((sample, channel) => samples[x * channels + channel] === sample);
}

function keyMatcher16(row: Uint8Array, key: number[], channels: number) {
	return (x: number): boolean =>
		key.every((sample, channel) => {
			const at = (x * channels + channel) * 2;
			return ((row[at] as number) << 8) + (row[at + 1] as number) === sample;
		});
}

function* plainRows(file: PngFile, channels: 1 | 3, convert: Convert): RowSteps {
	const { width, height } = file;
	const target = new Uint8Array(width * channels);
	let y = 0;
	for (const row of unfiltered(rowsOf(inflated(file.data), rowBytesOf(file, width) + 1), file)) {
		if (!row) {
			yield undefined;
			continue;
		}
		convert(row, width, target);
		yield target;
		// What comes behind the last row is no part of the picture, however much it is.
		if (++y >= height) return;
	}
}

function* interlacedRows(file: PngFile, channels: 1 | 3, convert: Convert): RowSteps {
	const { width, height } = file;
	if (width * height * channels > MOST_INTERLACED) {
		throw new PictureError('tooLarge', `an interlaced PNG that needs ${Math.round((width * height * channels) / 1e6)} MB of memory`);
	}
	const bytes = inflated(file.data);
	const picture = new Uint8Array(width * height * channels);
	const target = new Uint8Array(width * channels);
	const reader = new ByteReader(bytes);
	for (const [left, top, stepX, stepY] of PASSES) {
		const columns = Math.ceil((width - left) / stepX);
		const rows = Math.ceil((height - top) / stepY);
		if (columns <= 0 || rows <= 0) continue;
		let y = top;
		for (const row of unfiltered(reader.rows(rowBytesOf(file, columns) + 1, rows), file)) {
			if (!row) {
				yield undefined;
				continue;
			}
			convert(row, columns, target);
			for (let i = 0; i < columns; i++) {
				const to = (y * width + left + i * stepX) * channels;
				for (let channel = 0; channel < channels; channel++) picture[to + channel] = target[i * channels + channel] as number;
			}
			y += stepY;
		}
		// Cut off within a pass: the picture has holes, which nobody may take for paper.
		if (y < top + rows * stepY) return;
	}
	for (let y = 0; y < height; y++) yield picture.subarray(y * width * channels, (y + 1) * width * channels);
}

/** Takes bytes in portions of changing size. */
class ByteReader {
	private rest: Uint8Array = new Uint8Array();

	constructor(private readonly bytes: Generator<Uint8Array | undefined, void>) {}

	/** Up to `count` rows; the array is valid until the next step. */
	*rows(rowBytes: number, count: number): Generator<Uint8Array | undefined, void> {
		const row = new Uint8Array(rowBytes);
		let have = 0;
		for (let done = 0; done < count; ) {
			if (this.rest.length === 0) {
				const { done: atEnd, value } = this.bytes.next();
				if (atEnd) return;
				if (value) this.rest = value.slice();
				else yield undefined;
				continue;
			}
			const taken = Math.min(rowBytes - have, this.rest.length);
			row.set(this.rest.subarray(0, taken), have);
			this.rest = this.rest.subarray(taken);
			have += taken;
			if (have < rowBytes) continue;
			yield row;
			have = 0;
			done++;
		}
	}
}

function rowBytesOf({ colourType, depth }: PngFile, columns: number): number {
	return Math.ceil((columns * (SAMPLES[colourType] ?? 1) * depth) / 8);
}

/** Takes the filters off (PNG specification, 9.2). A filter that doesn't exist ends the rows. */
function* unfiltered(
	rows: Iterable<Uint8Array | undefined>,
	{ colourType, depth }: PngFile,
): Generator<Uint8Array | undefined, void> {
	const back = Math.max(1, ((SAMPLES[colourType] ?? 1) * depth) >> 3);
	let above: Uint8Array | undefined;
	let current: Uint8Array | undefined;
	for (const filtered of rows) {
		if (!filtered) {
			yield undefined;
			continue;
		}
		const length = filtered.length - 1;
		above ??= new Uint8Array(length);
		current ??= new Uint8Array(length);
		if (!takeFilterOff(filtered, current, above, back)) return;
		yield current;
		[above, current] = [current, above];
	}
}

function takeFilterOff(filtered: Uint8Array, row: Uint8Array, above: Uint8Array, back: number): boolean {
	const { length } = row;
	row.set(filtered.subarray(1));
	switch (filtered[0]) {
		case 0:
			return true;
		case 1:
			for (let i = back; i < length; i++) row[i] = (row[i] as number) + (row[i - back] as number);
			return true;
		case 2:
			for (let i = 0; i < length; i++) row[i] = (row[i] as number) + (above[i] as number);
			return true;
		case 3:
			for (let i = 0; i < length; i++) {
				const left = i < back ? 0 : (row[i - back] as number);
				row[i] = (row[i] as number) + ((left + (above[i] as number)) >> 1);
			}
			return true;
		case 4:
			for (let i = 0; i < Math.min(back, length); i++) row[i] = (row[i] as number) + (above[i] as number);
			for (let i = back; i < length; i++) {
				const a = row[i - back] as number;
				const b = above[i] as number;
				const c = above[i - back] as number;
				const toA = Math.abs(b - c);
				const toB = Math.abs(a - c);
				const toC = Math.abs(a + b - 2 * c);
				row[i] = (row[i] as number) + (toA <= toB && toA <= toC ? a : toB <= toC ? b : c);
			}
			return true;
		default:
			return false;
	}
}
