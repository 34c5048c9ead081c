// Whether a number is negative, and whether what stands beside it fits it.
import type { Currency } from './currencies';
import { pageAmounts } from './separators';
import type { Figures } from './separators';
import type { Surroundings } from './surroundings';

/** What is known of the page. */
export interface SignContext {
	amounts?: readonly string[];
	locale?: string;
	/** The figures as printed. */
	printed: string;
}

/** What the figures must be for what stands beside them. */
export function isPlausible(read: Figures, { taxClass, plus, isTriangle, isPercent, unit, isCr, currency, countryCode }: Surroundings): boolean {
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
export function signOf(read: Figures, around: Surroundings, { amounts, locale = '', printed }: SignContext): boolean | undefined {
	const { currency, negative, dash } = around;
	const isFranc = currency?.code === 'CHF' || /-CH\b/.test(locale);
	const isYen = currency?.code === 'JPY' || /^ja\b/.test(locale);
	// "CHF -.50": the dash stands for the francs.
	if (negative && isFranc && around.signPrefix && /^[.,]/.test(printed) && dash === 'none') return false;
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
