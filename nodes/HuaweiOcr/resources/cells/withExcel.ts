import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { AnswerFile } from '../answerFiles';
import type { RowsContext } from '../operation';
import { FileRow, type Row } from '../row';

/** Request field `return_excel`, beside the rows. */
export const returnExcel: INodeProperties = {
	displayName: 'Excel File',
	name: 'returnExcel',
	type: 'boolean',
	default: true,
	description: "Whether the first row of each page or document carries the service's own Excel file, as binary field excel, without a second call",
};

export function readReturnExcel({ returnExcel: value }: IDataObject): boolean {
	return value === true || value === 'true';
}

/**
 * Rows of which the first carries the files that were asked for: `excel`, `excel_2` and so on. Where the answer has none
 * that opens, the run tells.
 */
export function withExcel(rows: readonly IDataObject[], files: readonly AnswerFile[], { report, source }: RowsContext): Row[] {
	const [first, ...others] = rows;
	if (!first) return [];
	if (files.length === 0) {
		report.facts.remarks.push(`"${source}": the service sent no Excel file that can be opened.`);
		return [...rows];
	}
	const named = files.map((file, index): [string, AnswerFile] => [index === 0 ? 'excel' : `excel_${index + 1}`, file]);
	return [new FileRow(first, Object.fromEntries(named)), ...others];
}
