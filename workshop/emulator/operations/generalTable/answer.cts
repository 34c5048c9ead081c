// Regions of text and of tables (operations 3).
import { cellAnswer, textAnswer, workbookOf } from '../tables/cellAnswers.cts';
import type { TablePage } from '../tables/types.cts';
import type { GeneralTableParameters } from './parameters.cts';

export function answer({ frame, regions }: TablePage, parameters: GeneralTableParameters): unknown {
	const details = {
		location: parameters.returnTextLocation,
		characters: parameters.returnTextLocation && parameters.returnCharLocation,
		confidence: parameters.returnConfidence,
	};
	return {
		words_region_count: regions.length,
		words_region_list: regions.map((region) => {
			const blocks =
				region.type === 'text' ? region.texts.map((text) => textAnswer(text, details)) : region.table.cells.map((cell) => cellAnswer(frame, cell, details));
			return { type: region.type, words_block_count: blocks.length, words_block_list: blocks };
		}),
		...(parameters.returnExcel ? { excel: workbookOf(regions) } : {}),
	};
}
