import type { IDataObject } from 'n8n-workflow';

import { safeName } from '../../layout/tables/names';
import type { Quad } from '../../result/types';
import { boxFields, cornerFields } from '../boxFields';
import type { FieldSettings } from './options';
import { amountTexts, typedFields } from './typedValues';
import type { DocumentPart, Field, LineList } from './types';
import { saysSomething } from './values';

/** Keys that mean something to n8n or to our own fields: a field of such a name gets an underscore at its end. */
const TAKEN = new Set([
	...['error', 'page', 'source', 'needsReview', 'fieldsToReview', 'list', 'lineIndex'],
	...['kind', 'objectIndex', 'objectCount', 'objectStatus', 'billedDocuments', 'confidence'],
	...['left', 'top', 'right', 'bottom', 'width', 'height'],
]);

/** Fields as one flat object, lists nested, in the order of the answer. */
export function fieldsJson(part: Pick<DocumentPart, 'fields' | 'lists'>, settings: FieldSettings): IDataObject {
	const amounts = amountTexts(allFields(part));
	return {
		...flatJson(part.fields, settings, amounts),
		...Object.fromEntries(part.lists.map((list) => [keyOf(list.name), listJson(list, settings, amounts)])),
	};
}

export function listJson({ lines }: LineList, settings: FieldSettings, amounts: readonly string[]): IDataObject[] {
	return lines.map((fields) => flatJson(fields, settings, amounts));
}

export function flatJson(fields: readonly Field[], { typed }: FieldSettings, amounts: readonly string[]): IDataObject {
	const entries = fields.map((field): [string, unknown] => [keyOf(field.name), field.value]);
	const names = new Set(entries.map(([name]) => name));
	const more = typed ? fields.flatMap((field) => Object.entries(typedFields(field, amounts))) : [];
	// A field that the service itself calls so keeps its name.
	const own = more.filter(([name]) => !names.has(name));
	return Object.fromEntries([...entries, ...own]) as IDataObject;
}

export function keyOf(name: string): string {
	const key = safeName(name);
	return TAKEN.has(key) ? `${key}_` : key;
}

export function allFields({ fields, lists }: Pick<DocumentPart, 'fields' | 'lists'>): Field[] {
	return [...fields, ...lists.flatMap(({ lines }) => lines.flat())];
}

/** What Min Confidence adds; nothing without the option. */
export function reviewJson(doubtful: readonly string[], { least }: FieldSettings): IDataObject {
	return least === undefined ? {} : { needsReview: doubtful.length > 0, fieldsToReview: [...doubtful] };
}

/** Names of the fields with a text that the service is less sure of than the user wants, each once. */
export function doubtfulFields(fields: readonly Field[], settings: FieldSettings): string[] {
	return [...new Set(fields.filter((field) => isDoubtful(field, settings)).map(({ name }) => name))];
}

export function isDoubtful({ value, confidence }: Field, { least = 0 }: FieldSettings): boolean {
	if (!saysSomething(value)) return false;
	const all = Array.isArray(confidence) ? (confidence as ReadonlyArray<number | undefined>) : [confidence as number | undefined];
	return all.some((each) => each !== undefined && each < least);
}

/** The box of a place as `left` to `height`, px; nothing where the answer has none. */
export function boxJson(location: Quad | undefined): IDataObject {
	return location ? boxFields({ location }) : {};
}

/** The corners of a place: flat, and as the service has them, px. */
export function cornersJson(location: Quad | undefined): IDataObject {
	return location ? { ...cornerFields({ location }), location: location.map((corner) => [...corner]) } : {};
}
