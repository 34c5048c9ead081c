// Width and height from a file's header, before anything is decoded: a small file may hold a huge image.
import type { ImageFormat } from './imageFormat.cts';

/** px, as stored: EXIF orientation does not count. */
export interface ImageSize {
	width: number;
	height: number;
}

/** @returns undefined for a damaged header; a PDF has no size of its own and is not asked. */
export function readImageSize(bytes: Buffer, format: Exclude<ImageFormat, 'pdf'>): ImageSize | undefined {
	try {
		const size = READERS[format](bytes);
		return size && size.width > 0 && size.height > 0 ? size : undefined;
	} catch {
		return undefined; // a read behind the end of the file
	}
}

const READERS: Record<Exclude<ImageFormat, 'pdf'>, (bytes: Buffer) => ImageSize | undefined> = {
	png: (bytes) => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
	gif: (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
	psd: (bytes) => ({ width: bytes.readUInt32BE(18), height: bytes.readUInt32BE(14) }),
	pcx: (bytes) => ({
		width: bytes.readUInt16LE(8) - bytes.readUInt16LE(4) + 1,
		height: bytes.readUInt16LE(10) - bytes.readUInt16LE(6) + 1,
	}),
	bmp: readBmp,
	ico: readIco,
	jpeg: readJpeg,
	tiff: readTiff,
	webp: readWebp,
};

function readBmp(bytes: Buffer): ImageSize {
	// The oldest header (12 bytes) has 16-bit sizes; a negative height means rows from the top.
	if (bytes.readUInt32LE(14) === 12) return { width: bytes.readUInt16LE(18), height: bytes.readUInt16LE(20) };
	return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) };
}

/** The largest picture of the file; a size byte of 0 means 256. */
function readIco(bytes: Buffer): ImageSize | undefined {
	let largest: ImageSize | undefined;
	for (let i = 0; i < bytes.readUInt16LE(4); i++) {
		const width = bytes.readUInt8(6 + i * 16) || 256;
		const height = bytes.readUInt8(7 + i * 16) || 256;
		if (!largest || width * height > largest.width * largest.height) largest = { width, height };
	}
	return largest;
}

function readJpeg(bytes: Buffer): ImageSize | undefined {
	let at = 2;
	while (at < bytes.length) {
		if (bytes[at] !== 0xff) return undefined;
		const marker = bytes.readUInt8(at + 1);
		// Fill bytes, and markers without a length
		if (marker === 0xff) at += 1;
		else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
		else if (isStartOfFrame(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		else at += 2 + bytes.readUInt16BE(at + 2);
	}
	return undefined;
}

function isStartOfFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** First page: tags 256 (width) and 257 (height), 16 or 32 bits. */
function readTiff(bytes: Buffer): ImageSize | undefined {
	const little = bytes[0] === 0x49;
	const u16 = (at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
	const u32 = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
	const directory = u32(4);
	let width: number | undefined;
	let height: number | undefined;
	for (let i = 0; i < u16(directory); i++) {
		const entry = directory + 2 + i * 12;
		const value = u16(entry + 2) === 3 ? u16(entry + 8) : u32(entry + 8);
		if (u16(entry) === 256) width = value;
		if (u16(entry) === 257) height = value;
	}
	return width === undefined || height === undefined ? undefined : { width, height };
}

function readWebp(bytes: Buffer): ImageSize | undefined {
	const kind = bytes.toString('latin1', 12, 16);
	if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
	if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
	if (kind !== 'VP8L') return undefined;
	const bits = bytes.readUInt32LE(21);
	return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}
