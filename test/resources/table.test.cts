import { block, table } from '../layout/page.cts';
import { resultOf, rowsOf as readRows } from './result.cts';

const COLUMNS = [20, 200, 400];
const prices = (head: string[], top = 100) => table(COLUMNS, [head, ['苹果', '3', '12.50'], ['Pears', '', '7.00'], ['茶', '1', '30']], top);
const rowsOf = (head: string[], context: { source: string; page?: number } = { source: 'prices.png' }) =>
	readRows('table', resultOf(prices(head)), context);

test('one object per row: the cells by their heads, an empty cell as empty text', () => {
	expect(rowsOf(['Article', 'Number', 'Price'])).toStrictEqual([
		{ Article: '苹果', Number: '3', Price: '12.50', tableIndex: 0, source: 'prices.png' },
		{ Article: 'Pears', Number: '', Price: '7.00', tableIndex: 0, source: 'prices.png' },
		{ Article: '茶', Number: '1', Price: '30', tableIndex: 0, source: 'prices.png' },
	]);
});

test('columns stand in the order of the page, so that a spreadsheet has them in it', () => {
	expect(Object.keys(rowsOf(['品名', '数量', '单价'], { source: 's', page: 2 })[0] ?? {})).toStrictEqual([
		'品名', '数量', '单价', 'tableIndex', 'page', 'source',
	]);
});

test('the page of a PDF stands in each row', () => {
	expect(rowsOf(['Article', 'Number', 'Price'], { source: 'a.pdf', page: 6 }).map(({ page, source }) => [page, source])).toStrictEqual(
		Array(3).fill([6, 'a.pdf']),
	);
});

test.each(['source', 'page', 'tableIndex'])('a printed column "%s" keeps its cells and gives way to nothing of ours', (head) => {
	const [first] = rowsOf(['Article', 'Number', head], { source: 'a.pdf', page: 6 });
	expect(first).toStrictEqual({ Article: '苹果', Number: '3', tableIndex: 0, page: 6, source: 'a.pdf', [head]: '12.50' });
});

test('two columns with one head, and names that JavaScript treats in a special way, keep all their cells', () => {
	expect(rowsOf(['Price', '__proto__', 'Price'])[0]).toStrictEqual({
		Price: '苹果', __proto___: '3', 'Price 2': '12.50', tableIndex: 0, source: 'prices.png',
	});
	expect(rowsOf(['constructor', 'Number', 'prototype'])[0]).toMatchObject({ constructor_: '苹果', prototype_: '12.50' });
});

test('First Row Is Header off: no row is lost to the names', () => {
	const rows = readRows('table', resultOf(prices(['Article', 'Number', 'Price'])), { source: 's' }, { firstRowIsHeader: false });
	expect(rows.map(({ column1, column2, column3 }) => [column1, column2, column3])).toStrictEqual([
		['Article', 'Number', 'Price'],
		['苹果', '3', '12.50'],
		['Pears', '', '7.00'],
		['茶', '1', '30'],
	]);
});

test('two tables of a page are told apart by their number', () => {
	const sums = table([20, 200], [['Month', 'Sum'], ['May', '100'], ['June', '120'], ['July', '90']], 500);
	const note = block('The following sums are those of the second quarter and of July.', 20, 380);
	const rows = readRows('table', resultOf([...prices(['Article', 'Number', 'Price']), note, ...sums]), { source: 's' });
	expect(rows.map(({ tableIndex, Article, Month }) => [tableIndex, Article ?? Month])).toStrictEqual([
		[0, '苹果'], [0, 'Pears'], [0, '茶'], [1, 'May'], [1, 'June'], [1, 'July'],
	]);
});

test('Min Confidence empties unsure cells and keeps their row', () => {
	const blocks = prices(['Article', 'Number', 'Price']).map((each) => ({ ...each, confidence: each.words === '3' ? 0.2 : 0.9 }));
	expect(readRows('table', resultOf(blocks), { source: 's' }, { minConfidence: 0.5 })[0]).toMatchObject({ Article: '苹果', Number: '', Price: '12.50' });
});

test('a page without a table gives no rows', () => {
	expect(readRows('table', resultOf([block('Dear Sir or Madam', 20, 20)]), { source: 's' })).toStrictEqual([]);
	expect(readRows('table', resultOf([]), { source: 's' })).toStrictEqual([]);
});
