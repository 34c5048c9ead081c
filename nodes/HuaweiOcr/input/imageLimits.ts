import { ALL_FORMATS, COMMON_FORMATS, type ApiFormat, type ApiOperation } from '../../../huaweiCloud/apiOperation';
import { OcrError } from '../errors/ocrError';
import type { ImageLimits } from '../settings/itemSettings';
import { readImageHeader, type ImageHeader } from './imageHeader';
import { unknownFormat } from './sniff';

/** What an edition of the limits allows for an API operation. */
interface Edition {
	formats: readonly ApiFormat[];
	/** px */
	longestSide: number;
	/** px × px */
	pixels: number;
	/** How the edition is called in messages. */
	name: string;
}

/** Limits of General Text's page in its original edition (API page; contract 5.4). */
const ORIGINAL = { formats: COMMON_FORMATS, longestSide: 4096 };

function editionOf(limits: ImageLimits, api: ApiOperation): Edition {
	switch (limits) {
		case 'current':
			return {
				formats: api.formats,
				longestSide: api.longestSide,
				pixels: api.pixels ?? Infinity,
				name: `the current limits of ${api.name}`,
			};
		case 'original':
			return {
				formats: ORIGINAL.formats.filter((format) => api.formats.includes(format)),
				longestSide: Math.min(ORIGINAL.longestSide, api.longestSide),
				pixels: Infinity,
				name: `the original limits of ${api.name}`,
			};
		case 'off':
			return { formats: [...new Set([...ALL_FORMATS, ...api.formats])], longestSide: Infinity, pixels: Infinity, name: 'all editions of the service' };
	}
}

/** Characters of base64, in every edition: 10 MB, counted in binary (contract 5.4). */
const MAX_BASE64_LENGTH = 10 * 1024 * 1024;

/** Bytes of a file whose base64 text just fits. */
export const MAX_FILE_BYTES = (MAX_BASE64_LENGTH / 4) * 3;

/** @throws OcrError when base64 of so many bytes is longer than any edition accepts */
export function checkFileSize(bytes: number): void {
	checkNotEmpty(bytes);
	if (bytes > MAX_FILE_BYTES) {
		throw new OcrError(
			`Make the file smaller: it has ${bytes} bytes, the service accepts at most ${MAX_FILE_BYTES}`,
			`The limit is 10 MB (${MAX_BASE64_LENGTH} characters) after base64 encoding, which adds a third. JPEG files of 1–2 MB are enough for a dense A4 page.`,
			{ errorCode: 'Node.FileTooLarge' },
		);
	}
}

/** bytes of a file that is read at all: its pages may be small enough where the whole is not. */
export const MAX_LOADED_BYTES = 256 * 1024 * 1024;

/** @throws OcrError for a file without content */
export function checkNotEmpty(bytes: number): void {
	if (bytes > 0) return;
	throw new OcrError('Check where the file comes from: it is empty', 'The binary field holds a file of 0 bytes.', {
		errorCode: 'Node.EmptyFile',
	});
}

/** What pictures of an edition have to fit into. */
export function limitsOf(limits: ImageLimits, api: ApiOperation) {
	const { longestSide, pixels } = editionOf(limits, api);
	return { maxBytes: MAX_FILE_BYTES, maxSide: longestSide, minSide: api.shortestSide, maxPixels: pixels };
}

/** Whether a picture could be sent only if it were smaller. */
export function isTooLarge(bytes: Uint8Array, limits: ImageLimits, api: ApiOperation): boolean {
	const { maxBytes, maxSide, maxPixels } = limitsOf(limits, api);
	if (bytes.length > maxBytes) return true;
	const size = readImageHeader(bytes)?.size;
	return size !== undefined && (Math.max(size.width, size.height) > maxSide || size.width * size.height > maxPixels);
}

/**
 * Tells the format of a file by its content.
 * @throws OcrError when the operation doesn't read it
 */
export function checkFormat(bytes: Uint8Array, limits: ImageLimits, api: ApiOperation): ImageHeader {
	const edition = editionOf(limits, api);
	const header = readImageHeader(bytes);
	if (!header) throw unknownFormat(bytes, edition.formats);
	if (edition.formats.includes(header.format)) return header;
	if (header.format === 'OFD') throw unknownFormat(bytes, edition.formats);
	if (header.format === 'PDF' && !api.formats.includes('PDF')) throw readsNoPdf(api);
	throw new OcrError(
		`Convert the ${header.format} file to JPG or PNG: ${edition.name} allow only ${edition.formats.join(', ')}`,
		'The option Image Limits decides which edition of the limits is checked.',
		{ errorCode: 'Node.FormatNotAllowed' },
	);
}

function readsNoPdf({ name, wayOut, formats }: ApiOperation): OcrError {
	return new OcrError(
		`Convert the page to JPG or PNG${wayOut === undefined ? '' : `, or ${wayOut}`}: ${name} reads no PDF`,
		`It reads ${formats.join(', ')}. Nothing was sent and nothing was billed.`,
		{ errorCode: 'Node.FormatNotAllowed' },
	);
}

/**
 * Checks a file by its header. What no edition accepts is refused always, upper limits as chosen.
 * @throws OcrError that gives the number and the rule
 */
export function checkImage(bytes: Uint8Array, limits: ImageLimits, api: ApiOperation): ImageHeader {
	checkFileSize(bytes.length);
	const header = checkFormat(bytes, limits, api);
	if (header.format !== 'PDF' && header.format !== 'OFD') checkPixels(header, limits, editionOf(limits, api), api.shortestSide);
	return header;
}

function checkPixels({ format, size }: ImageHeader, limits: ImageLimits, edition: Edition, shortestSide: number): void {
	if (!size) {
		if (limits === 'off') return;
		throw new OcrError(
			`Check the file: it begins like ${format}, but its header is damaged or cut off`,
			'Width and height can\'t be read. Set the option Image Limits to "Off" to send it all the same.',
			{ errorCode: 'Node.DamagedHeader' },
		);
	}
	const { width, height } = size;
	const dimensions = `${width} × ${height} px`;
	const refuse = (advice: string, rule: string, notAnImage = false): never => {
		throw new OcrError(`${advice}: it has ${dimensions}, ${rule}`, 'Checked before sending, nothing was billed.', {
			errorCode: 'Node.PixelLimit',
			...(notAnImage ? { notAnImage } : {}),
		});
	};
	if (Math.min(width, height) < shortestSide) {
		refuse('Use a larger image', `the shortest side must have at least ${shortestSide} px`, true);
	}
	if (Math.max(width, height) > edition.longestSide) {
		refuse('Scale the image down', `${edition.name} allow at most ${edition.longestSide} px per side`);
	}
	if (width * height > edition.pixels) {
		refuse(
			'Scale the image down',
			`that is ${width * height} pixels, ${edition.name} allow at most ${edition.pixels}`,
		);
	}
}
