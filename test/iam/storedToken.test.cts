import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { HuaweiCloudError } from '../../huaweiCloud/huaweiCloudError.ts';
import { LoginSession } from '../../huaweiCloud/iam/loginSession.ts';
import { TokenCredential, type CredentialData } from '../../huaweiCloud/iam/tokenCredential.ts';
import { MARKERS } from '../../huaweiCloud/ocrRequest.ts';
import { thrownBy } from '../support/thrown.cts';

const PROJECT = 'a'.repeat(32);
const START = Date.UTC(2026, 0, 15);
const HOUR = 60 * 60_000;

const FIELDS: CredentialData = {
	domainName: 'account',
	username: 'user',
	password: 'password',
	region: 'cn-north-4',
	projectId: PROJECT,
	endpoint: '',
	iamEndpoint: '',
};

const options = (headers: Record<string, string> = {}): IHttpRequestOptions => ({ url: '/v2/{project_id}/ocr/general-text', headers });
const testOptions = () => options({ [MARKERS.credentialTest]: 'true' });

const PROBE_PASSED = { statusCode: 400, headers: {}, body: '{"error_code":"AIS.0101","error_msg":"x"}' };

function setUp() {
	let passed = 0;
	const sent: IHttpRequestOptions[] = [];
	const clock = () => START + passed;
	const credential = new TokenCredential(new LoginSession(clock, () => passed), clock, () => passed);
	const answers = { ocr: PROBE_PASSED as object };
	const send = async (request: IHttpRequestOptions) => {
		sent.push(request);
		const login = { statusCode: 201, headers: { 'X-Subject-Token': `MII-${sent.length}` }, body: '{}' };
		return await Promise.resolve((request.url.includes('/v3/') ? login : answers.ocr) as IN8nHttpFullResponse);
	};
	return {
		credential,
		answers,
		sent,
		send,
		/** Logs in and gives the data with the token that n8n stores. */
		logIn: async (data: CredentialData) => ({ ...data, ...(await credential.preAuthentication(data, send)) }),
		pass: (ms: number) => void (passed += ms),
	};
}

describe('the fields of the credential', () => {
	test('are taken without spaces around them, but the password as it is', async () => {
		const lab = setUp();
		await lab.logIn({
			...FIELDS,
			domainName: ' account ',
			username: '\tuser ',
			password: ' pass word ',
			region: ' cn-north-4 ',
			projectId: ` ${PROJECT}\n`,
			endpoint: ' ',
			iamEndpoint: ' ',
		});
		expect(lab.sent[0]?.url).toBe('https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens?nocatalog=true');
		expect(JSON.parse(lab.sent[0]?.body as string)).toMatchObject({
			auth: {
				identity: { password: { user: { name: 'user', password: ' pass word ', domain: { name: 'account' } } } },
				scope: { project: { id: PROJECT } },
			},
		});
	});

	test('that n8n leaves out count as empty', async () => {
		const lab = setUp();
		await expect(lab.logIn({ region: 'cn-north-4' })).rejects.toThrow('Fill in the Project ID');
		expect(JSON.parse(lab.sent[0]?.body as string)).toMatchObject({
			auth: {
				identity: { password: { user: { name: '', password: '', domain: { name: '' } } } },
				scope: { project: { name: 'cn-north-4' } },
			},
		});
	});

	test.each([
		[{ projectId: 'wrong' }, /^Correct the Project ID/],
		[{ region: 'a/b' }, /^Correct the Region/],
		[{ endpoint: 'https://a.example/path' }, /^Correct the OCR Endpoint/],
		[{ iamEndpoint: 'https://a.example/path' }, /^Correct the IAM Endpoint/],
	])('%j is refused before anything is sent', async (wrong, message) => {
		const lab = setUp();
		await expect(lab.logIn({ ...FIELDS, ...wrong })).rejects.toThrow(message);
		expect(() => lab.credential.authenticate({ ...FIELDS, ...wrong }, options())).toThrow(message);
		expect(lab.sent).toEqual([]);
	});

	test('are checked once for all calls of an execution', async () => {
		const lab = setUp();
		let readings = 0;
		const data = await lab.logIn(FIELDS);
		Object.defineProperty(data, 'region', { get: () => (readings++, 'cn-north-4') });
		const readingsOfCall = () => {
			readings = 0;
			lab.credential.authenticate(data, options());
			return readings;
		};
		const first = readingsOfCall();
		expect(readingsOfCall()).toBeLessThan(first);
	});

	test('that are all edited in place count at once', async () => {
		const lab = setUp();
		const data = await lab.logIn(FIELDS);
		lab.credential.authenticate(data, options());
		Object.assign(data, {
			domainName: 'b',
			username: 'b',
			password: 'b',
			region: 'ap-southeast-1',
			projectId: 'b'.repeat(32),
			endpoint: 'https://ocr.example.com',
			iamEndpoint: 'https://iam.example.com',
		});
		expect(thrownBy(() => lab.credential.authenticate(data, options())).details.problem).toBe('staleToken');
		const renewed = await lab.logIn(data);
		expect(lab.sent[1]?.url).toMatch(/^https:\/\/iam\.example\.com\//);
		expect(lab.credential.authenticate(renewed, options()).url).toBe(`https://ocr.example.com/v2/${'b'.repeat(32)}/ocr/general-text`);
	});
});

describe('a stored token', () => {
	test('goes with the request; its number stays on the headers of the node', async () => {
		const lab = setUp();
		const data = await lab.logIn(FIELDS);
		const request = options({ Accept: 'x' });
		const sent = lab.credential.authenticate(data, request);
		expect(sent).toMatchObject({
			url: `https://ocr.cn-north-4.myhuaweicloud.com/v2/${PROJECT}/ocr/general-text`,
			headers: { Accept: 'x', 'X-Auth-Token': 'MII-1' },
		});
		expect(Object.keys(sent.headers)).toEqual(['Accept', 'X-Auth-Token']);
		expect(request.headers).toEqual({ Accept: 'x', [MARKERS.usedToken]: String(START) });
	});

	test('goes with a request that has no headers, too', async () => {
		const lab = setUp();
		const data = await lab.logIn(FIELDS);
		expect(lab.credential.authenticate(data, { url: '/v2/x' }).headers).toEqual({ 'X-Auth-Token': 'MII-1' });
	});

	test.each([
		['an empty token', { token: '' }],
		['no token', { token: undefined }],
		['something else as token', { token: 7 }],
		['the fingerprint of no login', { tokenFor: '' }],
		['no fingerprint', { tokenFor: undefined }],
		['no time of renewal', { tokenRenewAt: undefined }],
		['no number', { tokenIssuedAt: undefined }],
		['another password', { password: 'edited' }],
		['another project', { projectId: '' }],
		['another region', { region: 'cn-east-3' }],
	])('is not used with %s: n8n is made to log in', async (_name, changes) => {
		const lab = setUp();
		const data = { ...(await lab.logIn(FIELDS)), ...changes };
		const request = options();
		const error = thrownBy(() => lab.credential.authenticate(data, request));
		expect(error.response.status).toBe(401);
		expect(request.headers).toEqual({});
	});

	test('is used up to its time of renewal', async () => {
		const lab = setUp();
		const data = await lab.logIn(FIELDS);
		lab.pass(24 * HOUR - 5 * 60_000 - 1);
		expect(lab.credential.authenticate(data, options()).headers['X-Auth-Token']).toBe('MII-1');
		lab.pass(1);
		expect(thrownBy(() => lab.credential.authenticate(data, options())).details.problem).toBe('staleToken');
	});

	test.each([
		[1, 'used'],
		[0, 'stale'],
		[-1, 'stale'],
	])('whose number is %i above that of a refused one is %s', async (above, outcome) => {
		const lab = setUp();
		const data = await lab.logIn(FIELDS);
		const call = () => lab.credential.authenticate(data, options({ [MARKERS.rejectedToken]: String(START - above) }));
		if (outcome === 'used') expect(call().headers['X-Auth-Token']).toBe('MII-1');
		else expect(thrownBy(call).details.problem).toBe('staleToken');
	});

	test.each(['0', '-1', 'x', ''])('stays good where the node names "%s" as the refused one', async (value) => {
		const lab = setUp();
		const data = await lab.logIn(FIELDS);
		expect(lab.credential.authenticate(data, options({ [MARKERS.rejectedToken]: value })).headers['X-Auth-Token']).toBe('MII-1');
	});

	test('that n8n renews in vain ends in an error that says what to do, and is not repeated', () => {
		const lab = setUp();
		const error = thrownBy(() => lab.credential.authenticate({ ...FIELDS, token: '' }, options()));
		expect(error.details).toMatchObject({
			problem: 'staleToken',
			errorCode: 'Node.TokenRefused',
			verdict: 'no',
			reach: 'account',
			failure: 'credential-invalid',
		});
		expect(error.message).toMatch(/^Check that Region, Project ID and OCR Endpoint belong together.*[^.]$/);
		expect(error.description).toMatch(/\.$/);
	});
});

describe('a test of the credential that has passed', () => {
	async function passed() {
		const lab = setUp();
		expect(thrownBy(() => lab.credential.authenticate(FIELDS, testOptions())).response.status).toBe(401);
		const data = await lab.logIn(FIELDS);
		expect(lab.sent.map(({ url }) => new URL(url).pathname)).toEqual(['/v3/auth/tokens', `/v2/${PROJECT}/ocr/general-text`]);
		return { ...lab, data };
	}

	test.each([
		[9_999, true],
		[10_000, false],
	])('counts for the request that n8n makes after %i ms: %p', async (ms, counts) => {
		const lab = await passed();
		lab.pass(ms);
		const again = () => lab.credential.authenticate(lab.data, testOptions());
		if (counts) expect(again().headers['X-Auth-Token']).toBe('MII-1');
		else expect(thrownBy(again).details.problem).toBe('staleToken');
	});

	test('counts once, and for no other login', async () => {
		const lab = await passed();
		const other = { ...lab.data, password: 'other' };
		expect(thrownBy(() => lab.credential.authenticate(other, testOptions())).details.problem).toBe('staleToken');
		lab.credential.authenticate(lab.data, testOptions());
		expect(thrownBy(() => lab.credential.authenticate(lab.data, testOptions())).details.problem).toBe('staleToken');
	});

	test('is not made again by a login that is none', async () => {
		const lab = await passed();
		lab.pass(HOUR);
		await lab.logIn(FIELDS);
		expect(lab.sent).toHaveLength(3);
	});

	test('may go on with the token that was fetched for it a moment ago, and logs in where it was fetched earlier', async () => {
		const lab = setUp();
		const data = await lab.logIn(FIELDS);
		lab.pass(9_000);
		thrownBy(() => lab.credential.authenticate(data, testOptions()));
		expect((await lab.logIn(data)).token).toBe('MII-1');
		lab.credential.authenticate(data, testOptions());
		lab.pass(1_000);
		thrownBy(() => lab.credential.authenticate(data, testOptions()));
		expect((await lab.logIn(data)).token).toBe('MII-3');
	});

	test('does not count when it failed; what OCR echoes of the token is not told', async () => {
		const lab = setUp();
		thrownBy(() => lab.credential.authenticate(FIELDS, testOptions()));
		lab.answers.ocr = { statusCode: 403, headers: {}, body: '{"error_code":"ModelArts.4203","error_msg":"denied for MII-1 here"}' };
		const error = await lab.logIn(FIELDS).then(() => undefined, (reason: HuaweiCloudError) => reason);
		expect(error?.description).toContain('denied for … here');
		const data = { ...FIELDS };
		expect(thrownBy(() => lab.credential.authenticate(data, testOptions())).details.problem).toBe('staleToken');
	});
});

test('a login that gets no answer names the host of IAM', async () => {
	const { credential } = setUp();
	const send = async () => await Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
	await expect(credential.preAuthentication(FIELDS, send)).rejects.toMatchObject({
		details: {
			problem: 'failed',
			errorCode: 'Node.HostNotFound',
			message: expect.stringContaining('iam.cn-north-4.myhuaweicloud.com') as string,
		},
	});
});
