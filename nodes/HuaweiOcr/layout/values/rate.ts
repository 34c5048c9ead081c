// Rates in percent beside an amount.

const RATE = /(?<![\d.,])(?:% ?\d+(?:[.,]\d+)?(?![\d.,]|\s?%)|\d+(?:[.,] ?\d+)? ?[%‰])/gu;

/** "6% 2.40", "VAT (19 %): 9.50" → the amount; a rate alone stays. */
export function withoutRate(plain: string): string | undefined {
	const rates = [...plain.matchAll(RATE)];
	const [rate] = rates;
	if (!rate || rates.length > 1) return rates.length > 1 ? undefined : plain;
	// "A 19% 1,40": the tax class that the rate belongs to.
	const before = plain.slice(0, rate.index).replace(/(^|\s)[A-Z] ?[=:]? ?$/u, '$1').trimEnd();
	const behind = plain.slice(rate.index + rate[0].length).trimStart();
	if (!/\d/.test(before + behind)) return plain;
	// What calculates with the rate ("100 - 5%", "5-10%") leaves more than an amount.
	if (/(?:^|[\s\d])[xX×]$/u.test(before)) return undefined;
	const isApart = /(?:^|[\p{L}\p{M}\p{Sc}:|@(\d*.])$/u.test(before) && /^(?:$|[\p{L}\p{Sc}:|=)\d.])/u.test(behind);
	if (!isApart) return undefined;
	return `${before} ${behind}`.replace(/\( *\)/u, ' ').replace(/\s+/gu, ' ').trim();
}
