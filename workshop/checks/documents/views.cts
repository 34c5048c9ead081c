// Results in the form of the specimens' truth, where they are lists without names.

interface SealAnswer {
	seal_list: Array<{ type: string; words_block_list: Array<{ words: string }> }>;
}

interface Element {
	type: string;
	status: { error_code: string };
	content: unknown;
}

const VIEWS: Record<string, (result: unknown) => unknown> = {
	/** By kind, since their order is a matter of the service. */
	seal: (result) => Object.fromEntries((result as SealAnswer).seal_list.map(({ type, words_block_list: blocks }) => [type, blocks.map(({ words }) => words)])),
	/** By kind, and for what could not be read its code. */
	'auto-classification': (result) =>
		Object.fromEntries((result as Element[]).map(({ type, status, content }) => [type, status.error_code === 'AIS.0000' ? content : status.error_code])),
};

/** @param operation last path segment */
export function viewOf(operation: string, result: unknown): unknown {
	return VIEWS[operation]?.(result) ?? result;
}
