// Heads of two storeys: one head over several columns, with their own heads below it.
import type { Row } from '../page/rows';
import { isPairs } from './band';
import type { Band } from './band';
import { columnsOf } from './white';

/** The upper storey stands at most this far above the rest of the head, in text heights. */
const NEAR = 1.7;

/**
 * Adds the row above a band to the band's first row when it is the upper storey of the head: each of
 * its blocks stands over several columns, whose names it is put before, or fills an empty place.
 * @param grid of the band
 * @param above the row above the band on the page
 */
export function withUpperHead(grid: string[][], band: Band, above: Row | undefined): string[][] {
	const [head, ...body] = grid;
	const [first] = band.rows;
	if (!head || !first || !above || isPairs(above) || first.middle - above.middle > NEAR) return grid;
	const last = head.length - 1;
	const places = above.boxes.map((box) => ({ words: box.words, span: columnsOf(band.white, box) }));
	const isUpper = places.every(({ span: [from, to] }) => (from === to ? head[from] === '' : to - from < last));
	const isOverSeveral = places.some(({ span: [from, to] }) => from !== to);
	const digits = places.some(({ words }) => /\p{Nd}/u.test(words));
	if (!isUpper || !isOverSeveral || digits) return grid;
	const heads = [...head];
	for (const { words, span: [from, to] } of places) {
		for (let column = from; column <= to; column++) heads[column] = joinUpper(words, heads[column] ?? '');
	}
	return [heads, ...body];
}

/** Two names stay two words, in Chinese as well. */
function joinUpper(upper: string, lower: string): string {
	return lower === '' ? upper : `${upper} ${lower}`;
}
