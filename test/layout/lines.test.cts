import { readLines, readText } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { block, moved, turn } from './page.cts';

const texts = (blocks: Parameters<typeof readLines>[0], direction = -1) => readLines(blocks, direction).map(({ text }) => text);

describe('lines', () => {
	test('blocks of one level form a line, from left to right', () => {
		expect(texts([block('15.00', 300, 102), block('挂号费', 50, 100), block('项目', 50, 60)])).toEqual(['项目', '挂号费 15.00']);
	});

	test('a line has the box around all of its blocks', () => {
		expect(readLines([block('a', 10, 20), block('b', 100, 22)], -1)).toMatchObject([{ left: 10, top: 20, right: 110, bottom: 42 }]);
	});

	test('columns of running text are read one after the other', () => {
		const left = ['The office will move next', 'month, so please sort all', 'files in good time, and', 'mark the boxes.'];
		const right = ['The canteen now serves a', 'meal without meat every', 'day at the same price as', 'before.'];
		const page = [
			block('News from the site', 180, 20, 30),
			...left.map((words, index) => block(words, 20, 100 + index * 30)),
			...right.map((words, index) => block(words, 310, 100 + index * 30)),
			block('Printed on recycled paper in the spring of this year', 20, 300),
		];
		expect(texts(page)).toEqual(['News from the site', ...left, ...right, 'Printed on recycled paper in the spring of this year']);
	});

	test('columns whose lines stand at different heights are told apart, too', () => {
		const left = ['训练课程共分为三个阶段，', '每个阶段结束后都有一次', '小测验，请准时参加。'];
		const right = ['食堂从今天起增加素食的', '窗口，价格与普通套餐相', '同，欢迎大家前来品尝。'];
		const page = [...left.map((words, index) => block(words, 20, 100 + index * 30)), ...right.map((words, index) => block(words, 310, 113 + index * 30))];
		expect(texts(page)).toEqual([...left, ...right]);
	});

	test('labels and values side by side are no columns', () => {
		const page = ['Company: Summit Paper', 'Arrival time: 20:42', 'Department: Production'].flatMap((words, index) => [
			block(words, 20, 100 + index * 40),
			block(`Order ${index}: KX-5310${index}`, 300, 100 + index * 40),
		]);
		expect(texts(page)).toEqual([
			'Company: Summit Paper Order 0: KX-53100',
			'Arrival time: 20:42 Order 1: KX-53101',
			'Department: Production Order 2: KX-53102',
		]);
	});

	test('a large price beside small lines joins only the one it is level with', () => {
		const page = [block('Coffee', 20, 100), block('roasted', 20, 124), block('500 g', 20, 148), block('9.90', 200, 104, 60)];
		expect(texts(page)).toEqual(['Coffee', 'roasted 9.90', '500 g']);
	});

	test.each([0, 90, 180, 270, 3.5, 355, 93])('a page turned by %d° reads the same, with and without direction', (degrees) => {
		const page = [block('Form 12', 200, 20), block('Name', 20, 80), block('Li Wei', 200, 80), block('Date', 20, 120), block('2024-05-03', 200, 120)];
		const expected = ['Form 12', 'Name Li Wei', 'Date 2024-05-03'];
		const turned = moved(page, turn(degrees));
		expect(texts(turned)).toEqual(expected);
		expect(texts(turned, degrees)).toEqual(expected);
	});

	test('the service says which way is up when the corners contradict it', () => {
		// Corners listed from the image's point of view on a page that stands on its head.
		const upsideDown = [block('second line', 20, 20), block('first line', 20, 60)];
		expect(texts(upsideDown, 180)).toEqual(['first line', 'second line']);
	});

	test('a wrong quarter turn in direction is not believed', () => {
		const page = [block('first line', 20, 20), block('second line', 20, 60)];
		expect(texts(page, 90)).toEqual(['first line', 'second line']);
	});

	test('text that runs another way comes last', () => {
		const page = [block('Net weight 200 ml', 20, 20), block('Keep dry and cool', 20, 60), ...moved([block('ODM OEM', 60, -400)], turn(90))];
		expect(texts(page)).toEqual(['Net weight 200 ml', 'Keep dry and cool', 'ODM OEM']);
	});

	test('columns of Chinese are read from top to bottom and from right to left', () => {
		const page = ['春眠不觉晓', '处处闻啼鸟', '夜来风雨声'].map((words, index) => block(words, 300 - index * 40, 20, 100, 20));
		expect(texts(page)).toEqual(['春眠不觉晓', '处处闻啼鸟', '夜来风雨声']);
	});

	test('a line of Arabic or Hebrew is put together from right to left', () => {
		expect(texts([block('שלום', 200, 20), block('עולם', 100, 20)])).toEqual(['שלום עולם']);
		expect(texts([block('مرحبا', 300, 20), block('بالعالم', 180, 20), block('2024', 20, 20)])).toEqual(['مرحبا بالعالم 2024']);
	});

	test('nothing gives nothing, and blank or flat blocks do no harm', () => {
		expect(texts([])).toEqual([]);
		expect(texts([block('  ', 10, 10)])).toEqual([]);
		const flat = { words: 'a', location: [[5, 5], [5, 5], [5, 5], [5, 5]] as const };
		expect(texts([{ ...flat, location: [[5, 5], [5, 5], [5, 5], [5, 5]] }])).toEqual(['a']);
	});

	test('a block without a location stays behind the one before it', () => {
		const page = [block('Total', 20, 20), { ...block('30.00', 0, 0), unlocated: true as const }, block('Cash', 20, 60)];
		expect(texts(page)).toEqual(['Total 30.00', 'Cash']);
	});

	test('text is the lines joined by line feeds', () => {
		expect(readText([block('a', 10, 10), block('b', 10, 50)], -1)).toBe('a\nb');
		expect(readText([], -1)).toBe('');
	});
});
