import type { IDataObject } from 'n8n-workflow';

import { ALL_FORMATS } from '../../../../huaweiCloud/apiOperation';
import type { Resource } from '../resource';
import { readSwitches } from '../switches';
import { wordsOperations } from '../words/operations';
import { readWords, type WordsResult } from '../words/readWords';
import { switches } from './switches';

/** General Text (API page; contract 5). */
export const generalText: Resource<WordsResult> = {
	value: 'generalText',
	name: 'General Text',
	description: 'Printed text of any kind: letters, forms, lists, invoices of any layout',
	what: 'an image or PDF',
	api: {
		path: 'general-text',
		name: 'General Text',
		imageField: 'image',
		pageField: 'pdf_page_number',
		formats: ALL_FORMATS,
		shortestSide: 15,
		longestSide: 30_000,
		pixels: 160_000_000,
	},
	operations: wordsOperations,
	switches: switches.map(({ property }) => property),
	readSwitches: (options: IDataObject) => readSwitches(switches, options),
	readAnswer: readWords,
};
