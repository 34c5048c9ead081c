import { OcrError } from '../errors/ocrError';
import type { NodeSettings } from '../settings/nodeSettings';
import { isFailedEntry, type Entry } from './entry';

/**
 * Counts the calls that a run needs, before the first one. Files are opened one after the other and not
 * kept. What can't be opened costs no call and is told later.
 * @throws OcrError when the option Max Calls allows fewer
 */
export async function checkCallLimit(entries: readonly Entry[], { maxCalls }: NodeSettings): Promise<void> {
	if (maxCalls === undefined) return;
	let calls = 0;
	for (const entry of entries) {
		if (isFailedEntry(entry)) continue;
		const { pages } = await entry.document.load().catch(() => ({ pages: [] }));
		calls += pages.length;
	}
	if (calls <= maxCalls) return;
	throw new OcrError(
		`Raise the option Max Calls or pass fewer files: ${calls} calls are needed, ${maxCalls} are allowed`,
		'Each image and each page is one call. Nothing was sent and nothing was billed.',
		{ errorCode: 'Node.TooManyCalls', fatal: true },
	);
}
