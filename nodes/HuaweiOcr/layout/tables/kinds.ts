// What kind of text a cell holds: the contrast between a head and its column, and between the columns.

import { isLabelled } from '../characters';

export type Kind = 'number' | 'date' | 'code' | 'words' | 'dash';

/** Signs and short units that stand with a number: "$", "(RM", "kg)", "%". */
const AROUND_NUMBER = /^[^\p{Nd}]{0,4}\p{Nd}[\p{Nd}\s.,:'’/·-]*[^\p{Nd}]{0,4}$/u;
const DATE =
	/^(?:\p{Nd}{1,4}\s*[-/年]\s*\p{Nd}{1,2}\s*(?:[-/.月]\s*\p{Nd}{1,4}\s*日?)?|\p{Nd}{1,4}\s*\.\s*\p{Nd}{1,2}\s*\.(?:\s*\p{Nd}{1,4})?|\p{Nd}{1,2}\s*[:：]\s*\p{Nd}{2}(?:\s*[:：]\s*\p{Nd}{2})?|\p{Nd}{1,2}[ .-]*\p{L}{3,9}\.?[ .,-]*\p{Nd}{2,4}|\p{L}{3,9}\.? \p{Nd}{1,2},? \p{Nd}{4})$/u;
const DASH = /^[-–—−.·*/\\xX×〃"]{1,3}$/u;
const CURRENCY = /^(?:\p{Sc}|RM|Rs\.?|US\$|HK\$|A\$|C\$|元|USD|EUR|CNY|RMB|GBP|CHF)$/u;
const YEAR = /^(?:FY\s*|’|')?(?:19|20)\p{Nd}{2}(?:\s*[-–—/]\s*\p{Nd}{2,4})?\s*年?(?:度)?$/u;
const LOWEST_DIGITS = 0.4;

/** A currency sign without an amount. */
export function isCurrency(text: string): boolean {
	return CURRENCY.test(text.trim());
}

/** "2023", "2022–23", "2024年": a figure that names a column as well as a word does. */
export function isYear(text: string): boolean {
	return YEAR.test(text.trim());
}

/** Texts whose kind is known: each is asked for many times. */
const known = new Map<string, Kind>();
const MOST_KNOWN = 20_000;

export function kindOf(text: string): Kind {
	const before = known.get(text);
	if (before) return before;
	if (known.size >= MOST_KNOWN) known.clear();
	const kind = readKind(text);
	known.set(text, kind);
	return kind;
}

function readKind(text: string): Kind {
	const plain = text.trim();
	if (DASH.test(plain)) return 'dash';
	if (!/\p{Nd}/u.test(plain)) return 'words';
	if (DATE.test(plain)) return 'date';
	if (AROUND_NUMBER.test(plain)) return 'number';
	// "Batch: RD-8389" says what its figures are.
	if (isLabelled(plain)) return 'words';
	const characters = Array.from(plain.replace(/\s/gu, ''));
	const digits = characters.filter((character) => /\p{Nd}/u.test(character)).length;
	const isShort = characters.length <= 24 && plain.split(/\s+/u).length <= 3;
	return isShort && digits >= LOWEST_DIGITS * characters.length ? 'code' : 'words';
}

/** Numbers, dates and codes: what a head hardly ever is. */
export function isFigure(kind: Kind): boolean {
	return kind === 'number' || kind === 'date' || kind === 'code';
}

/** A number with two decimals. */
export function hasAmount(text: string): boolean {
	return /\p{Nd}[.,]\p{Nd}{2}(?!\p{Nd})/u.test(text);
}

/** What a column mostly holds, and how much of it. */
export interface Profile {
	kind: Kind;
	/** Part of the filled cells that are of this kind, 0–1. */
	share: number;
	/** Part of the filled cells that are figures of any kind, 0–1. */
	figures: number;
	filled: number;
	/** Part of the filled cells that are years, 0–1. */
	years: number;
	/** Part of the filled cells that have decimals or marks of thousands, 0–1. */
	marked: number;
	/** How often each text stands in the column. */
	texts: ReadonlyMap<string, number>;
	/** How often a shape does, with all digits alike. */
	countOfShape: (shape: string) => number;
}

/** A text with all its digits alike: "7456" and "4781" are of one shape. */
export function shapeOf(text: string): string {
	return text.replace(/\p{Nd}/gu, '9').replace(/\s/gu, '');
}

/** A separator within a figure: decimals, thousands. */
export function isMarked(text: string): boolean {
	return /\p{Nd}[.,]\p{Nd}|%/u.test(text);
}

/** @param texts of one column; empty ones do not count */
export function profileOf(texts: readonly string[]): Profile {
	const filled = texts.filter((text) => text !== '');
	const kinds = new Map<Kind, number>();
	const counts = new Map<string, number>();
	for (const text of filled) {
		const kind = kindOf(text);
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	// Asked for of a few columns only.
	let shapes: ReadonlyMap<string, number> | undefined;
	// A dash stands for a missing figure as well as for a missing word.
	const dashes = kinds.get('dash') ?? 0;
	kinds.delete('dash');
	const [kind, count] = [...kinds].reduce((best, next) => (next[1] > best[1] ? next : best), ['dash', 0] as [Kind, number]);
	const all = Math.max(filled.length - dashes, 1);
	return {
		kind,
		share: count / all,
		figures: [...kinds].reduce((sum, [each, number]) => sum + (isFigure(each) ? number : 0), 0) / all,
		filled: filled.length,
		years: filled.filter(isYear).length / Math.max(filled.length, 1),
		marked: filled.filter(isMarked).length / Math.max(filled.length, 1),
		texts: counts,
		countOfShape: (shape) => (shapes ??= countShapes(filled)).get(shape) ?? 0,
	};
}

function countShapes(texts: readonly string[]): ReadonlyMap<string, number> {
	const shapes = new Map<string, number>();
	for (const text of texts) {
		const shape = shapeOf(text);
		shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
	}
	return shapes;
}

/** Part of a column's cells that are figures of any kind, 0–1. */
export function figureShare(texts: readonly string[]): number {
	const filled = texts.filter((text) => text !== '' && kindOf(text) !== 'dash');
	return filled.filter((text) => isFigure(kindOf(text))).length / Math.max(filled.length, 1);
}
