// Boxes that stand level with each other.
import type { Box } from './frame';
import { findHosts } from './raised';
import { eachInSteps, type Steps } from '../../turns/steps';
import { countWhile } from '../sorted';

/** Boxes of one level, from left to right. */
export interface Row {
	boxes: Box[];
	/** Mean height of the middle lines. */
	middle: number;
}

/** Middle lines may differ by less than this part of the lower box. */
const LEVEL = 0.45;
/** Text of another size on the same baseline: the lower edges may differ by this part of the lower box … */
const BASELINE = 0.25;
/** … when one is this much higher than the other. */
const OTHER_SIZE = 1.4;
/** Taller boxes (in text heights) reach no further than this. */
const TALLEST = 3;
/** Boxes that cover more than this part of each other can't stand in one row. */
const COVERED = 0.5;

/** No page has more rows at one height; boxes that lie on top of each other must not make it slow. */
const MOST_OPEN = 64;
/** So many boxes are grouped in one step. */
const IN_ONE_STEP = 512;

interface OpenRow {
	boxes: Box[];
	lowest: number;
	tallest: number;
}

/**
 * Groups boxes into rows, from top to bottom. A box joins the row whose nearest member is most level
 * with it; only the nearest one is asked, so a row may follow a bent or slightly tilted page.
 * @param boxes sorted by their middle lines, as a frame has them
 */
export function* groupRows(boxes: readonly Box[]): Steps<Row[]> {
	const hosts = yield* findHosts(boxes);
	const isHost = new Set(hosts.values());
	const rowOfHost = new Map<Box, OpenRow>();
	const rows: OpenRow[] = [];
	let open: OpenRow[] = [];
	yield* eachInSteps(boxes, (box) => {
		if (hosts.size > 0 && hosts.has(box)) return;
		open = withoutThoseAbove(open, box);
		let row = mostLevel(open, box);
		if (row) {
			row.boxes.splice(insertionPoint(row.boxes, box), 0, box);
			row.lowest = Math.max(row.lowest, box.middle);
			row.tallest = Math.max(row.tallest, Math.min(box.height, TALLEST));
		} else {
			row = { boxes: [box], lowest: box.middle, tallest: Math.min(box.height, TALLEST) };
			rows.push(row);
			open.push(row);
			if (open.length > MOST_OPEN) open.shift();
		}
		if (isHost.size > 0 && isHost.has(box)) rowOfHost.set(box, row);
	}, IN_ONE_STEP);
	yield;
	const grouped = rows.map((row) => ({ boxes: row.boxes, middle: meanMiddle(row.boxes) }));
	for (const [box, host] of hosts) {
		const row = rowOfHost.get(host);
		row?.boxes.splice(insertionPoint(row.boxes, box), 0, box);
	}
	return grouped.sort((a, b) => a.middle - b.middle || (a.boxes[0]?.left ?? 0) - (b.boxes[0]?.left ?? 0));
}

/** The same list where nothing has to be left out, as for nearly every box. */
function withoutThoseAbove(open: OpenRow[], box: Box): OpenRow[] {
	for (const row of open) if (isAbove(row, box)) return open.filter((each) => !isAbove(each, box));
	return open;
}

/** The row that a box is most level with; undefined where it belongs to none of them. */
function mostLevel(open: readonly OpenRow[], box: Box): OpenRow | undefined {
	let best: OpenRow | undefined;
	let nearest = Infinity;
	for (const row of open) {
		const distance = distanceTo(row.boxes, insertionPoint(row.boxes, box), box);
		if (distance === undefined || distance >= nearest) continue;
		best = row;
		nearest = distance;
	}
	return best;
}

/** Whether a row lies too high for a box, and for all that follow it. */
function isAbove(row: OpenRow, box: Box): boolean {
	return row.lowest + Math.max(row.tallest, TALLEST) / 2 < box.middle;
}

function meanMiddle(boxes: readonly Box[]): number {
	return boxes.reduce((sum, { middle }) => sum + middle, 0) / boxes.length;
}

function insertionPoint(boxes: readonly Box[], box: Box): number {
	// Boxes of one height come from left to right.
	const last = boxes[boxes.length - 1];
	if (last && last.left <= box.left) return boxes.length;
	return countWhile(boxes, ({ left }) => left <= box.left);
}

/** How far a box is from being level with its nearest neighbour in a row; undefined when it does not belong there. */
function distanceTo(boxes: readonly Box[], at: number, box: Box): number | undefined {
	const before = boxes[at - 1];
	const after = boxes[at];
	if ((before && cover(before, box)) || (after && cover(box, after))) return undefined;
	const nearest =
		before && (!after || box.left - before.right <= after.left - box.right) ? before : after;
	return nearest && levelDifference(nearest, box);
}

function cover(left: Box, right: Box): boolean {
	const narrower = Math.min(left.right - left.left, right.right - right.left);
	return Math.min(left.right, right.right) - right.left > COVERED * narrower;
}

function levelDifference(a: Box, b: Box): number | undefined {
	const lower = Math.min(a.height, b.height, TALLEST);
	const middles = Math.abs(a.middle - b.middle);
	if (middles < LEVEL * lower) return middles;
	const otherSize = Math.max(a.height, b.height) >= OTHER_SIZE * lower && Math.max(a.height, b.height) <= TALLEST;
	return otherSize && Math.abs(a.bottom - b.bottom) < BASELINE * lower ? middles : undefined;
}
