import { inOneStep } from '../../../turns/steps';
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
	outputFields: { direction: 'number', words_block_count: 'number', words_block_list: 'array', source: 'string' },
	onePerPage: true,
	options: [preview],
	prepare: () => ({
		empty: () => ({}),
		marks: blockMarks,
		/** The service's `result` untouched, also that of an empty page, plus where it comes from. */
		ofPage: ({ result }, { page, source }) => inOneStep(() => [{ ...result.raw, ...pageFields({ page, source }) }]),
	}),
};
