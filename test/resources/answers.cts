// Runs an operation on the body of an answer, as the node does once the service has answered.
import type { IDataObject } from 'n8n-workflow';

import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import { readRequest } from '../../nodes/HuaweiOcr/resources/readRequest.ts';
import { FailedRow, FileRow } from '../../nodes/HuaweiOcr/resources/row.ts';
import type { ItemParameters } from '../../nodes/HuaweiOcr/settings/itemParameters.ts';
import { listFrom, runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

export interface Read {
	/** JSON of the rows; of a failed one its message as `failed`. */
	rows: IDataObject[];
	/** Names of the files of each row. */
	files: string[][];
	/** Request fields beside the file. */
	fields: IDataObject;
	isEmpty: boolean;
	facts: IDataObject;
	report: Report;
}

export interface Asked {
	resource: string;
	operation: string;
	options?: IDataObject;
	/** Further parameters. */
	more?: IDataObject;
}

/** @param results of one page each */
export function readAnswers({ resource, operation, options = {}, more = {} }: Asked, results: readonly unknown[]): Read {
	const values: IDataObject = { resource, operation, ...more };
	const parameters: ItemParameters = { get: (name, fallback) => values[name] ?? fallback, options };
	const request = readRequest(parameters);
	const report = new Report();
	const pages = results.map((result, index) => ({
		...(results.length > 1 ? { page: index + 1 } : {}),
		result: runAtOnce(request.readAnswer(JSON.stringify({ result }))),
	}));
	const context = { source: 'scan.png', report };
	const { operation: prepared } = request;
	const rows =
		'ofDocument' in prepared
			? runAtOnce(listFrom(prepared.ofDocument(pages, context)))
			: pages.flatMap((page) => runAtOnce(listFrom(prepared.ofPage(page, { ...context, ...(page.page === undefined ? {} : { page: page.page }) }))));
	return {
		rows: rows.map((row) => (row instanceof FailedRow ? { failed: row.error.message } : row instanceof FileRow ? row.json : row)),
		files: rows.map((row) => (row instanceof FileRow ? Object.keys(row.files) : [])),
		fields: request.fields,
		isEmpty: pages.every(({ result }) => result.isEmpty),
		facts: pages[0]?.result.facts ?? {},
		report,
	};
}

/** Corners of an upright area, px. */
export function area(left: number, top: number, right: number, bottom: number): number[][] {
	return [
		[left, top],
		[right, top],
		[right, bottom],
		[left, bottom],
	];
}
