// Scores of a layout that was read, against a document's truth.
import type { Table } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { TruthTable } from '../documents/types.cts';

/** Counts that add up over documents. */
export interface Score {
	cellsFound: number;
	cellsTrue: number;
	cellsRight: number;
	rowsTrue: number;
	rowsRight: number;
	headsTrue: number;
	headsRight: number;
	fieldsTrue: number;
	fieldsRight: number;
	pairs: number;
	pairsRight: number;
}

export function emptyScore(): Score {
	return { cellsFound: 0, cellsTrue: 0, cellsRight: 0, rowsTrue: 0, rowsRight: 0, headsTrue: 0, headsRight: 0, fieldsTrue: 0, fieldsRight: 0, pairs: 0, pairsRight: 0 };
}

const SCORES = Object.keys(emptyScore()) as Array<keyof Score>;

export function addScore(sum: Score, other: Score): void {
	for (const key of SCORES) sum[key] += other[key];
}

/** Texts are compared without spaces and in one form of width and case, which no layout can know. */
export function comparable(text: string): string {
	return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** How a text has to equal its truth. */
export type Equal = (found: string, truth: string) => boolean;

/**
 * Cells that are right: in a row of their own order, under the right head. Heads count as the cells of
 * a first row: whether they were seen to be heads is counted by itself. Tables are paired in the way that gives
 * most right cells.
 */
export function scoreTables(found: readonly Table[], truth: readonly TruthTable[], equal: Equal): Partial<Score> {
	const score = { cellsFound: 0, cellsTrue: 0, cellsRight: 0, rowsTrue: 0, rowsRight: 0, headsTrue: 0, headsRight: 0 };
	for (const table of found) score.cellsFound += filled([table.columns, ...table.rows]);
	const free = new Set(found);
	for (const { header, rows } of truth) {
		score.cellsTrue += filled([header, ...rows]);
		score.rowsTrue += rows.length;
		score.headsTrue++;
		let best: { table: Table; cells: number; rows: number } | undefined;
		for (const table of free) {
			const result = align(table, header, rows, equal);
			if (!best || result.cells > best.cells) best = { table, ...result };
		}
		if (!best) continue;
		free.delete(best.table);
		score.cellsRight += best.cells;
		score.rowsRight += best.rows;
		const { columns } = best.table;
		if (columns.length === header.length && header.every((head, index) => equal(columns[index] ?? '', head))) score.headsRight++;
	}
	return score;
}

function filled(rows: readonly (readonly string[])[]): number {
	return rows.flat().filter((cell) => cell !== '').length;
}

/** Pairs the rows in order so that most cells are right. */
function align(table: Table, header: readonly string[], truth: readonly string[][], equal: Equal): { cells: number; rows: number } {
	const foundRows = [table.columns, ...table.rows];
	const trueRows = [header, ...truth];
	const columnOf = header.map((head, index) => {
		const named = head === '' ? -1 : table.columns.findIndex((name) => equal(name, head));
		return named >= 0 ? named : table.columns.length === header.length ? index : -1;
	});
	const right = (found: readonly string[], row: readonly string[]) =>
		row.filter((cell, index) => cell !== '' && equal(found[columnOf[index] ?? -1] ?? '', cell)).length;
	const isRowRight = (found: readonly string[], row: readonly string[]) =>
		row.every((cell, index) => equal(found[columnOf[index] ?? -1] ?? '', cell)) && found.length === row.length;

	type Best = { cells: number; rows: number };
	let above: Best[] = Array.from({ length: foundRows.length + 1 }, () => ({ cells: 0, rows: 0 }));
	for (const [index, row] of trueRows.entries()) {
		const current: Best[] = [{ cells: 0, rows: 0 }];
		for (const [at, found] of foundRows.entries()) {
			const matched = above[at] ?? { cells: 0, rows: 0 };
			const isBody = index > 0;
			const both = { cells: matched.cells + right(found, row), rows: matched.rows + (isBody && isRowRight(found, row) ? 1 : 0) };
			const candidates = [above[at + 1], current[at], both].filter((best) => best !== undefined);
			current.push(candidates.reduce((best, next) => (next.cells > best.cells || (next.cells === best.cells && next.rows > best.rows) ? next : best)));
		}
		above = current;
	}
	return above[foundRows.length] ?? { cells: 0, rows: 0 };
}

/**
 * Share of pairs of blocks that come in the right order.
 * @param order for each block of the truth, in the truth's order, its place in what was read; undefined when it is missing
 * @param group blocks with the same number have no order among each other
 */
export function scoreOrder(order: readonly (number | undefined)[], group: readonly (number | undefined)[]): Partial<Score> {
	const score = { pairs: 0, pairsRight: 0 };
	for (let first = 0; first < order.length; first++) {
		for (let second = first + 1; second < order.length; second++) {
			if (group[first] !== undefined && group[first] === group[second]) continue;
			score.pairs++;
			const [a, b] = [order[first], order[second]];
			if (a !== undefined && b !== undefined && a < b) score.pairsRight++;
		}
	}
	return score;
}

export function ratio(right: number, all: number): number {
	return all === 0 ? 1 : right / all;
}

export function f1({ cellsRight, cellsFound, cellsTrue }: Score): number {
	return cellsFound + cellsTrue === 0 ? 1 : (2 * cellsRight) / (cellsFound + cellsTrue);
}
