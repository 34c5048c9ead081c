import '../../workshop/harness/environment.cts';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	GOOD_ACCESS_KEY,
	GOOD_PROJECT_ID,
	GOOD_SECRET_KEY,
	HOME_REGION,
	TEMPORARY_ACCESS_KEY,
	TEMPORARY_SECRET_KEY,
	TEMPORARY_SECURITY_TOKEN,
} from '../../workshop/emulator/users.cts';
import { runNode, type NodeRun } from '../../workshop/harness/runNode.cts';
import { imageItems, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 1 } });

/** Runs the built node with access keys, as a user has filled them in. */
async function runWithKeys(count: number, changes: ICredentialDataDecryptedObject = {}, more: Partial<NodeRun> = {}) {
	return await runNode({
		items: await imageItems(count),
		stored: {
			keys: {
				accessKeyId: GOOD_ACCESS_KEY,
				secretAccessKey: GOOD_SECRET_KEY,
				securityToken: '',
				region: HOME_REGION,
				projectId: GOOD_PROJECT_ID,
				endpoint: emulator().url,
				...changes,
			},
		},
		credentials: { huaweiOcrAkSkApi: 'keys' },
		parameters: { authentication: 'accessKey' },
		...more,
	});
}

test('signed calls are accepted: no login, one call per image', async () => {
	const run = await runWithKeys(12);
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => json.source)).toEqual(Array.from({ length: 12 }, (_, i) => `scan-${i}.png`));
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 0, calls: 12, answered: 12 });
	expect(emulator().control.calls().every(({ authentication }) => authentication === 'signature')).toBe(true);
});

test('temporary keys work with their security token, and not without', async () => {
	const temporary = { accessKeyId: TEMPORARY_ACCESS_KEY, secretAccessKey: TEMPORARY_SECRET_KEY };
	const good = await runWithKeys(1, { ...temporary, securityToken: TEMPORARY_SECURITY_TOKEN });
	expect(good.items).toHaveLength(1);
	const bad = await runWithKeys(1, temporary);
	expect(bad.error?.message).toMatch(/APIG\.0301/);
});

test.each([
	['secret', { secretAccessKey: 'WrongSecretKey00000000000000000000000001' }, /^Correct the secret access key/],
	['key ID', { accessKeyId: 'NOSUCHACCESSKEY00001' }, /^Correct the access key ID/],
])('a wrong %s ends the calls before the key is locked, and every image says why', async (_name, changes, says) => {
	const run = await runWithKeys(40, changes, { settings: { onError: 'continueRegularOutput' } });
	expect(run.items).toHaveLength(40);
	for (const { json } of run.items) expect(json.error).toMatch(says);
	// More than five wrong signatures in a row lock a key for five minutes.
	expect(emulator().control.counters().calls).toBeLessThanOrEqual(5);
});

test('a clock that is off is reported as such', async () => {
	emulator().control.shiftClock(60 * 60_000);
	const run = await runWithKeys(1);
	expect(run.error?.message).toMatch(/^Set the clock of n8n's machine/);
	expect(emulator().control.counters().calls).toBe(1);
});

test('neither secret nor signature comes out with an error', async () => {
	emulator().control.failOcr(
		{
			kind: 'error',
			code: 'APIG.0301',
			message: 'Incorrect IAM authentication information: verify aksk signature fail,canonicalRequest:POST|/v2/x|host:h|',
		},
		'always',
	);
	const run = await runWithKeys(1);
	const told = JSON.stringify([run.error, run.error?.message, run.error?.stack, run.error?.description, run.task]);
	expect(told).not.toContain(GOOD_SECRET_KEY);
	expect(told).not.toContain('Signature=');
	expect(told).not.toContain('canonicalRequest');
});
