import { PDFDict, PDFName, PDFNumber, PDFParser } from '@cantoo/pdf-lib';

import { OcrError } from '../errors/ocrError';

/**
 * Counts the pages of a PDF from its page tree; no page is decoded.
 * @throws OcrError when the file is damaged or its structure is encrypted
 */
export async function countPages(pdf: Uint8Array): Promise<number> {
	const count = await readPageCount(pdf).catch(() => undefined);
	if (count === undefined || count < 1) {
		throw new OcrError(
			'Give the pages as numbers, such as 1-3: the number of pages of this PDF can\'t be read',
			'The file is damaged or encrypted, so "*" and open ranges have no end.',
			{ errorCode: 'Node.UnreadablePdf' },
		);
	}
	return count;
}

async function readPageCount(pdf: Uint8Array): Promise<number> {
	const context = await PDFParser.forBytesWithOptions(pdf, Infinity).parseDocument();
	const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
	const pages = catalog.lookup(PDFName.of('Pages'), PDFDict);
	return pages.lookup(PDFName.of('Count'), PDFNumber).asNumber();
}
