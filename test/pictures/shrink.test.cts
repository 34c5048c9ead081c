import sharp from 'sharp';

import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { shrinkToFit, type ShrinkLimits, type ShrunkPicture } from '../../nodes/HuaweiOcr/pictures/shrink.ts';
import { difference, drawing, random } from './drawing.cts';
import { makePng } from './makePng.cts';

const LIMITS: ShrinkLimits = { maxBytes: 60_000, maxSide: 1500, minSide: 15, maxPixels: 1_000_000 };

async function fit(file: Buffer, limits: Partial<ShrinkLimits> = {}): Promise<ShrunkPicture> {
	const picture = await shrinkToFit(file, { ...LIMITS, ...limits });
	if (!picture) throw new Error('It fits as it is.');
	return picture;
}

const scans = new Map<string, Buffer>();

/** A page with the grain of a scan. */
async function scan(width: number, height: number): Promise<sharp.Sharp> {
	const size = `${width} × ${height}`;
	const grainy = scans.get(size) ?? grain(await drawing(width, height).removeAlpha().raw().toBuffer(), width);
	scans.set(size, grainy);
	return sharp(grainy, { raw: { width, height, channels: 3 } });
}

function grain(page: Buffer, seed: number): Buffer {
	const next = random(seed);
	for (let at = 0; at < page.length; at++) page[at] = Math.max(0, Math.min(255, (page[at] ?? 0) - 12 + next() * 24));
	return page;
}

test('what fits is left alone', async () => {
	const file = await drawing(200, 150).png().toBuffer();
	expect(await shrinkToFit(file, { ...LIMITS, maxBytes: file.length, maxSide: 200, maxPixels: 30_000 })).toBeUndefined();
});

test.each<[string, Partial<ShrinkLimits>, (file: Buffer) => Promise<Buffer>]>([
	['too long a side', { maxSide: 311 }, async (raw) => await Promise.resolve(raw)],
	['too many pixels', { maxPixels: 53_333 }, async (raw) => await Promise.resolve(raw)],
	['one byte too many', {}, async (raw) => await Promise.resolve(raw)],
])('%s: fits, as large as possible', async (_name, limits) => {
	const file = await (await scan(480, 360)).jpeg({ quality: 97 }).toBuffer();
	const { maxBytes, maxSide, maxPixels } = { ...LIMITS, maxBytes: file.length - 1, ...limits };
	const picture = await fit(file, { maxBytes, ...limits });
	const { width = 0, height = 0, format } = await sharp(picture.bytes).metadata();
	expect([width, height, format]).toEqual([picture.width, picture.height, 'jpeg']);
	expect(picture.bytes.length).toBeLessThanOrEqual(maxBytes);
	expect(Math.max(width, height)).toBeLessThanOrEqual(maxSide);
	expect(width * height).toBeLessThanOrEqual(maxPixels);
	const isLargest = picture.scale === 1 || Math.max(width, height) > maxSide - 1 || width * height > maxPixels - 1000;
	expect(isLargest).toBe(true);
	expect(Math.abs(width - 480 * picture.scale)).toBeLessThan(1);
	expect(Math.abs(height - 360 * picture.scale)).toBeLessThan(1);
	expect(picture.from).toEqual({ width: 480, height: 360, bytes: file.length });
});

test('bytes: quality gives way before pixels, and no more pixels go than must', async () => {
	const file = await (await scan(600, 450)).jpeg({ quality: 97 }).toBuffer();
	const large = await fit(file, { maxBytes: 90_000 });
	const small = await fit(file, { maxBytes: 24_000 });
	expect(large.scale).toBe(1);
	expect(small.scale).toBeLessThan(1);
	expect(small.bytes.length).toBeLessThanOrEqual(24_000);
	expect(small.bytes.length).toBeGreaterThan(20_000);
});

test('it is the same picture', async () => {
	const file = await drawing(600, 456).png().toBuffer();
	const { bytes, width, height } = await fit(file, { maxSide: 300 });
	const expected = await sharp(file).resize(width, height, { kernel: 'linear', fit: 'fill' }).raw().toBuffer();
	expect(difference(await sharp(bytes).removeAlpha().raw().toBuffer(), expected).mean).toBeLessThan(2);
});

test.each<[string, string, () => Promise<Buffer>]>([
	['a JPEG', 'image/jpeg', async () => await drawing(400, 300).jpeg().toBuffer()],
	['lines and text in a PNG', 'image/png', async () => await drawing(400, 300).png().toBuffer()],
	['lines and text in a TIFF', 'image/png', async () => await drawing(400, 300).tiff({ compression: 'lzw' }).toBuffer()],
	['a fax', 'image/png', async () => await drawing(400, 300).threshold(128).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()],
	['a scan in a PNG', 'image/jpeg', async () => await (await scan(400, 300)).png().toBuffer()],
	['a scan in a TIFF', 'image/jpeg', async () => await (await scan(400, 300)).tiff({ compression: 'none' }).toBuffer()],
])('%s becomes %s', async (_name, mimeType, make) => {
	const picture = await fit(await make(), { maxSide: 300, maxBytes: 1e6 });
	expect(picture.mimeType).toBe(mimeType);
	expect((await sharp(picture.bytes).metadata()).width).toBe(300);
});

test('line art that does not fit as PNG becomes JPEG and keeps its pixels', async () => {
	const next = random(3);
	const file = makePng(400, 400, { colourType: 0, depth: 2 }, () => Math.floor(next() ** 6 * 4));
	const picture = await fit(file, { maxBytes: file.length * 0.8 });
	expect(picture.mimeType).toBe('image/jpeg');
});

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i stays in force', (orientation) => {
	test.each(['jpeg', 'png', 'tiff'] as const)('of a %s', async (format) => {
		const source = sharp(await (await scan(300, 200)).png().toBuffer()).withMetadata({ orientation });
		const file = await source.toFormat(format).toBuffer();
		const picture = await fit(file, { maxSide: 150 });
		const { width, height, orientation: kept } = await sharp(picture.bytes).metadata();
		expect([width, height, kept ?? 1]).toEqual([150, 100, orientation]);
	});
});

test('nothing of what a camera notes goes along', async () => {
	const file = await drawing(300, 200)
		.withExif({ IFD0: { Make: 'Lumen Works', ImageDescription: 'Back office' }, IFD3: { GPSLatitudeRef: 'N' } })
		.jpeg()
		.toBuffer();
	expect(file.includes('Lumen Works')).toBe(true);
	const { bytes } = await fit(file, { maxSide: 150 });
	expect(bytes.includes('Lumen Works')).toBe(false);
	expect(bytes.includes('Back office')).toBe(false);
});

describe('what cannot be made smaller says why, and the way out', () => {
	const startOf = (text: string, at: number): Buffer => Buffer.concat([Buffer.alloc(at), Buffer.from(text, 'latin1'), Buffer.alloc(4000)]);
	test.each<[string, () => Buffer | Promise<Buffer>, string, RegExp]>([
		['HEIC', () => startOf('ftypheic', 4), 'Node.CannotShrink', /JPEG.*HEIC can't be made smaller/],
		['AVIF', () => startOf('ftypavif', 4), 'Node.CannotShrink', /AVIF can't/],
		['JPEG 2000', () => startOf('\x00\x00\x00\x0cjP  ', 0), 'Node.CannotShrink', /JPEG 2000 can't/],
		['another', () => startOf('RIFF', 0), 'Node.CannotShrink', /this kind of file can't/],
		['lossless JPEG', async () => withFrame(await drawing(200, 100).jpeg().toBuffer(), 0xc3), 'Node.CannotShrink', /a lossless JPEG can't/],
		['12-bit JPEG', async () => with12Bits(await drawing(200, 100).jpeg().toBuffer()), 'Node.CannotShrink', /a JPEG of 12 bits/],
		['cut off', async () => (await drawing(400, 300).jpeg().toBuffer()).subarray(0, 5000), 'Node.DamagedPicture', /Load the JPEG again: it is cut off/],
		['cut off PNG', async () => (await drawing(400, 300).png().toBuffer()).subarray(0, 5000), 'Node.DamagedPicture', /Load the PNG again: it is cut off/],
		['a strip', async () => await drawing(1400, 16).png().toBuffer(), 'Node.PixelLimit', /Cut the picture into parts/],
	])('%s', async (_name, make, errorCode, message) => {
		const error: unknown = await shrinkToFit(await make(), { ...LIMITS, maxSide: 100, maxBytes: 1000 }).catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(OcrError);
		const { message: said, description, details } = error as OcrError;
		expect(details.errorCode).toBe(errorCode);
		expect(said).toMatch(message);
		expect(description).toContain('Nothing was sent');
	});
});

function withFrame(jpeg: Buffer, marker: number): Buffer {
	jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 1] = marker;
	return jpeg;
}

function with12Bits(jpeg: Buffer): Buffer {
	jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 12;
	return jpeg;
}

describe('turns', () => {
	// Each look at the clock finds 5 ms gone by, so that turns end on the fastest machine, too.
	beforeEach(() => {
		let now = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => (now += 5));
	});
	afterEach(() => jest.restoreAllMocks());

	test('one picture at a time, and others have their turn in between', async () => {
		const file = await (await scan(480, 360)).jpeg().toBuffer();
		let turns = 0;
		let working = new Set<number>();
		let mostAtOnce = 0;
		const pauseOf = (picture: number) => async () => {
			turns++;
			working.add(picture);
			mostAtOnce = Math.max(mostAtOnce, working.size);
			await new Promise((resolve) => setImmediate(resolve));
			working = new Set();
		};
		await Promise.all([1, 2, 3].map(async (picture) => await shrinkToFit(file, { ...LIMITS, maxSide: 300 }, pauseOf(picture))));
		expect(turns).toBeGreaterThan(3);
		expect(mostAtOnce).toBe(1);
	});

	test('a pause that fails ends the work, and the next picture is not kept waiting', async () => {
		const file = await (await scan(480, 360)).jpeg().toBuffer();
		const cancelled = new Error('cancelled');
		await expect(shrinkToFit(file, { ...LIMITS, maxSide: 300 }, async () => await Promise.reject(cancelled))).rejects.toBe(cancelled);
		expect((await fit(file, { maxSide: 300 })).width).toBe(300);
	});
});
