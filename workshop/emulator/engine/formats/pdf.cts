import { PDFiumLibrary } from '@hyzyla/pdfium';
import { EngineRefusal } from '../engine.cts';
import { type Pixels, toRgb } from '../pixels.cts';

/** Pages are drawn at 144 dpi: a point of the PDF is two px of the answer's coordinates (chosen). */
export const PDF_SCALE = 2;
/** Larger pages (posters, or a page size meant to break readers) are drawn smaller. */
const MAX_SIDE_PX = 4096;

let library: Promise<PDFiumLibrary> | undefined;

/** @param page from 1. @throws EngineRefusal AIS.0101 when there is no such page (15.2 row 25). */
export async function decodePdfPage(bytes: Uint8Array, page: number): Promise<Pixels> {
	library ??= PDFiumLibrary.init();
	const document = await (await library).loadDocument(Buffer.from(bytes));
	try {
		if (page > document.getPageCount()) throw new EngineRefusal('AIS.0101');
		const sheet = document.getPage(page - 1);
		const { originalWidth, originalHeight } = sheet.getOriginalSize();
		const scale = Math.min(PDF_SCALE, MAX_SIDE_PX / Math.max(originalWidth, originalHeight));
		const { width, height, data } = await sheet.render({ scale, render: (options) => Promise.resolve(options.data) });
		return toRgb(width, height, 4, data);
	} finally {
		document.destroy();
	}
}
