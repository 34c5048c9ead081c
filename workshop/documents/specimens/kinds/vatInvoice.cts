// VAT invoices (增值税发票): the ruled sheet with its password area.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { amount, creditCode, dateBetween, inCapitals, inChinese } from '../invented.cts';
import { invoiceItems, type InvoiceItem, partyAddress, partyBank, sumOf } from '../invoiceParts.cts';
import { paper, specimenMark, squareCode } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const INK = '#8a4a2c';
const LABEL = { size: 22, color: INK };
const VALUE = { size: 22 };
const [LEFT, RIGHT] = [60, 1500];
/** Lower edges of the rows, px. */
const ROWS = { top: 190, buyer: 370, head: 416, items: 600, words: 652, seller: 832 };
/** Left edges of the columns of items, px. */
const COLUMNS = [LEFT, 400, 560, 640, 770, 930, 1110, 1230, RIGHT];
const HEADS = ['货物或应税劳务、服务名称', '规格型号', '单位', '数量', '单价', '金额', '税率', '税额'];
const CIPHER = '0123456789*+-/<>';

/** Three kinds of sheets; the type's name is that of the operation's answer. */
const TITLES = [
	{ type: 'special', title: '增值税专用发票' },
	{ type: 'normal', title: '增值税普通发票' },
	{ type: 'electronic', title: '增值税电子普通发票' },
] as const;

function vertical(page: Page, words: string, x: number, top: number, bottom: number): void {
	const step = (bottom - top) / (words.length + 1);
	for (const [index, character] of Array.from(words).entries()) page.text(character, x, top + step * (index + 1), LABEL, 'center');
}

function party(page: Page, x: number, top: number, lines: ReadonlyArray<[label: string, value: string]>): void {
	for (const [index, [label, value]] of lines.entries()) {
		page.text(label, x, top + 28 + index * 41, LABEL);
		page.text(value, x + 190, top + 28 + index * 41, VALUE);
	}
}

function grid(page: Page): void {
	const { top, buyer, head, items, words, seller } = ROWS;
	page.frame(LEFT, top, RIGHT, seller, 2, INK);
	for (const y of [buyer, items, words]) page.rule(LEFT, y, RIGHT, y, 1.5, INK);
	for (const x of COLUMNS.slice(1, -1)) page.rule(x, buyer, x, items, 1.5, INK);
	for (const [from, to] of [[top, buyer], [words, seller]] as const) {
		for (const x of [LEFT + 50, 980, 1030]) page.rule(x, from, x, to, 1.5, INK);
	}
	page.rule(LEFT + 330, items, LEFT + 330, words, 1.5, INK);
	for (const [index, words] of HEADS.entries()) {
		page.text(words, ((COLUMNS[index] ?? 0) + (COLUMNS[index + 1] ?? 0)) / 2, (buyer + head) / 2, LABEL, 'center');
	}
}

function row(page: Page, y: number, cells: readonly string[]): void {
	for (const [index, words] of cells.entries()) {
		const right = index >= 3 && index !== 6;
		const [from = 0, to = 0] = [COLUMNS[index], COLUMNS[index + 1]];
		if (index === 0) page.text(words, from + 8, y, VALUE);
		else if (right) page.text(words, to - 12, y, VALUE, 'right');
		else page.text(words, (from + to) / 2, y, VALUE, 'center');
	}
}

const cells = (item: InvoiceItem): string[] => [
	item.name,
	item.specification,
	item.unit,
	item.quantity,
	item.unit_price,
	item.amount,
	item.tax_rate,
	item.tax,
];

export function vatInvoice(random: Random): Specimen {
	const page = new Page(1560);
	page.height = 920;
	const texts = new Texts(random, 'zh');
	const { type, title } = random.pick(TITLES);
	const items = invoiceItems(random, texts, random.int(1, 3));
	const [sum, tax] = [sumOf(items, 'amount'), sumOf(items, 'tax')];
	const place = random.pick(['江宁', '海川', '青岚', '西岭']);
	const date = dateBetween(random, 2016, 2023);
	const cipher = Array.from({ length: 4 }, () => Array.from({ length: 24 }, () => CIPHER[random.int(0, CIPHER.length - 1)]).join(''));
	const truth = {
		title: place + title,
		type,
		code: type === 'electronic' ? `0${random.digits(11)}` : random.digits(10),
		number: random.digits(8),
		issue_date: inChinese(date),
		check_code: type === 'special' ? '' : random.digits(20),
		machine_number: type === 'electronic' ? random.digits(12) : '',
		buyer_name: texts.company(),
		buyer_id: creditCode(random),
		buyer_address: partyAddress(random, texts),
		buyer_bank: partyBank(random, texts),
		seller_name: texts.company(),
		seller_id: creditCode(random),
		seller_address: partyAddress(random, texts),
		seller_bank: partyBank(random, texts),
		subtotal_amount: `¥${amount(sum)}`,
		subtotal_tax: `¥${amount(tax)}`,
		total: `¥${amount(sum + tax)}`,
		total_in_words: inCapitals(sum + tax),
		remarks: random.chance(0.6) ? `合同号${random.digits(8)}` : '',
		receiver: texts.person(),
		reviewer: texts.person(),
		issuer: texts.person(),
		item_list: items.map((item) => ({ ...item })),
	};
	paper(page, '#fffdf8');
	specimenMark(page);
	grid(page);
	page.text(truth.title, 780, 62, { size: 38, color: INK }, 'center');
	page.rule(500, 96, 1060, 96, 2, INK);
	page.rule(500, 102, 1060, 102, 2, INK);
	if (type === 'electronic') {
		squareCode(page, 70, 30, 90, random.int(1, 9999));
		page.text('发票代码：', 1130, 48, LABEL);
		page.text(truth.code, 1250, 48, VALUE);
		page.text('发票号码：', 1130, 84, LABEL);
		page.text(truth.number, 1250, 84, VALUE);
		page.text('机器编号：', 190, 156, LABEL);
		page.text(truth.machine_number, 310, 156, VALUE);
	} else {
		page.text(truth.code, 120, 62, { size: 30 });
		page.text('No', 1150, 62, { size: 30, color: INK });
		page.text(truth.number, 1220, 62, { size: 32 });
	}
	page.text('开票日期：', 1130, type === 'electronic' ? 120 : 118, LABEL);
	page.text(truth.issue_date, 1250, type === 'electronic' ? 120 : 118, VALUE);
	if (truth.check_code !== '') {
		page.text(type === 'electronic' ? '校 验 码：' : '校验码', 1000, 160, LABEL);
		page.text(truth.check_code.replace(/(.{5})(?=.)/g, '$1 '), 1130, 160, VALUE);
	}
	vertical(page, '购买方', LEFT + 25, ROWS.top, ROWS.buyer);
	vertical(page, '密码区', 1005, ROWS.top, ROWS.buyer);
	vertical(page, '销售方', LEFT + 25, ROWS.words, ROWS.seller);
	vertical(page, '备注', 1005, ROWS.words, ROWS.seller);
	const lines = (side: 'buyer' | 'seller'): Array<[string, string]> => [
		['名　　　　称：', truth[`${side}_name`]],
		['纳税人识别号：', truth[`${side}_id`]],
		['地 址、电 话：', truth[`${side}_address`]],
		['开户行及账号：', truth[`${side}_bank`]],
	];
	party(page, LEFT + 62, ROWS.top, lines('buyer'));
	party(page, LEFT + 62, ROWS.words, lines('seller'));
	for (const [index, line] of cipher.entries()) page.text(line, 1050, ROWS.top + 28 + index * 41, { size: 24, face: 'mono' });
	for (const [index, item] of items.entries()) row(page, ROWS.head + 22 + index * 40, cells(item));
	row(page, ROWS.items - 24, ['', '', '', '', '', truth.subtotal_amount, '', truth.subtotal_tax]);
	page.text('合　　　　计', LEFT + 170, ROWS.items - 24, LABEL, 'center');
	const middle = (ROWS.items + ROWS.words) / 2;
	page.text('价税合计（大写）', LEFT + 165, middle, LABEL, 'center');
	page.text(truth.total_in_words, LEFT + 380, middle, VALUE);
	page.text('（小写）', 1100, middle, LABEL);
	page.text(truth.total, 1200, middle, VALUE);
	page.text(truth.remarks, 1060, ROWS.words + 60, VALUE);
	for (const [label, value, x] of [['收款人：', truth.receiver, 90], ['复核：', truth.reviewer, 460], ['开票人：', truth.issuer, 800]] as const) {
		page.text(label, x, 868, LABEL);
		page.text(value, x + 100, 868, VALUE);
	}
	page.text('销售方：（章）', 1150, 868, LABEL);
	return { page, truth };
}

export const specimens: Specimens = {
	'vat-invoice': { title: 'VAT invoice', operation: 'vat-invoice', request: { advanced_mode: true }, make: vatInvoice },
};
