import { isBinaryValue, type IBinaryData, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { OcrError } from '../errors/ocrError';

/** A file that a parameter or an item names. */
export interface InputFile {
	/** Name of the item's binary field; of a file given by an expression its own name. */
	name: string;
	binary: IBinaryData;
	/** Whether `*` or a pattern matched it, so that the user may not have meant just this file. */
	byPattern: boolean;
	/** Whether it stands in the item's own binary fields, where every version of n8n finds it by name. */
	isField: boolean;
}

/** Where n8n's combined binary mode keeps the files of an item: `json._files.NAME`. */
const COMBINED = '_files';

/** More files than this in one item are a mistaken expression. */
const MOST_FILES = 1_000;

/** The files of an item by name: its binary fields, or in combined binary mode those in its JSON. */
export function availableFiles(item: INodeExecutionData): Map<string, InputFile> {
	const found = new Map<string, InputFile>();
	const combined: unknown = Object.hasOwn(item.json, COMBINED) ? item.json[COMBINED] : undefined;
	const add = (files: object, isField: boolean): void => {
		for (const [name, binary] of Object.entries(files) as Array<[string, unknown]>) {
			if (isFile(binary) && !found.has(name)) found.set(name, { name, binary, byPattern: false, isField });
		}
	};
	add(item.binary ?? {}, true);
	if (typeof combined === 'object' && combined !== null) add(combined, false);
	return found;
}

/**
 * The files that the parameter Input Data Field Name(s) means: a name (an exact one wins over several
 * separated by commas), `*`, a pattern such as `Scans_*`, one file, or a list of files and names. `data`
 * also stands for the only file of an item.
 * @throws OcrError when there is no such file; nothing of a file is read
 */
export function filesOf(value: unknown, item: INodeExecutionData): InputFile[] {
	const available = availableFiles(item);
	const wanted = Array.isArray(value) ? (value as unknown[]) : [value];
	if (wanted.length > MOST_FILES) {
		throw invalid(`Pass fewer files at a time: the expression gives ${wanted.length}`, `At most ${MOST_FILES} files of one item are read.`);
	}
	const found = wanted.flatMap((each) => oneEntry(each, available));
	if (found.length > 0) return unique(found);
	throw invalid(
		'Check the expression in Input Data Field Name(s): it gives an empty list',
		available.size === 0 ? 'The item has no files.' : `The item has ${fieldList(available)}.`,
	);
}

function oneEntry(value: unknown, available: ReadonlyMap<string, InputFile>): InputFile[] {
	if (isFile(value)) return [{ name: fileName(value) ?? 'file', binary: value, byPattern: false, isField: false }];
	if (typeof value === 'object' && value !== null) {
		const own = describedFile(value, available);
		if (own) return [own];
		// All files of an item, as {{ $binary }} gives them.
		const files = Object.entries(value as Record<string, unknown>).flatMap(([name, binary]): InputFile[] =>
			isFile(binary) ? [{ name, binary, byPattern: false, isField: false }] : described(binary, available),
		);
		if (files.length > 0) return files;
	}
	if (typeof value !== 'string') {
		throw invalid(
			'Check the expression in Input Data Field Name(s): it gives neither a name nor a file',
			'Type the name of the field, such as data, or use an expression that gives files, such as {{ $binary.data }}.',
		);
	}
	return byText(value, available);
}

/**
 * n8n's {{ $binary.data }} leaves the bytes out where it keeps files in memory. The rest says which of
 * the item's own files is meant, unless two are alike.
 */
function describedFile(value: object, available: ReadonlyMap<string, InputFile>): InputFile | undefined {
	if (!('mimeType' in value) || 'id' in value || 'data' in value) return undefined;
	const alike = [...available.values()].filter(({ binary }) =>
		Object.entries(value as Record<string, unknown>).every(([key, said]) => Reflect.get(binary, key) === said),
	);
	return alike.length === 1 ? alike[0] : undefined;
}

function described(value: unknown, available: ReadonlyMap<string, InputFile>): InputFile[] {
	const file = typeof value === 'object' && value !== null ? describedFile(value, available) : undefined;
	return file ? [file] : [];
}

function byText(text: string, available: ReadonlyMap<string, InputFile>): InputFile[] {
	if (available.size === 0) {
		throw new OcrError(
			'Pass a file to this node: the item has no binary data',
			'Some nodes drop binary data; connect this node to the one that loads the files, or choose the input type URL.',
			{ errorCode: 'Node.NoBinaryData' },
		);
	}
	const exact = available.get(text) ?? available.get(text.trim());
	if (exact) return [exact];
	const names = text
		.split(/[,，、]/u)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) {
		throw invalid(
			`Fill in Input Data Field Name(s): the item has ${fieldList(available)}`,
			'Several names are separated by commas; * takes every file of the item.',
		);
	}
	return names.flatMap((name) => byName(name, available));
}

function byName(name: string, available: ReadonlyMap<string, InputFile>): InputFile[] {
	const exact = available.get(name) ?? available.get(withoutPath(name));
	if (exact) return [exact];
	if (name.includes('*')) {
		const matching = [...available.values()].filter((file) => matches(file.name, name));
		if (matching.length > 0) return matching.map((file) => ({ ...file, byPattern: true }));
	}
	const [only] = available.values();
	if (name === 'data' && available.size === 1 && only) return [only];
	throw new OcrError(
		`Correct Input Data Field Name(s): the item has no file "${name.slice(0, 80)}"`,
		`It has ${fieldList(available)}. * takes every file of the item.`,
		{ errorCode: 'Node.MissingField' },
	);
}

/** In combined binary mode people give the path into the JSON: `_files.data`. */
function withoutPath(name: string): string {
	return name.startsWith(`${COMBINED}.`) ? name.slice(COMBINED.length + 1) : name;
}

/** `*` stands for any characters; compared piece by piece, so that no pattern takes long. */
function matches(name: string, pattern: string): boolean {
	const [first = '', ...rest] = pattern.split('*');
	if (!name.startsWith(first)) return false;
	let at = first.length;
	for (const [index, piece] of rest.entries()) {
		if (index === rest.length - 1) return name.length - piece.length >= at && name.endsWith(piece);
		const found = name.indexOf(piece, at);
		if (found < 0) return false;
		at = found + piece.length;
	}
	return true;
}

function unique(files: InputFile[]): InputFile[] {
	const seen = new Set<IBinaryData>();
	return files.filter(({ binary }) => !seen.has(binary) && seen.add(binary));
}

/** n8n tells a file from other objects by its `data` or `id` beside a MIME type. */
function isFile(value: unknown): value is IBinaryData {
	if (typeof value !== 'object' || value === null) return false;
	// n8n 1.x has no such helper.
	if (typeof isBinaryValue === 'function' && isBinaryValue(value as IBinaryData)) return true;
	return 'mimeType' in value && typeof value.mimeType === 'string' && ('data' in value || 'id' in value);
}

/** The file's own name, where it is one. */
export function fileName(binary: IBinaryData): string | undefined {
	const name: unknown = binary.fileName;
	return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

/** The bytes of a file, in every binary mode and version of n8n. */
export async function readFile(context: IExecuteFunctions, itemIndex: number, file: InputFile): Promise<Buffer> {
	const { binary, isField, name } = file;
	// n8n 1.x reads files by field name only. In combined binary mode n8n 2.x takes a name for a path into the
	// item's JSON, so there, as for files of other nodes, what the file says of itself leads to its bytes.
	if (isField && !isCombined(context)) return await context.helpers.getBinaryDataBuffer(itemIndex, name);
	if (binary.id === undefined || binary.id === '') return Buffer.from(binary.data, 'base64');
	return await context.helpers.binaryToBuffer(await context.helpers.getBinaryStream(binary.id));
}

function isCombined(context: IExecuteFunctions): boolean {
	return context.getWorkflowSettings().binaryMode === 'combined';
}

function fieldList(available: ReadonlyMap<string, InputFile>): string {
	const names = [...available.keys()].slice(0, 10).map((name) => name.slice(0, 80));
	const more = available.size > names.length ? ` and ${available.size - names.length} more` : '';
	return available.size === 1 ? `the file ${names[0] ?? ''}` : `the files ${names.join(', ')}${more}`;
}

function invalid(message: string, description: string): OcrError {
	return new OcrError(message, description, { errorCode: 'Node.InvalidParameter' });
}
