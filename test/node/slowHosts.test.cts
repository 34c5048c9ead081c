// The built node against hosts that answer in ways that n8n's own timeout does not end, over real sockets.
import '../../workshop/harness/environment.cts';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { GOOD_ACCESS_KEY, GOOD_PROJECT_ID, GOOD_SECRET_KEY, HOME_REGION } from '../../workshop/emulator/users.cts';
import { runNode } from '../../workshop/harness/runNode.cts';
import { imageItems } from '../support/engine.cts';

type Answering = (response: ServerResponse, socket: Socket) => void;

/** Runs the node against a host of its own. @returns the item, and how many calls came */
async function read(answering: Answering, timeout = 1_000, maxRetries = 0) {
	let calls = 0;
	const server = createServer((request, response) => {
		calls++;
		request.resume();
		answering(response, request.socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const keys = {
		accessKeyId: GOOD_ACCESS_KEY,
		secretAccessKey: GOOD_SECRET_KEY,
		securityToken: '',
		region: HOME_REGION,
		projectId: GOOD_PROJECT_ID,
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
	};
	try {
		const run = await runNode({
			items: await imageItems(1),
			stored: { keys },
			credentials: { huaweiOcrAkSkApi: 'keys' },
			parameters: { authentication: 'accessKey', options: { timeout, maxRetries } },
			settings: { onError: 'continueRegularOutput' },
		});
		return { json: run.items[0]?.json ?? {}, calls };
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

const RESULT = JSON.stringify({
	result: { direction: -1, words_block_count: 1, words_block_list: [{ words: 'read', location: [[1, 1], [9, 1], [9, 9], [1, 9]] }] },
});

/** Does it every 100 ms as long as somebody listens. */
function drip(socket: Socket, work: () => unknown): void {
	const timer = setInterval(work, 100);
	socket.once('close', () => clearInterval(timer));
}

const ENDLESS: ReadonlyArray<[string, Answering]> = [
	['no answer', () => undefined],
	['a status line that comes bit by bit', (_response, socket) => drip(socket, () => socket.write('H'))],
	[
		'headers that never end',
		(_response, socket) => {
			socket.write('HTTP/1.1 200 OK\r\n');
			drip(socket, () => socket.write('X-More: 1\r\n'));
		},
	],
	['a body that drips', (response, socket) => drip(socket, () => response.write(' '))],
	['status 101', (_response, socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n')],
	['status 102 again and again', (_response, socket) => drip(socket, () => socket.write('HTTP/1.1 102 Processing\r\n\r\n'))],
];

describe('without an end', () => {
	const outcomes = new Map<string, ReturnType<typeof read>>();

	// All at the same time, because each waits until the node gives up.
	beforeAll(() => ENDLESS.forEach(([name, answering]) => outcomes.set(name, read(answering))));

	test.each(ENDLESS.map(([name]) => name))('%s ends as an error, once', async (name) => {
		const outcome = await outcomes.get(name);
		expect(outcome?.json.error).toMatch(/^Check that this machine can reach the OCR Endpoint/);
		expect(outcome?.calls).toBe(1);
	});
});

test.each([
	['gzip', 'gzip', Buffer.from(RESULT)],
	['Brotli', 'br', Buffer.from(RESULT)],
	['deflate', 'deflate', Buffer.from('x')],
	['half of a gzip file', 'gzip', gzipSync(RESULT).subarray(0, 40)],
	['a code that nobody knows', 'zip', gzipSync(RESULT)],
])('an answer that says %s and is not is an answered call: never repeated', async (_name, encoding, body) => {
	const { json, calls } = await read((response) => void response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': body.length, 'X-Request-Id': 'r-1' }).end(body), 5_000, 3);
	expect(json).toMatchObject({ errorCode: 'Node.UnreadableAnswer', httpStatus: 200, requestId: 'r-1' });
	expect(calls).toBe(1);
});

test('an answer that unpacks to more than 32 MB is given up, not kept', async () => {
	const body = gzipSync(Buffer.alloc(40 * 1024 * 1024, ' '));
	const { json, calls } = await read((response) => void response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body), 30_000, 3);
	expect(json.errorDescription).toMatch(/it is larger than 32 MB/);
	expect(calls).toBe(1);
});

test('what is packed well, in pieces or behind a byte order mark is read', async () => {
	for (const [headers, body] of [
		[{ 'Content-Encoding': 'gzip' }, gzipSync(RESULT)],
		[{}, Buffer.from(`\ufeff${RESULT}`)],
	] as const) {
		const { json } = await read((response) => {
			response.writeHead(200, headers);
			response.write(body.subarray(0, 20));
			response.end(body.subarray(20));
		}, 5_000);
		expect(json).toMatchObject({ words: 'read' });
	}
});
