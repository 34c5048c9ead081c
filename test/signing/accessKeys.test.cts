import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { attachNotes, MARKERS, type RequestNotes } from '../../huaweiCloud/ocrRequest.ts';
import { KeyCredential } from '../../huaweiCloud/signing/keyCredential.ts';
import { signRequest } from '../../huaweiCloud/signing/signRequest.ts';
import { rejectionOf } from '../support/thrown.cts';

const PROJECT = '0123456789abcdef0123456789abcdef';
const NOW = Date.UTC(2026, 0, 15, 8, 30);
const ADDRESS = `https://ocr.cn-north-4.myhuaweicloud.com/v2/${PROJECT}/ocr/general-text`;

const FIELDS = {
	accessKeyId: 'EXAMPLEACCESSKEY0001',
	secretAccessKey: 'ExampleSecretKeyForDocs0123456789abcdefg',
	securityToken: '',
	region: 'cn-north-4',
	projectId: PROJECT,
	endpoint: '',
};

const options = (rest: object = {}): IHttpRequestOptions => ({ method: 'POST', url: '/v2/{project_id}/ocr/general-text', headers: {}, body: '{}', ...rest });
const testOptions = () => options({ headers: { [MARKERS.credentialTest]: 'true' } });

function setUp() {
	let passed = 0;
	let answer: object = { statusCode: 400, headers: {}, body: '{"error_code":"AIS.0101","error_msg":"x"}' };
	const sent: IHttpRequestOptions[] = [];
	const credential = new KeyCredential(() => NOW, () => passed);
	return {
		credential,
		sent,
		answerWith: (statusCode: number, code: string, message: string) =>
			void (answer = { statusCode, headers: {}, body: JSON.stringify({ error_code: code, error_msg: message }) }),
		/** The login that n8n makes after a 401: here only the test. */
		runTest: async (data: object = FIELDS) =>
			await credential.preAuthentication({ ...data }, async (request) => {
				sent.push(request);
				return await Promise.resolve(answer as IN8nHttpFullResponse);
			}),
		pass: (ms: number) => void (passed += ms),
	};
}

/** The signature over what was sent, made from the sent headers. */
function signedAgain({ method = 'GET', url, headers, body }: IHttpRequestOptions): unknown {
	return signRequest({
		method,
		url,
		headers: headers as Record<string, string>,
		body: (body ?? '') as Buffer,
		accessKeyId: FIELDS.accessKeyId,
		secretAccessKey: FIELDS.secretAccessKey,
		date: NOW,
	}).Authorization;
}

describe('a signed request', () => {
	test.each([
		['an object', options({ body: { a: 1 } }), '{"a":1}', 'application/json'],
		['a list', options({ body: [1] }), '[1]', 'application/json'],
		['fields of a form', options({ body: new URLSearchParams({ a: 'b c' }) }), 'a=b+c', 'application/x-www-form-urlencoded;charset=utf-8'],
		['text', options({ body: 'text' }), 'text', undefined],
		['text as JSON', options({ body: '{}', json: true }), '{}', 'application/json'],
	])('holds the bytes of %s, and says what they are', async (_name, given, body, type) => {
		const { credential } = setUp();
		const request = await credential.authenticate(FIELDS, given);
		expect((request.body as unknown as Buffer).toString()).toBe(body);
		expect(request.headers['Content-Type']).toBe(type);
		expect(request.headers).not.toHaveProperty('X-Sdk-Content-Sha256');
		expect(request.headers.Authorization).toBe(signedAgain(request));
	});

	test.each(['Content-Type', 'content-type', 'CONTENT-TYPE'])('keeps the type that the node gave as %s', async (name) => {
		const { credential } = setUp();
		const { headers } = await credential.authenticate(FIELDS, options({ body: { a: 1 }, headers: { Accept: 'x', [name]: 'text/plain' } }));
		const types = Object.entries(headers).filter(([header]) => header.toLowerCase() === 'content-type');
		expect(types).toEqual([[name, 'text/plain']]);
	});

	test.each([
		['nothing', {}],
		['an empty text', { body: '' }],
		['an empty object', { body: {} }],
	])('with %s as body has none, and is a GET unless something else is said', async (_name, rest) => {
		const { credential } = setUp();
		const request = await credential.authenticate(FIELDS, { url: '/v2/{project_id}/x', ...rest });
		expect(request).not.toHaveProperty('body');
		expect(request.headers.Authorization).toBe(signedAgain({ ...request, method: 'GET' }));
		expect(request.headers.Authorization).not.toBe(signedAgain({ ...request, method: 'POST' }));
	});

	test('of which n8n makes the bytes later keeps its body, and says that it is not signed', async () => {
		const { credential } = setUp();
		const form = { a: 1 };
		const request = await credential.authenticate(FIELDS, options({ form, body: 'kept' }));
		expect(request).toMatchObject({ form, body: 'kept', headers: { 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' } });
		expect(request.headers.Authorization).toBe(signedAgain({ ...request, body: '' }));
	});

	test('names the project, and the security token of temporary keys only', async () => {
		const { credential } = setUp();
		const { headers } = await credential.authenticate({ ...FIELDS, securityToken: undefined }, options());
		expect(Object.keys(headers).sort()).toEqual(['Authorization', 'Host', 'X-Project-Id', 'X-Sdk-Date']);
		expect(headers['X-Project-Id']).toBe(PROJECT);
	});
});

test('fields are taken without the spaces around them', async () => {
	const { credential } = setUp();
	const spaced = Object.fromEntries(Object.entries({ ...FIELDS, securityToken: 'tmp' }).map(([name, value]) => [name, ` ${value}\n`]));
	const plain = await credential.authenticate({ ...FIELDS, securityToken: 'tmp' }, options());
	expect(await credential.authenticate(spaced, options())).toEqual(plain);
	expect(plain.url).toBe(ADDRESS);
});

test.each([
	['accessKeyId', 7, /^Fill in Access Key ID/],
	['secretAccessKey', undefined, /^Fill in Access Key ID/],
	['projectId', null, /^Fill in the Project ID/],
	['region', 7, /^Correct the Region/],
	['accessKeyId', 'A B', /^Correct the Access Key ID/],
	['accessKeyId', 'AÄ', /^Correct the Access Key ID/],
	['securityToken', 'ä', /^Correct the Security Token/],
	['securityToken', 'a b', /^Correct the Security Token/],
])('%s cannot be %j', async (name, value, message) => {
	const { credential } = setUp();
	const error = await rejectionOf(async () => await credential.authenticate({ ...FIELDS, [name]: value }, options()));
	expect(error.message).toMatch(message);
	expect(error.details.problem).toBe('configuration');
});

describe('the test of the keys', () => {
	const begin = async (lab: ReturnType<typeof setUp>, data: object = FIELDS) =>
		await rejectionOf(async () => await lab.credential.authenticate({ ...data }, testOptions()));

	test('is asked for by an error that makes n8n run it', async () => {
		const { details, response } = await begin(setUp());
		expect(response.status).toBe(401);
		expect(details).toEqual({
			problem: 'staleToken',
			message: 'Test the access keys first',
			description: '',
			errorCode: 'Node.TokenRefused',
			verdict: 'refresh',
			reach: 'account',
		});
	});

	test('sends one signed call, without the mark of a test', async () => {
		const lab = setUp();
		await begin(lab);
		await lab.runTest();
		await lab.runTest();
		expect(lab.sent).toHaveLength(1);
		const [sent] = lab.sent;
		expect(sent?.url).toBe(ADDRESS);
		expect(sent?.headers).not.toHaveProperty(MARKERS.credentialTest);
		expect(sent && signedAgain(sent)).toBe(sent?.headers?.Authorization);
	});

	test.each([
		[9_999, true],
		[10_000, false],
	])('that has passed counts for %i ms: %p', async (ms, counts) => {
		const lab = setUp();
		await begin(lab);
		await lab.runTest();
		lab.pass(ms);
		const again = lab.credential.authenticate(FIELDS, testOptions());
		await (counts ? expect(again).resolves.toMatchObject({ url: ADDRESS }) : expect(again).rejects.toThrow('Test the access keys first'));
	});

	test('that has passed counts once, and for no other keys', async () => {
		const lab = setUp();
		await begin(lab);
		await lab.runTest();
		await begin(lab, { ...FIELDS, secretAccessKey: 'other' });
		await expect(lab.credential.authenticate(FIELDS, testOptions())).resolves.toBeDefined();
		await begin(lab);
	});

	test('that failed counts for nothing', async () => {
		const lab = setUp();
		lab.answerWith(403, 'ModelArts.4203', 'no');
		await begin(lab);
		expect((await rejectionOf(lab.runTest)).details.problem).toBe('failed');
		expect((await begin(lab)).response.status).toBe(401);
	});

	test('does not tell what the service echoes of the secrets', async () => {
		const lab = setUp();
		const data = { ...FIELDS, secretAccessKey: 'short secret', securityToken: 'shorttoken' };
		lab.answerWith(403, 'ModelArts.4203', 'echo of short secret and shorttoken here');
		await begin(lab, data);
		const { description } = await rejectionOf(async () => await lab.runTest(data));
		expect(description).toContain('echo of … and … here');
	});

	test('that the key did not pass counts as a refusal: calls are told, a third one is the last by hand', async () => {
		const lab = setUp();
		lab.answerWith(401, 'APIG.0301', 'Incorrect IAM authentication information: verify aksk signature fail');
		for (let tries = 0; tries < 5; tries++) {
			await begin(lab);
			expect((await rejectionOf(lab.runTest)).message).toMatch(/^Correct the secret access key/);
			expect((await rejectionOf(async () => await lab.credential.authenticate(FIELDS, options()))).details.problem).toBe('keysRefused');
		}
		expect(lab.sent).toHaveLength(3);
	});

	test.each([
		[403, 'ModelArts.4203', 'no rights'],
		[401, 'APIG.0301', 'Incorrect IAM authentication information: calc ak sk signature fail:signature expired'],
		[429, 'APIG.0308', 'slow down'],
	])('that fails for another reason than the key (%i %s) refuses it nothing', async (status, code, message) => {
		const lab = setUp();
		lab.answerWith(status, code, message);
		await begin(lab);
		await rejectionOf(lab.runTest);
		await expect(lab.credential.authenticate(FIELDS, options())).resolves.toBeDefined();
	});

	test('that passes tells that the key is good: no call waits for another, and old refusals are forgotten', async () => {
		const lab = setUp();
		const call = async (notes: RequestNotes = {}) => {
			const headers = {};
			attachNotes(headers, notes);
			return await lab.credential.authenticate(FIELDS, options({ headers }));
		};
		lab.answerWith(401, 'APIG.0301', 'Incorrect IAM authentication information: verify aksk signature fail');
		await begin(lab);
		await rejectionOf(lab.runTest);
		await expect(call()).rejects.toThrow(/^Correct the secret access key/);
		lab.answerWith(400, 'AIS.0101', 'x');
		await begin(lab);
		await lab.runTest();
		await call();
		await expect(call()).resolves.toBeDefined();
	});
});

test('a request that could not be signed leaves the way free for the next one; one that was signed does not', async () => {
	const { credential } = setUp();
	const noted = (notes: RequestNotes, rest: object = {}) => {
		const headers = {};
		attachNotes(headers, notes);
		return options({ headers, ...rest });
	};
	await expect(credential.authenticate(FIELDS, noted({}, { url: 'https://evil.example/' }))).rejects.toThrow('only for its own OCR endpoint');
	const first: RequestNotes = {};
	await credential.authenticate(FIELDS, noted(first));
	let isSecondSigned = false;
	const second = credential.authenticate(FIELDS, noted({})).then(() => (isSecondSigned = true));
	await new Promise((resolve) => setImmediate(resolve));
	expect(isSecondSigned).toBe(false);
	first.keyOutcome?.('accepted');
	expect(await second).toBe(true);
});
