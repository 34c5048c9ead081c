import type { PageResult } from '../../engine/engine.cts';
import { capitals, chinese, code, dashedDate, digits, money, text } from '../reading/forms.cts';
import { type FoundFields, reworded } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';

const RULES = {
	code: { labels: ['发票代码'], form: digits },
	number: { labels: ['发票号码'], form: digits },
	issue_date: { labels: ['开票日期'], form: dashedDate },
	machine_printed_code: { labels: ['机打代码'], form: digits },
	machine_printed_number: { labels: ['机打号码'], form: digits },
	machine_number: { labels: ['机器编号'], form: digits },
	buyer_name: { labels: ['购买方名称'], form: chinese },
	buyer_organization_number: { labels: ['身份证号码/组织机构代码'], form: code },
	// The first one on the page is the buyer's, the second the seller's.
	buyer_id: { labels: ['纳税人识别号'], form: code },
	seller_name: { labels: ['销货单位名称'], form: chinese },
	seller_phone: { labels: ['电话'], form: text },
	seller_account: { labels: ['账号'], form: digits },
	seller_address: { labels: ['地址'], form: chinese },
	seller_bank: { labels: ['开户银行'], form: chinese },
	vehicle_type: { labels: ['车辆类型'], form: chinese },
	brand_model: { labels: ['厂牌型号'], form: chinese },
	manufacturing_location: { labels: ['产地'], form: chinese },
	quality_certificate: { labels: ['合格证号'], form: code },
	import_certificate: { labels: ['进口证明书号'], form: code },
	inspection_number: { labels: ['商检单号'], form: code },
	engine_number: { labels: ['发动机号码'], form: code },
	vehicle_identification_number: { labels: ['车辆识别代号/车架号码', '车辆识别代号'], form: code },
	tonnage: { labels: ['吨位'], form: text },
	seating_capacity: { labels: ['限乘人数'], form: text },
	tax_authority: { labels: ['主管税务机关及代码'], form: chinese },
	tax_payment_receipt: { labels: ['完税凭证号码'], form: code },
	tax_rate: { labels: ['增值税税率'], form: text },
	tax: { labels: ['增值税税额'], form: money },
	tax_exclusive_price: { labels: ['不含税价'], form: money },
	total: { labels: ['小写'], form: money },
	total_chinese: { labels: ['价税合计'], form: capitals },
} satisfies Rules<string>;

export const MVS_FIELDS = [
	...(['code', 'number', 'machine_printed_code', 'machine_printed_number', 'issue_date', 'machine_number', 'buyer_name'] as const),
	...(['buyer_organization_number', 'buyer_id', 'seller_name', 'seller_phone', 'seller_id', 'seller_account', 'seller_address'] as const),
	...(['seller_bank', 'vehicle_type', 'brand_model', 'manufacturing_location', 'quality_certificate', 'import_certificate'] as const),
	...(['inspection_number', 'engine_number', 'vehicle_identification_number', 'tonnage', 'seating_capacity', 'tax_authority'] as const),
	...(['tax_authority_code', 'tax_payment_receipt', 'tax_rate', 'tax', 'tax_exclusive_price', 'total', 'total_chinese', 'fiscal_code'] as const),
];

export interface MvsInvoice {
	kind: 'new' | 'used';
	fields: FoundFields<(typeof MVS_FIELDS)[number]>;
}

/** @returns undefined for anything else. */
export function readMvsInvoice(page: PageResult): MvsInvoice | undefined {
	const sheet = Sheet.of(page, labelsOf(RULES));
	const title = sheet.match(/(?:机动车|二手车)销售统一发票/);
	if (!title || sheet.count(labelsOf(RULES)) < 6) return undefined;
	const read = readByRules(sheet, RULES);
	return {
		kind: title.words.includes('二手') ? 'used' : 'new',
		fields: {
			...read,
			seller_id: code(sheet.rightOf(sheet.labels('纳税人识别号')[1])),
			// Name and number stand in one cell.
			tax_authority: reworded(read.tax_authority, (words) => words.replace(/\d{9,}$/, '')),
			tax_authority_code: reworded(read.tax_authority, (words) => /\d{9,}$/.exec(words)?.[0] ?? ''),
		},
	};
}
