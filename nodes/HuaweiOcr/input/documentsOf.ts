import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { OcrError } from '../errors/ocrError';
import type { ItemSettings } from '../settings/itemSettings';
import { needsPageCount, selectPages } from '../settings/pages';
import type { OcrDocument } from './document';
import { toServiceUrl } from './imageUrl';
import { fileName, filesOf, readFile } from './inputFiles';
import { loadFile } from './loadFile';

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
				pages: pagesOfUrl(settings, api).map((page) => ({
					...(page === undefined ? {} : { page }),
					prepare: async () => await Promise.resolve({ input, ...(page === undefined ? {} : { sentPage: page }) }),
				})),
			});
		},
	};
}

/** The service alone sees the file, so only pages that need no counting can be asked for. */
function pagesOfUrl({ pages }: ItemSettings, { pageField }: ApiOperation): Array<number | undefined> {
	if (pages === undefined || pageField === undefined) return [undefined];
	if (needsPageCount(pages)) {
		throw new OcrError(
			'Give the option Pages as numbers, such as 1-3: of a URL the number of pages is not known here',
			'Only Huawei Cloud downloads the file. To read "*", load the file with an HTTP Request node and choose the input type Binary File.',
			{ errorCode: 'Node.InvalidParameter' },
		);
	}
	return selectPages(pages, undefined);
}
