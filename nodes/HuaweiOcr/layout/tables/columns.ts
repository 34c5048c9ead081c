// The columns of a table: the white that its lines leave in common, and what stands in which column.
import { characterWidth, endsInCjk, startsWithCjk } from '../characters';
import type { Box } from '../page/frame';
import { countWhile } from '../sorted';

/** White space between two columns, in text heights. */
export interface Gap {
	from: number;
	to: number;
}

/** Narrower white is a space between words; boxes reach so far over the edges of their texts. */
const NARROWEST = 0.25;
/** … but where so many lines leave it free, it parts columns that touch. */
const TOUCHING = 0.06;
const MANY = 6;
/** So many of a table's lines may reach over a gap: texts over empty cells, cells read as one block. */
const BRIDGED = 0.2;
const FEWEST_FOR_BRIDGES = 5;
/** Recognised boxes of neighbouring cells overlap by at most so much. */
const OVERLAP = 1;
/** How far the place of a space in a block may be misjudged: this part of the way to it, and at least so much. */
const MISJUDGED = 0.12;
const SURELY = 0.6;
/** Lines nearer than this, in text heights, stand beside each other; so many are asked. */
const BESIDE = 0.85;
/** … or no further off than halfway from one row to the next. */
const HALFWAY = 0.52;
const MOST_BESIDE = 400;

/** A box with its edges clear of its neighbours, as recognised boxes are wider than their text. */
export function parted(boxes: readonly Box[]): Box[] {
	const result = [...boxes];
	for (let index = 1; index < result.length; index++) {
		const [before, box] = [result[index - 1], result[index]];
		if (!before || !box) continue;
		const gap = box.left - before.right;
		if (gap >= NARROWEST || gap < -OVERLAP) continue;
		const place = (before.right + box.left) / 2;
		const half = NARROWEST;
		if (place - half <= before.left || place + half >= box.right) continue;
		result[index - 1] = { ...before, right: Math.min(before.right, place - half) };
		result[index] = { ...box, left: Math.max(box.left, place + half) };
	}
	return result;
}

/** Gaps between the columns of these lines, from left to right. @param lines boxes of each line, from left to right */
export function findGaps(lines: readonly (readonly Box[])[]): Gap[] {
	const boxes = lines.flatMap(parted);
	const narrowest = lines.length >= MANY ? TOUCHING : NARROWEST;
	const edges = edgesOf(boxes);
	const sure = valleys(edges, 0, narrowest);
	const allowed = lines.length < FEWEST_FOR_BRIDGES ? 0 : Math.floor(lines.length * BRIDGED);
	if (allowed === 0) return sure;
	const others = valleys(edges, allowed, narrowest)
		.filter(({ from, to }) => !sure.some((gap) => gap.from < to && gap.to > from))
		.flatMap((gap) => narrowed(gap, boxes, narrowest) ?? []);
	return [...sure, ...others].sort((a, b) => a.from - b.from);
}

/**
 * Gaps with those of columns whose texts stand alone on their lines: beside the others, a little higher
 * or lower, where cells have their middle in line.
 * @param lone boxes that are alone on their lines
 */
export function withLoneColumns(gaps: readonly Gap[], lines: readonly (readonly Box[])[], lone: readonly Box[]): Gap[] {
	const within = new Map<Gap, Box[]>();
	for (const box of lone) {
		const before = gaps[columnAt(gaps, (box.left + box.right) / 2) - 1];
		const after = gaps[columnAt(gaps, (box.left + box.right) / 2)];
		const gap = [before, after].find((each) => each !== undefined && box.left >= each.from && box.right <= each.to);
		const known = gap && within.get(gap);
		if (known) known.push(box);
		else if (gap) within.set(gap, [box]);
	}
	const sides = besideAll(lines, lone);
	const added = [...within.values(), ...sides].filter((boxes) => boxes.length > 1 && boxes.length * 3 >= Math.min(lines.length, 3 * MOST_BESIDE)).flat();
	return added.length > 0 ? findGaps([...lines, ...added.map((box) => [box])]) : [...gaps];
}

/** Boxes left, and right, of all lines that stand beside them: the number of each row, level with the middle of its lines. */
function besideAll(lines: readonly (readonly Box[])[], lone: readonly Box[]): Box[][] {
	const middles = new Float64Array(lines.flatMap(([box]) => (box ? [box.middle] : []))).sort();
	const left = lines.reduce((least, line) => Math.min(least, line[0]?.left ?? Infinity), Infinity);
	const right = lines.reduce((most, line) => Math.max(most, line[line.length - 1]?.right ?? -Infinity), -Infinity);
	const steps = middles.slice(1).map((middle, index) => middle - (middles[index] ?? middle)).sort();
	const reach = Math.max(BESIDE, HALFWAY * (steps[steps.length >> 1] ?? 0));
	const isBeside = ({ middle }: Box) => {
		const next = middles[countWhile(middles, (each) => each <= middle - reach)];
		return next !== undefined && next < middle + reach;
	};
	const sides = [lone.filter((box) => box.right <= left - NARROWEST), lone.filter((box) => box.left >= right + NARROWEST)];
	return sides.map((boxes) => boxes.slice(0, MOST_BESIDE)).filter((boxes) => boxes.every(isBeside));
}

/** Where boxes begin and end, each from left to right. */
interface Edges {
	lefts: Float64Array;
	rights: Float64Array;
}

function edgesOf(boxes: readonly Box[]): Edges {
	const lefts = new Float64Array(boxes.length);
	const rights = new Float64Array(boxes.length);
	for (let index = 0; index < boxes.length; index++) {
		const box = boxes[index] as Box;
		lefts[index] = box.left;
		rights[index] = box.right;
	}
	return { lefts: lefts.sort(), rights: rights.sort() };
}

/** Places in x that no more boxes cover than allowed, between places that more cover. */
function valleys({ lefts, rights }: Edges, allowed: number, narrowest: number): Gap[] {
	const gaps: Gap[] = [];
	let [begun, ended] = [0, 0];
	let cover = 0;
	let from: number | undefined;
	while (begun < lefts.length) {
		const left = lefts[begun] ?? Infinity;
		const right = rights[ended] ?? Infinity;
		if (right <= left) {
			cover--;
			ended++;
			if (cover === allowed) from = right;
		} else {
			if (cover === allowed && from !== undefined && left - from >= narrowest) gaps.push({ from, to: left });
			cover++;
			begun++;
		}
	}
	return gaps;
}

/** A gap without the boxes that reach into it from one side; undefined when nothing is left of it. */
function narrowed({ from, to }: Gap, boxes: readonly Box[], narrowest: number): Gap | undefined {
	let [left, right] = [from, to];
	for (const box of boxes) {
		if (box.right <= from || box.left >= to) continue;
		if (box.left < from && box.right < to) left = Math.max(left, box.right);
		else if (box.right > to && box.left > from) right = Math.min(right, box.left);
	}
	return right - left >= narrowest ? { from: left, to: right } : undefined;
}

/** First and last column (0-based) that a box reaches into. */
export function spanOf(gaps: readonly Gap[], box: { left: number; right: number }): [first: number, last: number] {
	const first = countWhile(gaps, ({ from }) => box.left >= from - NARROWEST);
	const last = countWhile(gaps, ({ to }) => box.right > to + NARROWEST);
	if (first <= last) return [first, last];
	const column = columnAt(gaps, (box.left + box.right) / 2);
	return [column, column];
}

/** The column that a place in x belongs to; white counts to the nearer column. */
export function columnAt(gaps: readonly Gap[], x: number): number {
	return countWhile(gaps, ({ from, to }) => x >= (from + to) / 2);
}

/** Places within a box's words where it may be cut: at spaces, and where Chinese and figures meet. */
export function cutPlaces(box: Pick<Box, 'words' | 'left' | 'right'>): Array<{ at: number; place: number }> {
	const characters = Array.from(box.words);
	const widths = characters.map(characterWidth);
	const scale = (box.right - box.left) / (widths.reduce((sum, width) => sum + width, 0) || 1);
	const places: Array<{ at: number; place: number }> = [];
	let x = box.left;
	for (const [at, character] of characters.entries()) {
		const width = (widths[at] ?? 0) * scale;
		const isSpace = /\s/.test(character);
		if (at > 0 && (isSpace || changesScript(characters[at - 1] ?? '', character))) places.push({ at, place: isSpace ? x + width / 2 : x });
		x += width;
	}
	return places;
}

/** From Chinese to a number or back: the only places without a space where cells are known to touch. */
function changesScript(before: string, after: string): boolean {
	return (endsInCjk(before) && /[\d$¥€£]/.test(after)) || (/\d/.test(before) && startsWithCjk(after));
}

/**
 * Cuts a box that reaches over gaps into the cells it was read from.
 * @param isLikely says whether a text may stand in a column alone
 * @returns the box itself where there is no such place, or the texts would not fit their columns
 */
export function cutAt(box: Box, gaps: readonly Gap[], isLikely: (words: string, column: number, sure: boolean) => boolean): Box[] {
	const [first, last] = spanOf(gaps, box);
	if (first === last) return [box];
	const characters = Array.from(box.words);
	const places = cutPlaces(box);
	const pieces: Box[] = [];
	let from = 0;
	let left = box.left;
	let sure = true;
	const piece = (to: number, right: number) => {
		const words = characters.slice(from, to).join('').trim();
		if (words === '') return false;
		pieces.push({ ...box, words, left, right });
		return true;
	};
	for (const gap of gaps.slice(first, last)) {
		const distance = ({ place }: { place: number }) => Math.max(gap.from - place, place - gap.to, 0);
		const best = places.filter(({ at }) => at > from).reduce<{ at: number; place: number } | undefined>((near, next) => (!near || distance(next) < distance(near) ? next : near), undefined);
		if (!best || distance(best) > Math.max(SURELY, MISJUDGED * (box.right - box.left)) || !piece(best.at, Math.max(left, gap.from))) return [box];
		if (distance(best) > SURELY) sure = false;
		from = best.at;
		left = Math.min(box.right, gap.to);
	}
	if (!piece(characters.length, box.right)) return [box];
	return pieces.every(({ words }, index) => isLikely(words, first + index, sure)) ? pieces : [box];
}
