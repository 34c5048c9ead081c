// The order in which labels are read.
import type { Label } from './labels';

/** Places of labels in reading order: page by page, row by row, from left to right. */
export function readingOrder(label: Label): number {
	const { page, boxes, place } = label;
	const [box] = boxes;
	return page.order * 1e9 + (box ? page.sheet.rowIndex(box) : 0) * 1e4 + Math.min(9999, Math.max(0, place.left));
}
