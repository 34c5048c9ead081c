// Which tables are forms: labels and values side by side instead of a head over rows.
import { wordsOf } from '../tables/textLines.cts';
import type { Table } from '../tables/types.cts';

/** Chosen: every second column holds no figure, and the first row has one beside a label. */
export function isForm({ isRuled, cells, columnCount }: Table): boolean {
	if (!isRuled || columnCount % 2 !== 0) return false;
	const isLabelPlace = ({ columns }: { columns: number[] }): boolean => (columns[0] ?? 0) % 2 === 0;
	const hasFigure = (cell: Table['cells'][number]): boolean => /\d/u.test(wordsOf(cell.texts));
	return (
		cells.filter(isLabelPlace).every((cell) => !hasFigure(cell)) &&
		cells.some((cell) => !isLabelPlace(cell) && cell.rows[0] === 0 && hasFigure(cell))
	);
}
