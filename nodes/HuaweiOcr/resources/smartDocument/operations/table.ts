import type { INodeProperties } from 'n8n-workflow';

import { mapInSteps, type Steps } from '../../../turns/steps';
import { noteUnplaced } from '../../cells/confidentCells';
import { gridTable } from '../../cells/gridTable';
import { cellTableOptions, readCellTableSettings } from '../../cells/mergedCells';
import { readReturnExcel, returnExcel, withExcel } from '../../cells/withExcel';
import type { Row } from '../../row';
import type { Operation, Page, RowsContext } from '../../operation';
import { rowsOfTables, type PageTables } from '../../words/tableItems';
import type { SmartResult } from '../readSmartDocument';

/** Request field `form`: its cells are rows, too, without a header. */
const form: INodeProperties = {
	displayName: 'Include Forms',
	name: 'form',
	type: 'boolean',
	default: true,
	description: 'Whether rows of ruled forms of labels and values come behind those of tables, as column1, column2 and so on',
};

/** Text around tables is told by Get Text and Get Markdown: a table of the service has no place among the texts. */
const OPTIONS = cellTableOptions.filter(({ name }) => name !== 'textAroundTables');

export const table: Operation<SmartResult> = {
	value: 'table',
	name: 'Get Table Rows',
	description: 'One item per row of each table that the service finds (table), with the header cells as field names',
	action: (what) => `Extract table rows from ${what}`,
	outputFields: { tableIndex: 'number', source: 'string' },
	onePerPage: false,
	options: [...OPTIONS, form, returnExcel],
	prepare({ options }) {
		const withForms = options.form === true || options.form === 'true';
		const wantsExcel = readReturnExcel(options);
		const { grid, rows: rowSettings } = readCellTableSettings(options);
		const toRows = function* (pages: ReadonlyArray<Page<SmartResult>>, context: RowsContext): Steps<Row[]> {
			const { report } = context;
			noteUnplaced(pages.flatMap(({ result }) => [...result.tables, ...result.forms].map((each) => each.grid)), report, context.source);
			const read = yield* mapInSteps(pages, function* ({ page, result }): Steps<PageTables> {
				const tables = yield* mapInSteps(result.tables, (each) => gridTable(each.grid, grid));
				const forms = yield* mapInSteps(withForms ? result.forms : [], (each) => gridTable(each.grid, { ...grid, firstRowIsHeader: false }));
				return { ...(page === undefined ? {} : { page }), tables: [...tables, ...forms] };
			});
			const rows = yield* rowsOfTables(read, rowSettings, context);
			if (rows.length === 0 && pages.some(({ result }) => !result.isEmpty)) report.facts.withoutTable++;
			if (!wantsExcel) return rows;
			const files = pages.flatMap(({ result }) => result.tables.flatMap(({ excel }) => (excel === undefined ? [] : (result.files[excel] ?? []))));
			return withExcel(rows, files, context);
		};
		const shared = { empty: () => ({ text: '' }), requestFields: { table: true, ...(withForms ? { form: true } : {}), ...(wantsExcel ? { return_excel: true } : {}) } };
		return rowSettings.joins ? { ...shared, ofDocument: toRows } : { ...shared, ofPage: (page, context) => toRows([page], context) };
	},
};
