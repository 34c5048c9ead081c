// Blank columns between the characters of a line: a second witness for spaces, beside the model's own.
import type { Image } from './models.cts';

/** Rows at the top and bottom that are left out, as part of the height: rules and neighbouring lines end there. */
const EDGE = 0.12;
/** Part of the strongest contrast that counts as ink. */
const INK = 0.3;
const MIN_CONTRAST = 30;

/** For each column of a crop, whether it holds ink. */
export function inkColumns(crop: Image): boolean[] {
	const { width, height, data } = crop;
	const top = Math.floor(height * EDGE);
	const bottom = Math.ceil(height * (1 - EDGE));
	const brightness = (x: number, y: number): number => {
		const at = (y * width + x) * 3;
		return ((data[at] ?? 0) * 2 + (data[at + 1] ?? 0) * 5 + (data[at + 2] ?? 0)) / 8;
	};
	const background = medianBrightness(brightness, width, top, bottom);
	const contrast = new Array<number>(width).fill(0);
	for (let x = 0; x < width; x++) {
		for (let y = top; y < bottom; y++) {
			contrast[x] = Math.max(contrast[x] ?? 0, Math.abs(brightness(x, y) - background));
		}
	}
	const threshold = Math.max(MIN_CONTRAST, INK * contrast.reduce((most, value) => Math.max(most, value), 0));
	return contrast.map((value) => value >= threshold);
}

/** Text covers less than half of a line, so the median is the paper. */
function medianBrightness(brightness: (x: number, y: number) => number, width: number, top: number, bottom: number): number {
	const histogram = new Uint32Array(256);
	for (let y = top; y < bottom; y++) {
		for (let x = 0; x < width; x++) {
			const value = Math.round(brightness(x, y));
			histogram[value] = (histogram[value] ?? 0) + 1;
		}
	}
	const half = (width * (bottom - top)) / 2;
	let sum = 0;
	for (let value = 0; value < 256; value++) {
		sum += histogram[value] ?? 0;
		if (sum >= half) return value;
	}
	return 255;
}

/** Longest run of blank columns between two places, in columns. */
export function widestGap(ink: boolean[], from: number, to: number): number {
	let widest = 0;
	let run = 0;
	for (let x = Math.max(0, Math.floor(from)); x <= Math.min(ink.length - 1, Math.ceil(to)); x++) {
		run = ink[x] ? 0 : run + 1;
		widest = Math.max(widest, run);
	}
	return widest;
}
