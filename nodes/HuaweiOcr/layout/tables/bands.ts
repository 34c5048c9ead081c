// Where on a page the tables are: runs of rows that share their columns.
import type { Row } from '../page/rows';
import type { Box } from '../page/frame';
import { addRow } from './addRow';
import { commonWhite, fits, FULL_SHARE, hasDigit, INTERLEAVED, isPairs, LARGEST_FIRST_STEP } from './band';
import type { Band } from './band';
import { addLoneLine, withFirstLine } from './loneLines';
import { ALL_WHITE, columnsOf, fitRow, withoutBoxes } from './white';
import type { White } from './white';

/** Steps from row to row that are this much larger than all before end a table … */
const NEXT_TABLE = 2.2;
/** … or this much when the next row leaves most of the columns empty, as totals do. */
const TOTALS_STEP = 1.5;
/** Tables have no larger steps than this, in text heights. */
const LARGEST_STEP = 7;
/** Lines of one cell stand clearly nearer than rows, and at most this far apart. */
const LINE_OF_CELL = 0.9;
const LARGEST_LEADING = 1.8;

/** @param rows of one region, from top to bottom */
export function findBands(rows: readonly Row[]): Band[] {
	const bands: Band[] = [];
	let open: Band | undefined;
	const close = () => {
		const band = open && withoutTail(open);
		if (band) bands.push(withFirstLine(band, rows[band.first - 1]));
		open = undefined;
	};
	for (const [index, row] of rows.entries()) {
		if (open && addLoneLine(open, rows, index)) continue;
		if (open && (isPairs(row) || stepsAway(open, row) || beginsTable(open, row, rows[index + 1]) || beginsLabels(open, row))) close();
		if (open && addRow(open, row, rows[index + 1])) continue;
		const headed = headedBand(rows[index - 1], row, index);
		if (headed && open) open = withoutLast(open, rows[index - 1]);
		close();
		if (headed) open = headed;
		else if (row.boxes.length > 1 && !isPairs(row)) {
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
		if (fits(fit)) return { rows: [above, row], white: fit.white, first: index - 1, ...unknownSteps() };
	}
	return { rows: [row], white, first: index, ...unknownSteps() };
}

function unknownSteps(): Pick<Band, 'steps' | 'loneLines'> {
	return { steps: { apart: 0, sure: 0, even: 0 }, loneLines: new Set() };
}

/**
 * A band of a row and the heads above it, which seemed to go on another band: each word stands over one
 * text of the row, some of them figures. Undefined when they are no heads.
 */
function headedBand(heads: Row | undefined, row: Row, index: number): Band | undefined {
	if (!heads || heads.boxes.length < 3 || heads.boxes.length !== row.boxes.length) return undefined;
	if (heads.boxes.some(hasDigit) || row.boxes.filter(hasDigit).length < 2 || isPairs(heads) || isPairs(row)) return undefined;
	const isOver = (head: Box, box: Box | undefined) => box !== undefined && head.left < box.right && head.right > box.left;
	const isEachOverOne = heads.boxes.every((head, at) => row.boxes.every((box, other) => isOver(head, box) === (at === other)));
	const band = openBand(heads, undefined, index - 1);
	return isEachOverOne && !stepsAway(band, row) && addRow(band, row, undefined) ? band : undefined;
}

/** A band without a row at its end, which is the head of another one. */
function withoutLast(band: Band, last: Row | undefined): Band | undefined {
	if (band.rows[band.rows.length - 1] !== last) return band;
	const rows = band.rows.slice(0, -1);
	return rows.length > 0 ? { ...band, rows, white: commonWhite(rows) } : undefined;
}

function stepsAway({ rows, white, steps }: Band, row: Row): boolean {
	const step = row.middle - (rows[rows.length - 1]?.middle ?? row.middle);
	// Items with lines between them stand line by line: a gap parts them from the sums.
	if (steps.even > 0 && step > TOTALS_STEP * steps.even) return true;
	// The first step leads from the head, and may be any.
	const largest = rows.length < 3 ? 0 : steps.sure || steps.apart;
	if (largest === 0) return step > (isHeadOf(rows[0], white, row) ? LARGEST_FIRST_STEP : LARGEST_LEADING);
	if (step > LARGEST_STEP || step > NEXT_TABLE * largest) return true;
	return step > TOTALS_STEP * largest && row.boxes.length < FULL_SHARE * (white.length - 1);
}

/** Whether a row may be a table's head, far above what follows: it has words only, or a text for each column. */
function isHeadOf(head: Row | undefined, white: readonly White[], row: Row): boolean {
	return !head?.boxes.some(hasDigit) || (row.boxes.length > 1 && row.boxes.length < white.length);
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

/**
 * True when a row is the next row of labels in a form that has its labels above its values: words where
 * the only row under the first labels has figures.
 */
function beginsLabels(band: Band, row: Row): boolean {
	const [labels, values] = band.rows;
	if (band.rows.length !== 2 || !labels || !values || labels.boxes.some(hasDigit) || row.boxes.some(hasDigit)) return false;
	const figures = new Set(values.boxes.filter(hasDigit).map((box) => columnsOf(band.white, box)[0]));
	const over = row.boxes.filter((box) => figures.has(columnsOf(band.white, box)[0])).length;
	return over > 1 && over * 2 > row.boxes.length;
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
