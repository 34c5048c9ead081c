import { openPdf } from './pdf/index';

/**
 * Counts the pages of a PDF by walking its page tree; no page is decoded.
 * @throws OcrError Node.UnreadablePdf when the file is damaged, Node.EncryptedPdf when it wants a password
 */
export async function countPages(pdf: Buffer): Promise<number> {
	return await (await openPdf(pdf)).pageCount();
}
