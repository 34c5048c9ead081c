// Web Image: operations 5.
import { SEED_FORMATS } from '../../ocr/imageFormat.cts';
import type { Operation } from '../operation.cts';
import { answer } from './answer.cts';
import { readParameters } from './parameters.cts';

export const webImage: Operation = {
	path: 'web-image',
	imageField: 'image',
	rules: () => ({
		formats: [...SEED_FORMATS, 'gif', 'webp', 'pcx', 'ico'],
		minSidePx: 15,
		maxSidePx: 30_000,
		maxPixels: Number.POSITIVE_INFINITY,
	}),
	task(fields) {
		const { url, ...parameters } = readParameters(fields);
		const { detectDirection, detectTextDirection } = parameters;
		return {
			...(url === undefined ? {} : { url }),
			// Without it, only text that runs as the page does is looked for.
			reading: { detectDirection, quickMode: false, characterMode: false, singleOrientationMode: !detectTextDirection, page: 1 },
			noted: { ...parameters },
			answer: (page, file) => answer(page, file, parameters),
		};
	},
};
