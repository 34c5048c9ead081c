import { OcrError } from '../../errors/ocrError';
import type { WordsBlock } from '../../result/types';

/** A page has fewer blocks, even one of single cells, and fewer characters; layout compares each with many others. */
export const MOST_BLOCKS = 20_000;
export const MOST_CHARACTERS = 1_000_000;

/** Whether a page is one that lines, tables and fields can be made of. */
export function canBeLaidOut(blocks: readonly WordsBlock[]): boolean {
	if (blocks.length > MOST_BLOCKS) return false;
	return blocks.reduce((sum, { words }) => sum + words.length, 0) <= MOST_CHARACTERS;
}

/** @throws OcrError for more than a page holds */
export function checkLayoutLimit(blocks: readonly WordsBlock[]): void {
	if (canBeLaidOut(blocks)) return;
	throw new OcrError(
		`Use the operation Get Words Blocks or Get Raw Result for this page: it has ${blocks.length} words blocks, more than lines, tables and fields are made of`,
		`At most ${MOST_BLOCKS} blocks with ${MOST_CHARACTERS} characters are laid out. Min Confidence leaves out blocks that are no text.`,
		{ errorCode: 'Node.PageTooFull' },
	);
}
