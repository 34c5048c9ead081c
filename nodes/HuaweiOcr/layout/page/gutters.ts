// White strips that may part columns of text: where to look for them, and how far they reach.
import type { Steps } from '../../turns/steps';
import type { Box } from './frame';
import type { Row } from './rows';

export interface Interval {
	from: number;
	to: number;
}

/** A run of boxes, by their places in the list, that leave a gutter free. */
export interface Run {
	gutter: Interval;
	/** Index of the first box, and of the first one behind the run. */
	from: number;
	to: number;
}

/** Text heights. Boxes of one line that is read in pieces stand nearer than this. */
const WITHIN_LINE = 0.45;
/** Narrower white is none. */
const NARROWEST = 0.3;
/** Boxes are that much wider than their text at most. */
const JUTS_OUT = 0.25;
/** A line over so much of the page's width ends the columns above it. */
const WIDE = 0.6;
/** So many boxes must leave a strip free. */
const FEWEST = 4;
const MOST_VALLEYS = 12;
const MOST_GUTTERS = 40;

/**
 * Runs of boxes that leave a gutter free, the longest first. Where lines over the whole width part the
 * page, each part is looked at for itself, and the page as a whole.
 * @param boxes sorted by their middle lines
 * @param rows of the same boxes
 */
export function* findRuns(boxes: readonly Box[], rows: readonly Row[]): Steps<Run[]> {
	const gutters = valleysOf(boxes);
	for (const part of partsOf(rows)) {
		// More than these are not looked at.
		if (gutters.length >= MOST_GUTTERS) break;
		gutters.push(...valleysOf(part));
		yield;
	}
	const seen = new Set<string>();
	const runs: Run[] = [];
	for (const gutter of gutters.slice(0, MOST_GUTTERS)) {
		yield;
		for (const run of clearRuns(boxes, gutter)) {
			const key = `${run.from} ${run.to} ${gutter.from} ${gutter.to}`;
			if (seen.has(key)) continue;
			seen.add(key);
			runs.push(run);
		}
	}
	const size = ({ from, to }: Run) => to - from;
	return runs.sort((a, b) => size(b) - size(a) || b.gutter.to - b.gutter.from - a.gutter.to + a.gutter.from || a.gutter.from - b.gutter.from);
}

/** Whether a box leaves a gutter free; recognised boxes may jut out into it a little. */
export function isClear(box: Box, { from, to }: Interval): boolean {
	const jut = Math.min(JUTS_OUT, (to - from) / 4);
	return box.right <= from + jut || box.left >= to - jut;
}

/** Boxes between lines that reach over most of the width. */
function partsOf(rows: readonly Row[]): Box[][] {
	let [left, right] = [Infinity, -Infinity];
	for (const { boxes } of rows) {
		left = Math.min(left, boxes[0]?.left ?? Infinity);
		for (const box of boxes) right = Math.max(right, box.right);
	}
	const parts: Box[][] = [[]];
	for (const { boxes } of rows) {
		if (widestLine(boxes) > WIDE * (right - left)) parts.push([]);
		else parts[parts.length - 1]?.push(...boxes);
	}
	return parts.length > 1 ? parts.filter((part) => part.length >= FEWEST) : [];
}

function widestLine(boxes: readonly Box[]): number {
	let [widest, from, to] = [0, Infinity, -Infinity];
	for (const { left, right } of boxes) {
		if (left - to > WITHIN_LINE) from = left;
		to = Math.max(to, right);
		widest = Math.max(widest, to - from);
	}
	return widest;
}

/** How many boxes cover each place in x, from the first left edge to the last right edge. */
function coverSteps(boxes: readonly Box[]): Array<Interval & { cover: number }> {
	const lefts = new Float64Array(boxes.map(({ left }) => left)).sort();
	const rights = new Float64Array(boxes.map(({ right }) => right)).sort();
	const steps: Array<Interval & { cover: number }> = [];
	let x = lefts[0] ?? 0;
	let [begun, ended] = [0, 0];
	while (ended < rights.length) {
		const next = Math.min(lefts[begun] ?? Infinity, rights[ended] ?? Infinity);
		if (next > x) steps.push({ from: x, to: next, cover: begun - ended });
		x = next;
		while (lefts[begun] === x) begun++;
		while (rights[ended] === x) ended++;
	}
	return steps;
}

/** Places in x that fewer boxes cover than on either side, the deepest and widest ones. */
function valleysOf(boxes: readonly Box[]): Interval[] {
	const steps = coverSteps(boxes);
	// A valley's floor may be uneven by a few boxes: short steps between two floors are taken as floor.
	const peaksAfter = new Array<number>(steps.length).fill(0);
	for (let index = steps.length - 2; index >= 0; index--) {
		peaksAfter[index] = Math.max(peaksAfter[index + 1] ?? 0, steps[index + 1]?.cover ?? 0);
	}
	const valleys: Array<Interval & { depth: number }> = [];
	let peakBefore = 0;
	for (const [index, step] of steps.entries()) {
		const shoulder = Math.min(peakBefore, peaksAfter[index] ?? 0);
		if (shoulder >= 2 && step.cover <= shoulder / 2) {
			const last = valleys[valleys.length - 1];
			const depth = shoulder - step.cover;
			if (last && last.to === step.from && depth === last.depth) last.to = step.to;
			else valleys.push({ from: step.from, to: step.to, depth });
		}
		peakBefore = Math.max(peakBefore, step.cover);
	}
	return valleys
		.filter(({ from, to }) => to - from >= NARROWEST)
		.sort((a, b) => b.depth * (b.to - b.from) - a.depth * (a.to - a.from) || a.from - b.from)
		.slice(0, MOST_VALLEYS)
		.map(({ from, to }) => ({ from, to }));
}

function clearRuns(boxes: readonly Box[], gutter: Interval): Run[] {
	const runs: Run[] = [];
	let from = 0;
	for (let index = 0; index <= boxes.length; index++) {
		const box = boxes[index];
		if (box && isClear(box, gutter)) continue;
		if (index - from >= FEWEST) runs.push({ gutter, from, to: index });
		from = index + 1;
	}
	return runs;
}
