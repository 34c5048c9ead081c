// Fields given as a JSON example ({"invoiceNo": "A-1", "total": 12.5}) or a simple JSON schema.
import { orderOf, parseDate } from '../values/date';
import { FIELD_DATE_ORDERS, ORDER_OF_FIELD, type FieldDateOrder } from './definitions';

/** One field as the parameter `fieldDefinitions` has it. */
export interface ExampleField {
	/** The key; of keys within objects, their path: `seller.name`. */
	name: string;
	findBy: 'label';
	/** The title or the key; within an object as `Seller > Name`. */
	label: string;
	type: 'text' | 'number' | 'date' | 'checkbox';
	/** The order that the example's own date shows: 18/03/2026. */
	dateOrder?: FieldDateOrder;
}

/** Why an example gives no fields; the message says what to do. */
export class ExampleError extends Error {
	override name = 'ExampleError';
}

const MOST_FIELDS = 200;
const MOST_DEPTH = 5;
const MOST_CHARACTERS = 100_000;
const LONGEST_NAME = 200;

/** What parts a section from the label within it. */
const SECTION = ' > ';

/**
 * Turns an example or a schema into fields, in the order of its keys. Lists are left out: they are table
 * rows.
 * @param json the parsed JSON, or its text
 * @throws {ExampleError} for what is no object, has no fields, or is too large
 */
export function fieldsFromExample(json: unknown): ExampleField[] {
	const example = toObject(typeof json === 'string' ? parse(json) : json);
	const fields: ExampleField[] = [];
	const root: Path = { names: [], labels: [] };
	if (isSchema(example)) addSchema(example, example, root, fields);
	else addExample(example, root, fields);
	if (fields.length === 0) throw new ExampleError('The example has no fields. Give an object with one key per field, like {"Total": 12.5}.');
	return fields;
}

interface Path {
	names: readonly string[];
	labels: readonly string[];
}

type JsonObject = Readonly<Record<string, unknown>>;

function parse(text: string): unknown {
	if (text.length > MOST_CHARACTERS) throw new ExampleError(`The example is longer than ${MOST_CHARACTERS} characters. Give one document's fields only.`);
	const json = jsonOrUndefined(text);
	if (json === undefined) throw new ExampleError('The example is no valid JSON. Check its quotes, commas and brackets.');
	return json;
}

function jsonOrUndefined(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Of a list of examples the first counts. */
function toObject(json: unknown): JsonObject {
	const example: unknown = Array.isArray(json) ? json[0] : json;
	if (!isObject(example)) throw new ExampleError('The example is no JSON object. Give one with one key per field, like {"Total": 12.5}.');
	return example;
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema describes its keys in `properties`; an example that has such a key has no `type` or `$schema` beside it. */
function isSchema(json: JsonObject): boolean {
	return isObject(json.properties) && (typeof json.$schema === 'string' || typesOf(json).includes('object'));
}

function within(path: Path, key: string, label: string): Path {
	if (path.names.length >= MOST_DEPTH) throw new ExampleError(`The example's objects are nested more than ${MOST_DEPTH} deep. Give fields by key and section only.`);
	if (key.length > LONGEST_NAME || label.length > LONGEST_NAME) throw new ExampleError(`A key or title of the example is longer than ${LONGEST_NAME} characters. Give a shorter one.`);
	return { names: [...path.names, key], labels: [...path.labels, label] };
}

function push(fields: ExampleField[], { names, labels }: Path, type: ExampleField['type'], dateOrder?: FieldDateOrder): void {
	if (fields.length >= MOST_FIELDS) throw new ExampleError(`The example has more than ${MOST_FIELDS} fields. Give the ones that you need.`);
	fields.push({ name: names.join('.'), findBy: 'label', label: labels.join(SECTION), type, ...(dateOrder ? { dateOrder } : {}) });
}

function addExample(example: JsonObject, path: Path, fields: ExampleField[]): void {
	for (const [key, value] of Object.entries(example)) {
		if (key.trim() === '' || Array.isArray(value)) continue;
		const inner = within(path, key, labelFrom(key));
		if (isObject(value)) addExample(value, inner, fields);
		else push(fields, inner, typeOfExample(value), orderOfExample(value));
	}
}

function typeOfExample(value: unknown): ExampleField['type'] {
	if (typeof value === 'number' || typeof value === 'bigint') return 'number';
	if (typeof value === 'boolean') return 'checkbox';
	return typeof value === 'string' && isDate(value) ? 'date' : 'text';
}

/** A date copied from the form tells how the form writes dates: 18/03/2026. */
function orderOfExample(value: unknown): FieldDateOrder | undefined {
	if (typeof value !== 'string' || !isDate(value)) return undefined;
	const order = orderOf([value]);
	return order && FIELD_DATE_ORDERS.find((each) => ORDER_OF_FIELD[each] === order);
}

/** A run of figures alone is a number of something rather than a date. */
function isDate(text: string): boolean {
	return /\D/.test(text.trim()) && parseDate(text) !== undefined;
}

function addSchema(schema: JsonObject, whole: JsonObject, path: Path, fields: ExampleField[]): void {
	for (const [key, value] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
		if (key.trim() === '' || !isObject(value)) continue;
		const property = resolve(value, whole);
		const types = typesOf(property);
		if (types.includes('array')) continue;
		const title = [value.title, property.title].find((each): each is string => typeof each === 'string' && each.trim() !== '');
		const inner = within(path, key, title?.trim() ?? labelFrom(key));
		if (isObject(property.properties)) addSchema(property, whole, inner, fields);
		else push(fields, inner, typeOfProperty(property, types));
	}
}

/** A property that may be null, or that stands among the schema's definitions. */
function resolve(property: JsonObject, whole: JsonObject): JsonObject {
	const choices = [property.anyOf, property.oneOf].flat().filter(isObject);
	const choice = choices.find(({ type }) => type !== 'null') ?? property;
	const [, section = '', name = ''] = (typeof choice.$ref === 'string' && /^#\/(\$defs|definitions)\/([^/]+)$/.exec(choice.$ref)) || [];
	const definitions = section === '' ? undefined : whole[section];
	const found = isObject(definitions) && Object.hasOwn(definitions, name) ? definitions[name] : undefined;
	return isObject(found) ? found : choice;
}

/** `"type": ["number", "null"]` allows an empty field. */
function typesOf(schema: JsonObject): string[] {
	return [schema.type].flat().filter((type): type is string => typeof type === 'string');
}

function typeOfProperty({ format }: JsonObject, types: readonly string[]): ExampleField['type'] {
	if (types.includes('number') || types.includes('integer')) return 'number';
	if (types.includes('boolean')) return 'checkbox';
	return types.includes('string') && (format === 'date' || format === 'date-time') ? 'date' : 'text';
}

/** `invoiceNo` and `invoice_no` → "invoice No", "invoice no": as a form would print it. */
function labelFrom(key: string): string {
	const words = key.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ').replace(/[_]+|(?<=\p{L})-(?=\p{L})/gu, ' ').trim();
	return words === '' ? key : words;
}
