import type { CatalogueRow, FieldKind } from '../../../../huaweiCloud/catalogue';
import type { Steps } from '../../turns/steps';
import type { DocumentPart, Field, FieldValue, LineList, Side } from './types';
import { isRecord, toQuad } from '../answerValues';
import { isPlace, toConfidence } from './values';

/** What is known of the answers of an operation. */
export type KnownFields = Pick<CatalogueRow, 'fields' | 'confidenceKeys'>;

/** Objects in objects deeper than this are passed on as they are. */
const DEEPEST = 6;

/** So many keys are read in one step. */
const IN_ONE_STEP = 256;

/** Keys of objects beside the fields that say something about each of them. */
const ABOUT_FIELDS = new Set(['confidence', 'text_location']);

/** Keys of what lines are that no catalogue row names. */
const LIST_KEY = /(?:_list|^items)$/;

interface Scope {
	/** Before the names of the fields: `extra_info_`. */
	prefix: string;
	depth: number;
	confidence: unknown;
	places: unknown;
	side?: Side;
}

/**
 * Reads one document's object (operations 2: classes C, C2, D and G). Every key comes out, known or not: text,
 * numbers and lists as fields, lists of objects as lines, objects flat, with their names before. What the
 * answer says about fields in objects of their own is put beside them.
 *
 * @param files names of the answer's files, as they stand where the files were
 */
export function* readPart(object: Readonly<Record<string, unknown>>, known: KnownFields, files: ReadonlySet<string>): Steps<DocumentPart> {
	const part: DocumentPart = { fields: [], lists: [], files: [] };
	const reader = new PartReader(part, known, files);
	const { front, back } = object;
	const hasSides = isSide(front) || isSide(back);
	yield* reader.read(hasSides ? without(object, ['front', 'back']) : object, scopeOf(object));
	// A side that is missing may be absent, empty or a list without anything.
	if (isRecord(front) && hasSides) yield* reader.read(front, { ...scopeOf(front), side: 'front' });
	if (isRecord(back) && hasSides) yield* reader.read(back, { ...scopeOf(back), side: 'back' });
	const confidence = toConfidence(object.confidence);
	return {
		...part,
		fields: hasSides ? mergeSides(part.fields) : part.fields,
		...(confidence === undefined ? {} : { confidence }),
		...withLocation(toQuad(object.location)),
	};
}

function isSide(value: unknown): boolean {
	return isRecord(value) && Object.keys(value).length > 0;
}

function without(object: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

function withLocation(location: ReturnType<typeof toQuad>): Pick<Field, 'location'> {
	return location ? { location } : {};
}

function scopeOf({ confidence, text_location: places }: Readonly<Record<string, unknown>>): Scope {
	return { prefix: '', depth: 0, confidence, places };
}

class PartReader {
	private seen = 0;

	constructor(
		private readonly part: DocumentPart,
		private readonly known: KnownFields,
		private readonly files: ReadonlySet<string>,
	) {}

	*read(object: Readonly<Record<string, unknown>>, scope: Scope): Steps<void> {
		for (const [key, value] of Object.entries(object)) {
			if (++this.seen % IN_ONE_STEP === 0) yield;
			if (ABOUT_FIELDS.has(key) && (isRecord(value) || isPlace(value))) continue;
			if (key === 'confidence' && scope.prefix === '' && toConfidence(value) !== undefined) continue;
			// A polygon is the place of the document; the name of a place is a field (operations 1).
			if (key === 'location' && scope.prefix === '' && isPlace(value)) continue;
			yield* this.readValue(key, value, scope);
		}
	}

	private *readValue(key: string, value: unknown, scope: Scope): Steps<void> {
		if (typeof value === 'string' && this.files.has(value) && isFileKey(key, value)) {
			this.part.files.push(value);
			return;
		}
		if (Array.isArray(value) && (this.known.fields[key] === 'lines' || LIST_KEY.test(key) || value.some(isRecord)) && value.every(isRecord)) {
			yield* this.readLines(key, value, scope);
			return;
		}
		if (isRecord(value)) {
			const located = locatedWords(value);
			if (located) {
				this.add(key, located.words, scope, located);
			} else if (scope.depth < DEEPEST) {
				yield* this.read(value, {
					...scope,
					prefix: `${scope.prefix}${key}_`,
					depth: scope.depth + 1,
					confidence: own(scope.confidence, key) ?? value.confidence,
					places: own(scope.places, key) ?? value.text_location,
				});
			} else {
				this.add(key, value, scope);
			}
			return;
		}
		this.add(key, value as FieldValue, scope);
	}

	private *readLines(key: string, list: ReadonlyArray<Record<string, unknown>>, scope: Scope): Steps<void> {
		const name = `${scope.prefix}${key}`;
		const confidences = confidenceOf(scope.confidence, key, this.known);
		const places = own(scope.places, key);
		const lines: LineList['lines'] = [];
		for (const [index, line] of list.entries()) {
			if (++this.seen % IN_ONE_STEP === 0) yield;
			const read: DocumentPart = { fields: [], lists: [], files: this.part.files };
			const reader = new PartReader(read, { ...this.known, fields: {} }, this.files);
			yield* reader.read(line, {
				prefix: '',
				depth: scope.depth + 1,
				confidence: at(confidences, index) ?? line.confidence,
				places: at(places, index) ?? line.text_location,
			});
			// Lists within lines have no lines of their own: they stay what they are.
			const nested = read.lists.map(({ name: inner }): Field => ({ name: inner, value: line[inner] as FieldValue }));
			lines.push([...read.fields, ...nested]);
		}
		this.part.lists.push({ name, lines });
	}

	private add(key: string, value: FieldValue, { prefix, confidence, places, side }: Scope, located?: Located): void {
		const name = `${prefix}${key}`;
		// A field may be called like something that every object has: `constructor`.
		const kind = prefix === '' ? (own(this.known.fields, key) as FieldKind | undefined) : undefined;
		const sure = located?.confidence ?? confidenceOf(confidence, key, this.known);
		const location = located?.location ?? toQuad(own(places, key));
		this.part.fields.push({
			name,
			value,
			...(kind === undefined ? {} : { kind }),
			...confidenceField(sure),
			...withLocation(location),
			...(side === undefined ? {} : { side }),
		});
	}
}

/** The name of a file stands where it was; a text that happens to say the same under another key is a text. */
function isFileKey(key: string, name: string): boolean {
	return name === key || name.startsWith(`${key.replace(/\W+/g, '_').slice(0, 40)}`);
}

function confidenceField(value: unknown): Pick<Field, 'confidence'> {
	if (Array.isArray(value)) return value.length === 0 ? {} : { confidence: value.map(toConfidence) };
	const confidence = toConfidence(value);
	return confidence === undefined ? {} : { confidence };
}

/** By the field's own name, then by the name that it is known to have there (operations 1, "Confidence keys"). */
function confidenceOf(confidence: unknown, key: string, { confidenceKeys }: KnownFields): unknown {
	const alias = confidenceKeys?.[key];
	return own(confidence, key) ?? (alias === undefined ? undefined : own(confidence, alias));
}

function own(object: unknown, key: string): unknown {
	return isRecord(object) && Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}

function at(list: unknown, index: number): unknown {
	return Array.isArray(list) ? (list as unknown[])[index] : undefined;
}

interface Located extends Pick<Field, 'location'> {
	words: string;
	confidence?: unknown;
}

const LOCATED_KEYS = new Set(['words', 'location', 'confidence']);

/** Class G: a value with its place. */
function locatedWords(value: Readonly<Record<string, unknown>>): Located | undefined {
	const { words, location, confidence } = value;
	if (typeof words !== 'string' || !Object.keys(value).every((key) => LOCATED_KEYS.has(key))) return undefined;
	return { words, confidence, ...withLocation(toQuad(location)) };
}

/**
 * Fields of two sides as those of one card. What both sides have is told once; where they differ, the
 * back's gets `_back` behind its name.
 */
function mergeSides(fields: readonly Field[]): Field[] {
	const merged = new Map<string, Field>();
	for (const field of fields) {
		const known = merged.get(field.name);
		if (!known || known.value === '') merged.set(field.name, field);
		else if (field.value !== '' && JSON.stringify(field.value) !== JSON.stringify(known.value)) {
			merged.set(`${field.name}_back`, { ...field, name: `${field.name}_back` });
		}
	}
	return [...merged.values()];
}
