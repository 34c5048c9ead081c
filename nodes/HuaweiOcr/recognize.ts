import { asOcrError, type OcrError } from './errors/ocrError';
import type { LoadedDocument, OcrDocument } from './documents/documents';
import { letGo, type BodyMemory } from './request/bodyMemory';
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

/** What output modes need to know of a document that was sent. */
export interface SentDocument extends Pick<LoadedDocument, 'size'> {
	/** The file of a single image, kept only for a preview. */
	image?: Buffer;
}

export interface DocumentOutcome {
	/** Undefined when the document couldn't be loaded. */
	loaded?: SentDocument;
	/** In page order. */
	pages: Array<RecognizedPage | FailedPage>;
}

/** A page that is ready to be sent. */
interface PageCall {
	page: number | undefined;
	/** The same bytes each time. */
	body(): Buffer;
	/** The call has ended: nothing reads its body any more. */
	done(): void;
}

/** A document that is ready to be sent. */
interface PreparedDocument extends SentDocument {
	calls: PageCall[];
}

/** Loads one document and recognises its pages, one call each. Never rejects. */
export async function recognize(
	client: OcrClient,
	memory: BodyMemory,
	document: OcrDocument,
): Promise<DocumentOutcome> {
	const prepared = await prepare(memory, document).catch(asOcrError);
	if (prepared instanceof Error) return { pages: [{ error: prepared }] };
	const { calls, ...loaded } = prepared;
	const pages = await Promise.all(
		calls.map(async (call) => await recognizePage(client, document, call)),
	);
	return { loaded, pages };
}

/**
 * Loads a document. A single page is encoded at once and its file let go, so that each document under
 * way is held once; several pages share their file, and each is encoded when its turn comes.
 */
async function prepare(memory: BodyMemory, document: OcrDocument): Promise<PreparedDocument> {
	const { input, pages, size } = await document.load();
	const encode = (page: number | undefined): Buffer =>
		requestBody(input, switchesOf(document, page), (bytes) => memory.take(bytes));
	const sized = size ? { size } : {};
	if (pages.length !== 1) return { ...sized, calls: pages.map((page) => sharedCall(memory, page, encode)) };

	const [page] = pages;
	const body = encode(page);
	// The call is made elsewhere, because a function made here would hold on to the file.
	const calls = [readyCall(memory, page, body)];
	if (!('image' in input)) return { ...sized, calls };
	if (document.settings.preview && page === undefined) return { ...sized, calls, image: input.image };
	letGo(input.image);
	return { ...sized, calls };
}

function switchesOf({ settings }: OcrDocument, page: number | undefined) {
	return {
		...settings.switches,
		// Sent only when the user asked for pages; without it the service reads the first.
		...(page === undefined || settings.pages === undefined ? {} : { pdf_page_number: page }),
	};
}

function readyCall(memory: BodyMemory, page: number | undefined, body: Buffer): PageCall {
	return { page, body: () => body, done: () => memory.giveBack(body) };
}

function sharedCall(
	memory: BodyMemory,
	page: number | undefined,
	encode: (page: number | undefined) => Buffer,
): PageCall {
	let body: Buffer | undefined;
	return {
		page,
		body: () => (body ??= encode(page)),
		done: () => {
			if (body) memory.giveBack(body);
			body = undefined;
		},
	};
}

async function recognizePage(
	client: OcrClient,
	{ settings }: OcrDocument,
	call: PageCall,
): Promise<RecognizedPage | FailedPage> {
	const place = call.page === undefined ? {} : { page: call.page };
	try {
		const result = await client.recognize({
			path: 'general-text',
			operationName: 'General Text',
			body: { bytes: () => call.body(), release: () => call.done() },
			read: readResult,
			...(settings.enterpriseProjectId === undefined
				? {}
				: { enterpriseProjectId: settings.enterpriseProjectId }),
		});
		return { ...place, result };
	} catch (error) {
		return { ...place, error: asOcrError(error) };
	}
}
