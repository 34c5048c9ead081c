import type { ApiFormat } from '../../../../huaweiCloud/apiOperation';
import { COMMON_FORMATS } from '../../../../huaweiCloud/apiOperation';
import type { Resource } from '../resource';
import { readSwitches } from '../switches';
import { wordsOperations } from '../words/operations';
import { readWords, type WordsResult } from '../words/readWords';
import { switches } from './switches';

const FORMATS: readonly ApiFormat[] = [...COMMON_FORMATS, 'GIF', 'WEBP'];

/** Web Image: text in pictures of the web, such as screenshots and product pictures (docs/operations.md, section 5). */
export const webImage: Resource<WordsResult> = {
	value: 'webImage',
	name: 'Web Image',
	description: 'Text in pictures from the web: screenshots, advertisements, product pictures',
	what: 'a web image',
	api: {
		path: 'web-image',
		name: 'Web Image',
		imageField: 'image',
		formats: FORMATS,
		shortestSide: 15,
		longestSide: 30_000,
	},
	operations: wordsOperations,
	switches: switches.map(({ property }) => property),
	readSwitches: (options) => readSwitches(switches, options),
	readAnswer: readWords,
};
