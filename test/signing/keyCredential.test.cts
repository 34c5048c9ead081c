import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { MARKERS } from '../../huaweiCloud/ocrRequest.ts';
import { probeRequest } from '../../huaweiCloud/ocrProbe.ts';
import { KeyCredential } from '../../huaweiCloud/signing/keyCredential.ts';
import { signRequest } from '../../huaweiCloud/signing/signRequest.ts';
import { rejectionOf } from '../support/thrown.cts';

const PROJECT = '0123456789abcdef0123456789abcdef';
const SECRET = 'ExampleSecretKeyForDocs0123456789abcdefg';
const NOW = Date.UTC(2026, 0, 15, 8, 30);

const data = {
	accessKeyId: 'EXAMPLEACCESSKEY0001',
	secretAccessKey: SECRET,
	securityToken: '',
	region: 'cn-north-4',
	projectId: PROJECT,
	endpoint: '',
};

const post = (body: unknown): IHttpRequestOptions => ({
	method: 'POST',
	url: '/v2/{project_id}/ocr/general-text',
	headers: { 'Content-Type': 'application/json' },
	body: body as Buffer,
});

const credential = () => new KeyCredential(() => NOW, () => 0);
const ADDRESS = `https://ocr.cn-north-4.myhuaweicloud.com/v2/${PROJECT}/ocr/general-text`;

describe('access key credential', () => {
	test.each([
		['bytes', Buffer.from('{"url":"https://例.example"}')],
		['text', '{"url":"https://例.example"}'],
		['object', { url: 'https://例.example' }],
	])('signs the bytes that are sent, given as %s', async (_kind, body) => {
		const request = await credential().authenticate(data, post(body));
		expect(request.url).toBe(ADDRESS);
		expect(request.body).toEqual(Buffer.from('{"url":"https://例.example"}'));
		const { Authorization } = signRequest({
			method: 'POST',
			url: ADDRESS,
			headers: { 'Content-Type': 'application/json', 'X-Project-Id': PROJECT },
			body: '{"url":"https://例.example"}',
			accessKeyId: data.accessKeyId,
			secretAccessKey: SECRET,
			date: NOW,
		});
		expect(request.headers.Authorization).toBe(Authorization);
		expect(request.disableFollowRedirect).toBe(true);
	});

	test('temporary keys send and sign their security token', async () => {
		const request = await credential().authenticate({ ...data, securityToken: ' tmp ' }, post('{}'));
		expect(request.headers['X-Security-Token']).toBe('tmp');
		expect(request.headers.Authorization).toContain('x-security-token');
		expect((await credential().authenticate(data, post('{}'))).headers).not.toHaveProperty('X-Security-Token');
	});

	test("takes the address from the HTTP Request node's older option, too", async () => {
		const { url, ...rest } = post('{}');
		const older = { ...rest, uri: ADDRESS, json: true } as unknown as IHttpRequestOptions;
		expect(url).toBeDefined();
		expect((await credential().authenticate(data, older)).headers.Authorization).toContain('SDK-HMAC-SHA256');
	});

	test('bodies that n8n serialises later are left out of the signature', async () => {
		const request = await credential().authenticate(data, post(new (class Stream {})()));
		expect(request.headers['X-Sdk-Content-Sha256']).toBe('UNSIGNED-PAYLOAD');
		expect(request.headers.Authorization).toContain('x-sdk-content-sha256');
	});

	test('a request without body stays without', async () => {
		const request = await credential().authenticate(data, { method: 'GET', url: '/v2/{project_id}/x', body: {} });
		expect(request.body).toBeUndefined();
		expect(request.headers.Authorization).toContain('Signature=');
	});

	test.each([
		[{ endpoint: 'http://ocr.example.com' }, /^Use https/],
		[{ endpoint: 'https://a.example/path' }, /^Correct the OCR Endpoint/],
		[{ region: 'cn-north-4.evil.example/' }, /^Correct the Region/],
		[{ projectId: '' }, /^Fill in the Project ID/],
		[{ projectId: '../../x' }, /^Correct the Project ID/],
		[{ accessKeyId: '' }, /^Fill in Access Key ID/],
		[{ secretAccessKey: '' }, /^Fill in Access Key ID/],
		[{ accessKeyId: 'AK\r\nX-Evil: 1' }, /^Correct the Access Key ID/],
		[{ securityToken: 'a\nb' }, /^Correct the Security Token/],
	])('%j is refused before anything is signed', async (difference, message) => {
		const error = await rejectionOf(() => credential().authenticate({ ...data, ...difference }, post('{}')));
		expect(error.message).toMatch(message);
		expect(error.response.data.huaweiCloud.problem).toBe('configuration');
		expect(JSON.stringify(error)).not.toContain(SECRET);
	});

	test('signs for no host but its own', async () => {
		const foreign = { ...post('{}'), url: 'https://evil.example/v2/x' };
		await expect(credential().authenticate(data, foreign)).rejects.toThrow(/only for its own OCR endpoint/);
	});
});

describe("test of the access key credential's dialog", () => {
	const testRequest = (): IHttpRequestOptions => ({
		...probeRequest(),
		headers: { ...probeRequest().headers, [MARKERS.credentialTest]: 'true' },
	});

	/** n8n's sequence: authenticate, on a 401 preAuthentication, authenticate again. */
	async function runTest(statusCode: number, body: string, headers = {}): Promise<number> {
		const tested = credential();
		let sent = 0;
		expect((await rejectionOf(() => tested.authenticate(data, testRequest()))).response.status).toBe(401);
		await tested.preAuthentication(data, async (options) => {
			sent++;
			expect(options.headers).not.toHaveProperty(MARKERS.credentialTest);
			return await Promise.resolve({ statusCode, body, headers } as IN8nHttpFullResponse);
		});
		await tested.authenticate(data, testRequest());
		await expect(tested.authenticate(data, testRequest())).rejects.toThrow();
		return sent;
	}

	const refusal = (suffix: string) =>
		JSON.stringify({ error_code: 'APIG.0301', error_msg: `Incorrect IAM authentication information: ${suffix}` });

	test('passes when only the image is missing', async () => {
		expect(await runTest(400, '{"error_code":"AIS.0101","error_msg":"The input parameter is invalid."}')).toBe(1);
	});

	test.each([
		[401, refusal('verify aksk signature fail'), {}, /^Correct the secret access key/],
		[401, refusal('ak EXAMPLEACCESSKEY0001 not exist'), {}, /^Correct the access key ID/],
		[401, refusal('AK access failed to reach the limit,forbidden.'), {}, /^Wait 5 minutes/],
		[
			401,
			refusal('calc ak sk signature fail:signature expired'),
			{ date: 'Thu, 15 Jan 2026 09:30:00 GMT' },
			/^Set the clock/,
		],
		[403, '{"error_code":"ModelArts.4203","error_msg":"Access denied!"}', {}, /^Ask the administrator/],
		[400, '{"error_code":"ModelArts.4204","error_msg":"x"}', {}, /^The keys are right, but General Text is not subscribed/],
		[502, '<html></html>', {}, /^Check OCR Endpoint and Region/],
		[407, '<html></html>', {}, /^Check OCR Endpoint and Region/],
	])('%i %s', async (status, body, headers, message) => {
		await expect(runTest(status, body, headers)).rejects.toThrow(message);
	});

	test('an unreachable host is named', async () => {
		const tested = credential();
		await expect(tested.authenticate(data, testRequest())).rejects.toThrow();
		await expect(
			tested.preAuthentication(data, () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))),
		).rejects.toThrow(/the name of ocr\.cn-north-4\.myhuaweicloud\.com was not found/);
	});

	test('makes no call of its own outside a test', async () => {
		await credential().preAuthentication(data, () => Promise.reject(new Error('must not be sent')));
	});
});
