import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { TableOptions } from '../../layout/tables';
import { oneOf } from '../../settings/values';

export type TableFormat = 'objects' | 'arrays' | 'cells';

/** What the items of table rows are made with. */
export interface TableSettings {
	reading: TableOptions;
	/** One table over pages where a page goes on with the table of the page before. */
	joins: boolean;
	format: TableFormat;
}

export const tableOptions: INodeProperties[] = [
	{
		displayName: 'First Row Is Header',
		name: 'firstRowIsHeader',
		type: 'boolean',
		default: false,
		description: 'Whether the first row of a table names its columns, as it does without this option. Turn it off to get column1, column2 and so on.',
	},
	{
		displayName: 'Join Tables',
		name: 'joinTables',
		type: 'boolean',
		default: true,
		description: 'Whether a table that goes on from one page to the next is one table, its repeated header left out',
	},
	{
		displayName: 'Section Column',
		name: 'sectionColumn',
		type: 'boolean',
		default: true,
		description: 'Whether rows that only name a section become a column of the rows below them, instead of rows of one cell',
	},
	{
		displayName: 'Table Format',
		name: 'tableFormat',
		type: 'options',
		default: 'objects',
		description: 'What an item holds of a row',
		options: [
			{ name: 'Arrays', value: 'arrays', description: 'The cells as a list named cells, the header as columns' },
			{ name: 'Cells', value: 'cells', description: 'One item per cell, with its row and column' },
			{ name: 'Objects', value: 'objects', description: 'One field per column, named by the header' },
		],
	},
	{
		displayName: 'Text Around Tables',
		name: 'textAroundTables',
		type: 'options',
		default: 'beforeAndAfter',
		description: 'What to do with text that stands before, between and after tables',
		options: [
			{ name: 'As Rows of One Cell', value: 'beforeAndAfter' },
			{ name: 'Leave Out', value: 'none' },
		],
	},
];

/** @throws OcrError */
export function readTableSettings(options: IDataObject): TableSettings {
	return {
		reading: {
			firstRowIsHeader: options.firstRowIsHeader !== false,
			sectionColumn: options.sectionColumn === true,
			textAroundTables: oneOf('Text Around Tables', options.textAroundTables ?? 'none', ['none', 'beforeAndAfter']),
		},
		joins: options.joinTables === true,
		format: oneOf('Table Format', options.tableFormat ?? 'objects', ['objects', 'arrays', 'cells']),
	};
}
