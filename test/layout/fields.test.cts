import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { FieldDefinition } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block, moved, turn } from './page.cts';

const byLabel = (label: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({ name: 'value', findBy: 'label', label, ...more });
const find = (blocks: WordsBlock[], definition: FieldDefinition) => readFields(blocks, -1, [definition])[0]?.text;

describe('fields by label', () => {
	test('the value stands behind a colon in the same block', () => {
		expect(find([block('姓名：陈思雨', 20, 20)], byLabel('姓名'))).toBe('陈思雨');
		expect(find([block('Arrival time: 20:42', 20, 20)], byLabel('Arrival time'))).toBe('20:42');
		expect(find([block('【品牌】：代加工方式', 20, 20)], byLabel('品牌'))).toBe('代加工方式');
	});

	test('several labels in one block', () => {
		const page = [block('姓名：陈思雨 性别：女 年龄：34岁', 20, 20)];
		expect(find(page, byLabel('姓名'))).toBe('陈思雨');
		expect(find(page, byLabel('性别'))).toBe('女');
		expect(find(page, byLabel('年龄'))).toBe('34岁');
		const english = [block('Name: Li Wei Order number: 17', 20, 20)];
		const found = readFields(english, -1, [byLabel('Name'), byLabel('Order number')]);
		expect(found.map(({ text }) => text)).toEqual(['Li Wei', '17']);
	});

	test('the value stands beside its label', () => {
		const page = [block('Name', 20, 20), block('Li', 200, 20), block('Wei', 230, 20), block('Phone', 20, 60), block('555 1234', 200, 60)];
		expect(find(page, byLabel('Name'))).toBe('Li Wei');
		expect(find(page, byLabel('Phone'))).toBe('555 1234');
		expect(find(page, byLabel('Phone', { position: 'below' }))).toBeUndefined();
	});

	test('the value stands below its label', () => {
		const page = [
			block('运输方式', 20, 20), block('运输工具', 200, 20), block('BY SEA', 20, 50), block('COSCO 12', 200, 50),
			block('监管方式', 20, 110), block('征免性质', 200, 110), block('G.T', 20, 140),
		];
		const labels = ['运输方式', '运输工具', '监管方式', '征免性质'];
		const found = readFields(page, -1, labels.map((label) => ({ name: label, findBy: 'label', label })));
		expect(found.map(({ text }) => text)).toEqual(['BY SEA', 'COSCO 12', 'G.T', undefined]);
		// One field alone: the page's own spacing shows that labels and values are stacked in pairs.
		expect(find(page, byLabel('运输方式'))).toBe('BY SEA');
		expect(find(page, byLabel('运输方式', { position: 'right' }))).toBe('运输工具');
	});

	test('a value beside a label of several lines', () => {
		const page = [
			block('Vehicle', 68, 76), block('department', 68, 95), block('用车部门', 68, 113), block('合合信息', 239, 107),
			block('Transport', 420, 76), block('time', 420, 95), block('用车时间', 420, 113), block('5月20日', 542, 109),
		];
		for (const label of ['用车部门', 'Vehicle department', 'vehicledepartment']) expect(find(page, byLabel(label))).toBe('合合信息');
		expect(find(page, byLabel('Transport time'))).toBe('5月20日');
	});

	test('a value over two lines', () => {
		const page = [block('Address', 20, 20), block('283 Forest Avenue', 200, 20), block('Bristol', 200, 46), block('Phone', 20, 90), block('1', 200, 90)];
		expect(find(page, byLabel('Address'))).toBe('283 Forest Avenue Bristol');
	});

	test('a value below its label ends where a row of other cells begins', () => {
		const page = [
			block('Locker', 20, 20), block('Key holder', 200, 20), block('Room', 420, 20),
			block('B-17', 20, 70), block('Anna Berg', 200, 70), block('214', 420, 70),
			// The next row has cells of its own: its second text stands below none of the values.
			block('Handed out', 20, 92), block('Returned', 310, 92),
			block('by', 20, 114), block('to', 310, 114),
		];
		expect(find(page, byLabel('Locker', { position: 'below' }))).toBe('B-17');
		// Named neighbours show that values are below.
		expect(readFields(page, -1, [byLabel('Locker'), byLabel('Key holder'), byLabel('Room')]).map(({ text }) => text)).toEqual(['B-17', 'Anna Berg', '214']);
	});

	test('values side by side below their labels keep their further lines', () => {
		const page = [
			block('Bill to', 20, 20), block('Ship to', 300, 20), block('Date', 580, 20),
			block('Greenfield Ltd', 20, 46), block('Summit Paper', 300, 46), block('2024-05-03', 580, 46),
			block('283 Forest Avenue', 20, 72), block('12 Mill Lane', 300, 72),
			block('Bristol', 20, 98), block('Leeds', 300, 98),
		];
		const below = { position: 'below' } as const;
		expect(find(page, byLabel('Bill to', below))).toBe('Greenfield Ltd 283 Forest Avenue Bristol');
		expect(find(page, byLabel('Ship to', below))).toBe('Summit Paper 12 Mill Lane Leeds');
	});

	test('labels match without regard to case, width, spaces and punctuation', () => {
		const page = [block('ＯＲＤＥＲ  Number.', 20, 20), block('A-1', 300, 20)];
		expect(find(page, byLabel('order number'))).toBe('A-1');
		expect(find([block('姓', 20, 20), block('名', 80, 20), block('李伟', 160, 20)], byLabel('姓名'))).toBe('李伟');
	});

	test('one wrong character in five is forgiven, two are not', () => {
		const page = [block('lnvoice N0', 20, 20), block('A-1', 300, 20)];
		expect(find(page, byLabel('Invoice'))).toBeUndefined();
		expect(find([block('lnvoice', 20, 20), block('A-1', 300, 20)], byLabel('Invoice'))).toBe('A-1');
		expect(find([block('lnvo1ce', 20, 20), block('A-1', 300, 20)], byLabel('Invoice'))).toBeUndefined();
		expect(find([block('日明', 20, 20), block('A-1', 300, 20)], byLabel('日期'))).toBeUndefined();
	});

	test('the exact label wins over a similar one above it', () => {
		const page = [block('Order nunber', 20, 20), block('old', 300, 20), block('Order number', 20, 60), block('new', 300, 60)];
		expect(find(page, byLabel('Order number'))).toBe('new');
	});

	test('alternatives are tried in their order', () => {
		const page = [block('Amount due', 20, 20), block('12.00', 300, 20)];
		expect(find(page, byLabel('Total|Amount due'))).toBe('12.00');
		expect(find(page, byLabel(' | '))).toBeUndefined();
	});

	test('an amount behind its label without a colon', () => {
		expect(find([block('合计74.20', 20, 20)], byLabel('合计'))).toBe('74.20');
		expect(find([block('Total Amount Due', 20, 20)], byLabel('Total'))).toBeUndefined();
	});

	test('a label in two languages is found by either', () => {
		const page = [block('License plate number车牌号', 20, 20), block('沪M888888', 20, 60), block('Name', 20, 120)];
		expect(find(page, byLabel('车牌号'))).toBe('沪M888888');
		expect(find(page, byLabel('License plate number'))).toBe('沪M888888');
	});

	test('another label is no value', () => {
		const page = [block('姓名', 20, 20), block('性别：女', 200, 20)];
		expect(find(page, byLabel('姓名'))).toBeUndefined();
	});

	test('a turned page gives the same', () => {
		const page = [block('Name', 20, 20), block('Li Wei', 200, 20), block('Phone number', 20, 60), block('555 1234', 200, 60)];
		for (const degrees of [90, 180, 270, 6]) expect(find(moved(page, turn(degrees)), byLabel('Phone number'))).toBe('555 1234');
	});
});

describe('fields by region', () => {
	const region = { name: 'value', findBy: 'region', left: 50, top: 0, right: 100, bottom: 30 } as const;
	const page = [block('Title', 20, 20), block('No', 700, 60), block('A-17', 760, 60), block('2024', 700, 100), block('Text below', 20, 700), block('end', 900, 700)];

	test('takes what has its middle in the region, line by line', () => {
		expect(readFields(page, -1, [region], { width: 1000, height: 1000 })[0]?.text).toBe('No A-17\n2024');
	});

	test('without the size of the page the extent of its text counts', () => {
		expect(readFields(page, -1, [region])[0]?.text).toBe('No A-17\n2024');
	});

	test('percent refer to the upright page', () => {
		// The page turned clockwise: its upper left corner is now at the upper right.
		const turned = moved(moved(page, turn(90)), ([x, y]) => [x + 800, y]);
		expect(readFields(turned, 90, [region], { width: 800, height: 1000 })[0]?.text).toBe('No A-17\n2024');
	});

	test('an empty region is not found', () => {
		expect(readFields(page, -1, [{ ...region, left: 0, right: 10, top: 40, bottom: 50 }])[0]?.text).toBeUndefined();
	});
});
