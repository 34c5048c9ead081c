import { sampleForm } from '../../workshop/documents/samples.cts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { block as b } from './page.cts';

// The labels of the sample form stand in two lines, Chinese above English, with one value beside both.
test.each([
	['申请部门|Department', '市场部'],
	['Department|申请部门', '市场部'],
	['申请日期|Date', '2026年3月18日'],
	['Date|申请日期', '2026年3月18日'],
	['联系电话|Phone', '13852047168'],
	['用车时间|Time of use', '2026-03-20 08:30'],
	['车牌号|Licence plate', '浙A52736'],
	['申请人签字|Signature', '林思源'],
	['部门经理|Manager', '陈雅琴'],
])('both halves of a stacked bilingual label as alternatives: %s', async (label, value) => {
	const form = await sampleForm();
	const blocks: WordsBlock[] = form.blocks.map(({ words, location }) => ({ words, location }));
	const [field] = readFields(blocks, -1, [{ name: 'value', findBy: 'label', label }], form);
	expect(field?.text).toBe(value);
});

describe('both halves of one printed label as two fields', () => {
	const read = (page: readonly WordsBlock[], labels: readonly string[]) =>
		Object.fromEntries(readFields(page, -1, labels.map((label) => ({ name: label, findBy: 'label', label }))).map(({ name, text }) => [name, text]));
	const name = { 船长: '石大川', Skipper: '石大川' };

	test.each(['船长 / Skipper', '船长/Skipper', '船长 Skipper', 'Skipper 船长', '船长（Skipper）'])('%s', (label) => {
		const grid = [
			b(label, 20, 90), b('石大川', 240, 90), b('泊位 / Berth', 440, 90), b('W17', 640, 90),
			b('船名 / Boat', 20, 130), b('白鹭', 240, 130), b('日期 / Date', 440, 130), b('2031-07-04', 640, 130),
		];
		expect(read(grid, ['船长', 'Skipper'])).toEqual(name);
		expect(read([b(label, 20, 90), b('泊位 / Berth', 440, 90), b('石大川', 20, 122), b('W17', 440, 122)], ['船长', 'Skipper'])).toEqual(name);
		expect(read([b(`${label}：石大川`, 20, 90), b('泊位 / Berth：W17', 20, 130)], ['船长', 'Skipper', '泊位', 'Berth'])).toEqual({ ...name, 泊位: 'W17', Berth: 'W17' });
	});

	test('an empty place gives neither the next label', () => {
		const page = [b('船长 / Skipper', 20, 90), b('泊位 / Berth', 440, 90), b('船名 / Boat', 20, 130), b('日期 / Date', 440, 130)];
		expect(read(page, ['船长', 'Skipper'])).toEqual({ 船长: undefined, Skipper: undefined });
	});
});
