// Pages that are not flat, and blocks that stand a little off their line.
import { readLines } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { block, moved, rightAligned, toPixels, turn } from './page.cts';
import type { Move } from './page.cts';

const texts = (blocks: Parameters<typeof readLines>[0]) => readLines(blocks, -1).map(({ text }) => text);

const GOODS = [['Rye bread', '3.80'], ['Oat milk', '2.15'], ['Green apples 1 kg', '2.99'], ['Soap', '0.85'], ['Paper towels', '4.25'], ['Pears', '1.79'], ['Sum', '15.83']] as const;
const WANTED = GOODS.map((pair) => pair.join(' '));
/** Names at the left, amounts at the right, nothing between: 560 px wide, lines 27 px apart. */
const slip = GOODS.flatMap(([name, amount], index) => [block(name, 30, 120 + index * 27), rightAligned(amount, 590, 120 + index * 27)]);
const along = (x: number) => (x - 30) / 560;

const SHAPES: ReadonlyArray<readonly [string, Move]> = [
	['flat', (point) => point],
	['right end lower by half a line', ([x, y]) => [x, y + 14 * along(x) ** 2]],
	['right end lower by a line', ([x, y]) => [x, y + 27 * along(x) ** 2]],
	['right end higher by a line', ([x, y]) => [x, y - 27 * along(x) ** 2]],
	['left end lower by a line', ([x, y]) => [x, y + 27 * (1 - along(x)) ** 2]],
	['bulging', ([x, y]) => [x, y - 11 * Math.sin(along(x) * Math.PI)]],
	['sagging', ([x, y]) => [x, y + 11 * Math.sin(along(x) * Math.PI)]],
	['from the left', ([x, y]) => [x, 210 + (y - 210) * (1.12 - 0.24 * along(x))]],
	['from the right', ([x, y]) => [x, 210 + (y - 210) * (0.88 + 0.24 * along(x))]],
	['curled and askew', ([x, y]) => turn(4)([x, y + 20 * along(x) ** 2])],
	['curled and upside down', ([x, y]) => turn(180)([x, y + 20 * along(x) ** 2])],
];

describe('pages that are bent', () => {
	test.each(SHAPES)('%s', (_, move) => {
		expect(texts(moved(moved(slip, move), toPixels))).toEqual(WANTED);
	});

	test('askew by whole pixels only is not taken for bent', () => {
		expect(texts(moved(moved(slip, turn(-5.3)), toPixels))).toEqual(WANTED);
	});

	test('rectangles that say nothing about the bend stay apart where two rows are equally near', () => {
		const halfway = GOODS.flatMap(([name, amount], index) => [block(name, 30, 120 + index * 30), rightAligned(amount, 590, 135 + index * 30)]);
		expect(texts(halfway)).toHaveLength(2 * GOODS.length);
	});
});

describe('raised and lowered figures', () => {
	const small = (words: string, left: number, top: number) => block(words, left, top, 11);
	test.each([
		['a footnote mark', [block('Income', 40, 100), block('3,140', 260, 100), small('2', 312, 96)], ['Income 3,140 2']],
		['an exponent', [block('Hall 240 m', 40, 100), small('2', 141, 96)], ['Hall 240 m 2']],
		['an index', [block('H', 40, 100), small('2', 51, 113), block('O bottle', 59, 100)], ['H 2 O bottle']],
		['raised cents', [block('Melon', 40, 100), block('3', 300, 100, 30), block('49', 316, 97, 16)], ['Melon 3 49']],
		['an ordinal', [block('The 21', 40, 100), small('st', 102, 95), block('of May', 122, 100)], ['The 21 st of May']],
		['a registered mark', [block('Velto', 40, 100), small('®', 91, 95)], ['Velto ®']],
		['a comma of its own', [block('17', 40, 100), block(',', 61, 115, 8), block('50', 68, 100)], ['17 , 50']],
		['a degree sign', [block('18', 40, 100), small('°', 61, 96), block('C', 68, 100)], ['18 ° C']],
		['a mark before its text', [small('*', 33, 97), block('net of tax', 40, 100)], ['* net of tax']],
		['marks in two close lines', [block('Rent', 40, 100), small('1', 81, 96), block('Heating', 40, 123), small('2', 111, 119)], ['Rent 1', 'Heating 2']],
	])('%s goes with its line', (_, blocks, wanted) => {
		expect(texts(blocks)).toEqual(wanted);
	});

	test('small print under a line is a line of its own', () => {
		expect(texts([block('Total', 40, 100), block('incl. tax', 40, 124, 11)])).toEqual(['Total', 'incl. tax']);
	});

	test('a small figure far from any text stays alone', () => {
		expect(texts([block('Total', 40, 100), small('7', 300, 92)])).toHaveLength(2);
	});
});

describe('tilted blocks', () => {
	const page = ['Delivered on Monday', 'Received by the office', 'Checked and counted', 'Filed in folder nine'].map((words, index) => block(words, 40, 100 + index * 34));
	const tilted = (words: string, left: number, top: number, degrees: number) =>
		moved([block(words, 0, 0)], turn(degrees)).map((each) => moved([each], ([x, y]) => [x + left, y + top])[0] ?? each);

	test('a stamp at a distance comes last', () => {
		expect(texts([...page, ...tilted('PAID', 420, 150, 14)])).toEqual(['Delivered on Monday', 'Received by the office', 'Checked and counted', 'Filed in folder nine', 'PAID']);
	});

	test('a short block of which the corners are a little askew stays in its row', () => {
		expect(texts([...page, ...tilted('boxes', 300, 132, 4)])).toEqual(['Delivered on Monday', 'Received by the office boxes', 'Checked and counted', 'Filed in folder nine']);
	});
});

describe('text that runs down', () => {
	const columns = ['白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'];
	const page = columns.map((words, index) => block(words, 360 - index * 44, 80, 110, 20));

	test('a level title above its columns comes first', () => {
		expect(texts([...page, block('登楼', 260, 20, 26)])).toEqual(['登楼', ...columns]);
	});

	test('a level line below them comes last', () => {
		expect(texts([block('选自诗集', 240, 230), ...page])).toEqual([...columns, '选自诗集']);
	});
});
