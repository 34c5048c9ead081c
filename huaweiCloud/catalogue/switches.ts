import type { ApiSwitch } from './row';

/** Switches that several operations have. */
export const RETURN_TEXT_LOCATION: ApiSwitch = {
	field: 'return_text_location',
	meaning: 'Whether to return where on the image each field stands',
};

export const RETURN_ISSUING_AUTHORITY: ApiSwitch = {
	field: 'return_issuing_authority',
	meaning: 'Whether to return the authority that issued the document',
};

export const RETURN_ADJUSTED_IMAGE: ApiSwitch = {
	field: 'return_adjusted_image',
	meaning: 'Whether to return the picture cut out and turned upright, as binary field adjusted_image',
};

export const RETURN_PORTRAIT_IMAGE: ApiSwitch = {
	field: 'return_portrait_image',
	meaning: 'Whether to return the portrait, as binary field portrait_image. It is personal data: ask for it only where it is needed.',
};

export const RETURN_PORTRAIT_LOCATION: ApiSwitch = {
	field: 'return_portrait_location',
	meaning: 'Whether to return where on the image the portrait stands',
};

export const DETECT_DIRECTION: ApiSwitch = {
	field: 'detect_direction',
	meaning: 'Whether the service corrects a tilted image, by any angle',
};

export const RETURN_CONFIDENCE: ApiSwitch = {
	field: 'return_confidence',
	meaning: 'Whether to return how sure the service is of each field, from 0 to 1',
};

/** @param standard what the service assumes where no side is named */
export function side(standard: string, withBoth: string): ApiSwitch {
	return {
		field: 'side',
		meaning: `Which side the image shows. Without this option: ${standard}.`,
		values: [
			{ value: 'double_side', name: 'Both', description: withBoth },
			{ value: 'front', name: 'Front' },
			{ value: 'back', name: 'Back' },
		],
	};
}
