import { linesInSteps } from '../../../layout/lines';
import type { Table } from '../../../layout/tables';
import { mapInSteps, type Steps } from '../../../turns/steps';
import type { WordsBlock } from '../../../result/types';
import { confidentGrid, noteUnplaced } from '../../cells/confidentCells';
import { gridTable, type GridTableOptions } from '../../cells/gridTable';
import { cellTableOptions, readCellTableSettings } from '../../cells/mergedCells';
import { readReturnExcel, returnExcel, withExcel } from '../../cells/withExcel';
import type { Row } from '../../row';
import type { Operation, Page, RowsContext } from '../../operation';
import { keptBlocks, minConfidence, readMinConfidence } from '../../words/options';
import { rowsOfTables, type PageTables } from '../../words/tableItems';
import { gridsOf, type TablesResult } from '../readGeneralTable';

export const table: Operation<TablesResult> = {
	value: 'table',
	name: 'Get Table Rows',
	description: 'One item per row of each table, with the header cells as field names',
	action: (what) => `Extract table rows from ${what}`,
	outputFields: { tableIndex: 'number', source: 'string' },
	onePerPage: false,
	options: [...cellTableOptions, minConfidence, returnExcel],
	prepare({ options }) {
		const [least, wantsExcel] = [readMinConfidence(options), readReturnExcel(options)];
		const { grid, withTextAround, rows: rowSettings } = readCellTableSettings(options);
		const toRows = function* (pages: ReadonlyArray<Page<TablesResult>>, context: RowsContext): Steps<Row[]> {
			const { report } = context;
			noteUnplaced(pages.flatMap(({ result }) => gridsOf(result)), report, context.source);
			const read = yield* mapInSteps(pages, function* ({ page, result }): Steps<PageTables> {
				return { ...(page === undefined ? {} : { page }), tables: yield* tablesOf(result, grid, withTextAround, least, report) };
			});
			const rows = yield* rowsOfTables(read, rowSettings, context);
			if (rows.length === 0 && pages.some(({ result }) => !result.isEmpty)) report.facts.withoutTable++;
			if (!wantsExcel) return rows;
			return withExcel(rows, pages.flatMap(({ result }) => (result.excel === undefined ? [] : (result.files[result.excel] ?? []))), context);
		};
		const requestFields = { ...(least > 0 ? { return_confidence: true } : {}), ...(wantsExcel ? { return_excel: true } : {}) };
		const shared = { empty: () => ({ text: '' }), requestFields };
		return rowSettings.joins ? { ...shared, ofDocument: toRows } : { ...shared, ofPage: (page, context) => toRows([page], context) };
	},
};

/** The tables of a page; text before a table goes to the table, text behind the last one to that one. */
function* tablesOf(
	{ regions }: TablesResult,
	options: Omit<GridTableOptions, 'around'>,
	withTextAround: boolean,
	least: number,
	report: RowsContext['report'],
): Steps<Table[]> {
	const lines = (blocks: readonly WordsBlock[]) => regionLines(keptBlocks(blocks, least, report));
	const last = regions.reduce((found, { type }, index) => (type === 'table' ? index : found), -1);
	const behind = regions.slice(last + 1).flatMap((region) => (region.type === 'text' ? [region.blocks] : []));
	const below = withTextAround ? (yield* mapInSteps(behind, lines)).flat() : [];
	let above: string[] = [];
	const tables: Table[] = [];
	for (const [index, region] of regions.entries()) {
		yield;
		if (region.type === 'text') {
			if (withTextAround && index < last) above = [...above, ...(yield* lines(region.blocks))];
			continue;
		}
		const around = { above, below: index === last ? below : [] };
		above = [];
		tables.push(yield* gridTable(confidentGrid(region.grid, least, report), { ...options, ...(withTextAround ? { around } : {}) }));
	}
	return tables;
}

/** Lines of a region of text; blocks without positions are a line each, in the service's order. */
export function* regionLines(blocks: readonly WordsBlock[]): Steps<string[]> {
	const texts = blocks.some(({ unlocated }) => unlocated) ? blocks.flatMap(({ words }) => words.split('\n')) : (yield* linesInSteps(blocks, -1)).map(({ text }) => text);
	return texts.map((text) => text.trim()).filter((text) => text !== '');
}
