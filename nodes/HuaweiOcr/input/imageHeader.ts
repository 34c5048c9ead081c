import { pdfStart } from './pdf/index';
import { openTiff } from './tiff/index';

/** File formats that some published edition of the service reads (contract 5.4). */
export type ImageFormat =
	| 'JPEG'
	| 'PNG'
	| 'BMP'
	| 'TIFF'
	| 'GIF'
	| 'WEBP'
	| 'PCX'
	| 'ICO'
	| 'PSD'
	| 'PDF'
	| 'OFD';

/** What the first bytes of a file tell. */
export interface ImageHeader {
	format: ImageFormat;
	/** px; undefined for PDF, OFD and for a header that can't be read to its end. */
	size?: Size;
	/** Where a PDF begins in its file, if not at the first byte: what stands before has to be cut off. */
	start?: number;
}

/** px */
interface Size {
	width: number;
	height: number;
}

const ANY = undefined;

/** Bytes that begin a file of each format; ANY matches any byte (contract 5.4, signatures). */
const SIGNATURES: ReadonlyArray<[ImageFormat, ReadonlyArray<number | undefined>]> = [
	['JPEG', [0xff, 0xd8, 0xff]],
	['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	['GIF', [0x47, 0x49, 0x46, 0x38]],
	['TIFF', [0x49, 0x49, 0x2a, 0x00]],
	['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
	['WEBP', [0x52, 0x49, 0x46, 0x46, ANY, ANY, ANY, ANY, 0x57, 0x45, 0x42, 0x50]],
	['PSD', [0x38, 0x42, 0x50, 0x53]],
	['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['ICO', [0x00, 0x00, 0x01, 0x00]],
	['BMP', [0x42, 0x4d]],
];

const PCX_VERSIONS = [0x00, 0x02, 0x03, 0x04, 0x05];

/**
 * Reads the real format by its signature, not by the file name, and the size without decoding. The
 * work doesn't grow with what a file claims: each reader looks at a few places, or hops from part to part.
 * @returns undefined when the bytes begin like no format of the service
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const format = formatOf(file);
	if (!format) {
		const start = pdfStart(file);
		return start === undefined ? undefined : { format: 'PDF', start };
	}
	const size = sizeOf(file, format);
	return { format, ...(size && size.width > 0 && size.height > 0 ? { size } : {}) };
}

function formatOf(file: Buffer): ImageFormat | undefined {
	const found = SIGNATURES.find(([, signature]) =>
		signature.every((byte, at) => byte === ANY || file[at] === byte),
	);
	if (found) return found[0] === 'BMP' && !isBitmap(file) ? undefined : found[0];
	if (isOfd(file)) return 'OFD';
	const isPcx = file[0] === 0x0a && file.length > 1 && PCX_VERSIONS.includes(file[1] ?? -1);
	return isPcx ? 'PCX' : undefined;
}

/** bytes in which the name of an OFD's first part is looked for; writers put it at the beginning. */
const OFD_HEAD = 8192;

/** A ZIP archive with the part that every OFD has (GB/T 33190). */
function isOfd(file: Buffer): boolean {
	return file.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) && file.subarray(0, OFD_HEAD).includes('OFD.xml');
}

/** Lengths of all headers that bitmaps ever had. */
const BITMAP_HEADERS = [12, 16, 40, 52, 56, 64, 108, 124];

/** Two letters begin many a text: what follows has to be a bitmap's header, if the file goes on so far. */
function isBitmap(file: Buffer): boolean {
	return file.length < 18 || BITMAP_HEADERS.includes(file.readUInt32LE(14));
}

/** @returns undefined for a header that is damaged or cut off */
function sizeOf(file: Buffer, format: ImageFormat): Size | undefined {
	switch (format) {
		case 'JPEG':
			return jpegSize(file);
		case 'PNG':
			return pngSize(file);
		case 'BMP':
			return bitmapSize(file);
		case 'TIFF':
			return tiffSize(file);
		case 'GIF':
			return file.length < 10 ? undefined : { width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
		case 'WEBP':
			return webpSize(file);
		case 'PCX':
			return pcxSize(file);
		case 'ICO':
			return iconSize(file);
		case 'PSD':
			return file.length < 22 ? undefined : { width: file.readUInt32BE(18), height: file.readUInt32BE(14) };
		case 'PDF':
		case 'OFD':
			return undefined;
	}
}

/** Parts of one JPEG before its picture; metadata of any length take some hundred. */
const MAX_SEGMENTS = 10_000;

/** Hops from segment to segment to the one that begins the picture (ITU T.81, B.1). */
function jpegSize(file: Buffer): Size | undefined {
	let at = 2;
	for (let segment = 0; segment < MAX_SEGMENTS; segment++) {
		// Bytes between segments are no picture, but decoders pass over them.
		at = file.indexOf(0xff, at);
		if (at < 0) return undefined;
		while (file[at] === 0xff) at++;
		const marker = file[at++];
		if (marker === undefined || at + 2 > file.length) return undefined;
		if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) continue;
		// The scan or the end comes before any size.
		if (marker === 0xd9 || marker === 0xda) return undefined;
		if (isStartOfFrame(marker)) {
			return at + 7 > file.length ? undefined : { width: file.readUInt16BE(at + 5), height: file.readUInt16BE(at + 3) };
		}
		const length = file.readUInt16BE(at);
		if (length < 2) return undefined;
		at += length;
	}
	return undefined;
}

function isStartOfFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function pngSize(file: Buffer): Size | undefined {
	if (file.length < 24 || file.toString('latin1', 12, 16) !== 'IHDR') return undefined;
	return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The oldest header has 16-bit sizes; a negative height means rows from the top. */
function bitmapSize(file: Buffer): Size | undefined {
	if (file.length < 26) return undefined;
	if (file.readUInt32LE(14) === 12) return { width: file.readUInt16LE(18), height: file.readUInt16LE(20) };
	return { width: file.readInt32LE(18), height: Math.abs(file.readInt32LE(22)) };
}

function tiffSize(file: Buffer): Size | undefined {
	try {
		const { width, height } = openTiff(file).info(1);
		return { width, height };
	} catch {
		return undefined;
	}
}

/** The three kinds of WebP each have their own header (RFC 9649). */
function webpSize(file: Buffer): Size | undefined {
	if (file.length < 30) return undefined;
	switch (file.toString('latin1', 12, 16)) {
		case 'VP8X':
			return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
		case 'VP8 ':
			if (file.readUIntBE(23, 3) !== 0x9d012a) return undefined;
			return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
		case 'VP8L': {
			if (file[20] !== 0x2f) return undefined;
			const bits = file.readUInt32LE(21);
			return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
		}
		default:
			return undefined;
	}
}

/** PCX has its first and last column and row as 16-bit numbers from byte 4 on. */
function pcxSize(file: Buffer): Size | undefined {
	if (file.length < 12) return undefined;
	return {
		width: file.readUInt16LE(8) - file.readUInt16LE(4) + 1,
		height: file.readUInt16LE(10) - file.readUInt16LE(6) + 1,
	};
}

/** Icons of one file; more than any program writes. */
const MAX_ICONS = 256;

/** The largest picture of the file; a side of 0 means 256 px. */
function iconSize(file: Buffer): Size | undefined {
	let largest: Size | undefined;
	const count = file.length < 6 ? 0 : Math.min(file.readUInt16LE(4), MAX_ICONS);
	for (let icon = 0; icon < count && 6 + icon * 16 + 16 <= file.length; icon++) {
		const width = file[6 + icon * 16] || 256;
		const height = file[7 + icon * 16] || 256;
		if (!largest || width * height > largest.width * largest.height) largest = { width, height };
	}
	return largest;
}
