// Where cells lie: their boxes overlap on a page that lies askew, their corners don't.
import type { Quad } from '../../result/types';

/** A cell, px of the image as sent. Without corners it is its box. */
export interface PlacedCell {
	left: number;
	top: number;
	right: number;
	bottom: number;
	/** Upper left, upper right, lower right, lower left as the image lies. */
	corners?: Quad;
}

/** Whether a point of the image lies in a cell. */
export function holds({ left, top, right, bottom, corners }: PlacedCell, x: number, y: number): boolean {
	if (x < left || x >= right || y < top || y >= bottom) return false;
	return !corners || corners.every(([ax, ay], index) => {
		const [bx, by] = corners[(index + 1) % corners.length] ?? [ax, ay];
		return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
	});
}

export function cornersOf({ left, top, right, bottom, corners }: PlacedCell): Quad {
	return corners ?? [[left, top], [right, top], [right, bottom], [left, bottom]];
}

/** The box around corners. */
export function boxAround(corners: Quad): { left: number; top: number; right: number; bottom: number } {
	const xs = corners.map(([x]) => x);
	const ys = corners.map(([, y]) => y);
	return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
