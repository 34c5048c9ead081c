// Blocks with a `type` each, and no `direction`: the operation has the switch, but no such field.
import type { FoundBlock, PageResult } from '../../engine/engine.cts';
import { wordsBlock } from '../wordsBlocks.cts';
import type { CharSet } from './parameters.cts';

/** What each set leaves out. Chosen: the real recogniser would read another character instead. */
const OUTSIDE: Record<CharSet, RegExp | undefined> = {
	digit: /[^0-9]/g,
	letter: /[^A-Za-z]/g,
	digit_letter: /[^0-9A-Za-z]/g,
	general: undefined,
};

export function answer(page: PageResult, charSet: CharSet): unknown {
	const blocks = page.blocks.flatMap((block) => within(block, charSet));
	return {
		words_block_count: blocks.length,
		words_block_list: blocks.map((block) => {
			const { words, confidence, location } = wordsBlock(block);
			return { words, type: 'text', confidence, location };
		}),
	};
}

function within(block: FoundBlock, charSet: CharSet): FoundBlock[] {
	const outside = OUTSIDE[charSet];
	if (!outside) return [block];
	const words = block.words.replace(outside, '');
	return words === '' ? [] : [{ ...block, words }];
}
