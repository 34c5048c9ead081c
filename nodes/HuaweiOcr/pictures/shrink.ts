import { OcrError } from '../errors/ocrError';
import { openPicture, pictureFormatOf } from './formats';
import { foreignFormatOf } from './foreignFormats';
import { reencode, type Encoded, type Encoding } from './reencode';
import { PictureError, type RowSource } from './rows';
import { scaledSide } from './scale';
import { oneAtATime, runInTurns, type Pause, type Steps } from './steps';

/** What a picture has to fit into. */
export interface ShrinkLimits {
	/** bytes of the file */
	maxBytes: number;
	/** px; Infinity for no limit */
	maxSide: number;
	minSide: number;
	/** px × px; Infinity for no limit */
	maxPixels: number;
}

/** A picture made to fit. */
export interface ShrunkPicture {
	bytes: Buffer;
	/** Size of this picture divided by that of the file's, at most 1: positions are divided by it (`mapBack`). */
	scale: number;
	/** px of this picture */
	width: number;
	height: number;
	mimeType: 'image/jpeg' | 'image/png';
	/** What came: px and bytes. */
	from: { width: number; height: number; bytes: number };
}

/** Qualities of JPEG, best first; the second is tried before a picture loses pixels. */
const QUALITIES = [90, 80] as const;

/** Bytes that a picture takes at the second quality, of those at the first. */
const SECOND_TO_FIRST = 0.72;

/** A picture is made so many times at most until it fits. */
const MOST_TRIES = 6;

/** The next try aims at this share of the bytes allowed. */
const AIM = 0.96;

/** px; a JPEG knows no longer sides. */
const LONGEST_JPEG_SIDE = 65_500;

/** Share of pixels like their left neighbour from which a picture is line art; scans have noise. */
const LINE_ART = 0.9;

/**
 * Makes a picture fit: decoded, scaled down by the smallest factor that fits, and encoded anew, photographs
 * as JPEG at high quality and line art as PNG. Orientation stays what it was, as a tag. One picture at a
 * time, the event loop let go about every 15 ms.
 * @returns undefined where the file fits as it is
 * @throws OcrError that says why it can't be done here, and the way out
 */
export async function shrinkToFit(file: Uint8Array, limits: ShrinkLimits, pause?: Pause): Promise<ShrunkPicture | undefined> {
	const format = pictureFormatOf(file);
	if (!format) throw notDecoded(foreignFormatOf(file) ?? 'this kind of file');
	try {
		const whole = openPicture(file);
		if (file.length <= limits.maxBytes && isWithin(whole, limits)) return undefined;
		return await oneAtATime(async () => await runInTurns(shrunk(file, whole, limits), pause));
	} catch (error) {
		throw error instanceof PictureError ? toOcrError(error, format) : error;
	}
}

function isWithin({ width, height }: RowSource, { maxSide, maxPixels }: ShrinkLimits): boolean {
	return Math.max(width, height) <= maxSide && width * height <= maxPixels;
}

function* shrunk(file: Uint8Array, whole: RowSource, limits: ShrinkLimits): Steps<ShrunkPicture> {
	const { maxBytes, minSide } = limits;
	const most = largestScale(whole, limits);
	const tried: Array<{ encoding: Encoding; bytes: number }> = [];
	let encoding: Encoding | undefined = { kind: whole.isFlat ? 'PNG' : 'JPEG', scale: most, quality: QUALITIES[0] };
	while (encoding && tried.length < MOST_TRIES) {
		if (scaledSide(Math.min(whole.width, whole.height), encoding.scale) < minSide) throw tooNarrow(whole, minSide);
		const made: Encoded = yield* reencode(file, whole, encoding, maxBytes);
		// What looks like line art is tried as PNG, too, and stays JPEG where that doesn't fit.
		if (tried.length === 0 && encoding.kind === 'JPEG' && made.flatness >= LINE_ART) {
			const packed = yield* reencode(file, whole, { ...encoding, kind: 'PNG' }, maxBytes);
			if (!packed.sink.isOver) return picture(file, whole, { ...encoding, kind: 'PNG' }, packed);
		}
		if (!made.sink.isOver) return picture(file, whole, encoding, made);
		tried.push({ encoding, bytes: made.sink.length });
		encoding = nextTry(tried, maxBytes, most);
	}
	throw new OcrError(
		`Make the picture smaller: its ${file.length} bytes could not be brought below ${maxBytes}`,
		'It was scaled down and encoded anew several times, and never fitted. Nothing was sent, nothing was billed.',
		{ errorCode: 'Node.FileTooLarge' },
	);
}

function picture(file: Uint8Array, whole: RowSource, { kind, scale }: Encoding, { sink, width, height }: Encoded): ShrunkPicture {
	return {
		bytes: sink.toBuffer(),
		scale,
		width,
		height,
		mimeType: kind === 'PNG' ? 'image/png' : 'image/jpeg',
		from: { width: whole.width, height: whole.height, bytes: file.length },
	};
}

/** The largest scale at which the picture keeps to the limits of its sides and pixels. */
function largestScale({ width, height }: RowSource, { maxSide, maxPixels }: ShrinkLimits): number {
	const longest = Math.max(width, height);
	const byPixels = longest * Math.sqrt(maxPixels / (width * height));
	let side = Math.floor(Math.min(longest, maxSide, LONGEST_JPEG_SIDE, byPixels));
	// Sides are whole pixels, rounded up.
	while (side > 1 && scaledSide(width, side / longest) * scaledSide(height, side / longest) > maxPixels) side--;
	return Math.max(1, side) / longest;
}

/** What to try next: first a little less quality, then fewer pixels, by what the tries before have shown. */
function nextTry(tried: ReadonlyArray<{ encoding: Encoding; bytes: number }>, maxBytes: number, most: number): Encoding | undefined {
	const last = tried.at(-1);
	if (!last) return undefined;
	const { encoding, bytes } = last;
	const [first, second] = QUALITIES;
	// Line art that doesn't fit as PNG is a case for JPEG before it loses pixels.
	if (encoding.kind === 'PNG') return { kind: 'JPEG', scale: most, quality: first };
	if (encoding.quality === first) {
		const expected = bytes * SECOND_TO_FIRST;
		return { ...encoding, scale: encoding.scale * Math.min(1, shareFor(expected, maxBytes, 2)), quality: second };
	}
	// Bytes go with a power of the scale: about 2 for noise, less for text.
	const before = tried.at(-2);
	const power =
		before?.encoding.quality === second
			? Math.log(before.bytes / bytes) / Math.log(before.encoding.scale / encoding.scale)
			: 2;
	return { ...encoding, scale: encoding.scale * Math.min(0.98, shareFor(bytes, maxBytes, power)) };
}

function shareFor(bytes: number, maxBytes: number, power: number): number {
	const bounded = Number.isFinite(power) ? Math.min(2.5, Math.max(1, power)) : 2;
	return ((maxBytes * AIM) / bytes) ** (1 / bounded);
}

const NOTHING_SENT = 'Nothing was sent and nothing was billed.';

/** The service's limits and what to save instead, for every message below. */
const WAY_OUT = 'save the picture as JPEG of at most 7 MB, or as PNG';

/** Pictures that are too large for the service and of a format that can't be made smaller here. */
export function notDecoded(format: string): OcrError {
	return new OcrError(
		`Convert the file: ${WAY_OUT}. It is too large for the service, and ${format} can't be made smaller here`,
		`The option Shrink Large Images works with JPEG, PNG, BMP and TIFF. ${NOTHING_SENT}`,
		{ errorCode: 'Node.CannotShrink' },
	);
}

function tooNarrow({ width, height }: RowSource, minSide: number): OcrError {
	return new OcrError(
		`Cut the picture into parts: it has ${width} × ${height} px, and made to fit its shorter side would have less than ${minSide} px`,
		NOTHING_SENT,
		{ errorCode: 'Node.PixelLimit' },
	);
}

function toOcrError({ problem, what }: PictureError, format: string): OcrError {
	switch (problem) {
		case 'cutOff':
			return new OcrError(
				`Load the ${format} again: it is cut off, or its header is wrong`,
				`The picture is too large for the service and was to be made smaller, but it has ${what}. ${NOTHING_SENT}`,
				{ errorCode: 'Node.DamagedPicture' },
			);
		case 'damaged':
			return new OcrError(
				`Check the ${format}: its data are damaged`,
				`The picture is too large for the service and was to be made smaller, but it is or has ${what}. ${NOTHING_SENT}`,
				{ errorCode: 'Node.DamagedPicture' },
			);
		case 'tooLarge':
			return new OcrError(
				`Scale the ${format} down before: it has ${what}, more than is unpacked here`,
				`It is too large for the service, too. So large a picture would take n8n's memory or time from everybody else. ${NOTHING_SENT}`,
				{ errorCode: 'Node.PictureTooLarge' },
			);
		case 'unsupported':
			return notDecoded(what);
	}
}
