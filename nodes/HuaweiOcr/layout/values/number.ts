// Amounts and quantities as people print them. What stands beside the figures must be understood,
// or there is no number: an empty cell costs less than a wrong one.
import { CURRENCY_SIGNS, currencyOf, hanCurrencyAt } from './currencies';
import type { Currency } from './currencies';
import { readCapitalAmount } from './hanNumerals';
import { FOOTNOTE, plainText, withoutRaised } from './plainText';
import { pageAmounts, readFigures } from './separators';
import type { DecimalSign, Figures } from './separators';
import { accountSide, exponentOf, isMeasure, isMisreadFigures, isPrefix, isUnit, isUnsureWord } from './words';

/** What is known beside the text itself. */
export interface NumberContext {
	/**
	 * Texts of other amounts of the page, or all of its texts: they tell whether 50.000 is fifty or fifty
	 * thousand. The same array is looked through only once.
	 */
	amounts?: readonly string[];
	/** Code or sign of the currency where the text has none: `VND`, `¥`. */
	currency?: string;
	/** Language and country of the page as BCP 47 (`de-CH`), where they are known for certain. */
	locale?: string;
}

const MOST_CHARACTERS = 120;
const MOST_WORDS = 5;
/** A figure, or a decimal sign before one. */
const RATE = /(?<![\d.,])(?:% ?\d+(?:[.,]\d+)?(?![\d.,]|\s?%)|\d+(?:[.,] ?\d+)? ?[%‰])/gu;
const SIGNS_IN_PATTERN = CURRENCY_SIGNS.map((sign) => sign.replace(/[$.*+?^()[\]{}|\\/]/g, '\\$&')).join('|');
const WORD_TOKEN = String.raw`\p{Script=Han}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[\p{L}\p{M}]+`;
const TOKEN = new RegExp(String.raw`(?<!\p{L})(?:${SIGNS_IN_PATTERN})|${WORD_TOKEN}|\s+|.`, 'giu');
const IDEOGRAPHIC = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u;
/** Numerals, and what engines make of figures and strokes. */
const UNCERTAIN_CHARACTER = /[〇零○一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾口囗丨亅乙工曰ロニハー]/u;
/** `1,234.-`, `12,--`, `500/-`, `1,500/=`, `100=`: the end of a price. */
const PRICE_END = /^(?: ?[.,:] ?-{1,3}|\/[-=]|=)(?=$|[\s\p{L}\p{Sc})*])/u;
const HAN_POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };
const HAN_POWER = /^[十百佰千仟万萬亿億]+/u;
/** Units whose first character is one of a power: kilogram, kilowatt, hectopascal, percentage point. */
const HAN_UNIT = /^(?:[千仟](?:克|瓦|米|卡|帕|焦|赫|伏|安|升|公)|百(?:帕|货)|万向|万科)/u;
/** `1亿2千万`, `3万5千`, `1万2345`: parts that are added. */
const COMPOUND = /^\d[\d.,]*(?: ?[百佰千仟万萬亿億만억천]+ ?\d[\d,]*)+ ?[百佰千仟万萬亿億만억천]*$/u;

/**
 * Reads the one number in a text: `1,234.50`, `1.234,50`, `1 234,50`, `.89`, `12 .50`, figures of any
 * script, with currency or unit (`¥`, `USD`, `元`, `kg`, `㎡`, `%`), with words that multiply (`万`, `Mio.`,
 * `lakh`), negative with a sign before or behind, in brackets, behind ▲ or as `DR`; a tax class, a star
 * or a footnote behind it, and a rate in percent beside an amount, are no part of it.
 * @returns undefined for anything else: dates, phone numbers, several numbers, more than 15 figures,
 * misread figures (`2O.OO`), and numbers that can be read in two ways (`€ 1.234`) when the context
 * does not tell
 */
export function parseNumber(text: string, context: NumberContext = {}): number | undefined {
	if (text.length > MOST_CHARACTERS) return undefined;
	const unraised = withoutRaised(text);
	if (unraised === undefined) return undefined;
	const plain = plainText(unraised).replace(/×/gu, 'x');
	return readCapitalAmount(plain) ?? readAmount(plain, context);
}

/** Whether a text is nothing but a rate: `6%`, `GST 6%`, `(19 %)`. Beside an amount it is not the amount. */
export function isRate(text: string): boolean {
	const plain = plainText(text);
	return [...plain.matchAll(RATE)].length === 1 && !/\d/.test(plain.replace(RATE, ' '));
}

function readAmount(plain: string, context: NumberContext): number | undefined {
	const amount = withoutRate(plain);
	if (amount === undefined) return undefined;
	const bracketed = /^([^()]*)\(([^()]*)\)([^()]*)$/u.exec(amount);
	if (!bracketed) return /[()]/.test(amount) ? undefined : readSigned(amount, context);
	const [, before = '', inside = '', behind = ''] = bracketed;
	// A unit or a note in brackets says nothing about the sign: "12 (kg)".
	if (!/\d/.test(inside)) return readSigned(`${before} ${inside} ${behind}`, context);
	if (/\d/.test(before + behind) || !isBareAmount(inside)) return undefined;
	const positive = readSigned(`${before}${inside}${behind}`, context);
	return positive === undefined || positive < 0 ? undefined : negate(positive);
}

/** Figures and at most a currency: what accountants put in brackets when it is owed. */
function isBareAmount(inside: string): boolean {
	return tokensOf(inside).every((token) => /^[\d.,' ]+$/.test(token) || token.trim() === '' || currencyOf(token.trim()) !== undefined);
}

function negate(value: number): number {
	return value === 0 ? 0 : -value;
}

/** "6% 2.40", "VAT (19 %): 9.50" → the amount; a rate alone stays. */
function withoutRate(plain: string): string | undefined {
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
	if (!isApart || /\d$/.test(before) !== /\d\s$/.test(plain.slice(0, rate.index))) return undefined;
	return `${before} ${behind}`.replace(/\( *\)/u, ' ').replace(/\s+/gu, ' ').trim();
}

/** What the texts around the figures say. */
interface Surroundings {
	negative: boolean;
	signs: number;
	currency?: Currency | undefined;
	signBehind: boolean;
	isPercent: boolean;
	/** A unit of weight, volume or length, or one that is counted. */
	unit?: 'measure' | 'count';
	isTriangle: boolean;
	/** The power of ten that a word behind the figures stands for. */
	exponent: number;
	/** The rest that can be judged only when the figures are read. */
	dash: 'none' | 'touching' | 'apart';
	/** The letter behind a price; `S` and `D` can stand for a debit. */
	taxClass: string;
	/** "Cr": credit or crore. */
	isCr: boolean;
	/** The decimal sign that the end of a price shows: "1.234,-". */
	endSign?: DecimalSign;
	/** "FR 123 456 789": a country's code before groups of figures makes them a company's number. */
	countryCode: boolean;
	plus: boolean;
	signPrefix: boolean;
}

function readSigned(text: string, context: NumberContext): number | undefined {
	const parts = splitAtFigures(text);
	if (!parts) return undefined;
	const { before, figures, behind } = parts;
	const around: Surroundings = {
		negative: false, signs: 0, signBehind: false, isPercent: false, isTriangle: false, isCr: false, countryCode: false,
		exponent: 0, dash: 'none', taxClass: '', plus: false, signPrefix: false,
	};
	if (!readBefore(before, around) || !readBehind(behind, around)) return undefined;
	around.currency = currencyFor(around.currency, context);
	if (/[百佰千仟万萬亿億만억천]/u.test(figures)) return readCompound(figures, around);
	const page = context.amounts && pageAmounts(context.amounts);
	const read = readFigures(figures, {
		style: around.currency?.style,
		signBehind: around.signBehind,
		unit: around.unit,
		page,
		locale: around.endSign ?? (context.locale === undefined ? undefined : localeSign(context.locale)),
	});
	if (!read || !isPlausible(read, around)) return undefined;
	const isNegative = signOf(read, around, context);
	if (isNegative === undefined) return undefined;
	const value = Number(`${read.digits}e${around.exponent}`);
	return isNegative ? negate(value) : value;
}

/** Signs that several currencies share, with the codes that each can stand for. */
const SHARED_SIGNS: Readonly<Record<string, RegExp>> = {
	$: /^(?:USD|CAD|AUD|NZD|HKD|SGD|TWD|MXN|ARS|CLP|COP|UYU|BRL|MOP)$/,
	'¥': /^(?:CNY|JPY)$/,
	元: /^(?:CNY|TWD|HKD|MOP|SGD|¥|\$)$/,
	kr: /^(?:DKK|SEK|NOK|ISK)$/,
};

/** "€$12" is misread; "¥12元" and "$12 USD" say it twice. */
function isSameCurrency(one: Currency | undefined, other: Currency): boolean {
	if (!one || one.code === other.code) return true;
	return SHARED_SIGNS[one.code]?.test(other.code) === true || SHARED_SIGNS[other.code]?.test(one.code) === true;
}

function moreExact(one: Currency | undefined, other: Currency): Currency {
	return one && !(one.code in SHARED_SIGNS) ? one : other;
}

/** The printed currency; a sign that several currencies share is told by the context. */
function currencyFor(printed: Currency | undefined, { currency }: NumberContext): Currency | undefined {
	const given = currency === undefined ? undefined : currencyOf(currency);
	return printed === undefined || printed.code in SHARED_SIGNS ? (given ?? printed) : printed;
}

/** The figures with their separators, and what stands before and behind them. */
function splitAtFigures(text: string): { before: string; figures: string; behind: string } | undefined {
	const first = text.search(/\d/);
	if (first < 0) return undefined;
	const end = text.length - (/\D*$/.exec(text)?.[0].length ?? 0);
	const start = leadingSign(text, first);
	if (start === undefined) return undefined;
	const figures = text.slice(start, end).replace(/(?<=\d) ?· ?(?=\d{2}$)/u, '.');
	if (!/^[.,]?\d(?:[\d.,' ]*\d)?$/.test(figures) && !COMPOUND.test(figures)) return undefined;
	return { before: text.slice(0, start), figures, behind: text.slice(end) };
}

/** Where the number begins: at its first figure, or at the decimal sign before it. */
function leadingSign(text: string, first: number): number | undefined {
	if (!/[.,]/.test(text[first - 1] ?? '')) return first;
	const before = text.slice(0, first - 1);
	const word = /[\p{L}/]+$/u.exec(before)?.[0];
	if (word === undefined) {
		// Dots lead to the number; one dot belongs to it.
		if (/[.,_]\s?$/u.test(before) && !/\p{L}\.$/u.test(before)) return /[.…]$/u.test(before) && text[first - 1] === '.' ? first : undefined;
		return first - 1;
	}
	if (text[first - 1] === '.' && (currencyOf(`${word}.`) || isPrefix(word))) return first;
	return currencyOf(word) ? first - 1 : undefined;
}

function tokensOf(text: string): string[] {
	return text.match(TOKEN) ?? [];
}

/** Whether a piece of text between figures and words is one that says nothing. */
function isFiller(token: string): boolean {
	return /^[\s:#*=@_|]$/u.test(token) || token === FOOTNOTE || /^\s+$/u.test(token);
}

function readBefore(before: string, around: Surroundings): boolean {
	const tokens = tokensOf(before);
	let words = 0;
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		const last = tokens[index - 1];
		const isLetters = /^\p{L}/u.test(token);
		const touches = next === undefined || /^[-+▲△▼]$/u.test(next);
		const currency = currencyOf(token);
		if (currency && (!isLetters || !isAmbiguousWord(token, touches))) {
			if (last !== '/' && !isSameCurrency(around.currency, currency)) return false;
			around.currency = moreExact(around.currency, currency);
			around.signPrefix ||= around.signs === 0;
		} else if (/^[-+▲△▼]$/u.test(token)) {
			if (!readSign(token, last, tokens[index - 2], next, around)) return false;
			if (tokens.slice(index + 1).some((other) => other.trim() !== '' && !currencyOf(other))) return false;
		} else if (isLetters) {
			if (++words > MOST_WORDS || !readWordBefore(token, touches, around)) return false;
		} else if (token === '|') {
			if (next !== ' ') return false;
		} else if (token === '%') {
			around.isPercent = true;
		} else if (!isFiller(token) && !isPunctuation(token, last, next)) return false;
	}
	return true;
}

/** Dots that lead to a number, the point of an abbreviation, a comma behind a word, a stroke between words. */
function isPunctuation(token: string, last: string | undefined, next: string | undefined): boolean {
	if (token === '.') return last === '.' || next === '.' || (last !== undefined && /^\p{L}/u.test(last));
	if (token === ',') return next === ' ' && last !== undefined && /^\p{L}/u.test(last);
	if (token === "'") return last !== undefined && /^\p{L}/u.test(last) && next !== undefined && /^\p{L}/u.test(next);
	return (token === '/' || token === '&' || token === '-') && next !== undefined && /^[\p{L}\s]/u.test(next);
}

/** Currencies of a single letter are codes or misread figures where they stand before a number. */
function isAmbiguousWord(token: string, touches: boolean): boolean {
	return touches && /^[A-Za-zА-я]$/u.test(token) && token !== 'đ';
}

function readSign(token: string, last: string | undefined, beforeLast: string | undefined, next: string | undefined, around: Surroundings): boolean {
	if (++around.signs > 1) return false;
	const word = last?.trim() === '' ? beforeLast : last;
	const isAfterWord = word !== undefined && /^[\p{L}\p{N}]/u.test(word) && !currencyOf(word);
	// "AB-12" is a code, the dash of "Total - 12" parts label and amount; "RM -3.80" is an amount.
	if (isAfterWord && (last === word || next === ' ')) return false;
	around.isTriangle = /[▲△▼]/u.test(token);
	around.plus = token === '+';
	around.negative = token !== '+';
	return true;
}

function readWordBefore(word: string, touches: boolean, around: Surroundings): boolean {
	if (/^\p{Script=Han}/u.test(word)) {
		if (/[负負]$/u.test(word)) {
			around.negative = true;
			around.signs++;
			return around.signs === 1;
		}
		const money = /(?:人民币|人民幣|新台币|新臺幣|港币|港幣|美元|欧元|日元|日圓)$/u.exec(word)?.[0];
		if (money) around.currency = currencyOf(money);
		return !/[借贷貸减減]$|零下$|分之$/u.test(word) && (!touches || !UNCERTAIN_CHARACTER.test(word.slice(-1)));
	}
	if (IDEOGRAPHIC.test(word)) return !touches || !UNCERTAIN_CHARACTER.test(word.slice(-1));
	const side = accountSide(word);
	if (side) {
		around.negative = side === 'debit';
		around.isCr = word === 'Cr';
		return !touches && ++around.signs === 1;
	}
	around.countryCode = /^[A-Z]{2}$/.test(word);
	if (touches || /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(word)) return isPrefix(word) && word !== 'X';
	return !isMisreadFigures(word) && exponentOf(word) === undefined && !isUnsureWord(word);
}

function readBehind(behind: string, around: Surroundings): boolean {
	const end = PRICE_END.exec(behind)?.[0] ?? '';
	const endSign = end.trim()[0];
	if (endSign === '.' || endSign === ',') around.endSign = endSign;
	const tokens = tokensOf(behind.slice(end.length));
	let words = 0;
	let isFirst = true;
	for (const [index, token] of tokens.entries()) {
		const last = tokens[index - 1];
		const touches = end === '' && (index === 0 || (last !== undefined && currencyOf(last) !== undefined));
		const currency = currencyOf(token);
		if (/^\s+$/u.test(token) || token === '°') continue;
		// "S$" and "S/" stand before amounts: where they touch one behind, the letter is a misread figure.
		if (touches && /^\p{L}+[$/]/u.test(token)) return false;
		if (token === '-' || token === '+') {
			if (!isFirst || end !== '' || around.signs > 0) return false;
			if (tokens.slice(index + 1).some((other) => other.trim() !== '' && !currencyOf(other))) return false;
			around.dash = touches ? 'touching' : 'apart';
			around.plus = token === '+';
			around.signs++;
		} else if (currency && !(isFirst && touches && isAmbiguousWord(token, touches))) {
			if (last !== '/' && !isSameCurrency(around.currency, currency)) return false;
			around.currency = moreExact(around.currency, currency);
			around.signBehind ||= !around.signPrefix;
		} else if (token === '%' || token === '‰') {
			if (!isFirst) return false;
			around.isPercent = true;
		} else if (/^\p{L}/u.test(token)) {
			if (++words > MOST_WORDS || !readWordBehind(token, { touches, isFirst, isPer: last === '/' }, around)) return false;
		} else if (!isMarkBehind(token, last, tokens[index + 1], index === tokens.length - 1)) return false;
		if (!currency || /^\p{L}/u.test(token)) isFirst &&= currency !== undefined;
	}
	return true;
}

function isMarkBehind(token: string, last: string | undefined, next: string | undefined, isLast: boolean): boolean {
	if (token === '*' || token === '#' || token === '_' || token === FOOTNOTE || token === '‡') return true;
	if (token === '.') return isLast || (last !== undefined && /^\p{L}/u.test(last)) || next === '.' || last === '.';
	if (token === '|') return last === ' ';
	if (token === ',' || token === "'" || token === '-') return last !== undefined && /^\p{L}/u.test(last) && next !== undefined;
	return (token === '/' || token === '&') && next !== undefined && /^[\p{L}\s]/u.test(next);
}

interface WordPlace {
	touches: boolean;
	/** Whether nothing but a currency stands between the figures and the word. */
	isFirst: boolean;
	/** "/kg": what the number is counted by. */
	isPer: boolean;
}

function readWordBehind(word: string, place: WordPlace, around: Surroundings): boolean {
	if (place.isPer) return exponentOf(word) === undefined;
	if (/^\p{Script=Han}/u.test(word)) return readHanBehind(word, place, around);
	if (/^[백천만억조]/u.test(word)) return readHanBehind(hangulToHan(word), place, around);
	if (/^\p{Script=Thai}/u.test(word)) return readThaiBehind(word, place, around);
	const exponent = exponentOf(word);
	if (exponent !== undefined) {
		if (!place.isFirst) return false;
		around.exponent = exponent;
		return true;
	}
	if (IDEOGRAPHIC.test(word)) return !place.touches || !UNCERTAIN_CHARACTER.test(word.slice(0, 1));
	const side = accountSide(word);
	if (side) return readAccountSide(word, side, around);
	if (/^[A-Z]$/.test(word)) return readCapital(word, place, around);
	if (isUnsureWord(word)) return false;
	// "$5m" are millions, "5 m" are metres.
	if (word === 'm' && place.isFirst && around.currency) return false;
	if (isUnit(word, place.touches)) {
		if (place.isFirst) around.unit = isMeasure(word) ? 'measure' : 'count';
		return true;
	}
	return !place.touches && !isMisreadFigures(word) && !/^[a-zа-я]$/u.test(word);
}

/** A single capital letter: a unit, or the tax class behind a price, which only the figures tell. */
function readCapital(letter: string, { touches, isFirst }: WordPlace, around: Surroundings): boolean {
	if (around.taxClass !== '') return false;
	// "$1.25 B" are billions.
	const isMoneyBefore = around.signPrefix && /[KMBT]/.test(letter);
	// "₹5.5L" are lakhs.
	if (letter === 'L' && around.currency) return false;
	if (isMoneyBefore || letter === 'M' || (touches && (isMisreadFigures(letter) || isUnsureWord(letter)))) return false;
	if (!(isFirst && isUnit(letter, touches)) || isUnsureWord(letter)) around.taxClass = letter;
	return true;
}

function readAccountSide(word: string, side: 'debit' | 'credit', around: Surroundings): boolean {
	if (around.signs > 0) return false;
	around.signs++;
	around.isCr = word === 'Cr';
	around.negative = side === 'debit';
	return true;
}

function readHanBehind(word: string, { touches, isFirst }: WordPlace, around: Surroundings): boolean {
	let rest = word;
	const power = HAN_UNIT.test(word) ? undefined : HAN_POWER.exec(word)?.[0];
	if (power !== undefined) {
		const exponent = hanExponent(power);
		rest = word.slice(power.length);
		if (!isFirst || exponent === undefined || around.exponent !== 0 || /^分/u.test(rest)) return false;
		around.exponent = exponent;
	}
	if (/^兆/u.test(rest) && !/^兆[瓦赫帕字比欧]/u.test(rest)) return false;
	const money = hanCurrencyAt(rest);
	if (money) {
		around.currency ??= money.currency;
		around.signBehind ||= !around.signPrefix;
		rest = rest.slice(money.length);
	}
	if (/^(?:公斤|千克|克|吨|噸|升|米|公里|平方|立方|度)/u.test(rest)) around.unit = 'measure';
	if (/^(?:借|贷|貸|以上|以下|以内|左右|余|多|角|毛|銭|錢|割|成)/u.test(rest)) return false;
	return !(touches || power !== undefined) || rest === '' || !UNCERTAIN_CHARACTER.test(rest.slice(0, 1));
}

/** 万 → 4, 百万 → 6, 万亿 → 12; undefined when smaller powers follow larger ones, or for 十 alone. */
function hanExponent(power: string): number | undefined {
	const exponents = Array.from(power).map((character) => HAN_POWERS[character] ?? 0);
	if (power === '十' || exponents.some((exponent, index) => index > 0 && exponent <= (exponents[index - 1] ?? 0))) return undefined;
	return exponents.reduce((sum, exponent) => sum + exponent, 0);
}

const HANGUL_POWERS: Readonly<Record<string, string>> = { 백: '百', 천: '千', 만: '万', 억: '亿', 조: '兆' };

function hangulToHan(text: string): string {
	return text.replace(/[백천만억조]/gu, (power) => HANGUL_POWERS[power] ?? power);
}

const THAI_POWERS: Readonly<Record<string, number>> = { ร้อย: 2, พัน: 3, หมื่น: 4, แสน: 5, ล้าน: 6 };

/** Thai is written without spaces: ล้านบาท is "million baht". */
function readThaiBehind(word: string, { isFirst }: WordPlace, around: Surroundings): boolean {
	const powers = /^(?:ร้อย|พัน|หมื่น|แสน|ล้าน)+/u.exec(word)?.[0];
	if (powers === undefined) return true;
	const rest = word.slice(powers.length);
	if (!isFirst || (rest !== '' && !currencyOf(rest))) return false;
	around.exponent = (powers.match(/ร้อย|พัน|หมื่น|แสน|ล้าน/gu) ?? []).reduce((sum, power) => sum + (THAI_POWERS[power] ?? 0), 0);
	return true;
}

/** 1亿2千万 → 120,000,000: parts of falling size; a last part without a size must fill all of its places. */
function readCompound(figures: string, { currency, negative, signs, dash, taxClass, exponent }: Surroundings): number | undefined {
	if (dash !== 'none' || taxClass !== '' || signs > 1) return undefined;
	const han = hangulToHan(figures);
	let value = 0;
	let smallest = Infinity;
	for (const [, digits = '', power = ''] of han.matchAll(/(\d[\d.,]*) ?([百佰千仟万萬亿億]*)/gu)) {
		const read = readFigures(digits, { style: currency?.style ?? 'point' });
		const own = power === '' ? exponent : hanExponent(power);
		if (!read || own === undefined) return undefined;
		const part = Number(`${read.digits}e${own}`);
		const isFull = power !== '' || exponent > 0 || read.digits.length === 4;
		if (part >= smallest || !isFull || (own > 0 && read.decimals > 0 && value > 0)) return undefined;
		value += part;
		smallest = 10 ** own;
	}
	return negative ? negate(value) : value;
}

/** What the figures must be for what stands beside them. */
function isPlausible(read: Figures, { taxClass, plus, isTriangle, isPercent, unit, isCr, currency, countryCode }: Surroundings): boolean {
	const isSpacedWhole = read.isSpaced && read.decimals === 0;
	// "+49 123 456" is a phone number, "▲ 3.5 %" a rise or a fall by country.
	if (isSpacedWhole && (plus || (countryCode && !currency))) return false;
	if (isTriangle && (isPercent || unit !== undefined)) return false;
	// "12.5 Cr" are crores.
	if (isCr && !read.isGrouped && (read.decimals !== 2 || currency?.code === 'INR')) return false;
	// A tax class stands behind a price. German banks write S, Brazilian ones D, for what is owed.
	if (taxClass === '') return true;
	return read.decimals === 2 && !(read.decimalSign === ',' && /[SD]/.test(taxClass) && !isBrazilianDebit(taxClass, currency));
}

function isBrazilianDebit(taxClass: string, currency: Currency | undefined): boolean {
	return taxClass === 'D' && currency?.code === 'BRL';
}

/** Whether the number is negative; undefined when a dash behind it may end a price or be a sign. */
function signOf(read: Figures, around: Surroundings, { amounts, locale = '' }: NumberContext): boolean | undefined {
	const { currency, negative, dash } = around;
	const isFranc = currency?.code === 'CHF' || /-CH\b/.test(locale);
	const isYen = currency?.code === 'JPY' || /^ja\b/.test(locale);
	// "CHF -.50": the dash stands for the francs.
	if (negative && isFranc && around.signPrefix && read.digits.startsWith('0.') && around.signs === 1 && dash === 'none') return false;
	if (dash === 'none') return negative || isBrazilianDebit(around.taxClass, currency);
	if (around.plus) return read.decimals > 0 ? false : undefined;
	const mayBeYen = currency?.code === '¥';
	if (read.decimals > 0) return mayBeYen ? undefined : true;
	if (dash === 'apart') return undefined;
	if (isFranc || isYen || mayBeYen) return false;
	const page = amounts && pageAmounts(amounts);
	if (page?.dashEndsPrice) return currency ? undefined : false;
	return page?.hasDecimals && !currency ? true : undefined;
}

const localeSigns = new Map<string, DecimalSign | undefined>();

/** The decimal sign of a language and country, undefined for what is none. */
function localeSign(locale: string): DecimalSign | undefined {
	if (!localeSigns.has(locale) && localeSigns.size < 100) {
		const sign = Intl.NumberFormat.supportedLocalesOf(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : [])
			.map((known) => new Intl.NumberFormat(known).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value)
			.find((value) => value === '.' || value === ',');
		localeSigns.set(locale, sign as DecimalSign | undefined);
	}
	return localeSigns.get(locale);
}
