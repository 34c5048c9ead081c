import { NodeApiError, type INode } from 'n8n-workflow';

import { HuaweiCloudError, type HuaweiCloudErrorDetails } from '../../huaweiCloud/huaweiCloudError.ts';
import { MARKERS } from '../../huaweiCloud/ocrRequest.ts';
import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { CancelledError } from '../../nodes/HuaweiOcr/transport/clock.ts';
import { failureOf } from '../support/thrown.cts';
import { coded, FakeService, GOOD, testCall, THROTTLED, type Reaction } from './fakeService.cts';

/** A service that reacts in turn, and well when the list is used up. */
const inTurn = (...reactions: Reaction[]): FakeService =>
	new FakeService((_request, number) => reactions[number - 1] ?? GOOD);

const always = (reaction: Reaction): FakeService => new FakeService(() => reaction);

const node: INode = { id: '1', name: 'OCR', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };

/** What the credential throws, as it arrives through n8n. */
const fromCredential = (details: Partial<HuaweiCloudErrorDetails>): NodeApiError =>
	new NodeApiError(
		node,
		new HuaweiCloudError({
			problem: 'failed',
			message: 'Do this',
			description: 'because',
			errorCode: 'Node.X',
			verdict: 'no',
			reach: 'account',
			...details,
		}) as never,
	);

const errorOf = async (work: Promise<unknown>): Promise<OcrError> => await failureOf(work, OcrError);

test('a call goes to its operation, with its body, and gives what is read from the answer', async () => {
	const service = always(GOOD);
	const call = { ...testCall('bytes'), path: 'web-image', enterpriseProjectId: 'e-1' };
	expect(await service.run(service.client().recognize(call))).toBe('ok');
	expect(service.sent).toHaveLength(1);
	expect(service.sent[0]).toMatchObject({
		url: '/v2/{project_id}/ocr/web-image',
		body: 'bytes',
		headers: { 'Content-Type': 'application/json', 'Enterprise-Project-Id': 'e-1' },
	});
	expect(call.released()).toBe(1);
});

test.each(['../iam', 'general-text/x', '', 'General-Text', 'a?b', `a${'b'.repeat(64)}`, '-x', 'a b'])(
	'a path such as %j is refused before anything is sent, and the body is released',
	async (path) => {
		const service = always(GOOD);
		const call = { ...testCall(), path };
		const error = await errorOf(service.run(service.client().recognize(call)));
		expect(error.message).toMatch(/^Correct the path of the OCR operation/);
		expect(error.details.errorCode).toBe('Node.InvalidParameter');
		expect(service.sent).toHaveLength(0);
		expect(call.released()).toBe(1);
	},
);

describe('an answer with status 200', () => {
	test.each([
		['with an error code', '{"error_code":"AIS.0103","error_msg":"too small"}', 'AIS.0103', /^Scale the image/],
		['with an error code in its result', '{"result":{"error_code":"AIS.0105","error_msg":"x"}}', 'AIS.0105', /^Try again/],
		['with a code of the platform', '{"error_code":"ModelArts.4204","error_msg":"x"}', 'ModelArts.4204', /^Subscribe to General Text/],
		['without a result', '{}', 'Node.UnreadableAnswer', /can't be read$/],
	])('%s is a failed call with all its details, and not repeated', async (_name, body, errorCode, says) => {
		const service = always({ status: 200, body, headers: { 'X-Request-Id': 'request-7' } });
		const call = testCall();
		const error = await errorOf(service.run(service.client().recognize(call)));
		expect(error.message).toMatch(says);
		expect(error.details).toMatchObject({ errorCode, httpStatus: 200, requestId: 'request-7' });
		expect(service.sent).toHaveLength(1);
		expect(call.released()).toBe(1);
	});

	test('that names its own flaw says so', async () => {
		const service = always({ status: 200, body: '{}' });
		const error = await errorOf(service.run(service.client().recognize(testCall())));
		expect(error.description).toMatch(/^The service answered with success, but it has no result\./);
	});

	test('is no proof of a token when it holds an error', async () => {
		const service = inTurn({ status: 200, body: '{"error_code":"AIS.0103"}' }, coded(401, 'APIG.0307'), coded(401, 'APIG.0307'));
		service.token = 1;
		const client = service.client();
		await errorOf(service.run(client.recognize(testCall())));
		const error = await errorOf(service.run(client.recognize(testCall())));
		expect(error.message).toMatch(/refuses even a new token/);
	});

	test('whose words hold the name of the error field is a result all the same', async () => {
		const service = always({ status: 200, body: JSON.stringify({ result: { words: '"error_code": "AIS.0101"' }, x: { error_code: 1 } }) });
		expect(await service.run(service.client().recognize(testCall()))).toBe('"error_code": "AIS.0101"');
	});
});

describe('repetitions', () => {
	test('as many as Max Retries, with growing waits, of the same bytes', async () => {
		const service = always({ status: 503 });
		const error = await errorOf(service.run(service.client().recognize(testCall())));
		expect(error.details.httpStatus).toBe(503);
		expect(service.sent.map(({ body }) => body)).toEqual(Array(4).fill('image'));
		const pauses = service.sent.slice(1).map(({ at }, index) => at - (service.sent[index]?.at ?? 0) - 1);
		expect(pauses).toEqual([2_000, 4_000, 8_000]);
	});

	test('none of what would fail again', async () => {
		const service = always(coded(400, 'AIS.0102'));
		await errorOf(service.run(service.client().recognize(testCall())));
		expect(service.sent).toHaveLength(1);
	});

	test('one where one more try is reasonable', async () => {
		const service = always(coded(400, 'AIS.0105'));
		await errorOf(service.run(service.client().recognize(testCall())));
		expect(service.sent).toHaveLength(2);
	});

	test('none with Max Retries 0', async () => {
		const service = always({ status: 503 });
		await errorOf(service.run(service.client({ maxRetries: 0 }).recognize(testCall())));
		expect(service.sent).toHaveLength(1);
	});

	test('share a budget, which an outage uses up', async () => {
		const service = always({ status: 503 });
		const client = service.client({ maxRetries: 10 });
		for (let calls = 0; calls < 5; calls++) await errorOf(service.run(client.recognize(testCall())));
		// 30 repetitions in all, beside the first tries.
		expect(service.sent).toHaveLength(35);
	});

	test('get half of one back from each success', async () => {
		const failing = { value: true };
		const service = new FakeService(() => (failing.value ? { status: 503 } : GOOD));
		const client = service.client({ maxRetries: 10 });
		for (let calls = 0; calls < 3; calls++) await errorOf(service.run(client.recognize(testCall())));
		failing.value = false;
		for (let calls = 0; calls < 4; calls++) await service.run(client.recognize(testCall()));
		failing.value = true;
		service.sent.length = 0;
		await errorOf(service.run(client.recognize(testCall())));
		expect(service.sent).toHaveLength(3);
	});

	test('wait as long as the service asks, but not longer than two minutes', async () => {
		const patient = inTurn({ status: 503, headers: { 'Retry-After': '40' } });
		await patient.run(patient.client().recognize(testCall()));
		expect(patient.sent[1]?.at).toBe(40_001);
		const impatient = inTurn({ status: 503, headers: { 'Retry-After': '121' } });
		await errorOf(impatient.run(impatient.client().recognize(testCall())));
		expect(impatient.sent).toHaveLength(1);
	});
});

describe('a refused token', () => {
	test('is renewed once, and the call repeated with the new one, even with Max Retries 0', async () => {
		const service = inTurn(coded(401, 'APIG.0307'));
		service.token = 100;
		expect(await service.run(service.client({ maxRetries: 0 }).recognize(testCall()))).toBe('ok');
		expect(service.sent.map(({ headers }) => headers[MARKERS.rejectedToken])).toEqual([undefined, '100']);
	});

	test('that was renewed and has never worked is not renewed again, by no call', async () => {
		const service = always(coded(401, 'APIG.0307'));
		service.token = 100;
		const client = service.client();
		const first = await errorOf(service.run(client.recognize(testCall())));
		expect(first.message).toMatch(/^Check that Region, Project ID and OCR Endpoint belong together/);
		expect(first.details.fatal).toBe(true);
		await errorOf(service.run(client.recognize(testCall())));
		expect(service.sent).toHaveLength(3);
	});

	test('that has worked may die later and is renewed then', async () => {
		const service = inTurn(coded(401, 'APIG.0307'), GOOD, coded(401, 'APIG.0307'), GOOD);
		service.token = 100;
		const client = service.client();
		await service.run(client.recognize(testCall()));
		expect(await service.run(client.recognize(testCall()))).toBe('ok');
		expect(service.sent[3]?.headers[MARKERS.rejectedToken]).toBe('101');
	});

	test('is reported once, not with the repetitions that follow', async () => {
		const service = inTurn(coded(401, 'APIG.0307'), { status: 503 });
		service.token = 100;
		await service.run(service.client().recognize(testCall()));
		expect(service.sent.map(({ headers }) => headers[MARKERS.rejectedToken])).toEqual([undefined, '100', undefined]);
	});

	test('is renewed once per call, also where the new one works for others', async () => {
		const service = new FakeService(({ body }) => (body === 'refused' ? { ...coded(401, 'APIG.0307'), afterMs: 100 } : GOOD));
		service.token = 100;
		const client = service.client();
		const refused = errorOf(client.recognize(testCall('refused')));
		void service.clock.sleep(150).then(async () => await client.recognize(testCall('good')));
		expect((await service.run(refused)).details.errorCode).toBe('APIG.0307');
		expect(service.sent.filter(({ body }) => body === 'refused')).toHaveLength(2);
	});

	test('with an access key there is nothing to renew', async () => {
		const service = always(coded(401, 'APIG.0301'));
		await errorOf(service.run(service.client().recognize(testCall())));
		expect(service.sent).toHaveLength(1);
	});
});

describe('what ends all other calls, too', () => {
	test.each([
		['no rights', coded(403, 'ModelArts.4203'), true],
		['not subscribed', coded(400, 'ModelArts.4204'), true],
		['a bad image', coded(400, 'AIS.0102'), undefined],
		['a fault of the service', { status: 503 }, undefined],
		['a refused login', { error: fromCredential({ problem: 'loginRefused' }) }, true],
		['a refused key', { error: fromCredential({ problem: 'keysRefused' }) }, true],
		['a wrong setting', { error: fromCredential({ problem: 'configuration' }) }, true],
		['IAM out of order', { error: fromCredential({ verdict: 'backoff', reach: 'service' }) }, undefined],
		['a certificate that is not trusted', { error: Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }) }, true],
		['a broken connection', { error: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }, undefined],
	] as Array<[string, Reaction, boolean | undefined]>)('%s: %s', async (_name, reaction, fatal) => {
		const service = always(reaction);
		const error = await errorOf(service.run(service.client({ maxRetries: 0 }).recognize(testCall())));
		expect(error.details.fatal).toBe(fatal);
	});

	test('nothing of the account once a call has succeeded, but a refused login all the same', async () => {
		const service = inTurn(GOOD, coded(403, 'ModelArts.4203'), { error: fromCredential({ problem: 'loginRefused' }) });
		const client = service.client({ maxRetries: 0 });
		await service.run(client.recognize(testCall()));
		expect((await errorOf(service.run(client.recognize(testCall())))).details.fatal).toBeUndefined();
		expect((await errorOf(service.run(client.recognize(testCall())))).details.fatal).toBe(true);
	});
});

describe('errors of the credential', () => {
	test('keep text, code, status and request ID', async () => {
		const service = always({
			error: fromCredential({ problem: 'loginRefused', errorCode: 'IAM.0082', httpStatus: 403, requestId: 'r', failure: 'credential-invalid' }),
		});
		const error = await errorOf(service.run(service.client().recognize(testCall())));
		expect(error).toMatchObject({ message: 'Do this', description: 'because' });
		expect(error.details).toMatchObject({ errorCode: 'IAM.0082', httpStatus: 403, requestId: 'r', failure: 'credential-invalid' });
		expect(service.sent).toHaveLength(1);
	});

	test('are repeated when they pass, with the wait that IAM asks for', async () => {
		const service = inTurn({ error: fromCredential({ verdict: 'backoff', reach: 'service', retryAfterMs: 9_000 }) });
		expect(await service.run(service.client().recognize(testCall()))).toBe('ok');
		expect(service.sent[1]?.at).toBe(9_001);
	});

	test.each(['loginRefused', 'keysRefused', 'configuration', 'staleToken'] as const)('%s is never repeated', async (problem) => {
		const service = always({ error: fromCredential({ problem, verdict: 'backoff' }) });
		await errorOf(service.run(service.client().recognize(testCall())));
		expect(service.sent).toHaveLength(1);
	});
});

describe('throttling', () => {
	test('does not use up the repetitions of a call', async () => {
		const service = inTurn(THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED);
		expect(await service.run(service.client({ maxRetries: 1 }).recognize(testCall()))).toBe('ok');
		expect(service.sent).toHaveLength(6);
	});

	test('is given up after two and a half minutes, for all', async () => {
		const service = always(THROTTLED);
		const error = await errorOf(service.run(service.client().recognize(testCall())));
		expect(error.details).toMatchObject({ fatal: true, failure: 'rate-limited' });
		expect(service.clock.now()).toBeGreaterThan(150_000);
		expect(service.clock.now()).toBeLessThan(200_000);
	});

	test('that asks for a longer wait than two minutes is not waited for, by no call', async () => {
		const service = always(coded(429, 'APIG.0308', { 'Retry-After': '600' }));
		const error = await errorOf(service.run(service.client().recognize(testCall())));
		expect(error.details.fatal).toBe(true);
		expect(service.sent).toHaveLength(1);
		const without = always(coded(429, 'APIG.0308', { 'Retry-After': '600' }));
		expect((await errorOf(without.run(without.client({ maxRetries: 0 }).recognize(testCall())))).details.fatal).toBe(true);
	});

	test('costs one image with Max Retries 0, not the batch', async () => {
		const service = inTurn(GOOD, GOOD, THROTTLED);
		const client = service.client({ maxRetries: 0, maxConcurrency: 1 });
		const results = await service.run(
			Promise.all(Array.from({ length: 8 }, async () => await client.recognize(testCall()).catch((error: OcrError) => error.details))),
		);
		expect(results.filter((result) => result === 'ok')).toHaveLength(7);
		expect(results.find((result) => result !== 'ok')).not.toHaveProperty('fatal');
		// And the next one waits for the pace.
		expect((service.sent[3]?.at ?? 0) - (service.sent[2]?.at ?? 0)).toBeGreaterThan(1_000);
	});
});

describe('a timeout', () => {
	test.each([
		['an answer that never comes', { never: true } as const],
		['an answer that is late', { ...GOOD, afterMs: 5_000 }],
		['a body that drips for ever', 'drip' as const],
	])('ends %s within its time, whatever n8n does', async (_name, reaction) => {
		const service: FakeService = new FakeService(() => (reaction === 'drip' ? { status: 200, body: drip(service) } : reaction));
		const client = service.client({ timeout: 1_000, maxRetries: 0 });
		const call = testCall();
		const error = await errorOf(service.run(client.recognize(call)));
		expect(error.details).toMatchObject({ errorCode: 'Node.Timeout', failure: 'temporarily-unavailable' });
		expect(error.message).toMatch(/did not answer in time$/);
		expect(service.clock.now()).toBe(1_000);
		expect(service.sent[0]?.signal?.aborted).toBe(true);
	});

	test('does not count the login that comes before', async () => {
		const service = new FakeService(() => ({ ...GOOD, afterMs: 900 }));
		service.loginMs = 20_000;
		expect(await service.run(service.client({ timeout: 1_000 }).recognize(testCall()))).toBe('ok');
	});

	test('leaves no clock running after an answer in time', async () => {
		const service = always(GOOD);
		await service.run(service.client({ timeout: 1_000 }).recognize(testCall()));
		expect(service.sent[0]?.signal?.aborted).toBe(false);
		await expect(service.run(new Promise(() => undefined))).rejects.toThrow('no time is set');
		expect(service.clock.now()).toBe(1);
	});

	test('keeps a body until nothing of the request is under way any more', async () => {
		const service = new FakeService(() => ({ ...GOOD, afterMs: 5_000 }));
		const call = testCall();
		await errorOf(service.run(service.client({ timeout: 1_000, maxRetries: 0 }).recognize(call)));
		await new Promise((resolve) => setImmediate(resolve));
		expect(call.released()).toBe(1);
		const stuck = always({ never: true });
		const other = testCall();
		await errorOf(stuck.run(stuck.client({ timeout: 1_000, maxRetries: 0 }).recognize(other)));
		await new Promise((resolve) => setImmediate(resolve));
		expect(other.released()).toBe(0);
	});
});

async function* drip({ clock }: FakeService): AsyncGenerator<Buffer> {
	for (;;) {
		await clock.sleep(100);
		yield Buffer.from(' ');
	}
}

describe('stop', () => {
	const reason = new OcrError('Ended by another', 'why', { errorCode: 'AIS.0102' });

	test('ends what waits with the reason, marked as not sent; what is under way ends by itself', async () => {
		const service = new FakeService(() => ({ ...GOOD, afterMs: 100 }));
		const client = service.client({ maxConcurrency: 2 });
		const calls = Array.from({ length: 6 }, () => testCall());
		const results = Promise.all(calls.map(async (call) => await client.recognize(call).catch((error: OcrError) => error)));
		void service.clock.sleep(50).then(() => client.stop(reason));
		const ended = await service.run(results);
		expect(ended.slice(0, 2)).toEqual(['ok', 'ok']);
		expect(service.sent).toHaveLength(2);
		for (const error of ended.slice(2) as OcrError[]) {
			expect(error.message).toBe('Ended by another');
			expect(error.details).toEqual({ errorCode: 'AIS.0102', notSent: true });
		}
		expect(calls.map(({ released }) => released())).toEqual(Array(6).fill(1));
	});

	test('lets a failure that was under way keep its own reason, without a repetition', async () => {
		const service = new FakeService(() => ({ status: 503, afterMs: 100 }));
		const client = service.client();
		const result = errorOf(client.recognize(testCall()));
		void service.clock.sleep(50).then(() => client.stop(reason));
		const error = await service.run(result);
		expect(error.details).toMatchObject({ httpStatus: 503 });
		expect(error.details.notSent).toBeUndefined();
		expect(service.sent).toHaveLength(1);
	});

	test('ends the wait before a repetition', async () => {
		const service = always({ status: 503 });
		const client = service.client();
		const result = errorOf(client.recognize(testCall()));
		void service.clock.sleep(500).then(() => client.stop(reason));
		expect((await service.run(result)).details.notSent).toBe(true);
		expect(service.sent).toHaveLength(1);
		expect(service.clock.now()).toBe(500);
	});

	test('keeps a call that still waits for a login from being sent', async () => {
		const service = always(GOOD);
		service.loginMs = 1_000;
		const client = service.client();
		const result = errorOf(client.recognize(testCall()));
		void service.clock.sleep(500).then(() => client.stop(reason));
		expect((await service.run(result)).details.notSent).toBe(true);
		expect(service.sent).toHaveLength(0);
	});

	test('ends the calls that come after it, and keeps the first reason', async () => {
		const service = always(GOOD);
		const client = service.client();
		client.stop(reason);
		client.stop(new OcrError('A later one'));
		expect((await errorOf(service.run(client.recognize(testCall())))).message).toBe('Ended by another');
		expect(service.sent).toHaveLength(0);
	});
});

describe('a cancelled execution', () => {
	test('ends calls at once, those under way and those that wait', async () => {
		const service = new FakeService(() => ({ ...GOOD, afterMs: 10_000 }));
		const client = service.client({ maxConcurrency: 1 });
		const calls = Promise.all([1, 2].map(async () => await client.recognize(testCall()).catch((error: unknown) => error)));
		void service.clock.sleep(100).then(() => service.cancel());
		for (const error of await service.run(calls)) expect(error).toBeInstanceOf(CancelledError);
		expect(service.sent).toHaveLength(1);
		expect(service.sent[0]?.signal?.aborted).toBe(true);
		expect(service.clock.now()).toBe(100);
	});

	test('sends nothing more', async () => {
		const service = always(GOOD);
		const client = service.client();
		service.cancel();
		await expect(service.run(client.recognize(testCall()))).rejects.toThrow(CancelledError);
		expect(service.sent).toHaveLength(0);
	});
});

describe('the credential hears what became of its access key', () => {
	const prefix = 'Incorrect IAM authentication information: ';
	test.each([
		[GOOD, 'accepted'],
		[coded(400, 'AIS.0102'), 'accepted'],
		[coded(429, 'APIG.0308'), 'accepted'],
		[coded(401, 'APIG.0301', {}, 'something new'), 'unknown'],
		[coded(401, 'APIG.0301', {}, `${prefix}calc ak sk signature fail:signature expired`), 'unknown'],
		[{ error: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }, 'unknown'],
		[{ status: 407 }, 'unknown'],
	] as Array<[Reaction, string]>)('%j: %s', async (reaction, outcome) => {
		const service = inTurn(reaction);
		await service.run(service.client({ maxRetries: 0 }).recognize(testCall()).catch(() => undefined));
		expect(service.keyOutcomes).toEqual([outcome]);
	});

	test('a refusal with its text', async () => {
		const service = always(coded(401, 'APIG.0301', {}, `${prefix}verify aksk signature fail`));
		await errorOf(service.run(service.client().recognize(testCall())));
		expect(service.keyOutcomes).toEqual([
			expect.objectContaining({ problem: 'keysRefused', errorCode: 'APIG.0301', message: expect.stringMatching(/^Correct the secret/) as string }),
		]);
	});
});
