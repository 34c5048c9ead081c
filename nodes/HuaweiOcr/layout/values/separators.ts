// Figures with what parts them → a plain decimal number. What one amount leaves open, the others of
// the page may tell.
import type { CurrencyStyle } from './currencies';
import { plainText } from './plainText';

export type DecimalSign = '.' | ',';

/** What is known about the amounts of a page. */
export interface PageAmounts {
	/** The sign before decimals, when the page's amounts agree on it. */
	decimalSign?: DecimalSign;
	/** Amounts like "25.000" that say nothing alone. */
	open: ReadonlySet<string>;
	/** Whether yen or Swiss francs are printed, whose prices end in a dash. */
	dashEndsPrice: boolean;
	/** Whether decimals are printed at all. */
	hasDecimals: boolean;
}

/** What decides between thousands and decimals where a number leaves it open. */
export interface SeparatorHints {
	style?: CurrencyStyle | undefined;
	/** The currency sign stands behind the amount, as where the comma comes before decimals. */
	signBehind?: boolean;
	/** Of measured quantities three decimals are common, of counted ones none. */
	unit?: 'measure' | 'count' | undefined;
	page?: PageAmounts | undefined;
	/** The decimal sign of the reader's locale. */
	locale?: DecimalSign | undefined;
}

export interface Figures {
	/** Digits with at most one point. */
	digits: string;
	/** How many digits stand behind the decimal sign. */
	decimals: number;
	decimalSign?: DecimalSign;
	/** Whether spaces part the digits, as in phone numbers and company numbers, too. */
	isSpaced: boolean;
	/** Whether signs part thousands. */
	isGrouped: boolean;
}

/** More figures than a number can hold exactly: account numbers, bar codes. */
const MOST_FIGURES = 15;
/** Four bytes with points between them are an address on the net. */
const NET_ADDRESS = /^(?:25[0-5]|2[0-4]\d|1\d\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d)){3}$/;

/**
 * Reads figures (`1,234.50`, `1.234,50`, `12 34 567`, `.89`, `12 .50`).
 * @returns undefined when the separators make no number, or leave open which
 */
export function readFigures(printed: string, hints: SeparatorHints = {}): Figures | undefined {
	const figures = withoutSpaces(printed);
	if (figures === undefined || NET_ADDRESS.test(figures.text)) return undefined;
	const read = /^[.,]/.test(figures.text) ? readLeading(figures.text) : readWhole(figures.text, hints, figures.wasSpaced);
	if (!read || read.digits.replace('.', '').length > MOST_FIGURES) return undefined;
	return read;
}

/** Engines put spaces beside a separator: "12 .50", "1, 234.50". */
function withoutSpaces(printed: string): { text: string; wasSpaced: boolean } | undefined {
	const text = printed.replace(/ ?([.,]) ?/gu, '$1').replace(/ ?' ?(?=\d{3}(?!\d))/gu, "'");
	if (text === printed) return { text, wasSpaced: false };
	// "1. 5" and "3, 4" are an entry's number and a list; two figures or many are decimals, three a group.
	const behind = [...printed.matchAll(/[.,] (\d+)/gu)].map(([, digits = '']) => digits.length);
	return behind.some((length) => length < 2) ? undefined : { text, wasSpaced: true };
}

/** Decimals without a figure before them. A comma before three figures is rather what is left of a cut number. */
function readLeading(text: string): Figures | undefined {
	const decimals = /^(?:[.](\d{1,4})|[,](\d{1,2}))$/.exec(text);
	const digits = decimals?.[1] ?? decimals?.[2];
	return digits === undefined ? undefined : { digits: `0.${digits}`, decimals: digits.length, decimalSign: text[0] === ',' ? ',' : '.', ...grouping('') };
}

function readWhole(text: string, hints: SeparatorHints, wasSpaced: boolean): Figures | undefined {
	const separators = text.replace(/\d/g, '');
	if (separators === '') return { digits: text, decimals: 0, ...grouping('') };
	const kinds = new Set(separators);
	const last = separators[separators.length - 1] ?? '';
	const at = text.lastIndexOf(last);
	const isOnce = text.indexOf(last) === at;
	const whole = text.slice(0, at);
	const fraction = text.slice(at + 1);
	const isDecimal = last === '.' || last === ',';
	if (kinds.size === 2) {
		if (!isOnce || !isDecimal || !isGrouped(whole) || (hints.style === 'whole' && fraction.length === 3)) return undefined;
		return { digits: `${ungrouped(whole)}.${fraction}`, decimals: fraction.length, decimalSign: last, ...grouping(whole) };
	}
	if (kinds.size > 2) return undefined;
	const grouped = (): Figures | undefined => (isGrouped(text) ? { digits: ungrouped(text), decimals: 0, ...grouping(text) } : undefined);
	if (!isOnce || !isDecimal) return grouped();
	const decimal: Figures = { digits: `${whole}.${fraction}`, decimals: fraction.length, decimalSign: last, ...grouping('') };
	if (fraction.length !== 3 || !isGrouped(text)) return decimal;
	switch (meaningOf(last, text, hints, wasSpaced)) {
		case 'decimals':
			return decimal;
		case 'thousands':
			return grouped();
		case 'open':
			return undefined;
	}
}

type Meaning = 'decimals' | 'thousands' | 'open';

/** What a single separator before three figures parts: "1.234" and "1,234". The first that knows decides. */
function meaningOf(sign: DecimalSign, text: string, { style, signBehind, unit, page, locale }: SeparatorHints, wasSpaced: boolean): Meaning {
	if (style === 'whole') return 'thousands';
	if (style === 'thousandths') return sign === '.' ? 'decimals' : 'open';
	const isMoney = style !== undefined;
	const known = page?.decimalSign ?? locale;
	if (known !== undefined && known !== sign) return 'thousands';
	// Three decimals beside a currency are rare enough to be a misread separator.
	if (known !== undefined) return isMoney && sign === ',' ? 'open' : 'decimals';
	if (style === 'comma') return sign === '.' ? 'thousands' : 'open';
	if (style === 'point') return sign === '.' ? 'decimals' : 'thousands';
	if (isMoney) return sign === ',' && !signBehind ? 'thousands' : 'open';
	if (sign === ',') return unit === 'measure' ? 'open' : 'thousands';
	if (unit !== undefined) return unit === 'measure' ? 'decimals' : 'open';
	if (wasSpaced) return 'open';
	// A page on which all amounts have three figures behind their only point: prices in thousands end in zeros.
	const others = [...(page?.open ?? [])].filter((other) => other !== text);
	if (others.length === 0) return 'decimals';
	return others.length > 1 && [text, ...others].every((amount) => amount.endsWith('00')) ? 'thousands' : 'open';
}

/** Thousands, or the lakhs and crores of India: the last group has three figures. */
function isGrouped(figures: string): boolean {
	return /^[1-9]\d{0,2}(?:([^\d])\d{3})(?:\1\d{3})*$/u.test(figures) || /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(figures);
}

function grouping(figures: string): Pick<Figures, 'isSpaced' | 'isGrouped'> {
	return { isSpaced: figures.includes(' '), isGrouped: /\D/.test(figures) };
}

function ungrouped(figures: string): string {
	return figures.replace(/\D/g, '');
}


const MOST_TEXTS = 1000;
const MOST_CHARACTERS = 60;
const DASH_CURRENCY = /[円]|\b(?:JPY|CHF|S?Fr\.)/u;
const pages = new WeakMap<readonly string[], PageAmounts>();

/** What the texts of a page tell about its amounts; texts that are none count for nothing. */
export function pageAmounts(texts: readonly string[]): PageAmounts {
	const known = pages.get(texts);
	if (known) return known;
	const votes = { '.': 0, ',': 0 };
	const open = new Set<string>();
	let dashEndsPrice = false;
	for (const text of texts.slice(0, MOST_TEXTS)) {
		if (text.length > MOST_CHARACTERS) continue;
		const plain = plainText(text);
		dashEndsPrice ||= DASH_CURRENCY.test(plain);
		const [figures, more] = plain.match(/\d[\d.,' ]*\d/gu) ?? [];
		if (figures === undefined || more !== undefined || /[\d.,] ?[:/-] ?\d/.test(plain)) continue;
		const sign = decimalSignOf(figures);
		if (sign) votes[sign]++;
		else if (/^[1-9]\d{0,2}\.\d{3}$/.test(figures)) open.add(figures);
	}
	const found = summarise(votes, open, dashEndsPrice);
	pages.set(texts, found);
	return found;
}

/** One amount that is written otherwise than four others is a misread one. */
const CLEAR_MAJORITY = 4;

function summarise(votes: Record<DecimalSign, number>, open: ReadonlySet<string>, dashEndsPrice: boolean): PageAmounts {
	const more: DecimalSign = votes[','] > votes['.'] ? ',' : '.';
	const less: DecimalSign = more === ',' ? '.' : ',';
	const isClear = votes[more] > 0 && votes[more] >= CLEAR_MAJORITY * votes[less];
	return {
		...(isClear ? { decimalSign: more } : {}),
		open,
		dashEndsPrice,
		hasDecimals: votes['.'] + votes[','] > 0,
	};
}

/** The sign before the decimals of one amount, when the amount alone tells. */
function decimalSignOf(figures: string): DecimalSign | undefined {
	const last = /[.,](?=[^.,]*$)/.exec(figures);
	if (!last) return undefined;
	const [sign, other]: [DecimalSign, DecimalSign] = last[0] === '.' ? ['.', ','] : [',', '.'];
	const whole = figures.slice(0, last.index);
	const fraction = figures.slice(last.index + 1);
	if (/^\d+$/.test(whole)) return /^\d{1,2}$/.test(fraction) || (whole === '0' && /^\d+$/.test(fraction)) ? sign : undefined;
	// "1.234.567" tells by its groups, "1.234,50" by the sign behind them.
	if (isGrouped(figures)) return whole.includes(sign) ? other : undefined;
	return isGrouped(whole) && /^\d+$/.test(fraction) && !whole.includes(sign) ? sign : undefined;
}
