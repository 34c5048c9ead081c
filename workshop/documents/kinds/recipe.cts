// What one document is made from.
import type { Random } from '../random.cts';
import type { Page } from '../page.cts';
import type { Texts } from '../texts.cts';
import type { Typeface } from '../fonts.cts';

export interface Recipe {
	random: Random;
	/** Texts in the language of the document. */
	texts: Texts;
	/**
	 * Counts the documents of one kind: which layout a document has depends on it and not on the
	 * seed, so that every seed gives a set of the same difficulty.
	 */
	ordinal: number;
}

export type Composer = (recipe: Recipe) => Page;

/** The choice whose turn it is. */
export function inTurn<T>(choices: readonly T[], ordinal: number): T {
	const choice = choices[ordinal % choices.length];
	if (choice === undefined) throw new Error('Nothing to choose from');
	return choice;
}

/** Latin documents come in two faces by turns; Chinese ones in one. */
export function faceOf({ texts, ordinal }: Recipe): Typeface {
	return texts.language === 'en' && ordinal % 2 === 1 ? 'serif' : 'sans';
}

/** Accent colours of printed forms: fill of label cells, and ink of titles. */
export const ACCENTS = [
	{ fill: '#e4e6ea', ink: '#1c1c1c' },
	{ fill: '#dce8f4', ink: '#173f6d' },
	{ fill: '#e3efe2', ink: '#1f4d2b' },
	{ fill: '#f3ead9', ink: '#5d3a10' },
] as const;
