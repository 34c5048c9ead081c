import type { IBinaryData, IBinaryKeyData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OcrError } from '../errors/ocrError';
import { renderPreview } from '../pictures/preview';
import { listFrom, mapInSteps, type Steps } from '../turns/steps';
import { letOthersRun, runInTurns, Turn } from '../turns/turns';
import type { Report } from '../report/report';
import type { AnswerFile } from '../resources/answerFiles';
import type { OutputContext, Page } from '../resources/operation';
import { pageFields } from '../resources/outputFields';
import { FailedRow, FileRow, type Row } from '../resources/row';
import { inputFieldsOf, type DocumentEntry } from './entry';
import type { DocumentOutcome } from './readDocument';

/** Stores a file as binary data of an item. */
export type StoreBinary = (file: Buffer, fileName: string, mimeType: string) => Promise<IBinaryData>;

/** An output item to be, and the pages it comes from. */
interface PlacedRow {
	row: Row;
	pages: Page[];
}

/** A part of a page that could not be read. */
export interface FailedPart {
	error: OcrError;
	page?: number;
}

/**
 * The output items of one document, page after page, all linked to its input item.
 * @param toErrorItem makes the item of a part that could not be read
 */
export async function toItems(
	entry: DocumentEntry,
	pages: Page[],
	{ pageCount, images }: Pick<DocumentOutcome, 'pageCount' | 'images'>,
	report: Report,
	store: StoreBinary,
	toErrorItem: (part: FailedPart) => INodeExecutionData,
): Promise<INodeExecutionData[]> {
	if (pages.length === 0) return [];
	const { settings, document, request, itemIndex } = entry;
	const context = { source: document.source ?? '', ...(pageCount === undefined ? {} : { pageCount }) };
	const inputFields = inputFieldsOf(entry);
	const items: INodeExecutionData[] = [];
	const drawn = new Map<Page, IBinaryData>();
	const turn = new Turn();
	for (const { row, pages: shown } of await runInTurns(rowsOf(entry, pages, context, report))) {
		if (turn.isOver) await turn.rest();
		if (row instanceof FailedRow) {
			const page = shown.length === 1 ? shown[0]?.page : undefined;
			items.push(toErrorItem({ error: row.error, ...(page === undefined ? {} : { page }) }));
			continue;
		}
		const preview =
			settings.preview && request.operation.marks !== undefined
				? await previewsOf(entry, images, shown, drawn, store)
				: {};
		const [json, files] = row instanceof FileRow ? [row.json, row.files] : [row, {}];
		const kept = { ...keptFile(entry), ...preview };
		const binary = { ...kept, ...(await storedFiles(files, kept, fileStem(document.source ?? ''), shown, store)) };
		items.push({
			json: { ...inputFields, ...json, ...scaleOf(shown) },
			pairedItem: { item: itemIndex },
			...(Object.keys(binary).length === 0 ? {} : { binary }),
		});
	}
	return items;
}

/** Files of an answer as binary data, under names that hide none of the item's other files. */
async function storedFiles(
	files: Readonly<Record<string, AnswerFile>>,
	taken: IBinaryKeyData,
	stem: string,
	pages: readonly Page[],
	store: StoreBinary,
): Promise<IBinaryKeyData> {
	const stored: IBinaryKeyData = {};
	const page = pages.length === 1 && pages[0]?.page !== undefined ? `-page-${pages[0].page}` : '';
	for (const [name, { content, extension, mimeType }] of Object.entries(files)) {
		let free = name;
		while (free in taken || free in stored) free += '_';
		stored[free] = await store(content, `${stem}${page}-${name}.${extension}`, mimeType);
		await letOthersRun();
	}
	return stored;
}

/** Told only where a picture was scaled down. */
function scaleOf(pages: readonly Page[]): IDataObject {
	const [page] = pages;
	return pages.length === 1 && page?.scale !== undefined ? { scale: page.scale } : {};
}

function* rowsOf({ settings, request }: DocumentEntry, pages: Page[], context: OutputContext, report: Report): Steps<PlacedRow[]> {
	const { operation } = request;
	const wantsEmpty = (settings.ifNoText ?? (request.onePerPage ? 'emptyItem' : 'nothing')) === 'emptyItem';
	if ('ofDocument' in operation) {
		const rows = yield* listFrom(operation.ofDocument(pages, { ...context, report }));
		if (rows.length > 0) return rows.map((row) => ({ row, pages }));
		report.facts.pagesWithoutContent += pages.length;
		return wantsEmpty ? [{ row: { ...operation.empty(), ...factsOf(pages), source: context.source }, pages }] : [];
	}
	const byPage = yield* mapInSteps(pages, function* (page): Steps<PlacedRow[]> {
		const ofPage = { ...context, ...(page.page === undefined ? {} : { page: page.page }) };
		const rows = yield* listFrom(operation.ofPage(page, { ...ofPage, report }));
		if (rows.length === 0 || page.result.isEmpty) report.facts.pagesWithoutContent++;
		if (page.result.isEmpty && !wantsEmpty) return [];
		if (rows.length > 0) return rows.map((row) => ({ row, pages: [page] }));
		return wantsEmpty ? [{ row: { ...operation.empty(page), ...factsOf([page]), ...pageFields(ofPage) }, pages: [page] }] : [];
	});
	return byPage.flat();
}

/** What is known of pages without content; counts are added up. */
function factsOf(pages: readonly Page[]): IDataObject {
	const facts: IDataObject = {};
	for (const { result } of pages) {
		for (const [key, value] of Object.entries(result.facts)) {
			const before = facts[key];
			const isCount = key.endsWith('Count') && typeof before === 'number' && typeof value === 'number';
			facts[key] = isCount ? before + value : (before ?? value);
		}
	}
	return facts;
}

/** The file that was read, under the name it came with. */
export function keptFile({ settings, document }: DocumentEntry, always = false): IBinaryKeyData {
	return document.file && (always || settings.keepFile) ? { [document.file.name]: document.file.binary } : {};
}

/**
 * One picture per page: `preview`, or `preview_3` of page 3 where an item has several pages.
 * @param drawn those that other items of the document have already
 */
async function previewsOf(
	{ document: { source = 'page' }, request: { operation } }: DocumentEntry,
	images: ReadonlyMap<Page, Buffer>,
	pages: Page[],
	drawn: Map<Page, IBinaryData>,
	store: StoreBinary,
): Promise<IBinaryKeyData> {
	const drawPreview = async (page: Page): Promise<Buffer> => {
		const image = images.get(page);
		return await renderPreview({
			...(image ? { image } : {}),
			...(page.size ? { size: page.size } : {}),
			marks: operation.marks ? await runInTurns(listFrom(operation.marks(page))) : [],
		});
	};
	const previews: IBinaryKeyData = {};
	for (const page of pages) {
		const name = pages.length > 1 ? `preview_${page.page ?? 1}` : 'preview';
		const known = drawn.get(page) ?? (await store(await drawPreview(page), `${fileStem(source)}${page.page === undefined ? '' : `-page-${page.page}`}-preview.png`, 'image/png'));
		drawn.set(page, known);
		previews[name] = known;
	}
	return previews;
}

/** "scan" of "scan.png" and of "https://example.com/a/scan.png?x=1". */
function fileStem(source: string): string {
	const path = source.replace(/[?#].*$/s, '');
	const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
	return name === '' ? 'page' : name;
}
