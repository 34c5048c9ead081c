import type { AnswerFile, WithoutFiles } from '../answerFiles';
import type { RowsContext } from '../operation';
import { FileRow, type Row } from '../row';
import type { IDataObject } from 'n8n-workflow';
import type { DocumentResult } from './types';

/** An item with files of the answer, each under its plain key: what tells them apart in the answer are the items here. */
export function rowWithFiles(json: IDataObject, names: readonly string[], { files }: DocumentResult): Row {
	if (names.length === 0) return json;
	const own = new Map<string, AnswerFile>();
	for (const name of names) {
		const file = files[name];
		if (file) own.set(own.has(file.key) ? name : file.key, file);
	}
	return new FileRow(json, Object.fromEntries(own));
}

/** Tells of files that were left out, by their keys. */
export function tellOfUnreadableFiles({ unreadableFiles }: Pick<WithoutFiles, 'unreadableFiles'>, { report, source }: RowsContext): void {
	for (const key of unreadableFiles) {
		report.facts.remarks.push(`"${source}": ${key} was left out, since it was no file of the kind that it should be.`);
	}
}
