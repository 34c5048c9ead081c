import type { IDataObject } from 'n8n-workflow';

import { readTables, type Table, type TableOptions } from '../../layout/tables';
import type { WordsBlock } from '../../result/types';
import type { OutputContext } from '../operation';

/** Keys of rows that mean something to n8n: a column of this name gets an underscore at its end. */
const TAKEN = new Set(['error']);

/** The cells of each row by the heads of their columns, '' for an empty cell. */
export function tableCells({ columns, rows }: Table): IDataObject[] {
	const keys = columns.map((column) => (TAKEN.has(column) ? `${column}_` : column));
	return rows.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] ?? ''])));
}

/**
 * One object per table row: its cells, then `tableIndex` (0-based on the page), `page` and `source`. A
 * column with one of these three names keeps it, and the page's own is left out. An image without a table
 * gives none.
 */
export function tableToJson(
	blocks: readonly WordsBlock[],
	direction: number,
	context: OutputContext,
	options: TableOptions = {},
): IDataObject[] {
	return readTables(blocks, direction, options).flatMap((table, tableIndex) => {
		const about: IDataObject = {
			tableIndex,
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		};
		return tableCells(table).map((cells) => ({
			...cells,
			...Object.fromEntries(Object.entries(about).filter(([key]) => !(key in cells))),
		}));
	});
}
