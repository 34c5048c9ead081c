import type { IDataObject } from 'n8n-workflow';

import type { Steps } from '../../../turns/steps';
import { isConfident } from '../../../layout/confidence';
import { BOX_OUTPUT, boxFields, cornerFields } from '../../boxFields';
import { pageFields } from '../../outputFields';
import type { Operation, OutputContext } from '../../operation';
import { isSimplified } from '../../simplify';
import { minConfidence, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';

export const blocks: Operation<WordsResult> = {
	value: 'blocks',
	name: 'Get Words Blocks',
	description: 'One item per words block, with its text and position',
	action: (what) => `Get text blocks with positions from ${what}`,
	outputFields: {
		words: 'string',
		...BOX_OUTPUT,
		confidence: 'number',
		source: 'string',
	},
	onePerPage: false,
	simplify: true,
	options: [minConfidence],
	prepare(parameters) {
		const least = readMinConfidence(parameters.options);
		const simplified = isSimplified(parameters);
		return {
			empty: () => ({ words: '' }),
			*ofPage({ result }, { report, ...context }): Steps<IDataObject[]> {
				const rows = yield* blocksToJson(result, context, { minConfidence: least, simplified });
				report.facts.blocksLeftOut += result.blocks.length - rows.length;
				return rows;
			},
		};
	},
};

/** So many objects are made in one step. */
const IN_ONE_STEP = 256;

/**
 * One object per words block, in the service's order.
 * @param minConfidence 0–1; blocks below are left out, the others keep their `blockIndex`
 * @param simplified without corners, counts and direction
 */
export function* blocksToJson(
	result: WordsResult,
	context: OutputContext,
	{ minConfidence: least = 0, simplified = false } = {},
): Steps<IDataObject[]> {
	const rows: IDataObject[] = [];
	for (const [blockIndex, block] of result.blocks.entries()) {
		if (blockIndex % IN_ONE_STEP === 0) yield;
		if (!isConfident(block, least)) continue;
		// Flat fields first: n8n's table shows columns in this order, and a nested one fills the screen.
		rows.push({
			words: block.words,
			...boxFields(block),
			...(simplified ? {} : cornerFields(block)),
			...(block.confidence === undefined ? {} : { confidence: block.confidence }),
			...(simplified ? {} : { blockIndex, blockCount: result.blockCount, direction: result.direction }),
			...pageFields(context),
			...(simplified ? {} : { location: block.unlocated ? null : block.location }),
			...(block.char_list === undefined ? {} : { char_list: block.char_list as unknown as IDataObject[] }),
		});
	}
	return rows;
}
