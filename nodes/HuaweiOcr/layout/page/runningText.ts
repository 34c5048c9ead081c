// Whether what stands on both sides of a gutter is running text in columns, or a table or form, whose
// rows have gaps at the same places. All that speaks for either is weighed here.
import { endsInCjk, isLabelled, startsWithCjk } from '../characters';
import type { Steps } from '../../turns/steps';
import type { Box } from './frame';
import type { Interval } from './gutters';
import { groupRows } from './rows';
import type { Row } from './rows';

/** What stands between two gutters. Distances are text heights. */
export interface Column {
	boxes: readonly Box[];
	rows: Row[];
	lines: readonly Box[][];
	left: number;
	right: number;
	/** White strips between its lines, from top to bottom. */
	strips: Interval[];
	/** Whether lines fill it one by one, as text does. */
	isFilled: boolean;
	/** Part of its lines, from 0 to 1, that a sentence runs on from into the next line. */
	flow: number;
}

const NARROWEST_COLUMN = 5;
/** Without sentences that run on, text must stand in wider columns of more lines. */
const NARROWEST_UNSURE = 7;
const FEWEST_UNSURE = 3;
/**
 * Running text fills its column: so much of the column's width is text in the fuller lines. As many as
 * every other line may be the short end of a paragraph.
 */
const FILLED = 0.6;
const FULL_LINES = 0.6;
/** Running text has one block a line, and few labels with a colon; tables and forms have several. */
const BLOCKS_PER_LINE = 1.34;
/** A sentence runs on where a line reaches so far over its column. */
const REACHES = 0.75;
/** From this part of lines that run on, a column is certainly text. */
const FLOWS = 0.3;
/** A gutter is narrow against the columns beside it; a wider one parts things that belong side by side. */
const WIDEST_GUTTER = 0.4;
const WIDEST_SURE_GUTTER = 1;
/** Gutters narrower than this, in text heights, are only seen where lines begin exactly below each other … */
const NARROW_GUTTER = 0.8;
const ALIGNED = 0.35;
/** … in so large a part of so many lines. */
const ALIGNED_LINES = 0.6;
const FEWEST_ALIGNED = 4;
/** White space over all rows that parts lines into groups, in text heights more than the usual leading. */
const WIDE_LEADING = 0.4;
/** So many of the wide strips have to stand at the same height in a table, and so large a part of all. */
const FEWEST_SHARED = 3;
const SHARED = 0.75;
/** Where sentences run on, headings and paragraphs may begin level by chance. */
const SHARED_BY_TEXT = 0.9;

export function* measureColumn(boxes: readonly Box[]): Steps<Column> {
	const rows = yield* groupRows(boxes);
	const lines = rows.map((row) => row.boxes);
	let [left, right, labels] = [Infinity, -Infinity, 0];
	for (const box of boxes) {
		left = Math.min(left, box.left);
		right = Math.max(right, box.right);
		if (isLabelled(box.words)) labels++;
	}
	const ink = new Float64Array(lines.map((line) => line.reduce((sum, box) => sum + box.right - box.left, 0))).sort();
	const usualInk = ink[Math.floor(ink.length * FULL_LINES)] ?? 0;
	return {
		boxes,
		rows,
		lines,
		left,
		right,
		strips: lines.slice(1).map((line, index) => ({ from: lowestOf(lines[index] ?? []), to: highestOf(line) })),
		isFilled:
			lines.length >= 2 &&
			usualInk >= FILLED * (right - left) &&
			boxes.length <= Math.max(BLOCKS_PER_LINE * lines.length, lines.length + (lines.length > FEWEST_UNSURE ? 1 : 0)) &&
			labels * 2 < boxes.length,
		flow: flowOf(lines, left, right),
	};
}

/** Part of the lines that run on: not ended, up to the edge of the column, the next one in the middle of a sentence. */
function flowOf(lines: readonly Box[][], left: number, right: number): number {
	const runOn = lines.slice(1).filter((line, index) => {
		const last = lines[index]?.[(lines[index]?.length ?? 0) - 1];
		const first = line[0];
		if (!last || !first || last.right - left < REACHES * (right - left)) return false;
		if (/[\p{L}]-$/u.test(last.words)) return /^\p{Ll}/u.test(first.words);
		if (endsInCjk(last.words)) return startsWithCjk(first.words) && !/[。！？：；]$/u.test(last.words);
		return /^[\p{Ll}(]/u.test(first.words) && !/[.!?:;]$/u.test(last.words);
	});
	return lines.length > 1 ? runOn.length / (lines.length - 1) : 0;
}

function lowestOf(line: readonly Box[]): number {
	return line.reduce((lowest, { bottom }) => Math.max(lowest, bottom), -Infinity);
}

function highestOf(line: readonly Box[]): number {
	return line.reduce((highest, { top }) => Math.min(highest, top), Infinity);
}

/** Whether one column is of running text. */
export function isText(column: Column): boolean {
	const { lines, left, right, isFilled, flow } = column;
	if (!isFilled || right - left < NARROWEST_COLUMN) return false;
	if (flow >= FLOWS) return true;
	return lines.length >= FEWEST_UNSURE && right - left >= NARROWEST_UNSURE;
}

/** Whether columns of text stand beside each other to be read one after the other. */
export function areColumns(columns: readonly Column[]): boolean {
	const [first, ...others] = columns;
	if (!first || others.length === 0) return false;
	const flows = columns.filter(({ flow }) => flow >= FLOWS).length;
	// Two lines each are columns when both go on in the middle of a sentence.
	if (flows < columns.length && columns.some(({ lines }) => lines.length < FEWEST_UNSURE)) return false;
	const isNarrow = others.every((column, index) => {
		const before = columns[index] ?? first;
		const gap = column.left - before.right;
		const narrower = Math.min(column.right - column.left, before.right - before.left);
		if (gap < NARROW_GUTTER && !beginsAligned(column)) return false;
		return gap <= (flows === columns.length ? WIDEST_SURE_GUTTER : WIDEST_GUTTER) * narrower;
	});
	return isNarrow && !leadsLikeTable(columns, flows === columns.length ? SHARED_BY_TEXT : SHARED);
}

/** Whether most lines begin at the left edge, as after a narrow gutter they must. */
function beginsAligned({ lines, left }: Column): boolean {
	const aligned = lines.filter(([first]) => first && first.left - left <= ALIGNED).length;
	return lines.length >= FEWEST_ALIGNED && aligned >= ALIGNED_LINES * lines.length;
}

/**
 * Rows of a table with long texts end together: the wide strips of white between lines stand at the
 * same height in both columns. Paragraphs of two columns end each for itself.
 */
function leadsLikeTable(columns: readonly Column[], share: number): boolean {
	const [first, ...others] = columns.map(({ strips }) => {
		const heights = strips.map(({ from, to }) => to - from).sort((a, b) => a - b);
		const usual = heights[heights.length >> 2] ?? 0;
		return strips.filter(({ from, to }) => to - from > usual + WIDE_LEADING);
	});
	if (!first || first.length < FEWEST_SHARED) return false;
	return others.every((strips) => {
		const shared = countShared(first, strips);
		return shared >= FEWEST_SHARED && shared >= share * Math.max(first.length, strips.length);
	});
}

/** How many of the intervals overlap with one of the others; both from top to bottom. */
function countShared(intervals: readonly Interval[], others: readonly Interval[]): number {
	let next = 0;
	return intervals.filter(({ from, to }) => {
		while (next < others.length && (others[next]?.to ?? 0) <= from) next++;
		return Math.max(from, others[next]?.from ?? Infinity) < to;
	}).length;
}
