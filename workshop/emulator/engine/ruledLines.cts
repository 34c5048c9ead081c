// Ruled lines of a page: thin dark strokes along its axes, longer than any stroke of a character.
import { type LevelFrame, toLevel } from './levelFrame.cts';
import { type Pixels, turnPage, type Vector } from './pixels.cts';

/** A line in the level frame. */
export interface RuledLine {
	isLevel: boolean;
	/** Place across the line: y of a level one, x of an upright one. */
	at: number;
	/** Along it. */
	from: number;
	to: number;
}

export interface RuledPage extends LevelFrame {
	lines: RuledLine[];
}

/** A line is brighter on both sides within one of these distances, px: fine, usual and bold lines. */
const SIDES = [2, 3, 5, 7];
/** … by so many grey levels. */
const CONTRAST = 14;
/** A run may lack so many px, as part of the text height: another line crosses, or the printer skipped. Strokes of characters stand further apart. */
const HOLE_EMS = 0.1;
/** Shortest run, in text heights and px; strokes of characters are shorter. */
const RUN = { ems: 1.15, px: 14 };
/** Runs of neighbouring rows belong to one line; thicker than this, px, it is an area and no line. */
const THICKEST = 12;
/** Lines in one place with a gap up to so many text heights are one. */
const GAP_EMS = 0.8;
/** Lines this near to each other are both of a double one, px. */
const DOUBLE = 5;
/** Only lines of so many text heights tell how far the page is tilted. */
const TELLING_EMS = 6;

/** Pages that are tilted by less, degrees, are left as they are: turning blurs fine lines. */
const NEARLY_LEVEL = 0.4;

interface Stroke {
	/** Along. */
	from: number;
	to: number;
	/** Sums over its pixels, for the straight line through them. */
	count: number;
	along: number;
	across: number;
	alongSquared: number;
	product: number;
	least: number;
	most: number;
}

/**
 * @param pixels the picture as sent
 * @param degrees clockwise tilt of its text; the lines themselves then say it more exactly
 * @param em px; usual height of its text
 */
export function findRuledLines(pixels: Pixels, degrees: number, em: number): RuledPage {
	const { width, height } = pixels;
	const quarter = Math.round(degrees / 90) * 90;
	const turn = Math.abs(degrees - quarter) < NEARLY_LEVEL ? quarter : degrees;
	const turned = turn % 360 === 0 ? { pixels, toOriginal: (point: Vector) => point } : turnPage(pixels, turn);
	const grey = greyOf(turned.pixels);
	const level = strokesOf(grey, turned.pixels.width, turned.pixels.height, em);
	const upright = strokesOf(transposed(grey, turned.pixels.width, turned.pixels.height), turned.pixels.height, turned.pixels.width, em);
	const frame: LevelFrame = { width, height, degrees: turn + tiltOf(level, upright, em) };
	const place = (x: number, y: number): Vector => toLevel(frame, turned.toOriginal({ x, y }));
	const lines = [
		...level.map((stroke) => lineBetween(true, ends(stroke).map(([along, across]) => place(along, across)))),
		...upright.map((stroke) => lineBetween(false, ends(stroke).map(([along, across]) => place(across, along)))),
	];
	return { ...frame, lines: [true, false].flatMap((isLevel) => joined(lines.filter((line) => line.isLevel === isLevel), em)) };
}

function greyOf({ width, height, data }: Pixels): Uint8Array {
	const grey = new Uint8Array(width * height);
	for (let at = 0; at < grey.length; at++) {
		grey[at] = ((data[at * 3] ?? 0) * 2 + (data[at * 3 + 1] ?? 0) * 5 + (data[at * 3 + 2] ?? 0)) >> 3;
	}
	return grey;
}

function transposed(grey: Uint8Array, width: number, height: number): Uint8Array {
	const other = new Uint8Array(grey.length);
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) other[x * height + y] = grey[y * width + x] ?? 0;
	return other;
}

/** Level strokes: runs of pixels that are darker than what is above and below, put together over rows. */
function strokesOf(grey: Uint8Array, width: number, height: number, em: number): Stroke[] {
	const shortest = Math.max(RUN.px, RUN.ems * em);
	const hole = Math.max(1, Math.min(3, Math.floor(HOLE_EMS * em)));
	const done: Stroke[] = [];
	let open: Stroke[] = [];
	const margin = SIDES[0] ?? 1;
	for (let y = margin; y < height - margin; y++) {
		const runs = runsOf(grey, width, height, y, shortest, hole);
		const next: Stroke[] = [];
		for (const [from, to] of runs) {
			const touching = open.filter((stroke) => stroke.from <= to + hole && stroke.to >= from - hole);
			const own = touching.reduce((all, stroke) => merged(all, stroke), strokeOf(from, to, y));
			open = open.filter((stroke) => !touching.includes(stroke));
			next.push(own);
		}
		// A line that steps down by a row may pause for one.
		for (const stroke of open) (y - stroke.most > 1 ? done : next).push(stroke);
		open = next;
	}
	return [...done, ...open].filter((stroke) => thicknessOf(stroke) <= THICKEST && stroke.to - stroke.from >= shortest);
}

function runsOf(grey: Uint8Array, width: number, height: number, y: number, shortest: number, hole: number): Array<[from: number, to: number]> {
	const runs: Array<[number, number]> = [];
	let [from, last] = [-1, -1];
	let dark = 0;
	const end = (): void => {
		if (from >= 0 && last - from + 1 >= shortest && dark >= 0.75 * (last - from + 1)) runs.push([from, last]);
		from = -1;
		dark = 0;
	};
	for (let x = 0; x < width; x++) {
		if (!isDarkStroke(grey, width, height, x, y)) {
			if (from >= 0 && x - last > hole) end();
			continue;
		}
		if (from < 0) from = x;
		last = x;
		dark++;
	}
	end();
	return runs;
}

function isDarkStroke(grey: Uint8Array, width: number, height: number, x: number, y: number): boolean {
	const at = y * width + x;
	const least = (grey[at] ?? 0) + CONTRAST;
	return SIDES.some((side) => {
		const above = y - side >= 0 ? (grey[at - side * width] ?? 0) : 0;
		const below = y + side < height ? (grey[at + side * width] ?? 0) : 0;
		return above >= least && below >= least;
	});
}

function strokeOf(from: number, to: number, y: number): Stroke {
	const count = to - from + 1;
	const middle = (from + to) / 2;
	// Sum of the squares of whole numbers around their middle.
	const spread = (count * (count * count - 1)) / 12;
	return {
		from,
		to,
		count,
		along: count * middle,
		across: count * y,
		alongSquared: spread + count * middle * middle,
		product: count * middle * y,
		least: y,
		most: y,
	};
}

function merged(a: Stroke, b: Stroke): Stroke {
	return {
		from: Math.min(a.from, b.from),
		to: Math.max(a.to, b.to),
		count: a.count + b.count,
		along: a.along + b.along,
		across: a.across + b.across,
		alongSquared: a.alongSquared + b.alongSquared,
		product: a.product + b.product,
		least: Math.min(a.least, b.least),
		most: Math.max(a.most, b.most),
	};
}

const thicknessOf = ({ count, from, to }: Stroke): number => count / (to - from + 1);

/** Rise of the straight line through a stroke's pixels, and where it stands at its middle. */
function fit({ count, along, across, alongSquared, product }: Stroke): { slope: number; middle: number; place: number } {
	const [middle, place] = [along / count, across / count];
	const spread = alongSquared - count * middle * middle;
	return { slope: spread > 0 ? (product - count * middle * place) / spread : 0, middle, place };
}

function ends(stroke: Stroke): Array<[along: number, across: number]> {
	const { slope, middle, place } = fit(stroke);
	return [stroke.from, stroke.to].map((along) => [along, place + slope * (along - middle)]);
}

/** What is left of the page's tilt, degrees: the median over its long lines, longer ones counting more. */
function tiltOf(level: readonly Stroke[], upright: readonly Stroke[], em: number): number {
	const votes = [...level.map((stroke) => ({ stroke, sign: 1 })), ...upright.map((stroke) => ({ stroke, sign: -1 }))]
		.filter(({ stroke: { from, to } }) => to - from >= TELLING_EMS * em)
		.map(({ stroke, sign }) => ({ slope: sign * fit(stroke).slope, weight: stroke.to - stroke.from }))
		.sort((a, b) => a.slope - b.slope);
	const half = votes.reduce((sum, { weight }) => sum + weight, 0) / 2;
	let sum = 0;
	for (const { slope, weight } of votes) {
		sum += weight;
		if (sum >= half) return (Math.atan(slope) * 180) / Math.PI;
	}
	return 0;
}

function lineBetween(isLevel: boolean, points: Vector[]): RuledLine {
	const along = points.map(({ x, y }) => (isLevel ? x : y));
	const across = points.map(({ x, y }) => (isLevel ? y : x));
	return {
		isLevel,
		at: across.reduce((sum, place) => sum + place, 0) / across.length,
		from: Math.min(...along),
		to: Math.max(...along),
	};
}

/** Pieces of one line put together, and both lines of a double one. */
function joined(lines: readonly RuledLine[], em: number): RuledLine[] {
	const result: RuledLine[] = [];
	for (const line of [...lines].sort((a, b) => a.from - b.from)) {
		const known = result.find((other) => Math.abs(other.at - line.at) <= DOUBLE && line.from - other.to <= GAP_EMS * em);
		if (!known) {
			result.push({ ...line });
			continue;
		}
		const [a, b] = [known.to - known.from, line.to - line.from];
		known.at = (known.at * a + line.at * b) / Math.max(1, a + b);
		known.to = Math.max(known.to, line.to);
	}
	return result;
}
