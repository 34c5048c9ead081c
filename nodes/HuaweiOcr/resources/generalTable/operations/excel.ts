import { excelRow } from '../../cells/excelRow';
import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { gridsOf, type TablesResult } from '../readGeneralTable';

export const excel: Operation<TablesResult> = {
	value: 'excel',
	name: 'Get Excel File',
	description: "One item per image, with the service's own Excel file as binary field excel",
	action: (what) => `Get an Excel file of ${what}`,
	outputFields: { tableCount: 'number', source: 'string' },
	onePerPage: true,
	prepare: () => ({
		empty: () => ({}),
		requestFields: { return_excel: true },
		ofPage: ({ result }, { page, source }) => {
			if (result.isEmpty) return [];
			const file = result.excel === undefined ? undefined : result.files[result.excel];
			return [excelRow({ tableCount: gridsOf(result).length, ...pageFields({ page, source }) }, file)];
		},
	}),
};
