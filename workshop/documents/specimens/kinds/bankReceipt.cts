// Bank receipts (银行回单): two or three of them on one page, each framed, with the bank's own labels.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { amount, dashed, dateBetween, inCapitals } from '../invented.cts';
import { paper, specimenMark } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const LABEL = { size: 21, color: '#4a4f58' };
const VALUE = { size: 22 };
const HEIGHT = 400;

type Pair = readonly [key: string, value: string];

export function bankReceipt(random: Random): Specimen {
	const page = new Page(1240);
	const texts = new Texts(random, 'zh');
	const count = random.int(2, 3);
	paper(page, '#ffffff');
	page.height = 60 + count * (HEIGHT + 50);
	const receipts = Array.from({ length: count }, (_, index) => draw(page, random, texts, 50 + index * (HEIGHT + 50)));
	specimenMark(page);
	return {
		page,
		truth: {
			bank_receipt_count: count,
			bank_receipt_list: receipts.map((pairs) => ({
				kv_pair_count: pairs.length,
				kv_pair_list: pairs.map(([key, value]) => ({ key, value })),
			})),
		},
	};
}

function draw(page: Page, random: Random, texts: Texts, top: number): Pair[] {
	const cents = random.int(1000, 9_000_000);
	const bank = (): string => `${random.pick(['青岚银行', '远舟银行', '海川银行'])}${texts.city()}支行`;
	const payer = { name: texts.company(), account: random.digits(16), bank: bank() };
	const payee = { name: texts.company(), account: random.digits(16), bank: bank() };
	const rows: Pair[][] = [
		[['交易日期', dashed(dateBetween(random, 2020, 2026))], ['流水号', random.digits(14)]],
		[['付款人户名', payer.name], ['收款人户名', payee.name]],
		[['付款人账号', payer.account], ['收款人账号', payee.account]],
		[['付款人开户行', payer.bank], ['收款人开户行', payee.bank]],
		[['金额大写', inCapitals(cents)], ['金额小写', `¥${amount(cents)}`]],
		[['用途', random.pick(['货款', '服务费', '房租', '运费'])], ['备注', random.chance(0.5) ? `合同号${random.digits(8)}` : '']],
	];
	page.frame(50, top, 1190, top + HEIGHT, 2, '#707680');
	page.text(random.pick(['青岚银行电子回单', '海川银行业务回单']), 620, top + 44, { size: 30, bold: true }, 'center');
	for (const [index, row] of rows.entries()) {
		for (const [column, [key, value]] of row.entries()) {
			const x = 80 + column * 580;
			page.text(key, x, top + 106 + index * 48, LABEL);
			page.text(value, x + 160, top + 106 + index * 48, VALUE);
		}
	}
	return rows.flat().filter(([, value]) => value !== '');
}

export const specimens: Specimens = {
	'bank-receipt': { title: 'Bank receipts', operation: 'bank-receipt', make: bankReceipt },
};
