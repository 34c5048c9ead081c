import { checkPlausible } from '../bounds';
import { PictureError, type RowSource, type RowSteps } from '../rows';
import { readSamples } from './samples';

const OLD_HEADER = 12;
const PLAIN = 0;
const BITFIELDS = 3;
const BITFIELDS_WITH_ALPHA = 6;

/** Rows given in one step. */
const ROWS_PER_STEP = 16;

/** How to get a colour out of a pixel. */
interface Mask {
	shift: number;
	most: number;
}

/**
 * Opens a BMP without compression: 1, 4, 8, 16, 24 or 32 bits a pixel, palette or masks, from the top or
 * the bottom.
 * @throws PictureError
 */
export function openBmp(bytes: Uint8Array): RowSource {
	if (bytes.length < 30) throw new PictureError('cutOff', 'a BMP whose header is cut off');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const dataAt = view.getUint32(10, true);
	const headerSize = view.getUint32(14, true);
	const isOld = headerSize === OLD_HEADER;
	if (!isOld && (headerSize < 40 || bytes.length < 14 + 40)) throw new PictureError('damaged', 'a BMP with an unknown header');
	const width = isOld ? view.getUint16(18, true) : view.getInt32(18, true);
	const signedHeight = isOld ? view.getUint16(20, true) : view.getInt32(22, true);
	const height = Math.abs(signedHeight);
	const depth = view.getUint16(isOld ? 24 : 28, true);
	const compression = isOld ? PLAIN : view.getUint32(30, true);
	checkPlausible(width, height, depth, bytes.length);
	if (![PLAIN, BITFIELDS, BITFIELDS_WITH_ALPHA].includes(compression)) {
		throw new PictureError('unsupported', 'a compressed BMP');
	}
	if (![1, 4, 8, 16, 24, 32].includes(depth)) throw new PictureError('damaged', `a BMP of ${depth} bits a pixel`);
	const stride = Math.ceil((width * depth) / 32) * 4;
	if (dataAt + stride * height > bytes.length + 3) {
		throw new PictureError('cutOff', `only ${bytes.length} bytes, too few for the size in its header`);
	}
	const palette = depth <= 8 ? readPalette(bytes, 14 + headerSize, isOld ? 3 : 4, 1 << depth) : undefined;
	const channels = palette && isGrey(palette) ? 1 : 3;
	const masks = depth === 16 || depth === 32 ? readMasks(view, compression, depth) : undefined;
	const convert = (row: Uint8Array, target: Uint8Array, indices: Uint8Array): void => {
		if (palette) {
			readSamples(row, depth, width, indices);
			for (let x = 0, to = 0; x < width; x++) {
				const from = (indices[x] as number) * 3;
				for (let channel = 0; channel < channels; channel++) target[to++] = palette[from + channel] ?? 0;
			}
		} else if (masks) {
			const size = depth / 8;
			for (let x = 0, at = 0, to = 0; x < width; x++, at += size) {
				const low = (row[at] as number) | ((row[at + 1] as number) << 8);
				const pixel = size === 2 ? low : (low | ((row[at + 2] as number) << 16) | ((row[at + 3] as number) << 24)) >>> 0;
				for (const { shift, most } of masks) target[to++] = (((pixel >>> shift) & most) * 255) / most;
			}
		} else {
			for (let x = 0, at = 0; x < width; x++, at += 3) {
				target[at] = row[at + 2] as number;
				target[at + 1] = row[at + 1] as number;
				target[at + 2] = row[at] as number;
			}
		}
	};
	function* rows(): RowSteps {
		const indices = new Uint8Array(width);
		const target = new Uint8Array(width * channels);
		const padded = new Uint8Array(stride);
		for (let y = 0; y < height; y++) {
			const at = dataAt + (signedHeight < 0 ? y : height - 1 - y) * stride;
			let row = bytes.subarray(at, at + stride);
			if (row.length < stride) {
				padded.set(row);
				row = padded;
			}
			convert(row, target, indices);
			yield target;
			if (y % ROWS_PER_STEP === 0) yield undefined;
		}
	}
	return { width, height, channels, orientation: 1, isLossy: false, rows };
}

/** RGB, three bytes to a colour. */
function readPalette(bytes: Uint8Array, at: number, entryBytes: number, colours: number): Uint8Array {
	const palette = new Uint8Array(colours * 3);
	for (let i = 0; i < colours; i++) {
		for (let channel = 0; channel < 3; channel++) palette[i * 3 + channel] = bytes[at + i * entryBytes + 2 - channel] ?? 0;
	}
	return palette;
}

function isGrey(palette: Uint8Array): boolean {
	return palette.every((sample, i) => sample === palette[i - (i % 3)]);
}

function readMasks(view: DataView, compression: number, depth: number): Mask[] {
	if (compression === PLAIN) return (depth === 16 ? [10, 5, 0] : [16, 8, 0]).map((shift) => ({ shift, most: depth === 16 ? 31 : 255 }));
	// The masks stand behind a header of 40 bytes, or in a longer one at the same place.
	if (view.byteLength < 66) throw new PictureError('cutOff', 'a BMP whose header is cut off');
	return [54, 58, 62].map((at) => {
		const mask = view.getUint32(at, true);
		if (mask === 0) throw new PictureError('damaged', 'a BMP without a mask for a colour');
		const shift = 31 - Math.clz32(mask & -mask);
		return { shift, most: mask >>> shift };
	});
}
