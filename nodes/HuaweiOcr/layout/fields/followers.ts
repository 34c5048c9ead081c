// Labels that follow within a text without any sign: "Berlin Tel 030 998877 Fax 030 998878".
import { parseDate } from '../values';
import { tails } from './segments';
import { isFigures } from './signs';
import { expectationOf, isFiller, isLabelWords } from './vocabulary';

/** What a number begins with, or a code, a bank's or firm's one, an e-mail or web address. */
const BEGIN = '[-+(]?\\p{Sc}?\\s?\\d|[A-Z]{1,4}[- ]?\\d|[A-Z]{4}[A-Z0-9]{4,7}(?!\\p{L})|[\\w.+-]{1,64}@|www\\.|https?:';
const VALUE = new RegExp(`^(?:${BEGIN})`, 'u');
const LABEL_AND_VALUE = new RegExp(`^(\\p{L}[\\p{L}\\p{M}'’/-]{0,24}(?:\\.? [\\p{L}\\p{M}'’-]{1,24}){0,2}?)(?![\\p{L}\\p{M}])[.\\s]{0,4}(?:(?:[#№]|[Nn][°º])\\s?)?(?=${BEGIN})`, 'u');
const RUN = /^(?:[\w.+-]{1,64}@[\w.-]+|(?:www\.|https?:)\S+|[A-Z]{4}[A-Z0-9]{4,7}(?!\p{L})|(?:[A-Z]{1,4}[- ]?(?=\d))?(?:\s*[-+(]?\p{Sc}?\s?[\d.,:/%)-]+(?:\s?(?:\p{Sc}|[A-Z]{3}(?!\p{L})|\p{Ll}{1,3}(?!\p{L})))?)+)/u;
/** Words that letterheads and footers tell numbers by, one after the other in a line. */
const LETTERHEAD =
	/^(?:tel|telephone|telefon|téléphone|tél|teléfono|telefono|phone|mobile|mobil|handy|cell|fax|telefax|e-?mail|mail|courriel|web|website|internet|iban|bic|swift|blz|konto(?:nr)?|ust-?id(?:-?nr)?|st(?:euer)?-?nr|vat (?:no|id|reg no)|tva|siret|siren|hrb|abn|gstin|电话|電話|電話番号|手机|手機|传真|傳真|电子邮箱|邮箱|郵箱|電郵|邮编|網址|网址|税号|账号|帐号|ファックス|メール)$/iu;
/** Labels whose values are sentences, which may speak of such things. */
const NOTES = /(?:\b(?:notes?|remarks?|comments?|subject|message|details|description|betreff|bemerkung(?:en)?|hinweis|objet|remarques?)\b|备注|附注|说明|事由|原因|内容|摘要|用途|備考|件名)/iu;

export interface Follower {
	/** Where the next label begins. */
	at: number;
	/** Whether the text before it is a value by itself. */
	isSure: boolean;
	/** Behind a colon, such words may as well be part of the value: "see Invoice No 17", "Building 5 Unit 12". */
	isWeak?: true;
}

/** Whether a text begins as what a letterhead tells: a number, a code, an address. */
export function isCodeLike(text: string): boolean {
	return VALUE.test(text);
}

/** Whether the value of a label is free text, which may have colons of its own. */
export function isNotesLabel(label: string): boolean {
	return NOTES.test(label);
}

export function isLetterheadLabel(label: string): boolean {
	return LETTERHEAD.test(label.normalize('NFKC').trim().replace(/[.:]+$/u, ''));
}

/** Words that label figures or dates, or any with "No." behind them. */
function isTellingLabel(words: string): boolean {
	return /^[\p{Lu}\p{Script=Han}]/u.test(words) && (isLabelWords(words) || /\s(?:no|nr|number|nummer)\.?$/iu.test(words)) && expectationOf(words) !== undefined;
}

/** Words of a date, with weekday and time, are no more than that. */
const MOST_DATE_WORDS = 7;

/**
 * How far the figures, the code or the address at the begin of a text reach; all of it when it begins with none.
 */
export function codeRun(text: string): number {
	const ends = [...text.matchAll(/\S+/gu)].slice(0, MOST_DATE_WORDS).map((word) => word.index + word[0].length);
	const dateEnd = /^\s*\d{1,4}\D/u.test(text) ? ends.findLast((each) => parseDate(text.slice(0, each)) !== undefined) : undefined;
	if (dateEnd !== undefined) return dateEnd;
	const run = RUN.exec(text)?.[0] ?? '';
	const unit = /\s(\p{L}+)$/u.exec(run);
	if (unit && (isLabelWords(unit[1] ?? '') || isFiller(unit[1] ?? ''))) return unit.index;
	// "14C" is one word, and a number with its unit is one value.
	return run === '' ? text.length : run.length + (/^[\p{L}\p{N}/-]+/u.exec(/[\p{L}\p{N}]$/u.test(run) ? text.slice(run.length) : '')?.[0].length ?? 0);
}

/**
 * The first label, of words that label figures, that stands with its figures within a label's value.
 * @param label whose value the text is
 */
export function followerWithin(text: string, label: string): Follower | undefined {
	for (const at of tails(text)) {
		const words = LABEL_AND_VALUE.exec(text.slice(at))?.[1];
		const before = text.slice(0, at).replace(/[\s,;，；、|/]+$/u, '');
		if (words === undefined || before === '') continue;
		if (isLetterheadLabel(words) && !isNotesLabel(label)) return { at, isSure: true };
		const isBehindFigures = /[\d)%\p{Sc}]\s?\p{L}{0,3}$/u.test(before);
		if (!isTellingLabel(words)) {
			if (isBehindFigures && /^[\p{Lu}\p{Script=Han}]/u.test(words) && isLabelWords(words)) return { at, isSure: false, isWeak: true };
			continue;
		}
		if (!isBehindFigures) return { at, isSure: false, isWeak: true };
		const expected = expectationOf(label);
		return { at, isSure: (expected === 'figure' && isFigures(before)) || (expected === 'date' && parseDate(before) !== undefined) };
	}
	return undefined;
}

/** How many labels with figures stand in a text, none of them with a sign. */
export function countTold(text: string): number {
	let [count, end] = [0, 0];
	for (const at of [0, ...tails(text), ...hanStarts(text)].sort((a, b) => a - b)) {
		const words = at < end ? undefined : LABEL_AND_VALUE.exec(text.slice(at))?.[1];
		if (words === undefined || !(isLetterheadLabel(words) || isTellingLabel(words))) continue;
		count++;
		end = at + words.length;
	}
	return count;
}

/** Where Chinese words before figures may begin that nothing parts from the text before them. */
function hanStarts(text: string): number[] {
	return [...text.matchAll(/(?<=\p{Script=Han})\p{Script=Han}{2}(?=\s*\d)/gu)].map(({ index }) => index);
}
