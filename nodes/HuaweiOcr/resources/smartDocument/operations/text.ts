import type { IDataObject } from 'n8n-workflow';

import { mapInSteps, type Steps } from '../../../turns/steps';
import { joinPages } from '../../words/operations/text';
import type { Operation, Page, RowsContext } from '../../operation';
import { pageFieldsWithCount } from '../../outputFields';
import { layoutTexts } from '../layoutTexts';
import type { SmartResult } from '../readSmartDocument';

export const text: Operation<SmartResult> = {
	value: 'text',
	name: 'Get Text',
	description: 'One item per image or page, with its text in the reading order of its layout, which the service is asked for; cells of a table row are parted by tabs',
	action: (what) => `Read text from ${what}`,
	outputFields: { text: 'string', lineCount: 'number', blockCount: 'number', direction: 'number', source: 'string' },
	onePerPage: true,
	options: [joinPages],
	prepare({ options }) {
		const shared = { empty: () => ({ text: '', lineCount: 0 }), requestFields: { layout: true, table: true } };
		return options.joinPages === true
			? { ...shared, ofDocument: toRows }
			: { ...shared, ofPage: (page, context) => toRows([page], context) };
	},
};

/** One object for these pages, an empty line between two of them; none where there is no text. */
function* toRows(pages: ReadonlyArray<Page<SmartResult>>, context: RowsContext): Steps<IDataObject[]> {
	const texts = yield* mapInSteps(pages, ({ result }) => layoutTexts(result));
	const byPage = texts.map((parts) => parts.flatMap(({ lines }) => lines));
	const lineCount = byPage.reduce((sum, lines) => sum + lines.length, 0);
	if (lineCount === 0) return [];
	const direction = pages[0]?.result.direction ?? -1;
	return [
		{
			text: byPage
				.filter((lines) => lines.length > 0)
				.map((lines) => lines.join('\n'))
				.join('\n\n'),
			lineCount,
			blockCount: pages.reduce((sum, { result }) => sum + result.blocks.length, 0),
			direction: pages.every(({ result }) => result.direction === direction) ? direction : -1,
			...(pages.length > 1 ? { pages: pages.flatMap(({ page }) => page ?? []) } : {}),
			...pageFieldsWithCount(context),
		},
	];
}
