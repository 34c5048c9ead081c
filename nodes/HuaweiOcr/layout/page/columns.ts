// Newspaper columns: regions of a page that are read one after the other.
import type { Box } from './frame';
import { groupRows } from './rows';
import type { Row } from './rows';
import { isLabelled, isRightToLeft } from '../characters';

/** Distances are text heights. */
const NARROWEST_GUTTER = 0.8;
/** A gutter is narrow against the columns beside it; a wider one parts things that belong side by side. */
const WIDEST_GUTTER = 0.4;
const NARROWEST_COLUMN = 7;
const FEWEST_LINES = 3;
/**
 * Running text fills its column: so much of the column's width is text in the fuller lines. As many as
 * every other line may be the short end of a paragraph.
 */
const FILLED = 0.6;
const FULL_LINES = 0.6;
/** Running text has one block a line, and few labels with a colon; tables and forms have several. */
const BLOCKS_PER_LINE = 1.34;
/** White space over all rows that parts lines into groups, in text heights more than the usual leading. */
const WIDE_LEADING = 0.4;
/** So many of the wide strips have to stand at the same height in a table, and so large a part of all. */
const FEWEST_SHARED = 3;
const SHARED = 0.75;
/** So many lines without text on one side end the columns when they stand this far off. */
const FAR_OFF = 2.5;
const MOST_GUTTERS = 12;
const DEEPEST = 4;

interface Interval {
	from: number;
	to: number;
}

/**
 * Parts a page into regions in reading order: what stands above the columns, column after column,
 * what stands below. A page without columns is one region. Each region is a list of rows from top
 * to bottom.
 *
 * Rows of a table have gaps at the same places as columns of text do. What tells them apart is that
 * running text fills its columns line by line, in single blocks, with a narrow gutter between.
 */
export function readRegions(boxes: readonly Box[]): Row[][] {
	return split(boxes, DEEPEST);
}

function split(boxes: readonly Box[], depth: number): Row[][] {
	const rows = groupRows(boxes);
	const found = depth > 0 ? findColumns(rows) : undefined;
	if (!found) return rows.length > 0 ? [rows] : [];
	const { from, to, gutters } = found;
	const columns: Box[][] = Array.from({ length: gutters.length + 1 }, () => []);
	for (const row of rows.slice(from, to)) {
		for (const box of row.boxes) columns[columnOf(box, gutters)]?.push(box);
	}
	if (isRightToLeft(columns.flat().map(({ words }) => words).join(' '))) columns.reverse();
	const boxesOf = (part: readonly Row[]) => part.flatMap((row) => row.boxes).sort(byPlace);
	return [
		...split(boxesOf(rows.slice(0, from)), depth - 1),
		...columns.flatMap((column) => split(column.sort(byPlace), depth - 1)),
		...split(boxesOf(rows.slice(to)), depth - 1),
	];
}

function byPlace(a: Box, b: Box): number {
	return a.middle - b.middle || a.left - b.left;
}

function columnOf(box: Box, gutters: readonly Interval[]): number {
	let column = 0;
	for (const { from, to } of gutters) {
		if (box.left + box.right <= from + to) break;
		column++;
	}
	return column;
}

/** The first rows from the top that are set in columns, and the gutters between those. */
function findColumns(rows: readonly Row[]): { from: number; to: number; gutters: Interval[] } | undefined {
	if (rows.length < FEWEST_LINES) return undefined;
	const valleys = findValleys(rows);
	const tried = new Set<string>();
	let best: { from: number; to: number; gutters: Interval[] } | undefined;
	for (const valley of valleys) {
		for (const { from, to } of clearRuns(rows, valley)) {
			// All gutters of a table leave the same rows free: those are looked at once.
			if ((best && best.to - best.from >= to - from) || tried.has(`${from} ${to}`)) continue;
			tried.add(`${from} ${to}`);
			const band = trimEnds(rows, from, to, valley);
			const part = rows.slice(band.from, band.to);
			const gutters = realGutters(part, valleys.filter((other) => part.every((row) => isClear(row, other))));
			if (gutters.length > 0) best = { ...band, gutters };
		}
	}
	return best;
}

/** How many boxes cover each place in x, from the first left edge to the last right edge. */
function coverSteps(boxes: readonly Box[]): Array<Interval & { cover: number }> {
	const lefts = new Float64Array(boxes.map(({ left }) => left)).sort();
	const rights = new Float64Array(boxes.map(({ right }) => right)).sort();
	const steps: Array<Interval & { cover: number }> = [];
	let x = lefts[0] ?? 0;
	let [begun, ended] = [0, 0];
	while (ended < rights.length) {
		const next = Math.min(lefts[begun] ?? Infinity, rights[ended] ?? Infinity);
		if (next > x) steps.push({ from: x, to: next, cover: begun - ended });
		x = next;
		while (lefts[begun] === x) begun++;
		while (rights[ended] === x) ended++;
	}
	return steps;
}

/** Places in x that fewer boxes cover than on either side, widest first. */
function findValleys(rows: readonly Row[]): Interval[] {
	const steps = coverSteps(rows.flatMap((row) => row.boxes));

	// A valley's floor may be uneven by a few boxes: short steps between two floors are taken as floor.
	const peaksAfter = new Array<number>(steps.length).fill(0);
	for (let index = steps.length - 2; index >= 0; index--) {
		peaksAfter[index] = Math.max(peaksAfter[index + 1] ?? 0, steps[index + 1]?.cover ?? 0);
	}
	const valleys: Array<Interval & { depth: number }> = [];
	let peakBefore = 0;
	for (const [index, step] of steps.entries()) {
		const shoulder = Math.min(peakBefore, peaksAfter[index] ?? 0);
		if (shoulder >= FEWEST_LINES && step.cover <= shoulder / 2) {
			const last = valleys[valleys.length - 1];
			const depth = shoulder - step.cover;
			if (last && last.to === step.from && depth === last.depth) last.to = step.to;
			else valleys.push({ from: step.from, to: step.to, depth });
		}
		peakBefore = Math.max(peakBefore, step.cover);
	}
	return valleys
		.filter(({ from, to }) => to - from >= NARROWEST_GUTTER)
		.sort((a, b) => b.depth * (b.to - b.from) - a.depth * (a.to - a.from) || a.from - b.from)
		.slice(0, MOST_GUTTERS)
		.sort((a, b) => a.from - b.from);
}

function isClear(row: Row, { from, to }: Interval): boolean {
	return row.boxes.every((box) => box.right <= from || box.left >= to);
}

/** Longest runs of rows that leave an interval free. */
function clearRuns(rows: readonly Row[], interval: Interval): Interval[] {
	const runs: Interval[] = [];
	let from = 0;
	for (let index = 0; index <= rows.length; index++) {
		const row = rows[index];
		if (row && isClear(row, interval)) continue;
		if (index - from >= FEWEST_LINES) runs.push({ from, to: index });
		from = index + 1;
	}
	return runs;
}

/** Leaves out rows at either end that stand far off and have text on one side only: titles, page numbers. */
function trimEnds(rows: readonly Row[], first: number, end: number, gutter: Interval): Interval {
	let [from, to] = [first, end];
	const oneSided = (row: Row | undefined) =>
		row !== undefined && (row.boxes.every((box) => box.right <= gutter.from) || row.boxes.every((box) => box.left >= gutter.to));
	const gap = (upper: Row | undefined, lower: Row | undefined) => (upper && lower ? lower.middle - upper.middle : 0);
	while (to - from > FEWEST_LINES && oneSided(rows[from]) && gap(rows[from], rows[from + 1]) > FAR_OFF) from++;
	while (to - from > FEWEST_LINES && oneSided(rows[to - 1]) && gap(rows[to - 2], rows[to - 1]) > FAR_OFF) to--;
	return { from, to };
}

/** Those of the candidates that have running text on both sides. */
function realGutters(rows: readonly Row[], candidates: readonly Interval[]): Interval[] {
	let gutters = [...candidates];
	let columns = measureColumns(rows, gutters);
	while (gutters.length > 0) {
		const bad = columns.findIndex((column) => !column.isText);
		if (bad < 0) break;
		// A column that is none belongs to the neighbour that is nearer.
		const before = gutters[bad - 1];
		const after = gutters[bad];
		const width = (gutter: Interval | undefined) => (gutter ? gutter.to - gutter.from : Infinity);
		const drop = width(before) <= width(after) ? before : after;
		gutters = gutters.filter((gutter) => gutter !== drop);
		columns = measureColumns(rows, gutters);
	}
	const isNarrow = gutters.every((gutter, index) => {
		const narrower = Math.min(columns[index]?.width ?? 0, columns[index + 1]?.width ?? 0);
		return gutter.to - gutter.from <= WIDEST_GUTTER * narrower;
	});
	return isNarrow && !leadsLikeTable(columns) ? gutters : [];
}

interface Column {
	width: number;
	isText: boolean;
	/** White strips between its lines, from top to bottom. */
	strips: Interval[];
}

function measureColumns(rows: readonly Row[], gutters: readonly Interval[]): Column[] {
	const columns: Box[][][] = Array.from({ length: gutters.length + 1 }, () => []);
	for (const row of rows) {
		// Boxes come from left to right, so those of one column follow each other.
		let last = -1;
		let line: Box[] = [];
		for (const box of row.boxes) {
			const column = columnOf(box, gutters);
			if (column !== last) columns[column]?.push((line = []));
			line.push(box);
			last = column;
		}
	}
	return columns.map(measureColumn);
}

function measureColumn(lines: readonly Box[][]): Column {
	let [left, right, count, labels] = [Infinity, -Infinity, 0, 0];
	for (const line of lines) {
		for (const box of line) {
			left = Math.min(left, box.left);
			right = Math.max(right, box.right);
			count++;
			if (isLabelled(box.words)) labels++;
		}
	}
	const width = right - left;
	const ink = new Float64Array(lines.map((line) => line.reduce((sum, box) => sum + box.right - box.left, 0))).sort();
	const usualInk = ink[Math.floor(ink.length * FULL_LINES)] ?? 0;
	return {
		width,
		isText:
			lines.length >= FEWEST_LINES &&
			width >= NARROWEST_COLUMN &&
			usualInk >= FILLED * width &&
			count <= BLOCKS_PER_LINE * lines.length &&
			labels * 2 < count,
		strips: lines.slice(1).map((line, index) => ({ from: lowestOf(lines[index] ?? []), to: highestOf(line) })),
	};
}

function lowestOf(line: readonly Box[]): number {
	return line.reduce((lowest, { bottom }) => Math.max(lowest, bottom), -Infinity);
}

function highestOf(line: readonly Box[]): number {
	return line.reduce((highest, { top }) => Math.min(highest, top), Infinity);
}

/**
 * Rows of a table with long texts end together: the wide strips of white between lines stand at the
 * same height in both columns. Paragraphs of two columns end each for itself.
 */
function leadsLikeTable(columns: readonly Column[]): boolean {
	const [first, ...others] = columns.map(({ strips }) => {
		const heights = strips.map(({ from, to }) => to - from).sort((a, b) => a - b);
		const usual = heights[heights.length >> 2] ?? 0;
		return strips.filter(({ from, to }) => to - from > usual + WIDE_LEADING);
	});
	if (!first || first.length < FEWEST_SHARED) return false;
	return others.every((strips) => {
		const shared = countShared(first, strips);
		return shared >= FEWEST_SHARED && shared >= SHARED * Math.max(first.length, strips.length);
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
