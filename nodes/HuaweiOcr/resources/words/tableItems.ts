import type { IDataObject } from 'n8n-workflow';

import { tablesInSteps, type Table, type TableOptions } from '../../layout/tables';
import { mapInSteps, type Steps } from '../../turns/steps';
import { joinTables } from '../../layout/tables/joinTables';
import type { Report } from '../../report/report';
import type { OutputContext, Page, RowsContext } from '../operation';
import type { CellSettings, RowSettings, TableSettings } from './tableOptions';
import { columnNumbers, type CellValue } from './tableNumbers';
import { totalRows } from './totalRows';
import type { WordsResult } from './readWords';

/** Keys of rows that mean something to n8n: a column of this name gets an underscore at its end. */
const TAKEN = new Set(['error']);

/** A page with the blocks of it that count. */
export type KeptPage = Page<WordsResult> & { blocks: WordsResult['blocks'] };

/** A row as it goes out, and which row of the table it was. */
interface ReadyRow {
	cells: CellValue[];
	index: number;
	/** Told only where sums are marked. */
	isTotal?: boolean;
}

/** Names of the columns as keys of an item. */
function keysOf({ columns }: Table): string[] {
	return columns.map((column) => (TAKEN.has(column) ? `${column}_` : column));
}

/** The cells of each row by the heads of their columns, '' for an empty cell; numbers and sums as asked for. */
export function tableCells(table: Table, settings: CellSettings, report: Report): IDataObject[] {
	const keys = keysOf(table);
	return readyRows(table, settings, report).map(({ cells, isTotal }) => ({ ...namedCells(keys, cells), ...mark(keys, isTotal) }));
}

function namedCells(keys: readonly string[], cells: readonly CellValue[]): IDataObject {
	return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? null]));
}

/** A printed column of that name keeps it, and the mark gets an underscore. */
function mark(keys: readonly string[], isTotal: boolean | undefined): IDataObject {
	return isTotal === undefined ? {} : { [keys.includes('isTotal') ? 'isTotal_' : 'isTotal']: isTotal };
}

/** Rows with their numbers read and their sums marked or left out. */
function readyRows({ columns, rows }: Table, { typed, totals }: CellSettings, report: Report): ReadyRow[] {
	const isTotal = typed || totals !== 'keep' ? totalRows(rows) : [];
	const printed = rows.map((row) => columns.map((_name, column) => row[column] ?? ''));
	const isAlone = printed.map((row) => row.filter((cell) => cell !== '').length === 1);
	const byColumn = columns.map((name, column) => {
		const cells = printed.map((row) => row[column] ?? '');
		if (!typed) return cells;
		const { values, misfits } = columnNumbers(cells, (row) => !isTotal[row] && !isAlone[row]);
		if (misfits > 0) report.textColumn(name, misfits);
		return values;
	});
	return rows.flatMap((_row, index): ReadyRow[] => {
		if (totals === 'leaveOut' && isTotal[index]) return [];
		const cells = byColumn.map((values) => values[index] ?? null);
		return [{ cells, index, ...(totals === 'mark' ? { isTotal: isTotal[index] === true } : {}) }];
	});
}

/** The tables of a page; ruled cells that were seen on its picture count. */
export function* tablesOf({ blocks, result, cells = [] }: KeptPage, options: TableOptions): Steps<Table[]> {
	return yield* tablesInSteps(blocks, result.direction, { ...options, cells });
}

/** A page's number, and the tables on it. */
export interface PageTables {
	page?: number;
	tables: readonly Table[];
}

/** The rows of the tables that are found in the words of pages: see `rowsOfTables`. */
export function* tableRows(pages: readonly KeptPage[], settings: TableSettings, context: RowsContext): Steps<IDataObject[]> {
	const read = yield* mapInSteps(pages, function* (page): Steps<PageTables> {
		return { ...(page.page === undefined ? {} : { page: page.page }), tables: yield* tablesOf(page, settings.reading) };
	});
	return yield* rowsOfTables(read, settings, context);
}

/**
 * The rows of pages: what the format says of each, then `tableIndex` (0-based on the page, or in the
 * document where tables are joined), `page` and `source`. A column with one of these three names keeps it,
 * and the page's own is left out. Pages without a table give none.
 */
export function* rowsOfTables(pages: readonly PageTables[], settings: RowSettings, context: RowsContext): Steps<IDataObject[]> {
	if (!settings.joins) {
		const rows = yield* mapInSteps(pages, ({ page, tables }) => mapInSteps(tables, (table, tableIndex) => rowsOf(table, settings, tableIndex, () => page, context)));
		return rows.flat(2);
	}
	const rows = yield* mapInSteps(joinTables(pages.map(({ tables }) => tables)), (table, tableIndex) =>
		rowsOf(table, settings, tableIndex, (row) => pages[table.rowPages[row] ?? 0]?.page, context),
	);
	return rows.flat();
}

function* rowsOf(
	table: Table,
	{ format, cells: cellSettings, origin }: RowSettings,
	tableIndex: number,
	pageOf: (row: number) => number | undefined,
	{ source, report }: Pick<OutputContext, 'source'> & { report: Report },
): Steps<IDataObject[]> {
	const keys = keysOf(table);
	const ready = readyRows(table, cellSettings, report);
	const rows = yield* mapInSteps(ready, function* ({ cells, index: row, isTotal }): Steps<IDataObject[]> {
		yield;
		const page = pageOf(row);
		const about: IDataObject = {
			...mark(keys, isTotal),
			...(origin ? { tableIndex, ...(page === undefined ? {} : { page }), source } : {}),
		};
		switch (format) {
			case 'arrays':
				return [{ columns: [...table.columns], cells, rowIndex: row, ...about }];
			case 'cells':
				return cells.map((cell, column) => ({
					rowIndex: row,
					columnIndex: column,
					column: table.columns[column] ?? '',
					text: table.rows[row]?.[column] ?? '',
					...(typeof cell === 'number' ? { value: cell } : {}),
					...about,
				}));
			case 'objects': {
				const named = namedCells(keys, cells);
				return [{ ...named, ...Object.fromEntries(Object.entries(about).filter(([key]) => !(key in named))) }];
			}
		}
	});
	return rows.flat();
}
