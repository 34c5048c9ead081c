import { sampleForm } from '../../workshop/documents/samples.cts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';

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
