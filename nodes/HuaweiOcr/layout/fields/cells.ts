// Ruled cells, where they are known: texts of one cell belong together, and "below" is the cell below.
import type { Box } from '../page/frame';
import type { PixelBox } from './definitions';
import type { Sheet } from './sheet';

/** More cells than that are no form. */
const MOST_CELLS = 2000;
/** Edges of neighbouring cells may be so far apart, in heights of the smaller cell. */
const APART = 0.25;

export type Neighbourhood = 'same' | 'right' | 'below' | 'other';

export class Cells {
	private readonly cellOf = new Map<Box, PixelBox>();
	private readonly members = new Map<PixelBox, Box[]>();

	/** @param cells px of the image as sent; none when they were not looked for */
	constructor(boxes: readonly Box[], cells: readonly PixelBox[]) {
		const sorted = [...cells].slice(0, MOST_CELLS).sort((a, b) => areaOf(a) - areaOf(b));
		if (sorted.length === 0) return;
		for (const box of boxes) {
			const { location } = box.block;
			const x = location.reduce((sum, vertex) => sum + vertex[0], 0) / 4;
			const y = location.reduce((sum, vertex) => sum + vertex[1], 0) / 4;
			const cell = sorted.find(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
			if (!cell) continue;
			this.cellOf.set(box, cell);
			const members = this.members.get(cell);
			if (members) members.push(box);
			else this.members.set(cell, [box]);
		}
	}

	/** How the cell of a text lies to that of a label; undefined when one of them stands in no cell. */
	between(label: Box, text: Box): Neighbourhood | undefined {
		const [own, other] = [this.cellOf.get(label), this.cellOf.get(text)];
		if (!own || !other) return undefined;
		if (own === other) return 'same';
		const near = APART * Math.min(own.bottom - own.top, other.bottom - other.top);
		const sharesX = Math.min(own.right, other.right) - Math.max(own.left, other.left) > near;
		const sharesY = Math.min(own.bottom, other.bottom) - Math.max(own.top, other.top) > near;
		if (sharesY && Math.abs(other.left - own.right) <= near) return 'right';
		return sharesX && Math.abs(other.top - own.bottom) <= near ? 'below' : 'other';
	}

	isApart(a: Box, b: Box): boolean {
		const [one, other] = [this.cellOf.get(a), this.cellOf.get(b)];
		return one !== undefined && other !== undefined && one !== other;
	}

	/** All texts of the cell of a text, line by line; undefined when it stands in none. */
	linesWith(box: Box, sheet: Sheet): Box[][] | undefined {
		const cell = this.cellOf.get(box);
		if (!cell) return undefined;
		const lines = new Map<number, Box[]>();
		for (const member of this.members.get(cell) ?? []) {
			const row = sheet.rowIndex(member);
			lines.set(row, [...(lines.get(row) ?? []), member].sort((a, b) => a.left - b.left));
		}
		return [...lines].sort((a, b) => a[0] - b[0]).map(([, line]) => line);
	}
}

function areaOf({ left, top, right, bottom }: PixelBox): number {
	return (right - left) * (bottom - top);
}
