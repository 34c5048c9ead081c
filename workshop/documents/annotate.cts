// The picture of a result: the page with the found boxes drawn on it.
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { cssFont, widthOf } from './fonts.cts';
import type { Point } from './types.cts';

/** Longer sides are scaled down, px: a picture to look at, not to measure. */
const MAX_SIDE = 3000;
const INK = '#e23a28';

/** A page as rows of 8-bit RGB pixels. */
export interface PagePixels {
	width: number;
	height: number;
	data: Uint8Array;
}

function toCanvas({ width, height, data }: PagePixels): Canvas {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	const image = context.createImageData(width, height);
	for (let pixel = 0; pixel < width * height; pixel++) {
		for (let channel = 0; channel < 3; channel++) image.data[pixel * 4 + channel] = data[pixel * 3 + channel] ?? 255;
		image.data[pixel * 4 + 3] = 255;
	}
	context.putImageData(image, 0, 0);
	return canvas;
}

function drawBox(context: SKRSContext2D, quad: readonly Point[], lineWidth: number): void {
	context.beginPath();
	for (const [x, y] of quad) context.lineTo(x, y);
	context.closePath();
	context.fillStyle = 'rgba(226, 58, 40, 0.09)';
	context.fill();
	context.strokeStyle = INK;
	context.lineWidth = lineWidth;
	context.stroke();
}

/** A number in a small flag, before the edge at which the text begins. */
function drawNumber(context: SKRSContext2D, quad: readonly Point[], number: number, lineWidth: number): void {
	const [[x1, y1], , , [x4, y4]] = quad as [Point, Point, Point, Point];
	const style = { size: Math.max(9, lineWidth * 6), bold: true };
	const [width, height] = [widthOf(String(number), style) + style.size * 0.5, style.size * 1.15];
	// Outwards from the middle of the starting edge, at a right angle to it.
	const length = Math.hypot(x4 - x1, y4 - y1) || 1;
	const [outX, outY] = [-(y4 - y1) / length, (x4 - x1) / length];
	const reach = Math.abs(outX) * (width / 2) + Math.abs(outY) * (height / 2) + lineWidth;
	const within = (value: number, half: number, end: number) => Math.min(Math.max(value, half), end - half);
	const x = within((x1 + x4) / 2 + outX * reach, width / 2, context.canvas.width);
	const y = within((y1 + y4) / 2 + outY * reach, height / 2, context.canvas.height);
	context.fillStyle = INK;
	context.fillRect(x - width / 2, y - height / 2, width, height);
	context.fillStyle = '#ffffff';
	context.font = cssFont(style);
	context.textAlign = 'center';
	context.textBaseline = 'alphabetic';
	context.fillText(String(number), x, y + style.size * 0.36);
}

/**
 * PNG of the page with a numbered box around each block; the number stands where the text begins.
 * @param quads px of the page, clockwise from each text's own top left, in the order to number them (from 1)
 */
export async function drawBoxes(page: PagePixels, quads: readonly (readonly Point[])[]): Promise<Buffer> {
	const scale = Math.min(1, MAX_SIDE / Math.max(page.width, page.height));
	const canvas = createCanvas(Math.max(1, Math.round(page.width * scale)), Math.max(1, Math.round(page.height * scale)));
	const context = canvas.getContext('2d');
	context.drawImage(toCanvas(page), 0, 0, canvas.width, canvas.height);
	const lineWidth = Math.max(1.5, Math.min(canvas.width, canvas.height) / 500);
	const scaled = quads.filter((quad) => quad.length === 4).map((quad) => quad.map(([x, y]): Point => [x * scale, y * scale]));
	for (const quad of scaled) drawBox(context, quad, lineWidth);
	for (const [index, quad] of scaled.entries()) drawNumber(context, quad, index + 1, lineWidth);
	return canvas.encode('png');
}
