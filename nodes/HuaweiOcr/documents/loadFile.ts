import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { asOcrError } from '../errors/ocrError';
import type { ItemSettings } from '../settings/itemSettings';
import { needsPageCount, selectPages } from '../settings/pages';
import type { DocumentPage, LoadedDocument } from './document';
import { checkImage } from './imageLimits';
import { countPages } from './pdf';

/**
 * Finds the pages of a file and what to send for each.
 * @throws OcrError when the service can't read it, or has no such page
 */
export async function loadFile(file: Buffer, settings: ItemSettings, api: ApiOperation): Promise<LoadedDocument> {
	const header = checkImage(file, settings.imageLimits, api);
	if (header.format === 'PDF') return await loadPdf(file, settings, api);
	return {
		pages: [wholeFile(file)],
		...(header.size ? { size: header.size } : {}),
		image: file,
	};
}

function wholeFile(image: Buffer): DocumentPage {
	const input = { image };
	return { input: async () => await Promise.resolve(input) };
}

/** Without the option Pages the service reads the first page (contract 5.2). */
async function loadPdf(pdf: Buffer, { pages }: ItemSettings, { pageField }: ApiOperation): Promise<LoadedDocument> {
	const selection = pages ?? [{ first: 1, last: 1 }];
	const pageCount = await countPages(pdf).catch(async (error: unknown) =>
		needsPageCount(selection) ? await Promise.reject(asOcrError(error)) : undefined,
	);
	const input = { image: pdf };
	return {
		pages: selectPages(selection, pageCount).map((page) => ({
			page,
			...(pages === undefined || pageField === undefined ? {} : { sentPage: page }),
			input: async () => await Promise.resolve(input),
		})),
		...(pageCount === undefined ? {} : { pageCount }),
	};
}
