import { PictureError } from './rows';

/** bytes of pixels that are decoded whatever the size of the file: an A4 page in colour at 600 dpi. */
const ALWAYS_DECODED = 110_000_000;

/** bytes of pixels above which nothing is decoded: an A0 drawing in grey at 600 dpi. */
const NEVER_DECODED = 560_000_000;

/**
 * bytes of pixels per byte of file that a document can have. Blank paper packs about 250 to 1; deflate
 * packs at most 1032 to 1, which only bombs reach.
 */
const PLAUSIBLE_PACKING = 400;

/** px × px that are decoded whatever the size of the file, and px per byte that a larger picture can have: a sparse fax. */
const ALWAYS_DECODED_PIXELS = 120_000_000;
const PLAUSIBLE_PIXELS = 10_000;

/**
 * Refuses bombs by what the header says, before memory or time is spent on pixels.
 * @param bitsPerPixel of the picture as stored
 * @param fileBytes bytes of the file
 * @throws PictureError
 */
export function checkPlausible(width: number, height: number, bitsPerPixel: number, fileBytes: number): void {
	if (!(width >= 1 && height >= 1)) throw new PictureError('damaged', 'a size of 0 px');
	const unpacked = (width * height * bitsPerPixel) / 8;
	const size = `${width} × ${height} px`;
	const pixels = width * height;
	if (unpacked > NEVER_DECODED || pixels > NEVER_DECODED) {
		throw new PictureError('tooLarge', `${size}, ${megabytes(unpacked)} unpacked`);
	}
	const isBomb =
		(unpacked > ALWAYS_DECODED && unpacked > PLAUSIBLE_PACKING * fileBytes) ||
		(pixels > ALWAYS_DECODED_PIXELS && pixels > PLAUSIBLE_PIXELS * fileBytes);
	if (isBomb) {
		throw new PictureError('tooLarge', `${size}, ${megabytes(unpacked)} unpacked, in a file of only ${fileBytes} bytes`);
	}
}

/**
 * Refuses files that are too short for the size they claim, whatever their pixels are.
 * @param fewestBits that the packing needs for the whole picture
 */
export function checkLongEnough(fewestBits: number, fileBytes: number): void {
	if (fewestBits > fileBytes * 8) {
		throw new PictureError('cutOff', `only ${fileBytes} bytes, too few for the size in its header`);
	}
}

function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}
