import type { IDataObject } from 'n8n-workflow';

import { confidentBlocks } from '../layout/confidence';
import { readFields } from '../layout/fields';
import type { FieldDefinition, FoundField } from '../layout/fields';
import { safeName } from '../layout/tables/names';
import type { OutputContext } from './context';
import type { ResultPage } from './text';

/** A page, with the size of its image for fields that are found by their region. */
export interface FieldsPage extends ResultPage {
	/** px of the image as sent; where it is unknown, percent refer to the extent of the page's text. */
	width?: number;
	height?: number;
}

/** Keys with a meaning of their own: a field of this name gets an underscore at its end. */
const TAKEN = new Set(['missingFields', 'page', 'source']);

/**
 * The fields of a form as one object (public output mode `fields`): each field by its name, null when
 * it was not found, and `missingFields` with the names of those. A field of type number whose text is no
 * number is null, too, but not missing: the text stands beside it as `<name>Text`. Of several
 * definitions with one name the first that is found counts.
 *
 * With several pages the first page that has a field gives its value. Pages without text give no object.
 * @param minConfidence 0–1; blocks below are left out
 */
export function fieldsToJson(
	pages: readonly FieldsPage[],
	context: OutputContext,
	definitions: readonly FieldDefinition[],
	minConfidence = 0,
): IDataObject[] {
	if (pages.every(({ result }) => result.blocks.length === 0)) return [];
	return [
		{
			...fieldsOf(pages, definitions, minConfidence),
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		},
	];
}

/** The fields of pages, also of none: each by its name or null, and `missingFields`. */
export function fieldsOf(
	pages: readonly FieldsPage[],
	definitions: readonly FieldDefinition[],
	minConfidence = 0,
): IDataObject {
	const names = definitions.map(({ name }, index) => name.trim() || `field${index + 1}`);
	const fields = new Map<string, FoundField>(names.map((name) => [name, { name, isNumber: false, needsReview: false }]));
	for (const { result, width, height } of pages) {
		const size = width !== undefined && height !== undefined ? { width, height } : undefined;
		const blocks = confidentBlocks(result.blocks, minConfidence);
		for (const [index, field] of readFields(blocks, result.direction, definitions, size).entries()) {
			const name = names[index] ?? field.name;
			if (fields.get(name)?.text === undefined) fields.set(name, field);
		}
	}
	return {
		...Object.fromEntries([...fields].flatMap(([name, field]) => entriesOf(keyOf(name, fields), field, fields))),
		missingFields: [...fields].filter(([, { text }]) => text === undefined).map(([name]) => name),
	};
}

/** The output field of a name: itself, or with underscores where it is taken and nobody else's. */
function keyOf(name: string, fields: ReadonlyMap<string, FoundField>): string {
	let key = safeName(name);
	if (TAKEN.has(key)) key += '_';
	while (key !== name && fields.has(key)) key += '_';
	return key;
}

function entriesOf(
	key: string,
	{ text, number, isNumber }: FoundField,
	fields: ReadonlyMap<string, FoundField>,
): Array<[string, string | number | null]> {
	if (text === undefined) return [[key, null]];
	if (!isNumber) return [[key, text]];
	if (number !== undefined) return [[key, number]];
	let beside = `${key}Text`;
	while (fields.has(beside)) beside += '_';
	return [
		[key, null],
		[beside, text],
	];
}
