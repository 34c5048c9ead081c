import type { FieldDefinition } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { block, table } from '../layout/page.cts';
import { resultOf, rowsOf } from './result.cts';

const byLabel = (name: string, label: string, type: 'text' | 'number' = 'text'): FieldDefinition => ({
	name, findBy: 'label', label, position: 'auto', type,
});
/** A line "label: value" at this height. */
const entry = (words: string, top: number) => block(words, 20, top);
const form = resultOf([entry('编号：QL-20417', 20), entry('Passengers: 6', 60), entry('Amount: ￥1,234.50', 100)]);
const read = (definitions: FieldDefinition[], result = form) => rowsOf('fields', result, { source: 'form.png' }, {}, { fieldDefinitions: { field: definitions } });

test('one object per form: the fields by their names, what is missing, and the file', () => {
	const definitions = [byLabel('number', '编号'), byLabel('passengers', 'Passengers', 'number'), byLabel('amount', 'Amount', 'number'), byLabel('plate', '车牌号')];
	expect(read(definitions)).toStrictEqual([
		{ number: 'QL-20417', passengers: 6, amount: 1234.5, plate: null, missingFields: ['plate'], source: 'form.png' },
	]);
});

test('columns stand in the order of the definitions', () => {
	expect(Object.keys(read([byLabel('z', 'Amount'), byLabel('a', '编号')])[0] ?? {})).toStrictEqual(['z', 'a', 'missingFields', 'source']);
});

describe('a number that is none', () => {
	const unclear = resultOf([entry('Amount: about twelve', 20), entry('Note: paid', 60)]);

	test('is empty, with the text beside it, and not missing', () => {
		expect(read([byLabel('amount', 'Amount', 'number')], unclear)).toStrictEqual([
			{ amount: null, amountText: 'about twelve', missingFields: [], source: 'form.png' },
		]);
	});

	test('leaves a field that has the name of the text alone', () => {
		const definitions = [byLabel('amount', 'Amount', 'number'), byLabel('amountText', 'Note')];
		expect(read(definitions, unclear)).toStrictEqual([
			{ amount: null, amountText_: 'about twelve', amountText: 'paid', missingFields: [], source: 'form.png' },
		]);
	});
});

test('0 is a number that was found', () => {
	expect(read([byLabel('amount', 'Amount', 'number')], resultOf([entry('Amount: 0', 20)]))).toStrictEqual([
		{ amount: 0, missingFields: [], source: 'form.png' },
	]);
});

describe('names that the node uses itself', () => {
	const page = resultOf([entry('Source: Hangzhou', 20), entry('Page: B', 60), entry('Rest: C', 100)]);

	test('get an underscore; what is missing is listed as the user calls it', () => {
		const definitions = [byLabel('source', 'Source'), byLabel('page', 'Nowhere'), byLabel('missingFields', 'Rest'), byLabel('__proto__', 'Page')];
		expect(read(definitions, page)).toStrictEqual([
			{ source_: 'Hangzhou', page_: null, missingFields_: 'C', __proto___: 'B', missingFields: ['page'], source: 'form.png' },
		]);
	});

	test('and do not take the place of a field that is called so already', () => {
		expect(read([byLabel('page', 'Page'), byLabel('page_', 'Rest')], page)).toStrictEqual([
			{ page__: 'B', page_: 'C', missingFields: [], source: 'form.png' },
		]);
	});
});

test('two fields of one name are refused: one of them would be lost', () => {
	expect(() => read([byLabel('number', 'Nowhere'), byLabel('number', '编号')])).toThrow('Give each entry of the parameter Fields a name of its own: "number" is there twice');
});

test('a field without a name is called by its label', () => {
	expect(read([byLabel('a', '编号'), byLabel(' ', 'Passengers')])).toStrictEqual([
		{ a: 'QL-20417', Passengers: '6', missingFields: [], source: 'form.png' },
	]);
});

test('of several pages the first that has a field gives its value: one object for all', () => {
	const pages = [
		{ page: 1, result: form },
		{ page: 2, result: resultOf([entry('编号：QL-99999', 20), entry('车牌号：浙A52736', 60)]) },
	];
	expect(rowsOf('fields', pages, { source: 'form.pdf' }, {}, { fieldDefinitions: { field: [byLabel('number', '编号'), byLabel('plate', '车牌号')] } })).toStrictEqual([
		{ number: 'QL-20417', plate: '浙A52736', missingFields: [], source: 'form.pdf' },
	]);
});

test('a region in percent of the image as sent', () => {
	const corner: FieldDefinition = { name: 'corner', findBy: 'region', left: 50, top: 50, right: 100, bottom: 100, type: 'text' };
	const result = resultOf([block('top', 20, 20), block('林思源', 800, 900)]);
	expect(rowsOf('fields', [{ result, size: { width: 1000, height: 1000 } }], { source: 's' }, {}, { fieldDefinitions: { field: [corner] } })[0]).toMatchObject({ corner: '林思源' });
	expect(rowsOf('fields', [{ result, size: { width: 4000, height: 4000 } }], { source: 's' }, {}, { fieldDefinitions: { field: [corner] } })[0]).toMatchObject({ corner: null, missingFields: ['corner'] });
});

test('Min Confidence takes an unsure value for a missing one', () => {
	const unsure = resultOf([{ ...entry('编号：QL-2O4I7', 20), confidence: 0.3 }, { ...entry('Passengers: 6', 60), confidence: 0.9 }]);
	const definitions = [byLabel('number', '编号'), byLabel('passengers', 'Passengers')];
	expect(rowsOf('fields', unsure, { source: 's' }, { minConfidence: 0.5 }, { fieldDefinitions: { field: definitions } })).toStrictEqual([
		{ number: null, passengers: '6', missingFields: ['number'], source: 's' },
	]);
});

test('a form on which nothing is found is still a row, a page without text is none', () => {
	expect(read([byLabel('plate', '车牌号')])).toStrictEqual([{ plate: null, missingFields: ['plate'], source: 'form.png' }]);
	expect(read([byLabel('plate', '车牌号')], resultOf([]))).toStrictEqual([]);
});

describe('what comes beside the values', () => {
	const invoice = resultOf([
		entry('Invoice No: A-17', 20),
		entry('Date: 18 March 2026', 60),
		...table([20, 220, 420], [['Article', 'Number', 'Price'], ['Tea', '2', '3.50'], ['Rice', '1', '7.00'], ['Milk', '6', '1.20']], 140),
		entry('Total: 17.70', 420),
	]);
	const definitions = [byLabel('no', 'Invoice No'), byLabel('total', 'Total', 'number'), byLabel('plate', 'Licence Plate')];
	const readWith = (options: object, list: object[] = definitions) =>
		rowsOf('fields', invoice, { source: 'a.png' }, options as never, { fieldDefinitions: { field: list } } as never);

	test('Field Details: where each value stands, and why a field is empty', () => {
		const [row] = readWith({ fieldDetails: true });
		expect(row).toMatchObject({
			no: 'A-17',
			total: 17.7,
			plate: null,
			needsReview: false,
			details: {
				no: { text: 'A-17', needsReview: false },
				plate: { text: null, needsReview: false, reason: expect.any(String) as string },
			},
		});
		const { details } = row as { details: Record<string, { left: number; top: number; right: number; bottom: number }> };
		expect(details.total?.left).toBeGreaterThanOrEqual(20);
		expect(details.total?.top).toBeGreaterThanOrEqual(400);
		expect(readWith({})[0]).not.toHaveProperty('details');
	});

	test('Table Rows In List: the lines of the invoice in the same item', () => {
		const [row] = readWith({ tableRowsIn: 'list' });
		expect(row).toMatchObject({ no: 'A-17', rows: [{ Article: 'Tea', Number: '2', Price: '3.50' }, { Article: 'Rice' }, { Article: 'Milk' }] });
	});

	test('Table Rows In Items: one item per line, the fields repeated', () => {
		const rows = readWith({ tableRowsIn: 'items' });
		expect(rows.map(({ no, Article, Price }) => [no, Article, Price])).toStrictEqual([['A-17', 'Tea', '3.50'], ['A-17', 'Rice', '7.00'], ['A-17', 'Milk', '1.20']]);
	});

	test('a column that is called like a field hides none', () => {
		const rows = readWith({ tableRowsIn: 'items' }, [byLabel('Article', 'Invoice No')]);
		expect(rows.map((row) => [row.Article, row.Article_])).toStrictEqual([['A-17', 'Tea'], ['A-17', 'Rice'], ['A-17', 'Milk']]);
	});

	test('a date as ISO date', () => {
		expect(readWith({}, [{ ...byLabel('date', 'Date'), type: 'date' }])[0]).toMatchObject({ date: '2026-03-18', missingFields: [] });
	});
});

describe('what 03/04/2031 means', () => {
	const sailed = (dateOrder: string | undefined, printed = '03/04/2031', more: string[] = []) =>
		rowsOf('fields', resultOf([`Sailed: ${printed}`, ...more].map((words, index) => entry(words, 20 + 40 * index))), { source: 'a.png' }, { fieldDetails: true }, {
			fieldDefinitions: { field: [{ name: 'sailed', label: 'Sailed', type: 'date', ...(dateOrder ? { dateOrder } : {}) }] },
		} as never)[0];

	test.each([['dayMonthYear', '2031-04-03'], ['monthDayYear', '2031-03-04']])('%s', (dateOrder, date) => {
		expect(sailed(dateOrder)).toMatchObject({ sailed: date, needsReview: false });
	});

	test.each([undefined, 'auto'])('%s: another date of the page tells, or nothing does', (dateOrder) => {
		expect(sailed(dateOrder)).toMatchObject({ sailed: null, sailedText: '03/04/2031', needsReview: true });
		expect(sailed(dateOrder, '03/04/2031', ['Built: 12/31/1988'])).toMatchObject({ sailed: '2031-03-04', needsReview: false });
	});

	test('two figures for the year', () => {
		expect(sailed('yearMonthDay', '31/04/03')).toMatchObject({ sailed: '2031-04-03' });
		expect(sailed('dayMonthYear', '01/04/03')).toMatchObject({ sailed: '2003-04-01' });
	});

	test('the field goes before the page', () => {
		expect(sailed('dayMonthYear', '03/04/2031', ['Built: 12/31/1988'])).toMatchObject({ sailed: '2031-04-03' });
	});

	test('a date that does not fit the order is no date without a look', () => {
		expect(sailed('monthDayYear', '31/12/2031')).toMatchObject({ sailed: null, sailedText: '31/12/2031', needsReview: true });
		expect(sailed('monthDayYear', '2031-12-31')).toMatchObject({ sailed: '2031-12-31', needsReview: false });
	});

	test('an order that there is not is refused', () => {
		expect(() => sailed('dmy')).toThrow(/Date Order/);
	});

	test('the date of a JSON example tells, where it can', () => {
		const from = (date: string) => rowsOf('fields', resultOf([entry('Sailed: 03/04/2031', 20)]), { source: 'a.png' }, {}, { fieldsFrom: 'example', fieldExample: { Sailed: date } } as never)[0];
		expect(from('25/12/2030')).toMatchObject({ Sailed: '2031-04-03' });
		expect(from('12/25/2030')).toMatchObject({ Sailed: '2031-03-04' });
		expect(from('2030-12-25')).toMatchObject({ Sailed: null });
	});
});

describe('fields from a JSON example', () => {
	const example = (fieldExample: unknown) =>
		rowsOf('fields', resultOf([entry('Invoice No: A-17', 20), entry('Total: 17.70', 60)]), { source: 'a.png' }, {}, { fieldsFrom: 'example', fieldExample } as never);

	test('keys are the labels, values show the types', () => {
		expect(example('{ "Invoice No": "X-1", "Total": 1.5 }')).toStrictEqual([{ 'Invoice No': 'A-17', Total: 17.7, missingFields: [], source: 'a.png' }]);
		expect(example({ Total: 1.5 })).toStrictEqual([{ Total: 17.7, missingFields: [], source: 'a.png' }]);
	});

	test.each(['', '{', '[]', '{}', '42'])('%j is refused with a reason', (value) => {
		expect(() => example(value)).toThrow(/^Correct the JSON Example: /);
	});
});
