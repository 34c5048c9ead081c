import { isRate } from '../../../nodes/HuaweiOcr/layout/values/rate.ts';

test.each([
	['6%', true], ['GST 6%', true], ['(19 %)', true], ['VAT 19,00 %', true], ['５％', true], ['0.5‰', true], ['%18', true],
	['6% 2.40', false], ['2.40', false], ['6% 7%', false], ['', false], ['GST', false], ['%', false], ['5-10%', false],
])('%s is a rate: %s', (text, is) => expect(isRate(text)).toBe(is));
