// Words blocks → tables.
import { readRegions } from '../page/columns';
import { readFrames } from '../page/frame';
import type { Box } from '../page/frame';
import { groupRows } from '../page/rows';
import type { Row } from '../page/rows';
import type { WordsBlock } from '../../result/types';
import { columnNames } from './names';
import { findRuns, isHeadOf } from './runs';
import type { Run } from './runs';
import { hasRunningText } from './runningText';
import { readTable } from './table';
import type { FoundTable } from './table';

export interface TableOptions {
	/** Whether the first row of a table holds the names of its columns; true unless given. */
	firstRowIsHeader?: boolean;
}

export interface Table {
	/** Unique names, from left to right; `column1` … where no head is printed. */
	columns: string[];
	/** One text per column; '' in an empty cell. */
	rows: string[][];
}

/**
 * Tables of a page in reading order. A table is a run of rows that share their columns, with at least
 * two columns and two rows; titles, notes and labels with colons around it are left out.
 * @param direction the service's `direction` in degrees; negative when unknown
 */
export function readTables(blocks: readonly WordsBlock[], direction: number, options: TableOptions = {}): Table[] {
	const { firstRowIsHeader = true } = options;
	return readFrames(blocks, direction)
		.flatMap(({ boxes }) => tablesOfPage(boxes, firstRowIsHeader))
		.map(({ head, rows }) => ({ columns: columnNames(head), rows }));
}

/**
 * Columns of running text are read one after the other; a table that the page's columns would part is
 * read first, where no column of it is running text.
 */
function tablesOfPage(boxes: readonly Box[], firstRowIsHeader: boolean): FoundTable[] {
	const regions = readRegions(boxes);
	if (regions.length < 2) return regions.flatMap((rows) => tablesOf(rows, firstRowIsHeader));
	const regionOf = new Map(regions.flatMap((rows, region) => rows.flatMap((row) => row.boxes.map((box) => [box.block, region] as const))));
	const across = tablesOf(groupRows(boxes), firstRowIsHeader).filter(
		(table) => new Set(table.boxes.map(({ block }) => regionOf.get(block))).size > 1 && !hasRunningText(table),
	);
	if (across.length === 0) return regions.flatMap((rows) => tablesOf(rows, firstRowIsHeader));
	const taken = new Set(across.flatMap((table) => table.boxes.map(({ block }) => block)));
	const rest = boxes.filter(({ block }) => !taken.has(block));
	const others = readRegions(rest).flatMap((rows) => tablesOf(rows, firstRowIsHeader));
	const top = (table: FoundTable) => Math.min(...table.boxes.map((box) => box.top));
	return [...across, ...others].sort((a, b) => top(a) - top(b));
}

/** From the bottom up, so that a table takes the lines of its head before they are taken for rows of something else. */
function tablesOf(rows: readonly Row[], firstRowIsHeader: boolean): FoundTable[] {
	const runs = findRuns(rows);
	const tables: FoundTable[] = [];
	let ceiling = rows.length;
	for (let index = runs.length - 1; index >= 0; index--) {
		const run = runs[index];
		if (!run) continue;
		const found = readTable(rows, run, 0, ceiling, firstRowIsHeader);
		for (const table of found ? [found] : headedRows(rows, run, ceiling, firstRowIsHeader)) {
			tables.push(table);
			ceiling = table.first;
		}
	}
	return tables.reverse();
}

/** Within lines that are no table altogether: heads with the row or rows right below them, from the bottom up. */
function headedRows(rows: readonly Row[], { fitted }: Run, ceiling: number, firstRowIsHeader: boolean): FoundTable[] {
	const tables: FoundTable[] = [];
	let end = ceiling;
	for (let at = fitted.length - 2; at >= 0; at--) {
		const [head, row] = [fitted[at] ?? 0, fitted[at + 1] ?? 0];
		const below = rows[row];
		if (!firstRowIsHeader || row >= end || !below || !isHeadOf(rows[head], below)) continue;
		const table = readTable(rows, { first: head, last: row, fitted: [head, row] }, head, end, firstRowIsHeader);
		if (!table) continue;
		tables.push(table);
		end = table.first;
	}
	return tables;
}
