import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { LoginSession } from '../../huaweiCloud/iam/loginSession.ts';
import { TokenCredential, type CredentialData } from '../../huaweiCloud/iam/tokenCredential.ts';
import { MARKERS } from '../../huaweiCloud/ocrRequest.ts';

const PROJECT = 'a'.repeat(32);

/** IAM and OCR that answer as told, and n8n's way of calling the credential. */
function setUp(changes: CredentialData = {}) {
	let now = 1_000;
	let wallClock = Date.UTC(2026, 0, 15);
	let data: CredentialData = {
		domainName: 'account',
		username: 'user',
		password: 'secret password',
		region: 'cn-north-4',
		projectId: '',
		endpoint: '',
		iamEndpoint: '',
		token: '',
		...changes,
	};
	const sent: IHttpRequestOptions[] = [];
	const answers = {
		iam: (): Partial<IN8nHttpFullResponse> => ({
			statusCode: 201,
			headers: { 'x-subject-token': `MII-token-${sent.length}` },
			body: JSON.stringify({
				token: {
					issued_at: '2020-01-03T09:05:22.701000Z',
					expires_at: '2020-01-04T09:05:22.701000Z',
					project: { id: PROJECT, name: 'cn-north-4' },
				},
			}),
		}),
		ocr: (): Partial<IN8nHttpFullResponse> => ({
			statusCode: 400,
			headers: {},
			body: '{"error_code":"AIS.0101","error_msg":"The input parameter is invalid."}',
		}),
	};
	const credential = new TokenCredential(
		new LoginSession(() => wallClock, () => now),
		() => wallClock,
		() => now,
	);
	const send = (options: IHttpRequestOptions) => {
		sent.push(options);
		const answer = options.url.includes('/v3/') ? answers.iam() : answers.ocr();
		return Promise.resolve(answer as IN8nHttpFullResponse);
	};
	/** As httpRequestWithAuthentication does it: log in when empty, once more after a 401. */
	const authenticate = async (options: IHttpRequestOptions) => {
		if (data.token === '') data = { ...data, ...(await credential.preAuthentication(data, send)) };
		try {
			return credential.authenticate(data, options);
		} catch (error) {
			if ((error as { response?: { status?: number } }).response?.status !== 401) throw error;
			data = { ...data, ...(await credential.preAuthentication(data, send)) };
			return credential.authenticate(data, options);
		}
	};
	return {
		answers,
		sent,
		authenticate,
		request: () => authenticate({ url: '/v2/{project_id}/ocr/general-text', headers: {} }),
		test: () =>
			authenticate({ url: '/v2/{project_id}/ocr/general-text', headers: { [MARKERS.credentialTest]: 'true' } }),
		edit: (edited: CredentialData) => {
			data = { ...data, ...edited };
		},
		/** A person presses the button again: n8n asks for the token first, which is empty. */
		testAgain: async () => {
			data = { ...data, token: 'stale' };
			return await authenticate({ url: '/v2/{project_id}/ocr/general-text', headers: { [MARKERS.credentialTest]: 'true' } });
		},
		pass: (ms: number) => {
			now += ms;
			wallClock += ms;
		},
		setWallClock: (ms: number) => {
			wallClock += ms;
		},
		stored: () => data,
		logins: () => sent.filter(({ url }) => url.includes('/v3/')),
		probes: () => sent.filter(({ url }) => url.includes('/v2/')),
	};
}

test('a request gets endpoint, project and token; the next ones reuse the token for a day', async () => {
	const lab = setUp();
	const first = await lab.request();
	expect(first.url).toBe(`https://ocr.cn-north-4.myhuaweicloud.com/v2/${PROJECT}/ocr/general-text`);
	expect(first.headers['X-Auth-Token']).toBe('MII-token-1');
	lab.pass(23 * 60 * 60_000);
	expect((await lab.request()).headers['X-Auth-Token']).toBe('MII-token-1');
	lab.pass(60 * 60_000 - 4 * 60_000);
	expect((await lab.request()).headers['X-Auth-Token']).toBe('MII-token-2');
	expect(lab.logins()).toHaveLength(2);
});

test('fields that are edited in place count at once, and back again', async () => {
	const credential = new TokenCredential();
	const data: CredentialData = { domainName: 'a', username: 'u', password: 'p', region: 'cn-north-4', projectId: '', endpoint: '', iamEndpoint: '', token: '' };
	const options = () => ({ url: '/v2/{project_id}/ocr/general-text', headers: {} });
	const answer = {
		statusCode: 201,
		headers: { 'x-subject-token': 'MII-token' },
		body: JSON.stringify({
			token: { issued_at: '2020-01-03T09:05:22.701000Z', expires_at: '2020-01-04T09:05:22.701000Z', project: { id: PROJECT, name: 'cn-north-4' } },
		}),
	} as unknown as IN8nHttpFullResponse;
	Object.assign(data, await credential.preAuthentication(data, async () => await Promise.resolve(answer)));
	expect(credential.authenticate(data, options()).url).toContain('https://ocr.cn-north-4.myhuaweicloud.com/');
	data.endpoint = 'http://127.0.0.1:8787';
	expect(credential.authenticate(data, options()).url).toContain('http://127.0.0.1:8787/');
	data.endpoint = 'http://example.com';
	expect(() => credential.authenticate(data, options())).toThrow('Use https://');
	data.endpoint = '';
	data.password = 'edited';
	expect(() => credential.authenticate(data, options())).toThrow('refuses even a new token');
	data.password = 'p';
	expect(credential.authenticate(data, options()).headers['X-Auth-Token']).toBe('MII-token');
});

test('the login is the documented one, scoped to the project of the region, and follows no redirect', async () => {
	const lab = setUp();
	await lab.request();
	const [login] = lab.logins();
	expect(login).toMatchObject({
		method: 'POST',
		url: 'https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens?nocatalog=true',
		disableFollowRedirect: true,
	});
	expect(JSON.parse(login?.body as string)).toEqual({
		auth: {
			identity: {
				methods: ['password'],
				password: { user: { name: 'user', password: 'secret password', domain: { name: 'account' } } },
			},
			scope: { project: { name: 'cn-north-4' } },
		},
	});
});

test('a project ID scopes the login by ID', async () => {
	const lab = setUp({ projectId: PROJECT });
	await lab.request();
	expect(JSON.parse(lab.logins()[0]?.body as string)).toMatchObject({ auth: { scope: { project: { id: PROJECT } } } });
});

describe("the dialog's test", () => {
	test('logs in and asks the OCR service, with one login for a new credential', async () => {
		const lab = setUp();
		await lab.test();
		expect(lab.logins()).toHaveLength(1);
		expect(lab.probes()).toHaveLength(1);
		expect(lab.probes()[0]?.headers).toMatchObject({ 'X-Auth-Token': 'MII-token-1' });
	});

	test('never passes on a stored token: a password that was made wrong fails', async () => {
		const lab = setUp();
		await lab.request();
		lab.pass(60_000);
		lab.edit({ password: 'wrong' });
		lab.answers.iam = () => ({
			statusCode: 401,
			headers: {},
			body: '{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}',
		});
		await expect(lab.test()).rejects.toThrow('Check Account Name, IAM User Name and IAM Password');
	});

	test('logs in anew each time, also with the right password', async () => {
		const lab = setUp();
		await lab.test();
		lab.pass(60_000);
		await lab.test();
		expect(lab.logins()).toHaveLength(2);
	});

	test.each([
		['an account that is not subscribed', 400, '{"error_code":"ModelArts.4204","error_msg":"Request api error!"}', /^The login is right, but General Text is not subscribed/],
		['a user without rights', 403, '{"error_code":"ModelArts.4203","error_msg":"Access denied!"}', /OCR FullAccess/],
		['a token of another region', 401, '{"error_code":"APIG.0307","error_msg":"The token must be updated."}', /Region, Project ID and OCR Endpoint belong together/],
		['a web site at the OCR endpoint', 200, '<html>Welcome</html>', /does not answer like Huawei Cloud OCR/],
		['nothing at all', 200, '', /does not answer like Huawei Cloud OCR/],
	])('%s has its own message', async (_name, statusCode, body, message) => {
		const lab = setUp();
		lab.answers.ocr = () => ({ statusCode, headers: {}, body });
		await expect(lab.test()).rejects.toThrow(message);
	});

	test.each([
		['a wrong project', 404, '{"error":{"code":404,"message":"Could not find project.","title":"Not Found"}}', /Check Project ID and Region/],
		['a locked account', 401, '{"error":{"code":401,"message":"The account is locked.","title":"Unauthorized"}}', /Wait 15 minutes/],
		['a console-only user', 403, '{"error_code":"IAM.0081","error_msg":"This user only supports console access, not programmatic access."}', /programmatic access/],
		['a second factor', 401, '{"error":{"code":401,"message":"Login protection is on: MFA code needed.","title":"Unauthorized"}}', /^Use an access key .* or another user without login protection/],
		['a disabled user', 403, '{"error":{"code":403,"message":"The user is disabled.","title":"Forbidden"}}', /^Ask the administrator to enable the IAM user/],
		['an unknown account', 404, '{"error":{"code":404,"message":"Could not find domain: account.","title":"Not Found"}}', /^Check Account Name \(the account\)/],
		['a proxy that wants a login', 407, '<html><title>407 Proxy Authentication Required</title></html>', /^Correct the proxy settings/],
		['a block page', 403, '<html><title>Blocked</title></html>', /does not answer like Huawei Cloud IAM/],
		['a web site at the IAM endpoint', 200, '<html></html>', /does not answer like Huawei Cloud IAM/],
		['a redirect', 302, '', /a password never follows a redirect/],
	])('%s has its own message, too', async (_name, statusCode, body, message) => {
		const lab = setUp();
		lab.answers.iam = () => ({ statusCode, headers: {}, body });
		await expect(lab.test()).rejects.toThrow(message);
		expect(lab.logins()).toHaveLength(1);
	});

	test('an inspecting proxy is told from a wrong password', async () => {
		const lab = setUp();
		lab.answers.iam = () => {
			throw Object.assign(new Error('x'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
		};
		await expect(lab.test()).rejects.toThrow(/make the certificate of an inspecting proxy known to n8n/);
	});

	test('an account that logs in as itself is told about the HUAWEI ID', async () => {
		const lab = setUp({ username: 'account' });
		lab.answers.iam = () => ({ statusCode: 401, headers: {}, body: '{"error":{"code":401,"message":"The username or password is wrong."}}' });
		await expect(lab.test()).rejects.toThrow(/HUAWEI ID/);
	});
});

/** A wrong password, and what the clock says. */
const WRONG_PASSWORD = () => ({
	statusCode: 401,
	headers: {},
	body: '{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}',
});

describe('a wrong password', () => {
	const MINUTE = 60_000;

	test('under a schedule each minute for half an hour is refused at most three times in any 15 minutes', async () => {
		const lab = setUp();
		lab.answers.iam = WRONG_PASSWORD;
		const refusedAt: number[] = [];
		for (let minute = 0; minute < 30; minute++) {
			const before = lab.logins().length;
			await expect(lab.request()).rejects.toThrow('Check Account Name');
			if (lab.logins().length > before) refusedAt.push(minute);
			lab.pass(MINUTE);
		}
		for (const start of refusedAt) {
			expect(refusedAt.filter((at) => at >= start && at <= start + 15).length).toBeLessThanOrEqual(3);
		}
		expect(refusedAt.length).toBeGreaterThan(1);
	});

	test('that is corrected is tried at once', async () => {
		const lab = setUp();
		const good = lab.answers.iam;
		lab.answers.iam = WRONG_PASSWORD;
		for (let tries = 0; tries < 10; tries++) await expect(lab.request()).rejects.toThrow('Check Account Name');
		expect(lab.logins()).toHaveLength(1);
		lab.answers.iam = good;
		lab.edit({ password: 'corrected' });
		expect((await lab.request()).headers['X-Auth-Token']).toBe('MII-token-2');
	});

	test('in the dialog is asked three times, then remembered with the time to wait', async () => {
		const lab = setUp();
		lab.answers.iam = WRONG_PASSWORD;
		for (let tries = 0; tries < 3; tries++) {
			await expect(lab.testAgain()).rejects.toThrow('Check Account Name');
			lab.pass(MINUTE);
		}
		expect(lab.logins()).toHaveLength(3);
		await expect(lab.testAgain()).rejects.toMatchObject({
			description: expect.stringMatching(/answered a minute ago.*not sent again for 12 minutes/) as string,
		});
		expect(lab.logins()).toHaveLength(3);
		lab.pass(13 * MINUTE);
		await expect(lab.testAgain()).rejects.toThrow('Check Account Name');
		expect(lab.logins()).toHaveLength(4);
	});
});

test('a clock that is set back makes no new token count as refused', async () => {
	const lab = setUp();
	const first = await lab.request();
	lab.setWallClock(-3 * 60 * 60_000);
	const renewed = await lab.authenticate({
		url: '/v2/{project_id}/ocr/general-text',
		headers: { [MARKERS.rejectedToken]: String(lab.stored().tokenIssuedAt) },
	});
	expect(renewed.headers['X-Auth-Token']).not.toBe(first.headers['X-Auth-Token']);
	expect((await lab.request()).headers['X-Auth-Token']).toBe(renewed.headers['X-Auth-Token']);
	expect(lab.logins()).toHaveLength(2);
});

test('no message of any failure holds the password or the token', async () => {
	const lab = setUp({ iamEndpoint: 'https://iam.example.com' });
	lab.answers.iam = () => ({
		statusCode: 400,
		headers: {},
		body: '{"error":{"code":400,"message":"bad: secret password MIIabcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz","title":"x"}}',
	});
	const error: Error = await lab.request().then(
		() => new Error('did not fail'),
		(reason: Error) => reason,
	);
	expect(JSON.stringify([error.message, error, error.stack])).not.toMatch(/secret password|MIIabcdefgh/);
});
