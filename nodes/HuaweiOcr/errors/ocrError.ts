import type { FailureCause } from '../../../huaweiCloud/errors/types';

/** What the service or gateway said, kept as fields of error items. */
export interface OcrErrorDetails {
	/** `error_code` of the service, for example AIS.0103; own codes begin with `Node.` (see nodeCodes.ts). */
	errorCode?: string;
	httpStatus?: number;
	requestId?: string;
	/** Why, as n8n 2.x sorts failures; undefined for what is wrong with one document. */
	failure?: FailureCause;
	/** ms, as the service asks */
	retryAfterMs?: number;
	/** Whether nothing else in this execution can succeed either, such as a refused login. */
	fatal?: boolean;
	/** Not this document's own failure: it was not sent because another's ended the calls. */
	notSent?: boolean;
	/** The file is nothing to read: no image by its content, or one of a few pixels, as mails carry them. */
	notAnImage?: boolean;
}

/** A document could not be read. The message starts with what to do; the item and the file are added later. */
export class OcrError extends Error {
	constructor(
		message: string,
		readonly description: string = '',
		readonly details: OcrErrorDetails = {},
	) {
		super(message);
		this.name = 'OcrError';
	}
}

/** Takes any thrown value for an OcrError, so that nothing escapes without an item. */
export function asOcrError(error: unknown): OcrError {
	if (error instanceof OcrError) return error;
	const message = error instanceof Error ? error.message : String(error);
	return new OcrError(message, '', { errorCode: 'Node.Unexpected' });
}
