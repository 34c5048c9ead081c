// Pictures inside answers: a part of the page, upright, as base64 without a prefix (operations 1).
import sharp from 'sharp';
import type { Pixels } from '../../engine/pixels.cts';
import type { Box } from './level.cts';

const WHITE = 255;
/** Larger parts are cut out with fewer pixels: an answer is no place for a poster. */
const MOST_PIXELS = 4_000_000;

/**
 * @param box px of the level page (see level.cts).
 * @param direction clockwise tilt of the page in the picture, degrees.
 */
export function cutOut(picture: Pixels, box: Box, direction: number): Pixels {
	const radians = (direction * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	const [boxWidth, boxHeight] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
	const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (boxWidth * boxHeight)));
	const [width, height] = [Math.max(1, Math.round(boxWidth * scale)), Math.max(1, Math.round(boxHeight * scale))];
	const data = new Uint8Array(width * height * 3).fill(WHITE);
	for (let row = 0; row < height; row++) {
		for (let column = 0; column < width; column++) {
			const [x, y] = [box.left + (column + 0.5) / scale, box.top + (row + 0.5) / scale];
			copyPixel(picture, x * cos - y * sin - 0.5, x * sin + y * cos - 0.5, data, (row * width + column) * 3);
		}
	}
	return { width, height, data };
}

/** Between four pixels; outside the picture the target stays as it is. */
function copyPixel({ width, height, data }: Pixels, x: number, y: number, target: Uint8Array, at: number): void {
	const [x0, y0] = [Math.floor(x), Math.floor(y)];
	if (x0 < 0 || y0 < 0 || x0 >= width || y0 >= height) return;
	const [right, down] = [x - x0, y - y0];
	const a = (y0 * width + x0) * 3;
	const b = x0 + 1 < width ? a + 3 : a;
	const stride = y0 + 1 < height ? width * 3 : 0;
	for (let channel = 0; channel < 3; channel++) {
		const top = (data[a + channel] ?? 0) * (1 - right) + (data[b + channel] ?? 0) * right;
		const bottom = (data[a + stride + channel] ?? 0) * (1 - right) + (data[b + stride + channel] ?? 0) * right;
		target[at + channel] = Math.round(top * (1 - down) + bottom * down);
	}
}

export async function jpegText({ width, height, data }: Pixels): Promise<string> {
	return (await sharp(data, { raw: { width, height, channels: 3 } }).jpeg({ quality: 88 }).toBuffer()).toString('base64');
}
