import type { IBinaryData, IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OcrDocument } from '../documents/documents';
import type { OutputMode } from '../settings/outputSettings';
import type { ItemSettings } from '../settings/settings';
import type { SentDocument } from '../recognize';
import type { ReadResult } from '../result/readResult';
import { blocksToJson } from './blocks';
import type { OutputContext } from './context';
import { fieldsOf, fieldsToJson } from './fields';
import { linesToJson } from './lines';
import { renderPreview } from '../pictures/preview';
import { rawToJson } from './raw';
import { tableToJson } from './table';
import { documentTextToJson, textToJson } from './text';

/** What an output mode gets of one page. */
export interface Page {
	page?: number;
	result: ReadResult;
}

/** An output item to be, and the pages it comes from. */
interface Row {
	json: IDataObject;
	pages: Page[];
}

/** Stores a file as binary data of an item. */
export type StoreBinary = (file: Buffer, fileName: string, mimeType: string) => Promise<IBinaryData>;

/** The output items of one document, page after page, all linked to its input item. */
export async function toItems(
	document: OcrDocument,
	loaded: SentDocument,
	pages: Page[],
	inputFields: IDataObject,
	storeBinary: StoreBinary,
): Promise<INodeExecutionData[]> {
	const { settings, itemIndex } = document;
	const rows = rowsOf(document, loaded, pages);
	const items = rows.map(
		({ json }): INodeExecutionData => ({
			json: settings.includeInputFields ? { ...inputFields, ...json } : json,
			pairedItem: { item: itemIndex },
		}),
	);
	if (settings.preview && PREVIEW_MODES.has(settings.outputMode)) {
		for (const [index, item] of items.entries()) {
			item.binary = await previewsOf(document, loaded, rows[index]?.pages ?? [], storeBinary);
		}
	}
	return items;
}

/** Outputs with one item per image, page or document: elsewhere a picture would be repeated. */
const PREVIEW_MODES: ReadonlySet<OutputMode> = new Set(['raw', 'text']);

/** One picture per page: `preview`, or `preview_3` of page 3 where an item has several pages. */
async function previewsOf(
	{ source = 'page' }: OcrDocument,
	{ image, size }: SentDocument,
	pages: Page[],
	storeBinary: StoreBinary,
): Promise<IBinaryKeyData> {
	const previews: IBinaryKeyData = {};
	for (const { page, result } of pages) {
		const picture = renderPreview({
			...(image ? { image } : {}),
			...(size ? { size } : {}),
			blocks: result.blocks,
		});
		const name = pages.length > 1 ? `preview_${page ?? 1}` : 'preview';
		const fileName = `${fileStem(source)}${page === undefined ? '' : `-page-${page}`}-preview.png`;
		previews[name] = await storeBinary(picture, fileName, 'image/png');
	}
	return previews;
}

/** "scan" of "scan.png" and of "https://example.com/a/scan.png?x=1". */
function fileStem(source: string): string {
	const path = source.replace(/[?#].*$/s, '');
	const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
	return name === '' ? 'page' : name;
}

function rowsOf(document: OcrDocument, loaded: SentDocument, pages: Page[]): Row[] {
	const { settings, source = '' } = document;
	if (pages.length === 0) return [];
	const { outputMode, minConfidence } = settings;
	const joined = (rows: IDataObject[]): Row[] =>
		(rows.length > 0 ? rows : emptyRows(pages, { source }, settings)).map((json) => ({ json, pages }));
	if (outputMode === 'fields') {
		const sized = pages.map((page) => ({ ...page, ...loaded.size }));
		return joined(fieldsToJson(sized, { source }, settings.fieldDefinitions, minConfidence));
	}
	if (outputMode === 'text' && settings.joinPages) {
		const texts = documentTextToJson(pages, { source }, minConfidence);
		return joined(texts.map((row) => ({ ...row, ...markdownOf(pages) })));
	}
	return pages.flatMap(({ page, result }) => {
		const context = { source, ...(page === undefined ? {} : { page }) };
		const own: Page = { result, ...(page === undefined ? {} : { page }) };
		const rows = pageRows(result, context, settings);
		return (rows.length > 0 ? rows : emptyRows([own], context, settings)).map((json) => ({ json, pages: [own] }));
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
			return textToJson(result, context, minConfidence).map((row) => ({ ...row, ...markdownOf([{ result }]) }));
		case 'table':
			return tableToJson(result, context, { firstRowIsHeader, minConfidence });
		default:
			return blocksToJson(result, context, minConfidence);
	}
}

/** The service's own text, where the option Markdown asked for it; an empty line between pages. */
function markdownOf(pages: Page[]): IDataObject {
	const texts = pages.flatMap(({ result }) => result.markdown ?? []);
	return texts.length === 0 ? {} : { markdown_result: texts.join('\n\n') };
}

/** Stands for an image without text, when the user wants to see that it was read. */
function emptyRows(pages: Page[], context: OutputContext, settings: ItemSettings): IDataObject[] {
	if (settings.ifNoText === 'nothing') return [];
	return [
		{
			...emptyFields(settings),
			blockCount: pages.reduce((sum, { result }) => sum + result.blockCount, 0),
			direction: pages[0]?.result.direction ?? -1,
			...(context.page === undefined ? {} : { page: context.page }),
			source: context.source,
		},
	];
}

/** What the next node looks at, as empty as it is for an image without text. */
function emptyFields({ outputMode, fieldDefinitions }: ItemSettings): IDataObject {
	switch (outputMode) {
		case 'blocks':
			return { words: '' };
		case 'fields':
			return fieldsOf([], fieldDefinitions);
		case 'lines':
		case 'text':
			return { text: '', lineCount: 0 };
		default:
			return { text: '' };
	}
}
