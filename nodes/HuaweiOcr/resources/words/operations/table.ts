import type { IDataObject } from 'n8n-workflow';

import type { Steps } from '../../../turns/steps';
import type { Operation, Page, RowsContext } from '../../operation';
import { keptBlocks, minConfidence, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';
import { tableRows } from '../tableItems';
import { readTableSettings, tableOptions } from '../tableOptions';
import { readUseRuledLines, useRuledLines } from '../useRuledLines';

export const table: Operation<WordsResult> = {
	value: 'table',
	name: 'Get Table Rows',
	description: 'One item per row of each table, with the header cells as field names',
	action: (what) => `Extract table rows from ${what}`,
	outputFields: { tableIndex: 'number', source: 'string' },
	onePerPage: false,
	options: [...tableOptions, minConfidence, useRuledLines],
	prepare({ options }) {
		const least = readMinConfidence(options);
		const settings = readTableSettings(options);
		const toRows = function* (pages: ReadonlyArray<Page<WordsResult>>, context: RowsContext): Steps<IDataObject[]> {
			const { report } = context;
			const kept = pages.map((page) => ({ ...page, blocks: [...keptBlocks(page.result.blocks, least, report)] }));
			const rows = yield* tableRows(kept, settings, context);
			if (rows.length === 0 && pages.some(({ result }) => !result.isEmpty)) report.facts.withoutTable++;
			return rows;
		};
		const shared = { empty: () => ({ text: '' }), usesRuledLines: readUseRuledLines(options) };
		return settings.joins
			? { ...shared, ofDocument: toRows }
			: { ...shared, ofPage: (page, context) => toRows([page], context) };
	},
};
