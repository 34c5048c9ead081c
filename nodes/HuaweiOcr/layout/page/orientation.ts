// Which way the text of a page runs. A page can hold text in several directions (a label up the
// margin, a form scanned beside another): its blocks are parted into groups of one direction each.
import { compareText } from '../characters';
import type { Steps } from '../../turns/steps';
import { ROUNDING, wrapAngle } from './geometry';
import type { MeasuredBlock } from './geometry';
import { LevelBlocks, NearestBlocks } from './neighbours';
import { orderBy } from '../sorted';
import { WeightedNumbers } from './weighted';

/** Blocks that are read the same way up. */
export interface OrientedGroup {
	/** Radians, clockwise on screen. */
	angle: number;
	blocks: MeasuredBlock[];
}

const DEGREE = Math.PI / 180;
/** Blocks within this of each other vote for the same direction. */
const WINDOW = 30 * DEGREE;
const SAME_WAY = 45 * DEGREE;
/** Share of the page that has to stand on its head before it counts as text of its own. */
const FLIPPED_SHARE = 0.2;
const MOST_GROUPS = 4;
/** A stamp is tilted this much against the page, and more than this many times what is usual on it … */
const ASKEW = 2.5 * DEGREE;
const USUAL_TILTS = 4;
/** … so that one end stands higher than the other by this part of its height. */
const RISE = 0.22;
/** More askew blocks than this are no stamps. */
const FEW_STAMPS = 3;
const STAMPS_SHARE = 0.03;
/** Corners of text are found askew by hardly more than this, those of short texts by this part of their height at one end. */
const MISJUDGED = 6 * DEGREE;
const MISPLACED = 0.3;
/** Directions with equally much text, so many at most, are told apart by their words. */
const MOST_TIES = 16;
/** So many blocks around a block show how text lies there. */
const NEIGHBOURS = 3;
/** Text of one size differs in height by less than this; level with a block stands what is off by less, not far from it. */
const SAME_SIZE = 1.25;
const LEVEL = 0.2;
const BESIDE = 12;
/** Lines of one text are nearer than so many heights. */
const LEADING = 1.5;
/** So many blocks are looked at in one step. */
const IN_ONE_STEP = 4096;

/**
 * Parts blocks by the direction of their text, the direction with the most text first.
 * @param direction the service's `direction` in degrees, or negative when unknown. It decides which
 * way up is right where it contradicts the corners by half a turn; a quarter turn shows in the
 * shapes of the blocks, so there the shapes are believed.
 */
export function* groupByOrientation(blocks: readonly MeasuredBlock[], direction: number): Steps<OrientedGroup[]> {
	const steady = blocks.filter((block) => block.steady);
	const angles = yield* mainAngles(steady.length > 0 ? steady : blocks);
	const [main, ...others] = angles;
	if (main === undefined) return [];

	const given = direction >= 0 && Number.isFinite(direction) ? direction * DEGREE : undefined;
	const contradicted = given !== undefined && Math.abs(wrapAngle(given - main)) > 135 * DEGREE;
	const turn = contradicted ? Math.PI : 0;

	const groups: OrientedGroup[] = [main, ...others].map((angle) => ({ angle: wrapAngle(angle + turn), blocks: [] }));
	for (const block of blocks) {
		const own = wrapAngle(block.angle + turn);
		const near = groups.find(({ angle }) => Math.abs(wrapAngle(own - angle)) <= SAME_WAY);
		(near ?? groups[0])?.blocks.push(block);
	}
	const [first, ...rest] = groups;
	if (!first) return [];
	const stamps = yield* findStamps(first);
	const upright = { ...first, blocks: first.blocks.filter((block) => !stamps.has(block)) };
	const tilted = [...stamps].map((stamp) => ({ angle: wrapAngle(stamp.angle + turn), blocks: [stamp] }));
	return [upright, ...rest, ...tilted].filter((group) => group.blocks.length > 0);
}

/**
 * Blocks that lie askew on the page. On a bent or tapering photo many do, and belong there; a few
 * among straight ones are stamps. What lies like the blocks around it is none, nor is what stands level
 * in a row of its size or begins where the next line does: corners of short blocks are often found askew.
 */
function* findStamps({ angle, blocks }: OrientedGroup): Steps<ReadonlySet<MeasuredBlock>> {
	const tiltOf = (block: MeasuredBlock) => Math.asin(Math.sin(block.angle - angle));
	const steady = blocks.filter((block) => block.steady);
	const tilts = new WeightedNumbers(steady.length);
	for (const block of steady) tilts.add(Math.abs(tiltOf(block)), 1);
	const usual = tilts.median() ?? 0;
	const limit = Math.max(ASKEW, USUAL_TILTS * usual);
	const isAskew = (block: MeasuredBlock) => Math.abs(tiltOf(block)) > limit && block.length * Math.sin(Math.abs(tiltOf(block))) > RISE * block.height;
	const askew = steady.filter(isAskew);
	const most = Math.max(FEW_STAMPS, STAMPS_SHARE * blocks.length);
	if (askew.length > most || askew.length * 4 > blocks.length) return new Set();
	if (askew.length === 0) return new Set();
	const oblique = new Set(askew);
	const all = new NearestBlocks(steady);
	const straight = new LevelBlocks(steady.filter((block) => !oblique.has(block)), angle);
	yield;
	const stamps = new Set<MeasuredBlock>();
	for (const block of askew) {
		if (!liesLikeNeighbours(block, all, tiltOf) && !standsInText(block, straight, angle)) stamps.add(block);
		yield;
	}
	return stamps;
}

function liesLikeNeighbours(block: MeasuredBlock, others: NearestBlocks, tiltOf: (block: MeasuredBlock) => number): boolean {
	const near = others.nearestTo(block, NEIGHBOURS);
	const alike = near.filter((other) => Math.abs(tiltOf(other) - tiltOf(block)) <= ASKEW / 2);
	return near.length === NEIGHBOURS && alike.length * 2 > NEIGHBOURS;
}

function standsInText(block: MeasuredBlock, others: LevelBlocks, angle: number): boolean {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const misjudged = Math.max(MISJUDGED, Math.asin(Math.min(1, (MISPLACED * block.height) / Math.max(block.length, block.height))));
	if (Math.abs(Math.asin(Math.sin(block.angle - angle))) > misjudged) return false;
	return others.some(block, LEADING * block.height, (other) => {
		const lower = Math.min(block.height, other.height);
		if (Math.max(block.height, other.height) > SAME_SIZE * lower) return false;
		const [x, y] = [other.x - block.x, other.y - block.y];
		const [along, across] = [x * cos + y * sin, y * cos - x * sin];
		const gap = Math.abs(along) - (block.length + other.length) / 2;
		if (gap > -lower) return gap < BESIDE * lower && Math.abs(across) <= LEVEL * lower;
		const begin = along - (other.length - block.length) / 2;
		return Math.abs(begin) <= LEVEL * lower && Math.abs(across) < LEADING * lower;
	});
}

/** Directions of the page's text, the one with the most text first. */
function* mainAngles(blocks: readonly MeasuredBlock[]): Steps<number[]> {
	const total = weightOf(blocks);
	const found: number[] = [];
	let rest = [...blocks];
	while (rest.length > 0 && found.length < MOST_GROUPS) {
		const angle = yield* commonAngle(rest);
		yield;
		const isSame = (block: MeasuredBlock) => Math.abs(wrapAngle(block.angle - angle)) <= SAME_WAY;
		const [first] = found;
		// Corners listed from the wrong end are more likely than a few words on their head.
		const flipped = first !== undefined && Math.abs(wrapAngle(angle - first)) > 135 * DEGREE;
		if (!flipped || weightOf(rest.filter(isSame)) >= FLIPPED_SHARE * total) found.push(angle);
		rest = rest.filter((block) => !isSame(block));
	}
	return found;
}

function weightOf(blocks: readonly MeasuredBlock[]): number {
	return blocks.reduce((sum, block) => sum + block.length, 0);
}

/** The length-weighted median of the angles in the window that holds the most text. */
function* commonAngle(blocks: readonly MeasuredBlock[]): Steps<number> {
	const { length } = blocks;
	const own = new Float64Array(length);
	for (let index = 0; index < length; index++) own[index] = (blocks[index] as MeasuredBlock).angle;
	const order = orderBy(own);
	// Once around, and once more: a window may reach over the end.
	const angles = new Float64Array(2 * length);
	const lengths = new Float64Array(2 * length);
	for (let place = 0; place < length; place++) {
		const block = blocks[order[place] as number] as MeasuredBlock;
		angles[place] = block.angle;
		angles[place + length] = block.angle + 2 * Math.PI;
		lengths[place] = lengths[place + length] = block.length;
	}
	yield;
	const angleAt = (place: number) => angles[place] as number;
	const lengthAt = (place: number) => lengths[place] as number;
	const wordsOf = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, step) => blocks[order[(from + step) % length] as number]?.block.words ?? '')
			.sort(compareText)
			.join('\n');
	let best = { weight: -1, from: 0, to: 0 };
	let ties = 0;
	let weight = 0;
	let to = 0;
	for (let from = 0; from < length; from++) {
		if (from % IN_ONE_STEP === IN_ONE_STEP - 1) yield;
		while (to < from + length && angleAt(to) - angleAt(from) <= WINDOW) weight += lengthAt(to++);
		// Between equals the words decide: they are the same however the page is turned. A window that ends
		// where another ends is a part of it.
		const isEqual = Math.abs(weight - best.weight) <= ROUNDING * weight;
		if (isEqual) {
			const isOther = to !== best.to && ties++ < MOST_TIES;
			if (isOther) {
				yield;
				if (compareText(wordsOf(from, to), wordsOf(best.from, best.to)) < 0) best = { weight, from, to };
			}
		} else if (weight > best.weight) best = { weight, from, to };
		weight -= lengthAt(from);
	}
	yield;
	const window = new WeightedNumbers(best.to - best.from);
	for (let place = best.from; place < best.to; place++) window.add(angleAt(place), lengthAt(place));
	return wrapAngle(window.median() ?? 0);
}
