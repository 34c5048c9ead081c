import type { IDataObject } from 'n8n-workflow';

import { confidentBlocks } from '../layout/confidence';
import { readLines } from '../layout/lines';
import type { OutputContext } from './context';
import type { CountedResult } from './lines';

/** One page of a document; `page` for PDF only. */
export interface ResultPage {
	result: CountedResult;
	page?: number;
}

/** Between the texts of two pages: an empty line. */
const PAGE_BREAK = '\n\n';

/**
 * The text of one image or page (public output mode `text`): lines in reading order joined by line
 * feeds, with `lineCount`, `blockCount` and `direction`. An image without text gives no object.
 * @param minConfidence 0–1; blocks below are left out
 */
export function textToJson(result: CountedResult, context: OutputContext, minConfidence = 0): IDataObject[] {
	const lines = textLines(result, minConfidence);
	if (lines.length === 0) return [];
	return [
		{
			text: lines.join('\n'),
			lineCount: lines.length,
			blockCount: blockCountOf(result),
			direction: result.direction,
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		},
	];
}

/**
 * The text of a whole document as one object: the pages' texts with an empty line between, counts over
 * all pages, `pages` with the numbers of the pages that were read. `direction` is that of all pages,
 * or -1 where they differ. A document without text gives no object.
 */
export function documentTextToJson(pages: readonly ResultPage[], context: OutputContext, minConfidence = 0): IDataObject[] {
	const texts = pages.map(({ result }) => textLines(result, minConfidence));
	const lineCount = texts.reduce((sum, lines) => sum + lines.length, 0);
	if (lineCount === 0) return [];
	const [first] = pages;
	const direction = first?.result.direction ?? -1;
	const numbers = pages.flatMap(({ page }) => page ?? []);
	return [
		{
			text: texts
				.filter((lines) => lines.length > 0)
				.map((lines) => lines.join('\n'))
				.join(PAGE_BREAK),
			lineCount,
			blockCount: pages.reduce((sum, { result }) => sum + blockCountOf(result), 0),
			direction: pages.every(({ result }) => result.direction === direction) ? direction : -1,
			...(numbers.length === 0 ? {} : { pages: numbers }),
			source: context.source,
		},
	];
}

function textLines(result: CountedResult, minConfidence: number): string[] {
	return readLines(confidentBlocks(result.blocks, minConfidence), result.direction).map(({ text }) => text);
}

function blockCountOf(result: CountedResult): number {
	return result.blockCount ?? result.blocks.length;
}
