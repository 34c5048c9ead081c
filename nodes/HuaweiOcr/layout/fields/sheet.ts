// A page as a place to look things up: what stands right of, below and between boxes.
import type { Steps } from '../../turns/steps';
import type { Box } from '../page/frame';
import { groupRows } from '../page/rows';
import type { Row } from '../page/rows';
import { countWhile, orderBy } from '../sorted';

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
/** More boxes of one column are hardly ever asked for. */
const USUAL_MATES = 8;
/** … and so many boxes right of one. */
const USUAL_RIGHT = 4;

/** Where a box stands, and what was found out about its place: the same is asked for again and again. */
class Spot {
	/** Boxes that begin where it begins, the nearest first. */
	mates: readonly Box[] | undefined = undefined;
	/** The first few boxes right of it. */
	right: readonly Box[] | undefined = undefined;
	/** What stands below it; null for nothing. */
	under: Box | null | undefined = undefined;
	/** The next line of its text; null for none. */
	nextLine: Box | null | undefined = undefined;

	constructor(
		readonly row: number,
		/** In its row. */
		readonly position: number,
		/** Among all boxes from left to right. */
		readonly place: number,
	) {}
}

export class Sheet {
	/** By the boxes' numbers. */
	private readonly spots: (Spot | undefined)[];
	/** Left edges and heights in the order of `byLeft`: plain numbers side by side are looked through quickly. */
	private readonly lefts: Float64Array;
	private readonly middles: Float64Array;

	/** @param boxes from top to bottom; `byLeft` the same by their left edges */
	static *of(boxes: readonly Box[]): Steps<Sheet> {
		const rows = yield* groupRows(boxes);
		yield;
		const order = orderBy(numbersOf(boxes, 'left'), numbersOf(boxes, 'middle'));
		yield;
		return new Sheet(boxes, rows, Array.from(order, (index) => boxes[index] as Box));
	}

	private constructor(
		readonly boxes: readonly Box[],
		readonly rows: readonly Row[],
		private readonly byLeft: readonly Box[],
	) {
		const places = listFor<number>(boxes);
		for (const [place, box] of byLeft.entries()) places[box.id] = place;
		this.spots = listFor(boxes);
		for (const [index, row] of this.rows.entries()) {
			for (const [position, box] of row.boxes.entries()) this.spots[box.id] = new Spot(index, position, places[box.id] ?? -1);
		}
		this.lefts = numbersOf(byLeft, 'left');
		this.middles = numbersOf(byLeft, 'middle');
	}

	rowIndex(box: Box): number {
		return this.spots[box.id]?.row ?? -1;
	}

	/** The neighbour of a box in its row, `steps` to the right (negative: to the left). */
	neighbour(box: Box, steps: number): Box | undefined {
		const spot = this.spots[box.id];
		return spot && this.rows[spot.row]?.boxes[spot.position + steps];
	}

	/** Boxes right of a place in the row of `member`, the nearest first. */
	rightInRow(place: Place, member: Box, most = MOST_BOXES): Box[] {
		// Recognised boxes are wider than their text, and may overlap though the texts do not.
		const from = Math.max(place.right - OVERLAPPING, (place.left + place.right) / 2);
		const spot = this.spots[member.id];
		const row = spot ? (this.rows[spot.row]?.boxes ?? []) : [];
		const found: Box[] = [];
		for (let index = (spot?.position ?? 0) + 1; index < row.length && found.length < most; index++) {
			const box = row[index];
			if (box && box !== member && box.left >= from) found.push(box);
		}
		return found;
	}

	/** The first few boxes right of a box in its row. */
	rightOf(box: Box): readonly Box[] {
		const spot = this.spots[box.id];
		if (!spot) return [];
		return (spot.right ??= this.rightInRow(box, box, USUAL_RIGHT));
	}

	/** Boxes right of a place whose middle lies between two heights, from left to right, a few of each row. */
	rightBetween(place: Place, top: number, bottom: number): Box[] {
		const found: Box[] = [];
		const from = place.right - TOUCHING;
		this.eachRow(top, bottom, (row) => {
			eachWithin(row, from, Infinity, 4, (box) => {
				if (box.left >= from && box.middle > top && box.middle < bottom) found.push(box);
				return false;
			});
			return false;
		});
		return sortFromTheLeft(found);
	}

	/**
	 * Boxes that begin below a place and reach into an interval, row by row.
	 * @param most rows that are given
	 */
	below(place: Place, left: number, right: number, most = 2, farthest = FARTHEST_BELOW): Box[][] {
		const found: Box[][] = [];
		this.eachRow(place.bottom - TOUCHING, place.bottom + farthest + 1, (row) => {
			let boxes: Box[] | undefined;
			eachWithin(row, left, right, MOST_BOXES, (box) => {
				if (isBegunBelow(box, place, farthest)) (boxes ??= []).push(box);
				return false;
			});
			if (boxes) found.push(boxes);
			return found.length === most;
		});
		return found;
	}

	/** The first box of the first row that begins below a box and reaches into its width. */
	under(box: Box): Box | undefined {
		const spot = this.spots[box.id];
		if (!spot) return this.firstBelow(box, box.left, box.right);
		if (spot.under === undefined) spot.under = this.firstBelow(box, box.left, box.right) ?? null;
		return spot.under ?? undefined;
	}

	/** The first box of the first of the rows that `below` gives. */
	firstBelow(place: Place, left: number, right: number, farthest = FARTHEST_BELOW): Box | undefined {
		return this.firstIn(left, right, place.bottom - TOUCHING, place.bottom + farthest + 1, (box) => isBegunBelow(box, place, farthest));
	}

	/** The last box above a place that reaches into its width. */
	above(place: Place, farthest = FARTHEST_BELOW): Box | undefined {
		let lowest: Box | undefined;
		this.eachRow(place.top - farthest - 1, place.top + TOUCHING, (row) => {
			eachWithin(row, place.left, place.right, MOST_BOXES, (box) => {
				const isAbove = box.bottom <= place.top + TOUCHING && box.middle < place.middle;
				if (isAbove && !(lowest && lowest.bottom >= box.bottom)) lowest = box;
				return false;
			});
			return false;
		});
		return lowest;
	}

	/** The next line of the text that a box is a line of: close below, aligned at the left or in the middle. */
	nextLine(box: Box, gap = LINE_GAP): Box | undefined {
		const spot = gap === LINE_GAP ? this.spots[box.id] : undefined;
		if (!spot) return this.findNextLine(box, gap);
		if (spot.nextLine === undefined) spot.nextLine = this.findNextLine(box, gap) ?? null;
		return spot.nextLine ?? undefined;
	}

	private findNextLine(box: Box, gap: number): Box | undefined {
		return this.firstIn(box.left - ALIGNED, box.right, box.bottom - TOUCHING, box.bottom + Math.max(gap, WIDEST_LINE_GAP) + 1, (other) => isLineBelow(other, box, gap));
	}

	/** The line above, as `nextLine`. */
	lineBefore(box: Box): Box | undefined {
		return this.firstIn(box.left - ALIGNED, box.right, box.top - WIDEST_LINE_GAP - 1, box.top + TOUCHING, (other) => isLineBelow(box, other));
	}

	/** The first box between two heights that reaches into an interval and is as it should be. */
	private firstIn(left: number, right: number, top: number, bottom: number, isRight: (other: Box) => boolean): Box | undefined {
		let first: Box | undefined;
		this.eachRow(top, bottom, (row) =>
			eachWithin(row, left, right, MOST_BOXES, (other) => {
				if (!isRight(other)) return false;
				first = other;
				return true;
			}),
		);
		return first;
	}

	/** Whether nothing stands in the row of a box between `from` and it. */
	isFreeBefore(box: Box, from: number): boolean {
		const before = this.neighbour(box, -1);
		return !before || before.right <= from;
	}

	/** Boxes that begin where a box begins, the nearest above and below. */
	inColumn(box: Box, most: number): readonly Box[] {
		const spot = this.spots[box.id];
		const known = spot?.mates;
		const mates = known && (known.length < USUAL_MATES || most <= USUAL_MATES) ? known : this.findMates(box, Math.max(most, USUAL_MATES));
		if (spot && mates !== known) spot.mates = mates.length > USUAL_MATES ? mates.slice(0, USUAL_MATES) : mates;
		return mates.length > most ? mates.slice(0, most) : mates;
	}

	private findMates(box: Box, most: number): Box[] {
		const { lefts, middles } = this;
		const place = this.spots[box.id]?.place ?? -1;
		const low = countWhile(lefts, (left) => left < box.left - ALIGNED);
		const asked = MOST_ROWS * 4 + (place >= low && place <= low + MOST_ROWS * 4 ? 1 : 0);
		const high = Math.min(countWhile(lefts, (left) => left <= box.left + ALIGNED), low + asked);
		// From the end that is nearer: then most of the others are too far off at once.
		const isBackward = Math.abs((middles[high - 1] as number) - box.middle) < Math.abs((middles[low] as number) - box.middle);
		// Of each of the nearest its place in `byLeft`.
		const found: number[] = [];
		const distances: number[] = [];
		for (let step = 0; step < high - low; step++) {
			const index = isBackward ? high - 1 - step : low + step;
			if (index === place) continue;
			const distance = Math.abs((middles[index] as number) - box.middle);
			if (found.length === most && !isNearer(distance, distances[most - 1] as number, isBackward)) continue;
			// Of too many the farthest is overwritten. Equally near ones stay in their order.
			let at = Math.min(found.length, most - 1);
			for (; at > 0 && isNearer(distance, distances[at - 1] as number, isBackward); at--) {
				found[at] = found[at - 1] as number;
				distances[at] = distances[at - 1] as number;
			}
			found[at] = index;
			distances[at] = distance;
		}
		return found.map((index) => this.byLeft[index] as Box);
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
		const { row: index = -1, position: at = 0 } = this.spots[box.id] ?? {};
		const row = this.rows[index]?.boxes ?? [];
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
		const next = this.under(below);
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

	/** Goes through rows that may hold a middle line between two heights, until one is enough. */
	private eachRow(top: number, bottom: number, isEnough: (row: readonly Box[]) => boolean): void {
			// Members of a row may lie a little off its mean.
		const low = countWhile(this.rows, ({ middle }) => middle < top - 1);
		const end = Math.min(this.rows.length, low + MOST_ROWS);
		for (let index = low; index < end; index++) {
			const row = this.rows[index];
			if (!row || row.middle > bottom + 1 || isEnough(row.boxes)) return;
		}
	}
}

function isNearer(distance: number, other: number, isBefore: boolean): boolean {
	return distance < other || (isBefore && distance === other);
}

/** A list with room for something at the number of each box: one that grows from a place far behind its end is slow. */
export function listFor<Known>(boxes: readonly Box[]): (Known | undefined)[] {
	return new Array<Known | undefined>(boxes.reduce((most, { id }) => Math.max(most, id + 1), 0));
}

function numbersOf(boxes: readonly Box[], edge: 'left' | 'middle'): Float64Array {
	const numbers = new Float64Array(boxes.length);
	for (let index = 0; index < boxes.length; index++) numbers[index] = (boxes[index] as Box)[edge];
	return numbers;
}

function fromTheLeft(a: Box, b: Box): number {
	return a.left - b.left || a.middle - b.middle;
}

/** Sorts a list that mostly is in order already. @returns the list */
export function sortFromTheLeft(boxes: Box[]): Box[] {
	const isSorted = boxes.every((box, index) => index === 0 || fromTheLeft(boxes[index - 1] as Box, box) <= 0);
	return isSorted ? boxes : boxes.sort(fromTheLeft);
}

function isBegunBelow(box: Box, place: Place, farthest: number): boolean {
	return box.top >= place.bottom - TOUCHING && box.middle > place.middle && box.top <= place.bottom + farthest;
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
	return countWhile(boxes, ({ left }) => left < edge);
}

/**
 * Goes through the boxes of a row that reach into an interval, until one is enough; of a row without end through the
 * first few that begin in it.
 * @returns whether one was enough
 */
function eachWithin(row: readonly Box[], left: number, right: number, most: number, isEnough: (box: Box) => boolean): boolean {
	let count = 0;
	for (let index = Math.max(0, firstAtLeast(row, left) - 3); index < row.length && count < most; index++) {
		const box = row[index];
		if (!box || box.left >= right) break;
		if (box.right <= left) continue;
		count++;
		if (isEnough(box)) return true;
	}
	return false;
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
