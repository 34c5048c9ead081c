// TIFFs made in different ways, for check:large.
import { deflateSync } from 'node:zlib';
import sharp, { type TiffOptions } from 'sharp';

export interface TiffKind {
	name: string;
	frames: number;
	make(): Promise<Buffer>;
	/** Frames that are no pages, by their index among all. */
	notPages?: number[];
}

const WIDTH = 90;
const HEIGHT = 70;

/** Grey pixels that no other frame has. */
function drawing(frame: number, width = WIDTH, height = HEIGHT): Buffer {
	const pixels = Buffer.alloc(width * height, 250);
	for (let y = 6; y < height - 6; y++) {
		for (let x = 6; x < width - 6; x++) {
			if ((x + y * (frame + 2)) % (7 + (frame % 5)) < 3 || (x * 3 + frame * 11) % 40 < 4) pixels[y * width + x] = 20;
		}
	}
	return pixels;
}

/** Several frames in one file, by an independent library. */
async function bySharp(frames: number, options: TiffOptions, isColour = true): Promise<Buffer> {
	const pixels = Buffer.concat(Array.from({ length: frames }, (_, frame) => drawing(frame)));
	const grey = sharp(pixels, { raw: { width: WIDTH, height: HEIGHT * frames, channels: 1, pageHeight: HEIGHT } });
	const whole = isColour ? grey.toColourspace('srgb') : grey.toColourspace('b-w');
	return await whole.tiff(options).toBuffer();
}

interface OwnOptions {
	bigEndian?: boolean;
	/** Rows per strip; undefined: all in one. */
	rows?: number;
	tile?: number;
	deflate?: boolean;
	/** Directories stand before their data, or behind all data. */
	directoriesFirst?: boolean;
	/** Tags besides those of a plain grey picture: number, type, values. */
	tags?: (frame: number) => Array<[tag: number, type: number, values: number[]]>;
	/** Replaces the place of the next directory. */
	next?: (frame: number, places: number[]) => number | undefined;
	/** Counts of strips as 16-bit numbers. */
	shortCounts?: boolean;
	orientation?: number;
}

/** Own writer, field by field: grey frames of 8 bits. */
export function ownTiff(frames: number, options: OwnOptions = {}): Buffer {
	const { bigEndian = false, rows = HEIGHT, tile, deflate = false, directoriesFirst = false, tags = () => [] } = options;
	const u16 = (value: number) => {
		const bytes = Buffer.alloc(2);
		if (bigEndian) bytes.writeUInt16BE(value);
		else bytes.writeUInt16LE(value);
		return bytes;
	};
	const u32 = (value: number) => {
		const bytes = Buffer.alloc(4);
		if (bigEndian) bytes.writeUInt32BE(value);
		else bytes.writeUInt32LE(value);
		return bytes;
	};
	const parts = Array.from({ length: frames }, (_, frame) => {
		const pixels = drawing(frame);
		const plain = tile ? tilesOf(pixels, tile) : stripsOf(pixels, rows);
		return deflate ? plain.map((part) => deflateSync(part)) : plain;
	});
	const fields = (frame: number, places: number[]): Array<[number, number, number[]]> => {
		const lengths = (parts[frame] as Buffer[]).map(({ length }) => length);
		const data: Array<[number, number, number[]]> = tile
			? [[322, 3, [tile]], [323, 3, [tile]], [324, 4, places], [325, 4, lengths]]
			: [[273, 4, places], [278, 4, [rows]], [279, options.shortCounts ? 3 : 4, lengths]];
		const all: Array<[number, number, number[]]> = [
			[256, 3, [WIDTH]],
			[257, 4, [HEIGHT]],
			[258, 3, [8]],
			[259, 3, [deflate ? 8 : 1]],
			[262, 3, [1]],
			[274, 3, [options.orientation ?? 1]],
			[277, 3, [1]],
			...data,
			...tags(frame),
		];
		return all.sort((a, b) => a[0] - b[0]);
	};
	const bytesOf = (type: number, values: number[]) => Buffer.concat(values.map((value) => (type === 3 ? u16(value) : type === 4 ? u32(value) : Buffer.from([value]))));
	const directoryBytes = (frame: number) => {
		const list = fields(frame, (parts[frame] as Buffer[]).map(() => 0));
		const outside = list.map(([, type, values]) => bytesOf(type, values).length).filter((length) => length > 4);
		return 2 + list.length * 12 + 4 + outside.reduce((sum, length) => sum + length + (length % 2), 0);
	};
	// Places first, bytes after.
	let at = 8;
	const directoryPlaces: number[] = [];
	const dataPlaces: number[][] = parts.map(() => []);
	const placeData = (frame: number) => {
		for (const part of parts[frame] as Buffer[]) {
			(dataPlaces[frame] as number[]).push(at);
			at += part.length + (part.length % 2);
		}
	};
	const placeDirectory = (frame: number) => {
		directoryPlaces[frame] = at;
		at += directoryBytes(frame);
	};
	for (let frame = 0; frame < frames; frame++) {
		if (directoriesFirst) placeDirectory(frame);
		else placeData(frame);
		if (!directoriesFirst) placeDirectory(frame);
	}
	if (directoriesFirst) for (let frame = 0; frame < frames; frame++) placeData(frame);
	const file = Buffer.alloc(at);
	(bigEndian ? Buffer.from('MM\0\x2a', 'latin1') : Buffer.from('II\x2a\0', 'latin1')).copy(file);
	u32(directoryPlaces[0] ?? 0).copy(file, 4);
	for (let frame = 0; frame < frames; frame++) {
		(parts[frame] as Buffer[]).forEach((part, index) => part.copy(file, (dataPlaces[frame] as number[])[index] as number));
		const list = fields(frame, dataPlaces[frame] as number[]);
		const begin = directoryPlaces[frame] as number;
		u16(list.length).copy(file, begin);
		let outside = begin + 2 + list.length * 12 + 4;
		list.forEach(([tag, type, values], index) => {
			const entry = begin + 2 + index * 12;
			const bytes = bytesOf(type, values);
			u16(tag).copy(file, entry);
			u16(type).copy(file, entry + 2);
			u32(values.length).copy(file, entry + 4);
			if (bytes.length <= 4) bytes.copy(file, entry + 8);
			else {
				u32(outside).copy(file, entry + 8);
				bytes.copy(file, outside);
				outside += bytes.length + (bytes.length % 2);
			}
		});
		const next = options.next?.(frame, directoryPlaces) ?? directoryPlaces[frame + 1] ?? 0;
		u32(next).copy(file, begin + 2 + list.length * 12);
	}
	return file;
}

function stripsOf(pixels: Buffer, rows: number): Buffer[] {
	const strips: Buffer[] = [];
	for (let y = 0; y < HEIGHT; y += rows) strips.push(pixels.subarray(y * WIDTH, Math.min(HEIGHT, y + rows) * WIDTH));
	return strips;
}

function tilesOf(pixels: Buffer, size: number): Buffer[] {
	const tiles: Buffer[] = [];
	for (let top = 0; top < HEIGHT; top += size) {
		for (let left = 0; left < WIDTH; left += size) {
			const tile = Buffer.alloc(size * size);
			for (let y = 0; y < size && top + y < HEIGHT; y++) {
				pixels.copy(tile, y * size, (top + y) * WIDTH + left, (top + y) * WIDTH + Math.min(WIDTH, left + size));
			}
			tiles.push(tile);
		}
	}
	return tiles;
}

const kind = (name: string, frames: number, make: () => Promise<Buffer> | Buffer, more: Partial<TiffKind> = {}): TiffKind => ({
	name: `TIFF, ${name}`,
	frames,
	make: async () => await make(),
	...more,
});

export const TIFF_KINDS: TiffKind[] = [
	kind('one frame', 1, async () => await bySharp(1, { compression: 'none' })),
	kind('plain', 3, async () => await bySharp(3, { compression: 'none' })),
	kind('LZW', 4, async () => await bySharp(4, { compression: 'lzw', predictor: 'horizontal' })),
	kind('deflate', 3, async () => await bySharp(3, { compression: 'deflate' })),
	kind('PackBits', 2, async () => await bySharp(2, { compression: 'packbits' })),
	kind('G4 fax', 5, async () => await bySharp(5, { compression: 'ccittfax4', bitdepth: 1 }, false)),
	kind('G4 fax of 50 frames', 50, async () => await bySharp(50, { compression: 'ccittfax4', bitdepth: 1 }, false)),
	kind('JPEG', 3, async () => await bySharp(3, { compression: 'jpeg', quality: 80 })),
	kind('JPEG in tiles', 2, async () => await bySharp(2, { compression: 'jpeg', tile: true, tileWidth: 32, tileHeight: 32 })),
	kind('tiles', 3, async () => await bySharp(3, { compression: 'lzw', tile: true, tileWidth: 16, tileHeight: 16 })),
	kind('one bit', 2, async () => await bySharp(2, { compression: 'packbits', bitdepth: 1, predictor: 'none' }, false)),
	kind('from the low byte on, strips of 8 rows', 3, () => ownTiff(3, { rows: 8 })),
	kind('from the high byte on', 3, () => ownTiff(3, { bigEndian: true })),
	kind('from the high byte on, strips of 8 rows', 3, () => ownTiff(3, { bigEndian: true, rows: 8 })),
	kind('from the high byte on, deflate', 2, () => ownTiff(2, { bigEndian: true, deflate: true, rows: 20 })),
	kind('from the high byte on, tiles', 2, () => ownTiff(2, { bigEndian: true, tile: 16 })),
	kind('directories before all data', 4, () => ownTiff(4, { directoriesFirst: true, rows: 10 })),
	kind('lengths of 16 bits', 2, () => ownTiff(2, { rows: 5, shortCounts: true })),
	kind('lengths of 16 bits, from the high byte on', 2, () => ownTiff(2, { rows: 70, shortCounts: true, bigEndian: true })),
	kind('turned by its orientation', 2, () => ownTiff(2, { orientation: 6 })),
	kind('fields that lead elsewhere', 2, () => ownTiff(2, { tags: () => [[330, 4, [8]], [34665, 4, [8]], [34853, 4, [99_999_999]], [700, 1, [60, 62, 60, 62, 60, 62]]] })),
	kind('a small copy behind each page', 4, () => ownTiff(4, { tags: (frame) => [[254, 4, [frame % 2 === 1 ? 1 : 2]]] }), { notPages: [1, 3] }),
	kind('a chain of directories with a loop', 3, () => ownTiff(3, { next: (frame, places) => (frame === 2 ? places[0] : undefined) })),
	kind('a chain that leaves the file', 2, () => ownTiff(2, { next: (frame) => (frame === 1 ? 4_000_000_000 : undefined) })),
];
