// Small text that stands higher or lower than the line it belongs to: footnote marks, exponents, the
// indices of formulas, raised cents, a point or comma in a block of its own.
import { eachInSteps, type Steps } from '../../turns/steps';
import type { Box } from './frame';
import { countWhile } from '../sorted';

/** Small text is lower than this part of its line … */
const SMALL = 0.75;
/** … and has so few characters. */
const FEW_CHARACTERS = 3;
/** It follows or precedes the text it belongs to at less than this, in heights of that text; boxes may overlap a little. */
const BESIDE = 0.45;
const OVERLAP = 0.35;
/** So much of its height lies beside the text. */
const SHARED = 0.4;
/** Texts above and below that share it nearly alike don't tell where it belongs. */
const CLEARLY_MORE = 1.5;
/** Its middle is off by more than this part of its height; otherwise it stands level and needs no host. */
const OFF_LEVEL = 0.2;
/** Boxes of one height band, so many at most, are looked at. */
const LOOKED_AT = 24;
/** So many boxes are looked at in one step. */
const IN_ONE_STEP = 256;

/**
 * Finds raised and lowered figures.
 * @param boxes sorted by their middle lines
 * @returns for each of them the text whose row it belongs to
 */
export function* findHosts(boxes: readonly Box[]): Steps<ReadonlyMap<Box, Box>> {
	const hosts = new Map<Box, Box>();
	const small = boxes.filter(isShort);
	if (small.length === 0) return hosts;
	yield;
	const ends = new Ends(boxes);
	yield;
	yield* eachInSteps(small, (box) => {
		const host = ends.hostOf(box);
		if (host) hosts.set(box, host);
	}, IN_ONE_STEP);
	// What follows a raised figure, as in "1st", belongs where the figure does; a small text hosts none.
	for (const [box, host] of hosts) if (hosts.has(host)) hosts.delete(box);
	return hosts;
}

function isShort({ words }: Box): boolean {
	return words.length <= 2 * FEW_CHARACTERS && Array.from(words).length <= FEW_CHARACTERS;
}

/** Where boxes begin and end, band by band. */
class Ends {
	private readonly byBand = new Map<number, Box[]>();

	constructor(boxes: readonly Box[]) {
		for (const box of boxes) {
			const band = this.byBand.get(Math.floor(box.middle));
			if (band) band.push(box);
			else this.byBand.set(Math.floor(box.middle), [box]);
		}
		for (const band of this.byBand.values()) band.sort((a, b) => a.right - b.right);
	}

	hostOf(box: Box): Box | undefined {
		let best: { host: Box; shared: number } | undefined;
		let second = 0;
		this.eachNear(box, (other) => {
			const shared = sharedHeight(box, other);
			if (shared === undefined) return;
			if (!best || shared > best.shared) {
				second = best?.shared ?? 0;
				best = { host: other, shared };
			} else if (Math.abs(other.middle - best.host.middle) > OFF_LEVEL * other.height) second = Math.max(second, shared);
		});
		if (!best || best.shared < SHARED || best.shared < CLEARLY_MORE * second) return undefined;
		return Math.abs(best.host.middle - box.middle) > OFF_LEVEL * box.height ? best.host : undefined;
	}

	/** Goes through boxes of the lines around that end left of a box and near it, and some that begin right of it. */
	private eachNear(box: Box, look: (other: Box) => void): void {
		for (let step = -1; step <= 1; step++) {
			const band = this.byBand.get(Math.floor(box.middle) + step) ?? [];
			const low = countWhile(band, ({ right }) => right < box.left - 2 * BESIDE);
			for (let index = low; index < Math.min(low + LOOKED_AT, band.length); index++) {
				const other = band[index];
				if (other && other !== box) look(other);
			}
		}
	}
}

/** The part of a small box's height that lies beside a text; undefined when it does not stand at its end. */
function sharedHeight(box: Box, text: Box): number | undefined {
	if (box.height > SMALL * text.height) return undefined;
	const isBehind = isBeside(text.right, box.left, text.height);
	const isBefore = isBeside(box.right, text.left, text.height);
	if (!isBehind && !isBefore) return undefined;
	return (Math.min(box.bottom, text.bottom) - Math.max(box.top, text.top)) / box.height;
}

function isBeside(end: number, begin: number, height: number): boolean {
	return begin - end > -OVERLAP * height && begin - end < BESIDE * height;
}
