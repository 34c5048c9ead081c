import { linesToJson } from '../../nodes/HuaweiOcr/resources/words/operations/lines.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { block, moved, turn } from '../layout/page.cts';
import { resultOf, rowsOf } from './result.cts';

const page = [block('Total', 20, 60), block('12.50', 200, 62), block('发票', 20, 20)];

test('one object per line in reading order, with its box and what it belongs to', () => {
	expect(rowsOf('lines', resultOf(page), { source: 'scan.png' })).toStrictEqual([
		{
			text: '发票',
			left: 20, top: 20, right: 60, bottom: 40, width: 40, height: 20,
			lineIndex: 0, lineCount: 2, blockCount: 3, direction: -1, source: 'scan.png',
		},
		{
			text: 'Total 12.50',
			left: 20, top: 60, right: 250, bottom: 82, width: 230, height: 22,
			lineIndex: 1, lineCount: 2, blockCount: 3, direction: -1, source: 'scan.png',
		},
	]);
});

test('the page of a PDF stands in each line', () => {
	const lines = rowsOf('lines', resultOf(page), { source: 'a.pdf', page: 4 });
	expect(lines.map(({ page: number, source }) => [number, source])).toStrictEqual([[4, 'a.pdf'], [4, 'a.pdf']]);
});

test('on a page that lies on its side, boxes are those of the image as sent', () => {
	const lines = rowsOf('lines', resultOf(moved(page, turn(90)), { direction: 90 }), { source: 's' });
	expect(lines.map(({ text }) => text)).toStrictEqual(['发票', 'Total 12.50']);
	expect(lines[0]?.['width']).toBeCloseTo(20);
	expect(lines[0]?.['height']).toBeCloseTo(40);
	expect(lines[0]?.['direction']).toBe(90);
});

test('Min Confidence takes words out of a line, and counts the lines that are left', () => {
	const [total, amount, head] = page;
	if (!total || !amount || !head) throw new Error('The page has three blocks.');
	const blocks = [{ ...total, confidence: 0.99 }, { ...amount, confidence: 0.3 }, { ...head, confidence: 0.3 }];
	expect(rowsOf('lines', resultOf(blocks), { source: 's' }, { minConfidence: 0.8 })).toMatchObject([
		{ text: 'Total', right: 70, lineIndex: 0, lineCount: 1, blockCount: 3 },
	]);
});

test('the count is the one that the service announces, where it differs from the list', () => {
	expect(rowsOf('lines', resultOf(page, { blockCount: 9 }), { source: 's' })[0]?.['blockCount']).toBe(9);
});

test('words whose place the service does not say are not lost', () => {
	const lost = { words: 'EUR', location: [[250, 62], [250, 62], [250, 62], [250, 62]], unlocated: true } as const;
	const lines = rowsOf('lines', resultOf([page[0], page[1], { ...lost, location: [...lost.location] }, page[2]] as typeof page), { source: 's' });
	expect(lines.map(({ text }) => text)).toStrictEqual(['发票', 'Total 12.50 EUR']);
});

test('a page without text, or of blank words, has no lines', () => {
	expect(rowsOf('lines', resultOf([]), { source: 's' })).toStrictEqual([]);
	expect(rowsOf('lines', resultOf([block(' ', 20, 20)]), { source: 's' })).toStrictEqual([]);
});

test('programs get all of a line by themselves', () => {
	const result = { blockCount: 5, direction: -1 };
	expect(runAtOnce(linesToJson(result, [block('Total', 20, 60)], { source: 's' }))).toStrictEqual([
		{ text: 'Total', left: 20, top: 60, right: 70, bottom: 80, width: 50, height: 20, lineIndex: 0, lineCount: 1, blockCount: 5, direction: -1, source: 's' },
	]);
	expect(runAtOnce(linesToJson(result, [block('Total', 20, 60)], { source: 's', page: 2 }, true))).toStrictEqual([
		{ text: 'Total', left: 20, top: 60, right: 70, bottom: 80, width: 50, height: 20, page: 2, source: 's' },
	]);
});
