// Columns of numbers, for spreadsheets and databases that are to calculate with them.
import { currencyOf } from '../../layout/values/currencies';
import { parseNumber } from '../../layout/values';

/** A cell of a row that goes out: text, or in a column of numbers a number; null where such a column is empty. */
export type CellValue = string | number | null;

/** What stands for "nothing" in a column of numbers; it stays as it is printed. */
const DASH = /^[-–—−‐/.]{1,3}$/u;
/** "007", "00.12", "-05": articles, times and telephone numbers; as a number they would lose their zeros. */
const LEADING_ZERO = /^[^\d]*0\d/u;
/** All that belongs to the figures themselves; what is left of an amount without them is its currency. */
const FIGURES = /[\p{Nd}.,'’()（）\s+−–-]+/gu;
/** A column that is nearly all numbers was meant to be one: the user is told why it stays text. */
const NEARLY_ALL = 0.75;
const ENOUGH_CELLS = 3;

export interface ColumnNumbers {
	/** One value per cell of the column. */
	values: CellValue[];
	/** How many cells are no number although nearly all others are, so that all of them stay text. */
	misfits: number;
}

/**
 * A column of a table with its cells as numbers, if all of them are amounts or counts: figures, at most with
 * one currency for all of them. Units, percent signs, leading zeros, a plus sign and figures that can be read
 * in two ways make it a column of text.
 * @param cells as printed, '' where nothing is
 * @param judged whether a cell counts: not those of sums, whose label may stand in a column of numbers
 */
export function columnNumbers(cells: readonly string[], judged: (row: number) => boolean): ColumnNumbers {
	const asText = (misfits: number): ColumnNumbers => ({ values: [...cells], misfits });
	const amounts = cells.filter((cell) => cell !== '' && !DASH.test(cell));
	const read = (cell: string): number | undefined => (isPlainAmount(cell) ? parseNumber(cell, { amounts }) : undefined);
	const counting = cells.filter((cell, row) => judged(row) && cell !== '' && !DASH.test(cell));
	if (counting.length === 0) return asText(0);
	const misfits = counting.filter((cell) => read(cell) === undefined).length;
	if (misfits > 0) {
		const isMeant = counting.length >= ENOUGH_CELLS && misfits <= counting.length * (1 - NEARLY_ALL);
		return asText(isMeant ? misfits : 0);
	}
	if (new Set(counting.map(currencyIn).filter((currency) => currency !== '')).size > 1) return asText(0);
	return { values: cells.map((cell) => (cell === '' ? null : (read(cell) ?? cell))), misfits: 0 };
}

function isPlainAmount(cell: string): boolean {
	if (LEADING_ZERO.test(cell.normalize('NFKC')) || /^\s*\+/u.test(cell)) return false;
	const currency = currencyIn(cell);
	return currency === '' || currencyOf(currency) !== undefined;
}

function currencyIn(cell: string): string {
	return cell.normalize('NFKC').replace(FIGURES, '');
}
