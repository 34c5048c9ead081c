// Currencies as people print them, and what each says about the number beside it.

/**
 * How amounts of a currency are written where it is at home:
 * - `whole`: no decimals in use, so that a single separator before three figures parts thousands
 * - `thousandths`: three decimals
 * - `point`, `comma`: the sign before the decimals
 * - `either`: written both ways
 */
export type CurrencyStyle = 'whole' | 'thousandths' | 'point' | 'comma' | 'either';

export interface Currency {
	/** ISO 4217, or what is printed where that does not say which currency it is (`$`, `¥`, `kr`). */
	code: string;
	style: CurrencyStyle;
}

/** By style, what is printed; the first is the code. A point at the end belongs to the abbreviation. */
const TABLE: ReadonlyArray<readonly [style: CurrencyStyle, printed: string]> = [
	['whole', 'JPY 円 日元 日圆 日圓 日幣 日币 yen'],
	['whole', 'KRW ₩ 원 韩元 韓元 won'],
	['whole', 'VND ₫ đ vnđ đồng'],
	['whole', 'IDR Rp. Rp'],
	['whole', 'CLP CLP$'],
	['whole', 'COP COL$'],
	['whole', 'PYG ₲ Gs. Gs'],
	['whole', 'HUF Ft. Ft'],
	['whole', 'ISK'],
	['whole', 'CRC ₡'],
	['whole', 'XAF FCFA F.CFA CFA'],
	['whole', 'XOF'],
	['whole', 'UGX USh. USh'],
	['whole', 'TZS TSh. TSh'],
	['whole', 'RWF'],
	['whole', 'LAK ₭'],
	['whole', 'KHR ៛'],
	['whole', 'MMK'],
	['whole', 'UZS'],
	['whole', 'IRR ﷼'],
	['whole', 'LBP'],
	['thousandths', 'KWD'],
	['thousandths', 'BHD'],
	['thousandths', 'OMR'],
	['thousandths', 'JOD'],
	['thousandths', 'TND'],
	['thousandths', 'LYD'],
	['comma', 'BRL R$'],
	['comma', 'ARS AR$'],
	['comma', 'UYU $U'],
	['comma', 'TRY ₺ TL'],
	['comma', 'kr kr. DKK SEK NOK'],
	['comma', 'PLN zł zl'],
	['comma', 'CZK Kč'],
	['comma', 'RON lei'],
	['comma', 'BGN лв. лв'],
	['comma', 'UAH ₴ грн. грн'],
	['comma', 'RUB ₽ руб. руб р. р'],
	['comma', 'KZT ₸'],
	['comma', 'BYN'],
	['comma', 'BOB Bs. Bs'],
	['point', 'CNY RMB 人民币 人民幣'],
	['point', '元 圆 圓 块 塊'],
	['point', 'HKD HK$ 港元 港币 港幣'],
	['point', 'MOP MOP$ 澳门元 葡币'],
	['point', 'TWD NT$ 新台币 新台幣 新臺幣'],
	['point', 'SGD S$ 新加坡元'],
	['point', 'MYR RM'],
	['point', 'THB ฿ บาท'],
	['point', 'PHP ₱ Php'],
	['point', 'INR ₹ Rs. Rs रु.'],
	['point', 'PKR'],
	['point', 'LKR'],
	['point', 'NPR'],
	['point', 'BDT ৳ Tk. Tk'],
	['point', 'AUD A$ AU$'],
	['point', 'NZD NZ$'],
	['point', 'ILS ₪ NIS'],
	['point', 'MXN MX$'],
	['point', 'PEN S/. S/'],
	['point', 'PAB B/. B/'],
	['point', 'GTQ'],
	['point', 'HNL Lps. Lps'],
	['point', 'NGN ₦'],
	['point', 'GHS GH₵ ₵'],
	['point', 'KES KSh. KSh'],
	['point', 'ETB'],
	['point', 'EGP'],
	['point', 'AED'],
	['point', 'SAR'],
	['point', 'QAR'],
	['either', 'CHF SFr. SFr Fr. Fr'],
	['either', 'EUR € 欧元 歐元 Euro Euros'],
	['either', 'USD US$ 美元 美金'],
	['either', 'GBP £ 英镑 英鎊'],
	['either', 'CAD CA$ C$ Can$'],
	['either', 'ZAR'],
	['either', 'MAD'],
	['either', 'DZD'],
	['either', '$'],
	['either', '¥'],
];

const BY_PRINT = new Map<string, Currency>(
	TABLE.flatMap(([style, printed]) => {
		const prints = printed.split(' ');
		return prints.map((print): [string, Currency] => [print.normalize('NFKC').toLowerCase(), { code: prints[0] ?? print, style }]);
	}),
);

/** Codes that mean only themselves; lower-case words that look like one ("try", "all") are words. */
const IS_CODE = /^[A-Z]{3}$/;
const WORDS_TOO = new Set(['try', 'mad', 'cop', 'pen', 'won', 'ron']);

/** The currency that a sign, code or abbreviation stands for. */
export function currencyOf(printed: string): Currency | undefined {
	const key = printed.normalize('NFKC').toLowerCase();
	if (WORDS_TOO.has(key) && !IS_CODE.test(printed) && printed !== 'won') return undefined;
	// A cent is no currency of its own; "FR" is a country.
	if (printed === '¢' || printed === 'FR') return undefined;
	return BY_PRINT.get(key) ?? (/^\p{Sc}$/u.test(printed) ? { code: printed, style: 'either' } : undefined);
}

/** Prints of the table that are no plain word, the longest first: for a pattern that finds them in a text. */
export const CURRENCY_SIGNS: readonly string[] = [...BY_PRINT.keys()]
	.filter((print) => !/^\p{L}+$/u.test(print))
	.sort((a, b) => b.length - a.length);

/** The longest currency at the beginning of a text in Han characters: 人民币, 港元, 元. */
export function hanCurrencyAt(text: string): { currency: Currency; length: number } | undefined {
	for (let length = Math.min(4, text.length); length > 0; length--) {
		const currency = BY_PRINT.get(text.slice(0, length));
		if (currency) return { currency, length };
	}
	return undefined;
}

/** Signs that several currencies share, with the codes that each can stand for. */
const SHARED_SIGNS: Readonly<Record<string, RegExp>> = {
	$: /^(?:USD|CAD|AUD|NZD|HKD|SGD|TWD|MXN|ARS|CLP|COP|UYU|BRL|MOP)$/,
	'¥': /^(?:CNY|JPY)$/,
	元: /^(?:CNY|TWD|HKD|MOP|SGD|¥|\$)$/,
	kr: /^(?:DKK|SEK|NOK|ISK)$/,
};

/** "€$12" is misread; "¥12元" and "$12 USD" say it twice. */
export function isSameCurrency(one: Currency | undefined, other: Currency): boolean {
	if (!one || one.code === other.code) return true;
	return SHARED_SIGNS[one.code]?.test(other.code) === true || SHARED_SIGNS[other.code]?.test(one.code) === true;
}

/** The one that names its country. */
export function moreExact(one: Currency | undefined, other: Currency): Currency {
	return one && !(one.code in SHARED_SIGNS) ? one : other;
}

/** Whether a sign says only together with the page which currency it is. */
export function isSharedSign({ code }: Currency): boolean {
	return code in SHARED_SIGNS;
}
