// Operations of Smart Document: what they ask for, give for an empty page, note and draw, and how an answer is read.
import type { IDataObject } from 'n8n-workflow';

import { readKeyMap } from '../../nodes/HuaweiOcr/resources/smartDocument/keyMap.ts';
import { readLatex } from '../../nodes/HuaweiOcr/resources/smartDocument/latex.ts';
import { layoutTexts } from '../../nodes/HuaweiOcr/resources/smartDocument/layoutTexts.ts';
import { readSmartDocument, type SmartResult } from '../../nodes/HuaweiOcr/resources/smartDocument/readSmartDocument.ts';
import { FailedRow, FileRow } from '../../nodes/HuaweiOcr/resources/row.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { area } from './answers.cts';
import { isOfDocument, marksOf, pageOf, requestOf, rowsOf } from './prepared.cts';

const request = (operation: string, options: IDataObject = {}, more: IDataObject = {}) => requestOf({ resource: 'smartDocument', operation, ...more }, options);

/** A text of 8 px a character. */
const text = (words: string, left: number, top: number) => ({ words, location: area(left, top, left + 8 * words.length, top + 20) });
const ocr = (...blocks: unknown[]) => ({ direction: 90, words_block_list: blocks });
const layout = (...list: unknown[]) => ({ layout_block_list: list });
const cell = (words: string, row: number, column: number): IDataObject => ({ words, rows: [row], columns: [column] });
const TABLE = { location: area(30, 130, 300, 200), words_block_list: [cell('Item', 0, 0), cell('Price', 0, 1), cell('Tea', 1, 0), cell('3.20', 1, 1)] };
const FORM = { words_block_list: [cell('Name', 0, 0), cell('Anna', 0, 1)] };
const WORKBOOK = Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1').toString('base64');

const read = (result: unknown): SmartResult => runAtOnce(readSmartDocument(JSON.stringify({ result })));

const told = (operation: string, results: unknown[], options: IDataObject = {}, { about = {}, more = {} }: { about?: IDataObject; more?: IDataObject } = {}) => {
	const asked = request(operation, options, more);
	const pages = results.map((result, index) => pageOf(asked, result, results.length > 1 ? { page: index + 1 } : {}));
	const { rows, report } = rowsOf(asked, pages, about);
	return { rows: rows.map((row) => (row instanceof FileRow ? row.json : row)), facts: report.facts };
};

const LAYOUT_AND_TABLE = { layout: true, table: true };

test.each<[string, IDataObject, IDataObject, boolean, IDataObject]>([
	['text', {}, { text: '', lineCount: 0 }, false, LAYOUT_AND_TABLE],
	['text', { joinPages: true }, { text: '', lineCount: 0 }, true, LAYOUT_AND_TABLE],
	['text', { joinPages: 'true' }, { text: '', lineCount: 0 }, false, LAYOUT_AND_TABLE],
	['pairs', {}, { label: '', value: '' }, false, { kv: true }],
	['pairs', { kvMap: '{"a":"b"}' }, { label: '', value: '' }, false, { kv: true, kv_map: '{"a":"b"}' }],
	['table', {}, { text: '' }, false, { table: true }],
	['table', { joinTables: true, form: 'true', returnExcel: true }, { text: '' }, true, { table: true, form: true, return_excel: true }],
	['table', { form: true }, { text: '' }, false, { table: true, form: true }],
	['table', { form: false, returnExcel: 'false' }, { text: '' }, false, { table: true }],
	['layoutBlocks', {}, { type: '', text: '' }, false, LAYOUT_AND_TABLE],
	['layoutBlocks', { formula: true }, { type: '', text: '' }, false, { ...LAYOUT_AND_TABLE, formula: true }],
	['layoutBlocks', { formula: 'true' }, { type: '', text: '' }, false, { ...LAYOUT_AND_TABLE, formula: true }],
	['layoutBlocks', { formula: false }, { type: '', text: '' }, false, LAYOUT_AND_TABLE],
	['markdown', {}, { markdown: '' }, false, LAYOUT_AND_TABLE],
	['markdown', { joinPages: true, formula: true }, { markdown: '' }, true, { ...LAYOUT_AND_TABLE, formula: true }],
	['markdown', { formula: 'true' }, { markdown: '' }, false, { ...LAYOUT_AND_TABLE, formula: true }],
	['markdown', { formula: 'false' }, { markdown: '' }, false, LAYOUT_AND_TABLE],
	['excel', {}, {}, false, { table: true, return_excel: true }],
	['raw', {}, {}, false, {}],
	['raw', { kvMap: { a: 'b' }, kv: true }, {}, false, { kv: true, kv_map: '{"a":"b"}' }],
])('%s %j: empty, of a document, request fields', (operation, options, empty, whole, fields) => {
	const asked = request(operation, options);
	expect([asked.operation.empty(), isOfDocument(asked), asked.fields]).toStrictEqual([empty, whole, fields]);
});

test.each([['text', true], ['pairs', false], ['table', false], ['layoutBlocks', false], ['markdown', true], ['excel', false], ['raw', true]])('%s gives one item per page: %p', (operation, one) => {
	expect(request(operation).onePerPage).toBe(one);
});

describe('marks', () => {
	const PAIR = { key: 'Date', value: '1 May', words_block_list: [{ location: area(1, 2, 3, 4), type: 'key' }, { location: area(5, 6, 7, 8), type: 'value' }, { location: area(9, 10, 11, 12), type: 'value' }, { location: [], type: 'value' }, { location: area(0, 0, 1, 1), type: 'line' }, 'x'] };

	test('Get Key-Values: each text of keys and values', () => {
		const asked = request('pairs');
		expect(marksOf(asked, pageOf(asked, { kv_result: { kv_block_list: [PAIR, { key: 'a', value: 'b' }] } }))).toStrictEqual([
			{ corners: area(1, 2, 3, 4), kind: 'label' },
			{ corners: area(5, 6, 7, 8), kind: 'value' },
			{ corners: area(9, 10, 11, 12), kind: 'value' },
		]);
	});

	test('Get Layout Blocks: each part with a place', () => {
		const asked = request('layoutBlocks');
		expect(marksOf(asked, pageOf(asked, { layout_result: layout({ type: 'title', location: area(1, 2, 3, 4) }, { type: 'text', text: 'a' }) }))).toStrictEqual([{ corners: area(1, 2, 3, 4), kind: 'block' }]);
	});

	test.each(['text', 'table', 'markdown', 'excel', 'raw'])('%s has none', (operation) => {
		expect(marksOf(request(operation), pageOf(request(operation), []))).toBeUndefined();
	});

	test('boxes of key-values are those around all their texts', () => {
		const several = { key: ' Date ', value: ' 1 May ', words_block_list: [{ location: area(50, 60, 70, 80), type: 'value' }, { location: area(5, 90, 60, 95), type: 'value' }] };
		expect(told('pairs', [{ kv_result: { kv_block_list: [several, { key: 'a', words_block_list: [{ location: area(1, 2, 3, 4), type: 'key' }] }, null] } }]).rows).toStrictEqual([
			{ label: 'Date', value: '1 May', box: { left: 5, top: 60, right: 70, bottom: 95 }, source: 'scan.png' },
			{ label: 'a', value: '', labelBox: { left: 1, top: 2, right: 3, bottom: 4 }, source: 'scan.png' },
		]);
		expect(told('pairs', [{ kv_result: { kv_block_list: [{ key: 'a', value: 'b' }] } }, []]).rows).toStrictEqual([{ label: 'a', value: 'b', page: 1, source: 'scan.png' }]);
	});
});

describe('text and Markdown', () => {
	const page = (words: string, direction = 90) => ({ ocr_result: { direction, words_block_list: [text(words, 10, 10)] } });
	const nothing = { ocr_result: { direction: 90, words_block_list: [] } };

	test('of each page, with its number and the number of pages', () => {
		expect(told('text', [page('One'), page('Two', 0)], {}, { about: { pageCount: 9 } }).rows).toStrictEqual([
			{ text: 'One', lineCount: 1, blockCount: 1, direction: 90, page: 1, pageCount: 9, source: 'scan.png' },
			{ text: 'Two', lineCount: 1, blockCount: 1, direction: 0, page: 2, pageCount: 9, source: 'scan.png' },
		]);
		expect(told('markdown', [page('One'), page('Two')], {}, { about: { pageCount: 9 } }).rows).toStrictEqual([
			{ markdown: 'One', blockCount: 1, page: 1, pageCount: 9, source: 'scan.png' },
			{ markdown: 'Two', blockCount: 1, page: 2, pageCount: 9, source: 'scan.png' },
		]);
	});

	test('Join Pages: of all pages; one without text leaves no gap', () => {
		const pages = [page('One'), nothing, page('Two')];
		expect(told('text', pages, { joinPages: true }, { about: { pageCount: 9 } }).rows).toStrictEqual([
			{ text: 'One\n\nTwo', lineCount: 2, blockCount: 2, direction: 90, pages: [1, 2, 3], pageCount: 9, source: 'scan.png' },
		]);
		expect(told('markdown', pages, { joinPages: true }, { about: { pageCount: 9 } }).rows).toStrictEqual([
			{ markdown: expect.stringMatching(/^One\n\n(?:---\n\n)?Two$/) as string, blockCount: 2, pages: [1, 2, 3], pageCount: 9, source: 'scan.png' },
		]);
	});

	test('Join Pages of one image: no numbers of pages', () => {
		expect(told('text', [page('One')], { joinPages: true }).rows).toStrictEqual([{ text: 'One', lineCount: 1, blockCount: 1, direction: 90, source: 'scan.png' }]);
		expect(told('markdown', [page('One')], { joinPages: true }).rows).toStrictEqual([{ markdown: 'One', blockCount: 1, source: 'scan.png' }]);
	});

	test.each(['text', 'markdown'])('%s, Join Pages: pages without numbers have none', (operation) => {
		const asked = request(operation, { joinPages: true });
		expect(rowsOf(asked, [pageOf(asked, page('One')), pageOf(asked, page('Two'))]).rows).toMatchObject([{ pages: [], blockCount: 2 }]);
	});

	test('pages that lie in different directions have none together', () => {
		expect(told('text', [page('One'), page('Two', 0)], { joinPages: true }).rows).toMatchObject([{ direction: -1 }]);
	});

	test.each(['text', 'markdown'])('%s: none of a page without any', (operation) => {
		for (const options of [{}, { joinPages: true }]) expect(told(operation, [nothing], options).rows).toStrictEqual([]);
	});

	test.each<[string, object, string]>([
		['a title', { type: 'title', text: 'A *b*\nc' }, '# A \\*b\\* c'],
		['a title below it', { type: 'sub_title', text: 'A' }, '## A'],
		['a formula', { type: 'formula', text: 'a_1 = b\nc' }, '$$\na_1 = b\nc\n$$'],
		['a table of contents', { type: 'directory', text: '1 Start 3\n# 2 End 9' }, '1 Start 3  \n\\# 2 End 9'],
		['a text that no words stand for', { type: 'text', text: 'a\n- b' }, 'a  \n\\- b'],
	])('Markdown of %s', (_name, part, markdown) => {
		expect(told('markdown', [{ layout_result: layout(part) }]).rows).toStrictEqual([{ markdown, blockCount: 0, source: 'scan.png' }]);
	});

	test('a text is a paragraph of its words where they say the same, and the text of the service where they do not', () => {
		const words = [text('The goods were packed', 10, 10), text('by hand.', 10, 34)];
		const markdownOf = (told_: string) => told('markdown', [{ ocr_result: ocr(...words), layout_result: layout({ type: 'text', text: told_, words_ids: [0, 1], location: area(0, 0, 300, 60) }) }]).rows.map((row) => (row as IDataObject).markdown);
		expect(markdownOf('The goods were packed by hand.')).toStrictEqual(['The goods were packed by hand.']);
		expect(markdownOf('')).toStrictEqual(['The goods were packed by hand.']);
		expect(markdownOf('The goods were\npacked by hand in May.')).toStrictEqual(['The goods were  \npacked by hand in May.']);
	});

	test('forms are tables without a head, texts in the place of a table stand behind it', () => {
		const result = {
			ocr_result: ocr(text('see overleaf', 40, 150)),
			table_result: { table_list: [TABLE] },
			form_result: { form_list: [FORM] },
			layout_result: layout({ type: 'table', table_id: 0, location: TABLE.location }, { type: 'form', form_id: 0 }),
		};
		expect(told('markdown', [result]).rows).toMatchObject([
			{ markdown: '| Item | Price |\n| --- | --- |\n| Tea | 3.20 |\n\nsee overleaf\n\n|  |  |\n| --- | --- |\n| Name | Anna |' },
		]);
	});
});

describe('layout blocks', () => {
	const result = {
		ocr_result: ocr(text('Title', 40, 20), text('margin', 700, 700)),
		table_result: { table_list: [TABLE] },
		form_result: { form_list: [FORM] },
		layout_result: layout({ type: 'title', location: area(30, 10, 300, 50), words_ids: [0] }, { type: 'image', location: area(1, 2, 4, 8) }, { type: 'table', table_id: 0 }, { type: 'form', form_id: 0 }),
	};
	const NOWHERE = { left: null, top: null, right: null, bottom: null, width: null, height: null };

	test('simplified', () => {
		expect(told('layoutBlocks', [result]).rows).toStrictEqual([
			{ type: 'title', text: 'Title', left: 30, top: 10, right: 300, bottom: 50, width: 270, height: 40, source: 'scan.png' },
			{ type: 'image', text: '', left: 1, top: 2, right: 4, bottom: 8, width: 3, height: 6, source: 'scan.png' },
			{ type: 'table', text: 'Item\tPrice\nTea\t3.20', ...NOWHERE, tableIndex: 0, source: 'scan.png' },
			{ type: 'form', text: 'Name\tAnna', ...NOWHERE, formIndex: 0, source: 'scan.png' },
			{ type: '', text: 'margin', ...NOWHERE, source: 'scan.png' },
		]);
	});

	test.each([false, 'false'])('Simplify %p: with numbers, direction and corners', (simplify) => {
		const { rows } = told('layoutBlocks', [result, []], {}, { more: { simplify } });
		expect(rows[0]).toStrictEqual({ type: 'title', text: 'Title', left: 30, top: 10, right: 300, bottom: 50, width: 270, height: 40, blockIndex: 0, blockCount: 2, direction: 90, page: 1, source: 'scan.png', location: area(30, 10, 300, 50) });
		expect(rows[4]).toStrictEqual({ type: '', text: 'margin', ...NOWHERE, blockIndex: 4, blockCount: 2, direction: 90, page: 1, source: 'scan.png', location: null });
	});
});

describe('tables', () => {
	const words = { ocr_result: ocr(text('No table', 10, 10)) };
	const tables = (...list: unknown[]) => ({ table_result: { table_list: list } });

	test('a page with text and without one is counted, one without text is not', () => {
		expect(told('table', [words, words]).facts.withoutTable).toBe(2);
		expect(told('table', [words, []], { joinTables: true }).facts.withoutTable).toBe(1);
		expect(told('table', [[]]).facts.withoutTable).toBe(0);
		expect(told('table', [tables(TABLE)]).facts.withoutTable).toBe(0);
		expect(told('excel', [words]).facts.withoutTable).toBe(1);
		expect(told('excel', [[]]).facts.withoutTable).toBe(0);
		expect(told('excel', [tables(TABLE)]).facts.withoutTable).toBe(0);
	});

	test('cells without a place are told, of tables and of forms', () => {
		const lost = { words_block_list: [...TABLE.words_block_list, { words: 'x' }] };
		expect(told('table', [{ ...tables(lost), form_result: { form_list: [lost] } }]).facts.remarks).toStrictEqual(['2 cells of a table in "scan.png" came without a place, and stand below its other rows.']);
	});

	test('the page of each row, where there are pages; Join Tables: one table', () => {
		expect(told('table', [tables(TABLE), tables(TABLE)]).rows).toStrictEqual([
			{ Item: 'Tea', Price: '3.20', tableIndex: 0, page: 1, source: 'scan.png' },
			{ Item: 'Tea', Price: '3.20', tableIndex: 0, page: 2, source: 'scan.png' },
		]);
		expect(told('table', [tables(TABLE), tables(TABLE)], { joinTables: true }).rows.map((row) => (row as IDataObject).tableIndex)).toStrictEqual([0, 0]);
	});

	test('First Row Is Header off and Merged Cells count for them', () => {
		const merged = { words_block_list: [{ words: 'a', rows: [0], columns: [0, 1] }, cell('b', 1, 0), cell('c', 1, 1)] };
		expect(told('table', [tables(merged)], { firstRowIsHeader: false, mergedCells: 'repeat', rowOrigin: false }).rows).toStrictEqual([{ column1: 'a', column2: 'a' }, { column1: 'b', column2: 'c' }]);
	});

	test('Excel files: one for each table, an error where there is none', () => {
		const asked = request('excel');
		const { rows } = rowsOf(asked, [pageOf(asked, tables({ ...TABLE, excel: WORKBOOK }, TABLE, { ...TABLE, excel: 'not there' }), { page: 3 })]);
		expect(rows[0] instanceof FileRow && [rows[0].json, Object.keys(rows[0].files)]).toStrictEqual([{ tableIndex: 0, page: 3, source: 'scan.png' }, ['excel']]);
		expect(rows.slice(1).map((row) => row instanceof FailedRow && row.error.details.errorCode)).toStrictEqual(['Node.NoExcelFile', 'Node.NoExcelFile']);
	});

	test('Excel File with the rows, where there is one, else it is told', () => {
		expect(told('table', [tables(TABLE)], { returnExcel: true }).facts.remarks).toStrictEqual(['"scan.png": the service sent no Excel file that can be opened.']);
		expect(told('table', [tables({ ...TABLE, excel: WORKBOOK })], { returnExcel: true }).facts.remarks).toStrictEqual([]);
		const asked = request('table');
		expect(rowsOf(asked, [pageOf(asked, tables({ ...TABLE, excel: WORKBOOK }))]).rows.some((row) => row instanceof FileRow)).toBe(false);
	});

	test('what is no Excel file is told with the raw result', () => {
		expect(told('raw', [tables({ ...TABLE, excel: 'bm8gZXhjZWw=' })]).facts.remarks).toStrictEqual(['"scan.png": excel was left out, since it was no file of the kind that it should be.']);
		expect(told('raw', [[], []]).rows).toStrictEqual([{ result: [], page: 1, source: 'scan.png' }, { result: [], page: 2, source: 'scan.png' }]);
	});
});

describe('what is read of an answer', () => {
	const NOTHING = { direction: -1, blocks: [], pairs: [], tables: [], forms: [], formulas: [], layout: [] };
	const contentOf = (result: unknown) => {
		const { direction, blocks, pairs, tables, forms, formulas, layout: parts } = read(result);
		return { direction, blocks, pairs, tables, forms, formulas, layout: parts };
	};

	test.each<[string, unknown, boolean]>([
		['nothing', [], true],
		['no words', { ocr_result: ocr() }, true],
		['empty words', { ocr_result: ocr({ words: '' }) }, true],
		['words', { ocr_result: ocr({ words: 'a' }) }, false],
		['a part of a layout without text', { layout_result: layout({ type: 'image' }) }, true],
		['a part of a layout with text', { layout_result: layout({ type: 'text', text: 'a' }) }, false],
		['a formula', { formula_result: { formula_list: [{ formula: 'a' }] } }, false],
		['a pair', { kv_result: { kv_block_list: [{ key: 'a', value: '' }] } }, false],
		['an empty table', { table_result: { table_list: [{ words_block_list: [cell('', 0, 0)] }] } }, true],
		['a table', { table_result: { table_list: [TABLE] } }, false],
		['a form', { form_result: { form_list: [FORM] } }, false],
	])('%s: empty %p', (_name, result, isEmpty) => {
		expect(read(result).isEmpty).toBe(isEmpty);
	});

	test('facts are the number of texts and the direction', () => {
		expect(read({ ocr_result: ocr({ words: 'a' }, { words: 'b' }) }).facts).toStrictEqual({ blockCount: 2, direction: 90 });
		expect(read([]).facts).toStrictEqual({ blockCount: 0, direction: -1 });
		expect(read({ ocr_result: { direction: '45', words_block_list: [] } }).direction).toBe(45);
	});

	test('the direction is that of the first page that has one', () => {
		const directions = (...list: unknown[]) => read(list.map((direction) => ({ ocr_result: { direction, words_block_list: [] } }))).direction;
		expect([directions(-1, 90, 180), directions(0, 90), directions('x', 270), directions(undefined)]).toStrictEqual([90, 0, 270, -1]);
	});

	test('parts of one page together; a part that comes again begins the next', () => {
		expect(contentOf([])).toStrictEqual(NOTHING);
		expect(contentOf([{ ocr_result: ocr({ words: 'a', location: area(0, 0, 1, 1) }), other: 1 }, { other: 2 }, { layout_result: layout({ words_ids: [0] }) }, { ocr_result: ocr({ words: 'b', location: area(0, 0, 1, 1) }) }, { layout_result: layout({ words_ids: ['0', 0, 1] }) }])).toStrictEqual({
			...NOTHING,
			direction: 90,
			blocks: [{ words: 'a', location: area(0, 0, 1, 1) }, { words: 'b', location: area(0, 0, 1, 1) }],
			layout: [{ type: 'text', text: '', words: [0] }, { type: 'text', text: '', words: [1] }],
		});
	});

	test('a layout leads to its own tables, forms and formulas, and nowhere else', () => {
		const page = {
			table_result: { table_list: [TABLE, 7] },
			form_result: { form_list: [FORM] },
			formula_result: { formula_list: [{ formula: 'a' }, 'b'] },
			layout_result: layout(
				{ type: 'table', text: ' a ', table_id: 0, location: area(1, 2, 3, 4) },
				{ type: '', form_id: '0' },
				{ type: 'formula', formula_id: 1 },
				{ type: 7, table_id: 1, form_id: 1, formula_id: 2 },
				{ table_id: -1, form_id: 0.5, formula_id: 'x' },
				'none',
			),
		};
		const { layout: parts, formulas, tables, forms } = read([page, page]);
		const ofPage = (add: number) => [
			{ type: 'table', text: 'a', words: [], location: area(1, 2, 3, 4), table: add },
			{ type: 'text', text: '', words: [], form: add },
			{ type: 'formula', text: '', words: [], formula: 2 * add + 1 },
			{ type: '7', text: '', words: [] },
			{ type: 'text', text: '', words: [] },
		];
		expect(parts).toStrictEqual([...ofPage(0), ...ofPage(1)]);
		expect([formulas, tables.length, forms.length]).toStrictEqual([['a', 'b', 'a', 'b'], 2, 2]);
		expect(tables[0]).toStrictEqual({ grid: expect.objectContaining({ rowCount: 2, columnCount: 2 }) as unknown, location: TABLE.location });
		expect(forms[0]).toStrictEqual({ grid: expect.objectContaining({ rowCount: 1, columnCount: 2 }) as unknown });
	});

	test.each([
		['ocr_result', 'words_block_list', 'words_block_count'],
		['kv_result', 'kv_block_list', 'kv_block_count'],
		['table_result', 'table_list', 'table_count'],
		['form_result', 'form_list', 'form_count'],
		['formula_result', 'formula_list', 'formula_count'],
		['layout_result', 'layout_block_list', 'layout_block_count'],
	])('%s: a list that is announced and missing, or none, is refused', (part, list, count) => {
		expect(() => read({ [part]: { [count]: 2 } })).toThrow(`it announces 2 entries of ${list} and lists none`);
		expect(() => read({ [part]: { [list]: 'none' } })).toThrow(`its ${list} is not a list`);
		expect(() => read({ [part]: {} })).not.toThrow();
	});

	test('elements without any part of a page are refused, none are not', () => {
		expect(() => read([{ page: 1 }])).toThrow('it holds no part of a page');
		expect(() => read([{ ocr_result: [] }])).toThrow('it holds no part of a page');
		expect(() => read([7, null])).not.toThrow();
	});
});

describe('texts by the layout', () => {
	const partsOf = (result: unknown) => runAtOnce(layoutTexts(read(result))).map(({ index, lines, told: said, listed, others }) => ({ index, lines, told: said, listed: listed.map(({ words }) => words), others: others.map(({ words }) => words) }));

	test('what the answer tells, lists, and what else stands in the place of a part', () => {
		const result = {
			ocr_result: ocr(text('in text', 10, 10), text('listed', 200, 10), text('twice', 10, 60), text('beside', 10, 90), text('outside', 900, 900), { words: 'lost' }, { words: '', location: area(10, 10, 20, 20) }),
			layout_result: layout({ text: 'is in  text', location: area(0, 0, 100, 50) }, { words_ids: [1] }, { text: 'not\n \nhere', location: area(0, 50, 100, 120), words_ids: [2] }, { type: 'image', location: area(500, 500, 600, 600) }),
		};
		expect(partsOf(result)).toStrictEqual([
			{ index: 0, lines: ['is in  text'], told: ['is in  text'], listed: [], others: [] },
			{ index: 1, lines: ['listed'], told: [], listed: ['listed'], others: [] },
			{ index: 2, lines: ['not', 'here', 'beside'], told: ['not', 'here'], listed: ['twice'], others: ['beside'] },
			{ index: undefined, lines: ['outside lost'], told: [], listed: ['outside', 'lost'], others: [] },
		]);
	});

	test('a text without words stands nowhere', () => {
		expect(partsOf({ ocr_result: ocr({ words: '', location: area(10, 10, 20, 20) }, { words: '' }), layout_result: layout({ location: area(0, 0, 100, 50), text: 'x' }, { location: area(0, 0, 50, 50) }) })).toStrictEqual([
			{ index: 0, lines: ['x'], told: ['x'], listed: [], others: [] },
		]);
	});

	test.each([[0, 0, true], [100, 0, true], [0, 50, true], [100, 50, true], [101, 50, false], [100, 51, false], [-1, 0, false], [0, -1, false]])('a text whose middle is at %d, %d stands in the part from 0 to 100, 0 to 50: %p', (x, y, holds) => {
		const result = { ocr_result: ocr({ words: 'a', location: area(x - 5, y - 5, x + 5, y + 5) }), layout_result: layout({ location: area(0, 0, 100, 50) }) };
		expect(partsOf(result).map(({ index }) => index)).toStrictEqual([holds ? 0 : undefined]);
	});

	test('a formula is told where the part has no text of its own', () => {
		const formulas = { formula_result: { formula_list: [{ formula: ' a = b ' }] } };
		expect(partsOf({ ...formulas, layout_result: layout({ formula_id: 0 }, { formula_id: 0, text: 'own' }, { formula_id: 9 }) }).map(({ told: said }) => said)).toStrictEqual([['a = b'], ['own']]);
	});

	test('without a layout all texts are one part; of nothing there is none', () => {
		expect(partsOf({ ocr_result: ocr(text('a', 10, 10)) })).toStrictEqual([{ index: undefined, lines: ['a'], told: [], listed: ['a'], others: [] }]);
		expect(partsOf([])).toStrictEqual([]);
	});
});

describe('Rename Keys', () => {
	test.each<[unknown, object]>([
		[undefined, {}], ['', {}], [null, {}], ['{}', {}], [{}, {}],
		['{"Invoice No": "number"}', { kv_map: '{"Invoice No":"number"}' }],
		[{ a: 'b' }, { kv_map: '{"a":"b"}' }],
	])('%j gives %j', (kvMap, fields) => {
		expect(readKeyMap({ kvMap } as never)).toStrictEqual(fields);
	});

	test.each<[unknown]>([['{'], ['[]'], [[]], ['7'], [7], ['{"a":1}'], [{ a: null }], [true]])('%j is refused', (kvMap) => {
		expect(() => readKeyMap({ kvMap } as never)).toThrow(expect.objectContaining({
			message: 'Correct the option Rename Keys: it must be JSON of the form {"printed key": "new name"}', description: '', details: { errorCode: 'Node.InvalidParameter' },
		}) as Error);
	});
});

test.each([
	['', ''],
	['a', 'a'],
	['\\\\', '\\\\'],
	['\\\\frac{a}{b}', '\\frac{a}{b}'],
	['\\frac{a}{b} \\\\', '\\frac{a}{b} \\\\'],
	['\\\\a \\b', '\\\\a \\b'],
	['\\\\\\\\a', '\\\\a'],
])('LaTeX %j is read as %j', (sent, latex) => {
	expect(readLatex(sent)).toBe(latex);
});
