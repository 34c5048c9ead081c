// The page of an image or PDF with the boxes that were found on it.
import { drawBoxes } from '../documents/annotate.cts';
import { decodePage } from '../emulator/engine/decode.cts';
import { detectFormat } from '../emulator/ocr/imageFormat.cts';
import type { BlockItem } from '../harness/session.cts';

/**
 * PNG of one page. The emulator's own decoder is used, because the places of the blocks are px of
 * what it saw: a camera's orientation flag is not applied, a PDF has its scale.
 * @param page from 1
 * @throws Error when the file is no image that can be drawn
 */
export async function drawPicture(file: Buffer, page: number, blocks: ReadonlyArray<Pick<Partial<BlockItem>, 'location'>>): Promise<Buffer> {
	const format = detectFormat(file);
	if (!format) throw new Error('its format is unknown');
	const pixels = await decodePage(file, format, page).catch(() => {
		throw new Error('the file could not be drawn');
	});
	return drawBoxes(pixels, blocks.flatMap(({ location }) => (location ? [location] : [])));
}

/** Pages that have blocks, in order; [1] for an image. */
export function pagesOf(blocks: readonly BlockItem[]): number[] {
	const pages = [...new Set(blocks.map(({ page }) => page ?? 1))].sort((a, b) => a - b);
	return pages.length === 0 ? [1] : pages;
}
