// How check:documents scores an answer: nothing that is wrong, missing or invented counts as right.
import { compare } from '../../workshop/checks/documents/compare.cts';

const truth = { name: '林思源', code: '', front: { sex: '男' }, item_list: [{ name: 'A', amount: '1.00' }, { name: 'B', amount: '2.00' }] };

test('a right answer, with more than the truth knows', () => {
	const answer = { name: '林思源', code: '', confidence: {}, front: { sex: '男' }, item_list: [{ name: 'A', amount: '1.00' }, { name: 'B', amount: '2.00', tax: '' }] };
	expect(compare(truth, answer)).toMatchObject({ fields: 3, fieldsRight: 3, lines: 2, linesRight: 2, differences: [] });
});

test('full-width signs are the same signs', () => {
	expect(compare({ total: '¥1(a)' }, { total: '￥1（a）' })).toMatchObject({ fieldsRight: 1 });
});

test('wrong, invented and missing fields', () => {
	const score = compare(truth, { name: '林恩源', code: '7', item_list: [{ name: 'A', amount: '1.0' }] });
	expect(score).toMatchObject({ fields: 3, fieldsRight: 0, lines: 2, linesRight: 0 });
	expect(score.differences.map(({ field }) => field)).toEqual(['name', 'code', 'front.sex', 'item_list[0].amount', 'item_list[1].name', 'item_list[1].amount']);
});

test('a line too many is wrong, too', () => {
	const more = { ...truth, item_list: [...truth.item_list, { name: 'C', amount: '3.00' }] };
	expect(compare(truth, more)).toMatchObject({ lines: 3, linesRight: 2 });
});

test('no answer at all', () => {
	expect(compare(truth, undefined)).toMatchObject({ fields: 3, fieldsRight: 0, lines: 2, linesRight: 0 });
});
