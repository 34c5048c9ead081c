import { excelRow } from '../../cells/excelRow';
import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import type { SmartResult } from '../readSmartDocument';

export const excel: Operation<SmartResult> = {
	value: 'excel',
	name: 'Get Excel File',
	description: "One item per table, with the service's own Excel file as binary field excel (table, return_excel)",
	action: (what) => `Get Excel files of tables in ${what}`,
	outputFields: { tableIndex: 'number', source: 'string' },
	onePerPage: false,
	prepare: () => ({
		empty: () => ({}),
		requestFields: { table: true, return_excel: true },
		ofPage: ({ result }, { report, page, source }) => {
			if (result.tables.length === 0 && !result.isEmpty) report.facts.withoutTable++;
			return result.tables.map(({ excel: name }, tableIndex) =>
				excelRow({ tableIndex, ...pageFields({ page, source }) }, name === undefined ? undefined : result.files[name]),
			);
		},
	}),
};
