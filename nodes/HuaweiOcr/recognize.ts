import { asOcrError, type OcrError } from './errors/ocrError';
import type { LoadedDocument, OcrDocument } from './input/documents';
import { requestBody } from './request/requestBody';
import { readResult, type ReadResult } from './result/readResult';
import type { OcrClient } from './transport/ocrClient';

/** A page, or an image as a whole, that was recognised. */
export interface RecognizedPage {
	/** Undefined for images. */
	page?: number;
	result: ReadResult;
}

export interface FailedPage {
	page?: number;
	error: OcrError;
}

export interface DocumentOutcome {
	/** What was sent; undefined when the document couldn't be loaded. */
	loaded?: LoadedDocument;
	/** In page order. */
	pages: Array<RecognizedPage | FailedPage>;
}

/** Loads one document and recognises its pages, one call each. Never rejects. */
export async function recognize(client: OcrClient, document: OcrDocument): Promise<DocumentOutcome> {
	const loaded = await document.load().catch(asOcrError);
	if (loaded instanceof Error) return { pages: [{ error: loaded }] };
	const pages = await Promise.all(
		loaded.pages.map(async (page) => await recognizePage(client, document, loaded, page)),
	);
	return { loaded, pages };
}

async function recognizePage(
	client: OcrClient,
	{ settings }: OcrDocument,
	{ input }: LoadedDocument,
	page: number | undefined,
): Promise<RecognizedPage | FailedPage> {
	const place = page === undefined ? {} : { page };
	const switches = {
		...settings.switches,
		// Sent only when the user asked for pages; without it the service reads the first.
		...(page === undefined || settings.pages === undefined ? {} : { pdf_page_number: page }),
	};
	try {
		const answer = await client.recognize({
			body: () => requestBody(input, switches),
			...(settings.enterpriseProjectId === undefined
				? {}
				: { enterpriseProjectId: settings.enterpriseProjectId }),
		});
		return { ...place, result: readResult(answer) };
	} catch (error) {
		return { ...place, error: asOcrError(error) };
	}
}
