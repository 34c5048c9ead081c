// The file to be read: from base64 to checked bytes. Rows 22 to 24 of section 15.2.
import type { Call } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import type { Profile } from '../options.cts';
import { type DecodedFile, decodeStrictBase64 } from './base64.cts';
import { detectFormat, type ImageFormat, isAllowedFormat } from './imageFormat.cts';
import { readImageSize } from './imageSize.cts';
import type { ImageText } from './requestBody.cts';

/** 10 MB after base64, taken as binary (5.4): 10,485,760 characters = 7,864,320 bytes of file. */
export const MAX_IMAGE_CHARACTERS = 10 * 1024 * 1024;
export const MAX_FILE_BYTES = (MAX_IMAGE_CHARACTERS / 4) * 3;

const MIN_SIDE_PX = 15;
const LIMITS: Record<Profile, { maxSidePx: number; maxPixels: number }> = {
	seed: { maxSidePx: 4096, maxPixels: Number.POSITIVE_INFINITY },
	current: { maxSidePx: 30_000, maxPixels: 160_000_000 },
};

/** Row 22: alphabet, padding and length have to be right; no prefix, no line breaks. */
export function decodeImage(call: Call, image: ImageText): DecodedFile {
	if (image.length > MAX_IMAGE_CHARACTERS) refuse('ModelArts.4104', call.requestId);
	return decodeStrictBase64(image.bytes) ?? refuse('AIS.0102', call.requestId);
}

/** Rows 23 and 24. @returns the real format. */
export function checkImage(call: Call, bytes: Buffer, profile: Profile): ImageFormat {
	const format = detectFormat(bytes);
	if (!format || !isAllowedFormat(format, profile)) return refuse('AIS.0102', call.requestId);
	if (format === 'pdf') return format;
	const size = readImageSize(bytes, format) ?? refuse('AIS.0102', call.requestId);
	const { maxSidePx, maxPixels } = LIMITS[profile];
	const shortest = Math.min(size.width, size.height);
	const longest = Math.max(size.width, size.height);
	if (shortest < MIN_SIDE_PX || longest > maxSidePx || size.width * size.height > maxPixels) {
		refuse('AIS.0103', call.requestId);
	}
	return format;
}
