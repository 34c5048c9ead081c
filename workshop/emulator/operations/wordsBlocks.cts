// `words_block_list` (6.1), which several operations share.
import type { FoundBlock } from '../engine/engine.cts';

export const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

export interface WordsBlock {
	words: string;
	confidence: number;
	location: FoundBlock['location'];
}

export function wordsBlock({ words, confidence, location }: FoundBlock): WordsBlock {
	return { words, confidence: round4(confidence), location };
}
