import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { asOcrError, OcrError } from '../errors/ocrError';
import type { ItemSettings } from '../settings/itemSettings';
import { needsPageCount, selectPages } from '../settings/pages';
import type { LoadedDocument, PageInput } from './document';
import { fitPicture } from './fitPicture';
import { checkFileSize, MAX_FILE_BYTES } from './imageLimits';
import { openPdf, pdfStart, type PdfFile } from './pdf/index';

/**
 * The pages of a PDF that are asked for; without the option Pages the first (contract 5.2). Each travels
 * as a PDF of its own where that is smaller than the file or the file can't be sent as a whole.
 * @throws OcrError when the pages can't be counted though they have to be, or there is no such page
 */
export async function loadPdf(file: Buffer, settings: ItemSettings, api: ApiOperation): Promise<LoadedDocument> {
	const selection = settings.pages ?? [{ first: 1, last: 1 }];
	const opened = await openPdf(file).catch(asOcrError);
	if (opened instanceof Error) {
		// Nobody opens a file without its password.
		if (opened.details.errorCode === 'Node.EncryptedPdf') throw opened;
		// What can't be opened here may be read by the service all the same, unless it has to be split.
		if (needsPageCount(selection) || file.length > MAX_FILE_BYTES) throw opened;
		return { pages: selectPages(selection, undefined).map((page) => wholeFile(fromStart(file), page, settings, api)) };
	}
	const pageCount = await opened.pageCount().catch(asOcrError);
	if (pageCount instanceof Error && needsPageCount(selection)) throw pageCount;
	const known = pageCount instanceof Error ? undefined : pageCount;
	return {
		pages: selectPages(selection, known).map((page) => ({
			page,
			prepare: async () => await preparePage(file, opened, page, settings, api),
		})),
		...(known === undefined ? {} : { pageCount: known }),
	};
}

/** Bytes before the PDF itself, as mails and forms leave them, are nothing for the service. */
function fromStart(file: Buffer): Buffer {
	return file.subarray(pdfStart(file) ?? 0);
}

function wholeFile(file: Buffer, page: number, settings: ItemSettings, api: ApiOperation) {
	return { page, prepare: async () => await Promise.resolve(asPartOf(file, page, settings, api)) };
}

/** The service is told the page only where the user asked for pages; without it, it reads the first. */
function asPartOf(image: Buffer, page: number, { pages }: ItemSettings, { pageField }: ApiOperation): PageInput {
	checkFileSize(image.length);
	return { input: { image }, ...(pages === undefined || pageField === undefined ? {} : { sentPage: page }) };
}

async function preparePage(file: Buffer, pdf: PdfFile, page: number, settings: ItemSettings, api: ApiOperation): Promise<PageInput> {
	const own = await pdf.page(page);
	if (own && own.length <= MAX_FILE_BYTES) return asPartOf(own, 1, settings, api);
	if (file.length <= MAX_FILE_BYTES && (page === 1 || api.pageField !== undefined)) return asPartOf(fromStart(file), page, settings, api);
	const picture = settings.shrinkLargeImages ? await pdf.pageImage(page) : undefined;
	if (picture) return await fitPicture(picture.bytes, settings, api);
	throw new OcrError(
		own
			? `Scan page ${page} with a lower resolution: it alone has ${own.length} bytes, the service accepts at most ${MAX_FILE_BYTES}`
			: `Split the file before: it has ${file.length} bytes, the service accepts at most ${MAX_FILE_BYTES}, and page ${page} can't be taken out of it here`,
		'Opening the file in a PDF viewer and printing the page to a new PDF makes a file of its own. Nothing was sent for this page.',
		{ errorCode: 'Node.FileTooLarge' },
	);
}
