// A second look at the picture once it is known which lines cross. The border between two rows is two or three
// dashes, or a few pixels that text touches: too little to be found by itself, but enough where a line is expected;
// and text that goes on in the place of a line is none, however dark it is. Each border is compared with those that
// the same line, or the page, certainly has.
import { acrossAt, crossingOf, isBeside } from './segments';
import type { Segment, Stretch } from './segments';
import { ridgeNear } from './ridges';
import type { GreyImage, Pause } from './types';

/** A border is as clear as this part of what is usual, … */
const CLEAR = 0.5;
/** … has so much of the usual number of dark pixels (less will do where most of it was seen before: lines are broken), … */
const COVERED = 0.7;
const COVERED_AND_SEEN = 0.5;
/** … and no gaps that are much longer than the longest of the page. */
const WIDER = { times: 1.5, px: 2 };
/** A pixel is dark when it has this part of the contrast of the line. */
const DARK = 0.4;
/** What stands so far beside a border is compared with it, px: strokes of text are on all sides. */
const BESIDE = [-8, -6, 6, 8] as const;
/** The line may lie off by so many px: it was followed beyond its end, or is a double one. */
const SHIFTS = [0, -2, 2] as const;
/** Nearest to the edge of the picture that can be looked at, px. */
const MARGIN = 16;
/** Around crossings nothing is to be seen, px. */
const CROSSING = 3;
/** Shorter borders show too little, px. */
const SHORTEST = 10;
/** More crossings are squared paper or a pattern; one look at all of them would take seconds. */
const MOST_CROSSINGS = 10_000;
/** All of a border was seen the first time, or most of it. */
const ALL = 0.9;
const MOST = 0.5;
/** So many borders tell what is usual on a line; of fewer, those of the page tell more. */
const ENOUGH_KNOWN = 3;

/** The picture along lines of one direction. */
interface View {
	data: Uint8Array;
	/** px along a line and across it; steps in the data. */
	along: number;
	across: number;
	stepAlong: number;
	stepAcross: number;
}

interface Lines {
	levels: readonly Segment[];
	uprights: readonly Segment[];
}

/** How a border looks. */
interface Look {
	/** How much darker it is than what stands beside it, against the contrast of its line. */
	clear: number;
	/** Part of its pixels that are dark. */
	covered: number;
	/** Its longest gap, px. */
	gap: number;
	/** Where it is clearest, px off the line. */
	shift: number;
}

interface Border {
	stretch: Stretch;
	/** Part of it that was seen the first time. */
	seen: number;
}

/** @returns lines with the borders that were missed, without those that are text; px of the reduced picture */
export async function lookAgain({ width, height, data }: GreyImage, { levels, uprights }: Lines, pause: Pause): Promise<Lines> {
	if (levels.length * uprights.length > MOST_CROSSINGS) return { levels, uprights };
	const level: View = { data, along: width, across: height, stepAlong: 1, stepAcross: width };
	const upright: View = { data, along: height, across: width, stepAlong: width, stepAcross: 1 };
	const newUprights = await withBorders(upright, uprights, levels, pause);
	return { levels: await withBorders(level, levels, newUprights, pause), uprights: newUprights };
}

async function withBorders(view: View, lines: readonly Segment[], others: readonly Segment[], pause: Pause): Promise<Segment[]> {
	const looksOf = (line: Segment) => bordersOf(line, others).filter(({ seen }) => seen >= MOST).map(({ stretch }) => lookAt(view, line, stretch));
	const known: Look[][] = [];
	for (const line of lines) {
		known.push(looksOf(line));
		await pause();
	}
	const ofPage = usualOf(known.flat());
	const found = [...lines];
	for (const [index, line] of lines.entries()) {
		const own = known[index] ?? [];
		const usual = own.length >= ENOUGH_KNOWN ? { ...usualOf(own), gap: ofPage.gap } : ofPage;
		const isElsewhere = ({ stretch }: Border) => found.some((other, at) => at !== index && isThere(other, line, stretch));
		const inDoubt = bordersOf(line, others).filter((border) => border.seen < ALL && (border.seen > 0 || !isElsewhere(border)));
		found[index] = withBordersLike(view, line, inDoubt, usual);
		await pause();
	}
	return found.filter(({ seen }) => seen.length > 0);
}

function withBordersLike(view: View, line: Segment, borders: readonly Border[], usual: Look): Segment {
	// From the middle outwards: where the line goes on gets surer on the way.
	const middle = line.from + line.to;
	const off = ({ stretch: [from, to] }: Border) => Math.abs(from + to - middle);
	let grown = line;
	for (const { stretch, seen } of [...borders].sort((a, b) => off(a) - off(b))) {
		const look = lookAt(view, grown, stretch);
		grown = isLike(look, usual, seen >= MOST, line.period > 0) ? withStretch(grown, stretch, look.shift) : withoutStretch(grown, stretch);
	}
	return grown;
}

/** The parts of a line, made longer, between the lines that it crosses. */
function bordersOf(line: Segment, others: readonly Segment[]): Border[] {
	const crossings = others
		.flatMap((other) => crossingOf(other, (along) => acrossAt(line, along)))
		.sort((a, b) => a - b);
	return crossings.slice(1).flatMap((to, index): Border[] => {
		const from = crossings[index] ?? 0;
		return to - from < SHORTEST ? [] : [{ stretch: [from, to], seen: seenOf(line, from, to) / (to - from) }];
	});
}

function seenOf({ seen }: Segment, from: number, to: number): number {
	return seen.reduce((sum, [begin, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(begin, from)), 0);
}

/** Whether a border was seen as part of another line in the same place. */
function isThere(other: Segment, line: Segment, [from, to]: Stretch): boolean {
	const middle = (from + to) / 2;
	return isBeside(acrossAt(other, middle), acrossAt(line, middle)) && seenOf(other, from, to) > 0;
}

function usualOf(looks: readonly Look[]): Look {
	const part = (share: number, value: (look: Look) => number) => looks.map(value).sort((a, b) => a - b)[Math.floor(looks.length * share)] ?? 0;
	return { clear: part(0.5, ({ clear }) => clear), covered: part(0.5, ({ covered }) => covered), gap: part(0.9, ({ gap }) => gap), shift: 0 };
}

function isLike(look: Look, usual: Look, isSeen: boolean, isDotted: boolean): boolean {
	if (look.clear <= 0 || look.clear < CLEAR * usual.clear || look.covered < (isSeen ? COVERED_AND_SEEN : COVERED) * usual.covered) return false;
	return (isSeen && !isDotted) || look.gap <= WIDER.times * usual.gap + WIDER.px;
}

/** The clearest look at a border. */
function lookAt(view: View, line: Segment, stretch: Stretch): Look {
	return SHIFTS.map((shift) => lookOffBy(shift, view, line, stretch)).reduce((best, look) => (look.clear > best.clear ? look : best));
}

function lookOffBy(shift: number, { data, along, across, stepAlong, stepAcross }: View, line: Segment, [from, to]: Stretch): Look {
	const most = line.contrast;
	const at = (index: number) => Math.min(most, ridgeNear(data, index, stepAcross));
	const beside = new Float64Array(BESIDE.length);
	let [own, count, dark, gap, since] = [0, 0, 0, 0, 0];
	const end = Math.min(along - 1, Math.round(to) - CROSSING);
	for (let px = Math.max(0, Math.round(from) + CROSSING); px <= end; px++) {
		const place = Math.round(acrossAt(line, px)) + shift;
		if (place < MARGIN || place >= across - MARGIN) continue;
		const index = px * stepAlong + place * stepAcross;
		const value = at(index);
		own += value;
		count++;
		if (value >= DARK * most) {
			dark++;
			since = 0;
		} else gap = Math.max(gap, ++since);
		for (let side = 0; side < BESIDE.length; side++) beside[side] = (beside[side] ?? 0) + at(index + (BESIDE[side] ?? 0) * stepAcross);
	}
	// The darkest side may be the other line of a double one.
	const text = beside.sort()[BESIDE.length - 2] ?? 0;
	return count > 0 && most > 0 ? { clear: (own - text) / (count * most), covered: dark / count, gap, shift } : { clear: 0, covered: 0, gap: Infinity, shift };
}

function withStretch(line: Segment, [begin, end]: Stretch, shift: number): Segment {
	const [from, to] = [Math.min(line.from, begin), Math.max(line.to, end)];
	return {
		...line,
		from,
		to,
		fromAcross: acrossAt(line, from) + (from < line.from ? shift : 0),
		toAcross: acrossAt(line, to) + (to > line.to ? shift : 0),
		seen: [...withoutStretch(line, [begin, end]).seen, [begin, end] as const].sort((a, b) => a[0] - b[0]),
	};
}

function withoutStretch(line: Segment, [begin, end]: Stretch): Segment {
	const seen = line.seen.flatMap(([from, to]): Stretch[] => [[from, Math.min(to, begin)] as const, [Math.max(from, end), to] as const].filter(([start, stop]) => stop > start));
	return { ...line, seen };
}
