// Lines of a table with what stands in which of its columns.
import { collectInSteps, mapInSteps, runAtOnce, type Steps } from '../../turns/steps';
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
 * Lines as they stand between the gaps they were last asked for. A table's rows are put into columns several
 * times, mostly into the same ones.
 */
export class KnownLines {
	private gaps: readonly Gap[] = [];
	private lines = new Map<Row, GridLine>();

	lineOf(row: Row, gaps: readonly Gap[]): GridLine {
		if (!areEqual(gaps, this.gaps)) this.lines = new Map();
		this.gaps = gaps;
		const before = this.lines.get(row);
		if (before) return before;
		const line = toLine(row, gaps, whole);
		this.lines.set(row, line);
		return line;
	}
}

function areEqual(some: readonly Gap[], others: readonly Gap[]): boolean {
	return some === others || (some.length === others.length && some.every(({ from, to }, index) => from === others[index]?.from && to === others[index].to));
}

/**
 * Puts the texts of lines into columns. Texts of several columns are cut where the pieces are what
 * their columns hold; others stay whole and stand over the columns beside their own.
 */
export function* gridInSteps(rows: readonly Row[], gaps: readonly Gap[], known = new KnownLines()): Steps<Grid> {
	const lines = yield* collectInSteps(rows, (row) => known.lineOf(row, gaps), LINES_IN_ONE_STEP);
	// Most tables have no text to cut.
	if (!lines.some(reachesOver)) return { gaps: [...gaps], lines };
	const shares = yield* mapInSteps(textsOf(lines, gaps.length + 1), function* (texts): Steps<number | undefined> {
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
	return { gaps: [...gaps], lines: yield* collectInSteps(lines, (line) => (reachesOver(line) ? toLine(line.row, gaps, cut) : line), LINES_IN_ONE_STEP) };
}

/** Whether a text stands over several columns. */
function reachesOver({ cells }: GridLine): boolean {
	return cells.some(({ first, last }) => first !== last);
}

/** The same in one piece, of a few rows. */
export function toGrid(rows: readonly Row[], gaps: readonly Gap[]): Grid {
	return runAtOnce(gridInSteps(rows, gaps));
}

/** So many lines are put into columns in one step. */
const LINES_IN_ONE_STEP = 16;

/** Leaves a text as it is. */
export const whole = (box: Box): Box[] => [box];

export function toLine(row: Row, gaps: readonly Gap[], cut: (box: Box) => Box[]): GridLine {
	const cells: Cell[] = [];
	const clear = parted(row.boxes);
	for (const box of cut === whole ? clear : clear.flatMap(cut)) {
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
