import { ALL_FORMATS, COMMON_FORMATS } from '../apiOperation';
import { BANGKOK, BEIJING, GERMANY, GUANGZHOU, HONG_KONG, SHANGHAI, SINGAPORE } from './regions';
import { row, type CatalogueRow } from './row';

const USE_GENERAL_TEXT = 'use General Text, which reads PDFs';
const USE_SMART_DOCUMENT = 'use Smart Document, which reads tables of PDFs';

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
	}),
	row({
		path: 'financial-statement',
		name: 'Financial Statement',
		shape: 'tables',
		wayOut: USE_SMART_DOCUMENT,
		regions: [SHANGHAI],
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
	}),
];
