// VAT invoices on the ruled sheet, by their printed labels.
import type { PageResult } from '../../engine/engine.cts';
import { capitals, chinese, chineseDate, code, digits, money } from '../reading/forms.cts';
import { type Found, type FoundFields, reworded } from '../reading/found.cts';
import { type Head, type Item, type ItemField, readItems } from '../reading/itemTable.cts';
import type { Spot } from '../reading/labels.cts';
import { Sheet } from '../reading/sheet.cts';
import type { VatInvoiceField } from './fields.cts';

export interface VatInvoice {
	/** As the answer names it. */
	type: string;
	digital: boolean;
	fields: FoundFields<VatInvoiceField>;
	items: Item[];
}

const PARTY = { name: '名称', id: '纳税人识别号', digitalId: '统一社会信用代码/纳税人识别号', address: '地址、电话', bank: '开户行及账号' };
const TOTAL = ['价税合计(大写)', '价税合计'];
const PEOPLE = { receiver: '收款人', reviewer: '复核', issuer: '开票人' };
const HEADS: Record<ItemField, string[]> = {
	name: ['货物或应税劳务、服务名称', '项目名称'],
	specification: ['规格型号'],
	unit: ['单位'],
	quantity: ['数量', '数 量'],
	unit_price: ['单价'],
	amount: ['金额'],
	tax_rate: ['税率', '税率/征收率'],
	tax: ['税额'],
};
const LABELS = [
	...Object.values(PARTY),
	...Object.values(PEOPLE),
	...Object.values(HEADS).flat(),
	...TOTAL,
	...['发票代码', '发票号码', '开票日期', '校验码', '机器编号', '(小写)', '合计', '备注', '密码区', '销售方(章)', 'No'],
];

/** @returns undefined for anything else. */
export function readVatInvoice(page: PageResult): VatInvoice | undefined {
	const sheet = Sheet.of(page, LABELS);
	const title = chinese(sheet.match(/电子发票\s*[(（]\S*?发票[)）]/) ?? sheet.match(/\S*?增值税\S*?发票/));
	if (!title || sheet.count([...Object.values(PARTY), ...TOTAL]) < 3) return undefined;
	const total = sheet.label(...TOTAL);
	const heads = headsOf(sheet);
	const middle = (heads[0]?.spot.top ?? 0) + 1;
	const digital = /^电子发票/.test(title.words);
	// Side by side, or one above and one below the lines of goods.
	const isBuyer = digital ? (spot: Spot) => spot.left < (title.box.left + title.box.right) / 2 - spot.em * 2 : (spot: Spot) => spot.top < middle;
	const [buyer, seller] = [party(sheet, isBuyer), party(sheet, (spot) => !isBuyer(spot))];
	const sum = sheet.labels('合计').find((spot) => spot.top > middle && spot !== total);
	const sums = sum ? sheet.matches(/[¥￥Yy羊]\s?[\d.,]+/, { left: sum.right, right: Infinity, top: sum.top - sum.em * 0.5, bottom: sum.bottom + sum.em * 0.5 }) : [];
	const [amount, tax] = [money(sums[0]), money(sums[1])];
	const words = sheet.rightOf(total, { to: sheet.label('(小写)')?.left ?? Infinity });
	return {
		type: typeOf(title.words),
		digital,
		fields: {
			title,
			...numbers(sheet, title),
			issue_date: chineseDate(sheet.rightOf(sheet.label('开票日期'))),
			check_code: digits(sheet.rightOf(sheet.label('校验码'))),
			machine_number: digits(sheet.rightOf(sheet.label('机器编号'))),
			encryption_block: digital ? undefined : cipher(sheet, heads),
			buyer_name: buyer.name,
			buyer_id: buyer.id,
			buyer_address: buyer.address,
			buyer_bank: buyer.bank,
			seller_name: seller.name,
			seller_id: seller.id,
			seller_address: seller.address,
			seller_bank: seller.bank,
			...(digital ? { sum_amount: amount, sum_tax: tax } : { subtotal_amount: amount, subtotal_tax: tax }),
			total: money(sheet.rightOf(sheet.label('(小写)'))),
			total_in_words: capitals(words),
			province: digital ? undefined : reworded(title, (value) => value.replace(/增值税.*/, '')),
			remarks: remarks(sheet, total, digital),
			receiver: chinese(sheet.rightOf(sheet.label(PEOPLE.receiver))),
			reviewer: chinese(sheet.rightOf(sheet.label(PEOPLE.reviewer))),
			issuer: chinese(sheet.rightOf(sheet.label(PEOPLE.issuer))),
		},
		items: readItems(sheet, heads, (sum?.top ?? total?.top ?? Infinity) + 1, Infinity),
	};
}

/** `type` of the answer, told by the title. */
function typeOf(title: string): string {
	if (/^电子发票/.test(title)) return title.includes('专用') ? 'fully_digitalized_special_electronic' : 'fully_digitalized_normal_electronic';
	const electronic = title.includes('电子');
	if (title.includes('专用')) return electronic ? 'special_electronic' : 'special';
	if (title.includes('卷')) return 'roll';
	return electronic ? 'electronic' : 'normal';
}

/** Behind their labels, or in their places: the code left of the title, the number right of it. */
function numbers(sheet: Sheet, title: Found): FoundFields<'code' | 'number'> {
	const band = { top: title.box.top - 20, bottom: title.box.bottom + 20 };
	return {
		code: digits(sheet.rightOf(sheet.label('发票代码')) ?? sheet.match(/\d{10,12}/, { ...band, left: -Infinity, right: title.box.left })),
		number: digits(sheet.rightOf(sheet.label('发票号码')) ?? sheet.match(/(\d{8})(?!\d)/, { ...band, left: title.box.right, right: Infinity })),
	};
}

function headsOf(sheet: Sheet): Head[] {
	return (Object.keys(HEADS) as ItemField[]).flatMap((field) => {
		const spot = sheet.label(...HEADS[field]);
		return spot ? [{ field, spot }] : [];
	});
}

function party(sheet: Sheet, isHere: (spot: Spot) => boolean): FoundFields<'name' | 'id' | 'address' | 'bank'> {
	const value = (label: string): Found | undefined => sheet.rightOf(sheet.labels(label).find(isHere), { reach: 9 });
	return { name: chinese(value(PARTY.name)), id: code(value(PARTY.digitalId) ?? value(PARTY.id)), address: chinese(value(PARTY.address)), bank: chinese(value(PARTY.bank)) };
}

/** Four lines of digits and signs, above the heads at the right. */
function cipher(sheet: Sheet, heads: readonly Head[]): Found | undefined {
	const [id, price] = [sheet.label(PARTY.id), heads.find(({ field }) => field === 'amount')];
	if (!id || !price) return undefined;
	const area = { left: price.spot.left, right: Infinity, top: id.top - id.em * 3, bottom: price.spot.top - price.spot.em * 0.2 };
	return reworded(sheet.within(area), (words) => words.replace(/[^\d+\-*/<>]/g, ''));
}

/** Beside the seller, right of the narrow column that says what it is; on digital invoices over the whole width. */
function remarks(sheet: Sheet, total: Spot | undefined, digital: boolean): Found | undefined {
	const [sign, people] = [sheet.label('(小写)'), sheet.label(PEOPLE.issuer, PEOPLE.receiver)];
	if (!total || !sign || !people) return undefined;
	return chinese(sheet.within({ left: digital ? total.left - total.em * 1.5 : sign.left - sign.em * 4, right: Infinity, top: total.bottom + total.em * 0.3, bottom: people.top - people.em * 0.3 }));
}
