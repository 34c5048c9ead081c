// Pictures on a page: areas of ink that are neither text nor tables.
import { around, type LevelBox, type LevelFrame, toLevel } from './levelFrame.cts';
import type { Pixels } from './pixels.cts';

/** The page is looked at in squares of so many px. */
const TILE = 8;
/** A square is filled when its mean is so many grey levels darker than paper … */
const DARKER = 28;
/** A picture has at least so many squares each way, and fills this part of its box. */
const SMALLEST = 6;
const FILLED = 0.5;

/** @param taken areas of texts and tables, in the level frame */
export function pictureAreas({ width, height, data }: Pixels, frame: LevelFrame, taken: readonly LevelBox[]): LevelBox[] {
	const [columns, rows] = [Math.floor(width / TILE), Math.floor(height / TILE)];
	const means = tileMeans({ width, height, data }, columns, rows);
	const paper = [...means].sort((a, b) => a - b)[Math.floor(means.length * 0.8)] ?? 255;
	const isFilled = means.map((mean, index) => {
		if (paper - mean < DARKER) return false;
		const { x, y } = toLevel(frame, { x: ((index % columns) + 0.5) * TILE, y: (Math.floor(index / columns) + 0.5) * TILE });
		return !taken.some(({ left, top, right, bottom }) => x >= left - TILE && x <= right + TILE && y >= top - TILE && y <= bottom + TILE);
	});
	return groups(isFilled, columns).flatMap((tiles): LevelBox[] => {
		const [xs, ys] = [tiles.map((tile) => tile % columns), tiles.map((tile) => Math.floor(tile / columns))];
		const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs) + 1, Math.min(...ys), Math.max(...ys) + 1];
		const [wide, high] = [right - left, bottom - top];
		if (wide < SMALLEST || high < SMALLEST || tiles.length < FILLED * wide * high) return [];
		return [
			around(
				[
					[left, top],
					[right, bottom],
				].map(([x = 0, y = 0]) => pointBox(toLevel(frame, { x: x * TILE, y: y * TILE }))),
			),
		];
	});
}

function pointBox({ x, y }: { x: number; y: number }): LevelBox {
	return { left: x, right: x, top: y, bottom: y };
}

function tileMeans({ width, data }: Pixels, columns: number, rows: number): number[] {
	return Array.from({ length: columns * rows }, (_, index) => {
		const [x, y] = [(index % columns) * TILE, Math.floor(index / columns) * TILE];
		let sum = 0;
		for (let dy = 0; dy < TILE; dy++) for (let dx = 0; dx < TILE; dx++) sum += data[((y + dy) * width + x + dx) * 3 + 1] ?? 0;
		return sum / (TILE * TILE);
	});
}

/** Squares that touch. */
function groups(isFilled: readonly boolean[], columns: number): number[][] {
	const seen = new Set<number>();
	const found: number[][] = [];
	for (const [start, filled] of isFilled.entries()) {
		if (!filled || seen.has(start)) continue;
		const group = [start];
		seen.add(start);
		for (let next = 0; next < group.length; next++) {
			const tile = group[next] ?? 0;
			const column = tile % columns;
			for (const other of [tile - columns, tile + columns, column > 0 ? tile - 1 : -1, column + 1 < columns ? tile + 1 : -1]) {
				if (!isFilled[other] || seen.has(other)) continue;
				seen.add(other);
				group.push(other);
			}
		}
		found.push(group);
	}
	return found;
}
