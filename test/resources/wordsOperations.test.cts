// Operations on words blocks: what they ask for, give for an empty page, note for the hints and draw on the picture.
import type { IDataObject } from 'n8n-workflow';

import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import type { Page } from '../../nodes/HuaweiOcr/resources/operation.ts';
import { MOST_BLOCKS } from '../../nodes/HuaweiOcr/resources/words/layoutLimit.ts';
import { pairMarks } from '../../nodes/HuaweiOcr/resources/words/marks.ts';
import { block, table } from '../layout/page.cts';
import { isOfDocument, marksOf, requestOf, rowsOf } from './prepared.cts';
import { lineOf, resultOf } from './result.cts';

const FIELDS = { fieldDefinitions: { field: [{ name: 'total', label: 'Total', type: 'number' }, { name: 'plate', label: 'Plate' }] } };

const request = (operation: string, options: IDataObject = {}, more: IDataObject = {}) => requestOf({ operation, ...FIELDS, ...more }, options);

const box = (left: number, top: number, right: number, bottom: number) => [[left, top], [right, top], [right, bottom], [left, bottom]];

/** With a label and its value, and a block that the service gives no place. */
const lost: WordsBlock = { words: 'lost', location: [[5, 5], [5, 5], [5, 5], [5, 5]], unlocated: true };
const form: Page = { page: 2, result: resultOf([block('Total: 7', 20, 20), lost, block('paid', 20, 60)]) };

const overfull: Page = { result: resultOf(Array.from({ length: MOST_BLOCKS + 1 }, () => block('a', 20, 20))) };

describe('an empty page', () => {
	test.each<[string, IDataObject, IDataObject, IDataObject]>([
		['blocks', {}, {}, { words: '' }],
		['lines', {}, {}, { text: '' }],
		['lines', {}, { simplify: false }, { text: '', lineCount: 0 }],
		['text', {}, {}, { text: '', lineCount: 0 }],
		['text', { joinPages: true }, {}, { text: '', lineCount: 0 }],
		['markdown', {}, {}, { markdown: '' }],
		['markdown', { joinPages: true }, {}, { markdown: '' }],
		['pairs', {}, {}, { label: '', value: '' }],
		['table', {}, {}, { text: '' }],
		['table', { joinTables: true }, {}, { text: '' }],
		['raw', {}, {}, {}],
		['fields', {}, {}, { total: null, plate: null, missingFields: ['total', 'plate'] }],
		['fields', { tableRowsIn: 'list' }, {}, { total: null, plate: null, missingFields: ['total', 'plate'], rows: [] }],
		['fields', { tableRowsIn: 'items' }, {}, { total: null, plate: null, missingFields: ['total', 'plate'] }],
		['fields', { fieldDetails: true }, {}, {
			total: null, plate: null, missingFields: ['total', 'plate'], needsReview: false,
			details: { total: { text: null, needsReview: false }, plate: { text: null, needsReview: false } },
		}],
	])('%s %j %j', (operation, options, more, empty) => {
		expect(request(operation, options, more).operation.empty()).toStrictEqual(empty);
	});
});

test.each<[string, IDataObject, boolean]>([
	['blocks', {}, false],
	['lines', {}, false],
	['text', {}, false],
	['text', { joinPages: true }, true],
	['text', { joinPages: 'true' }, false],
	['markdown', {}, false],
	['markdown', { joinPages: true }, true],
	['pairs', {}, false],
	['table', {}, false],
	['table', { joinTables: true }, true],
	['raw', {}, false],
	['fields', {}, true],
])('%s %j reads the document as a whole: %p', (operation, options, whole) => {
	expect(isOfDocument(request(operation, options))).toBe(whole);
});

test.each<[string, boolean]>([['blocks', false], ['lines', false], ['text', true], ['markdown', true], ['pairs', false], ['table', false], ['raw', true], ['fields', true]])('%s gives one item per page: %p', (operation, one) => {
	expect(request(operation).onePerPage).toBe(one);
});

describe('ruled lines', () => {
	test.each(['pairs', 'table', 'fields'])('help %s, unless they are switched off', (operation) => {
		const uses = (useRuledLines?: unknown) => request(operation, useRuledLines === undefined ? {} : { useRuledLines: useRuledLines as boolean }).operation.usesRuledLines;
		expect([uses(), uses(null), uses(true), uses('true'), uses(false), uses('false')]).toStrictEqual([true, true, true, true, false, false]);
		expect(() => uses('perhaps')).toThrow(/^Correct the option Use Ruled Lines: its expression must give true or false$/);
	});

	test.each(['blocks', 'lines', 'text', 'markdown', 'raw'])('do not help %s', (operation) => {
		expect(request(operation).operation.usesRuledLines).toBeUndefined();
	});
});

describe('marks for the picture', () => {
	test.each<[string, IDataObject]>([['text', {}], ['text', { joinPages: true }], ['markdown', {}], ['markdown', { joinPages: true }], ['raw', {}]])('%s %j: each block with its number, but for those without a place', (operation, options) => {
		expect(marksOf(request(operation, options), form)).toStrictEqual([
			{ corners: box(20, 20, 100, 40), text: '0', kind: 'block' },
			{ corners: box(20, 60, 60, 80), text: '2', kind: 'block' },
		]);
	});

	test.each(['blocks', 'lines', 'table'])('%s has none', (operation) => {
		expect(marksOf(request(operation), form)).toBeUndefined();
	});

	test.each(['pairs', 'fields'])('%s: label and value, and an arrow between them', (operation) => {
		const page: Page = { result: resultOf([block('Total', 20, 20), block('7.50', 120, 20)]) };
		expect(marksOf(request(operation), page)).toStrictEqual([
			{ corners: box(20, 20, 70, 40), kind: 'label' },
			{ corners: box(120, 20, 160, 40), kind: 'value', from: 0 },
		]);
	});

	test.each(['pairs', 'fields'])('%s: none on a page that is too full to be laid out', (operation) => {
		expect(marksOf(request(operation), overfull)).toStrictEqual([]);
	});

	test('a doubtful value has a colour of its own, a value without a label no arrow, a label without a value no value', () => {
		const [first, second] = [{ left: 1, top: 2, right: 3, bottom: 4 }, { left: 5, top: 6, right: 7, bottom: 8 }];
		expect(pairMarks([{ box: first, labelBox: second, needsReview: true }, { box: first, needsReview: false }, { labelBox: second, needsReview: false }, { needsReview: true }, { box: second, labelBox: first, needsReview: false }])).toStrictEqual([
			{ corners: box(5, 6, 7, 8), kind: 'label' },
			{ corners: box(1, 2, 3, 4), kind: 'doubt', from: 0 },
			{ corners: box(1, 2, 3, 4), kind: 'value' },
			{ corners: box(5, 6, 7, 8), kind: 'label' },
			{ corners: box(1, 2, 3, 4), kind: 'label' },
			{ corners: box(5, 6, 7, 8), kind: 'value', from: 4 },
		]);
	});
});

describe('Simplify', () => {
	const page: Page = { page: 4, result: resultOf([{ ...block('Total', 20, 20), confidence: 0.9 }, lost]) };

	test.each([true, 'true', undefined])('%p: blocks without corners, counts and direction', (simplify) => {
		expect(rowsOf(request('blocks', {}, simplify === undefined ? {} : { simplify }), [page]).rows).toStrictEqual([
			{ words: 'Total', left: 20, top: 20, right: 70, bottom: 40, width: 50, height: 20, confidence: 0.9, page: 4, source: 'scan.png' },
			{ words: 'lost', left: null, top: null, right: null, bottom: null, width: null, height: null, page: 4, source: 'scan.png' },
		]);
	});

	test.each([false, 'false'])('%p: with them', (simplify) => {
		expect(rowsOf(request('blocks', {}, { simplify }), [page]).rows[0]).toStrictEqual({
			words: 'Total', left: 20, top: 20, right: 70, bottom: 40, width: 50, height: 20,
			x1: 20, y1: 20, x2: 70, y2: 20, x3: 70, y3: 40, x4: 20, y4: 40,
			confidence: 0.9, blockIndex: 0, blockCount: 2, direction: -1, page: 4, source: 'scan.png', location: box(20, 20, 70, 40),
		});
	});

	test('lines without numbers and counts', () => {
		expect(rowsOf(request('lines'), [{ page: 4, result: resultOf([block('Total', 20, 20), block('7.50', 120, 20)]) }]).rows).toStrictEqual([
			{ text: 'Total 7.50', left: 20, top: 20, right: 160, bottom: 40, width: 140, height: 20, page: 4, source: 'scan.png' },
		]);
	});
});

test.each(['blocks', 'lines', 'text', 'markdown', 'pairs', 'table', 'fields'])('%s counts what Min Confidence leaves out', (operation) => {
	const page: Page = { result: resultOf([{ ...block('Total: 7', 20, 20), confidence: 0.9 }, { ...block('smudge', 20, 60), confidence: 0.3 }, { ...block('speck', 20, 100), confidence: 0.2 }]) };
	const leftOut = (minConfidence?: number) => rowsOf(request(operation, minConfidence === undefined ? {} : { minConfidence }), [page]).report.facts.blocksLeftOut;
	expect([leftOut(), leftOut(0), leftOut(0.25), leftOut(0.5), leftOut(7)]).toStrictEqual([0, 0, 1, 2, 3]);
});

describe('Markdown', () => {
	const prices = resultOf([block('Prices', 20, 20, 40), ...table([20, 220, 420], [['Article', 'Number', 'Price'], ['Tea', '2', '3.50'], ['Rice', '1', '7.00'], ['Milk', '6', '1.20']], 140)]);

	test('of a page, with its number and the number of pages', () => {
		expect(rowsOf(request('markdown'), [{ page: 2, result: prices }], { pageCount: 9 }).rows).toStrictEqual([
			{
				markdown: '# Prices\n\n| Article | Number | Price |\n| --- | --- | --- |\n| Tea | 2 | 3.50 |\n| Rice | 1 | 7.00 |\n| Milk | 6 | 1.20 |',
				blockCount: 13, page: 2, pageCount: 9, source: 'scan.png',
			},
		]);
	});

	test('Join Pages: of a document, with the numbers of its pages', () => {
		const pages: Page[] = [{ page: 3, result: resultOf([lineOf('One')]) }, { page: 5, result: resultOf([]) }, { page: 7, result: resultOf([lineOf('Two')]) }];
		const [row] = rowsOf(request('markdown', { joinPages: true }), pages, { pageCount: 9 }).rows;
		expect(row).toStrictEqual({ markdown: expect.stringMatching(/^One\n\n[^]*Two$/) as string, blockCount: 2, pages: [3, 5, 7], pageCount: 9, source: 'scan.png' });
	});

	test.each(['text', 'markdown'])('%s, Join Pages: pages without numbers have none', (operation) => {
		const [row] = rowsOf(request(operation, { joinPages: true }), [{ result: resultOf([lineOf('One')]) }, { result: resultOf([lineOf('Two')]) }]).rows as IDataObject[];
		expect(row).toMatchObject({ blockCount: 2 });
		expect(row?.pages ?? []).toStrictEqual([]);
	});

	test('Join Pages: an image is no document of several pages', () => {
		expect(rowsOf(request('markdown', { joinPages: true }), [{ result: resultOf([lineOf('One')]) }]).rows).toStrictEqual([{ markdown: 'One', blockCount: 1, source: 'scan.png' }]);
	});

	test('unsure words are not in it', () => {
		const page: Page = { result: resultOf([{ ...block('sure', 20, 20), confidence: 0.9 }, { ...block('smudge', 20, 200), confidence: 0.1 }]) };
		expect(rowsOf(request('markdown', { minConfidence: 0.5 }), [page]).rows).toStrictEqual([{ markdown: 'sure', blockCount: 2, source: 'scan.png' }]);
	});

	test('none of a page without text', () => {
		for (const options of [{}, { joinPages: true }]) expect(rowsOf(request('markdown', options), [{ result: resultOf([]) }]).rows).toStrictEqual([]);
	});
});

describe('text', () => {
	test('says how many pages the document has', () => {
		expect(rowsOf(request('text'), [{ page: 2, result: resultOf([lineOf('One')]) }], { pageCount: 9 }).rows).toStrictEqual([
			{ text: 'One', lineCount: 1, blockCount: 1, direction: -1, page: 2, pageCount: 9, source: 'scan.png' },
		]);
		expect(rowsOf(request('text', { joinPages: true }), [{ page: 2, result: resultOf([lineOf('One')]) }], { pageCount: 9 }).rows).toStrictEqual([
			{ text: 'One', lineCount: 1, blockCount: 1, direction: -1, pages: [2], pageCount: 9, source: 'scan.png' },
		]);
	});

	test('with the Markdown of the service, page by page or joined', () => {
		const pages: Page[] = [{ page: 1, result: resultOf([lineOf('One')], { markdown: '# One' }) }, { page: 2, result: resultOf([lineOf('Two')], { markdown: '' }) }];
		expect(rowsOf(request('text'), pages).rows).toMatchObject([{ text: 'One', markdown_result: '# One' }, { text: 'Two', markdown_result: '' }]);
		expect(rowsOf(request('text', { joinPages: true }), pages).rows).toMatchObject([{ text: 'One\n\nTwo', markdown_result: '# One\n\n' }]);
		expect(rowsOf(request('text', { joinPages: true }), [form]).rows[0]).not.toHaveProperty('markdown_result');
	});
});

describe('labels and values', () => {
	test('with their boxes, page and file', () => {
		const page: Page = { page: 3, result: resultOf([{ ...block('Total', 20, 20), confidence: 0.9 }, { ...block('7.50', 120, 20), confidence: 0.8 }]) };
		expect(rowsOf(request('pairs'), [page]).rows).toStrictEqual([
			{
				label: 'Total', value: '7.50', confidence: 0.8, needsReview: false,
				box: { left: 120, top: 20, right: 160, bottom: 40 }, labelBox: { left: 20, top: 20, right: 70, bottom: 40 },
				page: 3, source: 'scan.png',
			},
		]);
	});

	test('nothing of a confidence that the service does not give', () => {
		const [row] = rowsOf(request('pairs'), [{ result: resultOf([block('Total', 20, 20), block('7.50', 120, 20)]) }]).rows;
		expect(row).toStrictEqual({ label: 'Total', value: '7.50', needsReview: false, box: { left: 120, top: 20, right: 160, bottom: 40 }, labelBox: { left: 20, top: 20, right: 70, bottom: 40 }, source: 'scan.png' });
	});

	test('with the reason where somebody should look', () => {
		const doubtful: Page = { result: resultOf([block('Total:', 20, 20), block('12.50', 300, 20), block('13.50', 20, 48)]) };
		expect(rowsOf(request('pairs'), [doubtful]).rows).toStrictEqual([
			{
				label: 'Total', value: '12.50', needsReview: true, reason: 'another text is nearly as likely',
				box: { left: 300, top: 20, right: 350, bottom: 40 }, labelBox: { left: 20, top: 20, right: 80, bottom: 40 }, source: 'scan.png',
			},
		]);
		expect(marksOf(request('pairs'), doubtful)?.map(({ kind }) => kind)).toStrictEqual(['label', 'doubt']);
	});

	test('of unsure words there are none', () => {
		const page: Page = { result: resultOf([{ ...block('Total', 20, 20), confidence: 0.9 }, { ...block('7.50', 120, 20), confidence: 0.3 }]) };
		expect(rowsOf(request('pairs', { minConfidence: 0.5 }), [page]).rows).toStrictEqual([]);
	});
});

describe('pages without a table are counted', () => {
	const [text, blank]: Page[] = [{ page: 1, result: resultOf([block('Dear Sir or Madam', 20, 20)]) }, { page: 2, result: resultOf([]) }] as [Page, Page];

	test.each<[string, IDataObject, Page[], number]>([
		['each page', {}, [text, { ...text, page: 3 }], 2],
		['a document as one', { joinTables: true }, [text, { ...text, page: 3 }], 1],
		['no page without text', {}, [blank], 0],
		['no document without text', { joinTables: true }, [blank, blank], 0],
		['a document that has text on one page', { joinTables: true }, [blank, text], 1],
	])('%s', (_name, options, pages, count) => {
		const { rows, report } = rowsOf(request('table', options), pages);
		expect([rows, report.facts.withoutTable]).toStrictEqual([[], count]);
	});

	test('but not one with a table', () => {
		const page: Page = { result: resultOf(table([20, 220, 420], [['Article', 'Number', 'Price'], ['Tea', '2', '3.50'], ['Rice', '1', '7.00'], ['Milk', '6', '1.20']])) };
		const { rows, report } = rowsOf(request('table'), [page]);
		expect([rows.length, report.facts.withoutTable]).toStrictEqual([3, 0]);
	});
});
