// Lines and parties of invoices.
import type { Random } from '../random.cts';
import type { Texts } from '../texts.cts';
import { amount } from './invented.cts';

export interface InvoiceItem {
	name: string;
	specification: string;
	unit: string;
	quantity: string;
	unit_price: string;
	amount: string;
	tax_rate: string;
	tax: string;
}

const GROUPS: Record<string, string> = { 打印纸: '纸制品', 签字笔: '文具', 投影仪: '办公设备', 办公椅: '家具', 会议桌: '家具', 绿茶: '饮料', 矿泉水: '饮料' };

export function invoiceItems(random: Random, texts: Texts, count: number): InvoiceItem[] {
	return texts.goods(count).map(({ name, unit, price }) => {
		const quantity = random.int(11, 60);
		const rate = random.pick([13, 9, 6]);
		const cents = Math.round(price * 100) * quantity;
		return {
			name: `*${GROUPS[name] ?? '日用品'}*${name}`,
			specification: random.chance(0.7) ? texts.code() : '',
			unit,
			quantity: String(quantity),
			unit_price: amount(Math.round(price * 100)),
			amount: amount(cents),
			tax_rate: `${rate}%`,
			tax: amount(Math.round((cents * rate) / 100)),
		};
	});
}

/** Cents. */
export function sumOf(items: readonly InvoiceItem[], field: 'amount' | 'tax'): number {
	return items.reduce((sum, item) => sum + Math.round(Number(item[field]) * 100), 0);
}

/** Address and telephone, as one field without a blank: how wide one is printed is a matter of chance. */
export const partyAddress = (random: Random, texts: Texts): string => `${texts.address()}0${random.int(21, 29)}-${random.digits(8)}`;

/** Bank and account, as one field. */
export const partyBank = (random: Random, texts: Texts): string =>
	`${random.pick(['青岚银行', '远舟银行', '海川银行'])}${texts.city()}${random.pick(['东湖', '滨江', '新华'])}支行${random.digits(16)}`;
