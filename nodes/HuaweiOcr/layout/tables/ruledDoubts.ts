// Whether a ruled grid fits the words in it. Where it doesn't, rules were missed, or are no borders of cells: the
// words alone tell more than the two together.
import { middleOf } from '../page/geometry';
import type { WordsBlock } from '../../result/types';
import type { TableCell } from './types';

/** A ruled cell with its blocks, line by line. */
export interface FilledCell {
	cell: TableCell;
	lines: readonly (readonly WordsBlock[])[];
}

/** Part of its own height by which a block may reach over the border of its cell. */
const OVER = 0.6;
/** Of the cells of a row, more than this part hold several lines when the rule between two rows is missing. */
const SEVERAL_LINES = 0.5;

/** Words stand level when they are off by less than this part of their height. */
const LEVEL = 0.4;

/** @param outside blocks that are in no cell */
export function isContradicted(cells: readonly FilledCell[], outside: readonly WordsBlock[]): boolean {
	return cells.some(hasWordsOverBorders) || rowsOf(cells).some((row) => holdsTwoRows(row) || hasTitleOverRow(row)) || outside.some((block) => isBetween(cells, block));
}

function hasWordsOverBorders({ cell, lines }: FilledCell): boolean {
	return lines.flat().some(({ location }) => {
		const [[ax, ay], , , [dx, dy]] = location;
		const slack = OVER * Math.hypot(dx - ax, dy - ay);
		const xs = location.map(([x]) => x);
		return Math.min(...xs) < cell.left - slack || Math.max(...xs) > cell.right + slack;
	});
}

/** Cells of one row that are no higher than it. */
function rowsOf(cells: readonly FilledCell[]): FilledCell[][] {
	const rows = new Map<number, FilledCell[]>();
	for (const each of cells) if (each.cell.rowSpan === 1 && each.lines.length > 0) rows.set(each.cell.row, [...(rows.get(each.cell.row) ?? []), each]);
	return [...rows.values()];
}

function holdsTwoRows(row: readonly FilledCell[]): boolean {
	const several = row.filter(({ lines }) => lines.length > 1).length;
	return several > 1 && several > SEVERAL_LINES * row.length;
}

/** Whether one cell has a line over all that stands in the others: the name of a section, without a rule below it. */
function hasTitleOverRow(row: readonly FilledCell[]): boolean {
	if (row.length < 3) return false;
	return row.some((tall) => tall.lines.length > 1 && row.every((other) => other === tall || (other.lines.length === 1 && isLevel(tall, other))));
}

/** Whether the last lines of two cells are level, along the rule above them. */
function isLevel(one: FilledCell, other: FilledCell): boolean {
	const [last, next] = [one.lines[one.lines.length - 1]?.[0], other.lines[other.lines.length - 1]?.[0]];
	if (!last || !next) return false;
	const [[x, y], [otherX, otherY]] = [middleOf(last), middleOf(next)];
	const [[ax, ay], [bx, by]] = one.cell.corners ?? [[0, 0], [1, 0]];
	const height = Math.hypot(last.location[3][0] - last.location[0][0], last.location[3][1] - last.location[0][1]);
	return Math.abs(otherY - y - ((by - ay) / (bx - ax || 1)) * (otherX - x)) < LEVEL * height;
}

/** Whether a block without a cell stands among the cells of a row: left and right of it there are some. */
function isBetween(cells: readonly FilledCell[], block: WordsBlock): boolean {
	const [x, y] = middleOf(block);
	const level = cells.filter(({ cell: { corners, top, bottom, left, right } }) => {
		if (!corners) return y > top && y < bottom;
		const [a, b, c, d] = corners;
		const at = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1 || right - left || 1);
		return y > at(a, b) && y < at(d, c);
	});
	return level.some(({ cell }) => cell.right <= x) && level.some(({ cell }) => cell.left >= x);
}
