import { ALL_FORMATS, COMMON_FORMATS } from '../apiOperation';
import { BANGKOK, BEIJING, GERMANY, GUANGZHOU, HONG_KONG, SHANGHAI, SINGAPORE } from './regions';
import { row, type ApiSwitch, type CatalogueRow } from './row';
import { LANGUAGES } from './languages';
import { RETURN_CONFIDENCE } from './switches';

const USE_GENERAL_TEXT = 'use General Text, which reads PDFs';
const USE_SMART_DOCUMENT = 'use Smart Document, which reads tables of PDFs';

const RETURN_EXCEL: ApiSwitch = { field: 'return_excel', name: 'Return Excel File', meaning: 'Whether to return the page as an Excel file, as binary field excel' };
const RETURN_RECTIFICATION_MATRIX: ApiSwitch = {
	field: 'return_rectification_matrix',
	meaning: 'Whether to return how the service straightened the picture',
};
const RETURN_POSITIONS: ApiSwitch = {
	field: 'return_text_location',
	name: 'Return Text Positions',
	meaning: 'Whether to return where texts and cells stand',
};

/** Text and tables of any page (contract 5; operations 3 to 5). */
export const TEXT_OPERATIONS: readonly CatalogueRow[] = [
	row({
		path: 'general-text',
		name: 'General Text',
		shape: 'words',
		pageField: 'pdf_page_number',
		formats: ALL_FORMATS,
		longestSide: 30_000,
		pixels: 160_000_000,
		regions: [BEIJING, SHANGHAI, HONG_KONG, GERMANY],
	}),
	row({
		path: 'handwriting',
		name: 'Handwriting',
		shape: 'words',
		shortestSide: 8,
		wayOut: USE_GENERAL_TEXT,
		regions: [BEIJING],
	}),
	row({
		path: 'web-image',
		name: 'Web Image',
		shape: 'words',
		formats: [...COMMON_FORMATS, 'GIF', 'WEBP'],
		longestSide: 30_000,
		wayOut: USE_GENERAL_TEXT,
		regions: [BEIJING, GUANGZHOU, SHANGHAI, BANGKOK],
	}),
	row({
		path: 'general-table',
		name: 'General Table',
		shape: 'tables',
		wayOut: USE_SMART_DOCUMENT,
		regions: [BEIJING, SHANGHAI, SINGAPORE, GERMANY],
		switches: [
			{ ...RETURN_POSITIONS, meaning: `${RETURN_POSITIONS.meaning}. Cells then hold a list of texts instead of one.` },
			{
				field: 'return_char_location',
				name: 'Return Character Positions',
				meaning: 'Whether to return where each character stands. It takes effect together with Return Text Positions.',
			},
			{ ...RETURN_CONFIDENCE, meaning: 'Whether to return how sure the service is of each text, from 0 to 1' },
			RETURN_EXCEL,
			RETURN_RECTIFICATION_MATRIX,
			{
				field: 'with_borders',
				name: 'Ruled Tables Only',
				meaning: 'Whether only tables with printed lines are looked for. Without this option the service finds tables with and without lines.',
			},
		],
	}),
	row({
		path: 'financial-statement',
		name: 'Financial Statement',
		shape: 'tables',
		wayOut: USE_SMART_DOCUMENT,
		regions: [SHANGHAI],
		switches: [
			RETURN_POSITIONS,
			{ field: 'return_table_location', meaning: 'Whether to return where each table stands' },
			RETURN_CONFIDENCE,
			RETURN_EXCEL,
			{ field: 'return_image_size', meaning: 'Whether to return width and height of the picture' },
			RETURN_RECTIFICATION_MATRIX,
		],
	}),
	row({
		path: 'smart-document-recognizer',
		name: 'Smart Document',
		value: 'smartDocument',
		shape: 'page',
		imageField: 'data',
		pageField: 'pdf_page_number',
		formats: ALL_FORMATS,
		longestSide: 30_000,
		regions: [BEIJING, HONG_KONG, SINGAPORE, GERMANY],
		switches: [
			{
				field: 'language',
				meaning: 'Language of the text. Without this option Chinese and English are read.',
				values: LANGUAGES,
				standard: 'zh',
			},
			{
				field: 'single_orientation_mode',
				name: 'Single Orientation',
				standard: true,
				meaning:
					'Whether all text runs in the same direction, as the service assumes without this option. Turn it off for pages with text in several directions.',
			},
			{ field: 'erase_seal', name: 'Erase Seals', meaning: 'Whether to take seals out of the picture before it is read' },
			{ field: 'kv', name: 'Return Key-Values', meaning: 'Whether to return pairs of keys and values' },
			{ field: 'table', name: 'Return Tables', meaning: 'Whether to return tables' },
			{ field: 'form', name: 'Return Forms', meaning: 'Whether to return ruled forms of labels and values' },
			{
				field: 'layout',
				name: 'Return Layout',
				meaning: 'Whether to return the parts of the page, such as titles, paragraphs and tables',
			},
			{
				field: 'return_excel',
				name: 'Return Excel Files',
				meaning: 'Whether to return each table as an Excel file, as binary data. It takes effect together with Return Tables.',
			},
			{ field: 'formula', name: 'Return Formulas', meaning: 'Whether to return formulas as LaTeX. It takes longer.' },
			{ field: 'image_layout', name: 'Return Layout of Pictures', meaning: 'Whether to look for parts within pictures, too' },
			{ field: 'character_mode', name: 'Return Characters', meaning: 'Whether to return single characters with position and confidence' },
		],
	}),
];
