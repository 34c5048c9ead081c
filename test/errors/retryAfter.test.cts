import { parseHttpDate, parseRetryAfter } from '../../huaweiCloud/errors/retryAfter.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);

describe('Retry-After', () => {
	test.each([
		['7', 7_000],
		[' 7 ', 7_000],
		['0', 0],
		['1.5', 1_500],
		['86400', 86_400_000],
		['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
		['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
		['Sun Nov  6 08:49:37 1994', 37_000],
		['Sun, 06 Nov 1994 08:00:00 GMT', 0],
	])('%s', (text, expected) => {
		expect(parseRetryAfter(text, NOW)).toBe(expected);
	});

	test.each([
		undefined,
		'',
		'-5',
		'+5',
		'5s',
		'soon',
		'1e3',
		'0x10',
		'NaN',
		'Infinity',
		'99999999999999',
		'2026-01-15',
		'Sun, 99 Nov 1994 99:99:99 GMT',
	])('%s makes no sense', (text) => {
		expect(parseRetryAfter(text, NOW)).toBeUndefined();
	});

	test('dates are read as GMT', () => {
		expect(parseHttpDate('Sun Nov  6 08:49:37 1994')).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
	});
});
