import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { FieldDefinition, FoundField } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block as b, moved, rightAligned as rb, turn, widthOf } from './page.cts';

const one = (page: readonly WordsBlock[], label: string, more: Partial<FieldDefinition> = {}): FoundField | undefined =>
	readFields(page, -1, [{ name: label, findBy: 'label', label, ...more }])[0];
const all = (page: readonly WordsBlock[], labels: readonly string[]) => readFields(page, -1, labels.map((label) => ({ name: label, findBy: 'label', label }))).map(({ text }) => text);

/** Each label asked for together with all others and alone. */
function expectBoth(page: readonly WordsBlock[], wanted: Record<string, string | undefined>): void {
	expect(Object.fromEntries(all(page, Object.keys(wanted)).map((text, index) => [Object.keys(wanted)[index], text]))).toEqual(wanted);
	for (const [label, text] of Object.entries(wanted)) expect([label, one(page, label)?.text]).toEqual([label, text]);
}

describe('empty places stay empty', () => {
	test('a label below is no value', () => {
		expectBoth([b('Keel:', 20, 20), b('Mast:', 240, 20), b('Oar rack:', 20, 60), b('Bilge pump:', 240, 60)], { Keel: undefined, Mast: undefined, 'Oar rack': undefined, 'Bilge pump': undefined });
	});

	test('a label beside, with its own value, is no value', () => {
		expectBoth([b('Keel:', 20, 20), b('Mast: spruce', 240, 20), b('Deck:', 20, 60), b('Hull: oak', 240, 60)], { Keel: undefined, Mast: 'spruce', Deck: undefined, Hull: 'oak' });
	});

	test('a number in the label is not its value', () => {
		expectBoth([b('Cabin 12', 20, 20), b('Cabin 14', 20, 42), b('Cabin 16', 20, 64), b('Cabin 18', 20, 86)], { 'Cabin 12': undefined, 'Cabin 16': undefined });
	});

	test('an empty cell of a form in columns does not take the next label', () => {
		const page = [
			b('Keel', 20, 20), b('oak', 160, 20), b('Mast', 360, 20), b('spruce', 500, 20),
			b('Deck', 20, 62), b('Sail', 360, 62), b('hemp', 500, 62),
			b('Rope', 20, 104), b('jute', 160, 104), b('Tiller', 360, 104), b('ash', 500, 104),
		];
		expectBoth(page, { Keel: 'oak', Mast: 'spruce', Deck: undefined, Sail: 'hemp', Rope: 'jute', Tiller: 'ash' });
	});

	test('what stands under the column of values of the neighbours does not belong to a label without value', () => {
		const page = [
			b('航次 VOYAGE', 20, 20), b('泊位 BERTH', 260, 20), b('日期 DATE', 500, 20),
			b('W17', 20, 52), b('04JUL', 500, 52),
			b('船长 MASTER', 20, 120), b('石大川', 20, 152),
		];
		expectBoth(page, { 航次: 'W17', 泊位: undefined, 日期: '04JUL', 船长: '石大川' });
	});

	test('the head of the goods below is no value of the last label above', () => {
		const page = [
			b('Waiter', 20, 20), b('Odile', 160, 20), b('Berth', 20, 52), b('17', 160, 52), b('Guest', 20, 84),
			b('Description', 60, 140), b('Qty', 300, 140), b('Amount', 440, 140), b('Rope', 60, 172), rb('2', 330, 172), rb('9.00', 500, 172),
		];
		expectBoth(page, { Waiter: 'Odile', Berth: '17', Guest: undefined });
	});

	// Corners as an engine gives them: words, left, top, width, height.
	const engineBlocks = (list: readonly [string, number, number, number, number][]) => list.map(([words, left, top, width, height]) => b(words, left, top, height, width));

	test('a label with its number below, which nothing else tells, is no value', () => {
		const page = engineBlocks([
			['潮汐表', 441, 52, 96, 36], ['船牌号', 76, 136, 73, 30], ['潮位', 75, 186, 52, 30], ['合同编号 PE-4417', 79, 232, 197, 28], ['所属码头', 77, 283, 96, 30],
			['停靠地南岸郊外', 78, 331, 167, 27], ['船长石涛', 78, 378, 99, 29], ['登记日期2031年3月1日', 79, 436, 240, 28], ['潮色', 75, 484, 51, 33],
		]);
		expect(one(page, '潮位')?.text).toBeUndefined();
	});

	test('the next row of labels does not fill a gap in the row of values', () => {
		const page = engineBlocks([
			['Harbour sheet', 429, 56, 180, 28], ['Keels', 85, 156, 55, 25], ['Gaff', 305, 158, 42, 22], ['Mate', 525, 157, 51, 23], ['Contact', 745, 158, 65, 21],
			['28', 85, 187, 29, 25], ['David Westen', 526, 189, 130, 20], ['Helen Braham', 743, 187, 140, 23],
			['Serial number', 87, 226, 110, 21], ['Order number', 306, 226, 110, 21], ['Date of entry', 523, 224, 103, 23], ['Department', 743, 225, 98, 24],
			['MY-4417', 304, 255, 95, 24], ['2031-04-15', 524, 255, 109, 24],
			['Glaze', 87, 295, 46, 22], ['Phone', 304, 294, 56, 24], ['Moorage', 524, 294, 77, 24], ['Hull', 743, 295, 37, 22],
			['Amber', 86, 323, 67, 26], ['794-4142', 306, 323, 89, 25], ['Norwich elm', 745, 323, 135, 24],
		]);
		expect(one(page, 'Department')?.text).toBeUndefined();
		expect(one(page, 'Hull')?.text).toBe('Norwich elm');
	});

	test('a remark in brackets is no value', () => {
		expect(one([b('经办人签署', 20, 20), b('（码头人员填写）', 20, 46), b('船名：白鹭号', 20, 110)], '经办人签署')?.text).toBeUndefined();
	});
});

describe('amounts', () => {
	const sums = [b('Subtotal', 40, 100), rb('48.00', 600, 100), b('VAT 19%', 40, 132), rb('9.12', 600, 132), b('Total', 40, 164), rb('57.12', 600, 164)];

	test('the rate is not the amount', () => expectBoth(sums, { Subtotal: '48.00', VAT: '9.12', Total: '57.12' }));

	test('a currency apart belongs to the amount, however far it stands', () => {
		const page = [b('SUMME', 40, 100), b('CHF', 330, 100), rb('48.00', 600, 100), b('GELD', 40, 132), b('CHF', 330, 132), rb('50.00', 600, 132)];
		expect(one(page, 'SUMME', { type: 'number' })?.number).toBe(48);
		expect(one(page, 'SUMME')?.text).toBe('CHF 48.00');
		expect(one([b('SUMME CHF', 40, 100), rb('48.00', 600, 100)], 'SUMME')?.text).toBe('48.00');
	});

	test('the head of a column gives way to the sum', () => {
		const page = [b('Rope', 40, 100), b('Metres', 300, 100), b('Total', 560, 100), b('hemp', 40, 140), b('2', 300, 140), rb('18.00', 610, 140), b('jute', 40, 180), b('3', 300, 180), rb('21.00', 610, 180), b('Total', 300, 250), rb('39.00', 610, 250)];
		expect(one(page, 'Total')?.text).toBe('39.00');
		expect(one(page, 'Total', { type: 'number', position: 'right' })?.number).toBe(39);
	});

	test('an amount far to the right of its label goes before the label below it', () => {
		expectBoth([b('Deposit', 20, 20), rb('RM 20.00', 700, 22), b('Refund', 20, 56), rb('RM 5.00', 700, 58), b('Rest', 20, 92), rb('RM 15.00', 700, 94)], { Deposit: 'RM 20.00', Refund: 'RM 5.00', Rest: 'RM 15.00' });
	});

	test('signs between label and amount are passed over', () => {
		expectBoth([b('Jute', 20, 20), b(':', 300, 20), b('4.40', 500, 20), b('Hemp', 20, 60), b('....', 300, 60), b('7.70', 500, 60)], { Jute: '4.40', Hemp: '7.70' });
	});

	test('two numbers side by side are not one', () => {
		const page = [b('Coils', 40, 100), b('3', 110, 100), b('140', 140, 100), b('kg', 180, 100)];
		expect(one(page, 'Coils', { type: 'number' })?.number).toBe(3);
		expect(one([b('No 4417', 20, 20, 30), b('90210', 140, 24)], 'No')?.text).toBe('4417');
	});
});

describe('where the value stands', () => {
	test('figures at the right edge of their boxes, labels at the left', () => {
		const page = [b('Toll', 40, 100), b('Pilotage', 300, 100), b('Towage', 560, 100), rb('120.00', 260, 128), rb('45.50', 520, 128), rb('300.00', 780, 128)];
		expectBoth(page, { Toll: '120.00', Pilotage: '45.50', Towage: '300.00' });
		expect(one(page, 'Pilotage', { position: 'below' })?.text).toBe('45.50');
	});

	test('below a label with a colon, not in the next column', () => {
		const page = [b('Harbour account:', 20, 20), b('Season overview', 520, 24), b('7710 2233', 20, 48), b('Invoice date:', 520, 66), rb('4 July 2031', 980, 66), b('Due:', 520, 100), rb('48.00', 980, 100)];
		expectBoth(page, { 'Harbour account': '7710 2233', 'Invoice date': '4 July 2031', Due: '48.00' });
	});

	test('a little higher or lower than its label', () => {
		for (const off of [-11, -8, 8, 11]) expect(one([b('Skipper:', 20, 100), b('Odile', 180, 100 + off), b('Berth:', 20, 150)], 'Skipper')?.text).toBe('Odile');
	});

	test('in larger type', () => {
		expect(one([b('票号', 20, 100), b('77102', 120, 90, 36), b('船名', 20, 170), b('白鹭号', 120, 160, 36)], '票号')?.text).toBe('77102');
	});

	test('beside characters set wide apart', () => {
		const page = [b('船', 20, 20), b('名', 140, 20), b('白鹭号', 200, 20), b('停泊地点', 20, 60), b('北港', 200, 60), b('船', 20, 100), b('长', 140, 100), b('石大川', 200, 100)];
		expectBoth(page, { 船名: '白鹭号', 船长: '石大川', 停泊地点: '北港' });
		expect(one([b('船', 20, 20), b('名：白鹭号', 80, 20)], '船名')?.text).toBe('白鹭号');
	});

	test('beside an upright label', () => {
		const page = [b('备', 20, 20), b('注', 20, 56), b('潮水前到', 80, 38), b('要', 20, 120), b('求', 20, 156), b('自带缆绳', 80, 138)];
		expectBoth(page, { 备注: '潮水前到', 要求: '自带缆绳' });
		const tilted = [b('潮水前到', 80, 38), b('自带缆绳', 80, 64), b('北港码头', 80, 300), ...moved([b('备注', 0, 0, 20, 60)], ([x, y]) => turn(90)([x + 32, y - 50]))];
		expect(one(tilted, '备注')?.text).toBe('潮水前到自带缆绳');
	});

	test('beside a label of two lines, level with either or between them', () => {
		for (const top of [20, 30, 40]) {
			const page = [b('Name and rank', 20, 20), b('of the pilot', 20, 42), b('Odile Brandt', 300, top), b('Length of', 20, 100), b('the tow', 20, 122), b('44 m', 300, 80 + top)];
			expectBoth(page, { 'Name and rank of the pilot': 'Odile Brandt', 'Length of the tow': '44 m' });
		}
	});

	test('beside a label in two languages, one below the other', () => {
		const page = [
			b('船名', 20, 20), b('Vessel', 20, 42, 16), b('白鹭号', 200, 30), b('船长', 420, 20), b('Captain', 420, 42, 16), b('石大川', 600, 30),
			b('日期', 20, 90), b('Date', 20, 112, 16), b('2031-07-04', 200, 100), b('编号', 420, 90), b('Number', 420, 112, 16), b('W17', 600, 100),
		];
		expectBoth(page, { 船名: '白鹭号', 船长: '石大川', 日期: '2031-07-04', 编号: 'W17' });
		expect(all(page, ['船名', 'Vessel'])).toEqual(['白鹭号', '白鹭号']);
		expect(one(page, 'Captain')?.text).toBe('石大川');
	});

	test('in several lines beside, below and behind the label', () => {
		expect(one([b('Berth of:', 20, 20), b('Heron Lines', 200, 20), b('17 Quay Road', 200, 46), b('Norwich', 200, 72), b('Key:', 20, 120), b('B', 200, 120)], 'Berth of')?.text).toBe('Heron Lines 17 Quay Road Norwich');
		expect(one([b('Berth of: Heron Lines', 20, 20), b('17 Quay Road', 120, 46), b('Norwich', 120, 72), b('Key: B', 20, 120)], 'Berth of')?.text).toBe('Heron Lines 17 Quay Road Norwich');
		expect(one([b('REMARKS ON THE HULL:', 20, 20), b('Oiled twice this spring and painted', 20, 52, 20, 500), b('grey above the line.', 20, 84), b('NEXT VISIT:', 20, 150)], 'REMARKS ON THE HULL')?.text).toBe('Oiled twice this spring and painted grey above the line.');
	});

	test('a value with a colon of its own, in the column of values', () => {
		const page = [b('船名', 20, 20), b('白鹭号', 160, 20), b('泊位', 20, 62), b('北港', 160, 62), b('营运范围', 20, 104), b('主要航线：内河与沿海的旅客运输，货物转运，', 160, 94), b('以及船舶租赁与维修服务。', 160, 120)];
		expect(one(page, '营运范围')?.text).toBe('主要航线：内河与沿海的旅客运输，货物转运，以及船舶租赁与维修服务。');
	});
});

describe('the same label more than once', () => {
	const parties = [b('Owner', 20, 20), b('Name: Heron Lines', 40, 60), b('Phone: 555-0144', 40, 100), b('Charterer', 20, 180), b('Name: Odile Brandt', 40, 220), b('Phone:', 40, 260)];

	test('a section', () => {
		expect(all(parties, ['Owner > Name', 'Charterer > Name', 'Owner > Phone', 'Charterer > Phone'])).toEqual(['Heron Lines', 'Odile Brandt', '555-0144', undefined]);
		expect(one(parties, 'Charterer > Name')).toMatchObject({ text: 'Odile Brandt', needsReview: false });
		expect(one(parties, 'Broker > Name')?.text).toBeUndefined();
	});

	test('sections side by side, and upright ones', () => {
		const beside = [b('Owner', 20, 20), b('Charterer', 420, 20), b('Name: Heron Lines', 20, 60), b('Name: Odile Brandt', 420, 60)];
		expect(all(beside, ['Owner > Name', 'Charterer > Name'])).toEqual(['Heron Lines', 'Odile Brandt']);
		const upright = [b('船', 20, 40), b('东', 20, 70), b('名称：白鹭航运', 80, 20), b('电话：555-0144', 80, 90), b('租', 20, 180), b('家', 20, 210), b('名称：石大川', 80, 160), b('电话：555-0199', 80, 230)];
		expect(all(upright, ['船东 > 名称', '租家 > 名称', '租家 > 电话'])).toEqual(['白鹭航运', '石大川', '555-0199']);
	});

	test('a number', () => {
		expect(all(parties, ['Name [1]', 'Name [2]', 'Name [3]'])).toEqual(['Heron Lines', 'Odile Brandt', undefined]);
		expect(one(parties, 'Name [2]')?.needsReview).toBe(false);
	});

	test('neither: the first place, and a doubt', () => {
		expect(one(parties, 'Name')).toMatchObject({ text: 'Heron Lines', needsReview: true, reason: 'the label stands on the page more than once' });
	});

	test('a text belongs to one field', () => {
		expect(all(parties, ['Name', 'Charterer Name|Name'])).toEqual(['Heron Lines', 'Odile Brandt']);
	});
});

describe('details', () => {
	test('box, label box and the lowest confidence', () => {
		const page = [{ ...b('Boat:', 20, 20), confidence: 0.99 }, { ...b('Grey', 120, 20), confidence: 0.95 }, { ...b('Heron', 170, 20), confidence: 0.62 }];
		expect(one(page, 'Boat')).toEqual({
			name: 'Boat', isNumber: false, text: 'Grey Heron', value: 'Grey Heron', needsReview: false, confidence: 0.62,
			box: { left: 120, top: 20, right: 220, bottom: 40 }, labelBox: { left: 20, top: 20, right: 70, bottom: 40 },
		});
	});

	test('the box of a value behind its label', () => {
		const words = 'Boat: Heron';
		expect(one([b(words, 20, 20)], 'Boat')?.box).toEqual({ left: 20 + widthOf('Boat: '), top: 20, right: 20 + widthOf(words), bottom: 40 });
	});

	test('a short word whose corners were not found well is told as doubtful, and never joined to others', () => {
		const tilted = moved([b('PAID', 0, 0, 26, 90)], turn(-9));
		const stamp = moved(tilted, ([x, y]) => [x + 330, y + 34]);
		const page = [b('Approved:', 20, 20), b('Odile Brandt', 180, 20), ...stamp, b('Boat:', 20, 80), b('Heron', 180, 80), b('Berth:', 20, 120), b('17', 180, 120), b('Harbour office Norwich', 20, 200)];
		expect(one(page, 'Approved')).toMatchObject({ text: 'Odile Brandt', needsReview: false });
		expect(one(page.filter(({ words }) => words !== 'Odile Brandt'), 'Approved')).not.toMatchObject({ needsReview: false, text: 'PAID' });
	});
});

describe('rows of labels over rows of values', () => {
	test('the second line of the next label does not stand between a label and its value', () => {
		const page = [b('泊位状态', 300, 20), b('拖轮公司名称及船', 520, 22), b('长', 520, 46), b('FREE', 300, 72), b('潮位', 300, 112), b('水深', 520, 112), b('LOW', 300, 152)];
		for (const position of ['below', 'auto'] as const) expect(one(page, '泊位状态', { position })?.text).toBe('FREE');
		const english = [b('Tide', 300, 20), b('Name of the tug and', 440, 22), b('crew', 440, 46), b('falling', 300, 72), b('Heron', 440, 76)];
		expect(one(english, 'Tide', { position: 'below' })?.text).toBe('falling');
	});

	test('a row of labels in two languages below a form with values beside', () => {
		const form = [b('泊位 Berth', 20, 20), b('W17', 220, 20), b('船长 Captain', 20, 60), b('石大川', 220, 60), b('备注 Remarks', 20, 100), b('潮水前到', 220, 100), b('编号 Number', 20, 140), b('4417', 220, 140)];
		const labels = ['船名', '缆绳数量', '引水员姓名', '停泊地点'];
		const head = [b('Boat name 船名', 20, 220), b('Quantity 缆绳数量', 220, 220), b("Name 引水员姓名", 460, 220), b('Location 停泊地点', 700, 220)];
		const page = [...form, ...head, b('白鹭号', 20, 272), b('12', 220, 272), b('何北山', 460, 272), b('北港二号', 700, 272), b('Person in', 20, 312), b('charge', 20, 332)];
		expect(all(page, ['泊位', '船长', '编号', ...labels])).toEqual(['W17', '石大川', '4417', '白鹭号', '12', '何北山', '北港二号']);
		expect(labels.map((label) => one(page, label)?.text)).toEqual(['白鹭号', '12', '何北山', '北港二号']);
	});

	test('one label at a time, with empty places and figures at the right of their cells', () => {
		const page = [
			b('Tug', 20, 20, 16), b('Mooring', 240, 20, 16), b('Towage', 460, 20, 16), b('Heron', 20, 50, 22), rb('120.00', 440, 50),
			b('Skiff', 20, 94, 16), b('Rigging', 240, 94, 16), b('Ballast', 460, 94, 16), b('spruce', 240, 124, 22), b('gravel', 460, 124, 22),
			b('Buoy', 20, 168, 16), b('Ropes', 240, 168, 16), b('Tarpaulin', 460, 168, 16), b('green', 460, 198, 22),
		];
		const wanted = { Tug: 'Heron', Mooring: '120.00', Towage: undefined, Skiff: undefined, Rigging: 'spruce', Ballast: 'gravel', Buoy: undefined, Ropes: undefined, Tarpaulin: 'green' };
		for (const [label, text] of Object.entries(wanted)) expect([label, one(page, label)?.text]).toEqual([label, text]);
	});
});

describe('one label at a time, the place is empty', () => {
	test('in the left one of two columns of labels', () => {
		const page = [
			b('泊区', 20, 20), b('缆桩', 500, 20), b('九号', 620, 20), b('帆装', 20, 60), b('锚链', 500, 60), b('24节', 620, 60),
			b('引水', 20, 100), b('何北山', 140, 100), b('灯号', 500, 100), b('绿闪', 620, 100), b('潮汐', 20, 140), b('落潮', 140, 140), b('航标', 500, 140), b('北侧', 620, 140),
		];
		expect(['泊区', '帆装', '引水', '灯号'].map((label) => one(page, label)?.text)).toEqual([undefined, undefined, '何北山', '绿闪']);
	});

	test('above an entry that has its value behind a space', () => {
		const page = [b('车牌号 浙D40917', 20, 20), b('泊区', 20, 60), b('缆桩 九号', 20, 98), b('帆装', 20, 140), b('灯号 绿闪', 20, 180), b('潮汐 落潮', 20, 220)];
		expect(['泊区', '帆装', '缆桩', '潮汐'].map((label) => one(page, label)?.text)).toEqual([undefined, undefined, '九号', '落潮']);
	});

	test('before another label with a colon', () => {
		const page = [b('Sent: 20:41', 20, 20), b('Ballast:  Anchor: 31', 20, 60), b('Mooring:  Tide: low', 20, 100)];
		expect(['Ballast', 'Anchor', 'Mooring', 'Tide'].map((label) => one(page, label)?.text)).toEqual([undefined, '31', undefined, 'low']);
		expect(all(page, ['Anchor', 'Ballast', 'Tide'])).toEqual(['31', undefined, 'low']);
	});
});

describe('ruled cells', () => {
	const page = [b('Boat', 20, 20), b('Grey', 160, 14), b('Heron of Norwich', 160, 62), b('Mast', 420, 20), b('spruce', 560, 20)];
	const cells = [[0, 0, 150, 100], [150, 0, 400, 100], [400, 0, 550, 100], [550, 0, 700, 100]].map(([left = 0, top = 0, right = 0, bottom = 0]) => ({ left, top, right, bottom }));

	test('all texts of the cell are the value', () => {
		expect(readFields(page, -1, [{ name: 'v', findBy: 'label', label: 'Boat' }], undefined, { cells })[0]?.text).toBe('Grey Heron of Norwich');
	});

	test('below is the cell below', () => {
		const boxes = [b('Boat', 20, 14), b('Mast', 220, 14), b('spruce', 330, 92)];
		const ruled = [[0, 0, 200, 50], [200, 0, 400, 50], [0, 50, 200, 120], [200, 50, 400, 120]].map(([left = 0, top = 0, right = 0, bottom = 0]) => ({ left, top, right, bottom }));
		const find = (label: string) => readFields(boxes, -1, [{ name: 'v', findBy: 'label', label }], undefined, { cells: ruled })[0]?.text;
		expect([find('Boat'), find('Mast')]).toEqual([undefined, 'spruce']);
	});
});

test('labels in one block, their values in the block below, one word each', () => {
	const page = [b('CALL. QUAY PILOT DRAUGHT', 20, 20), b('W17 4B Brandt 4.40', 20, 60), b('Harbour office', 20, 160)];
	expect(all(page, ['CALL', 'QUAY', 'PILOT', 'DRAUGHT'])).toEqual(['W17', '4B', 'Brandt', '4.40']);
	expect(all(page, ['CALL', 'QUAY', 'DRAUGHT'])).toEqual(['W17', '4B', '4.40']);
	expect(readFields(page, -1, [{ name: 'v', findBy: 'label', label: 'QUAY' }, { name: 'w', findBy: 'label', label: 'PILOT' }])[0]?.needsReview).toBe(true);
	// Another number of words can't be told apart.
	expect(one([b('CALL QUAY', 20, 20), b('W 17 4B', 20, 60)], 'QUAY')?.text).toBeUndefined();
});
