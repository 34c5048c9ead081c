// Columns that their heads show, where texts of the column before reach over the border into empty cells.
import type { Box } from '../page/frame';
import { columnAt, spanOf } from './columns';
import type { Gap } from './columns';

/** Distances are text heights. Words of one head stand nearer than this. */
const ONE_NAME = 0.8;
/** A text below a head has its left or right edge, or its middle, where the head has it. */
const IN_LINE = 0.5;
/** So many texts stand in line below the head, at least. */
const FEWEST = 2;
/** White this narrow is left between the columns. */
const NARROWEST = 0.06;
const MOST_HEADS = 64;

/**
 * Gaps with those between two heads that stand over one column so far: texts begin, end or have their middle
 * below the second head, and no more texts reach over the border than keep to it.
 * @param body boxes of each line below the head
 * @param heads boxes of each line of the head
 */
export function withHeadedColumns(gaps: readonly Gap[], body: readonly (readonly Box[])[], heads: readonly (readonly Box[])[]): Gap[] {
	const result = [...gaps];
	for (const line of heads) {
		if (line.length > MOST_HEADS) continue;
		for (const [index, right] of line.entries()) {
			const left = line[index - 1];
			if (!left || right.left - left.right < ONE_NAME || columnAt(result, middleOf(left)) !== columnAt(result, middleOf(right))) continue;
			const border = borderBetween(left, right, body, result);
			if (border) result.push(border);
			result.sort((a, b) => a.from - b.from);
		}
	}
	return result;
}

function borderBetween(left: Box, right: Box, body: readonly (readonly Box[])[], gaps: readonly Gap[]): Gap | undefined {
	const column = columnAt(gaps, middleOf(right));
	const lines = body.map((line) =>
		line.filter((box) => {
			const [first, last] = spanOf(gaps, box);
			return first === column && last === column;
		}),
	);
	const isBelow = (box: Box) => box.left > left.right && isInLine(box, right);
	const below = lines.flat().filter(isBelow);
	const to = below.reduce((least, box) => Math.min(least, box.left), right.left);
	const isClear = (box: Box) => box.right <= to - NARROWEST;
	// Characters of one word set wide apart have nothing below the first of them.
	if (below.length < FEWEST || !lines.some((line) => line.some(isClear) && line.some(isBelow))) return undefined;
	const others = lines.flat().filter((box) => box.left < to);
	const clear = others.filter(isClear);
	if (others.length - clear.length > (below.length + clear.length) / 2) return undefined;
	const from = clear.reduce((most, box) => Math.max(most, box.right), left.right);
	return from < to ? { from, to } : undefined;
}

function isInLine(box: Box, head: Box): boolean {
	return Math.min(Math.abs(box.left - head.left), Math.abs(box.right - head.right), Math.abs(middleOf(box) - middleOf(head))) <= IN_LINE;
}

function middleOf({ left, right }: Box): number {
	return (left + right) / 2;
}
