import { encode } from 'fast-png';

import type { Vertex, WordsBlock } from '../../result/types';
import { Canvas, type Colour } from './canvas';
import { decodeImage, type Pixels } from '../decodeImage';

/** px; larger pages are scaled down to it, which is enough for a look. */
const LONGEST_SIDE = 1600;

/** px around the text on a page whose size is not known. */
const MARGIN = 40;

const BOX_COLOUR: Colour = [214, 40, 40];

export interface PreviewPage {
	/** The file as sent, if n8n has it and it is no PDF. */
	image?: Uint8Array;
	/** px, if known. */
	size?: { width: number; height: number };
	blocks: readonly WordsBlock[];
}

/**
 * Draws the words blocks and their `blockIndex` on the page. Formats that can't be decoded here (all
 * but PNG and JPEG, and PDF pages) give a white page with the boxes.
 * @returns a PNG file; n8n shows no other vector or page format in its panel
 */
export function renderPreview({ image, size, blocks }: PreviewPage): Buffer {
	const pixels = image && decodeImage(image);
	const { width, height } = pixels ?? size ?? extentOf(blocks);
	const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
	const canvas = new Canvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
	if (pixels) drawPage(canvas, pixels);
	drawBlocks(canvas, blocks, scale);
	const { data } = canvas;
	return Buffer.from(encode({ width: canvas.width, height: canvas.height, data, channels: 3 }));
}

/** px; pages whose size is unknown end a margin behind their text. */
function extentOf(blocks: readonly WordsBlock[]): { width: number; height: number } {
	let width = 0;
	let height = 0;
	for (const { location } of blocks) {
		for (const [x, y] of location) {
			width = Math.max(width, x);
			height = Math.max(height, y);
		}
	}
	return { width: width + MARGIN, height: height + MARGIN };
}

/** Copies the page, each pixel of the canvas the mean of the page's pixels under it, alpha on white. */
function drawPage(canvas: Canvas, page: Pixels): void {
	const { width, height, data } = canvas;
	const stepX = page.width / width;
	const stepY = page.height / height;
	for (let y = 0; y < height; y++) {
		const fromY = Math.floor(y * stepY);
		const toY = Math.max(fromY + 1, Math.floor((y + 1) * stepY));
		for (let x = 0; x < width; x++) {
			const fromX = Math.floor(x * stepX);
			const toX = Math.max(fromX + 1, Math.floor((x + 1) * stepX));
			writeMean(data, (y * width + x) * 3, page, fromX, toX, fromY, toY);
		}
	}
}

function writeMean(
	target: Uint8Array,
	at: number,
	{ width, channels, data }: Pixels,
	fromX: number,
	toX: number,
	fromY: number,
	toY: number,
): void {
	const isGrey = channels < 3;
	const hasAlpha = channels === 2 || channels === 4;
	let red = 0;
	let green = 0;
	let blue = 0;
	for (let y = fromY; y < toY; y++) {
		for (let x = fromX; x < toX; x++) {
			const from = (y * width + x) * channels;
			const alpha = hasAlpha ? (data[from + channels - 1] ?? 255) / 255 : 1;
			const paper = 255 * (1 - alpha);
			const first = data[from] ?? 255;
			red += first * alpha + paper;
			green += (isGrey ? first : (data[from + 1] ?? 255)) * alpha + paper;
			blue += (isGrey ? first : (data[from + 2] ?? 255)) * alpha + paper;
		}
	}
	const count = (toY - fromY) * (toX - fromX);
	target[at] = red / count;
	target[at + 1] = green / count;
	target[at + 2] = blue / count;
}

function drawBlocks(canvas: Canvas, blocks: readonly WordsBlock[], scale: number): void {
	const thickness = canvas.width > 800 ? 2 : 1;
	const digitScale = canvas.width > 800 ? 2 : 1;
	blocks.forEach(({ location, unlocated }, index) => {
		if (unlocated) return;
		const corners = location.map(([x, y]): Vertex => [x * scale, y * scale]);
		canvas.drawPolygon(corners, thickness, BOX_COLOUR);
		const left = Math.min(...corners.map(([x]) => x));
		const top = Math.min(...corners.map(([, y]) => y));
		canvas.drawNumber(index, left, top, digitScale, BOX_COLOUR);
	});
}
