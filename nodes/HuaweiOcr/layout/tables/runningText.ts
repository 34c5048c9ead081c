// Columns of running text, which stand side by side as columns of a table do.
import type { FoundTable } from './table';

/** A column of so many lines is running text when so many of them are full. */
const FEWEST_LINES = 4;
const FULL_LINES = 0.6;
const NARROWEST = 8;
const WORDS = 3;

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

export function hasRunningText({ lines }: FoundTable): boolean {
	const columns = new Map<number, Array<{ words: string; left: number; right: number }>>();
	for (const { cells } of lines) {
		for (const { first, text, left, right } of cells) {
			const known = columns.get(first);
			if (known) known.push({ words: text, left, right });
			else columns.set(first, [{ words: text, left, right }]);
		}
	}
	return [...columns.values()].some(isRunningText);
}
