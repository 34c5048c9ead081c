import { mapInSteps, type Steps } from '../../../turns/steps';
import { pageFields } from '../../outputFields';
import type { Operation } from '../../operation';
import { FailedRow, type Row } from '../../row';
import { preview } from '../../words/options';
import { failureOf } from '../failure';
import { allFields, doubtfulFields, fieldsJson, reviewJson } from '../fieldJson';
import { rowWithFiles, tellOfUnreadableFiles } from '../files';
import { documentMarks } from '../marks';
import { minConfidence, readFieldSettings, typedValues } from '../options';
import { filesOfPage, readParts } from '../readParts';
import type { DocumentResult } from '../types';

export const fields: Operation<DocumentResult> = {
	value: 'fields',
	name: 'Get Fields',
	description: 'One item per image or page, with all fields of the document by their names',
	action: (what) => `Read the fields of ${what}`,
	outputFields: { source: 'string' },
	onePerPage: true,
	options: [minConfidence, preview, typedValues],
	prepare({ options }) {
		const settings = readFieldSettings(options);
		return {
			empty: () => ({}),
			marks: documentMarks,
			*ofPage({ result }, context): Steps<Row[]> {
				tellOfUnreadableFiles(result, context);
				const parts = yield* readParts(result);
				const left = filesOfPage(result, parts);
				return yield* mapInSteps(parts, function* (part, index): Steps<Row> {
					const failure = failureOf(part, index, parts.length);
					if (failure) return new FailedRow(failure);
					const doubtful = doubtfulFields(allFields(part), settings);
					context.report.facts.doubtfulFields += doubtful.length;
					const json = {
						...(part.kind === undefined ? {} : { kind: part.kind }),
						...(yield* fieldsJson(part, settings)),
						...reviewJson(doubtful, settings),
						...pageFields(context),
					};
					return rowWithFiles(json, index === 0 ? [...part.files, ...left] : part.files, result);
				});
			},
		};
	},
};
