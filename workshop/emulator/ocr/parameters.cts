// The parameters of General Text (5.2): rows 17 to 19 of section 15.2.
import type { Profile } from '../options.cts';
import type { JsonObject } from './requestBody.cts';

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
export const LANGUAGES: ReadonlySet<string> = new Set(
	('auto zh ms uk hi ru vi id th ar de la fr it es pt ro pl am ja ko tr no da sv km he').split(' '),
);

const SEED_BOOLEANS = ['detect_direction', 'quick_mode'];
const CURRENT_BOOLEANS = [...SEED_BOOLEANS, 'character_mode', 'single_orientation_mode', 'return_markdown_result'];

/**
 * @param hasImage whether `image` is a non-empty string.
 * @returns undefined = AIS.0101. `null` counts as absent, unknown fields are ignored (both not documented).
 */
export function readParameters(fields: JsonObject, hasImage: boolean, profile: Profile): GeneralTextParameters | undefined {
	const booleans = profile === 'seed' ? SEED_BOOLEANS : CURRENT_BOOLEANS;
	const texts = profile === 'seed' ? ['image', 'url'] : ['image', 'url', 'language'];
	// Row 17
	if (booleans.some((name) => !isAbsent(fields[name]) && typeof fields[name] !== 'boolean')) return undefined;
	if (texts.some((name) => !isAbsent(fields[name]) && typeof fields[name] !== 'string')) return undefined;
	const page = profile === 'seed' || isAbsent(fields.pdf_page_number) ? undefined : fields.pdf_page_number;
	if (page !== undefined && !isPositiveInteger(page)) return undefined;
	// Row 18: an empty string counts as absent
	const url = typeof fields.url === 'string' && fields.url !== '' ? fields.url : undefined;
	if (hasImage === (url !== undefined)) return undefined;
	// Row 19
	const language = profile === 'seed' || isAbsent(fields.language) ? undefined : String(fields.language as string);
	if (language !== undefined && !LANGUAGES.has(language)) return undefined;
	const on = (name: string): boolean => booleans.includes(name) && fields[name] === true;
	return {
		...(url === undefined ? {} : { url }),
		detectDirection: on('detect_direction'),
		quickMode: on('quick_mode'),
		characterMode: on('character_mode'),
		...(language === undefined ? {} : { language }),
		singleOrientationMode: on('single_orientation_mode'),
		...(page === undefined ? {} : { pdfPageNumber: page }),
		returnMarkdownResult: on('return_markdown_result'),
	};
}

function isAbsent(value: unknown): boolean {
	return value === undefined || value === null;
}

function isPositiveInteger(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
