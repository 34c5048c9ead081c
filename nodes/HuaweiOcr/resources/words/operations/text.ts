import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { linesInSteps } from '../../../layout/lines';
import { mapInSteps, type Steps } from '../../../turns/steps';
import type { Operation, Page, RowsContext } from '../../operation';
import { pageFieldsWithCount } from '../../outputFields';
import { keptBlocks, minConfidence, preview, readMinConfidence } from '../options';
import { blockMarks } from '../marks';
import type { WordsResult } from '../readWords';

/** One item per document instead of one per page. */
export const joinPages: INodeProperties = {
	displayName: 'Join Pages',
	name: 'joinPages',
	type: 'boolean',
	default: true,
	description: 'Whether to output one item per document instead of one per page',
};

/** Between the texts of two pages: an empty line. */
const PAGE_BREAK = '\n\n';

export const text: Operation<WordsResult> = {
	value: 'text',
	name: 'Get Text',
	description: 'One item per image or page, with its whole text in reading order; short enough for AI agents',
	action: (what) => `Read text from ${what}`,
	outputFields: { text: 'string', lineCount: 'number', blockCount: 'number', direction: 'number', source: 'string' },
	onePerPage: true,
	options: [joinPages, minConfidence, preview],
	prepare({ options }) {
		const least = readMinConfidence(options);
		const shared = { empty: () => ({ text: '', lineCount: 0 }), marks: blockMarks };
		return options.joinPages === true
			? { ...shared, ofDocument: (pages, context) => documentTextToJson(pages, context, least) }
			: { ...shared, ofPage: (page, context) => textToJson(page, context, least) };
	},
};

/**
 * The text of one image or page: lines in reading order joined by line feeds, with `lineCount`,
 * `blockCount` and `direction`. An image without text gives no object.
 * @param least 0–1; blocks below this confidence are left out
 */
function* textToJson({ result, page }: Page<WordsResult>, { report, ...context }: RowsContext, least: number): Steps<IDataObject[]> {
	const lines = yield* linesOf(result, least, report);
	if (lines.length === 0) return [];
	return [
		{
			text: lines.join('\n'),
			lineCount: lines.length,
			blockCount: result.blockCount,
			direction: result.direction,
			...serviceMarkdown([{ result }]),
			...pageFieldsWithCount({ ...context, page }),
		},
	];
}

/**
 * The text of a whole document: the pages' texts with an empty line between, counts over all pages,
 * `pages` with the numbers of the pages that were read. `direction` is that of all pages, or -1 where
 * they differ. A document without text gives no object.
 */
function* documentTextToJson(
	pages: ReadonlyArray<Page<WordsResult>>,
	{ report, source, pageCount }: RowsContext,
	least: number,
): Steps<IDataObject[]> {
	const texts = yield* mapInSteps(pages, ({ result }) => linesOf(result, least, report));
	const lineCount = texts.reduce((sum, lines) => sum + lines.length, 0);
	if (lineCount === 0) return [];
	const direction = pages[0]?.result.direction ?? -1;
	const numbers = pages.flatMap(({ page }) => page ?? []);
	return [
		{
			text: texts
				.filter((lines) => lines.length > 0)
				.map((lines) => lines.join('\n'))
				.join(PAGE_BREAK),
			lineCount,
			blockCount: pages.reduce((sum, { result }) => sum + result.blockCount, 0),
			direction: pages.every(({ result }) => result.direction === direction) ? direction : -1,
			...serviceMarkdown(pages),
			...(numbers.length === 0 ? {} : { pages: numbers }),
			...(pageCount === undefined ? {} : { pageCount }),
			source,
		},
	];
}

function* linesOf(result: WordsResult, least: number, report: RowsContext['report']): Steps<string[]> {
	return (yield* linesInSteps(keptBlocks(result.blocks, least, report), result.direction)).map(({ text: line }) => line);
}

/** The service's own text, where the option Service Markdown asked for it; an empty line between pages. */
function serviceMarkdown(pages: ReadonlyArray<Pick<Page<WordsResult>, 'result'>>): IDataObject {
	const texts = pages.flatMap(({ result }) => result.markdown ?? []);
	return texts.length === 0 ? {} : { markdown_result: texts.join(PAGE_BREAK) };
}
