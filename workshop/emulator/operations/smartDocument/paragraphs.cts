// Lines that belong together, in the order in which they are read.
import { around, type LevelBox } from '../../engine/levelFrame.cts';
import { heightOf, textLines } from '../tables/textLines.cts';
import type { PlacedText } from '../tables/types.cts';

export interface Paragraph extends LevelBox {
	/** Each from left to right. */
	lines: PlacedText[][];
	/** Of a line, px. */
	lineHeight: number;
}

/** Texts of a line that stand further apart, in text heights, belong to columns of the page. */
const ONE_LINE = 1.6;
/** White between lines of one paragraph, in text heights. */
const LINE_GAP = 0.7;
/** Lines of one paragraph differ in height by no more than this. */
const SAME_SIZE = 1.25;
const LIST_ITEM = /^(?:[•·●○■□◆▪-]|\(?\d{1,2}[.)、）]|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)/u;

export function paragraphsOf(texts: readonly PlacedText[], em: number): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	for (const line of textLines(texts).flatMap((each) => piecesOf(each, em))) {
		const box = around(line);
		const lineHeight = heightOf(box);
		const above = paragraphs.filter((each) => goesOn(each, box, lineHeight, em)).at(-1);
		if (above && !LIST_ITEM.test(line[0]?.block.words ?? '')) {
			above.lines.push(line);
			Object.assign(above, around([above, box]));
		} else paragraphs.push({ ...box, lines: [line], lineHeight });
	}
	return paragraphs;
}

function piecesOf(line: readonly PlacedText[], em: number): PlacedText[][] {
	const pieces: PlacedText[][] = [];
	for (const text of line) {
		const piece = pieces.at(-1);
		const last = piece?.at(-1);
		if (piece && last && text.left - last.right < ONE_LINE * em) piece.push(text);
		else pieces.push([text]);
	}
	return pieces;
}

function goesOn(above: Paragraph, line: LevelBox, lineHeight: number, em: number): boolean {
	const overlap = Math.min(above.right, line.right) - Math.max(above.left, line.left);
	const ratio = above.lineHeight / lineHeight;
	return (
		line.top - above.bottom <= LINE_GAP * em &&
		line.top > above.top &&
		Math.abs(above.left - line.left) < 3 * em &&
		overlap > 0.5 * Math.min(above.right - above.left, line.right - line.left) &&
		ratio < SAME_SIZE &&
		ratio > 1 / SAME_SIZE
	);
}

/**
 * Areas in the order in which they are read: what stands below another goes after it, and so does what stands
 * right of it, unless something reaches over both in between (columns under a common title).
 */
export function inOrder<Area extends LevelBox>(areas: readonly Area[]): Area[] {
	const left = [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
	const ordered: Area[] = [];
	while (left.length > 0) {
		const next = left.findIndex((area) => left.every((other) => other === area || !isBefore(other, area, areas)));
		ordered.push(...left.splice(Math.max(0, next), 1));
	}
	return ordered;
}

function isBefore(a: LevelBox, b: LevelBox, all: readonly LevelBox[]): boolean {
	if (sharesColumn(a, b)) return middleOf(a) < middleOf(b);
	// Short texts beside each other are read line by line.
	const isBeside = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(heightOf(a), heightOf(b));
	if (!isBeside && !isColumn(a) && !isColumn(b)) return middleOf(a) < middleOf(b);
	if (a.right > b.left + 1) return false;
	// Beside each other, or columns that nothing parts.
	const [from, to] = [Math.min(a.bottom, b.bottom), Math.max(a.top, b.top)];
	return from > to || !all.some((other) => other !== a && other !== b && sharesColumn(other, a) && sharesColumn(other, b) && middleOf(other) > from && middleOf(other) < to) || a.top < b.top;
}

/** Columns of a page are higher than wide, or nearly so. */
const isColumn = ({ left, right, top, bottom }: LevelBox): boolean => (bottom - top) * 2 > right - left;
const middleOf = ({ top, bottom }: LevelBox): number => (top + bottom) / 2;
const sharesColumn = (a: LevelBox, b: LevelBox): boolean => a.left < b.right && b.left < a.right;
