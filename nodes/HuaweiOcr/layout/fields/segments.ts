// A block of text as labels with values: "Date: 03/05/2024 Time: 14:30".
import { cleanValue, COLON, enumerationLength, isFigures, isSigns } from './signs';
import { isHanLabelWord, isLabelWords } from './vocabulary';

/** A part of a block: a label with what stands behind its colon, or text without a label. */
export interface Segment {
	/** Without its colon; undefined for text before the first label. */
	label?: string;
	/** Where the label begins in the block, and where it ends. */
	labelFrom: number;
	labelTo: number;
	/** '' when nothing stands behind the label. */
	value: string;
	/** Where the value begins and ends in the block. */
	valueFrom: number;
	valueTo: number;
}

/** Whether a text is known to be a label, since a field is named so. */
export type IsKnown = (text: string) => boolean;

const MOST_LABEL = 30;
/** Longer blocks are running text, and their colons are looked at no further than this. */
const MOST_COLONS = 40;
const MOST_TAILS = 40;
/** Chinese units of a figure: they go with it, not with the words behind it. */
const UNITS = '年月日时分秒号元人个件台套份米吨天次页箱';
/** Where the last words of a text may begin. */
const TAIL_STARTS = new RegExp(`(?<=[\\s,;，；、)）])[^\\s,;，；、]|(?<=\\d)(?![${UNITS}])\\p{L}|(?<=\\p{Script=Han})[A-Za-z]|(?<=[a-z])\\p{Lu}`, 'gu');
/** The last words of a text, behind a value. */
const LAST_WORDS = new RegExp(`(?<=\\S\\s+|\\d|\\d[${UNITS}])(?<!\\d(?=[${UNITS}]))(\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s+\\p{Ll}[\\p{L}\\p{M}'’.-]*){0,2}|\\p{Script=Han}{2,6})\\s*$`, 'u');
/** A number before the words of a label is the value of the label before: "Area: 5 Region: 17". */
const BEGINS_WITH_VALUE = /^\s*[-+]?\p{Sc}?\d+(?:[.,]\d+)*%?\s/u;

/** Parts of a block at the colons that end a label; colons of times, addresses and of a value itself are none. */
export function readSegments(words: string, isKnown: IsKnown): Segment[] {
	const colons = COLON.test(words) ? labelColons(words) : [];
	if (colons.length === 0) return [textOnly(words, 0, words.length)];
	const segments: Segment[] = [];
	let from = 0;
	for (const colon of colons) {
		const isFirst = segments.length === 0;
		const part = words.slice(from, colon);
		const start = isFirst ? firstLabelAt(part, isKnown) : nextLabelAt(part, isKnown);
		if (start === undefined) {
			if (isFirst) return [textOnly(words, 0, words.length)];
			continue;
		}
		if (isFirst && start > 0) segments.push(textOnly(words, 0, start));
		const last = segments[segments.length - 1];
		if (last && !isFirst) close(last, words, from + start);
		segments.push({ label: words.slice(from + start, colon).trim(), labelFrom: from + start, labelTo: colon, value: '', valueFrom: colon + 1, valueTo: colon + 1 });
		from = colon + 1;
	}
	const last = segments[segments.length - 1];
	if (last) close(last, words, words.length);
	return segments;
}

function textOnly(words: string, from: number, to: number): Segment {
	return { labelFrom: from, labelTo: from, value: cleanValue(words.slice(from, to)), valueFrom: from, valueTo: to };
}

function close(segment: Segment, words: string, to: number): void {
	segment.value = withoutSeparator(cleanValue(words.slice(segment.valueFrom, to)), to < words.length);
	segment.valueTo = to;
	segment.valueFrom = segment.value === '' ? segment.valueFrom : words.indexOf(segment.value, segment.valueFrom);
}

/** A value without the comma that parts it from the next label. */
export function withoutSeparator(value: string, isFollowed: boolean): string {
	return isFollowed ? value.replace(/[\s,;，；、|/]+$/u, '') : value;
}

/** Colons that may end a label: not those of a time, a ratio, a web address or a drive. */
function labelColons(words: string): number[] {
	const found: number[] = [];
	for (let index = 0; index < words.length && found.length < MOST_COLONS; index++) {
		if (!COLON.test(words[index] ?? '')) continue;
		const [before, after] = [words.slice(0, index), words.slice(index + 1)];
		const isTime = /\d$/.test(before) && /^\d/.test(after);
		if (isTime || after.startsWith('//') || COLON.test(after[0] ?? '') || isSigns(before)) continue;
		found.push(index);
	}
	return found;
}

/** Where in the text before the first colon the label begins; undefined when there is none. */
function firstLabelAt(part: string, isKnown: IsKnown): number | undefined {
	const text = part.trim();
	if (text === '' || Array.from(text).length > MOST_LABEL * 2) return undefined;
	if (isKnown(text)) return 0;
	// A value, and then the label of the next block: "21/05/2018Time".
	const behindFigures = /^(.*\d[\d年月日号时分秒%元]*[)\]]?)\s*(\p{L}[^\d]*)$/su.exec(part);
	if (behindFigures) {
		const [, value = '', label = ''] = behindFigures;
		if (isFigures(value.slice(enumerationLength(value))) && (value.match(/\d/g) ?? []).length >= 4 && label.trim().length > 1) return part.length - label.length;
	}
	const known = tails(part).find((start) => isKnown(part.slice(start)));
	if (known !== undefined && !isLabelWords(part.slice(0, known))) return known;
	return Array.from(text).length <= MOST_LABEL ? 0 : undefined;
}

/** Where in the text between two colons the next label begins; undefined when the second colon is part of the value. */
function nextLabelAt(part: string, isKnown: IsKnown): number | undefined {
	if (part.trim() === '') return undefined;
	const starts = tails(part);
	const whole = part.length - part.trimStart().length;
	if (isKnown(part) || (isLabelWords(part) && !BEGINS_WITH_VALUE.test(part))) return whole;
	const known = starts.find((start) => isKnown(part.slice(start)));
	if (known !== undefined) return known;
	// What ends in a figure, or goes on in small letters, is a sentence: "see section 3: …".
	if (/\d\s*$/.test(part)) return undefined;
	const sure = starts.find((start) => isLabelWords(part.slice(start)) && (/^[^\p{Ll}]/u.test(part.slice(start)) || !/\p{L}/u.test(part.slice(0, start))));
	if (sure !== undefined) return sure;
	const han = hanTail(part);
	if (han !== undefined) return han;
	// Unknown words: the last ones that begin with a capital, behind a value.
	const words = LAST_WORDS.exec(part);
	return words && part.slice(0, words.index).trim() !== '' ? words.index : undefined;
}

/** Places in a text where its last words may begin, the longest first. */
export function tails(text: string): number[] {
	const starts = [...text.matchAll(TAIL_STARTS)].map((match) => match.index);
	return starts.slice(0, MOST_TAILS);
}

/** A Chinese label right behind a value, without a space: "2024年1月5日时间". */
function hanTail(text: string): number | undefined {
	const han = /\p{Script=Han}+\s*$/u.exec(text)?.[0].trimEnd() ?? '';
	const end = text.trimEnd().length;
	for (let length = Math.min(han.length, 6); length >= 2; length--) {
		const start = end - length;
		if (start > 0 && isHanLabelWord(text.slice(start, end))) return start;
	}
	return undefined;
}

/**
 * Where the text behind a label ends because the next label begins; its whole length when none does.
 * @param isKnown for labels that come without a colon
 * @param isElsewhere whether a label stands elsewhere, so that it may be a word of this value: "Customer Harbour Bank"
 */
export function endOfValue(text: string, isKnown: IsKnown, isElsewhere: IsKnown = () => false): number {
	const [first, second] = readSegments(`x:${text}`, isKnown);
	const end = first && second ? Math.max(0, second.labelFrom - 2) : text.length;
	// Without a colon only a label that is named ends a value, and only at the text's end or before a figure.
	const glued = tails(text.slice(0, end)).find((start) => {
		const next = /^(.*?)\s*(?=$|\s[-+(]?\p{Sc}?\d)/u.exec(text.slice(start, end))?.[0] ?? '';
		const isWord = start + next.length >= end && /\p{L}[\s,;，；、]*$/u.test(text.slice(0, start)) && isElsewhere(next);
		return next !== '' && isKnown(next) && !isWord;
	});
	return glued ?? end;
}
