import type { INodeProperties } from 'n8n-workflow';

import { fieldsInSteps } from '../../../layout/fields';
import type { Operation } from '../../operation';
import { fieldDefinitions, fieldExample, fieldsFrom, readFieldDefinitions } from '../fieldDefinitions';
import { emptyFields, fieldsToJson } from '../fieldItems';
import { canBeLaidOut } from '../layoutLimit';
import { pairMarks } from '../marks';
import { minConfidence, preview, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';
import { readCellSettings, totalRowsOption, typedValues } from '../tableOptions';
import { readTableRowsIn, tableRowsIn } from '../tableRowsIn';
import { readUseRuledLines, useRuledLines } from '../useRuledLines';

const fieldDetails: INodeProperties = {
	displayName: 'Field Details',
	name: 'fieldDetails',
	type: 'boolean',
	default: true,
	description:
		'Whether to add, for each field, its text, confidence and position, and whether a person should look at it and why (details, needsReview)',
};

export const fields: Operation<WordsResult> = {
	value: 'fields',
	name: 'Get Form Fields',
	description: 'One item per image or document, with the values of the fields you name',
	action: (what) => `Extract form fields from ${what}`,
	outputFields: { missingFields: 'array', source: 'string' },
	onePerPage: true,
	parameters: [fieldsFrom, fieldDefinitions, fieldExample],
	options: [fieldDetails, minConfidence, preview, tableRowsIn, totalRowsOption, typedValues, useRuledLines],
	prepare(parameters) {
		const definitions = readFieldDefinitions(parameters);
		const { options } = parameters;
		const settings = {
			definitions,
			minConfidence: readMinConfidence(options),
			details: options.fieldDetails === true,
			tableRowsIn: readTableRowsIn(options),
			rowCells: readCellSettings(options),
		};
		return {
			empty: () => emptyFields(settings),
			usesRuledLines: readUseRuledLines(options),
			ofDocument: (pages, context) => fieldsToJson(pages, context, settings),
			*marks({ result, size, cells = [] }) {
				if (!canBeLaidOut(result.blocks)) return [];
				return pairMarks(yield* fieldsInSteps(result.blocks, result.direction, definitions, size, { cells }));
			},
		};
	},
};
