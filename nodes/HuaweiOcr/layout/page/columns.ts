// Newspaper columns: regions of a page that are read one after the other. The page is cut recursively
// at white strips (the XY cut of Nagy and Seth, 1984); as in whitespace cover (Breuel, "Two geometric
// algorithms for layout analysis", 2002), a gutter need not run through the whole page, only between
// two lines that cross it.
import { isRightToLeft } from '../characters';
import { mapInSteps, type Steps } from '../../turns/steps';
import type { Box } from './frame';
import { findRuns, isClear } from './gutters';
import type { Interval, Run } from './gutters';
import { groupRows } from './rows';
import type { Row } from './rows';
import { areColumns, isText, measureColumn } from './runningText';
import type { Column } from './runningText';

/** So many lines without text on one side end the columns when they stand this far off, in text heights. */
const FAR_OFF = 2.5;
/** For a title so many times as high as the text this is enough. */
const TITLE_OFF = 1.8;
const TITLE_SIZE = 1.35;
/** The same for lines that have text on both sides: a head over the page, or its foot. */
const FARTHER_OFF = 3.6;
/** Columns keep so many lines, whatever is taken off at their ends. */
const FEWEST_LINES = 2;
/** No more runs than this are looked at closely in one part of a page. */
const MOST_TRIED = 24;
const DEEPEST = 8;

interface Section {
	/** Index of the first box of the columns, and of the first one below them. */
	from: number;
	to: number;
	columns: Column[];
}

/**
 * Parts a page into regions in reading order: what stands above the columns, column after column,
 * what stands below. A page without columns is one region. Each region is a list of rows from top
 * to bottom.
 */
export function* readRegions(boxes: readonly Box[]): Steps<Row[][]> {
	return yield* split(boxes, DEEPEST);
}

/** @param known rows of the boxes, where they have been grouped already */
function* split(boxes: readonly Box[], depth: number, known?: Row[]): Steps<Row[][]> {
	const rows = known ?? (yield* groupRows(boxes));
	yield;
	const found = depth > 0 ? yield* findSection(boxes, rows) : undefined;
	if (!found) return rows.length > 0 ? [rows] : [];
	const columns = [...found.columns];
	if (isRightToLeft(columns.map((column) => column.boxes.map(({ words }) => words).join(' ')).join(' '))) columns.reverse();
	const above = yield* split(boxes.slice(0, found.from), depth - 1);
	yield;
	const within = yield* mapInSteps(columns, (column) => split(column.boxes, depth - 1, column.rows));
	const below = yield* split(boxes.slice(found.to), depth - 1);
	return [...above, ...within.flat(), ...below];
}

/** The longest part of a page that is set in columns. */
function* findSection(boxes: readonly Box[], rows: readonly Row[]): Steps<Section | undefined> {
	const runs = yield* findRuns(boxes, rows);
	const allGutters = [...new Set(runs.map(({ gutter }) => gutter))];
	const tried = new Set<string>();
	for (const run of runs) {
		// All gutters of a table leave the same rows free: those are looked at once.
		const key = `${run.from} ${run.to}`;
		if (tried.has(key)) continue;
		if (tried.size >= MOST_TRIED) break;
		tried.add(key);
		const isAll = run.from === 0 && run.to === boxes.length;
		const { from, to } = trimEnds(boxes, isAll ? rows : yield* groupRows(boxes.slice(run.from, run.to)), run);
		yield;
		const part = boxes.slice(from, to);
		const gutters = disjoint(allGutters.filter((gutter) => part.every((box) => isClear(box, gutter))));
		const columns = yield* textColumns(part, gutters);
		yield;
		if (columns) return { from, to, columns };
	}
	return undefined;
}

/** From left to right; of those that overlap, the first one given. */
function disjoint(gutters: readonly Interval[]): Interval[] {
	const chosen: Interval[] = [];
	for (const gutter of gutters) {
		if (chosen.every(({ from, to }) => gutter.to <= from || gutter.from >= to)) chosen.push(gutter);
	}
	return chosen.sort((a, b) => a.from - b.from);
}

/**
 * Leaves out lines at either end that stand far off and belong to no column: titles, dates, page
 * numbers.
 * @param lines of the run's boxes
 * @param run of boxes that leave the gutter free
 */
function trimEnds(boxes: readonly Box[], lines: readonly Row[], { from, to, gutter }: Run): { from: number; to: number } {
	const oneSided = (row: Row | undefined) =>
		row !== undefined && (row.boxes.every((box) => box.right <= gutter.from) || row.boxes.every((box) => box.left >= gutter.to));
	const gap = (upper: Row | undefined, lower: Row | undefined) => (upper && lower ? lower.middle - upper.middle : 0);
	const isOff = (row: Row | undefined, distance: number) => distance > (oneSided(row) ? FAR_OFF : FARTHER_OFF);
	// A large title that happens to lie over one column stands nearer.
	const isTitle = (row: Row | undefined, distance: number) => oneSided(row) && distance > TITLE_OFF && row?.boxes.every(({ height }) => height >= TITLE_SIZE) === true;
	let [first, last] = [0, lines.length - 1];
	while (last - first >= FEWEST_LINES && (isOff(lines[first], gap(lines[first], lines[first + 1])) || isTitle(lines[first], gap(lines[first], lines[first + 1])))) first++;
	while (last - first >= FEWEST_LINES && isOff(lines[last], gap(lines[last - 1], lines[last]))) last--;
	// Rows may overlap in height; what is left out must stand above or below all that stays.
	const left = new Set([...lines.slice(0, first), ...lines.slice(last + 1)].flatMap((row) => row.boxes));
	let [start, end] = [from, to];
	while (start < to && left.has(boxes[start] as Box)) start++;
	while (end > start && left.has(boxes[end - 1] as Box)) end--;
	return { from: start, to: end };
}

/** The columns between those gutters that have running text on both sides; undefined when there are none. */
function* textColumns(boxes: readonly Box[], candidates: readonly Interval[]): Steps<Column[] | undefined> {
	let gutters = [...candidates];
	const known = new Map<string, Column>();
	for (;;) {
		if (gutters.length === 0) return undefined;
		const columns: Column[] = [];
		for (const [index, own] of parted(boxes, gutters).entries()) {
			// Between the same two gutters stands what stood there before another gutter was dropped.
			const place = `${gutters[index - 1]?.from ?? ''} ${gutters[index]?.from ?? ''}`;
			const column = known.get(place) ?? (yield* measureColumn(own));
			known.set(place, column);
			columns.push(column);
		}
		yield;
		const bad = columns.findIndex((column) => !isText(column));
		if (bad < 0) return areColumns(columns) ? columns : undefined;
		// A column that is none belongs to the neighbour that is nearer.
		const before = gutters[bad - 1];
		const after = gutters[bad];
		const width = (gutter: Interval | undefined) => (gutter ? gutter.to - gutter.from : Infinity);
		const drop = width(before) <= width(after) ? before : after;
		gutters = gutters.filter((gutter) => gutter !== drop);
	}
}

function parted(boxes: readonly Box[], gutters: readonly Interval[]): Box[][] {
	const columns: Box[][] = Array.from({ length: gutters.length + 1 }, () => []);
	for (const box of boxes) {
		const at = gutters.findIndex(({ from, to }) => box.left + box.right <= from + to);
		columns[at < 0 ? gutters.length : at]?.push(box);
	}
	return columns;
}
