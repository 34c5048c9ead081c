import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asOcrError, OcrError } from './errors/ocrError';
import { toErrorItem, toNodeError, type ErrorPlace } from './errors/reportError';
import { documentsOf, type OcrDocument } from './input/documents';
import { readItemSettings, readNodeSettings } from './input/settings';
import { toItems } from './output/toItems';
import { requestBody } from './request/requestBody';
import { readResult, type ReadResult } from './result/readResult';
import { OcrClient } from './transport/ocrClient';

/** How a document ended. */
type Outcome = { result: ReadResult } | { error: OcrError };

/** General Text over all input items: documents, calls, results, items. */
export async function generalText(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const entries = context.getInputData().flatMap((item, itemIndex): Entry[] => {
		try {
			return documentsOf(context, item, itemIndex, readItemSettings(context, itemIndex));
		} catch (error) {
			return [{ itemIndex, error: asOcrError(error) }];
		}
	});
	const outcomes = await recognizeAll(context, entries);
	return entries.flatMap((entry, index) => itemsOf(context, entry, outcomes[index]));
}

/** A document, or the error that took its place before it could be one. */
type Entry = OcrDocument | { itemIndex: number; source?: string; error: OcrError };

/** Recognises all documents with bounded parallelism; outcomes keep the documents' order. */
async function recognizeAll(context: IExecuteFunctions, entries: Entry[]): Promise<Outcome[]> {
	const { maxConcurrency, ...clientOptions } = readNodeSettings(context);
	const client = new OcrClient(context, clientOptions);
	const outcomes: Outcome[] = [];
	const cancelled = context.getExecutionCancelSignal();
	let next = 0;
	let stop: OcrError | undefined;

	const worker = async (): Promise<void> => {
		while (next < entries.length && stop === undefined && cancelled?.aborted !== true) {
			const index = next++;
			const outcome = await recognizeOne(client, entries[index] as Entry);
			outcomes[index] = outcome;
			if ('error' in outcome && (outcome.error.details.fatal || !context.continueOnFail())) {
				stop ??= outcome.error;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(maxConcurrency, entries.length) }, worker));

	if (!context.continueOnFail()) throwFirstError(context, entries, outcomes);
	// A refused login ends the calls, but every document still gets its error.
	if (stop !== undefined) {
		for (let index = 0; index < entries.length; index++) outcomes[index] ??= { error: stop };
	}
	return outcomes;
}

async function recognizeOne(client: OcrClient, entry: Entry): Promise<Outcome> {
	if ('error' in entry) return { error: entry.error };
	try {
		const input = await entry.load();
		const answer = await client.recognize(requestBody(input, entry.settings.switches));
		return { result: readResult(answer) };
	} catch (error) {
		return { error: asOcrError(error) };
	}
}

function throwFirstError(context: IExecuteFunctions, entries: Entry[], outcomes: Outcome[]): void {
	const index = outcomes.findIndex((outcome) => outcome !== undefined && 'error' in outcome);
	const failed = outcomes[index];
	const entry = entries[index];
	if (!failed || !entry || !('error' in failed)) return;
	const recognised = outcomes.filter((outcome) => outcome !== undefined && 'result' in outcome).length;
	throw toNodeError(context.getNode(), failed.error, placeOf(entry), recognised);
}

function itemsOf(context: IExecuteFunctions, entry: Entry, outcome?: Outcome): INodeExecutionData[] {
	if (!outcome) return [];
	const inputFields = context.getInputData()[entry.itemIndex]?.json ?? {};
	if ('error' in outcome) {
		const copied = 'settings' in entry && entry.settings.includeInputFields ? inputFields : {};
		return [toErrorItem(context.getNode(), outcome.error, placeOf(entry), copied)];
	}
	if (!('settings' in entry)) return [];
	return toItems(
		outcome.result,
		{ source: entry.source ?? '' },
		entry.settings,
		entry.itemIndex,
		inputFields,
	);
}

function placeOf({ itemIndex, source }: Entry): ErrorPlace {
	return { itemIndex, ...(source === undefined ? {} : { source }) };
}
