// Where the single characters of a line stand (`char_list`, 6.1). The recogniser reads a line in equal steps
// along its length, so the step of a character tells its place.
import type { Quad, ReadLine } from './lineReader.cts';
import type { Vector } from './pixels.cts';

export interface PlacedCharacter {
	text: string;
	confidence: number;
	area: Quad;
}

/** Areas tile the line's quad: the right edge of one is the left edge of the next (6.2). Spaces get none. */
export function placeCharacters(quad: Quad, line: ReadLine): PlacedCharacter[] {
	const centres = line.characters.map((character) => clamp((character.step + 0.5) / line.steps));
	return line.characters.map(({ text, confidence }, index) => {
		const centre = centres[index] ?? 0;
		const before = centres[index - 1];
		const after = centres[index + 1];
		const from = before === undefined ? 0 : (before + centre) / 2;
		const to = after === undefined ? 1 : (centre + after) / 2;
		return {
			text,
			confidence,
			area: [
				between(quad[0], quad[1], from),
				between(quad[0], quad[1], to),
				between(quad[3], quad[2], to),
				between(quad[3], quad[2], from),
			],
		};
	});
}

function between(a: Vector, b: Vector, part: number): Vector {
	return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

function clamp(part: number): number {
	return Math.min(1, Math.max(0, part));
}
