import { isConfident } from '../../../layout/confidence';
import { BOX_OUTPUT, boxFields } from '../../boxFields';
import { noteUnplaced } from '../../cells/confidentCells';
import type { GridCell } from '../../cells/grid';
import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { isSimplified } from '../../simplify';
import { minConfidence, preview, readMinConfidence } from '../../words/options';
import { gridsOf, type TablesResult } from '../readGeneralTable';

export const cells: Operation<TablesResult> = {
	value: 'cells',
	name: 'Get Cells',
	description: 'One item per cell of each table, with its row, column and position; the service is asked for positions and confidence',
	action: (what) => `Get table cells with positions from ${what}`,
	outputFields: {
		text: 'string',
		rowIndex: 'number',
		columnIndex: 'number',
		rowSpan: 'number',
		columnSpan: 'number',
		...BOX_OUTPUT,
		confidence: 'number',
		tableIndex: 'number',
		source: 'string',
	},
	onePerPage: false,
	simplify: true,
	options: [minConfidence, preview],
	prepare(parameters) {
		const least = readMinConfidence(parameters.options);
		const simplified = isSimplified(parameters);
		return {
			empty: () => ({ text: '' }),
			requestFields: { return_text_location: true, return_confidence: true },
			marks: ({ result }) =>
				gridsOf(result).flatMap((grid) => grid.cells.flatMap(({ location }) => (location ? [{ corners: location, kind: 'cell' as const }] : []))),
			ofPage: ({ result }, { report, ...context }) => {
				const grids = gridsOf(result);
				noteUnplaced(grids, report, context.source);
				if (grids.length === 0 && !result.isEmpty) report.facts.withoutTable++;
				return grids.flatMap((grid, tableIndex) => {
					const kept = grid.cells.filter((cell) => isConfident(cell, least));
					report.facts.blocksLeftOut += grid.cells.length - kept.length;
					return kept.map((cell) => ({
						...cellFields(cell),
						tableIndex,
						...pageFields(context),
						...(simplified ? {} : { location: cell.location ?? null }),
					}));
				});
			},
		};
	},
};

function cellFields({ text, row, column, rowSpan, columnSpan, confidence, location }: GridCell) {
	const box = location ? boxFields({ location }) : boxFields({ location: [[0, 0], [0, 0], [0, 0], [0, 0]], unlocated: true });
	return { text, rowIndex: row, columnIndex: column, rowSpan, columnSpan, ...box, ...(confidence === undefined ? {} : { confidence }) };
}
