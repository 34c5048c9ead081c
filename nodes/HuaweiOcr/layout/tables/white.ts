// The white space between the columns of a table: places in x that all of its rows leave free.
import { characterWidth, endsInCjk, startsWithCjk } from '../characters';
import type { Box } from '../page/frame';

/** In text heights; the outermost ones are endless. */
export interface White {
	from: number;
	to: number;
}

/** Narrower white, in text heights, is a space between words. */
const NARROWEST = 0.25;
/** Words of one cell may stand this far apart. */
const WITHIN_CELL = 1.2;
/** How far, in text heights, the place of a space in a block may be misjudged. */
const MISJUDGED = 1.3;

export const ALL_WHITE: readonly White[] = [{ from: -Infinity, to: Infinity }];

/** What is left of the white space when a row's boxes are put on it; `boxes` from left to right. */
export function withoutBoxes(white: readonly White[], boxes: readonly Box[]): White[] {
	const left: White[] = [];
	let next = 0;
	for (const { from, to } of white) {
		let start = from;
		while (next < boxes.length && (boxes[next]?.right ?? Infinity) <= from) next++;
		for (let index = next; index < boxes.length; index++) {
			const box = boxes[index];
			if (!box || box.left >= to) break;
			if (box.left - start >= NARROWEST) left.push({ from: start, to: box.left });
			start = Math.max(start, box.right);
		}
		if (to - start >= NARROWEST) left.push({ from: start, to });
	}
	return left;
}

/** The column (0-based) that a place in x belongs to; white space counts to the nearer column. */
export function columnAt(white: readonly White[], x: number): number {
	let column = -1;
	for (const { from, to } of white) {
		if (x < (from === -Infinity ? to : to === Infinity ? from : (from + to) / 2)) break;
		column++;
	}
	return Math.min(Math.max(column, 0), Math.max(white.length - 2, 0));
}

/** First and last column that a box reaches into. */
export function columnsOf(white: readonly White[], box: Box): [first: number, last: number] {
	const inner = white.slice(1, -1);
	const first = inner.filter(({ to }) => to <= box.left + NARROWEST).length;
	const last = inner.filter(({ from }) => from < box.right - NARROWEST).length;
	return first <= last ? [first, last] : [columnAt(white, (box.left + box.right) / 2), columnAt(white, (box.left + box.right) / 2)];
}

/** What a row does to the columns that the rows before it have in common. */
export interface Fit {
	white: White[];
	/** White between columns that one box of the row bridges. */
	bridged: White[];
	/** Boxes of the row, clearly apart, that land in one column. */
	crowded: number;
}

export function fitRow(white: readonly White[], boxes: readonly Box[]): Fit {
	const after = withoutBoxes(white, boxes);
	const bridged = white
		.slice(1, -1)
		.filter(({ from, to }) => !after.some((piece) => piece.from < to && piece.to > from));
	let crowded = 0;
	for (let index = 1; index < boxes.length; index++) {
		const [before, box] = [boxes[index - 1], boxes[index]];
		if (!before || !box || box.left - before.right <= WITHIN_CELL) continue;
		if (!after.some(({ from, to }) => from >= before.right - NARROWEST && to <= box.left + NARROWEST)) crowded++;
	}
	return { white: after, bridged, crowded };
}

/**
 * Cuts a box that reaches over white space into the cells it was merged from: at the space between
 * words, or the change from Chinese to figures, that stands nearest to the white.
 * @returns the box itself when there is no such place
 */
export function cutAt(box: Box, white: readonly White[]): Box[] {
	let pieces = [box];
	for (const gap of white) {
		if (gap.from <= box.left || gap.to >= box.right) continue;
		pieces = pieces.flatMap((piece) => cutOnce(piece, gap));
	}
	return pieces;
}

function cutOnce(box: Box, gap: White): Box[] {
	if (gap.to <= box.left || gap.from >= box.right) return [box];
	const characters = Array.from(box.words);
	const widths = characters.map(characterWidth);
	const scale = (box.right - box.left) / (widths.reduce((sum, width) => sum + width, 0) || 1);
	let x = box.left;
	let best: { at: number; distance: number } | undefined;
	for (const [at, character] of characters.entries()) {
		const width = (widths[at] ?? 0) * scale;
		const before = characters[at - 1] ?? '';
		const isSpace = /\s/.test(character);
		if (at > 0 && (isSpace || changesScript(before, character))) {
			const place = isSpace ? x + width / 2 : x;
			const distance = Math.max(gap.from - place, place - gap.to, 0);
			if (!best || distance < best.distance) best = { at, distance };
		}
		x += width;
	}
	if (!best || best.distance > MISJUDGED) return [box];
	const [head, tail] = [characters.slice(0, best.at).join('').trim(), characters.slice(best.at).join('').trim()];
	if (head === '' || tail === '') return [box];
	return [
		{ ...box, words: head, right: Math.max(box.left, gap.from) },
		{ ...box, words: tail, left: Math.min(box.right, gap.to) },
	];
}

/** From Chinese to a number or back: the only places without a space where cells are known to touch. */
function changesScript(before: string, after: string): boolean {
	return (endsInCjk(before) && /[\d$¥€£]/.test(after)) || (/\d/.test(before) && startsWithCjk(after));
}
