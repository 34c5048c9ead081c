// Words blocks → lines in reading order.
import { isRightToLeft } from './characters';
import { collectInSteps, runAtOnce, type Steps } from '../turns/steps';
import { inReadingOrder } from './page/frameOrder';
import type { Box } from './page/frame';
import { framesInRegions } from './page/regions';
import type { WordsBlock } from '../result/types';

/** Text that stands on one line of the page. */
export interface Line {
	/** The blocks' words, joined by a space. */
	text: string;
	/** In the order of reading. */
	blocks: WordsBlock[];
	/** Axis-aligned bounding box in the image as sent, px. */
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** So many lines are put together in one step. */
const LINES_IN_ONE_STEP = 256;

/**
 * Lines of a page in reading order: from top to bottom as the text stands, column by column where a
 * real gutter runs through the page. Text in another direction than most of the page comes last.
 * @param direction the service's `direction` in degrees; negative when unknown
 */
export function* linesInSteps(blocks: readonly WordsBlock[], direction: number): Steps<Line[]> {
	const frames = inReadingOrder(yield* framesInRegions(blocks, direction));
	const rows = frames.flatMap(({ regions }) => regions.flat());
	yield;
	return yield* collectInSteps(rows, (row) => toLine(row.boxes), LINES_IN_ONE_STEP);
}

/** The same in one piece. */
export function readLines(blocks: readonly WordsBlock[], direction: number): Line[] {
	return runAtOnce(linesInSteps(blocks, direction));
}

/**
 * The text of a page: its lines in reading order, joined by line feeds; '' for a page without text.
 * @param direction as for `readLines`
 */
export function readText(blocks: readonly WordsBlock[], direction: number): string {
	return readLines(blocks, direction)
		.map((line) => line.text)
		.join('\n');
}

/** @param boxes of one row, from left to right on the straightened page */
export function toLine(boxes: readonly Box[]): Line {
	const words = boxes.map((box) => box.words);
	const blocks = boxes.map((box) => box.block);
	let text = words.join(' ');
	if (isRightToLeft(text)) {
		text = words.reverse().join(' ');
		blocks.reverse();
	}
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { location } of blocks) {
		for (const vertex of location) {
			left = Math.min(left, vertex[0]);
			top = Math.min(top, vertex[1]);
			right = Math.max(right, vertex[0]);
			bottom = Math.max(bottom, vertex[1]);
		}
	}
	return { text, blocks, left, top, right, bottom };
}
