// Ruled lines that cross → grids of cells. A missing piece of border makes two places one merged cell.
import type { LevelBox } from '../../engine/levelFrame.cts';
import type { RuledLine } from '../../engine/ruledLines.cts';

export interface GridCell {
	rows: number[];
	columns: number[];
	box: LevelBox;
}

export interface Grid {
	/** Places of its lines, ascending. */
	xs: number[];
	ys: number[];
	cells: GridCell[];
}

/** Fewer cells are a frame or an ornament. */
const FEWEST_CELLS = 4;
/** More lines in one direction are a pattern. */
const MOST_LINES = 200;
/** A border is one where so much of it is ruled. */
const RULED = 0.6;

/** @param em px; usual height of the page's text, against which lines may miss each other */
export function gridsOf(lines: readonly RuledLine[], em: number): Grid[] {
	const reach = Math.max(6, 0.5 * em);
	return groupsOf(lines, reach)
		.flatMap((group) => gridOf(group, reach) ?? [])
		.sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

interface Group {
	level: RuledLine[];
	upright: RuledLine[];
}

/** Lines that cross, directly or over others. */
function groupsOf(lines: readonly RuledLine[], reach: number): Group[] {
	const longest = (isLevel: boolean): RuledLine[] =>
		lines
			.filter((line) => line.isLevel === isLevel)
			.sort((a, b) => b.to - b.from - (a.to - a.from))
			.slice(0, MOST_LINES);
	const [level, upright] = [longest(true), longest(false)];
	const group = new Map<RuledLine, Group>();
	for (const line of level) group.set(line, { level: [line], upright: [] });
	for (const line of upright) group.set(line, { level: [], upright: [line] });
	for (const a of level) {
		for (const b of upright) {
			const [one, other] = [group.get(a), group.get(b)];
			if (!one || !other || one === other || !cross(a, b, reach)) continue;
			one.level.push(...other.level);
			one.upright.push(...other.upright);
			for (const line of [...other.level, ...other.upright]) group.set(line, one);
		}
	}
	return [...new Set(group.values())];
}

function cross(level: RuledLine, upright: RuledLine, reach: number): boolean {
	const isWithin = (place: number, { from, to }: RuledLine): boolean => place >= from - reach && place <= to + reach;
	return isWithin(upright.at, level) && isWithin(level.at, upright);
}

function gridOf(group: Group, reach: number): Grid | undefined {
	if (group.level.length < 2 || group.upright.length === 0) return undefined;
	const sides = openSides(group.level, group.upright, reach);
	const { level, upright } = withoutLoose(group, sides, reach);
	if (level.length < 2) return undefined;
	const [xs, ys] = [placesOf([...upright, ...sides], reach / 2), placesOf(level, reach / 2)];
	if (xs.length < 2 || ys.length < 2) return undefined;
	const isParted = (across: readonly RuledLine[], at: number, from: number, to: number): boolean => {
		const own = across.filter((line) => Math.abs(line.at - at) <= reach / 2);
		const ruled = own.reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0);
		return ruled >= RULED * (to - from);
	};
	const [rows, columns] = [ys.length - 1, xs.length - 1];
	const owner = Array.from({ length: rows * columns }, (_, index) => index);
	const at = (row: number, column: number): number => owner[row * columns + column] ?? 0;
	const join = (a: number, b: number): void => {
		for (const [index, own] of owner.entries()) if (own === b) owner[index] = a;
	};
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const [top, bottom, left, right] = [ys[row] ?? 0, ys[row + 1] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0];
			if (column + 1 < columns && at(row, column) !== at(row, column + 1) && !isParted(upright, right, top, bottom)) join(at(row, column), at(row, column + 1));
			if (row + 1 < rows && at(row, column) !== at(row + 1, column) && !isParted(level, bottom, left, right)) join(at(row, column), at(row + 1, column));
		}
	}
	const cells = rectangles(owner, rows, columns).map(({ top, bottom, left, right }): GridCell => ({
		rows: numbers(top, bottom),
		columns: numbers(left, right),
		box: { left: xs[left] ?? 0, right: xs[right + 1] ?? 0, top: ys[top] ?? 0, bottom: ys[bottom + 1] ?? 0 },
	}));
	return cells.length < FEWEST_CELLS ? undefined : { xs, ys, cells };
}

/** Without lines that do not end on others: strokes of characters, underlines. */
function withoutLoose({ level, upright }: Group, sides: readonly RuledLine[], reach: number): Group {
	const ends = (across: readonly RuledLine[], { from, to }: RuledLine): boolean => [from, to].every((end) => across.some(({ at }) => Math.abs(at - end) <= reach));
	const kept = level.filter((line) => ends([...upright, ...sides], line));
	return { level: kept, upright: upright.filter((line) => ends(kept, line)) };
}

/** Sides without a line, where the level lines begin or end together. */
function openSides(level: readonly RuledLine[], upright: readonly RuledLine[], reach: number): RuledLine[] {
	const [top, bottom] = [Math.min(...level.map(({ at }) => at)), Math.max(...level.map(({ at }) => at))];
	const outer = upright.map(({ at }) => at);
	return [
		{ places: level.map(({ from }) => from), edge: Math.min(...outer), sign: -1 },
		{ places: level.map(({ to }) => to), edge: Math.max(...outer), sign: 1 },
	].flatMap(({ places, edge, sign }): RuledLine[] => {
		const beyond = places.filter((place) => sign * (place - edge) > 2 * reach).sort((a, b) => a - b);
		const place = beyond[beyond.length >> 1];
		const together = place === undefined ? [] : beyond.filter((each) => Math.abs(each - place) <= reach);
		return place !== undefined && together.length >= 2 && together.length * 2 > places.length
			? [{ isLevel: false, at: place, from: top, to: bottom }]
			: [];
	});
}

/** Places of lines, nearer ones taken as one. */
function placesOf(lines: readonly RuledLine[], near: number): number[] {
	const places: Array<{ sum: number; count: number; last: number }> = [];
	for (const { at } of [...lines].sort((a, b) => a.at - b.at)) {
		const last = places.at(-1);
		if (last && at - last.last <= near) {
			last.sum += at;
			last.count++;
			last.last = at;
		} else places.push({ sum: at, count: 1, last: at });
	}
	return places.map(({ sum, count }) => sum / count);
}

interface Area {
	top: number;
	bottom: number;
	left: number;
	right: number;
}

/** Places that belong together as rectangles: what overlaps becomes one. */
function rectangles(owner: readonly number[], rows: number, columns: number): Area[] {
	const areas = new Map<number, Area>();
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const own = owner[row * columns + column] ?? 0;
			const area = areas.get(own) ?? { top: row, bottom: row, left: column, right: column };
			areas.set(own, {
				top: Math.min(area.top, row),
				bottom: Math.max(area.bottom, row),
				left: Math.min(area.left, column),
				right: Math.max(area.right, column),
			});
		}
	}
	const result: Area[] = [];
	for (let area of areas.values()) {
		for (let other = result.findIndex((each) => overlap(each, area)); other >= 0; other = result.findIndex((each) => overlap(each, area))) {
			const [known] = result.splice(other, 1);
			if (known) area = { top: Math.min(known.top, area.top), bottom: Math.max(known.bottom, area.bottom), left: Math.min(known.left, area.left), right: Math.max(known.right, area.right) };
		}
		result.push(area);
	}
	return result.sort((a, b) => a.top - b.top || a.left - b.left);
}

const overlap = (a: Area, b: Area): boolean => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

function numbers(from: number, to: number): number[] {
	return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
