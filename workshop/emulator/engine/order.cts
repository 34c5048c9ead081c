// Reading order: rows from top to bottom, within a row from left to right. Works on quads of a level page.
import type { Quad } from './lineReader.cts';
import { centreOf, heightOf, widthOf } from './quads.cts';

export interface Placed {
	quad: Quad;
}

/** Ink fills about this part of a box's height; whole boxes of neighbouring lines overlap. */
const INK_HEIGHT = 0.85;
/** Two blocks share a row when their ink overlaps by more than this part of the lower one's height. */
const ROW_OVERLAP = 0.5;
/** … and unless one stands above the other: overlap along the row, as part of the narrower one's width. */
const STACKED = 0.5;

interface Entry<T> {
	item: T;
	x: number;
	y: number;
	/** Height of the ink. */
	height: number;
	width: number;
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
			height: heightOf(item.quad) * INK_HEIGHT,
			width: widthOf(item.quad),
		};
	});
	entries.sort((a, b) => a.y - b.y || a.x - b.x);
	const rows: Array<Array<Entry<T>>> = [];
	for (const entry of entries) {
		const row = closestRow(rows, entry);
		if (row) row.push(entry);
		else rows.push([entry]);
	}
	return rows.map((row) => row.sort((a, b) => a.x - b.x).map((entry) => entry.item));
}

/** The neighbour in a row decides, not the row's first block: what is left of a tilt adds up along a row. */
function closestRow<T>(rows: Array<Array<Entry<T>>>, entry: Entry<T>): Array<Entry<T>> | undefined {
	let closest: Array<Entry<T>> | undefined;
	let smallest = Number.POSITIVE_INFINITY;
	for (const row of rows) {
		const neighbour = row.reduce((best, other) => (gap(entry, other) < gap(entry, best) ? other : best));
		const offset = Math.abs(neighbour.y - entry.y);
		if (offset >= smallest || !overlaps(entry, neighbour)) continue;
		if (row.some((other) => isStacked(entry, other))) continue;
		closest = row;
		smallest = offset;
	}
	return closest;
}

function gap(a: Entry<unknown>, b: Entry<unknown>): number {
	return Math.abs(a.x - b.x) - (a.width + b.width) / 2;
}

function overlaps(a: Entry<unknown>, b: Entry<unknown>): boolean {
	const overlap = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
	return overlap > ROW_OVERLAP * Math.min(a.height, b.height);
}

function isStacked(a: Entry<unknown>, b: Entry<unknown>): boolean {
	return -gap(a, b) > STACKED * Math.min(a.width, b.width);
}
