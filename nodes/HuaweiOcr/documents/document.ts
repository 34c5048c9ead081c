import type { InputFile } from './inputFiles';

/** What is sent: a file, or an address that the service downloads. */
export type ServiceInput = { image: Buffer } | { url: string };

/** One call: an image, or a page of a document. */
export interface DocumentPage {
	/** Page number in the user's document; undefined for an image. */
	page?: number;
	/** Number of the page in what is sent, where the service has to be told. */
	sentPage?: number;
	/** What to send for this page. @throws OcrError */
	input(): Promise<ServiceInput>;
}

/** A document whose pages are known. */
export interface LoadedDocument {
	pages: DocumentPage[];
	/** Pages or frames, where they were counted. */
	pageCount?: number;
	/** What `pageCount` counts. */
	countsFrames?: boolean;
	/** px; undefined for PDF pages and URLs */
	size?: { width: number; height: number };
	/** The file of a single image. */
	image?: Buffer;
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
