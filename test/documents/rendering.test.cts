import { createCanvas, loadImage } from '@napi-rs/canvas';
import { drawBoxes } from '../../workshop/documents/annotate.cts';
import { compose } from '../../workshop/documents/compose.cts';
import { joinWords, widthOf, wrap } from '../../workshop/documents/fonts.cts';
import { joinLines, Page } from '../../workshop/documents/page.cts';
import type { RenderedDocument } from '../../workshop/documents/types.cts';
import { drawTable } from '../../workshop/documents/table.cts';

// Loading the typefaces takes its time on a busy machine.
jest.setTimeout(60_000);

const style = { size: 20 };
const look = { rules: 'none', headerBold: false, vertical: 'top', pitch: 2 } as const;

/** Dark pixels of an image, before and after all blocks are painted over with white. */
async function darkPixels({ image, width, height, blocks }: RenderedDocument): Promise<{ before: number; after: number }> {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	const count = () => {
		const { data } = context.getImageData(0, 0, width, height);
		let dark = 0;
		for (let offset = 0; offset < data.length; offset += 4) if ((data[offset] ?? 255) < 128) dark++;
		return dark;
	};
	context.drawImage(await loadImage(image), 0, 0);
	const before = count();
	context.fillStyle = '#ffffff';
	for (const { location } of blocks) {
		context.beginPath();
		for (const [x, y] of location) context.lineTo(x, y);
		context.fill();
	}
	return { before, after: count() };
}

describe('a rendered page', () => {
	test.each([0, 90, 180, 270, 7.5, 352])('turned by %d degrees has all its ink inside its blocks', async (turn) => {
		const page = new Page(420);
		page.text('一行文字 with both', 40, 50, style);
		page.text('Right', 400, 90, { size: 28, bold: true }, 'right');
		page.height = 130;
		const document = await compose(page, { name: 'page', kind: 'plain-text', turn }).render();
		const { before, after } = await darkPixels(document);
		expect(before).toBeGreaterThan(500);
		expect(after).toBe(0);
		expect(document.lines).toEqual(['一行文字 with both', 'Right']);
	});

	test('a scaled page has its truth scaled', () => {
		const page = new Page(400);
		page.text('Text', 100, 50, style);
		page.height = 100;
		const [plain, large] = [1, 2].map((scale) => compose(page, { name: 'page', kind: 'plain-text', scale }));
		expect([large?.width, large?.height]).toEqual([800, 200]);
		expect(large?.blocks[0]?.location[0][0]).toBeCloseTo((plain?.blocks[0]?.location[0][0] ?? 0) * 2, -1);
	});

	test('runs near each other are one block, runs further apart are two', () => {
		const page = new Page(600);
		const end = page.text('Label:', 20, 30, style);
		const far = page.text('near', end + 6, 30, style);
		page.text('far', far + 40, 30, style);
		page.height = 60;
		expect(compose(page, { name: 'page', kind: 'form-en' }).blocks.map(({ words }) => words)).toEqual(['Label: near', 'far']);
	});
});

describe('a table', () => {
	const columns = [{ header: 'Name', align: 'left' }, { header: 'Text', align: 'left', wrapAt: 120 }] as const;

	test('joins the lines of a wrapped cell: Latin words with a space, Chinese characters without', () => {
		const page = new Page(500);
		drawTable(page, columns, [['a', 'several words that need two lines'], ['b', '这一段文字很长需要分成两行'], ['c', '']], { left: 0, right: 500, top: 0 }, style, look);
		expect(page.tables).toEqual([
			{ header: ['Name', 'Text'], rows: [['a', 'several words that need two lines'], ['b', '这一段文字很长需要分成两行'], ['c', '']] },
		]);
		expect(page.runs.length).toBeGreaterThan(8);
	});

	test('that does not fit is an error, not a page with text over text', () => {
		const draw = () => drawTable(new Page(60), columns, [['a long name', 'b']], { left: 0, right: 60, top: 0 }, style, look);
		expect(draw).toThrow(/too wide/);
	});
});

describe('line breaks', () => {
	test('keep to the width, keep words whole and never begin with a full stop', () => {
		const lines = wrap('请提前一天通知。Please call before delivery，谢谢。', 130, style);
		expect(lines.every((line) => widthOf(line, style) <= 150)).toBe(true);
		expect(lines.some((line) => /^[，。]/.test(line))).toBe(false);
		expect(lines.join(' ').split(/\s+/)).toEqual(expect.arrayContaining(['before']));
	});

	test('are undone by joining', () => {
		expect(joinLines(['两行', '文字'])).toBe('两行文字');
		expect(joinLines(['two', 'lines'])).toBe('two lines');
		expect(joinWords('A4', '纸')).toBe('A4 纸');
	});
});

describe('the picture of a result', () => {
	test('is a PNG of the page with a red box around the block', async () => {
		const page = { width: 60, height: 40, data: new Uint8Array(60 * 40 * 3).fill(255) };
		const picture = await loadImage(await drawBoxes(page, [[[20, 10], [50, 10], [50, 30], [20, 30]]]));
		const context = createCanvas(60, 40).getContext('2d');
		context.drawImage(picture, 0, 0);
		const [red = 0, green = 0] = context.getImageData(50, 20, 1, 1).data;
		expect([picture.width, picture.height]).toEqual([60, 40]);
		expect(red - green).toBeGreaterThan(80);
		expect([...context.getImageData(55, 35, 1, 1).data]).toEqual([255, 255, 255, 255]);
	});
});
