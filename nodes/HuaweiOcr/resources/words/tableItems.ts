import type { IDataObject } from 'n8n-workflow';

import { readTables, type Table, type TableOptions } from '../../layout/tables';
import { joinTables } from '../../layout/tables/joinTables';
import type { OutputContext, Page } from '../operation';
import type { TableFormat } from './tableOptions';
import type { WordsResult } from './readWords';

/** Keys of rows that mean something to n8n: a column of this name gets an underscore at its end. */
const TAKEN = new Set(['error']);

/** A page with the blocks of it that count. */
export type KeptPage = Page<WordsResult> & { blocks: WordsResult['blocks'] };

/** Names of the columns as keys of an item. */
function keysOf({ columns }: Table): string[] {
	return columns.map((column) => (TAKEN.has(column) ? `${column}_` : column));
}

/** The cells of each row by the heads of their columns, '' for an empty cell. */
export function tableCells(table: Table): IDataObject[] {
	const keys = keysOf(table);
	return table.rows.map((row) => namedCells(keys, row));
}

function namedCells(keys: readonly string[], cells: readonly string[]): IDataObject {
	return Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']));
}

/** The tables of a page; ruled cells that were seen on its picture count. */
export function tablesOf({ blocks, result, cells = [] }: KeptPage, options: TableOptions): Table[] {
	return readTables(blocks, result.direction, { ...options, cells });
}

/** A page's number, and the tables on it. */
export interface PageTables {
	page?: number;
	tables: readonly Table[];
}

/** The rows of the tables that are found in the words of pages: see `rowsOfTables`. */
export function tableRows(pages: readonly KeptPage[], options: TableOptions, joins: boolean, format: TableFormat, context: OutputContext): IDataObject[] {
	const read = pages.map((page) => ({ ...(page.page === undefined ? {} : { page: page.page }), tables: tablesOf(page, options) }));
	return rowsOfTables(read, joins, format, context);
}

/**
 * The rows of pages: what the format says of each, then `tableIndex` (0-based on the page, or in the
 * document where tables are joined), `page` and `source`. A column with one of these three names keeps it,
 * and the page's own is left out. Pages without a table give none.
 */
export function rowsOfTables(pages: readonly PageTables[], joins: boolean, format: TableFormat, context: OutputContext): IDataObject[] {
	if (!joins) {
		return pages.flatMap(({ page, tables }) => tables.flatMap((table, tableIndex) => rowsOf(table, format, tableIndex, () => page, context)));
	}
	return joinTables(pages.map(({ tables }) => tables)).flatMap((table, tableIndex) =>
		rowsOf(table, format, tableIndex, (row) => pages[table.rowPages[row] ?? 0]?.page, context),
	);
}

function rowsOf(
	table: Table,
	format: TableFormat,
	tableIndex: number,
	pageOf: (row: number) => number | undefined,
	{ source }: OutputContext,
): IDataObject[] {
	const keys = keysOf(table);
	return table.rows.flatMap((cells, row): IDataObject[] => {
		const page = pageOf(row);
		const about: IDataObject = { tableIndex, ...(page === undefined ? {} : { page }), source };
		switch (format) {
			case 'arrays':
				return [{ columns: [...table.columns], cells: keys.map((_key, index) => cells[index] ?? ''), rowIndex: row, ...about }];
			case 'cells':
				return keys.map((_key, column) => ({
					rowIndex: row,
					columnIndex: column,
					column: table.columns[column] ?? '',
					text: cells[column] ?? '',
					...about,
				}));
			case 'objects': {
				const named = namedCells(keys, cells);
				return [{ ...named, ...Object.fromEntries(Object.entries(about).filter(([key]) => !(key in named))) }];
			}
		}
	});
}
