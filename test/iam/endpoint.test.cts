import fc from 'fast-check';

import { checkProjectId, endpointOrigin, iamOrigin, ocrOrigin } from '../../huaweiCloud/endpoint.ts';
import { resolveOcrRequest } from '../../huaweiCloud/ocrRequest.ts';

test.each([
	['ocr.cn-north-4.myhuaweicloud.com', 'https://ocr.cn-north-4.myhuaweicloud.com'],
	[' https://ocr.cn-north-4.myhuaweicloud.com/ ', 'https://ocr.cn-north-4.myhuaweicloud.com'],
	['https://gateway.example.com:8443', 'https://gateway.example.com:8443'],
	['http://localhost:8090', 'http://localhost:8090'],
	['http://127.0.0.1:8090', 'http://127.0.0.1:8090'],
	['http://[::1]:8090', 'http://[::1]:8090'],
])('%s is accepted', (value, origin) => {
	expect(endpointOrigin(value, 'OCR Endpoint')).toBe(origin);
});

test.each([
	['http://ocr.cn-north-4.myhuaweicloud.com', /Use https:\/\/ in the OCR Endpoint/],
	['http://127.0.0.1.example.com', /Use https/],
	['http://localhost.example.com', /Use https/],
	['https://host/path', /only the host name/],
	['https://user:secret@host', /only the host name/],
	['https://user@host', /only the host name/],
	['https://:secret@host', /only the host name/],
	['https://host?x=1', /only the host name/],
	['https://host#x', /only the host name/],
	['xhttp://localhost', /not a host name/],
	['httpx://localhost', /not a host name/],
	['http://xlocalhost', /Use https/],
	['http://128.0.0.1', /Use https/],
	['ftp://host', /not a host name/],
	['not a host', /not a host name/],
	['https://', /not a host name/],
])('%s is refused', (value, message) => {
	expect(() => endpointOrigin(value, 'OCR Endpoint')).toThrow(message);
});

test('empty endpoints follow the region', () => {
	const fields = { region: 'ap-southeast-1', endpoint: '', iamEndpoint: ' ' };
	expect(ocrOrigin(fields)).toBe('https://ocr.ap-southeast-1.myhuaweicloud.com');
	expect(iamOrigin(fields)).toBe('https://iam.ap-southeast-1.myhuaweicloud.com');
	expect(ocrOrigin({ region: 'eu-de', endpoint: '' })).toBe('https://ocr.eu-de.otc.t-systems.com');
	expect(ocrOrigin({ region: 'xx-new-7', endpoint: '' })).toBe('https://ocr.xx-new-7.myhuaweicloud.com');
});

test('a region from an expression cannot point elsewhere', () => {
	fc.assert(
		fc.property(fc.string(), fc.constantFrom('/', '#', '@', '.', ':', '?', '\\', ' '), fc.string(), (a, mark, b) => {
			expect(() => ocrOrigin({ region: `${a}${mark}${b}`, endpoint: '' })).toThrow('Correct the Region');
		}),
	);
});

test('a project ID is 32 hex characters or left empty', () => {
	expect(() => checkProjectId('')).not.toThrow();
	expect(() => checkProjectId('0123456789abcdef0123456789ABCDEF')).not.toThrow();
	for (const wrong of ['../../x', '0123', 'cn-north-4', '0123456789abcdef0123456789abcdef/..']) {
		expect(() => checkProjectId(wrong)).toThrow('Correct the Project ID');
	}
});

describe('a request is completed for the endpoint only', () => {
	const origin = 'https://ocr.example.com';
	const project = 'a'.repeat(32);

	test('path, project ID and query', () => {
		const request = resolveOcrRequest(
			{ url: '/v2/{project_id}/ocr/general-text', qs: { a: 'b c', list: [1, 2] }, headers: { 'x-huawei-ocr-rejected-token': '5', Accept: 'x' } },
			origin,
			project,
		);
		expect(request.url).toBe(`${origin}/v2/${project}/ocr/general-text?a=b+c&list=1&list=2`);
		expect(request.headers).toEqual({ Accept: 'x' });
	});

	test.each([
		{},
		{ disableFollowRedirect: false, maxRedirects: 5 },
		{ followRedirect: true, followAllRedirects: true, maxRedirects: 21, sendCredentialsOnCrossOriginRedirect: true },
	])('no switch of either request helper lets it follow a redirect: %j', (options) => {
		const request = resolveOcrRequest({ url: '/v2/x', headers: {}, ...options } as never, origin, project);
		expect(request).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
			maxRedirects: 0,
			sendCredentialsOnCrossOriginRedirect: false,
		});
	});

	test.each([
		['x-huawei-ocr-rejected-token'],
		['X-Huawei-OCR-Used-Token'],
		['x-huawei-ocr-credential-test'],
	])('the note %s is not sent, and other headers are sent as text', (name) => {
		const request = resolveOcrRequest({ url: '/v2/x', headers: { [name]: '1', 'X-Number': 7 } }, origin, project);
		expect(request.headers).toEqual({ 'X-Number': '7' });
	});

	test.each([
		['no address', {}, '/'],
		['an empty base', { url: '/v2/x', baseURL: '' }, '/v2/x'],
		['the same base', { url: 'x', baseURL: `${origin}/v2/` }, '/v2/x'],
		['the whole address', { url: `${origin}/v2/x?a=1`, qs: { a: 2 } }, '/v2/x?a=1&a=2'],
		['no headers', { url: '/v2/x', headers: undefined }, '/v2/x'],
		['the project ID twice', { url: '/{project_id}/{project_id}' }, `/${project}/${project}`],
	])('%s', (_name, options, path) => {
		const request = resolveOcrRequest(options as never, origin, project);
		expect(request.url).toBe(`${origin}${path}`);
		expect(request.headers).toEqual({});
		for (const name of ['uri', 'baseURL', 'qs', 'abortSignal']) expect(request).not.toHaveProperty(name);
	});

	test('other options of the request are kept', () => {
		expect(resolveOcrRequest({ url: '/v2/x', method: 'POST', body: 'b', timeout: 5 }, origin, project)).toMatchObject({ method: 'POST', body: 'b', timeout: 5 });
	});

	test("n8n's older request helper names the address uri", () => {
		const options = { uri: `${origin}/v2/{project_id}/ocr/id-card`, headers: {} };
		expect(resolveOcrRequest(options as never, origin, project).url).toBe(`${origin}/v2/${project}/ocr/id-card`);
	});

	test.each([
		{ url: 'https://evil.example.com/v2/x' },
		{ url: '//evil.example.com/v2/x' },
		{ url: '/v2/x', baseURL: 'https://evil.example.com' },
		{ url: 'http://ocr.example.com/v2/x' },
		{ url: 'https://ocr.example.com:444/v2/x' },
		{ url: 'https://ocr.example.com@evil.example.com/v2/x' },
		{ url: 'http://[' },
		{ url: '/v2/x', baseURL: 'no address' },
	])('%j is refused', (options) => {
		expect(() => resolveOcrRequest(options, origin, project)).toThrow('only for its own OCR endpoint');
	});
});
