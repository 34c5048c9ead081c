import type { IDataObject } from 'n8n-workflow';

import { confidentBlocks } from '../layout/confidence';
import { readLines } from '../layout/lines';
import type { GeneralTextResult } from '../result/types';
import type { OutputContext } from './context';

/** A result whose `words_block_count` may differ from the number of its blocks. */
export type CountedResult = GeneralTextResult & { blockCount?: number };

/**
 * One object per line of text in reading order (public output mode `lines`): `text`, its axis-aligned
 * bounding box in px of the image as sent, `lineIndex` (0-based), and of the whole image `lineCount`,
 * `blockCount` and `direction`.
 * @param minConfidence 0–1; blocks below are left out
 */
export function linesToJson(result: CountedResult, context: OutputContext, minConfidence = 0): IDataObject[] {
	const lines = readLines(confidentBlocks(result.blocks, minConfidence), result.direction);
	return lines.map(({ text, left, top, right, bottom }, lineIndex) => ({
		text,
		left,
		top,
		right,
		bottom,
		width: right - left,
		height: bottom - top,
		lineIndex,
		lineCount: lines.length,
		blockCount: result.blockCount ?? result.blocks.length,
		direction: result.direction,
		...(context.page === undefined ? {} : { page: context.page }),
		source: context.source,
	}));
}
