import type { RowSteps } from './rows';

/** Rows of pixels on their way. */
export interface Rows {
	width: number;
	height: number;
	channels: 1 | 3;
	rows: RowSteps;
}

/**
 * Scales down by exactly `scale`, each pixel the mean of what it covers. The last column and row may
 * cover less than a whole pixel's worth; so that a place of the small picture, divided by `scale`, is
 * the place in the large one.
 * @param scale above 0, at most 1
 */
export function scaled(source: Rows, scale: number): Rows {
	if (scale >= 1) return source;
	return {
		width: scaledSide(source.width, scale),
		height: scaledSide(source.height, scale),
		channels: source.channels,
		rows: scaledRows(source, scale),
	};
}

/** px of a side after scaling; what covers less than a hundredth of a pixel is left out. */
export function scaledSide(side: number, scale: number): number {
	return Math.max(1, Math.ceil(side * scale - 0.01));
}

function* scaledRows({ width, height, channels, rows }: Rows, scale: number): RowSteps {
	const outWidth = scaledSide(width, scale);
	const outHeight = scaledSide(height, scale);
	const across = sharesOf(width, outWidth, scale);
	const down = sharesOf(height, outHeight, scale);
	const sums = new Float32Array((outWidth + 1) * channels);
	let totals = new Float64Array(outWidth * channels);
	let nextTotals = new Float64Array(outWidth * channels);
	const target = new Uint8Array(outWidth * channels);
	let y = 0;
	for (const band of rows) {
		if (!band) {
			yield undefined;
			continue;
		}
		for (let at = 0; at < band.length && y < height; at += width * channels, y++) {
			sums.fill(0);
			if (channels === 1) addGrey(band, at, width, across, sums);
			else addRgb(band, at, width, across, sums);
			const first = down.first[y] as number;
			const share = down.share[y] as number;
			for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] as number) + (sums[i] as number) * share;
			if (share < 1) for (let i = 0; i < totals.length; i++) nextTotals[i] = (nextTotals[i] as number) + (sums[i] as number) * (1 - share);
			// The row is full when the next one begins behind it.
			if (share === 1 && y + 1 < height && down.first[y + 1] === first) continue;
			writeRow(totals, across.cover, down.cover[first] as number, channels, target);
			yield target;
			[totals, nextTotals] = [nextTotals, totals];
			nextTotals.fill(0);
			// The last row of all may hold nothing but the rest of the row before.
			if (share === 1 || y + 1 < height) continue;
			writeRow(totals, across.cover, down.cover[first + 1] as number, channels, target);
			yield target;
		}
		yield undefined;
	}
}

/** How source pixels are shared out along one side. */
interface Shares {
	/** The pixel that each source pixel begins in. */
	first: Int32Array;
	/** How much of it falls there, 0–1; the rest falls into the one behind. */
	share: Float32Array;
	/** How many source pixels' worth each pixel gets. */
	cover: Float64Array;
}

function sharesOf(side: number, outSide: number, scale: number): Shares {
	const first = new Int32Array(side);
	const share = new Float32Array(side);
	const cover = new Float64Array(outSide + 1);
	for (let i = 0; i < side; i++) {
		const from = i * scale;
		const pixel = Math.min(outSide - 1, Math.floor(from));
		const part = pixel + 1 >= outSide ? 1 : Math.min(1, (pixel + 1 - from) / scale);
		first[i] = pixel;
		// Rounding must not leave a trace of a pixel that only touches.
		share[i] = part > 0.999999 ? 1 : part;
		cover[pixel] = (cover[pixel] as number) + (share[i] as number);
		cover[pixel + 1] = (cover[pixel + 1] as number) + 1 - (share[i] as number);
	}
	return { first, share, cover };
}

function addGrey(band: Uint8Array, at: number, width: number, { first, share }: Shares, sums: Float32Array): void {
	for (let x = 0; x < width; x++) {
		const to = first[x] as number;
		const sample = band[at + x] as number;
		const part = sample * (share[x] as number);
		sums[to] = (sums[to] as number) + part;
		sums[to + 1] = (sums[to + 1] as number) + sample - part;
	}
}

function addRgb(band: Uint8Array, at: number, width: number, { first, share }: Shares, sums: Float32Array): void {
	for (let x = 0, from = at; x < width; x++, from += 3) {
		const to = (first[x] as number) * 3;
		const here = share[x] as number;
		const there = 1 - here;
		const red = band[from] as number;
		const green = band[from + 1] as number;
		const blue = band[from + 2] as number;
		sums[to] = (sums[to] as number) + red * here;
		sums[to + 1] = (sums[to + 1] as number) + green * here;
		sums[to + 2] = (sums[to + 2] as number) + blue * here;
		if (there > 0) {
			sums[to + 3] = (sums[to + 3] as number) + red * there;
			sums[to + 4] = (sums[to + 4] as number) + green * there;
			sums[to + 5] = (sums[to + 5] as number) + blue * there;
		}
	}
}

function writeRow(totals: Float64Array, across: Float64Array, down: number, channels: number, target: Uint8Array): void {
	for (let x = 0, at = 0; x * channels < target.length; x++) {
		const worth = 1 / ((across[x] as number) * down);
		for (let channel = 0; channel < channels; channel++, at++) target[at] = (totals[at] as number) * worth + 0.5;
	}
}

/** Only brightness (ITU-R BT.601). */
export function toGrey(source: Rows): Rows {
	return source.channels === 1 ? source : { ...source, channels: 1, rows: greyRows(source.rows) };
}

function* greyRows(rows: RowSteps): RowSteps {
	for (const band of rows) {
		if (!band) {
			yield undefined;
			continue;
		}
		const grey = new Uint8Array(band.length / 3);
		for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
			grey[i] = ((band[at] as number) * 19595 + (band[at + 1] as number) * 38470 + (band[at + 2] as number) * 7471 + 32768) >> 16;
		}
		yield grey;
	}
}
