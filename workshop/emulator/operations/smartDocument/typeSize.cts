// How large a text is printed, by how wide it runs: boxes around texts are too rough at their height.
import type { PlacedText } from '../tables/types.cts';

/** Widths of characters in em, usual ones of printed faces. */
const WIDTHS: ReadonlyArray<readonly [RegExp, number]> = [
	[/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u, 1],
	[/\s/u, 0.27],
	[/[ijlI.,:;'|!]/u, 0.26],
	[/[ftr()[\]-]/u, 0.35],
	[/[csz]/u, 0.48],
	[/[mwMW%&@]/u, 0.87],
	[/\p{Lu}/u, 0.65],
];
const OTHERS = 0.56;
/** Shorter texts say little. */
const SHORTEST = 3;

/** px; undefined for texts that say little. */
function sizeOf({ left, right, block }: PlacedText): number | undefined {
	const signs = Array.from(block.words);
	if (signs.length < SHORTEST) return undefined;
	return (right - left) / signs.reduce((sum, sign) => sum + (WIDTHS.find(([kind]) => kind.test(sign))?.[1] ?? OTHERS), 0);
}

/** px; the usual size of these texts. */
export function usualSize(texts: readonly PlacedText[]): number | undefined {
	const sizes = texts.flatMap((text) => sizeOf(text) ?? []).sort((a, b) => a - b);
	return sizes[sizes.length >> 1];
}
