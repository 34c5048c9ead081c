import type { Budget } from './budget';
import { readSections, type Entry, type Section } from './crossReference';
import { encryptionParts, openDecryptor, type Decryptor } from './decrypt';
import { expectDamage, PdfSyntaxError } from './damage';
import { parseValue, readObjectHead, readWhole, skipWhite, standsAt } from './parse';
import { addPackedObjects, recoverSection } from './recover';
import { unpackStream } from './unpack';
import {
	countOf,
	isDict,
	nameOf,
	PdfRef,
	type PdfDict,
	type PdfObject,
	type PdfValue,
	type StreamPlace,
} from './values';

/** References that only lead to another reference. */
const MAX_HOPS = 16;

/** bytes of one unpacked object stream; those of honest files have some hundred kB */
const MAX_OBJECT_STREAM = 2 * 1024 * 1024;

/** Objects of one; the rule advises less than a thousand */
const MAX_PARTS = 65_536;

/** bytes of unpacked object streams that are kept */
const MAX_KEPT = 16 * 1024 * 1024;

/** bytes of the texts of objects that are kept as read */
const MAX_KEPT_TEXT = 512 * 1024;

/** What keeping an object takes, however short it is */
const LEAST_KEPT = 64;

interface ObjectStream {
	data: Buffer;
	/** Number and place of each object in it. */
	parts: Array<{ number: number; at: number }>;
}

/** The objects of a file, read one by one when they are asked for. */
export class ObjectStore {
	#sections: Section[] = [];

	#decryptor: Decryptor | undefined;

	#isRecovered = false;

	/** Objects as they were read, those that are absent, and those that are damaged. */
	readonly #kept = new Map<number, PdfObject | PdfSyntaxError | undefined>();

	#keptText = 0;

	readonly #streams = new Map<number, ObjectStream>();

	#streamBytes = 0;

	/** Object streams that can not be unpacked, by where their data begin: each is tried only once. */
	readonly #refused = new Map<number, PdfSyntaxError>();

	/** Object streams being opened: one that is needed to open itself is damaged. */
	readonly #opening = new Set<number>();

	/** Result of the last search for the end of a stream, which a damaged file asks for again and again. */
	#lastSearch = { from: 0, found: -2 };

	private constructor(
		readonly bytes: Buffer,
		readonly budget: Budget,
	) {}

	/**
	 * Opens a file by its cross references, or by a search for its objects where they are damaged.
	 * @param bytes from %PDF- on
	 * @throws PdfSyntaxError, OverBudget, OcrError Node.EncryptedPdf
	 */
	static async open(bytes: Buffer, budget: Budget): Promise<ObjectStore> {
		const store = new ObjectStore(bytes, budget);
		try {
			store.#sections = await readSections(store, startOfReferences(bytes));
			if (!(store.root instanceof PdfRef)) throw new PdfSyntaxError('No catalog', 0);
			await store.#unlock();
		} catch (error) {
			expectDamage(error);
			await store.recover();
		}
		return store;
	}

	get root(): PdfValue | undefined {
		return this.#trailerValue('Root');
	}

	get decryptor(): Decryptor | undefined {
		return this.#decryptor;
	}

	/** Whether the objects were found by a search. */
	get isRecovered(): boolean {
		return this.#isRecovered;
	}

	/** Searches the file for its objects. @throws PdfSyntaxError when that was done before */
	async recover(): Promise<void> {
		if (this.#isRecovered) throw new PdfSyntaxError('A file that can\'t be recovered', 0);
		this.#isRecovered = true;
		this.#forget();
		const plain = await recoverSection(this);
		this.#sections = [plain];
		await this.#unlock();
		this.#sections = [await addPackedObjects(this, plain)];
		this.#forget();
	}

	/** An indirect object; undefined when the file has none of that number, which counts as null. */
	async get(number: number): Promise<PdfObject | undefined> {
		const kept = this.#kept.get(number);
		if (kept instanceof PdfSyntaxError) throw kept;
		if (kept || this.#kept.has(number)) return kept;
		await this.budget.rest();
		this.budget.spend(4);
		const found = await this.#readOrDamage(number);
		const isDamaged = found instanceof PdfSyntaxError;
		this.#keep(number, found, isDamaged ? 0 : (found?.raw.length ?? 0));
		if (isDamaged) throw found;
		return found;
	}

	async #readOrDamage(number: number): Promise<PdfObject | PdfSyntaxError | undefined> {
		try {
			return await this.#read(number);
		} catch (error) {
			expectDamage(error);
			return error;
		}
	}

	#keep(number: number, object: PdfObject | PdfSyntaxError | undefined, length: number): void {
		if (this.#keptText > MAX_KEPT_TEXT) {
			this.#kept.clear();
			this.#keptText = 0;
		}
		this.#kept.set(number, object);
		this.#keptText += LEAST_KEPT + length;
	}

	/** The value behind a reference, or the value itself. */
	async resolve(value: PdfValue | undefined): Promise<PdfValue | undefined> {
		let current = value;
		for (let hop = 0; current instanceof PdfRef; hop++) {
			if (hop >= MAX_HOPS) return undefined;
			current = (await this.get(current.number))?.value;
		}
		return current;
	}

	/** The dictionary behind a value; undefined when it is none. */
	async dict(value: PdfValue | undefined): Promise<PdfDict | undefined> {
		const resolved = await this.resolve(value);
		return isDict(resolved) ? resolved : undefined;
	}

	/** The object that begins at a place. @throws PdfSyntaxError when none does */
	async objectAt(offset: number): Promise<PdfObject> {
		const head = offset < this.bytes.length ? readObjectHead(this.bytes, offset) : undefined;
		if (!head) throw new PdfSyntaxError('No object', offset);
		const start = skipWhite(this.bytes, head.end);
		const { value, end } = parseValue(this.bytes, start, this.budget);
		const object = { number: head.number, generation: head.generation, value, isPacked: false };
		const raw = this.bytes.subarray(start, end);
		const stream = isDict(value) ? await this.#streamPlace(value, end) : undefined;
		return stream ? { ...object, raw, stream } : { ...object, raw };
	}

	/** The data of a stream as they stand in the file, still packed, but readable. */
	async streamData({ number, generation, value, stream, isPacked }: PdfObject): Promise<Buffer> {
		if (!stream || !isDict(value)) throw new PdfSyntaxError('No stream', 0);
		const data = this.bytes.subarray(stream.start, stream.start + stream.length);
		if (!this.#decryptor || isPacked || nameOf(value.get('Type')) === 'XRef') return data;
		return await this.#decryptor.stream(data, value, number, generation, this.budget);
	}

	/** @returns undefined for filters other than Flate. @throws OverBudget above `most` bytes */
	async unpack(object: PdfObject, most: number): Promise<Buffer | undefined> {
		const dict = new Map(object.value as PdfDict);
		for (const key of ['Filter', 'DecodeParms']) {
			if (dict.get(key) instanceof PdfRef) dict.set(key, (await this.resolve(dict.get(key))) ?? null);
		}
		return await unpackStream(dict, await this.streamData(object), most, this.budget);
	}

	async packedNumbers(stream: PdfObject): Promise<number[]> {
		return (await this.#objectStream(stream)).parts.map(({ number }) => number);
	}

	#trailerValue(key: string): PdfValue | undefined {
		return this.#sections.find(({ trailer }) => trailer.has(key))?.trailer.get(key);
	}

	#forget(): void {
		this.#kept.clear();
		this.#keptText = 0;
		this.#streams.clear();
		this.#streamBytes = 0;
	}

	async #unlock(): Promise<void> {
		this.#decryptor = undefined;
		const { encrypt } = encryptionParts(new Map([['Encrypt', this.#trailerValue('Encrypt') ?? null]]));
		const encryption = await this.dict(encrypt);
		if (!encryption) return;
		const resolved: PdfDict = new Map();
		for (const [key, value] of encryption) resolved.set(key, (await this.resolve(value)) ?? null);
		const ids = (await this.resolve(this.#trailerValue('ID'))) ?? null;
		this.#decryptor = openDecryptor(resolved, encryptionParts(new Map([['ID', ids]])).id);
		// What was read so far was read as if it were plain.
		this.#forget();
		this.#refused.clear();
	}

	#entry(number: number): Entry | undefined {
		for (const section of this.#sections) {
			const entry = section.find(number);
			if (entry) return entry;
		}
		return undefined;
	}

	async #read(number: number): Promise<PdfObject | undefined> {
		this.budget.spend(this.#sections.length / 4);
		try {
			return await this.#readEntry(number, this.#entry(number));
		} catch (error) {
			// A place that holds something else: the cross references are wrong, perhaps all of them.
			expectDamage(error);
			await this.recover();
			return await this.#readEntry(number, this.#entry(number));
		}
	}

	async #readEntry(number: number, entry: Entry | undefined): Promise<PdfObject | undefined> {
		if (!entry || entry.kind === 'free') return undefined;
		if (entry.kind === 'packed') return await this.#readPacked(number, entry.stream, entry.index);
		const object = await this.objectAt(entry.offset);
		if (object.number !== number) throw new PdfSyntaxError('Another object', entry.offset);
		return object;
	}

	async #readPacked(number: number, streamNumber: number, index: number): Promise<PdfObject> {
		const stream = this.#streams.get(streamNumber) ?? (await this.#openStream(streamNumber));
		const part = stream.parts[index]?.number === number ? stream.parts[index] : this.#partOf(stream, number);
		if (!part) throw new PdfSyntaxError('An object stream without the object', streamNumber);
		const start = skipWhite(stream.data, part.at);
		const { value, end } = parseValue(stream.data, start, this.budget);
		return { number, generation: 0, value, raw: stream.data.subarray(start, end), isPacked: true };
	}

	#partOf(stream: ObjectStream, number: number): ObjectStream['parts'][number] | undefined {
		this.budget.spend(stream.parts.length / 8);
		return stream.parts.find((each) => each.number === number);
	}

	async #openStream(number: number): Promise<ObjectStream> {
		const entry = this.#entry(number);
		if (entry?.kind !== 'at' || this.#opening.has(number)) throw new PdfSyntaxError('No object stream', number);
		this.#opening.add(number);
		try {
			const object = await this.objectAt(entry.offset);
			if (object.number !== number) throw new PdfSyntaxError('Another object', entry.offset);
			return await this.#objectStream(object);
		} finally {
			this.#opening.delete(number);
		}
	}

	async #objectStream(object: PdfObject): Promise<ObjectStream> {
		if (!isDict(object.value) || !object.stream) throw new PdfSyntaxError('No object stream', object.number);
		const count = countOf(await this.resolve(object.value.get('N'))) ?? 0;
		const first = countOf(await this.resolve(object.value.get('First'))) ?? 0;
		const data = await this.#unpackOnce(object, object.stream.start);
		if (!data) throw new PdfSyntaxError('An object stream in an unknown packing', object.number);
		const parts: ObjectStream['parts'] = [];
		for (let at = 0; parts.length < Math.min(count, MAX_PARTS); ) {
			this.budget.spend(1);
			if ((parts.length & 1023) === 0) await this.budget.rest();
			const number = readWhole(data, skipWhite(data, at));
			const place = number && readWhole(data, skipWhite(data, number.end));
			if (!place || place.end > first) break;
			parts.push({ number: number.value, at: first + place.value });
			at = place.end;
		}
		this.#keepStream(object.number, { data, parts });
		return { data, parts };
	}

	async #unpackOnce(object: PdfObject, start: number): Promise<Buffer | undefined> {
		const known = this.#refused.get(start);
		if (known) throw known;
		const data = await this.unpack(object, MAX_OBJECT_STREAM).catch((error: unknown) => {
			expectDamage(error);
			this.#refused.set(start, error);
			return error;
		});
		if (data instanceof PdfSyntaxError) throw data;
		return data;
	}

	#keepStream(number: number, stream: ObjectStream): void {
		if (this.#streamBytes + stream.data.length > MAX_KEPT) {
			this.#streams.clear();
			this.#streamBytes = 0;
		}
		this.#streams.set(number, stream);
		// A part of the list takes about as much memory as forty bytes.
		this.#streamBytes += stream.data.length + stream.parts.length * 40;
	}

	/** Where the data begin behind a dictionary; undefined when it is no stream. */
	async #streamPlace(dict: PdfDict, end: number): Promise<StreamPlace | undefined> {
		const word = skipWhite(this.bytes, end);
		if (!standsAt(this.bytes, 'stream', word)) return undefined;
		const start = behindLineEnd(this.bytes, word + 'stream'.length);
		const said = countOf(await this.#lengthOf(dict.get('Length')));
		if (said !== undefined && this.#endsAt(start + said)) return { start, length: said, lengthIsTrue: true };
		const found = this.#searchEnd(start);
		if (found < 0) throw new PdfSyntaxError('A stream without end', start);
		return { start, length: beforeLineEnd(this.bytes, start, found) - start, lengthIsTrue: false };
	}

	/** A length that can't be read is searched for, as a wrong one is. */
	async #lengthOf(value: PdfValue | undefined): Promise<PdfValue | undefined> {
		if (!(value instanceof PdfRef)) return value;
		const entry = this.#entry(value.number);
		if (entry?.kind === 'at') {
			const head = entry.offset < this.bytes.length ? readObjectHead(this.bytes, entry.offset) : undefined;
			const length = head?.number === value.number ? readWhole(this.bytes, skipWhite(this.bytes, head.end)) : undefined;
			return length?.value;
		}
		const kept = entry?.kind === 'packed' ? this.#streams.get(entry.stream) : undefined;
		const part = kept && this.#partOf(kept, value.number);
		return kept && part ? readWhole(kept.data, skipWhite(kept.data, part.at))?.value : undefined;
	}

	#endsAt(at: number): boolean {
		if (at > this.bytes.length) return false;
		const word = skipWhite(this.bytes, at, at + 8);
		return standsAt(this.bytes, 'endstream', word) || standsAt(this.bytes, 'endobj', word);
	}

	#searchEnd(start: number): number {
		const { from, found } = this.#lastSearch;
		if (start >= from && (found === -1 || start <= found)) return found;
		const end = this.bytes.indexOf('endstream', start);
		this.budget.search((end < 0 ? this.bytes.length : end) - start);
		this.#lastSearch = { from: start, found: end };
		return end;
	}
}

/** The data begin behind the end of the line that holds the word `stream`. */
function behindLineEnd(bytes: Buffer, at: number): number {
	let position = at;
	while (bytes[position] === 32 || bytes[position] === 9) position++;
	if (bytes[position] === 13) return bytes[position + 1] === 10 ? position + 2 : position + 1;
	return bytes[position] === 10 ? position + 1 : at;
}

function beforeLineEnd(bytes: Buffer, start: number, end: number): number {
	if (end > start && bytes[end - 1] === 10) return end - 1 > start && bytes[end - 2] === 13 ? end - 2 : end - 1;
	return end > start && bytes[end - 1] === 13 ? end - 1 : end;
}

/** The place that the last `startxref` names. */
function startOfReferences(bytes: Buffer): number {
	const word = bytes.lastIndexOf('startxref');
	const place = word < 0 ? undefined : readWhole(bytes, skipWhite(bytes, word + 'startxref'.length));
	if (!place || place.value >= bytes.length) throw new PdfSyntaxError('No cross references', word);
	return place.value;
}
