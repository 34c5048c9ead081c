// What an answer lists against what is known to be on the page: how much of both is the same.
import type { SpecimenCell } from '../../documents/tableSpecimens.cts';

export interface Score {
	right: number;
	wanted: number;
	found: number;
	/** What is missing and what is too much, for whoever looks into it. */
	missing: string[];
	extra: string[];
}

export const noScore = (): Score => ({ right: 0, wanted: 0, found: 0, missing: [], extra: [] });

export function add(total: Score, more: Score): void {
	total.right += more.right;
	total.wanted += more.wanted;
	total.found += more.found;
	total.missing.push(...more.missing);
	total.extra.push(...more.extra);
}

/** Harmonic mean of how much of what is wanted was found, and how much of what was found is wanted. */
export function f1({ right, wanted, found }: Score): number {
	return wanted + found === 0 ? 1 : (2 * right) / (wanted + found);
}

/** Each entry counts once, however often it is there. */
export function compare(wanted: readonly string[], found: readonly string[]): Score {
	const left = [...found];
	const missing = wanted.filter((entry) => {
		const at = left.indexOf(entry);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
	return { right: wanted.length - missing.length, wanted: wanted.length, found: found.length, missing, extra: left };
}

/** Spaces and the width of signs are no matter of cells. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Cells that are not empty, with their text and all rows and columns that they span. */
export function wantedCells(cells: readonly SpecimenCell[]): string[] {
	const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);
	return cells
		.filter(({ text }) => text !== '')
		.map(({ row, column, rowSpan, columnSpan, text }) => keyOf(numbers(row, rowSpan), numbers(column, columnSpan), text));
}

export interface AnsweredCell {
	rows: number[];
	columns: number[];
	words?: string;
	words_list?: Array<{ words: string }>;
}

export function foundCells(cells: readonly AnsweredCell[]): string[] {
	return cells.flatMap(({ rows, columns, words, words_list: list = [] }) => {
		const text = words ?? list.map((each) => each.words).join('\n');
		return plain(text) === '' ? [] : [keyOf(rows, columns, text)];
	});
}

function keyOf(rows: readonly number[], columns: readonly number[], text: string): string {
	return `${rows.join()} | ${columns.join()} | ${plain(text)}`;
}
