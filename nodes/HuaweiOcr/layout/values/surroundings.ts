// What stands before and behind the figures of a number, judged word by word.
import { currencyOf, hanCurrencyAt, isSameCurrency, moreExact } from './currencies';
import type { Currency } from './currencies';
import { FOOTNOTE } from './plainText';
import { hangulToHan, hanPowerAt, thaiPowerAt } from './powers';
import type { DecimalSign } from './separators';
import { tokensOf } from './tokens';
import { accountSide, exponentOf, isMeasure, isMisreadFigures, isPrefix, isUnit, isUnsureWord } from './words';

const MOST_WORDS = 5;
const IDEOGRAPHIC = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/u;
/** Numerals, and what engines make of figures and strokes. */
const UNCERTAIN_CHARACTER = /[〇零○一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾口囗丨亅乙工曰ロニハー]/u;
/** `1,234.-`, `12,--`, `500/-`, `1,500/=`, `100=`: the end of a price. */
const PRICE_END = /^(?: ?[.,:] ?-{1,3}|\/[-=]|=)(?=$|[\s\p{L}\p{Sc})*])/u;

/** What the texts around the figures say. */
export interface Surroundings {
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

export function noSurroundings(): Surroundings {
	return {
		negative: false, signs: 0, signBehind: false, isPercent: false, isTriangle: false, isCr: false, countryCode: false,
		exponent: 0, dash: 'none', taxClass: '', plus: false, signPrefix: false,
	};
}

/** Whether a piece of text between figures and words is one that says nothing. */
function isFiller(token: string): boolean {
	return /^[\s:#*=@_|]$/u.test(token) || token === FOOTNOTE || /^\s+$/u.test(token);
}

/** @returns false when something before the figures is not understood */
export function readBefore(before: string, around: Surroundings): boolean {
	const tokens = tokensOf(before);
	let words = 0;
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		const last = tokens[index - 1];
		const isLetters = /^\p{L}/u.test(token);
		const touches = next === undefined || (/^[-+▲△▼]$/u.test(next) && !isHyphen(next, token, tokens[index + 2]));
		const currency = currencyOf(token);
		if (currency && (!isLetters || !isAmbiguousWord(token, touches))) {
			if (last !== '/' && !isSameCurrency(around.currency, currency)) return false;
			around.currency = moreExact(around.currency, currency);
			around.signPrefix ||= around.signs === 0;
		} else if (/^[-+▲△▼]$/u.test(token) && !isHyphen(token, last, next)) {
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

/** A misread figure may touch the figures, or stand alone beside them. */
function isUncertain(word: string, nearest: string, touches: boolean): boolean {
	return (touches || word === nearest) && UNCERTAIN_CHARACTER.test(nearest);
}

/** Dots that lead to a number, the point of an abbreviation, a comma behind a word, a stroke between words. */
function isPunctuation(token: string, last: string | undefined, next: string | undefined): boolean {
	if (token === '.') return last === '.' || next === '.' || (last !== undefined && /^\p{L}/u.test(last));
	if (token === ',') return next === ' ' && last !== undefined && /^\p{L}/u.test(last);
	return isHyphen(token, last, next) || (/^[/&]$/.test(token) && isWordOrSpace(last) && isWordOrSpace(next));
}

/** Between the parts of a word: "Sub-Total". */
function isHyphen(token: string, last = '', next = ''): boolean {
	return token === '-' && /^\p{L}/u.test(last) && /^\p{L}/u.test(next) && !currencyOf(last);
}

function isWordOrSpace(token = ''): boolean {
	return /^[\p{L}\s]/u.test(token);
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
		return !/[借贷貸减減]$|零下$|分之$/u.test(word) && !isUncertain(word, word.slice(-1), touches);
	}
	if (IDEOGRAPHIC.test(word)) return !isUncertain(word, word.slice(-1), touches);
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

/** @returns false when something behind the figures is not understood */
export function readBehind(behind: string, around: Surroundings): boolean {
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
		if ((token === '-' || token === '+') && !isHyphen(token, last, tokens[index + 1])) {
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
		if (!currency) isFirst = false;
	}
	return true;
}

function isMarkBehind(token: string, last: string | undefined, next: string | undefined, isLast: boolean): boolean {
	if (token === '*' || token === '#' || token === '_' || token === FOOTNOTE || token === '‡') return true;
	if (token === '.') return isLast || (last !== undefined && /^\p{L}/u.test(last)) || next === '.' || last === '.';
	if (token === '|') return last === ' ';
	if (token === ',') return last !== undefined && /^\p{L}/u.test(last) && next !== undefined;
	return isHyphen(token, last, next) || (/^[/&]$/.test(token) && isWordOrSpace(next));
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
	if (IDEOGRAPHIC.test(word)) return !isUncertain(word, word.slice(0, 1), place.touches);
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
	const power = hanPowerAt(word);
	let rest = word;
	if (power !== undefined) {
		if (power === 'unclear' || !isFirst || around.exponent !== 0 || power.rest.startsWith('分')) return false;
		around.exponent = power.exponent;
		rest = power.rest;
	}
	if (/^兆/u.test(rest) && !/^兆[瓦赫帕字比欧]/u.test(rest)) return false;
	const money = hanCurrencyAt(rest);
	if (money) {
		around.currency ??= money.currency;
		around.signBehind ||= !around.signPrefix;
		rest = rest.slice(money.length);
		if (hanPowerAt(rest)) return false;
	}
	if (/^(?:公斤|千克|克|吨|噸|升|米|公里|平方|立方|度)/u.test(rest)) around.unit = 'measure';
	else if (/^[个個件台人张張本只隻名套箱包瓶股户戶辆輛]/u.test(rest)) around.unit = 'count';
	if (/^(?:借|贷|貸|以上|以下|以内|左右|余|多|角|毛|銭|錢|割|成)/u.test(rest)) return false;
	return !isUncertain(rest, rest.slice(0, 1), touches || power !== undefined);
}

function readThaiBehind(word: string, { isFirst }: WordPlace, around: Surroundings): boolean {
	const power = thaiPowerAt(word);
	if (!power) return true;
	if (!isFirst || (power.rest !== '' && !currencyOf(power.rest))) return false;
	around.exponent = power.exponent;
	return true;
}
