import type { INodeProperties } from 'n8n-workflow';

import type { TableOptions } from '../../../layout/tables';
import type { Operation } from '../../operation';
import { keptBlocks, minConfidence, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';
import { tableToJson } from '../tableItems';

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
