// Who may use the emulator's control interface: programs of this machine, no web page.
import { request } from 'node:http';

import { useEmulator } from '../support/engine.cts';

const emulator = useEmulator();

/** Word for word, as a browser or a program would send it. */
async function call(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
	return await new Promise((resolve, reject) => {
		const sent = request(
			{ host: '127.0.0.1', port: emulator().port, method, path: `/__control${path}`, headers: { 'Content-Length': String(body.length), ...headers } },
			(answer) => {
				answer.resume();
				resolve(answer.statusCode ?? 0);
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const FAULT = '{"fault":{"kind":"login","name":"proxy-login"},"on":"iam"}';

test.each([
	['a program', 'POST', '/faults', JSON_TYPE, FAULT, 200],
	['a program that names the charset', 'POST', '/faults', { 'Content-Type': 'application/json; charset=utf-8' }, FAULT, 200],
	['a program by the name of the machine', 'POST', '/faults', { ...JSON_TYPE, Host: 'localhost:1' }, FAULT, 200],
	['a program without a body', 'POST', '/reset', {}, '', 200],
	['an address typed into a browser', 'GET', '/counters', { 'Sec-Fetch-Site': 'none' }, '', 200],
	['a page with its origin', 'POST', '/faults', { ...JSON_TYPE, Origin: 'https://evil.example' }, FAULT, 403],
	['a page of this machine', 'POST', '/reset', { Origin: 'http://localhost:3000' }, '', 403],
	['a page without an origin', 'POST', '/reset', { Origin: 'null' }, '', 403],
	['a picture in a page', 'GET', '/counters', { 'Sec-Fetch-Site': 'cross-site' }, '', 403],
	['a form', 'POST', '/settings', { 'Content-Type': 'text/plain' }, '{"allowPrivateUrls":true}', 403],
	['a form of another type', 'POST', '/settings', { 'Content-Type': 'application/x-www-form-urlencoded' }, '{}', 403],
	['a body without a type', 'POST', '/settings', {}, '{}', 403],
	['a name that leads to this machine', 'GET', '/counters', { Host: 'rebound.example:80' }, '', 403],
	['a name that begins like this machine', 'GET', '/counters', { Host: '127.0.0.1.evil.example' }, '', 403],
] as Array<[string, string, string, Record<string, string>, string, number]>)('%s: %s %s %j', async (_who, method, path, headers, body, status) => {
	expect(await call(method, path, headers, body)).toBe(status);
});

test('an unknown login answer is refused', async () => {
	expect(await call('POST', '/faults', JSON_TYPE, FAULT.replace('proxy-login', 'nothing'))).toBe(400);
});
