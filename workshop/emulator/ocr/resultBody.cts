// From what an engine found to the body of section 6.1.
import type { PageResult } from '../engine/engine.cts';
import type { Profile } from '../options.cts';
import type { GeneralTextParameters } from './parameters.cts';

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

export function resultBody(page: PageResult, parameters: GeneralTextParameters, profile: Profile): unknown {
	return {
		result: {
			direction: parameters.detectDirection ? direction(page.direction, profile) : -1,
			words_block_count: page.blocks.length,
			words_block_list: page.blocks.map((block) => ({
				words: block.words,
				...(profile === 'current' ? { confidence: round4(block.confidence) } : {}),
				location: block.location,
				...(parameters.characterMode && block.characters
					? {
							char_list: block.characters.map((character) => ({
								char: character.text,
								char_location: character.location,
								char_confidence: round4(character.confidence),
							})),
						}
					: {}),
			})),
			...(parameters.returnMarkdownResult ? { markdown_result: page.markdown } : {}),
		},
	};
}

/** Seed: integer 0 to 359. Current: four decimals, [0, 360) (6.1, 6.2). */
function direction(degrees: number, profile: Profile): number {
	const positive = ((degrees % 360) + 360) % 360;
	if (profile === 'seed') return Math.round(positive) % 360;
	const rounded = round4(positive);
	return rounded >= 360 ? 0 : rounded;
}
