// Receipts of banks: each begins with its title, and its keys are the printed labels.
import type { Corners, PageResult } from '../../engine/engine.cts';
import { capitals, chinese, text } from '../reading/forms.cts';
import type { Found } from '../reading/found.cts';
import { EVERYWHERE, Sheet, unionOf } from '../reading/sheet.cts';

/** What banks print; others are not seen as keys. */
const LABELS = [
	...['交易日期', '记账日期', '交易时间', '流水号', '交易流水号', '回单编号', '凭证号', '业务类型', '业务种类', '交易类型', '币种'],
	...['付款人户名', '付款人账号', '付款人开户行', '收款人户名', '收款人账号', '收款人开户行'],
	...['付款人', '收款人', '户名', '账号', '开户行', '开户银行'],
	...['金额大写', '金额小写', '金额', '大写金额', '小写金额', '手续费', '用途', '摘要', '附言', '备注', '打印次数', '验证码'],
];

export interface Receipt {
	kv_pair_count: number;
	bank_receipt_location: Corners;
	kv_pair_list: Array<{ key: string; value: string }>;
}

export function readReceipts(page: PageResult): Receipt[] {
	const sheet = Sheet.of(page, LABELS);
	const titles = sheet.matches(/\S*回单(?!编号)|\S*收款凭证|\S*付款凭证/).sort((a, b) => a.box.top - b.box.top);
	return titles.flatMap((title, index) => {
		const top = title.box.top - (title.box.bottom - title.box.top) * 0.5;
		const next = titles[index + 1];
		const bottom = next ? next.box.top - (next.box.bottom - next.box.top) * 0.5 : Infinity;
		const receipt = readReceipt(sheet.part({ ...EVERYWHERE, top, bottom }), title);
		return receipt ? [receipt] : [];
	});
}

/** Empty pairs are left out. */
function readReceipt(sheet: Sheet, title: Found): Receipt | undefined {
	const spots = sheet.labels(...LABELS);
	const pairs = spots.flatMap((spot) => {
		const found = sheet.rightOf(spot, { lines: 2 });
		const value = spot.label.includes('大写') ? capitals(found) : /^\p{Script=Han}/u.test(found?.words ?? '') ? chinese(found) : text(found);
		return value ? [{ key: spot.label, value: value.words, box: value.box, spot }] : [];
	});
	if (pairs.length < 3) return undefined;
	const around = unionOf([title.box, ...spots, ...pairs.map(({ box }) => box)]);
	return {
		kv_pair_count: pairs.length,
		bank_receipt_location: sheet.toPicture(around),
		kv_pair_list: inLines(pairs).map(({ key, value }) => ({ key, value })),
	};
}

/** Line by line, which a tilt of the page must not mix up. */
function inLines<Pair extends { spot: { top: number; left: number; em: number } }>(pairs: readonly Pair[]): Pair[] {
	const sorted = [...pairs].sort((a, b) => a.spot.top - b.spot.top);
	const lines: Pair[][] = [];
	for (const pair of sorted) {
		const line = lines.at(-1);
		const first = line?.[0];
		if (line && first && pair.spot.top - first.spot.top < first.spot.em * 0.9) line.push(pair);
		else lines.push([pair]);
	}
	return lines.flatMap((line) => line.sort((a, b) => a.spot.left - b.spot.left));
}
