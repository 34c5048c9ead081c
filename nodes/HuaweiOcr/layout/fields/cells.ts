// Ruled cells, where they are known: texts of one cell belong together, and "below" is the cell below.
import type { Box } from '../page/frame';
import { cornersOf, holds, type PlacedCell } from '../rules/corners';
import type { PixelBox } from './definitions';
import type { Sheet } from './sheet';

/** More cells than that are no form. */
const MOST_CELLS = 2000;
/** Edges of neighbouring cells may be so far apart, in heights of the smaller cell. */
const APART = 0.25;

export type Neighbourhood = 'same' | 'right' | 'below' | 'other';

export class Cells {
	/** For each text its cell, as the page is read: px of the image, turned upright. */
	private readonly cellOf = new Map<Box, PixelBox>();
	private readonly members = new Map<PixelBox, Box[]>();

	/**
	 * @param cells none when they were not looked for
	 * @param angle of the texts, radians, clockwise on screen: on a page that lies on its side, "right" is another side of a cell
	 */
	constructor(boxes: readonly Box[], cells: readonly PlacedCell[], readonly angle: number) {
		const sorted = [...cells].slice(0, MOST_CELLS).sort((a, b) => areaOf(a) - areaOf(b)).map((cell) => ({ cell, turned: turnUpright(cell, angle) }));
		if (sorted.length === 0) return;
		for (const box of boxes) {
			const { location } = box.block;
			const x = location.reduce((sum, vertex) => sum + vertex[0], 0) / 4;
			const y = location.reduce((sum, vertex) => sum + vertex[1], 0) / 4;
			const turned = sorted.find(({ cell }) => holds(cell, x, y))?.turned;
			if (!turned) continue;
			this.cellOf.set(box, turned);
			const members = this.members.get(turned);
			if (members) members.push(box);
			else this.members.set(turned, [box]);
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

/** The box of a cell on the page turned upright. */
function turnUpright(cell: PlacedCell, angle: number): PixelBox {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const corners = cornersOf(cell);
	const xs = corners.map(([x, y]) => x * cos + y * sin);
	const ys = corners.map(([x, y]) => y * cos - x * sin);
	return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function areaOf({ left, top, right, bottom }: PixelBox): number {
	return (right - left) * (bottom - top);
}
