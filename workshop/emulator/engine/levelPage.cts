// Turns a page until its text runs to the right, and finds the text on it.
import { cut, type Quad, readLine, toImage, upsideDown } from './lineReader.cts';
import type { Image, Models } from './models.cts';
import { type Pixels, turnPage, type Vector } from './pixels.cts';
import { startAt } from './quads.cts';
import { longSide, shortSide, textAxis } from './tilt.cts';

/** Tilts up to this are left to the straightening of single lines; above, the pixels are turned. */
const SMALL_TILT = 3;
/** Only lines this much longer than high can tell which way up they are. */
const VOTER_RATIO = 1.5;
const VOTERS = 12;
const VOTERS_READ = 4;
/** A vote closer than 60 : 40 is decided by reading. */
const CLEAR_VOTE = 0.6;

export interface LevelPage {
	image: Image;
	/** One per region of text, corners from the top left of the level page, in no order. */
	quads: Quad[];
	/** How far the page was turned counter-clockwise, degrees. */
	turned: number;
	/** Tilt left over, degrees clockwise. */
	tilt: number;
	toOriginal: (point: Vector) => Vector;
}

export async function levelPage(models: Models, pixels: Pixels): Promise<LevelPage> {
	const found = await detect(models, pixels);
	const axis = textAxis(found);
	const quarter = Math.round(axis / 90) * 90;
	const level = Math.abs(axis - quarter) <= SMALL_TILT ? quarter : axis;
	// What stays where it is need not be copied.
	let turnedPage = level === 0 ? { pixels, toOriginal: (point: Vector) => point } : turnPage(pixels, level);
	// Looking again finds lines that were too tilted the first time.
	let quads = level === 0 ? found : await detect(models, turnedPage.pixels);
	let turned = level;
	if (await isUpsideDown(models, toImage(turnedPage.pixels), quads)) {
		const { width, height } = turnedPage.pixels;
		quads = quads.map((quad) => startAt(quad.map(({ x, y }) => ({ x: width - 1 - x, y: height - 1 - y })) as Quad, 2));
		turned += 180;
		turnedPage = turnPage(pixels, turned);
	}
	return {
		image: toImage(turnedPage.pixels),
		quads,
		turned,
		tilt: textAxis(quads),
		toOriginal: turnedPage.toOriginal,
	};
}

async function detect(models: Models, pixels: Pixels): Promise<Quad[]> {
	const boxes = await models.detector.run(toImage(pixels));
	return boxes.flatMap((box) => (box.points ? [box.points as Quad] : []));
}

/** The page as a whole is asked: single short lines such as "9.00" look right both ways. */
async function isUpsideDown(models: Models, image: Image, quads: Quad[]): Promise<boolean> {
	const voters = quads
		.filter((quad) => longSide(quad) >= VOTER_RATIO * shortSide(quad))
		.sort((a, b) => longSide(b) - longSide(a))
		.slice(0, VOTERS);
	let upside = 0;
	for (const quad of voters) upside += await upsideDown(models, cut(image, quad));
	if (upside > CLEAR_VOTE * voters.length) return true;
	if (upside < (1 - CLEAR_VOTE) * voters.length) return false;
	return readsBetterUpsideDown(models, image, voters.slice(0, VOTERS_READ));
}

async function readsBetterUpsideDown(models: Models, image: Image, quads: Quad[]): Promise<boolean> {
	let difference = 0;
	for (const quad of quads) {
		const crop = cut(image, quad);
		difference += (await readLine(models, crop.rotate180())).confidence - (await readLine(models, crop)).confidence;
	}
	return difference > 0;
}
