import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asOcrError, type OcrError } from './errors/ocrError';
import { toErrorItem, toNodeError, type ErrorPlace } from './errors/reportError';
import { documentsOf, type OcrDocument } from './documents/documents';
import { readItemSettings, readNodeSettings } from './settings/settings';
import { toItems, type StoreBinary } from './output/toItems';
import { recognize, type DocumentOutcome, type FailedPage, type RecognizedPage } from './recognize';
import { BodyMemory } from './request/bodyMemory';
import { stoppableClock, type ClockFactory } from './transport/clock';
import { OcrClient } from './transport/ocrClient';
import { runOrdered } from './transport/orderedPool';

/** A document, or the error that took its place before it could be one. */
type Entry = OcrDocument | { itemIndex: number; source?: string; error: OcrError };

/** How an entry ended. Images are let go as soon as their items are made. */
interface Outcome {
	items: INodeExecutionData[];
	recognisedPages: number;
	failure?: { error: OcrError; place: ErrorPlace };
}

/** General Text over all input items: documents, calls, results, items. */
export async function generalText(
	context: IExecuteFunctions,
	makeClock: ClockFactory,
): Promise<INodeExecutionData[]> {
	const entries = context.getInputData().flatMap((item, itemIndex): Entry[] => {
		try {
			return documentsOf(context, item, itemIndex, readItemSettings(context, itemIndex));
		} catch (error) {
			return [{ itemIndex, error: asOcrError(error) }];
		}
	});
	const settings = readNodeSettings(context);
	const cancelled = context.getExecutionCancelSignal();
	const client = new OcrClient(context, settings, stoppableClock(cancelled, makeClock));
	const memory = new BodyMemory();
	const goesOn = context.continueOnFail();
	let fatal: OcrError | undefined;
	let stopped = false;

	const outcomes = await runOrdered(
		entries.length,
		settings.maxConcurrency,
		async (index) => {
			const entry = entries[index] as Entry;
			const outcome = await processEntry(context, client, memory, entry).catch((error: unknown) =>
				failedOutcome(context, entry, asOcrError(error)),
			);
			const error = outcome.failure?.error;
			if (error?.details.fatal) fatal ??= error;
			if (error && (error.details.fatal || !goesOn)) {
				stopped = true;
				client.stop(error);
			}
			return outcome;
		},
		() => stopped || cancelled?.aborted === true,
	);

	if (!goesOn) throwFirstFailure(context, outcomes);
	return entries.flatMap((entry, index) => {
		const outcome = outcomes[index];
		if (outcome) return outcome.items;
		// A refused login ends the calls, but every document still gets its error.
		return fatal ? [errorItem(context, entry, { error: fatal })] : [];
	});
}

async function processEntry(
	context: IExecuteFunctions,
	client: OcrClient,
	memory: BodyMemory,
	entry: Entry,
): Promise<Outcome> {
	if ('error' in entry) return failedOutcome(context, entry, entry.error);
	const outcome = await recognize(client, memory, entry);
	const failed = outcome.pages.find(isFailed);
	return {
		items: await itemsOf(context, entry, outcome),
		recognisedPages: outcome.pages.filter((page) => !isFailed(page)).length,
		...(failed ? { failure: { error: failed.error, place: placeOf(entry, failed.page) } } : {}),
	};
}

function failedOutcome(context: IExecuteFunctions, entry: Entry, error: OcrError): Outcome {
	return {
		items: [errorItem(context, entry, { error })],
		recognisedPages: 0,
		failure: { error, place: placeOf(entry) },
	};
}

async function itemsOf(
	context: IExecuteFunctions,
	document: OcrDocument,
	{ loaded, pages }: DocumentOutcome,
): Promise<INodeExecutionData[]> {
	const recognised = pages.filter((page): page is RecognizedPage => !isFailed(page));
	const inputFields = inputFieldsOf(context, document);
	const store: StoreBinary = async (...file) => await context.helpers.prepareBinaryData(...file);
	return [
		...(loaded ? await toItems(document, loaded, recognised, inputFields, store) : []),
		...pages.filter(isFailed).map((page) => errorItem(context, document, page)),
	];
}

function isFailed(page: RecognizedPage | FailedPage): page is FailedPage {
	return 'error' in page;
}

function errorItem(context: IExecuteFunctions, entry: Entry, { error, page }: FailedPage): INodeExecutionData {
	const copied = 'settings' in entry ? inputFieldsOf(context, entry) : {};
	return toErrorItem(context.getNode(), error, placeOf(entry, page), copied);
}

function inputFieldsOf(context: IExecuteFunctions, { itemIndex, settings }: OcrDocument) {
	return settings.includeInputFields ? (context.getInputData()[itemIndex]?.json ?? {}) : {};
}

function placeOf({ itemIndex, source }: Entry, page?: number): ErrorPlace {
	return {
		itemIndex,
		...(source === undefined ? {} : { source }),
		...(page === undefined ? {} : { page }),
	};
}

function throwFirstFailure(context: IExecuteFunctions, outcomes: Array<Outcome | undefined>): void {
	const failures = outcomes.flatMap((outcome) => outcome?.failure ?? []);
	const failure = failures.find(({ error }) => !error.details.notSent) ?? failures[0];
	if (!failure) return;
	const recognised = outcomes.reduce((sum, outcome) => sum + (outcome?.recognisedPages ?? 0), 0);
	throw toNodeError(context.getNode(), failure.error, failure.place, recognised);
}
