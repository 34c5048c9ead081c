// Labels as users write them against labels as they were recognised.

/** One wrong, missing or additional character is forgiven per this many. */
const PER_MISTAKE = 5;

/** Text reduced to what counts in a comparison: letters and figures, in one width and case. */
export function labelKey(text: string): string {
	const folded = text.normalize('NFKC').toLowerCase();
	const letters = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
	// A label of signs only ("№", "%") is compared as it stands.
	return letters === '' ? folded.replace(/\s+/gu, '') : letters;
}

/** A text with its key, and where in the text each unit of the key comes from. */
export interface FoldedText {
	key: string;
	/** Begin and end of the source character of each unit of `key`, in code units of the text. */
	from: number[];
	to: number[];
}

/** The key of a text, so that what is found in it can be found again in the text. */
export function foldText(text: string): FoldedText {
	const folded: FoldedText = { key: '', from: [], to: [] };
	if (isAscii(text)) {
		// Most texts: each character is a unit of the key, or none.
		for (let index = 0; index < text.length; index++) {
			if (!isAsciiWord(text.charCodeAt(index))) continue;
			folded.from.push(index);
			folded.to.push(index + 1);
		}
		folded.key = text.replace(/[^A-Za-z0-9]+/g, '').toLowerCase();
		return folded;
	}
	let at = 0;
	for (const character of text) {
		const end = at + character.length;
		for (const unit of character.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}\p{M}]/gu) ?? []) {
			folded.key += unit;
			for (let count = 0; count < unit.length; count++) {
				folded.from.push(at);
				folded.to.push(end);
			}
		}
		at = end;
	}
	return folded;
}

function isAscii(text: string): boolean {
	// Control characters are no reason to look closer.
	return /^[\0-\x7f]*$/.test(text);
}

function isAsciiWord(code: number): boolean {
	return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** One way in which a label may be printed. */
export interface WantedLabel {
	key: string;
	/** Key of the section that the label has to belong to: "Seller" of `Seller > Name`. */
	section?: string;
	/** Which one of several equal labels is meant, from 1: 2 of `Name [2]`. */
	occurrence?: number;
}

/**
 * A label as the user wrote it: alternatives parted by `|`, each with its section before `>` and its
 * number in square brackets where the label stands on the page more than once.
 */
export function readLabel(label: string): WantedLabel[] {
	return label.split('|').flatMap((alternative): WantedLabel[] => {
		const numbered = /^(.*\S)\s*\[\s*(\d{1,3})\s*\]\s*$/su.exec(alternative);
		const occurrence = Number(numbered?.[2] ?? 0);
		const parts = (numbered?.[1] ?? alternative).split(/[>＞›»→]/u);
		const key = labelKey(parts[parts.length - 1] ?? '');
		if (key === '') return [];
		const section = labelKey(parts.slice(0, -1).join(' '));
		return [{ key, ...(section === '' ? {} : { section }), ...(occurrence > 0 ? { occurrence } : {}) }];
	});
}

/**
 * How far two keys differ: the number of wrong, missing or additional characters.
 * @returns undefined when they differ by more than one character in five of the wanted one
 */
export function labelDistance(wanted: string, found: string): number | undefined {
	if (wanted === found) return 0;
	const limit = Math.floor(wanted.length / PER_MISTAKE);
	if (limit === 0 || Math.abs(wanted.length - found.length) > limit) return undefined;
	const distance = editDistance(wanted, found, limit);
	return distance !== undefined && !isOtherFigure(wanted, found) ? distance : undefined;
}

/** Edits from one text to another, when they are not more than `limit`. Cells further off the diagonal can't be part of it. */
function editDistance(a: string, b: string, limit: number): number | undefined {
	const far = limit + 1;
	let above = new Array<number>(b.length + 1).fill(far);
	for (let column = 0; column <= Math.min(limit, b.length); column++) above[column] = column;
	for (let row = 1; row <= a.length; row++) {
		const current = new Array<number>(b.length + 1).fill(far);
		if (row <= limit) current[0] = row;
		let least = current[0] ?? far;
		for (let column = Math.max(1, row - limit); column <= Math.min(b.length, row + limit); column++) {
			const cost = Math.min(
				(above[column - 1] ?? far) + (a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1),
				(above[column] ?? far) + 1,
				(current[column - 1] ?? far) + 1,
			);
			current[column] = cost;
			if (cost < least) least = cost;
		}
		if (least > limit) return undefined;
		above = current;
	}
	const distance = above[b.length] ?? far;
	return distance <= limit ? distance : undefined;
}

/** "Box 1" is not a misread "Box 2": where both have a figure at the end, it is the same figure. */
function isOtherFigure(wanted: string, found: string): boolean {
	const [a, b] = [wanted, found].map((key) => /\d+$/.exec(key)?.[0]);
	return a !== undefined && b !== undefined && a !== b;
}

/** Characters. */
const LONGEST_LABEL = 400;

/**
 * Keys under which a printed label is known: as a whole, without what stands in brackets, what stands
 * in them, and each half of a label in two languages ("License plate 车牌号").
 */
export function printedKeys(label: string): string[] {
	// No label is longer, and what looks for brackets should not look long.
	const text = label.slice(0, LONGEST_LABEL).normalize('NFKC');
	if (!/[([【〔\p{Script=Han}]/u.test(text)) return [labelKey(text)].filter((key) => key !== '');
	const bracketed = [...text.matchAll(/[([【〔]([^([【〔)\]】〕]{0,200})[)\]】〕]/gu)].map((match) => match[1] ?? '');
	const outside = text.replace(/[([【〔][^([【〔)\]】〕]{0,200}[)\]】〕]?/gu, ' ');
	const han = text.replace(/[^\p{Script=Han}]+/gu, '');
	const other = text.replace(/[\p{Script=Han}]+/gu, ' ');
	const halves = han.length > 1 && /\p{L}{2}/u.test(other) && !/\d/.test(other) ? [han, other] : [];
	const keys = [text, outside, ...bracketed, ...halves].map(labelKey).filter((key) => key !== '');
	return [...new Set(keys)];
}
