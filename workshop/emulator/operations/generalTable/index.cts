// General Table: operations 3. No PDF.
import { SEED_FORMATS } from '../../ocr/imageFormat.cts';
import type { Operation } from '../operation.cts';
import { pixelsOf, TABLE_READING } from '../tables/reading.cts';
import { readTables } from '../tables/readTables.cts';
import { answer } from './answer.cts';
import { readParameters } from './parameters.cts';

export const generalTable: Operation = {
	path: 'general-table',
	imageField: 'image',
	rules: () => ({ formats: SEED_FORMATS, minSidePx: 15, maxSidePx: 8192, maxPixels: Number.POSITIVE_INFINITY }),
	task(fields) {
		const { url, ...parameters } = readParameters(fields);
		return {
			...(url === undefined ? {} : { url }),
			reading: TABLE_READING,
			noted: { ...parameters },
			answer: async (page, _file, picture) => answer(readTables(page, await pixelsOf(picture), parameters.withBorders), parameters),
		};
	},
};
