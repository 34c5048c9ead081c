import sharp from 'sharp';
import { cellsOf, findRules } from '../../nodes/HuaweiOcr/layout/rules/index.ts';
import type { GreyImage, Rule } from '../../nodes/HuaweiOcr/layout/rules/index.ts';
import { ruledPicture } from '../../workshop/documents/ruledPictures.cts';

const level = (y: number, x1: number, x2: number): Rule => ({ isHorizontal: true, x1, y1: y, x2, y2: y, tolerance: 2, seen: [[0, 1]] });
const upright = (x: number, y1: number, y2: number): Rule => ({ isHorizontal: false, x1: x, y1, x2: x, y2, tolerance: 2, seen: [[0, 1]] });
const spans = (rules: readonly Rule[]) => cellsOf(rules).map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]);
const GRID = [level(10, 10, 310), level(60, 10, 310), level(110, 10, 310), upright(10, 10, 110), upright(110, 10, 110), upright(210, 10, 110), upright(310, 10, 110)];

describe('cells of rules', () => {
	test('a full grid', () => {
		expect(spans(GRID)).toEqual([[0, 0, 1, 1], [0, 1, 1, 1], [0, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]);
		expect(cellsOf(GRID)[4]).toMatchObject({ left: 110, top: 60, right: 210, bottom: 110, table: 0 });
	});

	test.each<[string, Rule[], number[][]]>([
		['two columns merged in the first row', [...GRID.slice(0, 4), upright(110, 60, 110), ...GRID.slice(5)], [[0, 0, 1, 2], [0, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]],
		['two rows merged in the first column', [GRID[0], level(60, 110, 310), ...GRID.slice(2)].filter((rule) => rule !== undefined), [[0, 0, 2, 1], [0, 1, 1, 1], [0, 2, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]],
		['a broken rule', [level(10, 10, 130), level(10, 150, 310), ...GRID.slice(1)], [[0, 0, 1, 1], [0, 1, 1, 1], [0, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]],
		['an underline within a cell', [...GRID, level(45, 120, 180)], [[0, 0, 1, 1], [0, 1, 1, 1], [0, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]],
		['open sides', [...GRID.slice(0, 3), upright(110, 10, 110), upright(210, 10, 110)], [[0, 0, 1, 1], [0, 1, 1, 1], [0, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]],
		['columns merged in a row so low that the rule of the column was bridged over it', [...GRID.slice(0, 4), { ...upright(110, 10, 110), seen: [[0.5, 1]] }, ...GRID.slice(5)], [[0, 0, 1, 2], [0, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]]],
		['rules that do not cross', [level(10, 10, 310), level(60, 10, 310)], []],
		['a single frame', [level(10, 10, 310), level(60, 10, 310), upright(10, 10, 60), upright(310, 10, 60)], []],
	])('%s', (_, rules, wanted) => {
		expect(spans(rules)).toEqual(wanted);
	});

	test('squared paper is no table, a large form is one', () => {
		const squared = (lines: number) => Array.from({ length: lines }, (_, line) => [level(10 + 20 * line, 10, 10 + 20 * (lines - 1)), upright(10 + 20 * line, 10, 10 + 20 * (lines - 1))]).flat();
		expect(cellsOf(squared(60))).toHaveLength(59 * 59);
		expect(cellsOf(squared(101))).toEqual([]);
	});

	test('two grids are numbered from top to bottom', () => {
		const below = GRID.map((rule) => ({ ...rule, y1: rule.y1 + 200, y2: rule.y2 + 200 }));
		expect(cellsOf([...below, ...GRID]).map(({ table }) => table)).toEqual([...new Array<number>(6).fill(0), ...new Array<number>(6).fill(1)]);
	});

	test.each([-8, -3, 5, 8])('%d° askew, corners where the rules cross', (degrees) => {
		const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
		const turned = GRID.map((rule): Rule => ({ ...rule, x1: rule.x1 * cos - rule.y1 * sin, y1: rule.x1 * sin + rule.y1 * cos, x2: rule.x2 * cos - rule.y2 * sin, y2: rule.x2 * sin + rule.y2 * cos }));
		expect(spans(turned)).toEqual(spans(GRID));
		const [x, y] = cellsOf(turned)[4]?.corners[0] ?? [0, 0];
		expect(x).toBeCloseTo(110 * cos - 60 * sin, 3);
		expect(y).toBeCloseTo(110 * sin + 60 * cos, 3);
	});

	test('a photo from the side: rules that are not parallel', () => {
		const aslant = ([x, y]: [number, number]): [number, number] => [x, 60 + (y - 60) * (0.85 + (0.3 * x) / 310)];
		const moved = GRID.map((rule): Rule => {
			const [[x1, y1], [x2, y2]] = [aslant([rule.x1, rule.y1]), aslant([rule.x2, rule.y2])];
			return { ...rule, x1, y1, x2, y2 };
		});
		expect(spans(moved)).toEqual(spans(GRID));
	});
});

async function greyOf(image: Buffer): Promise<GreyImage> {
	const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
	return { width: info.width, height: info.height, data: new Uint8Array(data), scale: 1 };
}

const noPause = async () => await Promise.resolve();

describe('rules of pictures', () => {
	// Red and dashed lines at 100 and 150 dpi: clean, JPEG 50, noise, photo; up to 8° askew.
	// Then, at 100 and 150 dpi: borders of two or three dashes (4/15, 2/31); text in the place of a dotted or faint
	// line that ends before a merged cell (4/25, 6/35).
	test.each([['1', 5], ['1', 15], ['1', 21], ['1', 45], ['4', 15], ['2', 31], ['4', 25], ['6', 35]])('generated picture %s/%d', async (seed, number) => {
		const picture = await ruledPicture(seed, number);
		const cells = cellsOf(await findRules(await greyOf(picture.image), noPause));
		const found = cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan].join());
		const wanted = picture.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan].join());
		expect(found.sort()).toEqual(wanted.sort());
	});

	describe('an upright line of specks', () => {
		const [width, height] = [320, 240];
		const rows = [30, 66, 102, 138, 174, 210];

		/** A dashed form of one column; `isDark` tells what else is drawn. */
		async function cellsWith(isDark: (x: number, y: number) => boolean): Promise<string[]> {
			const data = new Uint8Array(width * height).fill(255);
			const draw = (x: number, y: number, grey: number) => (data[y * width + x] = grey);
			for (const y of rows) for (let x = 30; x <= 290; x++) if (x % 8 < 5) draw(x, y, 0);
			for (let y = 30; y <= 210; y++) for (const x of [30, 290]) if (y % 8 < 5) draw(x, y, 0);
			for (let y = 31; y < 210; y++) for (let x = 31; x < 290; x++) if (isDark(x, y)) draw(x, y, 90);
			return cellsOf(await findRules({ width, height, data, scale: 1 }, noPause)).map(({ row, column }) => `${row} ${column}`);
		}
		const isBetweenRows = (y: number) => rows.some((row) => y > row && y < row + 36);
		/** Now one pixel, now three, without a rhythm. */
		const isSpeck = (y: number) => (y * y + 3 * y) % 13 < 7;
		const oneColumn = ['0 0', '1 0', '2 0', '3 0', '4 0'];
		const twoColumns = oneColumn.flatMap((cell) => [cell, cell.replace(' 0', ' 1')]);

		test('is a rule where it goes from the first row to the last', async () => {
			expect(await cellsWith((x, y) => x === 160 && isBetweenRows(y) && isSpeck(y))).toEqual(twoColumns);
		});

		test('is the edge of a text where it ends with each line', async () => {
			expect(await cellsWith((x, y) => x === 160 && rows.some((row) => y > row + 10 && y < row + 26) && isSpeck(y))).toEqual(oneColumn);
		});

		test('is part of a picture where all around is as dark', async () => {
			expect(await cellsWith((x, y) => x >= 140 && x <= 180 && x % 5 === 0 && isBetweenRows(y) && isSpeck(y))).toEqual(oneColumn);
		});
	});

	test('a page without lines, an empty and a tiny picture have none', async () => {
		const blank = (width: number, height: number) => ({ width, height, data: new Uint8Array(width * height).fill(255), scale: 1 });
		expect(await findRules(blank(400, 300), noPause)).toEqual([]);
		expect(await findRules(blank(5, 5), noPause)).toEqual([]);
		expect(await findRules({ width: 400, height: 300, data: new Uint8Array(10), scale: 1 }, noPause)).toEqual([]);
	});

	test('positions are those of the image as sent, not of the reduced one', async () => {
		const picture = await ruledPicture('1', 0);
		const grey = await greyOf(picture.image);
		const [half, whole] = [await findRules({ ...grey, scale: 0.5 }, noPause), await findRules(grey, noPause)];
		expect(half.map(({ x1 }) => x1)).toEqual(whole.map(({ x1 }) => 2 * x1));
	});
});
