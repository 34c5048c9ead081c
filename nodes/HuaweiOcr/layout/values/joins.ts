// Whether the texts of two blocks, one right of the other, are parts of one number.
import { currencyOf } from './currencies';
import { parseNumber } from './number';
import type { NumberContext } from './number';
import { plainText } from './plainText';
import { accountSide, exponentOf, isUnit } from './words';

const SIGN_OR_END = /^(?:[-+▲△▼(]|[-)]|[.,] ?-{1,2}|\/[-=]|%|‰|\*+)$/u;
const HAN_PART = /^(?:[百千万萬亿億]+|整|正)?(?:人民币|元|圆|圓|円|块)?(?:整|正)?$/u;

/**
 * Whether two neighbouring texts make one number that neither makes alone: currency and amount ("RM",
 * "12.50"), amount and unit, sign or end of a price ("12", ",-"), or figures that end or begin at their
 * separator ("12", ".50"). Two texts of figures alone ("2", "150") are two numbers, however near.
 */
export function joinsToOneNumber(left: string, right: string, context?: NumberContext): boolean {
	const [first, second] = [plainText(left), plainText(right)];
	if (/\d/.test(first) && /\d/.test(second)) {
		const meetsAtSeparator = /\d[.,']$/.test(first) !== /^[.,']\d/.test(second);
		return meetsAtSeparator && parseNumber(`${first} ${second}`, context) !== undefined;
	}
	const isLeading = /\d/.test(second);
	const [figures, other] = isLeading ? [second, first] : [first, second];
	if (!/\d/.test(figures) || !(isPartOfNumber(other) || (!isLeading && isUnitWord(other)))) return false;
	return [`${first} ${second}`, `${first}${second}`].some((text) => parseNumber(text, context) !== undefined);
}

function isPartOfNumber(text: string): boolean {
	const bare = text.replace(/[:.]$/u, '');
	return (
		SIGN_OR_END.test(text) ||
		(text !== '' && HAN_PART.test(text)) ||
		currencyOf(text) !== undefined ||
		currencyOf(bare) !== undefined ||
		accountSide(bare) !== undefined
	);
}

/** What only stands behind a number. */
function isUnitWord(text: string): boolean {
	const bare = text.replace(/\.$/u, '');
	return isUnit(bare, false) || exponentOf(bare) !== undefined;
}
