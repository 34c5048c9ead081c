import type { Encoding } from './reencode';

/** Qualities of JPEG; the second is taken before a picture loses pixels. */
const FIRST_QUALITY = 90;
const SECOND_QUALITY = 80;

/** Bytes that a picture takes at the second quality, of those at the first. */
const SECOND_TO_FIRST = 0.72;

/** Tries aim at this share of the bytes allowed, and one that fits and takes this share is good enough. */
const AIM = 0.95;
const GOOD = 0.85;

/** A try at the second quality. */
interface Try {
	scale: number;
	bytes: number;
}

/**
 * Looks for the largest picture whose file fits. Each try costs seconds, so that a fit near the limit
 * is taken for the best.
 */
export class FitSearch {
	encoding: Encoding;
	private fits: Try | undefined;
	private over: Try | undefined;

	/**
	 * @param most scale that other limits allow
	 * @param maxBytes of the file
	 */
	constructor(
		private readonly most: number,
		private readonly maxBytes: number,
		kind: Encoding['kind'],
	) {
		this.encoding = { kind, scale: most, quality: FIRST_QUALITY };
	}

	/**
	 * Takes in how many bytes the try took, and sets the next one.
	 * @returns whether nothing better is to be expected
	 */
	isOver(bytes: number): boolean {
		const { kind, scale, quality } = this.encoding;
		const isFit = bytes <= this.maxBytes;
		if (isFit && (scale >= this.most || bytes >= GOOD * this.maxBytes)) return true;
		// Line art that doesn't fit as PNG is a case for JPEG before it loses pixels.
		if (kind === 'PNG') {
			this.encoding = { kind: 'JPEG', scale: this.most, quality: FIRST_QUALITY };
			return false;
		}
		const tried = { scale, bytes: quality === FIRST_QUALITY ? bytes * SECOND_TO_FIRST : bytes };
		if (quality === FIRST_QUALITY && tried.bytes <= this.maxBytes) {
			this.encoding = { kind, scale, quality: SECOND_QUALITY };
			return false;
		}
		if (isFit) this.fits = tried;
		else this.over = tried;
		const next = this.nextScale(tried);
		if (this.fits && next < this.fits.scale * 1.01) return true;
		this.encoding = { kind, scale: next, quality: SECOND_QUALITY };
		return false;
	}

	/** Bytes go with a power of the scale: 2 for noise, less for text; two tries show which. */
	private nextScale(last: Try): number {
		const { fits, over, most } = this;
		const shown = fits && over ? Math.log(over.bytes / fits.bytes) / Math.log(over.scale / fits.scale) : 2;
		const power = Number.isFinite(shown) ? Math.min(4, Math.max(1, shown)) : 2;
		const aimed = last.scale * ((this.maxBytes * AIM) / last.bytes) ** (1 / power);
		return Math.min(aimed, most, over ? over.scale * 0.98 : most);
	}
}
