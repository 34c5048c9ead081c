// Lines of a table with what stands in which of its columns.
import { collectInSteps, mapInSteps, runAtOnce, type Steps } from '../../turns';
import type { Box } from '../page/frame';
import type { Row } from '../page/rows';
import { cutAt, parted, spanOf } from './columns';
import type { Gap } from './columns';
import { figureShare, isCurrency, isFigure, kindOf, profileOf } from './kinds';
import type { Profile } from './kinds';

/** A text in one column, or over several. */
export interface Cell {
	first: number;
	last: number;
	text: string;
	left: number;
	right: number;
	boxes: Box[];
}

/** One line of text across the table. */
export interface GridLine {
	row: Row;
	middle: number;
	/** From left to right. */
	cells: Cell[];
}

/** A column is of figures, or of words, when so many of its cells are. */
const CLEARLY = 0.7;

export interface Grid {
	gaps: Gap[];
	lines: GridLine[];
}

/**
 * Puts the texts of lines into columns. Texts of several columns are cut where the pieces are what
 * their columns hold; others stay whole and stand over the columns beside their own.
 */
export function* gridInSteps(rows: readonly Row[], gaps: readonly Gap[]): Steps<Grid> {
	const whole = yield* linesInSteps(rows, gaps, (box) => [box]);
	const shares = yield* mapInSteps(textsOf(whole, gaps.length + 1), function* (texts): Steps<number | undefined> {
		yield;
		return texts.some((text) => text !== '') ? figureShare(texts) : undefined;
	});
	const isLikely = (words: string, column: number, sure: boolean) => {
		const share = shares[column] ?? 0;
		if (isFigure(kindOf(words))) return share >= 0.5 || shares[column] === undefined;
		return sure && share <= 1 - CLEARLY && kindOf(words) === 'words';
	};
	const cut = (box: Box) => {
		const pieces = cutAt(box, gaps, isLikely);
		// Words beside words show no border: the space may be any.
		return pieces.some(({ words }) => isFigure(kindOf(words))) ? pieces : [box];
	};
	return { gaps: [...gaps], lines: yield* linesInSteps(rows, gaps, cut) };
}

/** The same in one piece, of a few rows. */
export function toGrid(rows: readonly Row[], gaps: readonly Gap[]): Grid {
	return runAtOnce(gridInSteps(rows, gaps));
}

/** So many lines are put into columns in one step. */
const LINES_IN_ONE_STEP = 16;

function linesInSteps(rows: readonly Row[], gaps: readonly Gap[], cut: (box: Box) => Box[]): Steps<GridLine[]> {
	return collectInSteps(rows, (row) => toLine(row, gaps, cut), LINES_IN_ONE_STEP);
}

export function toLine(row: Row, gaps: readonly Gap[], cut: (box: Box) => Box[]): GridLine {
	const cells: Cell[] = [];
	for (const box of parted(row.boxes).flatMap(cut)) {
		const [first, last] = spanOf(gaps, box);
		const before = cells[cells.length - 1];
		if (before && before.last >= first) {
			before.text = `${before.text} ${box.words}`;
			before.last = Math.max(before.last, last);
			before.right = Math.max(before.right, box.right);
			before.boxes.push(box);
		} else cells.push({ first, last, text: box.words, left: box.left, right: box.right, boxes: [box] });
	}
	return { row, middle: row.middle, cells };
}

/** Texts per column; a text over several counts in none. */
export function textsOf(lines: readonly GridLine[], count: number): string[][] {
	const texts = Array.from({ length: count }, () => [] as string[]);
	for (const { cells } of lines) for (const { first, last, text } of cells) if (first === last) texts[first]?.push(text);
	return texts;
}

export function profilesOf(lines: readonly GridLine[], count: number): Profile[] {
	return textsOf(lines, count).map(profileOf);
}

/** Gaps without those behind columns of nothing but currency signs, and before columns of nothing but "%". */
export function withoutSignColumns(gaps: readonly Gap[], lines: readonly GridLine[]): Gap[] {
	const texts = textsOf(lines, gaps.length + 1);
	const isSign = (column: number) => {
		const cells = texts[column] ?? [];
		return cells.filter(isCurrency).length >= CLEARLY * Math.max(cells.length, 1);
	};
	const isPercent = (column: number) => {
		const cells = texts[column] ?? [];
		return cells.length > 0 && cells.every((text) => /^[%％‰]$/u.test(text));
	};
	return gaps.filter((_, index) => !isSign(index) && !isPercent(index + 1));
}
