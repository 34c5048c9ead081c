// Vehicle License: operations 7.
import { documentOperation } from '../reading/documentOperation.cts';
import { sideOf, sidesResult } from '../reading/sides.cts';
import { ALARMS, readVehicleLicense } from './read.cts';

export const vehicleLicense = documentOperation({
	path: 'vehicle-license',
	rules: { minSidePx: 100 },
	parameters: (fields) => ({
		side: sideOf(fields),
		authority: fields.boolean('return_issuing_authority'),
		textLocation: fields.boolean('return_text_location'),
		// Changes nothing: electronic licenses are not told apart.
		electronic: fields.boolean('recognize_electronic_license'),
		alarm: fields.boolean('alarm'),
	}),
	read(page, { parameters: { side, authority, textLocation, alarm } }) {
		const { front, back } = readVehicleLicense(page, authority);
		const result = sidesResult(side, front, back, textLocation);
		return result && { ...result, ...(alarm ? ALARMS : {}) };
	},
});
