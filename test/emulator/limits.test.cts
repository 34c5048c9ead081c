// Throttles, parallel calls, counters, fixtures.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pngHeader, textPage } from '../../workshop/checks/contract/images.cts';
import { hashOf } from '../../workshop/emulator/ocr/base64.cts';
import { type Emulator, startEmulator } from '../../workshop/emulator/server.cts';
import { login, ocr, type Reply, resultOf, tokenOf } from '../../workshop/emulator/client.cts';

let emulator: Emulator;
let token: string;
let now: number;
const image = textPage().toString('base64');

beforeEach(async () => {
	now = Date.parse('2026-06-01T12:00:00Z');
	emulator = await startEmulator({ engine: 'fixture', now: () => now });
	token = await tokenOf(emulator);
});
afterEach(() => emulator.close());

const read = (): Promise<Reply> => ocr(emulator, { image }, { token });

async function passed(calls: number): Promise<number> {
	let count = 0;
	for (let i = 0; i < calls; i++) if ((await read()).status === 200) count++;
	return count;
}

test('bucket: full at first, then refilled evenly, never above its size', async () => {
	emulator.control.set({ throttle: [{ calls: 4, seconds: 60 }] });
	expect(await passed(6)).toBe(4);
	now += 15_000;
	expect(await passed(2)).toBe(1);
	now += 600_000;
	expect(await passed(6)).toBe(4);
});

test('window: never more than allowed within any period', async () => {
	emulator.control.set({ throttle: [{ calls: 3, seconds: 10, algorithm: 'window' }] });
	expect(await passed(1)).toBe(1);
	now += 6_000;
	expect(await passed(3)).toBe(2);
	now += 4_000;
	expect(await passed(3)).toBe(1);
	now += 6_000;
	expect(await passed(3)).toBe(2);
});

test('the strictest of several rules holds, and users do not share', async () => {
	emulator.control.set({
		throttle: [
			{ calls: 10, seconds: 1 },
			{ calls: 2, seconds: 60 },
		],
	});
	expect(await passed(4)).toBe(2);
	const other = await tokenOf(emulator, { user: 'second-user' });
	expect((await ocr(emulator, { image }, { token: other })).status).toBe(200);
});

test.each([
	['none', undefined],
	['seconds', '30'],
	['date', 'Mon, 01 Jun 2026 12:00:30 GMT'],
] as const)('Retry-After: %s', async (retryAfter, expected) => {
	emulator.control.set({ retryAfter, throttle: [{ calls: 2, seconds: 60 }] });
	await passed(2);
	expect((await read()).headers['retry-after']).toBe(expected);
});

test('five wrong passwords lock the user for 15 minutes, not the others; other users stay free', async () => {
	const wrong = { user: 'second-user', password: 'wrong' };
	for (let i = 0; i < 5; i++) expect((await login(emulator, wrong)).status).toBe(401);
	expect((await login(emulator, { user: 'second-user' })).text).toContain('The account is locked.');
	expect((await login(emulator)).status).toBe(201);
	now += 15 * 60_000;
	expect((await login(emulator, { user: 'second-user' })).status).toBe(201);
});

test('failures spread over more than 15 minutes do not lock', async () => {
	for (let i = 0; i < 8; i++) {
		await login(emulator, { user: 'second-user', password: 'wrong' });
		now += 4 * 60_000;
	}
	expect((await login(emulator, { user: 'second-user' })).status).toBe(201);
});

describe('parallel calls', () => {
	/** Lets all recognitions wait until `count` of them have begun. @returns how many have. */
	function gate(count: number): () => number {
		let open: () => void;
		const opened = new Promise<void>((resolve) => (open = resolve));
		let waiting = 0;
		const answer = async (): Promise<undefined> => {
			if (++waiting === count) open();
			return opened.then(() => undefined);
		};
		emulator.control.set({ fixture: { blocks: 1, answer } });
		return () => waiting;
	}

	test('the highest number is counted', async () => {
		gate(5);
		const replies = await Promise.all(Array.from({ length: 5 }, read));
		expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200]);
		expect(emulator.control.counters()).toMatchObject({ peakParallel: 5, inFlight: 0 });
	});

	test('one more than allowed is refused; another user is not concerned', async () => {
		const begun = gate(3);
		emulator.control.set({ maxParallel: 2 });
		const other = await tokenOf(emulator, { user: 'second-user' });
		const [first, second] = [read(), read()];
		while (begun() < 2) await new Promise(setImmediate);
		expect((await read()).json).toEqual({ error_code: 'ModelArts.4401', error_msg: 'Max concurrency error.' });
		expect((await ocr(emulator, { image }, { token: other })).status).toBe(200);
		expect([(await first).status, (await second).status]).toEqual([200, 200]);
	});
});

test('counters: logins, failures, and which image was paid how often', async () => {
	emulator.control.resetCounters();
	await login(emulator, { password: 'wrong' });
	await login(emulator);
	await read();
	await read();
	await ocr(emulator, { image: pngHeader(50, 50).toString('base64') }, { token });
	await ocr(emulator, { image: 'AAAA' }, { token });
	expect(emulator.control.counters()).toMatchObject({
		loginCalls: 2,
		logins: 1,
		failedLogins: 1,
		calls: 4,
		answered: 3,
		failedCalls: 1,
		outcomes: { ok: 3, 'AIS.0102': 1 },
		paidByImage: { [hashOf(textPage())]: 2, [hashOf(pngHeader(50, 50))]: 1 },
	});
});

test('the call log names user, parameters and outcome, and holds no token, no image and no query of a URL', async () => {
	await ocr(emulator, { image, detect_direction: true, language: 'de' }, { token, headers: { 'Enterprise-Project-Id': '0' } });
	await ocr(emulator, { url: 'http://127.0.0.1:1/a.png?signature=secret' }, { token });
	const calls = emulator.control.calls();
	expect(calls.at(-2)).toMatchObject({
		user: 'emulator-account/ocr-user',
		status: 200,
		parameters: { detectDirection: true, language: 'de', enterpriseProjectId: '0' },
	});
	expect(calls.at(-1)).toMatchObject({ outcome: 'ModelArts.4603', parameters: { url: 'http://127.0.0.1:1/a.png' } });
	expect(JSON.stringify(calls)).not.toMatch(/MII|secret|iVBOR/);
});

test('calls begun after a point in time', async () => {
	await read();
	const [first] = emulator.control.calls().slice(-1);
	const cancelledAt = first?.startedAt ?? 0;
	expect(emulator.control.callsBegunAfter(cancelledAt)).toEqual([]);
	expect(emulator.control.callsBegunAfter(cancelledAt - 1)).toHaveLength(1);
});

describe('fixture engine', () => {
	test('the same image gives the same words, another one others', async () => {
		emulator.control.set({ fixture: { blocks: 2 } });
		const first = resultOf(await read());
		expect(first.words_block_list.map((block) => block.words)).toEqual([
			`${hashOf(textPage()).slice(0, 8)}-0`,
			`${hashOf(textPage()).slice(0, 8)}-1`,
		]);
		expect(resultOf(await read())).toEqual(first);
		const other = resultOf(await ocr(emulator, { image: textPage(300, 90).toString('base64') }, { token }));
		expect(other.words_block_list[0]?.words).not.toBe(first.words_block_list[0]?.words);
	});

	test('answers from files by image hash, generated ones for the rest', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
		writeFileSync(join(folder, `${hashOf(textPage())}.json`), '{"result":{"from":"file"}}');
		emulator.control.set({ fixture: { folder, blocks: 1 } });
		expect((await read()).json).toEqual({ result: { from: 'file' } });
		const other = await ocr(emulator, { image: pngHeader(50, 50).toString('base64') }, { token });
		expect(resultOf(other).words_block_count).toBe(1);
	});

	test('answers from a function', async () => {
		emulator.control.set({ fixture: { answer: ({ imageHash }) => `{"result":{"of":"${imageHash}"}}` } });
		expect((await read()).json).toEqual({ result: { of: hashOf(textPage()) } });
	});

	test('150,000 blocks', async () => {
		emulator.control.set({ fixture: { blocks: 150_000 } });
		const result = resultOf(await read());
		expect([result.words_block_count, result.words_block_list.length]).toEqual([150_000, 150_000]);
	});
});
