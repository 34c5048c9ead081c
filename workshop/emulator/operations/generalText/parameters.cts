// The parameters of General Text (5.2).
import type { Profile } from '../../options.cts';
import type { Fields } from '../fields.cts';

export interface GeneralTextParameters {
	/** Absent when `image` is given. */
	url?: string;
	detectDirection: boolean;
	quickMode: boolean;
	characterMode: boolean;
	language?: string;
	singleOrientationMode: boolean;
	/** From 1; absent = first page. */
	pdfPageNumber?: number;
	returnMarkdownResult: boolean;
}

/** The 27 codes of section 5.3. */
export const LANGUAGES: readonly string[] =
	'auto zh ms uk hi ru vi id th ar de la fr it es pt ro pl am ja ko tr no da sv km he'.split(' ');

/** @throws WrongParameter. What the seed's edition does not know, it ignores. */
export function readParameters(fields: Fields, profile: Profile): GeneralTextParameters {
	const url = fields.url();
	const current = profile === 'current';
	const language = current ? fields.choice('language', LANGUAGES) : undefined;
	const page = current ? fields.positiveInteger('pdf_page_number') : undefined;
	return {
		...(url === undefined ? {} : { url }),
		detectDirection: fields.boolean('detect_direction'),
		quickMode: fields.boolean('quick_mode'),
		characterMode: current && fields.boolean('character_mode'),
		...(language === undefined ? {} : { language }),
		singleOrientationMode: current && fields.boolean('single_orientation_mode'),
		...(page === undefined ? {} : { pdfPageNumber: page }),
		returnMarkdownResult: current && fields.boolean('return_markdown_result'),
	};
}
