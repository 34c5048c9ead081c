// Seals by colour and shape: patches of red ink whose outline is a circle, an ellipse, a rectangle, a triangle or a
// rhombus.
import type { Corner, Corners } from '../../engine/engine.cts';
import type { Pixels } from '../../engine/pixels.cts';
import type { Box } from '../reading/level.cts';
import { isRedAt } from './ink.cts';

export type SealType = 'circle' | 'ellipse' | 'rectangle' | 'triangle' | 'rhombus';

export interface FoundSeal {
	type: SealType;
	/** How well the outline fits, 0 to 1. */
	confidence: number;
	/** px of the level page. */
	box: Box;
	/** px of the picture. */
	location: Corners;
}

/** Cells along the picture's longer side, for finding what belongs together. */
const CELLS = 110;
/** Pixels looked at along a cell's side, at least where it has as many. */
const LOOKS = 16;
/** Ink within so many cells belongs to one seal: its frame and its words don't touch. */
const REACH = 2;
/** Smaller patches are no seals, cells. */
const LEAST_CELLS = 5;
/** Directions in which an outline is measured. */
const DIRECTIONS = 96;
/** Outlines further off, as part of the size, are something else. */
const WORST_FIT = 0.09;
/** Sides of a circle differ by less. */
const ROUND = 1.1;

export function findSeals(pixels: Pixels, direction: number): FoundSeal[] {
	const radians = (direction * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	return patches(pixels).flatMap((points) => {
		const level = points.map(([x, y]): Corner => [x * cos + y * sin, y * cos - x * sin]);
		const box = {
			left: Math.min(...level.map(([x]) => x)),
			right: Math.max(...level.map(([x]) => x)),
			top: Math.min(...level.map(([, y]) => y)),
			bottom: Math.max(...level.map(([, y]) => y)),
		};
		const shape = shapeOf(level, box);
		if (!shape) return [];
		const back = (x: number, y: number): Corner => [Math.max(0, Math.round(x * cos - y * sin)), Math.max(0, Math.round(x * sin + y * cos))];
		const { left, top, right, bottom } = box;
		return [{ ...shape, box, location: [back(left, top), back(right, top), back(right, bottom), back(left, bottom)] satisfies Corners }];
	});
}

/** Outermost red points of each patch, px of the picture: two a row, enough for any outline. */
function patches(pixels: Pixels): Corner[][] {
	const { width, height } = pixels;
	const cell = Math.max(2, Math.ceil(Math.max(width, height) / CELLS));
	const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
	const red = new Uint8Array(columns * rows);
	// Strokes of large pictures are wide: not every pixel has to be looked at.
	const step = Math.max(1, Math.floor(cell / LOOKS));
	for (let y = 0; y < height; y += step) {
		for (let x = 0; x < width; x += step) if (isRedAt(pixels, x, y)) red[Math.floor(y / cell) * columns + Math.floor(x / cell)] = 1;
	}
	const found: Corner[][] = [];
	for (let start = 0; start < red.length; start++) {
		if (red[start] !== 1) continue;
		const cells = grow(red, columns, rows, start);
		const across = spread(cells.map((at) => at % columns));
		const down = spread(cells.map((at) => Math.floor(at / columns)));
		if (across >= LEAST_CELLS && down >= LEAST_CELLS) found.push(cells.flatMap((at) => outermost(pixels, (at % columns) * cell, Math.floor(at / columns) * cell, cell)));
	}
	return found;
}

const spread = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0) - values.reduce((least, value) => Math.min(least, value), Infinity) + 1;

/** Takes a patch out of the map. */
function grow(red: Uint8Array, columns: number, rows: number, start: number): number[] {
	const cells = [start];
	red[start] = 2;
	for (let next = 0; next < cells.length; next++) {
		const at = cells[next] ?? 0;
		const [column, row] = [at % columns, Math.floor(at / columns)];
		for (let y = Math.max(0, row - REACH); y <= Math.min(rows - 1, row + REACH); y++) {
			for (let x = Math.max(0, column - REACH); x <= Math.min(columns - 1, column + REACH); x++) {
				if (red[y * columns + x] !== 1) continue;
				red[y * columns + x] = 2;
				cells.push(y * columns + x);
			}
		}
	}
	return cells;
}

/** First and last red point of each row of a cell. */
function outermost(pixels: Pixels, left: number, top: number, cell: number): Corner[] {
	const points: Corner[] = [];
	for (let y = top; y < Math.min(pixels.height, top + cell); y++) {
		let [first, last] = [-1, -1];
		for (let x = left; x < Math.min(pixels.width, left + cell); x++) {
			if (!isRedAt(pixels, x, y)) continue;
			if (first < 0) first = x;
			last = x;
		}
		if (first >= 0) points.push([first, y]);
		if (last > first) points.push([last, y]);
	}
	return points;
}

/** 1 on the outline of each shape that fills a square from -1 to 1; y grows downwards. */
const OUTLINES: ReadonlyArray<[Exclude<SealType, 'circle'>, (x: number, y: number) => number]> = [
	['ellipse', (x, y) => Math.hypot(x, y)],
	['rectangle', (x, y) => Math.max(Math.abs(x), Math.abs(y))],
	['rhombus', (x, y) => Math.abs(x) + Math.abs(y)],
	['triangle', (x, y) => Math.max(y, 2 * Math.abs(x) - y)],
];

function shapeOf(points: readonly Corner[], { left, top, right, bottom }: Box): Pick<FoundSeal, 'type' | 'confidence'> | undefined {
	const [halfWidth, halfHeight] = [(right - left) / 2, (bottom - top) / 2];
	const outline = outlineOf(points.map(([x, y]): Corner => [(x - left) / halfWidth - 1, (y - top) / halfHeight - 1]));
	if (outline.length < DIRECTIONS * 0.8) return undefined;
	const fits = OUTLINES.map(([type, distance]) => ({ type, error: median(outline.map(([x, y]) => Math.abs(distance(x, y) - 1))) }));
	const best = fits.reduce((least, fit) => (fit.error < least.error ? fit : least));
	if (best.error > WORST_FIT) return undefined;
	const round = best.type === 'ellipse' && Math.max(halfWidth / halfHeight, halfHeight / halfWidth) < ROUND;
	return { type: round ? 'circle' : best.type, confidence: 1 - best.error };
}

/** The outermost point in each direction. */
function outlineOf(points: readonly Corner[]): Corner[] {
	const outline: Array<Corner | undefined> = Array.from({ length: DIRECTIONS });
	for (const point of points) {
		const [x, y] = point;
		const at = Math.floor(((Math.atan2(y, x) / Math.PI + 1) / 2) * DIRECTIONS) % DIRECTIONS;
		const known = outline[at];
		if (!known || Math.hypot(...known) < Math.hypot(x, y)) outline[at] = point;
	}
	return outline.filter((point) => point !== undefined);
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}
