import type { IBinaryData } from 'n8n-workflow';

import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import { asOcrError, OcrError } from '../errors/ocrError';
import type { DocumentPage, LoadedDocument } from '../input/document';
import type { Report } from '../report/report';
import { mapBack } from '../pictures/mapBack';
import type { Steps } from '../turns/steps';
import { runInTurns } from '../turns/turns';
import { letGo, type BodyMemory } from '../request/bodyMemory';
import { PageBody } from '../request/pageBody';
import type { OcrResult, Page } from '../resources/operation';
import type { OcrClient } from '../transport/ocrClient';
import type { Answers } from './answers';
import type { DocumentEntry } from './entry';
import type { Ending } from './ending';
import type { Preparation } from './preparation';
import { ruledCellsOf } from './ruledCells';

/** What all documents of a run share. */
export interface Run {
	client: OcrClient;
	memory: BodyMemory;
	preparation: Preparation;
	answers: Answers;
	ending: Ending;
	report: Report;
	/** Told of each failure as soon as it is known, so that it can end the run before the next call. */
	onFailure(error: OcrError): void;
}

export interface FailedPage {
	page?: number;
	error: OcrError;
}

/** A document as far as it could be read. */
export interface DocumentOutcome {
	/** In the order asked for. */
	pages: Array<Page | FailedPage>;
	pageCount?: number;
	/** Pictures of the pages, where a preview is to be drawn on them. */
	images: Map<Page, Buffer>;
}

/** Loads one document and reads its pages, one call each. Never rejects. */
export async function readDocument(run: Run, entry: DocumentEntry): Promise<DocumentOutcome> {
	const placeGiven = await run.preparation.begin();
	try {
		if (run.ending.hasEnded) return notBegun(run);
		const loaded = await entry.document.load();
		const images = new Map<Page, Buffer>();
		const pages = await Promise.all(
			loaded.pages.map(async (page, index) => {
				// The first page goes on with the place that its document was loaded in.
				const place = index === 0 ? placeGiven : await run.preparation.begin();
				try {
					return await readPage(run, entry, loaded, page, place, images);
				} finally {
					place();
				}
			}),
		);
		noteUnreadPages(run.report, entry, loaded);
		return {
			pages,
			...(loaded.pageCount === undefined ? {} : { pageCount: loaded.pageCount }),
			images,
		};
	} catch (error) {
		return failed(run, asOcrError(error));
	} finally {
		placeGiven();
	}
}

function failed(run: Run, error: OcrError): DocumentOutcome {
	run.onFailure(error);
	return { pages: [{ error }], images: new Map() };
}

/** Another document's failure ended the run while this one waited. */
function notBegun({ ending }: Run): DocumentOutcome {
	const { reason } = ending;
	if (!reason) return { pages: [], images: new Map() };
	const error = new OcrError(reason.message, reason.description, { ...reason.details, notSent: true });
	return { pages: [{ error }], images: new Map() };
}

async function readPage(
	run: Run,
	{ item, document, settings, request }: DocumentEntry,
	loaded: LoadedDocument,
	page: DocumentPage,
	begun: () => void,
	images: Map<Page, Buffer>,
): Promise<Page | FailedPage> {
	const number = page.page === undefined ? {} : { page: page.page };
	const { api, fields } = request;
	const file = document.file ? fileIdentity(document.file.binary) : document.source;
	// Same file, operation, page and request fields give the same answer.
	const call = JSON.stringify([api.path, page.page ?? 0, fields]);
	const sized = page.size ? { size: page.size } : {};
	const keep = (read: Page): Page => {
		if (settings.preview && page.image) images.set(read, page.image);
		return read;
	};
	try {
		const known = run.answers.get(item, file, call);
		if (known) {
			run.report.facts.reusedAnswers++;
			return keep({ ...number, ...sized, result: known });
		}
		const { input, sentPage, scale: copied } = await page.prepare();
		const scale = copied ?? 1;
		const pageField = sentPage === undefined || api.pageField === undefined ? {} : { [api.pageField]: sentPage };
		const usesRules = request.operation.usesRuledLines === true && page.image !== undefined;
		const isNeededOnce = 'image' in input && loaded.pages.length === 1 && !settings.preview && !usesRules;
		const body = new PageBody(run.memory, input, api.imageField, { ...fields, ...pageField }, () => {
			begun();
			// Each image under way is held once: as body, not as file, too.
			if (isNeededOnce) letGo(input.image);
		});
		// Beside the call, so that it takes no time of its own.
		const rules = usesRules && page.image ? ruledCellsOf(page.image) : undefined;
		// Where the call fails, nobody waits for them.
		rules?.catch(() => undefined);
		const result = await run.client.recognize<OcrResult>({
			path: api.path,
			operationName: api.name,
			body,
			read: async (answer) =>
				await runInTurns(
					(function* (): Steps<OcrResult> {
						return yield* mapBack(yield* request.readAnswer(answer), scale);
					})(),
				),
			...(settings.enterpriseProjectId === undefined ? {} : { enterpriseProjectId: settings.enterpriseProjectId }),
		});
		if (copied !== undefined) run.report.facts.shrunkPictures.push(document.source ?? '');
		run.report.facts.billedCalls++;
		// Only operations on several documents tell (operations 6).
		run.report.facts.billedDocuments += Number(result.facts.billedDocuments ?? 0);
		run.answers.keep(item, file, call, result);
		const cells = await rules;
		return keep({ ...number, ...sized, ...(scale === 1 ? {} : { scale }), ...(cells?.length ? { cells } : {}), result });
	} catch (error) {
		const failure = withRegions(asOcrError(error), api);
		run.onFailure(failure);
		return { ...number, error: failure };
	}
}

/** Codes of an operation that is not subscribed, or does not exist where the call arrived (contract 7.2, 7.3). */
const NOT_OFFERED = /^(?:ModelArts\.(?:4204|4503|4504|4506)|APIG(?:W)?\.0101)$/;

/** Says where an operation is offered, as far as the pages tell. */
function withRegions(error: OcrError, { name, regions }: ApiOperation): OcrError {
	if (!NOT_OFFERED.test(error.details.errorCode ?? '') || regions === undefined) return error;
	return new OcrError(error.message, `${error.description} ${name} is known to be offered in ${regions.join(', ')}.`, error.details);
}

/** n8n's own ID of a stored file; in memory the file itself. */
function fileIdentity({ id, data }: IBinaryData): string {
	return id === undefined || id === '' ? data : id;
}

function noteUnreadPages(report: Report, { document: { source = '' } }: DocumentEntry, loaded: LoadedDocument): void {
	const { pageCount, pages } = loaded;
	if (pageCount === undefined || pages.length >= pageCount) return;
	report.facts.partlyRead.push({ source, read: pages.length, pageCount, kind: loaded.countsFrames ? 'frames' : 'pages' });
}
