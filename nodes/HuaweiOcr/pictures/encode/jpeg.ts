import { exifOf } from '../formats/exif';
import { ZIGZAG } from '../formats/jpeg/idct';
import type { Orientation } from '../rows';
import type { Rows } from '../scale';
import type { Steps } from '../../turns/steps';
import type { ByteSink } from './sink';

/** Quantization at quality 50 (T.81, annex K.1), in the order of the block. */
const BRIGHTNESS = [
	16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87,
	80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92,
	95, 98, 112, 100, 103, 99,
];
const COLOUR = Array.from({ length: 64 }, (_, i) => [17, 18, 24, 47, 18, 21, 26, 66, 24, 26, 56, 99, 47, 66, 99, 99][
	(i >> 3) * 4 + (i & 7)
] ?? 99).map((value, i) => (i >> 3 > 3 || (i & 7) > 3 ? 99 : value));

/** Huffman tables for typical pictures (T.81, annex K.3): how many codes of each length, and their symbols. */
const DC_COUNTS = [
	[0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
	[0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
];
const DC_SYMBOLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const AC_COUNTS = [
	[0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
	[0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77],
];
const AC_SYMBOLS = [
	'01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a43444546474849' +
		'4a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4' +
		'c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
	'000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a434445464748' +
		'494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2' +
		'c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa',
].map((hex) => [...Buffer.from(hex, 'hex')]);

/** By symbol: code << 5 | length of the code. */
function codesOf(counts: readonly number[], symbols: readonly number[]): Uint32Array {
	const codes = new Uint32Array(256);
	let code = 0;
	let index = 0;
	counts.forEach((count, i) => {
		for (let n = 0; n < count; n++) codes[symbols[index++] ?? 0] = (code++ << 5) | (i + 1);
		code <<= 1;
	});
	return codes;
}

const DC_CODES = DC_COUNTS.map((counts) => codesOf(counts, DC_SYMBOLS));
const AC_CODES = AC_COUNTS.map((counts, i) => codesOf(counts, AC_SYMBOLS[i] ?? []));

export interface JpegSettings {
	/** 1–100, as libjpeg counts it */
	quality: number;
	orientation: Orientation;
}

/**
 * Writes a baseline JPEG: grey, or YCbCr with colours at half the size of brightness.
 * Orientation is kept as a tag; nothing else about the picture is.
 */
export function* encodeJpeg(picture: Rows, { quality, orientation }: JpegSettings, sink: ByteSink): Steps<void> {
	const { width, height, channels } = picture;
	const isGrey = channels === 1;
	const quantization = (isGrey ? [BRIGHTNESS] : [BRIGHTNESS, COLOUR]).map((table) => scaledTable(table, quality));
	sink.write(headerOf(width, height, isGrey, quantization, orientation));
	const writer = new BlockEncoder(sink, quantization);
	const bandHeight = isGrey ? 8 : 16;
	const band = new Band(width, bandHeight, channels);
	let y = 0;
	for (const rows of picture.rows) {
		if (!rows) {
			yield undefined;
			continue;
		}
		for (let at = 0; at < rows.length && y < height; at += width * channels) {
			band.set(y % bandHeight, rows, at);
			y++;
			if (y % bandHeight > 0 && y < height) continue;
			band.repeatLastRow(((y - 1) % bandHeight) + 1);
			yield* writer.writeBand(band);
			yield undefined;
		}
	}
	writer.finish();
}

function scaledTable(table: readonly number[], quality: number): Uint8Array {
	const factor = quality < 50 ? 5000 / quality : 200 - quality * 2;
	return Uint8Array.from(table, (value) => Math.min(255, Math.max(1, Math.floor((value * factor + 50) / 100))));
}

function headerOf(width: number, height: number, isGrey: boolean, quantization: Uint8Array[], orientation: Orientation): Buffer {
	const kinds = quantization.map((_, i) => i);
	const components = isGrey ? [[1, 0x11, 0]] : [[1, 0x22, 0], [2, 0x11, 1], [3, 0x11, 1]];
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
		...(orientation === 1 ? [] : [segment(0xe1, [...Buffer.from('Exif\0\0'), ...exifOf(orientation)])]),
		...kinds.map((i) => segment(0xdb, [i, ...Array.from(ZIGZAG, (place) => quantization[i]?.[place] ?? 1)])),
		segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, components.length, ...components.flat()]),
		...kinds.flatMap((i) => [
			segment(0xc4, [i, ...(DC_COUNTS[i] ?? []), ...DC_SYMBOLS]),
			segment(0xc4, [16 | i, ...(AC_COUNTS[i] ?? []), ...(AC_SYMBOLS[i] ?? [])]),
		]),
		segment(0xda, [components.length, ...components.flatMap(([id = 0, , table = 0]) => [id, table * 17]), 0, 63, 0]),
	]);
}

function segment(marker: number, body: readonly number[]): Buffer {
	return Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
}

/** Rows of one line of blocks, filled up to whole blocks by repeating the last column and row. */
class Band {
	/** Brightness, and the two colours. */
	readonly planes: Float32Array[];
	readonly stride: number;
	private readonly half: number;
	readonly blocksWide: number;

	constructor(
		private readonly width: number,
		private readonly height: number,
		private readonly channels: 1 | 3,
	) {
		this.blocksWide = Math.ceil(width / height);
		this.stride = this.blocksWide * height;
		this.half = this.stride >> 1;
		const colour = (): Float32Array => new Float32Array(this.half * 8);
		this.planes = [new Float32Array(this.stride * height), ...(channels === 3 ? [colour(), colour()] : [])];
	}

	/** Takes in a row of pixels. Samples are kept around 0. */
	set(y: number, rows: Uint8Array, at: number): void {
		const [brightness, blue, red] = this.planes as [Float32Array, Float32Array, Float32Array];
		const to = y * this.stride;
		const { width } = this;
		if (this.channels === 1) {
			for (let x = 0; x < width; x++) brightness[to + x] = (rows[at + x] as number) - 128;
			brightness.fill(brightness[to + width - 1] as number, to + width, to + this.stride);
			return;
		}
		const half = (y >> 1) * this.half;
		// Each colour sample is the mean of four pixels: a quarter is added for each.
		if ((y & 1) === 0) {
			blue.fill(0, half, half + this.half);
			red.fill(0, half, half + this.half);
		}
		let lastBlue = 0;
		let lastRed = 0;
		for (let x = 0, from = at; x < width; x++, from += 3) {
			const r = rows[from] as number;
			const g = rows[from + 1] as number;
			const b = rows[from + 2] as number;
			brightness[to + x] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
			lastBlue = (-0.168736 * r - 0.331264 * g + 0.5 * b) / 4;
			lastRed = (0.5 * r - 0.418688 * g - 0.081312 * b) / 4;
			const place = half + (x >> 1);
			blue[place] = (blue[place] as number) + lastBlue;
			red[place] = (red[place] as number) + lastRed;
		}
		brightness.fill(brightness[to + width - 1] as number, to + width, to + this.stride);
		for (let x = width; x < this.stride; x++) {
			const place = half + (x >> 1);
			blue[place] = (blue[place] as number) + lastBlue;
			red[place] = (red[place] as number) + lastRed;
		}
	}

	/** Fills the rows below the last of the picture. */
	repeatLastRow(rows: number): void {
		const [brightness, ...colours] = this.planes as [Float32Array, ...Float32Array[]];
		for (let y = rows; y < this.height; y++) brightness.copyWithin(y * this.stride, (rows - 1) * this.stride, rows * this.stride);
		const halfRows = (rows + 1) >> 1;
		for (const colour of colours) {
			// A single row has given only half of its mean.
			if (rows % 2 === 1) for (let i = (halfRows - 1) * this.half; i < halfRows * this.half; i++) colour[i] = (colour[i] as number) * 2;
			for (let y = halfRows; y < 8; y++) colour.copyWithin(y * this.half, (halfRows - 1) * this.half, halfRows * this.half);
		}
	}
}

/** MCUs encoded between two pauses. */
const MCUS_PER_STEP = 1024;

/** Transforms, quantizes and codes blocks. */
class BlockEncoder {
	private readonly divisors: Float64Array[];
	private readonly block = new Float64Array(64);
	private readonly values = new Int32Array(64);
	private readonly before = [0, 0, 0];
	private bits = 0;
	private count = 0;

	constructor(
		private readonly sink: ByteSink,
		quantization: readonly Uint8Array[],
	) {
		this.divisors = quantization.map((table) =>
			Float64Array.from(table, (value, i) => 1 / (value * (AAN[i >> 3] as number) * (AAN[i & 7] as number) * 8)),
		);
	}

	*writeBand(band: Band): Steps<void> {
		const [brightness, blue, red] = band.planes as [Float32Array, Float32Array | undefined, Float32Array | undefined];
		const { stride, blocksWide } = band;
		for (let x = 0; x < blocksWide; x++) {
			if (blue && red) {
				this.write(brightness, x * 16, stride, 0);
				this.write(brightness, x * 16 + 8, stride, 0);
				this.write(brightness, x * 16 + stride * 8, stride, 0);
				this.write(brightness, x * 16 + stride * 8 + 8, stride, 0);
				this.write(blue, x * 8, stride >> 1, 1);
				this.write(red, x * 8, stride >> 1, 2);
			} else {
				this.write(brightness, x * 8, stride, 0);
			}
			if (x % MCUS_PER_STEP === MCUS_PER_STEP - 1) yield undefined;
		}
	}

	private write(plane: Float32Array, at: number, stride: number, component: number): void {
		const { block, values } = this;
		for (let y = 0, i = 0, from = at; y < 8; y++, from += stride) {
			for (let x = 0; x < 8; x++) block[i++] = plane[from + x] as number;
		}
		transform(block);
		const kind = component === 0 ? 0 : 1;
		const divisors = this.divisors[kind] as Float64Array;
		let last = 0;
		for (let k = 0; k < 64; k++) {
			const place = ZIGZAG[k] as number;
			const value = Math.round((block[place] as number) * (divisors[place] as number));
			values[k] = value;
			if (value !== 0) last = k;
		}
		const mean = values[0] as number;
		this.writeValue(DC_CODES[kind] as Uint32Array, 0, mean - (this.before[component] as number));
		this.before[component] = mean;
		const codes = AC_CODES[kind] as Uint32Array;
		let zeros = 0;
		for (let k = 1; k <= last; k++) {
			const value = values[k] as number;
			if (value === 0) {
				zeros++;
				continue;
			}
			for (; zeros > 15; zeros -= 16) this.writeCode(codes[0xf0] as number);
			this.writeValue(codes, zeros, value);
			zeros = 0;
		}
		if (last < 63) this.writeCode(codes[0] as number);
	}

	private writeValue(codes: Uint32Array, zeros: number, value: number): void {
		const size = 32 - Math.clz32(Math.abs(value));
		this.writeCode(codes[(zeros << 4) | size] as number);
		if (size > 0) this.writeBits(value < 0 ? value + (1 << size) - 1 : value, size);
	}

	private writeCode(entry: number): void {
		this.writeBits(entry >>> 5, entry & 31);
	}

	private writeBits(value: number, size: number): void {
		let { bits, count } = this;
		bits = (bits << size) | value;
		count += size;
		while (count >= 8) {
			count -= 8;
			const byte = (bits >>> count) & 0xff;
			this.sink.writeByte(byte);
			if (byte === 0xff) this.sink.writeByte(0);
		}
		this.bits = bits & ((1 << count) - 1);
		this.count = count;
	}

	finish(): void {
		if (this.count > 0) this.writeBits((1 << (8 - this.count)) - 1, 8 - this.count);
		this.sink.writeByte(0xff);
		this.sink.writeByte(0xd9);
	}
}

/** Factors that the fast transform leaves out (Arai, Agui, Nakajima 1988). */
const AAN = Float64Array.from({ length: 8 }, (_, k) => (k === 0 ? 1 : Math.SQRT2 * Math.cos((k * Math.PI) / 16)));
const A1 = Math.SQRT1_2;
const A2 = Math.cos(Math.PI / 8) - Math.sin(Math.PI / 8);
const A4 = Math.cos(Math.PI / 8) + Math.sin(Math.PI / 8);
const A5 = Math.sin(Math.PI / 8);

function transform(block: Float64Array): void {
	for (let i = 0; i < 64; i += 8) transformLine(block, i, 1);
	for (let i = 0; i < 8; i++) transformLine(block, i, 8);
}

function transformLine(d: Float64Array, at: number, step: number): void {
	const i1 = at + step;
	const i2 = i1 + step;
	const i3 = i2 + step;
	const i4 = i3 + step;
	const i5 = i4 + step;
	const i6 = i5 + step;
	const i7 = i6 + step;
	const s0 = (d[at] as number) + (d[i7] as number);
	const d0 = (d[at] as number) - (d[i7] as number);
	const s1 = (d[i1] as number) + (d[i6] as number);
	const d1 = (d[i1] as number) - (d[i6] as number);
	const s2 = (d[i2] as number) + (d[i5] as number);
	const d2 = (d[i2] as number) - (d[i5] as number);
	const s3 = (d[i3] as number) + (d[i4] as number);
	const d3 = (d[i3] as number) - (d[i4] as number);
	const e0 = s0 + s3;
	const e3 = s0 - s3;
	const e1 = s1 + s2;
	const e2 = s1 - s2;
	d[at] = e0 + e1;
	d[i4] = e0 - e1;
	const z1 = (e2 + e3) * A1;
	d[i2] = e3 + z1;
	d[i6] = e3 - z1;
	const o0 = d3 + d2;
	const o1 = d2 + d1;
	const o2 = d1 + d0;
	const z5 = (o0 - o2) * A5;
	const z2 = A2 * o0 + z5;
	const z4 = A4 * o2 + z5;
	const z3 = o1 * A1;
	const z11 = d0 + z3;
	const z13 = d0 - z3;
	d[i5] = z13 + z2;
	d[i3] = z13 - z2;
	d[i1] = z11 + z4;
	d[i7] = z11 - z4;
}
