import { type Fields, WrongParameter } from '../fields.cts';
import type { JsonObject } from '../../ocr/requestBody.cts';
import { EXTENDED_KEYS, TYPES } from './kinds.cts';

export interface AutoClassificationParameters {
	/** Empty: all. */
	types: string[];
	/** Of a PDF, from 1. */
	page?: number;
	/** Request fields for single kinds. */
	extended: Record<string, JsonObject>;
	detectSeal: boolean;
}

/** @throws WrongParameter; what stands inside `extended_parameters` is judged ticket by ticket. */
export function readParameters(fields: Fields): AutoClassificationParameters {
	const page = fields.positiveInteger('pdf_page_number');
	const extended = fields.object('extended_parameters') ?? {};
	for (const [key, value] of Object.entries(extended)) {
		if (!EXTENDED_KEYS.includes(key) || typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongParameter('extended_parameters');
	}
	return {
		types: fields.choices('type_list', TYPES),
		...(page === undefined ? {} : { page }),
		extended: extended as Record<string, JsonObject>,
		detectSeal: fields.boolean('detect_seal'),
	};
}
