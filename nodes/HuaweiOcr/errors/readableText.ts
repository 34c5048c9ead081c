/** Line breaks, terminal sequences and other controls; marks that turn the direction of what follows. */
const UNREADABLE =
	/[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu;

/** A text from outside on one line, without characters that hide or reorder what stands around it. */
export function onOneLine(text: string): string {
	return text.replace(UNREADABLE, ' ').trim();
}

/** At most so many characters, in whole code points; the end tells that something is missing. */
export function shortened(text: string, most: number): string {
	if (text.length <= most) return text;
	const characters = Array.from(text.slice(0, 2 * most + 2));
	return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
