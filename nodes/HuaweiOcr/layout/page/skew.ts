// Fine tilt of a page. The corners of one short block are whole pixels and say little about its
// angle; from one block to its neighbour in the row the same pixel weighs much less.
import { ROUNDING, weightedMedian, wrapAngle } from './geometry';
import type { MeasuredBlock } from './geometry';
import { eachInSteps, type Steps } from '../../turns';
import { countWhile } from '../sorted';

interface Point {
	x: number;
	y: number;
	/** Number of the band that it lies in. */
	band: number;
	left: number;
	right: number;
	height: number;
}

interface Slope {
	value: number;
	weight: number;
}

/** Rows are looked up in bands of this many text heights. */
const BAND = 1;
/** Heights that differ more than this belong to different kinds of text. */
const SIMILAR = 1.35;
/** Neighbours may overlap by this much. */
const TOUCHING = 0.2 + ROUNDING;
/** Neighbours must be this far apart, in text heights, for their slope to be worth anything. */
const NEAREST = 2;
/** Slopes over longer ways count like this many text heights. */
const FARTHEST = 20;
/** So many neighbours have to agree before they overrule the blocks' own edges. */
const FEWEST = 4;
/** Tilt left over after the first estimate, at most; radians. */
const LARGEST = (10 * Math.PI) / 180;
const ROUNDS = 2;
/** So many boxes of a band are looked at for a level neighbour. */
const FURTHER = 16;
/** So many blocks, evenly taken from all of a page, tell its tilt as well as more of them. */
const MOST_ASKED = 4000;
/** So many points are looked at in one step. */
const IN_ONE_STEP = 1024;

/**
 * Measures how much the rows are tilted against `angle`.
 * @param unit usual text height, px
 * @returns radians to add to `angle`
 */
export function* measureSkew(blocks: readonly MeasuredBlock[], angle: number, unit: number): Steps<number> {
	let skew = 0;
	for (let round = 0; round < ROUNDS; round++) skew += yield* skewLeft(blocks, angle + skew, unit);
	return Math.abs(skew) <= LARGEST ? skew : 0;
}

function* skewLeft(blocks: readonly MeasuredBlock[], angle: number, unit: number): Steps<number> {
	const own: Slope[] = [];
	const every = Math.ceil(blocks.length / MOST_ASKED);
	for (let index = 0; index < blocks.length; index += every) {
		const block = blocks[index] as MeasuredBlock;
		if (!block.steady || block.height <= 0) continue;
		const value = wrapAngle(block.angle - angle);
		if (Math.abs(value) <= LARGEST) own.push({ value, weight: Math.min(block.length / unit, FARTHEST) });
	}
	yield;
	const between = yield* neighbourSlopes(blocks, angle, unit);
	yield;
	const ownTilt = weightedMedian(own) ?? 0;
	yield;
	const rowTilt = weightedMedian(between);
	if (rowTilt === undefined || between.length < FEWEST) return ownTilt;
	yield;
	// Services that only give upright rectangles: every edge is level, but the rows are not.
	if (spread(between, rowTilt) < spread(between, ownTilt) / 2 - ROUNDING) return rowTilt;
	yield;
	return weightedMedian(own.concat(between)) ?? 0;
}

function spread(slopes: readonly Slope[], around: number): number {
	return weightedMedian(slopes.map(({ value, weight }) => ({ value: Math.abs(value - around), weight }))) ?? 0;
}

/** Slopes from each block to the next one in its row. */
function* neighbourSlopes(blocks: readonly MeasuredBlock[], angle: number, unit: number): Steps<Slope[]> {
	const cos = Math.cos(angle) / unit;
	const sin = Math.sin(angle) / unit;
	const bands = new Map<number, Point[]>();
	const toPoint = (block: MeasuredBlock): Point => {
		const x = block.x * cos + block.y * sin;
		const y = block.y * cos - block.x * sin;
		const half = block.length / unit / 2;
		return { x, y, band: Math.floor(y / BAND), left: x - half, right: x + half, height: block.height / unit };
	};
	const points = blocks.map(toPoint);
	yield;
	points.sort((p, q) => p.left - q.left || p.y - q.y);
	yield;
	// The members of each band come from left to right, as the points do.
	for (const point of points) {
		const members = bands.get(point.band);
		if (members) members.push(point);
		else bands.set(point.band, [point]);
	}

	yield;
	const slopes: Slope[] = [];
	const every = Math.ceil(points.length / MOST_ASKED);
	yield* eachInSteps(points, (point, index) => {
		if (index % every !== 0) return;
		const next = nextInRow(bands, point);
		if (!next || next.x - point.x < NEAREST - ROUNDING) return;
		slopes.push({
			value: Math.atan2(next.y - point.y, next.x - point.x),
			weight: Math.min(next.x - point.x, FARTHEST),
		});
	}, IN_ONE_STEP);
	return slopes;
}

/** The nearest point right of `point` and level with it. */
function nextInRow(bands: ReadonlyMap<number, readonly Point[]>, point: Point): Point | undefined {
	let nearest: Point | undefined;
	for (let step = -1; step <= 1; step++) {
		const found = nextInBand(bands.get(point.band + step) ?? [], point);
		if (found && (!nearest || found.left < nearest.left - ROUNDING)) nearest = found;
	}
	return nearest;
}

/** The first of a band's points that begins right of `point`, level with it and of its size. */
function nextInBand(members: readonly Point[], point: Point): Point | undefined {
	const low = countWhile(members, ({ left }) => left < point.right - TOUCHING);
	for (let index = low; index < Math.min(low + FURTHER, members.length); index++) {
		const other = members[index];
		if (!other) break;
		const lower = Math.min(point.height, other.height);
		const similar = Math.max(point.height, other.height) <= SIMILAR * lower + ROUNDING;
		if (similar && Math.abs(other.y - point.y) < Math.min(lower / 2, BAND) - ROUNDING) return other;
	}
	return undefined;
}
