// Columns of running text, which stand side by side as columns of a table do.
import type { Box } from '../page/frame';
import type { FoundTable } from './table';

/** A column of so many lines is running text when so many of them are full. */
const FEWEST_LINES = 4;
const FULL_LINES = 0.6;
const NARROWEST = 8;
const WORDS = 3;
/** Text beside a table has so many lines, and goes on from so many of the rows to the next. */
const FEWEST_BESIDE = 6;
const GOES_ON = 0.7;
const NEAR = 0.5;
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

/** Whether a column of a table is running text, which goes on from row to row where a wrapped cell begins anew. */
export function hasRunningText({ lines }: FoundTable): boolean {
	const columns = new Map<number, Array<{ words: string; left: number; right: number; isRow: boolean }>>();
	for (const { cells } of lines) {
		const isRow = cells.length > 1 && cells[0]?.first === 0;
		for (const { first, text, left, right } of cells) {
			const line = { words: text, left, right, isRow };
			const known = columns.get(first);
			if (known) known.push(line);
			else columns.set(first, [line]);
		}
	}
	return [...columns.values()].some((column) => isRunningText(column) && goesOnOverRows(column));
}

/** Whether most rows stand below a full line that ends no sentence. */
function goesOnOverRows(lines: ReadonlyArray<{ words: string; left: number; right: number; isRow: boolean }>): boolean {
	const width = lines.reduce((most, { left, right }) => Math.max(most, right - left), 0);
	const rows = lines.slice(1).filter(({ isRow }) => isRow);
	const goingOn = lines.slice(1).filter(({ isRow }, index) => {
		const above = lines[index];
		return isRow && above !== undefined && above.right - above.left > FULL * width && !/[.。!?：:]$/u.test(above.words);
	});
	return goingOn.length >= GOES_ON * rows.length;
}

/**
 * The boxes of running text beside a table, taken in as its first or last column: the text goes on from
 * row to row, where a cell would begin anew.
 */
export function textBeside({ lines, head, boxes }: FoundTable): ReadonlySet<Box> {
	for (const column of [head.length - 1, 0]) {
		const own = lines.flatMap(({ cells }) => {
			const cell = cells.find(({ first, last }) => first === column && last === column);
			return cell ? [{ cell, isRow: cells.length > 2, words: cell.text, left: cell.left, right: cell.right }] : [];
		});
		if (head.length < 3 || own.length < FEWEST_BESIDE || !isRunningText(own)) continue;
		if (own.filter(({ isRow }) => isRow).length > FEWEST_BESIDE / 2 && goesOnOverRows(own)) {
			// The text's lines beside the head as well.
			const [left, right] = [Math.min(...own.map((each) => each.left)), Math.max(...own.map((each) => each.right))];
			return new Set(boxes.filter((box) => (column === 0 ? box.right <= right + NEAR : box.left >= left - NEAR)));
		}
	}
	return new Set();
}
