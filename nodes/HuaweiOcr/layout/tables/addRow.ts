// Whether a row goes on a table, and what its boxes say about the columns.
import type { Box } from '../page/frame';
import type { Row } from '../page/rows';
import { fillsColumns, fits, hasDigit, isPairs, push } from './band';
import type { Band } from './band';
import { ALL_WHITE, columnsOf, cutAt, fitRow, withoutBoxes } from './white';

/** Boxes nearer than this, in text heights, may stand for separate cells; they overlap by at most that much. */
const TIGHT = 0.5;
const OVERLAP = 1;

/** Adds a row to a band when it keeps to the band's columns. */
export function addRow(band: Band, row: Row, next: Row | undefined): boolean {
	return addFitting(band, row) || addClipped(band, row) || addCut(band, row) || addHeadCut(band, row) || addHeadClipped(band, row) || addOutlier(band, row, next);
}

/** Adds a row whose boxes keep to the columns as they are. */
function addFitting(band: Band, row: Row): boolean {
	const fit = fitRow(band.white, row.boxes);
	if (!fits(fit)) return false;
	push(band, row, fit.white);
	return true;
}

/** Adds the second row when it fits the first one, the head, cut into other boxes. */
function addBelowHead(band: Band, head: Row, boxes: Box[], row: Row): boolean {
	const fit = fitRow(withoutBoxes(ALL_WHITE, boxes), row.boxes);
	if (!fits(fit)) return false;
	band.rows = [{ ...head, boxes }];
	push(band, row, fit.white);
	return true;
}

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
	return addFitting(band, { ...row, boxes });
}

/** A row of which neighbouring cells were merged into one block. */
function addCut(band: Band, row: Row): boolean {
	if (band.rows.length < 2 || row.boxes.length < 2) return false;
	const boxes = row.boxes.flatMap((box) => cutAt(box, band.white));
	return boxes.length > row.boxes.length && addFitting(band, { ...row, boxes });
}

/** The same in the first row, which the second one shows. */
function addHeadCut(band: Band, row: Row): boolean {
	const [head] = band.rows;
	if (band.rows.length !== 1 || !head || row.boxes.length < 3) return false;
	const inner = withoutBoxes(ALL_WHITE, row.boxes).slice(1, -1);
	const boxes = head.boxes.flatMap((box) => cutAt(box, inner));
	return boxes.length > head.boxes.length && addBelowHead(band, head, boxes, row);
}

/** Heads that touch: where the row below has white around the place, they are two. */
function addHeadClipped(band: Band, row: Row): boolean {
	const [head] = band.rows;
	if (band.rows.length !== 1 || !head) return false;
	const white = withoutBoxes(ALL_WHITE, row.boxes);
	const boxes = [...head.boxes];
	for (let index = 1; index < boxes.length; index++) {
		const [before, box] = [boxes[index - 1], boxes[index]];
		if (!before || !box || Math.abs(box.left - before.right) > TIGHT) continue;
		const place = (before.right + box.left) / 2;
		const gap = white.find(({ from, to }) => to - from >= TIGHT && from <= place && to >= place - TIGHT / 2);
		if (!gap) continue;
		const end = Math.min(gap.to, place + TIGHT / 2);
		boxes[index - 1] = { ...before, right: Math.min(before.right, end - TIGHT) };
		boxes[index] = { ...box, left: Math.max(box.left, end) };
	}
	return addBelowHead(band, head, boxes, row);
}

/**
 * A row out of step between rows that keep to the columns: a text that runs over its column, a
 * heading between rows, a stamp. Blocks that lie in one column stay; a lone block over several
 * columns is no row of the table.
 */
function addOutlier(band: Band, row: Row, next: Row | undefined): boolean {
	if (band.rows.length < 3 || !next || next.boxes.length < 2 || isPairs(next)) return false;
	// More texts than there are columns: the row has columns of its own.
	if (row.boxes.length >= band.white.length) return false;
	if (!fillsColumns(band, next) || looksLikeHead(band, next)) return false;
	if (row.boxes.length > 1) push(band, row, band.white);
	return true;
}

/** True when a row has words where the band has figures: the head of another table. */
function looksLikeHead(band: Band, row: Row): boolean {
	if (row.boxes.some(hasDigit)) return false;
	const columns = new Set(row.boxes.map((box) => columnsOf(band.white, box)[0]));
	return band.rows
		.slice(1)
		.some(({ boxes }) => boxes.some((box) => hasDigit(box) && columns.has(columnsOf(band.white, box)[0])));
}
