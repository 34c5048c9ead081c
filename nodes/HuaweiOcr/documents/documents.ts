import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asOcrError, OcrError } from '../errors/ocrError';
import type { ServiceInput } from '../request/requestBody';
import { checkFileSize, checkImage } from './imageLimits';
import { toServiceUrl } from './imageUrl';
import { needsPageCount, selectPages } from './pages';
import { countPages } from './pdf';
import type { ItemSettings } from '../settings/settings';

/** A document that is ready to be sent. */
export interface LoadedDocument {
	input: ServiceInput;
	/** One call each: the page numbers of a PDF, or a single undefined for an image. */
	pages: Array<number | undefined>;
	/** px; undefined for PDF pages and URLs */
	size?: { width: number; height: number };
}

/** One image or PDF of an item. Nothing of it is read before `load` is called. */
export interface OcrDocument {
	itemIndex: number;
	/** File name of the binary, or the URL; undefined when not even that is known. */
	source?: string;
	settings: ItemSettings;
	/**
	 * Reads and checks the file, or checks the URL.
	 * @throws OcrError
	 */
	load(): Promise<LoadedDocument>;
}

/**
 * The documents of one item, in the order of its fields. A document that can't be had is still one:
 * its `load` fails, so that the item ends with an error instead of nothing.
 */
export function documentsOf(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
	settings: ItemSettings,
): OcrDocument[] {
	if (settings.inputType === 'url') return [urlDocument(itemIndex, settings)];
	try {
		return fieldNames(settings.binaryPropertyName, item).map((name) =>
			binaryDocument(context, itemIndex, settings, name, item.binary?.[name]),
		);
	} catch (error) {
		const failure = asOcrError(error);
		return [{ itemIndex, settings, load: async () => await Promise.reject(failure) }];
	}
}

function urlDocument(itemIndex: number, settings: ItemSettings): OcrDocument {
	const { url } = settings;
	return {
		itemIndex,
		settings,
		...(typeof url === 'string' && url.trim() !== '' ? { source: url.trim() } : {}),
		load: async () => ({ input: { url: toServiceUrl(url) }, pages: pagesOfUrl(settings) }),
	};
}

function binaryDocument(
	context: IExecuteFunctions,
	itemIndex: number,
	settings: ItemSettings,
	fieldName: string,
	binary: IBinaryData | undefined,
): OcrDocument {
	return {
		itemIndex,
		settings,
		source: binary?.fileName ?? fieldName,
		load: async () => {
			if (!binary) throw missingField(fieldName, context.getInputData()[itemIndex]);
			// Refuses what is too large without reading it, where n8n knows the size.
			if (binary.bytes !== undefined) checkFileSize(binary.bytes);
			const image = await context.helpers.getBinaryDataBuffer(itemIndex, fieldName);
			const header = checkImage(image, settings.imageLimits);
			return {
				input: { image },
				pages: header.format === 'PDF' ? await pagesOfPdf(image, settings) : [undefined],
				...(header.size ? { size: header.size } : {}),
			};
		},
	};
}

/** Without the option Pages the service reads the first page (contract 5.2). */
async function pagesOfPdf(pdf: Buffer, { pages = [{ first: 1, last: 1 }] }: ItemSettings): Promise<number[]> {
	const count = await countPages(pdf).catch(async (error: unknown) =>
		needsPageCount(pages) ? await Promise.reject(asOcrError(error)) : undefined,
	);
	return selectPages(pages, count);
}

/** The service alone sees the file, so only pages that need no counting can be asked for. */
function pagesOfUrl({ pages }: ItemSettings): Array<number | undefined> {
	if (pages === undefined) return [undefined];
	if (needsPageCount(pages)) {
		throw new OcrError(
			'Give the option Pages as numbers, such as 1-3: of a URL the number of pages is not known here',
			'Only Huawei Cloud downloads the file. To read "*", load the file with an HTTP Request node and choose the input type Binary File.',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	return selectPages(pages, undefined);
}

/** @throws OcrError when the parameter or the item holds no field at all */
function fieldNames(value: unknown, item: INodeExecutionData): string[] {
	if (typeof value !== 'string') {
		throw new OcrError(
			'Type the name of the field into Input Binary Field, such as data, without an expression',
			'The parameter wants the name of the binary field, but an expression put its content there.',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	const available = Object.keys(item.binary ?? {});
	if (available.length === 0) {
		throw new OcrError(
			'Pass a file to this node: the item has no binary data',
			'Some nodes drop binary data; connect this node to the one that loads the files, or choose the input type URL.',
			{ errorCode: 'Node.NoBinaryData' },
		);
	}
	const names = value
		.split(/[,，、]/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) {
		throw new OcrError(
			`Fill in Input Binary Field: the item has ${fieldList(available)}`,
			'Several names are separated by commas; * takes every binary field.',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	return names.flatMap((name) => (name === '*' ? available : [name]));
}

function missingField(fieldName: string, item: INodeExecutionData | undefined): OcrError {
	return new OcrError(
		`Correct Input Binary Field: the item has no binary field "${fieldName}"`,
		`It has ${fieldList(Object.keys(item?.binary ?? {}))}.`,
		{ errorCode: 'Node.MissingField' },
	);
}

function fieldList(names: string[]): string {
	return names.length === 1 ? `the field ${names[0]}` : `the fields ${names.join(', ')}`;
}
