import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { explain } from './errors/catalogue';
import { readServiceFailure } from './errors/readFailure';
import { toHttpAnswer, unreachableError, type HttpAnswer } from './httpAnswer';
import { HuaweiCloudError } from './huaweiCloudError';
import { GENERAL_TEXT_PATH, resolveOcrRequest } from './ocrRequest';

/** ms */
const PROBE_TIMEOUT = 30_000;

export type SendRequest = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

/**
 * A General Text call without an image. The service refuses it only after it has checked address,
 * token, project, rights and subscription; failed calls are free (contract 1.3), so it can serve as
 * a test of all of these.
 */
export function probeRequest(): IHttpRequestOptions {
	return {
		method: 'POST',
		url: GENERAL_TEXT_PATH,
		headers: { 'Content-Type': 'application/json' },
		body: '{"image":""}',
		timeout: PROBE_TIMEOUT,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'text',
	};
}

/**
 * Checks that a fresh token is good for the OCR endpoint.
 * @throws HuaweiCloudError that says what doesn't fit
 */
export async function probeOcr(
	send: SendRequest,
	origin: string,
	projectId: string,
	token: string,
): Promise<void> {
	const request = resolveOcrRequest(probeRequest(), origin, projectId);
	request.headers['X-Auth-Token'] = token;
	const answer = await send(request).then(toHttpAnswer, (error: unknown) =>
		Promise.reject(unreachableError(origin, 'OCR Endpoint', error)),
	);
	assertProbePassed(answer, origin);
}

/** The codes that come after all checks of the caller: the request itself is what's wrong. */
const REQUEST_CODES = /^(AIS\.|ModelArts\.410[45]$)/;

/** @throws HuaweiCloudError unless the answer shows that the caller may recognise text */
export function assertProbePassed(answer: HttpAnswer, origin: string): void {
	const failure = readServiceFailure(answer);
	if (failure.errorCode && REQUEST_CODES.test(failure.errorCode)) return;
	const host = new URL(origin).host;
	if (!failure.errorCode) {
		throw new HuaweiCloudError(
			`Check OCR Endpoint and Region: ${host} does not answer like Huawei Cloud OCR`,
			`It answered with HTTP status ${failure.httpStatus} and no error code of the service.`,
			{ problem: 'service', failure },
		);
	}
	const said = `${failure.errorCode}: ${failure.errorMsg ?? ''}`;
	if (failure.httpStatus === 401) {
		throw new HuaweiCloudError(
			'Check that Region, Project ID and OCR Endpoint belong together: the login worked, but the OCR service refuses its token',
			`Huawei Cloud OCR answered ${said}`,
			{ problem: 'service', failure },
		);
	}
	const { remedy, cause } = explain(failure, 'ocr');
	throw new HuaweiCloudError(`${remedy} (${failure.errorCode})`, `${cause}. Huawei Cloud OCR answered ${said}`, {
		problem: 'service',
		failure,
	});
}
