// Values that were read, and the three ways in which answers tell them (operations 1): plain, with confidence, with
// places.
import type { Corners } from '../../engine/engine.cts';
import { round4 } from '../wordsBlocks.cts';
import type { Box } from './level.cts';

export interface Found {
	words: string;
	/** 0 to 1: that of its least certain character would be too harsh, so the mean. */
	confidence: number;
	/** px of the picture, clockwise from the text's own top left. */
	location: Corners;
	/** px of the level page. */
	box: Box;
}

/** What was found, by the names of the answer; a name that is missing or undefined was not found. */
export type FoundFields<Name extends string> = Partial<Record<Name, Found | undefined>>;

/** The same place with other words: a date in another form, digits without their blanks. */
export function reworded(found: Found | undefined, change: (words: string) => string): Found | undefined {
	if (!found) return undefined;
	const words = change(found.words);
	return words === '' ? undefined : { ...found, words };
}

/** `""` stands for what was not found. */
export function plain<Name extends string>(names: readonly Name[], found: FoundFields<Name>): Record<Name, string> {
	return valuesOf(names, (name) => found[name]?.words ?? '');
}

export function confidences<Name extends string>(names: readonly Name[], found: FoundFields<Name>): Record<Name, number> {
	return valuesOf(names, (name) => round4(found[name]?.confidence ?? 0));
}

/** An empty list stands for what was not found. */
export function locations<Name extends string>(names: readonly Name[], found: FoundFields<Name>): Record<Name, Corners | []> {
	return valuesOf(names, (name) => found[name]?.location ?? []);
}

function valuesOf<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value): Record<Name, Value> {
	return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
