// Invented numbers, names and amounts of people and companies. Numbers that carry a check digit have the right one,
// but regions that don't exist (99…), so that they belong to nobody.
import type { Random } from '../random.cts';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export interface InventedDate {
	year: number;
	month: number;
	day: number;
}

export const two = (value: number): string => String(value).padStart(2, '0');

export function dateBetween(random: Random, firstYear: number, lastYear: number): InventedDate {
	return { year: random.int(firstYear, lastYear), month: random.int(1, 12), day: random.int(1, 28) };
}

export const yearsLater = (date: InventedDate, years: number): InventedDate => ({ ...date, year: date.year + years });

/** `2017-08-30` */
export const dashed = ({ year, month, day }: InventedDate): string => `${year}-${two(month)}-${two(day)}`;
/** `2017.08.30` */
export const dotted = (date: InventedDate): string => dashed(date).replaceAll('-', '.');
/** `2017年08月30日` */
export const inChinese = ({ year, month, day }: InventedDate): string => `${year}年${two(month)}月${two(day)}日`;

/** Number of an ID card with its check digit; odd sequence numbers are men's. */
export function idNumber(random: Random, born: InventedDate, male: boolean): string {
	const sequence = random.int(10, 98) * 10 + random.int(0, 4) * 2 + (male ? 1 : 0);
	const body = `99${random.digits(4)}${born.year}${two(born.month)}${two(born.day)}${String(sequence).padStart(3, '0')}`;
	const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
	return body + (ID_CHECKS[sum % 11] ?? '');
}

/** Unified social credit code: 18 characters, the last one a check character. */
export function creditCode(random: Random): string {
	const body = `9199${random.digits(4)}MA${Array.from({ length: 7 }, () => CODE_ALPHABET[random.int(0, 9)]).join('')}`;
	const sum = Array.from(body).reduce((total, character, index) => total + CODE_ALPHABET.indexOf(character) * 3 ** index % 31, 0);
	return body + (CODE_ALPHABET[(31 - (sum % 31)) % 31] ?? '');
}

/** Number of a bank card of 16 digits with Luhn's check digit; no bank has this prefix. */
export function cardNumber(random: Random): string {
	const body = `6299${random.digits(11)}`;
	const sum = Array.from(body).reduceRight((total, digit, index) => {
		const doubled = (body.length - 1 - index) % 2 === 0 ? Number(digit) * 2 : Number(digit);
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return body + String((10 - (sum % 10)) % 10);
}

/** Two decimals without thousands separators, as invoices print amounts. */
export const amount = (cents: number): string => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];

/** Four digits in capitals: `1203` is 壹仟贰佰零叁. */
function group(value: number): string {
	let text = '';
	let gap = false;
	for (let place = 3; place >= 0; place--) {
		const digit = Math.floor(value / 10 ** place) % 10;
		if (digit === 0) gap = gap || text !== '';
		else {
			text += `${gap ? '零' : ''}${DIGITS[digit]}${UNITS[place]}`;
			gap = false;
		}
	}
	return text;
}

/** An amount in capitals, below a hundred million yuan: 壹仟贰佰圆伍角整. */
export function inCapitals(cents: number): string {
	const yuan = Math.floor(cents / 100);
	const [tenThousands, rest] = [Math.floor(yuan / 10_000), yuan % 10_000];
	const joint = tenThousands > 0 && rest > 0 && rest < 1000 ? '零' : '';
	const whole = `${tenThousands > 0 ? `${group(tenThousands)}万` : ''}${joint}${group(rest)}`;
	const [jiao, fen] = [Math.floor(cents / 10) % 10, cents % 10];
	const small = jiao === 0 && fen === 0 ? '整' : `${jiao > 0 ? `${DIGITS[jiao]}角` : '零'}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
	return `${whole === '' ? '零' : whole}圆${small}`;
}
