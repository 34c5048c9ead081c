// A page as a place to look things up: what stands right of, below and between boxes.
import type { Steps } from '../../turns';
import type { Box } from '../page/frame';
import { groupRows } from '../page/rows';
import type { Row } from '../page/rows';

/** Distances are text heights. Frames of boxes are given by their edges. */
export interface Place {
	left: number;
	right: number;
	top: number;
	bottom: number;
	middle: number;
}

/** Edges of neighbouring boxes may overlap by this much. */
export const TOUCHING = 0.3;
const OVERLAPPING = 1;
/** Lines of one text leave at most this much white between them. */
const LINE_GAP = 0.5;
/** … or, where blocks are cut close to the ink, their middles lie at most this far apart. */
const LINE_STEP = 1.55;
const WIDEST_LINE_GAP = 0.85;
/** Edges of lines that begin together differ by less. */
export const ALIGNED = 0.6;
/** A value below its label stands at most this far off. */
export const FARTHEST_BELOW = 3;
/** Steps that differ by this factor are different on purpose. */
const CLEARLY_FARTHER = 1.25;
const EQUAL_STEPS = 1.12;
/** Rows of type larger than that of others, as values are set over small labels. */
const LARGER = 1.1;
/** So many rows, and boxes of a row, are looked at: more than any place of a real page has beside it. */
const MOST_ROWS = 60;
const MOST_BOXES = 16;

export class Sheet {
	private readonly rowOf = new Map<Box, number>();
	private readonly positionOf = new Map<Box, number>();
	/** All boxes by their left edges. */
	private readonly byLeft: Box[];

	/** @param boxes from top to bottom */
	static *of(boxes: readonly Box[]): Steps<Sheet> {
		const rows = yield* groupRows(boxes);
		yield;
		return new Sheet(boxes, rows);
	}

	private constructor(
		readonly boxes: readonly Box[],
		readonly rows: readonly Row[],
	) {
		for (const [index, row] of this.rows.entries()) {
			for (const [position, box] of row.boxes.entries()) {
				this.rowOf.set(box, index);
				this.positionOf.set(box, position);
			}
		}
		this.byLeft = [...boxes].sort((a, b) => a.left - b.left || a.middle - b.middle);
	}

	rowIndex(box: Box): number {
		return this.rowOf.get(box) ?? -1;
	}

	/** The neighbour of a box in its row, `steps` to the right (negative: to the left). */
	neighbour(box: Box, steps: number): Box | undefined {
		return this.rows[this.rowIndex(box)]?.boxes[(this.positionOf.get(box) ?? 0) + steps];
	}

	/** Boxes right of a place in the row of `member`, the nearest first. */
	rightInRow(place: Place, member: Box, most = MOST_BOXES): Box[] {
		// Recognised boxes are wider than their text, and may overlap though the texts do not.
		const from = Math.max(place.right - OVERLAPPING, (place.left + place.right) / 2);
		const row = this.rows[this.rowIndex(member)]?.boxes ?? [];
		const found: Box[] = [];
		for (let index = (this.positionOf.get(member) ?? 0) + 1; index < row.length && found.length < most; index++) {
			const box = row[index];
			if (box && box !== member && box.left >= from) found.push(box);
		}
		return found;
	}

	/** Boxes right of a place whose middle lies between two heights, from left to right, a few of each row. */
	rightBetween(place: Place, top: number, bottom: number): Box[] {
		return this.rowsBetween(top, bottom)
			.flatMap(({ boxes }) => within(boxes, place.right - TOUCHING, Infinity, 4))
			.filter((box) => box.left >= place.right - TOUCHING && box.middle > top && box.middle < bottom)
			.sort((a, b) => a.left - b.left || a.middle - b.middle);
	}

	/**
	 * Boxes that begin below a place and reach into an interval, row by row.
	 * @param most rows that are given
	 */
	below(place: Place, left: number, right: number, most = 2, farthest = FARTHEST_BELOW): Box[][] {
		const found: Box[][] = [];
		for (const row of this.rowsBetween(place.bottom - TOUCHING, place.bottom + farthest + 1)) {
			const boxes = within(row.boxes, left, right, MOST_BOXES).filter(
				(box) => box.top >= place.bottom - TOUCHING && box.middle > place.middle && box.top <= place.bottom + farthest,
			);
			if (boxes.length > 0) found.push(boxes);
			if (found.length === most) break;
		}
		return found;
	}

	/** The last box above a place that reaches into its width. */
	above(place: Place, farthest = FARTHEST_BELOW): Box | undefined {
		return this.rowsBetween(place.top - farthest - 1, place.top + TOUCHING)
			.flatMap(({ boxes }) => within(boxes, place.left, place.right, MOST_BOXES))
			.filter((box) => box.bottom <= place.top + TOUCHING && box.middle < place.middle)
			.reduce<Box | undefined>((lowest, box) => (lowest && lowest.bottom >= box.bottom ? lowest : box), undefined);
	}

	/** The next line of the text that a box is a line of: close below, aligned at the left or in the middle. */
	nextLine(box: Box, gap = LINE_GAP): Box | undefined {
		return this.rowsBetween(box.bottom - TOUCHING, box.bottom + Math.max(gap, WIDEST_LINE_GAP) + 1)
			.flatMap(({ boxes }) => within(boxes, box.left - ALIGNED, box.right, MOST_BOXES))
			.find((other) => isLineBelow(other, box, gap));
	}

	/** The line above, as `nextLine`. */
	lineBefore(box: Box): Box | undefined {
		return this.rowsBetween(box.top - WIDEST_LINE_GAP - 1, box.top + TOUCHING)
			.flatMap(({ boxes }) => within(boxes, box.left - ALIGNED, box.right, MOST_BOXES))
			.find((other) => isLineBelow(box, other));
	}

	/** Whether nothing stands in the row of a box between `from` and it. */
	isFreeBefore(box: Box, from: number): boolean {
		const before = this.neighbour(box, -1);
		return !before || before.right <= from;
	}

	/** Boxes that begin where a box begins, the nearest above and below. */
	inColumn(box: Box, most: number): Box[] {
		const edge = box.left;
		let low = firstAtLeast(this.byLeft, edge - ALIGNED);
		const found: Box[] = [];
		for (; low < this.byLeft.length && found.length < MOST_ROWS * 4; low++) {
			const other = this.byLeft[low];
			if (!other || other.left > edge + ALIGNED) break;
			if (other !== box) found.push(other);
		}
		return found.sort((a, b) => Math.abs(a.middle - box.middle) - Math.abs(b.middle - box.middle)).slice(0, most);
	}

	/**
	 * Whether a box below `above` stands in a row of its own, so that it is no further line of that text:
	 * where values stand side by side, their further lines stand below them. Most other boxes of its row
	 * stand below none of the row above: they begin cells of another kind. Labels beside it tell nothing: they are of another part.
	 */
	beginsRow(box: Box, above: Box, isLabel: (box: Box) => boolean): boolean {
		const upper = this.nearInRow(above);
		if (upper.length < 2) return false;
		const others = this.nearInRow(box).filter((other) => other !== box && !isLabel(other));
		const strangers = others.filter((other) => !upper.some((each) => isInColumn(other, each)));
		return strangers.length * 2 > others.length;
	}

	private nearInRow(box: Box): readonly Box[] {
		const row = this.rows[this.rowIndex(box)]?.boxes ?? [];
		const at = this.positionOf.get(box) ?? 0;
		return row.slice(Math.max(0, at - MOST_BOXES), at + MOST_BOXES);
	}

	/**
	 * How far what stands above and below a place shows that it forms a pair with a text right below it: nearer to
	 * that than to the text above, and the text below nearer to it than to what follows.
	 * @returns 1 for a pair, 0 when nothing tells, -1 for entries of a list at equal distances
	 */
	pairing(place: Place, below: Box): number {
		if (!isInColumn(below, place)) return 0;
		const step = below.middle - place.middle;
		const above = this.above(place);
		const next = this.below(below, below.left, below.right, 1)[0]?.[0];
		const distances = [above ? place.middle - above.middle : Infinity, next ? next.middle - below.middle : Infinity];
		const ratio = Math.min(...distances) / step;
		if (ratio === Infinity) return 0;
		return Math.max(-1, Math.min(1, (ratio - EQUAL_STEPS) / (CLEARLY_FARTHER - EQUAL_STEPS)));
	}

	/**
	 * Whether a row and the next one are a pair: labels over their values. Most texts of the next row stand in columns
	 * of this one, and the rows are nearer to each other than to the rows around them, or all texts of the first one are
	 * labels, and none of the second.
	 */
	isUpperRow(index: number, isFigures: (box: Box) => boolean, isLabel: (box: Box) => boolean): boolean {
		const [before, own, next, after] = [index - 1, index, index + 1, index + 2].map((at) => this.rows[at]);
		if (!own || !next || own.boxes.length < 2) return false;
		const [upper, under] = [own.boxes.slice(0, MOST_BOXES), next.boxes.slice(0, MOST_BOXES)];
		const step = next.middle - own.middle;
		if (step > FARTHEST_BELOW + 1 || upper.filter(isFigures).length * 3 >= upper.length) return false;
		const isLarger = this.isOverLarger(index);
		// One value by itself tells a row of labels only in larger type below several of them.
		if (!this.isOverColumns(index, isFigures) || (under.length < 2 && (upper.length < 3 || !isLarger))) return false;
		if (upper.length >= 3 && upper.every(isLabel) && !under.some(isLabel) && !isSameKind(after, under, isLabel)) return true;
		// Values in larger type than their labels need less white around them.
		const apart = isLarger ? 1 : CLEARLY_FARTHER;
		return !(before && own.middle - before.middle < apart * step) && !(after && after.middle - next.middle < apart * step);
	}

	/** Whether the row below a row is in clearly larger type. */
	isOverLarger(index: number): boolean {
		const [upper, under] = [index, index + 1].map((at) => this.rows[at]?.boxes.slice(0, MOST_BOXES) ?? []);
		return upper !== undefined && under !== undefined && meanHeight(under) > LARGER * meanHeight(upper);
	}

	/** Whether most texts of the row below a row stand in its columns; figures may stand anywhere below a column's text and before the next one. */
	isOverColumns(index: number, isFigures: (box: Box) => boolean): boolean {
		const [upper, under] = [index, index + 1].map((at) => this.rows[at]?.boxes.slice(0, MOST_BOXES) ?? []);
		if (!upper || !under) return false;
		const isUnder = (each: Box) => upper.some((other, at) => isInColumn(each, other) || (isFigures(each) && each.left >= other.left && each.right < (upper[at + 1]?.left ?? Infinity) && each.left - other.right < MOST_BOXES));
		return under.filter(isUnder).length * 2 > under.length;
	}

	/** Rows that may hold a middle line between two heights. */
	private rowsBetween(top: number, bottom: number): Row[] {
		let low = 0;
		let high = this.rows.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			// Members of a row may lie a little off its mean.
			if ((this.rows[middle]?.middle ?? 0) < top - 1) low = middle + 1;
			else high = middle;
		}
		const found: Row[] = [];
		for (let index = low; index < this.rows.length && found.length < MOST_ROWS; index++) {
			const row = this.rows[index];
			if (!row || row.middle > bottom + 1) break;
			found.push(row);
		}
		return found;
	}
}

/** Whether a row goes on with the columns of the one above it, as rows of a table do. */
function isSameKind(row: Row | undefined, above: readonly Box[], isLabel: (box: Box) => boolean): boolean {
	const boxes = row?.boxes.slice(0, MOST_BOXES) ?? [];
	return boxes.filter((box) => !isLabel(box) && above.some((other) => isInColumn(box, other))).length * 2 > boxes.length;
}

function meanHeight(boxes: readonly Box[]): number {
	return boxes.reduce((sum, { height }) => sum + height, 0) / Math.max(boxes.length, 1);
}

/** The first place in boxes sorted by their left edges that is not left of `edge`. */
function firstAtLeast(boxes: readonly Box[], edge: number): number {
	let low = 0;
	let high = boxes.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((boxes[middle]?.left ?? 0) < edge) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Boxes of a row that reach into an interval; of a row without end the first few that begin in it. */
function within(row: readonly Box[], left: number, right: number, most: number): Box[] {
	const start = firstAtLeast(row, left);
	const found: Box[] = [];
	for (let index = Math.max(0, start - 3); index < row.length && found.length < most; index++) {
		const box = row[index];
		if (!box || box.left >= right) break;
		if (box.right > left) found.push(box);
	}
	return found;
}

/** Whether two boxes are aligned at the left, at the right or in the middle. */
export function isInColumn(a: Place, b: Place): boolean {
	return isAligned(a, b) || Math.abs(a.right - b.right) < ALIGNED;
}

export function isAligned(a: Place, b: Place): boolean {
	return Math.abs(a.left - b.left) < ALIGNED || Math.abs(a.left + a.right - b.left - b.right) < 2 * ALIGNED;
}

/** Whether a box is the next line of the text above it. */
function isLineBelow(box: Box, above: Box, most = LINE_GAP): boolean {
	const gap = box.top - above.bottom;
	const step = box.middle - above.middle;
	return isAligned(box, above) && gap > -TOUCHING && (gap < most || (step < LINE_STEP && gap < WIDEST_LINE_GAP)) && step > LINE_GAP;
}

/** How much of the narrower of two intervals lies in the other, 0–1. */
export function overlap(a: Place, b: Place): number {
	const narrower = Math.min(a.right - a.left, b.right - b.left);
	return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) / Math.max(narrower, 1e-6);
}

/** The frame around several boxes. */
export function placeOf(boxes: readonly Place[]): Place {
	const top = Math.min(...boxes.map((box) => box.top));
	const bottom = Math.max(...boxes.map((box) => box.bottom));
	return {
		left: Math.min(...boxes.map((box) => box.left)),
		right: Math.max(...boxes.map((box) => box.right)),
		top,
		bottom,
		middle: (top + bottom) / 2,
	};
}
