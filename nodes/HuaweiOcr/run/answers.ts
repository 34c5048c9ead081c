import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { OcrResult } from '../resources/operation';

/** Answers by input item: they go when n8n lets go of the item, so a process of months keeps nothing. */
const ANSWERS = new WeakMap<INodeExecutionData, Map<unknown, Map<string, OcrResult>>>();

/**
 * Answers of earlier tries of the same run. n8n's Retry On Fail runs the node again with the very same
 * input items (n8n-core, processRunExecutionData), and what was answered is paid already. Used only
 * where Retry On Fail is on.
 */
export class Answers {
	private readonly run: string | undefined;

	constructor(context: IExecuteFunctions) {
		this.run = context.getNode().retryOnFail === true ? runOf(context) : undefined;
	}

	/** @param file what tells the item's files apart; never copied, since it may be the file itself */
	get(item: INodeExecutionData, file: unknown, call: string): OcrResult | undefined {
		return this.run === undefined ? undefined : ANSWERS.get(item)?.get(file)?.get(`${this.run}\n${call}`);
	}

	keep(item: INodeExecutionData, file: unknown, call: string, result: OcrResult): void {
		if (this.run === undefined) return;
		const files = ANSWERS.get(item) ?? new Map<unknown, Map<string, OcrResult>>();
		const known = files.get(file) ?? new Map<string, OcrResult>();
		known.set(`${this.run}\n${call}`, result);
		files.set(file, known);
		ANSWERS.set(item, files);
	}
}

/** An item may come back to the node in a loop: that is another run, and a new call. */
function runOf(context: IExecuteFunctions): string {
	const { $runIndex: runIndex } = context.getWorkflowDataProxy(0) as { $runIndex?: number };
	return [context.getExecutionId(), context.getNode().id, runIndex ?? 0].join('\n');
}
