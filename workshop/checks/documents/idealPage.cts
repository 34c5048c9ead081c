// What an engine without mistakes would read of a specimen, for checks that are not about reading.
import type { Corner, Corners, FoundBlock, PageResult } from '../../emulator/engine/engine.cts';
import { isCjk } from '../../documents/fonts.cts';
import type { ComposedSpecimen } from '../../documents/specimens/kinds.cts';

/** Widths of characters as parts of an em; near enough. */
const NARROW = 0.55;

export function idealPage({ blocks, direction }: Pick<ComposedSpecimen, 'blocks' | 'direction'>): PageResult {
	return { blocks: blocks.map(({ words, location }) => withCharacters(words, location)), direction, markdown: '' };
}

function withCharacters(words: string, location: Corners): FoundBlock {
	const letters = Array.from(words);
	const widths = letters.map((letter) => (isCjk(letter) ? 1 : NARROW));
	const total = widths.reduce((sum, width) => sum + width, 0);
	let at = 0;
	const characters = letters.flatMap((text, index) => {
		const [from, to] = [at / total, (at += widths[index] ?? 0) / total];
		return /\s/.test(text) ? [] : [{ text, confidence: 0.9876, location: slice(location, from, to) }];
	});
	// Spaces of any width read as one.
	return { words: words.replace(/\s+/g, ' '), confidence: 0.9876, location, characters };
}

function slice([a, b, c, d]: Corners, from: number, to: number): Corners {
	const between = (start: Corner, end: Corner, part: number): Corner => [
		Math.round(start[0] + (end[0] - start[0]) * part),
		Math.round(start[1] + (end[1] - start[1]) * part),
	];
	return [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)];
}
