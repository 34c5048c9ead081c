import type { IDataObject } from 'n8n-workflow';

import { OcrError } from '../../errors/ocrError';
import type { AnswerFile } from '../answerFiles';
import { FailedRow, FileRow } from '../row';

/** A row with the service's workbook as binary field `excel`; a failure where the answer has none that can be read. */
export function excelRow(json: IDataObject, file: AnswerFile | undefined): FileRow | FailedRow {
	if (file) return new FileRow(json, { excel: file });
	return new FailedRow(
		new OcrError(
			'Read this page with Get Table Rows: the service sent no Excel file that can be opened',
			'The Excel file was asked for. Get Raw Result shows what the service answered.',
			{ errorCode: 'Node.NoExcelFile' },
		),
	);
}
