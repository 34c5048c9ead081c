import sharp from 'sharp';

import { renderPreview } from '../../nodes/HuaweiOcr/pictures/preview/index.ts';
import type { PreviewMark } from '../../nodes/HuaweiOcr/pictures/previewMark.ts';
import { chunk, header } from './makePng.cts';

type Corners = PreviewMark['corners'];

const box = (left: number, top: number, right: number, bottom: number): Corners => [[left, top], [right, top], [right, bottom], [left, bottom]];
const GREY = '#808080';

async function shown(page: Parameters<typeof renderPreview>[0]) {
	const { data, info } = await sharp(await renderPreview(page)).raw().toBuffer({ resolveWithObject: true });
	const at = (x: number, y: number): string =>
		`#${data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3).toString('hex')}`;
	return { width: info.width, height: info.height, at };
}

const page = (width = 400, height = 300): sharp.Sharp => sharp({ create: { width, height, channels: 3, background: GREY } });

test.each<[PreviewMark['kind'], string]>([
	['block', '#d62828'],
	['label', '#0072b2'],
	['value', '#009e73'],
	['doubt', '#e66100'],
	['cell', '#785ea0'],
])('%s has its colour', async (kind, colour) => {
	const { at } = await shown({ image: await page().png().toBuffer(), marks: [{ corners: box(50, 60, 150, 90), kind }] });
	expect([at(50, 75), at(100, 60), at(150, 75), at(100, 90)]).toEqual([colour, colour, colour, colour]);
	expect([at(100, 75), at(20, 20)]).toEqual([GREY, GREY]);
});

test('an arrow from the label to its value, between their nearest sides', async () => {
	const marks: PreviewMark[] = [
		{ corners: box(200, 100, 300, 120), kind: 'value', from: 1 },
		{ corners: box(20, 100, 80, 120), kind: 'label' },
	];
	const { at } = await shown({ image: await page().png().toBuffer(), marks });
	expect([at(90, 110), at(140, 110), at(195, 110)]).toEqual(['#009e73', '#009e73', '#009e73']);
	expect([at(50, 110), at(250, 110)]).toEqual([GREY, GREY]);
});

test('doubt lies over everything else', async () => {
	const corners = box(50, 60, 150, 90);
	const { at } = await shown({ image: await page().png().toBuffer(), marks: [{ corners, kind: 'doubt' }, { corners, kind: 'value' }] });
	expect(at(100, 60)).toBe('#e66100');
});

test('texts stand on a plate at the corner; texts without glyphs leave no trace', async () => {
	const marks: PreviewMark[] = [
		{ corners: box(50, 60, 150, 90), kind: 'label', text: 'Qty 7' },
		{ corners: box(50, 160, 150, 190), kind: 'label', text: '数量' },
	];
	const { at } = await shown({ image: await page().png().toBuffer(), marks });
	expect(at(50, 54)).toBe('#0072b2');
	const row = Array.from({ length: 20 }, (_, x) => at(51 + x, 56));
	expect(row).toContain('#ffffff');
	expect(at(50, 154)).toBe(GREY);
});

test.each(['jpeg', 'png', 'tiff'] as const)('a large %s is scaled down with its marks', async (format) => {
	const image = await page(2000, 1500).toFormat(format).toBuffer();
	const { width, height, at } = await shown({ image, marks: [{ corners: box(500, 500, 1500, 1000), kind: 'value' }] });
	expect([width, height]).toEqual([1600, 1200]);
	expect([at(400, 600), at(800, 400)]).toEqual(['#009e73', '#009e73']);
	expect(at(800, 600)).toBe(GREY);
});

describe('without a page that can be shown, the marks stand on white', () => {
	const marks: PreviewMark[] = [{ corners: box(50, 60, 150, 90), kind: 'value' }];
	const size = { width: 400, height: 300 };
	const bomb = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header(60_000, 60_000, 8, 0)), chunk('IDAT', Buffer.alloc(500))]);
	test.each<[string, () => Promise<Buffer> | Buffer]>([
		['a format that is not decoded', () => page().webp().toBuffer()],
		['a bomb', () => bomb],
		['a file that is cut off', async () => (await page().jpeg().toBuffer()).subarray(0, 500)],
	])('%s', async (_name, image) => {
		const { width, height, at } = await shown({ image: await image(), size, marks });
		expect([width, height, at(50, 75), at(300, 200)]).toEqual([400, 300, '#009e73', '#ffffff']);
	});

	test('and without a size the page ends behind them', async () => {
		const { width, height } = await shown({ marks });
		expect([width, height]).toEqual([190, 130]);
	});
});

test('positions without sense cost nothing and hide nothing', async () => {
	const odd = [1e300, -1e300, 1e12, -1e12, Number.NaN, Infinity, 0, -5].flatMap((far): PreviewMark[] => [
		{ corners: box(far, 10, 50, 40), kind: 'block', text: '1' },
		{ corners: box(10, -far, far, far), kind: 'label', from: 0, text: '2' },
	]);
	const marks: PreviewMark[] = [...odd, { corners: box(50, 60, 150, 90), kind: 'doubt', from: 99 }];
	const { width, at } = await shown({ image: await page().png().toBuffer(), marks });
	expect([width, at(100, 60)]).toEqual([400, '#e66100']);
	await expect(shown({ marks })).resolves.toMatchObject({ width: 1600 });
});
