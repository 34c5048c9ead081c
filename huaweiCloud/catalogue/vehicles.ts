import { BANGKOK, BEIJING, SHANGHAI } from './regions';
import { fieldsOf, row, type CatalogueRow } from './row';
import { RETURN_TEXT_LOCATION } from './switches';

/** Plates, numbers and papers of vehicles (operations 7 and 9). */
export const VEHICLE_OPERATIONS: readonly CatalogueRow[] = [
	row({ path: 'license-plate', name: 'License Plate', shape: 'objects', longestSide: 4096, regions: [BEIJING, SHANGHAI] }),
	row({ path: 'thailand-license-plate', name: 'Thailand License Plate', shape: 'objects', regions: [BANGKOK] }),
	row({ path: 'vin', name: 'Vehicle Identification Number', shape: 'fields', longestSide: 4096, regions: [BEIJING], fields: fieldsOf('vin') }),
	row({
		path: 'vehicle-certificate',
		name: 'Vehicle Certificate',
		shape: 'fields',
		regions: [BEIJING],
		switches: [RETURN_TEXT_LOCATION],
	}),
];
