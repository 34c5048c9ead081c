// Blocks of a page as they stand when it is turned upright, and the way from each to the next one in its row.
import { ROUNDING } from './geometry';
import type { MeasuredBlock } from './geometry';
import { countWhile, orderBy } from '../sorted';

/** Rows are looked up in bands of this many text heights. */
const BAND = 1;
/** Heights that differ more than this belong to different kinds of text. */
const SIMILAR = 1.35;
/** Neighbours may overlap by this much. */
const TOUCHING = 0.2 + ROUNDING;
/** Neighbours must be this far apart, in text heights, for their slope to be worth anything. */
const NEAREST = 2;
/** Slopes over longer ways count like this many text heights. */
export const FARTHEST = 20;
/** So many boxes of a band are looked at for a level neighbour. */
const FURTHER = 16;

/** All lengths are text heights; the same place in each list of numbers is one point. */
export class TurnedPoints {
	private readonly x: Float64Array;
	private readonly y: Float64Array;
	private readonly left: Float64Array;
	private readonly right: Float64Array;
	private readonly height: Float64Array;
	/** Points of each band, from left to right. */
	private readonly bands = new Map<number, number[]>();

	constructor(blocks: readonly MeasuredBlock[], angle: number, unit: number) {
		const cos = Math.cos(angle) / unit;
		const sin = Math.sin(angle) / unit;
		const { length } = blocks;
		[this.x, this.y, this.left, this.right, this.height] = [new Float64Array(length), new Float64Array(length), new Float64Array(length), new Float64Array(length), new Float64Array(length)];
		for (let index = 0; index < length; index++) {
			const block = blocks[index] as MeasuredBlock;
			const x = block.x * cos + block.y * sin;
			const half = block.length / unit / 2;
			this.x[index] = x;
			this.y[index] = block.y * cos - block.x * sin;
			this.left[index] = x - half;
			this.right[index] = x + half;
			this.height[index] = block.height / unit;
		}
	}

	fromLeftToRight(): Uint32Array {
		return orderBy(this.left, this.y);
	}

	/** @param order from left to right */
	partIntoBands(order: Uint32Array): void {
		for (const point of order) {
			const band = this.bandOf(point);
			const members = this.bands.get(band);
			if (members) members.push(point);
			else this.bands.set(band, [point]);
		}
	}

	/** The slope to the next point in the row; undefined where there is none, or it is too near. */
	slopeToNext(point: number): { value: number; weight: number } | undefined {
		const next = this.nextInRow(point);
		if (next === undefined) return undefined;
		const way = at(this.x, next) - at(this.x, point);
		if (way < NEAREST - ROUNDING) return undefined;
		return { value: Math.atan2(at(this.y, next) - at(this.y, point), way), weight: Math.min(way, FARTHEST) };
	}

	/** The nearest point right of another and level with it. */
	private nextInRow(point: number): number | undefined {
		let nearest: number | undefined;
		for (let step = -1; step <= 1; step++) {
			const found = this.nextInBand(this.bands.get(this.bandOf(point) + step) ?? [], point);
			if (found !== undefined && (nearest === undefined || at(this.left, found) < at(this.left, nearest) - ROUNDING)) nearest = found;
		}
		return nearest;
	}

	/** The first of a band's points that begins right of a point, level with it and of its size. */
	private nextInBand(members: readonly number[], point: number): number | undefined {
		const begin = at(this.right, point) - TOUCHING;
		const height = at(this.height, point);
		const low = countWhile(members, (other) => at(this.left, other) < begin);
		const end = Math.min(low + FURTHER, members.length);
		for (let index = low; index < end; index++) {
			const other = members[index] as number;
			const otherHeight = at(this.height, other);
			const lower = Math.min(height, otherHeight);
			const similar = Math.max(height, otherHeight) <= SIMILAR * lower + ROUNDING;
			if (similar && Math.abs(at(this.y, other) - at(this.y, point)) < Math.min(lower / 2, BAND) - ROUNDING) return other;
		}
		return undefined;
	}

	private bandOf(point: number): number {
		return Math.floor(at(this.y, point) / BAND);
	}
}

function at(numbers: Float64Array, place: number): number {
	return numbers[place] as number;
}
