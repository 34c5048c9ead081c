// Blocks without `direction`, fonts per block, and `extracted_data`, which is there even when it is empty.
import type { PageResult } from '../../engine/engine.cts';
import type { SentFile } from '../operation.cts';
import { wordsBlock } from '../wordsBlocks.cts';
import { contactInfo } from './contactInfo.cts';
import type { WebImageParameters } from './parameters.cts';

/** The engine can't tell fonts apart: always the same five (chosen). */
const FONTS = {
	font_list: ['SimSun', 'SimHei', 'KaiTi', 'FangSong', 'Microsoft YaHei'],
	font_scores: [0.42, 0.23, 0.16, 0.11, 0.08],
};

export function answer(page: PageResult, file: SentFile, parameters: WebImageParameters): unknown {
	return {
		words_block_count: page.blocks.length,
		words_block_list: page.blocks.map((block) => ({ ...wordsBlock(block), ...(parameters.detectFont ? FONTS : {}) })),
		extracted_data: extractedData(page, file, parameters),
	};
}

function extractedData(page: PageResult, { size }: SentFile, { extractType }: WebImageParameters): Record<string, unknown> {
	const contact = extractType.includes('contact_info') ? contactInfo(page.blocks.map(({ words }) => words)) : undefined;
	return {
		...(contact ? { contact_info: contact } : {}),
		...(extractType.includes('image_size') && size ? { image_size: { height: size.height, width: size.width } } : {}),
	};
}
