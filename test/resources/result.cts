// Results of the service and documents, as small as a test of an operation needs them.
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import type { Page, RowsContext } from '../../nodes/HuaweiOcr/resources/operation.ts';
import { readRequest } from '../../nodes/HuaweiOcr/resources/readRequest.ts';
import { FailedRow, FileRow, type Row } from '../../nodes/HuaweiOcr/resources/row.ts';
import type { WordsResult } from '../../nodes/HuaweiOcr/resources/words/readWords.ts';
import { listFrom, runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import type { DocumentEntry } from '../../nodes/HuaweiOcr/run/entry.ts';
import type { ItemParameters } from '../../nodes/HuaweiOcr/settings/itemParameters.ts';
import { readItemSettings } from '../../nodes/HuaweiOcr/settings/itemSettings.ts';
import { block } from '../layout/page.cts';

/** A result with these blocks; `raw` is what the service would have sent for it. */
export function resultOf(blocks: WordsBlock[], more: Partial<WordsResult> = {}): WordsResult {
	const direction = more.direction ?? -1;
	const blockCount = more.blockCount ?? blocks.length;
	return {
		direction,
		blocks,
		blockCount,
		isEmpty: blocks.length === 0,
		facts: { blockCount, direction },
		raw: {
			direction,
			words_block_count: blocks.length,
			words_block_list: blocks.map(({ words, location }) => ({ words, location })),
		},
		...more,
	};
}

/** One line of text at the top of the page. */
export function lineOf(words: string, confidence?: number): WordsBlock {
	return { ...block(words, 20, 20), ...(confidence === undefined ? {} : { confidence }) };
}

/** Parameters as the panel gives them; not simplified, so that tests see every field. */
export function parametersOf(operation: string, options: IDataObject = {}, more: IDataObject = {}): ItemParameters {
	const values: IDataObject = { resource: 'generalText', operation, simplify: false, ...more };
	return { get: (name, fallback) => values[name] ?? fallback, options };
}

/** The objects that an operation makes of one page, or of several. */
export function rowsOf(
	operation: string,
	pages: WordsResult | ReadonlyArray<Page<WordsResult>>,
	{ report = new Report(), ...context }: Omit<RowsContext, 'report'> & { report?: Report },
	options: IDataObject = {},
	more: IDataObject = {},
): IDataObject[] {
	const { operation: prepared } = readRequest(parametersOf(operation, options, more));
	const list = 'blocks' in pages ? [{ result: pages, ...(context.page === undefined ? {} : { page: context.page }) }] : pages;
	if ('ofDocument' in prepared) return jsonOf(runAtOnce(listFrom(prepared.ofDocument(list, { ...context, report }))));
	return list.flatMap((page) => jsonOf(runAtOnce(listFrom(prepared.ofPage(page, { ...context, ...(page.page === undefined ? {} : { page: page.page }), report })))));
}

function jsonOf(rows: readonly Row[]): IDataObject[] {
	return rows.map((row) => {
		if (row instanceof FileRow || row instanceof FailedRow) throw new TypeError('Operations on text give neither files nor failures.');
		return row;
	});
}

/** A document of the input item 3 that needs no loading any more. */
export function entryWith(
	operation: string,
	options: IDataObject = {},
	more: IDataObject = {},
	item: INodeExecutionData = { json: {} },
): DocumentEntry {
	const parameters = parametersOf(operation, options, more);
	return {
		itemIndex: 3,
		item,
		document: { source: 'scan.pdf', load: async () => await Promise.reject(new Error('Nothing is loaded here.')) },
		settings: readItemSettings(parameters),
		request: readRequest(parameters),
	};
}
