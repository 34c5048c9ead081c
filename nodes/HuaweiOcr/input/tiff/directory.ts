import { BYTE, LONG, SHORT, TYPE_BYTES } from './tags';

/** One field of a directory, its value unread. */
export interface TiffField {
	tag: number;
	type: number;
	count: number;
	/** Where the values stand: in the entry itself when they fit in four bytes. */
	at: number;
	/** bytes of all values */
	length: number;
}

/** Numbers of a TIFF in its own byte order; what lies outside the file is undefined. */
export class TiffBytes {
	constructor(
		readonly file: Buffer,
		readonly isLittleEndian: boolean,
	) {}

	u16(at: number): number | undefined {
		if (at < 0 || at + 2 > this.file.length) return undefined;
		return this.isLittleEndian ? this.file.readUInt16LE(at) : this.file.readUInt16BE(at);
	}

	u32(at: number): number | undefined {
		if (at < 0 || at + 4 > this.file.length) return undefined;
		return this.isLittleEndian ? this.file.readUInt32LE(at) : this.file.readUInt32BE(at);
	}

	/** How many fields the directory at a place has; undefined when it lies outside the file. */
	fieldCount(directory: number): number | undefined {
		return this.u16(directory);
	}

	/** Where the next directory stands; 0 after the last one. */
	nextDirectory(directory: number): number {
		return this.u32(directory + 2 + (this.u16(directory) ?? 0) * 12) ?? 0;
	}

	/** A field by its index; undefined when it is cut off, or its values lie outside the file. */
	field(directory: number, index: number): TiffField | undefined {
		const entry = directory + 2 + index * 12;
		const tag = this.u16(entry);
		const type = this.u16(entry + 2);
		const count = this.u32(entry + 4);
		const size = type === undefined ? undefined : TYPE_BYTES[type];
		if (tag === undefined || type === undefined || count === undefined || size === undefined) return undefined;
		const length = size * count;
		const at = length <= 4 ? entry + 8 : this.u32(entry + 8);
		if (at === undefined || at + length > this.file.length) return undefined;
		return { tag, type, count, at, length };
	}

	/** One of the whole numbers of a field. */
	number({ type, at, count }: TiffField, index = 0): number | undefined {
		if (index >= count) return undefined;
		if (type === BYTE) return this.file[at + index];
		if (type === SHORT) return this.u16(at + index * 2);
		return type === LONG ? this.u32(at + index * 4) : undefined;
	}
}
