import type { IHttpRequestOptions } from 'n8n-workflow';

import { askWithin, type SendRequest } from '../boundedRequest';
import { checkProjectId, iamOrigin, ocrOrigin } from '../endpoint';
import { explain } from '../errors/explain';
import { FRESH_TOKEN } from '../errors/families/gateway';
import { networkErrorCode } from '../httpAnswer';
import { explainedError, HuaweiCloudError } from '../huaweiCloudError';
import { probeOcr, probeRequest } from '../ocrProbe';
import { MARKERS, readMarker, resolveOcrRequest, type ResolvedRequest } from '../ocrRequest';
import { loginKey, matchesFingerprint } from './loginKey';
import { LoginSession, type StoredLogin } from './loginSession';
import { loginRequest, loginSituation, readLoginAnswer, type IssuedToken, type PasswordLogin } from './passwordLogin';

/** The credential's fields as n8n decrypts them. */
export type CredentialData = Record<string, unknown>;

/** The fields that decide about login and endpoint. */
const LOGIN_FIELDS = [
	'domainName',
	'username',
	'password',
	'region',
	'projectId',
	'endpoint',
	'iamEndpoint',
] as const;

/** Fields that were read and found good, and what they mean. */
interface CheckedFields {
	/** As they were read, in the order of LOGIN_FIELDS. */
	values: unknown[];
	login: PasswordLogin;
	ocrOrigin: string;
}

/** How long a passed test counts, ms: n8n authenticates the same test a second time right after it. */
const TEST_WINDOW = 10_000;

/**
 * The behaviour of the IAM credential: when to log in, what to send, what a test has to show.
 *
 * n8n calls `preAuthentication` when the stored token is empty, or once more after a request threw
 * with status 401. It knows neither about edited fields nor about expiry, so `authenticate` throws
 * such a 401 itself whenever the stored token must not be used; n8n then logs in and comes back.
 */
export class TokenCredential {
	private readonly testsToRun = new Set<string>();

	private readonly testsPassed = new Map<string, number>();

	/** By the very object that n8n hands over, which is the same for all calls of an execution. */
	private readonly checked = new WeakMap<CredentialData, CheckedFields>();

	/**
	 * @param now the local time, ms since 1970
	 * @param steady ms of a clock that only goes forward
	 */
	constructor(
		private readonly session: LoginSession = new LoginSession(),
		private readonly now: () => number = Date.now,
		private readonly steady: () => number = () => performance.now(),
	) {}

	/** Logs in; as part of the credential's test it also tries the OCR endpoint. */
	async preAuthentication(data: CredentialData, send: SendRequest): Promise<StoredLogin> {
		const { login, ocrOrigin: origin } = this.read(data);
		const key = loginKey(login);
		const testing = this.testsToRun.delete(key);
		const issuedAt = Number(data.tokenIssuedAt) || 0;
		// A test may go on with the token that n8n fetched a moment ago for this very test; the session hands out no older one.
		const heldToken = testing ? 0 : issuedAt;
		const stored = await this.session.logIn(login, {
			heldToken,
			byHand: testing,
			issue: async () => await issueToken(send, login),
		});
		if (testing) {
			const request = resolveOcrRequest(probeRequest(), origin, stored.tokenProjectId);
			request.headers['X-Auth-Token'] = stored.token;
			await probeOcr(send, { request, origin, holds: 'login', secrets: [stored.token], now: this.now });
			this.testsPassed.set(key, this.steady());
		}
		return stored;
	}

	/**
	 * Completes a request with endpoint, project ID and token.
	 * @throws HuaweiCloudError (staleToken) when n8n has to log in first
	 * @throws HuaweiCloudError (configuration) before anything secret is sent
	 */
	authenticate(data: CredentialData, options: IHttpRequestOptions): ResolvedRequest {
		const { login, ocrOrigin: origin } = this.read(data);
		const rejected = Number(readMarker(options, MARKERS.rejectedToken));
		if (rejected > 0) this.session.reportRejected(login, rejected);
		const testing = readMarker(options, MARKERS.credentialTest) !== undefined;

		if ((testing && !this.takePassedTest(login)) || !this.isUsable(data, login)) {
			throw staleToken();
		}
		const request = resolveOcrRequest(options, origin, String(data.tokenProjectId));
		request.headers['X-Auth-Token'] = String(data.token);
		// Left on the node's own headers, which are not the ones that are sent.
		if (options.headers) options.headers[MARKERS.usedToken] = String(data.tokenIssuedAt);
		return request;
	}

	/**
	 * Checks every field that decides where secrets go; once for calls of the same, unchanged credential.
	 * @throws HuaweiCloudError (configuration)
	 */
	private read(data: CredentialData): CheckedFields {
		const known = this.checked.get(data);
		if (known && LOGIN_FIELDS.every((name, index) => data[name] === known.values[index])) return known;
		const fields: CheckedFields = {
			values: LOGIN_FIELDS.map((name) => data[name]),
			login: readLogin(data),
			ocrOrigin: ocrOrigin(endpointFields(data)),
		};
		this.checked.set(data, fields);
		return fields;
	}

	private isUsable(data: CredentialData, login: PasswordLogin): boolean {
		const issuedAt = Number(data.tokenIssuedAt) || 0;
		return (
			typeof data.token === 'string' &&
			data.token !== '' &&
			matchesFingerprint(text(data.tokenFor), login) &&
			this.now() < Number(data.tokenRenewAt) &&
			!this.session.isRejected(login, issuedAt)
		);
	}

	/**
	 * A test never trusts a stored token. Unless the test of this login has just passed, the next
	 * login is made to include it.
	 */
	private takePassedTest(login: PasswordLogin): boolean {
		const key = loginKey(login);
		const passedAt = this.testsPassed.get(key) ?? -Infinity;
		this.testsPassed.delete(key);
		if (this.steady() - passedAt < TEST_WINDOW) return true;
		this.testsToRun.add(key);
		return false;
	}
}

async function issueToken(send: SendRequest, login: PasswordLogin): Promise<IssuedToken> {
	const answer = await askWithin(send, loginRequest(login)).catch((error: unknown) =>
		Promise.reject(
			explainedError('failed', explain({ networkCode: networkErrorCode(error) }, loginSituation(login))),
		),
	);
	return readLoginAnswer(answer, login);
}

/** Makes n8n log in; read only when it does so in vain. */
function staleToken(): HuaweiCloudError {
	return new HuaweiCloudError({
		problem: 'staleToken',
		message: FRESH_TOKEN.remedy.replace(/\.$/, ''),
		description: FRESH_TOKEN.cause,
		errorCode: 'Node.TokenRefused',
		verdict: 'no',
		reach: 'account',
		failure: 'credential-invalid',
	});
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function endpointFields(data: CredentialData): {
	region: string;
	endpoint: string;
	iamEndpoint: string;
} {
	return {
		region: text(data.region).trim(),
		endpoint: text(data.endpoint),
		iamEndpoint: text(data.iamEndpoint),
	};
}

/** @throws HuaweiCloudError (configuration) */
function readLogin(data: CredentialData): PasswordLogin {
	const fields = endpointFields(data);
	const projectId = text(data.projectId).trim();
	checkProjectId(projectId);
	ocrOrigin(fields);
	return {
		iamOrigin: iamOrigin(fields),
		domainName: text(data.domainName).trim(),
		username: text(data.username).trim(),
		password: text(data.password),
		region: fields.region,
		projectId,
	};
}
