import type { FieldDefinition } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { block } from '../layout/page.cts';
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
	expect(read(definitions)).toEqual([
		{ number: 'QL-20417', passengers: 6, amount: 1234.5, plate: null, missingFields: ['plate'], source: 'form.png' },
	]);
});

test('columns stand in the order of the definitions', () => {
	expect(Object.keys(read([byLabel('z', 'Amount'), byLabel('a', '编号')])[0] ?? {})).toEqual(['z', 'a', 'missingFields', 'source']);
});

describe('a number that is none', () => {
	const unclear = resultOf([entry('Amount: about twelve', 20), entry('Note: paid', 60)]);

	test('is empty, with the text beside it, and not missing', () => {
		expect(read([byLabel('amount', 'Amount', 'number')], unclear)).toEqual([
			{ amount: null, amountText: 'about twelve', missingFields: [], source: 'form.png' },
		]);
	});

	test('leaves a field that has the name of the text alone', () => {
		const definitions = [byLabel('amount', 'Amount', 'number'), byLabel('amountText', 'Note')];
		expect(read(definitions, unclear)).toEqual([
			{ amount: null, amountText_: 'about twelve', amountText: 'paid', missingFields: [], source: 'form.png' },
		]);
	});
});

test('0 is a number that was found', () => {
	expect(read([byLabel('amount', 'Amount', 'number')], resultOf([entry('Amount: 0', 20)]))).toEqual([
		{ amount: 0, missingFields: [], source: 'form.png' },
	]);
});

describe('names that the node uses itself', () => {
	const page = resultOf([entry('Source: Hangzhou', 20), entry('Page: B', 60), entry('Rest: C', 100)]);

	test('get an underscore; what is missing is listed as the user calls it', () => {
		const definitions = [byLabel('source', 'Source'), byLabel('page', 'Nowhere'), byLabel('missingFields', 'Rest'), byLabel('__proto__', 'Page')];
		expect(read(definitions, page)).toEqual([
			{ source_: 'Hangzhou', page_: null, missingFields_: 'C', __proto___: 'B', missingFields: ['page'], source: 'form.png' },
		]);
	});

	test('and do not take the place of a field that is called so already', () => {
		expect(read([byLabel('page', 'Page'), byLabel('page_', 'Rest')], page)).toEqual([
			{ page__: 'B', page_: 'C', missingFields: [], source: 'form.png' },
		]);
	});
});

test('two fields of one name are refused: one of them would be lost', () => {
	expect(() => read([byLabel('number', 'Nowhere'), byLabel('number', '编号')])).toThrow('Give each entry of the parameter Fields a name of its own: "number" is there twice');
});

test('a field without a name is called by its label', () => {
	expect(read([byLabel('a', '编号'), byLabel(' ', 'Passengers')])).toEqual([
		{ a: 'QL-20417', Passengers: '6', missingFields: [], source: 'form.png' },
	]);
});

test('of several pages the first that has a field gives its value: one object for all', () => {
	const pages = [
		{ page: 1, result: form },
		{ page: 2, result: resultOf([entry('编号：QL-99999', 20), entry('车牌号：浙A52736', 60)]) },
	];
	expect(rowsOf('fields', pages, { source: 'form.pdf' }, {}, { fieldDefinitions: { field: [byLabel('number', '编号'), byLabel('plate', '车牌号')] } })).toEqual([
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
	expect(rowsOf('fields', unsure, { source: 's' }, { minConfidence: 0.5 }, { fieldDefinitions: { field: definitions } })).toEqual([
		{ number: null, passengers: '6', missingFields: ['number'], source: 's' },
	]);
});

test('a form on which nothing is found is still a row, a page without text is none', () => {
	expect(read([byLabel('plate', '车牌号')])).toEqual([{ plate: null, missingFields: ['plate'], source: 'form.png' }]);
	expect(read([byLabel('plate', '车牌号')], resultOf([]))).toEqual([]);
});
