import { UnexpectedAnswer } from '../../errors/unexpectedAnswer';
import type { SpannedText } from '../../layout/tables/mergedHead';
import { collectInSteps, eachInSteps, type Steps } from '../../turns/steps';
import { MOST_CELLS, type ReadCell } from './readCells';

/** A cell in its place on the grid. */
export interface GridCell extends SpannedText, Pick<ReadCell, 'confidence' | 'location'> {}

/** A table as the answer lists its cells, row by row. */
export interface Grid {
	rowCount: number;
	columnCount: number;
	/** From top to bottom, left to right. */
	cells: GridCell[];
	/** Cells that came without a row or column: each stands in a row of its own behind the others. */
	unplacedCount: number;
}

/** Places of a table, empty ones that no cell is listed for among them. */
const MOST_PLACES = 2 * MOST_CELLS;

/**
 * Rows and columns that no cell is in are left out, so that an absurd number costs nothing.
 * @throws UnexpectedAnswer for a table with more places than can be filled
 */
export function* toGrid(read: readonly ReadCell[]): Steps<Grid> {
	const isPlaced = ({ rows, columns }: ReadCell) => rows.length > 0 && columns.length > 0;
	const [placed, unplaced] = [read.filter(isPlaced), read.filter((cell) => !isPlaced(cell) && cell.text !== '')];
	const [rowAt, columnAt] = [ranksOf(placed.map(({ rows }) => rows)), ranksOf(placed.map(({ columns }) => columns))];
	yield;
	const cells = yield* collectInSteps(placed, (cell) => {
		const { from: row, span: rowSpan } = spanOf(cell.rows, rowAt);
		const { from: column, span: columnSpan } = spanOf(cell.columns, columnAt);
		return toGridCell(cell, { row, column, rowSpan, columnSpan });
	});
	yield* eachInSteps(unplaced, (cell, index) => cells.push(toGridCell(cell, { row: rowAt.size + index, column: 0, rowSpan: 1, columnSpan: 1 })));
	const [rowCount, columnCount] = [rowAt.size + unplaced.length, Math.max(columnAt.size, unplaced.length > 0 ? 1 : 0)];
	const taken = cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
	if (Math.max(rowCount * columnCount, taken) > MOST_PLACES) throw new UnexpectedAnswer('a table of it has more places than a page can hold');
	return { rowCount, columnCount, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), unplacedCount: unplaced.length };
}

/** 0-based place of each number that occurs among all that do. */
function ranksOf(lists: ReadonlyArray<readonly number[]>): Map<number, number> {
	const numbers = new Set<number>();
	for (const list of lists) for (const number of list) numbers.add(number);
	return new Map([...numbers].sort((a, b) => a - b).map((number, rank) => [number, rank]));
}

function spanOf(numbers: readonly number[], rankAt: ReadonlyMap<number, number>): { from: number; span: number } {
	const from = rankAt.get(numbers[0] ?? 0) ?? 0;
	const to = rankAt.get(numbers[numbers.length - 1] ?? 0) ?? from;
	return { from, span: to - from + 1 };
}

function toGridCell({ text, confidence, location }: ReadCell, place: Omit<SpannedText, 'text'>): GridCell {
	return { ...place, text, ...(confidence === undefined ? {} : { confidence }), ...(location ? { location } : {}) };
}
