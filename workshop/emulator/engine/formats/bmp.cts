import type { Pixels } from '../pixels.cts';
import { decodeBitmap } from './bitmap.cts';

const FILE_HEADER_BYTES = 14;

/** sharp's build has no BMP, and the library at hand gives palette numbers instead of colours. */
export function decodeBmp(bytes: Uint8Array): Pixels {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return decodeBitmap(file, { headerAt: FILE_HEADER_BYTES, pixelsAt: file.readUInt32LE(10), withMask: false });
}
