// One TIFF of many frames out of little-endian files of one frame each, as fax servers write them.

const STRIP_OFFSETS = 273;
/** Bytes of a value by its type (TIFF 6.0, section 2). */
const BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };

export function joinTiffs(files: readonly Buffer[]): Buffer {
	const parts: Buffer[] = [];
	let length = 0;
	/** Where the place of the next directory is to be written. */
	let link: { part: Buffer; at: number } | undefined;
	for (const file of files) {
		const part = Buffer.concat([file, Buffer.alloc(file.length % 2)]);
		const directory = part.readUInt32LE(4);
		const count = part.readUInt16LE(directory);
		for (let i = 0; i < count; i++) move(part, directory + 2 + i * 12, length);
		link?.part.writeUInt32LE(length + directory, link.at);
		link = { part, at: directory + 2 + count * 12 };
		parts.push(part);
		length += part.length;
	}
	return Buffer.concat(parts);
}

/** Makes an entry point to where its data will stand. */
function move(part: Buffer, entry: number, by: number): void {
	const type = part.readUInt16LE(entry + 2);
	const count = part.readUInt32LE(entry + 4);
	const isInside = (BYTES[type] ?? 1) * count <= 4;
	const values = isInside ? entry + 8 : part.readUInt32LE(entry + 8);
	if (part.readUInt16LE(entry) === STRIP_OFFSETS) {
		if (type !== 4) throw new Error('Strip offsets of 16 bits have no room for other places.');
		for (let i = 0; i < count; i++) part.writeUInt32LE(part.readUInt32LE(values + i * 4) + by, values + i * 4);
	}
	if (!isInside) part.writeUInt32LE(values + by, entry + 8);
}
