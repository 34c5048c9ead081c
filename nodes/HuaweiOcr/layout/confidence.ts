import type { WordsBlock } from '../result/types';

/** Blocks of at least this confidence (0–1), and those of which the service does not say it. */
export function confidentBlocks(blocks: readonly WordsBlock[], minConfidence: number): readonly WordsBlock[] {
	return minConfidence > 0 ? blocks.filter(({ confidence }) => (confidence ?? 1) >= minConfidence) : blocks;
}
