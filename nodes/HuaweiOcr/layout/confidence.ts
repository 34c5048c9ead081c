import type { WordsBlock } from '../result/types';

/**
 * Whether a block is at least as sure (0–1) as asked for, or the service doesn't say. At 0 nothing is
 * left out, whatever the service says.
 */
export function isConfident({ confidence }: Pick<WordsBlock, 'confidence'>, minConfidence: number): boolean {
	return minConfidence <= 0 || confidence === undefined || confidence >= minConfidence;
}

/** Blocks of at least this confidence (0–1), and those of which the service does not say it. */
export function confidentBlocks(blocks: readonly WordsBlock[], minConfidence: number): readonly WordsBlock[] {
	return minConfidence > 0 ? blocks.filter((block) => isConfident(block, minConfidence)) : blocks;
}
