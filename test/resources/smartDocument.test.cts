// Answers of Smart Document in the shapes that operations 4 tells of, made up here.
import type { IDataObject } from 'n8n-workflow';

import { area, readAnswers } from './answers.cts';

const WORKBOOK = Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1').toString('base64');

interface Words {
	words: string;
	location: number[][];
}

/** A text of 8 px a character at a place of the page. */
function text(words: string, left: number, top: number): Words & { confidence: number } {
	return { words, location: area(left, top, left + 8 * words.length, top + 20), confidence: 0.98 };
}

const BLOCKS = [
	text('Delivery note', 40, 20),
	text('The goods were packed by hand', 40, 60),
	text('and left the house in May.', 40, 84),
	text('Item', 40, 140),
	text('Price', 200, 140),
	text('Tea', 40, 170),
	text('3.20', 200, 170),
	text('- 1 -', 200, 400),
];

const ocrResult = (blocks: unknown[] = BLOCKS): IDataObject => ({ direction: 0.4767, words_block_count: blocks.length, words_block_list: blocks as IDataObject[] });

const TABLE = {
	location: area(30, 130, 300, 200),
	words_block_count: 4,
	words_block_list: [
		{ words: 'Item', rows: [0], columns: [0] },
		{ words: 'Price', rows: [0], columns: [1] },
		{ words: 'Tea', rows: [1], columns: [0] },
		{ words: '3.20', rows: [1], columns: [1] },
	],
	excel: WORKBOOK,
};
const tableResult = (...tables: unknown[]): IDataObject => ({ table_count: tables.length, table_list: tables as IDataObject[] });

const LAYOUT = [
	{ type: 'title', text: 'Delivery note', location: area(30, 10, 300, 50), words_ids: [0] },
	{ type: 'text', text: 'The goods were packed by hand and left the house in May.', location: area(30, 55, 300, 110), words_ids: [1, 2] },
	{ type: 'table', text: '', location: area(30, 130, 300, 200), words_ids: [], table_id: 0 },
	{ type: 'image', text: '', location: area(30, 220, 300, 380), words_ids: [] },
	{ type: 'page_number', text: '- 1 -', location: area(190, 395, 260, 425), words_ids: [7] },
];
const layoutResult = (list: unknown[] = LAYOUT): IDataObject => ({ layout_block_count: list.length, layout_block_list: list as IDataObject[] });

/** Everything of the page in one element, as the schema has it, or in one element each, as an example has it. */
const PARTS = { ocr_result: ocrResult(), table_result: tableResult(TABLE), layout_result: layoutResult() };
const TOGETHER = [PARTS];
const SPREAD = Object.entries(PARTS).map(([key, value]) => ({ [key]: value }));

const read = (operation: string, result: unknown, options: IDataObject = {}, more: IDataObject = {}) =>
	readAnswers({ resource: 'smartDocument', operation, options, more }, [result]);

describe.each([
	['together', TOGETHER],
	['spread', SPREAD],
	['spread, the layout first', [...SPREAD].reverse()],
	['alone, without a list', PARTS],
])('parts of a page %s', (_name, result) => {
	test('text in the order of the layout, cells parted by tabs, nothing twice', () => {
		const { rows, fields } = read('text', result);
		expect(fields).toStrictEqual({ layout: true, table: true });
		expect(rows).toStrictEqual([
			{
				text: 'Delivery note\nThe goods were packed by hand and left the house in May.\nItem\tPrice\nTea\t3.20\n- 1 -',
				lineCount: 5,
				blockCount: 8,
				direction: 0.4767,
				source: 'scan.png',
			},
		]);
	});

	test('rows of tables', () => {
		const { rows, fields } = read('table', result);
		expect(fields).toStrictEqual({ table: true });
		expect(rows).toStrictEqual([{ Item: 'Tea', Price: '3.20', tableIndex: 0, source: 'scan.png' }]);
	});

	test('Markdown: heading, paragraph, table', () => {
		expect(read('markdown', result).rows).toStrictEqual([
			{
				markdown: '# Delivery note\n\nThe goods were packed by hand and left the house in May.\n\n| Item | Price |\n| --- | --- |\n| Tea | 3.20 |\n\n- 1 -'.replace('- 1 -', '\\- 1 -'),
				blockCount: 8,
				source: 'scan.png',
			},
		]);
	});
});

describe('layout', () => {
	test('one item per part, pictures too, with its box', () => {
		const { rows, fields } = read('layoutBlocks', TOGETHER, { formula: true }, { simplify: true });
		expect(fields).toStrictEqual({ layout: true, table: true, formula: true });
		expect(rows.map(({ type, text: words, left, bottom, tableIndex }) => [type, words, left, bottom, tableIndex])).toStrictEqual([
			['title', 'Delivery note', 30, 50, undefined],
			['text', 'The goods were packed by hand and left the house in May.', 30, 110, undefined],
			['table', 'Item\tPrice\nTea\t3.20', 30, 200, 0],
			['image', '', 30, 380, undefined],
			['page_number', '- 1 -', 190, 425, undefined],
		]);
	});

	test('texts that no part lists are told once: in the part where they stand, or behind all others', () => {
		const blocks = [...BLOCKS, text('on the crate', 60, 300), text('in the margin', 700, 700)];
		const { rows } = read('layoutBlocks', [{ ...PARTS, ocr_result: ocrResult(blocks) }], {}, { simplify: true });
		expect(rows.map(({ type, text: words }) => [type, words])).toStrictEqual(expect.arrayContaining([['image', 'on the crate'], ['', 'in the margin']]));
		expect(rows[rows.length - 1]).toMatchObject({ type: '', text: 'in the margin', left: null });
	});

	test('a table without its cells is told by the texts in its place', () => {
		const { rows } = read('text', [{ ocr_result: ocrResult(), layout_result: layoutResult() }]);
		expect(rows[0]?.text).toContain('\nItem Price\nTea 3.20\n');
	});

	test('a placeholder in place of a table’s text is not told', () => {
		const layout = LAYOUT.map((block) => (block.type === 'table' ? { ...block, text: 'table' } : block));
		expect(read('text', [{ ...PARTS, layout_result: layoutResult(layout) }]).rows[0]?.text).not.toContain('table');
	});

	test.each([[[99, -1, 1.5, 'x', null]], ['none'], [null]])('numbers of texts %j that lead nowhere lose nothing', (words_ids) => {
		const layout = [{ type: 'text', text: '', location: area(0, 0, 1, 1), words_ids }];
		const { rows } = read('text', [{ ocr_result: ocrResult(), layout_result: layoutResult(layout) }]);
		for (const { words } of BLOCKS) expect(rows[0]?.text).toContain(words);
	});

	test('a text that two parts list stands in the first', () => {
		const layout = [{ type: 'text', text: '', words_ids: [0] }, { type: 'text', text: '', words_ids: [0, 1] }];
		expect(read('text', [{ ocr_result: ocrResult(BLOCKS.slice(0, 2)), layout_result: layoutResult(layout) }]).rows[0]).toMatchObject({
			text: 'Delivery note\nThe goods were packed by hand', lineCount: 2,
		});
	});

	test('without a layout the words themselves are read', () => {
		expect(read('text', [{ ocr_result: ocrResult(BLOCKS.slice(0, 3)) }]).rows[0]).toMatchObject({
			text: 'Delivery note\nThe goods were packed by hand\nand left the house in May.',
		});
	});

	test('without words the layout itself is read', () => {
		expect(read('text', [{ layout_result: layoutResult(LAYOUT.slice(0, 2)) }]).rows[0]).toMatchObject({ lineCount: 2, blockCount: 0, direction: -1 });
	});

	test('pages in one list keep their own numbers of texts and tables', () => {
		const other = {
			ocr_result: ocrResult([text('Second page', 40, 20)]),
			table_result: tableResult({ ...TABLE, words_block_list: [{ words: 'B', rows: [0], columns: [0] }] }),
			layout_result: layoutResult([{ type: 'title', text: '', words_ids: [0] }, { type: 'table', text: '', words_ids: [], table_id: 0 }]),
		};
		expect(read('text', [PARTS, other]).rows[0]?.text).toMatch(/- 1 -\nSecond page\nB$/u);
	});
});

describe('formulas', () => {
	const withFormula = (formula: string) => [
		{ ocr_result: ocrResult([]), formula_result: { formula_count: 1, formula_list: [{ formula, type: 'formula' }] }, layout_result: layoutResult([{ type: 'formula', text: '', words_ids: [], formula_id: 0 }]) },
	];

	test.each([
		['doubled backslashes', '\\\\frac{a}{b} \\\\\\\\ \\\\sum', '\\frac{a}{b} \\\\ \\sum'],
		['single ones, and an end of line before a letter', '\\frac{a}{b} \\\\c', '\\frac{a}{b} \\\\c'],
		['none', 'a = b', 'a = b'],
	])('%s', (_name, formula, latex) => {
		expect(read('markdown', withFormula(formula), { formula: true }).rows).toMatchObject([{ markdown: `$$\n${latex}\n$$` }]);
	});

	test('the raw result is as the service sends it', () => {
		expect(read('raw', withFormula('\\\\frac'), { formula: true }).rows).toStrictEqual([{ result: withFormula('\\\\frac'), source: 'scan.png' }]);
	});
});

describe('key-values', () => {
	const PAIRS = {
		kv_block_count: 3,
		kv_block_list: [
			{
				key: 'Date', value: '2024-05-01', words_block_count: 2,
				words_block_list: [
					{ words: 'Date', location: area(10, 10, 60, 30), type: 'key' },
					{ words: '2024-', location: area(70, 10, 190, 30), type: 'value' },
					{ words: '05-01', location: area(70, 35, 150, 55), type: 'value' },
				],
			},
			{ key: 'Signed by', value: '', words_block_list: [] },
		],
	};

	test('as label and value, with the boxes of all their texts; nothing of a confidence that the service does not give', () => {
		const { rows, fields } = read('pairs', [{ ocr_result: ocrResult([]), kv_result: PAIRS }]);
		expect(fields).toStrictEqual({ kv: true });
		expect(rows).toStrictEqual([
			{ label: 'Date', value: '2024-05-01', box: { left: 70, top: 10, right: 190, bottom: 55 }, labelBox: { left: 10, top: 10, right: 60, bottom: 30 }, source: 'scan.png' },
			{ label: 'Signed by', value: '', source: 'scan.png' },
		]);
	});

	test('Rename Keys goes into the request as JSON text', () => {
		expect(read('pairs', [{ kv_result: PAIRS }], { kvMap: '{ "Date": "day" }' }).fields).toStrictEqual({ kv: true, kv_map: '{"Date":"day"}' });
		expect(read('pairs', [{ kv_result: PAIRS }], { kvMap: { Date: 'day' } }).fields).toStrictEqual({ kv: true, kv_map: '{"Date":"day"}' });
		expect(read('pairs', [{ kv_result: PAIRS }], { kvMap: '{}' }).fields).toStrictEqual({ kv: true });
		for (const kvMap of ['day', '["Date"]', '{"Date": 1}']) expect(() => read('pairs', [{ kv_result: PAIRS }], { kvMap })).toThrow('Rename Keys');
	});
});

describe('tables', () => {
	const FORM = { words_block_list: [{ words: 'Name', rows: [0], columns: [0] }, { words: 'Anna', rows: [0], columns: [1] }, { words: 'Age', rows: [1], columns: [0] }, { words: '41', rows: [1], columns: [1] }] };

	test('forms come where they are asked for, behind the tables, without a header', () => {
		const result = [{ ...PARTS, form_result: { form_count: 1, form_list: [FORM] } }];
		expect(read('table', result).rows).toHaveLength(1);
		const { rows, fields } = read('table', result, { form: true });
		expect(fields).toStrictEqual({ table: true, form: true });
		expect(rows.slice(1)).toStrictEqual([
			{ column1: 'Name', column2: 'Anna', tableIndex: 1, source: 'scan.png' },
			{ column1: 'Age', column2: '41', tableIndex: 1, source: 'scan.png' },
		]);
	});

	test('each with its own Excel file', () => {
		const { rows, files, fields } = read('excel', [{ table_result: tableResult(TABLE, { ...TABLE, excel: Buffer.from('PK\x03\x04 xl/other.xml', 'latin1').toString('base64') }, { ...TABLE, excel: '' }) }]);
		expect(fields).toStrictEqual({ table: true, return_excel: true });
		expect(rows).toStrictEqual([{ tableIndex: 0, source: 'scan.png' }, { tableIndex: 1, source: 'scan.png' }, { failed: expect.stringContaining('Get Table Rows') as string }]);
		expect(files).toStrictEqual([['excel'], ['excel'], []]);
	});

	test('all Excel files with the first row, where rows ask for them', () => {
		const { files, fields } = read('table', [{ table_result: tableResult(TABLE, { ...TABLE, excel: Buffer.from('PK\x03\x04 xl/other.xml', 'latin1').toString('base64') }) }], { returnExcel: true });
		expect([files, fields]).toStrictEqual([[['excel', 'excel_2'], []], { table: true, return_excel: true }]);
	});

	test('no base64 in the raw result', () => {
		const { rows, files } = read('raw', TOGETHER, { table: true, returnExcel: true });
		expect(files).toStrictEqual([['excel']]);
		expect(JSON.stringify(rows)).not.toContain(WORKBOOK.slice(0, 12));
	});
});

describe('nothing, and nonsense', () => {
	test.each([[[]], [[{ ocr_result: { direction: -1, words_block_count: 0, words_block_list: [] } }]], [[{ ocr_result: ocrResult([]), kv_result: { kv_block_count: 0, kv_block_list: [] } }]]])('%j is a page without text', (result) => {
		expect(read('text', result).isEmpty).toBe(true);
	});

	test('elements without any known part are no answer', () => {
		expect(() => read('text', [{ page: 1 }])).toThrow('no part of a page');
	});

	test('words that are announced and missing are no page without text', () => {
		expect(() => read('text', [{ ocr_result: { words_block_count: 5 } }])).toThrow('words_block_list');
		expect(() => read('table', [{ table_result: { table_count: 1, table_list: {} } }])).toThrow('not a list');
	});

	test('entries that are no objects are passed over', () => {
		const result = [null, 7, { layout_result: { layout_block_list: [null, 'x', { type: 'text', text: 'Words' }] }, kv_result: { kv_block_list: [null] }, table_result: { table_list: [7] } }];
		expect(read('text', result).rows).toMatchObject([{ text: 'Words' }]);
	});

	test('a large page is read in less work than each text against each part', () => {
		const blocks = Array.from({ length: 3000 }, (_, index) => text(`w${index}`, 0, index));
		const layout = Array.from({ length: 3000 }, (_, index) => ({ type: 'text', text: '', location: area(0, index, 10, index), words_ids: [] }));
		expect(read('text', [{ ocr_result: ocrResult(blocks), layout_result: layoutResult(layout) }]).rows[0]).toMatchObject({ lineCount: expect.any(Number) as number, blockCount: 3000 });
	});
});

test('switches of the page go into every request, those of Get Raw Result only there', () => {
	const options = { eraseSeal: true, language: 'en', singleOrientationMode: false, kv: true, characterMode: true };
	expect(() => read('text', TOGETHER, options)).toThrow('Language');
	expect(read('text', TOGETHER, { ...options, language: 'fr' }).fields).toStrictEqual({ erase_seal: true, language: 'fr', single_orientation_mode: false, layout: true, table: true });
	expect(read('raw', TOGETHER, { ...options, language: 'fr', imageLayout: true, layout: true, form: true }).fields).toStrictEqual({
		erase_seal: true, language: 'fr', single_orientation_mode: false, kv: true, character_mode: true, image_layout: true, layout: true, form: true,
	});
});
