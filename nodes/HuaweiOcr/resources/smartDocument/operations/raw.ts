import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../operation';
import { pageFields } from '../../outputFields';
import { tellOfUnreadableFiles } from '../../documents/files';
import { FileRow } from '../../row';
import { readSwitches } from '../../switches';
import { keyMap, readKeyMap } from '../keyMap';
import type { SmartResult } from '../readSmartDocument';
import { rawSwitches } from '../switches';

export const raw: Operation<SmartResult> = {
	value: 'raw',
	name: 'Get Raw Result',
	description: 'One item per image or page: the result as the service gives it, Excel files as binary data',
	action: (what) => `Get the raw result of ${what}`,
	outputFields: { result: 'array', source: 'string' },
	onePerPage: true,
	options: [...rawSwitches.map(({ property }) => property), keyMap],
	prepare: ({ options }) => ({
		empty: () => ({}),
		requestFields: { ...readSwitches(rawSwitches, options), ...readKeyMap(options) },
		/** The service's result is a list, which an item can't be: it is the item's `result`. */
		ofPage: ({ result }, context) => {
			tellOfUnreadableFiles(result, context);
			return [new FileRow({ result: result.raw as IDataObject[], ...pageFields(context) }, result.files)];
		},
	}),
};
