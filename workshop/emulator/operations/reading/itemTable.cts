// Lines of goods under a row of printed heads, as VAT invoices have them.
import { type Found, type FoundFields } from './found.cts';
import { chinese, money, text } from './forms.cts';
import type { Box } from './level.cts';
import type { Spot } from './labels.cts';
import type { Sheet } from './sheet.cts';

export const ITEM_FIELDS = ['name', 'specification', 'unit', 'quantity', 'unit_price', 'amount', 'tax_rate', 'tax'] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];
export type Item = FoundFields<ItemField>;

export interface Head {
	field: ItemField;
	spot: Spot;
}

/**
 * Heads stand in the middle of their columns, numbers at the right end, names at the left: a cell belongs to the
 * head that it overlaps, else to the nearest one.
 * @param bottom where the lines end, px of the level page
 */
export function readItems(sheet: Sheet, heads: readonly Head[], bottom: number, right: number): Item[] {
	const sorted = [...heads].sort((a, b) => a.spot.left - b.spot.left);
	const top = Math.max(...sorted.map(({ spot }) => spot.bottom - spot.em * 0.3));
	const columns = columnsOf(sheet, sorted, { left: -Infinity, top, right, bottom });
	const items: Item[] = [];
	for (const line of sheet.linesWithin({ left: -Infinity, top, right, bottom })) {
		const cells = columns.map(({ field, left, right: end }): [ItemField, Found | undefined] => [
			field,
			FORMS[field](sheet.within({ left, right: end, top: line.box.top, bottom: line.box.bottom })),
		]);
		const item = Object.fromEntries(cells) as Item;
		const last = items.at(-1);
		// A line with nothing but a name is the rest of the name above.
		if (!item.amount && !item.quantity && last) last.name = appended(last.name, item.name);
		else items.push(item);
	}
	return items;
}

const FORMS: Record<ItemField, (found: Found | undefined) => Found | undefined> = {
	name: chinese,
	specification: text,
	unit: chinese,
	quantity: money,
	unit_price: money,
	amount: money,
	tax_rate: chinese,
	tax: money,
};

function appended(above: Found | undefined, below: Found | undefined): Found | undefined {
	return above && below ? { ...above, words: above.words + below.words } : above;
}

interface Column {
	field: ItemField;
	left: number;
	right: number;
}

/**
 * Where one column ends and the next begins: in the emptiest place between the middles of their heads.
 */
function columnsOf(sheet: Sheet, heads: readonly Head[], area: Box): Column[] {
	const cells = sheet.runs.filter((run) => run.top > area.top - run.em && run.bottom < area.bottom + run.em && run.left < area.right);
	const edges = heads.slice(1).map(({ spot }, index) => {
		const before = heads[index]?.spot ?? spot;
		return emptiest(cells, (before.left + before.right) / 2, (spot.left + spot.right) / 2);
	});
	return heads.map(({ field }, index) => ({ field, left: edges[index - 1] ?? -Infinity, right: edges[index] ?? area.right }));
}

/** Middle of the widest gap between two places. */
function emptiest(cells: readonly Box[], from: number, to: number): number {
	const covered = cells
		.map(({ left, right }) => ({ left: Math.max(from, left), right: Math.min(to, right) }))
		.filter(({ left, right }) => right > left)
		.sort((a, b) => a.left - b.left);
	let edge = from;
	let [best, width] = [(from + to) / 2, 0];
	for (const { left, right } of [...covered, { left: to, right: to }]) {
		if (left - edge > width) [best, width] = [(edge + left) / 2, left - edge];
		edge = Math.max(edge, right);
	}
	return best;
}
