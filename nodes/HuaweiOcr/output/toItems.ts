import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LoadedDocument, OcrDocument } from '../input/documents';
import type { ItemSettings } from '../input/settings';
import type { ReadResult } from '../result/readResult';
import { blocksToJson } from './blocks';
import type { OutputContext } from './context';
import { rawToJson } from './raw';

/** What an output mode gets of one page. */
interface Page {
	page?: number;
	result: ReadResult;
}

/** The output items of one document, page after page, all linked to its input item. */
export function toItems(
	document: OcrDocument,
	_loaded: LoadedDocument,
	pages: Page[],
	inputFields: IDataObject,
): INodeExecutionData[] {
	const { settings, itemIndex, source = '' } = document;
	return pages.flatMap(({ page, result }) => {
		const context = { source, ...(page === undefined ? {} : { page }) };
		const rows = toJson(result, context, settings);
		const wanted = rows.length === 0 ? emptyRows(result, context, settings) : rows;
		return wanted.map((row) => ({
			json: settings.includeInputFields ? { ...inputFields, ...row } : row,
			pairedItem: { item: itemIndex },
		}));
	});
}

function toJson(result: ReadResult, context: OutputContext, settings: ItemSettings): IDataObject[] {
	switch (settings.outputMode) {
		case 'raw':
			return result.blocks.length === 0 && settings.ifNoText === 'nothing'
				? []
				: [rawToJson(result, context)];
		default:
			return blocksToJson(result, context, settings.minConfidence);
	}
}

/** Stands for an image without text, when the user wants to see that it was read. */
function emptyRows(result: ReadResult, context: OutputContext, settings: ItemSettings): IDataObject[] {
	if (settings.ifNoText === 'nothing') return [];
	return [
		{
			words: '',
			blockCount: result.blockCount,
			direction: result.direction,
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		},
	];
}
