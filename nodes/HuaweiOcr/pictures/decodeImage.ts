import { convertIndexedToRgb, decode as decodePng, type DecodedPng } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';

import { readImageHeader } from '../documents/imageHeader';

/** Decoded pixels, `channels` samples of 8 bits each: grey, grey and alpha, RGB, RGBA. */
export interface Pixels {
	width: number;
	height: number;
	channels: number;
	data: ArrayLike<number>;
}

/** Above this many pixels decoding would cost more time and memory than a preview is worth. */
const MAX_PIXELS = 40_000_000;

/**
 * Decodes PNG and JPEG; other formats would need codecs that are too large to be bundled.
 * EXIF orientation isn't applied: positions refer to the pixels as they are stored.
 * @returns undefined for other formats, damaged files and very large ones
 */
export function decodeImage(file: Uint8Array): Pixels | undefined {
	const header = readImageHeader(file);
	if (!header?.size || header.size.width * header.size.height > MAX_PIXELS) return undefined;
	try {
		if (header.format === 'PNG') return fromPng(decodePng(file));
		if (header.format !== 'JPEG') return undefined;
		const { width, height, data } = decodeJpeg(file, { useTArray: true, formatAsRGBA: false });
		return { width, height, data, channels: 3 };
	} catch {
		return undefined;
	}
}

function fromPng(png: DecodedPng): Pixels {
	const { width, height, depth } = png;
	if (png.palette) {
		const data = convertIndexedToRgb(png);
		return { width, height, data, channels: Math.round(data.length / (width * height)) };
	}
	if (depth === 16) return { ...png, data: Uint8Array.from(png.data, (sample) => sample >> 8) };
	return depth === 8 ? { ...png } : { ...png, data: unpackGrey(png) };
}

/** Grey samples of 1, 2 or 4 bits; each row begins with a new byte (PNG specification, 7.2). */
function unpackGrey({ width, height, depth, data }: DecodedPng): Uint8Array {
	const rowBytes = Math.ceil((width * depth) / 8);
	const most = 2 ** depth - 1;
	const grey = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const bit = x * depth;
			const byte = data[y * rowBytes + (bit >> 3)] ?? 0;
			const sample = (byte >> (8 - depth - (bit & 7))) & most;
			grey[y * width + x] = (sample * 255) / most;
		}
	}
	return grey;
}
