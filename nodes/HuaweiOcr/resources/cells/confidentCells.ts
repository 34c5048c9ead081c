import { isConfident } from '../../layout/confidence';
import type { Report } from '../../report/report';
import type { Grid } from './grid';

/** The grid without texts that the service is less sure of (0–1); their places stay, and they are counted. */
export function confidentGrid(grid: Grid, least: number, report: Report): Grid {
	if (least <= 0) return grid;
	return {
		...grid,
		cells: grid.cells.map((cell) => {
			if (cell.text === '' || isConfident(cell, least)) return cell;
			report.facts.blocksLeftOut++;
			return { ...cell, text: '' };
		}),
	};
}

/** Tells of cells that the answer gives no place. */
export function noteUnplaced(grids: readonly Grid[], report: Report, source: string): void {
	const count = grids.reduce((sum, { unplacedCount }) => sum + unplacedCount, 0);
	if (count > 0) report.facts.remarks.push(`${count === 1 ? 'A cell' : `${count} cells`} of a table in "${source}" came without a place, and ${count === 1 ? 'stands' : 'stand'} below its other rows.`);
}
