// What tells a rule from a line of text: a rule is dark pixel by pixel, or dotted in one rhythm; of a
// line of text some pixels are dark, as its strokes come.
import type { Chain } from './chains';
import { ridgeNear, STRIP } from './ridges';
import type { Profile } from './ridges';
import type { GreyImage } from './types';

/** A pixel is dark when it has this part of the contrast of the line's darker ones. */
const DARK = 0.4;
/** Of a line with less contrast, in grey levels, the grain of the picture hides single pixels. */
const FAINT = 70;
/** Fainter lines, in grey levels, are grain, or nothing at all. */
const INVISIBLE = 4;
/** Text is dark in up to 0.71 of its pixels over 30 strips, in more of them over few strips; rules in 0.82 and more. */
const SOLID = [
	{ strips: 14, covered: 0.78 },
	{ strips: 8, covered: 0.84 },
] as const;
/** Dots and dashes come at distances that differ by less, against their mean; strokes of text by 0.31 over 30 strips, by 0.21 over 14. */
const RHYTHMS = [
	{ strips: 26, spread: 0.28 },
	{ strips: 12, spread: 0.2 },
	{ strips: 8, spread: 0.1 },
] as const;
const LEAST_DOTTED = 0.2;
const FEWEST_DOTS = 4;
/** Dots follow closely; what comes at larger distances are dashes, longer than the gaps between them. */
const DOTS = 12;
const DASHES = 36;
const DASHES_COVERED = 0.5;
const DASH_LENGTHS = 0.3;
/** A piece of a line that is not sure by itself. */
const SHORT = 0.74;
const SHORT_RHYTHM = 0.24;
const OUT_OF_STEP = 0.34;
/** Gaps within a dash are narrower than this part of the distance from dash to dash. */
const SLIT = 0.16;
/** Dots are as long as each other; what is shorter than this part of the usual is noise. */
const SPECK = 0.4;
/** A solid line is dark all along: where less of so many px is, it has ended, and text may go on in its place. */
const WINDOW = 24;
const WINDOW_COVERED = 0.66;
/** Shorter pieces are none, px. */
const SHORTEST_PIECE = 12;

/** `sure`: a line; `maybe`: one when it stands between other lines; `no`: text. */
export type Verdict = 'sure' | 'maybe' | 'no';

export interface Piece {
	verdict: Verdict;
	/** First and last pixel along the line. */
	from: number;
	to: number;
	/** Grey levels between the line and what is beside it. */
	contrast: number;
	/** Distance from dot to dot, px; 0 of a solid line. */
	period: number;
}

type Found = Omit<Piece, 'contrast'>;

/** @param stepAlong from one pixel to the next along the line, in the picture's data; `stepAcross` to the side */
export function judge(image: GreyImage, chain: Chain, { slope }: Profile, extent: number, stepAlong: number, stepAcross: number): Piece[] {
	const begin = Math.max(0, (chain.from - 1) * STRIP);
	const contrast = contrastAlong(image.data, chain, slope, begin, Math.min((chain.to + 2) * STRIP, extent), extent, stepAlong, stepAcross);
	const inner = contrast.slice(chain.from * STRIP - begin, (chain.to + 1) * STRIP - begin).sort((a, b) => a - b);
	const most = inner[Math.floor(inner.length * 0.9)] ?? 0;
	if (most < INVISIBLE) return [];
	const isDark = contrast.map((value) => value > 0 && value >= DARK * most);
	const solidDark = most < FAINT ? smoothed(contrast).map((value) => value >= DARK * most) : isDark;
	// Text before, behind or within a line joins it in a chain; so its pieces are judged, not the chain.
	const solid = solidPieces(solidDark).map(([from, to]): Found => ({ from, to, period: 0, verdict: solidVerdict(to + 1 - from, shareOf(solidDark, from, to + 1)) }));
	const dotted = dottedPieces(isDark).filter(({ from, to }) => !solid.some((piece) => piece.verdict === 'sure' && piece.from <= to && piece.to >= from));
	return [...solid.filter((piece) => !dotted.some(({ from, to }) => piece.from <= to && piece.to >= from)), ...dotted]
		.filter(({ verdict }) => verdict !== 'no')
		.map((piece) => ({ ...piece, from: begin + piece.from, to: begin + piece.to, contrast: most }));
}

function solidVerdict(length: number, covered: number): Verdict {
	if (SOLID.some((bar) => length >= bar.strips * STRIP && covered >= bar.covered)) return 'sure';
	return covered >= SHORT ? 'maybe' : 'no';
}

function contrastAlong(data: Uint8Array, { places }: Chain, slope: number, from: number, to: number, extent: number, stepAlong: number, stepAcross: number): number[] {
	const contrast: number[] = [];
	let at = 0;
	for (let along = from; along < to; along++) {
		while (at + 1 < places.length && (places[at + 1]?.strip ?? 0) * STRIP <= along) at++;
		const across = Math.round((places[at]?.place ?? 0) - slope * (along - extent / 2));
		contrast.push(ridgeNear(data, along * stepAlong + across * stepAcross, stepAcross));
	}
	return contrast;
}

function smoothed(values: readonly number[]): number[] {
	return values.map((_, index) => {
		const near = values.slice(Math.max(0, index - 2), index + 3);
		return near.reduce((sum, value) => sum + value, 0) / near.length;
	});
}

function shareOf(isDark: readonly boolean[], from: number, to: number): number {
	let count = 0;
	for (let index = from; index < to; index++) if (isDark[index]) count++;
	return count / Math.max(to - from, 1);
}

/** Where a solid line is dark as it should be. */
function solidPieces(isDark: readonly boolean[]): Array<readonly [from: number, to: number]> {
	const pieces: Array<readonly [number, number]> = [];
	const half = WINDOW / 2;
	let dark = 0;
	for (let index = 0; index < Math.min(half, isDark.length); index++) if (isDark[index]) dark++;
	let start = -1;
	for (let index = 0; index <= isDark.length; index++) {
		if (isDark[index + half]) dark++;
		if (isDark[index - half - 1]) dark--;
		const size = Math.min(index + half, isDark.length - 1) - Math.max(index - half, 0) + 1;
		const isSolid = index < isDark.length && dark >= WINDOW_COVERED * size;
		if (isSolid && start < 0) start = index;
		if (!isSolid && start >= 0) {
			// The window reaches beyond the ends; a line's own end is where it is dark.
			let [from, to] = [start, index - 1];
			while (from < to && !isDark[from]) from++;
			while (to > from && !isDark[to]) to--;
			while (isDark[from - 1]) from--;
			while (isDark[to + 1]) to++;
			if (to - from >= SHORTEST_PIECE) pieces.push([from, to]);
			start = -1;
		}
	}
	return pieces;
}

/** Stretches in which dots or dashes follow each other in one rhythm. */
function dottedPieces(found: readonly boolean[]): Found[] {
	// A crossing line parts a dash in two.
	const closed = withoutSlits(found, SLIT * usualDistance(startsOf(found)));
	const isDark = withoutSpecks(closed);
	const starts = startsOf(isDark);
	const distances = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
	if (distances.length < FEWEST_DOTS) return [];
	const usual = usualDistance(starts);
	const pieces: Found[] = [];
	let first = 0;
	for (let index = 0; index <= distances.length; index++) {
		const steps = (distances[index] ?? Infinity) / usual;
		// A letter or a crossing line may hide a dot.
		const isInStep = Math.abs(steps - Math.round(steps)) <= OUT_OF_STEP && Math.round(steps) <= 2 && steps > OUT_OF_STEP;
		if (isInStep) continue;
		const piece = dottedPiece(isDark, starts.slice(first, index + 1));
		if (piece) pieces.push(piece);
		first = index + 1;
	}
	return pieces;
}

function startsOf(isDark: readonly boolean[]): number[] {
	return isDark.flatMap((dark, index) => (dark && !isDark[index - 1] ? [index] : []));
}

function usualDistance(starts: readonly number[]): number {
	const distances = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
	return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
}

/** Closes gaps of fewer pixels. */
function withoutSlits(isDark: readonly boolean[], width: number): boolean[] {
	const closed = [...isDark];
	let last = -1;
	for (const [index, dark] of isDark.entries()) {
		if (!dark) continue;
		if (last >= 0 && index - last - 1 < width) closed.fill(true, last, index);
		last = index;
	}
	return closed;
}

/** Leaves out single dark pixels between longer dashes. */
function withoutSpecks(isDark: readonly boolean[]): boolean[] {
	const runs = startsOf(isDark).map((start) => [start, endOf(isDark, start)] as const);
	const usual = runs.map(([from, to]) => to - from).sort((a, b) => a - b)[runs.length >> 1] ?? 0;
	const clean = [...isDark];
	for (const [from, to] of runs) if (to - from < SPECK * usual) clean.fill(false, from, to);
	return clean;
}

function endOf(isDark: readonly boolean[], start: number): number {
	let end = start;
	while (isDark[end]) end++;
	return end;
}

function dottedPiece(isDark: readonly boolean[], starts: readonly number[]): Found | undefined {
	const [from, last] = [starts[0] ?? 0, starts[starts.length - 1] ?? 0];
	if (starts.length <= FEWEST_DOTS) return undefined;
	const distances = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
	const usual = usualDistance(starts);
	const hidden = distances.filter((distance) => Math.round(distance / usual) > 1).length;
	if (hidden > 1 + distances.length / 10) return undefined;
	const [mean, spread] = spreadOf(distances.map((distance) => distance / Math.max(1, Math.round(distance / usual))));
	const covered = shareOf(isDark, from, last);
	const isDashes = mean <= DASHES && covered >= DASHES_COVERED && spreadOf(starts.map((start) => endOf(isDark, start) - start))[1] <= DASH_LENGTHS;
	if (covered < LEAST_DOTTED || (mean > DOTS && !isDashes)) return undefined;
	const length = last - from;
	const verdict = RHYTHMS.some((bar) => length >= bar.strips * STRIP && spread <= bar.spread) ? 'sure' : spread <= SHORT_RHYTHM ? 'maybe' : 'no';
	// A dotted line begins and ends anywhere in its rhythm.
	const half = mean / 2;
	return { verdict, period: mean, from: Math.max(0, Math.round(from - half)), to: Math.round(endOf(isDark, last) + half) };
}

/** Mean and relative spread; a crossing line or a letter may hide a dot, so the extremes don't count. */
function spreadOf(values: readonly number[]): [mean: number, spread: number] {
	const sorted = [...values].sort((a, b) => a - b);
	const cut = Math.floor(sorted.length / 20);
	const kept = sorted.slice(cut, sorted.length - cut);
	const mean = kept.reduce((sum, each) => sum + each, 0) / kept.length;
	return [mean, Math.sqrt(kept.reduce((sum, each) => sum + (each - mean) ** 2, 0) / kept.length) / (mean || 1)];
}
