import type { PageResult } from '../../engine/engine.cts';
import { capitals, chinese, digits } from '../reading/forms.cts';
import { type FoundFields, reworded } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';

const RULES = {
	code: { labels: ['发票代码'], form: digits },
	number: { labels: ['发票号码'], form: digits },
} satisfies Rules<string>;

export const QUOTA_FIELDS = ['number', 'code', 'location', 'amount'] as const;

/** @returns undefined for anything else. */
export function readQuotaInvoice(page: PageResult): FoundFields<(typeof QUOTA_FIELDS)[number]> | undefined {
	const sheet = Sheet.of(page, labelsOf(RULES));
	const title = sheet.match(/\S*定额发票/);
	const amount = sheet.match(/[零壹贰叁肆伍陆柒捌玖拾佰仟万参]+[圆元]整?/);
	const read = readByRules(sheet, RULES);
	if (!title || !amount || !read.number) return undefined;
	return { ...read, location: reworded(chinese(title), (words) => words.replace(/通用.*|定额.*/, '')), amount: capitals(amount) };
}
