// Amounts and quantities as people print them. What stands beside the figures must be understood,
// or there is no number: an empty cell costs less than a wrong one.
import { isCompound, readCompound } from './compound';
import { currencyOf, isSharedSign } from './currencies';
import type { Currency } from './currencies';
import { readCapitalAmount } from './hanNumerals';
import { plainText, withoutRaised } from './plainText';
import { withoutRate } from './rate';
import { pageAmounts, readFigures } from './separators';
import type { DecimalSign } from './separators';
import { isPlausible, signOf } from './sign';
import { noSurroundings, readBefore, readBehind } from './surroundings';
import type { Surroundings } from './surroundings';
import { tokensOf } from './tokens';
import { isPrefix } from './words';

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

function readSigned(text: string, context: NumberContext): number | undefined {
	const parts = splitAtFigures(text);
	if (!parts) return undefined;
	const { before, figures, behind } = parts;
	const around = noSurroundings();
	if (!readBefore(before, around) || !readBehind(behind, around)) return undefined;
	around.currency = currencyFor(around.currency, context);
	if (isCompound(figures)) return readParts(figures, around);
	const page = context.amounts && pageAmounts(context.amounts);
	const read = readFigures(figures, {
		style: around.currency?.style,
		signBehind: around.signBehind,
		unit: around.unit,
		page,
		locale: around.endSign ?? (context.locale === undefined ? undefined : localeSign(context.locale)),
	});
	if (!read || !isPlausible(read, around)) return undefined;
	const isNegative = signOf(read, around, { ...context, printed: figures });
	if (isNegative === undefined) return undefined;
	const value = Number(`${read.digits}e${around.exponent}`);
	return isNegative ? negate(value) : value;
}

function readParts(figures: string, { negative, signs, dash, taxClass, exponent, currency }: Surroundings): number | undefined {
	if (dash !== 'none' || taxClass !== '' || signs > (negative ? 1 : 0)) return undefined;
	const value = readCompound(figures, exponent, currency?.style);
	return value !== undefined && negative ? negate(value) : value;
}

/** The printed currency; a sign that several currencies share is told by the context. */
function currencyFor(printed: Currency | undefined, { currency }: NumberContext): Currency | undefined {
	const given = currency === undefined ? undefined : currencyOf(currency);
	return printed === undefined || isSharedSign(printed) ? (given ?? printed) : printed;
}

/** The figures with their separators, and what stands before and behind them. */
function splitAtFigures(text: string): { before: string; figures: string; behind: string } | undefined {
	const first = text.search(/\d/);
	if (first < 0) return undefined;
	const end = text.length - (/\D*$/.exec(text)?.[0].length ?? 0);
	const start = leadingSign(text, first);
	if (start === undefined) return undefined;
	const figures = text.slice(start, end).replace(/(?<=\d) ?· ?(?=\d{2}$)/u, '.');
	if (!/^[.,]?\d(?:[\d.,' ]*\d)?$/.test(figures) && !isCompound(figures)) return undefined;
	return { before: text.slice(0, start), figures, behind: text.slice(end) };
}

/** Where the number begins: at its first figure, or at the decimal sign before it. */
function leadingSign(text: string, first: number): number | undefined {
	const sign = text[first - 1];
	if (sign !== '.' && sign !== ',') return first;
	const before = text.slice(0, first - 1);
	const word = /[\p{L}/]+$/u.exec(before)?.[0];
	if (word !== undefined) {
		// The point of "Rs.500" belongs to the abbreviation.
		if (sign === '.' && (currencyOf(`${word}.`) || isPrefix(word))) return first;
		return currencyOf(word) ? first - 1 : undefined;
	}
	// Dots lead to the number, one dot belongs to it, also behind that of an abbreviation: "Rs..50".
	const isLeader = /[.,_] ?$/u.test(before) && !/\p{L}\.$/u.test(before);
	if (!isLeader) return first - 1;
	return sign === '.' && before.endsWith('.') ? first : undefined;
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
