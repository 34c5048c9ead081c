// Pictures of ruled forms whose cells are known: for the finder of ruled lines. Same seed, same picture.
import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { cssFont } from './fonts.cts';
import { inTurn } from './kinds/recipe.cts';
import { addNoise } from './noise.cts';
import { Random } from './random.cts';
import { Texts } from './texts.cts';
import type { Point, Quad } from './types.cts';

export interface TrueCell {
	row: number;
	column: number;
	rowSpan: number;
	columnSpan: number;
	/** Upper left, upper right, lower right, lower left, px. */
	corners: Quad;
}

export interface RuledPicture {
	name: string;
	image: Buffer;
	width: number;
	height: number;
	dpi: number;
	cells: TrueCell[];
}

export const LINE_STYLES = ['solid', 'dotted', 'double', 'faint', 'broken', 'red', 'blue', 'dashed'] as const;
type LineStyle = (typeof LINE_STYLES)[number];

const RESOLUTIONS = [100, 150, 200, 300, 600] as const;
const SKEWS = [0, 1.3, -2.5, 4, -6, 8, 0.4, -8] as const;
const TREATMENTS = ['clean', 'jpeg', 'photo', 'noise'] as const;
/** Paper, inches. */
const WIDTH = 5.6;
const HEIGHT = 4.6;

const INKS: Partial<Record<LineStyle, string>> = { faint: '#cccccc', red: '#d23a2e', blue: '#3a5fc0' };

interface Grid {
	xs: number[];
	ys: number[];
	cells: Array<Omit<TrueCell, 'corners'>>;
}

/** Rows and columns in px, with some cells merged. */
function layOut(random: Random, dpi: number): Grid {
	const [rows, columns] = [random.int(3, 9), random.int(3, 6)];
	const edges = (from: number, to: number, count: number) => {
		const parts = Array.from({ length: count }, () => random.between(1, 2.2));
		const sum = parts.reduce((a, b) => a + b, 0);
		let at = from;
		return [from, ...parts.map((part) => (at += (part / sum) * (to - from)))].map((inch) => Math.round(inch * dpi));
	};
	const xs = edges(0.7, WIDTH - 0.7, columns);
	const ys = edges(1.1, 1.1 + rows * random.between(0.24, 0.3), rows);
	const taken = new Set<string>();
	const cells: Grid['cells'] = [];
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			if (taken.has(`${row} ${column}`)) continue;
			const isFree = (r: number, c: number) => r < rows && c < columns && !taken.has(`${r} ${c}`);
			const wide = random.chance(0.12) && isFree(row, column + 1) ? 2 : 1;
			const high = wide === 1 && random.chance(0.1) && isFree(row + 1, column) ? 2 : 1;
			for (let r = row; r < row + high; r++) for (let c = column; c < column + wide; c++) taken.add(`${r} ${c}`);
			cells.push({ row, column, rowSpan: high, columnSpan: wide });
		}
	}
	return { xs, ys, cells };
}

function drawLine(context: SKRSContext2D, from: Point, to: Point, style: LineStyle, dpi: number, random: Random): void {
	const thin = Math.max(1, Math.round(dpi / 110));
	context.strokeStyle = INKS[style] ?? '#222222';
	context.lineWidth = style === 'double' ? Math.max(1, Math.round(thin * 0.7)) : thin;
	context.setLineDash(style === 'dotted' ? [thin, 2 * thin] : style === 'dashed' ? [6 * thin, 4 * thin] : []);
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const isLevel = Math.abs(dx) > Math.abs(dy);
	const stroke = (a: Point, b: Point, off: number) => {
		context.beginPath();
		const half = context.lineWidth % 2 === 1 ? 0.5 : 0;
		context.moveTo(a[0] + (isLevel ? 0 : off + half), a[1] + (isLevel ? off + half : 0));
		context.lineTo(b[0] + (isLevel ? 0 : off + half), b[1] + (isLevel ? off + half : 0));
		context.stroke();
	};
	if (style === 'double') {
		const gap = Math.max(2, Math.round(dpi / 60));
		stroke(from, to, -gap / 2);
		stroke(from, to, gap / 2);
	} else if (style === 'broken') {
		// Every inch or so some of the line is missing.
		const length = Math.hypot(dx, dy);
		let at = 0;
		while (at < length) {
			const end = Math.min(length, at + random.between(0.4, 1.1) * dpi);
			stroke([from[0] + (dx * at) / length, from[1] + (dy * at) / length], [from[0] + (dx * end) / length, from[1] + (dy * end) / length], 0);
			at = end + random.between(0.02, 0.09) * dpi;
		}
	} else stroke(from, to, 0);
	context.setLineDash([]);
}

function drawGrid(context: SKRSContext2D, { xs, ys, cells }: Grid, style: LineStyle, dpi: number, random: Random): void {
	// Each border once, as long as it goes on.
	const owner = new Map<string, number>();
	for (const [index, { row, column, rowSpan, columnSpan }] of cells.entries()) {
		for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) owner.set(`${r} ${c}`, index);
	}
	const at = (row: number, column: number) => owner.get(`${row} ${column}`) ?? -1;
	const runs = (count: number, isBorder: (index: number) => boolean, draw: (from: number, to: number) => void) => {
		let from = -1;
		for (let index = 0; index <= count; index++) {
			if (index < count && isBorder(index)) {
				if (from < 0) from = index;
			} else if (from >= 0) {
				draw(from, index);
				from = -1;
			}
		}
	};
	for (const [row, y] of ys.entries()) {
		runs(xs.length - 1, (column) => at(row - 1, column) !== at(row, column), (from, to) => drawLine(context, [xs[from] ?? 0, y], [xs[to] ?? 0, y], style, dpi, random));
	}
	for (const [column, x] of xs.entries()) {
		runs(ys.length - 1, (row) => at(row, column - 1) !== at(row, column), (from, to) => drawLine(context, [x, ys[from] ?? 0], [x, ys[to] ?? 0], style, dpi, random));
	}
}

function drawTexts(context: SKRSContext2D, { xs, ys, cells }: Grid, dpi: number, texts: Texts, random: Random): void {
	const size = 0.105 * dpi;
	context.fillStyle = '#1c1c1c';
	context.textBaseline = 'middle';
	const write = (words: string, x: number, y: number, em: number, width: number) => {
		context.font = cssFont({ size: em });
		let text = words;
		while (text !== '' && context.measureText(text).width > width) text = text.slice(0, -1);
		context.fillText(text, x, y);
	};
	write(texts.title(), 0.7 * dpi, 0.55 * dpi, size * 1.6, 4 * dpi);
	write(texts.sentences(1)[0] ?? '', 0.7 * dpi, 0.9 * dpi, size, 4.2 * dpi);
	for (const { row, column, rowSpan, columnSpan } of cells) {
		if (random.chance(0.15)) continue;
		const [left, right, top, bottom] = [xs[column] ?? 0, xs[column + columnSpan] ?? 0, ys[row] ?? 0, ys[row + rowSpan] ?? 0];
		const words = random.pick([texts.person(), texts.code(), texts.department(), texts.date(), String(random.int(2, 9000)), texts.city()]);
		write(words, left + 0.06 * dpi, (top + bottom) / 2, size, right - left - 0.12 * dpi);
	}
	const below = (ys[ys.length - 1] ?? 0) + 0.3 * dpi;
	for (const [line, words] of texts.sentences(3).entries()) write(words, 0.7 * dpi, below + line * 0.19 * dpi, size, 4.2 * dpi);
}

/** Draws one picture; line style, resolution, skew and treatment depend on the number alone. */
export async function ruledPicture(seed: string | number, number: number): Promise<RuledPicture> {
	const random = new Random(`${seed}/ruled/${number}`);
	const style = inTurn(LINE_STYLES, number);
	const dpi = inTurn(RESOLUTIONS, number);
	const skew = inTurn(SKEWS, number + Math.floor(number / SKEWS.length));
	const treatment = inTurn(TREATMENTS, Math.floor(number / 3));
	const [width, height] = [Math.round(WIDTH * dpi), Math.round(HEIGHT * dpi)];
	const grid = layOut(random, dpi);
	const radians = (skew * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	const turned = ([x, y]: Point): Point => [
		width / 2 + (x - width / 2) * cos - (y - height / 2) * sin,
		height / 2 + (x - width / 2) * sin + (y - height / 2) * cos,
	];
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#ffffff';
	context.fillRect(0, 0, width, height);
	context.translate(width / 2, height / 2);
	context.rotate(radians);
	context.translate(-width / 2, -height / 2);
	if (random.chance(0.3)) {
		context.fillStyle = '#e4e9f0';
		context.fillRect(grid.xs[0] ?? 0, grid.ys[0] ?? 0, (grid.xs[grid.xs.length - 1] ?? 0) - (grid.xs[0] ?? 0), (grid.ys[1] ?? 0) - (grid.ys[0] ?? 0));
	}
	drawGrid(context, grid, style, dpi, random);
	drawTexts(context, grid, dpi, new Texts(random, random.chance(0.5) ? 'zh' : 'en'), random);
	if (treatment === 'photo' || treatment === 'noise') {
		const grain = treatment === 'photo' ? 5 : 7;
		addNoise(context, width, height, { seed: `${seed}/${number}/noise`, grain, specks: 50, shade: treatment === 'photo' ? 110 : 15 });
	}
	const image = treatment === 'jpeg' || treatment === 'photo' ? await canvas.encode('jpeg', 50) : await canvas.encode('png');
	const cells = grid.cells.map((cell): TrueCell => {
		const [left, right] = [grid.xs[cell.column] ?? 0, grid.xs[cell.column + cell.columnSpan] ?? 0];
		const [top, bottom] = [grid.ys[cell.row] ?? 0, grid.ys[cell.row + cell.rowSpan] ?? 0];
		return { ...cell, corners: [turned([left, top]), turned([right, top]), turned([right, bottom]), turned([left, bottom])] };
	});
	return { name: `${number}-${style}-${dpi}dpi-${skew}°-${treatment}`, image, width, height, dpi, cells };
}
