// Which blocks stand near a block, without looking at all of a page each time.
import type { MeasuredBlock } from './geometry';
import { countWhile } from '../sorted';

/** Blocks of a cell of the grid, on average. */
const PER_CELL = 2;

interface Neighbour {
	block: MeasuredBlock;
	index: number;
	distance: number;
}

/** Blocks by the cell of a grid that their middles lie in. */
export class NearestBlocks {
	private readonly left: number;
	private readonly top: number;
	private readonly side: number;
	private readonly columns: number;
	private readonly rows: number;
	private readonly cells = new Map<number, number[]>();

	constructor(private readonly blocks: readonly MeasuredBlock[]) {
		let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
		for (const { x, y } of blocks) {
			[left, right] = [Math.min(left, x), Math.max(right, x)];
			[top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
		}
		[this.left, this.top] = [left, top];
		const [width, height] = [Math.max(right - left, 0), Math.max(bottom - top, 0)];
		// A page that is hardly wide or high has cells by its longer side.
		const most = Math.max(blocks.length / PER_CELL, 1);
		this.side = Math.max(Math.sqrt((width * height) / most), Math.max(width, height) / most, Number.MIN_VALUE);
		this.columns = Math.floor(width / this.side) + 1;
		this.rows = Math.floor(height / this.side) + 1;
		for (const [index, block] of blocks.entries()) {
			const key = this.rowOf(block) * this.columns + this.columnOf(block);
			const members = this.cells.get(key);
			if (members) members.push(index);
			else this.cells.set(key, [index]);
		}
	}

	/** The nearest other blocks, fewer only where there are fewer; of equally near ones those that come first in the list. */
	nearestTo(block: MeasuredBlock, most: number): MeasuredBlock[] {
		const near: Neighbour[] = [];
		const [column, row] = [this.columnOf(block), this.rowOf(block)];
		const rings = Math.max(this.columns, this.rows);
		for (let ring = 0; ring < rings; ring++) {
			// All cells of this ring are at least as far off.
			if (near.length === most && (near[most - 1]?.distance ?? 0) < (ring - 1) * this.side) break;
			for (let y = Math.max(row - ring, 0); y <= Math.min(row + ring, this.rows - 1); y++) {
				const isEdge = Math.abs(y - row) === ring;
				for (let x = column - ring; x <= column + ring; x += isEdge || ring === 0 ? 1 : 2 * ring) {
					if (x >= 0 && x < this.columns) this.addFrom(y * this.columns + x, block, near, most);
				}
			}
		}
		return near.map((each) => each.block);
	}

	private addFrom(cell: number, block: MeasuredBlock, near: Neighbour[], most: number): void {
		for (const index of this.cells.get(cell) ?? []) {
			const other = this.blocks[index];
			if (!other || other === block) continue;
			const distance = Math.hypot(other.x - block.x, other.y - block.y);
			const last = near[near.length - 1];
			if (last && near.length === most && (distance > last.distance || (distance === last.distance && index > last.index))) continue;
			near.push({ block: other, index, distance });
			near.sort((a, b) => a.distance - b.distance || a.index - b.index);
			near.length = Math.min(near.length, most);
		}
	}

	private columnOf({ x }: MeasuredBlock): number {
		return Math.min(Math.max(Math.floor((x - this.left) / this.side), 0), this.columns - 1);
	}

	private rowOf({ y }: MeasuredBlock): number {
		return Math.min(Math.max(Math.floor((y - this.top) / this.side), 0), this.rows - 1);
	}
}

/** Blocks by their height on the page, seen along the text. */
export class LevelBlocks {
	private readonly sorted: { block: MeasuredBlock; across: number }[];
	private readonly cos: number;
	private readonly sin: number;

	/** @param angle of the text, radians */
	constructor(blocks: readonly MeasuredBlock[], angle: number) {
		[this.cos, this.sin] = [Math.cos(angle), Math.sin(angle)];
		this.sorted = blocks.map((block) => ({ block, across: this.acrossOf(block) })).sort((a, b) => a.across - b.across);
	}

	/** Whether one of the blocks that lie higher or lower than a block by at most `reach` px, or hardly more, is as it should be. */
	some(block: MeasuredBlock, reach: number, isRight: (other: MeasuredBlock) => boolean): boolean {
		const across = this.acrossOf(block);
		// Turned coordinates are wrong in their last digits.
		const margin = reach + 1e-6 * (1 + Math.abs(across));
		const low = countWhile(this.sorted, (other) => other.across < across - margin);
		for (let index = low; index < this.sorted.length; index++) {
			const other = this.sorted[index];
			if (!other || other.across > across + margin) return false;
			if (isRight(other.block)) return true;
		}
		return false;
	}

	private acrossOf({ x, y }: MeasuredBlock): number {
		return y * this.cos - x * this.sin;
	}
}
