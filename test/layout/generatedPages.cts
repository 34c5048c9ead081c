// Pages for tests that hold what is read against what the generator drew.
import { shaken } from '../../workshop/bench/shaken.cts';
import { Random } from '../../workshop/documents/random.cts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

export const SEED = 'kept';

/** Pages with exact corners, and each second round of kinds with corners that are moved at random by a pixel. */
export function withCorners<T extends { name: string; blocks: readonly WordsBlock[] }>(pages: readonly T[], kinds: number): Array<T & { blocks: readonly WordsBlock[] }> {
	return pages.map((page, index) => {
		const isExact = Math.floor(index / kinds) % 2 === 0;
		return { ...page, blocks: isExact ? page.blocks : shaken(page.blocks, new Random(`${SEED}/${page.name}/shaken`), 1) };
	});
}

/** @param known names of pages that are not read as they were drawn, with what is wrong */
export function parted<T extends { name: string }>(known: Readonly<Record<string, string>>, pages: readonly T[]): { read: T[]; notYet: T[] } {
	return { read: pages.filter(({ name }) => !(name in known)), notYet: pages.filter(({ name }) => name in known) };
}
