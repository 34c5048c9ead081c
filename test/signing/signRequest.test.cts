import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js';
import fc from 'fast-check';

import { sdkDate, signRequest, type RequestToSign } from '../../huaweiCloud/signing/signRequest.ts';

const PROJECT = '0123456789abcdef0123456789abcdef';
const DATE = Date.UTC(2026, 0, 15, 8, 30);

const VECTOR_A: RequestToSign = {
	method: 'POST',
	url: `https://ocr.cn-north-4.myhuaweicloud.com/v2/${PROJECT}/ocr/general-text`,
	headers: { 'content-type': 'application/json', 'X-Project-Id': PROJECT },
	body: '{"image":"/9j/4AAQSkZJRg==","detect_direction":false}',
	accessKeyId: 'EXAMPLEACCESSKEY0001',
	secretAccessKey: 'ExampleSecretKeyForDocs0123456789abcdefg',
	date: DATE,
};

/** Vectors of the contract, section 4.3. */
const VECTORS: Array<[string, Partial<RequestToSign>, string, string]> = [
	[
		'A',
		{},
		'content-type;host;x-project-id;x-sdk-date',
		'1de5fa6839de6c014c11d5a1e18f00549f2ac1990238092fdde06518046417a8',
	],
	[
		'A2: without project header',
		{ headers: { 'content-type': 'application/json' } },
		'content-type;host;x-sdk-date',
		'1761b27c62bf36ef9d2d42ceb5cf479664a0ce1dd67830ede8fed18759e865a3',
	],
	[
		'B: body not signed',
		{ headers: { ...VECTOR_A.headers, 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' } },
		'content-type;host;x-project-id;x-sdk-content-sha256;x-sdk-date',
		'032268611acaea5a332ee1b7ca64a38645800452df93cc008d223abba4a01c84',
	],
	[
		'C: GET with query',
		{
			method: 'GET',
			url: 'https://iam.cn-north-4.myhuaweicloud.com/v3/projects?name=cn-north-4',
			headers: { 'content-type': 'application/json' },
			body: '',
		},
		'content-type;host;x-sdk-date',
		'7e246be4bb0ee42fb72d7f0e40d8417545e783334259943b1726f5b25cebfc19',
	],
	[
		'D: temporary keys',
		{
			headers: { ...VECTOR_A.headers, 'X-Security-Token': 'gQpjbi1ub3J0aC00example' },
			body: '{"url":"https://example.com/a.png","detect_direction":true}',
		},
		'content-type;host;x-project-id;x-sdk-date;x-security-token',
		'7de1cfedc665a3c3b0392194ace5d8d661f61b9afc308f99783b22e9ce36635c',
	],
	[
		'E: port, non-ASCII query, repeated and empty values',
		{
			method: 'GET',
			url: `https://iam.cn-north-4.myhuaweicloud.com:8443/v3/projects?name=${encodeURIComponent('a b*中~')}&empty=&B=2&B=1`,
			headers: {},
			body: '',
		},
		'host;x-sdk-date',
		'70ef14b0e603a3f15ab5621d07d3f52b2f31aba47cf14658298bb80d89a64677',
	],
	[
		"F: Huawei's published example",
		{
			method: 'GET',
			url: 'https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
			headers: { 'content-type': 'application/json' },
			body: '',
			accessKeyId: 'QTWAOYTTINDUT2QVKYUC',
			secretAccessKey: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc',
			date: Date.UTC(2019, 10, 15, 3, 36, 55),
		},
		'content-type;host;x-sdk-date',
		'7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
	],
];

describe('signRequest', () => {
	test.each(VECTORS)('vector %s', (_name, difference, signedHeaders, signature) => {
		const request = { ...VECTOR_A, ...difference };
		const headers = signRequest(request);
		expect(headers.Authorization).toBe(
			`SDK-HMAC-SHA256 Access=${request.accessKeyId}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
		);
		expect(headers.Host).toBe(new URL(request.url).host);
		expect(headers['X-Sdk-Date']).toBe(sdkDate(request.date));
	});

	test('signing a second time gives the same headers, whatever the first left behind', () => {
		const once = signRequest(VECTOR_A);
		expect(signRequest({ ...VECTOR_A, headers: once })).toEqual(once);
		const { Authorization, ...rest } = once;
		expect(signRequest({ ...VECTOR_A, headers: { ...rest, authorization: Authorization ?? '' } })).toEqual(once);
	});

	test('bytes and text of the same body are signed alike, another body differently', () => {
		const body = '{"url":"https://例.example/票.png"}';
		const text = signRequest({ ...VECTOR_A, body }).Authorization;
		expect(signRequest({ ...VECTOR_A, body: Buffer.from(body) }).Authorization).toBe(text);
		expect(signRequest({ ...VECTOR_A, body: `${body} ` }).Authorization).not.toBe(text);
	});

	test('leaves out headers that clients and proxies change', () => {
		const headers = { ...VECTOR_A.headers, 'User-Agent': 'n8n', 'Content-Length': '53', Connection: 'close' };
		const signed = signRequest({ ...VECTOR_A, headers });
		expect(signed.Authorization).toBe(signRequest(VECTOR_A).Authorization);
		expect(signed['User-Agent']).toBe('n8n');
	});

	test('a percent-encoded path is signed as what it means', () => {
		const sign = (path: string) => signRequest({ ...VECTOR_A, url: `https://h.example${path}` }).Authorization;
		expect(sign('/a%7Eb')).toBe(sign('/a~b'));
		expect(sign('/%E4%B8%AD')).toBe(sign('/中'));
		expect(sign('/100%')).not.toBe(sign('/100'));
		expect(sign('/%ff')).not.toBe(sign('/%fe'));
		// What is broken is signed as it stands; one broken segment leaves the others alone.
		expect(sign('/%ff')).toBe(sign('/%25ff'));
		expect(sign('/100%/%7E')).toBe(sign('/100%25/~'));
		expect(sign('/a/')).toBe(sign('/a'));
		expect(sign('/a')).not.toBe(sign('/b'));
	});

	test('values of headers are signed without the spaces around them, and sent as given; names in any case are one', () => {
		const spaced = signRequest({ ...VECTOR_A, headers: { 'CONTENT-TYPE': ' application/json ', 'x-project-id': `${PROJECT} ` } });
		expect(spaced.Authorization).toBe(signRequest(VECTOR_A).Authorization);
		expect(spaced['CONTENT-TYPE']).toBe(' application/json ');
	});

	test('a method is signed in upper case', () => {
		expect(signRequest({ ...VECTOR_A, method: 'post' }).Authorization).toBe(signRequest(VECTOR_A).Authorization);
		expect(signRequest({ ...VECTOR_A, method: 'PUT' }).Authorization).not.toBe(signRequest(VECTOR_A).Authorization);
	});

	test("1,000 random requests equal to the signer of Huawei's SDK", () => {
		const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,12}$/);
		const value = fc.string({ unit: fc.constantFrom(...'aZ09-_.~ +*%&=/?中é😀'), maxLength: 12 });
		const headerValue = fc.stringMatching(/^[!-~]{1,20}$/);
		let compared = 0;
		fc.assert(
			fc.property(
				fc.record({
					method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
					host: fc.constantFrom('ocr.cn-north-4.myhuaweicloud.com', '127.0.0.1:8443', 'h.example'),
					path: fc.array(
						fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.~中文'), minLength: 1, maxLength: 8 }).filter(
							(segment) => !/^\.+$/.test(segment),
						),
						{ maxLength: 5 },
					),
					query: fc.dictionary(name, fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }))),
					custom: fc.dictionary(
						fc.stringMatching(/^[A-Za-z][a-z]{0,8}$/).map((text) => `X-Own${text}`),
						headerValue,
						{ noNullPrototype: true },
					),
					securityToken: fc.option(headerValue),
					body: fc.option(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }), { minKeys: 1 })),
					accessKeyId: fc.stringMatching(/^[A-Z0-9]{20}$/),
					secretAccessKey: fc.stringMatching(/^[A-Za-z0-9]{40}$/),
					date: fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2099, 0) }),
				}),
				({ method, host, path, query, custom, securityToken, body, accessKeyId, secretAccessKey, date }) => {
					const headers: Record<string, string> = { 'content-type': 'application/json', 'X-Project-Id': PROJECT };
					const seen = new Set<string>();
					for (const [key, text] of Object.entries(custom)) {
						if (!seen.has(key.toLowerCase())) headers[key] = text;
						seen.add(key.toLowerCase());
					}
					if (securityToken !== null) headers['X-Security-Token'] = securityToken;
					const endpoint = `https://${host}/${path.join('/')}`;

					const expected = AKSKSigner.sign(
						{
							method,
							endpoint,
							queryParams: structuredClone(query),
							headers: { ...headers, 'X-Sdk-Date': sdkDate(date) },
							...(body && { data: body }),
						} as unknown as Parameters<typeof AKSKSigner.sign>[0],
						new BasicCredentials().withAk(accessKeyId).withSk(secretAccessKey),
					) as Record<string, string>;

					const url = new URL(endpoint);
					for (const [key, values] of Object.entries(query)) {
						for (const single of [values].flat()) url.searchParams.append(key, single);
					}
					const actual = signRequest({
						method,
						url: url.href,
						headers,
						body: body ? JSON.stringify(body) : '',
						accessKeyId,
						secretAccessKey,
						date,
					});
					expect(actual.Authorization).toBe(expected.Authorization);
					compared++;
				},
			),
			{ numRuns: 1000 },
		);
		expect(compared).toBeGreaterThanOrEqual(1000);
	});
});
