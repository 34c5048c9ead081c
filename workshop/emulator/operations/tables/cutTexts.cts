// Texts that were read as one, though a ruled line parts them.
import type { FoundBlock } from '../../engine/engine.cts';
import { type LevelFrame, around, levelBox, pictureCorners } from '../../engine/levelFrame.cts';
import type { PlacedText } from './types.cts';

/**
 * A text cut where its characters stand on different sides of a place.
 * @param places x in the level frame, ascending
 * @returns the text itself where nothing parts it, or where its characters have no places
 */
export function cutText(frame: LevelFrame, text: PlacedText, places: readonly number[]): PlacedText[] {
	const inside = places.filter((place) => place > text.left && place < text.right);
	const { words, characters = [] } = text.block;
	if (inside.length === 0 || characters.length !== Array.from(words.replace(/\s/gu, '')).length) return [text];
	const parts = new Map<number, { words: string; characters: NonNullable<FoundBlock['characters']> }>();
	let next = 0;
	let last = 0;
	for (const sign of words) {
		const isSpace = /\s/u.test(sign);
		const character = isSpace ? undefined : characters[next++];
		const side = character ? sideOf(frame, character.location, inside) : last;
		const part = parts.get(side) ?? { words: '', characters: [] };
		part.words += sign;
		if (character) part.characters.push(character);
		parts.set(side, part);
		last = side;
	}
	if (parts.size < 2) return [text];
	return [...parts.values()].flatMap((part): PlacedText[] => {
		if (part.characters.length === 0) return [];
		const box = { ...around(part.characters.map(({ location }) => levelBox(frame, location))), top: text.top, bottom: text.bottom };
		const confidence = part.characters.reduce((sum, each) => sum + each.confidence, 0) / part.characters.length;
		const block = { words: part.words.trim(), location: pictureCorners(frame, box), confidence, characters: part.characters };
		return [{ ...box, block, source: text.source }];
	});
}

function sideOf(frame: LevelFrame, location: FoundBlock['location'], places: readonly number[]): number {
	const { left, right } = levelBox(frame, location);
	return places.filter((place) => place < (left + right) / 2).length;
}
