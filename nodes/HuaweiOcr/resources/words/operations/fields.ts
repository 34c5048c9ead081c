import type { IDataObject } from 'n8n-workflow';

import { readFields } from '../../../layout/fields';
import type { FieldDefinition, FoundField } from '../../../layout/fields';
import { safeName } from '../../../layout/tables/names';
import { fieldDefinitions, readFieldDefinitions } from '../fieldDefinitions';
import type { Operation, OutputContext, Page, RowsContext } from '../../operation';
import { pageFields } from '../../outputFields';
import { keptBlocks, minConfidence, readMinConfidence } from '../options';
import type { WordsResult } from '../readWords';

export const fields: Operation<WordsResult> = {
	value: 'fields',
	name: 'Get Form Fields',
	description: 'One item per image or document, with the values of the fields you name',
	action: (what) => `Extract form fields from ${what}`,
	outputFields: { missingFields: 'array', source: 'string' },
	onePerPage: true,
	parameters: [fieldDefinitions],
	options: [minConfidence],
	prepare(parameters) {
		const definitions = readFieldDefinitions(parameters);
		const least = readMinConfidence(parameters.options);
		return {
			empty: () => fieldsOf([], definitions),
			ofDocument: (pages, { report, ...context }) => fieldsToJson(pages, context, definitions, least, report),
		};
	},
};

/** Keys with a meaning of their own, here or for n8n: a field of this name gets an underscore at its end. */
const TAKEN = new Set(['missingFields', 'page', 'source', 'error', 'details', 'needsReview', 'rows']);

/**
 * The fields of a form as one object: each field by its name, null when it was not found, and
 * `missingFields` with the names of those. A field of type number whose text is no number is null, too,
 * but not missing: the text stands beside it as `<name>Text`.
 *
 * With several pages the first page that has a field gives its value. Pages without text give no object.
 */
function fieldsToJson(
	pages: ReadonlyArray<Page<WordsResult>>,
	context: OutputContext,
	definitions: readonly FieldDefinition[],
	least: number,
	report: RowsContext['report'],
): IDataObject[] {
	if (pages.every(({ result }) => result.isEmpty)) return [];
	const found = fieldsOf(pages, definitions, least, report);
	for (const [index, { name, label }] of definitions.entries()) {
		if ((found.missingFields as string[]).includes(nameOf(name, index))) report.missingLabel(label ?? name);
	}
	return [{ ...found, ...pageFields(context) }];
}

const nameOf = (name: string, index: number): string => name.trim() || `field${index + 1}`;

/** The fields of pages, also of none: each by its name or null, and `missingFields`. */
function fieldsOf(
	pages: ReadonlyArray<Page<WordsResult>>,
	definitions: readonly FieldDefinition[],
	least = 0,
	report?: RowsContext['report'],
): IDataObject {
	const names = definitions.map(({ name }, index) => nameOf(name, index));
	const found = new Map<string, FoundField>(names.map((name) => [name, { name, isNumber: false, needsReview: false }]));
	for (const { result, size } of pages) {
		const blocks = report ? keptBlocks(result.blocks, least, report) : result.blocks;
		for (const [index, field] of readFields(blocks, result.direction, definitions, size).entries()) {
			const name = names[index] ?? field.name;
			if (found.get(name)?.text === undefined) found.set(name, field);
		}
	}
	return {
		...Object.fromEntries([...found].flatMap(([name, field]) => entriesOf(keyOf(name, found), field, found))),
		missingFields: [...found].filter(([, { text }]) => text === undefined).map(([name]) => name),
	};
}

/** The output field of a name: itself, or with underscores where it is taken and nobody else's. */
function keyOf(name: string, found: ReadonlyMap<string, FoundField>): string {
	let key = safeName(name);
	if (TAKEN.has(key)) key += '_';
	while (key !== name && found.has(key)) key += '_';
	return key;
}

function entriesOf(
	key: string,
	{ text, number, isNumber }: FoundField,
	found: ReadonlyMap<string, FoundField>,
): Array<[string, string | number | null]> {
	if (text === undefined) return [[key, null]];
	if (!isNumber) return [[key, text]];
	if (number !== undefined) return [[key, number]];
	let beside = `${key}Text`;
	while (found.has(beside)) beside += '_';
	return [
		[key, null],
		[beside, text],
	];
}
