// The lines of a page with what headings, paragraphs and lists are told by: size and place.
import { toLine } from '../lines';
import { collectInSteps, eachInSteps, type Steps } from '../../turns/steps';
import { inReadingOrder } from '../page/frameOrder';
import type { FrameInRegions } from '../page/regions';
import type { Row } from '../page/rows';
import type { WordsBlock } from '../../result/types';

/** Distances are usual text heights of the page. */
export interface PageLine {
	text: string;
	blocks: WordsBlock[];
	/** Lines of one column of the page, or of what stands above or below the columns, have one number. */
	region: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Of its lower texts, so that one large character does not make a heading. */
	height: number;
	/** Whether it is several texts with much white between them. */
	isSpread: boolean;
	/** Edges of the column that the line stands in. */
	regionLeft: number;
	regionRight: number;
}

/** Texts of one line stand no further apart, in text heights. */
const SPREAD = 1.5;

/** So many lines are measured in one step. */
const LINES_IN_ONE_STEP = 256;

/** All lines of a page in reading order; each block with words is in one of them. */
export function* pageLines(frames: readonly FrameInRegions[]): Steps<PageLine[]> {
	const regions = inReadingOrder(frames).flatMap((frame) => frame.regions);
	const found: PageLine[] = [];
	for (const [region, rows] of regions.entries()) {
		const lines = yield* collectInSteps(rows, measureLine, LINES_IN_ONE_STEP);
		const regionLeft = lines.reduce((least, { left }) => Math.min(least, left), Infinity);
		const regionRight = lines.reduce((most, { right }) => Math.max(most, right), -Infinity);
		yield* eachInSteps(lines, (line) => found.push({ ...line, region, regionLeft, regionRight }));
		yield;
	}
	return found;
}

function measureLine({ boxes }: Row): Omit<PageLine, 'region' | 'regionLeft' | 'regionRight'> {
	const { text, blocks } = toLine(boxes);
	let [left, right, top, bottom, height] = [Infinity, -Infinity, Infinity, -Infinity, Infinity];
	for (const box of boxes) {
		left = Math.min(left, box.left);
		right = Math.max(right, box.right);
		top = Math.min(top, box.top);
		bottom = Math.max(bottom, box.bottom);
		height = Math.min(height, box.height);
	}
	const isSpread = boxes.some((box, index) => index > 0 && box.left - (boxes[index - 1]?.right ?? box.left) > SPREAD);
	return { text, blocks, left, right, top, bottom, height, isSpread };
}
