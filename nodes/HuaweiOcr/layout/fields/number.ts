// Amounts and quantities as people print them.

/** What may stand before or behind a number: words, currency and unit signs, but no other figures. */
const AROUND = String.raw`[\p{L}\p{Sc}\s.:#%‰°²³/]{0,16}`;
const SIGN = String.raw`[-+\u2212\u2013]`;
const FIGURES = String.raw`\d(?:[\d.,'\u2019 \u00a0\u202f]*\d)?`;
const NUMBER = new RegExp(`^(${AROUND}?)(${SIGN}?)(${AROUND}?)(${FIGURES})(${SIGN}?)(${AROUND})$`, 'u');
/** An accountant's negative amount. */
const BRACKETED = /^([^()]*)\(([^()]*)\)([^()]*)$/u;
const CURRENCY = /\p{Sc}$|^(?:AED|AUD|BRL|CAD|CHF|CLP|CNY|EUR|GBP|HKD|IDR|INR|JPY|KRW|MOP|MXN|MYR|NZD|PEN|PHP|RM|RMB|RUB|SGD|THB|TRY|TWD|USD|VND|ZAR)$/u;
/** Thousands, millions, billions, or something else: such a number is not read. */
const UNSURE_UNIT = /^\s*(?:[KMB]|bn|mn)$/u;
/** Units that stand for a factor. */
const FACTORS: ReadonlyArray<readonly [unit: RegExp, factor: number]> = [
	[/^\s*[万萬]/u, 1e4],
	[/^\s*[亿億]/u, 1e8],
];
/** More figures than a number can hold exactly: account numbers, bar codes. */
const MOST_FIGURES = 15;

/**
 * Reads the one number in a text: `1,234.50`, `1.234,50`, `1 234,50`, full-width figures, with
 * currency or unit (`¥`, `USD`, `元`, `kg`, `%`; `万` and `亿` multiply), negative with a sign before or
 * behind, or in brackets. A single comma before three figures parts thousands, a single point is
 * always a decimal point.
 * @returns undefined for anything else: dates, phone numbers, several numbers, more than 15 figures
 */
export function parseNumber(text: string): number | undefined {
	const plain = text.normalize('NFKC').trim();
	const bracketed = BRACKETED.exec(plain);
	if (bracketed) {
		const [, before = '', inside = '', behind = ''] = bracketed;
		const isAmount = /\d/.test(inside) && !/[-+\u2212\u2013]/u.test(inside) && !/\d/.test(before + behind);
		const amount = isAmount ? parseSigned(`${before}${inside}${behind}`) : undefined;
		// A unit in brackets says nothing about the sign: "12 (kg)".
		return amount === undefined ? parseSigned(`${before} ${behind}`) : -amount;
	}
	return parseSigned(plain);
}

function parseSigned(text: string): number | undefined {
	const match = NUMBER.exec(text.trim());
	if (!match) return undefined;
	const [, before = '', sign = '', , figures = '', endSign = '', behind = ''] = match;
	// "AB-12" is a code and "1-" the beginning of a range, but "RM -3.80", "-$5" and "100.00-" are amounts.
	if (sign !== '' && /\p{L}$/u.test(before) && !CURRENCY.test(before)) return undefined;
	if (UNSURE_UNIT.test(behind)) return undefined;
	if (endSign !== '' && (sign !== '' || behind.trim() !== '' || endSign === '+')) return undefined;
	const digits = toDigits(figures);
	if (digits === undefined || digits.replace('.', '').length > MOST_FIGURES) return undefined;
	const factor = FACTORS.find(([unit]) => unit.test(behind))?.[1] ?? 1;
	const negative = /[-\u2212\u2013]/u.test(sign + endSign);
	const value = Number(digits) * factor;
	return negative && value !== 0 ? -value : value;
}

/** Figures with their separators → a plain decimal number. */
function toDigits(figures: string): string | undefined {
	const separators = figures.replace(/\d/g, '');
	if (separators === '') return figures;
	const last = separators[separators.length - 1] ?? '';
	const kinds = new Set(separators.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2019/g, "'"));
	if (kinds.size > 2) return undefined;
	const isOnce = figures.indexOf(last) === figures.lastIndexOf(last);
	if (kinds.size === 2) {
		const [whole = '', fraction = ''] = splitAt(figures, figures.lastIndexOf(last));
		if (!isOnce || (last !== '.' && last !== ',') || !isGrouped(whole)) return undefined;
		return `${ungrouped(whole)}.${fraction}`;
	}
	const [whole = '', fraction = ''] = splitAt(figures, figures.indexOf(last));
	if (isOnce && last === '.') return `${whole}.${fraction}`;
	if (isOnce && last === ',' && !(fraction.length === 3 && isGrouped(figures))) return `${whole}.${fraction}`;
	return isGrouped(figures) ? ungrouped(figures) : undefined;
}

function splitAt(text: string, index: number): [string, string] {
	return [text.slice(0, index), text.slice(index + 1)];
}

/** Thousands, or the lakhs and crores of India: the last group has three figures. */
function isGrouped(figures: string): boolean {
	return /^[1-9]\d{0,2}(?:([^\d])\d{3})(?:\1\d{3})*$/u.test(figures) || /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(figures);
}

function ungrouped(figures: string): string {
	return figures.replace(/[^\d]/gu, '');
}
