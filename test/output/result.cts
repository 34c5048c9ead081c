// Results of the service and documents, as small as a test of the output needs them.
import type { OcrDocument } from '../../nodes/HuaweiOcr/documents/documents.ts';
import type { ItemSettings } from '../../nodes/HuaweiOcr/settings/settings.ts';
import type { ReadResult } from '../../nodes/HuaweiOcr/result/readResult.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { block } from '../layout/page.cts';

/** A result with these blocks; `raw` is what the service would have sent for it. */
export function resultOf(blocks: WordsBlock[], more: Partial<ReadResult> = {}): ReadResult {
	const direction = more.direction ?? -1;
	return {
		direction,
		blocks,
		blockCount: blocks.length,
		raw: {
			direction,
			words_block_count: blocks.length,
			words_block_list: blocks.map(({ words, location }) => ({ words, location })),
		},
		...more,
	};
}

/** One line of text at the top of the page. */
export function lineOf(words: string, confidence?: number): WordsBlock {
	return { ...block(words, 20, 20), ...(confidence === undefined ? {} : { confidence }) };
}

/** A document of the input item 3 that needs no loading any more. */
export function documentWith(settings: Partial<ItemSettings>): OcrDocument {
	return {
		itemIndex: 3,
		source: 'scan.pdf',
		settings: {
			inputType: 'binary',
			binaryPropertyName: 'data',
			url: '',
			switches: {},
			imageLimits: 'current',
			outputMode: 'blocks',
			fieldDefinitions: [],
			firstRowIsHeader: true,
			joinPages: false,
			preview: false,
			minConfidence: 0,
			ifNoText: 'nothing',
			includeInputFields: false,
			...settings,
		},
		load: async () => await Promise.reject(new Error('Nothing is loaded here.')),
	};
}
