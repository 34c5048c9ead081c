import type { WordsBlock } from '../../result/types';

/** Characters of a words block that are looked at: the service's blocks are lines, and none is longer. */
const LONGEST_WORDS = 1_000;

/** Characters of a page that are looked at; a dense page has about 5,000. */
const LONGEST_PAGE = 200_000;

/** Blocks as fields look at them: words without end are cut, so that matching labels stays bounded. */
export function boundedWords(blocks: readonly WordsBlock[]): readonly WordsBlock[] {
	const total = blocks.reduce((sum, { words }) => sum + Math.min(words.length, LONGEST_WORDS), 0);
	const most = total > LONGEST_PAGE ? Math.max(20, Math.floor(LONGEST_PAGE / blocks.length)) : LONGEST_WORDS;
	if (blocks.every(({ words }) => words.length <= most)) return blocks;
	return blocks.map((block) => (block.words.length > most ? { ...block, words: block.words.slice(0, most) } : block));
}
