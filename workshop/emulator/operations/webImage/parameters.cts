import type { Fields } from '../fields.cts';

export const EXTRACT_TYPES = ['contact_info', 'image_size'] as const;
export type ExtractType = (typeof EXTRACT_TYPES)[number];

export interface WebImageParameters {
	/** Absent when `image` is given. */
	url?: string;
	detectDirection: boolean;
	detectTextDirection: boolean;
	detectFont: boolean;
	extractType: ExtractType[];
}

/** @throws WrongParameter. A word of `extract_type` that is not in the list: not documented, refused (chosen). */
export function readParameters(fields: Fields): WebImageParameters {
	const url = fields.url();
	return {
		...(url === undefined ? {} : { url }),
		detectDirection: fields.boolean('detect_direction'),
		detectTextDirection: fields.boolean('detect_text_direction', true),
		detectFont: fields.boolean('detect_font'),
		extractType: fields.choices('extract_type', EXTRACT_TYPES),
	};
}
