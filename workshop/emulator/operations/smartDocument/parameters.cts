// The parameters of Smart Document (operations 4).
import { type Fields, WrongParameter } from '../fields.cts';
import { LANGUAGES } from '../generalText/parameters.cts';

export interface SmartDocumentParameters {
	/** Absent when `data` is given. */
	url?: string;
	/** From 1 */
	page: number;
	language?: string;
	singleOrientationMode: boolean;
	kv: boolean;
	table: boolean;
	form: boolean;
	layout: boolean;
	returnExcel: boolean;
	formula: boolean;
	imageLayout: boolean;
	/** Old key → new key. */
	kvMap: Map<string, string>;
	eraseSeal: boolean;
	characterMode: boolean;
}

/** @throws WrongParameter */
export function readParameters(fields: Fields): SmartDocumentParameters {
	const url = fields.url();
	const language = fields.choice('language', LANGUAGES);
	return {
		...(url === undefined ? {} : { url }),
		page: fields.positiveInteger('pdf_page_number') ?? 1,
		...(language === undefined ? {} : { language }),
		singleOrientationMode: fields.boolean('single_orientation_mode', true),
		kv: fields.boolean('kv'),
		table: fields.boolean('table'),
		form: fields.boolean('form'),
		layout: fields.boolean('layout'),
		returnExcel: fields.boolean('return_excel'),
		formula: fields.boolean('formula'),
		imageLayout: fields.boolean('image_layout'),
		kvMap: readMap(fields.text('kv_map')),
		eraseSeal: fields.boolean('erase_seal'),
		characterMode: fields.boolean('character_mode'),
	};
}

/** JSON text of an object with texts; anything else is refused (chosen). */
function readMap(text: string | undefined): Map<string, string> {
	if (text === undefined || text === '') return new Map();
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new WrongParameter('kv_map');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongParameter('kv_map');
	return new Map(
		Object.entries(value).map(([key, name]: [string, unknown]) => {
			if (typeof name !== 'string') throw new WrongParameter('kv_map');
			return [key, name];
		}),
	);
}
