// Rows that are no rows like the others: names of sections, and sums.
import { isLabelled } from '../characters';
import { columnNames } from './names';
import type { TableInDetail } from './types';
import { isFigure, kindOf } from './kinds';

const SUM = /^\W*(?:sub[ -]?|grand[ -]?)?(?:totals?|sum|zwischensumme|summe|gesamt\p{L}*|suma|totale|合\s*计|总\s*计|小\s*计|共\s*计|价税合计|合計|小計|総計)(?![\p{L}])/iu;

/** Indices of rows that are the name of a section, and of those that hold sums. */
export function markRows(rows: readonly (readonly string[])[]): { sections: number[]; sums: number[] } {
	const filled = rows.map((row) => row.filter((cell) => cell !== '').length);
	const isSection = (index: number) => {
		const [name = ''] = rows[index] ?? [];
		if (filled[index] !== 1 || name === '' || isFigure(kindOf(name)) || (isLabelled(name) && !/[:：]\s*$/u.test(name))) return false;
		// Followed by rows, or by the name of a section within it.
		return (filled[index + 1] ?? 0) > 1 || ((filled[index + 2] ?? 0) > 1 && filled[index + 1] === 1 && rows[index + 1]?.[0] !== '');
	};
	const indices = rows.map((_, index) => index);
	return {
		sections: indices.filter(isSection),
		sums: indices.filter((index) => (filled[index] ?? 0) > 1 && SUM.test(rows[index]?.find((cell) => cell !== '') ?? '')),
	};
}

/** The table with its sections' names in a column of their own, in front of the others, and not as rows. */
export function withSectionColumn(table: TableInDetail): TableInDetail {
	if (table.sections.length === 0) return table;
	const sections = new Set(table.sections);
	let name = '';
	const rows = table.rows.flatMap((row, index) => {
		if (!sections.has(index)) return [[name, ...row]];
		name = row[0] ?? '';
		return [];
	});
	return { ...table, columns: columnNames(['section', ...table.columns]), rows, sections: [], sums: markRows(rows.map((row) => row.slice(1))).sums };
}
