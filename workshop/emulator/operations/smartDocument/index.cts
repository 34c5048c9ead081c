// Smart Document: operations 4.
import { withoutSeals } from '../../engine/seals.cts';
import { CURRENT_FORMATS } from '../../ocr/imageFormat.cts';
import type { Operation } from '../operation.cts';
import { pixelsOf, TABLE_READING } from '../tables/reading.cts';
import { answer, spread } from './answer.cts';
import { readParameters } from './parameters.cts';

export const smartDocument: Operation = {
	path: 'smart-document-recognizer',
	imageField: 'data',
	rules: () => ({ formats: CURRENT_FORMATS, minSidePx: 15, maxSidePx: 30_000, maxPixels: 160_000_000 }),
	task(fields, _profile, settings) {
		const { url, ...parameters } = readParameters(fields);
		const { page: number, singleOrientationMode, eraseSeal, kvMap, ...noted } = parameters;
		return {
			...(url === undefined ? {} : { url }),
			reading: { ...TABLE_READING, singleOrientationMode, page: number },
			noted: { ...noted, singleOrientationMode, eraseSeal, page: number, kvMap: Object.fromEntries(kvMap) },
			async answer(page, _file, picture) {
				const pixels = await pixelsOf(picture);
				const clean = eraseSeal && pixels ? withoutSeals(pixels) : undefined;
				const element = answer(clean ? await picture.read(clean) : page, clean ?? pixels, parameters);
				return settings?.smartDocumentParts === 'spread' ? spread(element) : [element];
			},
		};
	},
};
