// Reading order: rows from top to bottom, within a row from left to right. Works on quads of a level page.
import type { Quad } from './lineReader.cts';
import { centreOf, heightOf } from './quads.cts';

export interface Placed {
	quad: Quad;
}

/** Two blocks share a row when they overlap by more than this part of the lower one's height. */
const ROW_OVERLAP = 0.5;

interface Entry<T> {
	item: T;
	x: number;
	y: number;
	height: number;
}

/** @param tilt what is left of the page's tilt, degrees clockwise; taken out before rows are formed. */
export function rowsOf<T extends Placed>(items: T[], tilt: number): T[][] {
	const radians = (-tilt * Math.PI) / 180;
	const entries = items.map((item): Entry<T> => {
		const { x, y } = centreOf(item.quad);
		return {
			item,
			x: x * Math.cos(radians) - y * Math.sin(radians),
			y: x * Math.sin(radians) + y * Math.cos(radians),
			height: heightOf(item.quad),
		};
	});
	entries.sort((a, b) => a.y - b.y);
	const rows: Array<Array<Entry<T>>> = [];
	for (const entry of entries) {
		const row = rows.findLast((candidate) => candidate.some((other) => overlaps(entry, other)));
		// A row must not grow downwards through a chain of overlaps: its first member decides too.
		if (row && row.every((other) => !isBelow(entry, other))) row.push(entry);
		else rows.push([entry]);
	}
	return rows.map((row) => row.sort((a, b) => a.x - b.x).map((entry) => entry.item));
}

function overlaps(a: { y: number; height: number }, b: { y: number; height: number }): boolean {
	const top = Math.max(a.y - a.height / 2, b.y - b.height / 2);
	const bottom = Math.min(a.y + a.height / 2, b.y + b.height / 2);
	return bottom - top > ROW_OVERLAP * Math.min(a.height, b.height);
}

/** Same place along the row, yet lower: that is the next line. */
function isBelow(entry: Entry<unknown>, other: Entry<unknown>): boolean {
	return entry.y - other.y > Math.max(entry.height, other.height);
}
