// One writing for what is printed in many: figures of all scripts, full-width characters, dashes.

/** Stands for a raised figure behind a number or word: a footnote's, not one of the number's. */
export const FOOTNOTE = '\u2020';

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2e3a\ufe58\ufe63\uff0d]/gu;
const RAISED = '\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089';
/** "m²" and "CO₂": the raised figure belongs to the word. */
const RAISED_IN_WORD = new RegExp(String.raw`(?<=\p{L})\u207b?[${RAISED}]+`, 'gu');
/** A power of ten, or a price whose cents are raised: neither is the number that stands before it. */
const RAISED_IN_NUMBER = new RegExp(String.raw`(?<![\d.,])10[${RAISED}]|\d[${RAISED}]{2,}`, 'u');
const RAISED_NOTE = new RegExp(String.raw`[${RAISED}](?:[)\u207e])?`, 'gu');
/** Squared and cubed units in one character: ㎡ ㎥ ㎢. */
const UNIT_CHARACTER = /[\u3300-\u33ff]/gu;
/** Figures in circles or brackets, or with a point: ① ⑴ ⒈ ❶. They count entries or notes. */
const INDEX = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/gu;
/** Square and cubic units with a plain figure: "64.5 m2". */
const PLAIN_UNIT = /(?<=^|[\d\s])([kcmd]?m|ft|yd)[23](?![\p{L}\d.,])/gu;
const HALVES: ReadonlyArray<readonly [sign: string, decimals: string]> = [
	['\u00bd', '.5'],
	['\u00bc', '.25'],
	['\u00be', '.75'],
];
const OTHER_FRACTION = /[\u2150-\u215f\u2189]/u;

/** Raised and index figures to footnote marks, fractions to decimals; undefined when a number can't be read any more. */
export function withoutRaised(text: string): string | undefined {
	if (RAISED_IN_NUMBER.test(text) || OTHER_FRACTION.test(text)) return undefined;
	let plain = text
		.replace(RAISED_IN_WORD, '')
		.replace(RAISED_NOTE, FOOTNOTE)
		.replace(INDEX, FOOTNOTE)
		.replace(UNIT_CHARACTER, (unit) => unit.normalize('NFKC').replace(/(?<=\p{L})[23]$/u, ''))
		.replace(PLAIN_UNIT, '$1');
	for (const [sign, decimals] of HALVES) {
		if (!plain.includes(sign)) continue;
		if (!new RegExp(String.raw`^\D*(?<![.,]\s?)\d{0,3}\s?${sign}\D*$`, 'u').test(plain)) return undefined;
		plain = plain.replace(new RegExp(String.raw`(\d*)\s?${sign}`, 'u'), (_, whole: string) => `${whole === '' ? '0' : whole}${decimals}`);
	}
	return plain;
}

/** First characters of the rows 0–9 of scripts in use today, from Arabic to Mongolian. */
const ZEROS = [
	0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810,
];
const FOREIGN_FIGURE = /[\u0660-\u1819]/gu;

/** Full-width to narrow, figures of any script to 0–9, dashes to `-`, white space to single spaces. */
export function plainText(text: string): string {
	return text
		.replace(INVISIBLE, '')
		// Before the acute accent is taken apart.
		.replace(/[\u2018\u2019\u02bc\u00b4\u2032`]/gu, "'")
		.normalize('NFKC')
		.replace(FOREIGN_FIGURE, asciiFigure)
		.replace(/\u066b/gu, '.')
		.replace(/\u066c/gu, ',')
		.replace(DASHES, '-')
		.replace(/\s+/gu, ' ')
		.trim();
}

function asciiFigure(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const zero = ZEROS.find((first) => code >= first && code < first + 10);
	return zero === undefined ? character : String(code - zero);
}
