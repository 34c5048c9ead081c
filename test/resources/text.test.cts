import { block } from '../layout/page.cts';
import { lineOf, resultOf, rowsOf } from './result.cts';

const invoice = resultOf([block('12.50', 200, 60), block('发票', 20, 20), block('Total', 20, 60)]);

test('the text of an image: lines in reading order, with counts', () => {
	expect(rowsOf('text', invoice, { source: 'scan.png' })).toStrictEqual([
		{ text: '发票\nTotal 12.50', lineCount: 2, blockCount: 3, direction: -1, source: 'scan.png' },
	]);
});

test('the text of a PDF page says which page it is', () => {
	expect(rowsOf('text', resultOf([lineOf('A')], { direction: 180 }), { source: 'a.pdf', page: 2 })).toStrictEqual([
		{ text: 'A', lineCount: 1, blockCount: 1, direction: 180, page: 2, source: 'a.pdf' },
	]);
});

test('Min Confidence takes unsure words out; blockCount is still that of the page', () => {
	const result = resultOf([lineOf('sure', 0.9), { ...block('smudge', 20, 60), confidence: 0.2 }]);
	expect(rowsOf('text', result, { source: 's' }, { minConfidence: 0.5 })).toStrictEqual([
		{ text: 'sure', lineCount: 1, blockCount: 2, direction: -1, source: 's' },
	]);
	expect(rowsOf('text', result, { source: 's' }, { minConfidence: 0.95 })).toStrictEqual([]);
});

test('an image without text gives no object', () => {
	expect(rowsOf('text', resultOf([]), { source: 's' })).toStrictEqual([]);
});

describe('the text of a whole document', () => {
	const empty = resultOf([], { direction: 90 });

	test('pages with an empty line between, counts of all of them, and which ones were read', () => {
		const pages = [{ page: 3, result: invoice }, { page: 5, result: resultOf([lineOf('附页')]) }];
		expect(rowsOf('text', pages, { source: 'a.pdf' }, { joinPages: true })).toStrictEqual([
			{ text: '发票\nTotal 12.50\n\n附页', lineCount: 3, blockCount: 4, direction: -1, pages: [3, 5], source: 'a.pdf' },
		]);
	});

	test('a page without text leaves no gap, but was read', () => {
		const pages = [{ page: 1, result: resultOf([lineOf('A')]) }, { page: 2, result: empty }, { page: 3, result: resultOf([lineOf('B')]) }];
		expect(rowsOf('text', pages, { source: 's' }, { joinPages: true })).toMatchObject([{ text: 'A\n\nB', lineCount: 2, pages: [1, 2, 3] }]);
	});

	test('the direction is that of all pages, or -1 where they differ', () => {
		const turned = (direction: number) => ({ result: resultOf([lineOf('A')], { direction }) });
		expect(rowsOf('text', [turned(90), turned(90)], { source: 's' }, { joinPages: true })[0]?.['direction']).toBe(90);
		expect(rowsOf('text', [turned(90), turned(0)], { source: 's' }, { joinPages: true })[0]?.['direction']).toBe(-1);
	});

	test('an image has no page numbers', () => {
		expect(rowsOf('text', [{ result: invoice }], { source: 's' }, { joinPages: true })[0]).not.toHaveProperty('pages');
	});

	test('a document without text gives no object', () => {
		expect(rowsOf('text', [{ page: 1, result: empty }], { source: 's' }, { joinPages: true })).toStrictEqual([]);
	});
});
