import { COMMON_FORMATS } from '../../../../huaweiCloud/apiOperation';
import type { Resource } from '../resource';
import { readSwitches, type Switch } from '../switches';
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

/** Handwriting: written and printed Chinese and English (docs/operations.md, section 5). */
export const handwriting: Resource<WordsResult> = {
	value: 'handwriting',
	name: 'Handwriting',
	description: 'Handwritten and printed Chinese and English text',
	what: 'handwriting',
	api: {
		path: 'handwriting',
		name: 'Handwriting',
		imageField: 'image',
		formats: COMMON_FORMATS,
		shortestSide: 8,
		longestSide: 8192,
	},
	operations: wordsOperations,
	switches: switches.map(({ property }) => property),
	readSwitches: (options) => readSwitches(switches, options),
	readAnswer: readWords,
};
