// Strips that look like a line → long lines: strip follows strip at nearly the same place.
import type { Profile } from './ridges';

/** A line in the making; places are sheared (see Profile), lengths px of the reduced picture. */
export interface Chain {
	/** First and last strip. */
	from: number;
	to: number;
	/** Place in each strip that it was found in. */
	places: Array<{ strip: number; place: number; contrast: number }>;
}

/** Contrast from which on a strip counts, in grey levels: a faint dotted line has little more … */
const LEAST_CONTRAST = 7;
/** … and how many times more than most of the page has. */
const ABOVE_USUAL = 3;
/** From strip to strip the place may change by so many px. */
const DRIFT = 1.6;
/** So many strips of a line may be missing: it is broken, or something is printed over it. */
const MOST_MISSING = 2;
/** Part of its strips that a line must have. */
const COMPLETE = 0.5;
const SHORTEST = 2;

export function findChains(profile: Profile): Chain[] {
	const { strips, places } = profile;
	const least = leastContrast(profile);
	const chains: Chain[] = [];
	/** For each place the chain that was there last. */
	let open: Chain[] = [];
	for (let strip = 0; strip < strips; strip++) {
		const peaks = peaksOf(profile, strip, least);
		open = open.filter((chain) => {
			if (strip - chain.to <= MOST_MISSING + 1) return true;
			chains.push(chain);
			return false;
		});
		const at = new Map<number, Chain>();
		for (const chain of open) {
			const place = Math.round(expected(chain, strip));
			const other = at.get(place);
			if (!other || other.places.length < chain.places.length) at.set(place, chain);
		}
		const taken = new Set<Chain>();
		for (const peak of peaks) {
			let best: { chain: Chain; distance: number } | undefined;
			for (let step = -2; step <= 2; step++) {
				const chain = at.get(Math.round(peak.place) + step);
				if (!chain || taken.has(chain)) continue;
				const distance = Math.abs(expected(chain, strip) - peak.place);
				const isNearer = !best || distance < best.distance - 0.5 || (distance < best.distance + 0.5 && chain.places.length > best.chain.places.length);
				if (distance <= DRIFT && isNearer) best = { chain, distance };
			}
			if (best) {
				best.chain.places.push({ strip, ...peak });
				best.chain.to = strip;
				taken.add(best.chain);
			} else {
				const chain: Chain = { from: strip, to: strip, places: [{ strip, ...peak }] };
				open.push(chain);
				taken.add(chain);
			}
		}
	}
	return [...chains, ...open]
		.filter(({ from, to, places: found }) => found.length >= SHORTEST && found.length >= COMPLETE * (to - from + 1));

	function peaksOf({ contrast }: Profile, strip: number, limit: number): Array<{ place: number; contrast: number }> {
		const peaks: Array<{ place: number; contrast: number }> = [];
		const base = strip * places;
		for (let place = 1; place < places - 1; place++) {
			const own = contrast[base + place] ?? 0;
			if (own < limit) continue;
			const [before, after] = [contrast[base + place - 1] ?? 0, contrast[base + place + 1] ?? 0];
			if (own < before || own <= after) continue;
			const weight = before + own + after;
			peaks.push({ place: place + (after - before) / weight, contrast: own });
		}
		return peaks;
	}
}

/** Where a chain goes on: along its last strips. */
function expected({ places }: Chain, strip: number): number {
	const last = places[places.length - 1];
	if (!last) return 0;
	const first = places[Math.max(0, places.length - 12)];
	if (!first || last.strip - first.strip < 5) return last.place;
	const slope = (last.place - first.place) / (last.strip - first.strip);
	const recent = places.slice(-3);
	const mean = recent.reduce((sum, { place, strip: each }) => sum + place + slope * (strip - each), 0) / recent.length;
	return mean;
}

/** The usual contrast of a page is its noise. */
function leastContrast({ contrast }: Profile): number {
	const sample: number[] = [];
	for (let index = 0; index < contrast.length; index += 37) sample.push(contrast[index] ?? 0);
	sample.sort((a, b) => a - b);
	return Math.max(LEAST_CONTRAST, ABOVE_USUAL * (sample[sample.length >> 1] ?? 0));
}
