import { imageSize } from 'image-size';

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
	| 'PDF';

/** What the first bytes of a file tell. */
export interface ImageHeader {
	format: ImageFormat;
	/** px; undefined for PDF and for a header that can't be read to its end. */
	size?: { width: number; height: number };
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

function formatOf(bytes: Uint8Array): ImageFormat | undefined {
	const found = SIGNATURES.find(([, signature]) =>
		signature.every((byte, at) => byte === undefined || bytes[at] === byte),
	);
	if (found) return found[0];
	return bytes[0] === 0x0a && bytes.length > 1 && PCX_VERSIONS.includes(bytes[1] ?? -1)
		? 'PCX'
		: undefined;
}

/**
 * Reads the real format by its signature, not by the file name, and the size without decoding.
 * @returns undefined when the bytes begin like no format of the service
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
	const format = formatOf(bytes);
	if (!format) return undefined;
	const size = format === 'PDF' ? undefined : format === 'PCX' ? pcxSize(bytes) : librarySize(bytes);
	return { format, ...(size && size.width > 0 && size.height > 0 ? { size } : {}) };
}

/** PCX has its first and last column and row as 16-bit numbers from byte 4 on. */
function pcxSize(bytes: Uint8Array): ImageHeader['size'] {
	if (bytes.length < 12) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [left, top, right, bottom] = [4, 6, 8, 10].map((at) => view.getUint16(at, true)) as [
		number,
		number,
		number,
		number,
	];
	return { width: right - left + 1, height: bottom - top + 1 };
}

function librarySize(bytes: Uint8Array): ImageHeader['size'] {
	try {
		const { width, height } = imageSize(bytes);
		return { width, height: Math.abs(height) };
	} catch {
		return undefined;
	}
}
