import type { IDataObject } from 'n8n-workflow';

import { PAGE_BREAK } from '../../../layout/markdown';
import { mapInSteps, type Steps } from '../../../turns/steps';
import type { Operation, Page, RowsContext } from '../../operation';
import { pageFieldsWithCount } from '../../outputFields';
import { joinPages } from '../../words/operations/text';
import type { SmartResult } from '../readSmartDocument';
import { pageMarkdown } from '../toMarkdown';
import { formula } from './layoutBlocks';

export const markdown: Operation<SmartResult> = {
	value: 'markdown',
	name: 'Get Markdown',
	description: 'One item per image or page, as Markdown made of its layout and tables, which the service is asked for: headings, paragraphs, lists and tables',
	action: (what) => `Get Markdown of ${what}`,
	outputFields: { markdown: 'string', blockCount: 'number', source: 'string' },
	onePerPage: true,
	options: [formula, joinPages],
	prepare({ options }) {
		const reads = options.formula === true || options.formula === 'true';
		const shared = { empty: () => ({ markdown: '' }), requestFields: { layout: true, table: true, ...(reads ? { formula: true } : {}) } };
		return options.joinPages === true
			? { ...shared, ofDocument: toRows }
			: { ...shared, ofPage: (page, context) => toRows([page], context) };
	},
};

/** One object for these pages; none where there is no text. */
function* toRows(pages: ReadonlyArray<Page<SmartResult>>, context: RowsContext): Steps<IDataObject[]> {
	const texts = (yield* mapInSteps(pages, ({ result }) => pageMarkdown(result))).filter((text) => text !== '');
	if (texts.length === 0) return [];
	return [
		{
			markdown: texts.join(PAGE_BREAK),
			blockCount: pages.reduce((sum, { result }) => sum + result.blocks.length, 0),
			...(pages.length > 1 ? { pages: pages.flatMap(({ page }) => page ?? []) } : {}),
			...pageFieldsWithCount(context),
		},
	];
}
