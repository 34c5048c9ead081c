// What is written is read by an independent library, pixel by pixel.
import sharp from 'sharp';

import { encodeJpeg } from '../../nodes/HuaweiOcr/pictures/encode/jpeg.ts';
import { encodePng } from '../../nodes/HuaweiOcr/pictures/encode/png.ts';
import { ByteSink } from '../../nodes/HuaweiOcr/pictures/encode/sink.ts';
import { orientationOfTiff } from '../../nodes/HuaweiOcr/pictures/formats/exif.ts';
import type { Orientation, RowSteps } from '../../nodes/HuaweiOcr/pictures/rows.ts';
import { difference, drawing, random } from './drawing.cts';

interface Raw {
	data: Uint8Array;
	width: number;
	height: number;
	channels: 1 | 3;
}

async function page(width: number, height: number, channels: 1 | 3): Promise<Raw> {
	const picture = drawing(width, height, 1);
	const data = await (channels === 1 ? picture.greyscale().toColourspace('b-w') : picture.removeAlpha()).raw().toBuffer();
	return { data, width, height, channels };
}

/** Bands of some rows, with pauses between. */
function* bands({ data, width, channels }: Raw, rows: number): RowSteps {
	const bytes = width * channels * rows;
	for (let at = 0; at < data.length; at += bytes) {
		yield undefined;
		yield data.subarray(at, at + bytes);
	}
}

function encode(raw: Raw, encoder: typeof encodePng | typeof encodeJpeg, settings: { orientation?: Orientation; greyDepth?: 4 | 8; quality?: number; rows?: number } = {}) {
	const sink = new ByteSink(100_000_000);
	const picture = { width: raw.width, height: raw.height, channels: raw.channels, rows: bands(raw, settings.rows ?? 7) };
	let pauses = 0;
	for (const step of encoder(picture, { orientation: 1, quality: 90, ...settings }, sink)) pauses += step === undefined ? 1 : 0;
	return { file: sink.toBuffer(), pauses };
}

const read = async (file: Buffer, channels: 1 | 3) => await sharp(file).toColourspace(channels === 1 ? 'b-w' : 'srgb').raw().toBuffer();

describe('PNG', () => {
	test.each<[number, number, 1 | 3]>([[200, 120, 3], [201, 77, 1], [1, 1, 3], [3, 40, 1]])('%i × %i px of %i samples come out as they were', async (width, height, channels) => {
		const raw = await page(width, height, channels);
		const { file } = encode(raw, encodePng);
		expect((await sharp(file).metadata()).channels).toBe(channels);
		expect((await read(file, channels)).equals(Buffer.from(raw.data))).toBe(true);
	});

	test.each([40, 41])('grey of four bits is the nearest of sixteen, %i px wide', async (width) => {
		const data = Uint8Array.from({ length: width * 8 }, (_, index) => (index * 7) % 256);
		const { file } = encode({ data, width, height: 8, channels: 1 }, encodePng, { greyDepth: 4 });
		expect(file[24]).toBe(4);
		expect([...(await read(file, 1))]).toEqual([...data].map((sample) => Math.round(sample / 17) * 17));
	});

	test('rows like the one above are packed by their difference', () => {
		const next = random(4);
		const row = Array.from({ length: 300 }, () => Math.floor(next() * 256));
		const data = Uint8Array.from(Array<number[]>(200).fill(row).flat());
		expect(encode({ data, width: 300, height: 200, channels: 1 }, encodePng).file.length).toBeLessThan(1000);
	});

	test('data of more than one chunk', async () => {
		const next = random(8);
		const data = Uint8Array.from({ length: 500 * 400 }, () => next() * 256);
		const { file, pauses } = encode({ data, width: 500, height: 400, channels: 1 }, encodePng, { rows: 400 });
		expect((await read(file, 1)).equals(Buffer.from(data))).toBe(true);
		expect(file.toString('latin1').split('IDAT').length).toBeGreaterThan(3);
		expect(pauses).toBeGreaterThan(3);
	});
});

describe('JPEG', () => {
	test.each<[number, number, 1 | 3]>([[160, 96, 1], [161, 97, 1], [167, 103, 1], [160, 96, 3], [161, 97, 3], [169, 105, 3], [175, 111, 3]])(
		'%i × %i px of %i samples look as they did',
		async (width, height, channels) => {
			const raw = await page(width, height, channels);
			const { file } = encode(raw, encodeJpeg, { quality: 95 });
			const { width: wide, height: high } = await sharp(file).metadata();
			expect([wide, high]).toEqual([width, height]);
			const apart = difference(await read(file, channels), raw.data);
			expect(apart.mean).toBeLessThan(channels === 1 ? 1 : 2.5);
			// The last column and row, whose blocks are filled up, are as near as all others.
			const last = raw.data.slice(-width * channels);
			expect(difference((await read(file, channels)).subarray(-width * channels), last).mean).toBeLessThan(3);
		},
	);

	test.each([1, 3] as const)('even areas of %i samples keep their value', async (channels) => {
		for (const sample of [0, 1, 127, 128, 200, 255]) {
			const raw: Raw = { data: new Uint8Array(37 * 21 * channels).fill(sample), width: 37, height: 21, channels };
			expect(difference(await read(encode(raw, encodeJpeg).file, channels), raw.data).most).toBeLessThanOrEqual(1);
		}
	});

	test('noise of the highest quality is kept within rounding', async () => {
		const next = random(6);
		const raw: Raw = { data: Uint8Array.from({ length: 64 * 64 }, () => next() * 256), width: 64, height: 64, channels: 1 };
		expect(difference(await read(encode(raw, encodeJpeg, { quality: 100 }).file, 1), raw.data).most).toBeLessThanOrEqual(3);
	});

	test('a lower quality takes fewer bytes', async () => {
		const raw = await page(200, 150, 3);
		const sizes = [100, 90, 50, 20, 5].map((quality) => encode(raw, encodeJpeg, { quality }).file.length);
		expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
		expect(new Set(sizes).size).toBe(5);
	});

	test('it ends with the mark of the end', async () => {
		const { file } = encode(await page(50, 40, 1), encodeJpeg);
		expect(file.toString('hex', file.length - 2)).toBe('ffd9');
	});
});

test.each([2, 3, 4, 5, 6, 7, 8] as const)('orientation %i is written, as EXIF that says nothing else', async (orientation) => {
	const raw = await page(40, 30, 3);
	for (const encoder of [encodePng, encodeJpeg]) {
		const { orientation: told, exif } = await sharp(encode(raw, encoder, { orientation }).file).metadata();
		expect(told).toBe(orientation);
		const tiff = (exif as Buffer).subarray((exif as Buffer).indexOf('MM\0*'));
		expect([tiff.toString('latin1', 0, 4), orientationOfTiff(tiff), tiff.readUInt16BE(8)]).toEqual(['MM\0*', orientation, 1]);
	}
});

describe('bytes are taken in up to a limit', () => {
	test.each([[1], [65_535], [65_536], [65_537], [200_000]])('%i bytes, one by one or together', (length) => {
		const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 7) & 255));
		const together = new ByteSink(length);
		together.write(bytes);
		const single = new ByteSink(length);
		for (const byte of bytes) single.writeByte(byte);
		for (const sink of [together, single]) {
			expect([sink.length, sink.isOver, sink.toBuffer().equals(bytes)]).toEqual([length, false, true]);
			sink.writeByte(0);
			expect([sink.length, sink.isOver]).toEqual([length + 1, true]);
		}
	});

	test('what comes behind the limit is counted and not kept', () => {
		const sink = new ByteSink(1000);
		for (let count = 0; count < 20; count++) sink.write(Buffer.alloc(65_536));
		expect(sink.length).toBe(20 * 65_536);
		expect(sink.toBuffer().length).toBeLessThanOrEqual(65_536);
	});
});
