// Decoded pages: 8-bit RGB, rows from the top, no padding.

export interface Pixels {
	width: number;
	height: number;
	data: Uint8Array;
}

export interface Vector {
	x: number;
	y: number;
}

/** A turned copy of a page and the way back to the original's coordinates. */
export interface TurnedPage {
	pixels: Pixels;
	toOriginal: (point: Vector) => Vector;
}

const CHANNELS = 3;
const WHITE = 255;

/**
 * The page turned counter-clockwise by `degrees` (any), so that text tilted clockwise by as much becomes
 * level. Quarter turns copy pixels, other angles interpolate between four; what was outside becomes white.
 */
export function turnPage(page: Pixels, degrees: number): TurnedPage {
	const angle = ((degrees % 360) + 360) % 360;
	const radians = (angle * Math.PI) / 180;
	const cos = exactQuarter(Math.cos(radians));
	const sin = exactQuarter(Math.sin(radians));
	const width = Math.max(1, Math.round(page.width * Math.abs(cos) + page.height * Math.abs(sin)));
	const height = Math.max(1, Math.round(page.width * Math.abs(sin) + page.height * Math.abs(cos)));
	// Centres of pixels are at whole numbers, so the page's centre is at (size - 1) / 2.
	const centre = { x: (page.width - 1) / 2, y: (page.height - 1) / 2 };
	const turnedCentre = { x: (width - 1) / 2, y: (height - 1) / 2 };
	const toOriginal = ({ x, y }: Vector): Vector => ({
		x: centre.x + (x - turnedCentre.x) * cos - (y - turnedCentre.y) * sin,
		y: centre.y + (x - turnedCentre.x) * sin + (y - turnedCentre.y) * cos,
	});
	const data = new Uint8Array(width * height * CHANNELS).fill(WHITE);
	for (let y = 0; y < height; y++) {
		const start = toOriginal({ x: 0, y });
		for (let x = 0; x < width; x++) {
			sample(page, start.x + x * cos, start.y + x * sin, data, (y * width + x) * CHANNELS);
		}
	}
	return { pixels: { width, height, data }, toOriginal };
}

/** cos and sin of quarter turns come out as 6e-17 instead of 0. */
function exactQuarter(value: number): number {
	return Math.abs(value - Math.round(value)) < 1e-12 ? Math.round(value) : value;
}

function sample(page: Pixels, x: number, y: number, target: Uint8Array, at: number): void {
	if (x < -0.5 || y < -0.5 || x > page.width - 0.5 || y > page.height - 0.5) return;
	const x0 = Math.min(page.width - 1, Math.max(0, Math.floor(x)));
	const y0 = Math.min(page.height - 1, Math.max(0, Math.floor(y)));
	const right = Math.min(1, Math.max(0, x - x0));
	const down = Math.min(1, Math.max(0, y - y0));
	const a = (y0 * page.width + x0) * CHANNELS;
	const b = x0 + 1 < page.width ? a + CHANNELS : a;
	const stride = y0 + 1 < page.height ? page.width * CHANNELS : 0;
	const { data } = page;
	for (let channel = 0; channel < CHANNELS; channel++) {
		const top = (data[a + channel] ?? 0) * (1 - right) + (data[b + channel] ?? 0) * right;
		const bottom = (data[a + stride + channel] ?? 0) * (1 - right) + (data[b + stride + channel] ?? 0) * right;
		target[at + channel] = Math.round(top * (1 - down) + bottom * down);
	}
}

/** Grey (1), grey with alpha (2), RGB (3) or RGBA (4) to RGB; alpha over white. */
export function toRgb(width: number, height: number, channels: number, data: Uint8Array): Pixels {
	if (channels === 3) return { width, height, data };
	const rgb = new Uint8Array(width * height * 3);
	for (let i = 0; i < width * height; i++) {
		const at = i * channels;
		const alpha = channels === 2 || channels === 4 ? (data[at + channels - 1] ?? 255) / 255 : 1;
		for (let channel = 0; channel < 3; channel++) {
			const value = data[channels < 3 ? at : at + channel] ?? 255;
			rgb[i * 3 + channel] = Math.round(value * alpha + 255 * (1 - alpha));
		}
	}
	return { width, height, data: rgb };
}
