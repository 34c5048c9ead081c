import { CancelledError } from '../../nodes/HuaweiOcr/transport/clock.ts';
import { Pace, type CallReport, type PaceSettings } from '../../nodes/HuaweiOcr/transport/pace.ts';
import { LimitedService, type ServiceOptions } from './limitedService.cts';
import { VirtualClock } from './virtualClock.cts';

/** The default of option Max Concurrency. */
const DEFAULT_CONCURRENCY = 10;

/** Repeatable numbers between 0 and 1. */
function seededRandom(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Makes `count` calls, repeating each until the service takes it, as the node does. */
async function callAll(
	options: Omit<ServiceOptions, 'latencyMs'> & { latencyMs?: number },
	count = 100,
	settings: Partial<PaceSettings> = {},
) {
	const clock = new VirtualClock();
	const service = new LimitedService(clock, { latencyMs: 200, ...options });
	const { maxConcurrency, requestsPerSecond } = {
		maxConcurrency: DEFAULT_CONCURRENCY,
		requestsPerSecond: 0,
		...settings,
	};
	const pace = new Pace({ maxConcurrency, requestsPerSecond }, clock, seededRandom(7));
	let next = 0;
	const worker = async () => {
		while (next < count) {
			next++;
			let report = await pace.run(() => service.call(), asReport);
			while (report.kind !== 'answered') report = await pace.run(() => service.call(), asReport, true);
		}
	};
	await clock.run(Promise.all(Array.from({ length: maxConcurrency }, worker)));
	return { service, tookMs: clock.now(), clock };
}

const asReport = (report: CallReport): CallReport => report;

const MINUTE = { calls: 60, windowMs: 60_000 };
const SECOND = { calls: 10, windowMs: 1_000 };

describe.each([
	['10 per second', SECOND],
	['60 per minute', MINUTE],
])('100 images, limit %s', (_name, limit) => {
	describe.each(['bucket', 'sliding', 'fixed'] as const)('counted as %s', (counting) => {
		test.each([
			{ latencyMs: 20, retryAfter: false },
			{ latencyMs: 20, retryAfter: true },
			{ latencyMs: 200, retryAfter: false },
			{ latencyMs: 200, retryAfter: true },
			{ latencyMs: 400, retryAfter: false },
			{ latencyMs: 200, retryAfter: false, loginMs: 800 },
		])('%j: all succeed in at most 1.25 of the shortest time, with at most 1.15 calls each', async (more) => {
			const { service, tookMs } = await callAll({ counting, limit, namesLimit: true, ...more });
			expect(service.answered).toBe(100);
			const shortest = Math.max(service.shortestTime(100), (100 / DEFAULT_CONCURRENCY) * more.latencyMs);
			// A login is no part of what the limit costs.
			const forCalls = tookMs - ('loginMs' in more ? more.loginMs : 0);
			expect(forCalls / shortest).toBeLessThanOrEqual(1.25);
			expect(service.calls / 100).toBeLessThanOrEqual(1.15);
		});
	});
});

test.each(['bucket', 'sliding', 'fixed'] as const)(
	'a limit per minute that nobody names is found as well (%s)',
	async (counting) => {
		const { service, tookMs } = await callAll({ counting, limit: MINUTE });
		expect(service.answered).toBe(100);
		expect(tookMs / service.shortestTime(100)).toBeLessThanOrEqual(1.25);
		expect(service.calls / 100).toBeLessThanOrEqual(1.15);
	},
);

test('a limit of 5 per minute is kept with few refusals over a long batch', async () => {
	const { service, tookMs } = await callAll(
		{ counting: 'bucket', limit: { calls: 5, windowMs: 60_000 }, namesLimit: true },
		50,
	);
	expect(service.answered).toBe(50);
	expect(tookMs / service.shortestTime(50)).toBeLessThanOrEqual(1.1);
	expect(service.calls).toBeLessThanOrEqual(70);
});

test('without a limit it runs at full parallelism almost at once', async () => {
	const { service, tookMs } = await callAll({
		counting: 'bucket',
		limit: { calls: 1000, windowMs: 1000 },
	});
	expect(service.peak).toBe(DEFAULT_CONCURRENCY);
	expect(tookMs).toBeLessThanOrEqual(1.15 * (100 / DEFAULT_CONCURRENCY) * 200);
	expect(service.calls).toBe(100);
});

test('keeps the parallelism that the service allows', async () => {
	const { service } = await callAll({
		counting: 'bucket',
		limit: { calls: 1000, windowMs: 1000 },
		parallel: 2,
	});
	expect(service.answered).toBe(100);
	expect(service.calls).toBeLessThanOrEqual(115);
});

test('never has more calls under way than the setting says', async () => {
	const { service } = await callAll({ counting: 'bucket', limit: MINUTE, namesLimit: true }, 80, {
		maxConcurrency: 3,
	});
	expect(service.peak).toBe(3);
});

test('the first calls are at most five: more than five wrong signatures lock an access key', async () => {
	const clock = new VirtualClock();
	const pace = new Pace({ maxConcurrency: 50, requestsPerSecond: 0 }, clock);
	let begun = 0;
	const call = async () => {
		begun++;
		await clock.sleep(100);
		return { kind: 'answered' } as const;
	};
	const all = Array.from({ length: 50 }, () => pace.run(call, asReport));
	await clock.run(Promise.race(all));
	expect(begun).toBeGreaterThanOrEqual(5);
	const firstAnswerAt = clock.now();
	expect(firstAnswerAt).toBe(100);
	await clock.run(Promise.all(all));
	expect(begun).toBe(50);
});

test('requests per second is an upper bound from the first call on', async () => {
	const { service, tookMs } = await callAll(
		{ counting: 'bucket', limit: { calls: 1000, windowMs: 1000 }, latencyMs: 10 },
		20,
		{ requestsPerSecond: 4 },
	);
	expect(service.calls).toBe(20);
	expect(tookMs).toBe(19 * 250 + 10);
});

test('waits as long as the service asks', async () => {
	const clock = new VirtualClock();
	const pace = new Pace({ maxConcurrency: 1, requestsPerSecond: 0 }, clock, () => 0);
	const startedAt: number[] = [];
	const answers: CallReport[] = [{ kind: 'throttled', retryAfterMs: 30_000 }, { kind: 'answered' }];
	const call = async () => {
		startedAt.push(clock.now());
		return await Promise.resolve(answers[startedAt.length - 1] ?? { kind: 'answered' as const });
	};
	await clock.run(pace.run(call, asReport).then(() => pace.run(call, asReport, true)));
	expect(startedAt[1]).toBeGreaterThanOrEqual(30_000);
	expect(startedAt[1]).toBeLessThan(31_000);
});

test('while the service refuses, one call at a time asks, after growing waits', async () => {
	const clock = new VirtualClock();
	const pace = new Pace({ maxConcurrency: 10, requestsPerSecond: 0 }, clock, () => 0.5);
	const startedAt: number[] = [];
	const call = async (): Promise<CallReport> => {
		startedAt.push(clock.now());
		await clock.sleep(5);
		return { kind: 'throttled' };
	};
	const insist = async () => {
		for (let tries = 0; tries < 7; tries++) await pace.run(call, asReport, true);
	};
	await clock.run(Promise.race(Array.from({ length: 10 }, insist)));
	const afterFirst = startedAt.filter((time) => time > 0);
	const pauses = afterFirst.map((time, index) => time - (afterFirst[index - 1] ?? 0));
	expect(pauses.slice(0, 4).map((pause) => Math.round(pause / 1000))).toEqual([2, 4, 8, 15]);
	expect(pace.closedForMs()).toBeGreaterThan(30_000);
});

test('a cancelled execution begins nothing more, and everything that waits ends', async () => {
	const clock = new VirtualClock();
	const pace = new Pace({ maxConcurrency: 2, requestsPerSecond: 1 }, clock);
	let begun = 0;
	const call = async () => {
		begun++;
		return await Promise.resolve({ kind: 'answered' } as const);
	};
	const all = Array.from({ length: 10 }, () => pace.run(call, asReport).catch((error: unknown) => error));
	await clock.run(Promise.all(all.slice(0, 3)));
	clock.cancel();
	const ended = await clock.run(Promise.all(all));
	expect(begun).toBe(3);
	expect(ended.slice(3).every((result) => result instanceof CancelledError)).toBe(true);
	await expect(pace.run(call, asReport)).rejects.toThrow(CancelledError);
	expect(begun).toBe(3);
});

test('a call that throws gives its place back', async () => {
	const clock = new VirtualClock();
	const pace = new Pace({ maxConcurrency: 1, requestsPerSecond: 0 }, clock);
	await expect(pace.run(() => Promise.reject(new Error('broken')), asReport)).rejects.toThrow('broken');
	await expect(pace.run(() => Promise.resolve({ kind: 'answered' as const }), asReport)).resolves.toBeDefined();
});
