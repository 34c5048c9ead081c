import type { InputFile } from './inputFiles';

/** What is sent: a file, or an address that the service downloads. */
export type ServiceInput = { image: Buffer } | { url: string };

/** What is sent for a page. */
export interface PageInput {
	input: ServiceInput;
	/** Number of the page in what is sent, where the service has to be told. */
	sentPage?: number;
	/** Where a smaller copy is sent: its size divided by that of the user's own picture, at most 1. */
	scale?: number;
}

/** One call: an image, or a page of a document. */
export interface DocumentPage {
	/** Page number in the user's document; undefined for an image. */
	page?: number;
	/** px of the page as the user has it; undefined for PDF pages and URLs */
	size?: { width: number; height: number };
	/** The picture that the page is, for drawing on it; undefined where there is none at hand. */
	image?: Buffer;
	/** Makes what to send; asked for when the page's turn comes near. @throws OcrError */
	prepare(): Promise<PageInput>;
}

/** A document whose pages are known. */
export interface LoadedDocument {
	pages: DocumentPage[];
	/** Pages or frames, where they were counted. */
	pageCount?: number;
	/** What `pageCount` counts. */
	countsFrames?: boolean;
}

/** One image or PDF of an item. Nothing of it is read before `load` is called. */
export interface OcrDocument {
	/** File name of the binary, or the URL; undefined when not even that is known. */
	source?: string;
	/** The item's file; undefined for URLs. */
	file?: InputFile;
	/** Reads and checks the file, or checks the URL. @throws OcrError */
	load(): Promise<LoadedDocument>;
}
