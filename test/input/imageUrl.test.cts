import fc from 'fast-check';

import { toServiceUrl } from '../../nodes/HuaweiOcr/input/imageUrl.ts';

test.each([
	['https://example.com/a.png', 'https://example.com/a.png'],
	['  http://example.com:8080/a.png?x=1#y ', 'http://example.com:8080/a.png?x=1#y'],
	['https://example.com/扫描件/第1页.png', 'https://example.com/%E6%89%AB%E6%8F%8F%E4%BB%B6/%E7%AC%AC1%E9%A1%B5.png'],
	['https://example.com/a b.png', 'https://example.com/a%20b.png'],
	['https://例子.测试/扫描.png', 'https://xn--fsqu00a.xn--0zwm56d/%E6%89%AB%E6%8F%8F.png'],
	['HTTPS://Example.com/%E6%89%AB.png', 'HTTPS://Example.com/%E6%89%AB.png'],
])('%s', (given, expected) => {
	expect(toServiceUrl(given)).toBe(expected);
});

test("a signed OBS address keeps every character of its signature", () => {
	const signed =
		'https://bucket.obs.cn-north-4.myhuaweicloud.com/a.png?AccessKeyId=AK&Expires=1700000000&Signature=a%2Bb%2F%3D';
	expect(toServiceUrl(signed)).toBe(signed);
});

test.each([
	['', /Fill in the URL/],
	['   ', /Fill in the URL/],
	[undefined, /gives nothing|must be text/],
	[{ url: 'x' }, /must be text/],
	['ftp://example.com/a.png', /must begin with http/],
	['file:///etc/passwd', /must begin with http/],
	['example.com/a.png', /must begin with http/],
	['https://', /must begin with http/],
])('%p is refused', (value, message) => {
	expect(() => toServiceUrl(value)).toThrow(message);
});

test('whatever comes in, what goes out is ASCII and leads to the same place', () => {
	fc.assert(
		fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: 'grapheme' }), (url, extra) => {
			const address = `${url}${extra.replace(/[#?\\]/g, '')}`;
			if (!URL.canParse(address.trim())) return;
			const result = toServiceUrl(address);
			expect(result).toMatch(/^[\x21-\x7e]+$/);
			expect(new URL(result).host).toBe(new URL(address.trim()).host);
		}),
		{ numRuns: 2000 },
	);
});
