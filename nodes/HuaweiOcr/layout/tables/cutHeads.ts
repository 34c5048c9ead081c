// Heads of neighbouring columns that were read as one block: "Qty Price".
import type { Box } from '../page/frame';
import { cutPlaces, spanOf } from './columns';
import type { Gap } from './columns';

interface Extent {
	left: number;
	right: number;
}

/** Distances are text heights. Nearer than this a text stands in the middle of several columns, a piece in line with its own. */
const IN_MIDDLE = 0.3;
const IN_LINE = 0.35;
/** The place of a space within a block may be misjudged by this part of the block's width. */
const MISJUDGED = 0.04;
/** Pieces are in line when they are off by so much less than the whole text is off the middle. */
const CLEARLY = 0.5;

/**
 * A head over several columns, cut where the pieces are better in line with one column each, by an edge or the
 * middle, than the whole text is with the middle of them all, whose name it is otherwise. Columns that have no
 * other name need one each.
 * @param ways where each column has text: alone, and with the heads over it
 * @param isNamed whether another head stands over a column alone
 */
export function cutHead(box: Box, gaps: readonly Gap[], ways: readonly (readonly Extent[])[], isNamed: (column: number) => boolean): Box[] {
	const [first, last] = spanOf(gaps, box);
	if (first === last || /[(（[]/u.test(box.words)) return [box];
	const inWays = (off: (columns: readonly Extent[]) => number) => ways.reduce((least, ink) => Math.min(least, off(ink.slice(first, last + 1))), Infinity);
	const whole = inWays((columns) => offMiddle(box, { left: columns[0]?.left ?? 0, right: columns[columns.length - 1]?.right ?? 0 }));
	const pieces = piecesAt(box, gaps.slice(first, last));
	if (!pieces) return [box];
	const off = pieces.reduce((most, piece, index) => Math.max(most, inWays((columns) => offLine(piece, columns[index] ?? piece))), 0);
	if (off > IN_LINE + MISJUDGED * (box.right - box.left)) return [box];
	const needNames = pieces.every((_, index) => !isNamed(first + index));
	return needNames || (whole > IN_MIDDLE && off < CLEARLY * whole) ? pieces : [box];
}

/** The box cut at the spaces nearest to the gaps; undefined where there are too few. */
function piecesAt(box: Box, gaps: readonly Gap[]): Box[] | undefined {
	const characters = Array.from(box.words);
	const places = cutPlaces(box);
	const pieces: Box[] = [];
	let [from, left] = [0, box.left];
	const add = (to: number, right: number) => pieces.push({ ...box, words: characters.slice(from, to).join('').trim(), left, right });
	for (const { from: begin, to: end } of gaps) {
		const off = (place: number) => Math.abs(place - (begin + end) / 2);
		const free = places.filter(({ at }) => at > from);
		const [any] = free;
		if (!any) return undefined;
		const best = free.reduce((near, next) => (off(next.place) < off(near.place) ? next : near), any);
		const half = /\s/u.test(characters[best.at] ?? '') ? (box.right - box.left) / Math.max(characters.length, 1) / 2 : 0;
		add(best.at, best.place - half);
		[from, left] = [best.at, best.place + half];
	}
	add(characters.length, box.right);
	return pieces.every(({ words }) => words !== '') ? pieces : undefined;
}

function offLine(piece: Extent, column: Extent): number {
	return Math.min(Math.abs(piece.left - column.left), Math.abs(piece.right - column.right), offMiddle(piece, column));
}

function offMiddle(box: Extent, column: Extent): number {
	return Math.abs(box.left + box.right - column.left - column.right) / 2;
}
