import { openPicture } from './formats';
import { PictureError, type OpenOptions, type Orientation, type RowSource } from './rows';
import { scaled, toGrey, type Rows } from './scale';
import type { Steps } from '../turns/steps';
import { runInTurns, type Pause } from '../turns/turns';
import { oneAtATime } from './oneAtATime';

/** A decoded picture: grey (1 channel) or RGB (3), 8 bits a sample, transparency laid on white. */
export interface Picture {
	/** px */
	width: number;
	height: number;
	channels: 1 | 3;
	data: Uint8Array;
	/** Told, not applied: pixels are as the file stores them, and so are the service's positions. */
	orientation: Orientation;
	/** Size of this picture divided by that of the file's, at most 1. */
	scale: number;
}

export interface DecodeLimits {
	/** px × px; a larger picture comes scaled down to so many. */
	maxPixels: number;
	/** px of the longer side; a larger picture comes scaled down. */
	maxSide?: number;
	/** Only brightness. */
	grey?: boolean;
}

/**
 * Decodes JPEG, PNG, BMP and TIFF (its first frame), scaled down to `limits` on the way: memory stays
 * near that of the result, and the event loop is let go about every 15 ms. One picture at a time.
 * @throws PictureError for other formats, damaged files, files that are cut off, and bombs
 */
export async function decode(bytes: Uint8Array, limits: DecodeLimits, pause?: Pause): Promise<Picture> {
	return await oneAtATime(async () => await runInTurns(decoded(bytes, limits), pause));
}

/**
 * Decodes to brightness alone, for finding ruled lines.
 * @returns rows from the top, one byte a pixel, 0 black; `scale` as in `Picture`
 * @throws PictureError
 */
export async function decodeGrey(
	bytes: Uint8Array,
	limits: { maxPixels: number },
	pause?: Pause,
): Promise<{ width: number; height: number; data: Uint8Array; scale: number }> {
	const { width, height, data, scale } = await decode(bytes, { ...limits, grey: true }, pause);
	return { width, height, data, scale };
}

function* decoded(bytes: Uint8Array, { maxPixels, maxSide = Infinity, grey = false }: DecodeLimits): Steps<Picture> {
	const whole = openPicture(bytes, { grey });
	const scale = Math.min(1, maxSide / Math.max(whole.width, whole.height), Math.sqrt(maxPixels / (whole.width * whole.height)));
	const rows = rowsAtScale(bytes, whole, scale, { grey });
	const { width, height, channels } = rows;
	const data = new Uint8Array(width * height * channels);
	let at = 0;
	for (const band of rows.rows) {
		if (band) {
			data.set(band, at);
			at += band.length;
		}
		yield undefined;
	}
	if (at < data.length) throw new PictureError('cutOff', 'data that end before the picture does');
	return { width, height, channels, data, orientation: whole.orientation, scale };
}

/**
 * The rows of a picture scaled down by exactly `scale`, the cheapest way.
 * @param whole the same picture, opened at its own size
 */
export function rowsAtScale(bytes: Uint8Array, whole: RowSource, scale: number, options: OpenOptions = {}): Rows {
	const reduce = scale <= 1 / 8 ? 8 : scale <= 1 / 4 ? 4 : scale <= 1 / 2 ? 2 : 1;
	const source = whole.isLossy && reduce > 1 ? openPicture(bytes, { ...options, reduce }) : whole;
	// Formats that can't come reduced tell their own size.
	const isReduced = source.width < whole.width;
	const rows = { width: source.width, height: source.height, channels: source.channels, rows: source.rows() };
	return scaled(options.grey ? toGrey(rows) : rows, isReduced ? scale * reduce : scale);
}
