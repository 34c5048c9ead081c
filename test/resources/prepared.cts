// What an item asks for, ready to be used, and the parts of it that no item shows.
import type { IDataObject } from 'n8n-workflow';

import type { PreviewMark } from '../../nodes/HuaweiOcr/pictures/previewMark.ts';
import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import type { Page } from '../../nodes/HuaweiOcr/resources/operation.ts';
import { readRequest } from '../../nodes/HuaweiOcr/resources/readRequest.ts';
import type { Request } from '../../nodes/HuaweiOcr/resources/resource.ts';
import type { Row } from '../../nodes/HuaweiOcr/resources/row.ts';
import { listFrom, runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

/** @param values parameters of the panel */
export function requestOf(values: IDataObject, options: IDataObject = {}): Request {
	return readRequest({ get: (name, fallback) => values[name] ?? fallback, options });
}

/** The page that a `result` of the service is read as. */
export function pageOf(request: Request, result: unknown, more: Partial<Page> = {}): Page {
	return { ...more, result: runAtOnce(request.readAnswer(JSON.stringify({ result }))) };
}

/** Marks for the picture of a page; undefined where the operation has no preview. */
export function marksOf({ operation }: Request, page: Page): PreviewMark[] | undefined {
	return operation.marks && runAtOnce(listFrom(operation.marks(page)));
}

export interface Told {
	rows: Row[];
	report: Report;
}

/** Rows of pages and what is noted beside them. @param about what is known of the document */
export function rowsOf({ operation }: Request, pages: readonly Page[], about: IDataObject = {}): Told {
	const report = new Report();
	const context = { source: 'scan.png', ...about, report };
	const rows =
		'ofDocument' in operation
			? runAtOnce(listFrom(operation.ofDocument(pages, context)))
			: pages.flatMap((page) => runAtOnce(listFrom(operation.ofPage(page, { ...context, ...(page.page === undefined ? {} : { page: page.page }) }))));
	return { rows, report };
}

/** Whether rows are made of a document as a whole. */
export function isOfDocument({ operation }: Request): boolean {
	return 'ofDocument' in operation;
}
