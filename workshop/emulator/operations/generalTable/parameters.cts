import type { Fields } from '../fields.cts';

export interface GeneralTableParameters {
	/** Absent when `image` is given. */
	url?: string;
	returnTextLocation: boolean;
	returnCharLocation: boolean;
	returnConfidence: boolean;
	returnExcel: boolean;
	/** Without a field in the answer (operations 3). */
	returnRectificationMatrix: boolean;
	withBorders: boolean;
}

/** @throws WrongParameter */
export function readParameters(fields: Fields): GeneralTableParameters {
	const url = fields.url();
	return {
		...(url === undefined ? {} : { url }),
		returnTextLocation: fields.boolean('return_text_location'),
		returnCharLocation: fields.boolean('return_char_location'),
		returnConfidence: fields.boolean('return_confidence'),
		returnExcel: fields.boolean('return_excel'),
		returnRectificationMatrix: fields.boolean('return_rectification_matrix'),
		withBorders: fields.boolean('with_borders'),
	};
}
