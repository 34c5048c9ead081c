// Small pages for tests: texts at places, as words blocks.
import type { Quad, Vertex, WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

/** px */
export const HEIGHT = 20;

/** Printed width of a text in px at `HEIGHT`. */
export function widthOf(words: string): number {
	return Array.from(words).reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 20 : 10), 0);
}

/** A block whose upper left corner is at (left, top). */
export function block(words: string, left: number, top: number, height = HEIGHT, width = (widthOf(words) * height) / HEIGHT): WordsBlock {
	return {
		words,
		location: [
			[left, top],
			[left + width, top],
			[left + width, top + height],
			[left, top + height],
		],
	};
}

/** A block that ends at `right`. */
export function rightAligned(words: string, right: number, top: number): WordsBlock {
	return block(words, right - widthOf(words), top);
}

/** Rows of left-aligned cells at the given columns; empty cells leave no block. */
export function table(columns: readonly number[], rows: readonly (readonly string[])[], top = 100, pitch = 40): WordsBlock[] {
	return rows.flatMap((row, index) => row.flatMap((cell, column) => (cell === '' ? [] : block(cell, columns[column] ?? 0, top + index * pitch))));
}

export type Move = (point: Vertex) => Vertex;

export function moved(blocks: readonly WordsBlock[], move: Move): WordsBlock[] {
	return blocks.map((each) => ({ ...each, location: each.location.map(move) as Quad }));
}

/** Clockwise turn on screen around the origin, degrees. */
export function turn(degrees: number): Move {
	const radians = (degrees * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	return ([x, y]) => [x * cos - y * sin, x * sin + y * cos];
}

export const toPixels: Move = ([x, y]) => [Math.round(x), Math.round(y)];

/**
 * A page as drawn with characters: two spaces and more part blocks; a line stands `pitch` px below the one before,
 * or half of that where it begins with "½".
 */
export function drawn(picture: string, pitch = 36): WordsBlock[] {
	let top = 100 - pitch;
	return picture.replace(/^\n+|\s+$/gu, '').split('\n').flatMap((raw) => {
		const line = raw.replace(/^½/u, '');
		top += raw === line ? pitch : pitch / 2;
		return [...line.matchAll(/\S+(?: \S+)*/gu)].map((run) => block(run[0], 40 + widthOf(line.slice(0, run.index)), top));
	});
}
