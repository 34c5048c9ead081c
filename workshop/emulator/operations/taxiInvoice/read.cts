import type { PageResult } from '../../engine/engine.cts';
import { chinese, code, dashedDate, digits, money, text } from '../reading/forms.cts';
import { type FoundFields, reworded } from '../reading/found.cts';
import { labelsOf, readByRules, type Rules } from '../reading/rules.cts';
import { Sheet } from '../reading/sheet.cts';

const RULES = {
	code: { labels: ['发票代码'], form: digits },
	number: { labels: ['发票号码'], form: digits },
	phone_number: { labels: ['电话'], form: text },
	company: { labels: ['单位'], form: chinese },
	taxi_number: { labels: ['车号'], form: code },
	certificate_number: { labels: ['证号'], form: digits },
	date: { labels: ['日期'], form: dashedDate },
	boarding_time: { labels: ['上车'], form: text },
	alighting_time: { labels: ['下车'], form: text },
	unit_price: { labels: ['单价'], form: money },
	distance: { labels: ['里程'], form: money },
	waiting_time: { labels: ['等候'], form: text },
	fare: { labels: ['车费'], form: money },
	fuel_oil_surcharge: { labels: ['燃油附加费'], form: money },
	call_service_surcharge: { labels: ['叫车服务费'], form: money },
	total: { labels: ['金额'], form: money },
} satisfies Rules<string>;

export const TAXI_FIELDS = [
	...(['location', 'code', 'number', 'phone_number', 'company', 'taxi_number', 'certificate_number', 'identification_number'] as const),
	...(['date', 'boarding_time', 'alighting_time', 'time', 'unit_price', 'distance', 'waiting_time', 'fare'] as const),
	...(['fuel_oil_surcharge', 'call_service_surcharge', 'total'] as const),
];
export const TAXI_TITLE = /出租(?:汽)?车.*?发票/;

/** @returns undefined for anything else. */
export function readTaxiInvoice(page: PageResult): FoundFields<(typeof TAXI_FIELDS)[number]> | undefined {
	const sheet = Sheet.of(page, labelsOf(RULES));
	const title = sheet.match(/\S*出租(?:汽)?车\S*发票/);
	if (!title || sheet.count(labelsOf(RULES)) < 5) return undefined;
	return { ...readByRules(sheet, RULES), location: reworded(chinese(title), (words) => words.replace(/出租.*/, '')) };
}
