// Labels without a sign that stand among other text: behind a firm's address, or behind another label's value.
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { block } from './page.cts';

/** What labels give on a page of one block below a title; ` ?` marks a doubt. */
function ask(words: string, labels: readonly string[]): string[] {
	const page = [block('工作单 Worksheet', 20, 20, 26), block(words, 20, 90)];
	return readFields(page, -1, labels.map((label) => ({ name: label, findBy: 'label', label }))).map(({ text, needsReview }) => `${text ?? 'nothing'}${needsReview ? ' ?' : ''}`);
}

/** Asked for one at a time, as nobody names what a letterhead holds. */
const each = (words: string, wanted: Record<string, string>) =>
	expect(Object.fromEntries(Object.keys(wanted).map((label) => [label, ask(words, [label])[0]]))).toEqual(wanted);

test.each<[string, Record<string, string>]>([
	['Kiel Tel 0431 776655 Fax 0431 776656', { Tel: '0431 776655', Fax: '0431 776656' }],
	['3 Mole Street, Hull Phone 01482 555019 Email office@mole.example', { Phone: '01482 555019', Email: 'office@mole.example' }],
	['Volksbank Kiel IBAN DE02 1203 0000 0000 2020 51 BIC BYLADEM1001', { IBAN: 'DE02 1203 0000 0000 2020 51', BIC: 'BYLADEM1001' }],
	['Port de Sète SIRET 421 554 322 00017 Tél. 04 67 11 22 33', { SIRET: '421 554 322 00017', Tél: '04 67 11 22 33' }],
	['Mole Boats Ltd VAT No GB998877 Reg No 44120', { 'VAT No': 'GB998877', 'Reg No': '44120' }],
	['大连市中山区 电话 0411-8899 传真 0411-8898', { 电话: '0411-8899', 传真: '0411-8898' }],
	['大连市中山区电话0411-8899传真0411-8898', { 电话: '0411-8899', 传真: '0411-8898' }],
	['地址:大连 电话 0411-8899 邮编 116001', { 地址: '大连', 电话: '0411-8899', 邮编: '116001' }],
	['神戸市中央区 電話 078-331-2233 FAX 078-331-2244', { 電話: '078-331-2233', FAX: '078-331-2244' }],
])('a line of a letterhead: %s', each);

test.each<[string, Record<string, string>]>([
	['Order No 8841 Date 4 July 2031', { 'Order No': '8841', Date: '4 July 2031' }],
	['Date 4 September 2031 Time 09:15', { Date: '4 September 2031', Time: '09:15' }],
	['Qty 5 Unit price 12.50', { Qty: '5', 'Unit price': '12.50' }],
	['Total 12.50 VAT 19% 2.00', { Total: '12.50', VAT: '2.00' }],
	['単価 1,200円 数量 5', { 単価: '1,200円', 数量: '5' }],
	['Address: Building 5 Unit 12 Floor 3', { Address: 'Building 5 Unit 12 Floor 3' }],
	['Remark: see Invoice No 17 of May', { Remark: 'see Invoice No 17 of May' }],
])('a value ends before the next label: %s', each);

test.each<[string, Record<string, string>]>([
	['Room 12 Total 45.00', { Room: '12 Total 45.00 ?' }],
	['Flight BA117 Gate 12 Seat 14C', { Flight: 'BA117 Gate 12 Seat 14C ?', Seat: '14C' }],
	['Potter Odile Brandt Age 41', { Potter: 'Odile Brandt Age 41 ?', Age: '41 ?' }],
	['Kunde Werft GmbH Kundennr. 8841', { Kunde: 'Werft GmbH Kundennr. 8841 ?', 'Kundennr.': '8841 ?' }],
	['Check in 4 July 2031 Check out 9 July 2031', { 'Check out': '9 July 2031' }],
	['氏名 山田太郎 電話番号 03-1234-5678', { 氏名: '山田太郎', 電話番号: '03-1234-5678 ?' }],
])('where it may end there or go on, somebody has to look: %s', each);

test('a label within a sentence is no sure one', () => {
	each('Please quote Invoice No 55 with payment', { 'Invoice No': '55 ?' });
	each('Remark: please call Tel 5550144', { Remark: 'please call Tel 5550144', Tel: '5550144 ?' });
	each('Please quote invoice no 55 with payment', { 'invoice no': 'nothing' });
});

test('a letterhead does not fill the empty place of the form', () => {
	const page = [block('Phone:', 20, 20), block('Name:', 20, 60), block('Odile', 200, 60), block('Hull Phone 01482 555019', 20, 400)];
	expect(readFields(page, -1, [{ name: 'phone', findBy: 'label', label: 'Phone' }])[0]?.text).toBeUndefined();
});

test.each<[string, Record<string, string>]>([
	['开户行 招商银行', { 开户行: '招商银行' }],
	['开户行 建设银行', { 开户行: '建设银行' }],
	['客户 大成公司', { 客户: '大成公司' }],
	['母校 实验学校', { 母校: '实验学校' }],
	['取引銀行 みずほ銀行', { 取引銀行: 'みずほ銀行' }],
	['付款单位 收款公司', { 付款单位: 'nothing' }],
	['客户 开户银行', { 客户: 'nothing' }],
	['公司 承运公司', { 公司: 'nothing' }],
])('a name that ends in a word of labels: %s', each);

describe('a value that ends in a word that is a label elsewhere', () => {
	const read = (page: readonly string[], labels: readonly string[]) =>
		readFields(page.map((words, row) => block(words, 20, 20 + 40 * row)), -1, labels.map((label) => ({ name: label, findBy: 'label', label }))).map(({ text }) => text);

	test.each([
		[['Buyer Kiel Harbour', 'Harbour Hull'], ['Buyer', 'Harbour'], ['Kiel Harbour', 'Hull']],
		[['Harbour Kiel Harbour'], ['Harbour'], ['Kiel Harbour']],
		[['Kunde Kieler Werft', 'Werft: Hull'], ['Kunde', 'Werft'], ['Kieler Werft', 'Hull']],
		[['Date 04/07/2031 Buyer', 'Buyer: Hull'], ['Date'], ['04/07/2031 Buyer']],
		[['Date 04/07/2031 Buyer', 'Buyer: Hull'], ['Date', 'Buyer'], ['04/07/2031', 'Hull']],
	])('%j', (page, labels, wanted) => expect(read(page, labels)).toEqual(wanted));
});
