// Lists in which each entry is a label with its value in one block: what stands below an entry is the next one.
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { block as b } from './page.cts';

/** One entry per line, and what the only field that is asked for gives. */
const ask = (entries: readonly string[], label: string) =>
	readFields([b('登记表', 400, 20, 34), ...entries.map((words, index) => b(words, 60, 100 + index * 50))], -1, [{ name: 'v', findBy: 'label', label }])[0]?.text;

describe('labels and values without anything between them', () => {
	const list = ['船籍', '锚位甲组', '联系电话010-884417', '停泊地北港东侧', '通讯地址北港路17号', '装备缆绳'];

	test.each([
		['船籍', undefined],
		['联系电话', '010-884417'],
		['通讯地址', '北港路17号'],
		['装备', '缆绳'],
	])('%s → %s', (label, value) => expect(ask(list, label)).toBe(value));

	test('an empty place at the end, in the middle and before a label that nobody knows', () => {
		expect(ask([...list.slice(1), '船籍'], '船籍')).toBeUndefined();
		expect(ask([...list.slice(1, 3), '船籍', ...list.slice(3)], '船籍')).toBeUndefined();
		expect(ask(['登记日期2031年4月2日', '停泊地', '装备缆绳', '合同编号KP-884', '船名白鹭号'], '停泊地')).toBeUndefined();
	});

	test('a label over its value is none of them', () => {
		const page = [b('船籍', 60, 100), b('北港', 60, 128), b('船名', 60, 200), b('白鹭号', 60, 228)];
		expect(readFields(page, -1, [{ name: 'v', findBy: 'label', label: '船籍' }])[0]?.text).toBe('北港');
	});
});

describe('leaders of which two dots are left', () => {
	const list = ['登记日期....', '通讯地址··北港路17号', '合同编号.....KP-884', '船名...白鹭号'];

	test.each([
		['登记日期', undefined],
		['通讯地址', '北港路17号'],
		['合同编号', 'KP-884'],
		['船名', '白鹭号'],
	])('%s → %s', (label, value) => expect(ask(list, label)).toBe(value));

	test('other signs by themselves behind words that label fields', () => {
		expect(ask(['登记日期', '通讯地址··北港路17号'], '登记日期')).toBeUndefined();
		expect(ask(['登记日期', '通讯地址=北港路17号'], '登记日期')).toBeUndefined();
		expect(ask(['登记日期', '通讯地址…北港路17号'], '登记日期')).toBeUndefined();
	});
});
