import { explain } from '../../../../huaweiCloud/errors/explain';
import { readServiceFailure } from '../../../../huaweiCloud/errors/readFailure';
import { OcrError } from '../../errors/ocrError';
import { onOneLine, shortened } from '../../errors/readableText';
import { READ, rowOfKind } from './readParts';
import type { DocumentPart } from './types';

/**
 * Why one of several documents of a page could not be read, though the call succeeded (operations 6); undefined
 * for one that was read.
 * @param index 0-based, in the service's order
 */
export function failureOf({ status, kind = '' }: DocumentPart, index: number, count: number): OcrError | undefined {
	if (status === undefined || status.code === READ) return undefined;
	const name = rowOfKind(kind)?.name ?? (shortened(onOneLine(kind), 40) || 'document');
	const failure = readServiceFailure({
		status: 400,
		headers: {},
		body: JSON.stringify({ error_code: status.code, error_msg: status.message }),
	});
	const { message } = explain(failure, { call: 'ocr', operation: name });
	const { errorCode, errorMsg } = failure;
	const said = [errorCode, errorMsg].filter((text) => text !== undefined).join(': ').replace(/\.$/, '');
	return new OcrError(
		message,
		`${name}, document ${index + 1} of ${count} on the page, was found and could not be read: ${said}. It was not billed.`,
		errorCode === undefined ? {} : { errorCode },
	);
}
