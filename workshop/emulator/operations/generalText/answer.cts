// From what an engine found to the result of section 6.1.
import type { FoundBlock, PageResult } from '../../engine/engine.cts';
import type { Profile } from '../../options.cts';
import { round4, wordsBlock } from '../wordsBlocks.cts';
import type { GeneralTextParameters } from './parameters.cts';

export function answer(page: PageResult, parameters: GeneralTextParameters, profile: Profile): unknown {
	return {
		direction: parameters.detectDirection ? direction(page.direction, profile) : -1,
		words_block_count: page.blocks.length,
		words_block_list: page.blocks.map((block) => {
			const { words, confidence, location } = wordsBlock(block);
			return {
				words,
				...(profile === 'current' ? { confidence } : {}),
				location,
				...(parameters.characterMode && block.characters ? { char_list: block.characters.map(character) } : {}),
			};
		}),
		...(parameters.returnMarkdownResult ? { markdown_result: page.markdown } : {}),
	};
}

function character({ text, location, confidence }: NonNullable<FoundBlock['characters']>[number]): unknown {
	return { char: text, char_location: location, char_confidence: round4(confidence) };
}

/** Seed: integer 0 to 359. Current: four decimals, [0, 360) (6.1, 6.2). */
function direction(degrees: number, profile: Profile): number {
	const positive = ((degrees % 360) + 360) % 360;
	if (profile === 'seed') return Math.round(positive) % 360;
	const rounded = round4(positive);
	return rounded >= 360 ? 0 : rounded;
}
