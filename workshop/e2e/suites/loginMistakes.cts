import assert from 'node:assert/strict';
import { LOGIN_ANSWER_NAMES, type LoginAnswerName } from '../../emulator/control/loginAnswers.cts';
import { CredentialDialog } from '../browser/credentialDialog.cts';
import { credentialFields } from '../../realN8n/stage.cts';
import { OCR_CREDENTIAL } from '../../realN8n/workflow.cts';
import { check, group } from '../support/check.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

/** What a person reads first: it must say what to do, and no two mistakes of different cure may read alike. */
const SAYS: Record<LoginAnswerName, RegExp> = {
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

/** Mistakes with accounts that the emulator has. */
const ACCOUNTS: Array<[string, Record<string, string>, RegExp]> = [
	['an unknown account', { domainName: 'no-such-account' }, /^Check Account Name, IAM User Name and IAM Password/],
	['account and user mixed up', { domainName: 'ocr-user', username: 'emulator-account' }, /^Check Account Name, IAM User Name/],
	['an account that became a HUAWEI ID', { domainName: 'huawei-id-account', username: 'huawei-id-account' }, /HUAWEI ID/],
	['a locked user', { username: 'locked-user' }, /^Wait 15 minutes/],
	['a second factor', { username: 'mfa-user', password: credentialFields({ url: '' }).password ?? '' }, /^Use an access key/],
	['a disabled user', { username: 'disabled-user', password: credentialFields({ url: '' }).password ?? '' }, /^Ask the administrator to enable/],
];

export function loginMistakesSuite(play: () => Play): void {
	let tries = 0;

	/** What the dialog's test answers to these fields; a login that n8n has not heard of, so nothing is remembered. */
	const test = async (changes: Record<string, string> = {}) => {
		const { stage } = play();
		const { control } = stage.emulator;
		const fields = { ...credentialFields(stage.emulator), password: `wrong-${++tries}`, ...changes };
		const name = `Mistake ${tries}`;
		const id = await stage.lab.createCredential(name, OCR_CREDENTIAL, fields);
		control.resetCounters();
		const outcome = await stage.lab.testCredential(id, name, OCR_CREDENTIAL, fields);
		control.unlock();
		return { ...outcome, logins: control.counters().loginCalls };
	};

	group('Mistakes with the login, as the credential dialog tests them', () => {
		for (const name of LOGIN_ANSWER_NAMES) {
			check(`A user whose login is answered with "${name}" reads what to do, after one call`, async () => {
				const { control } = play().stage.emulator;
				control.failIam({ kind: 'login', name }, 'always');
				try {
					const { status, message, logins } = await test();
					assert.equal(status, 'Error');
					assert.match(message, SAYS[name]);
					assert.equal(logins, 1);
				} finally {
					control.clearFaults();
				}
			});
		}

		for (const [name, changes, says] of ACCOUNTS) {
			check(`A user with ${name} reads what to do, after one call`, async () => {
				const { status, message, logins } = await test(changes);
				assert.equal(status, 'Error');
				assert.match(message, says);
				assert.equal(logins, 1);
			});
		}

		check('A user with a second factor sees the way out in the dialog itself', async () => {
			const { page, stage } = play();
			const dialog = new CredentialDialog(page, stage.lab);
			await dialog.create('Huawei Cloud OCR API');
			const fields = { ...credentialFields(stage.emulator), username: 'mfa-user' };
			delete (fields as Record<string, string>)['region'];
			await dialog.showEndpoints();
			await dialog.fill(fields);
			const outcome = await dialog.saveAndTest();
			assert.equal(outcome.ok, false);
			assert.match(outcome.text, /Use an access key/);
			await takeScreenshot(dialog.element, 'credential-second-factor');
		});
	});
}
