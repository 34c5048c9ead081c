// Fields of a form as one object: names, types, details and rows beside them, and what a run is told of them.
import type { IDataObject } from 'n8n-workflow';

import type { Page } from '../../nodes/HuaweiOcr/resources/operation.ts';
import { canBeLaidOut, checkLayoutLimit, MOST_BLOCKS, MOST_CHARACTERS } from '../../nodes/HuaweiOcr/resources/words/layoutLimit.ts';
import { tableCells } from '../../nodes/HuaweiOcr/resources/words/tableItems.ts';
import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import { block, table } from '../layout/page.cts';
import { requestOf, rowsOf } from './prepared.cts';
import { resultOf } from './result.cts';

const fields = (pages: Page[], definitions: object[], options: IDataObject = {}, about: IDataObject = {}) =>
	rowsOf(requestOf({ operation: 'fields', fieldDefinitions: { field: definitions as IDataObject[] } }, options), pages, about);

const form = (...lines: string[]): Page => ({ result: resultOf(lines.map((words, index) => block(words, 20, 20 + 40 * index))) });

describe('details', () => {
	const page: Page = { page: 2, result: resultOf([{ ...block('Total', 20, 20), confidence: 0.9 }, { ...block('7.50', 120, 20), confidence: 0.8 }]) };

	test('are text, confidence, page, place, and whether somebody should look', () => {
		expect(fields([page], [{ name: 'total', label: 'Total', type: 'number' }], { fieldDetails: true }).rows).toStrictEqual([
			{
				total: 7.5, missingFields: [], needsReview: false,
				details: { total: { text: '7.50', confidence: 0.8, page: 2, left: 120, top: 20, right: 160, bottom: 40, needsReview: false } },
				source: 'scan.png',
			},
		]);
	});

	test('of what is not there are nothing but the reason', () => {
		expect(fields([page], [{ name: 'plate', label: 'Plate' }], { fieldDetails: true }).rows).toStrictEqual([
			{
				plate: null, missingFields: ['plate'], needsReview: false,
				details: { plate: { text: null, needsReview: false, reason: expect.any(String) as string, page: 2 } },
				source: 'scan.png',
			},
		]);
	});

	test('have the names of the fields', () => {
		const [row] = fields([form('Page: 3')], [{ name: 'page', label: 'Page' }], { fieldDetails: true }).rows as IDataObject[];
		expect([row?.page_, Object.keys(row?.details as object)]).toStrictEqual(['3', ['page_']]);
	});
});

describe('names', () => {
	test.each(['missingFields', 'page', 'source', 'error', 'details', 'needsReview', 'rows'])('%s is taken: the field gets an underscore', (name) => {
		expect(Object.entries((fields([form('Total: 7')], [{ name, label: 'Total' }]).rows as IDataObject[])[0] ?? {})).toContainEqual([`${name}_`, '7']);
	});

	test('that others have get one more', () => {
		expect(fields([form('Total: 7', 'Sum: 8', 'Tax: 9')], [{ name: 'rows', label: 'Total' }, { name: 'rows_', label: 'Sum' }, { name: 'rows__', label: 'Tax' }]).rows).toStrictEqual([
			{ rows___: '7', rows_: '8', rows__: '9', missingFields: [], source: 'scan.png' },
		]);
	});

	test('of the text beside a value that is none, too', () => {
		expect(fields([form('Total: about', 'Sum: 8', 'Tax: 9')], [{ name: 'a', label: 'Total', type: 'number' }, { name: 'aText', label: 'Sum' }, { name: 'aText_', label: 'Tax' }]).rows).toStrictEqual([
			{ a: null, aText__: 'about', aText: '8', aText_: '9', missingFields: [], source: 'scan.png' },
		]);
	});
});

describe('types', () => {
	test.each<[string, string, unknown]>([['text', '7', '7'], ['number', '7', 7], ['date', '2026-03-18', '2026-03-18'], ['number', '0', 0]])('%s: %s is %j', (type, printed, value) => {
		expect(fields([form(`Total: ${printed}`)], [{ name: 'a', label: 'Total', type }]).rows).toStrictEqual([{ a: value, missingFields: [], source: 'scan.png' }]);
	});
});

describe('several pages', () => {
	const pages: Page[] = [{ page: 1, ...form('Total: about', 'Note: first') }, { page: 2, ...form('Total: 8', 'Note: second', 'Plate: X1') }];

	test('the first page that has a field counts', () => {
		expect(fields(pages, [{ name: 'note', label: 'Note' }, { name: 'plate', label: 'Plate' }], { fieldDetails: true }).rows).toMatchObject([{ note: 'first', plate: 'X1', details: { note: { page: 1 }, plate: { page: 2 } } }]);
	});

	test('of which none has text give no item', () => {
		expect(fields([{ page: 1, result: resultOf([]) }, { page: 2, result: resultOf([]) }], [{ name: 'a', label: 'Note' }]).rows).toStrictEqual([]);
		expect(fields([{ page: 1, result: resultOf([]) }, pages[1] as Page], [{ name: 'a', label: 'Note' }]).rows).toStrictEqual([{ a: 'second', missingFields: [], source: 'scan.png' }]);
	});
});

describe('rows of tables beside the fields', () => {
	const PRICES = [['Article', 'Number', 'Price'], ['Tea', '2', '3.50'], ['Rice', '1', '7.00'], ['Milk', '6', '1.20']];
	const invoice: Page = { result: resultOf([block('Invoice: A-17', 20, 20), ...table([20, 220, 420], PRICES, 140)]) };
	const DEFINITIONS = [{ name: 'Article', label: 'Invoice' }];
	const LINES = [{ Article: 'Tea', Number: '2', Price: '3.50' }, { Article: 'Rice', Number: '1', Price: '7.00' }, { Article: 'Milk', Number: '6', Price: '1.20' }];
	const FIELDS = { Article: 'A-17', missingFields: [], source: 'scan.png' };

	test('nowhere, as a list, as items', () => {
		expect(fields([invoice], DEFINITIONS).rows).toStrictEqual([FIELDS]);
		expect(fields([invoice], DEFINITIONS, { tableRowsIn: 'list' }).rows).toStrictEqual([{ ...FIELDS, rows: LINES }]);
		expect(fields([invoice], DEFINITIONS, { tableRowsIn: 'items' }).rows).toStrictEqual(LINES.map(({ Article, ...line }) => ({ ...FIELDS, Article_: Article, ...line })));
	});

	test('of a page without a table: one item, an empty list', () => {
		const page = form('Invoice: A-17');
		expect(fields([page], DEFINITIONS, { tableRowsIn: 'items' }).rows).toStrictEqual([FIELDS]);
		expect(fields([page], DEFINITIONS, { tableRowsIn: 'list' }).rows).toStrictEqual([{ ...FIELDS, rows: [] }]);
	});

	test('of several pages together', () => {
		const pages = [{ page: 1, ...invoice }, { page: 2, result: resultOf(table([20, 220, 420], PRICES.map((row) => row.map((cell) => (cell === 'Tea' ? 'Salt' : cell))), 140)) }];
		const [row] = fields(pages, DEFINITIONS, { tableRowsIn: 'list' }).rows as IDataObject[];
		expect((row?.rows as IDataObject[]).map(({ Article }) => Article)).toStrictEqual(['Tea', 'Rice', 'Milk', 'Salt', 'Rice', 'Milk']);
	});
});

describe('what the run is told', () => {
	test('labels that are not there, with the nearest text; regions by their names', () => {
		const { report } = fields([form('Payment Terms: 30 days')], [{ name: 'terms', label: 'Terms of paying' }, { name: 'plate', label: 'Plate' }, { name: 'corner', findBy: 'region', left: 90, top: 90 }]);
		expect([...report.facts.missingLabels]).toStrictEqual([
			['Terms of paying', { times: 1, nearest: 'Payment Terms' }],
			['Plate', { times: 1 }],
			['corner', { times: 1 }],
		]);
	});

	test('fields to look at', () => {
		expect(fields([form('Date: 03/04/2031', 'Total: 7')], [{ name: 'date', label: 'Date', type: 'date' }, { name: 'total', label: 'Total' }]).report.facts.doubtfulFields).toBe(1);
	});
});

describe('cells of rows', () => {
	const TABLE = { columns: ['Article', 'error', 'isTotal'], rows: [['Tea', '1', 'x'], ['Rice', '', ''], ['Total', '1']] };
	const cells = (settings: object) => tableCells(TABLE, { typed: false, totals: 'keep', ...settings }, new Report());

	test('by their heads, without those that mean something to n8n', () => {
		expect(cells({})).toStrictEqual([{ Article: 'Tea', error_: '1', isTotal: 'x' }, { Article: 'Rice', error_: '', isTotal: '' }, { Article: 'Total', error_: '1', isTotal: '' }]);
	});

	test('with sums marked, left out or kept', () => {
		expect(cells({ totals: 'mark' }).map(({ isTotal_ }) => isTotal_)).toStrictEqual([false, false, true]);
		expect(cells({ totals: 'leaveOut' }).map(({ Article }) => Article)).toStrictEqual(['Tea', 'Rice']);
	});

	test('with numbers where a column has nothing else; what stands alone in a row does not count', () => {
		expect(cells({ typed: true })).toStrictEqual([{ Article: 'Tea', error_: 1, isTotal: 'x' }, { Article: 'Rice', error_: null, isTotal: '' }, { Article: 'Total', error_: 1, isTotal: '' }]);
		expect(tableCells({ columns: ['Name', 'Sum'], rows: [['Tea', '1'], ['', 'carried over'], ['Rice', '2']] }, { typed: true, totals: 'keep' }, new Report())).toStrictEqual([{ Name: 'Tea', Sum: 1 }, { Name: '', Sum: 'carried over' }, { Name: 'Rice', Sum: 2 }]);
	});
});

test('a page with as many blocks and characters as one can have, and with one more', () => {
	const of = (count: number, words = 'a') => Array.from({ length: count }, () => block(words, 20, 20));
	const long = (length: number) => [block('x'.repeat(length), 20, 20)];
	expect([canBeLaidOut(of(MOST_BLOCKS)), canBeLaidOut(of(MOST_BLOCKS + 1)), canBeLaidOut(long(MOST_CHARACTERS)), canBeLaidOut(long(MOST_CHARACTERS + 1)), canBeLaidOut([])]).toStrictEqual([true, false, true, false, true]);
	expect(() => checkLayoutLimit(of(MOST_BLOCKS))).not.toThrow();
	expect(() => checkLayoutLimit(long(MOST_CHARACTERS + 1))).toThrow(expect.objectContaining({
		message: 'Use the operation Get Words Blocks or Get Raw Result for this page: it has 1 words blocks, more than lines, tables and fields are made of',
		details: { errorCode: 'Node.PageTooFull' },
	}) as Error);
});
