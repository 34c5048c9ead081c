// The heads of columns came as one block, and users ask for one of them.
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block } from './page.cts';

const DOUBT = 'the label may be one of several heads over columns';

/** Each label asked for alone. */
function expectEach(page: readonly WordsBlock[], wanted: Record<string, string | undefined>): void {
	for (const [label, text] of Object.entries(wanted)) {
		const [field] = readFields(page, -1, [{ name: label, findBy: 'label', label }]);
		expect([label, field?.text, field?.needsReview]).toEqual([label, text, text !== undefined]);
		if (text !== undefined) expect(field?.reason).toBe(DOUBT);
	}
}

test.each<[string, WordsBlock[], Record<string, string | undefined>]>([
	['unknown words', [block('Mole Kiln Fee', 20, 90, 20, 620), block('Gannet', 20, 130), block('41', 250, 130), block('62.00', 520, 130)], { Mole: 'Gannet', Kiln: '41', Fee: '62.00' }],
	['known words', [block('Artikel Menge Preis', 20, 90, 20, 620), block('Leine', 20, 130), block('3', 250, 130), block('9,80', 500, 130)], { Artikel: 'Leine', Menge: '3', Preis: '9,80' }],
	['several words', [block('Order No Date Client No', 20, 90, 20, 700), block('B-41', 20, 130), block('9 May 2031', 260, 130), block('7715', 480, 130)], { 'Order No': 'B-41', Date: '9 May 2031', 'Client No': '7715' }],
	['Chinese', [block('窑名 窑号 费用', 20, 90, 20, 620), block('青窑', 20, 130), block('41', 290, 130), block('62.00', 560, 130)], { 窑名: '青窑', 窑号: '41', 费用: '62.00' }],
	['nothing under one of them', [block('Mole Kiln Fee', 20, 90, 20, 620), block('Gannet', 20, 130), block('41', 250, 130)], { Mole: 'Gannet', Kiln: '41', Fee: undefined }],
])('one row below, each text under its head: %s', (_, page, wanted) => expectEach(page, wanted));

test('over several rows a head labels no field, and the next head is no value', () => {
	const rows = [['Gannet', '41', '62.00'], ['Petrel', '42', '63.00']].flatMap((row, index) => row.map((words, column) => block(words, [20, 250, 520][column] ?? 0, 130 + 30 * index)));
	expectEach([block('Mole Kiln Fee', 20, 90, 20, 620), ...rows], { Mole: undefined, Kiln: undefined, Fee: undefined });
});

test('values that came as one block, too: the next heads are no sure value', () => {
	const page = [block('Mole Kiln Fee', 20, 90), block('Gannet 41 62.00', 20, 130)];
	expectEach(page, { Mole: 'Kiln Fee', Kiln: undefined, Fee: undefined });
});

test('a label with its value over other labels with theirs is no row of heads', () => {
	const page = [block('Potter Odile Brandt', 20, 20), block('Phone', 20, 50), block('555-0144', 160, 50), block('Kiln 41', 20, 80)];
	expect(readFields(page, -1, [{ name: 'potter', findBy: 'label', label: 'Potter' }])[0]).toMatchObject({ text: 'Odile Brandt', needsReview: false });
});

test('a sentence over a row of texts names none of them', () => {
	expectEach([block('Please pay the total amount by date', 20, 20), block('Net', 20, 50), block('12.50', 160, 50), block('2 days', 260, 50)], { 'Total amount': undefined, Date: undefined });
});
