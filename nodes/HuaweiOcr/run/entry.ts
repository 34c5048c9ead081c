import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OcrDocument } from '../input/document';
import { documentsOf } from '../input/documentsOf';
import { asOcrError, type OcrError } from '../errors/ocrError';
import type { ErrorPlace } from '../errors/reportError';
import { readRequest } from '../resources/readRequest';
import type { Request } from '../resources/resource';
import { itemParameters } from '../settings/itemParameters';
import { readItemSettings, type ItemSettings } from '../settings/itemSettings';

/** A document to be read, with everything that its item asks for. */
export interface DocumentEntry {
	itemIndex: number;
	item: INodeExecutionData;
	document: OcrDocument;
	settings: ItemSettings;
	request: Request;
}

/** The error that took a document's place before it could be one. */
export interface FailedEntry {
	itemIndex: number;
	item: INodeExecutionData;
	error: OcrError;
	settings?: ItemSettings;
}

export type Entry = DocumentEntry | FailedEntry;

/** What the items ask for, in their order. Whatever fails, an expression included, is an entry of its item. */
export function entriesOf(context: IExecuteFunctions): Entry[] {
	return context.getInputData().flatMap((item, itemIndex): Entry[] => {
		let settings: ItemSettings | undefined;
		try {
			const parameters = itemParameters(context, itemIndex);
			settings = readItemSettings(parameters);
			const request = readRequest(parameters);
			const documents = documentsOf(context, item, itemIndex, settings, request.api);
			return documents.map((document) => ({ itemIndex, item, document, settings: settings as ItemSettings, request }));
		} catch (error) {
			return [{ itemIndex, item, error: asOcrError(error), ...(settings ? { settings } : {}) }];
		}
	});
}

export function isFailedEntry(entry: Entry): entry is FailedEntry {
	return 'error' in entry;
}

export function placeOf(entry: Entry, page?: number): ErrorPlace {
	const source = isFailedEntry(entry) ? undefined : entry.document.source;
	return {
		itemIndex: entry.itemIndex,
		...(source === undefined ? {} : { source }),
		...(page === undefined ? {} : { page }),
	};
}

/** The item's own fields, where its output items are to have them. */
export function inputFieldsOf({ item, settings }: Entry): IDataObject {
	if (!settings?.includeInputFields) return {};
	// n8n takes an item that has a field `error` for a failed one, and would run the node again.
	const { error, ...fields } = item.json;
	return error === undefined ? fields : { ...fields, error_: error };
}
