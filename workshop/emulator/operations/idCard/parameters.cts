import type { Fields } from '../fields.cts';

export const SIDES = ['front', 'back', 'double_side'] as const;
/** What is looked for beside the texts, in the order of the request table (operations 7). */
export const DETECTIONS = [
	'detect_reproduce',
	'detect_copy',
	'detect_tampering',
	'detect_border_integrity',
	'detect_blocking_within_border',
	'detect_blur',
	'detect_interim',
	'detect_glare',
] as const;
export type Detection = (typeof DETECTIONS)[number];

export interface IdCardParameters {
	/** Absent: what the picture shows. */
	side?: (typeof SIDES)[number];
	verification: boolean;
	textLocation: boolean;
	portraitLocation: boolean;
	portraitImage: boolean;
	adjustedImage: boolean;
	detections: Detection[];
}

/** @throws WrongParameter */
export function readParameters(fields: Fields): IdCardParameters {
	const side = fields.choice('side', ['', ...SIDES]);
	return {
		...(side === undefined || side === '' ? {} : { side }),
		verification: fields.boolean('return_verification'),
		textLocation: fields.boolean('return_text_location'),
		portraitLocation: fields.boolean('return_portrait_location'),
		portraitImage: fields.boolean('return_portrait_image'),
		adjustedImage: fields.boolean('return_adjusted_image'),
		detections: DETECTIONS.filter((name) => fields.boolean(name)),
	};
}
