// Blocks as engines give them: corners a little off.
import type { Random } from '../documents/random.cts';
import type { Quad, WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

/** px by which corners are moved at most, unless told. */
const SHAKEN = 4;

/** The same blocks, each corner moved at random by up to so many px. */
export function shaken(blocks: readonly WordsBlock[], random: Random, most = SHAKEN): WordsBlock[] {
	const off = () => random.int(-most, most);
	return blocks.map((block) => ({ ...block, location: block.location.map(([x, y]) => [x + off(), y + off()]) as Quad }));
}
