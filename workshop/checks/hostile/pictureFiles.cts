// Pictures that lie, are bombs, or are damaged. Each is small in itself, or of a size that users send.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

import { ownTiff } from '../large/tiffs.cts';
import type { HostileFile } from './files.cts';

const MB = 1024 * 1024;

function crc32(bytes: Buffer): number {
	let crc = -1;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return (crc ^ -1) >>> 0;
}

function chunk(type: string, data: Buffer, length = data.length): Buffer {
	const head = Buffer.alloc(4);
	head.writeUInt32BE(length >>> 0);
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body.length < MB ? body : Buffer.alloc(0)));
	return Buffer.concat([head, body, sum]);
}

const PNG_MARK = Buffer.from('89504e470d0a1a0a', 'hex');

function imageHead(width: number, height: number, depth = 8, colour = 2, interlace = 0): Buffer {
	const data = Buffer.alloc(13);
	data.writeUInt32BE(width, 0);
	data.writeUInt32BE(height, 4);
	data[8] = depth;
	data[9] = colour;
	data[12] = interlace;
	return chunk('IHDR', data);
}

const END = chunk('IEND', Buffer.alloc(0));
const png = (...chunks: Buffer[]): Buffer => Buffer.concat([PNG_MARK, ...chunks, END]);
const zeros = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes), { level: 9 });

function pngs(good: Buffer): Array<[string, Buffer]> {
	return [
		...cuts('PNG', good, 20),
		['PNG that unpacks to 400 MB', png(imageHead(11_500, 11_500), chunk('IDAT', zeros(400 * MB)))],
		['PNG of 160 million pixels and nothing in it', png(imageHead(12_649, 12_649, 1, 0), chunk('IDAT', zeros(100)))],
		['PNG of 39 million pixels, packed a thousandfold', png(imageHead(6_240, 6_240), chunk('IDAT', zeros(6_241 * 6_240 * 3)))],
		['PNG of 16 bits that unpacks to 240 MB', png(imageHead(6_300, 6_300, 16, 6), chunk('IDAT', zeros(240 * MB)))],
		['PNG of thousands of millions', png(imageHead(0x7fffffff, 0x7fffffff), chunk('IDAT', zeros(100)))],
		['PNG of no width', png(imageHead(0, 100), chunk('IDAT', zeros(100)))],
		['PNG whose sizes are below zero', png(imageHead(0xffffffff, 0xfffffff0), chunk('IDAT', zeros(100)))],
		['PNG that says 100 × 100 and holds 50 MB', png(imageHead(100, 100), chunk('IDAT', zeros(50 * MB)))],
		['PNG of half a million empty parts', png(imageHead(100, 100), Buffer.concat(Array.from({ length: 500_000 }, () => chunk('IDAT', Buffer.alloc(0)))))],
		['PNG part of four thousand million bytes', png(imageHead(100, 100), chunk('IDAT', Buffer.alloc(100), 0xfffffff0))],
		['PNG with a text that unpacks to 200 MB', png(imageHead(100, 100), chunk('zTXt', Buffer.concat([Buffer.from('Note\0\0'), zeros(200 * MB)])), chunk('IDAT', zeros(30_100)))],
		['PNG with a colour profile that unpacks to 200 MB', png(imageHead(100, 100), chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), zeros(200 * MB)])), chunk('IDAT', zeros(30_100)))],
		['PNG without pixels', png(imageHead(100, 100))],
		['PNG of an unknown depth', png(imageHead(100, 100, 7, 9), chunk('IDAT', zeros(10_000)))],
		['PNG in an unknown weave', png(imageHead(100, 100, 8, 2, 9), chunk('IDAT', zeros(30_100)))],
		['PNG woven, too short', png(imageHead(3000, 3000, 8, 2, 1), chunk('IDAT', zeros(1000)))],
		['PNG of a palette without one', png(imageHead(400, 400, 8, 3), chunk('IDAT', zeros(160_400)))],
		['PNG whose pixels are no packed data', png(imageHead(400, 400), chunk('IDAT', Buffer.alloc(2 * MB, 0x55)))],
		['PNG without its head', Buffer.concat([PNG_MARK, chunk('IDAT', zeros(100)), END])],
		['PNG with a web page behind it', Buffer.concat([good, Buffer.from('<html><script>'.repeat(20_000))])],
	];
}

function frame(width: number, height: number, marker = 0xc0): Buffer {
	const bytes = Buffer.from('ffc000110800000000030122000211010311 01'.replace(/ /g, ''), 'hex');
	bytes[1] = marker;
	bytes.writeUInt16BE(height, 5);
	bytes.writeUInt16BE(width, 7);
	return bytes;
}

const START = Buffer.from('ffd8', 'hex');
const STOP = Buffer.from('ffd9', 'hex');

function segments(marker: number, size: number, total: number): Buffer {
	const one = Buffer.alloc(Math.max(4, size + 2));
	one[0] = 0xff;
	one[1] = marker;
	one.writeUInt16BE(size, 2);
	return Buffer.concat(Array.from({ length: Math.ceil(total / one.length) }, () => one));
}

function withSize(jpeg: Buffer, width: number, height: number): Buffer {
	const changed = Buffer.from(jpeg);
	const at = changed.indexOf(Buffer.from('ffc0', 'hex'));
	const progressive = changed.indexOf(Buffer.from('ffc2', 'hex'));
	const place = at >= 0 && (progressive < 0 || at < progressive) ? at : progressive;
	changed.writeUInt16BE(height, place + 5);
	changed.writeUInt16BE(width, place + 7);
	return changed;
}

function manyScans(jpeg: Buffer, times: number): Buffer {
	const at = jpeg.lastIndexOf(Buffer.from('ffda', 'hex'));
	const scan = jpeg.subarray(at, jpeg.length - 2);
	return Buffer.concat([jpeg.subarray(0, at), ...Array.from({ length: times }, () => scan), STOP]);
}

function jpegs(good: Buffer, progressive: Buffer): Array<[string, Buffer]> {
	return [
		...cuts('JPEG', good, 20),
		['JPEG of 7 MB of zeros', Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(7 * MB)])],
		['JPEG of 7 MB of fill bytes', Buffer.concat([START, Buffer.alloc(7 * MB, 0xff)])],
		['JPEG of empty parts', Buffer.concat([START, segments(0xe1, 2, 7 * MB)])],
		['JPEG of parts of no length', Buffer.concat([START, segments(0xe1, 0, MB)])],
		['JPEG of long parts', Buffer.concat([START, segments(0xe2, 65_535, 7 * MB), frame(300, 200), STOP])],
		['JPEG of 65,535 × 65,535', withSize(good, 65_535, 65_535)],
		['JPEG of 12,600 × 12,600 in 20 kB', withSize(good, 12_600, 12_600)],
		['JPEG of 6,200 × 6,200 in 20 kB', withSize(good, 6_200, 6_200)],
		['progressive JPEG of 6,200 × 6,200 in 20 kB', withSize(progressive, 6_200, 6_200)],
		['JPEG of no height', withSize(good, 300, 0)],
		['JPEG of 1 × 1', withSize(good, 1, 1)],
		['progressive JPEG of four hundred scans', manyScans(progressive, 400)],
		['JPEG of ten thousand frames', Buffer.concat([START, ...Array.from({ length: 10_000 }, (_, index) => frame(index + 20, 300)), STOP])],
		['JPEG without tables', Buffer.concat([START, frame(300, 200), Buffer.from('ffda000c03010002110311003f00', 'hex'), Buffer.alloc(50_000, 0x5a), STOP])],
		['JPEG of a kind nobody reads', Buffer.concat([START, frame(300, 200, 0xcb), STOP])],
		['JPEG with a loop in its EXIF', Buffer.concat([START, Buffer.from('ffe1002245786966000049492a00080000000100690804000100000008000000080000000000', 'hex'), good.subarray(2)])],
		['JPEG with a PDF behind it', Buffer.concat([good, Buffer.from('%PDF-1.4\n1 0 obj<</Length -9>>stream\n'.repeat(1000))])],
		['JPEG whose every tenth byte is wrong', Buffer.from(good.map((byte, index) => (index > 700 && index % 10 === 0 ? byte ^ 0x5a : byte)))],
	];
}

function entry(tag: number, type: number, count: number, value: number): Buffer {
	const bytes = Buffer.alloc(12);
	bytes.writeUInt16LE(tag, 0);
	bytes.writeUInt16LE(type, 2);
	bytes.writeUInt32LE(count >>> 0, 4);
	bytes.writeUInt32LE(value >>> 0, 8);
	return bytes;
}

function tiff(entries: Buffer[], next = 0, count = entries.length): Buffer {
	const head = Buffer.from('49492a0008000000', 'hex');
	const size = Buffer.alloc(2);
	size.writeUInt16LE(count);
	const behind = Buffer.alloc(4);
	behind.writeUInt32LE(next);
	return Buffer.concat([head, size, ...entries, behind]);
}

const SIZE = [entry(256, 3, 1, 300), entry(257, 3, 1, 200)];

function tiffs(good: Buffer): Array<[string, Buffer]> {
	const chain = Buffer.alloc(7 * MB);
	Buffer.from('49492a0008000000', 'hex').copy(chain);
	for (let at = 8; at + 18 < chain.length; at += 18) {
		chain.writeUInt16LE(1, at);
		entry(256, 3, 1, 100).copy(chain, at + 2);
		chain.writeUInt32LE(at + 18, at + 14);
	}
	const overlapping = Buffer.alloc(6 * MB);
	tiff([...SIZE, entry(273, 4, 90_000, 1000), entry(279, 4, 90_000, 1000)]).copy(overlapping);
	for (let at = 1000; at < 361_000; at += 4) overlapping.writeUInt32LE(5 * MB + (at % 1000), at);
	return [
		...cuts('TIFF', good, 20),
		['TIFF whose directory is its own successor', tiff(SIZE, 8)],
		['TIFF of 400,000 directories', chain],
		['TIFF directory of 65,535 fields', Buffer.concat([tiff([], 0, 65_535), Buffer.alloc(65_535 * 12, entry(256, 3, 1, 9))])],
		['TIFF of four thousand million strips', tiff([...SIZE, entry(273, 4, 0xffffffff, 8), entry(279, 4, 0xffffffff, 8)])],
		['TIFF strips that all are the whole file', overlapping],
		['TIFF strips outside of the file', tiff([...SIZE, entry(273, 4, 1, 0xfffffff0), entry(279, 4, 1, 0xfffffff0)])],
		['TIFF of 65,535 × 65,535', tiff([entry(256, 4, 1, 65_535), entry(257, 4, 1, 65_535)])],
		['TIFF of 30,000 × 5,333 and nothing in it', tiff([entry(256, 4, 1, 30_000), entry(257, 4, 1, 5_333)])],
		['TIFF of no size', tiff([entry(259, 3, 1, 1)])],
		['TIFF of unknown types', tiff([entry(256, 99, 1, 300), entry(257, 0, 1, 200)])],
		['TIFF whose directory is outside of the file', Buffer.from('49492a00fffffff0', 'hex')],
		['TIFF whose directory is its head', Buffer.from('49492a0000000000', 'hex')],
		['TIFF of 64 bits', Buffer.from(`49492b0008000000${'10'.padEnd(200, '0')}`, 'hex')],
	];
}

/** One good file cut off at places spread over it. */
function cuts(kind: string, good: Buffer, places: number): Array<[string, Buffer]> {
	return Array.from({ length: places }, (_, index): [string, Buffer] => {
		const at = Math.max(1, Math.floor((good.length * index) / places) + index);
		return [`${kind} cut off at ${at} of ${good.length}`, good.subarray(0, at)];
	});
}

function others(gif: Buffer, webp: Buffer): Array<[string, Buffer]> {
	const bmp = (width: number, height: number, bits: number, compression: number, data: Buffer, header = 40) => {
		const head = Buffer.alloc(54);
		head.write('BM');
		head.writeUInt32LE(54, 10);
		head.writeUInt32LE(header, 14);
		head.writeInt32LE(width, 18);
		head.writeInt32LE(height, 22);
		head.writeUInt16LE(bits, 28);
		head.writeUInt32LE(compression, 30);
		return Buffer.concat([head, data]);
	};
	const screen = (width: number, height: number) => {
		const bytes = Buffer.from(gif);
		bytes.writeUInt16LE(width, 6);
		bytes.writeUInt16LE(height, 8);
		return bytes;
	};
	const extended = (width: number, height: number) => {
		const head = Buffer.alloc(30);
		head.write('RIFF\0\0\0\0WEBPVP8X');
		head.writeUInt32LE(10, 16);
		head.writeUIntLE(width - 1, 24, 3);
		head.writeUIntLE(height - 1, 27, 3);
		return Buffer.concat([head, webp.subarray(12)]);
	};
	return [
		...cuts('GIF', gif, 6),
		['GIF of 65,535 × 65,535', screen(65_535, 65_535)],
		['GIF of no size', screen(0, 0)],
		['GIF of 100,000 empty blocks', Buffer.concat([gif.subarray(0, 13), Buffer.alloc(300_000, Buffer.from('21fe00', 'hex')), gif.subarray(13)])],
		...cuts('WEBP', webp, 6),
		['WEBP of 16 million × 16 million', extended(16_777_216, 16_777_216)],
		['WEBP that says it is of 29,000 × 5,000', extended(29_000, 5_000)],
		['WEBP of an unknown kind', Buffer.concat([Buffer.from('RIFF\x20\0\0\0WEBPVP9Z', 'latin1'), Buffer.alloc(100)])],
		['BMP of two thousand million × two thousand million', bmp(0x7fffffff, 0x7fffffff, 24, 0, Buffer.alloc(100))],
		['BMP whose sizes are below zero', bmp(-300, -200, 24, 0, Buffer.alloc(100))],
		['BMP of the lowest height', bmp(300, -0x80000000, 24, 0, Buffer.alloc(100))],
		['BMP of 29,000 × 5,000 and nothing in it', bmp(29_000, 5_000, 24, 0, Buffer.alloc(100))],
		['BMP of runs that never end', bmp(5_000, 5_000, 8, 1, Buffer.alloc(MB, Buffer.from('ff00', 'hex')))],
		['BMP of an unknown head', bmp(300, 200, 24, 0, Buffer.alloc(100), 77)],
		['BMP of no pixels', Buffer.from('424d', 'hex')],
		['ICO of 65,535 pictures', Buffer.concat([Buffer.from('00000100ffff', 'hex'), Buffer.alloc(16 * 1000, 9)])],
		['ICO of none', Buffer.from('000001000000', 'hex')],
		['PCX from right to left', Buffer.from('0a050108ffffffff00000000', 'hex')],
		['PSD of three hundred thousand × three hundred thousand', Buffer.concat([Buffer.from('38425053000100000000000000030004 93e0000493e000080003'.replace(/ /g, ''), 'hex'), Buffer.alloc(100)])],
	];
}

export async function hostilePictures(): Promise<HostileFile[]> {
	const pixels = Buffer.alloc(600 * 400 * 3);
	for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 7919 + (at >> 9) * 31) & 255;
	const picture = sharp(pixels, { raw: { width: 600, height: 400, channels: 3 } });
	const [goodPng, jpeg, progressive, goodTiff, gif, webp] = await Promise.all([
		picture.clone().png().toBuffer(),
		picture.clone().jpeg({ quality: 30 }).toBuffer(),
		picture.clone().jpeg({ quality: 30, progressive: true }).toBuffer(),
		Promise.resolve(ownTiff(6, { rows: 8 })),
		picture.clone().gif({ colours: 16 }).toBuffer(),
		picture.clone().webp({ quality: 30 }).toBuffer(),
	]);
	const named = (fileName: string, files: Array<[string, Buffer]>): HostileFile[] => files.map(([name, bytes]) => ({ name, fileName, bytes }));
	return [
		...named('hostile.png', pngs(goodPng)),
		...named('hostile.jpg', jpegs(jpeg, progressive)),
		...named('hostile.tif', tiffs(goodTiff)),
		...named('hostile.img', others(gif, webp)),
	];
}

/** A picture that nothing is wrong with, of about so many bytes. */
export async function goodPicture(size: number): Promise<Buffer> {
	const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#eee' } }).jpeg().toBuffer();
	// What stands behind the end of a JPEG costs only its transport.
	return Buffer.concat([jpeg, Buffer.alloc(Math.max(0, size - jpeg.length), 0x20)]);
}
