// Which columns the texts of a head name: heads of several lines and storeys, heads beside their columns.
import { endsInCjk, joinWrapped, startsWithCjk } from '../characters';
import type { Box } from '../page/frame';
import type { Row } from '../page/rows';
import { spanOf } from './columns';
import { cutHead } from './cutHeads';
import type { Gap } from './columns';

export interface Extent {
	left: number;
	right: number;
}

export interface Heads {
	/** The columns' gaps, with those of columns that have a head and nothing below it. */
	gaps: Gap[];
	/** Head of each column, upper storeys first; '' where there is none. */
	names: string[];
}

/** Distances are text heights. Words of one head stand nearer than this. */
const ONE_HEAD = 0.8;
/** A head over one column has its middle or its left edge where the column's own head has it. */
const IN_LINE = 0.7;
/** What a column costs that no upper head names, against heads off the middle of their columns. */
const UNNAMED = 0.4;
/** Heads stand over several columns when those have their middles nearer by this. */
const CLEARLY_NEARER = 0.4;
/** With more columns, upper heads are put where they stand. */
const MOST_COLUMNS = 64;
const FEWEST_FOR_NEW = 3;

/** A head with the columns that it stands over. */
interface Placed {
	words: string;
	first: number;
	last: number;
	left: number;
	right: number;
}

/**
 * @param rows of the head, from top to bottom
 * @param ink where the columns have text below the head
 */
export function readHeads(rows: readonly Row[], gaps: readonly Gap[], ink: readonly Extent[]): Heads {
	const whole = rows.map(({ boxes }) => joined(boxes, gaps));
	const ways = [ink, withHeads(ink, whole.flat(), gaps)];
	const named = new Set(whole.flat().flatMap((box) => (spanOf(gaps, box)[0] === spanOf(gaps, box)[1] ? [spanOf(gaps, box)[0]] : [])));
	const lines = whole.map((boxes) => boxes.flatMap((box) => cutHead(box, gaps, ways, (column) => named.has(column))));
	const base = lines.reduce((best, line, index) => (line.length >= (lines[best]?.length ?? 0) ? index : best), 0);
	const placed = placeBase(lines[base] ?? [], ...withNamedColumns(lines.slice(base + 1), gaps, ink));
	const columns = placed.ink.map((extent, column) => {
		const own = placed.heads.filter(({ first, last }) => first === column && last === column);
		return { left: Math.min(extent.left, ...own.map(({ left }) => left)), right: Math.max(extent.right, ...own.map(({ right }) => right)) };
	});
	// From the line that names most columns down, then up: a line is told by those that are known.
	const known: Placed[] = [...placed.heads];
	const byLine: Placed[][] = lines.map((_, index) => (index === base ? placed.heads : []));
	for (let index = base + 1; index < lines.length; index++) known.push(...(byLine[index] = placeLower(lines[index] ?? [], columns)));
	for (let index = base - 1; index >= 0; index--) known.push(...(byLine[index] = placeUpper(lines[index] ?? [], columns, known)));
	const names = columns.map(() => '');
	const storeys = new Set<number>();
	for (const { words, first, last } of byLine.flat()) {
		// Lines of one name are one text; names of several columns are put before those of each.
		for (let column = first; column <= last; column++) names[column] = (first === last && !storeys.has(column) ? joinWrapped : joinStorey)(names[column] ?? '', words);
		for (let column = first; column <= last; column++) {
			if (first !== last) storeys.add(column);
			else storeys.delete(column);
		}
	}
	return { gaps: placed.gaps, names };
}

/** Where the columns have text, heads over one column included. */
function withHeads(ink: readonly Extent[], heads: readonly Box[], gaps: readonly Gap[]): Extent[] {
	const extents = ink.map(({ left, right }) => ({ left, right }));
	for (const head of heads) {
		const [first, last] = spanOf(gaps, head);
		const extent = extents[first];
		if (first !== last || !extent) continue;
		extent.left = Math.min(extent.left, head.left);
		extent.right = Math.max(extent.right, head.right);
	}
	return extents;
}

function joinStorey(upper: string, lower: string): string {
	return upper === '' ? lower : `${upper} ${lower}`;
}

/** A single character of a word whose characters stand apart: "数 量". */
function isSpaced(text: string): boolean {
	return Array.from(text).length === 1 && startsWithCjk(text);
}

/** Words of one head put together. */
function joined(boxes: readonly Box[], gaps: readonly Gap[]): Box[] {
	const result: Box[] = [];
	for (const box of boxes) {
		const last = result[result.length - 1];
		if (last && box.left - last.right < ONE_HEAD / 2 && box.left > last.left && spanOf(gaps, last)[1] === spanOf(gaps, box)[0]) {
			result[result.length - 1] = { ...last, words: joinWords(last.words, box.words), right: Math.max(last.right, box.right) };
		} else result.push(box);
	}
	return result;
}

function joinWords(before: string, after: string): string {
	const spaced = isSpaced(after) && endsInCjk(before) && Array.from(before).length < 6;
	return spaced ? before + after : `${before} ${after}`;
}

function distance(box: Extent, column: Extent): number {
	return Math.max(box.left - column.right, column.left - box.right, 0);
}

function offMiddle(box: Extent, column: Extent): number {
	return Math.abs(box.left + box.right - column.left - column.right) / 2;
}

/** Columns with those that further lines of the head name, where nothing stands below. */
function withNamedColumns(lines: readonly (readonly Box[])[], gaps: readonly Gap[], ink: readonly Extent[]): [gaps: Gap[], ink: Extent[]] {
	let columns = [...ink];
	if (ink.length > MOST_COLUMNS || lines.some((line) => line.length > MOST_COLUMNS)) return [[...gaps], columns];
	for (const line of lines) {
		for (const [at, box] of line.entries()) {
			if (!isClear(line, at, columns) || !columns.every((column) => distance(box, column) >= ONE_HEAD / 2)) continue;
			// A line of a head that stands over a column is no column of its own.
			const isLine = lines.some((other) => other !== line && other.some((head) => distance(head, box) === 0 && head.right - head.left < 1.5 * (box.right - box.left) + 1 && columns.some((column) => distance(head, column) === 0)));
			if (isLine || box.left < (columns[0]?.left ?? 0) || box.right > (columns[columns.length - 1]?.right ?? 0)) continue;
			columns = [...columns, { left: box.left, right: box.right }].sort((a, b) => a.left - b.left);
		}
	}
	if (columns.length === ink.length) return [[...gaps], columns];
	return [columns.slice(1).map((column, index) => gapBetween(columns[index] ?? column, column, gaps)), columns];
}

/** The known gap between two columns, or the white between their texts. */
function gapBetween(before: Extent, after: Extent, gaps: readonly Gap[]): Gap {
	const middle = (before.right + after.left) / 2;
	const known = gaps.find(({ from, to }) => Math.abs(from - before.right) < 0.5 && Math.abs(to - after.left) < 0.5);
	return known ?? (before.right < after.left ? { from: before.right, to: after.left } : { from: middle, to: middle });
}

interface Base {
	gaps: Gap[];
	ink: Extent[];
	heads: Placed[];
}

/**
 * The line that names most columns: each head its own column, in their order, as near as can be. What
 * each way of doing without that costs is in COST.
 */
function placeBase(boxes: readonly Box[], gaps: readonly Gap[], ink: readonly Extent[]): Base {
	const natural = boxes.map((box) => ({ box, span: spanOf(gaps, box) }));
	const collide = natural.some(({ span }, index) => index > 0 && span[0] <= (natural[index - 1]?.span[1] ?? -1));
	const spans = natural.some(({ span: [first, last] }) => first !== last);
	const clear = natural.every(({ box, span: [first] }) => distance(box, ink[first] ?? box) === 0);
	// More heads than any table has are put where they stand.
	if ((!collide && (spans || clear)) || boxes.length > MOST_COLUMNS || ink.length > MOST_COLUMNS) {
		return { gaps: [...gaps], ink: [...ink], heads: natural.map(({ box, span: [first, last] }) => ({ words: box.words, first, last, left: box.left, right: box.right })) };
	}
	const ways = standAtTheLeft(boxes, ink) ? boxes.map((_, column) => ({ column })) : align(boxes, ink);
	return build(boxes, ways, gaps, ink);
}

/**
 * Whether each column has its head over it or left of it, clear of the columns beside: heads stand at the left of
 * their cells and figures at the right, so that a figure may be nearer to the next head.
 */
function standAtTheLeft(boxes: readonly Box[], ink: readonly Extent[]): boolean {
	if (boxes.length !== ink.length) return false;
	return boxes.every((box, column) => {
		const own = ink[column];
		const [next, nextHead] = [ink[column + 1], boxes[column + 1]];
		if (!own || box.left > own.right) return false;
		return !next || !nextHead || Math.max(box.right, own.right) <= Math.min(next.left, nextHead.left);
	});
}

/** How a head is placed: on a column, on a column of its own, or as further words of the head before it. */
type Way = { column: number } | 'new' | 'words';

const COST = {
	/** A column without a name; the first one often has none. */
	unnamed: 5,
	unnamedFirst: 0.5,
	/** A column with a name and nothing below it. */
	new: 2,
	/** Words of one head that stand apart. */
	words: 1.5,
} as const;

function align(boxes: readonly Box[], ink: readonly Extent[]): Way[] {
	const width = ink.length;
	interface Step {
		cost: number;
		way: Way | 'skip';
	}
	const table: Step[][] = [];
	const costAt = (row: number, column: number) => table[row]?.[column]?.cost ?? Infinity;
	for (let row = 0; row <= boxes.length; row++) {
		const steps: Step[] = [];
		table.push(steps);
		const box = boxes[row - 1];
		for (let column = 0; column <= width; column++) {
			let best: Step = { cost: row === 0 && column === 0 ? 0 : Infinity, way: 'skip' };
			const offer = (cost: number, way: Step['way']) => {
				if (cost < best.cost) best = { cost, way };
			};
			if (column > 0) offer((steps[column - 1]?.cost ?? Infinity) + (column === 1 ? COST.unnamedFirst : COST.unnamed), 'skip');
			if (box) {
				const here = ink[column - 1];
				if (here) offer(costAt(row - 1, column - 1) + distance(box, here) + offMiddle(box, here) / 100, { column: column - 1 });
				if (isClear(boxes, row - 1, ink)) offer(costAt(row - 1, column) + COST.new, 'new');
				if (here && row > 1) offer(costAt(row - 1, column) + COST.words + distance(box, here), 'words');
			}
			steps.push(best);
		}
	}
	const ways: Way[] = [];
	let [row, column] = [boxes.length, width];
	while (row > 0 || column > 0) {
		const way = table[row]?.[column]?.way ?? 'skip';
		if (way === 'skip') {
			if (column === 0) break;
			column--;
			continue;
		}
		ways.push(way);
		row--;
		if (typeof way === 'object') column--;
	}
	return ways.reverse();
}

/** Whether a head stands over no column at all, clear of its neighbours. */
function isClear(boxes: readonly Box[], at: number, ink: readonly Extent[]): boolean {
	const box = boxes[at];
	if (!box || isSpaced(box.words) || ink.length < FEWEST_FOR_NEW) return false;
	const [before, after] = [boxes[at - 1], boxes[at + 1]];
	if ((before && box.left - before.right < ONE_HEAD) || (after && after.left - box.right < ONE_HEAD)) return false;
	return ink.every((column) => distance(box, column) > 0);
}

/** Columns with those that only have a name. */
function build(boxes: readonly Box[], ways: readonly Way[], gaps: readonly Gap[], ink: readonly Extent[]): Base {
	const result: Base = { gaps: [], ink: [], heads: [] };
	let next = 0;
	let known: number | undefined;
	const add = (extent: Extent, column: number | undefined) => {
		const before = result.ink[result.ink.length - 1];
		if (before) {
			const gap = column !== undefined && known === column - 1 ? gaps[column - 1] : undefined;
			const [from, to] = [before.right, extent.left];
			result.gaps.push(gap ?? (from < to ? { from, to } : { from: (from + to) / 2, to: (from + to) / 2 }));
		}
		result.ink.push(extent);
		known = column;
	};
	const upTo = (column: number) => {
		for (; next <= column; next++) add(ink[next] ?? { left: 0, right: 0 }, next);
	};
	for (const [index, box] of boxes.entries()) {
		const way = ways[index];
		const last = result.heads[result.heads.length - 1];
		if (way === 'words' && last) {
			last.words = isSpaced(box.words) ? last.words + box.words : `${last.words} ${box.words}`;
			last.right = Math.max(last.right, box.right);
			continue;
		}
		if (typeof way === 'object') upTo(way.column);
		else {
			// Columns without a name that stand before the new one.
			while (next < ink.length && (ink[next]?.right ?? Infinity) <= box.left) upTo(next);
			add({ left: box.left, right: box.right }, undefined);
		}
		const column = result.ink.length - 1;
		result.heads.push({ words: box.words, first: column, last: column, left: box.left, right: box.right });
	}
	upTo(ink.length - 1);
	return result;
}

/** Further lines of heads: each text goes to the column that it stands under most. */
function placeLower(boxes: readonly Box[], columns: readonly Extent[]): Placed[] {
	if (boxes.length > MOST_COLUMNS || columns.length > MOST_COLUMNS) return [];
	return boxes.map((box) => {
		const shared = (column: Extent) => Math.min(box.right, column.right) - Math.max(box.left, column.left);
		const column = columns.reduce((best, each, index) => (shared(each) > shared(columns[best] ?? each) ? index : best), 0);
		return { words: box.words, first: column, last: column, left: box.left, right: box.right };
	});
}

/**
 * A line above the one that names most columns. A text in line with one column is a line of that
 * column's head; others name all the columns that they stand in the middle of.
 */
function placeUpper(boxes: readonly Box[], columns: readonly Extent[], known: readonly Placed[]): Placed[] {
	if (boxes.length > MOST_COLUMNS || columns.length > MOST_COLUMNS) return boxes.map((box) => spanned(box, [], columns.slice(0, MOST_COLUMNS)));
	// A column is where its own head stands; without one, where its text does.
	const heads = columns.map((extent, column) => {
		const own = known.filter(({ first, last }) => first === column && last === column);
		return own.length === 0 ? extent : { left: Math.min(...own.map(({ left }) => left)), right: Math.max(...own.map(({ right }) => right)) };
	});
	const under = boxes.map((box) => withWholeGroups(heads.flatMap((head, index) => (Math.min(box.right, head.right) - Math.max(box.left, head.left) > 0.2 ? [index] : [])), known));
	const kinds = boxes.map((box, at) => {
		const [column, ...others] = under[at] ?? [];
		if (column === undefined || others.length > 0) return 'several';
		const extent = columns[column];
		const inLine = [...known.filter(({ first, last }) => first === column && last === column), ...(extent ? [extent] : [])].some(
			(head) => offMiddle(box, head) <= IN_LINE || Math.abs(box.left - head.left) <= IN_LINE || Math.abs(box.right - head.right) <= IN_LINE,
		);
		return inLine ? 'one' : 'either';
	});
	const alone = boxes.map((box, at) => spanned(box, under[at] ?? [], columns));
	if (kinds.includes('several')) return partition(boxes, under, columns, heads);
	if (!kinds.includes('either')) return alone;
	// Off the middle of the column below, but in the middle of several: those are meant.
	const off = (placed: readonly Placed[]) =>
		placed.reduce((sum, { first, last, left, right }) => {
			const extents = [columns, heads].map((each) => ({ left: each[first]?.left ?? 0, right: each[last]?.right ?? 0 }));
			return sum + Math.min(...extents.map((extent) => offMiddle({ left, right }, extent)));
		}, 0);
	const shared = partition(boxes, under, columns, heads);
	return off(alone) > boxes.length && off(shared) < CLEARLY_NEARER * off(alone) ? shared : alone;
}

/** A name over several columns stands over all columns that a lower storey puts together, or over none of them. */
function withWholeGroups(under: readonly number[], known: readonly Placed[]): number[] {
	if (under.length < 2) return [...under];
	let [from, to] = [under[0] ?? 0, under[under.length - 1] ?? 0];
	for (const { first, last } of known) {
		if (first > to || last < from) continue;
		from = Math.min(from, first);
		to = Math.max(to, last);
	}
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function spanned(box: Box, under: readonly number[], columns: readonly Extent[]): Placed {
	const nearest = columns.reduce((best, column, index) => (distance(box, column) < distance(box, columns[best] ?? column) ? index : best), 0);
	const [first, last] = [under[0] ?? nearest, under[under.length - 1] ?? nearest];
	return { words: box.words, first, last, left: box.left, right: box.right };
}

/** Gives each head neighbouring columns, so that the heads stand in the middle of theirs and few columns have none. */
function partition(boxes: readonly Box[], under: readonly (readonly number[])[], columns: readonly Extent[], heads: readonly Extent[]): Placed[] {
	const count = columns.length;
	interface Step {
		cost: number;
		first: number;
		last: number;
	}
	// best[at][column]: the heads up to `at` have columns before `column`.
	let best: Array<{ cost: number; path: Step[] }> = Array.from({ length: count + 1 }, (_, column) => ({ cost: column * UNNAMED, path: [] }));
	for (const [at, box] of boxes.entries()) {
		const must = under[at] ?? [];
		const next: Array<{ cost: number; path: Step[] }> = Array.from({ length: count + 1 }, () => ({ cost: Infinity, path: [] }));
		for (let first = 0; first < count; first++) {
			const before = best[first];
			if (!before || before.cost === Infinity || (must[0] !== undefined && first > must[0])) continue;
			for (let last = first; last < count; last++) {
				if ((must[must.length - 1] ?? last) > last) continue;
				const off = [columns, heads].map((extents) => offMiddle(box, { left: extents[first]?.left ?? 0, right: extents[last]?.right ?? 0 }));
				const cost = before.cost + Math.min(...off);
				const end = next[last + 1];
				if (end && cost < end.cost) next[last + 1] = { cost, path: [...before.path, { cost, first, last }] };
			}
		}
		for (let column = 1; column <= count; column++) {
			const before = next[column - 1];
			const end = next[column];
			if (before && end && before.cost + UNNAMED < end.cost) next[column] = { cost: before.cost + UNNAMED, path: before.path };
		}
		best = next;
	}
	const path = best[count]?.path ?? [];
	return boxes.map((box, at) => {
		const step = path[at];
		return step ? { words: box.words, first: step.first, last: step.last, left: box.left, right: box.right } : spanned(box, under[at] ?? [], columns);
	});
}
