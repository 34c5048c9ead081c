import { createHash } from 'crypto';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { checkProjectId, configurationError, ocrOrigin } from '../endpoint';
import { explain } from '../errors/catalogue';
import { readServiceFailure } from '../errors/readFailure';
import { toHttpAnswer, unreachableError, type HttpAnswer } from '../httpAnswer';
import { HuaweiCloudError } from '../huaweiCloudError';
import { assertProbePassed, probeRequest, type SendRequest } from '../ocrProbe';
import { MARKERS, readMarker, resolveOcrRequest, type ResolvedRequest } from '../ocrRequest';
import { bodyToSign } from './requestBody';
import { signRequest, UNSIGNED_PAYLOAD } from './signRequest';

/** The credential's fields as n8n decrypts them. */
export type CredentialData = Record<string, unknown>;

/** The checked fields of an access key credential. */
interface AccessKeys {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	/** Only with temporary keys; else empty. */
	readonly securityToken: string;
	readonly projectId: string;
	/** Origin of the OCR service. */
	readonly origin: string;
}

/** How long a passed test counts, ms: n8n authenticates the same test a second time right after it. */
const TEST_WINDOW = 10_000;

/**
 * The behaviour of the access key credential: what is signed, and what a test has to show.
 *
 * There is nothing to fetch before a call. `preAuthentication` exists for the credential's test
 * alone: n8n reports a failed test request by its HTTP status, while an error that is thrown there
 * reaches the dialog with its message.
 */
export class KeyCredential {
	private readonly testsToRun = new Set<string>();

	private readonly testsPassed = new Map<string, number>();

	private readonly now: () => number;

	constructor(now: () => number = Date.now) {
		this.now = now;
	}

	/**
	 * Completes a request with endpoint and project ID and signs exactly the bytes that are sent.
	 * @throws HuaweiCloudError (configuration) before anything is sent
	 * @throws HuaweiCloudError (staleToken) in a test, so that n8n runs `preAuthentication`
	 */
	authenticate(data: CredentialData, options: IHttpRequestOptions): ResolvedRequest {
		const keys = readKeys(data);
		if (readMarker(options, MARKERS.credentialTest) !== undefined && !this.takePassedTest(keys)) {
			throw new HuaweiCloudError('Test the access keys first', '', { problem: 'staleToken' });
		}
		return this.sign(keys, options);
	}

	/** Makes the test that is due, if one is. @throws HuaweiCloudError that says what doesn't fit */
	async preAuthentication(data: CredentialData, send: SendRequest): Promise<void> {
		const keys = readKeys(data);
		if (!this.testsToRun.delete(nameOf(keys))) return;
		const answer = await send(this.sign(keys, probeRequest())).then(toHttpAnswer, (error: unknown) =>
			Promise.reject(unreachableError(keys.origin, 'OCR Endpoint', error)),
		);
		this.assertKeysAccepted(answer, keys);
		assertProbePassed(answer, keys.origin);
		this.testsPassed.set(nameOf(keys), this.now());
	}

	private sign(keys: AccessKeys, options: IHttpRequestOptions): ResolvedRequest {
		const request = resolveOcrRequest(options, keys.origin, keys.projectId);
		const { body, contentType } = bodyToSign(options);
		const headers: Record<string, string> = { ...request.headers, 'X-Project-Id': keys.projectId };
		if (keys.securityToken !== '') headers['X-Security-Token'] = keys.securityToken;
		if (contentType !== undefined && !hasHeader(headers, 'content-type')) {
			headers['Content-Type'] = contentType;
		}
		if (body === undefined) headers['X-Sdk-Content-Sha256'] = UNSIGNED_PAYLOAD;
		request.headers = signRequest({
			method: request.method ?? 'GET',
			url: request.url,
			headers,
			body: body ?? '',
			accessKeyId: keys.accessKeyId,
			secretAccessKey: keys.secretAccessKey,
			date: this.now(),
		});
		if (body !== undefined) {
			if (body.length > 0) request.body = body;
			else delete request.body;
		}
		return request;
	}

	/** What a refused signature means stands in its message and its date, not in its code. */
	private assertKeysAccepted(answer: HttpAnswer, keys: AccessKeys): void {
		const failure = readServiceFailure(answer, {
			secrets: [keys.secretAccessKey, keys.securityToken],
			now: this.now(),
		});
		if (failure.httpStatus !== 401 || failure.errorCode === undefined) return;
		const { remedy, cause } = explain(failure, 'ocr', { now: this.now() });
		throw new HuaweiCloudError(
			remedy,
			`${cause}. Huawei Cloud OCR answered ${failure.errorCode}: ${failure.errorMsg ?? ''}`,
			{ problem: 'service', failure },
		);
	}

	private takePassedTest(keys: AccessKeys): boolean {
		const name = nameOf(keys);
		const passedAt = this.testsPassed.get(name);
		this.testsPassed.delete(name);
		if (passedAt !== undefined && this.now() - passedAt < TEST_WINDOW) return true;
		this.testsToRun.add(name);
		return false;
	}
}

/** Tells credentials apart inside this process. */
function nameOf(keys: AccessKeys): string {
	return createHash('sha256').update(JSON.stringify(Object.values(keys))).digest('hex');
}

function hasHeader(headers: Record<string, string>, name: string): boolean {
	return Object.keys(headers).some((key) => key.toLowerCase() === name);
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** A header value must be printable ASCII; anything else comes from a slip while copying. */
const HEADER_TEXT = /^[!-~]*$/;

/** Checks every field that decides where a signature goes. @throws HuaweiCloudError (configuration) */
function readKeys(data: CredentialData): AccessKeys {
	const keys = {
		accessKeyId: text(data.accessKeyId),
		secretAccessKey: text(data.secretAccessKey),
		securityToken: text(data.securityToken),
		projectId: text(data.projectId),
	};
	const origin = ocrOrigin({ region: text(data.region), endpoint: text(data.endpoint) });
	if (keys.accessKeyId === '' || keys.secretAccessKey === '') {
		throw configurationError(
			'Fill in Access Key ID and Secret Access Key',
			'They are created in the Huawei Cloud console under My Credentials, Access Keys; the secret is shown only once.',
		);
	}
	if (!HEADER_TEXT.test(keys.accessKeyId)) {
		throw configurationError('Correct the Access Key ID: it holds characters that no key has');
	}
	if (!HEADER_TEXT.test(keys.securityToken)) {
		throw configurationError('Correct the Security Token: it holds characters that no token has');
	}
	if (keys.projectId === '') {
		throw configurationError(
			'Fill in the Project ID: access keys, unlike the IAM login, do not tell it',
			'Copy it from the Huawei Cloud console, My Credentials, API Credentials, in the row of your region.',
		);
	}
	checkProjectId(keys.projectId);
	return { ...keys, origin };
}
