// Driver License: operations 7.
import { documentOperation } from '../reading/documentOperation.cts';
import { sideOf, sidesResult } from '../reading/sides.cts';
import { readDriverLicense } from './read.cts';

export const driverLicense = documentOperation({
	path: 'driver-license',
	rules: { minSidePx: 100 },
	parameters: (fields) => ({
		side: sideOf(fields),
		authority: fields.boolean('return_issuing_authority'),
		textLocation: fields.boolean('return_text_location'),
	}),
	read(page, { parameters: { side, authority, textLocation } }) {
		const { front, back } = readDriverLicense(page, authority);
		return sidesResult(side, front, back, textLocation);
	},
});
