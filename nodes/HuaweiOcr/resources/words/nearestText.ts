// What a label that was not found may be called on the page.
import { labelKey, readLabel } from '../../layout/fields/keys';
import type { WordsBlock } from '../../result/types';

/** Texts and characters that are compared; a page has fewer labels, and no label is longer. */
const MOST_TEXTS = 2_000;
const LONGEST = 40;
/** Characters of a text that are looked at. */
const MOST_READ = 4 * LONGEST;
/** 0–1; below, two texts have nothing to do with each other. */
const LEAST_LIKENESS = 0.5;
/** A text with so many figures is a value, maybe somebody's number: it has no place in a hint. */
const MOST_FIGURES = 2;

/**
 * The text of the page that is most like the label, as it is printed there.
 * @param label as the user wrote it, alternatives included
 * @returns undefined where nothing comes near
 */
export function nearestText(label: string, blocks: readonly WordsBlock[]): string | undefined {
	const wanted = readLabel(label).map(({ key }) => key.slice(0, LONGEST));
	let best: { text: string; likeness: number } | undefined;
	for (const { words } of blocks.slice(0, MOST_TEXTS)) {
		const text = beforeColon(words);
		if (text === '' || text.length > LONGEST || (text.match(/\p{Nd}/gu)?.length ?? 0) > MOST_FIGURES) continue;
		const key = labelKey(text);
		const likeness = Math.max(0, ...wanted.map((each) => likenessOf(each, key)));
		if (likeness >= LEAST_LIKENESS && likeness > (best?.likeness ?? 0)) best = { text, likeness };
	}
	return best?.text;
}

function beforeColon(words: string): string {
	return (words.slice(0, MOST_READ).split(/[:：﹕︰]/u)[0] ?? '').trim();
}

/** The part of their pairs of neighbouring characters that two texts share, 0–1 (Dice 1945); more where one holds the other. */
function likenessOf(a: string, b: string): number {
	if (a === b) return 1;
	const [pairsOfA, pairsOfB] = [pairsOf(a), pairsOf(b)];
	if (pairsOfA.length === 0 || pairsOfB.length === 0) return 0;
	const left = [...pairsOfB];
	let shared = 0;
	for (const pair of pairsOfA) {
		const at = left.indexOf(pair);
		if (at < 0) continue;
		left.splice(at, 1);
		shared++;
	}
	const likeness = (2 * shared) / (pairsOfA.length + pairsOfB.length);
	return a.includes(b) || b.includes(a) ? Math.max(likeness, LEAST_LIKENESS) : likeness;
}

function pairsOf(text: string): string[] {
	const characters = Array.from(text);
	return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
