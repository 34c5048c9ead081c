// Recognition: what is read, where it stands, which way it runs. Pages are drawn here, so the truth is known.
import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { type Emulator, startEmulator } from '../../workshop/emulator/server.cts';
import { ocr, type ReplyBlock, type ReplyResult, resultOf, tokenOf } from '../../workshop/emulator/client.cts';
import { bmp, ico, pcx, psd } from './encoders.cts';

jest.setTimeout(60_000);

let emulator: Emulator;
let token: string;

beforeAll(async () => {
	emulator = await startEmulator();
	token = await tokenOf(emulator);
});
afterAll(() => emulator.close());

const LINES = ['Invoice 2026-0042', 'Delivery on Tuesday morning', 'Total amount 1,234.50'];
const WIDTH = 640;
const HEIGHT = 260;

/** Three lines of dark text on white, turned clockwise on screen by `degrees`, as PNG. */
function page(degrees = 0, lines = LINES): Buffer {
	const radians = (degrees * Math.PI) / 180;
	const cos = Math.abs(Math.cos(radians));
	const sin = Math.abs(Math.sin(radians));
	const width = Math.round(WIDTH * cos + HEIGHT * sin);
	const height = Math.round(WIDTH * sin + HEIGHT * cos);
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.translate(width / 2, height / 2);
	context.rotate(radians);
	context.translate(-WIDTH / 2, -HEIGHT / 2);
	context.fillStyle = '#111';
	context.font = '32px sans-serif';
	lines.forEach((line, index) => context.fillText(line, 50, 60 + index * 75));
	return canvas.toBuffer('image/png');
}

async function read(image: Buffer, fields: Record<string, unknown> = {}): Promise<ReplyResult> {
	return resultOf(await ocr(emulator, { image: image.toString('base64'), ...fields }, { token }));
}

const wordsOf = (result: ReplyResult): string[] => result.words_block_list.map((block) => block.words);

/** Angle of a block's top edge, clockwise, [0, 360). */
function angleOf({ location: [a, b] }: ReplyBlock): number {
	if (!a || !b) throw new Error('no corners');
	return ((Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI + 360) % 360;
}

const apart = (a: number, b: number): number => Math.min(Math.abs(a - b), 360 - Math.abs(a - b));

describe.each([0, 90, 180, 270, 5, 355, 12, 30, 98, 185, 263, 300])('a page turned by %d° clockwise', (degrees) => {
	let result: ReplyResult;

	beforeAll(async () => {
		result = await read(page(degrees), { detect_direction: true });
	});

	test('is read in reading order', () => expect(wordsOf(result)).toEqual(LINES));

	test('tells its direction within 1°', () => expect(apart(result.direction, degrees)).toBeLessThan(1));

	test('corners are integers, start at the text and run clockwise along it', () => {
		for (const block of result.words_block_list) {
			expect(block.location.flat().every(Number.isInteger)).toBe(true);
			expect(apart(angleOf(block), degrees)).toBeLessThan(3);
			const [a, b, , d] = block.location;
			if (!a || !b || !d) throw new Error('no corners');
			// The way down the text is a quarter turn clockwise from the way along it.
			expect((b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0])).toBeGreaterThan(0);
		}
	});
});

test('without detect_direction: -1, but a turned page is read and its corners follow the text all the same', async () => {
	const result = await read(page(90));
	expect(result.direction).toBe(-1);
	expect(wordsOf(result)).toEqual(LINES);
	expect(result.words_block_list.every((block) => apart(angleOf(block), 90) < 3)).toBe(true);
});

test('where the text stands: corners enclose the ink', async () => {
	const [block] = (await read(page(0, ['MMMM']))).words_block_list;
	const xs = block?.location.map(([x]) => x) ?? [];
	const ys = block?.location.map(([, y]) => y) ?? [];
	const context = createCanvas(10, 10).getContext('2d');
	context.font = '32px sans-serif';
	const right = 50 + context.measureText('MMMM').width;
	expect(Math.abs(Math.min(...xs) - 50)).toBeLessThanOrEqual(8);
	expect(Math.abs(Math.max(...xs) - right)).toBeLessThanOrEqual(8);
	expect(Math.min(...ys)).toBeLessThanOrEqual(37);
	expect(Math.max(...ys)).toBeGreaterThanOrEqual(60);
	expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(45);
});

test('EXIF orientation does not move anything: corners belong to the pixels as stored', async () => {
	const plain = await sharp(page()).jpeg({ quality: 95 }).toBuffer();
	const tagged = await sharp(plain).withMetadata({ orientation: 3 }).jpeg({ quality: 95 }).toBuffer();
	const result = await read(tagged, { detect_direction: true });
	expect(wordsOf(result)).toEqual(LINES);
	expect(apart(result.direction, 0)).toBeLessThan(1);
	const [first] = result.words_block_list;
	expect(first?.location[0]?.[1]).toBeLessThan(80);
});

describe('characters', () => {
	test('one for each letter, tiling the block from its start to its end', async () => {
		const result = await read(page(0), { character_mode: true });
		for (const { words, location, char_list: characters = [] } of result.words_block_list) {
			expect(characters.map(({ char }) => char).join('')).toBe(words.replaceAll(' ', ''));
			expect(characters[0]?.char_location[0]).toEqual(location[0]);
			expect(characters.at(-1)?.char_location[2]).toEqual(location[2]);
			characters.slice(1).forEach((character, index) => {
				expect(character.char_location[0]).toEqual(characters[index]?.char_location[1]);
				expect(character.char_location[3]).toEqual(characters[index]?.char_location[2]);
			});
			expect(characters.every(({ char_confidence: c }) => c > 0 && c <= 1)).toBe(true);
		}
	});

	test('on a page turned by 90° they run downwards', async () => {
		const [first] = (await read(page(90), { character_mode: true })).words_block_list;
		const ys = first?.char_list?.map(({ char_location: [corner] }) => corner?.[1] ?? 0) ?? [];
		expect(ys).toEqual([...ys].sort((a, b) => a - b));
		expect(new Set(ys).size).toBeGreaterThan(10);
	});
});

test('markdown: tabs within a row, line breaks between rows', async () => {
	const canvas = createCanvas(700, 200);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, 700, 200);
	context.fillStyle = '#111';
	context.font = '28px sans-serif';
	const cells = [
		['Article', 'Number', 'Price'],
		['Lamp', '12', '34.50'],
	];
	cells.forEach((row, y) => row.forEach((cell, x) => context.fillText(cell, 40 + x * 240, 60 + y * 70)));
	const result = await read(canvas.toBuffer('image/png'), { return_markdown_result: true });
	expect(result.markdown_result).toBe('Article\tNumber\tPrice\nLamp\t12\t34.50');
});

describe('quick_mode', () => {
	test('reads one line, with a box around its ink', async () => {
		const canvas = createCanvas(420, 60);
		const context = canvas.getContext('2d');
		context.fillStyle = '#fff';
		context.fillRect(0, 0, 420, 60);
		context.fillStyle = '#111';
		context.font = '36px sans-serif';
		context.fillText('Order 7711 today', 20, 42);
		const result = await read(canvas.toBuffer('image/png'), { quick_mode: true });
		expect(wordsOf(result)).toEqual(['Order 7711 today']);
		const [[left, top] = [0, 0], , [right, bottom] = [0, 0]] = result.words_block_list[0]?.location ?? [];
		expect([left >= 10, left <= 25, top >= 3, bottom <= 57, right > 250, right < 420]).toEqual(Array(6).fill(true));
	});

	test('a page of several lines is read in full all the same', async () => {
		expect(wordsOf(await read(page(), { quick_mode: true }))).toEqual(LINES);
	});
});

test('one line set upright among level ones is read along its own direction, unless there is only one', async () => {
	const canvas = createCanvas(640, 420);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, 640, 420);
	context.fillStyle = '#111';
	context.font = '32px sans-serif';
	LINES.forEach((line, index) => context.fillText(line, 150, 80 + index * 110));
	context.translate(70, 380);
	context.rotate(-Math.PI / 2);
	context.fillText('Copy of the customer', 0, 0);
	const image = canvas.toBuffer('image/png');
	const result = await read(image, { detect_direction: true });
	const upright = result.words_block_list.find((block) => block.words === 'Copy of the customer');
	expect(upright && apart(angleOf(upright), 270)).toBeLessThan(3);
	expect(apart(result.direction, 0)).toBeLessThan(1);
	const single = await read(image, { single_orientation_mode: true });
	expect(wordsOf(single)).not.toContain('Copy of the customer');
	expect(wordsOf(single)).toEqual(expect.arrayContaining(LINES));
});

test('Chinese and English, spaces between English words only', async () => {
	const { fontFamily } = await import('./fonts.cts').then((fonts) => fonts.useChineseFont());
	const canvas = createCanvas(640, 160);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, 640, 160);
	context.fillStyle = '#111';
	context.font = `32px "${fontFamily}"`;
	context.fillText('用车部门 Department', 40, 60);
	context.fillText('请于三月二十日前提交申请', 40, 120);
	const words = wordsOf(await read(canvas.toBuffer('image/png')));
	expect(words).toEqual(['用车部门 Department', '请于三月二十日前提交申请']);
});

describe('formats', () => {
	let pixels: { width: number; height: number; data: Uint8Array };

	beforeAll(async () => {
		const { data, info } = await sharp(page()).flatten({ background: '#fff' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
		pixels = { width: info.width, height: info.height, data };
	});

	const encode: Record<string, () => Promise<Buffer>> = {
		jpeg: () => sharp(page()).jpeg().toBuffer(),
		'jpeg, CMYK': () => sharp(page()).toColourspace('cmyk').jpeg().toBuffer(),
		'png with alpha': () => sharp(page()).ensureAlpha(0.999).png().toBuffer(),
		'png, grey': () => sharp(page()).greyscale().png().toBuffer(),
		'png, 16 bits': () => sharp(page()).toColourspace('rgb16').png().toBuffer(),
		gif: () => sharp(page()).gif().toBuffer(),
		webp: () => sharp(page()).webp().toBuffer(),
		'tiff, one bit': () => sharp(page()).greyscale().toColourspace('b-w').threshold(128).tiff({ bitdepth: 1, compression: 'deflate' }).toBuffer(),
		'tiff, LZW': () => sharp(page()).tiff({ compression: 'lzw' }).toBuffer(),
		'bmp, 24 bits': () => Promise.resolve(bmp(pixels, 24)),
		'bmp, 8 bits': () => Promise.resolve(bmp(pixels, 8)),
		'bmp, 1 bit': () => Promise.resolve(bmp(pixels, 1)),
		pcx: () => Promise.resolve(pcx(pixels)),
		psd: () => Promise.resolve(psd(pixels)),
		'ico with a bitmap': async () => ico(await small(), false),
		'ico with a PNG': async () => ico(await small(), true),
	};

	/** ICO holds at most 256 px. */
	async function small(): Promise<{ width: number; height: number; data: Uint8Array; png: Buffer }> {
		const canvas = createCanvas(250, 50);
		const context = canvas.getContext('2d');
		context.fillStyle = '#fff';
		context.fillRect(0, 0, 250, 50);
		context.fillStyle = '#111';
		context.font = '24px sans-serif';
		context.fillText(LINES[0] ?? '', 15, 34);
		const png = canvas.toBuffer('image/png');
		const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
		return { width: info.width, height: info.height, data, png };
	}

	test.each(Object.keys(encode))('%s', async (name) => {
		const bytes = (await encode[name]?.()) ?? Buffer.alloc(0);
		const words = wordsOf(await read(bytes));
		expect(words).toEqual(name.startsWith('ico') ? LINES.slice(0, 1) : LINES);
	});

	test('damaged files of every format get a format error, and the next page is read', async () => {
		for (const [name, make] of Object.entries(encode)) {
			const bytes = await make();
			const reply = await ocr(emulator, { image: bytes.subarray(0, Math.min(150, bytes.length >> 1)).toString('base64') }, { token });
			expect([name, reply.status, reply.json?.error_code]).toEqual([name, 400, 'AIS.0102']);
		}
		expect(wordsOf(await read(page()))).toEqual(LINES);
	});
});

test('while a page is read, other calls are answered', async () => {
	const reading = read(page(30));
	let answered = 0;
	let done = false;
	void reading.finally(() => (done = true));
	while (!done) {
		await ocr(emulator, {}, { token });
		answered++;
	}
	expect(answered).toBeGreaterThan(3);
});

test('an empty page gives no blocks', async () => {
	const result = await read(page(0, []), { detect_direction: true });
	expect(result).toEqual({ direction: 0, words_block_count: 0, words_block_list: [] });
});

describe('PDF', () => {
	async function pdf(width: number, height: number, words: string, size: number): Promise<Buffer> {
		const document = await PDFDocument.create();
		document.addPage([width, height]).drawText(words, { x: width / 10, y: height / 2, size });
		return Buffer.from(await document.save());
	}

	test('one point is two px of the answer', async () => {
		const [block] = (await read(await pdf(300, 100, 'Page one', 24))).words_block_list;
		expect(block?.words).toBe('Page one');
		const [corner] = block?.location ?? [];
		expect(Math.abs((corner?.[0] ?? 0) - 60)).toBeLessThanOrEqual(8);
	});

	test('a page of poster size is drawn smaller', async () => {
		const [block] = (await read(await pdf(14_000, 7_000, 'Poster', 2_000))).words_block_list;
		expect(block?.words).toBe('Poster');
		expect(Math.max(...(block?.location.flat() ?? []))).toBeLessThanOrEqual(4096);
	});

	test('no PDF behind its first bytes', async () => {
		const reply = await ocr(emulator, { image: Buffer.from('%PDF-1.7\nnothing').toString('base64') }, { token });
		expect(reply.json).toEqual({ error_code: 'AIS.0102', error_msg: 'The image format is not supported.' });
	});
});
