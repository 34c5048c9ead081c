// Whether rows and columns are a table. Labels beside values, addresses and sums have rows and columns, too.
import { isLabelled } from '../characters';
import { figureShare, hasAmount, isFigure, isYear, kindOf } from './kinds';
import { periodOf } from './sideBySide';

export interface Candidate {
	/** '' where no head is printed. */
	head: readonly string[];
	/** What speaks for the head by contrast with the rows; 0 for none. */
	contrast: number;
	rows: readonly (readonly string[])[];
	/** The same with lines of something else that stand between them; the rows unless given. */
	all?: readonly (readonly string[])[];
	/** Part of the cells that begin, end or have their middle where others of their column do, 0–1. */
	aligned: number;
	/** Whether the head's texts stand otherwise than the column's: in the middle over texts at the left. */
	headStandsOut: boolean;
	/** Whether rows stand as near as the lines of one text: addresses side by side. */
	dense: boolean;
	/** Whether the first row may be a head; without, all is rows. */
	mayHaveHead: boolean;
}

/** Without a head that names them, so many rows and columns are a table. */
const FEWEST_ROWS = 4;
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS_OF_WORDS = 2;
const FEWEST_PAIRS = 4;
const MOSTLY = 0.6;
/** A column without a name is one when so many rows fill it. */
const USED = 0.2;
const ALIGNED = 0.6;
const LABELS = 0.4;
const FEWEST_AMOUNTS = 2;
/** … and with so many heads, none empty, a single row needs no amounts. */
const FEWEST_HEADS = 4;
const MOST_STRAY = 2;
/** A column holds one kind of text when so many of its cells are of it. */
const ONE_KIND = 0.75;

/** Addresses have no more lines; a name of a column is seldom this long where it has figures. */
const MOST_LINES_OF_TEXT = 6;
const LONG_NAME = 8;

export function isTable({ head, contrast, rows, all = rows, aligned, headStandsOut, dense, mayHaveHead }: Candidate): boolean {
	const count = head.length;
	if (count < 2 || rows.length === 0) return false;
	// Rows of one text leave all other columns empty, and say nothing about them.
	const several = rows.filter((row) => row.filter((cell) => cell !== '').length > 1);
	const columns = head.map((_, column) => several.map((row) => row[column] ?? ''));
	const figures = columns.filter((cells) => isFiguresColumn(cells)).length;
	const named = head.filter((name) => name !== '').length;
	const labels = rows.filter(([key = '']) => isLabelled(key)).length;
	const full = rows.filter((row) => row.filter((cell) => cell !== '').length >= Math.max(2, MOSTLY * count)).length;
	if (full === 0) return false;
	if (isOfPairs(head, columns) || (isOfLabelRows(all) && !hasNumbers(head, rows)) || isBlocksOfText(head, rows)) return false;
	if (rows.length === 1 && !isOnlyRow(head, rows[0] ?? [])) return false;
	if (labels > LABELS * rows.length && count < FEWEST_COLUMNS) return false;
	if (!mayHaveHead && rows.length > 2 && figures > 0) return count < FEWEST_COLUMNS || !isForm(columns);
	const isNamed = head.every((name, index) => name !== '' && head.indexOf(name) === index) || periodOf(head) !== undefined;
	if (contrast > 0 && figures > 0 && (isNamed || count % 2 === 1 || !isForm(columns))) {
		const needed = rows.length > 1 ? 1 : 2;
		if (figures >= needed && named > (count > 2 ? needed : 1)) return true;
	}
	if (figures === 0) return !dense && isTableOfWords(head, rows, aligned, headStandsOut, contrast);
	if (named === 0 && columns.filter(isMixed).length >= Math.max(MOST_STRAY, count / 3)) return false;
	// Columns without a name are those that texts stand in: white that few lines leave free parts none.
	const used = named > 0 ? count : columns.filter((cells) => cells.filter((cell) => cell !== '').length >= USED * cells.length).length;
	if (used >= FEWEST_COLUMNS && rows.length + (named > 0 ? 1 : 0) >= FEWEST_ROWS && full >= 2) return !isForm(columns);
	return false;
}

/**
 * Labels above their values look like a head with one row. Amounts tell a table, and so does the width of
 * the line: forms have two or three labels beside each other, and seldom a value under every one of more.
 */
function isOnlyRow(head: readonly string[], row: readonly string[]): boolean {
	if (row.filter(hasAmount).length >= FEWEST_AMOUNTS) return true;
	return row.length >= FEWEST_HEADS && new Set(head).size === head.length && [...head, ...row].every((cell) => cell !== '') && !head.some((name) => isLabelled(name) || isFigure(kindOf(name)));
}

/** Words alone are a table when each column has a name and the rows are filled as those of a table are. */
function isTableOfWords(head: readonly string[], rows: readonly (readonly string[])[], aligned: number, headStandsOut: boolean, contrast: number): boolean {
	const count = head.length;
	// One text over several columns names none of them.
	const named = new Set(head.filter((name) => name !== '')).size;
	const cells = rows.flat();
	// Labels above their values, row by row: what stands in a column is of any kind.
	const columns = head.map((_, column) => rows.map((row) => row[column] ?? ''));
	if (columns.filter(isMixed).length * 2 >= count || columns.filter(hasStrayFigures).length >= MOST_STRAY) return false;
	const filled = cells.filter((cell) => cell !== '').length / Math.max(cells.length, 1);
	if (aligned < ALIGNED) return false;
	if (count < FEWEST_COLUMNS) return headStandsOut && named === count && rows.length >= FEWEST_PAIRS && filled > 0.85;
	if (named < count - 1 || (named < count && head[0] !== '' && head[count - 1] !== '')) {
		return named === 0 && rows.length >= 2 * FEWEST_ROWS && filled > 0.9;
	}
	const keyed = rows.filter(([key]) => key !== '').length;
	const hasFigures = cells.some((cell) => isFigure(kindOf(cell)));
	if (rows.length < FEWEST_ROWS_OF_WORDS) return false;
	// Lines of cells that came out as rows of one text say nothing against rows that are all full.
	const several = rows.filter((row) => row.filter((cell) => cell !== '').length > 1);
	if (several.length >= FEWEST_ROWS && several.length * 2 > rows.length && several.every((row) => row.every((cell) => cell !== ''))) return true;
	return filled > 0.7 && (keyed === rows.length || ((contrast > 0 || hasFigures || filled > 0.75) && keyed * 2 >= rows.length));
}

function isFiguresColumn(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell !== '');
	return filled.length * 2 > cells.length && figureShare(filled) >= MOSTLY;
}

/** Whether a column holds words here and figures there, or dates and numbers. */
function isMixed(cells: readonly string[]): boolean {
	const kinds = cells.filter((cell) => cell !== '').map(kindOf).filter((kind) => kind !== 'dash');
	const counts = ['words', 'date', 'figure'].map((name) => kinds.filter((kind) => (kind === 'words' || kind === 'date' ? kind : 'figure') === name).length);
	return kinds.length > 1 && Math.max(...counts) < ONE_KIND * kinds.length;
}

/** Whether a column of words has figures here and there. */
function hasStrayFigures(cells: readonly string[]): boolean {
	const share = figureShare(cells.filter((cell) => cell !== ''));
	return share > 0 && share < MOSTLY;
}

/** Labels and values side by side, the first row as well: labels are words, all different, and the values are of any kind. */
function isOfPairs(head: readonly string[], columns: readonly (readonly string[])[]): boolean {
	if (columns.length % 2 !== 0) return false;
	const all = columns.map((cells, index) => [head[index] ?? '', ...cells].filter((cell) => cell !== ''));
	const isLabels = (cells: readonly string[]) => !cells.some((cell) => isFigure(kindOf(cell))) && new Set(cells).size === cells.length;
	const isValues = (cells: readonly string[], name: string) => {
		const kind = kindOf(name);
		return isMixed(cells) || (name !== '' && isFigure(kind) && !isYear(name)) || new Set([...cells, name].filter((cell) => cell !== '').map(kindOf)).size > 2;
	};
	return all.every((cells, index) => index % 2 === 1 || isLabels(cells)) && columns.some((cells, index) => index % 2 === 1 && isValues(cells, head[index] ?? ''));
}

/**
 * Addresses side by side: figures in every column, the first as well, but in some of its lines only, or in what
 * would be its head. In tables the column of keys has words, or each column is of one kind from the head down. Below
 * what would be a head with a street in it, streets, postcodes and telephones stand by turns.
 */
function isBlocksOfText(head: readonly string[], rows: readonly (readonly string[])[]): boolean {
	if (rows.length > MOST_LINES_OF_TEXT) return false;
	const hasDigits = (cell: string) => /\p{Nd}/u.test(cell);
	const columns = head.map((_, column) => rows.map((row) => row[column] ?? '').filter((cell) => cell !== '' && kindOf(cell) !== 'dash'));
	if (!columns.every((cells, column) => hasDigits(head[column] ?? '') || cells.some(hasDigits))) return false;
	const isStreet = (name: string) => name.length >= LONG_NAME && hasDigits(name) && !isYear(name);
	const hasStreet = head.some(isStreet);
	const varied = columns.filter((cells, column) => {
		return isStreet(head[column] ?? '') || (cells.some(hasDigits) && !cells.every(hasDigits)) || (hasStreet && new Set(cells.map(kindOf)).size > 1);
	});
	return varied.length * 2 >= head.length && !hasNumbers(head, rows);
}

/** Whether a column under a name is nothing but numbers: a value below a label is of any kind. */
function hasNumbers(head: readonly string[], rows: readonly (readonly string[])[]): boolean {
	const several = rows.filter((row) => row.filter((cell) => cell !== '').length > 1);
	if (several.length < FEWEST_ROWS) return false;
	return head.some((name, column) => name !== '' && !/\p{Nd}/u.test(name) && several.every((row) => kindOf(row[column] ?? '') === 'number'));
}

/** Labels above their values: below the first row of values, rows of words alone and rows with figures by turns. */
function isOfLabelRows(rows: readonly (readonly string[])[]): boolean {
	const hasFigures = (row: readonly string[]) => row.some((cell) => /\p{Nd}/u.test(cell));
	return rows.length > 2 && rows.every((row, index) => hasFigures(row) === (index % 2 === 0) && row.filter((cell) => cell !== '').length > 1);
}

/** Labels in every other column, beside their values. */
function isForm(columns: readonly (readonly string[])[]): boolean {
	const used = columns.filter((cells) => cells.some((cell) => cell !== ''));
	if (used.length % 2 !== 0) return false;
	return used.every((cells, index) => {
		const filled = cells.filter((cell) => cell !== '');
		return index % 2 === 1 || (!filled.some((cell) => isFigure(kindOf(cell))) && new Set(filled).size === filled.length);
	});
}
