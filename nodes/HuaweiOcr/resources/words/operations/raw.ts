import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { blockMarks } from '../marks';
import { preview } from '../options';
import type { WordsResult } from '../readWords';

export const raw: Operation<WordsResult> = {
	value: 'raw',
	name: 'Get Raw Result',
	description: 'One item per image or page: the result as the service gives it',
	action: (what) => `Get the raw result of ${what}`,
	onePerPage: true,
	options: [preview],
	prepare: () => ({
		empty: (page) => page?.result.raw ?? {},
		marks: blockMarks,
		/** The service's `result` untouched, plus where it comes from; an empty page is decided on by If No Text. */
		ofPage: ({ result }, context) => (result.isEmpty ? [] : [{ ...result.raw, ...pageFields(context) }]),
	}),
};
