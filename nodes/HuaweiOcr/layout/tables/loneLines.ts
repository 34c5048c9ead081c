// Receipts: lines of one text between the rows of a table.
import type { Row } from '../page/rows';
import { fillsColumns, hasDigit, INTERLEAVED, isPairs, LARGEST_FIRST_STEP, push } from './band';
import type { Band } from './band';

/** Between rows stand at most so many lone lines, in steps that differ by no more than this factor. */
const MOST_LONE_LINES = 3;
const EVEN_STEPS = 1.25;
/** A lone line begins where the first column does, give or take so many text heights: items may be indented. */
const INDENT = 1;

/**
 * A line of one text between rows that keep to the columns, all in even steps: the name of an item over
 * its quantity and price, a remark under them. It is a row of its own, whatever its length and though it
 * may have a colon. Whether it belongs to the row above or below, its place does not tell.
 */
export function addLoneLine(band: Band, rows: readonly Row[], index: number): boolean {
	const row = rows[index];
	const last = band.rows[band.rows.length - 1];
	if (!row || !last || !isLoneLine(band, row)) return false;
	let end = index + 1;
	while (end - index < MOST_LONE_LINES && rows[end]?.boxes.length === 1) end++;
	const next = rows[end];
	if (!next || isPairs(next) || !continues(band, next)) return false;
	// The step from the head says little about the others: a rule often stands there.
	const isBelowHead = band.rows.length === 1 && !last.boxes.some(hasDigit) && row.middle - last.middle <= LARGEST_FIRST_STEP;
	const lines = [...(isBelowHead ? [] : [last]), ...rows.slice(index, end + 1)];
	const steps = lines.slice(1).map(({ middle }, at) => middle - (lines[at]?.middle ?? middle));
	if (band.steps.sure > 0) steps.push(band.steps.sure);
	if (Math.min(...steps) < INTERLEAVED || Math.max(...steps) > EVEN_STEPS * Math.min(...steps)) return false;
	const line = withinFirst(band, row);
	push(band, line, band.white);
	band.steps.even = Math.max(band.steps.even, ...steps);
	band.loneLines.add(line);
	return true;
}

/** The line above the first item of a receipt is like the lines between its items. */
export function withFirstLine(band: Band, above: Row | undefined): Band {
	const [first] = band.rows;
	if (!first || !above || band.loneLines.size === 0 || !first.boxes.some(hasDigit) || isPairs(above) || !isLoneLine(band, above)) return band;
	if (first.middle - above.middle > EVEN_STEPS * band.steps.even) return band;
	const line = withinFirst(band, above);
	return { ...band, rows: [line, ...band.rows], first: band.first - 1, loneLines: new Set([line, ...band.loneLines]) };
}

/** One text that begins where the first column begins. */
function isLoneLine({ white }: Band, { boxes }: Row): boolean {
	const [box, ...others] = boxes;
	return box !== undefined && others.length === 0 && Math.abs(box.left - (white[0]?.to ?? Infinity)) <= INDENT;
}

/** A lone line, whatever its length, as text of the first column. */
function withinFirst({ white }: Band, row: Row): Row {
	const right = white[1]?.from ?? Infinity;
	return { ...row, boxes: row.boxes.map((box) => ({ ...box, right: Math.min(box.right, right) })) };
}

/** True when a row goes on a band of several columns, with figures as the rows above have. */
function continues(band: Band, row: Row): boolean {
	return band.white.length > 2 && row.boxes.some(hasDigit) && fillsColumns(band, row);
}
