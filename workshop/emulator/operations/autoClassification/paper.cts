// Sheets of paper on a desk: what is of another colour than the edge of the picture.
import type { Pixels } from '../../engine/pixels.cts';

/** Cells along the picture's longer side. */
const CELLS = 160;
/** Least distance from the desk's colour in one channel, 0 to 255. */
const OTHER_COLOUR = 24;
/** Smaller patches are no documents: part of the picture's cells, and cells along either side. */
const LEAST_PART = 0.015;
const LEAST_SIDE = 10;
/** A patch that takes more of the picture is the picture itself. */
const MOST_PART = 0.9;

/** One sheet, as cells of the picture. */
export interface Place {
	/** px */
	cell: number;
	columns: number;
	cells: ReadonlySet<number>;
	/** px of the picture. */
	left: number;
	top: number;
	width: number;
	height: number;
}

/** @returns nothing for a picture that is one document from edge to edge. */
export function findPapers(pixels: Pixels): Place[] {
	const cell = Math.max(2, Math.ceil(Math.max(pixels.width, pixels.height) / CELLS));
	const [columns, rows] = [Math.floor(pixels.width / cell), Math.floor(pixels.height / cell)];
	const colours = Array.from({ length: columns * rows }, (_, at) => middleColour(pixels, (at % columns) * cell, Math.floor(at / columns) * cell, cell));
	const desk = commonest(colours.filter((_, at) => isEdge(at, columns, rows)));
	const waiting = new Set(colours.flatMap((colour, at) => (distance(colour, desk) > OTHER_COLOUR ? [at] : [])));
	const places: Place[] = [];
	for (const start of waiting) {
		const cells = grow(waiting, start, columns, rows);
		const xs = cells.map((at) => at % columns);
		const ys = cells.map((at) => Math.floor(at / columns));
		const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
		const part = cells.length / (columns * rows);
		if (part < LEAST_PART || part > MOST_PART || right - left < LEAST_SIDE || bottom - top < LEAST_SIDE) continue;
		places.push({
			cell,
			columns,
			cells: new Set(cells),
			left: left * cell,
			top: top * cell,
			width: (right - left + 1) * cell,
			height: (bottom - top + 1) * cell,
		});
	}
	return places;
}

/** The sheet alone: what lies around it is white. */
export function partOf(pixels: Pixels, { cell, columns, cells, left, top, width, height }: Place): Pixels {
	const data = new Uint8Array(width * height * 3).fill(255);
	for (let y = 0; y < height; y++) {
		const row = Math.floor((top + y) / cell);
		for (let x = 0; x < width; x += cell) {
			if (!isInside(cells, columns, row, Math.floor((left + x) / cell))) continue;
			const from = ((top + y) * pixels.width + left + x) * 3;
			data.set(pixels.data.subarray(from, from + cell * 3), (y * width + x) * 3);
		}
	}
	return { width, height, data };
}

/** Print of the desk's own colour leaves holes in a sheet. */
function isInside(cells: ReadonlySet<number>, columns: number, row: number, column: number): boolean {
	const at = row * columns + column;
	if (cells.has(at)) return true;
	const [left, right] = [cells.has(at - 1) || cells.has(at - 2) || cells.has(at - 3), cells.has(at + 1) || cells.has(at + 2) || cells.has(at + 3)];
	return left && right;
}

type Colour = [red: number, green: number, blue: number];

/** Nine points of a cell: their median, so that thin print does not count. */
function middleColour({ width, data }: Pixels, left: number, top: number, cell: number): Colour {
	const points = [0.2, 0.5, 0.8].flatMap((down) => [0.2, 0.5, 0.8].map((across) => ((top + Math.floor(down * cell)) * width + left + Math.floor(across * cell)) * 3));
	const channel = (offset: number): number => points.map((at) => data[at + offset] ?? 0).sort((a, b) => a - b)[4] ?? 0;
	return [channel(0), channel(1), channel(2)];
}

const distance = (a: Colour, b: Colour): number => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

function isEdge(at: number, columns: number, rows: number): boolean {
	const [column, row] = [at % columns, Math.floor(at / columns)];
	return column === 0 || row === 0 || column === columns - 1 || row === rows - 1;
}

/** The colour that most others are near to. */
function commonest(colours: readonly Colour[]): Colour {
	const near = (colour: Colour): number => colours.filter((other) => distance(colour, other) < OTHER_COLOUR / 2).length;
	return colours.reduce((best, colour) => (near(colour) > near(best) ? colour : best), colours[0] ?? [255, 255, 255]);
}

/** Takes a patch out of the set. */
function grow(waiting: Set<number>, start: number, columns: number, rows: number): number[] {
	const cells = [start];
	waiting.delete(start);
	for (let next = 0; next < cells.length; next++) {
		const at = cells[next] ?? 0;
		const [column, row] = [at % columns, Math.floor(at / columns)];
		for (const [x, y] of [[column - 1, row], [column + 1, row], [column, row - 1], [column, row + 1]] as const) {
			const neighbour = y * columns + x;
			if (x < 0 || y < 0 || x >= columns || y >= rows || !waiting.has(neighbour)) continue;
			waiting.delete(neighbour);
			cells.push(neighbour);
		}
	}
	return cells;
}
