// The mistakes that people make with a login, through the built node against the emulator: each its own
// message with the way out, and one login.
import '../../workshop/harness/environment.cts';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { LoginAnswerName } from '../../workshop/emulator/control/loginAnswers.cts';
import { LOGIN_ANSWER_NAMES } from '../../workshop/emulator/control/loginAnswers.cts';
import { goodLogin, imageItems, runOcr, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 1 } });

let passwords = 0;

/** A login that nothing in this process has heard of yet: what one test learns must not help the next. */
const unheardOf = (): ICredentialDataDecryptedObject => ({ password: `wrong-${++passwords}` });

async function failed(login: ICredentialDataDecryptedObject, settings = {}) {
	const run = await runOcr({ emulator: emulator(), items: await imageItems(3), login, settings });
	return {
		message: run.error?.message ?? '',
		told: `${run.error?.message} ${run.error?.description}`,
		counters: emulator().control.counters(),
	};
}

test.each([
	['a wrong password', {}, /^Check Account Name, IAM User Name and IAM Password/],
	['an unknown user', { username: 'nobody-here' }, /^Check Account Name, IAM User Name and IAM Password/],
	['an unknown account', { domainName: 'no-such-account' }, /^Check Account Name, IAM User Name and IAM Password/],
	['account and user mixed up', { domainName: 'ocr-user', username: 'emulator-account' }, /^Check Account Name, IAM User Name/],
	['the account as user', { domainName: 'huawei-id-account', username: 'huawei-id-account' }, /^Check Account Name.*HUAWEI ID/],
	['an e-mail address as user', { username: 'me@example.com' }, /^Check Account Name.*HUAWEI ID/],
	['a locked user', { username: 'locked-user' }, /^Wait 15 minutes/],
] as Array<[string, ICredentialDataDecryptedObject, RegExp]>)('%s', async (_name, changes, says) => {
	const { message, told, counters } = await failed({ ...unheardOf(), ...changes });
	expect(message).toMatch(says);
	expect(told).not.toMatch(/OCR FullAccess/);
	expect(counters).toMatchObject({ loginCalls: 1, calls: 0 });
});

test.each([
	['a second factor', { username: 'mfa-user' }, /^Use an access key .*another user without login protection/],
	['a disabled user', { username: 'disabled-user' }, /^Ask the administrator to enable the IAM user/],
	['a user of the console only', { username: 'console-user' }, /^Enable programmatic access/],
	['an unknown project', { projectId: 'f'.repeat(32) }, /^Check Project ID and Region.*project f{32}/],
	['a region without a project', { region: 'la-south-2' }, /^Check Project ID and Region.*"la-south-2"/],
] as Array<[string, ICredentialDataDecryptedObject, RegExp]>)('%s', async (_name, login, says) => {
	const { message, told, counters } = await failed(login);
	expect(message).toMatch(says);
	expect(told).not.toMatch(/OCR FullAccess/);
	expect(counters).toMatchObject({ loginCalls: 1, calls: 0 });
});

const ANSWERS: Record<LoginAnswerName, RegExp> = {
	'login-protection': /^Use an access key/,
	'mfa-needed': /^Use an access key/,
	'user-disabled': /^Ask the administrator to enable the IAM user/,
	'user-locked': /^Wait 15 minutes/,
	'unknown-account': /^Check Account Name \(the account\) and IAM User Name/,
	'wrong-order': /Account Name.*IAM User Name.*not the other way round/,
	'huawei-id': /^Create an IAM user for n8n/,
	'federated-user': /^Create an IAM user for n8n/,
	'unknown-project': /^Check Project ID and Region/,
	'proxy-login': /^Correct the proxy settings of n8n's machine/,
	'block-page': /does not answer like Huawei Cloud IAM/,
	'portal-page': /does not answer like Huawei Cloud IAM/,
};

test.each(LOGIN_ANSWER_NAMES)('the answer "%s" has its own message', async (name) => {
	emulator().control.failIam({ kind: 'login', name }, 'always');
	const { message, counters } = await failed(unheardOf());
	expect(message).toMatch(ANSWERS[name]);
	expect(counters).toMatchObject({ loginCalls: 1, calls: 0 });
});

test("n8n's own Retry On Fail asks IAM once", async () => {
	const { counters } = await failed(unheardOf(), { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 });
	expect(counters.loginCalls).toBe(1);
});

test('a corrected password is tried at once', async () => {
	const stored = { login: goodLogin(emulator(), { username: 'second-user', ...unheardOf() }) };
	const run = async () => await runOcr({ emulator: emulator(), items: await imageItems(1), stored });
	expect((await run()).error).toBeDefined();
	Object.assign(stored.login, goodLogin(emulator(), { username: 'second-user' }));
	expect((await run()).error).toBeUndefined();
	expect(emulator().control.counters()).toMatchObject({ loginCalls: 2, answered: 1 });
});
