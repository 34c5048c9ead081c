import { operationAddress } from '../../../huaweiCloud/ocrRequest';
import { OcrError } from '../errors/ocrError';

/** The body of a call, which may be sent more than once. */
export interface RequestBody {
	/** The same bytes each time; asked for when the call's turn comes, and again for each repetition. */
	bytes(): Buffer;
	/** The call has ended for good: nothing reads the bytes any more. */
	release(): void;
}

/** One call of an OCR operation. */
export interface OcrCall<Result> {
	/** Last part of the address, for example `general-text`. */
	readonly path: string;
	/** As the console names it, for example "General Text"; for texts that say what to do. */
	readonly operationName: string;
	readonly body: RequestBody;
	/**
	 * Reads the body of an answer with status 200 that holds no error.
	 * @throws UnexpectedAnswer when it holds no result either
	 */
	read(answer: string): Result | Promise<Result>;
	/** Sent as Enterprise-Project-Id, for billing (contract 5.1). */
	readonly enterpriseProjectId?: string;
}

/** Nothing that could leave the operation's place in the address. */
const PATH = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Address of a call, relative to the credential's endpoint and with a place for its project ID.
 * @throws OcrError when the path is none of an OCR operation
 */
export function addressOf({ path }: Pick<OcrCall<unknown>, 'path'>): string {
	if (PATH.test(path)) return operationAddress(path);
	throw new OcrError(
		'Correct the path of the OCR operation: it has only small letters, digits and hyphens, for example "general-text"',
		'',
		{ errorCode: 'Node.InvalidParameter' },
	);
}
