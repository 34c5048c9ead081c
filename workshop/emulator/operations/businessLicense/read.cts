import type { PageResult } from '../../engine/engine.cts';
import { chinese, chineseDate, code } from '../reading/forms.cts';
import type { FoundFields } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';

const WRAPPED = { rightOf: { lines: 4, reach: 8 } };

const RULES = {
	registration_number: { labels: ['统一社会信用代码', '注册号'], form: code, place: { below: { within: 1.5 } } },
	name: { labels: ['名称'], form: chinese, place: WRAPPED },
	type: { labels: ['类型'], form: chinese, place: WRAPPED },
	address: { labels: ['住所', '营业场所'], form: chinese, place: WRAPPED },
	legal_representative: { labels: ['法定代表人', '负责人'], form: chinese },
	registered_capital: { labels: ['注册资本'], form: chinese },
	found_date: { labels: ['成立日期'], form: chineseDate },
	business_term: { labels: ['营业期限'], form: chinese, place: WRAPPED },
	business_scope: { labels: ['经营范围'], form: chinese, place: { rightOf: { lines: 9, reach: 8 } } },
} satisfies Rules<string>;

export const LICENSE_FIELDS = [
	...(['registration_number', 'name', 'type', 'address', 'legal_representative', 'registered_capital', 'organization_form'] as const),
	...(['found_date', 'business_term', 'business_scope', 'issue_date'] as const),
];

/** @returns undefined for anything else. */
export function readLicense(page: PageResult): FoundFields<(typeof LICENSE_FIELDS)[number]> | undefined {
	const sheet = Sheet.of(page, [...labelsOf(RULES), '登记机关']);
	if (!sheet.match(/营业执照/) || sheet.count(labelsOf(RULES)) < 4) return undefined;
	const office = sheet.label('登记机关');
	const underOffice = { left: -Infinity, right: Infinity, top: office?.top ?? Infinity, bottom: Infinity };
	return { ...readByRules(sheet, RULES), issue_date: chineseDate(sheet.match(/\d{4}年\s?\d+月\s?\d+日/, underOffice)) };
}
