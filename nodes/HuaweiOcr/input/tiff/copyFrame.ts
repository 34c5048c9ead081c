import type { TiffBytes, TiffField } from './directory';
import { BYTE, LONG, SHORT, Tag, TYPE_BYTES } from './tags';

/** Fields that point to other directories, or tell of things that are not in the picture. */
const LEFT_OUT: ReadonlySet<number> = new Set<number>([
	Tag.SubIfds,
	Tag.FreeOffsets,
	Tag.FreeByteCounts,
	Tag.Xmp,
	Tag.Iptc,
	Tag.Photoshop,
	Tag.Exif,
	Tag.Gps,
	Tag.Interoperability,
]);

/** Pairs of fields that tell where the data of a frame stand, and how long they are. */
const DATA: ReadonlyArray<readonly [places: number, lengths: number]> = [
	[Tag.StripOffsets, Tag.StripByteCounts],
	[Tag.TileOffsets, Tag.TileByteCounts],
	[Tag.JpegStream, Tag.JpegStreamLength],
];

/** Tables of the old JPEG compression stand by themselves, without their lengths. */
const JPEG_TABLES: readonly number[] = [Tag.JpegQTables, Tag.JpegDcTables, Tag.JpegAcTables];
const QUANTISATION_BYTES = 64;
const HUFFMAN_CODES = 16;
const MAX_HUFFMAN_VALUES = 256;

/** Parts of one picture; an A0 plan in strips of one row has 30,000. */
const MAX_PARTS = 100_000;

/** A field of the new file. */
interface NewField {
	tag: number;
	type: number;
	count: number;
	value: Buffer;
}

/**
 * Makes a TIFF of one frame: its fields and the data they point to are copied, nothing is decoded.
 * @returns undefined when the data aren't in the file, or are claimed more often than they are there
 */
export function copyFrame(bytes: TiffBytes, fields: ReadonlyMap<number, TiffField>): Buffer | undefined {
	const data = new FrameData(bytes);
	const copied: NewField[] = [];
	for (const field of fields.values()) {
		const { tag, type, count } = field;
		if (LEFT_OUT.has(tag)) continue;
		const isSizeField = type === BYTE || type === SHORT || type === LONG;
		const pair = DATA.find(([places]) => places === tag);
		const lengths = pair && fields.get(pair[1]);
		if (pair && lengths && isSizeField) {
			const places = data.takeAll(field, lengths);
			if (!places) return undefined;
			copied.push({ tag, type: LONG, count, value: places });
		} else if (JPEG_TABLES.includes(tag) && type === LONG) {
			const places = data.takeTables(field);
			if (!places) return undefined;
			copied.push({ tag, type, count, value: places });
		} else {
			copied.push({ tag, type, count, value: Buffer.from(bytes.file.subarray(field.at, field.at + field.length)) });
		}
	}
	return data.isEmpty ? undefined : assemble(bytes, copied, data);
}

/** Data taken over from the old file; places are noted as if the data began at byte 8 of the new one. */
class FrameData {
	readonly parts: Buffer[] = [];

	length = 0;

	/** Where a part of the old file went: several fields may point to the same. */
	readonly #taken = new Map<string, number>();

	constructor(readonly bytes: TiffBytes) {}

	get isEmpty(): boolean {
		return this.parts.every((part) => part.length === 0);
	}

	/** @returns the new places as numbers of 32 bits */
	takeAll(places: TiffField, lengths: TiffField): Buffer | undefined {
		if (places.count !== lengths.count || places.count > MAX_PARTS) return undefined;
		const moved = Buffer.alloc(places.count * 4);
		for (let index = 0; index < places.count; index++) {
			const from = this.bytes.number(places, index);
			const length = this.bytes.number(lengths, index);
			const to = from === undefined || length === undefined ? undefined : this.#take(from, length);
			if (to === undefined) return undefined;
			this.#write(moved, index, to);
		}
		return moved;
	}

	takeTables(tables: TiffField): Buffer | undefined {
		if (tables.count > 4) return undefined;
		const moved = Buffer.alloc(tables.count * 4);
		for (let index = 0; index < tables.count; index++) {
			const from = this.bytes.number(tables, index) ?? 0;
			const codes = this.bytes.file.subarray(from, from + HUFFMAN_CODES);
			const values = Math.min(MAX_HUFFMAN_VALUES, codes.reduce((sum, count) => sum + count, 0));
			const to = this.#take(from, tables.tag === Tag.JpegQTables ? QUANTISATION_BYTES : HUFFMAN_CODES + values);
			if (to === undefined) return undefined;
			this.#write(moved, index, to);
		}
		return moved;
	}

	/** The last part of a file that was cut off is taken as far as it is there. */
	#take(from: number, length: number): number | undefined {
		const key = `${from} ${length}`;
		const before = this.#taken.get(key);
		if (before !== undefined) return before;
		const part = this.bytes.file.subarray(from, from + length);
		// Parts that overlap each other could be copied without end.
		if (this.length + part.length > this.bytes.file.length) return undefined;
		const to = HEADER_BYTES + this.length;
		this.#taken.set(key, to);
		this.parts.push(part);
		this.length += part.length;
		// Readers of old want data to begin at even places.
		if (part.length % 2 === 1) {
			this.parts.push(Buffer.alloc(1));
			this.length += 1;
		}
		return to;
	}

	#write(target: Buffer, index: number, value: number): void {
		if (this.bytes.isLittleEndian) target.writeUInt32LE(value, index * 4);
		else target.writeUInt32BE(value, index * 4);
	}
}

const HEADER_BYTES = 8;

/** Header, data, the directory, and values that don't fit into it. */
function assemble({ file, isLittleEndian }: TiffBytes, fields: NewField[], data: FrameData): Buffer {
	fields.sort((a, b) => a.tag - b.tag);
	const directoryAt = HEADER_BYTES + data.length;
	const valuesAt = directoryAt + 2 + fields.length * 12 + 4;
	const directory = Buffer.alloc(valuesAt - directoryAt);
	const u16 = (target: Buffer, value: number, at: number) =>
		isLittleEndian ? target.writeUInt16LE(value, at) : target.writeUInt16BE(value, at);
	const u32 = (target: Buffer, value: number, at: number) =>
		isLittleEndian ? target.writeUInt32LE(value, at) : target.writeUInt32BE(value, at);
	const values: Buffer[] = [];
	let valuesLength = 0;
	u16(directory, fields.length, 0);
	fields.forEach(({ tag, type, count, value }, index) => {
		const entry = 2 + index * 12;
		u16(directory, tag, entry);
		u16(directory, type, entry + 2);
		u32(directory, count, entry + 4);
		if (value.length <= 4) {
			value.copy(directory, entry + 8);
			return;
		}
		u32(directory, valuesAt + valuesLength, entry + 8);
		const padding = Buffer.alloc((count * (TYPE_BYTES[type] ?? 1)) % 2);
		values.push(value, padding);
		valuesLength += value.length + padding.length;
	});
	const header = Buffer.from(file.subarray(0, HEADER_BYTES));
	u32(header, directoryAt, 4);
	return Buffer.concat([header, ...data.parts, directory, ...values]);
}
