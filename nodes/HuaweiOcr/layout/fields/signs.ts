// What stands between a label and its value: colons and what is taken for one, leaders, number signs.

/** Colons, and the characters that recognition makes of them. */
const COLON_CLASS = ':：∶︰﹕꞉';
export const COLON = new RegExp(`[${COLON_CLASS}]`, 'u');
const COLONS = new RegExp(`^[\\s${COLON_CLASS}]+`, 'u');
/** A dash parts label and value when it touches at most one of them; before a figure it is a minus otherwise. */
const MARK = /^\s*(?:[=＝|｜;；→]+|[-–—―－](?=\s|$|[^\s\d.,])|[-–—―－](?=\s))\s*/u;
const LEADER = /^(?:\s*(?:[.…‥·．・_＿﹍]\s*){2,}|\s*_+\s*)/u;
const CLOSER = /^[\s'"’”»*]*[\])}】〕」』）＞>]+/u;
const NUMBER_SIGN = /^\s*(?:#|＃|№|n[o°º]\.?(?=\s*[\p{N}#])|no\.|nr\.?(?=\s*\p{N})|num(?:ber)?\.?(?=\s*\p{N}))\s*/iu;
/** A remark in brackets behind a label: "Total (incl. tax)". */
const REMARK = /^\s*[([【〔（][^)\]】〕）]{0,40}[)\]】〕）]/u;
/** A rate behind a label: "VAT 19%". A figure has to be told from a rate by its sign alone. */
const RATE = /^\s*[@＠]?\s*\d{1,3}(?:[.,]\d{1,3})?\s*[%％‰]/u;
const CURRENCY_CODES = 'AED|AUD|BRL|CAD|CHF|CLP|CNY|CZK|DKK|EUR|GBP|HKD|HUF|IDR|INR|JPY|KRW|MOP|MXN|MYR|NOK|NZD|PEN|PHP|PLN|RM|RMB|Rs|Rp|RUB|SEK|SGD|THB|TRY|TWD|USD|VND|ZAR|NT';
const CURRENCY = new RegExp(`^\\s*[(（]?\\s*(?:(?:${CURRENCY_CODES})\\.?\\s*\\p{Sc}?|[A-Z]{0,3}\\p{Sc}|￥)\\s*[)）]?\\s*(?=$|[\\s${COLON_CLASS}\\d+(.,-])`, 'u');
const CURRENCY_ALONE = new RegExp(`^[(（]?(?:(?:${CURRENCY_CODES})\\.?\\p{Sc}?|[A-Z]{0,3}\\p{Sc}|￥)[)）]?[${COLON_CLASS}]?$`, 'iu');
const NOTHING = /^[\s.…‥·．・_＿﹍\-–—―－=|｜/\\:：;；,，、()（）[\]【】<>«»'"*#~]*$/u;
/** Enumeration of labels: "15", "1.", "1、", "一、", "①", "(a)", "A.", bullets. */
const ENUMERATION =
	/^\s*(?:[(（[【]\s*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})\s*[)）\]】][.、]?|(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\s*[).、．)）](?!\d)|\d{1,2}[a-z]?(?=\s+\p{L})|\d{1,2}(?=\p{Script=Han})|[一二三四五六七八九十]{1,3}\s*[、.．]|[①-⓿❶-➓⒈-⒛]|[•●○■□◆◇▪▶►*※★☆·-]+(?=\s*\p{L}))\s*/u;

export type Sign = 'colon' | 'mark' | 'figure' | 'space' | 'none';

/** What follows a label in its block. */
export interface Behind {
	sign: Sign;
	/** The text behind the sign; '' when nothing is written there. */
	value: string;
	/** Where `value` begins in the text that was given. */
	at: number;
}

/** Takes a label's remarks, rate, currency and sign from what stands behind it. */
export function readBehind(rest: string): Behind {
	let at = 0;
	let sign: Sign | undefined;
	const skip = (pattern: RegExp): boolean => {
		const found = pattern.exec(rest.slice(at))?.[0] ?? '';
		at += found.length;
		return found !== '';
	};
	skip(CLOSER);
	for (let count = 0; count < 3; count++) {
		const before = at;
		if (REMARK.test(rest.slice(at)) && !isOnlyBracketed(rest.slice(at))) skip(REMARK);
		skip(RATE);
		skipCurrencyBeforeSign();
		if (at === before) break;
	}
	if (skip(COLONS) && COLON.test(rest.slice(0, at))) sign = 'colon';
	else if (skip(MARK) || skip(LEADER)) sign = 'mark';
	if (sign === 'colon') skip(/^[.\s]*(?=\.{2})/u);
	skip(LEADER);
	if (sign === 'mark') skip(COLONS);
	if (sign !== 'colon') {
		skip(/^\.\s*/u);
		skip(NUMBER_SIGN);
		if (COLON.test(rest.slice(at, at + 1))) {
			skip(COLONS);
			sign = 'colon';
		}
	}
	const spaces = /^\s+/u.exec(rest.slice(at))?.[0].length ?? 0;
	at += spaces;
	const value = cleanValue(rest.slice(at));
	if (value === '') return { sign: sign ?? 'none', value, at };
	at += Math.max(0, rest.slice(at).indexOf(value));
	if (sign === undefined) sign = /^[\p{Sc}(+-]*\s*[\p{N}]/u.test(value) ? 'figure' : at > 0 && /\s/u.test(rest.slice(0, at)) ? 'space' : 'none';
	return { sign, value, at };

	/** A currency before the sign or before nothing belongs to the label: "TOTAL EUR | 45.90". */
	function skipCurrencyBeforeSign(): void {
		const found = CURRENCY.exec(rest.slice(at))?.[0] ?? '';
		const next = rest.slice(at + found.length);
		if (found !== '' && (next.trim() === '' || COLONS.test(next))) at += found.length;
	}
}

/** Whether a bracket holds all that is there, so that it may be the value: "Total (12.50)". */
function isOnlyBracketed(rest: string): boolean {
	const found = REMARK.exec(rest)?.[0] ?? '';
	return NOTHING.test(rest.slice(found.length)) && /\d/.test(found) && !/[%％]/u.test(found);
}

/** Letters, figures and spaces between them: nothing to take away. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} ]*[\p{L}\p{N}])?$/u;

/** A text without leaders around it, without colons before it and without a bracket that is only half there. */
export function cleanValue(text: string): string {
	if (PLAIN.test(text)) return text;
	let value = text.replace(COLONS, '').replace(LEADER, '').replace(/(?:\s*[.…‥·．・_＿﹍]\s*){3,}$|\s*_+\s*$/u, '').trim();
	if (NOTHING.test(value)) return '';
	const count = (pattern: RegExp) => (value.match(pattern) ?? []).length;
	if (/[)）\]】]$/u.test(value) && count(/[([（【]/gu) < count(/[)\]）】]/gu)) value = value.slice(0, -1).trim();
	if (/^[(（[【]/u.test(value) && count(/[([（【]/gu) > count(/[)\]）】]/gu)) value = value.slice(1).trim();
	return value;
}

/** Text before a label that is no word of it: an enumeration, opening brackets, bullets. */
export function isNoWord(before: string): boolean {
	return before.replace(ENUMERATION, '').replace(/^[\s([{（【〔「『<*"'“‘·.•-]+$/u, '') === '' || enumerationLength(`${before}x`) >= before.trimEnd().length;
}

/**
 * What a text is counted up by: the kind of sign and, for figures, the number.
 * @returns undefined when it is not
 */
export function enumerationOf(text: string): { kind: string; number: number } | undefined {
	const sign = (ENUMERATION.exec(text)?.[0] ?? '').trim();
	const number = Number(/\d+/.exec(sign)?.[0] ?? NaN);
	if (sign === '' || /^[•●○■□◆◇▪▶►*※★☆·-]/u.test(sign)) return undefined;
	const kind = /\d/.test(sign) ? 'figure' : /[①-⓿❶-➓⒈-⒛]/u.test(sign) ? 'circle' : /\p{Script=Han}/u.test(sign) ? 'han' : 'letter';
	return { kind, number };
}

/** How many code units at the begin of a text count it up. */
export function enumerationLength(text: string): number {
	return ENUMERATION.exec(text)?.[0].length ?? 0;
}

/** Signs without a word or figure: a colon, a leader, a line to write on. */
export function isSigns(text: string): boolean {
	return NOTHING.test(text);
}

/** A currency sign or code by itself. */
export function isCurrency(text: string): boolean {
	return CURRENCY_ALONE.test(text.trim());
}

/** A rate by itself: "6%", "19,00 %". */
export function isRate(text: string): boolean {
	return (RATE.exec(text)?.[0].length ?? 0) === text.trimEnd().length;
}

/** Whether a text is made of figures, as amounts, dates, numbers and times are. */
export function isFigures(text: string): boolean {
	const plain = text.normalize('NFKC').trim();
	const digits = (plain.match(/\d/g) ?? []).length;
	if (digits === 0) return false;
	const letters = (plain.match(/\p{L}/gu) ?? []).length;
	return letters <= Math.max(4, digits / 2) && !/\p{L}{5}/u.test(plain);
}

/** Whether a text can be nothing but an amount or a count. */
export function isAmount(text: string): boolean {
	const plain = text.normalize('NFKC').trim();
	return /^[-+(]?\s*(?:[A-Z]{1,3}\.?\s*)?\p{Sc}?\s*[-+]?\d[\d.,' ]*\s*(?:\p{Sc}|%|[A-Z]{1,3}|元)?\s*[)*-]?$/iu.test(plain);
}
