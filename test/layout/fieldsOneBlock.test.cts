import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { FieldDefinition } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { block } from './page.cts';

/** What a field gives on a page of one block below a title. */
const ask = (words: string, label: string, more: Partial<FieldDefinition> = {}) =>
	readFields([block('工作单 Worksheet', 20, 20, 26), block(words, 20, 90)], -1, [{ name: 'v', findBy: 'label', label, ...more }])[0];

type Case = [words: string, label: string, value: string | undefined];
const cases = (title: string, list: readonly Case[]) => test.each(list)(`${title}: %s → %s`, (words, label, value) => expect(ask(words, label)?.text).toBe(value));

cases('a sign other than a colon', [
	['Boat - Heron', 'Boat', 'Heron'],
	['Boat- Heron', 'Boat', 'Heron'],
	['Boat – Heron', 'Boat', 'Heron'],
	['Boat = Heron', 'Boat', 'Heron'],
	['Boat | Heron', 'Boat', 'Heron'],
	['Boat; Heron', 'Boat', 'Heron'],
	['Boat :: Heron', 'Boat', 'Heron'],
	['Boat ........ Heron', 'Boat', 'Heron'],
	['Boat ____ Heron', 'Boat', 'Heron'],
	['船名∶白鹭号', '船名', '白鹭号'],
	['船名－ 白鹭号', '船名', '白鹭号'],
	['船名……白鹭号', '船名', '白鹭号'],
	['船名；白鹭号', '船名', '白鹭号'],
	['Berth no.: 17', 'Berth no', '17'],
]);

cases('a label of one sign that stands for letters', [
	['№ 17', 'No', '17'],
	['№: 17', 'No', '17'],
	['℡ 030 5550', 'Tel', '030 5550'],
	['℡: 030 5550', 'Tel', '030 5550'],
	['℡：030 5550', 'TEL', '030 5550'],
]);

cases('an empty place before the next label', [
	['Boat: Berth: 17', 'Boat', undefined],
	['Helmsman: Mooring: Norwich', 'Helmsman', undefined],
	['船名：泊位：乙17', '船名', undefined],
	['Remarks: Berth: 17', 'Remarks', 'Berth: 17'],
	['备注：泊位：乙17', '备注', '泊位：乙17'],
	['Boat: Re: Heron', 'Boat', 'Re: Heron'],
	['Boat: https://boats.example/17', 'Boat', 'https://boats.example/17'],
]);

cases('a value with its unit before the next label', [
	['水手：12人缆绳：两根', '水手', '12人'],
	['船长：8米缆绳：两根', '船长', '8米'],
	['水手：12人船籍：', '水手', '12人'],
	['水手：12 缆绳：两根', '水手', '12'],
	['船龄：7年船籍：北港', '船龄', '7年'],
	['停泊费：48元船籍：北港', '停泊费', '48元'],
]);

cases('no sign', [
	['Berth 17', 'Berth', '17'],
	['Berth #17-B', 'Berth', '17-B'],
	['Berth No. 17', 'Berth', '17'],
	['BERTH#A-0017', 'BERTH#', 'A-0017'],
	['Mooring fee 48.00 EUR', 'Mooring fee', '48.00 EUR'],
	['Mooring fee EUR 48.00', 'Mooring fee', 'EUR 48.00'],
	['Sail number NED 4417', 'Sail number', 'NED 4417'],
	['Helmsman Odile Brandt', 'Helmsman', 'Odile Brandt'],
	['泊位 乙17', '泊位', '乙17'],
	['船长 石大川', '船长', '石大川'],
	['停泊费48.00', '停泊费', '48.00'],
	['IBAN NL02 ABNA 0123 4567 89', 'IBAN', 'NL02 ABNA 0123 4567 89'],
]);

cases('a label that goes on in other words is another label', [
	['Total amount due', 'Total', undefined],
	['Invoice date: 2 May 2031', 'Invoice', undefined],
	['Berthing 17', 'Berth', undefined],
	['申请人签字', '申请人', undefined],
	['Mooring fee', 'Mooring', undefined],
]);

cases('counted up', [
	['3. Boat: Heron', 'Boat', 'Heron'],
	['(3) Boat: Heron', 'Boat', 'Heron'],
	['(c) Boat: Heron', 'Boat', 'Heron'],
	['C. Boat: Heron', 'Boat', 'Heron'],
	['C) Boat: Heron', 'Boat', 'Heron'],
	['iii) Boat: Heron', 'Boat', 'Heron'],
	['3、船名：白鹭号', '船名', '白鹭号'],
	['三、船名：白鹭号', '船名', '白鹭号'],
	['③船名：白鹭号', '船名', '白鹭号'],
	['（三）船名：白鹭号', '船名', '白鹭号'],
	['3船名：白鹭号', '船名', '白鹭号'],
	['• Boat: Heron', 'Boat', 'Heron'],
]);

cases('colons of the value itself', [
	['Wind: light: from the west', 'Wind', 'light: from the west'],
	['Wind: as in part 4: variable', 'Wind', 'as in part 4: variable'],
	['Subject: Re: moorings', 'Subject', 'Re: moorings'],
	['Site: https://harbour.example/a:b?c=d', 'Site', 'https://harbour.example/a:b?c=d'],
	['Departure: 07:45', 'Departure', '07:45'],
	['Departure: 07:45:10', 'Departure', '07:45:10'],
	['Scale: 1:25', 'Scale', '1:25'],
	['提醒：注意：潮水', '提醒', '注意：潮水'],
	['说明：第3条：可退', '说明', '第3条：可退'],
	['开航时间：7:45', '开航时间', '7:45'],
]);

cases('two labels in one block', [
	['Boat: Heron Skipper: Odile', 'Boat', 'Heron'],
	['Boat: Heron Skipper: Odile', 'Skipper', 'Odile'],
	['Berth: 5 Locker: 17', 'Berth', '5'],
	['Quantity: 5 Price: 17', 'Quantity', '5'],
	['Weight: 1,250 Amount: 90', 'Weight', '1,250'],
	['Discount: -3% Tax: 12', 'Discount', '-3%'],
	['Berth: 5 Locker: 17', 'Locker', '17'],
	['Date:04/07/2031Time:09:15', 'Date', '04/07/2031'],
	['Date:04/07/2031Time:09:15', 'Time', '09:15'],
	['日期：2031年7月4日时间：9:15', '日期', '2031年7月4日'],
	['船名：白鹭号 船长：石大川', '船名', '白鹭号'],
	['船名：白鹭号 船长：石大川', '船长', '石大川'],
	['Boat: Heron, Locker: 17, Key: B', 'Locker', '17'],
	['Boat: Heron, Locker: 17, Key: B', 'Boat', 'Heron'],
]);

cases('brackets', [
	['(Club ID: 00451)', 'Club ID', '00451'],
	['Fee (incl. tax): 48.00', 'Fee', '48.00'],
	['【船名】：白鹭号', '船名', '白鹭号'],
	['（小计）￥48.00', '小计', '￥48.00'],
	['船名（中文）：白鹭号', '船名', '白鹭号'],
]);

cases('a rate or a currency between label and amount', [
	['VAT 19 %: 9.12', 'VAT', '9.12'],
	['VAT 19,00 % 9,12', 'VAT', '9,12'],
	['VAT @ 19% 9.12', 'VAT', '9.12'],
	['VAT (19%): 9.12', 'VAT', '9.12'],
	['Sum CHF: 9.12', 'Sum', '9.12'],
	['Sum (CHF): 9.12', 'Sum', '9.12'],
]);

cases('a place with nothing written in it', [
	['Boat:', 'Boat', undefined],
	['Boat: ________', 'Boat', undefined],
	['Boat: ........', 'Boat', undefined],
	['Boat: ( )', 'Boat', undefined],
	['Boat -', 'Boat', undefined],
	['船名：＿＿＿＿', '船名', undefined],
	['Boat: Phone number: 17', 'Boat', undefined],
]);

cases('boxes to tick', [
	['Craft: □ dinghy ☑ barge', 'Craft', 'barge'],
	['船型：□小艇 ☑驳船', '船型', '驳船'],
	['船型 □小艇 ☑驳船', '船型', '驳船'],
	['Craft: ☑ dinghy ☑ barge □ ferry', 'Craft', 'dinghy, barge'],
	['Craft: □ dinghy □ barge', 'Craft', undefined],
]);

test.each([
	['Keys returned ☑', 'Keys returned', true],
	['☑ Keys returned', 'Keys returned', true],
	['□ Keys returned', 'Keys returned', false],
	['□ Fuel ☑ Water ☐ Ice', 'Water', true],
	['□ Fuel ☑ Water ☐ Ice', 'Ice', false],
])('a field of type checkbox: %s → %s', (words, label, value) => expect(ask(words, label, { type: 'checkbox' })?.value).toBe(value));

test.each([
	['Fee - 48.00', 'Fee', 48],
	['Fee: -48.00', 'Fee', -48],
	['Fee -48.00', 'Fee', -48],
	['Fee RM 48.00', 'Fee', 48],
	['Fee 4O.OO', 'Fee', undefined],
])('a field of type number: %s → %s', (words, label, value) => expect(ask(words, label, { type: 'number' })?.value).toBe(value));

test.each([
	['Launched: 4 July 2031', '2031-07-04', false],
	['Launched: 2031年7月4日', '2031-07-04', false],
	['Launched: 17/07/2031', '2031-07-17', false],
	['Launched: 04/07/2031', undefined, true],
	['Launched: soon', undefined, true],
])('a field of type date: %s', (words, value, needsReview) => {
	const field = ask(words, 'Launched', { type: 'date' });
	expect([field?.value, field?.needsReview]).toEqual([value, needsReview]);
});

test('what the weak places say', () => {
	expect(ask('Helmsman Odile Brandt', 'Helmsman')).toMatchObject({ needsReview: false });
	expect(ask('船长石大川', '船长')).toMatchObject({ text: '石大川', needsReview: true, reason: 'nothing parts label and value' });
	expect(ask('Boat:', 'Boat')).toEqual({ name: 'v', isNumber: false, needsReview: false, reason: 'nothing is written at the label' });
	expect(ask('Boat:', 'Harbour')).toEqual({ name: 'v', isNumber: false, needsReview: false, reason: 'the label was not found' });
});

test.each([
	['Box 12', ['Box 12', 'Box 14', 'Box 16']],
	['Feld 3', ['Feld 3', 'Feld 4', 'Feld 5']],
	['栏目 7', ['栏目 7', '栏目 8', '栏目 9']],
])('%s: a label counted up like it is no value', (label, row) => {
	const page = [...row.map((words, index) => block(words, 20 + 190 * index, 60)), block('8,000', 400, 86)];
	expect(readFields(page, -1, [{ name: 'v', findBy: 'label', label }])[0]?.text).toBeUndefined();
});
