// Tables that stand side by side under the same heads.
import type { FoundTable } from './types';

/**
 * Parts a table whose heads repeat ("Item, Price, Item, Price") into as many tables; others stay as
 * they are. Rows of which a part has nothing are no rows of that part.
 */
export function partRepeated(table: FoundTable): FoundTable[] {
	const { head, rows } = table;
	const period = periodOf(head);
	if (period === undefined) return [table];
	return Array.from({ length: head.length / period }, (_, part) => {
		const own = (cells: readonly string[]) => cells.slice(part * period, (part + 1) * period);
		return { ...table, head: own(head), rows: rows.map(own).filter((cells) => cells.some((cell) => cell !== '')) };
	});
}

/** After how many columns the heads begin again, all of them named; at least two. */
export function periodOf(head: readonly string[]): number | undefined {
	if (head.length < 4 || head[0] === '' || new Set(head).size * 2 > head.length) return undefined;
	for (let period = 2; period * 2 <= head.length; period++) {
		const isPeriod = head.length % period === 0 && head.every((name, index) => name === head[index % period]);
		if (isPeriod && new Set(head.slice(0, period)).size === period && head.slice(0, period).every((name) => name !== '')) return period;
	}
	return undefined;
}
