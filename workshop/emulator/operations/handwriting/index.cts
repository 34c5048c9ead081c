// Handwriting: operations 5.
import { SEED_FORMATS } from '../../ocr/imageFormat.cts';
import type { Operation } from '../operation.cts';
import { answer } from './answer.cts';
import { readParameters } from './parameters.cts';

export const handwriting: Operation = {
	path: 'handwriting',
	imageField: 'image',
	rules: () => ({ formats: SEED_FORMATS, minSidePx: 8, maxSidePx: 8192, maxPixels: Number.POSITIVE_INFINITY }),
	task(fields) {
		const { url, ...parameters } = readParameters(fields);
		const { detectDirection, quickMode, charSet } = parameters;
		return {
			...(url === undefined ? {} : { url }),
			reading: { detectDirection, quickMode, characterMode: false, singleOrientationMode: false, page: 1 },
			noted: { ...parameters },
			answer: (page) => answer(page, charSet),
		};
	},
};
