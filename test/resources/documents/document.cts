// Answers of documents' operations, read and turned into items as the node does it, without n8n.
import type { IDataObject } from 'n8n-workflow';

import { Report } from '../../../nodes/HuaweiOcr/report/report.ts';
import { readRequest } from '../../../nodes/HuaweiOcr/resources/readRequest.ts';
import { FailedRow, FileRow, type Row } from '../../../nodes/HuaweiOcr/resources/row.ts';
import { listFrom, runAtOnce } from '../../../nodes/HuaweiOcr/turns/steps.ts';

/** What is chosen in the panel; `options` are the entries of the collection Options. */
export interface Chosen extends IDataObject {
	resource: string;
	operation: string;
	documentType?: string;
	options?: IDataObject;
}

/** The request that the panel's values give. @throws OcrError */
export function requestOf({ options = {}, ...values }: Chosen) {
	return readRequest({ get: (name, fallback) => values[name] ?? fallback, options });
}

/** What an operation makes of a `result` of the service. */
export function rowsOf(chosen: Chosen, result: unknown, report = new Report()): Row[] {
	const request = requestOf(chosen);
	const { operation } = request;
	if ('ofDocument' in operation) throw new TypeError('Documents are read page by page.');
	return runAtOnce(listFrom(operation.ofPage({ result: runAtOnce(request.readAnswer(JSON.stringify({ result }))) }, { source: 'scan.png', report })));
}

/** The JSON of each row; failures as `{ failed }`. */
export function jsonOf(chosen: Chosen, result: unknown, report?: Report): IDataObject[] {
	return rowsOf(chosen, result, report).map((row) => {
		if (row instanceof FailedRow) return { failed: row.error.message, code: row.error.details.errorCode ?? null };
		return row instanceof FileRow ? row.json : row;
	});
}

/** Base64 of a file that begins as its format does. */
export const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(60, 7)]).toString('base64');
