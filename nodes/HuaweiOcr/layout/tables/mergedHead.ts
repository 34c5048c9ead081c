// Which rows of a table with known cells are its head.
import { figureShare, isFigure, isYear, kindOf } from './kinds';

/** A cell in its place, and what stands in it. */
export interface SpannedText {
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
	text: string;
}

/** No head has more rows than this. */
const MOST_ROWS = 8;

/**
 * Rows of merged cells above the first row of single ones belong to the head, with that row; figures over figures
 * are no head.
 * @returns 0 where the first row is like those below
 */
export function countHeadRows(cells: readonly SpannedText[], rowCount: number, columnCount: number): number {
	const upper = cells.filter(({ row }) => row < MOST_ROWS);
	const goesOn = (rows: number) =>
		upper.some(
			({ row, rowSpan, columnSpan }) => row < rows && (row + rowSpan > rows || (columnSpan > 1 && columnSpan < columnCount && row === rows - 1)),
		);
	let rows = 1;
	while (rows < Math.min(rowCount - 1, MOST_ROWS) && goesOn(rows)) rows++;
	const below = new Map<number, string[]>();
	for (const { row, column, text } of cells) {
		if (row < rows) continue;
		const texts = below.get(column);
		if (texts) texts.push(text);
		else below.set(column, [text]);
	}
	const isOverFigures = new Map([...below].map(([column, texts]) => [column, figureShare(texts) > 0.5 && texts.some((text) => text !== '')]));
	const head = upper.filter(({ row, text }) => row < rows && text !== '');
	const like = head.filter(({ column, text }) => isFigure(kindOf(text)) && !isYear(text) && isOverFigures.get(column) === true);
	return head.length < 2 || like.length * 3 > head.length ? 0 : rows;
}

/** The heads of columns: texts of the head's rows from top to bottom, merged ones in each of their columns. */
export function headTexts(cells: readonly SpannedText[], headRows: number, columnCount: number): string[] {
	const heads = new Array<string>(columnCount).fill('');
	for (const { row, column, columnSpan, text } of cells) {
		if (row >= headRows || text === '') continue;
		for (let at = column; at < Math.min(column + columnSpan, columnCount); at++) heads[at] = heads[at] ? `${heads[at] ?? ''} ${text}` : text;
	}
	return heads;
}
