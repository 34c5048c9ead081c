// Rules → the cells of grids. Rules that cross belong to one grid. Between its four outer rules every
// place has two coordinates from 0 to 1, so that askew pages and photos from the side need no care.
import type { Quad, Vertex } from '../../result/types';
import { boxAround } from './corners';
import type { Rule, RuledCell } from './types';

/** So much of a border must be ruled. */
const RULED = 0.5;
/** Of a rule that ends before the outer one it was printed to, so many tolerances may be missing. */
const REACH = 4;
/** Cells are no smaller than so many tolerances. */
const SMALLEST = 2.2;
/** A grid has no more rules in one direction; more are a pattern. */
const MOST_RULES = 400;
/** With more crossings it is squared paper or a pattern, too. */
const MOST_CROSSINGS = 10_000;
/** A short rule ends on others: so many tolerances off at one end, and at the other, where a broken line may lack a piece. */
const HELD = 2;
const NEARLY_HELD = 8;
/** Where the level rules of a grid begin or end together without an upright one, so far off, there is an open side. */
const OPEN_SIDE = 6;

/** Fewer cells are a frame, or strokes of a large heading. */
const FEWEST_CELLS = 4;

interface Line {
	rule: Rule;
	/** Coordinate across the rule, and from where to where it runs, in the grid. */
	place: number;
	from: number;
	to: number;
}

/** @returns cells of all grids of a picture; numbers of rows and columns as the image lies */
export function cellsOf(rules: readonly Rule[]): RuledCell[] {
	return gridsOf(rules)
		.map((grid) => cellsOfGrid(grid))
		.filter((cells) => cells.length >= FEWEST_CELLS)
		.sort((a, b) => (a[0]?.top ?? 0) - (b[0]?.top ?? 0) || (a[0]?.left ?? 0) - (b[0]?.left ?? 0))
		.flatMap((cells, table) => cells.map((cell) => ({ ...cell, table })));
}

function crossing(level: Rule, upright: Rule): Vertex | undefined {
	const [x1, y1, x2, y2] = [level.x1, level.y1, level.x2, level.y2];
	const [dx, dy] = [x2 - x1, y2 - y1];
	const [ex, ey] = [upright.x2 - upright.x1, upright.y2 - upright.y1];
	const divisor = dx * ey - dy * ex;
	if (Math.abs(divisor) < 1e-9) return undefined;
	const t = ((upright.x1 - x1) * ey - (upright.y1 - y1) * ex) / divisor;
	return [x1 + t * dx, y1 + t * dy];
}

function doCross(level: Rule, upright: Rule): boolean {
	const at = crossing(level, upright);
	if (!at) return false;
	const reach = REACH * Math.max(level.tolerance, upright.tolerance);
	return at[0] >= level.x1 - reach && at[0] <= level.x2 + reach && at[1] >= upright.y1 - reach && at[1] <= upright.y2 + reach;
}

/** Rules that cross each other, directly or over others; at least two of each direction. */
function gridsOf(rules: readonly Rule[]): Array<{ levels: Rule[]; uprights: Rule[] }> {
	const levels = rules.filter(({ isHorizontal }) => isHorizontal).sort((a, b) => length(b) - length(a)).slice(0, MOST_RULES);
	const uprights = rules.filter(({ isHorizontal }) => !isHorizontal).sort((a, b) => length(b) - length(a)).slice(0, MOST_RULES);
	const all = [...levels, ...uprights];
	const parent = all.map((_, index) => index);
	const root = (index: number): number => {
		let top = index;
		while (parent[top] !== top) top = parent[top] = parent[parent[top] ?? top] ?? top;
		return top;
	};
	for (const [i, level] of levels.entries()) {
		for (const [j, upright] of uprights.entries()) if (doCross(level, upright)) parent[root(i)] = root(levels.length + j);
	}
	const grids = new Map<number, { levels: Rule[]; uprights: Rule[] }>();
	for (const [index, rule] of all.entries()) {
		const grid = grids.get(root(index)) ?? { levels: [], uprights: [] };
		grid[index < levels.length ? 'levels' : 'uprights'].push(rule);
		grids.set(root(index), grid);
	}
	const forms = [...grids.values()].filter(({ levels: across, uprights: down }) => across.length * down.length <= MOST_CROSSINGS);
	return forms.map(withOpenSides).map(withoutDangling).filter((grid) => grid.levels.length > 1 && grid.uprights.length > 1);
}

function length({ x1, y1, x2, y2 }: Rule): number {
	return Math.hypot(x2 - x1, y2 - y1);
}

/** Grids that are open at a side get a rule there, where their level rules end together. */
function withOpenSides({ levels, uprights }: { levels: Rule[]; uprights: Rule[] }): { levels: Rule[]; uprights: Rule[] } {
	if (levels.length < 2 || uprights.length < 1) return { levels, uprights };
	const inOrder = [...levels].sort((a, b) => a.y1 - b.y1);
	const [top, bottom] = [inOrder[0], inOrder[inOrder.length - 1]];
	const tolerance = levels[0]?.tolerance ?? 1;
	if (!top || !bottom) return { levels, uprights };
	const sides: Rule[] = [];
	for (const isLeft of [true, false]) {
		const [x1, y1, x2, y2] = isLeft ? [top.x1, top.y1, bottom.x1, bottom.y1] : [top.x2, top.y2, bottom.x2, bottom.y2];
		const side: Rule = { isHorizontal: false, x1, y1, x2, y2, tolerance, seen: [[0, 1]] };
		const outermost = uprights.map((upright) => (upright.x1 + upright.x2) / 2).reduce((most, x) => (isLeft ? Math.min(most, x) : Math.max(most, x)), isLeft ? Infinity : -Infinity);
		const isOpen = isLeft ? (x1 + x2) / 2 < outermost - OPEN_SIDE * tolerance : (x1 + x2) / 2 > outermost + OPEN_SIDE * tolerance;
		const ended = levels.filter((level) => {
			const at = crossing(level, side);
			return at !== undefined && Math.abs(at[0] - (isLeft ? level.x1 : level.x2)) <= REACH * tolerance;
		});
		if (isOpen && ended.length * 2 > levels.length && ended.length > 1) sides.push(side);
	}
	return { levels, uprights: [...uprights, ...sides] };
}

/** Short rules that do not end on others are none of the grid: underlines, strokes of large characters. */
function withoutDangling({ levels, uprights }: { levels: Rule[]; uprights: Rule[] }): { levels: Rule[]; uprights: Rule[] } {
	const longest = (rules: readonly Rule[]) => rules.reduce((most, rule) => Math.max(most, length(rule)), 0);
	let left = { levels, uprights };
	for (let round = 0; round < 3; round++) {
		const isHeld = (rule: Rule, own: readonly Rule[], others: readonly Rule[]) => {
			if (lengthInLine(rule, own) * 2 >= longest(own)) return true;
			const off = [[rule.x1, rule.y1] as Vertex, [rule.x2, rule.y2] as Vertex].map((end) => others.reduce((least, other) => Math.min(least, distanceTo(other, end)), Infinity));
			return Math.min(...off) <= HELD * rule.tolerance && Math.max(...off) <= NEARLY_HELD * rule.tolerance;
		};
		left = {
			levels: left.levels.filter((rule) => isHeld(rule, left.levels, left.uprights)),
			uprights: left.uprights.filter((rule) => isHeld(rule, left.uprights, left.levels)),
		};
	}
	return left;
}

/** Length of a rule and of those that lie in one line with it: the pieces of a broken one. */
function lengthInLine(rule: Rule, own: readonly Rule[]): number {
	return own.filter((other) => other === rule || isInLine(other, rule)).reduce((sum, each) => sum + length(each), 0);
}

function isInLine(long: Rule, short: Rule): boolean {
	const [dx, dy] = [long.x2 - long.x1, long.y2 - long.y1];
	const across = (short.y1 + short.y2 - 2 * long.y1) * dx - (short.x1 + short.x2 - 2 * long.x1) * dy;
	return Math.abs(across) / 2 <= HELD * long.tolerance * (Math.hypot(dx, dy) || 1);
}

/** How far a point lies from a rule; Infinity beyond its ends. */
function distanceTo({ x1, y1, x2, y2, tolerance }: Rule, [x, y]: Vertex): number {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
	const slack = (REACH * tolerance) / (Math.hypot(dx, dy) || 1);
	return along >= -slack && along <= 1 + slack ? Math.hypot(x - x1 - along * dx, y - y1 - along * dy) : Infinity;
}

function cellsOfGrid({ levels, uprights }: { levels: readonly Rule[]; uprights: readonly Rule[] }): Array<Omit<RuledCell, 'table'>> {
	const outline = outlineOf(levels, uprights);
	if (!outline) return [];
	const tolerance = levels[0]?.tolerance ?? 1;
	const [width, height] = [sideLength(outline, 0, 1), sideLength(outline, 0, 3)];
	if (!(width > 0) || !(height > 0)) return [];
	const toGrid = gridCoordinates(outline);
	const levelLines = levels.map((rule): Line => {
		const [[u1, v1], [u2, v2]] = [toGrid([rule.x1, rule.y1]), toGrid([rule.x2, rule.y2])];
		return { rule, place: (v1 + v2) / 2, from: u1, to: u2 };
	});
	const uprightLines = uprights.map((rule): Line => {
		const [[u1, v1], [u2, v2]] = [toGrid([rule.x1, rule.y1]), toGrid([rule.x2, rule.y2])];
		return { rule, place: (u1 + u2) / 2, from: v1, to: v2 };
	});
	const rows = groupPlaces(levelLines, (SMALLEST * tolerance) / height);
	const columns = groupPlaces(uprightLines, (SMALLEST * tolerance) / width);
	if (rows.length < 2 || columns.length < 2) return [];

	const isRuled = (lines: readonly Line[], from: number, to: number, slack: number) => {
		const pieces = lines
			.flatMap((line) => stretchesOf(line, slack))
			.map(([begin, stop]) => [Math.max(from, begin), Math.min(to, stop)] as const)
			.filter(([begin, stop]) => stop > begin)
			.sort((a, b) => a[0] - b[0]);
		let [covered, end] = [0, from];
		for (const [begin, stop] of pieces) {
			if (stop <= end) continue;
			covered += stop - Math.max(begin, end);
			end = stop;
		}
		return covered >= RULED * (to - from);
	};
	const rowAt = (index: number) => rows[index]?.place ?? 0;
	const columnAt = (index: number) => columns[index]?.place ?? 0;
	const above = (row: number, column: number) => isRuled(rows[row]?.lines ?? [], columnAt(column), columnAt(column + 1), (tolerance * 2) / width);
	const before = (row: number, column: number) => isRuled(columns[column]?.lines ?? [], rowAt(row), rowAt(row + 1), (tolerance * 2) / height);
	const [rowCount, columnCount] = [rows.length - 1, columns.length - 1];
	const taken = new Uint8Array(rowCount * columnCount);
	const cells: Array<Omit<RuledCell, 'table'>> = [];
	for (let row = 0; row < rowCount; row++) {
		for (let column = 0; column < columnCount; column++) {
			if (taken[row * columnCount + column]) continue;
			let [right, bottom] = [column + 1, row + 1];
			while (right < columnCount && !before(row, right)) right++;
			while (bottom < rowCount && spanIsOpen(bottom, column, right)) bottom++;
			for (let y = row; y < bottom; y++) for (let x = column; x < right; x++) taken[y * columnCount + x] = 1;
			if (!isClosed(row, column, bottom, right)) continue;
			cells.push(cellOf(row, column, bottom, right));
		}
	}
	return renumbered(cells);

	/** Whether no rule stands above all of a row's part, and none parts it. */
	function spanIsOpen(row: number, from: number, to: number): boolean {
		for (let column = from; column < to; column++) {
			if (taken[row * columnCount + column] || above(row, column)) return false;
			if (column > from && before(row, column)) return false;
		}
		return true;
	}

	function isClosed(row: number, column: number, bottom: number, right: number): boolean {
		const sides = [
			Array.from({ length: right - column }, (_, index) => above(row, column + index)),
			Array.from({ length: right - column }, (_, index) => above(bottom, column + index)),
			Array.from({ length: bottom - row }, (_, index) => before(row + index, column)),
			Array.from({ length: bottom - row }, (_, index) => before(row + index, right)),
		];
		return sides.every((side) => side.filter(Boolean).length * 2 >= side.length);
	}

	function cellOf(row: number, column: number, bottom: number, right: number): Omit<RuledCell, 'table'> {
		const corner = (r: number, c: number) => cornerAt(rows[r]?.lines ?? [], columns[c]?.lines ?? [], columnAt(c), rowAt(r)) ?? fromGrid(outline as Quad, columnAt(c), rowAt(r));
		const corners: Quad = [corner(row, column), corner(row, right), corner(bottom, right), corner(bottom, column)];
		return { ...boxAround(corners), corners, row, column, rowSpan: bottom - row, columnSpan: right - column };
	}
}

/** Where a line was seen, in the grid. Its ends may lie a little short of the rules that it was printed to. */
function stretchesOf({ rule: { seen }, from, to }: Line, slack: number): Array<readonly [number, number]> {
	return seen.map(([begin, end], index) => [
		from + begin * (to - from) - (index === 0 ? slack : 0),
		from + end * (to - from) + (index === seen.length - 1 ? slack : 0),
	]);
}

/** Rows and columns that no cell begins or ends at don't count. */
function renumbered(cells: ReadonlyArray<Omit<RuledCell, 'table'>>): Array<Omit<RuledCell, 'table'>> {
	const ranks = (places: readonly number[]) => new Map([...new Set(places)].sort((a, b) => a - b).map((place, rank) => [place, rank]));
	const rows = ranks(cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]));
	const columns = ranks(cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]));
	return cells.map((cell) => {
		const [row, column] = [rows.get(cell.row) ?? 0, columns.get(cell.column) ?? 0];
		const [bottom, right] = [rows.get(cell.row + cell.rowSpan) ?? 0, columns.get(cell.column + cell.columnSpan) ?? 0];
		return { ...cell, row, column, rowSpan: bottom - row, columnSpan: right - column };
	});
}

/** Where the rules nearest to a corner cross. */
function cornerAt(levels: readonly Line[], uprights: readonly Line[], u: number, v: number): Vertex | undefined {
	const nearest = (lines: readonly Line[], at: number) => {
		const off = ({ from, to }: Line) => Math.max(from - at, at - to, 0);
		return lines.reduce<Line | undefined>((best, line) => (best && off(best) <= off(line) ? best : line), undefined);
	};
	const [level, upright] = [nearest(levels, u), nearest(uprights, v)];
	return level && upright && crossing(level.rule, upright.rule);
}

/** Corners of the outermost rules. */
function outlineOf(levels: readonly Rule[], uprights: readonly Rule[]): Quad | undefined {
	const longest = (rules: readonly Rule[]) => rules.reduce((most, rule) => Math.max(most, length(rule)), 0);
	// A stub may lie further out than the long ones, but says little about the direction.
	const ends = (rules: readonly Rule[], place: (rule: Rule) => number) => {
		const long = rules.filter((rule) => length(rule) >= longest(rules) / 2);
		return [...(long.length > 1 ? long : rules)].sort((a, b) => place(a) - place(b));
	};
	const inRows = ends(levels, ({ y1, y2 }) => y1 + y2);
	const inColumns = ends(uprights, ({ x1, x2 }) => x1 + x2);
	const [top, bottom, left, right] = [inRows[0], inRows[inRows.length - 1], inColumns[0], inColumns[inColumns.length - 1]];
	if (!top || !bottom || !left || !right || top === bottom || left === right) return undefined;
	const corners = [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)];
	return corners.every((corner) => corner !== undefined) ? (corners as Quad) : undefined;
}

function sideLength(outline: Quad, from: 0 | 1 | 2 | 3, to: 0 | 1 | 2 | 3): number {
	return Math.hypot(outline[to][0] - outline[from][0], outline[to][1] - outline[from][1]);
}

function fromGrid([a, b, c, d]: Quad, u: number, v: number): Vertex {
	const at = (axis: 0 | 1) => (1 - v) * ((1 - u) * a[axis] + u * b[axis]) + v * ((1 - u) * d[axis] + u * c[axis]);
	return [at(0), at(1)];
}

/** The inverse of `fromGrid`, by Newton's method. */
function gridCoordinates(outline: Quad): (point: Vertex) => [u: number, v: number] {
	const [a, b, c, d] = outline;
	return ([x, y]) => {
		let [u, v] = [0.5, 0.5];
		for (let round = 0; round < 6; round++) {
			const [px, py] = fromGrid(outline, u, v);
			const [ux, uy] = [(1 - v) * (b[0] - a[0]) + v * (c[0] - d[0]), (1 - v) * (b[1] - a[1]) + v * (c[1] - d[1])];
			const [vx, vy] = [(1 - u) * (d[0] - a[0]) + u * (c[0] - b[0]), (1 - u) * (d[1] - a[1]) + u * (c[1] - b[1])];
			const divisor = ux * vy - uy * vx;
			if (Math.abs(divisor) < 1e-9) break;
			u += ((x - px) * vy - (y - py) * vx) / divisor;
			v += ((y - py) * ux - (x - px) * uy) / divisor;
		}
		return [u, v];
	};
}

/** Lines at one place make one row or column. */
function groupPlaces(lines: readonly Line[], nearest: number): Array<{ place: number; lines: Line[] }> {
	const groups: Array<{ place: number; lines: Line[] }> = [];
	for (const line of [...lines].sort((a, b) => a.place - b.place)) {
		const group = groups[groups.length - 1];
		if (group && line.place - group.place <= nearest) {
			group.lines.push(line);
			group.place = group.lines.reduce((sum, each) => sum + each.place * (each.to - each.from), 0) / group.lines.reduce((sum, each) => sum + each.to - each.from, 0);
		} else groups.push({ place: line.place, lines: [line] });
	}
	return groups;
}
