// Blocks as engines give them: corners a little off.
import type { Random } from '../documents/random.cts';
import type { Quad, WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

/** px by which corners are moved at most. */
const SHAKEN = 4;

/** The same blocks, each corner moved at random. */
export function shaken(blocks: readonly WordsBlock[], random: Random): WordsBlock[] {
	const off = () => random.int(-SHAKEN, SHAKEN);
	return blocks.map((block) => ({ ...block, location: block.location.map(([x, y]) => [x + off(), y + off()]) as Quad }));
}
