import { OcrError } from '../errors/ocrError';
import { FitSearch } from './fitSearch';
import { openPicture, pictureFormatOf } from './formats';
import { foreignFormatOf } from './foreignFormats';
import { reencode, type Encoded, type Encoding } from './reencode';
import { PictureError, type RowSource } from './rows';
import { scaledSide } from './scale';
import type { Steps } from '../turns/steps';
import { runInTurns, type Pause } from '../turns/turns';
import { oneAtATime } from './oneAtATime';

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

/** A picture is made so many times at most until it fits. */
const MOST_TRIES = 6;

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
	return await fitted(file, limits, pause).catch(
		async (error: unknown) => await Promise.reject(error instanceof PictureError ? toOcrError(error, format) : error),
	);
}

async function fitted(file: Uint8Array, limits: ShrinkLimits, pause: Pause | undefined): Promise<ShrunkPicture | undefined> {
	const whole = openPicture(file);
	if (file.length <= limits.maxBytes && isWithin(whole, limits)) return undefined;
	return await oneAtATime(async () => await runInTurns(shrunk(file, whole, limits), pause));
}

function isWithin({ width, height }: RowSource, { maxSide, maxPixels }: ShrinkLimits): boolean {
	return Math.max(width, height) <= maxSide && width * height <= maxPixels;
}

function* shrunk(file: Uint8Array, whole: RowSource, { maxBytes, minSide, maxSide, maxPixels }: ShrinkLimits): Steps<ShrunkPicture> {
	const search = new FitSearch(largestScale(whole, maxSide, maxPixels), maxBytes, whole.isFlat ? 'PNG' : 'JPEG');
	let best: ShrunkPicture | undefined;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const { encoding } = search;
		if (scaledSide(Math.min(whole.width, whole.height), encoding.scale) < minSide) break;
		const made: Encoded = yield* reencode(file, whole, encoding, maxBytes);
		// What looks like line art is tried as PNG, too, and stays JPEG where that doesn't fit.
		if (tries === 0 && encoding.kind === 'JPEG' && made.flatness >= LINE_ART) {
			const packed = yield* reencode(file, whole, { ...encoding, kind: 'PNG' }, maxBytes);
			if (!packed.sink.isOver) return picture(file, whole, { ...encoding, kind: 'PNG' }, packed);
		}
		if (!made.sink.isOver) best = picture(file, whole, encoding, made);
		if (search.isOver(made.sink.length)) break;
	}
	if (!best) throw tooNarrow(whole, minSide);
	return best;
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
function largestScale({ width, height }: RowSource, maxSide: number, maxPixels: number): number {
	const longest = Math.max(width, height);
	const byPixels = longest * Math.sqrt(maxPixels / (width * height));
	let side = Math.floor(Math.min(longest, maxSide, LONGEST_JPEG_SIDE, byPixels));
	// Sides are whole pixels, rounded up.
	while (side > 1 && scaledSide(width, side / longest) * scaledSide(height, side / longest) > maxPixels) side--;
	return Math.max(1, side) / longest;
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
		`Cut the picture into parts: it has ${width} × ${height} px, and small enough for the service its shorter side would have less than ${minSide} px`,
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
