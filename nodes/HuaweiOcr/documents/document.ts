import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { OcrError } from '../errors/ocrError';
import type { ItemSettings } from '../settings/itemSettings';
import { toServiceUrl } from './imageUrl';
import { fileName, filesOf, readFile, type InputFile } from './inputFiles';
import { loadFile } from './loadFile';
import { needsPageCount, selectPages } from './pages';

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

/**
 * The documents of one item, in the order in which the parameter names them.
 * @throws OcrError when the parameter names no file
 */
export function documentsOf(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
	settings: ItemSettings,
	api: ApiOperation,
): OcrDocument[] {
	if (settings.inputType === 'url') return [urlDocument(settings, api)];
	return filesOf(settings.binaryPropertyName, item).map((file) => ({
		source: sourceOf(file),
		file,
		load: async () => await loadFile(await readFile(context, itemIndex, file), settings, api),
	}));
}

function sourceOf({ binary, name }: { binary: IBinaryData; name: string }): string {
	return fileName(binary) ?? name;
}

function urlDocument(settings: ItemSettings, api: ApiOperation): OcrDocument {
	const { url } = settings;
	return {
		...(typeof url === 'string' && url.trim() !== '' ? { source: url.trim() } : {}),
		load: async () => {
			const input = { url: toServiceUrl(url) };
			return await Promise.resolve({
				pages: pagesOfUrl(settings, api).map((page) => ({ ...page, input: async () => await Promise.resolve(input) })),
			});
		},
	};
}

/** The service alone sees the file, so only pages that need no counting can be asked for. */
function pagesOfUrl({ pages }: ItemSettings, { pageField }: ApiOperation): Array<{ page?: number; sentPage?: number }> {
	if (pages === undefined || pageField === undefined) return [{}];
	if (needsPageCount(pages)) {
		throw new OcrError(
			'Give the option Pages as numbers, such as 1-3: of a URL the number of pages is not known here',
			'Only Huawei Cloud downloads the file. To read "*", load the file with an HTTP Request node and choose the input type Binary File.',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	return selectPages(pages, undefined).map((page) => ({ page, sentPage: page }));
}
