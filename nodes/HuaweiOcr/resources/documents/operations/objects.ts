import { mapInSteps, type Steps } from '../../../turns/steps';
import { pageFields } from '../../outputFields';
import type { Operation } from '../../operation';
import { FailedRow, type Row } from '../../row';
import { isSimplified } from '../../simplify';
import { preview } from '../../words/options';
import { failureOf } from '../failure';
import { allFields, boxJson, cornersJson, doubtfulFields, fieldsJson, reviewJson } from '../fieldJson';
import { rowWithFiles, tellOfUnreadableFiles } from '../files';
import { documentMarks } from '../marks';
import { minConfidence, readFieldSettings, typedValues } from '../options';
import { filesOfPage, readParts } from '../readParts';
import type { DocumentResult } from '../types';

export const objects: Operation<DocumentResult> = {
	value: 'objects',
	name: 'Get Objects',
	description: 'One item per document, receipt or seal that is on the page, with its kind, fields and position',
	action: (what) => `Read ${what}, one item each`,
	outputFields: { source: 'string' },
	onePerPage: false,
	simplify: true,
	options: [minConfidence, preview, typedValues],
	prepare(parameters) {
		const settings = readFieldSettings(parameters.options);
		const simplified = isSimplified(parameters);
		return {
			empty: () => ({ objectCount: 0 }),
			marks: documentMarks,
			*ofPage({ result }, context): Steps<Row[]> {
				tellOfUnreadableFiles(result, context);
				const parts = yield* readParts(result);
				const left = filesOfPage(result, parts);
				return yield* mapInSteps(parts, function* (part, objectIndex): Steps<Row> {
					const failure = failureOf(part, objectIndex, parts.length);
					if (failure) return new FailedRow(failure);
					const doubtful = doubtfulFields(allFields(part), settings);
					context.report.facts.doubtfulFields += doubtful.length;
					const { kind, status, confidence, location } = part;
					const json = {
						...(kind === undefined ? {} : { kind }),
						...(yield* fieldsJson(part, settings)),
						...(confidence === undefined ? {} : { confidence }),
						...reviewJson(doubtful, settings),
						...boxJson(location),
						...(simplified ? {} : { objectIndex, objectCount: parts.length }),
						...(status === undefined ? {} : { objectStatus: status.code }),
						...result.facts,
						...pageFields(context),
						...(simplified ? {} : cornersJson(location)),
					};
					return rowWithFiles(json, objectIndex === 0 ? [...part.files, ...left] : part.files, result);
				});
			},
		};
	},
};
