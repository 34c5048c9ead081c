import { hintsOf, Report } from '../../nodes/HuaweiOcr/report/report.ts';
import { nearestText } from '../../nodes/HuaweiOcr/resources/words/nearestText.ts';
import { block } from '../layout/page.cts';
import { resultOf, rowsOf } from './result.cts';

const page = (...words: string[]) => words.map((text, index) => block(text, 20, 20 + 40 * index));

test.each<[string, string[], string]>([
	['Terms', ['Payment Terms', 'Order reference'], 'Payment Terms'],
	['Cust No', ['Order No.', 'Customer No.: 4711', 'Date'], 'Customer No.'],
	['Total', ['Total due', 'Article'], 'Total due'],
	['车牌号', ['车牌号码', '驾驶员'], '车牌号码'],
	['Supplier|Vendor', ['Vendor name', 'Suppression'], 'Vendor name'],
	['Seller > Name', ['Company name', 'Adress'], 'Company name'],
])('near %s', (label, texts, nearest) => {
	expect(nearestText(label, page(...texts))).toBe(nearest);
});

test.each<[string, string, string[]]>([
	['nothing like it', 'VAT', ['Shipping', 'Order reference']],
	['a value with many figures', 'Card', ['Card 6222020200112233']],
	['a whole sentence', 'Terms', ['The terms of payment are those that both sides have agreed upon in writing']],
	['an empty page', 'Terms', []],
])('none: %s', (_name, label, texts) => {
	expect(nearestText(label, page(...texts))).toBeUndefined();
});

test('a run tells what a missing label may be called on the page', () => {
	const report = new Report();
	rowsOf('fields', resultOf(page('Payment Terms: 30 days', 'Order No: 7')), { source: 's', report }, {}, {
		fieldDefinitions: { field: [{ name: 'terms', label: 'Terms of paying' }] },
	});
	expect(hintsOf(report.facts).map(({ message }) => message)).toStrictEqual(['Labels not found: Terms of paying, nearest: "Payment Terms".']);
});
