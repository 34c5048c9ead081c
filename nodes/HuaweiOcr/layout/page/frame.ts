// Straightens a page: blocks with corners in px of a turned image → boxes on an upright page.
import { compareText } from '../characters';
import { eachInSteps, mapInSteps, type Steps } from '../../turns/steps';
import type { Quad, WordsBlock } from '../../result/types';
import { measureBlock } from './geometry';
import type { MeasuredBlock } from './geometry';
import { groupByOrientation } from './orientation';
import { measureSkew } from './skew';
import { TurnedBlocks } from './turnedBlocks';
import { measureWarp } from './warp';
import { WeightedNumbers } from './weighted';

/**
 * A block on the straightened page. The unit is the page's usual text height, so that every
 * distance in this folder means the same at any resolution; x runs along the text, y downwards.
 */
export interface Box {
	/** Its number among the boxes of the page, so that what is known of each can be kept in a list. */
	id: number;
	words: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Height of the middle line. */
	middle: number;
	height: number;
	block: WordsBlock;
}

/** All blocks of one direction of reading. */
export interface Frame {
	/** Radians, clockwise on screen. */
	angle: number;
	/** px of one unit. */
	unit: number;
	/** Image position of the frame's origin, turned by -angle, px. */
	originX: number;
	originY: number;
	/** In a fixed order that does not depend on the order of the input. */
	boxes: Box[];
}

/**
 * Places are rounded to this part of a text height. It is far below what can be measured, and it
 * keeps the last bits of turned coordinates from deciding whether two boxes are level.
 */
const GRID = 4096;
/** Height in px where nothing can be measured: blocks without an extent. */
const SMALLEST_UNIT = 1e-3;

/**
 * Straightens the blocks of an image.
 * @param direction the service's `direction` in degrees; negative when unknown
 * @returns one frame per direction of reading, the one with the most text first; blocks of blank
 * words are left out
 */
export function* readFrames(blocks: readonly WordsBlock[], direction: number): Steps<Frame[]> {
	const measured = yield* measureAll(blocks.filter((block) => block.words.trim() !== ''));
	yield;
	const groups = yield* groupByOrientation(measured, direction);
	let count = 0;
	return yield* mapInSteps(groups, ({ angle, blocks: members }) => {
		const firstId = count;
		count += members.length;
		return buildFrame(members, angle, firstId);
	});
}

/** No image has so many px; with larger numbers, reckoning no longer ends in numbers. */
const FARTHEST = 1e7;

const NOWHERE: Quad = [
	[0, 0],
	[0, 0],
	[0, 0],
	[0, 0],
];

/** Measures all blocks; one that the service did not locate on the page is put behind the block before it. */
function* measureAll(blocks: readonly WordsBlock[]): Steps<MeasuredBlock[]> {
	const measured: MeasuredBlock[] = [];
	yield* eachInSteps(blocks, (block) => {
		const before = measured[measured.length - 1];
		const isLocated = block.location.every(([x, y]) => Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST);
		if (before && (block.unlocated || !isLocated)) measured.push(behind(before, block));
		else measured.push(isLocated ? measureBlock(block) : { ...measureBlock({ ...block, location: NOWHERE }), block });
	});
	return measured;
}

function behind(before: MeasuredBlock, block: WordsBlock): MeasuredBlock {
	const way = before.length / 2 + before.height / 10;
	return {
		...before,
		block,
		x: before.x + way * Math.cos(before.angle),
		y: before.y + way * Math.sin(before.angle),
		length: 0,
		steady: false,
	};
}

function* buildFrame(members: readonly MeasuredBlock[], roughAngle: number, firstId: number): Steps<Frame> {
	const unit = textHeight(members);
	yield;
	const angle = roughAngle + (yield* measureSkew(members, roughAngle, unit));
	yield;
	const turned = new TurnedBlocks(members, angle, unit);
	yield;
	const warp = yield* measureWarp(turned.slopes());
	yield;
	if (warp) yield* turned.straighten(warp);
	const { originX, originY } = turned.origin();
	const snap = (px: number) => Math.round((px / unit) * GRID) / GRID;
	const boxes: Box[] = [];
	yield* eachInSteps(members, ({ block }, index) => {
		const { x, y, length, height } = turned.at(index);
		const middle = snap(y - originY);
		const high = Math.max(snap(height), 1 / GRID);
		boxes.push({
			id: firstId + index,
			words: block.words.trim(),
			left: snap(x - length / 2 - originX),
			right: snap(x + length / 2 - originX),
			top: middle - high / 2,
			bottom: middle + high / 2,
			middle,
			height: high,
			block,
		});
	});
	yield;
	return { angle, unit, originX, originY, boxes: boxes.sort(compareBoxes) };
}

/** From top to bottom, then from left to right; the words decide between boxes in one place. */
function compareBoxes(a: Box, b: Box): number {
	return a.middle - b.middle || a.left - b.left || a.right - b.right || a.height - b.height || compareText(a.words, b.words);
}

/** The usual height of the text in px: the median over characters, so that a headline does not count for much. */
function textHeight(members: readonly MeasuredBlock[]): number {
	const heights = new WeightedNumbers(members.length);
	for (const { height, length } of members) if (height > 0 && length > 0) heights.add(height, length / height);
	return Math.max(heights.median() ?? 1, SMALLEST_UNIT);
}
