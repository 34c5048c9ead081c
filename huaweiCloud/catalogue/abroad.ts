import { COMMON_FORMATS } from '../apiOperation';
import { BANGKOK, HONG_KONG, MEXICO, SANTIAGO, SINGAPORE } from './regions';
import { row, type CatalogueRow } from './row';
import { RETURN_CONFIDENCE, RETURN_PORTRAIT_IMAGE, RETURN_PORTRAIT_LOCATION, RETURN_TEXT_LOCATION, side } from './switches';

const PORTRAIT = [RETURN_PORTRAIT_IMAGE, RETURN_PORTRAIT_LOCATION];
const SIDE = side('the service tells', 'Both sides on one image');

/** Cards and permits outside of the Chinese mainland, and to cross its borders (operations 9). */
export const ABROAD_OPERATIONS: readonly CatalogueRow[] = [
	row({ path: 'hk-id-card', name: 'Hong Kong ID Card', shape: 'fields', regions: [HONG_KONG], switches: PORTRAIT }),
	row({ path: 'macao-id-card', name: 'Macao ID Card', shape: 'fields', regions: [HONG_KONG], switches: [SIDE] }),
	row({ path: 'mainland-travel-permit', name: 'Mainland Travel Permit', shape: 'fields', regions: [HONG_KONG] }),
	row({ path: 'exit-entry-permit', name: 'Exit-Entry Permit', shape: 'fields', regions: [HONG_KONG] }),
	row({ path: 'cambodian-idcard', name: 'Cambodian ID Card', shape: 'fields', regions: [SINGAPORE] }),
	row({ path: 'chile-id-card', name: 'Chile ID Card', shape: 'fields', regions: [SANTIAGO] }),
	row({ path: 'colombia-id-card', name: 'Colombia ID Card', shape: 'fields', regions: [MEXICO] }),
	row({
		path: 'peru-id-card',
		name: 'Peru ID Card',
		shape: 'fields',
		formats: [...COMMON_FORMATS, 'PDF'],
		regions: [SANTIAGO],
	}),
	row({
		path: 'thailand-id-card',
		name: 'Thailand ID Card',
		shape: 'fields',
		regions: [BANGKOK],
		switches: [SIDE, RETURN_TEXT_LOCATION],
	}),
	row({
		path: 'vietnam-id-card',
		name: 'Vietnam ID Card',
		shape: 'fields',
		regions: [HONG_KONG],
		switches: [SIDE, RETURN_TEXT_LOCATION],
	}),
	row({
		path: 'myanmar-id-card',
		name: 'Myanmar ID Card',
		shape: 'fields',
		regions: [HONG_KONG],
		switches: [
			{ field: 'convert_unicode', meaning: 'Whether to return the text in Unicode instead of the Zawgyi encoding' },
			RETURN_CONFIDENCE,
			{ field: 'return_translation', meaning: 'Whether to return a translation' },
		],
	}),
	row({ path: 'myanmar-driver-license', name: 'Myanmar Driver License', shape: 'fields', longestSide: 4096, regions: [HONG_KONG] }),
];
