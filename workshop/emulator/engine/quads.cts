// Geometry of quads in a page's pixels; y grows downwards, so positive angles are clockwise.
import type { Quad } from './lineReader.cts';
import type { Vector } from './pixels.cts';

export const distance = (a: Vector, b: Vector): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Mean of the two long sides of a crop. */
export function widthOf(quad: Quad): number {
	return (distance(quad[0], quad[1]) + distance(quad[3], quad[2])) / 2;
}

export function heightOf(quad: Quad): number {
	return (distance(quad[0], quad[3]) + distance(quad[1], quad[2])) / 2;
}

export function centreOf(quad: Quad): Vector {
	return {
		x: (quad[0].x + quad[1].x + quad[2].x + quad[3].x) / 4,
		y: (quad[0].y + quad[1].y + quad[2].y + quad[3].y) / 4,
	};
}

/** Angle of the longer pair of sides in degrees, (-90, 90]: a line has no beginning yet. */
export function axisOf(quad: Quad): number {
	const along = widthOf(quad) >= heightOf(quad);
	const [a, b, c, d] = quad;
	const dx = along ? b.x - a.x + c.x - d.x : d.x - a.x + c.x - b.x;
	const dy = along ? b.y - a.y + c.y - d.y : d.y - a.y + c.y - b.y;
	return halfTurn((Math.atan2(dy, dx) * 180) / Math.PI);
}

/** Into (-90, 90]. */
export function halfTurn(degrees: number): number {
	const rest = ((degrees % 180) + 180) % 180;
	return rest > 90 ? rest - 180 : rest;
}

/** Into [0, 360). */
export function fullTurn(degrees: number): number {
	return ((degrees % 360) + 360) % 360;
}

/** The same corners, starting `steps` later: turns where the text begins. */
export function startAt(quad: Quad, steps: number): Quad {
	return [0, 1, 2, 3].map((i) => quad[(i + steps) % 4]) as Quad;
}

/** Value at half of the total weight. */
export function weightedMedian(entries: Array<{ value: number; weight: number }>): number {
	const sorted = [...entries].sort((a, b) => a.value - b.value);
	const half = sorted.reduce((sum, entry) => sum + entry.weight, 0) / 2;
	let sum = 0;
	for (const entry of sorted) {
		sum += entry.weight;
		if (sum >= half) return entry.value;
	}
	return 0;
}
