// Which of several directions of text on a page is read first.
import type { Frame } from './frame';
import { endsInCjk } from '../characters';
import { wrapAngle } from './geometry';

/** A title may reach so far down beside the first characters, in text heights. */
const OVERLAP = 0.3;
const QUARTER = Math.PI / 2;
const TOLERANCE = Math.PI / 8;

/**
 * Frames in the order of reading: the direction with the most text first, then the others; but level
 * text that stands above columns of Chinese or Japanese is their title and comes before them.
 * @param frames of a page, the one with the most text first
 */
export function inReadingOrder<Some extends Frame>(frames: readonly Some[]): Some[] {
	const [main, ...others] = frames;
	if (!main) return [];
	const beside = others.filter((frame) => Math.abs(wrapAngle(main.angle - frame.angle - QUARTER)) <= TOLERANCE);
	if (beside.length === 0 || !isChinese(main)) return [...frames];
	const end = placesAlong(main, main.angle).highest + OVERLAP * main.unit;
	const titles = new Set(beside.filter((frame) => placesAlong(frame, main.angle).lowest <= end));
	return [...titles, main, ...others.filter((frame) => !titles.has(frame))];
}

function isChinese({ boxes }: Frame): boolean {
	return boxes.filter(({ words }) => endsInCjk(words)).length * 2 >= boxes.length;
}

/** How far a frame's corners reach along a direction, px. */
function placesAlong({ boxes }: Frame, angle: number): { highest: number; lowest: number } {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	let [highest, lowest] = [Infinity, -Infinity];
	for (const { block } of boxes) {
		for (const [x, y] of block.location) {
			highest = Math.min(highest, x * cos + y * sin);
			lowest = Math.max(lowest, x * cos + y * sin);
		}
	}
	return { highest, lowest };
}
