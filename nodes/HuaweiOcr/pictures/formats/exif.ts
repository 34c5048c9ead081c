import type { Orientation } from '../rows';

const ORIENTATION_TAG = 274;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** @param segment body of an APP1 segment. @returns undefined for another kind of segment, or without the tag */
export function orientationOfExif(segment: Uint8Array): Orientation | undefined {
	return EXIF.every((byte, index) => segment[index] === byte) ? orientationOfTiff(segment.subarray(6)) : undefined;
}

/** The orientation in a TIFF structure, which is also what EXIF data are. */
export function orientationOfTiff(tiff: Uint8Array): Orientation | undefined {
	if (tiff.length < 14) return undefined;
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	const little = tiff[0] === 0x49;
	const directory = view.getUint32(4, little);
	if (directory + 2 > tiff.length) return undefined;
	const count = view.getUint16(directory, little);
	for (let i = 0; i < count; i++) {
		const entry = directory + 2 + i * 12;
		if (entry + 12 > tiff.length) return undefined;
		if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
		return toOrientation(view.getUint16(entry + 8, little));
	}
	return undefined;
}

export function toOrientation(value: number): Orientation | undefined {
	return Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : undefined;
}

/** EXIF data that hold the orientation and nothing else: no place, no time, no camera. */
export function exifOf(orientation: Orientation): Buffer {
	const tiff = Buffer.alloc(26);
	tiff.write('MM\0*', 0, 'latin1');
	tiff.writeUInt32BE(8, 4);
	tiff.writeUInt16BE(1, 8);
	tiff.writeUInt16BE(ORIENTATION_TAG, 10);
	tiff.writeUInt16BE(3, 12);
	tiff.writeUInt32BE(1, 14);
	tiff.writeUInt16BE(orientation, 18);
	return tiff;
}
