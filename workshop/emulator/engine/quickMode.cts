// `quick_mode` (5.2): the image holds one line that fills more than half of it, so nothing has to be searched.
import { cut, type Line, type Quad, readLine, toImage } from './lineReader.cts';
import type { Models } from './models.cts';
import type { Pixels } from './pixels.cts';

/** Difference of brightness to the background, 0 to 255, that counts as ink. */
const INK = 48;
/** Room in px left around the ink, as the recogniser was trained with it. */
const MARGIN_PX = 3;
/** Squarer areas hold no line of text. */
const LEAST_RATIO = 1;
/** A page of several lines squeezed into one reads badly; that is how it shows. */
const SURE = 0.7;

/** @returns undefined when this is no single line after all: then the page is read the usual way. */
export async function readSingleLine(models: Models, pixels: Pixels): Promise<Line | undefined> {
	const quad = inkArea(pixels);
	if (!quad) return undefined;
	const [topLeft, , bottomRight] = quad;
	if (bottomRight.x - topLeft.x < LEAST_RATIO * (bottomRight.y - topLeft.y)) return undefined;
	const read = await readLine(models, cut(toImage(pixels), quad));
	return read.text !== '' && read.confidence >= SURE ? { quad, read } : undefined;
}

/** Bounding box of everything that differs from the background, which is the median of the border. */
function inkArea({ width, height, data }: Pixels): Quad | undefined {
	const brightness = (x: number, y: number): number => {
		const at = (y * width + x) * 3;
		return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
	};
	const border: number[] = [];
	for (let x = 0; x < width; x++) border.push(brightness(x, 0), brightness(x, height - 1));
	for (let y = 0; y < height; y++) border.push(brightness(0, y), brightness(width - 1, y));
	border.sort((a, b) => a - b);
	const background = border[border.length >> 1] ?? 255;
	let left = width;
	let right = -1;
	let top = height;
	let bottom = -1;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			if (Math.abs(brightness(x, y) - background) < INK) continue;
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
		}
	}
	if (right < 0) return undefined;
	const x0 = Math.max(0, left - MARGIN_PX);
	const x1 = Math.min(width - 1, right + MARGIN_PX);
	const y0 = Math.max(0, top - MARGIN_PX);
	const y1 = Math.min(height - 1, bottom + MARGIN_PX);
	return [
		{ x: x0, y: y0 },
		{ x: x1, y: y0 },
		{ x: x1, y: y1 },
		{ x: x0, y: y1 },
	];
}
