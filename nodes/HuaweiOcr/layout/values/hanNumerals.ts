// Numbers written in Chinese characters.

const DIGITS = new Map<string, number>();
for (const [value, characters] of ['零〇○', '一壹弌', '二贰貳弍', '三叁參参弎', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].entries()) {
	for (const character of characters) DIGITS.set(character, value);
}
const FORMAL_DIGIT = '[零壹贰貳叁參参肆伍陆陸柒捌玖]';
const SECTION = `零?(?:${FORMAL_DIGIT}?[仟佰拾]零?)*${FORMAL_DIGIT}?`;
/** The characters used on cheques and invoices, with the currency: 壹仟贰佰叁拾肆元伍角陆分. */
const CAPITAL_AMOUNT = new RegExp(
	`^(?:人民币|人民幣|新台币|新臺幣|新台幣|港币|港幣)?[:]?(?:\\(大写\\)|\\(大寫\\))?[:]?[⊗ⓧ¥]?(?:(${SECTION})[亿億])?(?:(${SECTION})[万萬])?(${SECTION})(?:[元圆圓]零?(?:(${FORMAL_DIGIT})角)?零?(?:(${FORMAL_DIGIT})分)?[整正]?)$`,
	'u',
);
const UNIT_VALUES: Readonly<Record<string, number>> = { 仟: 1000, 佰: 100, 拾: 10 };

/** A capital amount in its currency, exact to the hundredth; undefined for anything else. */
export function readCapitalAmount(text: string): number | undefined {
	const match = CAPITAL_AMOUNT.exec(text.replace(/\s+/gu, ''));
	if (!match) return undefined;
	const [, hundredMillions = '', tenThousands = '', ones = '', tenths = '', hundredths = ''] = match;
	let whole = 0;
	for (const section of [hundredMillions, tenThousands, ones]) {
		const value = sectionValue(section);
		if (value === undefined) return undefined;
		whole = whole * 1e4 + value;
	}
	// "元整" and "万元" are what is printed on an empty form.
	if (whole === 0 && ones === '') return undefined;
	return Number(`${whole * 100 + digitOf(tenths) * 10 + digitOf(hundredths)}e-2`);
}

/** Nothing counts as nothing. */
function digitOf(character: string): number {
	return DIGITS.get(character) ?? 0;
}

/** Up to 9999: units in falling order, each once. */
function sectionValue(section: string): number | undefined {
	let value = 0;
	let last = Infinity;
	for (const [, digit, unit = ''] of section.matchAll(/(.)?([仟佰拾])/gu)) {
		const size = UNIT_VALUES[unit] ?? Infinity;
		// Only ten goes without its one: 拾元.
		if (size >= last || (digit === undefined && unit !== '拾')) return undefined;
		value += (digit === undefined ? 1 : digitOf(digit)) * size;
		last = size;
	}
	return value + digitOf(/[^仟佰拾]$/u.exec(section)?.[0] ?? '');
}

/** Figures one by one: 二〇二六. People type the letter O for 〇: between characters it can be nothing else. */
export function readDigits(text: string): string | undefined {
	const figures = /\p{Script=Han}/u.test(text) ? text.replace(/[Oo]/gu, '〇') : text;
	const digits = Array.from(figures).map((character) => (/\d/.test(character) ? character : DIGITS.get(character)));
	return digits.includes(undefined) ? undefined : digits.join('');
}

/** A number below a hundred, as in dates: 八, 十八, 二十八, 廿八, 三十. */
export function readSmallNumber(text: string): number | undefined {
	const plain = text.replace(/^廿/u, '二十').replace(/^卅/u, '三十').replace(/拾/gu, '十');
	const match = /^([^十]?)十([^十]?)$/u.exec(plain);
	if (match) {
		const [, tens = '', ones = ''] = match;
		const high = tens === '' ? 1 : DIGITS.get(tens);
		const low = ones === '' ? 0 : DIGITS.get(ones);
		return high === undefined || low === undefined ? undefined : high * 10 + low;
	}
	const digits = readDigits(plain);
	return digits === undefined || !/^\d{1,2}$/.test(digits) ? undefined : Number(digits);
}
