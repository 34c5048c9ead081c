import type { PreviewMark } from '../../pictures/previewMark';
import type { Page } from '../operation';
import type { WordsResult } from './readWords';

/** Each words block with its `blockIndex`. */
export function blockMarks({ result }: Page<WordsResult>): PreviewMark[] {
	return result.blocks.flatMap(({ location, unlocated }, index) =>
		unlocated ? [] : [{ corners: location, text: String(index), kind: 'block' as const }],
	);
}
