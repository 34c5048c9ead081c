// Keys and values: what stands before and behind a colon.
import { type LevelFrame, levelBox } from '../../engine/levelFrame.cts';
import { cutText } from '../tables/cutTexts.cts';
import { textLines } from '../tables/textLines.cts';
import type { PlacedText } from '../tables/types.cts';

export interface Pair {
	key: PlacedText;
	/** Absent where nothing follows the key. */
	value?: PlacedText;
}

/** A key has no more characters than this. */
const LONGEST_KEY = 24;
/** A value begins no further behind its key, in text heights. */
const FURTHEST = 12;
const KEY = /^([^:：]*\p{L}[^:：]*)[:：]\s*(.*)$/u;

/** Pairs from top to bottom, left to right. */
export function pairsOf(frame: LevelFrame, texts: readonly PlacedText[], em: number): Pair[] {
	return textLines(texts).flatMap((line) => pairsOfLine(frame, line, em));
}

function pairsOfLine(frame: LevelFrame, line: readonly PlacedText[], em: number): Pair[] {
	const pairs: Pair[] = [];
	for (const [index, text] of line.entries()) {
		const [, name = '', value = ''] = KEY.exec(text.block.words) ?? [];
		// "at 10:30", "https://…"
		if (name === '' || name.length > LONGEST_KEY || /^https?$/u.test(name) || /\d[:：]\d/u.test(text.block.words)) continue;
		if (value !== '') {
			pairs.push(parted(frame, text));
			continue;
		}
		const next = line[index + 1];
		const follows = next && !KEY.test(next.block.words) && next.left - text.right <= FURTHEST * em;
		pairs.push({ key: text, ...(follows ? { value: next } : {}) });
	}
	return pairs;
}

/** Key and value that were read as one text, cut behind the colon. */
function parted(frame: LevelFrame, text: PlacedText): Pair {
	const colon = text.block.characters?.find(({ text: sign }) => /[:：]/u.test(sign));
	const [key, value] = colon ? cutText(frame, text, [levelBox(frame, colon.location).right]) : [];
	if (key && value) return { key, value };
	const [, name = '', rest = ''] = KEY.exec(text.block.words) ?? [];
	const part = (words: string): PlacedText => ({ ...text, block: { ...text.block, words } });
	return { key: part(name), value: part(rest) };
}

/** A key without its colon. */
export function nameOf({ block }: PlacedText): string {
	return block.words.replace(/\s*[:：]\s*$/u, '');
}
