import type { IDataObject } from 'n8n-workflow';

import { mapInSteps, type Steps } from '../../../turns/steps';
import { confidentGrid, noteUnplaced } from '../../cells/confidentCells';
import { gridLines } from '../../cells/gridTable';
import type { Operation, Page, RowsContext } from '../../operation';
import { pageFieldsWithCount } from '../../outputFields';
import { keptBlocks, minConfidence, readMinConfidence } from '../../words/options';
import { joinPages } from '../../words/operations/text';
import { gridsOf, type TableRegion, type TablesResult, type TextRegion } from '../readGeneralTable';
import { regionLines } from './table';

export const text: Operation<TablesResult> = {
	value: 'text',
	name: 'Get Text',
	description: 'One item per image, with its text in reading order; cells of a table row stand on one line, parted by tabs',
	action: (what) => `Read text from ${what}`,
	outputFields: { text: 'string', lineCount: 'number', tableCount: 'number', source: 'string' },
	onePerPage: true,
	options: [joinPages, minConfidence],
	prepare({ options }) {
		const least = readMinConfidence(options);
		const shared = {
			empty: () => ({ text: '', lineCount: 0 }),
			// With positions, lines of text are put together as they stand.
			requestFields: { return_text_location: true, ...(least > 0 ? { return_confidence: true } : {}) },
		};
		return options.joinPages === true
			? { ...shared, ofDocument: (pages, context) => toRows(pages, context, least) }
			: { ...shared, ofPage: (page, context) => toRows([page], context, least) };
	},
};

/** One object for these pages, an empty line between two of them; none where there is no text. */
function* toRows(pages: ReadonlyArray<Page<TablesResult>>, { report, ...context }: RowsContext, least: number): Steps<IDataObject[]> {
	const linesOf = (region: TextRegion | TableRegion): Steps<string[]> =>
		region.type === 'text' ? regionLines(keptBlocks(region.blocks, least, report)) : gridLines(confidentGrid(region.grid, least, report));
	const byPage = yield* mapInSteps(pages, function* ({ result }): Steps<string[]> {
		return (yield* mapInSteps(result.regions, linesOf)).flat();
	});
	const grids = pages.flatMap(({ result }) => gridsOf(result));
	noteUnplaced(grids, report, context.source);
	const lineCount = byPage.reduce((sum, lines) => sum + lines.length, 0);
	if (lineCount === 0) return [];
	const numbers = pages.flatMap(({ page }) => page ?? []);
	return [
		{
			text: byPage
				.filter((lines) => lines.length > 0)
				.map((lines) => lines.join('\n'))
				.join('\n\n'),
			lineCount,
			tableCount: grids.length,
			...(pages.length > 1 ? { pages: numbers } : {}),
			...pageFieldsWithCount(context),
		},
	];
}
