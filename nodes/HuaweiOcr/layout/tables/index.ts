// Words blocks → tables.
import { readRegions } from '../page/columns';
import { readFrames } from '../page/frame';
import type { Row } from '../page/rows';
import type { WordsBlock } from '../../result/types';
import { findBands } from './bands';
import { readGrid } from './grid';
import { withUpperHead } from './heads';
import { columnNames } from './names';

export interface TableOptions {
	/** Whether the first row of a table holds the names of its columns; true unless given. */
	firstRowIsHeader?: boolean;
}

export interface Table {
	/** Unique names, from left to right; `column1` … where no head is printed. */
	columns: string[];
	/** One text per column; '' in an empty cell. */
	rows: string[][];
}

/** Without a head that names them, rows must be so many to count as a table. */
const FEWEST_ROWS = 4;
const FEWEST_COLUMNS = 3;

/**
 * Tables of a page in reading order. A table is a run of rows that share their columns, with at least
 * two columns and two rows; titles, notes and labels with colons around it are left out.
 * @param direction the service's `direction` in degrees; negative when unknown
 */
export function readTables(blocks: readonly WordsBlock[], direction: number, options: TableOptions = {}): Table[] {
	const { firstRowIsHeader = true } = options;
	return readFrames(blocks, direction)
		.flatMap(({ boxes }) => readRegions(boxes))
		.flatMap((rows) => tablesOf(rows, firstRowIsHeader));
}

function tablesOf(rows: readonly Row[], firstRowIsHeader: boolean): Table[] {
	return findBands(rows).flatMap((band) => {
		const grid = withUpperHead(readGrid(band), band, rows[band.first - 1]);
		if (!isTable(grid, firstRowIsHeader)) return [];
		const [head = [], ...body] = grid;
		return firstRowIsHeader && isHead(head, body)
			? [{ columns: columnNames(head), rows: body }]
			: [{ columns: columnNames(head.map(() => '')), rows: grid }];
	});
}

/**
 * Whether a first row may hold names: an amount over amounts is a value, and one text over several
 * columns' values names none of them. Years and other whole numbers may be names.
 */
function isHead(head: readonly string[], body: readonly string[][]): boolean {
	if (head.length > 2 && head.filter((cell) => cell !== '').length === 1) return false;
	return !head.some((cell, column) => hasAmount(cell) && body.filter((row) => hasAmount(row[column])).length * 2 > body.length);
}

/** A number with two decimals. */
function hasAmount(cell: string | undefined): boolean {
	return /\p{Nd}[.,]\p{Nd}{2}(?!\p{Nd})/u.test(cell ?? '');
}

/**
 * Labels and values side by side have rows and columns, too. A table has words in its first row and
 * figures below them; where nothing is figures, it needs more rows and columns to be one.
 */
function isTable(grid: readonly string[][], firstRowIsHeader: boolean): boolean {
	const [head = [], ...body] = grid;
	if (head.length < 2 || body.length === 0) return false;
	const figures = head.map((_, column) => body.filter((row) => hasFigures(row[column])).length * 2 > body.length);
	const hasHead = firstRowIsHeader && !head.some(hasFigures) && head.every((cell, column) => cell !== '' || !figures[column]);
	if (!grid.some((row) => row.some(hasFigures)) && !isComplete(grid)) return false;
	if (grid.length >= FEWEST_ROWS && head.length >= FEWEST_COLUMNS) {
		return (hasHead && head.every((cell) => cell !== '')) || !isForm(hasHead ? body : grid);
	}
	if (!firstRowIsHeader) return grid.length > 2 && figures.some(Boolean);
	const needed = body.length > 1 ? 1 : 2;
	return hasHead && figures.filter(Boolean).length >= needed && head.filter((cell) => cell !== '').length > needed;
}

/** Words alone are a table when each column is named and each row begins with something; a form has gaps. */
function isComplete(grid: readonly string[][]): boolean {
	return (grid[0] ?? []).every((cell) => cell !== '') && grid.every(([key]) => key !== '');
}

/** Labels in every other column, beside their values. */
function isForm(grid: readonly string[][]): boolean {
	const columns = grid[0]?.map((_, column) => grid.map((row) => row[column] ?? '')) ?? [];
	const used = columns.filter((cells) => cells.some((cell) => cell !== ''));
	if (used.length % 2 !== 0) return false;
	return used.every((cells, index) => index % 2 === 1 || (!cells.some(hasFigures) && new Set(cells).size === cells.length));
}

function hasFigures(cell: string | undefined): boolean {
	return /\p{Nd}/u.test(cell ?? '');
}
