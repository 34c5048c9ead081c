import { isDict, nameOf, PdfRef, type PdfDict, type PdfObject } from './values';
import { expectDamage, PdfSyntaxError } from './damage';
import { parseValue, readObjectHead } from './parse';
import type { Entry, Section, SectionSource } from './crossReference';

/** Objects of one file, found or believed. */
const MAX_OBJECTS = 500_000;

/** What looking at one place costs that a search for a word has found. */
const STEPS_PER_WORD = 4;

/** What keeping an object costs that stands there: an entry of its own and its place. */
const STEPS_PER_OBJECT = 16;

/** Trailers and catalogs that are tried, the last one first; it nearly always is the right one. */
const MAX_TRIES = 500;

/** What finding objects without cross references needs, too. */
export interface RecoverySource extends SectionSource {
	/** Numbers of the objects of an object stream, in its order. */
	packedNumbers(stream: PdfObject): Promise<number[]>;
}

/**
 * Finds the objects of a file whose cross references are damaged by the words that begin them. Where
 * a number comes twice, the later one counts, as in a file that was updated.
 * @throws PdfSyntaxError when there is no catalog, OverBudget
 */
export async function recoverSection(source: RecoverySource): Promise<Section> {
	const found = await findObjects(source);
	const trailer = (await findTrailer(source)) ?? (await findStreamTrailer(source, found)) ?? (await findCatalog(source, found));
	if (!trailer) throw new PdfSyntaxError('No catalog', 0);
	return { trailer, find: (number) => found.entries.get(number) };
}

/** Adds what object streams hold, once their data can be read. */
export async function addPackedObjects(source: RecoverySource, section: Section): Promise<Section> {
	const packed = new Map<number, { entry: Entry; place: number }>();
	for (const offset of await offsetsOf(source, 'ObjStm')) {
		await source.budget.rest();
		const stream = await source.objectAt(offset).catch(ignoreDamage);
		if (!stream?.stream || !isDict(stream.value) || nameOf(stream.value.get('Type')) !== 'ObjStm') continue;
		const numbers = await source.packedNumbers(stream).catch(ignoreDamage);
		(numbers ?? []).forEach((number, index) => {
			if (packed.size < MAX_OBJECTS) {
				packed.set(number, { entry: { kind: 'packed', stream: stream.number, index }, place: offset });
			}
		});
	}
	return {
		trailer: section.trailer,
		find(number) {
			const plain = section.find(number);
			const other = packed.get(number);
			const plainPlace = plain?.kind === 'at' ? plain.offset : -1;
			return other && other.place > plainPlace ? other.entry : plain;
		},
	};
}

interface Found {
	entries: Map<number, Entry>;
	/** Where the objects begin, ascending. */
	offsets: number[];
}

async function findObjects({ bytes, budget }: SectionSource): Promise<Found> {
	const entries = new Map<number, Entry>();
	const offsets: number[] = [];
	budget.search(bytes.length);
	let words = 0;
	for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
		budget.spend(STEPS_PER_WORD);
		const offset = headBefore(bytes, at);
		const head = offset === undefined ? undefined : readObjectHead(bytes, offset);
		if (offset !== undefined && head && entries.size < MAX_OBJECTS) {
			budget.spend(STEPS_PER_OBJECT);
			entries.set(head.number, { kind: 'at', offset });
			offsets.push(offset);
		}
		if ((++words & 255) === 0) await budget.rest();
	}
	return { entries, offsets };
}

const isWhite = (byte: number | undefined): boolean =>
	byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0 || byte === 12;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Where `12 0 obj` begins, given the place of its word; undefined for other words, such as endobj. */
function headBefore(bytes: Buffer, word: number): number | undefined {
	const generation = numberBefore(bytes, word);
	return generation === undefined ? undefined : numberBefore(bytes, generation);
}

function numberBefore(bytes: Buffer, place: number): number | undefined {
	let at = place - 1;
	while (at > place - 9 && isWhite(bytes[at])) at--;
	const last = at;
	while (at > last - 10 && isDigit(bytes[at])) at--;
	return at === last ? undefined : at + 1;
}

/** The newest trailer that names a catalog. */
async function findTrailer({ bytes, budget }: SectionSource): Promise<PdfDict | undefined> {
	let at = bytes.lastIndexOf('trailer');
	for (let tried = 0; at > 0 && tried < MAX_TRIES; tried++, at = bytes.lastIndexOf('trailer', at - 1)) {
		await budget.rest();
		const trailer = valueAt({ bytes, budget }, at + 'trailer'.length);
		if (isDict(trailer) && trailer.get('Root') instanceof PdfRef) return trailer;
	}
	return undefined;
}

/** The same in files that have streams of cross references. */
async function findStreamTrailer(source: SectionSource, { entries }: Found): Promise<PdfDict | undefined> {
	for (const offset of (await offsetsOf(source, 'XRef')).reverse().slice(0, MAX_TRIES)) {
		await source.budget.rest();
		const head = readObjectHead(source.bytes, offset);
		const dict = head && valueAt(source, head.end);
		const root = isDict(dict) ? dict.get('Root') : undefined;
		if (isDict(dict) && root instanceof PdfRef && (entries.has(root.number) || dict.has('W'))) return dict;
	}
	return undefined;
}

async function findCatalog(source: SectionSource, { entries }: Found): Promise<PdfDict | undefined> {
	for (const offset of (await offsetsOf(source, 'Catalog')).reverse().slice(0, MAX_TRIES)) {
		const head = readObjectHead(source.bytes, offset);
		const dict = head && valueAt(source, head.end);
		if (head && entries.has(head.number) && isDict(dict) && nameOf(dict.get('Type')) === 'Catalog') {
			return new Map([['Root', new PdfRef(head.number, head.generation)]]);
		}
	}
	return undefined;
}

/** bytes before a name in which its object begins; dictionaries of streams are short */
const NEAR = 4096;

/** Places of the objects that hold a name such as /ObjStm, ascending. */
async function offsetsOf({ bytes, budget }: SectionSource, name: string): Promise<number[]> {
	const offsets: number[] = [];
	budget.search(bytes.length);
	let before = 0;
	let words = 0;
	for (let at = bytes.indexOf(`/${name}`); at >= 0; at = bytes.indexOf(`/${name}`, at + 1)) {
		budget.spend(STEPS_PER_WORD);
		if ((++words & 255) === 0) await budget.rest();
		// Behind the last place, so that an object that holds the name again and again is found once.
		const from = Math.max(before, at - NEAR);
		before = at;
		const word = bytes.subarray(from, at).lastIndexOf('obj');
		const offset = word < 0 ? undefined : headBefore(bytes, from + word);
		if (offset !== undefined && offset !== offsets[offsets.length - 1]) offsets.push(offset);
	}
	return offsets;
}

function valueAt({ bytes, budget }: Pick<SectionSource, 'bytes' | 'budget'>, at: number) {
	try {
		return parseValue(bytes, at, budget).value;
	} catch (error) {
		return ignoreDamage(error);
	}
}

/** What is damaged is as good as absent; what costs too much ends the reading. */
function ignoreDamage(error: unknown): undefined {
	expectDamage(error);
	return undefined;
}
