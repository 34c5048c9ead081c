import '../../workshop/harness/environment.cts';
import sharp from 'sharp';
import type { IBinaryData } from 'n8n-workflow';

import { storeBinary } from '../../workshop/harness/binaryStorage.cts';
import { imageItems, runOcr, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 2 } });

/** A grey page, large enough for the fixture's two blocks at (10,10)–(90,30) and (110,10)–(190,30). */
const page = (width = 400, height = 200) =>
	sharp({ create: { width, height, channels: 3, background: '#808080' } });

async function previewOf(file: Buffer, fileName: string, parameters: object = {}) {
	const run = await runOcr({
		emulator: emulator(),
		items: [{ json: {}, binary: { data: await storeBinary(file, { fileName }) } }],
		parameters: { operation: 'raw', options: { preview: true }, ...parameters },
	});
	expect(run.error).toBeUndefined();
	const preview = run.items[0]?.binary?.preview as IBinaryData;
	const { data, info } = await sharp(Buffer.from(preview.data, 'base64')).raw().toBuffer({ resolveWithObject: true });
	const at = (x: number, y: number): number[] => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
	return { preview, info, at };
}

const RED = [214, 40, 40];
const GREY = [128, 128, 128];
const WHITE = [255, 255, 255];

test.each(['png', 'jpeg'] as const)('%s: the page itself, with a box around each block and its number', async (format) => {
	const { preview, info, at } = await previewOf(await page().toFormat(format).toBuffer(), `scan.${format}`);
	expect(preview).toMatchObject({ fileName: 'scan-preview.png', mimeType: 'image/png', fileExtension: 'png' });
	expect(info).toMatchObject({ format: 'raw', width: 400, height: 200, channels: 3 });
	for (const [x, y] of [[10, 30], [90, 30], [110, 30], [190, 30]] as const) expect(at(x, y)).toEqual(RED);
	expect(at(300, 150)).toEqual(GREY);
	expect(at(50, 20)).toEqual(GREY);
});

test('a format that cannot be decoded gives a white page of the same size with the boxes', async () => {
	const { info, at } = await previewOf(await page().webp().toBuffer(), 'scan.webp');
	expect([info.width, info.height]).toEqual([400, 200]);
	expect(at(90, 30)).toEqual(RED);
	expect(at(300, 150)).toEqual(WHITE);
});

test('a large page is scaled down with its boxes', async () => {
	const { info, at } = await previewOf(await page(3200, 1600).png().toBuffer(), 'large.png');
	expect([info.width, info.height]).toEqual([1600, 800]);
	expect(at(45, 15)).toEqual(RED);
	expect(at(1000, 500)).toEqual(GREY);
});

test.each([
	['transparent', () => sharp({ create: { width: 400, height: 200, channels: 4, background: '#80808000' } }).png().toBuffer(), WHITE],
	['one-bit', () => page().threshold(1).toColourspace('b-w').png({ colours: 2, bitdepth: 1 } as never).toBuffer(), WHITE],
	['palette', () => page().png({ palette: true }).toBuffer(), GREY],
	['16-bit grey', () => page().toColourspace('grey16').png().toBuffer(), GREY],
])('PNG, %s', async (_name, file, colour) => {
	const { at } = await previewOf(await file(), 'scan.png');
	at(300, 150).forEach((sample, index) => expect(Math.abs(sample - (colour[index] ?? 0))).toBeLessThan(3));
});

test('other outputs carry no picture, and without the option there is none', async () => {
	const parameters = { operation: 'blocks', options: { preview: true } };
	const blocks = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters });
	const raw = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { operation: 'raw' } });
	expect([...blocks.items, ...raw.items].filter(({ binary }) => binary !== undefined)).toEqual([]);
});
