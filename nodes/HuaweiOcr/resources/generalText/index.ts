import { operationAt } from '../../../../huaweiCloud/catalogue';
import type { SingleResource } from '../resource';
import { wordsOperations } from '../words/operations';
import { readWords, type WordsResult } from '../words/readWords';
import { switches } from './switches';

/** General Text (API page; contract 5). */
export const generalText: SingleResource<WordsResult> = {
	value: 'generalText',
	name: 'General Text',
	description: 'Printed text of any kind: letters, forms, lists, invoices of any layout',
	what: 'an image or PDF',
	api: operationAt('general-text'),
	operations: wordsOperations,
	switches,
	readAnswer: readWords,
};
