import '../../workshop/harness/environment.cts';
import { GOOD_PROJECT_ID } from '../../workshop/emulator/users.cts';
import { goodLogin, imageItems, runOcr, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 1 }, loginLatencyMs: 50 });

/** What is stored after a first run: a valid token. */
async function loggedIn(changes: Parameters<typeof goodLogin>[1] = {}) {
	const stored = { login: goodLogin(emulator(), changes) };
	await runOcr({ emulator: emulator(), items: await imageItems(1), stored });
	emulator().control.resetCounters();
	return stored;
}

test('ten items at once with an empty token: one login', async () => {
	const run = await runOcr({
		emulator: emulator(),
		items: await imageItems(10),
		login: { username: 'second-user' },
		parameters: { options: { maxConcurrency: 10 } },
	});
	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(10);
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 1, calls: 10, answered: 10 });
});

test('the stored token is used by the next execution: no login', async () => {
	const stored = await loggedIn();
	const run = await runOcr({ emulator: emulator(), items: await imageItems(3), stored });
	expect(run.items).toHaveLength(3);
	expect(emulator().control.counters().loginCalls).toBe(0);
});

test.each([
	['revoked (APIG.0307)', () => emulator().control.revokeTokens()],
	['expired on the server (APIG.0301)', () => emulator().control.expireTokens()],
	['unknown to the service (APIG.0301)', () => emulator().control.forgetTokens()],
])('ten items at once with a stored token that is %s: one login, one repeat each', async (_name, spoil) => {
	const stored = await loggedIn();
	spoil();
	const run = await runOcr({
		emulator: emulator(),
		items: await imageItems(10),
		stored,
		parameters: { options: { maxConcurrency: 10 } },
	});
	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(10);
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 1, answered: 10 });
	expect(emulator().control.counters().calls).toBeLessThanOrEqual(20);
});

test('a token at its end is renewed before it is used: no call fails', async () => {
	const stored = await loggedIn();
	stored.login.tokenRenewAt = Date.now() - 1;
	const run = await runOcr({ emulator: emulator(), items: await imageItems(10), stored });
	expect(run.items).toHaveLength(10);
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 1, calls: 10, failedCalls: 0 });
});

test('the project ID is learned from the login, or taken from the credential', async () => {
	const paths = () => emulator().control.calls().filter(({ target }) => target === 'ocr').map(({ path }) => path);
	await runOcr({ emulator: emulator(), items: await imageItems(1) });
	await runOcr({ emulator: emulator(), items: await imageItems(1), login: { projectId: GOOD_PROJECT_ID } });
	expect(paths()).toEqual(Array(2).fill(`/v2/${GOOD_PROJECT_ID}/ocr/general-text`));
});

test.each([
	['password', { password: 'wrong' }, /Check Account Name, IAM User Name and IAM Password/],
	['user', { username: 'nobody' }, /Check Account Name, IAM User Name and IAM Password/],
	['project', { projectId: 'f'.repeat(32) }, /Check Project ID and Region/],
	['region', { region: 'af-south-1' }, /Check Project ID and Region/],
])('an edited %s takes effect at the next call, although the stored token is valid', async (_name, edit, says) => {
	const stored = await loggedIn();
	Object.assign(stored.login, edit);
	const run = await runOcr({ emulator: emulator(), items: await imageItems(1), stored });
	expect(run.error?.message).toMatch(says);
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 1, calls: 0 });
	emulator().control.unlock();
});

test('a wrong password: one login call for 200 items, and every item says so', async () => {
	const run = await runOcr({
		emulator: emulator(),
		items: await imageItems(200),
		login: { password: 'another wrong one' },
		settings: { onError: 'continueRegularOutput' },
	});
	expect(run.items).toHaveLength(200);
	expect(run.items.every(({ json }) => /refused the login/.test(json.error as string))).toBe(true);
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 1, calls: 0 });
	emulator().control.unlock();
});

test('tokens of 9 KB work', async () => {
	emulator().control.set({ tokenLength: 9120 });
	const run = await runOcr({ emulator: emulator(), items: await imageItems(2) });
	emulator().control.set({ tokenLength: undefined });
	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(2);
});

test.each([301, 302, 307, 308] as const)('a redirect (%i) takes neither password nor token along', async (status) => {
	const stored = await loggedIn();
	const elsewhere = `${emulator().url.replace('127.0.0.1', 'localhost')}/elsewhere`;
	emulator().control.failOcr({ kind: 'redirect', status, location: elsewhere }, 'always');
	await runOcr({ emulator: emulator(), items: await imageItems(1), stored, parameters: { options: { maxRetries: 0 } } });
	emulator().control.failIam({ kind: 'redirect', status, location: elsewhere }, 'always');
	const login = await runOcr({ emulator: emulator(), items: await imageItems(1), login: { username: `user-${status}` } });
	expect(login.error?.message).toMatch(/a password never follows a redirect/);
	expect(emulator().control.calls().filter(({ path }) => path.includes('elsewhere'))).toEqual([]);
});

test('plain http to another host is refused before anything is sent', async () => {
	const run = await runOcr({ emulator: emulator(), items: await imageItems(1), login: { iamEndpoint: 'http://iam.example.com' } });
	expect(run.error?.message).toMatch(/Use https:\/\/ in the IAM Endpoint/);
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 0, calls: 0 });
});
