// Forms of values: what a recognizer's usual mistakes are put right by, where the form leaves no doubt.
import type { FormName } from '../../../documents/specimens/printed.cts';
import { type Found, reworded } from './found.cts';

type Form = (found: Found | undefined) => Found | undefined;

const LIKE_DIGITS: Record<string, string> = { O: '0', o: '0', D: '0', Q: '0', I: '1', l: '1', i: '1', '|': '1', Z: '2', z: '2', S: '5', s: '5', B: '8' };
const toDigits = (words: string): string => words.replace(/[OoDQIli|ZzSsB]/g, (character) => LIKE_DIGITS[character] ?? character);

/** Full-width letters, digits and signs as ASCII; Chinese punctuation stays. */
const narrow = (words: string): string => words.replace(/[\uff01-\uff5e]/g, (character) => (/[，；：？！]/.test(character) ? character : character.normalize('NFKC')));

/** As printed, without blanks at the ends. */
export const text: Form = (found) => reworded(found, (words) => narrow(words).trim());
/** Without any blanks, as Chinese text, times and rates are. */
export const chinese: Form = (found) => reworded(found, (words) => narrow(words).replace(/\s/g, ''));
/** Digits only. */
export const digits: Form = (found) => reworded(found, (words) => toDigits(narrow(words)).replace(/\D/g, ''));
/** Letters and digits in capitals. */
export const code: Form = (found) => reworded(found, (words) => narrow(words).replace(/[^0-9A-Za-z]/g, '').toUpperCase());

/** 18 characters of an ID card, of which the last may be X. */
export const idNumber: Form = (found) =>
	reworded(found, (words) => {
		const compact = narrow(words).replace(/[^0-9A-Za-z]/g, '').toUpperCase();
		return toDigits(compact.slice(0, -1)) + (compact.endsWith('X') ? 'X' : toDigits(compact.slice(-1)));
	});

/** An amount with its sign of currency: `¥12.50`. */
export const money: Form = (found) =>
	reworded(found, (words) => {
		const compact = narrow(words).replace(/\s/g, '').replace(/^[Yy羊半]/, '¥').replace(/￥/g, '¥');
		const [sign = ''] = /^(¥|CNY|CN)/.exec(compact) ?? [];
		return sign + toDigits(compact.slice(sign.length)).replace(/,(?=\d\d$)/, '.').replace(/[^\d.,-]/g, '');
	});

/** An amount in capitals: a look-alike stands for 3, and what is no part of an amount is none. */
export const capitals: Form = (found) =>
	reworded(chinese(found), (words) => words.replace(/参/g, '叁').replace(/[^零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正]/g, ''));

/** From the first Chinese character on. */
export const fromChinese: Form = (found) => reworded(chinese(found), (words) => /\p{Script=Han}.*/u.exec(words)?.[0] ?? '');

export interface DateParts {
	year: string;
	month: string;
	day: string;
}

/** The first date in a text; its parts with leading zeros. */
export function dateIn(words: string): DateParts | undefined {
	// Blanks between digits part one number from the next, others are the printer's.
	const compact = toDigits(narrow(words)).replace(/(?<=\D)\s+|\s+(?=\D)/g, '');
	const match = /(?<!\d)(\d{4})\D{0,3}?(\d{1,2})\D{1,3}?(\d{1,2})(?!\d)/.exec(compact) ?? /(\d{4})(\d\d)(\d\d)/.exec(compact);
	if (!match) return undefined;
	const [, year = '', month = '', day = ''] = match;
	if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
	return { year, month: month.padStart(2, '0'), day: day.padStart(2, '0') };
}

const asDate =
	(form: (parts: DateParts) => string): Form =>
	(found) =>
		reworded(found, (words) => {
			const parts = dateIn(words);
			return parts ? form(parts) : '';
		});

/** `2017-08-30` */
export const dashedDate = asDate(({ year, month, day }) => `${year}-${month}-${day}`);
/** `2017年08月30日` */
export const chineseDate = asDate(({ year, month, day }) => `${year}年${month}月${day}日`);

/** By the names that specimens call them by. */
export const FORMS: Readonly<Record<FormName, Form>> = { text, chinese, digits, code, idNumber, money, capitals, dashedDate, chineseDate };
