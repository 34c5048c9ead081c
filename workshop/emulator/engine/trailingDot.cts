// The detector likes to end a line before its full stop. A dot just behind a line is taken in.
import { cut, type Quad } from './lineReader.cts';
import type { Image } from './models.cts';
import { heightOf } from './quads.cts';

/** How far behind the line to look, as part of its height. */
const REACH = 0.45;
/** A dot stands in the lower part of the line, and ends before the strip does. */
const LOWER_PART = 0.45;
const FREE_END = 0.85;
/** Difference of brightness to the paper, 0 to 255, that a dot has at least. */
const CONTRAST = 60;

/** @param quad level, corners from the text's top left. @returns the quad, longer when a dot follows. */
export function withTrailingDot(page: Image, quad: Quad): Quad {
	const height = heightOf(quad);
	const [a, b, c, d] = quad;
	const length = Math.hypot(b.x - a.x, b.y - a.y);
	if (length < height * 2) return quad;
	const step = { x: ((b.x - a.x) / length) * height * REACH, y: ((b.y - a.y) / length) * height * REACH };
	const end = { x: Math.max(b.x + step.x, c.x + step.x), y: Math.max(b.y, c.y) };
	if (end.x >= page.width - 1 || end.y >= page.height) return quad;
	const strip: Quad = [b, { x: b.x + step.x, y: b.y + step.y }, { x: c.x + step.x, y: c.y + step.y }, c];
	// A strip this narrow comes back turned by 90°.
	const part = dotEnd(cut(page, strip).rotateClockwise());
	if (part === undefined) return quad;
	return [a, { x: b.x + step.x * part, y: b.y + step.y * part }, { x: c.x + step.x * part, y: c.y + step.y * part }, d];
}

/** Where a dot ends and its margin, as part of the strip's width; undefined when there is none or more than one. */
function dotEnd({ width, height, data }: Image): number | undefined {
	const brightness = (x: number, y: number): number => {
		const at = (y * width + x) * 3;
		return ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
	};
	const values: number[] = [];
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) values.push(brightness(x, y));
	const paper = [...values].sort((m, n) => m - n)[values.length >> 1] ?? 255;
	const strongest = values.reduce((most, value) => Math.max(most, Math.abs(value - paper)), 0);
	if (strongest < CONTRAST) return undefined;
	let right = -1;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			if (Math.abs(brightness(x, y) - paper) < strongest / 2) continue;
			if (y < height * LOWER_PART || x > width * FREE_END) return undefined;
			right = Math.max(right, x);
		}
	}
	return right < 0 ? undefined : Math.min(1, (right + 1 + height * 0.1) / width);
}
