// Ruled cells, where they are known: texts of one cell belong together, and "below" is the cell below.
import type { Box } from '../page/frame';
import { middleOf } from '../page/geometry';
import { boxAround, cornersOf, holds, type PlacedCell } from '../rules/corners';
import { withoutStamps } from '../rules/stamps';
import type { Quad } from '../../result/types';
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
	constructor(boxes: readonly Box[], cells: readonly PlacedCell[], private readonly angle: number) {
		const sorted = [...cells].slice(0, MOST_CELLS).sort((a, b) => areaOf(a) - areaOf(b)).map((cell) => ({ cell, turned: turnUpright(cell, angle) }));
		if (sorted.length === 0) return;
		for (const box of boxes) {
			const [x, y] = middleOf(box.block);
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

	/** All printed texts of the cell of a text, line by line; undefined when it stands in none. */
	linesWith(box: Box, sheet: Sheet): Box[][] | undefined {
		const cell = this.cellOf.get(box);
		if (!cell) return undefined;
		const lines = new Map<number, Box[]>();
		const members = this.members.get(cell) ?? [];
		const printed = new Set(withoutStamps(members.map(({ block }) => block), this.angle));
		for (const member of members) {
			if (member !== box && !printed.has(member.block)) continue;
			const row = sheet.rowIndex(member);
			lines.set(row, [...(lines.get(row) ?? []), member].sort((a, b) => a.left - b.left));
		}
		return [...lines].sort((a, b) => a[0] - b[0]).map(([, line]) => line);
	}
}

/** The box of a cell on the page turned upright. */
function turnUpright(cell: PlacedCell, angle: number): PixelBox {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const turned = cornersOf(cell).map(([x, y]) => [x * cos + y * sin, y * cos - x * sin]) as unknown as Quad;
	return boxAround(turned);
}

function areaOf({ left, top, right, bottom }: PixelBox): number {
	return (right - left) * (bottom - top);
}
