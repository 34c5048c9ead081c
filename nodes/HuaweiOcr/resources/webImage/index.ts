import { operationAt } from '../../../../huaweiCloud/catalogue';
import type { SingleResource } from '../resource';
import { wordsOperations } from '../words/operations';
import { readWords, type WordsResult } from '../words/readWords';
import { switches } from './switches';

/** Web Image: text in pictures of the web, such as screenshots and product pictures (operations 5). */
export const webImage: SingleResource<WordsResult> = {
	value: 'webImage',
	name: 'Web Image',
	description: 'Text in pictures from the web: screenshots, advertisements, product pictures',
	what: 'a web image',
	api: operationAt('web-image'),
	operations: wordsOperations,
	switches,
	readAnswer: readWords,
};
