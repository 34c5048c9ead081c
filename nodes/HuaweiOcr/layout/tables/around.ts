// What stands around tables, as rows of one cell, so that nothing of a page is lost.
import type { Steps } from '../../turns/steps';
import { readRegions } from '../page/columns';
import type { Box } from '../page/frame';
import type { TableInDetail } from './types';

/**
 * Tables with the lines that stand above them, and the last one with those below it.
 * @param tables with where they begin on the page
 * @param boxes of the page
 */
export function* withTextAround(tables: ReadonlyArray<{ top: number; table: TableInDetail }>, boxes: readonly Box[]): Steps<TableInDetail[]> {
	const taken = new Set(tables.flatMap(({ table }) => table.blocks));
	const before: string[][] = tables.map(() => []);
	const after: string[] = [];
	for (const { middle, boxes: line } of (yield* readRegions(boxes.filter(({ block }) => !taken.has(block)))).flat()) {
		const text = line.map(({ words }) => words).join(' ');
		const next = tables.findIndex(({ top }) => top > middle);
		(before[next] ?? after).push(text);
	}
	return tables.map(({ table }, index) => {
		const toRow = (text: string) => table.columns.map((_, column) => (column === 0 ? text : ''));
		const above = (before[index] ?? []).map(toRow);
		const below = index === tables.length - 1 ? after.map(toRow) : [];
		const shifted = (indices: readonly number[]) => indices.map((each) => each + above.length);
		return { ...table, rows: [...above, ...table.rows, ...below], sections: shifted(table.sections), sums: shifted(table.sums) };
	});
}
