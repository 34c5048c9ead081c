// General Text: sections 5 and 6 of the contract.
import { CURRENT_FORMATS, SEED_FORMATS } from '../../ocr/imageFormat.cts';
import type { Operation } from '../operation.cts';
import { answer } from './answer.cts';
import { readParameters } from './parameters.cts';

export const generalText: Operation = {
	path: 'general-text',
	imageField: 'image',
	rules: (profile) =>
		profile === 'seed'
			? { formats: SEED_FORMATS, minSidePx: 15, maxSidePx: 4096, maxPixels: Number.POSITIVE_INFINITY }
			: { formats: CURRENT_FORMATS, minSidePx: 15, maxSidePx: 30_000, maxPixels: 160_000_000 },
	task(fields, profile) {
		const { url, ...parameters } = readParameters(fields, profile);
		const { detectDirection, quickMode, characterMode, singleOrientationMode, pdfPageNumber } = parameters;
		return {
			...(url === undefined ? {} : { url }),
			reading: { detectDirection, quickMode, characterMode, singleOrientationMode, page: pdfPageNumber ?? 1 },
			noted: { ...parameters },
			answer: (page) => answer(page, parameters, profile),
		};
	},
};
