// Financial Statement: operations 3, last paragraph. As General Table, but cells keep their words, and tables, picture
// and rectification have fields of their own.
import { pictureCorners } from '../../engine/levelFrame.cts';
import { SEED_FORMATS } from '../../ocr/imageFormat.cts';
import type { Fields } from '../fields.cts';
import type { Operation } from '../operation.cts';
import { cellAnswer, textAnswer, workbookOf } from '../tables/cellAnswers.cts';
import { pixelsOf, TABLE_READING } from '../tables/reading.cts';
import { readTables } from '../tables/readTables.cts';
import type { TablePage } from '../tables/types.cts';

type Parameters = ReturnType<typeof readParameters>;

/** The picture is not rectified: each point stays where it is (chosen). */
const NO_RECTIFICATION = [
	[1, 0, 0],
	[0, 1, 0],
	[0, 0, 1],
];

function readParameters(fields: Fields) {
	return {
		returnTextLocation: fields.boolean('return_text_location'),
		returnTableLocation: fields.boolean('return_table_location'),
		returnConfidence: fields.boolean('return_confidence'),
		returnExcel: fields.boolean('return_excel'),
		returnImageSize: fields.boolean('return_image_size'),
		returnRectificationMatrix: fields.boolean('return_rectification_matrix'),
	};
}

function answer({ frame, regions }: TablePage, size: { width: number; height: number } | undefined, parameters: Parameters): unknown {
	const details = { location: parameters.returnTextLocation, characters: false, confidence: parameters.returnConfidence };
	return {
		words_region_count: regions.length,
		words_region_list: regions.map((region) => {
			const blocks =
				region.type === 'text'
					? region.texts.map((text) => textAnswer(text, details))
					: region.table.cells.map((cell) => ({
							...cellAnswer(frame, cell, { ...details, location: false }),
							...(details.location ? { cell_location: pictureCorners(frame, cell.box) } : {}),
						}));
			return {
				type: region.type,
				words_block_count: blocks.length,
				...(region.type === 'table' && parameters.returnTableLocation ? { table_location: pictureCorners(frame, region.box) } : {}),
				words_block_list: blocks,
			};
		}),
		...(parameters.returnExcel ? { excel: workbookOf(regions) } : {}),
		...(parameters.returnImageSize && size ? { image_size: { height: size.height, width: size.width } } : {}),
		...(parameters.returnRectificationMatrix ? { rectification_matrix: NO_RECTIFICATION } : {}),
	};
}

export const financialStatement: Operation = {
	path: 'financial-statement',
	imageField: 'image',
	rules: () => ({ formats: SEED_FORMATS, minSidePx: 15, maxSidePx: 8192, maxPixels: Number.POSITIVE_INFINITY }),
	task(fields) {
		const url = fields.url();
		const parameters = readParameters(fields);
		return {
			...(url === undefined ? {} : { url }),
			reading: TABLE_READING,
			noted: { ...parameters },
			answer: async (page, { size }, picture) => answer(readTables(page, await pixelsOf(picture)), size, parameters),
		};
	},
};
