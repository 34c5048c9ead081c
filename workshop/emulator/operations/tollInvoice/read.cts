import type { PageResult } from '../../engine/engine.cts';
import { chinese, dashedDate, digits, text } from '../reading/forms.cts';
import type { FoundFields } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';

const RULES = {
	code: { labels: ['发票代码'], form: digits },
	number: { labels: ['发票号码'], form: digits },
	entry: { labels: ['入口'], form: chinese },
	exit: { labels: ['出口'], form: chinese },
	amount: { labels: ['金额'], form: chinese },
	cashier: { labels: ['收费员'], form: text },
	vehicle_type: { labels: ['车型'], form: chinese },
	date: { labels: ['日期'], form: dashedDate },
	time: { labels: ['时间'], form: text },
} satisfies Rules<string>;

export const TOLL_FIELDS = Object.keys(RULES) as Array<keyof typeof RULES>;

/** @returns undefined for anything else. */
export function readTollInvoice(page: PageResult): FoundFields<keyof typeof RULES> | undefined {
	const sheet = Sheet.of(page, labelsOf(RULES));
	if (!sheet.match(/通行费/) || sheet.count(labelsOf(RULES)) < 4) return undefined;
	return readByRules(sheet, RULES);
}
