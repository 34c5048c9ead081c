import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { TableOptions } from '../../layout/tables';
import { oneOf } from '../../settings/values';
import type { TotalRows } from './totalRows';

export type TableFormat = 'objects' | 'arrays' | 'cells';

/** How tables are found in words, and what items are made of their rows. */
export interface TableSettings extends RowSettings {
	reading: TableOptions;
}

/** What items are made of the rows of tables. */
export interface RowSettings {
	/** One table over pages where a page goes on with the table of the page before. */
	joins: boolean;
	format: TableFormat;
	cells: CellSettings;
	/** Whether rows say where they are from: `tableIndex`, `page`, `source`. */
	origin: boolean;
}

/** What becomes of rows and their cells, wherever they go. */
export interface CellSettings {
	/** Columns of numbers as numbers. */
	typed: boolean;
	totals: TotalRows;
}

export const typedValues: INodeProperties = {
	displayName: 'Typed Values',
	name: 'typedValues',
	type: 'boolean',
	default: true,
	description:
		'Whether the cells of a table column that holds nothing but amounts or counts are numbers, and null where they are empty. Columns with units, percent signs or leading zeros stay text.',
};

export const totalRowsOption: INodeProperties = {
	displayName: 'Total Rows',
	name: 'totalRows',
	type: 'options',
	default: 'mark',
	description: 'What to do with rows that hold sums, such as Subtotal, VAT and Total due, and that would be counted twice',
	options: [
		{ name: 'Keep', value: 'keep', description: 'As rows like the others, as without this option' },
		{ name: 'Leave Out', value: 'leaveOut' },
		{ name: 'Mark', value: 'mark', description: 'Each row has a field isTotal, true or false' },
	],
};

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
		displayName: 'Row Origin',
		name: 'rowOrigin',
		type: 'boolean',
		default: false,
		description: 'Whether rows say where they are from (tableIndex, page, source), as they do without this option. Turn it off to get the columns of the table alone.',
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
	totalRowsOption,
	typedValues,
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
		cells: readCellSettings(options),
		origin: options.rowOrigin !== false,
	};
}

/** @throws OcrError */
export function readCellSettings(options: IDataObject): CellSettings {
	return {
		typed: options.typedValues === true,
		totals: oneOf('Total Rows', options.totalRows ?? 'keep', ['keep', 'mark', 'leaveOut']),
	};
}
