// Which script a text is in, and how pieces of text are put together.

/** Characters of writing without spaces between words: Han, kana, and their full-width punctuation. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
/** All of those come behind Greek, Cyrillic and the like. */
const BEHIND_LATIN = /[\u0590-\uffff]/;
const LETTER = /\p{L}/gu;

export function endsInCjk(text: string): boolean {
	return CJK.test(Array.from(text.slice(-2)).pop() ?? '');
}

export function startsWithCjk(text: string): boolean {
	return CJK.test(Array.from(text.slice(0, 2))[0] ?? '');
}

/** True when more than half of the letters belong to a script that is written from right to left. */
export function isRightToLeft(text: string): boolean {
	if (!BEHIND_LATIN.test(text)) return false;
	const strong = text.match(RIGHT_TO_LEFT)?.length ?? 0;
	return strong > 0 && strong * 2 > (text.match(LETTER)?.length ?? 0);
}

/** Two lines of one text: one space between them, none between two CJK characters. */
export function joinWrapped(before: string, after: string): string {
	if (before === '' || after === '') return before + after;
	return before + (endsInCjk(before) && startsWithCjk(after) ? '' : ' ') + after;
}

/** Lines of one text, put together as by `joinWrapped`; however many there are, each is looked at once. */
export function joinLines(lines: readonly string[]): string {
	const parts: string[] = [];
	let last = '';
	for (const line of lines) {
		if (line === '') continue;
		if (last !== '') parts.push(endsInCjk(last) && startsWithCjk(line) ? '' : ' ');
		parts.push(line);
		last = line;
	}
	return parts.join('');
}

/** How wide a character is printed, in em, roughly: enough to say where in a block a word stands. */
export function characterWidth(character: string): number {
	return CJK.test(character) ? 1 : 0.5;
}

/** Orders texts by their code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** A label of at most thirty characters and a colon at the beginning: "Name: …", but not "10:30" or "http://…". */
export function isLabelled(text: string): boolean {
	return /^[^:：]{0,29}[^\d:：]\s*[:：](?!\/\/)/u.test(text);
}

/**
 * Whether a text may hold a letter once it is normalised: signs such as "℡" and "№" become some. Quick, and true for
 * some texts that hold none.
 */
export function mayHoldLetters(text: string): boolean {
	return /[A-Za-z]|[^\0-\x7f]/.test(text);
}
