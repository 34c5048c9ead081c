// Columns of running text, which stand side by side as columns of a table do.
import type { Box } from '../page/frame';
import type { FoundTable } from './table';

/** A column of so many lines is running text when so many of them are full. */
const FEWEST_LINES = 4;
const FULL_LINES = 0.6;
const NARROWEST = 8;
const WORDS = 3;
/** Text beside a table goes on from so many of the rows to the next, and over so many of them at least. */
const GOES_ON = 0.7;
const FEWEST_BORDERS = 3;
/** Cells with their middle, and with their first line beside their row end here, in steps of rows. */
const BORDERS = [0.5, 0.85];
const NEAR = 0.5;
/** Lines of one text stand at even steps, but for this part of them; rows beside cells of as many lines each stand alike this much (0–1). */
const UNEVEN = 0.15;
const FEWEST_BESIDE = 3;
const LEVEL = 0.75;
/** A full line is this part of the widest one. */
const FULL = 0.85;

/** Whether a column is running text: its lines break where the next word no longer fits, and are of several words. */
export function isRunningText(lines: ReadonlyArray<{ words: string; left: number; right: number }>): boolean {
	if (lines.length < FEWEST_LINES) return false;
	const width = lines.reduce((most, { left, right }) => Math.max(most, right - left), 0);
	if (width < NARROWEST) return false;
	const full = lines.slice(0, -1).filter(({ left, right }, index) => {
		const next = lines[index + 1];
		if (!next) return false;
		const length = Array.from(next.words).length;
		const word = /^[\u2e80-\u9fff]/u.test(next.words) ? 1 : Array.from(/^\S+/u.exec(next.words)?.[0] ?? '').length + 0.5;
		return right - left + ((next.right - next.left) * word) / Math.max(length, 1) > 0.95 * width;
	}).length;
	const wordy = lines.filter(({ words }) => words.split(/\s+/u).length >= WORDS || /[\u2e80-\u9fff]{6}/u.test(words)).length;
	return full >= FULL_LINES * (lines.length - 1) && wordy >= FULL_LINES * lines.length;
}

interface TextLine {
	words: string;
	left: number;
	right: number;
	middle: number;
}

/** Lines of each column, of texts that stand in it alone. */
function linesByColumn({ lines }: FoundTable): Map<number, TextLine[]> {
	const columns = new Map<number, TextLine[]>();
	for (const { cells, middle } of lines) {
		for (const { first, last, text, left, right } of cells) {
			if (first !== last) continue;
			const line = { words: text, left, right, middle };
			const known = columns.get(first);
			if (known) known.push(line);
			else columns.set(first, [line]);
		}
	}
	return columns;
}

/** Whether a column of a table is running text, which goes on from row to row where a wrapped cell begins anew. */
export function hasRunningText(table: FoundTable): boolean {
	const rows = table.lines.filter(({ cells }) => cells.length > 1 && cells[0]?.first === 0).map(({ middle }) => middle);
	return [...linesByColumn(table).values()].some((column) => isRunningText(column) && goesOnOverRows(column, rows));
}

/**
 * Whether the text goes on where one row ends and the next begins: above most of these places stands a full line
 * that ends no sentence. Its lines may stand nearer to each other than the rows, or further apart.
 * @param rows middles of the rows
 */
function goesOnOverRows(lines: readonly TextLine[], rows: readonly number[]): boolean {
	const steps = (each: readonly number[]) => ((each[each.length - 1] ?? 0) - (each[0] ?? 0)) / Math.max(each.length - 1, 1);
	// Of cells of several lines each, the middle of the step may be within a cell.
	const ratio = steps(rows) / steps(lines.map(({ middle }) => middle));
	const borders = Math.round(ratio) > 1 && Math.abs(ratio - Math.round(ratio)) < UNEVEN ? BORDERS : BORDERS.slice(0, 1);
	return borders.every((border) => goesOnOver(lines, rows, border));
}

/** @param border where one row ends, as part of the step to the next */
function goesOnOver(lines: readonly TextLine[], rows: readonly number[], border: number): boolean {
	const width = lines.reduce((most, { left, right }) => Math.max(most, right - left), 0);
	let [all, goingOn, begun] = [0, 0, 0];
	let at = 0;
	for (const [index, row] of rows.entries()) {
		const next = rows[index + 1];
		if (next === undefined) break;
		while (at < lines.length && (lines[at]?.middle ?? Infinity) < row + border * (next - row)) at++;
		const [above, below] = [lines[at - 1], lines[at]];
		if (!above || !below) continue;
		all++;
		if (/^\p{Lu}/u.test(below.words)) begun++;
		if (above.right - above.left > FULL * width && !/[.。!?：:]$/u.test(above.words)) goingOn++;
	}
	// Capitals below every border begin cells.
	return all >= FEWEST_BORDERS && goingOn >= GOES_ON * all && begun < all;
}

/**
 * Whether the lines keep even steps of their own across the rows, and so come to stand otherwise beside each row:
 * lines of cells begin anew where their rows do.
 * @param rows middles of the rows
 */
function keepsOwnSteps(lines: readonly TextLine[], rows: readonly number[]): boolean {
	const [first, last] = [lines[0]?.middle ?? 0, lines[lines.length - 1]?.middle ?? 0];
	const step = (last - first) / Math.max(lines.length - 1, 1);
	const isEven = lines.every(({ middle }, index) => Math.abs(middle - first - index * step) <= UNEVEN * step);
	const beside = rows.filter((row) => row >= first - step && row <= last + step);
	if (!isEven || step <= 0 || beside.length < FEWEST_BESIDE) return false;
	// Where in a line's step each row stands; all alike for lines that go with the rows.
	const places = beside.map((row) => ((row - first) / step) * 2 * Math.PI);
	const mean = (of: (angle: number) => number) => places.reduce((sum, angle) => sum + of(angle), 0) / places.length;
	return Math.hypot(mean(Math.cos), mean(Math.sin)) < LEVEL;
}

/**
 * The boxes of running text beside a table, taken in as its first or last column: the text goes on from
 * row to row, where a cell would begin anew.
 */
export function textBeside(table: FoundTable): ReadonlySet<Box> {
	const { lines, head, boxes } = table;
	const columns = linesByColumn(table);
	for (const column of [head.length - 1, 0]) {
		const own = columns.get(column) ?? [];
		if (head.length < 3 || own.length < FEWEST_LINES || !isRunningText(own)) continue;
		const rows = lines.filter(({ cells }) => cells.filter(({ first }) => first !== column).length > 1).map(({ middle }) => middle);
		if (!goesOnOverRows(own, rows) && !keepsOwnSteps(own, rows)) continue;
		// The text's lines beside the head as well.
		const [left, right] = [Math.min(...own.map((each) => each.left)), Math.max(...own.map((each) => each.right))];
		return new Set(boxes.filter((box) => (column === 0 ? box.right <= right + NEAR : box.left >= left - NEAR)));
	}
	return new Set();
}
