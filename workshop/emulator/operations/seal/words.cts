// The words of a seal: along its edge, which is unrolled into a line, and across its middle.
import type { PageResult } from '../../engine/engine.cts';
import type { Pixels } from '../../engine/pixels.cts';
import type { Picture } from '../operation.cts';
import { cutOut } from '../reading/cutOut.cts';
import { round4 } from '../wordsBlocks.cts';
import type { FoundSeal } from './find.cts';
import { blackened } from './ink.cts';

export interface SealWords {
	words: string;
	words_confidence: number;
}

/** Where words along the edge stand, as part of the radius. */
const RING = { inner: 0.6, outer: 0.94 };
/** Around the lowest point the edge has no words, degrees to either side. */
const FREE = 38;
/** Height of the unrolled line, px. */
const LINE_HEIGHT = 64;
/** Shorter sides are enlarged for reading, px. */
const READABLE = 420;
/** A run of one character in the middle is a star, or an ornament. */
const LEAST_CHARACTERS = 2;

/** What is left of other lines at the ends of a cut-out is read as punctuation. */
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

export async function sealWords(picture: Picture, pixels: Pixels, { type, box }: FoundSeal, direction: number): Promise<SealWords[]> {
	const level = blackened(cutOut(pixels, box, direction));
	const rounded = type === 'circle' || type === 'ellipse';
	const around = rounded ? await readRing(picture, level) : [];
	const across = await picture.read(framed(enlarged(rounded ? withoutRing(level) : level)), { singleOrientationMode: true, detectDirection: false });
	return [...around, ...wordsOf(across)];
}

function wordsOf({ blocks }: PageResult): SealWords[] {
	return blocks
		.map(({ words, confidence }) => ({ words: words.replace(EDGES, '').replace(/\s/g, ''), words_confidence: round4(confidence) }))
		.filter(({ words }) => words.length >= LEAST_CHARACTERS);
}

/** Clockwise from the lower left to the lower right. */
async function readRing(picture: Picture, seal: Pixels): Promise<SealWords[]> {
	const line = trimmed(unrolled(seal));
	if (!line) return [];
	const page = await picture.read(line, { quickMode: true, detectDirection: false, singleOrientationMode: true });
	const blocks = wordsOf(page);
	if (blocks.length === 0) return [];
	const confidence = blocks.reduce((sum, block) => sum + block.words_confidence, 0) / blocks.length;
	return [{ words: blocks.map(({ words }) => words).join(''), words_confidence: round4(confidence) }];
}

function unrolled({ width, height, data }: Pixels): Pixels {
	const [radiusX, radiusY] = [width / 2, height / 2];
	const from = ((90 + FREE) * Math.PI) / 180;
	const span = ((360 - 2 * FREE) * Math.PI) / 180;
	const middle = (RING.inner + RING.outer) / 2;
	const thickness = (RING.outer - RING.inner) * Math.min(radiusX, radiusY);
	// Steps of equal length along the curve, which an ellipse does not have in equal angles.
	const angles = Array.from({ length: 721 }, (_, index) => from + (span * index) / 720);
	const lengths = [0];
	for (const [index, angle] of angles.entries()) {
		const last = angles[index - 1];
		if (last === undefined) continue;
		lengths.push((lengths.at(-1) ?? 0) + middle * Math.hypot(radiusX * (Math.cos(angle) - Math.cos(last)), radiusY * (Math.sin(angle) - Math.sin(last))));
	}
	const length = lengths.at(-1) ?? 1;
	const lineWidth = Math.max(1, Math.round((length / thickness) * LINE_HEIGHT));
	const line = new Uint8Array(lineWidth * LINE_HEIGHT * 3).fill(255);
	let at = 0;
	for (let column = 0; column < lineWidth; column++) {
		const wanted = (column / lineWidth) * length;
		while (at < lengths.length - 2 && (lengths[at + 1] ?? 0) < wanted) at++;
		const angle = angles[at] ?? 0;
		// Outwards at a right angle to the curve.
		const [normalX, normalY] = normal(radiusX, radiusY, angle);
		for (let row = 0; row < LINE_HEIGHT; row++) {
			const offset = (0.5 - row / LINE_HEIGHT) * thickness;
			const x = Math.round(radiusX + middle * radiusX * Math.cos(angle) + normalX * offset);
			const y = Math.round(radiusY + middle * radiusY * Math.sin(angle) + normalY * offset);
			if (x < 0 || y < 0 || x >= width || y >= height) continue;
			line.fill(data[(y * width + x) * 3] ?? 255, (row * lineWidth + column) * 3, (row * lineWidth + column) * 3 + 3);
		}
	}
	return { width: lineWidth, height: LINE_HEIGHT, data: line };
}

function normal(radiusX: number, radiusY: number, angle: number): [number, number] {
	const [x, y] = [Math.cos(angle) / radiusX, Math.sin(angle) / radiusY];
	const length = Math.hypot(x, y);
	return [x / length, y / length];
}

const DARK = 140;

/** From the first to the last ink, with some room. */
function trimmed({ width, height, data }: Pixels): Pixels | undefined {
	const inked = (column: number): boolean => {
		for (let row = 0; row < height; row++) if ((data[(row * width + column) * 3] ?? 255) < DARK) return true;
		return false;
	};
	let [first, last] = [0, width - 1];
	while (first < width && !inked(first)) first++;
	while (last > first && !inked(last)) last--;
	if (first >= last) return undefined;
	const room = Math.round(height * 0.25);
	const target = last - first + 1 + 2 * room;
	const line = new Uint8Array(target * height * 3).fill(255);
	for (let row = 0; row < height; row++) line.set(data.subarray((row * width + first) * 3, (row * width + last + 1) * 3), (row * target + room) * 3);
	return { width: target, height, data: line };
}

/** Only what stands across the middle: the frame and the words along it become white. */
function withoutRing({ width, height, data }: Pixels): Pixels {
	const copy = new Uint8Array(data);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1];
			const low = v > 0 && Math.abs(Math.atan2(u, v)) < (FREE * Math.PI) / 180;
			if (Math.hypot(u, v) > (low ? 0.88 : RING.inner + 0.06)) copy.fill(255, (y * width + x) * 3, (y * width + x) * 3 + 3);
		}
	}
	return { width, height, data: copy };
}

/** By whole numbers; each pixel becomes a square. */
function enlarged(pixels: Pixels): Pixels {
	const times = Math.min(4, Math.max(1, Math.round(READABLE / Math.min(pixels.width, pixels.height))));
	if (times === 1) return pixels;
	const [width, height] = [pixels.width * times, pixels.height * times];
	const data = new Uint8Array(width * height * 3);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const from = (Math.floor(y / times) * pixels.width + Math.floor(x / times)) * 3;
			data.set(pixels.data.subarray(from, from + 3), (y * width + x) * 3);
		}
	}
	return { width, height, data };
}

/** Room around, which finding text needs. */
function framed({ width, height, data }: Pixels): Pixels {
	const room = Math.round(Math.min(width, height) * 0.1);
	const [wide, high] = [width + 2 * room, height + 2 * room];
	const target = new Uint8Array(wide * high * 3).fill(255);
	for (let row = 0; row < height; row++) target.set(data.subarray(row * width * 3, (row + 1) * width * 3), ((row + room) * wide + room) * 3);
	return { width: wide, height: high, data: target };
}
