// Writes PDFs object by object, so that each can be odd in its own way.
import { deflateSync } from 'node:zlib';

export interface RawObject {
	number: number;
	generation?: number;
	/** Text between `obj` and `endobj`; of a stream its dictionary, without the length. */
	body: string;
	stream?: Buffer;
	/** What the dictionary says of the length; default: the truth. */
	length?: string;
}

export interface RawFile {
	objects: RawObject[];
	/** Further entries of the trailer. */
	trailer?: string;
}

const ROOT = 1;

export const text = (value: string): Buffer => Buffer.from(value, 'latin1');

export function object({ number, generation = 0, body, stream, length }: RawObject, lineEnd = '\n'): Buffer {
	const head = `${number} ${generation} obj${lineEnd}`;
	if (!stream) return text(`${head}${body}${lineEnd}endobj${lineEnd}`);
	const dict = body.replace(/>>\s*$/, `/Length ${length ?? stream.length}>>`);
	// A lone carriage return must not end the line of the word stream.
	const behind = lineEnd === '\r' ? '\r\n' : lineEnd;
	return Buffer.concat([text(`${head}${dict}${lineEnd}stream${behind}`), stream, text(`${lineEnd}endstream${lineEnd}endobj${lineEnd}`)]);
}

/** Objects one behind the other, and where each begins. */
export function layOut(objects: RawObject[], from: number, lineEnd = '\n'): { bytes: Buffer; places: Map<RawObject, number> } {
	const parts: Buffer[] = [];
	const places = new Map<RawObject, number>();
	let at = from;
	for (const each of objects) {
		const part = object(each, lineEnd);
		places.set(each, at);
		parts.push(part);
		at += part.length;
	}
	return { bytes: Buffer.concat(parts), places };
}

const HEAD = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

export interface TableOptions {
	lineEnd?: string;
	/** End of each entry; by the rule it has two bytes. */
	entryEnd?: string;
	/** Added to every offset. */
	shift?: number;
	/** Number of the first entry, where programs wrongly write 1. */
	firstNumber?: number;
	startxref?: number;
}

/** A file with a table of cross references. */
export function withTable({ objects, trailer = '' }: RawFile, options: TableOptions = {}): Buffer {
	const { lineEnd = '\n' } = options;
	const head = text(HEAD.replaceAll('\n', lineEnd));
	const { bytes, places } = layOut(objects, head.length, lineEnd);
	const begin = head.length + bytes.length;
	return Buffer.concat([head, bytes, text(tableOf(objects, places, begin, trailer, options))]);
}

/** Table, trailer and end. */
export function tableOf(
	objects: RawObject[],
	places: Map<RawObject, number>,
	begin: number,
	trailer: string,
	{ lineEnd = '\n', entryEnd = ' \n', shift = 0, firstNumber = 0, startxref }: TableOptions = {},
): string {
	const size = Math.max(...objects.map(({ number }) => number)) + 1;
	const byNumber = new Map(objects.map((each) => [each.number, each]));
	const digits = (value: number, length: number) => String(value).padStart(length, '0');
	const entries = Array.from({ length: size }, (_, number) => {
		const found = byNumber.get(number);
		if (!found) return `0000000000 65535 f${entryEnd}`;
		return `${digits((places.get(found) ?? 0) + shift, 10)} ${digits(found.generation ?? 0, 5)} n${entryEnd}`;
	});
	return `xref${lineEnd}${firstNumber} ${size}${lineEnd}${entries.join('')}trailer${lineEnd}<</Size ${size}/Root ${ROOT} 0 R${trailer}>>${lineEnd}startxref${lineEnd}${startxref ?? begin}${lineEnd}%%EOF${lineEnd}`;
}

/** An update behind a file: changed and new objects, and deleted ones, with a table of their own. */
export function updated(file: Buffer, objects: RawObject[], deleted: number[] = []): Buffer {
	const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1'))?.[1]);
	const { bytes, places } = layOut(objects, file.length);
	const begin = file.length + bytes.length;
	const sections = [
		...objects.map((each) => `${each.number} 1\n${String(places.get(each)).padStart(10, '0')} ${String(each.generation ?? 0).padStart(5, '0')} n \n`),
		...deleted.map((number) => `${number} 1\n0000000000 00001 f \n`),
	];
	const size = 100_000;
	return Buffer.concat([
		file,
		bytes,
		text(`xref\n${sections.join('')}trailer\n<</Size ${size}/Root ${ROOT} 0 R/Prev ${before}>>\nstartxref\n${begin}\n%%EOF\n`),
	]);
}

export interface StreamOptions {
	/** Numbers of the objects that go into an object stream. */
	packed?: (each: RawObject) => boolean;
	predictor?: boolean;
	widths?: [number, number, number];
}

/** A file with a stream of cross references and, where asked for, an object stream. */
export function withXrefStream({ objects, trailer = '' }: RawFile, options: StreamOptions = {}): Buffer {
	const { packed = () => false, predictor = false, widths = [1, 4, 2] } = options;
	const inside = objects.filter((each) => !each.stream && packed(each));
	const outside = objects.filter((each) => !inside.includes(each));
	const last = Math.max(...objects.map(({ number }) => number));
	if (inside.length > 0) outside.push(objectStream(last + 1, inside));
	const head = text(HEAD);
	const { bytes, places } = layOut(outside, head.length);
	const begin = head.length + bytes.length;
	const own = last + 2;
	const rows = Array.from({ length: own + 1 }, (_, number): [number, number, number] => {
		const index = inside.findIndex((each) => each.number === number);
		if (index >= 0) return [2, last + 1, index];
		if (number === own) return [1, begin, 0];
		const found = outside.find((each) => each.number === number);
		return found ? [1, places.get(found) ?? 0, found.generation ?? 0] : [0, 0, 0];
	});
	const plain = Buffer.concat(rows.map((row) => Buffer.concat(row.map((value, column) => bigEndian(value, widths[column] ?? 0)))));
	const entryBytes = widths[0] + widths[1] + widths[2];
	const stream = deflateSync(predictor ? upFilter(plain, entryBytes) : plain);
	const parameters = predictor ? `/DecodeParms<</Predictor 12/Columns ${entryBytes}>>` : '';
	const body = `<</Type/XRef/Size ${own + 1}/W[${widths.join(' ')}]/Root ${ROOT} 0 R/Filter/FlateDecode${parameters}${trailer}>>`;
	return Buffer.concat([head, bytes, object({ number: own, body, stream }), text(`startxref\n${begin}\n%%EOF\n`)]);
}

export function objectStream(number: number, inside: RawObject[]): RawObject {
	let at = 0;
	const pairs: string[] = [];
	for (const each of inside) {
		pairs.push(`${each.number} ${at}`);
		at += each.body.length + 1;
	}
	const head = `${pairs.join(' ')} `;
	const stream = deflateSync(text(head + inside.map(({ body }) => body).join('\n')));
	return { number, body: `<</Type/ObjStm/N ${inside.length}/First ${head.length}/Filter/FlateDecode>>`, stream };
}

/** A table for old readers, with the objects of the object stream in a stream beside it. */
export function hybrid({ objects }: RawFile, packed: (each: RawObject) => boolean): Buffer {
	const inside = objects.filter((each) => !each.stream && packed(each));
	const outside = objects.filter((each) => !inside.includes(each));
	const last = Math.max(...objects.map(({ number }) => number));
	const container = objectStream(last + 1, inside);
	outside.push(container);
	const head = text(HEAD);
	const { bytes, places } = layOut(outside, head.length);
	const hiddenAt = head.length + bytes.length;
	const rows = inside.map((_, index) => Buffer.concat([bigEndian(2, 1), bigEndian(last + 1, 4), bigEndian(index, 2)]));
	const index = inside.map(({ number }) => `${number} 1`).join(' ');
	const hidden = object({
		number: last + 2,
		body: `<</Type/XRef/Size ${last + 3}/W[1 4 2]/Index[${index}]/Filter/FlateDecode>>`,
		stream: deflateSync(Buffer.concat(rows)),
	});
	const begin = hiddenAt + hidden.length;
	return Buffer.concat([head, bytes, hidden, text(tableOf(outside, places, begin, `/XRefStm ${hiddenAt}`))]);
}

function bigEndian(value: number, length: number): Buffer {
	const bytes = Buffer.alloc(length);
	for (let at = length - 1, rest = value; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
	return bytes;
}

/** PNG filter 2 in every row. */
function upFilter(plain: Buffer, rowBytes: number): Buffer {
	const rows: Buffer[] = [];
	for (let at = 0; at < plain.length; at += rowBytes) {
		const row = Buffer.alloc(rowBytes + 1, 2);
		for (let x = 0; x < rowBytes; x++) row[x + 1] = (plain[at + x] ?? 0) - (at === 0 ? 0 : (plain[at + x - rowBytes] ?? 0));
		rows.push(row);
	}
	return Buffer.concat(rows);
}
