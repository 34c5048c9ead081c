// Texts that stand beside each other are one line.
import type { PlacedText } from './types.cts';

/** Texts of one line overlap by more than this part of the lower one's height. */
const OVERLAP = 0.5;

/** Lines from top to bottom, each from left to right. */
export function textLines(texts: readonly PlacedText[]): PlacedText[][] {
	const lines: PlacedText[][] = [];
	for (const text of [...texts].sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
		const line = lines.at(-1);
		// The nearest text of the line decides: what is left of a tilt adds up along a line.
		const nearest = line?.reduce((best, other) => (Math.abs(other.left - text.left) < Math.abs(best.left - text.left) ? other : best));
		if (line && nearest && overlap(nearest, text) > OVERLAP * Math.min(heightOf(nearest), heightOf(text))) line.push(text);
		else lines.push([text]);
	}
	return lines.map((line) => line.sort((a, b) => a.left - b.left));
}

const overlap = (a: PlacedText, b: PlacedText): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
export const heightOf = ({ top, bottom }: { top: number; bottom: number }): number => bottom - top;

/** The texts of a cell or a paragraph: words of a line joined by spaces, lines by line feeds. */
export function wordsOf(texts: readonly PlacedText[]): string {
	return textLines(texts)
		.map((line) => line.map(({ block }) => block.words).join(' '))
		.join('\n');
}

/** Mean over the texts, 0 to 1; 0 of none. */
export function confidenceOf(texts: readonly PlacedText[]): number {
	return texts.length === 0 ? 0 : texts.reduce((sum, { block }) => sum + block.confidence, 0) / texts.length;
}
