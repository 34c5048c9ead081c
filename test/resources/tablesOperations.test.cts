// Operations on tables that the service finds (General Table): what they ask for, give for an empty page, note and draw.
import type { IDataObject } from 'n8n-workflow';

import { UnexpectedAnswer } from '../../nodes/HuaweiOcr/errors/unexpectedAnswer.ts';
import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { listOf } from '../../nodes/HuaweiOcr/resources/generalTable/readGeneralTable.ts';
import { regionLines } from '../../nodes/HuaweiOcr/resources/generalTable/operations/table.ts';
import { toGrid } from '../../nodes/HuaweiOcr/resources/cells/grid.ts';
import { gridLines, oneLine } from '../../nodes/HuaweiOcr/resources/cells/gridTable.ts';
import { isCell, readCells } from '../../nodes/HuaweiOcr/resources/cells/readCells.ts';
import { FailedRow, FileRow } from '../../nodes/HuaweiOcr/resources/row.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { block } from '../layout/page.cts';
import { area } from './answers.cts';
import { isOfDocument, marksOf, pageOf, requestOf, rowsOf } from './prepared.cts';

const request = (operation: string, options: IDataObject = {}, more: IDataObject = {}) => requestOf({ resource: 'generalTable', operation, ...more }, options);

const cell = (words: string, row: number, column: number, more: IDataObject = {}): IDataObject => ({ words, rows: [row], columns: [column], ...more });
const tableOf = (...cells: unknown[]) => ({ type: 'table', words_block_list: cells });
const textOf = (words: string, more: IDataObject = {}) => ({ type: 'text', words_block_list: [{ words, location: area(10, 10, 90, 30), ...more }] });
const resultOf = (...regions: unknown[]) => ({ words_region_list: regions });

const PRICES = [cell('Item', 0, 0), cell('Price', 0, 1), cell('Tea', 1, 0), cell('3.20', 1, 1)];
const WORKBOOK = Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1').toString('base64');

const jsonOf = (operation: string, results: unknown[], options: IDataObject = {}, about: IDataObject = {}) => {
	const asked = request(operation, options);
	const pages = results.map((result, index) => pageOf(asked, result, results.length > 1 ? { page: index + 1 } : {}));
	const { rows, report } = rowsOf(asked, pages, about);
	return { rows: rows.map((row) => (row instanceof FileRow ? row.json : row)), facts: report.facts };
};

test.each<[string, IDataObject, IDataObject, boolean, IDataObject]>([
	['table', {}, { text: '' }, false, {}],
	['table', { joinTables: true }, { text: '' }, true, {}],
	['table', { minConfidence: 0.5 }, { text: '' }, false, { return_confidence: true }],
	['table', { returnExcel: true }, { text: '' }, false, { return_excel: true }],
	['table', { returnExcel: 'true', minConfidence: 0.1 }, { text: '' }, false, { return_excel: true, return_confidence: true }],
	['table', { returnExcel: false, minConfidence: 0 }, { text: '' }, false, {}],
	['cells', {}, { text: '' }, false, { return_text_location: true, return_confidence: true }],
	['text', {}, { text: '', lineCount: 0 }, false, { return_text_location: true }],
	['text', { joinPages: true }, { text: '', lineCount: 0 }, true, { return_text_location: true }],
	['text', { minConfidence: 0.5 }, { text: '', lineCount: 0 }, false, { return_text_location: true, return_confidence: true }],
	['excel', {}, {}, false, { return_excel: true }],
	['raw', {}, {}, false, {}],
	['raw', { returnConfidence: true }, {}, false, { return_confidence: true }],
])('%s %j: empty, of a document, request fields', (operation, options, empty, whole, fields) => {
	const asked = request(operation, options);
	expect([asked.operation.empty(), isOfDocument(asked), asked.fields]).toStrictEqual([empty, whole, fields]);
});

test.each([['table', false], ['cells', false], ['text', true], ['excel', true], ['raw', true]])('%s gives one item per image: %p', (operation, one) => {
	expect(request(operation).onePerPage).toBe(one);
});

describe('marks', () => {
	test('Get Cells: each cell with a place', () => {
		const asked = request('cells');
		const page = pageOf(asked, resultOf(textOf('Spring'), tableOf(cell('a', 0, 0, { cell_location: area(1, 2, 3, 4) }), cell('b', 0, 1), cell('c', 1, 0, { location: area(5, 6, 7, 8) }))));
		expect(marksOf(asked, page)).toStrictEqual([{ corners: area(1, 2, 3, 4), kind: 'cell' }, { corners: area(5, 6, 7, 8), kind: 'cell' }]);
	});

	test.each(['table', 'text', 'excel', 'raw'])('%s has none', (operation) => {
		expect(marksOf(request(operation), pageOf(request(operation), resultOf()))).toBeUndefined();
	});
});

describe('cells', () => {
	const PLACED = cell('Tea', 0, 0, { cell_location: area(1, 2, 5, 8), confidence: 0.9 });

	test('of several tables, each with the number of its table', () => {
		expect(jsonOf('cells', [resultOf(tableOf(PLACED), tableOf(cell('Rice', 0, 0)))]).rows).toStrictEqual([
			{ text: 'Tea', rowIndex: 0, columnIndex: 0, rowSpan: 1, columnSpan: 1, left: 1, top: 2, right: 5, bottom: 8, width: 4, height: 6, confidence: 0.9, tableIndex: 0, source: 'scan.png' },
			{ text: 'Rice', rowIndex: 0, columnIndex: 0, rowSpan: 1, columnSpan: 1, left: null, top: null, right: null, bottom: null, width: null, height: null, tableIndex: 1, source: 'scan.png' },
		]);
	});

	test.each([false, 'false'])('Simplify %p: with corners', (simplify) => {
		const asked = request('cells', {}, { simplify });
		expect(rowsOf(asked, [pageOf(asked, resultOf(tableOf(PLACED)), { page: 2 })]).rows).toStrictEqual([
			{ text: 'Tea', rowIndex: 0, columnIndex: 0, rowSpan: 1, columnSpan: 1, left: 1, top: 2, right: 5, bottom: 8, width: 4, height: 6, confidence: 0.9, tableIndex: 0, page: 2, source: 'scan.png', location: area(1, 2, 5, 8) },
		]);
	});

	test('that are less sure than asked for are left out and counted', () => {
		const unsure = cell('7', 0, 1, { confidence: 0.3 });
		const { rows, facts } = jsonOf('cells', [resultOf(tableOf(PLACED, unsure))], { minConfidence: 0.5 });
		expect([rows.map((row) => (row as IDataObject).text), facts.blocksLeftOut]).toStrictEqual([['Tea'], 1]);
		expect(jsonOf('cells', [resultOf(tableOf(PLACED, unsure))]).facts.blocksLeftOut).toBe(0);
	});

	test('without a place are told, and a page without a table is', () => {
		expect(jsonOf('cells', [resultOf(tableOf(PLACED, { words: 'x' }, { words: 'y' }))]).facts.remarks).toStrictEqual(['2 cells of a table in "scan.png" came without a place, and stand below its other rows.']);
		expect(jsonOf('cells', [resultOf(textOf('No table'))]).facts).toMatchObject({ withoutTable: 1, remarks: [] });
		expect(jsonOf('cells', [resultOf()]).facts.withoutTable).toBe(0);
		expect(jsonOf('cells', [resultOf(tableOf(PLACED))]).facts.withoutTable).toBe(0);
	});
});

describe('table rows', () => {
	const around = (options: IDataObject = {}) => jsonOf('table', [resultOf(textOf('above'), tableOf(...PRICES), textOf('between'), tableOf(...PRICES), textOf('below'), textOf('end'))], options).rows.map((row) => [(row as IDataObject).tableIndex, (row as IDataObject).Item]);

	test('text before a table goes to it, text behind the last one to that one', () => {
		expect(around({ textAroundTables: 'beforeAndAfter' })).toStrictEqual([[0, 'above'], [0, 'Tea'], [1, 'between'], [1, 'Tea'], [1, 'below'], [1, 'end']]);
		expect(around()).toStrictEqual([[0, 'Tea'], [1, 'Tea']]);
	});

	test('unsure text around a table is left out and counted once', () => {
		const result = resultOf(textOf('smudge', { confidence: 0.1 }), tableOf(...PRICES), textOf('speck', { confidence: 0.1 }));
		const { rows, facts } = jsonOf('table', [result], { textAroundTables: 'beforeAndAfter', minConfidence: 0.5 });
		expect([rows.length, facts.blocksLeftOut]).toStrictEqual([1, 2]);
		expect(jsonOf('table', [result], { minConfidence: 0.5 }).facts.blocksLeftOut).toBe(0);
	});

	test('pages without a table are counted where there is text', () => {
		expect(jsonOf('table', [resultOf(textOf('a')), resultOf(textOf('b'))]).facts.withoutTable).toBe(2);
		expect(jsonOf('table', [resultOf(textOf('a')), resultOf()], { joinTables: true }).facts.withoutTable).toBe(1);
		expect(jsonOf('table', [resultOf()]).facts.withoutTable).toBe(0);
		expect(jsonOf('table', [resultOf(tableOf(...PRICES)), resultOf(textOf('a'))], { joinTables: true }).facts.withoutTable).toBe(0);
	});

	test('the page of each row, where there are pages', () => {
		expect(jsonOf('table', [resultOf(tableOf(...PRICES)), resultOf(tableOf(...PRICES))]).rows).toStrictEqual([
			{ Item: 'Tea', Price: '3.20', tableIndex: 0, page: 1, source: 'scan.png' },
			{ Item: 'Tea', Price: '3.20', tableIndex: 0, page: 2, source: 'scan.png' },
		]);
	});

	test('Join Tables and Excel File: the files of all pages with the first row', () => {
		const asked = request('table', { joinTables: true, returnExcel: true });
		const pages = [1, 2].map((page) => pageOf(asked, { ...resultOf(tableOf(...PRICES)), excel: WORKBOOK }, { page }));
		const { rows, report } = rowsOf(asked, [...pages, pageOf(asked, resultOf(tableOf(...PRICES)), { page: 3 })]);
		expect(rows.map((row) => (row instanceof FileRow ? Object.keys(row.files) : []))).toStrictEqual([['excel', 'excel_2'], [], []]);
		expect(report.facts.remarks).toStrictEqual([]);
	});

	test('no rows, no file and nothing to tell', () => {
		const { rows, facts } = jsonOf('table', [resultOf(textOf('a'))], { returnExcel: true });
		expect([rows, facts.remarks]).toStrictEqual([[], []]);
	});

	test('a workbook that was not asked for stays away', () => {
		const asked = request('table');
		expect(rowsOf(asked, [pageOf(asked, { ...resultOf(tableOf(...PRICES)), excel: WORKBOOK })]).rows.some((row) => row instanceof FileRow)).toBe(false);
	});
});

describe('text', () => {
	test('of each page, with its number and the number of pages', () => {
		expect(jsonOf('text', [resultOf(textOf('One'), tableOf(...PRICES)), resultOf(textOf('Two'))], {}, { pageCount: 5 }).rows).toStrictEqual([
			{ text: 'One\nItem\tPrice\nTea\t3.20', lineCount: 3, tableCount: 1, page: 1, pageCount: 5, source: 'scan.png' },
			{ text: 'Two', lineCount: 1, tableCount: 0, page: 2, pageCount: 5, source: 'scan.png' },
		]);
	});

	test('Join Pages: a page without text leaves no gap', () => {
		expect(jsonOf('text', [resultOf(textOf('One')), resultOf(), resultOf(tableOf(...PRICES))], { joinPages: true }, { pageCount: 5 }).rows).toStrictEqual([
			{ text: 'One\n\nItem\tPrice\nTea\t3.20', lineCount: 3, tableCount: 1, pages: [1, 2, 3], pageCount: 5, source: 'scan.png' },
		]);
	});

	test('Join Pages of one image: no numbers of pages', () => {
		expect(jsonOf('text', [resultOf(textOf('One'))], { joinPages: true }).rows).toStrictEqual([{ text: 'One', lineCount: 1, tableCount: 0, source: 'scan.png' }]);
	});

	test('none of a page without any', () => {
		for (const options of [{}, { joinPages: true }]) expect(jsonOf('text', [resultOf(tableOf(cell('', 0, 0)))], options).rows).toStrictEqual([]);
	});

	test('Min Confidence takes unsure words and cells out', () => {
		const { rows, facts } = jsonOf('text', [resultOf(textOf('smudge', { confidence: 0.1 }), tableOf(cell('Tea', 0, 0, { confidence: 0.9 }), cell('3.2O', 0, 1, { confidence: 0.2 })))], { minConfidence: 0.5 });
		expect(rows).toStrictEqual([{ text: 'Tea', lineCount: 1, tableCount: 1, source: 'scan.png' }]);
		expect(facts.blocksLeftOut).toBe(2);
	});

	test('cells without a place are told', () => {
		expect(jsonOf('text', [resultOf(tableOf(...PRICES, { words: 'x' }))]).facts.remarks).toStrictEqual(['A cell of a table in "scan.png" came without a place, and stands below its other rows.']);
	});
});

describe('files', () => {
	test('the Excel file with the number of tables and of the page', () => {
		const asked = request('excel');
		const [row] = rowsOf(asked, [pageOf(asked, { ...resultOf(tableOf(...PRICES), tableOf(...PRICES)), excel: WORKBOOK }, { page: 2 })]).rows;
		expect((row as FileRow).json).toStrictEqual({ tableCount: 2, page: 2, source: 'scan.png' });
		expect((row as FileRow).files).toMatchObject({ excel: { key: 'excel', extension: 'xlsx' } });
	});

	test('without it an error that says what to do', () => {
		const asked = request('excel');
		const [row] = rowsOf(asked, [pageOf(asked, resultOf(tableOf(...PRICES)))]).rows;
		expect(row).toBeInstanceOf(FailedRow);
		const { error } = row as FailedRow;
		expect(error).toBeInstanceOf(OcrError);
		expect([error.description, error.details]).toStrictEqual(['The Excel file was asked for. Get Raw Result shows what the service answered.', { errorCode: 'Node.NoExcelFile' }]);
	});

	test('the raw result has them all, page by page', () => {
		const asked = request('raw');
		const [row] = rowsOf(asked, [pageOf(asked, { ...resultOf(), excel: WORKBOOK }, { page: 2 })]).rows;
		expect((row as FileRow).json).toStrictEqual({ words_region_list: [], excel: 'excel', page: 2, source: 'scan.png' });
		expect(Object.keys((row as FileRow).files)).toStrictEqual(['excel']);
	});
});

describe('what is read of an answer', () => {
	const read = (...regions: unknown[]) => pageOf(request('raw'), resultOf(...regions)).result as unknown as { regions: object[]; isEmpty: boolean; facts: object };

	test('regions, tables with their place, and how many there are', () => {
		const { regions, facts } = read(textOf('a'), { ...tableOf(cell('b', 0, 0)), table_location: area(1, 2, 3, 4) }, tableOf(cell('c', 0, 0)));
		expect(facts).toStrictEqual({ tableCount: 2 });
		expect(regions).toStrictEqual([
			{ type: 'text', blocks: [{ words: 'a', location: area(10, 10, 90, 30) }] },
			{ type: 'table', location: area(1, 2, 3, 4), grid: { rowCount: 1, columnCount: 1, unplacedCount: 0, cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: 'b' }] } },
			{ type: 'table', grid: { rowCount: 1, columnCount: 1, unplacedCount: 0, cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: 'c' }] } },
		]);
	});

	test.each<[string, unknown[], boolean]>([
		['nothing', [], true],
		['a region without words', [{ type: 'text', words_block_list: [] }], true],
		['a table of empty cells', [tableOf(cell('', 0, 0), cell(' ', 0, 1))], true],
		['a table with one word', [tableOf(cell('', 0, 0), cell('x', 0, 1))], false],
		['text beside an empty table', [tableOf(cell('', 0, 0)), textOf('a')], false],
		['a region that is a text', ['words'], false],
	])('%s: empty %p', (_name, regions, isEmpty) => {
		expect(read(...regions).isEmpty).toBe(isEmpty);
	});

	test.each<[unknown, unknown, unknown[]]>([[undefined, undefined, []], [null, 0, []], [[], '0', []], [[1], 5, [1]], [[], 'many', []], [[], -1, []]])('the list %j with the count %j is %j', (value, count, list) => {
		expect(listOf(value, count, 'x_list')).toStrictEqual(list);
	});

	test.each<[unknown, unknown, string]>([
		[undefined, 2, 'it announces 2 entries of x_list and lists none'],
		[[], '3', 'it announces 3 entries of x_list and lists none'],
		['none', 0, 'its x_list is not a list'],
		[{}, undefined, 'its x_list is not a list'],
		[0, undefined, 'its x_list is not a list'],
	])('the list %j with the count %j is refused', (value, count, why) => {
		expect(() => listOf(value, count, 'x_list')).toThrow(new UnexpectedAnswer(why));
	});
});

describe('cells as they are listed', () => {
	const read = (entry: unknown) => runAtOnce(readCells([entry]))[0];

	test.each<[unknown, object]>([
		[{ words: ' a ', rows: [1], columns: [2] }, { rows: [1], columns: [2], text: 'a' }],
		[{ words: ' a \n b \n', rows: 1, columns: '2' }, { rows: [1], columns: [2], text: 'a\n b' }],
		[{ words: 'a', rows: [3, 1, 1], columns: [0] }, { rows: [1, 3], columns: [0], text: 'a' }],
		[{ words: 'a', rows: [10, 9], columns: [0, 'x', 2.5, -1, 2] }, { rows: [9, 10], columns: [0, 2], text: 'a' }],
		[{ words: 'a', confidence: '0.5' }, { rows: [], columns: [], text: 'a', confidence: 0.5 }],
		[{ words: ' ', words_list: [{ words: 'a', confidence: 0.9 }, { words: 'b' }, { words: 'c', confidence: 0.4 }, { words: 'd', confidence: 0.6 }, 'e'] }, { rows: [], columns: [], text: 'a\nb\nc\nd', confidence: 0.4 }],
		[{ words: '', words_list: [{ words: 'a', confidence: 0.4 }, { words: 'b' }] }, { rows: [], columns: [], text: 'a\nb', confidence: 0.4 }],
		[{ words: '', words_list: [{ words: 'a' }, { words: 'b', confidence: 0.4 }] }, { rows: [], columns: [], text: 'a\nb', confidence: 0.4 }],
		[{ words: 'own', words_list: [{ words: 'a', confidence: 0.9 }] }, { rows: [], columns: [], text: 'own', confidence: 0.9 }],
		[{ words: 'a', confidence: 0.8, words_list: [{ words: 'b', confidence: 0.1 }] }, { rows: [], columns: [], text: 'a', confidence: 0.8 }],
		[{ words: 'a', words_list: 'b' }, { rows: [], columns: [], text: 'a' }],
		[{ words: 'a', cell_location: area(1, 2, 3, 4), location: area(5, 6, 7, 8) }, { rows: [], columns: [], text: 'a', location: area(1, 2, 3, 4) }],
		[{ words: 'a', cell_location: [], location: area(5, 6, 7, 8) }, { rows: [], columns: [], text: 'a', location: area(5, 6, 7, 8) }],
		[' text ', { rows: [], columns: [], text: 'text' }],
		[7, { rows: [], columns: [], text: '7' }],
		[null, { rows: [], columns: [], text: '' }],
		[['a'], { rows: [], columns: [], text: '' }],
	])('%j', (entry, cellRead) => {
		expect(read(entry)).toStrictEqual(cellRead);
	});

	test.each<[unknown, boolean]>([[{ rows: [], columns: [] }, true], [{ rows: [] }, false], [{ columns: [] }, false], [{ rows: 1, columns: [] }, false], [null, false], [[], false]])('%j is a cell: %p', (entry, is) => {
		expect(isCell(entry)).toBe(is);
	});

	test('as many as a page can hold, and not one more', () => {
		expect(runAtOnce(readCells(Array.from({ length: 20_000 }, () => 'x')))).toHaveLength(20_000);
		expect(() => runAtOnce(readCells(Array.from({ length: 20_001 }, () => 'x')))).toThrow(new UnexpectedAnswer('a table of it has more cells than a page can hold'));
		const rows = (count: number) => read({ words: 'x', columns: [0], rows: Array.from({ length: count }, () => 0) });
		expect(rows(20_000)?.rows).toStrictEqual([0]);
		expect(() => rows(20_001)).toThrow(new UnexpectedAnswer('a cell of it stands in more rows or columns than a table can have'));
	});
});

describe('the grid of a table', () => {
	const grid = (...cells: Array<[text: string, rows: number[], columns: number[]]>) => runAtOnce(toGrid(cells.map(([text, rows, columns]) => ({ text, rows, columns }))));

	test('has no rows and columns that nothing is in, and its cells row by row', () => {
		expect(grid(['d', [7], [9]], ['c', [7], [3]], ['b', [2], [9]], ['a', [2], [3]])).toStrictEqual({
			rowCount: 2, columnCount: 2, unplacedCount: 0,
			cells: [
				{ text: 'a', row: 0, column: 0, rowSpan: 1, columnSpan: 1 },
				{ text: 'b', row: 0, column: 1, rowSpan: 1, columnSpan: 1 },
				{ text: 'c', row: 1, column: 0, rowSpan: 1, columnSpan: 1 },
				{ text: 'd', row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
			],
		});
	});

	test('puts cells without a row or a column below all others, empty ones nowhere', () => {
		expect(grid(['a', [0], [0]], ['b', [], [1]], ['c', [1], []], ['', [], []])).toStrictEqual({
			rowCount: 3, columnCount: 1, unplacedCount: 2,
			cells: [
				{ text: 'a', row: 0, column: 0, rowSpan: 1, columnSpan: 1 },
				{ text: 'b', row: 1, column: 0, rowSpan: 1, columnSpan: 1 },
				{ text: 'c', row: 2, column: 0, rowSpan: 1, columnSpan: 1 },
			],
		});
		expect(grid(['a', [], []])).toMatchObject({ rowCount: 1, columnCount: 1 });
		expect(grid()).toStrictEqual({ rowCount: 0, columnCount: 0, cells: [], unplacedCount: 0 });
	});

	test('spans from the first to the last of its rows and columns', () => {
		expect(grid(['a', [0, 1, 2], [0, 2]], ['b', [1], [1]]).cells).toStrictEqual([
			{ text: 'a', row: 0, column: 0, rowSpan: 3, columnSpan: 3 },
			{ text: 'b', row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
		]);
	});

	test('has as many places as a page can hold, and not one more', () => {
		const corner = (rows: number, columns: number) => grid(...Array.from({ length: Math.max(rows, columns) }, (_, index): [string, number[], number[]] => ['x', [Math.min(index, rows - 1)], [Math.min(index, columns - 1)]]));
		expect(corner(200, 200)).toMatchObject({ rowCount: 200, columnCount: 200 });
		expect(() => corner(201, 200)).toThrow(new UnexpectedAnswer('a table of it has more places than a page can hold'));
		const layers = (count: number) => grid(...Array.from({ length: count }, (): [string, number[], number[]] => ['x', [0, 199], [0, 1]]), ['y', Array.from({ length: 200 }, (_, index) => index), [0]]);
		// Each of the layers takes two columns of all 200 rows.
		expect(() => layers(99)).not.toThrow();
		expect(() => layers(100)).toThrow(UnexpectedAnswer);
	});

	test('as lines of text: a row each, empty cells left out', () => {
		expect(runAtOnce(gridLines(grid(['a', [0], [0]], ['', [0], [1]], ['b  \n c', [0], [2]], ['', [1], [0]], ['d', [2], [0]])))).toStrictEqual(['a\tb c', 'd']);
	});

	test.each([['a', 'a'], [' a   b ', 'a b'], ['a \n b', 'a b'], ['数量\n单位', '数量单位'], ['\n', '']])('%j on one line is %j', (text, line) => {
		expect(oneLine(text)).toBe(line);
	});
});

describe('lines of a region of text', () => {
	test('as they stand on the page, where all blocks have a place', () => {
		expect(runAtOnce(regionLines([block('b', 120, 20), block('a', 20, 20), block(' ', 20, 60), block('c', 20, 100)]))).toStrictEqual(['a b', 'c']);
	});

	test('in the order of the answer, where one has none', () => {
		const lost = { ...block(' d \n\n e ', 20, 20), unlocated: true as const };
		expect(runAtOnce(regionLines([block('b', 120, 20), block('a', 20, 20), lost]))).toStrictEqual(['b', 'a', 'd', 'e']);
	});
});
