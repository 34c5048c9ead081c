// Rows and columns of one table: lines of one cell are put together, cells get their column.
import { joinWrapped } from '../characters';
import type { Row } from '../page/rows';
import { INTERLEAVED } from './band';
import type { Band } from './band';
import { columnAt, columnsOf } from './white';
import type { White } from './white';

/** One line of text across the table. */
interface GridLine {
	middle: number;
	/** Text per column; '' where there is none. */
	cells: string[];
	/** Width of the text per column, in text heights. */
	widths: number[];
	filled: number[];
	/** Whether it is a row of its own, however near the others are. */
	isRow: boolean;
}

/** No two rows of text fit this near to each other. */
const TOO_NEAR = 0.6;
/** Lines of one cell stand at most this near, measured against the rows of the same table. */
const NEARER = 0.92;
/** Without a certain row step, lines and rows must differ by this factor. */
const CLEAR_JUMP = 1.25;
/** Text that fills so much of its column had to go on in the next line. */
const RAN_OUT = 0.75;
/** The key column is filled in so many rows. */
const KEY_SHARE = 0.8;

/** Cells of a band, row by row; every row has one text per column. */
export function readGrid(band: Band): string[][] {
	const white = joinLooseHeads(band);
	const count = Math.max(white.length - 1, 1);
	const lines = band.rows.map((row) => toLine(row, white, count, band.loneLines.has(row)));
	return groupLines(lines, count).map((group) =>
		Array.from({ length: count }, (_, column) => group.map(({ cells }) => cells[column] ?? '').reduce(joinWrapped, '')),
	);
}

function toLine(row: Row, white: readonly White[], count: number, isRow: boolean): GridLine {
	const cells = new Array<string>(count).fill('');
	const widths = new Array<number>(count).fill(0);
	for (const box of row.boxes) {
		const [first, last] = columnsOf(white, box);
		const column = first === last ? first : columnAt(white, (box.left + box.right) / 2);
		cells[column] = cells[column] === '' ? box.words : `${cells[column]} ${box.words}`;
		widths[column] = (widths[column] ?? 0) + box.right - box.left;
	}
	return {
		middle: row.middle,
		cells,
		widths,
		filled: cells.flatMap((cell, column) => (cell === '' ? [] : [column])),
		isRow,
	};
}

/**
 * A head at the left of its column over figures at the right of it leaves white between the two. Where
 * one column has nothing but its head and the next one everything but a head, they are one.
 */
function joinLooseHeads({ rows, white }: Band): White[] {
	const [head, ...body] = rows;
	if (!head) return white;
	const columnsIn = (row: Row) => row.boxes.map((box) => columnsOf(white, box)[0]);
	const heads = new Set(columnsIn(head));
	const bodies = new Set(body.flatMap(columnsIn));
	return white.filter((_, index) => {
		if (index === 0 || index === white.length - 1) return true;
		const [before, after] = [index - 1, index];
		const headOnly = (column: number) => heads.has(column) && !bodies.has(column);
		const bodyOnly = (column: number) => bodies.has(column) && !heads.has(column);
		return !((headOnly(before) && bodyOnly(after)) || (bodyOnly(before) && headOnly(after)));
	});
}

/** Puts lines of one row of the table together. */
function groupLines(lines: readonly GridLine[], count: number): GridLine[][] {
	const goesOn = continuation(lines, count);
	const groups: GridLine[][] = [];
	for (const [index, line] of lines.entries()) {
		const group = groups[groups.length - 1];
		if (group && goesOn(index)) group.push(line);
		else groups.push([line]);
	}
	return groups;
}

/**
 * Decides for each line whether it belongs to the row of the line before. Lines stand nearer to each
 * other than rows do; how near, the table itself shows: between two lines that both fill most
 * columns there is certainly a new row.
 */
function continuation(lines: readonly GridLine[], count: number): (index: number) => boolean {
	const pair = (index: number) => [lines[index - 1], lines[index]] as const;
	const stepAt = (index: number) => (lines[index]?.middle ?? 0) - (lines[index - 1]?.middle ?? 0);
	const isInterleaved = (index: number) => {
		const [before, line] = pair(index);
		if (!before || !line || stepAt(index) >= INTERLEAVED) return false;
		return stepAt(index) < TOO_NEAR || line.filled.every((column) => !before.filled.includes(column));
	};
	const isPlausible = (index: number) => {
		const [before, line] = pair(index);
		if (!before || !line || before.isRow || line.isRow) return false;
		const [fewer, more] = before.filled.length < line.filled.length ? [before, line] : [line, before];
		const few = fewer.filled.length <= Math.max(1, Math.floor(count / 2));
		return few && fewer.filled.every((column) => more.filled.includes(column) || more.filled.length < count);
	};
	const indices = Array.from({ length: Math.max(lines.length - 1, 0) }, (_, index) => index + 1).filter((index) => !isInterleaved(index));
	const steps = (chosen: (index: number) => boolean) => indices.filter(chosen).map(stepAt).sort((a, b) => a - b);
	// The step from the head says little about the others: a rule often stands there.
	const between = steps((index) => index > 1 && !isPlausible(index));
	const limit = lineLimit(steps(isPlausible), between.length > 0 ? between : steps((index) => !isPlausible(index)));
	if (limit !== undefined) return (index) => isInterleaved(index) || (isPlausible(index) && stepAt(index) < limit);
	return (index) => isInterleaved(index) || ranOut(lines, index);
}

/**
 * The step below which a line goes on with the one before; undefined when steps show no difference.
 * @param open steps that may be either, ascending
 * @param rows steps that lead to a new row, ascending
 */
function lineLimit(open: readonly number[], rows: readonly number[]): number | undefined {
	const nearest = open[0];
	const usual = rows[rows.length >> 1];
	if (nearest === undefined) return undefined;
	if (usual !== undefined) return nearest < NEARER * usual ? (nearest + usual) / 2 : undefined;
	let best = { jump: CLEAR_JUMP, limit: undefined as number | undefined };
	for (const [index, step] of open.entries()) {
		const next = open[index + 1];
		if (next !== undefined && next >= best.jump * step) best = { jump: next / step, limit: (step + next) / 2 };
	}
	return best.limit;
}

/**
 * Rows and lines at one distance: a line goes on the one before when it has text in one column only,
 * the key column on the left is empty though it hardly ever is, and the text above it used up its column.
 */
function ranOut(lines: readonly GridLine[], index: number): boolean {
	const [before, line] = [lines[index - 1], lines[index]];
	const [column] = line?.filled ?? [];
	if (!before || !line || before.isRow || column === undefined || column === 0 || line.filled.length !== 1) return false;
	const keyed = lines.filter(({ filled }) => filled[0] === 0).length;
	if (keyed < KEY_SHARE * lines.length) return false;
	const widest = lines.reduce((most, { widths }) => Math.max(most, widths[column] ?? 0), 0);
	return (before.widths[column] ?? 0) >= RAN_OUT * widest && !/\p{Nd}/u.test(line.cells[column] ?? '');
}
