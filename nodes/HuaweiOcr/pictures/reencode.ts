import { rowsAtScale } from './decode';
import { encodeJpeg } from './encode/jpeg';
import { encodePng } from './encode/png';
import { ByteSink } from './encode/sink';
import { PictureError, type RowSource, type RowSteps } from './rows';
import type { Rows } from './scale';
import type { Steps } from '../turns/steps';

/** One way to encode a picture. */
export interface Encoding {
	kind: 'JPEG' | 'PNG';
	/** above 0, at most 1 */
	scale: number;
	/** Of JPEG, 1–100. */
	quality: number;
}

/** A picture that was encoded, or counted where it came out too large. */
export interface Encoded {
	sink: ByteSink;
	/** px */
	width: number;
	height: number;
	/** Share of the file's pixels that are like their left neighbour, 0–1. */
	flatness: number;
}

/**
 * Decodes a picture, scales it and encodes it anew, all in one pass over its rows.
 * @param whole the file, opened at its own size
 * @throws PictureError when the file is damaged or cut off
 */
export function* reencode(file: Uint8Array, whole: RowSource, { kind, scale, quality }: Encoding, maxBytes: number): Steps<Encoded> {
	const flatness = new Flatness(whole);
	const scaled = rowsAtScale(file, { ...whole, rows: () => flatness.watch() }, scale);
	const count = new RowCount(scaled);
	const sink = new ByteSink(maxBytes);
	const { orientation } = whole;
	const picture: Rows = { ...scaled, rows: count.watch() };
	// Sixteen greys are enough for lines and text that were black and white, and pack better.
	if (kind === 'PNG') yield* encodePng(picture, { orientation, greyDepth: whole.isFlat ? 4 : 8 }, sink);
	else yield* encodeJpeg(picture, { quality, orientation }, sink);
	if (count.rows < scaled.height) throw new PictureError('cutOff', 'data that end before the picture does');
	return { sink, width: scaled.width, height: scaled.height, flatness: flatness.share };
}

/** Counts rows on their way. */
class RowCount {
	rows = 0;

	constructor(private readonly picture: Rows) {}

	*watch(): RowSteps {
		const { width, channels, rows } = this.picture;
		for (const band of rows) {
			if (band) this.rows += band.length / (width * channels);
			yield band;
		}
	}
}

/** Looks at every so many rows: line art shows everywhere. */
const ROW_STEP = 4;

/** Measures rows on their way: paper and ink are flat, photographs and scans are not. */
class Flatness {
	private pixels = 0;
	private flat = 0;

	constructor(private readonly picture: RowSource) {}

	get share(): number {
		return this.pixels === 0 ? 0 : this.flat / this.pixels;
	}

	*watch(): RowSteps {
		const { width, channels, isLossy } = this.picture;
		const rowBytes = width * channels;
		let y = 0;
		for (const band of this.picture.rows()) {
			for (let at = 0; !isLossy && band && at < band.length; at += rowBytes) {
				if (y++ % ROW_STEP === 0) this.look(band, at, rowBytes, channels);
			}
			yield band;
		}
	}

	private look(band: Uint8Array, from: number, length: number, channels: number): void {
		let flat = 0;
		for (let at = from + channels; at < from + length; at += channels) if (band[at] === band[at - channels]) flat++;
		this.pixels += length / channels - 1;
		this.flat += flat;
	}
}
