import { readPairs } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block as b, moved, rightAligned as rb, turn } from './page.cts';

const pairs = (page: readonly WordsBlock[]) => readPairs(page, -1).map(({ label, value }) => `${label} = ${value}`);

const form = [
	b('Harbour sheet', 200, 20, 30),
	b('Vessel name:', 20, 90), b('Heron', 240, 90), b('Order number: W17', 500, 90),
	b('Date:', 20, 130), b('4 July 2031', 240, 130), b('Phone:', 500, 130),
	b('Total', 20, 190), rb('CHF 48.00', 700, 190),
];

test('labels with a colon, with their values beside and behind it; a place without value gives no pair', () => {
	expect(pairs(form)).toEqual(['Vessel name = Heron', 'Order number = W17', 'Date = 4 July 2031', 'Total = CHF 48.00']);
});

test('boxes, confidence and doubt', () => {
	const [first] = readPairs(form.map((each) => ({ ...each, confidence: 0.8 })), -1);
	expect(first).toEqual({ label: 'Vessel name', value: 'Heron', confidence: 0.8, box: { left: 240, top: 90, right: 290, bottom: 110 }, labelBox: { left: 20, top: 90, right: 140, bottom: 110 }, needsReview: false });
	expect(readPairs([b('Deposit', 20, 20), b('7', 900, 60), b('Note', 20, 100)], -1).filter(({ needsReview }) => !needsReview)).toEqual([]);
});

test.each<[title: string, page: WordsBlock[], expected: string[]]>([
	['counted up', [b('1、船名：白鹭号', 20, 20), b('2、船长：石大川', 20, 60), b('3、泊位：', 20, 100)], ['船名 = 白鹭号', '船长 = 石大川']],
	['signs other than a colon', [b('Craft - barge', 20, 20), b('Keel - oak', 20, 60), b('Mast -', 20, 100), b('Deck - pine', 20, 140)], ['Craft = barge', 'Keel = oak', 'Deck = pine']],
	['words that label fields, values below', [b('申请部门', 20, 20), b('登记日期', 220, 20), b('航运科', 20, 46), b('2031年7月4日', 220, 46)], ['申请部门 = 航运科', '登记日期 = 2031年7月4日']],
	['two languages in one block', [b('日期 DATE', 20, 20), b('座位号 SEAT', 220, 20), b('编号 NUMBER', 420, 20), b('04JUL', 20, 48), b('17B', 220, 48), b('W17', 420, 48)], ['日期 DATE = 04JUL', '座位号 SEAT = 17B', '编号 NUMBER = W17']],
	['two labels in one block', [b('Date: 04/07/2031 Time: 09:15', 20, 20)], ['Date = 04/07/2031', 'Time = 09:15']],
	['an upright label', [b('备', 20, 20), b('注', 20, 56), b('潮水前到', 80, 38)], ['备注 = 潮水前到']],
	['standing where labels stand', [b('Name', 20, 20), b('Odile', 240, 20), b('Phone', 20, 60), b('555-0144', 240, 60), b('Hatch', 20, 100), b('forward', 240, 100)], ['Name = Odile', 'Phone = 555-0144', 'Hatch = forward']],
	['the ticked alternative', [b('Craft: □ dinghy ☑ barge', 20, 20)], ['Craft = barge']],
	['several lines', [b('Address:', 20, 20), b('17 Quay Road', 160, 20), b('Norwich', 160, 46), b('Phone: 555-0144', 20, 90)], ['Address = 17 Quay Road Norwich', 'Phone = 555-0144']],
	['running text', [b('The ferry leaves when the tide turns, and no', 20, 20), b('sooner. Bring rope and a warm coat with you.', 20, 48)], []],
	['nothing', [], []],
])('%s', (_, page, expected) => expect(pairs(page)).toEqual(expected));

test('the same however the page is turned, moved and shuffled', () => {
	const expected = pairs(form);
	for (const degrees of [90, 180, 270, 5]) expect(pairs(moved([...form].reverse(), turn(degrees)))).toEqual(expected);
});
