import '../../workshop/harness/environment.cts';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { StoredCredentials } from '../../workshop/harness/credentialStore.cts';
import { goodLogin, imageItems, runOcr, useEmulator } from '../support/engine.cts';

const run = promisify(execFile);
const emulator = useEmulator({ fixture: { blocks: 1 } });

interface Report {
	items: number;
	error?: string;
	stored: StoredCredentials;
}

async function inFreshProcess(stored: StoredCredentials): Promise<Report> {
	const script = join(__dirname, 'freshProcess.cts');
	const { stdout } = await run(process.execPath, ['--require', 'tsx/cjs', script, JSON.stringify(stored)], {
		cwd: join(__dirname, '..', '..'),
	});
	return JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as Report;
}

test('a fresh process uses the token that another one stored, and renews it once when it has expired', async () => {
	const stored = { login: goodLogin(emulator()) };
	await runOcr({ emulator: emulator(), items: await imageItems(1), stored });
	emulator().control.resetCounters();

	const warm = await inFreshProcess(stored);
	expect([warm.items, warm.error]).toEqual([10, undefined]);
	expect(emulator().control.counters().loginCalls).toBe(0);

	emulator().control.expireTokens();
	const cold = await inFreshProcess(warm.stored);
	expect([cold.items, cold.error]).toEqual([10, undefined]);
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 1, answered: 20 });
	expect(cold.stored.login?.token).not.toBe(warm.stored.login?.token);
}, 60_000);
