// Answers of General Table in the shapes that operations 3 tells of, made up here.
import type { IDataObject } from 'n8n-workflow';

import { area, readAnswers } from './answers.cts';

/** A cell with one text; rows and columns by their first and last. */
function cell(words: string, rows: number[], columns: number[], more: IDataObject = {}): IDataObject {
	return { words, rows, columns, ...more };
}

function tableOf(blocks: unknown[], more: IDataObject = {}): IDataObject {
	return { type: 'table', words_block_count: blocks.length, words_block_list: blocks, ...more };
}

function textOf(...words: string[]): IDataObject {
	return { type: 'text', words_block_count: words.length, words_block_list: words.map((each, index) => ({ words: each, location: area(10, 20 + 30 * index, 90, 40 + 30 * index) })) };
}

function resultOf(...regions: unknown[]): IDataObject {
	return { words_region_count: regions.length, words_region_list: regions };
}

const read = (operation: string, result: unknown, options: IDataObject = {}, more: IDataObject = {}) =>
	readAnswers({ resource: 'generalTable', operation, options, more }, [result]);
const rowsOf = (result: unknown, options: IDataObject = {}) =>
	read('table', result, options).rows.map(({ source, tableIndex, ...row }) => (expect([source, tableIndex]).toStrictEqual(['scan.png', 0]), row));

const PRICES = tableOf([
	...['Item', 'Pieces', 'Price'].map((words, column) => cell(words, [0], [column])),
	...['Tea', '4', '12.50'].map((words, column) => cell(words, [1], [column])),
	...['Rice', '', '7.00'].map((words, column) => cell(words, [2], [column])),
]);

describe('rows', () => {
	test('cells by the heads of their columns, empty ones as empty text', () => {
		expect(rowsOf(resultOf(PRICES))).toStrictEqual([
			{ Item: 'Tea', Pieces: '4', Price: '12.50' },
			{ Item: 'Rice', Pieces: '', Price: '7.00' },
		]);
	});

	test('lines end in spaces and a line feed, and runs of spaces stand within: neither reaches the cell', () => {
		const table = tableOf([cell('Item \n', [0], [0]), cell('Price  \n', [0], [1]), cell('Green \ntea \n', [1], [0]), cell('12.50   CNY \n', [1], [1]), cell('数量 \n单位 \n', [2], [0]), cell('8', [2], [1])]);
		expect(rowsOf(resultOf(table))).toStrictEqual([
			{ Item: 'Green tea', Price: '12.50 CNY' },
			{ Item: '数量单位', Price: '8' },
		]);
	});

	test('with positions a cell has a list of texts and no words of its own', () => {
		const listed = (words: string[], row: number, column: number) => ({ rows: [row], columns: [column], cell_location: area(0, 0, 50, 20), words_list: words.map((each) => ({ words: each })) });
		const table = tableOf([listed(['Item'], 0, 0), listed(['Price'], 0, 1), listed(['Green', 'tea'], 1, 0), listed(['3.20'], 1, 1), listed(['Rice'], 2, 0), listed([], 2, 1)]);
		expect(rowsOf(resultOf(table))).toStrictEqual([
			{ Item: 'Green tea', Price: '3.20' },
			{ Item: 'Rice', Price: '' },
		]);
	});

	const STOREYS = tableOf([
		cell('Team', [0, 1, 2], [0]),
		cell('Visitors', [0], [1, 2]),
		cell('of the day', [1], [1, 2]),
		cell('Morning', [2], [1]),
		cell('Evening', [2], [2]),
		cell('Sales', [3, 4], [0]),
		cell('12', [3], [1]),
		cell('30', [3], [2]),
		cell('14', [4], [1]),
		cell('31', [4], [2]),
		cell('Total', [5], [0, 1]),
		cell('87', [5], [2]),
	]);

	test('heads of several storeys are put together, merged ones in each of their columns', () => {
		expect(rowsOf(resultOf(STOREYS))).toStrictEqual([
			{ Team: 'Sales', 'Visitors of the day Morning': '12', 'Visitors of the day Evening': '30' },
			{ Team: '', 'Visitors of the day Morning': '14', 'Visitors of the day Evening': '31' },
			{ Team: 'Total', 'Visitors of the day Morning': '', 'Visitors of the day Evening': '87' },
		]);
	});

	test('Merged Cells: repeated in each cell that they span', () => {
		expect(rowsOf(resultOf(STOREYS), { mergedCells: 'repeat' }).map((row) => Object.values(row))).toStrictEqual([
			['Sales', '12', '30'],
			['Sales', '14', '31'],
			['Total', 'Total', '87'],
		]);
	});

	test('First Row Is Header off: nothing is lost to names', () => {
		expect(rowsOf(resultOf(PRICES), { firstRowIsHeader: false })).toStrictEqual([
			{ column1: 'Item', column2: 'Pieces', column3: 'Price' },
			{ column1: 'Tea', column2: '4', column3: '12.50' },
			{ column1: 'Rice', column2: '', column3: '7.00' },
		]);
	});

	test('a title across the whole table is no head; with Text Around Tables it is a row, as the texts are', () => {
		const table = tableOf([cell('Price list', [0], [0, 1]), cell('Item', [1], [0]), cell('Price', [1], [1]), cell('Tea', [2], [0]), cell('3.20', [2], [1])]);
		expect(rowsOf(resultOf(table))).toStrictEqual([{ Item: 'Tea', Price: '3.20' }]);
		expect(rowsOf(resultOf(textOf('Spring'), table, textOf('Prices in CNY')), { textAroundTables: 'beforeAndAfter' })).toStrictEqual([
			{ Item: 'Spring', Price: '' },
			{ Item: 'Price list', Price: '' },
			{ Item: 'Tea', Price: '3.20' },
			{ Item: 'Prices in CNY', Price: '' },
		]);
	});

	test('Section Column: names of sections stand beside their rows', () => {
		const table = tableOf([cell('Item', [0], [0]), cell('Price', [0], [1]), cell('Drinks', [1], [0, 1]), cell('Tea', [2], [0]), cell('3.20', [2], [1])]);
		expect(rowsOf(resultOf(table), { sectionColumn: true })).toStrictEqual([{ section: 'Drinks', Item: 'Tea', Price: '3.20' }]);
	});

	test('Table Format: arrays and cells', () => {
		expect(read('table', resultOf(PRICES), { tableFormat: 'arrays' }).rows[0]).toStrictEqual({
			columns: ['Item', 'Pieces', 'Price'], cells: ['Tea', '4', '12.50'], rowIndex: 0, tableIndex: 0, source: 'scan.png',
		});
		expect(read('table', resultOf(PRICES), { tableFormat: 'cells' }).rows[2]).toStrictEqual({
			rowIndex: 0, columnIndex: 2, column: 'Price', text: '12.50', tableIndex: 0, source: 'scan.png',
		});
	});

	test('Join Tables: frames of a TIFF go on with one table', () => {
		const next = tableOf(['Milk', '2', '1.20'].map((words, column) => cell(words, [0], [column])));
		const { rows } = readAnswers({ resource: 'generalTable', operation: 'table', options: { joinTables: true } }, [resultOf(PRICES), resultOf(tableOf([...PRICES.words_block_list as IDataObject[], ...next.words_block_list as IDataObject[]].map((each, index) => (index < 9 ? each : { ...each, rows: [3] }))))]);
		expect(rows.map(({ Item, page, tableIndex }) => [Item, page, tableIndex])).toStrictEqual([['Tea', 1, 0], ['Rice', 1, 0], ['Tea', 2, 0], ['Rice', 2, 0], ['Milk', 2, 0]]);
	});

	test('Min Confidence asks for confidence, empties unsure cells and counts them', () => {
		const table = tableOf([cell('Item', [0], [0], { confidence: 0.99 }), cell('Price', [0], [1], { confidence: 0.99 }), cell('Tea', [1], [0], { confidence: 0.98 }), cell('3.2O', [1], [1], { confidence: 0.4 })]);
		const { rows, fields, report } = read('table', resultOf(table), { minConfidence: 0.5 });
		expect(rows).toStrictEqual([{ Item: 'Tea', Price: '', tableIndex: 0, source: 'scan.png' }]);
		expect(fields).toStrictEqual({ return_confidence: true });
		expect(report.facts.blocksLeftOut).toBe(1);
	});

	test('a page with text and without a table is told', () => {
		const { rows, report, isEmpty } = read('table', resultOf(textOf('No table here')));
		expect([rows, report.facts.withoutTable, isEmpty]).toStrictEqual([[], 1, false]);
	});
});

describe('answers that are not as they should be', () => {
	test('counts are hints: 4 regions announced, 3 listed', () => {
		expect(rowsOf({ ...resultOf(textOf('Spring'), { ...PRICES, words_block_count: '2' }, textOf('End')), words_region_count: 4 })).toHaveLength(2);
	});

	test('a region of the type text that holds cells is a table', () => {
		expect(rowsOf(resultOf({ ...PRICES, type: 'text' }))).toHaveLength(2);
	});

	test('numbers of rows and columns with holes, out of order, twice, as text, and far too large', () => {
		const table = tableOf([cell('Item', [0], [0]), cell('Price', [0], ['7' as unknown as number]), cell('Tea', [1_000_000_000, 1_000_000_000], [0]), cell('3.20', [1_000_000_000], [7, 7])]);
		expect(rowsOf(resultOf(table))).toStrictEqual([{ Item: 'Tea', Price: '3.20' }]);
	});

	test('a merged cell with a hole in its list spans it', () => {
		const table = tableOf([cell('Item', [0], [0]), cell('Price', [0], [1]), cell('Rebate', [0], [2]), cell('Tea', [1], [0, 2]), cell('Rice', [2], [0]), cell('5', [2], [1]), cell('1', [2], [2])]);
		expect(rowsOf(resultOf(table), { mergedCells: 'repeat' })[0]).toStrictEqual({ Item: 'Tea', Price: 'Tea', Rebate: 'Tea' });
	});

	test.each([[[-1]], [[0.5]], [['x']], [[]], [null], [{}]])('a cell in the row %j keeps its text, in a row of its own, and the run tells', (rows) => {
		const { rows: found, report } = read('table', resultOf(tableOf([...(PRICES.words_block_list as IDataObject[]), { words: 'Stray', rows, columns: [1] }])));
		expect(found[found.length - 1]).toStrictEqual({ Item: 'Stray', Pieces: '', Price: '', tableIndex: 0, source: 'scan.png' });
		expect(report.facts.remarks).toStrictEqual(['A cell of a table in "scan.png" came without a place, and stands below its other rows.']);
	});

	test('two cells in one place: both texts stay', () => {
		expect(rowsOf(resultOf(tableOf([...(PRICES.words_block_list as IDataObject[]), cell('green', [1], [0])])))[0]).toMatchObject({ Item: 'Tea green' });
	});

	test('a cell of very many texts is one text, and ends', () => {
		const texts = Array.from({ length: 100_000 }, (_, index) => ({ words: `n${index}`, location: [[1, 1], [9, 1], [9, 9], [1, 9]] }));
		const table = tableOf([cell('Name', [0], [0]), cell('Note', [0], [1]), cell('Tea', [1], [0]), { ...cell('', [1], [1]), words: '', words_list: texts }]);
		const note = rowsOf(resultOf(table))[0]?.['Note'] as string;
		expect(note.split(' ')).toHaveLength(100_000);
	});

	test('a cell in more rows than a table can have is refused', () => {
		const rows = Array.from({ length: 20_001 }, (_, index) => index);
		expect(() => read('table', resultOf(tableOf([cell('x', rows, [0])])))).toThrow('more rows or columns than a table can have');
	});

	test('cells that would fill more places than a page can hold are refused before they fill the memory', () => {
		const corner = Array.from({ length: 600 }, (_, index) => cell('x', [index], [index]));
		expect(() => read('table', resultOf(tableOf(corner)))).toThrow('more places than a page can hold');
		expect(() => read('text', resultOf(tableOf(Array.from({ length: 20_001 }, () => cell('x', [0], [0])))))).toThrow('more cells than a page can hold');
		const layers = Array.from({ length: 900 }, () => cell('x', Array.from({ length: 300 }, (_, row) => row), [0]));
		expect(() => read('table', resultOf(tableOf(layers)))).toThrow('more places than a page can hold');
	});

	test.each([
		['words_region_list', { words_region_count: 2 }],
		['words_region_list', { words_region_count: 2, words_region_list: [] }],
		['words_block_list', resultOf({ type: 'table', words_block_count: 3, words_block_list: [] })],
	])('%s announced and missing: no page without text', (name, result) => {
		expect(() => read('table', result)).toThrow(name);
	});

	test('a list that is none', () => {
		expect(() => read('table', { words_region_list: 'none' })).toThrow('not a list');
		expect(() => read('table', [])).toThrow('no result');
	});

	test('nothing found is a success', () => {
		expect(read('text', { words_region_count: 0, words_region_list: [] }).isEmpty).toBe(true);
		expect(read('text', resultOf(tableOf([cell('', [0], [0]), cell('', [0], [1])]))).isEmpty).toBe(true);
	});

	test('keys that come one day are in the raw result', () => {
		const result = { ...resultOf({ ...PRICES, table_style: 'ruled' }), revision: 7 };
		expect(read('raw', result).rows).toStrictEqual([{ ...result, source: 'scan.png' }]);
	});
});

describe('cells', () => {
	const located = (words: string[], rows: number[], columns: number[], at: number[][]) => ({
		rows,
		columns,
		cell_location: at,
		words_list: words.map((each, index) => ({ words: each, confidence: 0.9 - index / 10, location: at })),
	});

	test('one item per cell with span, box and the confidence of its least sure text', () => {
		const { rows, fields } = read('cells', resultOf(tableOf([located(['Green', 'tea'], [0, 1], [0, 1, 2], area(10, 20, 110, 60)), located([], [0], [3], area(110, 20, 160, 40)), located(['7'], [1], [3], area(110, 40, 160, 60))])), {}, { simplify: true });
		expect(fields).toStrictEqual({ return_text_location: true, return_confidence: true });
		expect(rows).toStrictEqual([
			{ text: 'Green\ntea', rowIndex: 0, columnIndex: 0, rowSpan: 2, columnSpan: 3, left: 10, top: 20, right: 110, bottom: 60, width: 100, height: 40, confidence: 0.8, tableIndex: 0, source: 'scan.png' },
			{ text: '', rowIndex: 0, columnIndex: 3, rowSpan: 1, columnSpan: 1, left: 110, top: 20, right: 160, bottom: 40, width: 50, height: 20, tableIndex: 0, source: 'scan.png' },
			{ text: '7', rowIndex: 1, columnIndex: 3, rowSpan: 1, columnSpan: 1, left: 110, top: 40, right: 160, bottom: 60, width: 50, height: 20, confidence: 0.9, tableIndex: 0, source: 'scan.png' },
		]);
	});

	test('without positions the same columns, with nothing in them; corners unless simplified', () => {
		const [first] = read('cells', resultOf(PRICES), {}, { simplify: false }).rows;
		expect(first).toMatchObject({ text: 'Item', left: null, height: null, location: null });
		expect(first).not.toHaveProperty('confidence');
		const [, corner] = read('cells', resultOf(tableOf([cell('a', [0], [0]), { ...cell('b', [0], [1]), cell_location: area(1, 2, 3, 4) }])), {}, { simplify: false }).rows;
		expect(corner).toMatchObject({ location: area(1, 2, 3, 4) });
	});
});

describe('text', () => {
	test('regions in their order, cells of a row parted by tabs, a merged cell once', () => {
		const table = tableOf([cell('Team', [0], [0]), cell('Name', [0], [1]), cell('Sales \nNorth', [1, 2], [0]), cell('Anna', [1], [1]), cell('Ben', [2], [1])]);
		expect(read('text', resultOf(textOf('Staff', 'in May'), table, textOf('End'))).rows).toStrictEqual([
			{ text: 'Staff\nin May\nTeam\tName\nSales North\tAnna\nBen\nEnd', lineCount: 6, tableCount: 1, source: 'scan.png' },
		]);
	});

	test('texts without positions keep the order of the answer', () => {
		const region = { type: 'text', words_block_list: [{ words: 'b' }, { words: 'a' }] };
		expect(read('text', resultOf(region)).rows).toMatchObject([{ text: 'b\na' }]);
	});

	test('Join Pages: one item, the numbers of its pages', () => {
		const { rows } = readAnswers({ resource: 'generalTable', operation: 'text', options: { joinPages: true } }, [resultOf(textOf('One')), resultOf(textOf('Two'))]);
		expect(rows).toStrictEqual([{ text: 'One\n\nTwo', lineCount: 2, tableCount: 0, pages: [1, 2], source: 'scan.png' }]);
	});
});

describe('the Excel file', () => {
	/** What a workbook begins with, and the name of a part of it. */
	const workbook = Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1').toString('base64');

	test('is binary data, and base64 is in no JSON', () => {
		const asked = read('excel', { ...resultOf(PRICES), excel: workbook });
		expect([asked.fields, asked.rows, asked.files]).toStrictEqual([{ return_excel: true }, [{ tableCount: 1, source: 'scan.png' }], [['excel']]]);
		const raw = read('raw', { ...resultOf(PRICES), excel: workbook }, { returnExcel: true });
		expect([raw.fields, raw.files]).toStrictEqual([{ return_excel: true }, [['excel']]]);
		expect(JSON.stringify(raw.rows)).not.toContain(workbook.slice(0, 12));
	});

	test.each([undefined, '', 'bm8gZXhjZWw=', 42])('%j in its place is an error with a way out', (excel) => {
		expect(read('excel', { ...resultOf(PRICES), excel }).rows).toStrictEqual([{ failed: 'Read this page with Get Table Rows: the service sent no Excel file that can be opened' }]);
	});

	test('comes with the first row where rows ask for it; without one the run tells', () => {
		const { rows, files, fields } = read('table', { ...resultOf(PRICES), excel: workbook }, { returnExcel: true });
		expect([rows.length, files, fields]).toStrictEqual([2, [['excel'], []], { return_excel: true }]);
		const without = read('table', resultOf(PRICES), { returnExcel: true });
		expect([without.files, without.report.facts.remarks]).toStrictEqual([[[], []], ['"scan.png": the service sent no Excel file that can be opened.']]);
	});

	test('a file that is none is told with the raw result', () => {
		expect(read('raw', { ...resultOf(PRICES), excel: 'bm8gZXhjZWw=' }).report.facts.remarks).toHaveLength(1);
	});

	test('of a page without anything is none, and no error', () => {
		expect(read('excel', { words_region_count: 0, words_region_list: [] }).rows).toStrictEqual([]);
	});
});

test('switches go into the request as the service calls them, those of Get Raw Result only there', () => {
	expect(read('table', resultOf(PRICES), { withBorders: true, returnTextLocation: true }).fields).toStrictEqual({ with_borders: true });
	expect(read('raw', resultOf(PRICES), { withBorders: 'false', returnTextLocation: true, returnCharLocation: true, returnRectificationMatrix: true }).fields).toStrictEqual({
		with_borders: false, return_text_location: true, return_char_location: true, return_rectification_matrix: true,
	});
	expect(() => read('raw', resultOf(PRICES), { returnExcel: 'maybe' })).toThrow('Return Excel File');
});
