import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import sharp from 'sharp';

import { decode, decodeGrey } from '../../nodes/HuaweiOcr/pictures/decode.ts';
import { PictureError } from '../../nodes/HuaweiOcr/pictures/rows.ts';
import { difference, drawing, random, reference } from './drawing.cts';
import { makePng, type PngKind } from './makePng.cts';

const ALL = { maxPixels: Infinity };

/** How far our pixels of a file are from sharp's. */
async function apart(file: Buffer): Promise<{ mean: number; most: number; channels: number }> {
	const { data, channels } = await decode(file, ALL);
	return { ...difference(data, await reference(file, channels)), channels };
}

describe('JPEG', () => {
	// Odd sizes, so that the last blocks are not whole.
	const page = () => drawing(517, 389, 0.8);
	test.each<[string, sharp.JpegOptions, number]>([
		['all colours sampled alike', { chromaSubsampling: '4:4:4' }, 0.1],
		['progressive', { chromaSubsampling: '4:4:4', progressive: true }, 0.1],
		['with its own tables', { chromaSubsampling: '4:4:4', optimiseCoding: true }, 0.1],
		['low quality', { chromaSubsampling: '4:4:4', quality: 10 }, 0.1],
		['highest quality', { chromaSubsampling: '4:4:4', quality: 100 }, 0.1],
		['progressive by mozjpeg', { chromaSubsampling: '4:4:4', mozjpeg: true }, 0.1],
		// Colour between two samples is made up differently here, brightness is the same.
		['colours at half size', { chromaSubsampling: '4:2:0' }, 0.7],
		['progressive, colours at half size', { chromaSubsampling: '4:2:0', progressive: true }, 0.7],
	])('%s', async (_name, options, most) => {
		const file = await page().jpeg(options).toBuffer();
		const { mean, channels } = await apart(file);
		expect(channels).toBe(3);
		expect(mean).toBeLessThan(most);
	});

	test.each([false, true])('grey, progressive %s', async (progressive) => {
		const file = await page().greyscale().toColourspace('b-w').jpeg({ progressive }).toBuffer();
		const { most, channels } = await apart(file);
		expect(channels).toBe(1);
		expect(most).toBeLessThanOrEqual(2);
	});

	test('four inks, as Adobe writes them', async () => {
		const file = await page().toColourspace('cmyk').jpeg({ chromaSubsampling: '4:4:4' }).toBuffer();
		expect((await sharp(file).metadata()).space).toBe('cmyk');
		const { data } = await decode(file, ALL);
		// Inks are mixed plainly here and by a colour profile there: paper and black are the same.
		const { mean } = difference(data, await reference(file, 3));
		expect(mean).toBeLessThan(20);
		expect([...data.subarray(0, 3)].every((sample) => sample > 250)).toBe(true);
	});

	test.each([2, 4, 8])('scaled down by %i is the mean of the pixels', async (factor) => {
		const file = await drawing(512, 384, 2).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer();
		const whole = await decode(file, ALL);
		const small = await decode(file, { maxPixels: Infinity, maxSide: 512 / factor });
		expect([small.width, small.height, small.scale]).toEqual([512 / factor, 384 / factor, 1 / factor]);
		const means = boxMeans(whole.data, 512, 384, factor);
		expect(difference(small.data, means).mean).toBeLessThan(1.5);
	});

	test.each([
		['restart.jpg', 1.5],
		['progressive-restart.jpg', 1.5],
		['scans.jpg', 0.1],
		['rgb.jpg', 0.1],
		['tall.jpg', 1.5],
		['wide.jpg', 2],
	])('%s', async (name, most) => {
		expect((await apart(fileOf(name))).mean).toBeLessThan(most);
	});

	test('damage between two restart markers ends at the second', async () => {
		const file = fileOf('restart.jpg');
		const whole = await decode(file, ALL);
		const second = file.indexOf(Buffer.from([0xff, 0xd1]));
		file.fill(0x55, second + 2, second + 30);
		const damaged = await decode(file, ALL);
		const band = 96 * 3 * 16;
		expect(damaged.data.subarray(0, band)).toEqual(whole.data.subarray(0, band));
		expect(damaged.data.subarray(3 * band)).toEqual(whole.data.subarray(3 * band));
	});

	test('what is not read here is named', async () => {
		await expect(decode(fileOf('arithmetic.jpg'), ALL)).rejects.toThrow('an arithmetic-coded JPEG');
	});
});

const fileOf = (name: string): Buffer => readFileSync(join(__dirname, 'files', name));

/** Mean of each square of `factor` × `factor` px of an RGB picture. */
function boxMeans(data: Uint8Array, width: number, height: number, factor: number): Uint8Array {
	const means = new Uint8Array(((width / factor) * height * 3) / factor);
	for (let y = 0; y < height / factor; y++) {
		for (let x = 0; x < (width / factor) * 3; x++) {
			const channel = x % 3;
			let sum = 0;
			for (let i = 0; i < factor * factor; i++) {
				const at = (y * factor + Math.floor(i / factor)) * width + Math.floor(x / 3) * factor + (i % factor);
				sum += data[at * 3 + channel] ?? 0;
			}
			means[(y * width * 3) / factor + x] = sum / factor ** 2;
		}
	}
	return means;
}

describe('PNG', () => {
	const kinds: PngKind[] = ([0, 2, 3, 4, 6] as const).flatMap((colourType) =>
		([1, 2, 4, 8, 16] as const)
			.filter((depth) => (colourType === 0 ? true : colourType === 3 ? depth <= 8 : depth >= 8))
			.flatMap((depth) => [false, true].map((isInterlaced) => ({ colourType, depth, isInterlaced }))),
	);

	test.each(kinds)('%j', async (kind) => {
		const next = random(kind.colourType * 100 + kind.depth);
		const file = makePng(37, 29, { ...kind, chunkSize: 100 }, () => Math.floor(next() * 2 ** kind.depth));
		const { most } = await apart(file);
		// Transparency of 16 bits is laid on white before or after the lower eight are dropped.
		expect(most).toBeLessThanOrEqual(kind.depth === 16 ? 2 : 1);
	});

	test.each<PngKind>([
		{ colourType: 0, depth: 4, transparency: [0, 5] },
		{ colourType: 0, depth: 16, transparency: [1, 5] },
		{ colourType: 2, depth: 8, transparency: [0, 1, 0, 2, 0, 3] },
		{ colourType: 3, depth: 4, transparency: [0, 128, 255, 10] },
	])('transparency by a key or a palette: %j', async (kind) => {
		const file = makePng(24, 20, kind, (x, y, channel) => [5, 1 + channel, 261, x % 16][(x + y) % 4]! % 2 ** kind.depth);
		expect((await apart(file)).most).toBeLessThanOrEqual(1);
	});

	test('no bytes, one byte and many bytes to a chunk are the same picture', async () => {
		const pixels = (x: number, y: number) => (x * y) % 256;
		const [whole, single] = [undefined, 1].map((chunkSize) =>
			makePng(60, 60, { colourType: 0, depth: 8, ...(chunkSize === undefined ? {} : { chunkSize }) }, pixels),
		);
		expect((await decode(single as Buffer, ALL)).data).toEqual((await decode(whole as Buffer, ALL)).data);
	});
});

describe('TIFF', () => {
	const page = () => drawing(517, 389);
	const fax = () => page().threshold(128).toColourspace('b-w');
	test.each<[string, () => sharp.Sharp, sharp.TiffOptions, number]>([
		['uncompressed', page, { compression: 'none' }, 0],
		['LZW', page, { compression: 'lzw' }, 0],
		['LZW, predicted', page, { compression: 'lzw', predictor: 'horizontal' }, 0],
		['deflate', page, { compression: 'deflate', predictor: 'none' }, 0],
		['deflate, predicted', page, { compression: 'deflate', predictor: 'horizontal' }, 0],
		['PackBits', page, { compression: 'packbits' }, 0],
		['JPEG inside', page, { compression: 'jpeg', quality: 90 }, 1.5],
		['group 4', fax, { compression: 'ccittfax4', bitdepth: 1 }, 0],
		['one bit, LZW', fax, { compression: 'lzw', bitdepth: 1, predictor: 'none' }, 0],
		['one bit, 0 is white', fax, { compression: 'none', bitdepth: 1, miniswhite: true }, 0],
		['four bits', () => page().greyscale().toColourspace('b-w'), { compression: 'none', bitdepth: 4 }, 1],
		['grey tiles', () => page().greyscale().toColourspace('b-w'), { compression: 'deflate', tile: true, tileWidth: 64, tileHeight: 32 }, 0],
		['tiles', page, { compression: 'lzw', tile: true, tileWidth: 256, tileHeight: 256 }, 0],
		['tiles of JPEG', page, { compression: 'jpeg', quality: 90, tile: true, tileWidth: 128, tileHeight: 128 }, 1.5],
		['tiles of group 4', fax, { compression: 'ccittfax4', bitdepth: 1, tile: true, tileWidth: 128, tileHeight: 128 }, 0],
		['transparent', () => page().ensureAlpha(0.5), { compression: 'lzw' }, 1],
		['16 bits', () => page().toColourspace('rgb16'), { compression: 'lzw', predictor: 'horizontal' }, 1],
		['16 bits grey', () => page().greyscale().toColourspace('grey16'), { compression: 'deflate' }, 1],
	])('%s', async (_name, make, options, most) => {
		const { mean } = await apart(await make().tiff(options).toBuffer());
		expect(mean).toBeLessThanOrEqual(most);
	});

	test.each(['group3', 'group3-2d', 'group3-2d-strips', 'group3-filled', 'group4-lowest-bit-first', 'group4-big-endian'])(
		'%s.tif',
		async (name) => {
			expect((await apart(fileOf(`${name}.tif`))).most).toBe(0);
		},
	);

	test('group 4, runs of every length', async () => {
		const next = random(7);
		const width = 2700;
		const height = 400;
		const pixels = Buffer.alloc(width * height);
		for (let y = 0; y < height; y++) {
			const longest = [4, 70, 700, 2700][y % 4] ?? 4;
			for (let x = 0, isBlack = next() < 0.5; x < width; isBlack = !isBlack) {
				const run = 1 + Math.floor(next() * longest);
				pixels.fill(isBlack ? 0 : 255, y * width + x, y * width + Math.min(width, x + run));
				x += run;
			}
		}
		const file = await sharp(pixels, { raw: { width, height, channels: 1 } })
			.toColourspace('b-w')
			.tiff({ compression: 'ccittfax4', bitdepth: 1 })
			.toBuffer();
		expect(Buffer.from((await decode(file, ALL)).data).equals(pixels)).toBe(true);
	});
});

test('grey alone, at most so many pixels', async () => {
	const file = await drawing(800, 600).jpeg().toBuffer();
	const { width, height, data, scale } = await decodeGrey(file, { maxPixels: 120_000 });
	expect([width, height, data.length, scale]).toEqual([400, 300, 120_000, 0.5]);
	const same = await sharp(await drawing(800, 600).png().toBuffer()).greyscale().toColourspace('b-w').resize(400, 300, { kernel: 'cubic' }).raw().toBuffer();
	expect(difference(data, same).mean).toBeLessThan(4);
});

test('other formats are told', async () => {
	await expect(decode(await drawing(40, 40).webp().toBuffer(), ALL)).rejects.toThrow(PictureError);
});
