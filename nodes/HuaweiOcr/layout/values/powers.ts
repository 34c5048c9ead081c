// Powers of ten in scripts that write them behind the figures: 3.5万, 5천, 2 ล้าน.

const HAN_POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };
/** Characters of powers at the beginning of a text. */
const HAN_POWER = /^[十百佰千仟万萬亿億]+/u;
/** Units whose first character is one of a power: kilogram, kilowatt, hectopascal, percentage point. */
const HAN_UNIT = /^(?:[千仟](?:克|瓦|米|卡|帕|焦|赫|伏|安|升|公)|百(?:帕|货)|万向|万科)/u;

/** A word behind figures, taken apart. */
export interface Power {
	exponent: number;
	rest: string;
}

/** `万元` → 4 and 元; undefined when no power begins the word, `unclear` when its characters make none. */
export function hanPowerAt(word: string): Power | 'unclear' | undefined {
	const characters = HAN_UNIT.test(word) ? undefined : HAN_POWER.exec(word)?.[0];
	if (characters === undefined) return undefined;
	const exponent = hanExponent(characters);
	return exponent === undefined ? 'unclear' : { exponent, rest: word.slice(characters.length) };
}

/** 万 → 4, 百万 → 6, 万亿 → 12; undefined when smaller powers follow larger ones, or for 十 alone. */
export function hanExponent(power: string): number | undefined {
	const exponents = Array.from(power).map((character) => HAN_POWERS[character] ?? 0);
	if (power === '十' || exponents.some((exponent, index) => index > 0 && exponent <= (exponents[index - 1] ?? 0))) return undefined;
	return exponents.reduce((sum, exponent) => sum + exponent, 0);
}

const HANGUL_POWERS: Readonly<Record<string, string>> = { 백: '百', 천: '千', 만: '万', 억: '亿', 조: '兆' };

export function hangulToHan(text: string): string {
	return text.replace(/[백천만억조]/gu, (power) => HANGUL_POWERS[power] ?? power);
}

const THAI_POWERS: Readonly<Record<string, number>> = { ร้อย: 2, พัน: 3, หมื่น: 4, แสน: 5, ล้าน: 6 };

/** Thai is written without spaces: ล้านบาท is "million baht". */
export function thaiPowerAt(word: string): Power | undefined {
	const powers = /^(?:ร้อย|พัน|หมื่น|แสน|ล้าน)+/u.exec(word)?.[0];
	if (powers === undefined) return undefined;
	const exponent = [...powers.matchAll(/ร้อย|พัน|หมื่น|แสน|ล้าน/gu)].reduce((sum, [power]) => sum + (THAI_POWERS[power] ?? 0), 0);
	return { exponent, rest: word.slice(powers.length) };
}
