// What is told from the pixels: seals by colour and shape, sheets of paper on a desk.
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { findPapers, partOf } from '../../workshop/emulator/operations/autoClassification/paper.cts';
import { findSeals } from '../../workshop/emulator/operations/seal/find.cts';
import { erased } from '../../workshop/emulator/operations/seal/ink.cts';
import { decodePage } from '../../workshop/emulator/engine/decode.cts';
import type { Pixels } from '../../workshop/emulator/engine/pixels.cts';
import { composeSpecimen, type SpecimenKind } from '../../workshop/documents/specimens/kinds.cts';

async function pixelsOf(kind: SpecimenKind, turn: number, scale = 1): Promise<Pixels> {
	const { image } = await composeSpecimen(kind, 1, { turn, scale }).render();
	return decodePage(image, 'png', 1);
}

/** A white page with something on it. */
async function drawn(draw: (context: SKRSContext2D) => void): Promise<Pixels> {
	const canvas = createCanvas(600, 400);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, 600, 400);
	context.lineWidth = 6;
	draw(context);
	return decodePage(canvas.toBuffer('image/png'), 'png', 1);
}

function outline(context: SKRSContext2D, color: string, points: ReadonlyArray<[number, number]>): void {
	context.strokeStyle = color;
	context.beginPath();
	for (const [x, y] of points) context.lineTo(x, y);
	context.closePath();
	context.stroke();
}

describe('seals', () => {
	test.each([
		[0, 1],
		[90, 1],
		[184, 1],
		[0, 0.6],
		[4, 1.7],
	])('a page turned by %d°, scaled %d: a circle, an ellipse and a rectangle', async (turn, scale) => {
		const found = findSeals(await pixelsOf('seal', turn, scale), turn);
		expect(found.map(({ type }) => type).sort()).toEqual(['circle', 'ellipse', 'rectangle']);
		const circle = found.find(({ type }) => type === 'circle');
		// Its outer edge is 308 px wide on the upright page.
		expect(circle && (circle.box.right - circle.box.left) / scale).toBeCloseTo(308, -1);
		expect(found.every(({ confidence }) => confidence > 0.9 && confidence <= 1)).toBe(true);
	});

	test('triangles and rhombuses', async () => {
		const page = await drawn((context) => {
			outline(context, '#c8102e', [[150, 60], [260, 250], [40, 250]]);
			outline(context, '#c8102e', [[440, 80], [560, 180], [440, 280], [320, 180]]);
		});
		expect(findSeals(page, 0).map(({ type }) => type).sort()).toEqual(['rhombus', 'triangle']);
	});

	test('black frames, red words and red rules are no seals', async () => {
		const page = await drawn((context) => {
			outline(context, '#222', [[40, 40], [200, 40], [200, 120], [40, 120]]);
			outline(context, '#c8102e', [[40, 200], [560, 200]]);
			context.fillStyle = '#c8102e';
			context.fillRect(300, 300, 20, 12);
		});
		expect(findSeals(page, 0)).toEqual([]);
	});

	test('an erased page has no red left', async () => {
		const page = erased(await pixelsOf('seal', 0, 0.5));
		expect(findSeals(page, 0)).toEqual([]);
		let red = 0;
		for (let at = 0; at < page.data.length; at += 3) if ((page.data[at] ?? 0) - (page.data[at + 1] ?? 0) > 40) red++;
		expect(red).toBe(0);
	});
});

describe('sheets on a desk', () => {
	test.each([0, 4, 90])('four of them in a picture turned by %d°', async (turn) => {
		const pixels = await pixelsOf('mixed', turn, 0.6);
		const places = findPapers(pixels);
		expect(places).toHaveLength(4);
		for (const place of places) {
			const part = partOf(pixels, place);
			expect([part.width, part.height]).toEqual([place.width, place.height]);
		}
	});

	test('a page from edge to edge is no sheet on a desk', async () => {
		expect(findPapers(await pixelsOf('taxi-invoice', 0))).toEqual([]);
	});
});
