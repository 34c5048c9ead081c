// Faults on demand: what a client sees, and what the counters say about it.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { textPage } from '../../workshop/checks/contract/images.cts';
import type { CounterValues } from '../../workshop/emulator/control/counters.cts';
import { isOddAnswerName, ODD_ANSWERS } from '../../workshop/emulator/control/oddAnswers.cts';
import { ERROR_CATALOGUE } from '../../workshop/emulator/http/errorCatalogue.cts';
import { type Emulator, startEmulator } from '../../workshop/emulator/server.cts';
import { login, ocr, type Reply, resultOf, send, tokenOf } from '../../workshop/emulator/client.cts';

let emulator: Emulator;
let token: string;
const image = textPage().toString('base64');

beforeAll(async () => {
	emulator = await startEmulator({ engine: 'fixture', fixture: { blocks: 3 } });
	token = await tokenOf(emulator);
});
beforeEach(() => emulator.control.reset());
afterAll(() => emulator.close());

const read = (): Promise<Reply> => ocr(emulator, { image }, { token });

/** Statuses of calls made one after the other; `cut` where the connection ended instead. */
async function statuses(count: number): Promise<Array<number | 'cut'>> {
	const seen: Array<number | 'cut'> = [];
	for (let i = 0; i < count; i++) {
		seen.push(
			await read().then(
				(reply) => reply.status,
				() => 'cut' as const,
			),
		);
	}
	return seen;
}

describe('which calls a rule hits', () => {
	const busy = { kind: 'error', code: 'ModelArts.4403' } as const;

	test.each([
		['next', 'next', [503, 200, 200, 200]],
		['always', 'always', [503, 503, 503, 503]],
		['one call', { call: 2 }, [200, 503, 200, 200]],
		['some calls', { calls: [1, 4] }, [503, 200, 200, 503]],
		['a range', { from: 2, to: 3 }, [200, 503, 503, 200]],
		['from a call on', { from: 3 }, [200, 200, 503, 503]],
		['every second', { every: 2 }, [200, 503, 200, 503]],
		['a predicate', (n: number) => n % 3 === 1, [503, 200, 200, 503]],
	] as const)('%s', async (_name, when, expected) => {
		emulator.control.failOcr(busy, typeof when === 'object' && 'calls' in when ? { calls: [...when.calls] } : when);
		expect(await statuses(4)).toEqual(expected);
	});

	test('a rule counts from when it was added, and only its own target', async () => {
		await read();
		const rule = emulator.control.failOcr(busy, { call: 2 });
		await login(emulator);
		expect(await statuses(3)).toEqual([200, 503, 200]);
		expect(emulator.control.faultHits(rule)).toBe(1);
	});

	test('removed rules hit no more', async () => {
		const rule = emulator.control.failOcr(busy, 'always');
		emulator.control.removeFault(rule);
		expect(await statuses(1)).toEqual([200]);
	});
});

test.each(ERROR_CATALOGUE.map((row) => [`${row.code} ${row.status}`, row] as const))(
	'error %s comes with its status, text and request id, and is not billed',
	async (_name, { code, status, message }) => {
		emulator.control.failOcr({ kind: 'error', code, status });
		const reply = await read();
		expect(reply.status).toBe(status);
		expect(reply.text).toContain(JSON.stringify(message));
		expect(reply.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
		expect(emulator.control.counters()).toMatchObject({ answered: 0, failedCalls: 1 });
	},
);

describe('damaged answers', () => {
	const billedAndLost: Partial<CounterValues> = { calls: 1, answered: 1, lostAnswers: 1, failedCalls: 0 };

	test('reset before anything: not billed', async () => {
		emulator.control.failOcr({ kind: 'reset' });
		await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(emulator.control.counters()).toMatchObject({ calls: 1, answered: 0, inFlight: 0 });
	});

	test('reset after the answer was computed: billed and lost', async () => {
		emulator.control.failOcr({ kind: 'reset-after' });
		await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(emulator.control.counters()).toMatchObject(billedAndLost);
		expect(Object.values(emulator.control.counters().paidByImage)).toEqual([1]);
	});

	test('half a body', async () => {
		emulator.control.failOcr({ kind: 'half-body' });
		await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(emulator.control.counters()).toMatchObject(billedAndLost);
	});

	test('truncated JSON with a matching length', async () => {
		emulator.control.failOcr({ kind: 'truncated-json' });
		const reply = await read();
		expect(reply.status).toBe(200);
		expect(reply.json).toBeUndefined();
		expect(reply.text).toContain('"words_block_list"');
		expect(emulator.control.counters()).toMatchObject(billedAndLost);
	});

	test('HTML', async () => {
		emulator.control.failOcr({ kind: 'html', status: 503, headers: { 'Retry-After': '7' } });
		const reply = await read();
		expect([reply.status, reply.headers['content-type'], reply.headers['retry-after']]).toEqual([503, 'text/html', '7']);
		expect(reply.text).toMatch(/^<html>/);
	});

	test('empty body', async () => {
		emulator.control.failOcr({ kind: 'empty' });
		expect(await read()).toMatchObject({ status: 502, text: '' });
	});

	test('another content type, no content type, more headers', async () => {
		emulator.control.failOcr({ kind: 'content-type', value: 'text/plain' });
		expect((await read()).headers['content-type']).toBe('text/plain');
		emulator.control.clearFaults();
		emulator.control.failOcr({ kind: 'headers', headers: { 'Content-Type': null, 'Set-Cookie': 'a=b' } });
		const { headers } = await read();
		expect([headers['content-type'], headers['set-cookie']]).toEqual([undefined, ['a=b']]);
	});

	test('any answer, word for word', async () => {
		emulator.control.failOcr({ kind: 'raw', status: 418, headers: { 'X-A': 'b' }, body: 'teapot' });
		const reply = await read();
		expect([reply.status, reply.headers['x-a'], reply.text]).toEqual([418, 'b', 'teapot']);
	});

	test('no answer at all: the call stays open until the client gives up', async () => {
		emulator.control.failOcr({ kind: 'silence' });
		const aborted = new AbortController();
		const answer = fetch(`${emulator.url}/v2/p/ocr/general-text`, { method: 'POST', body: '{}', signal: aborted.signal });
		while (emulator.control.calls()[0]?.outcome !== 'no answer') await new Promise(setImmediate);
		aborted.abort();
		await expect(answer).rejects.toThrow('aborted');
	});

	test('a slow answer takes at least its time', async () => {
		emulator.control.failOcr({ kind: 'delay', ms: 60 });
		await read();
		const [call] = emulator.control.calls();
		expect((call?.endedAt ?? 0) - (call?.startedAt ?? 0)).toBeGreaterThanOrEqual(59);
	});
});

describe('redirects to another host', () => {
	let other: Server;
	let otherUrl: string;
	let seen: Array<{ method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders }>;

	beforeAll(async () => {
		other = createServer((request, response) => {
			seen.push({ method: request.method, url: request.url, headers: request.headers });
			response.end('{}');
		});
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
	});
	beforeEach(() => (seen = []));
	afterAll(() => other.close());

	test.each([301, 302, 307, 308] as const)('%d from OCR and from IAM', async (status) => {
		emulator.control.failOcr({ kind: 'redirect', status, location: otherUrl });
		emulator.control.failIam({ kind: 'redirect', status, location: otherUrl });
		const fromOcr = await read();
		expect([fromOcr.status, fromOcr.headers.location]).toEqual([status, `${otherUrl}${emulator.control.calls()[0]?.path ?? ''}`]);
		const fromIam = await login(emulator);
		expect([fromIam.status, fromIam.headers.location]).toEqual([status, `${otherUrl}/v3/auth/tokens?nocatalog=true`]);
		// A client that follows does arrive: the test of a client that must not follow relies on it.
		await send(String(fromIam.headers.location));
		expect(seen).toHaveLength(1);
	});
});

describe('odd answers', () => {
	test.each(ODD_ANSWERS)('%s differs from the good answer', async (name) => {
		const onLogin = name.includes('token-') || name === 'status-200-on-login';
		const good = onLogin ? await login(emulator) : await read();
		emulator.control.addFault({ on: onLogin ? 'iam' : 'ocr', fault: { kind: 'odd', name } });
		const odd = onLogin ? await login(emulator) : await read();
		// Two logins never give the same body, so only what the fault is about can be compared there.
		const shape = (reply: Reply): unknown =>
			onLogin
				? [reply.status, (reply.headers['x-subject-token'] ?? '').length > 0, typeof reply.headers['x-subject-token'], Object.keys(reply.json ?? {}), reply.text.replace(/\d/g, '0'), reply.headers['x-subject-token']?.slice(0, 40)]
				: [reply.status, reply.text, reply.headers['content-type']];
		expect(shape(odd)).not.toEqual(shape(good));
	});

	test('an error stays what it is', async () => {
		emulator.control.failOcr({ kind: 'odd', name: 'list-null' });
		const reply = await ocr(emulator, {}, { token });
		expect(reply.json).toEqual({ error_code: 'AIS.0101', error_msg: 'The input parameter is invalid.' });
	});

	test('names are checked', () => {
		expect(isOddAnswerName('list-null')).toBe(true);
		expect(isOddAnswerName('toString')).toBe(false);
	});

	test('an own change', async () => {
		emulator.control.failOcr({ kind: 'change', change: (answer) => ({ ...answer, body: '{"result":1}' }) });
		expect((await read()).json).toEqual({ result: 1 });
	});
});

describe('tokens and time', () => {
	test.each([
		['revoke-tokens', 'APIG.0307'],
		['expire-tokens', 'APIG.0301'],
	] as const)('%s in the middle of a run: dead for this and the next calls, a new login helps', async (kind, code) => {
		emulator.control.failOcr({ kind }, { call: 2 });
		const own = await tokenOf(emulator);
		const codes: unknown[] = [];
		for (let i = 0; i < 3; i++) codes.push((await ocr(emulator, { image }, { token: own })).json?.error_code);
		expect(codes).toEqual([undefined, code, code]);
		token = await tokenOf(emulator);
		expect((await read()).status).toBe(200);
	});

	test('tokens of another environment', async () => {
		emulator.control.forgetTokens();
		expect((await read()).json?.error_msg).toMatch(/decrypt token fail$/);
		token = await tokenOf(emulator);
	});

	test('Date tells the skew, and only Date', async () => {
		emulator.control.skewDate(-20 * 60_000);
		const reply = await read();
		expect(reply.status).toBe(200);
		const skew = Date.parse(String(reply.headers.date)) - Date.now();
		expect(Math.round(skew / 60_000)).toBe(-20);
	});
});

describe('over HTTP', () => {
	const control = (path: string, method = 'GET', body?: unknown): Promise<Reply> =>
		send(`${emulator.url}/__control${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});

	test('faults, counters, calls', async () => {
		await control('/faults', 'POST', { when: { call: 1 }, fault: { kind: 'error', code: 'APIG.0308', headers: { 'Retry-After': '3' } } });
		const refused = await read();
		expect([refused.status, refused.headers['retry-after']]).toEqual([429, '3']);
		await read();
		expect((await control('/counters')).json).toMatchObject({ calls: 2, answered: 1, failedCalls: 1, outcomes: { ok: 1, 'APIG.0308': 1 } });
		expect((await control('/calls')).json).toMatchObject({ calls: [{ outcome: 'APIG.0308', fault: 'error' }, { outcome: 'ok' }] });
		expect((await control(`/calls?after=${Date.now() + 1000}`)).json).toEqual({ calls: [] });
		expect((await control('/faults')).json).toMatchObject({ faults: [{ kind: 'error', seen: 2, hits: 1 }] });
		await control('/reset', 'POST');
		expect((await control('/counters')).json).toMatchObject({ calls: 0 });
	});

	test('settings and clock', async () => {
		await control('/settings', 'POST', { fixture: { blocks: 5 }, latencyMs: 1 });
		expect(resultOf(await read()).words_block_count).toBe(5);
		await control('/settings', 'POST', { fixture: { blocks: 3 }, latencyMs: 0, maxParallel: null });
		await control('/clock', 'POST', { shiftMs: 25 * 60 * 60 * 1000 });
		expect((await read()).json?.error_msg).toMatch(/token expires/);
	});

	test.each([
		['unknown code', '/faults', { fault: { kind: 'error', code: 'AIS.9999' } }],
		['unknown odd answer', '/faults', { fault: { kind: 'odd', name: 'nothing' } }],
		['no fault', '/faults', {}],
		['function over HTTP', '/faults', { fault: { kind: 'change' } }],
		['unknown setting', '/settings', { latency: 5 }],
	])('%s is refused', async (_name, path, body) => {
		const reply = await control(path, 'POST', body);
		expect(reply.status).toBe(400);
		expect(typeof reply.json?.error).toBe('string');
	});
});
