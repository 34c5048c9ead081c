import { PdfSyntaxError } from './damage';
import { parseValue, readWhole, skipWhite, standsAt } from './parse';
import type { Budget } from './budget';
import { countOf, isDict, nameOf, type PdfDict, type PdfObject } from './values';

/** Where an object stands. */
export type Entry =
	| { kind: 'free' }
	| { kind: 'at'; offset: number }
	| { kind: 'packed'; stream: number; index: number };

/** One cross-reference table or stream. Entries are read when they are asked for, never all at once. */
export interface Section {
	trailer: PdfDict;
	find(number: number): Entry | undefined;
}

/** What reading the sections needs of the file. */
export interface SectionSource {
	bytes: Buffer;
	budget: Budget;
	/** The object that begins at an offset; throws when none does. */
	objectAt(offset: number): Promise<PdfObject>;
	/** The unpacked data of a stream that is not encrypted; undefined when its filter is unknown. */
	unpack(object: PdfObject, most: number): Promise<Buffer | undefined>;
}

/** Updates of one file, each with a section of its own. */
const MAX_SECTIONS = 1_000;

/** Parts of one table, each with numbers that follow each other. */
const MAX_RANGES = 50_000;

/** bytes of an unpacked cross-reference stream: more than a million entries */
const MAX_UNPACKED = 8 * 1024 * 1024;

/**
 * Reads the chain of sections, the newest first.
 * @throws PdfSyntaxError when any of them is damaged, OverBudget
 */
export async function readSections(source: SectionSource, begin: number): Promise<Section[]> {
	const sections: Section[] = [];
	const seen = new Set<number>();
	for (let next: number | undefined = begin; next !== undefined; ) {
		if (seen.has(next) || seen.size >= MAX_SECTIONS) throw new PdfSyntaxError('A loop of cross references', next);
		seen.add(next);
		const section = await readSection(source, next);
		sections.push(section);
		// A hybrid file hides its newer objects from old readers in a stream beside the table.
		const hidden = countOf(section.trailer.get('XRefStm'));
		if (hidden !== undefined && !seen.has(hidden)) {
			seen.add(hidden);
			sections.splice(-1, 0, await readStreamSection(source, hidden));
		}
		next = countOf(section.trailer.get('Prev'));
		await source.budget.rest();
	}
	return sections;
}

async function readSection(source: SectionSource, offset: number): Promise<Section> {
	const at = skipWhite(source.bytes, offset);
	return standsAt(source.bytes, 'xref', at)
		? readTable(source, at + 4)
		: await readStreamSection(source, offset);
}

/** Numbers that follow each other, and where their entries begin. */
interface Range {
	first: number;
	count: number;
	at: number;
	/** bytes */
	entryLength: number;
}

function rangeOf(ranges: Range[], number: number): Range | undefined {
	let low = 0;
	let high = ranges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ranges[middle] as Range).first <= number) low = middle + 1;
		else high = middle;
	}
	const range = ranges[low - 1];
	return range && number < range.first + range.count ? range : undefined;
}

function readTable({ bytes, budget }: SectionSource, begin: number): Section {
	const ranges: Range[] = [];
	let at = skipWhite(bytes, begin);
	while (!standsAt(bytes, 'trailer', at)) {
		const first = readWhole(bytes, at);
		const count = first && readWhole(bytes, skipWhite(bytes, first.end, first.end + 16));
		if (!count || ranges.length >= MAX_RANGES) throw new PdfSyntaxError('A damaged table of cross references', at);
		budget.spend(4);
		const entries = skipWhite(bytes, count.end, count.end + 64);
		const range = { first: first.value, count: count.value, at: entries, entryLength: 20 };
		if (count.value > 0) {
			range.entryLength = entryLengthAt(bytes, entries);
			// A frequent mistake: the free entry that begins every table is numbered 1.
			if (range.first === 1 && ranges.length === 0 && readEntry(bytes, entries)?.kind === 'free' && isListHead(bytes, entries)) {
				range.first = 0;
			}
			ranges.push(range);
		}
		at = skipWhite(bytes, range.count > 0 ? entries + (range.count - 1) * range.entryLength + ENTRY_TEXT : entries);
		if (at >= bytes.length) throw new PdfSyntaxError('A table of cross references that is cut off', at);
	}
	const { value: trailer } = parseValue(bytes, at + 'trailer'.length, budget);
	if (!isDict(trailer)) throw new PdfSyntaxError('No trailer', at);
	ranges.sort((a, b) => a.first - b.first);
	return {
		trailer,
		find(number) {
			const range = rangeOf(ranges, number);
			if (!range) return undefined;
			const place = range.at + (number - range.first) * range.entryLength;
			const entry = readEntry(bytes, place);
			if (!entry) throw new PdfSyntaxError('A damaged cross reference', place);
			return entry;
		},
	};
}

/** bytes of an entry without its end of line */
const ENTRY_TEXT = 18;

/** `0000000123 00000 n` and an end of line that has two bytes by the rule, one or three by mistake. */
function entryLengthAt(bytes: Buffer, at: number): number {
	return skipWhite(bytes, at + ENTRY_TEXT, at + ENTRY_TEXT + 4) - at;
}

const isListHead = (bytes: Buffer, at: number): boolean => standsAt(bytes, '0000000000 65535', at);

function readEntry(bytes: Buffer, at: number): Entry | undefined {
	const offset = readWhole(bytes, at);
	const generation = readWhole(bytes, at + 11);
	if (offset?.end !== at + 10 || generation?.end !== at + 16) return undefined;
	const letter = bytes[at + 17];
	if (letter === 0x66) return { kind: 'free' };
	if (letter !== 0x6e) return undefined;
	return offset.value === 0 ? { kind: 'free' } : { kind: 'at', offset: offset.value };
}

/** bytes of one field of an entry */
const MAX_FIELD = 8;

async function readStreamSection(source: SectionSource, offset: number): Promise<Section> {
	const object = await source.objectAt(offset);
	if (!isDict(object.value) || !object.stream || nameOf(object.value.get('Type')) !== 'XRef') {
		throw new PdfSyntaxError('No cross references', offset);
	}
	const trailer = object.value;
	const widths = trailer.get('W');
	const [typeWidth, secondWidth, thirdWidth] = Array.isArray(widths) ? widths.map(countOf) : [];
	if (typeWidth === undefined || secondWidth === undefined || thirdWidth === undefined) {
		throw new PdfSyntaxError('Cross references without widths', offset);
	}
	const entryLength = typeWidth + secondWidth + thirdWidth;
	if (secondWidth === 0 || Math.max(typeWidth, secondWidth, thirdWidth) > MAX_FIELD) {
		throw new PdfSyntaxError('Cross references of odd widths', offset);
	}
	const data = await source.unpack(object, MAX_UNPACKED);
	if (!data) throw new PdfSyntaxError('Cross references in an unknown packing', offset);
	const ranges = streamRanges(trailer, entryLength, Math.floor(data.length / entryLength));
	return {
		trailer,
		find(number) {
			const range = rangeOf(ranges, number);
			if (!range) return undefined;
			const at = range.at + (number - range.first) * entryLength;
			const type = typeWidth === 0 ? 1 : numberAt(data, at, typeWidth);
			const second = numberAt(data, at + typeWidth, secondWidth);
			if (type === 1) return { kind: 'at', offset: second };
			if (type !== 2) return { kind: 'free' };
			return { kind: 'packed', stream: second, index: numberAt(data, at + typeWidth + secondWidth, thirdWidth) };
		},
	};
}

/** @param stored how many entries the data really hold */
function streamRanges(trailer: PdfDict, entryLength: number, stored: number): Range[] {
	const index = trailer.get('Index') ?? [0, countOf(trailer.get('Size')) ?? 0];
	const numbers = Array.isArray(index) ? index.map(countOf) : [];
	const ranges: Range[] = [];
	let used = 0;
	for (let at = 0; at + 1 < numbers.length && used < stored && ranges.length < MAX_RANGES; at += 2) {
		const first = numbers[at];
		const count = Math.min(numbers[at + 1] ?? 0, stored - used);
		if (first !== undefined && count > 0) ranges.push({ first, count, at: used * entryLength, entryLength });
		used += count;
	}
	return ranges.sort((a, b) => a.first - b.first);
}

/** Big-endian; beyond 2^53 it is no place in any file, however it is rounded. */
function numberAt(data: Buffer, at: number, width: number): number {
	let value = 0;
	for (let index = 0; index < width; index++) value = value * 256 + (data[at + index] ?? 0);
	return value;
}
