// All that the node does with the bytes of a file before it sends them, without n8n around it.
import { readImageHeader } from '../../../nodes/HuaweiOcr/input/imageHeader.ts';
import { openPdf } from '../../../nodes/HuaweiOcr/input/pdf/index.ts';
import { sniff } from '../../../nodes/HuaweiOcr/input/sniff.ts';
import { openTiff } from '../../../nodes/HuaweiOcr/input/tiff/index.ts';
import { OcrError } from '../../../nodes/HuaweiOcr/errors/ocrError.ts';

/** Pages that are taken out of one file. */
const PAGES = [1, 2, 3, 7, 5000];

/** Reads a file as far as anything in it can be reached. @returns what came of it, in a word. @throws what is no OcrError */
export async function readFile(bytes: Buffer): Promise<string> {
	try {
		const header = readImageHeader(bytes);
		if (!header) return `unknown: ${sniff(bytes)?.name ?? 'nobody knows'}`;
		if (header.format === 'PDF') return await readPdf(bytes);
		if (header.format === 'TIFF') return readTiff(bytes);
		return `${header.format} ${header.size ? `${header.size.width} × ${header.size.height}` : 'of no size'}`;
	} catch (error) {
		if (error instanceof OcrError) return `refused: ${error.details.errorCode}`;
		throw error;
	}
}

async function readPdf(bytes: Buffer): Promise<string> {
	const pdf = await openPdf(bytes);
	const count = await pdf.pageCount().catch((error: unknown) => {
		if (error instanceof OcrError) return 0;
		throw error;
	});
	let apart = 0;
	for (const page of PAGES) {
		if (await pdf.page(page)) apart++;
		await pdf.pageImage(page);
	}
	return `PDF of ${count} pages, ${apart} had apart`;
}

function readTiff(bytes: Buffer): string {
	const tiff = openTiff(bytes);
	const count = tiff.frameCount();
	for (const page of PAGES.filter((each) => each <= count)) {
		tiff.info(page);
		tiff.frame(page);
	}
	return `TIFF of ${count} frames`;
}
