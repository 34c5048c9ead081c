// Blocks on the page as it is turned upright, px.
import type { Steps } from '../../turns/steps';
import { wrapAngle } from './geometry';
import type { MeasuredBlock } from './geometry';
import { orderBy } from '../sorted';
import { MOST_SAMPLES, type SlopeSample, type Warp } from './warp';

/** So many blocks are straightened in one step. */
const IN_ONE_STEP = 1024;

/** The same place in each list of numbers is one block. */
export class TurnedBlocks {
	private readonly x: Float64Array;
	private readonly y: Float64Array;
	private readonly length: Float64Array;
	private readonly height: Float64Array;
	/** Against the page; NaN where the block's shape says nothing about it. */
	private readonly slope: Float64Array;

	/** @param unit usual text height, px: that of blocks without a height */
	constructor(
		blocks: readonly MeasuredBlock[],
		angle: number,
		private readonly unit: number,
	) {
		const cos = Math.cos(angle);
		const sin = Math.sin(angle);
		const numbers = () => new Float64Array(blocks.length);
		[this.x, this.y, this.length, this.height, this.slope] = [numbers(), numbers(), numbers(), numbers(), numbers()];
		for (let index = 0; index < blocks.length; index++) {
			const block = blocks[index] as MeasuredBlock;
			const tilt = wrapAngle(block.angle - angle);
			// A single character tells nothing about its direction: it is read like the rest of the page.
			const isAcross = Math.abs(tilt) > Math.PI / 4 && Math.abs(tilt) < (3 * Math.PI) / 4;
			const height = isAcross ? block.length : block.height;
			this.x[index] = block.x * cos + block.y * sin;
			this.y[index] = block.y * cos - block.x * sin;
			this.length[index] = isAcross ? block.height : block.length;
			this.height[index] = height > 0 ? height : unit;
			this.slope[index] = isAcross || !block.steady ? NaN : Math.tan(tilt);
		}
	}

	at(index: number): { x: number; y: number; length: number; height: number } {
		return { x: this.x[index] as number, y: this.y[index] as number, length: this.length[index] as number, height: this.height[index] as number };
	}

	/** Slopes of blocks evenly taken from all of the page, from top to bottom. */
	slopes(): SlopeSample[] {
		const { x, y, length, slope, unit } = this;
		const isSteady = (index: number) => !Number.isNaN(slope[index] as number);
		const steady = orderBy(y, x, length).filter(isSteady);
		const step = Math.ceil(steady.length / MOST_SAMPLES);
		const samples: SlopeSample[] = [];
		for (let place = 0; place < steady.length; place += step) {
			const index = steady[place] as number;
			samples.push({ x: (x[index] as number) / unit, y: (y[index] as number) / unit, length: (length[index] as number) / unit, slope: slope[index] as number });
		}
		return samples;
	}

	/** Takes out how the page is bent. */
	*straighten(warp: Warp): Steps<void> {
		const { x, y, unit } = this;
		for (let index = 0; index < x.length; index++) {
			if (index % IN_ONE_STEP === IN_ONE_STEP - 1) yield;
			const height = y[index] as number;
			y[index] = height - unit * warp((x[index] as number) / unit, height / unit);
		}
	}

	/** The corner of the page that no block lies left of, or above. */
	origin(): { originX: number; originY: number } {
		let [originX, originY] = [Infinity, Infinity];
		for (let index = 0; index < this.x.length; index++) {
			originX = Math.min(originX, (this.x[index] as number) - (this.length[index] as number) / 2);
			originY = Math.min(originY, (this.y[index] as number) - (this.height[index] as number) / 2);
		}
		return { originX, originY };
	}
}
