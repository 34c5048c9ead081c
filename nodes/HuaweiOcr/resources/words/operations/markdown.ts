import type { IDataObject } from 'n8n-workflow';

import { markdownInSteps } from '../../../layout/markdown';
import type { Steps } from '../../../turns/steps';
import type { Operation, Page, RowsContext } from '../../operation';
import { pageFieldsWithCount } from '../../outputFields';
import { blockMarks } from '../marks';
import { keptBlocks, minConfidence, preview, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';
import { joinPages } from './text';

export const markdown: Operation<WordsResult> = {
	value: 'markdown',
	name: 'Get Markdown',
	description: 'One item per image or page, as Markdown: headings, paragraphs, lists and tables; for language models and vector stores',
	action: (what) => `Get Markdown of ${what}`,
	outputFields: { markdown: 'string', blockCount: 'number', source: 'string' },
	onePerPage: true,
	options: [joinPages, minConfidence, preview],
	prepare({ options }) {
		const least = readMinConfidence(options);
		const shared = { empty: () => ({ markdown: '' }), marks: blockMarks };
		return options.joinPages === true
			? { ...shared, ofDocument: (pages, context) => toRows(pages, context, least) }
			: { ...shared, ofPage: (page, context) => toRows([page], context, least) };
	},
};

/** One object for these pages; none where there is no text. */
function* toRows(pages: ReadonlyArray<Page<WordsResult>>, { report, ...context }: RowsContext, least: number): Steps<IDataObject[]> {
	const text = yield* markdownInSteps(
		pages.map(({ result }) => ({ blocks: keptBlocks(result.blocks, least, report), direction: result.direction })),
	);
	if (text === '') return [];
	const numbers = pages.flatMap(({ page }) => page ?? []);
	return [
		{
			markdown: text,
			blockCount: pages.reduce((sum, { result }) => sum + result.blockCount, 0),
			...(pages.length > 1 ? { pages: numbers } : {}),
			...pageFieldsWithCount(context),
		},
	];
}
