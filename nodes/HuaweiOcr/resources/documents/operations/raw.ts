import type { IDataObject } from 'n8n-workflow';

import { pageFields } from '../../outputFields';
import type { Operation } from '../../operation';
import { preview } from '../../words/options';
import { tellOfUnreadableFiles } from '../files';
import { documentMarks } from '../marks';
import { FileRow } from '../../row';
import type { DocumentResult } from '../types';

export const raw: Operation<DocumentResult> = {
	value: 'raw',
	name: 'Get Raw Result',
	description: 'One item per image or page: the result as the service gives it, its files as binary data',
	action: (what) => `Get the raw result of ${what}`,
	outputFields: { source: 'string' },
	onePerPage: true,
	options: [preview],
	prepare: () => ({
		empty: () => ({}),
		marks: documentMarks,
		/** An answer that is a list stands under `result`. Where a file was, the name of its binary field stands. */
		ofPage: ({ result }, context) => {
			tellOfUnreadableFiles(result, context);
			const { raw: answer, files, facts } = result;
			const json = { ...(Array.isArray(answer) ? { result: answer as IDataObject[] } : (answer as IDataObject)), ...facts, ...pageFields(context) };
			return [Object.keys(files).length === 0 ? json : new FileRow(json, files)];
		},
	}),
};
