import type { IDataObject } from 'n8n-workflow';

import { linesInSteps } from '../../../layout/lines';
import type { Steps } from '../../../turns/steps';
import type { WordsBlock } from '../../../result/types';
import { BOX_OUTPUT } from '../../boxFields';
import { pageFields } from '../../outputFields';
import type { Operation, OutputContext } from '../../operation';
import { isSimplified } from '../../simplify';
import { keptBlocks, minConfidence, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';

export const lines: Operation<WordsResult> = {
	value: 'lines',
	name: 'Get Lines',
	description: 'One item per line of text, in reading order',
	action: (what) => `Get lines of text from ${what}`,
	outputFields: {
		text: 'string',
		...BOX_OUTPUT,
		source: 'string',
	},
	onePerPage: false,
	simplify: true,
	options: [minConfidence],
	prepare(parameters) {
		const least = readMinConfidence(parameters.options);
		const simplified = isSimplified(parameters);
		return {
			empty: () => ({ text: '', ...(simplified ? {} : { lineCount: 0 }) }),
			ofPage: ({ result }, { report, ...context }) =>
				linesToJson(result, keptBlocks(result.blocks, least, report), context, simplified),
		};
	},
};

/**
 * One object per line of text in reading order: `text`, its axis-aligned bounding box in px of the image;
 * unless simplified also `lineIndex` (0-based) and of the whole image `lineCount`, `blockCount`, `direction`.
 * @param blocks those of the result that count
 */
export function* linesToJson(
	{ blockCount, direction }: Pick<WordsResult, 'blockCount' | 'direction'>,
	blocks: readonly WordsBlock[],
	context: OutputContext,
	simplified = false,
): Steps<IDataObject[]> {
	const found = yield* linesInSteps(blocks, direction);
	return found.map(({ text, left, top, right, bottom }, lineIndex) => ({
		text,
		left,
		top,
		right,
		bottom,
		width: right - left,
		height: bottom - top,
		...(simplified ? {} : { lineIndex, lineCount: found.length, blockCount, direction }),
		...pageFields(context),
	}));
}
