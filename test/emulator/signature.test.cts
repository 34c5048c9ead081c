// Signatures: the published vectors, and Huawei's own SDK as a client that knows nothing of this emulator.
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core';
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js';
import type { HcClient } from '@huaweicloud/huaweicloud-sdk-core/HcClient.js';
import { Clock } from '../../workshop/emulator/clock.cts';
import { canonicalRequest, sha256Hex, type SignedRequest } from '../../workshop/emulator/gateway/canonicalRequest.cts';
import { KeyGuard } from '../../workshop/emulator/gateway/keyGuard.cts';
import { signatureOf, verifySignature } from '../../workshop/emulator/gateway/signature.cts';
import { Directory } from '../../workshop/emulator/iam/directory.cts';
import { type Emulator, startEmulator } from '../../workshop/emulator/server.cts';
import { GOOD_ACCESS_KEY, GOOD_PROJECT_ID, GOOD_SECRET_KEY, seededUsers } from '../../workshop/emulator/users.cts';
import { resultOf, send } from '../../workshop/emulator/client.cts';
import { textPage } from '../../workshop/checks/contract/images.cts';

const PROJECT = '0123456789abcdef0123456789abcdef';
const AK = 'EXAMPLEACCESSKEY0001';
const SK = 'ExampleSecretKeyForDocs0123456789abcdefg';
const DATE = '20260115T083000Z';
const DATE_MS = Date.parse('2026-01-15T08:30:00Z');
const BODY = '{"image":"/9j/4AAQSkZJRg==","detect_direction":false}';
const OCR_HOST = 'ocr.cn-north-4.myhuaweicloud.com';
const OCR_PATH = `/v2/${PROJECT}/ocr/general-text`;

interface Vector {
	id: string;
	request: SignedRequest;
	signedNames: string;
	canonicalHash: string;
	signature: string;
	sdkDate?: string;
	secret?: string;
}

function post(headers: Record<string, string>, body = BODY): SignedRequest {
	return {
		method: 'POST',
		path: OCR_PATH,
		query: '',
		rawHeaders: Object.entries({ 'content-type': 'application/json', Host: OCR_HOST, 'X-Sdk-Date': DATE, ...headers }).flat(),
		body: Buffer.from(body),
	};
}

function get(host: string, path: string, query: string, headers: Record<string, string> = {}, sdkDate = DATE): SignedRequest {
	const rawHeaders = Object.entries({ Host: host, 'X-Sdk-Date': sdkDate, ...headers }).flat();
	return { method: 'GET', path, query, rawHeaders, body: Buffer.alloc(0) };
}

// Section 4.3 of the contract
const VECTORS: Vector[] = [
	{
		id: 'A',
		request: post({ 'X-Project-Id': PROJECT }),
		signedNames: 'content-type;host;x-project-id;x-sdk-date',
		canonicalHash: '3ea75151cf90405aad1670328172945cf784bcd580dccedabac5f4e5cb59524b',
		signature: '1de5fa6839de6c014c11d5a1e18f00549f2ac1990238092fdde06518046417a8',
	},
	{
		id: 'A2',
		request: post({}),
		signedNames: 'content-type;host;x-sdk-date',
		canonicalHash: '30c0b9aca5b1fdbd8de47aed46ff07595c14314e604ac9398cc0ec8d956573c4',
		signature: '1761b27c62bf36ef9d2d42ceb5cf479664a0ce1dd67830ede8fed18759e865a3',
	},
	{
		id: 'B',
		request: post({ 'X-Project-Id': PROJECT, 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' }),
		signedNames: 'content-type;host;x-project-id;x-sdk-content-sha256;x-sdk-date',
		canonicalHash: '5918bf25d0f31fdc9e0d46875e452a4d468c19327072d44d8da30ebddd748b2a',
		signature: '032268611acaea5a332ee1b7ca64a38645800452df93cc008d223abba4a01c84',
	},
	{
		id: 'C',
		request: get('iam.cn-north-4.myhuaweicloud.com', '/v3/projects', 'name=cn-north-4', { 'content-type': 'application/json' }),
		signedNames: 'content-type;host;x-sdk-date',
		canonicalHash: '06cc6c419e8911f16526bc3cbf9dc6f4f8a70299d45f37f811852248335a22f0',
		signature: '7e246be4bb0ee42fb72d7f0e40d8417545e783334259943b1726f5b25cebfc19',
	},
	{
		id: 'D',
		request: post(
			{ 'X-Project-Id': PROJECT, 'X-Security-Token': 'gQpjbi1ub3J0aC00example' },
			'{"url":"https://example.com/a.png","detect_direction":true}',
		),
		signedNames: 'content-type;host;x-project-id;x-sdk-date;x-security-token',
		canonicalHash: '2147487ab16c9fb89f85d51225f3492595ed7217bad1484110ee473daf825b00',
		signature: '7de1cfedc665a3c3b0392194ace5d8d661f61b9afc308f99783b22e9ce36635c',
	},
	{
		id: 'E',
		request: get('iam.cn-north-4.myhuaweicloud.com:8443', '/v3/projects', 'name=a%20b%2A%E4%B8%AD~&empty=&B=2&B=1'),
		signedNames: 'host;x-sdk-date',
		canonicalHash: '977adca9a81729eee4ce484ed46aaedec9b50ebcd9193486a4e86c920d04e04b',
		signature: '70ef14b0e603a3f15ab5621d07d3f52b2f31aba47cf14658298bb80d89a64677',
	},
	{
		id: 'F',
		request: get(
			'service.region.example.com',
			'/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs',
			'limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
			{ 'content-type': 'application/json' },
			'20191115T033655Z',
		),
		signedNames: 'content-type;host;x-sdk-date',
		canonicalHash: 'b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a',
		signature: '7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
		sdkDate: '20191115T033655Z',
		secret: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc',
	},
];

function parts(users = seededUsers()) {
	const clock = new Clock(() => DATE_MS);
	return { clock, directory: new Directory(users), keyGuard: new KeyGuard(clock) };
}

function authorization(vector: Vector): string {
	return `SDK-HMAC-SHA256 Access=${AK}, SignedHeaders=${vector.signedNames}, Signature=${vector.signature}`;
}

test.each(VECTORS.map((vector): [string, Vector] => [vector.id, vector]))(
	'vector %s: canonical request and signature',
	(_id, vector) => {
		const canonical = canonicalRequest(vector.request, vector.signedNames.split(';'));
		expect(sha256Hex(canonical)).toBe(vector.canonicalHash);
		expect(signatureOf(canonical, vector.sdkDate ?? DATE, vector.secret ?? SK)).toBe(vector.signature);
	},
);

test.each(VECTORS.filter(({ id }) => id !== 'F').map((vector): [string, Vector] => [vector.id, vector]))(
	'vector %s is accepted, and refused with one bit changed',
	(_id, vector) => {
		const { owner } = verifySignature(parts(), vector.request, authorization(vector)) as { owner?: { user: { name: string } } };
		expect(owner?.user.name).toBe('vector-user');
		const last = vector.signature.endsWith('0') ? '1' : '0';
		const changed = authorization({ ...vector, signature: vector.signature.slice(0, -1) + last });
		expect(verifySignature(parts(), vector.request, changed)).toMatchObject({ ok: false });
	},
);

test('a header named in SignedHeaders but not sent counts as empty, so the signature fails', () => {
	const [vector] = VECTORS;
	if (!vector) throw new Error('no vector');
	const request = { ...vector.request, rawHeaders: vector.request.rawHeaders.filter((_, i, all) => (all[i - (i % 2)] ?? '') !== 'X-Project-Id') };
	expect(verifySignature(parts(), request, authorization(vector))).toMatchObject({ ok: false });
});

test('five failures, one success, five failures: the key stays open, as only failures in a row count', () => {
	const all = parts();
	const [vector] = VECTORS;
	if (!vector) throw new Error('no vector');
	const wrong = authorization({ ...vector, signature: 'f'.repeat(64) });
	for (let round = 0; round < 2; round++) {
		for (let i = 0; i < 5; i++) expect(verifySignature(all, vector.request, wrong)).toMatchObject({ ok: false });
		expect(verifySignature(all, vector.request, authorization(vector))).toMatchObject({ ok: true });
	}
});

describe("Huawei's SDK core as a client", () => {
	let emulator: Emulator;

	beforeAll(async () => {
		emulator = await startEmulator({ engine: 'fixture', fixture: { blocks: 2 } });
	});
	afterAll(() => emulator.close());
	afterEach(() => jest.restoreAllMocks());

	function client(credential: BasicCredentials): HcClient {
		return new ClientBuilder<HcClient>((hcClient) => hcClient).withCredential(credential).withEndpoint(emulator.url).build();
	}

	function request(): Parameters<HcClient['sendRequest']>[0] {
		return {
			url: '/v2/{project_id}/ocr/general-text',
			method: 'POST',
			contentType: 'application/json',
			queryParams: {},
			pathParams: {},
			headers: { 'Content-Type': 'application/json' },
			data: { image: textPage().toString('base64'), detect_direction: true },
		} as unknown as Parameters<HcClient['sendRequest']>[0];
	}

	test('its signed call is accepted and answered', async () => {
		const credential = new BasicCredentials().withAk(GOOD_ACCESS_KEY).withSk(GOOD_SECRET_KEY).withProjectId(GOOD_PROJECT_ID);
		const answer = (await client(credential).sendRequest(request())) as unknown as {
			httpStatusCode: number;
			result: { words_block_count: number };
		};
		expect(answer.httpStatusCode).toBe(200);
		expect(answer.result.words_block_count).toBe(2);
		expect(emulator.control.calls().at(-1)).toMatchObject({ authentication: 'signature', status: 200 });
	});

	test('a wrong secret key is refused, and the SDK reads code and request id of the refusal', async () => {
		// The SDK writes every refusal with all its details to standard output.
		jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
		const credential = new BasicCredentials().withAk(GOOD_ACCESS_KEY).withSk('wrong').withProjectId(GOOD_PROJECT_ID);
		await expect(client(credential).sendRequest(request())).rejects.toMatchObject({
			httpStatusCode: 401,
			errorCode: 'APIG.0301',
			requestId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
		});
	});

	test('its search for the project id, signed, finds exactly one', async () => {
		const credential = new BasicCredentials().withAk(GOOD_ACCESS_KEY).withSk(GOOD_SECRET_KEY).withIamEndpoint(emulator.url);
		await credential.processAuthParams(client(credential), 'cn-north-4');
		expect(credential.projectId).toBe(GOOD_PROJECT_ID);
	});
});

test('temporary keys from IAM sign a call until they expire', async () => {
	const emulator = await startEmulator({ engine: 'fixture' });
	try {
		const { tokenOf } = await import('../../workshop/emulator/client.cts');
		const { signedCall } = await import('../../workshop/checks/contract/calls.cts');
		const reply = await send(`${emulator.url}/v3.0/OS-CREDENTIAL/securitytokens`, {
			method: 'POST',
			headers: { 'x-auth-token': await tokenOf(emulator), 'content-type': 'application/json' },
			body: JSON.stringify({ auth: { identity: { methods: ['token'], token: { duration_seconds: 900 } } } }),
		});
		expect(reply.status).toBe(201);
		const { credential } = reply.json as { credential: Record<'access' | 'secret' | 'securitytoken', string> };
		const keys = {
			accessKeyId: credential.access,
			secretAccessKey: credential.secret,
			headers: { 'X-Security-Token': credential.securitytoken },
		};
		expect(resultOf(await signedCall(emulator, keys)).words_block_count).toBe(10);
		emulator.control.shiftClock(901_000);
		const sdkDate = new Date(emulator.control.now()).toISOString().replace(/[-:]|\.\d+/g, '');
		expect((await signedCall(emulator, { ...keys, sdkDate })).status).toBe(401);
	} finally {
		await emulator.close();
	}
});
