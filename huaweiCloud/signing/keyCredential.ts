import { createHmac, randomBytes } from 'crypto';
import type { IHttpRequestOptions } from 'n8n-workflow';

import type { SendRequest } from '../boundedRequest';
import { checkProjectId, ocrOrigin } from '../endpoint';
import { configurationError, explainedError, HuaweiCloudError } from '../huaweiCloudError';
import { probeOcr, probeRequest } from '../ocrProbe';
import { MARKERS, notesOf, readMarker, resolveOcrRequest, type ResolvedRequest } from '../ocrRequest';
import { KeyTrials } from './keyTrials';
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

	private readonly trials: KeyTrials;

	/**
	 * @param now the local time, ms since 1970
	 * @param steady ms of a clock that only goes forward
	 */
	constructor(
		private readonly now: () => number = Date.now,
		private readonly steady: () => number = () => performance.now(),
	) {
		this.trials = new KeyTrials(steady);
	}

	/**
	 * Completes a request with endpoint and project ID and signs exactly the bytes that are sent. With a
	 * key that nobody knows yet, it first waits for the outcome of another call.
	 * @throws HuaweiCloudError (configuration) before anything is sent
	 * @throws HuaweiCloudError (keysRefused) instead of one more call with a key that was refused
	 * @throws HuaweiCloudError (staleToken) in a test, so that n8n runs `preAuthentication`
	 */
	async authenticate(data: CredentialData, options: IHttpRequestOptions): Promise<ResolvedRequest> {
		const keys = readKeys(data);
		if (readMarker(options, MARKERS.credentialTest) !== undefined) {
			if (!this.takePassedTest(keys)) throw testFirst();
			return this.sign(keys, options);
		}
		const notes = notesOf(options);
		if (!notes) {
			this.trials.assertNotRefused(nameOf(keys));
			return this.sign(keys, options);
		}
		const end = await this.trials.begin(nameOf(keys));
		let isSigned = false;
		try {
			const request = this.sign(keys, options);
			isSigned = true;
			notes.keyOutcome = end;
			return request;
		} finally {
			if (!isSigned) end('unknown');
		}
	}

	/** Makes the test that is due, if one is. @throws HuaweiCloudError that says what doesn't fit */
	async preAuthentication(data: CredentialData, send: SendRequest): Promise<void> {
		const keys = readKeys(data);
		const name = nameOf(keys);
		if (!this.testsToRun.delete(name)) return;
		this.trials.assertNotRefused(name, true);
		await probeOcr(send, {
			request: this.sign(keys, probeRequest()),
			origin: keys.origin,
			holds: 'keys',
			secrets: [keys.secretAccessKey, keys.securityToken],
			now: this.now,
			refused: (explanation) => {
				if (!explanation.row.refusesKey) return;
				this.trials.end(name, explainedError('keysRefused', explanation).details);
			},
		});
		this.trials.end(name, 'accepted');
		this.testsPassed.set(name, this.steady());
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

	private takePassedTest(keys: AccessKeys): boolean {
		const name = nameOf(keys);
		const passedAt = this.testsPassed.get(name) ?? -Infinity;
		this.testsPassed.delete(name);
		if (this.steady() - passedAt < TEST_WINDOW) return true;
		this.testsToRun.add(name);
		return false;
	}
}

/** Makes n8n run `preAuthentication`; nobody gets to read it. */
function testFirst(): HuaweiCloudError {
	return new HuaweiCloudError({
		problem: 'staleToken',
		message: 'Test the access keys first',
		description: '',
		errorCode: 'Node.TokenRefused',
		verdict: 'refresh',
		reach: 'account',
	});
}

/** Differs in each process, so that a name in memory says nothing about the key. */
const PROCESS_SECRET = randomBytes(32).toString('hex');

/** Tells credentials apart inside this process. */
function nameOf(keys: AccessKeys): string {
	return createHmac('sha256', PROCESS_SECRET).update(JSON.stringify(Object.values(keys))).digest('hex');
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
