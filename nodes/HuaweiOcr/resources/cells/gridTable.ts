import { collectInSteps, eachInSteps, mapInSteps, type Steps } from '../../turns/steps';
import { joinLines } from '../../layout/characters';
import type { Table } from '../../layout/tables';
import { countHeadRows, headTexts } from '../../layout/tables/mergedHead';
import { columnNames } from '../../layout/tables/names';
import { markRows, withSectionColumn } from '../../layout/tables/sections';
import type { Grid, GridCell } from './grid';

/** What is made of cells that span rows or columns. */
export type MergedCells = 'firstCell' | 'repeat';

export interface GridTableOptions {
	firstRowIsHeader: boolean;
	sectionColumn: boolean;
	mergedCells: MergedCells;
	/** Lines above and below it, as rows of one cell; undefined: text around the table is left out. */
	around?: { above: readonly string[]; below: readonly string[] };
}

/** A cell's lines as one text, as a spreadsheet wants it. */
export function oneLine(text: string): string {
	return joinLines(text.split('\n').map((line) => line.trim()))
		.replace(/ {2,}/gu, ' ')
		.trim();
}

/**
 * The rows of a table under the names of its columns. A cell across the whole table above its head is its title, and
 * counts as text around it. Rows without any text are left out.
 */
export function* gridTable(grid: Grid, { firstRowIsHeader, sectionColumn, mergedCells, around }: GridTableOptions): Steps<Table> {
	const { rowCount, columnCount } = grid;
	const cells = yield* collectInSteps(grid.cells, (cell): GridCell => ({ ...cell, text: oneLine(cell.text) }));
	const titles = firstRowIsHeader ? titlesOf(cells, rowCount, columnCount) : [];
	const titleRows = titles.reduce((last, { row, rowSpan }) => Math.max(last, row + rowSpan), 0);
	const below = titleRows === 0 ? cells : cells.filter(({ row }) => row >= titleRows).map((cell) => ({ ...cell, row: cell.row - titleRows }));
	yield;
	const headRows = firstRowIsHeader ? countHeadRows(below, rowCount - titleRows, columnCount) : 0;
	yield;
	const rows = yield* filledRows(below, headRows, { rowCount: rowCount - titleRows, columnCount }, mergedCells);
	const used = rows.filter((row) => row.some((text) => text !== ''));
	yield;
	const columns = columnNames(headTexts(below, headRows, columnCount));
	yield;
	const table = { columns, rows: used, ...markRows(used), blocks: [], confidence: 1 };
	yield;
	const named = sectionColumn ? withSectionColumn(table) : table;
	const asRow = (text: string) => named.columns.map((_, column) => (column === 0 ? text : ''));
	const above = [...(around?.above ?? []), ...titles.map(({ text }) => text)].filter((text) => text !== '');
	return {
		columns: named.columns,
		rows: around ? [...above.map(asRow), ...named.rows, ...around.below.map(asRow)] : named.rows,
	};
}

/** Cells across the whole table above a row of several cells. */
function titlesOf(cells: readonly GridCell[], rowCount: number, columnCount: number): GridCell[] {
	const titles: GridCell[] = [];
	let row = 0;
	for (const cell of cells) {
		if (columnCount < 2 || cell.row !== row || cell.column !== 0 || cell.columnSpan < columnCount) break;
		titles.push(cell);
		row += cell.rowSpan;
	}
	// What is left has to be a table.
	return rowCount - row > 1 ? titles : [];
}

function* filledRows(cells: readonly GridCell[], headRows: number, size: Pick<Grid, 'rowCount' | 'columnCount'>, mergedCells: MergedCells): Steps<string[][]> {
	const rows = Array.from({ length: Math.max(0, size.rowCount - headRows) }, () => Array.from({ length: size.columnCount }, (): string[] => []));
	yield;
	yield* eachInSteps(cells, ({ row, column, rowSpan, columnSpan, text }) => {
		// A cell that reaches from the head into the rows is named by the head already.
		if (text === '' || row < headRows) return;
		const [rowEnd, columnEnd] = mergedCells === 'repeat' ? [row + rowSpan, column + columnSpan] : [row + 1, column + 1];
		for (let y = row - headRows; y < rowEnd - headRows; y++) {
			const texts = rows[y];
			// Two cells in one place: both texts stay.
			if (texts) for (let x = column; x < columnEnd; x++) texts[x]?.push(text);
		}
	});
	return yield* mapInSteps(rows, function* (row): Steps<string[]> {
		yield;
		return row.map(joinLines);
	});
}

/** The rows of a table as lines of text, its cells parted by tabs; a merged cell stands once. */
export function* gridLines({ cells }: Grid): Steps<string[]> {
	const rows: Array<{ row: number; texts: string[] }> = [];
	yield* eachInSteps(cells, ({ row, text }) => {
		if (text === '') return;
		const last = rows[rows.length - 1];
		if (last?.row === row) last.texts.push(oneLine(text));
		else rows.push({ row, texts: [oneLine(text)] });
	});
	return rows.map(({ texts }) => texts.join('\t'));
}
