import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isMissingIn } from '../../../huaweiCloud/catalogue';
import { asOcrError, OcrError } from '../errors/ocrError';
import { toErrorItem, toNodeError } from '../errors/reportError';
import { hintsOf, Report } from '../report/report';
import { BodyMemory } from '../request/bodyMemory';
import type { Page } from '../resources/operation';
import { readNodeSettings, type NodeSettings } from '../settings/nodeSettings';
import { stoppableClock, type ClockFactory } from '../transport/clock';
import { OcrClient } from '../transport/ocrClient';
import { runOrdered } from '../transport/orderedPool';
import { Answers } from './answers';
import { checkCallLimit } from './callLimit';
import { Ending } from './ending';
import { forModel, isTool } from './forModel';
import { entriesOf, inputFieldsOf, isFailedEntry, placeOf, type Entry } from './entry';
import { Preparation } from './preparation';
import { readDocument, type FailedPage, type Run } from './readDocument';
import { keptFile, toItems, type FailedPart, type StoreBinary } from './toItems';

/** How an entry ended. Images are let go as soon as their items are made. */
interface Outcome {
	items: INodeExecutionData[];
	readPages: number;
	failure?: FailedPage;
	/** Why a file was skipped that `*` or a pattern matched and that is nothing to read. */
	skipped?: OcrError;
}

/** All input items: documents, calls, results, items. */
export async function execute(context: IExecuteFunctions, makeClock: ClockFactory): Promise<INodeExecutionData[]> {
	const items = await readItems(context, makeClock);
	return isTool(context) ? forModel(items) : items;
}

/** An agent has nobody to stop for: what failed is told to the model. */
function goesOn(context: IExecuteFunctions): boolean {
	return context.continueOnFail() || isTool(context);
}

async function readItems(context: IExecuteFunctions, makeClock: ClockFactory): Promise<INodeExecutionData[]> {
	const entries = entriesOf(context);
	let settings: NodeSettings;
	try {
		settings = readNodeSettings(context);
		await checkCallLimit(entries, settings);
	} catch (error) {
		return allFailed(context, entries, asOcrError(error));
	}
	const run = startRun(context, settings, makeClock);
	const outcomes = await runOrdered(
		entries.length,
		settings.maxConcurrency,
		async (index) => await processEntry(context, run, entries[index] as Entry),
		() => run.ending.hasEnded,
	);
	await noteMissingOperations(run, entries);
	Object.assign(run.report.facts, { documents: entries.length, repeatedCalls: run.client.repetitions });
	showHints(context, run.report);
	if (!goesOn(context)) throwFirstFailure(context, entries, outcomes);
	const unread = new Map(withoutImage(entries, outcomes).map((failed) => [failed.index, failed]));
	return entries.flatMap((entry, index) => {
		const outcome = outcomes[index];
		const failed = unread.get(index);
		if (failed) return [errorItem(context, failed.entry, { error: failed.error })];
		if (outcome) return outcome.items;
		// A refused login ends the calls, but every document still gets its error.
		const { reason } = run.ending;
		return reason ? [errorItem(context, entry, { error: reason })] : [];
	});
}

function startRun(context: IExecuteFunctions, settings: NodeSettings, makeClock: ClockFactory): Run {
	const cancelled = context.getExecutionCancelSignal();
	const ends = ({ details }: OcrError): boolean => details.fatal === true || (!goesOn(context) && !details.notAnImage);
	const client = new OcrClient(context, { ...settings, stopsOn: ends }, stoppableClock(cancelled, makeClock));
	const ending = new Ending(cancelled, (reason) => client.stop(reason));
	return {
		client,
		memory: new BodyMemory(),
		preparation: new Preparation(),
		answers: new Answers(context),
		ending,
		report: new Report(),
		onFailure: (error) => {
			if (ends(error)) ending.end(error);
		},
	};
}

async function processEntry(context: IExecuteFunctions, run: Run, entry: Entry): Promise<Outcome> {
	if (isFailedEntry(entry)) return failedOutcome(context, run, entry, entry.error);
	try {
		const outcome = await readDocument(run, entry);
		const failure = outcome.pages.find(isFailed);
		if (failure && isToSkip(entry, failure)) {
			run.report.facts.skippedFiles.push(entry.document.source ?? '');
			return { items: [], readPages: 0, skipped: failure.error };
		}
		if (failure?.error.details.notAnImage) return failedOutcome(context, run, entry, failure.error);
		const read = outcome.pages.filter((page): page is Page => !isFailed(page));
		const store: StoreBinary = async (...file) => await context.helpers.prepareBinaryData(...file);
		let failedPart: FailedPart | undefined;
		const items = await toItems(entry, read, outcome, run.report, store, (part) => {
			run.onFailure(part.error);
			failedPart ??= part;
			return errorItem(context, entry, part);
		});
		const firstFailure = failure ?? failedPart;
		return {
			items: [...items, ...outcome.pages.filter(isFailed).map((page) => errorItem(context, entry, page))],
			readPages: read.length,
			...(firstFailure ? { failure: firstFailure } : {}),
		};
	} catch (error) {
		return failedOutcome(context, run, entry, asOcrError(error));
	}
}

function isFailed(page: Page | FailedPage): page is FailedPage {
	return 'error' in page;
}

function isToSkip({ document, settings }: Exclude<Entry, { error: OcrError }>, { error }: FailedPage): boolean {
	return error.details.notAnImage === true && document.file?.byPattern === true && settings.otherFiles === 'skip';
}

function failedOutcome(context: IExecuteFunctions, run: Run, entry: Entry, error: OcrError): Outcome {
	if (!goesOn(context)) run.ending.end(error);
	return { items: [errorItem(context, entry, { error })], readPages: 0, failure: { error } };
}

function errorItem(context: IExecuteFunctions, entry: Entry, { error, page }: FailedPage): INodeExecutionData {
	const item = toErrorItem(context.getNode(), error, placeOf(entry, page), inputFieldsOf(entry));
	// Whoever looks at what failed needs the file.
	const binary = isFailedEntry(entry) ? (entry.item.binary ?? {}) : keptFile(entry, true);
	if (Object.keys(binary).length > 0) item.binary = binary;
	return item;
}

/** Nothing was sent, and no document can be read. @throws NodeOperationError unless the node goes on */
function allFailed(context: IExecuteFunctions, entries: readonly Entry[], error: OcrError): INodeExecutionData[] {
	if (goesOn(context)) return entries.map((entry) => errorItem(context, entry, { error }));
	throw toNodeError(context.getNode(), error, entries[0] ? placeOf(entries[0]) : { itemIndex: 0 });
}

/** An item whose files were all skipped: it ends as an error, since an item must not vanish. */
interface WithoutImage {
	/** Place of its first entry. */
	index: number;
	entry: Entry;
	error: OcrError;
}

function withoutImage(entries: readonly Entry[], outcomes: ReadonlyArray<Outcome | undefined>): WithoutImage[] {
	const byItem = new Map<number, number[]>();
	for (const [index, { itemIndex }] of entries.entries()) byItem.set(itemIndex, [...(byItem.get(itemIndex) ?? []), index]);
	return [...byItem.values()].flatMap((indexes): WithoutImage[] => {
		const [index = 0] = indexes;
		const entry = entries[index];
		if (!entry || !indexes.every((each) => outcomes[each]?.skipped)) return [];
		// Of a single file its own reason says more.
		const only = indexes.length === 1 ? outcomes[index]?.skipped : undefined;
		if (only) return [{ index, entry, error: only }];
		const error = new OcrError(
			"Pass an image or PDF to this node: none of the item's files is one",
			`${indexes.length} files were skipped because of the option Other Files.`,
			{ errorCode: 'Node.NoImage' },
		);
		// The error is the item's, not its first file's.
		const { itemIndex, item, settings } = entry;
		return [{ index, entry: { itemIndex, item, error, ...(settings ? { settings } : {}) }, error }];
	});
}

function throwFirstFailure(
	context: IExecuteFunctions,
	entries: readonly Entry[],
	outcomes: ReadonlyArray<Outcome | undefined>,
): void {
	const failures = outcomes.flatMap((outcome, index) => {
		const entry = entries[index];
		return outcome?.failure && entry ? [{ ...outcome.failure, entry }] : [];
	});
	const without = withoutImage(entries, outcomes).map(({ entry, error }) => ({ entry, error, page: undefined }));
	const failure = failures.find(({ error }) => !error.details.notSent) ?? failures[0] ?? without[0];
	if (!failure) return;
	const read = outcomes.reduce((sum, outcome) => sum + (outcome?.readPages ?? 0), 0);
	throw toNodeError(context.getNode(), failure.error, placeOf(failure.entry, failure.page), read);
}

/** A warning, no refusal: Huawei opens operations in regions faster than its pages tell. */
async function noteMissingOperations({ client, report }: Run, entries: readonly Entry[]): Promise<void> {
	// What was answered is offered, whatever the pages say.
	if (report.facts.billedCalls > 0) return;
	const region = await client.region();
	const apis = new Map(entries.flatMap((entry) => (isFailedEntry(entry) ? [] : [[entry.request.api.path, entry.request.api] as const])));
	for (const api of apis.values()) {
		if (region === undefined || !isMissingIn(region, api)) continue;
		report.facts.missingInRegion.push({ operation: api.name, region, offered: api.regions ?? [] });
	}
}

/** n8n 1.x has no hints. */
function showHints(context: IExecuteFunctions, { facts }: Report): void {
	if (typeof context.addExecutionHints !== 'function') return;
	context.addExecutionHints(...hintsOf(facts).map((hint) => ({ ...hint, location: 'outputPane' as const })));
}
