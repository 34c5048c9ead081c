// Damaged files: whatever stands in them, decoding ends with a picture or a PictureError.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { openPicture } from '../../nodes/HuaweiOcr/pictures/formats/index.ts';
import { PictureError } from '../../nodes/HuaweiOcr/pictures/rows.ts';
import { drawing, random } from './drawing.cts';
import { makePng } from './makePng.cts';

/** Mutations of each file; HUAWEI_OCR_MUTATIONS=5000 for a long run by hand. */
const MUTATIONS = Number(process.env.HUAWEI_OCR_MUTATIONS ?? 60);

/** px × px of rows taken in; a damaged header may claim more than is worth the time of a test. */
const ENOUGH = 2_000_000;

async function samples(): Promise<Record<string, Buffer>> {
	const folder = join(__dirname, 'files');
	const stored = readdirSync(folder).filter((name) => !name.endsWith('.md'));
	const page = () => drawing(90, 70);
	const fax = () => page().threshold(128).toColourspace('b-w');
	return {
		...Object.fromEntries(stored.map((name) => [name, readFileSync(join(folder, name))])),
		'baseline.jpg': await page().jpeg().toBuffer(),
		'progressive.jpg': await page().jpeg({ progressive: true }).toBuffer(),
		'rgb.png': await page().png().toBuffer(),
		'interlaced.png': makePng(40, 30, { colourType: 3, depth: 4, isInterlaced: true, transparency: [1, 2, 3] }, (x, y) => (x + y) % 16),
		'deep.png': makePng(40, 30, { colourType: 6, depth: 16 }, (x, y) => x * y),
		'lzw.tif': await page().tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer(),
		'deflate.tif': await page().tiff({ compression: 'deflate', tile: true, tileWidth: 32, tileHeight: 32 }).toBuffer(),
		'packbits.tif': await page().tiff({ compression: 'packbits' }).toBuffer(),
		'jpeg.tif': await page().tiff({ compression: 'jpeg' }).toBuffer(),
		'fax.tif': await fax().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
		'palette.bmp': makeBmp(40, 30, 4),
		'masks.bmp': makeBmp(40, 30, 32),
	};
}

function makeBmp(width: number, height: number, depth: number): Buffer {
	const stride = Math.ceil((width * depth) / 32) * 4;
	const dataAt = 54 + (depth <= 8 ? 4 << depth : 12);
	const file = Buffer.alloc(dataAt + stride * height, 0x5b);
	file.write('BM', 'latin1');
	file.writeUInt32LE(dataAt, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(depth, 28);
	file.writeUInt32LE(depth === 32 ? 3 : 0, 30);
	if (depth === 32) [0xff0000, 0xff00, 0xff].forEach((mask, i) => file.writeUInt32LE(mask, 54 + i * 4));
	return file;
}

/** Takes in what there is, in whole rows. @returns what went wrong, other than a PictureError */
function failureOf(file: Buffer, reduce: 1 | 4): unknown {
	try {
		const source = openPicture(file, { reduce, grey: reduce === 4 });
		const rowBytes = source.width * source.channels;
		let rows = 0;
		for (const band of source.rows()) {
			if (!band) continue;
			rows += band.length / rowBytes;
			if (!Number.isInteger(rows) || rows > source.height) return `${rows} rows of ${source.height}`;
			if (rows * source.width > ENOUGH) return undefined;
		}
		return undefined;
	} catch (error) {
		return error instanceof PictureError ? undefined : error;
	}
}

/** Changed bytes, cut, doubled and moved pieces, and numbers at the edges of their range. */
function mutated(file: Buffer, next: () => number): Buffer {
	const copy = Buffer.from(file);
	const at = (length = copy.length): number => Math.floor(next() * length);
	for (let i = 1 + Math.floor(next() * 4); i > 0; i--) {
		switch (Math.floor(next() * 6)) {
			case 0:
				copy[at()] = at(256);
				break;
			case 1:
				copy[at(Math.min(400, copy.length))] = [0, 1, 0x7f, 0x80, 0xff][at(5)] ?? 0;
				break;
			case 2: {
				const from = at();
				copy.copy(copy, at(), from, from + at(64));
				break;
			}
			case 3:
				copy.fill([0, 0xff, 0x55][at(3)] ?? 0, at(), at());
				break;
			case 4:
				return copy.subarray(0, at());
			default:
				copy.writeUInt32BE([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff][at(6)] ?? 0, at(copy.length - 4));
		}
	}
	return copy;
}

test('mutated files end with a picture or a PictureError', async () => {
	for (const [name, file] of Object.entries(await samples())) {
		expect([name, failureOf(file, 1)]).toEqual([name, undefined]);
		for (let seed = 1; seed <= MUTATIONS; seed++) {
			const damaged = mutated(file, random(seed * 7919));
			expect([name, seed, failureOf(damaged, seed % 2 === 0 ? 1 : 4)]).toEqual([name, seed, undefined]);
		}
	}
});

test('files cut off anywhere', async () => {
	for (const [name, file] of Object.entries(await samples())) {
		for (let share = 0; share < 40; share++) {
			const cut = file.subarray(0, Math.floor((file.length * share) / 40));
			expect([name, share, failureOf(cut, 1)]).toEqual([name, share, undefined]);
		}
	}
});
