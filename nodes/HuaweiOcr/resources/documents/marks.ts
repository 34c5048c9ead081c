import type { PreviewMark } from '../../pictures/previewMark';
import type { Steps } from '../../turns/steps';
import type { Page } from '../operation';
import { allFields } from './fieldJson';
import { readParts } from './readParts';
import type { DocumentResult } from './types';

/** Each document of the page with its number, and each of its fields, where the answer says where they stand. */
export function* documentMarks({ result }: Page<DocumentResult>): Steps<PreviewMark[]> {
	const parts = yield* readParts(result);
	return parts.flatMap((part, index): PreviewMark[] => [
		...(part.location ? [{ corners: part.location, kind: 'block' as const, ...(parts.length > 1 ? { text: String(index + 1) } : {}) }] : []),
		...allFields(part).flatMap(({ location }) => (location ? [{ corners: location, kind: 'value' as const }] : [])),
	]);
}
