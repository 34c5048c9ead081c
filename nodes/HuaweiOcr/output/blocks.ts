import type { IDataObject } from 'n8n-workflow';

import { isConfident } from '../layout/confidence';
import type { ReadResult } from '../result/readResult';
import type { WordsBlock } from '../result/types';
import type { OutputContext } from './context';

/**
 * One object per words block, in the service's order (public output mode `blocks`).
 * @param minConfidence 0–1; blocks below are left out, the others keep their `blockIndex`
 */
export function blocksToJson(
	result: ReadResult,
	context: OutputContext,
	minConfidence = 0,
): IDataObject[] {
	const rows: IDataObject[] = [];
	result.blocks.forEach((block, blockIndex) => {
		if (isConfident(block, minConfidence)) {
			rows.push(blockToJson(block, blockIndex, result, context));
		}
	});
	return rows;
}

function blockToJson(
	block: WordsBlock,
	blockIndex: number,
	result: ReadResult,
	context: OutputContext,
): IDataObject {
	// Flat fields first: n8n's table shows columns in this order, and a nested one fills the screen.
	return {
		words: block.words,
		...(block.unlocated ? UNKNOWN_PLACE : placeOf(block)),
		...(block.confidence === undefined ? {} : { confidence: block.confidence }),
		blockIndex,
		blockCount: result.blockCount,
		direction: result.direction,
		...(context.page === undefined ? {} : { page: context.page }),
		source: context.source,
		location: block.unlocated ? null : block.location,
		...(block.char_list === undefined
			? {}
			: { char_list: block.char_list as unknown as IDataObject[] }),
	};
}

/** The axis-aligned box and the vertices, flat, px. */
function placeOf({ location }: WordsBlock): IDataObject {
	const [[x1, y1], [x2, y2], [x3, y3], [x4, y4]] = location;
	const left = Math.min(x1, x2, x3, x4);
	const top = Math.min(y1, y2, y3, y4);
	const right = Math.max(x1, x2, x3, x4);
	const bottom = Math.max(y1, y2, y3, y4);
	const width = right - left;
	const height = bottom - top;
	return { left, top, right, bottom, width, height, x1, y1, x2, y2, x3, y3, x4, y4 };
}

/** The same keys for a block whose location can't be read, so that table columns stay the same. */
const UNKNOWN_PLACE: IDataObject = Object.fromEntries(
	['left', 'top', 'right', 'bottom', 'width', 'height', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4'].map(
		(key) => [key, null],
	),
);
