import { CATALOGUE, findOperation, type CatalogueRow } from '../../../../huaweiCloud/catalogue';
import { mapInSteps, type Steps } from '../../turns/steps';
import { isRecord, toQuad } from '../answerValues';
import { readPart } from './readPart';
import type { DocumentPart, DocumentResult, Field, FieldValue } from './types';
import { toConfidence } from './values';

/** An answer whose `result` is a list, or has the list of its documents under a key of its own (operations 2, class E). */
const OBJECT_LISTS = ['bank_receipt_list', 'seal_list'];

/** Keys of an entry that say something about it, and are no fields of the document. */
const LOCATION_KEYS = ['location', 'plate_location', 'bank_receipt_location'];

const NOTHING_KNOWN: Pick<CatalogueRow, 'fields' | 'confidenceKeys'> = { fields: {} };

/** All documents of an answer, in its order; lists are the truth, counts beside them hints. */
export function* readParts({ raw, path, files }: Pick<DocumentResult, 'raw' | 'path' | 'files'>): Steps<DocumentPart[]> {
	const names: ReadonlySet<string> = new Set(Object.keys(files));
	const row = findOperation(path);
	const listed = listOf(raw);
	if (listed) return yield* mapInSteps(listed.filter(isRecord), (entry) => readEntry(entry, row, names));
	return isRecord(raw) ? [yield* readPart(raw, row ?? NOTHING_KNOWN, names)] : [];
}

function listOf(raw: unknown): readonly unknown[] | undefined {
	if (Array.isArray(raw)) return raw;
	if (!isRecord(raw)) return undefined;
	const key = OBJECT_LISTS.find((each) => Array.isArray(raw[each]));
	return key === undefined ? undefined : (raw[key] as unknown[]);
}

/** Files of the page as a whole: those that no document of it has. */
export function filesOfPage(result: Pick<DocumentResult, 'files'>, parts: readonly DocumentPart[]): string[] {
	const taken = new Set(parts.flatMap(({ files }) => files));
	return Object.keys(result.files).filter((name) => !taken.has(name));
}

function* readEntry(entry: Readonly<Record<string, unknown>>, row: CatalogueRow | undefined, names: ReadonlySet<string>): Steps<DocumentPart> {
	const { type, status, content, kv_pair_list: pairs, words_block_list: blocks } = entry;
	const kind = typeof type === 'string' ? type : undefined;
	const about = Object.fromEntries(Object.entries(entry).filter(([key]) => !isAbout(key, entry)));
	const known = (kind === undefined ? undefined : rowOfKind(kind)) ?? row ?? NOTHING_KNOWN;
	// What is said of the fields stands in the content, or beside it (household register).
	const own = isRecord(content)
		? yield* readPart({ ...(isRecord(entry.confidence) ? { confidence: entry.confidence } : {}), ...content }, known, names)
		: undefined;
	const beside = yield* readPart(own && isRecord(entry.confidence) ? without(about, 'confidence') : about, known, names);
	const location = LOCATION_KEYS.map((key) => toQuad(entry[key])).find((quad) => quad !== undefined);
	const confidence = toConfidence(entry.confidence);
	const { code, message } = statusOf(status);
	return {
		...(kind === undefined ? {} : { kind }),
		fields: [...(own?.fields ?? []), ...pairFields(pairs), ...wordFields(blocks), ...beside.fields],
		lists: [...(own?.lists ?? []), ...beside.lists],
		files: [...(own?.files ?? []), ...beside.files],
		...(confidence === undefined ? {} : { confidence }),
		...(location ? { location } : {}),
		...(code === undefined ? {} : { status: { code, message } }),
	};
}

function without(object: Readonly<Record<string, unknown>>, left: string): Record<string, unknown> {
	return Object.fromEntries(Object.entries(object).filter(([key]) => key !== left));
}

function isAbout(key: string, entry: Readonly<Record<string, unknown>>): boolean {
	const value = entry[key];
	switch (key) {
		case 'type':
			return typeof value === 'string';
		case 'status':
		case 'content':
			return isRecord(value);
		case 'kv_pair_list':
		case 'words_block_list':
			return Array.isArray(value);
		case 'kv_pair_count':
		case 'words_block_count':
			return true;
		default:
			return LOCATION_KEYS.includes(key) && Array.isArray(value);
	}
}

/** `AIS.0000` means that it was read (operations 6). */
export const READ = 'AIS.0000';

function statusOf(status: unknown): { code?: string; message: string } {
	if (!isRecord(status)) return { message: '' };
	const { error_code: code, error_msg: message } = status;
	return { ...(typeof code === 'string' ? { code } : {}), message: typeof message === 'string' ? message : '' };
}

/** Characters; no kind of document has a longer name. */
const LONGEST_KIND = 100;

/** The catalogue row of a kind that Auto Classification names: `train_ticket`, `id_card_portrait_side`, `driver_license_front`. */
export function rowOfKind(kind: string): CatalogueRow | undefined {
	if (kind.length > LONGEST_KIND) return undefined;
	const path = kind.replaceAll('_', '-');
	return findOperation(path) ?? CATALOGUE.find((row) => path.startsWith(`${row.path}-`)) ?? (kind === 'vat_roll_invoice' ? findOperation('vat-invoice') : undefined);
}

/** Pairs of printed label and value; a label that comes again gets a number. */
function pairFields(pairs: unknown): Field[] {
	const counts = new Map<string, number>();
	return (Array.isArray(pairs) ? pairs.filter(isRecord) : []).map(({ key, value, ...more }) => {
		const label = typeof key === 'string' && key.trim() !== '' ? key.trim() : 'value';
		const count = (counts.get(label) ?? 0) + 1;
		counts.set(label, count);
		const confidence = toConfidence(more.confidence);
		const location = toQuad(more.location);
		return toField(count === 1 ? label : `${label}_${count}`, isPlain(value) ? value : null, {
			...(confidence === undefined ? {} : { confidence }),
			...(location ? { location } : {}),
		});
	});
}

/** The words of a seal: as one text, and as a list of its blocks. */
function wordFields(blocks: unknown): Field[] {
	if (!Array.isArray(blocks)) return [];
	const read = blocks.filter(isRecord).map(({ words, words_confidence: sure, confidence }) => ({
		words: typeof words === 'string' ? words : '',
		confidence: toConfidence(sure ?? confidence),
	}));
	const texts = read.map(({ words }) => words);
	const sure = read.map(({ confidence }) => confidence);
	return [
		toField('text', texts.filter((words) => words !== '').join('\n')),
		toField('words', texts, sure.every((each) => each === undefined) ? {} : { confidence: sure }),
	];
}

function toField(name: string, value: FieldValue, about: Omit<Field, 'name' | 'value'> = {}): Field {
	return { name, value, ...about };
}

function isPlain(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
