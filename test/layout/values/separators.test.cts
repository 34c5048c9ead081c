import { pageAmounts, readFigures } from '../../../nodes/HuaweiOcr/layout/values/separators.ts';

test.each([
	['41.20', '.'], ['41,20', ','], ['41.2', '.'], ['41,2', ','], ['1,041.20', '.'], ['1.041,20', ','], ['1 041,20', ','], ["1'041.20", '.'], ['1,041,200', '.'], ['1.041.200', ','], ['0.125', '.'], ['0,125', ','], ['RM 41.20', '.'], ['41,20 €', ','], ['1,041.2000', '.'], ['12,03,417.50', '.'],
	['1.041', undefined], ['1,041', undefined], ['1 041', undefined], ['1041', undefined], ["1'041", undefined], ['41.2000', undefined], ['10.41,20', undefined], ['1.041.20', undefined], ['1,041.200.5', undefined], ['41,20 30', undefined], ['0.12 5', undefined], ['41.20 | 7.99', undefined], ['41.20 / 7', undefined], ['41.20-7', undefined], ['10:41.20', undefined], ['21.07/41', undefined], [`41.20 ${'x'.repeat(60)}`, undefined], ['no figures', undefined], ['1 041,200', ','],
])('a page with %s has the decimal sign %s', (text, sign) => {
	expect(pageAmounts(['Total', text]).decimalSign).toBe(sign);
	expect(pageAmounts([text]).hasDecimals).toBe(sign !== undefined);
});

test('one amount against four is a misread one, against three it leaves the page open', () => {
	expect(pageAmounts(['1,10', '2,20', '3,30', '4,40', '5.50']).decimalSign).toBe(',');
	expect(pageAmounts(['1.10', '2.20', '3.30', '4.40', '5,50']).decimalSign).toBe('.');
	expect(pageAmounts(['1,10', '2,20', '3,30', '5.50']).decimalSign).toBeUndefined();
	expect(pageAmounts(['1,10', '5.50']).decimalSign).toBeUndefined();
});

test('what a page says is looked up once, and at most a thousand texts count', () => {
	const texts = ['41.20'];
	const first = pageAmounts(texts);
	expect(pageAmounts(texts)).toBe(first);
	expect(pageAmounts([...Array.from({ length: 1000 }, () => 'x'), '41.20']).decimalSign).toBeUndefined();
});

test.each([['円', true], ['1,200円', true], ['JPY 100', true], ['CHF 12.50', true], ['Fr. 12.50', true], ['SFr. 5', true], ['€ 12', false], ['Friday', false]])('a dash ends prices where %s is printed: %s', (text, ends) =>
	expect(pageAmounts([text]).dashEndsPrice).toBe(ends),
);

test('amounts that leave it open are kept', () => {
	expect([...pageAmounts(['25.000', 'Rp 60.000', '25.000', '0.125', '1234.000', '12,000']).open]).toEqual(['25.000', '60.000']);
});

test.each([
	['3417', { digits: '3417', decimals: 0, isSpaced: false, isGrouped: false }],
	['3,417.25', { digits: '3417.25', decimals: 2, decimalSign: '.', isSpaced: false, isGrouped: true }],
	['3 417,2', { digits: '3417.2', decimals: 1, decimalSign: ',', isSpaced: true, isGrouped: true }],
	['3 417', { digits: '3417', decimals: 0, isSpaced: true, isGrouped: true }],
	['.75', { digits: '0.75', decimals: 2, decimalSign: '.', isSpaced: false, isGrouped: false }],
	[',75', { digits: '0.75', decimals: 2, decimalSign: ',', isSpaced: false, isGrouped: false }],
	['41,25', { digits: '41.25', decimals: 2, decimalSign: ',', isSpaced: false, isGrouped: false }],
	['1,234.567', { digits: '1234.567', decimals: 3, decimalSign: '.', isSpaced: false, isGrouped: true }],
	['1 234.567,8', undefined],
	["1'234 567.5", undefined],
	['1,234.567.8', undefined],
	['1.234,567,8', undefined],
	["41'25", undefined],
	['41 25', undefined],
	['1234,567', { digits: '1234.567', decimals: 3, decimalSign: ',', isSpaced: false, isGrouped: false }],
	['123456789012345', { digits: '123456789012345', decimals: 0, isSpaced: false, isGrouped: false }],
	['1234567890123.456', undefined],
	['255.255.255.100', undefined],
	['256.255.255.100', { digits: '256255255100', decimals: 0, isSpaced: false, isGrouped: true }],
])('%s', (text, wanted) => expect(readFigures(text)).toEqual(wanted));
