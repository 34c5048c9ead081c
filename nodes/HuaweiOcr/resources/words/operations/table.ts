import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { readTables, type TableOptions } from '../../../layout/tables';
import type { WordsBlock } from '../../../result/types';
import type { Operation, OutputContext } from '../../operation';
import { keptBlocks, minConfidence, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';

const firstRowIsHeader: INodeProperties = {
	displayName: 'First Row Is Header',
	name: 'firstRowIsHeader',
	type: 'boolean',
	default: true,
	description: 'Whether the first row of a table names its columns. Turn it off to get column1, column2 and so on.',
};

export const table: Operation<WordsResult> = {
	value: 'table',
	name: 'Get Table Rows',
	description: 'One item per row of each table, with the header cells as field names',
	action: (what) => `Extract table rows from ${what}`,
	outputFields: { tableIndex: 'number', source: 'string' },
	onePerPage: false,
	options: [firstRowIsHeader, minConfidence],
	prepare({ options }) {
		const least = readMinConfidence(options);
		const tableOptions: TableOptions = { firstRowIsHeader: options.firstRowIsHeader !== false };
		return {
			empty: () => ({ text: '' }),
			ofPage: ({ result }, { report, ...context }) => {
				const rows = tableToJson(keptBlocks(result.blocks, least, report), result.direction, context, tableOptions);
				if (rows.length === 0 && !result.isEmpty) report.facts.withoutTable++;
				return rows;
			},
		};
	},
};

/** Keys of rows that mean something to n8n: a column of this name gets an underscore at its end. */
const TAKEN = new Set(['error']);

/**
 * One object per table row: the cells by the heads of their columns, '' for an empty cell; then
 * `tableIndex` (0-based on the page), `page` and `source`. A column with one of these three names keeps
 * it, and the page's own is left out. An image without a table gives none.
 */
export function tableToJson(
	blocks: readonly WordsBlock[],
	direction: number,
	context: OutputContext,
	options: TableOptions = {},
): IDataObject[] {
	return readTables(blocks, direction, options).flatMap(({ columns, rows }, tableIndex) => {
		const keys = columns.map((column) => (TAKEN.has(column) ? `${column}_` : column));
		const about: IDataObject = {
			tableIndex,
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		};
		const aboutRest = Object.entries(about).filter(([key]) => !keys.includes(key));
		return rows.map((row) => Object.fromEntries([...keys.map((key, index) => [key, row[index] ?? ''] as const), ...aboutRest]));
	});
}
