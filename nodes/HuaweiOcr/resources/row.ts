import type { IDataObject } from 'n8n-workflow';

import type { OcrError } from '../errors/ocrError';
import type { AnswerFile } from './answerFiles';

/** An output item with files, such as a portrait: each becomes binary data of the item. */
export class FileRow {
	/** @param files by the names of their binary fields */
	constructor(
		readonly json: IDataObject,
		readonly files: Readonly<Record<string, AnswerFile>>,
	) {}
}

/**
 * A part of the page that could not be read, such as one of several tickets. It ends as a failed page does:
 * as an error item or on the error output, or it stops the node; the other rows stay.
 */
export class FailedRow {
	constructor(readonly error: OcrError) {}
}

/** What an operation makes of a page: the JSON of an output item, alone or with files, or a failure. */
export type Row = IDataObject | FileRow | FailedRow;
