import type { IDataObject } from 'n8n-workflow';

import { OcrError } from '../../errors/ocrError';
import { safeName } from '../../layout/tables/names';
import type { Quad } from '../../result/types';
import { eachInSteps, type Steps } from '../../turns/steps';
import { boxFields, cornerFields } from '../boxFields';
import type { FieldSettings } from './options';
import { amountTexts, typedFields } from './typedValues';
import type { DocumentPart, Field } from './types';
import { saysSomething } from './values';

/** Keys that mean something to n8n or to our own fields: a field of such a name gets an underscore at its end. */
const TAKEN = new Set([
	...['error', 'page', 'source', 'needsReview', 'fieldsToReview', 'list', 'lineIndex'],
	...['kind', 'objectIndex', 'objectCount', 'objectStatus', 'billedDocuments', 'confidence'],
	...['left', 'top', 'right', 'bottom', 'width', 'height'],
]);

/** Fields of one object; a document has some hundred, and an object of many more is slow wherever it goes. */
const MOST_FIELDS = 20_000;
/** So many fields are made typed values of in one step. */
const IN_ONE_STEP = 64;

/** Fields as one flat object, lists nested, in the order of the answer. @throws OcrError for more than an object should have */
export function* fieldsJson(part: Pick<DocumentPart, 'fields' | 'lists'>, settings: FieldSettings): Steps<IDataObject> {
	const amounts = yield* amountTexts(allFields(part));
	const json = yield* flatJson(part.fields, settings, amounts);
	for (const { name, lines } of part.lists) {
		const list: IDataObject[] = [];
		for (const fields of lines) {
			list.push(yield* flatJson(fields, settings, amounts));
			yield;
		}
		json[keyOf(name)] = list;
	}
	return json;
}

/** Fields as one object, with what Typed Values adds. @throws OcrError for more than an object should have */
export function* flatJson(fields: readonly Field[], { typed }: FieldSettings, amounts: readonly string[]): Steps<IDataObject> {
	if (fields.length > MOST_FIELDS) {
		throw new OcrError(
			`Use the operation Get Raw Result for this page: a document on it has ${fields.length} fields, more than an item is made of`,
			`An item has ${MOST_FIELDS} fields at most.`,
			{ errorCode: 'Node.PageTooFull' },
		);
	}
	const json: IDataObject = {};
	for (const { name, value } of fields) json[keyOf(name)] = value as IDataObject;
	if (!typed) return json;
	// A field that the service itself calls so keeps its name.
	const names = new Set(Object.keys(json));
	const more: IDataObject = {};
	yield* eachInSteps(fields, (field) => Object.assign(more, typedFields(field, amounts)), IN_ONE_STEP);
	for (const [name, value] of Object.entries(more)) if (!names.has(name)) json[name] = value;
	return json;
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
