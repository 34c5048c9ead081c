// Windows bitmaps, as BMP files and inside ICO files: 1 to 32 bits a pixel, uncompressed or with bit masks.
import type { Pixels } from '../pixels.cts';

export interface BitmapPlace {
	/** Where the information header begins. */
	headerAt: number;
	/** Where the pixels begin; undefined = right after header and palette. */
	pixelsAt?: number;
	/** Inside ICO the height counts a second half: a mask of one bit a pixel. */
	withMask: boolean;
}

const UNCOMPRESSED = 0;
const BIT_MASKS = 3;
const OLD_HEADER_BYTES = 12;

interface Layout {
	width: number;
	height: number;
	/** Rows from the top, which a negative height says. */
	topDown: boolean;
	bits: number;
	paletteAt: number;
	/** Bytes per colour: 3 in the oldest header, else 4. */
	paletteStep: number;
	pixelsAt: number;
	/** Bytes per row, a multiple of four. */
	stride: number;
	/** Bit masks of red, green and blue for 16 and 32 bits. */
	masks: [number, number, number];
	hasAlpha: boolean;
}

/** @throws Error for a damaged or compressed bitmap. */
export function decodeBitmap(file: Buffer, place: BitmapPlace): Pixels {
	const layout = readLayout(file, place);
	const { width, height } = layout;
	const maskAt = layout.pixelsAt + layout.stride * height;
	const maskStride = Math.ceil(width / 32) * 4;
	const data = new Uint8Array(width * height * 3);
	for (let y = 0; y < height; y++) {
		const row = layout.topDown ? y : height - 1 - y;
		for (let x = 0; x < width; x++) {
			const [red, green, blue, ownAlpha] = colourAt(file, layout, row, x);
			const masked = ((file[maskAt + row * maskStride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
			const alpha = place.withMask && !layout.hasAlpha ? 1 - masked : ownAlpha;
			const at = (y * width + x) * 3;
			const white = 255 * (1 - alpha);
			data[at] = Math.round(red * alpha + white);
			data[at + 1] = Math.round(green * alpha + white);
			data[at + 2] = Math.round(blue * alpha + white);
		}
	}
	return { width, height, data };
}

function readLayout(file: Buffer, { headerAt, pixelsAt, withMask }: BitmapPlace): Layout {
	const headerBytes = file.readUInt32LE(headerAt);
	const old = headerBytes === OLD_HEADER_BYTES;
	const width = old ? file.readUInt16LE(headerAt + 4) : file.readInt32LE(headerAt + 4);
	const signedHeight = old ? file.readUInt16LE(headerAt + 6) : file.readInt32LE(headerAt + 8);
	const bits = file.readUInt16LE(headerAt + (old ? 10 : 14));
	const compression = old ? UNCOMPRESSED : file.readUInt32LE(headerAt + 16);
	if (compression !== UNCOMPRESSED && compression !== BIT_MASKS) throw new Error('Compressed bitmap');
	if (![1, 4, 8, 16, 24, 32].includes(bits)) throw new Error('Bitmap of unusual depth');
	const colours = bits <= 8 ? (old ? 0 : file.readUInt32LE(headerAt + 32)) || 1 << bits : 0;
	const paletteStep = old ? 3 : 4;
	// With the short header, masks follow it; longer headers hold them in the same place.
	const masksAt = headerAt + 40;
	const ownMasks = compression === BIT_MASKS;
	const masks: Layout['masks'] = ownMasks
		? [file.readUInt32LE(masksAt), file.readUInt32LE(masksAt + 4), file.readUInt32LE(masksAt + 8)]
		: bits === 16
			? [0x7c00, 0x03e0, 0x001f]
			: [0xff0000, 0x00ff00, 0x0000ff];
	const paletteAt = headerAt + headerBytes + (ownMasks && headerBytes === 40 ? 12 : 0);
	return {
		width,
		height: withMask ? Math.abs(signedHeight) / 2 : Math.abs(signedHeight),
		topDown: signedHeight < 0,
		bits,
		paletteAt,
		paletteStep,
		pixelsAt: pixelsAt ?? paletteAt + colours * paletteStep,
		stride: Math.ceil((width * bits) / 32) * 4,
		masks,
		// In BMP files the fourth byte is mostly unused zeros unless a long header announces it.
		hasAlpha: bits === 32 && (withMask || (headerBytes >= 56 && file.readUInt32LE(headerAt + 52) !== 0)),
	};
}

function colourAt(file: Buffer, layout: Layout, row: number, x: number): [number, number, number, number] {
	const { bits, masks } = layout;
	const bit = x * bits;
	const at = layout.pixelsAt + row * layout.stride + (bit >> 3);
	if (bits <= 8) {
		const index = (file.readUInt8(at) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
		const colour = layout.paletteAt + index * layout.paletteStep;
		return [file.readUInt8(colour + 2), file.readUInt8(colour + 1), file.readUInt8(colour), 1];
	}
	if (bits === 24) return [file.readUInt8(at + 2), file.readUInt8(at + 1), file.readUInt8(at), 1];
	const value = bits === 16 ? file.readUInt16LE(at) : file.readUInt32LE(at);
	const alpha = layout.hasAlpha ? file.readUInt8(at + 3) / 255 : 1;
	return [part(value, masks[0]), part(value, masks[1]), part(value, masks[2]), alpha];
}

/** The bits under a mask, stretched to 0 to 255. */
function part(value: number, mask: number): number {
	if (mask === 0) return 0;
	const shift = Math.log2(mask & -mask);
	const highest = mask >>> shift;
	return Math.round((((value & mask) >>> shift) * 255) / highest);
}
