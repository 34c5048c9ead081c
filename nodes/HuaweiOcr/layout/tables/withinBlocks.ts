// Columns that stand so near that the service reads their cells as one block: "1,423 476.5".
import type { Box } from '../page/frame';
import { columnAt, cutPlaces } from './columns';
import type { Gap } from './columns';
import { isFigure, kindOf } from './kinds';

/** So many blocks of a column, at least, and so large a part of them are of as many figures as it has heads. */
const FEWEST = 3;
const MOSTLY = 0.8;
const MOST_HEADS = 12;
/** Text heights. */
const ONE_NAME = 0.5;

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
		return count < 2 || count > MOST_HEADS ? [] : gapsOf(boxes, count);
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
