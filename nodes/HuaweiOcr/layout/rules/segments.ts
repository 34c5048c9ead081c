// Pieces of lines put together: broken lines, both lines of a double one, short ones between long ones.

/** A piece of a line in px of the reduced picture: along its direction, and across it at both ends. */
export interface Segment {
	from: number;
	to: number;
	fromAcross: number;
	toAcross: number;
	isSure: boolean;
	/** Grey levels between the line and what is beside it. */
	contrast: number;
	/** Distance from dot to dot, px; 0 of a solid line. */
	period: number;
	/** Where along it something was seen, in order; what lies between them was only bridged. */
	seen: readonly Stretch[];
}

export type Stretch = readonly [from: number, to: number];

/** Lines nearer than this are both lines of a double one, px. */
const DOUBLE = 6;
/** Pieces of one line leave gaps of so many px at most, and meet to within so many px. */
const GAP = 30;
const MEETS = 2.5;
/** A line ends on another one when it ends so near to it. */
const REACH = 6;
const TOUCHES = 5;
/** A line that is not sure has at least this part of the contrast of the others. */
const FAINT = 0.35;
/** The same for dots and dashes: strokes of characters come in a rhythm, too, but not as dark all over. */
const FAINT_DOTS = 0.6;
/** Rhythms of one page differ by no more than this part. */
const RHYTHM = 0.12;
/** A page has dotted lines when they are more than one in so many, by length. */
const FEW_DOTTED = 5;
/** Dashes leave gaps of so many px at most, and most of the line is dark. */
const DASH_GAP = 16;
const STRUNG = 0.6;
/** Ends so near to another line are put on it. */
const BEYOND = 9;

export function joinSegments(allLevels: readonly Segment[], allUprights: readonly Segment[]): { levels: Segment[]; uprights: Segment[] } {
	const isOfPage = sameRhythm([...allLevels, ...allUprights]);
	const [levels, uprights] = [allLevels.filter(isOfPage), allUprights.filter(isOfPage)];
	const all = [...levels, ...uprights].filter(({ isSure }) => isSure).map(({ contrast }) => contrast).sort((a, b) => a - b);
	// Grain may look like a faint line.
	const usual = all[all.length >> 1] ?? 0;
	const unsure = (segments: readonly Segment[]) => strung(segments.filter(({ isSure, contrast, period }) => !isSure && contrast >= usual * (period > 0 ? FAINT_DOTS : FAINT)));
	const maybe = { levels: unsure(levels), uprights: unsure(uprights) };
	let sure = { levels: merged(levels.filter(({ isSure }) => isSure)), uprights: merged(uprights.filter(({ isSure }) => isSure)) };
	// Twice, since a short line may end on one that itself is short.
	for (let round = 0; round < 2; round++) {
		const short = (segments: readonly Segment[], own: readonly Segment[], others: readonly Segment[]) => segments.filter((segment) => isHeld(segment, own, others));
		const next = {
			levels: merged([...sure.levels, ...short(maybe.levels, sure.levels, sure.uprights)]),
			uprights: merged([...sure.uprights, ...short(maybe.uprights, sure.uprights, sure.levels)]),
		};
		sure = next;
	}
	return { levels: sure.levels.map((segment) => extended(segment, sure.uprights)), uprights: sure.uprights.map((segment) => extended(segment, sure.levels)) };
}

/**
 * All dotted lines of a page have one rhythm; what comes in another one are strokes of characters below
 * each other. Beside many solid lines there are no dotted ones.
 */
function sameRhythm(segments: readonly Segment[]): (segment: Segment) => boolean {
	const sure = segments.filter(({ isSure }) => isSure);
	const total = (chosen: readonly Segment[]) => chosen.reduce((sum, { from, to }) => sum + to - from, 0);
	const dotted = sure.filter(({ period }) => period > 0).sort((a, b) => a.period - b.period);
	let passed = 0;
	const half = total(dotted) / 2;
	const usual = dotted.find(({ from, to }) => (passed += to - from) >= half)?.period ?? 0;
	const isSolidPage = total(dotted) * FEW_DOTTED < total(sure);
	return ({ period }) => period === 0 || (!isSolidPage && Math.abs(period - usual) <= RHYTHM * usual);
}

export function acrossAt({ from, to, fromAcross, toAcross }: Segment, along: number): number {
	return to === from ? fromAcross : fromAcross + ((toAcross - fromAcross) * (along - from)) / (to - from);
}

/** Whether both ends stand on lines of the other direction, or one does and the other goes on a line of its own. */
function isHeld(segment: Segment, own: readonly Segment[], others: readonly Segment[]): boolean {
	const [begins, ends] = [meets(segment, segment.from, others), meets(segment, segment.to, others)];
	if (begins && ends) return true;
	return (begins || ends) && own.some((line) => isOne(line, segment) && (begins ? line.to > segment.to : line.from < segment.from));
}

function meets(segment: Segment, end: number, others: readonly Segment[]): boolean {
	return others.some((other) => {
		const across = acrossAt(segment, end);
		return other.from - REACH <= across && other.to + REACH >= across && Math.abs(acrossAt(other, across) - end) <= TOUCHES;
	});
}

/** Ends near a line of the other direction are put on it. */
function extended(segment: Segment, others: readonly Segment[]): Segment {
	let [from, to] = [segment.from, segment.to];
	let [nearFrom, nearTo] = [Infinity, Infinity];
	for (const other of others) {
		const atFrom = acrossAt(other, acrossAt(segment, segment.from));
		const atTo = acrossAt(other, acrossAt(segment, segment.to));
		if (reaches(other, acrossAt(segment, segment.from)) && Math.abs(atFrom - segment.from) < Math.min(BEYOND, nearFrom)) [from, nearFrom] = [atFrom, Math.abs(atFrom - segment.from)];
		if (reaches(other, acrossAt(segment, segment.to)) && Math.abs(atTo - segment.to) < Math.min(BEYOND, nearTo)) [to, nearTo] = [atTo, Math.abs(atTo - segment.to)];
	}
	return to > from ? { ...segment, from, to, fromAcross: acrossAt(segment, from), toAcross: acrossAt(segment, to), seen: reachingTo(segment.seen, from, to) } : segment;
}

/** The outermost stretches moved to where the line ends. */
function reachingTo(seen: readonly Stretch[], from: number, to: number): Stretch[] {
	return seen.flatMap(([begin, end], index): Stretch[] => {
		const first = index === 0 ? from : begin;
		const last = index === seen.length - 1 ? to : end;
		return last > first ? [[first, last]] : [];
	});
}

function together(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
	const stretches: Stretch[] = [];
	for (const next of [...some, ...others].sort((a, b) => a[0] - b[0])) {
		const last = stretches[stretches.length - 1];
		if (last && next[0] <= last[1]) stretches[stretches.length - 1] = [last[0], Math.max(last[1], next[1])];
		else stretches.push(next);
	}
	return stretches;
}

/** Whether two lines at these places are one, or both lines of a double one. */
export function isBeside(some: number, other: number): boolean {
	return Math.abs(some - other) <= DOUBLE;
}

/** Where a line crosses another one, px along: one place or none. @param across of the line, at each px along */
export function crossingOf(other: Segment, across: (along: number) => number): number[] {
	const along = acrossAt(other, across((other.fromAcross + other.toAcross) / 2));
	return reaches(other, across(along)) ? [along] : [];
}

function reaches({ from, to }: Segment, across: number): boolean {
	return from - REACH <= across && to + REACH >= across;
}

/** Pieces that are not sure, strung together where they follow closely: dashes. The pieces stay, too. */
function strung(segments: readonly Segment[]): Segment[] {
	const inOrder = [...segments].sort((a, b) => a.from - b.from);
	const used = new Set<Segment>();
	const strings: Segment[] = [];
	for (const first of inOrder) {
		if (used.has(first)) continue;
		let string = first;
		let dark = first.to - first.from;
		for (;;) {
			const next = inOrder.find((each) => !used.has(each) && each.to > string.to && each.from - string.to <= DASH_GAP && each.from > string.from && isOne(string, each));
			if (!next) break;
			used.add(next);
			dark += next.to - Math.max(next.from, string.to);
			string = { ...string, to: next.to, toAcross: next.toAcross, seen: together(string.seen, next.seen) };
		}
		if (string !== first && dark >= STRUNG * (string.to - string.from)) strings.push(string);
	}
	return [...segments, ...strings];
}

/** Joins pieces that go on each other, and lines beside each other. */
function merged(segments: readonly Segment[]): Segment[] {
	const result: Segment[] = [];
	const longestFirst = [...segments].sort((a, b) => b.to - b.from - (a.to - a.from));
	for (const segment of longestFirst) {
		const index = result.findIndex((other) => isOne(other, segment));
		const other = result[index];
		if (!other) result.push(segment);
		else result[index] = joined(other, segment);
	}
	// Longer lines may now reach each other.
	return result.length < segments.length ? merged(result) : result;
}

function isOne(long: Segment, short: Segment): boolean {
	const gap = Math.max(long.from, short.from) - Math.min(long.to, short.to);
	if (gap > GAP) return false;
	const middle = (short.from + short.to) / 2;
	const off = Math.abs(acrossAt(long, middle) - acrossAt(short, middle));
	// Extrapolated over a gap, a line is less certain.
	return gap > 0 ? off <= MEETS + 0.02 * (Math.max(long.from, middle) - Math.min(long.to, middle)) : off <= DOUBLE;
}

/** The longer one with the reach of both; beside each other they are both lines of a double one. */
function joined(long: Segment, short: Segment): Segment {
	const from = Math.min(long.from, short.from);
	const to = Math.max(long.to, short.to);
	const overlap = Math.min(long.to, short.to) - Math.max(long.from, short.from);
	const common = { from, to, isSure: true, contrast: long.contrast, period: long.period, seen: together(long.seen, short.seen) };
	if (overlap > 0.7 * (long.to - long.from)) {
		const middleOf = (along: number) => (acrossAt(long, along) + acrossAt(short, along)) / 2;
		return { ...common, fromAcross: middleOf(from), toAcross: middleOf(to) };
	}
	const atEnd = (along: number) => (along < long.from || along > long.to ? acrossAt(short, along) : acrossAt(long, along));
	return { ...common, fromAcross: atEnd(from), toAcross: atEnd(to) };
}
