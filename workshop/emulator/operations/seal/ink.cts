// Red ink: what seals are told from the rest of a page by.
import type { Pixels } from '../../engine/pixels.cts';

/** Least red, and least distance of red from green and blue, 0 to 255. */
const RED = 110;
const REDDER = 55;

export function isRed(red: number, green: number, blue: number): boolean {
	return red > RED && red - Math.max(green, blue) > REDDER;
}

export function isRedAt({ data, width }: Pixels, x: number, y: number): boolean {
	const at = (y * width + x) * 3;
	return isRed(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
}

/** The page without its red ink; the pale edge of strokes goes with it. */
export function erased({ width, height, data }: Pixels): Pixels {
	const copy = new Uint8Array(data);
	for (let at = 0; at + 2 < copy.length; at += 3) {
		const [red = 0, green = 0, blue = 0] = [copy[at], copy[at + 1], copy[at + 2]];
		if (red - Math.max(green, blue) > REDDER / 4) copy.fill(255, at, at + 3);
	}
	return { width, height, data: copy };
}

/** Red ink as black on white: how well it reads must not depend on its colour. */
export function blackened(pixels: Pixels): Pixels {
	const data = new Uint8Array(pixels.data.length);
	for (let at = 0; at + 2 < data.length; at += 3) {
		const [red = 0, green = 0, blue = 0] = [pixels.data[at], pixels.data[at + 1], pixels.data[at + 2]];
		// The redder, the darker.
		const grey = Math.max(0, 255 - Math.max(0, red - (green + blue) / 2) * 1.5);
		data.fill(grey, at, at + 3);
	}
	return { width: pixels.width, height: pixels.height, data };
}
