// A page as a place to look things up: what stands right of, below and between boxes.
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
const TOUCHING = 0.3;
const OVERLAPPING = 1;
/** Words of one text stand at most this far apart. */
const WORD_GAP = 1.2;
/** Lines of one text leave at most this much white between them. */
const LINE_GAP = 0.5;
/** Edges of lines that begin together differ by less. */
const ALIGNED = 0.6;
/** A value below its label stands at most this far off. */
const FARTHEST_BELOW = 3;
const MOST_LINES = 5;
/** Steps that differ by this factor are different on purpose. */
const CLEARLY_FARTHER = 1.2;

export class Sheet {
	readonly rows: Row[];
	private readonly rowOf = new Map<Box, number>();

	constructor(boxes: readonly Box[]) {
		this.rows = groupRows(boxes);
		for (const [index, row] of this.rows.entries()) for (const box of row.boxes) this.rowOf.set(box, index);
	}

	/** The first box right of a place in the row of `member`. */
	rightInRow(place: Place, member: Box): Box | undefined {
		// Recognised boxes are wider than their text, and may overlap though the texts do not.
		const from = Math.max(place.right - OVERLAPPING, (place.left + place.right) / 2);
		return this.rowWith(member).find((box) => box !== member && box.left >= from);
	}

	/** The first box right of a place whose middle lies between its upper and lower edge. */
	rightOf(place: Place): Box | undefined {
		let best: Box | undefined;
		for (const row of this.rowsBetween(place.top, place.bottom)) {
			for (const box of row.boxes) {
				const isBeside = box.middle > place.top && box.middle < place.bottom && box.left >= place.right - TOUCHING;
				if (isBeside && (!best || box.left < best.left)) best = box;
			}
		}
		return best;
	}

	/** The first box under a place that reaches into its width. */
	firstBelow(place: Place): Box | undefined {
		for (const row of this.rowsBetween(place.bottom - TOUCHING, place.bottom + FARTHEST_BELOW + 1)) {
			const found = row.boxes.find(
				(box) =>
					box.left < place.right &&
					box.right > place.left &&
					box.top >= place.bottom - TOUCHING &&
					box.top <= place.bottom + FARTHEST_BELOW,
			);
			if (found) return found;
		}
		return undefined;
	}

	/** A box and those that follow it closely in its row, while `goesOn`. */
	following(first: Box, goesOn: (box: Box) => boolean): Box[] {
		const row = this.rowWith(first);
		const found = [first];
		for (const box of row.slice(row.indexOf(first) + 1)) {
			const last = found[found.length - 1] ?? first;
			if (box.left - last.right > WORD_GAP || !goesOn(box)) break;
			found.push(box);
		}
		return found;
	}

	/**
	 * Further lines of a text: boxes that begin where it begins, one close below the other, in rows that
	 * are empty between `from` and the text.
	 */
	linesBelow(first: Box, from: number, goesOn: (box: Box) => boolean): Box[] {
		const found: Box[] = [];
		let last = first;
		for (let count = 0; count < MOST_LINES; count++) {
			const next = this.rowsBetween(last.bottom - TOUCHING, last.bottom + LINE_GAP + 1)
				.flatMap((row) => row.boxes)
				.find((box) => isLineBelow(box, last));
			if (!next || !goesOn(next)) break;
			const inWay = this.rowWith(next).some((box) => box !== next && box.right > from && box.left < next.left);
			if (inWay) break;
			found.push(next);
			last = next;
		}
		return found;
	}

	/**
	 * Whether a box below `above` stands in a row of its own, so that it is no further line of that text:
	 * where values stand side by side, their further lines stand below them. Most other boxes of its row
	 * stand below none of the row above: they begin cells of another kind.
	 */
	beginsRow(box: Box, above: Box): boolean {
		const upper = this.rowWith(above);
		if (upper.length < 2) return false;
		const others = this.rowWith(box).filter((other) => other !== box);
		const strangers = others.filter((other) => !upper.some((each) => isInColumn(other, each)));
		return strangers.length * 2 > others.length;
	}

	/**
	 * Whether what stands above and below a place shows that it forms a pair with the text right below
	 * it: nearer to that than to the text above, and the text below nearer to it than to what follows.
	 */
	isPairedBelow(place: Place): boolean {
		const below = this.firstBelow(place);
		if (!below || Math.abs(below.left - place.left) > ALIGNED) return false;
		const step = below.middle - place.middle;
		const above = this.firstAbove(place);
		const next = this.firstBelow(below);
		const isFar = (distance: number) => distance > CLEARLY_FARTHER * step;
		if (above && !isFar(place.middle - above.middle)) return false;
		if (next && !isFar(next.middle - below.middle)) return false;
		return above !== undefined || next !== undefined;
	}

	/** The last box above a place that reaches into its width. */
	private firstAbove(place: Place): Box | undefined {
		return this.rowsBetween(place.top - FARTHEST_BELOW - 1, place.top + TOUCHING)
			.flatMap(({ boxes }) => boxes)
			.filter((box) => box.left < place.right && box.right > place.left && box.bottom <= place.top + TOUCHING)
			.reduce<Box | undefined>((lowest, box) => (lowest && lowest.bottom >= box.bottom ? lowest : box), undefined);
	}

	/** The lines of one cell that a box belongs to, from its highest to its lowest edge. */
	stackOf(box: Box, goesOn: (box: Box) => boolean): Box[] {
		const stack = [box];
		for (;;) {
			const [top] = stack;
			if (!top || stack.length > MOST_LINES) break;
			const above = this.rowsBetween(top.top - LINE_GAP - 1, top.top + TOUCHING)
				.flatMap((row) => row.boxes)
				.find((other) => isLineBelow(top, other));
			if (!above || !goesOn(above)) break;
			stack.unshift(above);
		}
		for (;;) {
			const last = stack[stack.length - 1];
			if (!last || stack.length > MOST_LINES) break;
			const below = this.rowsBetween(last.bottom - TOUCHING, last.bottom + LINE_GAP + 1)
				.flatMap((row) => row.boxes)
				.find((other) => isLineBelow(other, last));
			if (!below || !goesOn(below)) break;
			stack.push(below);
		}
		return stack;
	}

	rowWith(box: Box): readonly Box[] {
		return this.rows[this.rowOf.get(box) ?? -1]?.boxes ?? [];
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
		for (let index = low; index < this.rows.length; index++) {
			const row = this.rows[index];
			if (!row || row.middle > bottom + 1) break;
			found.push(row);
		}
		return found;
	}
}

/** Whether two boxes are aligned at the left, at the right or in the middle. */
function isInColumn(a: Box, b: Box): boolean {
	return isAligned(a, b) || Math.abs(a.right - b.right) < ALIGNED;
}

function isAligned(a: Box, b: Box): boolean {
	return Math.abs(a.left - b.left) < ALIGNED || Math.abs(a.left + a.right - b.left - b.right) < 2 * ALIGNED;
}

/** Whether a box is the next line of the text above it: close below, aligned at the left or in the middle. */
function isLineBelow(box: Box, above: Box): boolean {
	const gap = box.top - above.bottom;
	return isAligned(box, above) && gap > -TOUCHING && gap < LINE_GAP && box.middle - above.middle > LINE_GAP;
}

/** The frame around several boxes. */
export function placeOf(boxes: readonly Box[]): Place {
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
