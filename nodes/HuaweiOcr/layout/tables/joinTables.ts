// A table that goes on from page to page is one table.
import { figureShare } from './kinds';
import type { Table } from './types';

export interface JoinedTable extends Table {
	/** Which of the pages each row is from, 0-based. */
	rowPages: number[];
}

/** Columns hold the same when their parts of figures differ by at most this. */
const ALIKE = 0.5;
const ALIKE_COLUMNS = 0.75;

/**
 * Tables of several pages: the first one of a page goes on with the last one of the page before when it
 * has as many columns, and the same heads, which are left out, or none and columns that hold the same.
 * @param pages tables of each page, as `readTables` gives them
 */
export function joinTables(pages: ReadonlyArray<readonly Table[]>): JoinedTable[] {
	const joined: JoinedTable[] = [];
	for (const [page, tables] of pages.entries()) {
		for (const [index, table] of tables.entries()) {
			const last = joined[joined.length - 1];
			const isNext = index === 0 && last !== undefined && last.rowPages[last.rowPages.length - 1] === page - 1;
			if (isNext && goesOn(last, table)) {
				last.rows.push(...table.rows);
				last.rowPages.push(...table.rows.map(() => page));
			} else joined.push({ ...table, rows: [...table.rows], rowPages: table.rows.map(() => page) });
		}
	}
	return joined;
}

function goesOn(before: Table, table: Table): boolean {
	if (before.columns.length !== table.columns.length) return false;
	if (before.columns.every((name, column) => plain(name) === plain(table.columns[column] ?? ''))) return hasHead(table) || isAlike(before, table);
	return !hasHead(table) && isAlike(before, table);
}

function hasHead({ columns }: Table): boolean {
	return columns.some((name, column) => name !== `column${column + 1}`);
}

function isAlike(before: Table, table: Table): boolean {
	const alike = before.columns.filter((_, column) => {
		const [above, below] = [before, table].map(({ rows }) => rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''));
		if (!above || !below || above.length === 0 || below.length === 0) return true;
		return Math.abs(figureShare(above) - figureShare(below)) <= ALIKE;
	});
	return alike.length >= ALIKE_COLUMNS * before.columns.length;
}

function plain(name: string): string {
	return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
