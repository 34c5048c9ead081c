import type { IHttpRequestOptions } from 'n8n-workflow';

import { askWithin, type SendRequest } from './boundedRequest';
import { explain, type Explanation, type Situation } from './errors/explain';
import { readServiceFailure } from './errors/readFailure';
import { ANSWER_OPTIONS, networkErrorCode } from './httpAnswer';
import { explainedError } from './huaweiCloudError';
import { operationAddress } from './ocrRequest';

/** ms */
const PROBE_TIMEOUT = 30_000;

/** The operation whose call tests a credential: the one that most people use. */
const PROBED = { path: 'general-text', name: 'General Text' } as const;

type TimedRequest = IHttpRequestOptions & { timeout: number };

/**
 * A General Text call without an image. The service refuses it only after it has checked address,
 * token, project, rights and subscription; failed calls are free (contract 1.3), so it can serve as
 * a test of all of these.
 */
export function probeRequest(): TimedRequest {
	return {
		method: 'POST',
		url: operationAddress(PROBED.path),
		headers: { 'Content-Type': 'application/json' },
		body: '{"image":""}',
		timeout: PROBE_TIMEOUT,
		...ANSWER_OPTIONS,
	};
}

/** The codes that come after all checks of the caller: the request itself is what's wrong. */
const REQUEST_CODES = /^(AIS\.|ModelArts\.410[45]$)/;

export interface Probe {
	/** The request, complete with its token or signature. */
	readonly request: IHttpRequestOptions;
	/** Origin of the OCR service. */
	readonly origin: string;
	readonly holds: 'login' | 'keys';
	/** What the service may have echoed. */
	readonly secrets: readonly string[];
	/** The local time, ms since 1970. */
	now(): number;
	/** Hears what an answer that isn't good means. */
	refused?(explanation: Explanation): void;
}

/**
 * Makes the test of a credential.
 * @throws HuaweiCloudError that says what doesn't fit, unless the caller may recognise text
 */
export async function probeOcr(send: SendRequest, probe: Probe): Promise<void> {
	const { request, origin, holds, secrets } = probe;
	const situation = (): Situation => ({
		call: 'probe',
		operation: PROBED.name,
		host: new URL(origin).host,
		holds,
		// The login has only just been made for this test.
		freshToken: holds === 'login',
		now: probe.now(),
	});
	const answer = await askWithin(send, { ...request, timeout: PROBE_TIMEOUT }).catch((error: unknown) =>
		Promise.reject(
			explainedError('failed', explain({ networkCode: networkErrorCode(error) }, situation())),
		),
	);
	const failure = readServiceFailure(answer, { secrets, now: probe.now() });
	if (failure.errorCode !== undefined && REQUEST_CODES.test(failure.errorCode)) return;
	const explanation = explain(failure, situation());
	probe.refused?.(explanation);
	throw explainedError('failed', explanation);
}
