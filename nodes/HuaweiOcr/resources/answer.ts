import { hasErrorCode } from '../../../huaweiCloud/errors/readFailure';
import { UnexpectedAnswer } from '../errors/unexpectedAnswer';
import type { Steps } from '../turns/steps';
import { parseJson, UnusableJson } from './parseJson';

/**
 * The `result` of a successful answer, of any shape: operations of Huawei Cloud OCR give objects or lists.
 * @throws UnexpectedAnswer when the body is no JSON object with a `result`, or holds an error beside it
 */
export function* resultOf(body: string): Steps<unknown> {
	if (body.trim() === '') throw new UnexpectedAnswer('it is empty');
	const answer = yield* parse(body);
	const result = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
	if (typeof result !== 'object' || result === null) throw new UnexpectedAnswer('it has no result');
	// The transport looks for one in short answers only.
	if (hasErrorCode(answer) || hasErrorCode(result)) throw new UnexpectedAnswer('it holds an error code beside its result');
	return result;
}

function* parse(body: string): Steps<unknown> {
	try {
		return yield* parseJson(body);
	} catch (error) {
		throw error instanceof UnusableJson ? new UnexpectedAnswer(error.message) : error;
	}
}
