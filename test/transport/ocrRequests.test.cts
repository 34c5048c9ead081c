// One request on its way through n8n: with which credential, within which time, and what is never sent or told.
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { MARKERS, notesOf } from '../../huaweiCloud/ocrRequest.ts';
import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import type { StoppableClock } from '../../nodes/HuaweiOcr/transport/clock.ts';
import { OcrRequests, type TokenState } from '../../nodes/HuaweiOcr/transport/ocrRequests.ts';
import { testCall } from './fakeService.cts';

const ADDRESS = '/v2/{project_id}/ocr/general-text';
const NO_TOKEN: TokenState = { isUnproven: () => false };
const GOOD = { statusCode: 200, headers: {}, body: '{"result":{"words":"ok"}}' };

interface Given {
	/** What the credential holds; undefined: it can't be read. */
	data?: Record<string, unknown>;
	/** Of the credential in the workflow. */
	stored?: { id?: string | null; name?: string };
	answer?: unknown;
	/** Runs where the request would leave the machine. */
	beforeAnswer?: (options: IHttpRequestOptions) => Promise<void> | void;
	hasSignal?: boolean;
}

/** n8n around one OcrRequests, with a timer that the test ends. */
function around(given: Given = {}) {
	const cancel = new AbortController();
	const timers: { ms: number; over: AbortController; ended: number }[] = [];
	const asked: { type: string; options: IHttpRequestOptions; credential: unknown }[] = [];
	let reads = 0;
	const clock: StoppableClock = {
		now: () => 0,
		sleep: () => Promise.resolve(),
		stop: () => undefined,
		timer(ms) {
			const timer = { ms, over: new AbortController(), ended: 0 };
			timers.push(timer);
			return { signal: timer.over.signal, end: () => void timer.ended++ };
		},
	};
	const context = {
		getExecutionCancelSignal: () => (given.hasSignal === false ? undefined : cancel.signal),
		getNode: () => ({ ...(given.stored ? { credentials: { huaweiOcrApi: given.stored } } : {}) }),
		getCredentials: () => {
			reads++;
			return given.data ? Promise.resolve(given.data) : Promise.reject(new Error('no access'));
		},
		helpers: {
			async httpRequestWithAuthentication(type: string, options: IHttpRequestOptions, credential: unknown) {
				asked.push({ type, options, credential });
				notesOf(options)?.sending?.();
				await given.beforeAnswer?.(options);
				return given.answer ?? GOOD;
			},
		},
	} as unknown as IExecuteFunctions;
	const requests = new OcrRequests(context, { credentialType: 'huaweiOcrApi', timeout: 5_000 }, clock);
	return { requests, cancel, timers, asked, reads: () => reads, send: async (token = NO_TOKEN, call = testCall()) => await requests.send(call, ADDRESS, token) };
}

/** Waits until the request has left, a bounded number of turns. */
async function untilSent({ timers }: { timers: readonly unknown[] }): Promise<void> {
	for (let turns = 0; turns < 1000 && timers.length === 0; turns++) await Promise.resolve();
	expect(timers).toHaveLength(1);
}

const refusal = (said: string) => ({ statusCode: 400, headers: { 'x-request-id': 'r-1' }, body: JSON.stringify({ error_code: 'AIS.0104', error_msg: said }) });

test('goes to its address with the credential as it is stored, which is read once', async () => {
	const n8n = around({ data: { region: 'cn-north-4' }, stored: { id: 'c-1', name: 'Our login' } });
	expect((await n8n.send()).success).toEqual({ result: 'ok' });
	await n8n.send();
	expect(n8n.reads()).toBe(1);
	expect(n8n.asked).toHaveLength(2);
	expect(n8n.asked[0]?.type).toBe('huaweiOcrApi');
	expect(n8n.asked[0]?.options).toMatchObject({ method: 'POST', url: ADDRESS, timeout: 5_000, encoding: 'stream', ignoreHttpStatusErrors: true });
	expect(n8n.asked[0]?.credential).toEqual({ credentialsDecrypted: { id: 'c-1', name: 'Our login', type: 'huaweiOcrApi', data: { region: 'cn-north-4' } } });
});

test('a credential that has neither ID nor name has its type for a name', async () => {
	const n8n = around({ data: { region: 'x' } });
	await n8n.send();
	expect(n8n.asked[0]?.credential).toMatchObject({ credentialsDecrypted: { id: '', name: 'huaweiOcrApi' } });
});

test('where the credential can\'t be read, n8n is left to say so', async () => {
	const n8n = around();
	await n8n.send();
	expect(n8n.asked[0]?.credential).toEqual({});
	expect(await n8n.requests.region()).toBeUndefined();
});

test.each([
	[{ region: 'cn-north-4' }, 'cn-north-4'],
	[{ region: 'cn-north-4', endpoint: '  ' }, 'cn-north-4'],
	[{ region: 'cn-north-4', endpoint: 'https://ocr.example.com' }, undefined],
	[{ region: '' }, undefined],
	[{ region: 4 }, undefined],
	[{}, undefined],
])('the region of %j that decides on the host: %s', async (data, region) => {
	const n8n = around({ data });
	expect(await n8n.requests.region()).toBe(region);
	await n8n.send();
	expect(n8n.reads()).toBe(1);
});

test('headers: only what is needed', async () => {
	const n8n = around({ data: {} });
	await n8n.send();
	expect(n8n.asked[0]?.options.headers).toEqual({ 'Content-Type': 'application/json' });
	await n8n.send({ rejectedToken: '7', isUnproven: () => false }, { ...testCall(), enterpriseProjectId: 'e-1' });
	expect(n8n.asked[1]?.options.headers).toEqual({ 'Content-Type': 'application/json', [MARKERS.rejectedToken]: '7', 'Enterprise-Project-Id': 'e-1' });
});

test.each(['password', 'token', 'secretAccessKey', 'securityToken'])('what a gateway echoes of the %s is not told', async (field) => {
	const n8n = around({ data: { [field]: 'Sesame-0417', username: 'anna', password2: 5, ...(field === 'token' ? {} : { token: 5 }) }, answer: refusal('refused Sesame-0417 of anna') });
	const { failed } = await n8n.send();
	expect(`${failed?.error.message} ${failed?.error.description}`).not.toContain('Sesame-0417');
	expect(failed?.error.description).toContain('of anna');
});

test('an empty secret hides nothing', async () => {
	const n8n = around({ data: { password: '' }, answer: refusal('the picture is unclear') });
	expect((await n8n.send()).failed?.error.description).toContain('the picture is unclear');
});

test('a token that has not worked yet is asked for by its number', async () => {
	const asked: string[] = [];
	const isUnproven = (token: string) => asked.push(token) > 0;
	const n8n = around({
		data: {},
		answer: { statusCode: 401, headers: {}, body: '{"error_code":"APIG.0307","error_msg":"said"}' },
		beforeAnswer: (options) => void ((options.headers as Record<string, string>)[MARKERS.usedToken] = '9'),
	});
	const attempt = await n8n.send({ isUnproven });
	expect(asked).toEqual(['9']);
	expect(attempt.usedToken).toBe('9');
	expect(attempt.failed?.call.verdict).toBe('no');
	expect((await n8n.send(NO_TOKEN)).failed?.call.verdict).toBe('refresh');
});

test('without a token none is told', async () => {
	const attempt = await around({ data: {} }).send();
	expect(attempt).toEqual({ success: { result: 'ok' } });
});

test('works where n8n gives no signal', async () => {
	expect(await around({ data: {}, hasSignal: false }).send()).toEqual({ success: { result: 'ok' } });
});

test('nothing is sent once the execution was cancelled', async () => {
	const n8n = around({ data: {} });
	n8n.cancel.abort();
	expect(await n8n.send()).toEqual({});
	expect(n8n.asked).toHaveLength(0);
});

test('cancelled under way: neither result nor failure, and somebody may wait for its end', async () => {
	let answer = (): void => undefined;
	const n8n = around({ data: {}, beforeAnswer: async () => await new Promise<void>((resolve) => (answer = resolve)) });
	const sent = n8n.send();
	await untilSent(n8n);
	n8n.cancel.abort();
	const attempt = await sent;
	expect(Object.keys(attempt)).toEqual(['abandoned']);
	answer();
	await expect(attempt.abandoned).resolves.toMatchObject({ status: 200 });
});

test('the time of a request counts from where it is sent, and ends with it', async () => {
	const n8n = around({ data: {} });
	await n8n.send();
	expect(n8n.timers).toEqual([expect.objectContaining({ ms: 5_000, ended: 1 })]);
});

test('when its time is over the failure says so, and the request is not waited for', async () => {
	const n8n = around({ data: {}, beforeAnswer: async () => await new Promise(() => undefined) });
	const sent = n8n.send();
	await untilSent(n8n);
	n8n.timers[0]?.over.abort();
	const attempt = await sent;
	expect(attempt.failed?.error.details.errorCode).toBe('Node.Timeout');
	expect(attempt.abandoned).toBeDefined();
	expect(attempt.success).toBeUndefined();
});

test('after a stop nothing is sent any more, and the first reason is told', async () => {
	const n8n = around({ data: {} });
	const first = new OcrError('first', '', {});
	n8n.requests.stop(first);
	n8n.requests.stop(new OcrError('second', '', {}));
	await expect(n8n.send()).rejects.toBe(first);
	expect(n8n.timers).toHaveLength(0);
});

test('what was under way at a stop is waited for', async () => {
	const n8n = around({ data: {}, beforeAnswer: () => n8n.requests.stop(new OcrError('stopped', '', {})) });
	expect(await n8n.send()).toMatchObject({ success: { result: 'ok' } });
});

test('a request that n8n completes a second time has its time from then on', async () => {
	const n8n = around({ data: {}, beforeAnswer: (options) => void notesOf(options)?.sending?.() });
	await n8n.send();
	expect(n8n.timers.map(({ ended }) => ended)).toEqual([1, 1]);
});

test('a request that is given up before it was sent is not sent later', async () => {
	let options: IHttpRequestOptions | undefined;
	const n8n = around({ data: {}, beforeAnswer: (given) => void (options = given) });
	await n8n.send();
	expect(() => options && notesOf(options)?.sending?.()).toThrow('cancelled');
	expect(n8n.timers).toHaveLength(1);
});

test('an answer that can\'t be read or holds no result is a failure that is not repeated', async () => {
	const broken = await around({ data: {}, answer: { statusCode: 200, headers: {}, body: '{"other":1}' } }).send();
	expect(broken.failed?.error.description).toContain('it has no result');
	expect(broken.failed?.call.verdict).toBe('no');
	const coded = await around({ data: {}, answer: { statusCode: 200, headers: {}, body: '{"error_code":"AIS.0104","error_msg":"unclear"}' } }).send();
	expect(coded.failed?.error.details.errorCode).toBe('AIS.0104');
});
