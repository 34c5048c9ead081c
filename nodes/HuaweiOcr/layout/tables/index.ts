// Words blocks → tables.
import { mapInSteps, runAtOnce, type Steps } from '../../turns/steps';
import { readRegions } from '../page/columns';
import { readFrames } from '../page/frame';
import type { Box, Frame } from '../page/frame';
import type { FrameInRegions } from '../page/regions';
import { groupRows } from '../page/rows';
import type { Row } from '../page/rows';
import type { WordsBlock } from '../../result/types';
import { withTextAround } from './around';
import { columnNames } from './names';
import { readRuled } from './ruled';
import { findRuns, isHeadOf } from './runs';
import type { Run } from './runs';
import { hasRunningText, textBeside } from './runningText';
import { markRows, withSectionColumn } from './sections';
import { partRepeated } from './sideBySide';
import { readTable } from './table';
import type { Table, TableInDetail, TableOptions } from './types';
import type { FoundTable } from './table';

export type { Table, TableInDetail, TableOptions } from './types';

/**
 * Tables of a page in reading order. A table is a run of rows that share their columns, with at least
 * two columns and two rows; titles, notes and labels with colons around it are left out.
 * @param direction the service's `direction` in degrees; negative when unknown
 */
export function* tablesInSteps(blocks: readonly WordsBlock[], direction: number, options: TableOptions = {}): Steps<Table[]> {
	return (yield* tablesInDetail(blocks, direction, options)).map(({ columns, rows }) => ({ columns, rows }));
}

/** The same of a page that is parted into regions already. */
export function* tablesOfRegions(frames: readonly FrameInRegions[]): Steps<Table[]> {
	return yield* tablesOfFrames([], frames, {});
}

/** The same in one piece. */
export function readTables(blocks: readonly WordsBlock[], direction: number, options: TableOptions = {}): Table[] {
	return runAtOnce(tablesInSteps(blocks, direction, options));
}

/** The same, with what is known about rows and blocks: for texts that hold tables. */
export function readTablesInDetail(blocks: readonly WordsBlock[], direction: number, options: TableOptions = {}): TableInDetail[] {
	return runAtOnce(tablesInDetail(blocks, direction, options));
}

function* tablesInDetail(blocks: readonly WordsBlock[], direction: number, options: TableOptions): Steps<TableInDetail[]> {
	return yield* tablesOfFrames(blocks, yield* readFrames(blocks, direction), options);
}

function* tablesOfFrames(blocks: readonly WordsBlock[], frames: ReadonlyArray<Frame & Partial<FrameInRegions>>, options: TableOptions): Steps<TableInDetail[]> {
	const { firstRowIsHeader = true, sectionColumn = false, textAroundTables = 'none', cells = [] } = options;
	const ruled = readRuled(cells, blocks, firstRowIsHeader, frames[0]?.angle);
	const inRules = new Set(ruled.flatMap((table) => table.blocks));
	const found = yield* mapInSteps(frames, function* ({ boxes, regions }, index): Steps<TableInDetail[]> {
		const free = inRules.size === 0 ? boxes : boxes.filter(({ block }) => !inRules.has(block));
		const placed = [
			...(yield* tablesOfPage(free, free === boxes ? regions : undefined, firstRowIsHeader)).map((table) => ({ top: topOf(table.boxes), table: toDetail(table) })),
			...(index === 0 ? ruled.map((table) => ({ top: topOfBlocks(boxes, table.blocks), table })) : []),
		];
		// Tables without rules keep the order in which they are read.
		if (ruled.length > 0) placed.sort((a, b) => a.top - b.top);
		const tables = placed.map(({ top, table }) => ({ top, table: sectionColumn ? withSectionColumn(table) : table }));
		return textAroundTables === 'none' ? tables.map(({ table }) => table) : yield* withTextAround(tables, boxes);
	});
	return found.flat();
}

function topOf(boxes: readonly Box[]): number {
	return boxes.reduce((top, box) => Math.min(top, box.top), Infinity);
}

function topOfBlocks(boxes: readonly Box[], blocks: readonly WordsBlock[]): number {
	const own = new Set(blocks);
	return topOf(boxes.filter(({ block }) => own.has(block)));
}

function toDetail({ head, rows, boxes, aligned }: FoundTable): TableInDetail {
	return { columns: columnNames(head), rows, ...markRows(rows), blocks: boxes.map(({ block }) => block), confidence: aligned };
}

/**
 * Columns of running text are read one after the other; a table that the page's columns would part is
 * read first, where no column of it is running text.
 * @param known regions of the boxes, where they have been found already
 */
function* tablesOfPage(boxes: readonly Box[], known: readonly Row[][] | undefined, firstRowIsHeader: boolean): Steps<FoundTable[]> {
	const tablesOfAll = function* (parts: readonly Row[][]): Steps<FoundTable[]> {
		return (yield* mapInSteps(parts, (rows) => tablesOf(rows, firstRowIsHeader))).flat();
	};
	const regions = known ?? (yield* readRegions(boxes));
	if (regions.length < 2) return yield* tablesOfAll(regions);
	const regionOf = new Map(regions.flatMap((rows, region) => rows.flatMap((row) => row.boxes.map((box) => [box.block, region] as const))));
	const across = (yield* tablesOf(yield* groupRows(boxes), firstRowIsHeader)).filter(
		(table) => new Set(table.boxes.map(({ block }) => regionOf.get(block))).size > 1 && !hasRunningText(table),
	);
	if (across.length === 0) return yield* tablesOfAll(regions);
	const taken = new Set(across.flatMap((table) => table.boxes.map(({ block }) => block)));
	const rest = boxes.filter(({ block }) => !taken.has(block));
	const others = yield* tablesOfAll(yield* readRegions(rest));
	return [...across, ...others].sort((a, b) => topOf(a.boxes) - topOf(b.boxes));
}

/** Text beside tables is taken out so often. */
const DEEPEST = 2;

/** From the bottom up, so that a table takes the lines of its head before they are taken for rows of something else. */
function* tablesOf(rows: readonly Row[], firstRowIsHeader: boolean, depth = DEEPEST): Steps<FoundTable[]> {
	const runs = findRuns(rows);
	const tables: FoundTable[] = [];
	let ceiling = rows.length;
	for (let index = runs.length - 1; index >= 0; index--) {
		const run = runs[index];
		if (!run) continue;
		const found = yield* readTable(rows, run, 0, ceiling, firstRowIsHeader);
		yield;
		for (const table of found ? [found] : yield* headedRows(rows, run, ceiling, firstRowIsHeader)) {
			tables.push(table);
			ceiling = table.first;
		}
	}
	const beside = new Set(tables.flatMap((table) => [...textBeside(table)]).map(({ block }) => block));
	if (beside.size > 0 && depth > 0) {
		const rest = rows.flatMap(({ boxes }) => boxes.filter(({ block }) => !beside.has(block)));
		return yield* tablesOf(yield* groupRows(rest.sort((a, b) => a.middle - b.middle || a.left - b.left)), firstRowIsHeader, depth - 1);
	}
	return tables.reverse().flatMap(partRepeated);
}

/** Within lines that are no table altogether: heads with the row or rows right below them, from the bottom up. */
function* headedRows(rows: readonly Row[], { fitted }: Run, ceiling: number, firstRowIsHeader: boolean): Steps<FoundTable[]> {
	const tables: FoundTable[] = [];
	let end = ceiling;
	for (let at = fitted.length - 2; at >= 0; at--) {
		if (at % 64 === 0) yield;
		const [head, row] = [fitted[at] ?? 0, fitted[at + 1] ?? 0];
		const below = rows[row];
		if (!firstRowIsHeader || row >= end || !below || !isHeadOf(rows[head], below)) continue;
		const table = yield* readTable(rows, { first: head, last: row, fitted: [head, row] }, head, end, firstRowIsHeader);
		if (!table) continue;
		tables.push(table);
		end = table.first;
	}
	return tables;
}
