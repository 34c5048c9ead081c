// A text around figures in currencies, words and signs.
import { CURRENCY_SIGNS } from './currencies';

const SIGNS_IN_PATTERN = CURRENCY_SIGNS.map((sign) => sign.replace(/[$.*+?^()[\]{}|\\/]/g, '\\$&')).join('|');
const WORD_TOKEN = String.raw`\p{Script=Han}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[\p{L}\p{M}]+`;
const TOKEN = new RegExp(String.raw`(?<!\p{L})(?:${SIGNS_IN_PATTERN})|${WORD_TOKEN}|\s+|.`, 'giu');

/** Currency signs, words of one script, spaces, and all else one by one. */
export function tokensOf(text: string): string[] {
	return text.match(TOKEN) ?? [];
}
