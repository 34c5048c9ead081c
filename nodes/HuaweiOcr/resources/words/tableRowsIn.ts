import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { oneOf } from '../../settings/values';

/** Where the rows of the page's tables go beside its fields: the invoice's lines in the same paid call. */
export type TableRowsIn = 'none' | 'list' | 'items';

export const tableRowsIn: INodeProperties = {
	displayName: 'Table Rows In',
	name: 'tableRowsIn',
	type: 'options',
	default: 'none',
	description: 'Where the rows of tables on the page go, such as the lines of an invoice, without a second call',
	options: [
		{ name: 'Items', value: 'items', description: 'One item per row, with the fields repeated' },
		{ name: 'List', value: 'list', description: 'A list named rows in the item of the fields' },
		{ name: 'Nowhere', value: 'none', description: 'Only the fields' },
	],
};

/** @throws OcrError */
export function readTableRowsIn({ tableRowsIn: value }: IDataObject): TableRowsIn {
	return oneOf('Table Rows In', value ?? 'none', ['none', 'list', 'items']);
}
