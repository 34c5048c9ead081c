import type { IDataObject } from 'n8n-workflow';

import { pageFields } from '../../outputFields';
import type { Operation, RowsContext } from '../../operation';
import { FailedRow, type Row } from '../../row';
import { isSimplified } from '../../simplify';
import { preview } from '../../words/options';
import { failureOf } from '../failure';
import { amountTexts, typedText } from '../typedValues';
import { allFields, boxJson, cornersJson, isDoubtful } from '../fieldJson';
import { documentMarks } from '../marks';
import { minConfidence, readFieldSettings, typedValues, type FieldSettings } from '../options';
import { readParts } from '../readParts';
import type { DocumentPart, DocumentResult, Field } from '../types';

export const fieldList: Operation<DocumentResult> = {
	value: 'fieldList',
	name: 'Get Field List',
	description: 'One item per field, with its name, value, confidence and position as far as the service gives them',
	action: (what) => `List the fields of ${what}`,
	outputFields: { name: 'string', source: 'string' },
	onePerPage: false,
	simplify: true,
	options: [minConfidence, preview, typedValues],
	prepare(parameters) {
		const settings = readFieldSettings(parameters.options);
		const simplified = isSimplified(parameters);
		return {
			empty: () => ({ name: '', value: '' }),
			marks: documentMarks,
			ofPage: ({ result }, context) => {
				const parts = readParts(result);
				const isListed = parts.length > 1 || parts.some(({ kind }) => kind !== undefined);
				return parts.flatMap((part, index): Row[] => {
					const failure = failureOf(part, index, parts.length);
					if (failure) return [new FailedRow(failure)];
					const kind = part.kind === undefined ? {} : { kind: part.kind };
					return listOf(part, settings, simplified, { ...kind, ...(isListed ? { objectIndex: index } : {}) }, context);
				});
			},
		};
	},
};

function listOf(part: DocumentPart, settings: FieldSettings, simplified: boolean, place: IDataObject, { report, ...context }: RowsContext): IDataObject[] {
	const amounts = amountTexts(allFields(part));
	const json = (field: Field, about: IDataObject): IDataObject[] =>
		singles(field).map(({ one, index }) => {
			const isToReview = settings.least !== undefined && isDoubtful(one, settings);
			if (isToReview) report.facts.doubtfulFields++;
			return {
				name: one.name,
				value: one.value as IDataObject,
				...(settings.typed ? typedText(one, amounts) : {}),
				...(typeof one.confidence === 'number' ? { confidence: one.confidence } : {}),
				...(settings.least === undefined ? {} : { needsReview: isToReview }),
				...about,
				...(index === undefined ? {} : { index }),
				...(one.side === undefined ? {} : { side: one.side }),
				...boxJson(one.location),
				...place,
				...pageFields(context),
				...(simplified ? {} : cornersJson(one.location)),
			};
		});
	return [
		...part.fields.flatMap((field) => json(field, {})),
		...part.lists.flatMap(({ name, lines }) => lines.flatMap((line, index) => line.flatMap((field) => json(field, { list: name, line: index })))),
	];
}

/** Texts of a list are a field each; an empty list is a field without value. */
function singles(field: Field): Array<{ one: Field; index?: number }> {
	const { value, confidence, ...rest } = field;
	if (!Array.isArray(value)) return [{ one: field }];
	if (value.length === 0) return [{ one: { ...rest, value: '' } }];
	if (value.some((each) => typeof each === 'object' && each !== null)) return [{ one: { ...rest, value } }];
	return value.map((each: unknown, index) => {
		const sure: unknown = Array.isArray(confidence) ? confidence[index] : confidence;
		return { one: { ...rest, value: each as string, ...(typeof sure === 'number' ? { confidence: sure } : {}) }, index };
	});
}
