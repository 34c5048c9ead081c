import type { IDataObject } from 'n8n-workflow';

import { eachInSteps, type Steps } from '../../../turns/steps';
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
			*ofPage({ result }, context): Steps<Row[]> {
				const parts = yield* readParts(result);
				const isListed = parts.length > 1 || parts.some(({ kind }) => kind !== undefined);
				const rows: Row[] = [];
				for (const [index, part] of parts.entries()) {
					yield;
					const failure = failureOf(part, index, parts.length);
					const kind = part.kind === undefined ? {} : { kind: part.kind };
					if (failure) rows.push(new FailedRow(failure));
					else yield* addFields(rows, part, settings, simplified, { ...kind, ...(isListed ? { objectIndex: index } : {}) }, context);
				}
				return rows;
			},
		};
	},
};

/** Fields that are told in one step; each may be an amount or a date that is read. */
const IN_ONE_STEP = 64;

function* addFields(rows: Row[], part: DocumentPart, settings: FieldSettings, simplified: boolean, place: IDataObject, { report, ...context }: RowsContext): Steps<void> {
	const amounts = yield* amountTexts(allFields(part));
	const add = (field: Field, about: IDataObject): Steps<void> =>
		eachInSteps(singles(field), ({ one, index }) => {
			const isToReview = settings.least !== undefined && isDoubtful(one, settings);
			if (isToReview) report.facts.doubtfulFields++;
			rows.push({
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
			});
		}, IN_ONE_STEP);
	for (const field of part.fields) {
		yield* add(field, {});
		yield;
	}
	for (const { name, lines } of part.lists) {
		for (const [line, fields] of lines.entries()) {
			for (const field of fields) yield* add(field, { list: name, line });
			yield;
		}
	}
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
