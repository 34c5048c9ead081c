// Columns that stand so near that the service reads their cells as one block: "1,423 476.5".
import type { Box } from '../page/frame';
import { columnAt, cutPlaces } from './columns';
import type { Gap } from './columns';
import { isFigure, kindOf } from './kinds';

/** So many blocks of a column, at least, and so large a part of them are of as many figures as it has heads. */
const FEWEST = 3;
const MOSTLY = 0.8;
/** Without names over them so many blocks have to be alike, all of them. */
const FEWEST_ALIKE = 4;
const MOST_HEADS = 12;
/** Text heights. */
const ONE_NAME = 0.5;
const IN_LINE = 0.7;

interface Extent {
	left: number;
	right: number;
}

/**
 * Gaps with those that show as spaces within blocks alone: nearly all blocks of a column are of several figures,
 * and a line of the head has as many texts over it. A number whose thousands are parted by spaces, and a date
 * with its time, have one head.
 * @param body boxes of each line below the head
 * @param heads boxes of each line of the head
 */
export function withGapsInBlocks(gaps: readonly Gap[], body: readonly (readonly Box[])[], heads: readonly (readonly Box[])[]): Gap[] {
	const columns = Array.from({ length: gaps.length + 1 }, () => [] as Box[]);
	for (const box of body.flat()) columns[columnAt(gaps, (box.left + box.right) / 2)]?.push(box);
	const added = columns.flatMap((boxes, column) => {
		const count = heads.reduce((most, line) => Math.max(most, namesOver(line, gaps, column)), 0);
		if (count > MOST_HEADS) return [];
		if (count > 1) return gapsOf(boxes, count);
		// One text over them names two columns only where it falls into as many words, each in line with its own.
		const alike = gapsOfAlike(boxes);
		const own = heads.flatMap((line) => line.filter((head) => columnAt(gaps, (head.left + head.right) / 2) === column));
		return own.every((head) => isCutAlike(head, alike, boxes)) ? alike : [];
	});
	return added.length === 0 ? [...gaps] : [...gaps, ...added].sort((a, b) => a.from - b.from);
}

/** How many names a line of the head has over a column: words that stand nearer are one name. */
function namesOver(line: readonly Box[], gaps: readonly Gap[], column: number): number {
	const own = line.filter((head) => columnAt(gaps, (head.left + head.right) / 2) === column);
	return own.filter((head, index) => index === 0 || head.left - (own[index - 1]?.right ?? 0) >= ONE_NAME).length;
}

/** The gaps that part blocks of so many figures; none where too few blocks are. */
function gapsOf(boxes: readonly Box[], count: number): Gap[] {
	const several = boxes.map(figuresOf).filter((figures) => figures?.length === count).flatMap((figures) => (figures ? [figures] : []));
	if (several.length < FEWEST || several.length < MOSTLY * boxes.length) return [];
	return Array.from({ length: count - 1 }, (_, at) => {
		const from = median(several.map((figures) => figures[at]?.right ?? 0));
		const to = median(several.map((figures) => figures[at + 1]?.left ?? 0));
		return { from, to: Math.max(from, to) };
	});
}

/**
 * The gaps that part blocks of figures of which every one holds as many, place for place of one type; none where
 * these may be one: marks of thousands that are spaces, a date with its time, groups of a long number.
 */
function gapsOfAlike(boxes: readonly Box[]): Gap[] {
	if (boxes.length < FEWEST_ALIKE) return [];
	const texts = boxes.map(({ words }) => words.trim().split(/\s+/u));
	const types = texts.map((words) => words.map(typeOf));
	const [first = []] = types;
	if (first.length < 2 || first.length > MOST_HEADS || first.includes('') || types.some((each) => each.join() !== first.join())) return [];
	const mayBeOne = first.some((type, at) => {
		if (at === 0) return false;
		const before = first[at - 1] ?? '';
		// "2024-03-04 09:15", "4 March", "12 350,50".
		if (type === 'time' || type === 'date') return before === 'date' || before === 'time' || type === 'time';
		const isGroup = texts.every((words) => /^\p{Nd}{3}(?:[.,]\p{Nd}+)?$/u.test(words[at] ?? ''));
		const isEven = type === 'count' && before === 'count' && new Set(texts.map((words) => `${words[at - 1]?.length ?? 0} ${words[at]?.length ?? 0}`)).size === 1;
		return before === 'count' && (isGroup || isEven);
	});
	return mayBeOne ? [] : gapsOf(boxes, first.length);
}

/** What a figure is: with as many decimals as the others of its column; '' for none. */
function typeOf(word: string): string {
	if (/^\p{Nd}{1,2}[:：]\p{Nd}{2}(?:[:：]\p{Nd}{2})?$/u.test(word)) return 'time';
	if (kindOf(word) === 'date') return 'date';
	if (/^\p{Nd}+$/u.test(word)) return 'count';
	const amount = /^(\p{Sc}?)[-+]?\p{Nd}+(?:[.,’']\p{Nd}{3})*(?:[.,](\p{Nd}+))?(%?)$/u.exec(word);
	return amount ? `${amount[1] ?? ''}amount ${(amount[2] ?? '').length}${amount[3] ?? ''}` : '';
}

/** Whether a head falls into as many words as there are columns, each with an edge or its middle where its column's figures have theirs. */
function isCutAlike(head: Box, gaps: readonly Gap[], boxes: readonly Box[]): boolean {
	const words = head.words.trim().split(/\s+/u);
	const places = cutPlaces(head).map(({ place }) => place);
	if (words.length !== gaps.length + 1 || places.length !== gaps.length) return false;
	const half = (head.right - head.left) / Math.max(Array.from(head.words).length, 1) / 2;
	const borders = [median(boxes.map(({ left }) => left)), ...gaps.flatMap(({ from, to }) => [from, to]), median(boxes.map(({ right }) => right))];
	return words.every((_, index) => {
		const left = index === 0 ? head.left : (places[index - 1] ?? 0) + half;
		const right = index === words.length - 1 ? head.right : (places[index] ?? 0) - half;
		const [from, to] = [borders[2 * index] ?? 0, borders[2 * index + 1] ?? 0];
		return Math.min(Math.abs(left - from), Math.abs(right - to), Math.abs(left + right - from - to) / 2) <= IN_LINE;
	});
}

/** Where the figures of a block stand; undefined for a block with words. */
function figuresOf(box: Box): Extent[] | undefined {
	const words = box.words.trim().split(/\s+/u);
	if (!words.every((word) => isFigure(kindOf(word)))) return undefined;
	const places = cutPlaces(box).map(({ place }) => place);
	if (places.length !== words.length - 1) return undefined;
	const half = (box.right - box.left) / Array.from(box.words).length / 2;
	return words.map((_, index) => ({ left: index === 0 ? box.left : (places[index - 1] ?? 0) + half, right: index === words.length - 1 ? box.right : (places[index] ?? 0) - half }));
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
