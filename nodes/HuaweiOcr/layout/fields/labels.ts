// Labels as users write them against labels as they were recognised.

/** One wrong, missing or additional character is forgiven per this many. */
const PER_MISTAKE = 5;
const COLON = /[:：]/u;

/** Text reduced to what counts in a comparison: letters and figures, in one width and case. */
export function labelKey(text: string): string {
	const folded = text.normalize('NFKC').toLowerCase();
	const letters = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
	// A label of signs only ("№", "%") is compared as it stands.
	return letters === '' ? folded.replace(/\s+/gu, '') : letters;
}

/** The alternatives of a label as the user wrote it: `Total|Amount due`. */
export function alternatives(label: string): string[] {
	return label
		.split('|')
		.map(labelKey)
		.filter((key) => key !== '');
}

/**
 * How far two keys differ: the number of wrong, missing or additional characters.
 * @returns undefined when they differ by more than one character in five of the wanted one
 */
export function labelDistance(wanted: string, found: string): number | undefined {
	if (wanted === found) return 0;
	if (wanted.length < PER_MISTAKE || Math.abs(wanted.length - found.length) * PER_MISTAKE > 2 * wanted.length) return undefined;
	const a = Array.from(wanted);
	const b = Array.from(found);
	const limit = Math.floor(a.length / PER_MISTAKE);
	if (limit === 0 || Math.abs(a.length - b.length) > limit) return undefined;
	let above = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [row, character] of a.entries()) {
		const current = [row + 1];
		for (const [column, other] of b.entries()) {
			current.push(
				Math.min(
					(above[column] ?? 0) + (character === other ? 0 : 1),
					(above[column + 1] ?? 0) + 1,
					(current[column] ?? 0) + 1,
				),
			);
		}
		above = current;
	}
	const distance = above[b.length] ?? limit + 1;
	return distance <= limit ? distance : undefined;
}

/**
 * Keys under which a printed label is known: as a whole, without what stands in brackets, what stands
 * in them, and each half of a label in two languages ("License plate 车牌号").
 */
export function printedKeys(label: string): string[] {
	const text = label.normalize('NFKC');
	if (!/[([【〔\p{Script=Han}]/u.test(text)) return [labelKey(text)].filter((key) => key !== '');
	const bracketed = [...text.matchAll(/[([【〔]([^)\]】〕]*)[)\]】〕]/gu)].map((match) => match[1] ?? '');
	const outside = text.replace(/[([【〔][^)\]】〕]*[)\]】〕]/gu, ' ');
	const han = text.replace(/[^\p{Script=Han}]+/gu, '');
	const other = text.replace(/[\p{Script=Han}]+/gu, ' ');
	const halves = han.length > 1 && /\p{L}{2}/u.test(other) ? [han, other] : [];
	const keys = [text, outside, ...bracketed, ...halves].map(labelKey).filter((key) => key !== '');
	return [...new Set(keys)];
}

/** A label with what was printed behind it in the same block. */
export interface InlineLabel {
	/** The text that may be the label. */
	label: string;
	/** What stands behind the label, up to the next colon; '' when nothing does. */
	value: string;
	/** How the label is set off: by a colon, by a figure that follows it, or not at all. */
	mark: 'colon' | 'figure' | 'none';
	/** True when text before the label, the value of the label before, may still be in `label`. */
	isOpen: boolean;
	/** True when the next label, up to its colon, is still in `value`. */
	isFollowed: boolean;
}

/** Words and then an amount, without a colon: "Total 74.20", "合计¥74.20". */
const BEFORE_FIGURE = /^([^\d:：]*[\p{L})\]）】]\.?)\s*((?:\p{Sc}|[-+(])*\s*\d.*)$/u;

/** Places in a block where a label may stand: the whole block, before each colon, before an amount. */
export function inlineLabels(words: string): InlineLabel[] {
	const found: InlineLabel[] = [{ label: words, value: '', mark: 'none', isOpen: false, isFollowed: false }];
	const pieces = splitAtColons(words);
	for (const [index, label] of pieces.slice(0, -1).entries()) {
		found.push({ label, value: (pieces[index + 1] ?? '').trim(), mark: 'colon', isOpen: index > 0, isFollowed: index + 2 < pieces.length });
	}
	const [, label = '', value = ''] = pieces.length === 1 ? (BEFORE_FIGURE.exec(words) ?? []) : [];
	if (label !== '') found.push({ label, value: value.trim(), mark: 'figure', isOpen: false, isFollowed: false });
	return found;
}

/** Parts at colons, but not at those of a time of day or of a web address. */
function splitAtColons(words: string): string[] {
	const pieces: string[] = [];
	for (const part of words.split(COLON)) {
		const last = pieces[pieces.length - 1];
		const isTime = last !== undefined && /\d$/.test(last) && /^\d/.test(part);
		if (last !== undefined && (isTime || part.startsWith('//'))) pieces[pieces.length - 1] = `${last}:${part}`;
		else pieces.push(part);
	}
	return pieces;
}

/**
 * The end of a text that is a label, when the text before it is something else: "Li Wei Date" for
 * the label "date".
 * @returns where the label begins in `text`
 */
export function labelAtEnd(text: string, wanted: string): number | undefined {
	const starts = [...text.matchAll(/(?<=[\s,;，；、])\S/gu)].map((match) => match.index);
	return starts.find((start) => labelDistance(wanted, labelKey(text.slice(start))) !== undefined);
}
