import { hintsOf, Report } from '../../nodes/HuaweiOcr/report/report.ts';
import { columnNumbers } from '../../nodes/HuaweiOcr/resources/words/tableNumbers.ts';
import { totalRows } from '../../nodes/HuaweiOcr/resources/words/totalRows.ts';
import { block, table } from '../layout/page.cts';
import { resultOf, rowsOf } from './result.cts';

const everywhere = () => true;

describe('a column of numbers', () => {
	test.each<[string, string[], Array<number | null>]>([
		['amounts', ['1,234.50', '7.00', '30'], [1234.5, 7, 30]],
		['a comma before decimals, told by the column', ['1.234,50', '2.500', '7,00'], [1234.5, 2500, 7]],
		['one currency', ['¥12.50', '￥1,200.00'], [12.5, 1200]],
		['a currency beside some of them', ['EUR 3.20', '4.10', '5.00'], [3.2, 4.1, 5]],
		['full-width figures', ['１２', '７'], [12, 7]],
		['what is owed', ['(120.00)', '-3.50', '8.00'], [-120, -3.5, 8]],
		['zeros and decimals below one', ['0', '0.50', '0.05'], [0, 0.5, 0.05]],
		['empty cells', ['3', '', '5'], [3, null, 5]],
	])('%s', (_name, cells, values) => {
		expect(columnNumbers(cells, everywhere)).toStrictEqual({ values, misfits: 0 });
	});

	test('a dash for nothing stays a dash', () => {
		expect(columnNumbers(['3', '-', '5'], everywhere).values).toStrictEqual([3, '-', 5]);
	});
});

test.each<[string, string[]]>([
	['leading zeros', ['007', '012', '120']],
	['one leading zero among numbers', ['100200', '010200', '200100']],
	['units', ['1 kg', '500 g']],
	['rates', ['20%', '5%']],
	['two currencies', ['EUR 3.20', 'USD 3.20']],
	['dates', ['18.03.2026', '19.03.2026']],
	['times', ['10:30', '11:00']],
	['international telephone numbers', ['+4930123456', '+4930123457']],
	['card numbers, longer than a number is exact', ['6222020200112233445', '6222020200112233446']],
	['thousands or decimals, nobody knows', ['1.234', '2.500']],
	['ranges', ['3-5', '6-8']],
	['names', ['Tea', 'Rice']],
	['nothing at all', ['', '']],
])('a column stays text: %s', (_name, cells) => {
	expect(columnNumbers(cells, everywhere).values).toStrictEqual(cells);
});

test('one misread cell among numbers: the column stays text, and the cells are counted', () => {
	expect(columnNumbers(['12.50', '2O.OO', '7.00', '8.00', '9.10'], everywhere)).toStrictEqual({ values: ['12.50', '2O.OO', '7.00', '8.00', '9.10'], misfits: 1 });
	expect(columnNumbers(['A-1', '12', 'B-2'], everywhere).misfits).toBe(0);
});

describe('rows of sums', () => {
	test.each<[string, string[][], boolean[]]>([
		['a total', [['Tea', '2', '7.00'], ['Rice', '1', '7.00'], ['Total', '', '14.00']], [false, false, true]],
		['its label far to the right', [['Tea', '2', '3.50', '7.00'], ['Rice', '1', '7.00', '7.00'], ['', '', 'Subtotal', '14.00'], ['', '', 'VAT 20%', '2.80'], ['', '', 'Total due', '16.80']], [false, false, true, true, true]],
		['tax before the only sum', [['Tea', '2', '7.00'], ['Rice', '1', '7.00'], ['Shipping', '', '4.90'], ['Grand total (EUR)', '', '18.90']], [false, false, true, true]],
		['Chinese', [['苹果', '3', '12.50'], ['茶', '1', '30'], ['合计', '', '42.50'], ['价税合计（大写）', '肆拾贰元伍角', '42.50']], [false, false, true, true]],
		['German', [['Tee', '2', '7,00'], ['Reis', '1', '7,00'], ['Zwischensumme', '', '14,00'], ['MwSt. 19 %', '', '2,66'], ['Gesamtbetrag:', '', '16,66']], [false, false, true, true, true]],
		['sums of groups between', [['Tea', '2', '7.00'], ['Sub-total', '', '7.00'], ['Rice', '1', '7.00'], ['Sub-total', '', '7.00']], [false, true, false, true]],
	])('%s', (_name, rows, marked) => {
		expect(totalRows(rows)).toStrictEqual(marked);
	});

	test.each<[string, string[][]]>([
		['an article that begins with the word', [['Total Quartz 5W30', '2', '30.00'], ['Filter', '1', '7.00']]],
		['a head without figures', [['Total', 'Price', 'Number'], ['Tea', '3.50', '2']]],
		['shipping boxes are goods', [['Shipping box', '2', '30.00'], ['Tape', '1', '7.00']]],
		['tax as a full row of things', [['Tax guide 2026', '2', '30.00'], ['Total', '', '30.00']].slice(0, 1)],
	])('not %s', (_name, rows) => {
		expect(totalRows(rows)).toStrictEqual(rows.map(() => false));
	});
});

const invoice = resultOf(
	table([20, 220, 340, 460], [
		['Article', 'Code', 'Number', 'Amount'],
		['Green tea', '007', '2', '1,200.00'],
		['Rice', '012', '1', '7.50'],
		['Milk', '120', '6', '4.20'],
		['Oil', '121', '2', '9.00'],
		['Total', '', '', '1,220.70'],
	]),
);

test('Typed Values: amounts and counts are numbers, codes stay text, the sum does not disturb', () => {
	const rows = rowsOf('table', invoice, { source: 's' }, { typedValues: true, rowOrigin: false });
	expect(rows).toStrictEqual([
		{ Article: 'Green tea', Code: '007', Number: 2, Amount: 1200 },
		{ Article: 'Rice', Code: '012', Number: 1, Amount: 7.5 },
		{ Article: 'Milk', Code: '120', Number: 6, Amount: 4.2 },
		{ Article: 'Oil', Code: '121', Number: 2, Amount: 9 },
		{ Article: 'Total', Code: '', Number: null, Amount: 1220.7 },
	]);
});

test('without the options all is as printed, with table, page and file', () => {
	expect(rowsOf('table', invoice, { source: 's' })[0]).toStrictEqual({ Article: 'Green tea', Code: '007', Number: '2', Amount: '1,200.00', tableIndex: 0, source: 's' });
});

test('Total Rows: marked or left out', () => {
	expect(rowsOf('table', invoice, { source: 's' }, { totalRows: 'mark' }).map(({ isTotal }) => isTotal)).toStrictEqual([false, false, false, false, true]);
	expect(rowsOf('table', invoice, { source: 's' }, { totalRows: 'leaveOut' }).map(({ Article }) => Article)).toStrictEqual(['Green tea', 'Rice', 'Milk', 'Oil']);
	expect(rowsOf('table', invoice, { source: 's' })).toHaveLength(5);
	expect(() => rowsOf('table', invoice, { source: 's' }, { totalRows: 'drop' })).toThrow(/^Correct the parameter Total Rows/);
});

test('a printed column isTotal keeps its cells', () => {
	const rows = rowsOf('table', resultOf(table([20, 200, 400], [['Article', 'isTotal', 'Price'], ['Tea', 'no', '3'], ['Rice', 'no', '4'], ['Oil', 'yes', '7']])), { source: 's' }, { totalRows: 'mark' });
	expect(rows[0]).toMatchObject({ isTotal: 'no', isTotal_: false });
});

test('the other formats have numbers, too', () => {
	expect(rowsOf('table', invoice, { source: 's' }, { typedValues: true, tableFormat: 'arrays', rowOrigin: false })[1]).toStrictEqual({
		columns: ['Article', 'Code', 'Number', 'Amount'], cells: ['Rice', '012', 1, 7.5], rowIndex: 1,
	});
	expect(rowsOf('table', invoice, { source: 's' }, { typedValues: true, tableFormat: 'cells', rowOrigin: false })[3]).toStrictEqual({
		rowIndex: 0, columnIndex: 3, column: 'Amount', text: '1,200.00', value: 1200,
	});
});

test('rows beside the fields of a form obey the options, too', () => {
	const page = resultOf([block('Invoice No: A-77', 20, 20), ...invoice.blocks]);
	const [item] = rowsOf('fields', page, { source: 's' }, { tableRowsIn: 'list', typedValues: true, totalRows: 'leaveOut' }, {
		fieldDefinitions: { field: [{ name: 'number', label: 'Invoice No' }] },
	});
	expect(item).toMatchObject({ number: 'A-77' });
	expect((item?.['rows'] as object[]).map((row) => (row as { Amount: unknown }).Amount)).toStrictEqual([1200, 7.5, 4.2, 9]);
});

test('a column that nearly is one of numbers is told after the run', () => {
	const report = new Report();
	const rows = table([20, 220, 400], [['Article', 'Number', 'Price'], ['Tea', '2', '7.00'], ['Rice', '1', '2O.OO'], ['Milk', '6', '4.20'], ['Oil', '2', '9.00']]);
	rowsOf('table', resultOf(rows), { source: 's', report }, { typedValues: true });
	expect(hintsOf(report.facts)).toStrictEqual([{ type: 'warning', message: 'Columns that stay text because not every cell was understood as a number: Price (1 cell).' }]);
});

describe('the bounds of sums and numbers', () => {
	const rows = (...all: string[][]) => totalRows(all);

	test('a label of a sum is no longer than 80 characters', () => {
		const padded = (length: number) => `Total${' '.repeat(length - 5)}`;
		expect(rows(['Tea', '1'], [padded(80), '1'])).toStrictEqual([false, true]);
		expect(rows(['Tea', '1'], [padded(81), '1'])).toStrictEqual([false, false]);
	});

	test('figures stand in any cell, of any script', () => {
		expect(rows(['Total', '', 'x'], ['Total', '１'], ['Total 1']).slice(0, 2)).toStrictEqual([false, true]);
	});

	test('taxes belong to a sum right beside them, row after row', () => {
		const TAX = ['VAT', '', '1'];
		const THING = ['Tea', '1', '2'];
		expect(rows(THING, THING, TAX, TAX, ['Total', '', '3'])).toStrictEqual([false, false, true, true, true]);
		expect(rows(THING, THING, ['Total', '', '3'], TAX, TAX)).toStrictEqual([false, false, true, true, true]);
		expect(rows(THING, TAX, THING, ['Total', '', '3'])).toStrictEqual([false, false, false, true]);
		// Without figures, or with as many cells as things have, they are none.
		expect(rows(THING, THING, ['VAT', '', 'x'], ['Total', '', '3'])).toStrictEqual([false, false, false, true]);
		expect(rows(THING, THING, ['VAT', '1', '1'], ['Total', '', '3'])).toStrictEqual([false, false, false, true]);
	});

	test('of nothing there are none', () => {
		expect(rows()).toStrictEqual([]);
		expect(rows([], [''])).toStrictEqual([false, false]);
	});

	test.each<[string[], number]>([
		[['1', '2', '3', 'x'], 1],
		[['1', '2', 'x'], 0],
		[['1', 'x'], 0],
		[['1', '2', '3', '4', '5', '6', 'x', 'y'], 2],
		[['1', '2', '3', '4', '5', 'x', 'y'], 0],
		// Empty cells and dashes say nothing of what a column is meant to be.
		[['', '-', '1', 'x'], 0],
		[['', '-', '1', '2', '3', 'x'], 1],
	])('of %j so many were meant to be numbers: %d', (cells, misfits) => {
		expect(columnNumbers(cells, everywhere)).toStrictEqual({ values: cells, misfits });
	});

	test('a cell that does not count is a number where it is one, and a text where it is none', () => {
		expect(columnNumbers(['1', 'Total', '3', ''], (row) => row !== 1)).toStrictEqual({ values: [1, 'Total', 3, null], misfits: 0 });
		expect(columnNumbers(['1', '2', '3'], (row) => row !== 1)).toStrictEqual({ values: [1, 2, 3], misfits: 0 });
		expect(columnNumbers(['-', '', '–'], everywhere)).toStrictEqual({ values: ['-', '', '–'], misfits: 0 });
		expect(columnNumbers(['1', '2'], () => false)).toStrictEqual({ values: ['1', '2'], misfits: 0 });
	});

	test.each([['-', '—', '--', '...', '/', '−', '‐']])('%s stands for nothing', (...dashes) => {
		for (const dash of dashes) expect(columnNumbers(['1', dash], everywhere).values).toStrictEqual([1, dash]);
		expect(columnNumbers(['1', '----'], everywhere).values).toStrictEqual(['1', '----']);
	});

	test('cells of two currencies, one of them beside a cell without any, are text', () => {
		expect(columnNumbers(['1', 'EUR 2', 'USD 3'], everywhere)).toStrictEqual({ values: ['1', 'EUR 2', 'USD 3'], misfits: 0 });
		expect(columnNumbers(['１', '￥2'], everywhere).values).toStrictEqual([1, 2]);
	});
});
