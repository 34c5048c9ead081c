// What is written by a convention comes back as it was, and a misread figure never becomes a number.
import * as fc from 'fast-check';
import { parseDate } from '../../../nodes/HuaweiOcr/layout/values/date.ts';
import { readCheckbox } from '../../../nodes/HuaweiOcr/layout/values/checkbox.ts';
import { parseNumber } from '../../../nodes/HuaweiOcr/layout/values/number.ts';

/** Of each writing; `npm run check:cases` draws many more. */
const CASES = { numRuns: Number(process.env.PROPERTY_CASES ?? 4000) };

interface Convention {
	group: string;
	decimal: '.' | ',';
	india?: boolean;
	around: (amount: string) => string;
}

const CONVENTIONS: readonly Convention[] = [
	{ group: ',', decimal: '.', around: (amount) => `$${amount}` },
	{ group: ',', decimal: '.', around: (amount) => `RM ${amount}` },
	{ group: ',', decimal: '.', around: (amount) => `￥${amount}元` },
	{ group: ',', decimal: '.', around: (amount) => `GST 6% ${amount}` },
	{ group: ',', decimal: '.', around: (amount) => `${amount} THB` },
	{ group: ',', decimal: '.', india: true, around: (amount) => `₹ ${amount}/-` },
	{ group: '.', decimal: ',', around: (amount) => `${amount} €` },
	{ group: '.', decimal: ',', around: (amount) => `R$ ${amount}` },
	{ group: '.', decimal: ',', around: (amount) => `SUMME EUR ${amount}` },
	{ group: '.', decimal: ',', around: (amount) => `${amount} A *` },
	{ group: ' ', decimal: ',', around: (amount) => `${amount} zł` },
	{ group: '\u202f', decimal: ',', around: (amount) => `${amount} €` },
	{ group: "'", decimal: '.', around: (amount) => `CHF ${amount}` },
	{ group: '’', decimal: '.', around: (amount) => `Fr. ${amount}` },
	{ group: '', decimal: '.', around: (amount) => `Total: ${amount}` },
	{ group: '', decimal: ',', around: (amount) => `${amount}¹` },
];
const SIGNS: ReadonlyArray<(text: string) => string> = [(text) => `-${text}`, (text) => `(${text})`, (text) => `−${text}`];
const conventions = fc.constantFrom(...CONVENTIONS);
const cents = fc.integer({ min: 0, max: 99_999_999_999 });

function grouped(whole: string, group: string, isIndian = false): string {
	const pattern = isIndian ? /\B(?=(\d\d)*\d{3}$)/g : /\B(?=(\d{3})+$)/g;
	return whole.replace(pattern, group);
}

function written(value: number, { group, decimal, india }: Convention): string {
	const [whole = '', fraction = ''] = (value / 100).toFixed(2).split('.');
	return `${grouped(whole, group, india)}${decimal}${fraction}`;
}

test('amounts of all conventions', () => {
	fc.assert(
		fc.property(cents, conventions, (value, convention) => {
			expect(parseNumber(convention.around(written(value, convention)))).toBe(value / 100);
		}),
		CASES,
	);
});

test('negative amounts', () => {
	fc.assert(
		fc.property(cents, conventions, fc.constantFrom(...SIGNS), (value, convention, signed) => {
			expect(parseNumber(signed(written(value, convention)))).toBe(value === 0 ? 0 : -value / 100);
			if (value > 0) expect(parseNumber(`${written(value, convention)}-`)).toBe(-value / 100);
		}),
		CASES,
	);
});

test('three figures behind a single separator, told by the page', () => {
	const pages = { '.': ['Total', '41.20', '7.99'], ',': ['Summe', '41,20', '7,99'] };
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), fc.constantFrom<'.' | ','>('.', ','), fc.constantFrom<'.' | ','>('.', ','), (whole, rest, sign, page) => {
			const digits = String(rest).padStart(3, '0');
			const wanted = sign === page ? Number(`${whole}.${digits}`) : whole * 1000 + rest;
			expect(parseNumber(`${whole}${sign}${digits}`, { amounts: pages[page] })).toBe(wanted);
			expect(parseNumber(`Rp ${whole}.${digits}`, { amounts: pages[page] })).toBe(whole * 1000 + rest);
		}),
		CASES,
	);
});

test('what Intl writes in a locale is read with the locale', () => {
	const locales = ['en-US', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'pt-BR', 'it-IT', 'nl-NL', 'pl-PL', 'sv-SE', 'ja-JP', 'zh-CN', 'ko-KR', 'th-TH', 'id-ID', 'vi-VN', 'tr-TR', 'ru-RU', 'cs-CZ', 'ms-MY', 'hi-IN', 'en-ZA'];
	const formats = new Map(locales.map((locale) => [locale, new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })]));
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(...locales), (digits, places, locale) => {
			const value = Number(`${digits}e-${places}`);
			expect(parseNumber(formats.get(locale)?.format(value) ?? '', { locale })).toBe(value);
		}),
		CASES,
	);
});

test('a letter for a figure never becomes a number', () => {
	const misread: Readonly<Record<string, string>> = { 0: 'O', 1: 'l', 2: 'Z', 5: 'S', 6: 'b', 7: 'T', 8: 'B', 9: 'q' };
	fc.assert(
		fc.property(cents, conventions, fc.nat(), (value, convention, at) => {
			const amount = written(value, convention);
			const places = [...amount.matchAll(/[0125-9]/g)].map(({ index }) => index);
			const place = places[at % places.length];
			fc.pre(place !== undefined);
			const wrong = amount.slice(0, place) + (misread[amount[place] ?? ''] ?? '') + amount.slice(place + 1);
			expect(parseNumber(wrong)).toBeUndefined();
			expect(parseNumber(convention.around(wrong))).toBeUndefined();
		}),
		CASES,
	);
});

test('any text is read without an error, and figures stay what they were', () => {
	const characters = fc.constantFrom(...Array.from('0123456789.,-+()%*/ \'’·:#=|_²¹½①AaBKMOlxm$€¥₫RM元万亿千壹拾円年月日▲△負口□☑√[]民国令和กลพ한만'));
	fc.assert(
		fc.property(fc.string({ unit: characters, maxLength: 24 }), (text) => {
			const number = parseNumber(text);
			expect(number === undefined || Number.isFinite(number)).toBe(true);
			parseDate(text);
			readCheckbox(text);
			// Without a word that multiplies, the number's digits are the text's.
			if (number !== undefined && !/[万亿千壹拾만½%(①]/u.test(text)) {
				const digits = (from: string) => from.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '');
				expect(digits(text)).toContain(digits(number.toFixed(10)));
			}
		}),
		CASES,
	);
});

const day = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2039-12-31T00:00:00Z'), noInvalidDate: true });
const HAN = Array.from('〇一二三四五六七八九');
const hanNumber = (value: number) => (value < 10 ? (HAN[value] ?? '') : `${value < 20 ? '' : (HAN[Math.floor(value / 10)] ?? '')}十${value % 10 === 0 ? '' : (HAN[value % 10] ?? '')}`);

interface Parts {
	year: number;
	month: number;
	date: number;
	iso: string;
}

const WRITINGS: ReadonlyArray<(parts: Parts) => string> = [
	({ iso }) => iso,
	({ iso }) => iso.replaceAll('-', '/'),
	({ iso }) => iso.replaceAll('-', ''),
	({ iso }) => `${iso}T09:30:00Z`,
	({ year, month, date }) => `${year}年${month}月${date}日`,
	({ year, month, date }) => `${Array.from(String(year), (figure) => HAN[Number(figure)]).join('')}年${hanNumber(month)}月${hanNumber(date)}日`,
	({ year, month, date }) => `民國${year - 1911}年${month}月${date}日`,
	({ year, month, date }) => `${date}.${month}.${year}`,
	({ year, month, date }) => `${date}/${month}/${year + 543}`,
	({ year, month, date }) => `${year}. ${month}. ${date}.`,
	...['en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'it-IT', 'nl-NL', 'id-ID', 'ms-MY', 'ja-JP', 'zh-CN', 'ko-KR', 'th-TH', 'zh-TW-u-ca-roc', 'ja-JP-u-ca-japanese'].map((locale) => {
		const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
		return ({ iso }: Parts) => format.format(new Date(`${iso}T00:00:00Z`));
	}),
	...['en-GB', 'en-US', 'de-DE', 'fr-FR', 'id-ID', 'th-TH'].map((locale) => {
		const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: '2-digit', weekday: 'short', timeZone: 'UTC' });
		return ({ iso }: Parts) => format.format(new Date(`${iso}T00:00:00Z`));
	}),
];

function partsOf(value: Date): Parts {
	return { year: value.getUTCFullYear(), month: value.getUTCMonth() + 1, date: value.getUTCDate(), iso: value.toISOString().slice(0, 10) };
}

test('dates of all writings', () => {
	fc.assert(
		fc.property(day, fc.constantFrom(...WRITINGS), (value, write) => {
			const parts = partsOf(value);
			expect(parseDate(write(parts))).toMatchObject({ iso: parts.iso });
		}),
		CASES,
	);
});

test('a numeric date is read right or told to be ambiguous, and the order decides', () => {
	fc.assert(
		fc.property(day, fc.constantFrom<'dmy' | 'mdy'>('dmy', 'mdy'), fc.constantFrom('/', '-'), (value, order, sign) => {
			const { year, month, date, iso } = partsOf(value);
			const text = (order === 'dmy' ? [date, month, year] : [month, date, year]).join(sign);
			const alone = parseDate(text);
			if (alone && 'ambiguous' in alone) expect(alone.readings).toContain(iso);
			else expect(alone).toEqual({ iso });
			expect(parseDate(text, { order })).toEqual({ iso });
			expect(parseDate(text, { pageDates: [order === 'dmy' ? '30/01/2026' : '01/30/2026'] })).toEqual({ iso });
		}),
		CASES,
	);
});

test('a letter for a figure never becomes a date', () => {
	fc.assert(
		fc.property(day, fc.constantFrom(...WRITINGS.slice(0, 10)), fc.nat(), (value, write, at) => {
			const text = write(partsOf(value));
			const places = [...text.matchAll(/[015]/g)].map(({ index }) => index);
			const place = places[at % places.length];
			fc.pre(place !== undefined);
			const wrong = text.slice(0, place) + ({ 0: 'Q', 1: 'l', 5: 'S' }[text[place] ?? ''] ?? '') + text.slice(place + 1);
			expect(parseDate(wrong)).toBeUndefined();
		}),
		CASES,
	);
});
