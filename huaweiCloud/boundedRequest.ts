import { sleep, type IHttpRequestOptions, type IN8nHttpFullResponse } from 'n8n-workflow';

import { readHttpAnswer, type HttpAnswer } from './httpAnswer';

export type SendRequest = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

/** Largest answer to a login or test, bytes: a catalog of services has some hundred kilobytes. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Makes one request of a credential, from the connection to the last byte of the answer within its
 * `timeout` (ms); that of n8n counts only pauses.
 * @throws what n8n reports when no answer comes, or an error with the code of a timeout
 */
export async function askWithin(
	send: SendRequest,
	options: IHttpRequestOptions & { timeout: number },
): Promise<HttpAnswer> {
	const tooLate = new AbortController();
	const answered = new AbortController();
	const late = sleep(options.timeout, answered.signal).then(() => {
		tooLate.abort();
		throw Object.assign(new Error('The answer did not come in time'), { code: 'ETIMEDOUT' });
	});
	const ask = async (): Promise<HttpAnswer> =>
		await readHttpAnswer(await send({ ...options, abortSignal: tooLate.signal }), MOST_BYTES);
	try {
		return await Promise.race([ask(), late]);
	} finally {
		answered.abort();
	}
}
