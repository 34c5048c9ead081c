// One page from pixels to blocks: find text, level the page, read line by line, put in order.
import type { Corners, FoundBlock, PageResult } from './engine.cts';
import { cut, type Quad, readLine, type ReadLine, toImage, upsideDown } from './lineReader.cts';
import type { Image, Models } from './models.cts';
import { rowsOf } from './order.cts';
import { type Pixels, turnPage, type Vector } from './pixels.cts';
import { fullTurn, startAt } from './quads.cts';
import { longSide, shortSide, textAxis } from './tilt.cts';

/** Lines read with less are noise: seals, handwriting, ornaments. */
const MIN_CONFIDENCE = 0.5;
/** Tilts up to this are left to the straightening of single lines; above, the pixels are turned. */
const SMALL_TILT = 3;
const VOTERS = 12;

interface LevelPage {
	image: Image;
	quads: Quad[];
	/** How far the page was turned counter-clockwise, degrees. */
	turned: number;
	/** Tilt left over, degrees clockwise. */
	tilt: number;
	toOriginal: (point: Vector) => Vector;
}

interface Line {
	quad: Quad;
	read: ReadLine;
}

export async function readPage(models: Models, pixels: Pixels): Promise<PageResult> {
	const page = await levelPage(models, pixels);
	const lines: Line[] = [];
	for (const quad of page.quads) {
		const line = await readQuad(models, page.image, quad);
		if (line.read.text !== '' && line.read.confidence >= MIN_CONFIDENCE) lines.push(line);
	}
	const rows = rowsOf(lines, page.tilt);
	return {
		blocks: rows.flat().map((line) => toBlock(line, page)),
		direction: fullTurn(page.turned + page.tilt),
		markdown: rows.map((row) => row.map((line) => line.read.text).join('\t')).join('\n'),
	};
}

async function detect(models: Models, pixels: Pixels): Promise<Quad[]> {
	const boxes = await models.detector.run(toImage(pixels));
	return boxes.flatMap((box) => (box.points ? [box.points as Quad] : []));
}

/** Turns the page until its text runs to the right. */
async function levelPage(models: Models, pixels: Pixels): Promise<LevelPage> {
	const found = await detect(models, pixels);
	const axis = textAxis(found);
	const quarter = Math.round(axis / 90) * 90;
	const level = Math.abs(axis - quarter) <= SMALL_TILT ? quarter : axis;
	let turnedPage = turnPage(pixels, level);
	let quads = level === 0 ? found : await detect(models, turnedPage.pixels);
	let turned = level;
	if (await isUpsideDown(models, toImage(turnedPage.pixels), quads)) {
		const { width, height } = turnedPage.pixels;
		turned += 180;
		turnedPage = turnPage(pixels, turned);
		quads = quads.map((quad) =>
			startAt(quad.map(({ x, y }) => ({ x: width - 1 - x, y: height - 1 - y })) as Quad, 2),
		);
	}
	return {
		image: toImage(turnedPage.pixels),
		quads,
		turned,
		tilt: textAxis(quads),
		toOriginal: turnedPage.toOriginal,
	};
}

/** The page as a whole is asked: single short lines such as "9.00" look right both ways. */
async function isUpsideDown(models: Models, image: Image, quads: Quad[]): Promise<boolean> {
	const voters = [...quads]
		.filter((quad) => longSide(quad) >= 1.5 * shortSide(quad))
		.sort((a, b) => longSide(b) - longSide(a))
		.slice(0, VOTERS);
	let upside = 0;
	for (const quad of voters) upside += await upsideDown(models, cut(image, quad));
	if (upside > 0.6 * voters.length) return true;
	if (upside < 0.4 * voters.length) return false;
	return readsBetterUpsideDown(models, image, voters.slice(0, 4));
}

async function readsBetterUpsideDown(models: Models, image: Image, quads: Quad[]): Promise<boolean> {
	let difference = 0;
	for (const quad of quads) {
		const crop = cut(image, quad);
		difference += (await readLine(models, crop.rotate180())).confidence - (await readLine(models, crop)).confidence;
	}
	return difference > 0;
}

async function readQuad(models: Models, image: Image, quad: Quad): Promise<Line> {
	const crop = cut(image, quad);
	return { quad, read: await readLine(models, crop) };
}

function toBlock({ quad, read }: Line, page: LevelPage): FoundBlock {
	const corners = quad.map((point) => {
		const { x, y } = page.toOriginal(point);
		return [Math.round(x), Math.round(y)];
	}) as Corners;
	return { words: read.text, location: corners, confidence: read.confidence };
}
