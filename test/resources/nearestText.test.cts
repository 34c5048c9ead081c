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

describe('what counts as near', () => {
	test.each([':', '：', '﹕', '︰'])('the text before "%s" alone', (colon) => {
		expect(nearestText('Terms', page(`Payment Terms${colon} 30 days`))).toBe('Payment Terms');
	});

	test('of several the nearest, of equally near ones the first', () => {
		expect(nearestText('Order No', page('Order date', 'Order No.', 'Order'))).toBe('Order No.');
		expect(nearestText('Order', page('Order AB', 'Order CD'))).toBe('Order AB');
		expect(nearestText('Total', page('total', 'Total'))).toBe('total');
	});

	test('half of their neighbouring characters in common, or one within the other', () => {
		// ab bc cd and ab bc xy: 4 of 6; ab and ab bx xy: 2 of 4; ab bc cd de and ab bx xy yz: 2 of 8.
		expect(nearestText('abcd', page('abcx'))).toBe('abcx');
		expect(nearestText('abcd', page('abxy'))).toBeUndefined();
		expect(nearestText('abcde', page('abxyz'))).toBeUndefined();
		expect(nearestText('ab', page('xxxxxxabxxxxxx'))).toBe('xxxxxxabxxxxxx');
		expect(nearestText('xxxxxxabxxxxxx', page('ab'))).toBe('ab');
		// Each pair counts as often as it is there.
		expect(nearestText('aaaa', page('aabbbbbb'))).toBeUndefined();
	});

	test('texts of a single character have no neighbours', () => {
		expect(nearestText('ab', page('a'))).toBeUndefined();
		expect(nearestText('a', page('ab'))).toBeUndefined();
		expect(nearestText('a', page('a'))).toBe('a');
	});

	test('with two figures a text is a label, with three a value', () => {
		expect(nearestText('Box', page('Box 12'))).toBe('Box 12');
		expect(nearestText('Box', page('Box 123'))).toBeUndefined();
		expect(nearestText('Box', page('Box １２３'))).toBeUndefined();
	});

	test('up to 40 characters, and 2,000 texts', () => {
		const long = (length: number) => `Terms ${'x'.repeat(length - 6)}`;
		expect(nearestText('Terms', page(long(40)))).toBe(long(40));
		expect(nearestText('Terms', page(long(41)))).toBeUndefined();
		const texts = (count: number) => [...Array.from({ length: count - 1 }, () => '-'), 'Terms'];
		expect(nearestText('Terms', page(...texts(2_000)))).toBe('Terms');
		expect(nearestText('Terms', page(...texts(2_001)))).toBeUndefined();
	});

	test('blank texts do not', () => {
		expect(nearestText('Terms', page(' ', ': Terms'))).toBeUndefined();
	});
});
