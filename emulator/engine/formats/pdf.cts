import { PDFiumLibrary } from '@hyzyla/pdfium';
import { EngineRefusal } from '../engine.cts';
import type { Pixels } from '../pixels.cts';
import { toRgb } from '../decode.cts';

/** Pages are drawn at 144 dpi: a point of the PDF is two px of the answer's coordinates (chosen). */
export const PDF_SCALE = 2;

let library: Promise<PDFiumLibrary> | undefined;

/** @param page from 1. @throws EngineRefusal AIS.0101 when there is no such page (15.2 row 25). */
export async function decodePdfPage(bytes: Uint8Array, page: number): Promise<Pixels> {
	library ??= PDFiumLibrary.init();
	const document = await (await library).loadDocument(Buffer.from(bytes));
	try {
		if (page > document.getPageCount()) throw new EngineRefusal('AIS.0101');
		const { width, height, data } = await document
			.getPage(page - 1)
			.render({ scale: PDF_SCALE, render: (options) => Promise.resolve(options.data) });
		return toRgb(width, height, 4, data);
	} finally {
		document.destroy();
	}
}
