// Upright lines of which no piece shows by itself, but the whole does: dashed and faint ones in small or grainy
// pictures, a little darker than both sides from the first line that they cross to the last one. The left edge of a
// column of text is dark, too, but not between its rows. Level lines are not looked for in this way: a line of
// small text is as thin and as dark all along.
import { ridgeNear, STRIP } from './ridges';
import type { Profile } from './ridges';
import { acrossAt, crossingOf, isBeside } from './segments';
import type { Segment, Stretch } from './segments';
import type { GreyImage } from './types';

/** A strip shows the line when it has this part of the usual contrast of the page's lines, … */
const PART = 0.2;
/** … and is so many times as dark as anything beside it. */
const CLEARER = 1.6;
/** What stands so far beside a line is compared with it, px. */
const BESIDE = [-6, -5, -4, 4, 5, 6] as const;
/** So many of its strips show it, … */
const SHOWN = 0.8;
/** … of at least so many. */
const FEWEST_STRIPS = 7;
/** It crosses at least so many others, … */
const FEWEST_CROSSED = 3;
/** … and this part of those between its ends. */
const CROSSED = 0.7;
/** Ends on the first and the last of them to within so many px. */
const ENDS = 3;
/** Nearer than this, px, the clearest place is the line. */
const APART = 4;
/** Nearest to the edge of the picture, px. */
const MARGIN = 10;
/** So many of a line's pixels are no darker than its contrast says. */
const DARKEST = 0.9;

interface Candidate {
	place: number;
	/** From the first line that it crosses to the last one, px. */
	span: Stretch;
	/** Part of its strips that show it. */
	shown: number;
}

/** @returns upright lines that are not among those known, as if all of them had been seen */
export function wholeLines(image: GreyImage, profile: Profile, uprights: readonly Segment[], levels: readonly Segment[]): Segment[] {
	const least = PART * usualContrast([...uprights, ...levels]);
	if (levels.length < FEWEST_CROSSED || least === 0) return [];
	const candidates: Array<Candidate | undefined> = [];
	for (let place = MARGIN; place < profile.places - MARGIN; place++) {
		const span = spanAt(acrossOf(profile, image, place), levels);
		const shown = span ? shownIn(profile, place, span, least) : 0;
		if (span && shown >= SHOWN) candidates[place] = { place, span, shown };
	}
	const lines: Segment[] = [];
	for (const candidate of candidates) {
		if (!candidate || !isClearest(candidate, candidates)) continue;
		const line = lineAt(image, candidate, acrossOf(profile, image, candidate.place));
		if (![...uprights, ...lines].some((other) => isThere(other, line))) lines.push(line);
	}
	return lines;
}

function usualContrast(lines: readonly Segment[]): number {
	const all = lines.map(({ contrast }) => contrast).sort((a, b) => a - b);
	return all[all.length >> 1] ?? 0;
}

/** Where a place of the sheared profile is in the picture, px across at each px along. */
function acrossOf({ slope }: Profile, { height }: GreyImage, place: number): (along: number) => number {
	return (along) => place - slope * (along - height / 2);
}

function spanAt(across: (along: number) => number, levels: readonly Segment[]): Stretch | undefined {
	const crossings = levels.flatMap((level) => crossingOf(level, across));
	const [from, to] = [Math.min(...crossings), Math.max(...crossings)];
	if (crossings.length < FEWEST_CROSSED || to - from < FEWEST_STRIPS * STRIP) return undefined;
	const between = levels.filter((level) => {
		const along = acrossAt(level, across(from));
		return along >= from - ENDS && along <= to + ENDS;
	});
	return crossings.length >= CROSSED * between.length ? [from, to] : undefined;
}

/** Part of the strips that are darker than what stands beside them. */
function shownIn({ contrast, places, strips }: Profile, place: number, [from, to]: Stretch, least: number): number {
	let [shown, count] = [0, 0];
	for (let strip = Math.max(0, Math.ceil(from / STRIP)); strip < Math.min(strips, Math.floor(to / STRIP)); strip++) {
		const at = strip * places + place;
		const own = Math.max(contrast[at - 1] ?? 0, contrast[at] ?? 0, contrast[at + 1] ?? 0);
		let beside = 0;
		for (const off of BESIDE) beside = Math.max(beside, contrast[at + off] ?? 0);
		count++;
		if (own >= least && own >= CLEARER * beside) shown++;
	}
	return count >= FEWEST_STRIPS ? shown / count : 0;
}

function isClearest({ place, shown }: Candidate, candidates: ReadonlyArray<Candidate | undefined>): boolean {
	for (let near = place - APART; near <= place + APART; near++) {
		const other = candidates[near]?.shown ?? 0;
		// Of equal ones the first is taken.
		if (other > shown || (other === shown && near < place)) return false;
	}
	return true;
}

function lineAt({ data, width }: GreyImage, { span: [from, to] }: Candidate, across: (along: number) => number): Segment {
	const dark: number[] = [];
	for (let along = Math.ceil(from); along < to; along++) {
		dark.push(ridgeNear(data, along * width + Math.round(across(along)), 1));
	}
	const contrast = dark.sort((a, b) => a - b)[Math.floor(dark.length * DARKEST)] ?? 0;
	return { from, to, fromAcross: across(from), toAcross: across(to), isSure: true, contrast, period: 0, seen: [[from, to]] };
}

/** Whether a line is known, or a part of it. */
function isThere(known: Segment, { from, to, fromAcross, toAcross }: Segment): boolean {
	const middle = (from + to) / 2;
	return Math.min(known.to, to) > Math.max(known.from, from) && isBeside(acrossAt(known, middle), (fromAcross + toAcross) / 2);
}
