// Fine tilt of a page. The corners of one short block are whole pixels and say little about its
// angle; from one block to its neighbour in the row the same pixel weighs much less.
import { ROUNDING, wrapAngle } from './geometry';
import type { MeasuredBlock } from './geometry';
import type { Steps } from '../../turns/steps';
import { FARTHEST, TurnedPoints } from './turnedPoints';
import { WeightedNumbers } from './weighted';

/** So many neighbours have to agree before they overrule the blocks' own edges. */
const FEWEST = 4;
/** Tilt left over after the first estimate, at most; radians. */
const LARGEST = (10 * Math.PI) / 180;
const ROUNDS = 2;
/** So many blocks, evenly taken from all of a page, tell its tilt as well as more of them. */
const MOST_ASKED = 4000;
/** So many slopes are measured in one step. */
const IN_ONE_STEP = 1024;

/**
 * Measures how much the rows are tilted against `angle`.
 * @param unit usual text height, px
 * @returns radians to add to `angle`
 */
export function* measureSkew(blocks: readonly MeasuredBlock[], angle: number, unit: number): Steps<number> {
	let skew = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const left = yield* skewLeft(blocks, angle + skew, unit);
		// Another round would find the same.
		if (left === 0) break;
		skew += left;
	}
	return Math.abs(skew) <= LARGEST ? skew : 0;
}

function* skewLeft(blocks: readonly MeasuredBlock[], angle: number, unit: number): Steps<number> {
	const own = new WeightedNumbers(MOST_ASKED);
	const every = Math.ceil(blocks.length / MOST_ASKED);
	for (let index = 0; index < blocks.length; index += every) {
		const block = blocks[index] as MeasuredBlock;
		if (!block.steady || block.height <= 0) continue;
		const value = wrapAngle(block.angle - angle);
		if (Math.abs(value) <= LARGEST) own.add(value, Math.min(block.length / unit, FARTHEST));
	}
	yield;
	const between = yield* neighbourSlopes(new TurnedPoints(blocks, angle, unit));
	yield;
	const ownTilt = own.median() ?? 0;
	yield;
	const rowTilt = between.median();
	if (rowTilt === undefined || between.length < FEWEST) return ownTilt;
	yield;
	// Services that only give upright rectangles: every edge is level, but the rows are not.
	if (spread(between, rowTilt) < spread(between, ownTilt) / 2 - ROUNDING) return rowTilt;
	yield;
	return own.concat(between).median() ?? 0;
}

function spread(slopes: WeightedNumbers, around: number): number {
	return slopes.distancesFrom(around).median() ?? 0;
}

/** Slopes from each block to the next one in its row. */
function* neighbourSlopes(points: TurnedPoints): Steps<WeightedNumbers> {
	yield;
	const order = points.fromLeftToRight();
	yield;
	points.partIntoBands(order);
	yield;
	const slopes = new WeightedNumbers(MOST_ASKED);
	const every = Math.ceil(order.length / MOST_ASKED);
	for (let index = 0; index < order.length; index += every) {
		if ((index / every) % IN_ONE_STEP === IN_ONE_STEP - 1) yield;
		const slope = points.slopeToNext(order[index] as number);
		if (slope) slopes.add(slope.value, slope.weight);
	}
	return slopes;
}
