// How much each short piece of a line looks like a thin dark line: brighter on both sides than in the
// middle. The sides are compared pixel by pixel, so neither shadows on a photo nor filled areas count.
import type { GreyImage, Pause } from './types';

/** Strips are so many pixels long. */
export const STRIP = 8;
/** Both sides are looked at in these distances, px. */
const FINE_LINE = 2;
const DOUBLE_LINE = 3;
const BOLD_LINE = 5;
const MARGIN = BOLD_LINE;
/** Rows of pixels between two pauses. */
const ROWS_AT_ONCE = 160;
/** From this contrast on a pixel is used for finding the angle of the page. */
const CLEAR = 24;
/** So many pixels of either direction are enough for it, and of the clear ones so many. */
const ENOUGH_PIXELS = 200_000;
const MOST_POINTS = 60_000;
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
function ridge(data: Uint8Array, at: number, step: number): number {
	const near = darkerSide(data, at, FINE_LINE * step);
	const further = darkerSide(data, at, DOUBLE_LINE * step);
	const far = darkerSide(data, at, BOLD_LINE * step);
	const most = near > further ? near : further;
	const contrast = (most > far ? most : far) - (data[at] ?? 0);
	return contrast > 0 ? contrast : 0;
}

/** The clearest of a pixel and its two neighbours across the line: a line lies between two pixels as often as on one. */
export function ridgeNear(data: Uint8Array, at: number, step: number): number {
	return Math.max(ridge(data, at - step, step), ridge(data, at, step), ridge(data, at + step, step));
}

/** The darker one of the pixels on both sides. */
function darkerSide(data: Uint8Array, at: number, off: number): number {
	const before = data[at - off] ?? 0;
	const after = data[at + off] ?? 0;
	return before < after ? before : after;
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
	const points = await clearPixels(image, pause);
	const size = Math.ceil(Math.hypot(image.width, image.height)) + 2;
	const counts = new Int32Array(size);
	const coarse = await bestAngle(0, MOST_SKEW, COARSE, (angle) => gathered(points, angle, counts), pause);
	return Math.tan(await bestAngle(coarse, COARSE, FINE, (angle) => gathered(points, angle, counts), pause));
}

/** Clear pixels, from the middle of the picture: along lines of either direction and across them. */
interface Points {
	count: number;
	along: Float32Array;
	across: Float32Array;
}

async function clearPixels({ width, height, data }: GreyImage, pause: Pause): Promise<Points> {
	const step = Math.max(1, Math.floor(Math.sqrt((width * height) / ENOUGH_PIXELS)));
	const most = Math.ceil(height / step) * width + Math.ceil(width / step) * height;
	const points: Points = { count: 0, along: new Float32Array(most), across: new Float32Array(most) };
	const add = (along: number, across: number) => {
		points.along[points.count] = along;
		points.across[points.count++] = across;
	};
	for (let y = MARGIN; y < height - MARGIN; y++) {
		const isUpright = (y - MARGIN) % step === 0;
		for (let x = MARGIN, at = y * width + x; isUpright && x < width - MARGIN; x++, at++) if (ridge(data, at, 1) >= CLEAR) add(height / 2 - y, x - width / 2);
		for (let x = MARGIN; x < width - MARGIN; x += step) if (ridge(data, y * width + x, width) >= CLEAR) add(x - width / 2, y - height / 2);
		if (y % ROWS_AT_ONCE === 0) await pause();
	}
	return points;
}

/** How well points gather in single rows of this angle. */
function gathered({ count, along, across }: Points, angle: number, counts: Int32Array): number {
	const tangent = Math.tan(angle);
	const middle = counts.length / 2 + 0.5;
	const stride = Math.max(1, Math.ceil(count / MOST_POINTS));
	counts.fill(0);
	let sum = 0;
	for (let index = 0; index < count; index += stride) {
		const place = Math.floor((across[index] ?? 0) - tangent * (along[index] ?? 0) + middle);
		// Of one more in a row of n, the square grows by 2 n + 1.
		const before = counts[place] ?? 0;
		counts[place] = before + 1;
		sum += 2 * before + 1;
	}
	return sum;
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
