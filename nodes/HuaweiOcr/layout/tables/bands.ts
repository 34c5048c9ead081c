// Where on a page the tables are: runs of rows that share their columns.
import { isLabelled } from '../characters';
import type { Row } from '../page/rows';
import type { Box } from '../page/frame';
import { ALL_WHITE, columnsOf, cutAt, fitRow, withoutBoxes } from './white';
import type { Fit, White } from './white';

/** Rows of one table, not yet told apart into lines of one cell and rows of their own. */
export interface Band {
	rows: Row[];
	/** White space before, between and behind its columns. */
	white: White[];
	/** Index of its first row on the page. */
	first: number;
	/** Largest steps from row to row so far, 0 for none: between any lines, and between rows of several blocks. */
	steps: { apart: number; sure: number };
}

/** Steps from row to row that are this much larger than all before end a table … */
const NEXT_TABLE = 2.2;
/** … or this much when the next row leaves most of the columns empty, as totals do. */
const TOTALS_STEP = 1.5;
const FULL_SHARE = 0.6;
/** Tables have no larger steps than this, in text heights. */
const LARGEST_STEP = 7;
/** The step below the first row may be large: a rule often stands there. */
const LARGEST_FIRST_STEP = 5;
/** Lines of one cell stand clearly nearer than rows, and at most this far apart. */
const LINE_OF_CELL = 0.9;
const LARGEST_LEADING = 1.8;
/** Boxes nearer than this, in text heights, may stand for separate cells; they overlap by at most that much. */
const TIGHT = 0.5;
const OVERLAP = 1;
/** Lines nearer than this stand side by side: one cell is centred beside the lines of another. */
export const INTERLEAVED = 0.8;

/** @param rows of one region, from top to bottom */
export function findBands(rows: readonly Row[]): Band[] {
	const bands: Band[] = [];
	let open: Band | undefined;
	const close = () => {
		const band = open && withoutTail(open);
		if (band) bands.push(band);
		open = undefined;
	};
	for (const [index, row] of rows.entries()) {
		if (open && (isPairs(row) || stepsAway(open, row) || beginsTable(open, row, rows[index + 1]))) close();
		if (open && addRow(open, row, rows[index + 1])) continue;
		close();
		if (row.boxes.length > 1 && !isPairs(row)) {
			open = openBand(row, rows[index - 1], index);
		}
	}
	close();
	return bands;
}

/** A band begins with a row of several blocks, and a line above it that is interleaved with it. */
function openBand(row: Row, above: Row | undefined, index: number): Band {
	const white = withoutBoxes(ALL_WHITE, row.boxes);
	if (above && row.middle - above.middle < INTERLEAVED && !isPairs(above)) {
		const fit = fitRow(white, above.boxes);
		if (fits(fit)) return { rows: [above, row], white: fit.white, first: index - 1, steps: { apart: 0, sure: 0 } };
	}
	return { rows: [row], white, first: index, steps: { apart: 0, sure: 0 } };
}

/** Rows of a form: at least half of their blocks are a label with a colon. */
export function isPairs(row: Row): boolean {
	return row.boxes.filter(({ words }) => isLabelled(words)).length * 2 >= row.boxes.length;
}

function stepsAway({ rows, white, steps }: Band, row: Row): boolean {
	const step = row.middle - (rows[rows.length - 1]?.middle ?? row.middle);
	// The first step leads from the head, and may be any.
	const largest = rows.length < 3 ? 0 : steps.sure || steps.apart;
	if (largest === 0) return step > LARGEST_FIRST_STEP;
	if (step > LARGEST_STEP || step > NEXT_TABLE * largest) return true;
	return step > TOTALS_STEP * largest && row.boxes.length < FULL_SHARE * (white.length - 1);
}

function push(band: Band, row: Row, white: White[]): void {
	const last = band.rows[band.rows.length - 1];
	const step = row.middle - (last?.middle ?? row.middle);
	if (step >= INTERLEAVED) {
		band.steps.apart = Math.max(band.steps.apart, step);
		if (row.boxes.length > 1 && (last?.boxes.length ?? 0) > 1) band.steps.sure = Math.max(band.steps.sure, step);
	}
	band.rows.push(row);
	band.white = white;
}

/** Adds a row to a band when it keeps to the band's columns. */
function addRow(band: Band, row: Row, next: Row | undefined): boolean {
	const fit = fitRow(band.white, row.boxes);
	if (fits(fit)) {
		push(band, row, fit.white);
		return true;
	}
	return addClipped(band, row) || addCut(band, row) || addHeadCut(band, row) || addOutlier(band, row, next);
}

const fits = ({ bridged, crowded }: Fit) => bridged.length === 0 && crowded === 0;

/**
 * A row of which neighbouring boxes touch or overlap, as recognised boxes are wider than their text: the
 * columns of the rows above say where one ends and the next begins.
 */
function addClipped(band: Band, row: Row): boolean {
	const boxes = [...row.boxes];
	for (let index = 1; index < boxes.length; index++) {
		const [before, box] = [boxes[index - 1], boxes[index]];
		if (!before || !box || box.left - before.right > TIGHT) continue;
		const gap = band.white.find(({ from, to }) => from >= before.right - OVERLAP && to <= box.left + OVERLAP && from > before.left && to < box.right);
		if (!gap) continue;
		boxes[index - 1] = { ...before, right: Math.min(before.right, gap.from) };
		boxes[index] = { ...box, left: Math.max(box.left, gap.to) };
	}
	const fit = fitRow(band.white, boxes);
	if (!fits(fit)) return false;
	push(band, { ...row, boxes }, fit.white);
	return true;
}

/** A row of which neighbouring cells were merged into one block. */
function addCut(band: Band, row: Row): boolean {
	if (band.rows.length < 2 || row.boxes.length < 2) return false;
	const boxes = row.boxes.flatMap((box) => cutAt(box, band.white));
	const fit = fitRow(band.white, boxes);
	if (boxes.length === row.boxes.length || !fits(fit)) return false;
	push(band, { ...row, boxes }, fit.white);
	return true;
}

/** The same in the first row, which the second one shows. */
function addHeadCut(band: Band, row: Row): boolean {
	const [head] = band.rows;
	if (band.rows.length !== 1 || !head || row.boxes.length < 3) return false;
	const inner = withoutBoxes(ALL_WHITE, row.boxes).slice(1, -1);
	const boxes = head.boxes.flatMap((box) => cutAt(box, inner));
	if (boxes.length === head.boxes.length) return false;
	const fit = fitRow(withoutBoxes(ALL_WHITE, boxes), row.boxes);
	if (!fits(fit)) return false;
	band.rows = [{ ...head, boxes }];
	push(band, row, fit.white);
	return true;
}

/**
 * A row out of step between rows that keep to the columns: a text that runs over its column, a
 * heading between rows, a stamp. Blocks that lie in one column stay; a lone block over several
 * columns is no row of the table.
 */
function addOutlier(band: Band, row: Row, next: Row | undefined): boolean {
	if (band.rows.length < 3 || !next || next.boxes.length < 2 || isPairs(next)) return false;
	const fit = fitRow(band.white, next.boxes);
	if (!fits(fit) || fit.white.length !== band.white.length) return false;
	const filled = new Set(next.boxes.map((box) => columnsOf(band.white, box)[0]));
	if (filled.size < FULL_SHARE * (band.white.length - 1) || looksLikeHead(band, next)) return false;
	if (row.boxes.length > 1) push(band, row, band.white);
	return true;
}

const hasDigit = ({ words }: Box) => /\p{Nd}/u.test(words);

/** True when a row has words where the band has figures: the head of another table. */
function looksLikeHead(band: Band, row: Row): boolean {
	if (row.boxes.some(hasDigit)) return false;
	const columns = new Set(row.boxes.map((box) => columnsOf(band.white, box)[0]));
	return band.rows
		.slice(1)
		.some(({ boxes }) => boxes.some((box) => hasDigit(box) && columns.has(columnsOf(band.white, box)[0])));
}

/**
 * True when a row is the head of a table though the rows above keep to the same columns by chance:
 * words only, figures below it in at least two columns, and rows above it that are no part of a head.
 */
function beginsTable(band: Band, row: Row, next: Row | undefined): boolean {
	if (!next || row.boxes.length < 3 || row.boxes.some(hasDigit) || next.boxes.length > row.boxes.length) return false;
	const figures = next.boxes.filter(hasDigit).map((box) => columnsOf(band.white, box)[0]);
	const heads = new Set(row.boxes.flatMap((box) => columnsOf(band.white, box)));
	if (figures.length < 2 || figures.some((column) => !heads.has(column))) return false;
	const last = band.rows[band.rows.length - 1];
	return band.rows.some(({ boxes }) => boxes.some(hasDigit)) || row.middle - (last?.middle ?? 0) > LARGEST_LEADING;
}

/** Leaves out single blocks at the end that are no further lines of a cell: notes below the table. */
function withoutTail(band: Band): Band | undefined {
	const rows = [...band.rows];
	const steps = rows.slice(1).map(({ middle }, index) => middle - (rows[index]?.middle ?? middle));
	const rowSteps = rows
		.slice(1)
		.flatMap(({ boxes }, index) => (boxes.length > 1 && (rows[index]?.boxes.length ?? 0) > 1 ? (steps[index] ?? []) : []))
		.sort((a, b) => a - b);
	const usual = rowSteps[rowSteps.length >> 1] ?? Infinity;
	for (;;) {
		const last = rows[rows.length - 1];
		if (!last || last.boxes.length > 1) break;
		// All of the single lines at the end are judged by the first of them.
		let from = rows.length - 1;
		while (from > 0 && rows[from - 1]?.boxes.length === 1) from--;
		const isLines = steps.slice(Math.max(from - 1, 0), rows.length - 1).every((step) => step <= Math.min(LINE_OF_CELL * usual, LARGEST_LEADING));
		if (isLines) break;
		rows.pop();
	}
	return rows.length > 1 ? { ...band, rows, white: rows.length === band.rows.length ? band.white : commonWhite(rows) } : undefined;
}

function commonWhite(rows: readonly Row[]): White[] {
	return rows.reduce<White[]>((white, row) => {
		const fit = fitRow(white, row.boxes);
		return fits(fit) ? fit.white : white;
	}, [...ALL_WHITE]);
}
