import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { OcrError } from './ocrError';

/** Which document an error belongs to. */
export interface ErrorPlace {
	itemIndex: number;
	/** File name or URL; undefined when not even that is known. */
	source?: string;
	/** Page of a PDF. */
	page?: number;
}

function placeText({ itemIndex, source, page }: ErrorPlace): string {
	const parts = [
		...(source === undefined ? [] : [`"${shorten(source)}"`]),
		...(page === undefined ? [] : [`page ${page}`]),
		`item ${itemIndex}`,
	];
	return parts.join(', ');
}

/** A signed URL carries its signature in the query; a message doesn't need it. */
function shorten(source: string): string {
	const withoutQuery = /^https?:/i.test(source) ? source.replace(/\?.*$/s, '?…') : source;
	return withoutQuery.length > 120 ? `${withoutQuery.slice(0, 117)}…` : withoutQuery;
}

/** "Do this now ("scan.png", item 2) [AIS.0103]" */
function fullMessage(error: OcrError, place: ErrorPlace): string {
	const { errorCode } = error.details;
	// Own codes and plain HTTP statuses say nothing that the message doesn't.
	const code = errorCode !== undefined && /^[A-Z]+[a-zA-Z]*\.\d/.test(errorCode) ? ` [${errorCode}]` : '';
	return `${error.message} (${placeText(place)})${code}`;
}

/**
 * The error that ends the node or marks an item.
 * @param recognised how many documents had been read before; undefined to leave it out
 */
export function toNodeError(
	node: INode,
	error: OcrError,
	place: ErrorPlace,
	recognised?: number,
): NodeApiError | NodeOperationError {
	const message = fullMessage(error, place);
	const done =
		recognised === undefined || recognised === 0
			? []
			: [
					`${recognised} other ${recognised === 1 ? 'image or page was' : 'images or pages were'} read before and ${recognised === 1 ? 'is' : 'are'} lost with this error: set On Error to "Continue" in the node's settings to keep such results.`,
				];
	const description = [error.description, ...done].filter((text) => text !== '').join(' ');
	const { httpStatus, errorCode, requestId } = error.details;
	if (httpStatus === undefined) {
		return new NodeOperationError(node, message, { description, itemIndex: place.itemIndex });
	}
	return new NodeApiError(
		node,
		{ message, description, error_code: errorCode ?? '', request_id: requestId ?? '' },
		{ message, description, httpCode: String(httpStatus), itemIndex: place.itemIndex },
	);
}

/** The item that stands for a failed document under "Continue on Fail". */
export function toErrorItem(
	node: INode,
	error: OcrError,
	place: ErrorPlace,
	inputFields: IDataObject,
): INodeExecutionData {
	const { httpStatus, errorCode, requestId } = error.details;
	const json: IDataObject = {
		...inputFields,
		error: fullMessage(error, place),
		...(error.description === '' ? {} : { errorDescription: error.description }),
		...(errorCode === undefined ? {} : { errorCode }),
		...(httpStatus === undefined ? {} : { httpStatus }),
		...(requestId === undefined ? {} : { requestId }),
		...(place.page === undefined ? {} : { page: place.page }),
		...(place.source === undefined ? {} : { source: place.source }),
	};
	const item: INodeExecutionData = { json, pairedItem: { item: place.itemIndex } };
	if (node.onError === 'continueErrorOutput') markForErrorOutput(item, node, error, place);
	return item;
}

/**
 * n8n sends an item to the error output when it has an `error`, and would then reduce its JSON to
 * the message. It copies the item's enumerable properties on the way, so an `error` that is not
 * enumerable does the first without the second.
 */
function markForErrorOutput(
	item: INodeExecutionData,
	node: INode,
	error: OcrError,
	place: ErrorPlace,
): void {
	Object.defineProperty(item, 'error', {
		value: toNodeError(node, error, place),
		enumerable: false,
		writable: true,
		configurable: true,
	});
}
