import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { oneOf } from '../../settings/values';
import { readTableSettings, tableOptions, type RowSettings } from '../words/tableOptions';
import type { GridTableOptions, MergedCells } from './gridTable';

const mergedCells: INodeProperties = {
	displayName: 'Merged Cells',
	name: 'mergedCells',
	type: 'options',
	default: 'repeat',
	description: 'Where the text of a cell goes that spans several rows or columns. Without this option it stands in the first of them.',
	options: [
		{ name: 'In the First Cell', value: 'firstCell' },
		{ name: 'Repeat in Each Cell', value: 'repeat' },
	],
};

/** Options of table rows, where the answer itself lists cells. */
export const cellTableOptions: INodeProperties[] = [...tableOptions, mergedCells];

export interface CellTableSettings {
	grid: Omit<GridTableOptions, 'around'>;
	withTextAround: boolean;
	rows: RowSettings;
}

/** @throws OcrError */
export function readCellTableSettings(options: IDataObject): CellTableSettings {
	const { reading, ...rows } = readTableSettings(options);
	const merged: MergedCells = oneOf('Merged Cells', options.mergedCells ?? 'firstCell', ['firstCell', 'repeat']);
	return {
		grid: { firstRowIsHeader: reading.firstRowIsHeader !== false, sectionColumn: reading.sectionColumn === true, mergedCells: merged },
		withTextAround: reading.textAroundTables === 'beforeAndAfter',
		rows,
	};
}
