// Which texts of a page are read in one direction, and in which: by their corners, and by what the service says.
import { readFrames } from '../../nodes/HuaweiOcr/layout/page/frame.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { block, moved, turn, type Move } from './page.cts';

/** Groups of texts with the direction of each in whole degrees, that with most text first. */
function groups(blocks: readonly WordsBlock[], direction = -1): [degrees: number, words: string[]][] {
	return runAtOnce(readFrames(blocks, direction)).map(({ angle, boxes }) => [Math.round((angle * 180) / Math.PI) || 0, boxes.map(({ words }) => words).sort()]);
}

/** Turned around its own upper left corner. */
function tilted(words: string, left: number, top: number, degrees: number, height = 20): WordsBlock {
	const about: Move = ([x, y]) => {
		const [dx, dy] = turn(degrees)([x - left, y - top]);
		return [left + dx, top + dy];
	};
	return moved([block(words, left, top, height)], about)[0] as WordsBlock;
}

const LINES = Array.from({ length: 8 }, (_, index) => block(`line ${index} of the letter`, 40, 60 + index * 36));
const NAMES = LINES.map(({ words }) => words);

describe('the whole page', () => {
	test.each([0, 3, -8, 45, 90, 135, -90, 170])('lies at %d°, by its corners', (degrees) => {
		expect(groups(moved(LINES, turn(degrees)))).toEqual([[degrees, NAMES]]);
	});

	test.each([
		{ direction: 0, degrees: 0 },
		{ direction: 180, degrees: 180 },
		{ direction: 140, degrees: 180 },
		{ direction: 130, degrees: 0 },
		{ direction: 220, degrees: 180 },
		{ direction: 230, degrees: 0 },
		{ direction: 90, degrees: 0 },
		{ direction: -1, degrees: 0 },
		{ direction: Number.NaN, degrees: 0 },
		{ direction: Number.POSITIVE_INFINITY, degrees: 0 },
	])('is turned by half only where the service says so: $direction', ({ direction, degrees }) => {
		expect(groups(LINES, direction)).toEqual([[degrees, NAMES]]);
	});

	test('without texts has no direction', () => {
		expect(groups([])).toEqual([]);
	});
});

describe('texts in several directions', () => {
	test('a label up the margin is read by itself', () => {
		expect(groups([...LINES, tilted('up the margin', 20, 400, -90)])).toEqual([[0, NAMES], [-90, ['up the margin']]]);
	});

	test('a second page beside the first, turned by a quarter', () => {
		const second = ['short', 'other page'].map((words, index) => tilted(words, 700 - index * 36, 60, 90));
		expect(groups([...second, ...LINES])).toEqual([[0, NAMES], [90, ['other page', 'short']]]);
	});

	test('few words on their head are corners from the wrong end, many are text of their own', () => {
		const onHead = (count: number) => Array.from({ length: count }, (_, index) => tilted(`line ${index} on its head`, 700, 100 + index * 36, 180));
		expect(groups([...LINES, ...onHead(1)])).toEqual([[0, [...NAMES, 'line 0 on its head'].sort()]]);
		expect(groups([...LINES, ...onHead(3)])).toEqual([[0, NAMES], [180, ['line 0 on its head', 'line 1 on its head', 'line 2 on its head']]]);
	});

	test('texts that contradict the service by half a turn are turned with the page', () => {
		expect(groups([...LINES, tilted('up the margin', 20, 400, -90)], 180)).toEqual([[180, NAMES], [90, ['up the margin']]]);
	});
});

describe('stamps', () => {
	test.each([12, -20, 30])('a text at %d° among level ones is a stamp', (degrees) => {
		expect(groups([...LINES, tilted('PAID IN FULL', 420, 200, degrees)])).toEqual([[0, NAMES], [degrees, ['PAID IN FULL']]]);
	});

	test.each([1, 2])('a text at %d° is none', (degrees) => {
		expect(groups([...LINES, tilted('nearly level', 420, 200, degrees)])).toEqual([[0, [...NAMES, 'nearly level'].sort()]]);
	});

	test('three are stamps, four of so few texts are not', () => {
		const stamps = (count: number) => [15, -20, 30, -12].slice(0, count).map((degrees, index) => tilted(`STAMP ${index}`, 700 + 300 * (index % 2), 60 + index * 150, degrees));
		const words = (count: number) => stamps(count).map((each) => each.words);
		const lines = Array.from({ length: 30 }, (_, index) => block(`line ${index + 10} of the letter`, 40, 60 + index * 36));
		const names = lines.map((each) => each.words);
		expect(groups([...lines, ...stamps(3)]).map(([, found]) => found)).toEqual([names, ...words(3).map((word) => [word])]);
		expect(groups([...lines, ...stamps(4)]).map(([, found]) => found)).toEqual([[...names, ...words(4)].sort()]);
	});

	test('more of them are stamps where there is much text', () => {
		const lines = Array.from({ length: 200 }, (_, index) => block(`line ${index + 100} of the list`, 40, 60 + index * 36));
		const stamps = Array.from({ length: 5 }, (_, index) => tilted(`STAMP ${index}`, 900, 60 + index * 900, 15 + index));
		expect(groups([...lines, ...stamps])).toHaveLength(6);
	});

	test('what lies like the texts around it is none: a bent corner of the page', () => {
		const corner = Array.from({ length: 5 }, (_, index) => tilted(`bent line ${index}`, 40, 900 + index * 36, 6));
		const lines = Array.from({ length: 40 }, (_, index) => block(`line ${index + 10} of the letter`, 40, 60 + index * 20, 16));
		expect(groups([...lines, ...corner])).toHaveLength(1);
	});

	test.each([
		{ what: 'level in a row', at: [320, 132], alone: false },
		{ what: 'higher than the row', at: [320, 116], alone: true },
		{ what: 'far from the row', at: [620, 132], alone: true },
	] as const)('a short text with corners found askew, $what', ({ at: [left, top], alone }) => {
		const middle = 10;
		const about = (words: string): WordsBlock => {
			const [one] = moved([block(words, -20, -middle)], turn(8));
			return moved(one ? [one] : [], ([x, y]) => [x + left + 20, y + top + middle])[0] as WordsBlock;
		};
		expect(groups([...LINES, about('8.55')])).toEqual(alone ? [[0, NAMES], [8, ['8.55']]] : [[0, [...NAMES, '8.55'].sort()]]);
	});

	test('one that begins where the next line does is none', () => {
		expect(groups([...LINES, tilted('Yours', 40, 60 + 8 * 28, 5)])).toHaveLength(1);
	});
});
