// Fully digital VAT invoices (数电票): buyer and seller side by side, no code, a number of twenty digits.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { amount, creditCode, dateBetween, inCapitals, inChinese } from '../invented.cts';
import { invoiceItems, sumOf } from '../invoiceParts.cts';
import { paper, specimenMark, squareCode } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const INK = '#7a3b26';
const LABEL = { size: 22, color: INK };
const VALUE = { size: 22 };
const [LEFT, MIDDLE, RIGHT] = [60, 770, 1500];
const COLUMNS = [LEFT, 380, 560, 660, 790, 940, 1120, 1300, RIGHT];
const HEADS = ['项目名称', '规格型号', '单 位', '数 量', '单 价', '金 额', '税率/征收率', '税 额'];
const TITLES = [
	{ type: 'fully_digitalized_normal_electronic', title: '电子发票（普通发票）' },
	{ type: 'fully_digitalized_special_electronic', title: '电子发票（增值税专用发票）' },
] as const;

export function digitalInvoice(random: Random): Specimen {
	const page = new Page(1560);
	page.height = 900;
	const texts = new Texts(random, 'zh');
	const { type, title } = random.pick(TITLES);
	const items = invoiceItems(random, texts, random.int(1, 3));
	const [sum, tax] = [sumOf(items, 'amount'), sumOf(items, 'tax')];
	const truth = {
		title,
		type,
		code: '',
		number: random.digits(20),
		issue_date: inChinese(dateBetween(random, 2023, 2026)),
		buyer_name: texts.company(),
		buyer_id: creditCode(random),
		seller_name: texts.company(),
		seller_id: creditCode(random),
		sum_amount: `¥${amount(sum)}`,
		sum_tax: `¥${amount(tax)}`,
		total: `¥${amount(sum + tax)}`,
		total_in_words: inCapitals(sum + tax),
		remarks: random.chance(0.5) ? `订单号${random.digits(10)}` : '',
		issuer: texts.person(),
		item_list: items.map((item) => ({ ...item })),
	};
	paper(page, '#ffffff');
	specimenMark(page);
	squareCode(page, 70, 30, 100, random.int(1, 9999));
	page.text(title, 760, 70, { size: 36, color: INK }, 'center');
	page.rule(470, 108, 1050, 108, 2, INK);
	for (const [index, [label, value]] of [['发票号码：', truth.number], ['开票日期：', truth.issue_date]].entries()) {
		page.text(label ?? '', 1090, 60 + index * 46, LABEL);
		page.text(value ?? '', 1210, 60 + index * 46, VALUE);
	}
	page.frame(LEFT, 160, RIGHT, 840, 2, INK);
	for (const y of [290, 600, 656]) page.rule(LEFT, y, RIGHT, y, 1.5, INK);
	for (const x of [LEFT + 50, MIDDLE, MIDDLE + 50]) page.rule(x, 160, x, 290, 1.5, INK);
	for (const [side, x] of [['购买方', LEFT], ['销售方', MIDDLE]] as const) {
		for (const [index, character] of Array.from(side).entries()) page.text(character, x + 25, 192 + index * 34, LABEL, 'center');
		const party = side === '购买方' ? 'buyer' : 'seller';
		page.text('名称：', x + 66, 200, LABEL);
		page.text(truth[`${party}_name`], x + 140, 200, VALUE);
		page.text('统一社会信用代码/纳税人识别号：', x + 66, 252, LABEL);
		page.text(truth[`${party}_id`], x + 420, 252, VALUE);
	}
	for (const [index, words] of HEADS.entries()) page.text(words, ((COLUMNS[index] ?? 0) + (COLUMNS[index + 1] ?? 0)) / 2, 320, LABEL, 'center');
	for (const [index, item] of items.entries()) {
		const y = 366 + index * 42;
		const cells = [item.name, item.specification, item.unit, item.quantity, item.unit_price, item.amount, item.tax_rate, item.tax];
		for (const [column, words] of cells.entries()) {
			const [from = 0, to = 0] = [COLUMNS[column], COLUMNS[column + 1]];
			if (column === 0) page.text(words, from + 10, y, VALUE);
			else if (column === 1 || column === 2 || column === 6) page.text(words, (from + to) / 2, y, VALUE, 'center');
			else page.text(words, to - 30, y, VALUE, 'right');
		}
	}
	page.text('合　　　　计', 200, 572, LABEL, 'center');
	page.text(truth.sum_amount, (COLUMNS[6] ?? 0) - 30, 572, VALUE, 'right');
	page.text(truth.sum_tax, RIGHT - 30, 572, VALUE, 'right');
	page.text('价税合计（大写）', 210, 628, LABEL, 'center');
	page.text(truth.total_in_words, 420, 628, VALUE);
	page.text('（小写）', 1060, 628, LABEL);
	page.text(truth.total, 1160, 628, VALUE);
	for (const [index, character] of Array.from('备注').entries()) page.text(character, LEFT + 25, 716 + index * 54, LABEL, 'center');
	page.rule(LEFT + 50, 656, LEFT + 50, 840, 1.5, INK);
	page.text(truth.remarks, LEFT + 76, 700, VALUE);
	page.text('开票人：', 160, 870, LABEL);
	page.text(truth.issuer, 260, 870, VALUE);
	return { page, truth };
}

export const specimens: Specimens = {
	'vat-invoice-digital': { title: 'VAT invoice, fully digital', operation: 'vat-invoice', request: { advanced_mode: true }, make: digitalInvoice },
};
