import type { Fields } from '../fields.cts';

export const CHAR_SETS = ['digit', 'letter', 'digit_letter', 'general'] as const;
export type CharSet = (typeof CHAR_SETS)[number];

export interface HandwritingParameters {
	/** Absent when `image` is given. */
	url?: string;
	detectDirection: boolean;
	quickMode: boolean;
	charSet: CharSet;
}

/** @throws WrongParameter */
export function readParameters(fields: Fields): HandwritingParameters {
	const url = fields.url();
	return {
		...(url === undefined ? {} : { url }),
		detectDirection: fields.boolean('detect_direction'),
		quickMode: fields.boolean('quick_mode'),
		charSet: fields.choice('char_set', CHAR_SETS) ?? 'general',
	};
}
