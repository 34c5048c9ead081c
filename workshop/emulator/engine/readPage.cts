// One page from pixels to blocks: find text, level the page, read line by line, put in order.
import { placeCharacters } from './characters.cts';
import type { Corners, FoundBlock, PageResult, Reading } from './engine.cts';
import { type LevelPage, levelPage } from './levelPage.cts';
import { cut, type Line, type Quad, readLine } from './lineReader.cts';
import type { Models } from './models.cts';
import { rowsOf } from './order.cts';
import type { Pixels } from './pixels.cts';
import { distance, fullTurn, startAt } from './quads.cts';
import { readSingleLine } from './quickMode.cts';
import { withTrailingDot } from './trailingDot.cts';

/** Lines read with less are noise: seals, handwriting, ornaments. */
export const MIN_CONFIDENCE = 0.5;
/** From this ratio on a box may hold text that runs down or up. */
const TALL = 1.5;
/** Beyond this ratio no upright text fits. */
const VERY_TALL = 3;

export async function readPage(models: Models, pixels: Pixels, reading: Reading): Promise<PageResult> {
	// The quick way can't tell a tilt, so it is only taken when nobody asks for one.
	if (reading.quickMode && !reading.detectDirection) {
		const line = await readSingleLine(models, pixels);
		if (line) return toResult([[line]], uprightPage, 0, reading);
	}
	const page = await levelPage(models, pixels);
	const lines: Line[] = [];
	for (const quad of page.quads) {
		const line = await readQuad(models, page, quad, reading.singleOrientationMode);
		if (line.read.text !== '' && line.read.confidence >= MIN_CONFIDENCE) lines.push(line);
	}
	return toResult(rowsOf(lines, page.tilt), page, fullTurn(page.turned + page.tilt), reading);
}

const uprightPage: Pick<LevelPage, 'toOriginal'> = { toOriginal: (point) => point };

/**
 * A tall box holds an upright character or two ("1"), or text that runs down or up: what reads best wins.
 * With `single_orientation_mode` nothing but the page's own direction is tried.
 */
async function readQuad(models: Models, page: LevelPage, quad: Quad, singleOrientation: boolean): Promise<Line> {
	const width = Math.max(distance(quad[0], quad[1]), distance(quad[3], quad[2]));
	const height = Math.max(distance(quad[0], quad[3]), distance(quad[1], quad[2]));
	const ratio = Math.floor(height) / Math.max(1, Math.floor(width));
	if (ratio < TALL) {
		const whole = withTrailingDot(page.image, quad);
		return { quad: whole, read: await readLine(models, cut(page.image, whole)) };
	}
	const crop = cut(page.image, quad);
	// The crop came turned counter-clockwise: text that runs down is upright now.
	const candidates: Line[] = [];
	if (ratio < VERY_TALL || singleOrientation) {
		candidates.push({ quad, read: await readLine(models, crop.rotateClockwise()) });
	}
	if (!singleOrientation) {
		candidates.push({ quad: startAt(quad, 1), read: await readLine(models, crop) });
		candidates.push({ quad: startAt(quad, 3), read: await readLine(models, crop.rotate180()) });
	}
	return candidates.reduce((best, other) => (other.read.confidence > best.read.confidence ? other : best));
}

function toResult(
	rows: Line[][],
	page: Pick<LevelPage, 'toOriginal'>,
	direction: number,
	reading: Reading,
): PageResult {
	return {
		blocks: rows.flat().map((line) => toBlock(line, page, reading.characterMode)),
		direction,
		markdown: rows.map((row) => row.map((line) => line.read.text).join('\t')).join('\n'),
	};
}

function toBlock({ quad, read }: Line, page: Pick<LevelPage, 'toOriginal'>, withCharacters: boolean): FoundBlock {
	const place = (area: Quad): Corners =>
		area.map((point) => {
			const { x, y } = page.toOriginal(point);
			return [Math.round(x), Math.round(y)];
		}) as Corners;
	return {
		words: read.text,
		location: place(quad),
		confidence: read.confidence,
		...(withCharacters
			? { characters: placeCharacters(quad, read).map(({ area, ...character }) => ({ ...character, location: place(area) })) }
			: {}),
	};
}
