// Files made to take memory or time: small, and large in what they claim; damaged, and endless.
import { crc32, deflateSync } from 'node:zlib';

export interface Bomb {
	name: string;
	file: () => Buffer;
	/** What ought to come of it where it isn't refused: a file whose excess is simply not looked at. */
	mayBeRead?: true;
}

const MEGABYTE = 1_000_000;

export const BOMBS: readonly Bomb[] = [
	{ name: 'PNG, 100,000 px a side', file: () => png(100_000, 100_000, 8, 0, zeros(1000)) },
	{ name: 'PNG, 2,147,483,647 px a side', file: () => png(0x7fffffff, 0x7fffffff, 16, 6, zeros(1000)) },
	{ name: 'PNG, 20,000 px a side, all there', file: () => png(20_000, 20_000, 8, 0, zeros(20_001 * 20_000)) },
	{ name: 'PNG, 10,000 px a side in colour, all there', file: () => png(10_000, 10_000, 8, 6, zeros(40_001 * 10_000)) },
	{ name: 'PNG, 30,000 px a side of one bit, all there', file: () => png(30_000, 30_000, 1, 0, zeros(3751 * 30_000)) },
	{ name: 'PNG, 16,000 px a side of 16 bits', file: () => png(16_000, 16_000, 16, 6, zeros(1000)) },
	{ name: 'PNG, interlaced, 12,000 px a side', file: () => png(12_000, 12_000, 8, 2, zeros(40 * MEGABYTE), 1) },
	{ name: 'PNG, 300 MB behind a small picture', file: () => png(200, 200, 8, 0, zeros(300 * MEGABYTE)), mayBeRead: true },
	{ name: 'PNG, no width', file: () => png(0, 5000, 8, 2, zeros(1000)) },
	{ name: 'PNG, a colour type that does not exist', file: () => png(5000, 5000, 8, 5, zeros(1000)) },
	{ name: 'PNG, 300,000 empty chunks', file: () => Buffer.concat([png(5000, 5000, 8, 2, zeros(10)).subarray(0, 33), repeated(chunk('IDAT', Buffer.alloc(0)), 300_000)]) },
	{ name: 'PNG, cut off in its header', file: () => png(5000, 5000, 8, 2, zeros(10)).subarray(0, 28) },
	{ name: 'PNG, data that are none', file: () => png(5000, 5000, 8, 2, Buffer.alloc(4000, 0x5a)) },
	{ name: 'JPEG, 65,500 px a side', file: () => jpeg(0xc0, 65_500, 65_500, 3) },
	{ name: 'JPEG, progressive, 65,500 px a side', file: () => jpeg(0xc2, 65_500, 65_500, 3) },
	{ name: 'JPEG, progressive, 8,000 px a side, data of one block', file: () => jpeg(0xc2, 8000, 8000, 3) },
	{ name: 'JPEG, 9,000 px a side, data of one block', file: () => jpeg(0xc0, 9000, 9000, 3) },
	{ name: 'JPEG, 7 MB of zeros', file: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(7 * MEGABYTE)]) },
	{ name: 'JPEG, 7 MB of marker bytes', file: () => Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(7 * MEGABYTE, 0xff)]) },
	{ name: 'JPEG, two million empty comments', file: () => Buffer.concat([Buffer.from([0xff, 0xd8]), repeated(Buffer.from([0xff, 0xfe, 0, 2]), 2_000_000)]) },
	{ name: 'JPEG, 200,000 tables', file: () => Buffer.concat([Buffer.from([0xff, 0xd8]), repeated(huffman(0), 200_000), jpeg(0xc0, 5000, 5000, 1)]) },
	{ name: 'JPEG, 3,000 scans', file: () => manyScans(3000) },
	{ name: 'JPEG, no height', file: () => jpeg(0xc0, 5000, 0, 3) },
	{ name: 'JPEG, 255 colours', file: () => jpeg(0xc0, 5000, 5000, 255) },
	{ name: 'TIFF, 100,000 px a side', file: () => tiff([[256, 100_000], [257, 100_000], [258, 8], [259, 1], [262, 1], [273, 8], [279, 100]]) },
	{ name: 'TIFF, deflate, 20,000 px a side, all there', file: () => tiff([[256, 20_000], [257, 20_000], [258, 8], [259, 8], [262, 1], [278, 20_000]], deflateSync(zeros(400 * MEGABYTE))) },
	{ name: 'TIFF, fax of 65,000 px a side in 200 bytes', file: () => tiff([[256, 65_000], [257, 65_000], [258, 1], [259, 4], [262, 0], [278, 65_000]], Buffer.alloc(200, 0xff)) },
	{ name: 'TIFF, fax of 9,000 px a side that ends at once', file: () => tiff([[256, 9000], [257, 9000], [258, 1], [259, 4], [262, 0], [278, 9000]], Buffer.from([0, 1, 0, 1])) },
	{ name: 'TIFF, LZW, no codes', file: () => tiff([[256, 9000], [257, 9000], [258, 8], [259, 5], [262, 1], [278, 9000]], Buffer.alloc(5000, 0xff)) },
	{ name: 'TIFF, tiles of 2,000,000,000 px', file: () => tiff([[256, 5000], [257, 5000], [258, 8], [259, 1], [262, 1], [322, 2_000_000_000], [323, 2_000_000_000], [324, 8], [325, 10]]) },
	{ name: 'TIFF, tiles of one pixel', file: () => tiff([[256, 5000], [257, 5000], [258, 8], [259, 5], [262, 1], [322, 1], [323, 1], [324, 8], [325, 10]]) },
	{ name: 'TIFF, 65,535 tags that are not there', file: () => Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0xff, 0xff, ...Array<number>(2000).fill(1)]) },
	{ name: 'TIFF, directory behind the end', file: () => Buffer.from([0x49, 0x49, 0x2a, 0, 0xf0, 0xff, 0xff, 0xff, 0, 0, 0, 0]) },
	{ name: 'BMP, 30,000 px a side', file: () => bmp(30_000, 30_000, 24) },
	{ name: 'BMP, -2,147,483,648 px high', file: () => bmp(30_000, -2_147_483_648, 32) },
	{ name: 'BMP, 9,000 px a side without pixels', file: () => bmp(9000, 9000, 24) },
];

/** Deflated zeros: about a thousandth of what they unpack to. */
function zeros(bytes: number): Buffer {
	return deflateSync(Buffer.alloc(bytes));
}

function repeated(part: Buffer, times: number): Buffer {
	return Buffer.alloc(part.length * times, part);
}

function png(width: number, height: number, depth: number, colourType: number, data: Buffer, interlace = 0): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([depth, colourType, 0, 0, interlace], 8);
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', header),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const ends = Buffer.alloc(8);
	ends.writeUInt32BE(data.length, 0);
	ends.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function segment(marker: number, body: readonly number[]): Buffer {
	return Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
}

/** A table of two codes, of one bit and of two. */
function huffman(kind: number): Buffer {
	return segment(0xc4, [kind, 1, 1, ...Array<number>(14).fill(0), 0, 1]);
}

function frame(marker: number, width: number, height: number, colours: number): Buffer {
	const components = Array.from({ length: Math.min(colours, 4) }, (_, i) => [i + 1, 0x11, 0]).flat();
	return segment(marker, [8, height >> 8, height & 255, width >> 8, width & 255, colours, ...components]);
}

function jpeg(marker: number, width: number, height: number, colours: number): Buffer {
	const count = Math.min(colours, 4);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		segment(0xdb, [0, ...Array<number>(64).fill(1)]),
		frame(marker, width, height, colours),
		huffman(0),
		huffman(16),
		segment(0xda, [count, ...Array.from({ length: count }, (_, i) => [i + 1, 0]).flat(), 0, marker === 0xc2 ? 0 : 63, 0]),
		Buffer.alloc(64),
		Buffer.from([0xff, 0xd9]),
	]);
}

function manyScans(count: number): Buffer {
	const scan = Buffer.concat([segment(0xda, [1, 1, 0, 1, 63, 0]), Buffer.alloc(8, 0x55)]);
	return Buffer.concat([jpeg(0xc2, 3000, 3000, 1).subarray(0, -2), repeated(scan, count), Buffer.from([0xff, 0xd9])]);
}

/** A TIFF of one directory behind its data. */
function tiff(tags: ReadonlyArray<readonly [tag: number, value: number]>, data = Buffer.alloc(100)): Buffer {
	const all = tags.some(([tag]) => tag === 273 || tag === 324) ? tags : [...tags, [273, 8] as const, [279, data.length] as const];
	const directory = Buffer.alloc(2 + all.length * 12 + 4);
	directory.writeUInt16LE(all.length, 0);
	all.forEach(([tag, value], index) => {
		directory.writeUInt16LE(tag, 2 + index * 12);
		directory.writeUInt16LE(4, 4 + index * 12);
		directory.writeUInt32LE(1, 6 + index * 12);
		directory.writeUInt32LE(value, 10 + index * 12);
	});
	const start = Buffer.from('49492a0000000000', 'hex');
	start.writeUInt32LE(8 + data.length, 4);
	return Buffer.concat([start, data, directory]);
}

function bmp(width: number, height: number, depth: number): Buffer {
	const file = Buffer.alloc(200);
	file.write('BM', 'latin1');
	file.writeUInt32LE(54, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(depth, 28);
	return file;
}
