// Long straight lines of a picture: the rules of forms and tables.
import { findChains } from './chains';
import type { Chain } from './chains';
import { judge } from './coverage';
import type { Piece } from './coverage';
import { lookAgain } from './secondLook';
import { joinSegments } from './segments';
import type { Segment } from './segments';
import { readProfiles, STRIP } from './ridges';
import type { Profile } from './ridges';
import type { GreyImage, Pause, Rule } from './types';
import { wholeLines } from './wholeLines';

export { cellsOf } from './cells';
export type { GreyImage, Rule, RuledCell } from './types';

/** Lines are found to within so many px of the reduced picture. */
const TOLERANCE = 3;
/** Smaller pictures have no tables. */
const SMALLEST = 40;
/** Chains between two pauses. */
const CHAINS_AT_ONCE = 200;

/**
 * Finds rules along the page's own angle, up to 8° askew: also dotted, double, faint, broken and
 * coloured ones, with noise and shading. Underlines are rules, too.
 * @param image about two million pixels; time grows with their number
 * @param pause called every few milliseconds of work
 * @returns rules in px of the image as sent
 */
export async function findRules(image: GreyImage, pause: Pause): Promise<Rule[]> {
	const { width, height, data, scale } = image;
	if (width < SMALLEST || height < SMALLEST || data.length < width * height || !(scale > 0)) return [];
	const [level, upright] = await readProfiles(image, pause);
	const levelChains = findChains(level);
	await pause();
	const uprightChains = findChains(upright);
	await pause();
	const levels = await segmentsOf(levelChains, (chain) => segmentOf(chain, level, judge(image, chain, level, width, 1, width), width), pause);
	const uprights = await segmentsOf(uprightChains, (chain) => segmentOf(chain, upright, judge(image, chain, upright, height, width, 1), height), pause);
	const clear = joinSegments(levels, uprights);
	await pause();
	const whole = wholeLines(image, upright, clear.uprights, clear.levels);
	await pause();
	const joined = await lookAgain(image, { levels: clear.levels, uprights: [...clear.uprights, ...whole] }, pause);
	const toRule = ({ from, to, fromAcross, toAcross, seen }: Segment, isHorizontal: boolean): Rule => {
		const [x1, y1, x2, y2] = (isHorizontal ? [from, fromAcross, to, toAcross] : [fromAcross, from, toAcross, to]).map((px) => (px + 0.5) / scale) as [number, number, number, number];
		const part = (px: number) => (px - from) / Math.max(to - from, 1e-9);
		return { isHorizontal, x1, y1, x2, y2, tolerance: TOLERANCE / scale, seen: seen.map(([begin, end]) => [part(begin), part(end)] as const) };
	};
	return [...joined.levels.map((segment) => toRule(segment, true)), ...joined.uprights.map((segment) => toRule(segment, false))];
}

async function segmentsOf(chains: readonly Chain[], read: (chain: Chain) => Segment[], pause: Pause): Promise<Segment[]> {
	const segments: Segment[] = [];
	for (const [index, chain] of chains.entries()) {
		segments.push(...read(chain));
		if (index % CHAINS_AT_ONCE === CHAINS_AT_ONCE - 1) await pause();
	}
	await pause();
	return segments;
}

/** The straight line through the places of a chain. @param along the picture's extent in its direction */
function segmentOf({ places }: Chain, { slope }: Profile, pieces: readonly Piece[], along: number): Segment[] {
	const count = places.length;
	const [meanStrip, meanPlace] = [places.reduce((sum, { strip }) => sum + strip, 0) / count, places.reduce((sum, { place }) => sum + place, 0) / count];
	const [top, bottom] = places.reduce(([a, b], { strip, place }) => [a + (strip - meanStrip) * (place - meanPlace), b + (strip - meanStrip) ** 2], [0, 0]);
	const drift = bottom > 0 ? top / bottom : 0;
	const acrossAt = (px: number) => meanPlace + drift * ((px + 0.5) / STRIP - 0.5 - meanStrip) - slope * (px - along / 2);
	return pieces.map(({ verdict, from, to, contrast, period }) => ({ from, to, contrast, period, fromAcross: acrossAt(from), toAcross: acrossAt(to), isSure: verdict === 'sure', seen: [[from, to] as const] }));
}
