// Image headers written field by field from the formats' definitions, to check the reader with any size.

export const SYNTHETIC_FORMATS = ['PNG', 'GIF', 'BMP', 'PCX', 'PSD', 'JPEG', 'TIFF'] as const;
export type SyntheticFormat = (typeof SYNTHETIC_FORMATS)[number];

/** The first bytes of a file of that format and size (px); no pixels follow. */
export function headerOf(format: SyntheticFormat, width: number, height: number): Buffer {
	switch (format) {
		case 'PNG':
			return Buffer.concat([
				Buffer.from('89504e470d0a1a0a', 'hex'),
				uint32be(13),
				Buffer.from('IHDR'),
				uint32be(width),
				uint32be(height),
				Buffer.from([8, 2, 0, 0, 0]),
				uint32be(0),
			]);
		case 'GIF':
			return Buffer.concat([Buffer.from('GIF89a'), uint16le(width), uint16le(height)]);
		case 'BMP': {
			const header = Buffer.alloc(54);
			header.write('BM');
			header.writeUInt32LE(54, 10);
			header.writeUInt32LE(40, 14);
			header.writeInt32LE(width, 18);
			header.writeInt32LE(height, 22);
			return header;
		}
		case 'PCX':
			return Buffer.concat([
				Buffer.from([0x0a, 5, 1, 8]),
				uint16le(0),
				uint16le(0),
				uint16le(width - 1),
				uint16le(height - 1),
			]);
		case 'PSD':
			return Buffer.concat([
				Buffer.from('8BPS'),
				Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 3]),
				uint32be(height),
				uint32be(width),
				Buffer.from([0, 8, 0, 3]),
			]);
		case 'JPEG':
			return Buffer.concat([
				Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
				Buffer.from('ffc0001108', 'hex'),
				uint16be(height),
				uint16be(width),
				Buffer.from('03012200021101031101', 'hex'),
			]);
		case 'TIFF':
			return Buffer.concat([
				Buffer.from('49492a0008000000', 'hex'),
				uint16le(2),
				tiffEntry(256, width),
				tiffEntry(257, height),
				Buffer.alloc(4),
			]);
	}
}

function tiffEntry(tag: number, value: number): Buffer {
	const entry = Buffer.alloc(12);
	entry.writeUInt16LE(tag, 0);
	entry.writeUInt16LE(4, 2);
	entry.writeUInt32LE(1, 4);
	entry.writeUInt32LE(value, 8);
	return entry;
}

function uint16le(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16LE(value);
	return bytes;
}

function uint16be(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16BE(value);
	return bytes;
}

function uint32be(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
