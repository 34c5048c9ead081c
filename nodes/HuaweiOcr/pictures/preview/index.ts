import { decode } from '../decode';
import { encodePng } from '../encode/png';
import { ByteSink } from '../encode/sink';
import type { PreviewMark } from '../previewMark';
import { PictureError, type RowSteps } from '../rows';
import type { Steps } from '../../turns/steps';
import { runInTurns, type Pause } from '../../turns/turns';
import { Canvas } from './canvas';
import { drawMarks } from './drawMarks';

/** px; larger pages are scaled down to it, which is enough for a look. */
const LONGEST_SIDE = 1600;

/** px around the marks on a page whose size is not known. */
const MARGIN = 40;

/** bytes of a preview; more than a page of noise takes. */
const MOST_BYTES = 32_000_000;

export interface PreviewPage {
	/** The file, if n8n has it and it is no PDF. */
	image?: Uint8Array;
	/** px, if known. */
	size?: { width: number; height: number };
	marks: readonly PreviewMark[];
}

/**
 * Draws marks on a page. Pages that can't be decoded here (all but JPEG, PNG, BMP and TIFF; damaged, cut
 * off, or too large) give a white page of the same size. The event loop is let go about every 15 ms.
 * @returns a PNG file; n8n shows no other format with text and lines this small in its panel
 */
export async function renderPreview({ image, size, marks }: PreviewPage, pause?: Pause): Promise<Buffer> {
	const page = (image && (await decodedPage(image, pause))) ?? whitePage(size ?? extentOf(marks));
	return await runInTurns(drawn(page, marks), pause);
}

/** A page to draw on, and how much smaller it is than the user's. */
interface PagePicture {
	canvas: Canvas;
	scale: number;
}

async function decodedPage(image: Uint8Array, pause: Pause | undefined): Promise<PagePicture | undefined> {
	const limits = { maxSide: LONGEST_SIDE, maxPixels: Infinity };
	const picture = await decode(image, limits, pause).catch(async (error: unknown) =>
		error instanceof PictureError ? undefined : await Promise.reject(error),
	);
	if (!picture) return undefined;
	const { width, height, channels, data, scale } = picture;
	return { canvas: new Canvas(width, height, channels === 3 ? data : inColour(data)), scale };
}

function inColour(grey: Uint8Array): Uint8Array {
	const data = new Uint8Array(grey.length * 3);
	grey.forEach((sample, index) => data.fill(sample, index * 3, index * 3 + 3));
	return data;
}

function whitePage({ width, height }: { width: number; height: number }): PagePicture {
	const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
	const side = (length: number): number => Math.max(1, Math.round(length * scale));
	return { canvas: new Canvas(side(width), side(height)), scale };
}

/** px; pages whose size is unknown end a margin behind their marks. */
function extentOf(marks: readonly PreviewMark[]): { width: number; height: number } {
	let width = 0;
	let height = 0;
	for (const { corners } of marks) {
		for (const [x, y] of corners) {
			if (Number.isFinite(x)) width = Math.max(width, x);
			if (Number.isFinite(y)) height = Math.max(height, y);
		}
	}
	return { width: width + MARGIN, height: height + MARGIN };
}

function* drawn({ canvas, scale }: PagePicture, marks: readonly PreviewMark[]): Steps<Buffer> {
	yield* drawMarks(canvas, marks, scale);
	const { width, height, data } = canvas;
	const sink = new ByteSink(MOST_BYTES);
	yield* encodePng({ width, height, channels: 3, rows: rowsOf(data, width * 3) }, { orientation: 1 }, sink);
	return sink.toBuffer();
}

function* rowsOf(data: Uint8Array, rowBytes: number): RowSteps {
	for (let at = 0; at < data.length; at += rowBytes) yield data.subarray(at, at + rowBytes);
}
