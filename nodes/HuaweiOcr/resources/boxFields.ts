import type { IDataObject } from 'n8n-workflow';

import type { WordsBlock } from '../result/types';

/** Anything that an answer gives a place on the page. */
type Placed = Pick<WordsBlock, 'location' | 'unlocated'>;

/** What `boxFields` gives, for the output fields of an operation. */
export const BOX_OUTPUT = { left: 'number', top: 'number', right: 'number', bottom: 'number', width: 'number', height: 'number' } as const;

/** The axis-aligned box, px; the same keys with null where the location can't be read, so that columns stay the same. */
export function boxFields({ location, unlocated }: Placed): IDataObject {
	if (unlocated) return { left: null, top: null, right: null, bottom: null, width: null, height: null };
	const xs = location.map(([x]) => x);
	const ys = location.map(([, y]) => y);
	const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
	return { left, top, right, bottom, width: right - left, height: bottom - top };
}

/** The vertices, flat, px. */
export function cornerFields({ location, unlocated }: Placed): IDataObject {
	return Object.fromEntries(
		location.flatMap(([x, y], index) => [
			[`x${index + 1}`, unlocated ? null : x],
			[`y${index + 1}`, unlocated ? null : y],
		]),
	);
}
