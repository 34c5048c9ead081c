// How much each short piece of a line looks like a thin dark line: brighter on both sides than in the
// middle. The sides are compared pixel by pixel, so neither shadows on a photo nor filled areas count.
import type { GreyImage, Pause } from './types';

/** Strips are so many pixels long. */
export const STRIP = 8;
/** Both sides are looked at in these distances, px: for fine lines, double lines, bold lines. */
const SIDES = [2, 3, 5] as const;
const MARGIN = SIDES[SIDES.length - 1] ?? 5;
/** Rows of pixels between two pauses. */
const ROWS_AT_ONCE = 160;
/** From this contrast on a pixel is used for finding the angle of the page. */
const CLEAR = 24;
const MOST_POINTS = 30_000;
/** Pages may lie askew by so much, in radians. */
const MOST_SKEW = (9 * Math.PI) / 180;
const COARSE = (0.3 * Math.PI) / 180;
const FINE = (0.06 * Math.PI) / 180;

/**
 * Mean contrast of each strip along lines of one direction, at every place across them. Strips are
 * sheared, so that a line at the page's angle keeps its place from strip to strip.
 */
export interface Profile {
	strips: number;
	places: number;
	/** `[strip * places + place]` */
	contrast: Float32Array;
	/** Place = px across + slope × px along. */
	slope: number;
}

/** Finds the angle of the page and reads its lines. @returns level lines, upright lines */
export async function readProfiles(image: GreyImage, pause: Pause): Promise<[Profile, Profile]> {
	const tangent = await skewOf(image, pause);
	const { width, height } = image;
	const level = emptyProfile(Math.ceil(width / STRIP), height, -tangent);
	const upright = emptyProfile(Math.ceil(height / STRIP), width, tangent);
	for (let from = MARGIN; from < height - MARGIN; from += ROWS_AT_ONCE) {
		addRows(image, from, Math.min(from + ROWS_AT_ONCE, height - MARGIN), level, upright);
		await pause();
	}
	for (const profile of [level, upright]) smooth(profile);
	return [level, upright];
}

function emptyProfile(strips: number, places: number, slope: number): Profile {
	return { strips, places, contrast: new Float32Array(strips * places), slope };
}

/** Contrast of one pixel against both of its sides. @param step from one pixel to the next across the line */
export function ridge(data: Uint8Array, at: number, step: number): number {
	const own = data[at] ?? 0;
	let most = 0;
	for (const side of SIDES) {
		const [before, after] = [data[at - side * step] ?? 0, data[at + side * step] ?? 0];
		const contrast = (before < after ? before : after) - own;
		if (contrast > most) most = contrast;
	}
	return most;
}

function addRows({ width, height, data }: GreyImage, from: number, to: number, level: Profile, upright: Profile): void {
	const shifts = Int32Array.from({ length: width }, (_, x) => Math.round(level.slope * (x - width / 2)));
	for (let y = from; y < to; y++) {
		const shift = Math.round(upright.slope * (y - height / 2));
		const uprightStrip = Math.floor(y / STRIP) * upright.places;
		for (let x = MARGIN; x < width - MARGIN; x++) {
			const at = y * width + x;
			const across = ridge(data, at, width);
			if (across > 0) {
				const place = y + (shifts[x] ?? 0);
				if (place >= 0 && place < level.places) {
					const index = (x >> 3) * level.places + place;
					level.contrast[index] = (level.contrast[index] ?? 0) + across / STRIP;
				}
			}
			const along = ridge(data, at, 1);
			if (along > 0) {
				const place = x + shift;
				if (place >= 0 && place < upright.places) {
					const index = uprightStrip + place;
					upright.contrast[index] = (upright.contrast[index] ?? 0) + along / STRIP;
				}
			}
		}
	}
}

/** A line lies between two places as often as on one. */
function smooth({ strips, places, contrast }: Profile): void {
	for (let strip = 0; strip < strips; strip++) {
		let before = 0;
		for (let place = 0; place < places; place++) {
			const index = strip * places + place;
			const own = contrast[index] ?? 0;
			const after = place + 1 < places ? (contrast[index + 1] ?? 0) : 0;
			contrast[index] = before / 2 + own + after / 2;
			before = own;
		}
	}
}

/** Tangent of the page's angle, clockwise: where the clear pixels of its lines and text gather best in single rows. */
async function skewOf(image: GreyImage, pause: Pause): Promise<number> {
	const { width, height, data } = image;
	const step = Math.max(1, Math.floor(Math.sqrt((width * height) / 400_000)));
	const points: Array<[along: number, across: number]> = [];
	for (let y = MARGIN; y < height - MARGIN; y += step) {
		for (let x = MARGIN; x < width - MARGIN; x++) if (ridge(data, y * width + x, 1) >= CLEAR) points.push([-(y - height / 2), x - width / 2]);
	}
	await pause();
	for (let x = MARGIN; x < width - MARGIN; x += step) {
		for (let y = MARGIN; y < height - MARGIN; y++) if (ridge(data, y * width + x, width) >= CLEAR) points.push([x - width / 2, y - height / 2]);
	}
	await pause();
	const stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
	const chosen = points.filter((_, index) => index % stride === 0);
	const size = Math.ceil(Math.hypot(width, height)) + 2;
	const counts = new Float64Array(size);
	const gathered = (angle: number) => {
		counts.fill(0);
		const tangent = Math.tan(angle);
		for (const [along, across] of chosen) {
			const place = Math.round(across - tangent * along + size / 2);
			counts[place] = (counts[place] ?? 0) + 1;
		}
		return counts.reduce((sum, count) => sum + count * count, 0);
	};
	const coarse = await bestAngle(0, MOST_SKEW, COARSE, gathered, pause);
	return Math.tan(await bestAngle(coarse, COARSE, FINE, gathered, pause));
}

async function bestAngle(around: number, reach: number, step: number, value: (angle: number) => number, pause: Pause): Promise<number> {
	let best = { angle: around, value: value(around) };
	const count = Math.round(reach / step);
	for (let index = -count; index <= count; index++) {
		const angle = around + index * step;
		const found = value(angle);
		if (found > best.value) best = { angle, value: found };
		if (index % 8 === 0) await pause();
	}
	return best.angle;
}
