// npm run check:limits: service limits, dead tokens, wrong passwords and cancelling, through n8n's engine
// against the emulator over real HTTP, with the node's default options where nothing else is said.
import '../harness/environment.cts';
import type { ICredentialDataDecryptedObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { EmulatorOptions, ThrottleRule } from '../emulator/options.cts';
import { startEmulator, type Emulator } from '../emulator/server.cts';
import { emulatorLogin } from '../harness/emulatorLogin.cts';
import { GOOD_USER } from '../emulator/users.cts';
import { storeBinary } from '../harness/binaryStorage.cts';
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { runNode, type NodeRun } from '../harness/runNode.cts';
import { fastClock, setClock } from './support/fastTime.cts';

/** Bars of limits: share of the shortest time, and calls made per call needed. */
const MOST_TIME = 1.25;
const MOST_CALLS = 1.15;
/** A cancelled execution has to end within, ms. */
const MOST_AFTER_CANCEL = 1_000;

/** What the node had already written to a connection when it was cancelled arrives within, ms. */
const IN_THE_AIR = 100;

const PNG_HEADER = Buffer.from('89504e470d0a1a0a0000000d49484452000000640000006408020000000000000000', 'hex');

interface Row {
	readonly check: string;
	readonly figures: string;
	readonly right: boolean;
}

const rows: Row[] = [];

function note(check: string, figures: string, right: boolean): void {
	rows.push({ check, figures, right });
	console.log(`${right ? 'ok  ' : 'MISS'} ${check.padEnd(62)} ${figures}`);
}

async function images(count: number): Promise<INodeExecutionData[]> {
	return await Promise.all(
		Array.from({ length: count }, async (_, number) => ({
			json: { number },
			binary: {
				data: await storeBinary(Buffer.concat([PNG_HEADER, Buffer.from(String(number))]), {
					fileName: `scan-${number}.png`,
				}),
			},
		})),
	);
}

const builtPackage = loadBuiltPackage();

async function run(
	emulator: Emulator,
	count: number,
	options: INodeParameters = {},
	more: Partial<NodeRun> & { login?: ICredentialDataDecryptedObject } = {},
) {
	const { login: changes, ...rest } = more;
	return await runNode({
		package: builtPackage,
		items: await images(count),
		stored: { login: emulatorLogin(emulator.url, changes) },
		credentials: { huaweiOcrApi: 'login' },
		parameters: { options },
		...rest,
	});
}

async function withEmulator<T>(options: EmulatorOptions, use: (emulator: Emulator) => Promise<T>): Promise<T> {
	const emulator = await startEmulator({ engine: 'fixture', fixture: { blocks: 1 }, ...options });
	try {
		return await use(emulator);
	} finally {
		await emulator.close();
	}
}

/** Numbers of the inputs in the order in which their items came out. */
function isInOrder(items: INodeExecutionData[]): boolean {
	return items.every(({ json }, place) => json.source === `scan-${place}.png`);
}

function shortestMs({ calls, seconds, algorithm }: ThrottleRule, count: number): number {
	const beyond = count - calls;
	return algorithm === 'window' ? Math.ceil(beyond / calls) * seconds * 1000 : (beyond * seconds * 1000) / calls;
}

/** @param speed how much faster than real both clocks go */
async function checkLimit(rule: ThrottleRule, retryAfter: 'none' | 'seconds', speed: number): Promise<void> {
	const count = 100;
	const start = Date.now();
	const now = () => start + (Date.now() - start) * speed;
	await withEmulator({ throttle: [rule], retryAfter, now, latencyMs: 200 / speed }, async (emulator) => {
		const restore = setClock(builtPackage.node, fastClock(speed));
		const began = Date.now();
		const { items, error } = await run(emulator, count);
		const tookMs = (Date.now() - began) * speed;
		restore();
		const { calls, answered } = emulator.control.counters();
		const time = tookMs / shortestMs(rule, count);
		note(
			`limit ${rule.calls} per ${rule.seconds} s (${rule.algorithm ?? 'bucket'}), Retry-After: ${retryAfter}`,
			`${items.length} of ${count} read, ${(tookMs / 1000).toFixed(1)} s = ${time.toFixed(2)} × the limit's own, ${(calls / count).toFixed(2)} calls each`,
			error === undefined &&
				items.length === count &&
				answered === count &&
				isInOrder(items) &&
				time <= MOST_TIME &&
				calls / count <= MOST_CALLS,
		);
	});
}

async function checkTokens(): Promise<void> {
	await withEmulator({ latencyMs: 20, loginLatencyMs: 50 }, async (emulator) => {
		emulator.control.failOcr({ kind: 'revoke-tokens' }, { call: 100 });
		const { items, error } = await run(emulator, 200, { maxConcurrency: 20 });
		const { loginCalls, answered, peakParallel } = emulator.control.counters();
		note(
			'token revoked in the middle of 200 images, 20 in parallel',
			`${items.length} read, ${loginCalls} logins, ${answered} paid, ${peakParallel} at once`,
			error === undefined && items.length === 200 && loginCalls === 2 && answered === 200 && isInOrder(items),
		);
	});
	await withEmulator({}, async (emulator) => {
		const { items } = await run(
			emulator,
			200,
			{ maxConcurrency: 20 },
			{ login: { password: 'wrong' }, settings: { onError: 'continueRegularOutput' } },
		);
		const { loginCalls, calls } = emulator.control.counters();
		const failed = items.filter(({ json }) => json.error !== undefined).length;
		note(
			'wrong password, 200 images',
			`${failed} errors, ${loginCalls} login calls, ${calls} OCR calls`,
			failed === 200 && loginCalls === 1 && calls === 0,
		);
	});
}

async function checkCancelling(): Promise<void> {
	const cases: Array<[string, EmulatorOptions, (emulator: Emulator) => void]> = [
		['while waiting for the limit', { throttle: [{ calls: 5, seconds: 60 }] }, () => undefined],
		['while waiting as long as Retry-After says', { throttle: [{ calls: 5, seconds: 60 }], retryAfter: 'seconds' }, () => undefined],
		[
			'while waiting to repeat failed calls',
			{},
			(emulator) => emulator.control.failOcr({ kind: 'error', code: 'APIG.0601' }, 'always'),
		],
		['while calls are under way', { latencyMs: 8_000 }, () => undefined],
		['while calls follow each other', { latencyMs: 30 }, () => undefined],
		['while logging in', { loginLatencyMs: 8_000 }, () => undefined],
	];
	for (const [index, [name, options, prepare]] of cases.entries()) {
		await withEmulator(options, async (emulator) => {
			prepare(emulator);
			let cancelledAt = 0;
			const cancelWhen = new Promise<void>((resolve) =>
				setTimeout(() => {
					cancelledAt = Date.now();
					resolve();
				}, 700),
			);
			// Each case logs in for itself: the node remembers recent logins.
			const username = index % 2 === 0 ? GOOD_USER : 'second-user';
			const result = await run(emulator, 200, {}, { cancelWhen, login: { username } });
			const endedAfter = Date.now() - cancelledAt;
			// Time enough for anything that still waits to show itself.
			await new Promise((resolve) => setTimeout(resolve, 2_500));
			const begun = emulator.control.callsBegunAfter(cancelledAt + IN_THE_AIR).length;
			note(
				`cancelled ${name}`,
				`${begun} calls begun afterwards, ended after ${endedAfter} ms, ${result.status}`,
				begun === 0 && endedAfter <= MOST_AFTER_CANCEL && result.status === 'canceled',
			);
		});
	}
}

async function main(): Promise<void> {
	for (const algorithm of ['bucket', 'window'] as const) {
		await checkLimit({ calls: 10, seconds: 1, algorithm }, 'none', 1);
		await checkLimit({ calls: 60, seconds: 60, algorithm }, 'none', 10);
		await checkLimit({ calls: 60, seconds: 60, algorithm }, 'seconds', 10);
	}
	await checkTokens();
	await checkCancelling();
	const missed = rows.filter(({ right }) => !right).length;
	console.log(`\n${rows.length} checks, ${missed} missed`);
	process.exitCode = missed === 0 ? 0 : 1;
}

void main();
