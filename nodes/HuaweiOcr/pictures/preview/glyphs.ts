/** A font of digits, capitals and a few signs, three dots wide and five high. */
export const GLYPH_WIDTH = 3;
export const GLYPH_HEIGHT = 5;

/** Each glyph row by row from the top, three dots to a row. */
const GLYPHS: Readonly<Record<string, string>> = {
	'0': '111 101 101 101 111',
	'1': '010 110 010 010 111',
	'2': '111 001 111 100 111',
	'3': '111 001 111 001 111',
	'4': '101 101 111 001 001',
	'5': '111 100 111 001 111',
	'6': '111 100 111 101 111',
	'7': '111 001 010 010 010',
	'8': '111 101 111 101 111',
	'9': '111 101 111 001 111',
	A: '010 101 111 101 101',
	B: '110 101 110 101 110',
	C: '011 100 100 100 011',
	D: '110 101 101 101 110',
	E: '111 100 110 100 111',
	F: '111 100 110 100 100',
	G: '011 100 101 101 011',
	H: '101 101 111 101 101',
	I: '111 010 010 010 111',
	J: '001 001 001 101 010',
	K: '101 101 110 101 101',
	L: '100 100 100 100 111',
	M: '101 111 111 101 101',
	N: '110 101 101 101 101',
	O: '010 101 101 101 010',
	P: '110 101 110 100 100',
	Q: '010 101 101 110 011',
	R: '110 101 110 101 101',
	S: '011 100 010 001 110',
	T: '111 010 010 010 010',
	U: '101 101 101 101 111',
	V: '101 101 101 101 010',
	W: '101 101 111 111 101',
	X: '101 101 010 101 101',
	Y: '101 101 010 010 010',
	Z: '111 001 010 100 111',
	' ': '000 000 000 000 000',
	'-': '000 000 111 000 000',
	'.': '000 000 000 000 010',
	',': '000 000 000 010 100',
	':': '000 010 000 010 000',
	'/': '001 001 010 100 100',
	'?': '110 001 010 000 010',
	'!': '010 010 010 000 010',
	'#': '101 111 101 111 101',
	'%': '101 001 010 100 101',
	'(': '001 010 010 010 001',
	')': '100 010 010 010 100',
	'[': '011 010 010 010 011',
	']': '110 010 010 010 110',
	_: '000 000 000 000 111',
};

/**
 * Text as the font can show it: small letters as capitals.
 * @returns undefined where a character has no glyph
 */
export function drawable(text: string): string | undefined {
	const shown = text.toUpperCase();
	return shown !== '' && Array.from(shown).every((character) => Object.hasOwn(GLYPHS, character)) ? shown : undefined;
}

/** Whether the dot of a glyph is set. */
export function hasDot(character: string, x: number, y: number): boolean {
	return GLYPHS[character]?.[y * (GLYPH_WIDTH + 1) + x] === '1';
}
