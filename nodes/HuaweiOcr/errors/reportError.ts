import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { FailureCause } from '../../../huaweiCloud/errors/types';
import type { OcrError } from './ocrError';
import { onOneLine, shortened } from './readableText';

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

/** Longest name in a message, and longest message with its name, in characters. */
const NAME_LENGTH = 120;
const MESSAGE_LENGTH = 600;
const DESCRIPTION_LENGTH = 2_000;

/** A signed URL carries its signature in the query; a message doesn't need it. */
function shorten(source: string): string {
	const withoutQuery = /^https?:/i.test(source) ? source.replace(/\?.*$/s, '?…') : source;
	return shortened(onOneLine(withoutQuery), NAME_LENGTH);
}

/** "Do this now ("scan.png", item 2) [AIS.0103]" */
function fullMessage(error: OcrError, place: ErrorPlace): string {
	const { errorCode } = error.details;
	// Own codes and plain HTTP statuses say nothing that the message doesn't.
	const code = errorCode !== undefined && /^[A-Z]+[a-zA-Z]*\.\d/.test(errorCode) ? ` [${errorCode}]` : '';
	return `${shortened(onOneLine(error.message), MESSAGE_LENGTH)} (${placeText(place)})${code}`;
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
	const description = [descriptionOf(error), ...done].filter((text) => text !== '').join(' ');
	const nodeError = newNodeError(node, error, { message, description, itemIndex: place.itemIndex });
	// n8n replaces messages that hold EPERM, ENOENT and the like anywhere, such as in FirePermit.png.
	nodeError.message = message;
	nodeError.description = description;
	nodeError.messages = [];
	const failure = failureOf(error);
	// Older versions of n8n know no such property and don't look at it.
	if (failure) Object.assign(nodeError, { failure });
	return nodeError;
}

function newNodeError(
	node: INode,
	{ details: { httpStatus, errorCode, requestId } }: OcrError,
	texts: { message: string; description: string; itemIndex: number },
): NodeApiError | NodeOperationError {
	const { message, description, itemIndex } = texts;
	if (httpStatus === undefined) return new NodeOperationError(node, message, { description, itemIndex });
	return new NodeApiError(
		node,
		{ message, description, error_code: errorCode ?? '', request_id: requestId ?? '' },
		{ message, description, httpCode: String(httpStatus), itemIndex },
	);
}

/** Why the node failed, for n8n's own handling of failures; waits only where waiting helps. */
function failureOf({ details: { failure, retryAfterMs } }: OcrError): { cause: FailureCause; retryAfterMs?: number } | undefined {
	if (!failure) return undefined;
	const passes = failure === 'rate-limited' || failure === 'temporarily-unavailable' || failure === 'quota-exhausted';
	return { cause: failure, ...(passes && retryAfterMs !== undefined && { retryAfterMs }) };
}

function descriptionOf({ description }: OcrError): string {
	return shortened(onOneLine(description), DESCRIPTION_LENGTH);
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
		...(error.description === '' ? {} : { errorDescription: descriptionOf(error) }),
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
