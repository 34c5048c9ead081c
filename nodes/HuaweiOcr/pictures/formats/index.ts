import { PictureError, type OpenOptions, type RowSource } from '../rows';
import { openBmp } from './bmp';
import { openJpeg } from './jpeg';
import { openPng } from './png';
import { openTiff } from './tiff';

/** Formats that are decoded here. */
export type PictureFormat = 'JPEG' | 'PNG' | 'BMP' | 'TIFF';

/** @returns undefined for every other format */
export function pictureFormatOf(bytes: Uint8Array): PictureFormat | undefined {
	const begins = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
	if (begins(0xff, 0xd8, 0xff)) return 'JPEG';
	if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'PNG';
	if (begins(0x42, 0x4d)) return 'BMP';
	if (begins(0x49, 0x49, 0x2a, 0) || begins(0x4d, 0x4d, 0, 0x2a)) return 'TIFF';
	return undefined;
}

/**
 * Opens a picture without decoding it: its header is read, and what it claims is checked.
 * @throws PictureError
 */
export function openPicture(bytes: Uint8Array, options: OpenOptions = {}): RowSource {
	switch (pictureFormatOf(bytes)) {
		case 'JPEG':
			return openJpeg(bytes, options);
		case 'PNG':
			return openPng(bytes);
		case 'BMP':
			return openBmp(bytes);
		case 'TIFF':
			return openTiff(bytes, options);
		default:
			throw new PictureError('unsupported', 'a format that is not decoded here');
	}
}
