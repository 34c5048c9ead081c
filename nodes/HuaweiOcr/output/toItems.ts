import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LoadedDocument, OcrDocument } from '../input/documents';
import type { ItemSettings } from '../input/settings';
import type { ReadResult } from '../result/readResult';
import { blocksToJson } from './blocks';
import type { OutputContext } from './context';
import { fieldsToJson } from './fields';
import { linesToJson } from './lines';
import { rawToJson } from './raw';
import { tableToJson } from './table';
import { documentTextToJson, textToJson } from './text';

/** What an output mode gets of one page. */
export interface Page {
	page?: number;
	result: ReadResult;
}

/** The output items of one document, page after page, all linked to its input item. */
export function toItems(
	document: OcrDocument,
	loaded: Pick<LoadedDocument, 'size'>,
	pages: Page[],
	inputFields: IDataObject,
): INodeExecutionData[] {
	const { settings, itemIndex } = document;
	const rows = rowsOf(document, loaded, pages);
	return rows.map((row) => ({
		json: settings.includeInputFields ? { ...inputFields, ...row } : row,
		pairedItem: { item: itemIndex },
	}));
}

function rowsOf(
	document: OcrDocument,
	loaded: Pick<LoadedDocument, 'size'>,
	pages: Page[],
): IDataObject[] {
	const { settings, source = '' } = document;
	if (pages.length === 0) return [];
	const { outputMode, minConfidence } = settings;
	if (outputMode === 'fields') {
		const sized = pages.map((page) => ({ ...page, ...loaded.size }));
		const rows = fieldsToJson(sized, { source }, settings.fieldDefinitions, minConfidence);
		return rows.length > 0 ? rows : emptyRows(pages, { source }, settings);
	}
	if (outputMode === 'text' && settings.joinPages) {
		const rows = documentTextToJson(pages, { source }, minConfidence);
		return rows.length > 0 ? rows : emptyRows(pages, { source }, settings);
	}
	return pages.flatMap(({ page, result }) => {
		const context = { source, ...(page === undefined ? {} : { page }) };
		const rows = pageRows(result, context, settings);
		return rows.length > 0 ? rows : emptyRows([{ result }], context, settings);
	});
}

function pageRows(result: ReadResult, context: OutputContext, settings: ItemSettings): IDataObject[] {
	const { minConfidence, firstRowIsHeader } = settings;
	switch (settings.outputMode) {
		case 'raw':
			return result.blocks.length === 0 && settings.ifNoText === 'nothing'
				? []
				: [rawToJson(result, context)];
		case 'lines':
			return linesToJson(result, context, minConfidence);
		case 'text':
			return textToJson(result, context, minConfidence).map((row) => ({
				...row,
				...(result.markdown === undefined ? {} : { markdown_result: result.markdown }),
			}));
		case 'table':
			return tableToJson(result, context, { firstRowIsHeader, minConfidence });
		default:
			return blocksToJson(result, context, minConfidence);
	}
}

/** Stands for an image without text, when the user wants to see that it was read. */
function emptyRows(pages: Page[], context: OutputContext, settings: ItemSettings): IDataObject[] {
	if (settings.ifNoText === 'nothing') return [];
	const textField = settings.outputMode === 'blocks' ? { words: '' } : { text: '' };
	return [
		{
			...(settings.outputMode === 'fields'
				? { missingFields: settings.fieldDefinitions.map(({ name }) => name) }
				: textField),
			blockCount: pages.reduce((sum, { result }) => sum + result.blockCount, 0),
			direction: pages[0]?.result.direction ?? -1,
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		},
	];
}
