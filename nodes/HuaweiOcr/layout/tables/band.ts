// A table in the making: rows that share their columns.
import { isLabelled } from '../characters';
import type { Box } from '../page/frame';
import type { Row } from '../page/rows';
import { ALL_WHITE, columnsOf, fitRow } from './white';
import type { Fit, White } from './white';

/** Rows of one table, not yet told apart into lines of one cell and rows of their own. */
export interface Band {
	rows: Row[];
	/** White space before, between and behind its columns. */
	white: White[];
	/** Index of its first row on the page. */
	first: number;
	/** Largest steps from row to row so far, 0 for none: between any lines, between rows of several blocks, around lone lines. */
	steps: { apart: number; sure: number; even: number };
	/** Lines of one text that are rows of their own: on a receipt, what an item is called. */
	loneLines: Set<Row>;
}

/** Lines nearer than this stand side by side: one cell is centred beside the lines of another. */
export const INTERLEAVED = 0.8;
/** The step below the first row may be large, in text heights: a rule often stands there. */
export const LARGEST_FIRST_STEP = 5;
/** A row that fills so many of the columns fills most of them. */
export const FULL_SHARE = 0.6;

/** Rows of a form: at least half of their blocks are a label with a colon. */
export function isPairs(row: Row): boolean {
	return row.boxes.filter(({ words }) => isLabelled(words)).length * 2 >= row.boxes.length;
}

export const hasDigit = ({ words }: Box) => /\p{Nd}/u.test(words);

/** Whether a row keeps to the columns: it bridges no white, and no two of its texts share a column. */
export const fits = ({ bridged, crowded }: Fit) => bridged.length === 0 && crowded === 0;

/** Whether a row keeps to just the columns of a band and fills most of them. */
export function fillsColumns({ white }: Band, { boxes }: Row): boolean {
	const fit = fitRow(white, boxes);
	if (!fits(fit) || fit.white.length !== white.length) return false;
	const filled = new Set(boxes.map((box) => columnsOf(white, box)[0]));
	return filled.size >= FULL_SHARE * (white.length - 1);
}

/** Adds a row to the end of a band. @param white of the band with the row in it */
export function push(band: Band, row: Row, white: White[]): void {
	const last = band.rows[band.rows.length - 1];
	const step = row.middle - (last?.middle ?? row.middle);
	if (step >= INTERLEAVED) {
		band.steps.apart = Math.max(band.steps.apart, step);
		if (row.boxes.length > 1 && (last?.boxes.length ?? 0) > 1) band.steps.sure = Math.max(band.steps.sure, step);
	}
	band.rows.push(row);
	band.white = white;
}

/** The white that rows leave in common; those that bridge it don't count. */
export function commonWhite(rows: readonly Row[]): White[] {
	return rows.reduce<White[]>((white, row) => {
		const fit = fitRow(white, row.boxes);
		return fits(fit) ? fit.white : white;
	}, [...ALL_WHITE]);
}
