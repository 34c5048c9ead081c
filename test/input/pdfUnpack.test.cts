// Packed streams of a PDF: filters, predictors, and where unpacking ends.
import { constants, deflateRawSync, deflateSync, inflateSync } from 'node:zlib';
import type sharp from 'sharp';

import { Budget } from '../../nodes/HuaweiOcr/input/pdf/budget.ts';
import { OverBudget, PdfSyntaxError } from '../../nodes/HuaweiOcr/input/pdf/damage.ts';
import { Inflater } from '../../nodes/HuaweiOcr/input/pdf/inflate.ts';
import { listOf, unpackStream } from '../../nodes/HuaweiOcr/input/pdf/unpack.ts';
import type { PdfDict } from '../../nodes/HuaweiOcr/input/pdf/values.ts';
import { drawing, random } from '../pictures/drawing.cts';
import { makePng, type PngKind } from '../pictures/makePng.cts';
import { parsed } from './pdfText.cts';

const MANY = 10_000_000;
const dictOf = (text: string): PdfDict => parsed(text) as PdfDict;
const unpack = async (dict: string, data: Buffer, most = MANY, budget = new Budget(0)) => await unpackStream(dictOf(dict), data, most, budget);

function noise(length: number, seed = 5): Buffer {
	const next = random(seed);
	return Buffer.from(Array.from({ length }, () => Math.floor(next() * 256)));
}

describe('filters', () => {
	const plain = Buffer.from('q 1 0 0 1 20 30 cm Q '.repeat(40));

	test.each([
		['none', '<<>>', plain],
		['an empty list', '<</Filter[]>>', plain],
		['null', '<</Filter null>>', plain],
		['FlateDecode', '<</Filter/FlateDecode>>', deflateSync(plain)],
		['its short name', '<</Filter/Fl>>', deflateSync(plain)],
		['a list of one', '<</Filter[/FlateDecode]>>', deflateSync(plain)],
		['parameters in a list', '<</Filter[/FlateDecode]/DecodeParms[<</Predictor 1>>]>>', deflateSync(plain)],
		['parameters that are null', '<</Filter/FlateDecode/DecodeParms null>>', deflateSync(plain)],
		['data without the head of zlib', '<</Filter/FlateDecode>>', deflateRawSync(plain)],
	])('%s: the data come out', async (_name, dict, data) => {
		expect((await unpack(dict, data))?.equals(plain)).toBe(true);
	});

	test.each(['/LZWDecode', '/ASCIIHexDecode', '/ASCII85Decode', '/RunLengthDecode', '/DCTDecode', '[/ASCII85Decode/FlateDecode]', '[/FlateDecode/FlateDecode]', '(FlateDecode)'])(
		'%s is left to others',
		async (filter) => {
			expect(await unpack(`<</Filter${filter.startsWith('/') || filter.startsWith('[') ? '' : ' '}${filter}>>`, deflateSync(plain))).toBeUndefined();
		},
	);

	test('one value and a list of values are lists, nothing is an empty one', () => {
		expect([listOf(3), listOf([3, 4]), listOf(null), listOf(undefined)]).toEqual([[3], [3, 4], [], []]);
	});
});

describe('limits', () => {
	const data = noise(5000);

	test('as many bytes as are allowed come out, plain or packed', async () => {
		expect(await unpack('<<>>', data, 5000)).toHaveLength(5000);
		expect(await unpack('<</Filter/Fl>>', deflateSync(data), 5000)).toHaveLength(5000);
	});

	test('one more is refused', async () => {
		expect(await unpack('<<>>', data, 4999)).toBeUndefined();
		await expect(unpack('<</Filter/Fl>>', deflateSync(data), 4999)).rejects.toThrow(PdfSyntaxError);
	});

	test('a bomb ends soon after the limit, whatever it would give', async () => {
		const bomb = deflateSync(Buffer.alloc(30_000_000));
		const budget = new Budget(0, { unpacked: 1_000_000 });
		await expect(unpack('<</Filter/Fl>>', bomb, 500_000, budget)).rejects.toThrow(/too large/);
		await expect(unpack('<</Filter/Fl>>', bomb, MANY, budget)).rejects.toThrow(OverBudget);
	});

	test('all streams of a file share what may be unpacked, and each page adds to it', async () => {
		const budget = new Budget(0, { unpacked: 12_000 });
		const once = async () => await unpack('<</Filter/Fl>>', deflateSync(data), MANY, budget);
		await once();
		await once();
		await expect(once()).rejects.toThrow(OverBudget);
		budget.allowPage();
		expect(await once()).toHaveLength(5000);
	});

	test('thousands of empty streams and blocks cost something, too', async () => {
		const budget = new Budget(0, { steps: 1000 });
		for (let count = 0; count < 5; count++) await unpack('<<>>', data, MANY, budget);
		await expect(unpack('<<>>', data, MANY, budget)).rejects.toThrow(OverBudget);
		const emptyBlocks = Buffer.alloc(5 * 200, Buffer.from('000000ffff', 'hex'));
		await expect(unpack('<</Filter/Fl>>', emptyBlocks, MANY, new Budget(0, { steps: 2100 }))).rejects.toThrow(OverBudget);
		expect(await unpack('<</Filter/Fl>>', emptyBlocks, MANY, new Budget(0, { steps: 2300 }))).toHaveLength(0);
	});

	test('what one stream came out of does not show in the next', async () => {
		const budget = new Budget(0);
		const first = await unpack('<</Filter/Fl>>', deflateSync(data), MANY, budget);
		const second = await unpack('<</Filter/Fl>>', deflateSync(Buffer.from('short')), MANY, budget);
		expect(second?.toString()).toBe('short');
		expect(first?.equals(data)).toBe(true);
	});
});

/** The picture data of a PNG, which are what PDF's predictors 10 to 15 are. */
function pngData(png: Buffer): Buffer {
	const parts: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	return Buffer.concat(parts);
}

const predicted = (entries: string) => `<</Filter/FlateDecode/DecodeParms<</Predictor 15${entries}>>>>`;

describe('PNG predictors', () => {
	test.each([
		['grey', '/Colors 1', (picture: sharp.Sharp) => picture.greyscale().toColourspace('b-w')],
		['colour', '/Colors 3', (picture: sharp.Sharp) => picture],
		['colour with another channel', '/Colors 4', (picture: sharp.Sharp) => picture.ensureAlpha(0.4)],
	])('rows of every filter as an independent encoder chooses them: %s', async (_name, entries, change) => {
		const picture = change(drawing(173, 120, 1));
		const png = await picture.clone().png({ adaptiveFiltering: true, palette: false }).toBuffer();
		const raw = await picture.clone().raw().toBuffer();
		expect((await unpack(predicted(`${entries}/Columns 173`), pngData(png)))?.equals(raw)).toBe(true);
	});

	test.each<[PngKind, string, number]>([
		[{ colourType: 0, depth: 1 }, '/BitsPerComponent 1', 3],
		[{ colourType: 0, depth: 4 }, '/BitsPerComponent 4', 10],
		[{ colourType: 0, depth: 8 }, '', 19],
		[{ colourType: 0, depth: 16 }, '/BitsPerComponent 16', 38],
		[{ colourType: 2, depth: 8 }, '/Colors 3', 57],
		[{ colourType: 2, depth: 16 }, '/Colors 3/BitsPerComponent 16', 114],
	])('samples of any depth: %j', async (kind, entries, rowBytes) => {
		const next = random(kind.depth);
		const samples: number[][][] = Array.from({ length: 23 }, () => Array.from({ length: 19 }, () => [0, 1, 2].map(() => Math.floor(next() * 2 ** kind.depth))));
		const sampleAt = (x: number, y: number, channel: number) => samples[y]?.[x]?.[channel] ?? 0;
		const out = await unpack(predicted(`${entries}/Columns 19`), pngData(makePng(19, 23, kind, sampleAt)));
		const bits = Array.from(out ?? [], (byte) => byte.toString(2).padStart(8, '0')).join('');
		expect(out).toHaveLength(23 * rowBytes);
		for (const [y, row] of samples.entries()) {
			const wanted = row.flatMap((pixel) => pixel.slice(0, kind.colourType === 2 ? 3 : 1)).map((sample) => sample.toString(2).padStart(kind.depth, '0')).join('');
			expect(bits.slice(y * rowBytes * 8, y * rowBytes * 8 + wanted.length)).toBe(wanted);
		}
	});

	const data = (...rows: number[][]) => deflateSync(Buffer.from(rows.flat()));
	test.each([
		[0, [7, 8, 9]],
		[1, [7, 15, 24]],
		[2, [17, 28, 39]],
		[3, [12, 24, 36]],
		[4, [17, 28, 39]],
		// There is no such filter: the bytes are taken as they are.
		[9, [7, 8, 9]],
	])('filter %i of a row', async (filter, row) => {
		const out = await unpack(predicted('/Columns 3'), data([0, 10, 20, 30], [filter, 7, 8, 9]));
		expect(Array.from(out ?? [])).toEqual([10, 20, 30, ...row]);
	});

	test.each([
		['left', [10, 10], [50, 10], 50 + 10],
		['above', [10, 50], [10, 10], 50 + 10],
		['the corner between', [20, 10], [30, 10], 20 + 10],
		['left rather than the corner', [10, 12], [6, 1], 6 + 1],
		['above rather than the corner', [10, 6], [12, 1], 6 + 1],
	])('filter 4 takes what is nearest: %s', async (_name, above, [first = 0, second = 0], wanted) => {
		const out = await unpack(predicted('/Columns 2'), data([0, ...above], [4, first - (above[0] ?? 0), second]));
		expect(out?.[3]).toBe(wanted);
	});

	test('a column is one byte unless something else is said', async () => {
		expect(Array.from((await unpack(predicted(''), data([2, 5], [2, 1], [2, 1]))) ?? [])).toEqual([5, 6, 7]);
	});

	test('a row that is cut off is left out', async () => {
		expect(Array.from((await unpack(predicted('/Columns 3'), data([0, 1, 2, 3], [0, 4, 5]))) ?? [])).toEqual([1, 2, 3]);
	});

	test('long data: each row follows the one before', async () => {
		const rows = Array.from({ length: 30_000 }, (_, row) => [2, row === 0 ? 200 : 1, 0, row % 7]).flat();
		const out = (await unpack(predicted('/Columns 3'), deflateSync(Buffer.from(rows)))) as Buffer;
		expect(out).toHaveLength(90_000);
		expect([out[0], out[30_000 * 3 - 3]]).toEqual([200, (200 + 29_999) & 255]);
	});

	test('taking filters off counts as work', async () => {
		const rows = deflateSync(Buffer.alloc(4 * 300_000));
		await expect(unpack(predicted('/Columns 3'), rows, MANY, new Budget(0, { steps: 20_000 }))).rejects.toThrow(OverBudget);
	});

	test.each([
		['/Predictor 1/Columns 2', 'as it is'],
		['/Predictor 0', 'as it is'],
		['/Columns 2', 'as it is'],
		['/Predictor/Up', 'as it is'],
		['/Predictor 2/Columns 2', 'left to others'],
		['/Predictor 9/Columns 2', 'left to others'],
		['/Predictor 10/Columns 2', 'taken off'],
		['/Predictor 12/Columns 2', 'taken off'],
		['/Predictor 15/Columns 0', 'left to others'],
		['/Predictor 15/Columns -2', 'left to others'],
		['/Predictor 15/Colors 0/Columns 2', 'left to others'],
		['/Predictor 15/Columns 1048577', 'left to others'],
		['/Predictor 15/Columns 99999999999', 'left to others'],
	])('%s: the data are %s', async (entries, what) => {
		const out = await unpack(`<</Filter/FlateDecode/DecodeParms<<${entries}>>>>`, data([0, 5, 6]));
		expect(out && Array.from(out)).toEqual({ 'as it is': [0, 5, 6], 'taken off': [5, 6], 'left to others': undefined }[what]);
	});

	test('the longest row is read', async () => {
		const out = await unpack(predicted('/Columns 1048576'), deflateSync(Buffer.alloc(1_048_577)));
		expect(out).toHaveLength(1_048_576);
	});
});

/** Bits in the order of deflate. Words of Huffman codes are given as text, their first bit first. */
function bits(...parts: Array<[value: number, count: number] | string>): Buffer {
	const all = parts.flatMap((part) =>
		typeof part === 'string' ? [...part].map(Number) : Array.from({ length: part[1] }, (_, bit) => (part[0] >> bit) & 1),
	);
	const out = Buffer.alloc(Math.ceil(all.length / 8));
	all.forEach((bit, index) => (out[index >> 3] = (out[index >> 3] ?? 0) | (bit << (index & 7))));
	return out;
}

const FIXED: [number, number] = [1, 2];
const LAST: [number, number] = [1, 1];
const LETTER_A = '10010001';
const LETTER_B = '10010010';
const END = '0000000';

function inflate(data: Buffer, at = 0): Buffer {
	const inflater = new Inflater(data, at);
	while (!inflater.isDone) inflater.run(Math.min(inflater.length + 1000, 1_000_000));
	return inflater.result();
}

describe('damaged data give what stands before the damage', () => {
	test.each([
		['no damage', bits(LAST, FIXED, LETTER_A, LETTER_B, END), 'ab'],
		['a match', bits(LAST, FIXED, LETTER_A, '0000010', '00000', LETTER_B, END), 'aaaaab'],
		['a match from before the beginning', bits(LAST, FIXED, LETTER_A, '0000001', '00001', LETTER_B, END), 'a'],
		['a distance that does not exist', bits(LAST, FIXED, LETTER_A, '0000001', '11110', LETTER_B, END), 'a'],
		['a length that does not exist', bits(LAST, FIXED, LETTER_A, '11000110', '00000', LETTER_B, END), 'a'],
		['a block of an unknown kind', bits([0, 1], FIXED, LETTER_A, END, LAST, [3, 2], LETTER_B), 'a'],
		['a block that is followed by the last one', bits([0, 1], FIXED, LETTER_A, END, LAST, FIXED, LETTER_B, END), 'ab'],
		['bytes behind the last block', bits(LAST, FIXED, LETTER_A, END, [0, 20], FIXED, LETTER_B, END), 'a'],
		['a stored block', Buffer.from('010200fdff6162', 'hex'), 'ab'],
		['a stored block whose lengths contradict each other', Buffer.concat([Buffer.from([0]), bits(LAST, FIXED, LETTER_A, END, [0, 8])]), ''],
		['a stored block that is cut off', Buffer.from('010200fdff61', 'hex'), 'a'],
		['nothing at all', Buffer.alloc(0), ''],
	])('%s', (_name, data, wanted) => {
		expect(inflate(data).toString()).toBe(wanted);
	});

	test.each([
		['more words than a code can have', [LAST, [2, 2], [0, 5], [0, 5], [0, 4], ...Array<[number, number]>(4).fill([1, 3])]],
		['a repetition without anything before it', [LAST, [2, 2], [0, 5], [0, 5], [0, 4], [1, 3], [1, 3], [0, 3], [0, 3], '0']],
	] as Array<[string, Array<[number, number] | string>]>)('a code of its own with %s', (_name, parts) => {
		expect(inflate(bits(...parts, [0, 30]))).toHaveLength(0);
	});

	const lines = Array.from({ length: 120 }, (_, index) => `${index * 37} ${index % 11} l ${'mnop'[index % 4]}\n`).join('');
	const next = random(2);
	// Letters that are ever rarer have words of ever more bits.
	const rarer = `${Array.from({ length: 1500 }, () => String.fromCharCode(97 + Math.min(15, Math.floor(-Math.log2(next() + 1e-6))))).join('')}onml`;
	test.each([
		['short matches', lines, { level: 1 }],
		['usual matches', lines, { level: 6 }],
		['the fixed codes', lines, { strategy: constants.Z_FIXED }],
		['long words', rarer, { strategy: constants.Z_HUFFMAN_ONLY }],
	])('cut off after any byte: %s', (_name, text, options) => {
		const whole = deflateSync(text, options);
		for (let length = 2; length < whole.length; length++) {
			const cut = whole.subarray(0, length);
			expect([length, inflate(cut, 2).toString()]).toEqual([length, inflateSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).toString()]);
		}
	});
});
