// The file to be read: from base64 to checked bytes. Rows 22 to 24 of section 15.2.
import type { Call } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import type { ImageRules, SentFile } from '../operations/operation.cts';
import { type DecodedFile, decodeStrictBase64 } from './base64.cts';
import { detectFormat } from './imageFormat.cts';
import { readImageSize } from './imageSize.cts';
import type { ImageText } from './requestBody.cts';

/** 10 MB after base64, taken as binary (5.4): 10,485,760 characters = 7,864,320 bytes of file. */
export const MAX_IMAGE_CHARACTERS = 10 * 1024 * 1024;
export const MAX_FILE_BYTES = (MAX_IMAGE_CHARACTERS / 4) * 3;

/** Row 22: alphabet, padding and length have to be right; no prefix, no line breaks. */
export function decodeImage(call: Call, image: ImageText): DecodedFile {
	if (image.length > MAX_IMAGE_CHARACTERS) refuse('ModelArts.4104', call.requestId);
	return decodeStrictBase64(image.bytes) ?? refuse('AIS.0102', call.requestId);
}

/** Rows 23 and 24. @returns the real format, and the size where the file has one. */
export function checkImage(call: Call, bytes: Buffer, rules: ImageRules): SentFile {
	const format = detectFormat(bytes);
	if (!format || !rules.formats.includes(format)) return refuse('AIS.0102', call.requestId);
	if (format === 'pdf') return { format };
	const size = readImageSize(bytes, format) ?? refuse('AIS.0102', call.requestId);
	const { minSidePx, maxSidePx, maxPixels } = rules;
	const shortest = Math.min(size.width, size.height);
	const longest = Math.max(size.width, size.height);
	if (shortest < minSidePx || longest > maxSidePx || size.width * size.height > maxPixels) {
		refuse('AIS.0103', call.requestId);
	}
	return { format, size };
}
