// Numbers in parts: 1亿2千万, 3万5千, 1万2345.
import type { CurrencyStyle } from './currencies';
import { hangulToHan, hanExponent } from './powers';
import { readFigures } from './separators';

const POWERS = '[百佰千仟万萬亿億만억천]';
const COMPOUND = new RegExp(String.raw`^\d[\d.,]*(?: ?${POWERS}+ ?\d[\d,]*)+ ?${POWERS}*$`, 'u');

export function isCompound(figures: string): boolean {
	return COMPOUND.test(figures);
}

/**
 * 1亿2千万 → 120,000,000: whole parts of falling size; a last part without a power must fill all of its
 * places, since 1万2 is twelve thousand.
 * @param exponent the power of the last part, where it stands behind the figures
 */
export function readCompound(figures: string, exponent: number, style: CurrencyStyle = 'point'): number | undefined {
	let value = 0;
	let smallest = Infinity;
	for (const [, digits = '', power = ''] of hangulToHan(figures).matchAll(/(\d[\d.,]*) ?([百佰千仟万萬亿億]*)/gu)) {
		const read = readFigures(digits, { style });
		const own = power === '' ? exponent : hanExponent(power);
		if (!read || read.decimals > 0 || own === undefined) return undefined;
		const part = Number(`${read.digits}e${own}`);
		const isFull = own > 0 || read.digits.length === 4;
		if (part >= smallest || !isFull) return undefined;
		value += part;
		smallest = 10 ** own;
	}
	return value;
}
