import { operationAt } from '../../../../huaweiCloud/catalogue';
import type { SingleResource } from '../resource';
import type { Switch } from '../switches';
import { wordsOperations } from '../words/operations';
import { readWords, type WordsResult } from '../words/readWords';

const switches: readonly Switch[] = [
	{
		field: 'char_set',
		property: {
			displayName: 'Character Set',
			name: 'charSet',
			type: 'options',
			default: 'general',
			description: 'Which characters can occur',
			options: [
				{ name: 'Digits', value: 'digit' },
				{ name: 'Digits and Letters', value: 'digit_letter' },
				{ name: 'General (Default)', value: 'general' },
				{ name: 'Letters', value: 'letter' },
			],
		},
	},
	{
		field: 'detect_direction',
		property: {
			displayName: 'Detect Direction',
			name: 'detectDirection',
			type: 'boolean',
			default: true,
			description: 'Whether the service corrects a tilted image, by any angle',
		},
	},
	{
		field: 'quick_mode',
		property: {
			displayName: 'Quick Mode',
			name: 'quickMode',
			type: 'boolean',
			default: true,
			description: 'Whether to use the faster path for images that show a single text line filling more than half of them',
		},
	},
];

/** Handwriting: written and printed Chinese and English (operations 5). */
export const handwriting: SingleResource<WordsResult> = {
	value: 'handwriting',
	name: 'Handwriting',
	description: 'Handwritten and printed Chinese and English text',
	what: 'handwriting',
	api: operationAt('handwriting'),
	operations: wordsOperations,
	switches,
	readAnswer: readWords,
};
