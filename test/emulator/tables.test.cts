// Tables in pictures: ruled lines, grids with merged cells, tables without lines, and the workbook of an answer.
import { createCanvas } from '@napi-rs/canvas';
import { readSheet } from 'read-excel-file/node';
import type { FoundBlock } from '../../workshop/emulator/engine/engine.cts';
import type { RuledLine } from '../../workshop/emulator/engine/ruledLines.cts';
import { findRuledLines } from '../../workshop/emulator/engine/ruledLines.cts';
import { levelBox, pictureCorners, sheetBox } from '../../workshop/emulator/engine/levelFrame.cts';
import { pictureAreas } from '../../workshop/emulator/engine/pictureAreas.cts';
import { withoutSeals } from '../../workshop/emulator/engine/seals.cts';
import { toRgb, type Pixels } from '../../workshop/emulator/engine/pixels.cts';
import { cutText } from '../../workshop/emulator/operations/tables/cutTexts.cts';
import { gapTables } from '../../workshop/emulator/operations/tables/gapTables.cts';
import { gridsOf } from '../../workshop/emulator/operations/tables/ruledGrids.cts';
import { wordsOf } from '../../workshop/emulator/operations/tables/textLines.cts';
import type { PlacedText } from '../../workshop/emulator/operations/tables/types.cts';
import { xlsx } from '../../workshop/emulator/operations/tables/xlsx.cts';
import { inOrder } from '../../workshop/emulator/operations/smartDocument/paragraphs.cts';
import { nameOf, pairsOf } from '../../workshop/emulator/operations/smartDocument/pairs.cts';

const FRAME = { width: 800, height: 600, degrees: 0 };
const EM = 20;

/** A text of 10 px a character in the level frame of a picture that lies straight. */
function text(words: string, left: number, top: number): PlacedText {
	const box = { left, top, right: left + 10 * words.length, bottom: top + EM };
	const characters = Array.from(words.replace(/\s/gu, ''), (sign, index) => {
		const at = left + 10 * Array.from(words).findIndex((_, place) => words.slice(0, place + 1).replace(/\s/gu, '').length === index + 1);
		return { text: sign, confidence: 0.9, location: pictureCorners(FRAME, { ...box, left: at, right: at + 10 }) };
	});
	const block: FoundBlock = { words, location: pictureCorners(FRAME, box), confidence: 0.9, characters };
	return { ...box, block, source: block };
}

function level(at: number, from: number, to: number): RuledLine {
	return { isLevel: true, at, from, to };
}

function upright(at: number, from: number, to: number): RuledLine {
	return { isLevel: false, at, from, to };
}

function drawn(width: number, height: number, draw: (context: ReturnType<ReturnType<typeof createCanvas>['getContext']>) => void): Pixels {
	const context = createCanvas(width, height).getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.fillStyle = '#222';
	draw(context as never);
	return toRgb(width, height, 4, new Uint8Array(context.getImageData(0, 0, width, height).data));
}

describe('the level frame', () => {
	test.each([0, 4, 90, 176, 270])('tilted by %d°: to the picture and back', (degrees) => {
		const frame = { width: 640, height: 480, degrees };
		const box = { left: -100, top: -50, right: 80, bottom: 40 };
		const back = levelBox(frame, pictureCorners(frame, box));
		// Corners are whole px of the picture.
		for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(Math.abs(back[side] - box[side])).toBeLessThan(1.5);
	});

	test('the sheet of a skewed page is smaller than the picture', () => {
		const skew = (4 * Math.PI) / 180;
		const [width, height] = [800 * Math.cos(skew) + 1000 * Math.sin(skew), 1000 * Math.cos(skew) + 800 * Math.sin(skew)];
		const { left, top, right, bottom } = sheetBox({ width, height, degrees: 4 });
		expect([right - left, bottom - top].map(Math.round)).toEqual([800, 1000]);
		const turned = sheetBox({ width: height, height: width, degrees: 94 });
		expect([turned.right - turned.left, turned.bottom - turned.top].map(Math.round)).toEqual([800, 1000]);
	});
});

describe('ruled lines', () => {
	test('level and upright ones, to the pixel, and how far they are tilted', () => {
		const pixels = drawn(400, 300, (context) => {
			context.translate(200, 150);
			context.rotate(Math.PI / 180);
			context.fillRect(-150, -80, 300, 2);
			context.fillRect(-150, 60, 300, 2);
			context.fillRect(-100, -80, 2, 142);
		});
		const { lines, degrees } = findRuledLines(pixels, 1.2, EM);
		expect(Math.abs(degrees - 1)).toBeLessThan(0.1);
		const places = (isLevel: boolean) => lines.filter((line) => line.isLevel === isLevel).map(({ at }) => Math.round(at));
		expect(places(true).sort((a, b) => a - b)).toEqual([-79, 61]);
		expect(places(false)).toEqual([-99]);
	});

	test('neither filled areas nor strokes of characters', () => {
		const pixels = drawn(400, 200, (context) => {
			context.fillRect(50, 50, 200, 60);
			context.font = '20px sans-serif';
			context.fillText('E H F z 7 L', 40, 160);
		});
		expect(findRuledLines(pixels, 0, EM).lines).toEqual([]);
	});
});

describe('grids', () => {
	const FRAME_LINES = [level(0, 0, 300), level(90, 0, 300), upright(0, 0, 90), upright(300, 0, 90)];

	test('a piece of border that is missing makes one cell of two', () => {
		const [grid] = gridsOf([...FRAME_LINES, level(30, 0, 300), level(60, 100, 300), upright(100, 0, 90), upright(200, 30, 90)], EM);
		expect(grid?.cells.map(({ rows, columns }) => [rows, columns])).toEqual([
			[[0], [0]],
			[[0], [1, 2]],
			[[1, 2], [0]],
			[[1], [1]],
			[[1], [2]],
			[[2], [1]],
			[[2], [2]],
		]);
	});

	test('sides without a line, where the level lines end together', () => {
		const [grid] = gridsOf([level(0, 0, 300), level(30, 0, 300), level(60, 0, 300), upright(100, 0, 60), upright(200, 0, 60)], EM);
		expect(grid?.xs).toEqual([0, 100, 200, 300]);
	});

	test('a frame, a rule below a title and a loose stroke are no cells', () => {
		expect(gridsOf([...FRAME_LINES, level(40, 20, 60)], EM)).toEqual([]);
		expect(gridsOf([level(0, 0, 300), level(50, 0, 300)], EM)).toEqual([]);
	});
});

test('a text that runs over a border is cut between its characters', () => {
	const whole = text('Tea 12.50', -100, 0);
	const parts = cutText(FRAME, whole, [-65]);
	expect(parts.map(({ block }) => block.words)).toEqual(['Tea', '12.50']);
	expect(parts.every(({ source }) => source === whole.block)).toBe(true);
	expect(cutText(FRAME, whole, [200])).toEqual([whole]);
});

describe('tables without lines', () => {
	const rows = (...lines: string[][]): PlacedText[] => lines.flatMap((line, row) => line.flatMap((words, column) => (words === '' ? [] : [text(words, column * 200, row * 40)])));
	const cellsOf = (texts: PlacedText[]) =>
		gapTables(texts, EM).map(({ cells }) => cells.map(({ rows: at, columns, texts: own }) => `${at.join('+')}/${columns.join('+')} ${wordsOf(own)}`));

	test('cells from the gaps, empty ones too', () => {
		expect(cellsOf(rows(['Item', 'Price'], ['Tea', '3.20'], ['Rice', ''], ['Milk', '1.10']))).toEqual([
			['0/0 Item', '0/1 Price', '1/0 Tea', '1/1 3.20', '2/0 Rice', '2/1 ', '3/0 Milk', '3/1 1.10'],
		]);
	});

	test('level lines between rows part them, whatever wraps; what stands above the first row is none of it', () => {
		const texts = [
			...rows(['Item', 'Price'], ['Tea', '3.20']),
			text('from a hill', 0, 60),
			...rows(['Rice', '1.10'], ['Milk', '0.90']).map((each) => ({ ...each, top: each.top + 90, bottom: each.bottom + 90 })),
			text('York', 0, -120), text('Phone', 200, -120),
		];
		const rules = [-140, -5, 30, 85, 125, 165].map((at) => level(at, -10, 300));
		expect(gapTables(texts, EM, rules).map(({ cells }) => cells.map(({ rows: at, columns, texts: own }) => `${at.join('+')}/${columns.join('+')} ${wordsOf(own)}`))).toEqual([
			['0/0 Item', '0/1 Price', '1/0 Tea\nfrom a hill', '1/1 3.20', '2/0 Rice', '2/1 1.10', '3/0 Milk', '3/1 0.90'],
		]);
	});

	test('a text over two columns is one merged cell', () => {
		const [table = []] = cellsOf([...rows(['Item', 'May', 'June'], ['Tea', '3', '4'], ['Rice', '1', '2'], ['Milk', '5', '6']), text('counted in one week only', 195, 160), text('Salt', 0, 160)]);
		expect(table).toContain('4/1+2 counted in one week only');
	});

	test.each([
		['labels with colons', rows(['Name:', 'Anna'], ['City:', 'York'], ['Phone:', '635-7295'])],
		['columns of running text', rows(['The goods were packed by hand and left', 'Visitors meet at the gate at eight and'].map((each) => each), ['the house in the first week of May and', 'bring water and coats for the rain that'], ['nobody has seen them since that day or', 'is expected on this day and those after']).map((each, index) => ({ ...each, left: (index % 2) * 420 - 200, right: (index % 2) * 420 + 180 }))],
		['a list', [text('Tea', 0, 0), text('Rice', 0, 40), text('Milk', 0, 80)]],
	])('%s: none', (_name, texts) => {
		expect(gapTables(texts, EM)).toEqual([]);
	});
});

test('a workbook holds texts where they stand, signs of XML too', async () => {
	const cell = (row: number, column: number, words: string, columnSpan = 1) => ({ row, column, rowSpan: 1, columnSpan, text: words });
	const file = xlsx([cell(0, 0, 'Prices', 2), cell(1, 0, '<b> & "c"'), cell(1, 1, ' 2 '), cell(2, 27, '茶')]);
	const sheet = await readSheet(Buffer.from(file, 'base64'), { trim: false });
	expect(sheet[0]?.slice(0, 2)).toEqual(['Prices', null]);
	expect(sheet[1]?.slice(0, 2)).toEqual(['<b> & "c"', ' 2 ']);
	expect(sheet[2]?.[27]).toBe('茶');
	expect(xlsx([cell(0, 0, 'a')])).toBe(xlsx([cell(0, 0, 'a')]));
});

describe('pages', () => {
	test('columns under a common title are read one after the other, lines beside each other as lines', () => {
		const area = (name: string, left: number, top: number, right: number, bottom: number) => ({ name, left, top, right, bottom });
		const columns = [area('right', 320, 60, 600, 400), area('left', 0, 62, 280, 420), area('title', 100, 0, 500, 30), area('foot', 0, 500, 600, 520)];
		expect(inOrder(columns).map(({ name }) => name)).toEqual(['title', 'left', 'right', 'foot']);
		const lines = [area('value', 150, -1, 260, 19), area('second', 0, 40, 100, 60), area('label', 0, 0, 100, 20)];
		expect(inOrder(lines).map(({ name }) => name)).toEqual(['label', 'value', 'second']);
	});

	test('keys with their values, in one text, beside it, or without', () => {
		const texts = [text('City: York', 0, 0), text('Order number:', 0, 40), text('KF-64007', 150, 40), text('Signed by:', 0, 80), text('at 10:30', 0, 120)];
		expect(pairsOf(FRAME, texts, EM).map(({ key, value }) => [nameOf(key), value?.block.words])).toEqual([
			['City', 'York'],
			['Order number', 'KF-64007'],
			['Signed by', undefined],
		]);
	});

	test('a picture is an area of ink that is no text', () => {
		const pixels = drawn(400, 300, (context) => context.fillRect(80, 80, 120, 96));
		const frame = { width: 400, height: 300, degrees: 0 };
		expect(pictureAreas(pixels, frame, []).map(({ left, top, right, bottom }) => [right - left, bottom - top].map((side) => Math.abs(side)))).toEqual([[120, 96]]);
		expect(pictureAreas(pixels, frame, [{ left: -200, top: -150, right: 200, bottom: 150 }])).toEqual([]);
	});

	test('a seal is red', () => {
		const pixels = drawn(4, 1, (context) => {
			context.fillStyle = '#d02020';
			context.fillRect(0, 0, 1, 1);
		});
		pixels.data.set([40, 40, 40], 3);
		expect([...withoutSeals(pixels).data.slice(0, 6)]).toEqual([255, 255, 255, 40, 40, 40]);
	});
});
