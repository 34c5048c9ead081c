import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { tellOfUnreadableFiles } from '../../documents/files';
import { FileRow } from '../../row';
import { readSwitches } from '../../switches';
import type { TablesResult } from '../readGeneralTable';
import { rawSwitches } from '../switches';

export const raw: Operation<TablesResult> = {
	value: 'raw',
	name: 'Get Raw Result',
	description: 'One item per image: the result as the service gives it, an Excel file as binary data',
	action: (what) => `Get the raw result of ${what}`,
	outputFields: { words_region_count: 'number', words_region_list: 'array', source: 'string' },
	onePerPage: true,
	options: rawSwitches.map(({ property }) => property),
	prepare: ({ options }) => ({
		empty: () => ({}),
		requestFields: readSwitches(rawSwitches, options),
		ofPage: ({ result }, context) => {
			tellOfUnreadableFiles(result, context);
			return [new FileRow({ ...result.raw, ...pageFields(context) }, result.files)];
		},
	}),
};
