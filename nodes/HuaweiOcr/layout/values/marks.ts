// Boxes and ticks in a text, and what engines make of them.

export type MarkState = 'ticked' | 'empty' | 'unknown';

/**
 * - `tick`, `cross`, `fill`: signs that say so themselves
 * - `box`: an empty box or circle, or one with a tick in it
 * - `lookalike`: a letter that engines read for one of these
 */
export type MarkKind = 'tick' | 'cross' | 'fill' | 'box' | 'lookalike';

export interface Mark {
	state: MarkState;
	kind: MarkKind;
	/** Whether text or another mark stands directly before or behind it. */
	touchesBefore: boolean;
	touchesBehind: boolean;
}

/** A piece of a line: a mark, or the text between two marks. */
export type Piece = { mark: Mark } | { text: string };

const OPEN = '[\\[(（［【〔]';
const CLOSE = '[\\])）］】〕]';
const SIGNS: ReadonlyArray<readonly [pattern: RegExp, state: MarkState, kind: MarkKind]> = [
	[new RegExp(`^${OPEN}\\s?[xX×✕✗✘✓✔√vV•●*+■☑]\\s?${CLOSE}`, 'u'), 'ticked', 'box'],
	[new RegExp(`^${OPEN}[\\s_]*${CLOSE}`, 'u'), 'empty', 'box'],
	[/^[☑☒✅⊠🗹🗷❎]/u, 'ticked', 'box'],
	[/^[✓✔√🗸]/u, 'ticked', 'tick'],
	[/^[✗✘✕✖❌]/u, 'ticked', 'cross'],
	[/^[■●◉⦿⬛◼◾▣🔘⚫◙▪]/u, 'ticked', 'fill'],
	[/^[□☐○◯▢◻⬜◽❏❑❐❒▫🔲⚪◌]/u, 'empty', 'box'],
];
const BOUNDARY = /[\s、，,;；/|:：。.]/u;
/** Letters that engines read for an empty box or circle, for a ticked one, or for either. */
const LOOKALIKES: ReadonlyArray<readonly [pattern: RegExp, state: MarkState]> = [
	[/^[口囗ロ〇]/u, 'empty'],
	[/^[Oo0](?![\p{L}\d.,-]|\s?\d)|^[O0](?=\p{Script=Han})/u, 'empty'],
	[/^[区凶図囟⊙◎⊗]/u, 'ticked'],
	[/^[@®©](?![\p{Script=Latin}\d])/u, 'ticked'],
	[/^[VvJ×Xx](?![\p{Script=Latin}\d.,'-])/u, 'ticked'],
	[/^[日曰回田目团国图圆因困固四](?=[\s\p{L}]|$)/u, 'unknown'],
];
/** Words that end in what may be an empty box. */
const ENDS_IN_MOUTH = /[人进進出门門户戶窗入港路缺伤傷接端关關胃河洞道]$/u;
const VARIANT = /[\ufe0e\ufe0f\u200b-\u200d\ufeff]/gu;

/** A line in marks and texts. Letters count as marks only where a mark may stand. */
export function toPieces(line: string): Piece[] {
	const text = line.replace(VARIANT, '').replace(/\s+/gu, ' ').trim();
	const found = scan(text, () => false);
	// Letters are marks only beside marks, or where the line begins with one that is hardly a word.
	const hasMarks = found.some((piece) => 'mark' in piece) || /^[口囗](?=[\s\p{Script=Han}])|^[VX√x口囗回]$/u.test(text);
	return hasMarks ? scan(text, (at) => lookalikeAt(text, at) !== undefined) : found;
}

function scan(text: string, isLookalike: (at: number) => boolean): Piece[] {
	const pieces: Piece[] = [];
	let words = '';
	let at = 0;
	while (at < text.length) {
		const rest = text.slice(at, at + 12);
		const sign = signAt(rest) ?? (isLookalike(at) && !followsMark(pieces, words) ? lookalikeAt(text, at) : undefined);
		if (!sign) {
			const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
			words += character;
			at += character.length;
			continue;
		}
		if (words.trim() !== '') pieces.push({ text: words.trim() });
		words = '';
		const { length, state, kind } = sign;
		pieces.push({
			mark: { state, kind, touchesBefore: isGlued(text[at - 1]), touchesBehind: isGlued(text[at + length]) },
		});
		at += length;
	}
	if (words.trim() !== '') pieces.push({ text: words.trim() });
	return pieces;
}

/** "☑ 日班": behind a mark begins its text. */
function followsMark(pieces: readonly Piece[], words: string): boolean {
	const last = pieces[pieces.length - 1];
	return words.trim() === '' && last !== undefined && 'mark' in last;
}

function isGlued(character: string | undefined): boolean {
	return character !== undefined && !BOUNDARY.test(character);
}

interface Sign {
	length: number;
	state: MarkState;
	kind: MarkKind;
}

function signAt(rest: string): Sign | undefined {
	for (const [pattern, state, kind] of SIGNS) {
		const match = pattern.exec(rest);
		if (match) return { length: match[0].length, state, kind };
	}
	return undefined;
}

function lookalikeAt(text: string, at: number): Sign | undefined {
	const rest = text.slice(at, at + 4);
	const before = text.slice(Math.max(0, at - 2), at);
	const isAtBoundary = before === '' || BOUNDARY.test(before.slice(-1));
	for (const [pattern, state] of LOOKALIKES) {
		const match = pattern.exec(rest);
		if (!match) continue;
		// "口男口女": no word in front of the second box ends in it.
		const isGlued = /^[口囗]/u.test(rest) && text.length > at + 1 && !ENDS_IN_MOUTH.test(before);
		return isAtBoundary || isGlued ? { length: match[0].length, state, kind: 'lookalike' } : undefined;
	}
	return undefined;
}
