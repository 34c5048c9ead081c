import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'playwright-core';
import { GOOD_PASSWORD } from '../../emulator/users.cts';
import { CredentialDialog } from '../browser/credentialDialog.cts';
import { CREDENTIAL_NAME, credentialFields } from '../../realN8n/stage.cts';
import { OCR_CREDENTIAL, WorkflowBuilder } from '../../realN8n/workflow.cts';
import { check, group } from '../support/check.cts';
import { freePort } from '../../harness/process/ports.cts';
import { holdsToken } from '../support/token.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

export function credentialSuite(play: () => Play): void {
	/** What a person types; the region is left at its default. */
	const typed = (): Record<string, string> => {
		const fields = credentialFields(play().stage.emulator);
		delete fields['region'];
		return fields;
	};
	const dialog = () => new CredentialDialog(play().page, play().stage.lab);
	const idByName = async () => {
		const all = await play().stage.lab.call<Array<{ id: string; name: string }>>('GET', '/rest/credentials');
		const found = all.find((credential) => credential.name === CREDENTIAL_NAME);
		assert.ok(found, `a credential named "${CREDENTIAL_NAME}"`);
		return found.id;
	};

	group('The credential dialog', () => {
		check('A user enters a wrong password and reads what to correct', async () => {
			await dialog().create('Huawei Cloud OCR API');
			assert.equal(await dialog().isShown('endpoint'), false, 'endpoints are for the few who need them');
			await dialog().showEndpoints();
			await dialog().fill({ ...typed(), password: 'not-the-password' });
			const outcome = await dialog().saveAndTest();
			assert.equal(outcome.ok, false);
			assert.match(outcome.text, /password/i);
			assert.match(outcome.text, /account name/i);
			assert.doesNotMatch(outcome.text, /not-the-password/);
		});

		check('A user corrects the password and the test turns green', async () => {
			play().stage.emulator.control.resetCounters();
			await dialog().fill({ password: GOOD_PASSWORD });
			const outcome = await dialog().saveAndTest();
			assert.deepEqual(outcome, { ok: true, text: 'Connection tested successfully Retry' });
			assert.equal(play().stage.emulator.control.counters().logins, 1, 'logins for the test');
			await play().editor.dismissNotes();
			await takeScreenshot(dialog().element, 'credential');
		});

		check('A user enters a project that does not exist and reads what to correct', async () => {
			await dialog().fill({ projectId: '0123456789abcdef0123456789abcdef' });
			const outcome = await dialog().saveAndTest();
			assert.equal(outcome.ok, false);
			assert.match(outcome.text, /project/i);
		});

		check('A user enters an OCR endpoint that nobody answers and reads which one', async () => {
			const address = `127.0.0.1:${await freePort()}`;
			await dialog().fill({ projectId: '', endpoint: `http://${address}` });
			const outcome = await dialog().saveAndTest();
			assert.equal(outcome.ok, false);
			assert.match(outcome.text, /OCR Endpoint/);
			assert.ok(outcome.text.includes(address), outcome.text);
		});

		check('A user enters an IAM endpoint that nobody answers and reads which one', async () => {
			const address = `127.0.0.1:${await freePort()}`;
			await dialog().fill({ endpoint: play().stage.emulator.url, iamEndpoint: `http://${address}` });
			const outcome = await dialog().saveAndTest();
			assert.equal(outcome.ok, false);
			assert.match(outcome.text, /IAM Endpoint/);
			assert.ok(outcome.text.includes(address), outcome.text);
		});

		check('A user enters a plain http address of another host and is warned before anything is sent', async () => {
			await dialog().fill({ iamEndpoint: 'http://iam.example.com' });
			const outcome = await dialog().saveAndTest();
			assert.equal(outcome.ok, false);
			assert.match(outcome.text, /https/i);
		});

		check('A user enters a user without rights and reads whom to ask', async () => {
			await dialog().fill({ ...typed(), username: 'no-rights-user' });
			const outcome = await dialog().saveAndTest();
			assert.equal(outcome.ok, false);
			assert.match(outcome.text, /OCR FullAccess|rights|policy|permission/i);
		});

		check('A user changes the password to a wrong one although a valid token is stored, and the test notices', async () => {
			await dialog().fill(typed());
			assert.equal((await dialog().saveAndTest()).ok, true);
			await dialog().fill({ password: 'changed-to-wrong' });
			const outcome = await dialog().saveAndTest();
			assert.equal(outcome.ok, false, outcome.text);
			play().stage.emulator.control.unlock();
			await dialog().fill({ password: GOOD_PASSWORD });
			assert.equal((await dialog().saveAndTest()).ok, true);
		});

		check('A user reopens the credential: neither password nor token reaches the browser', async () => {
			const { page, stage } = play();
			const bodies: string[] = [];
			const pending: Array<Promise<unknown>> = [];
			const listen = (response: Response) => {
				if (!response.url().includes('/rest/')) return;
				pending.push(response.text().then((text) => bodies.push(text), () => undefined));
			};
			page.on('response', listen);
			const id = await idByName();
			const tested = dialog().nextTest();
			await dialog().open(id);
			assert.equal((await dialog().outcome(await tested)).ok, true, 'the dialog tests by itself when it opens');
			page.off('response', listen);
			await Promise.all(pending);
			const seen = [...bodies, await page.content(), JSON.stringify(await stage.lab.readCredential(id))];
			for (const value of Object.keys(typed())) if (value !== 'region') seen.push(await dialog().value(value));
			const all = seen.join('\n');
			assert.ok(bodies.some((body) => body.includes('emulator-account')), 'the answers were listened to');
			assert.ok(!all.includes(GOOD_PASSWORD), 'the password is not in page or answers');
			assert.ok(!holdsToken(all), 'a readable token');
		});

		check('A user opens a credential that names a host: the host shows although the switch is off', async () => {
			const { stage } = play();
			const id = await stage.createCredential('Made elsewhere');
			const tested = dialog().nextTest();
			await dialog().open(id);
			assert.equal((await dialog().outcome(await tested)).ok, true, 'the host that is stored is used');
			assert.equal(await dialog().isShown('endpoint'), true);
			assert.equal(await dialog().value('endpoint'), stage.emulator.url);
		});

		check('A user looks into the database file: no password and no token is readable', () => {
			const folder = path.join(play().stage.userFolder, '.n8n');
			const files = readdirSync(folder).filter((name) => name.startsWith('database.sqlite'));
			assert.ok(files.length > 0, 'a database file');
			for (const name of files) {
				const content = readFileSync(path.join(folder, name)).toString('latin1');
				assert.ok(!content.includes(GOOD_PASSWORD), `${name} holds no password`);
				assert.ok(!holdsToken(content), 'a readable token');
			}
		});

		check('A user changes the project in the credential and the next run logs in for it, once', async () => {
			const { stage } = play();
			const { lab, emulator } = stage;
			const id = await stage.createCredential('To be edited');
			const workflow = new WorkflowBuilder('Edited credential')
				.node('Start', 'n8n-nodes-base.manualTrigger')
				.ocr('OCR', id, { inputType: 'url', url: `${emulator.url}/none.png`, options: {} }, {
					onError: 'continueRegularOutput',
				})
				.chain('Start', 'OCR')
				.build();
			const workflowId = await lab.createWorkflow(workflow);
			await lab.execute(workflowId, 'Start');
			emulator.control.resetCounters();
			await lab.execute(workflowId, 'Start');
			assert.equal(emulator.control.counters().logins, 0, 'logins with a stored token');
			const project = emulator.control.users[0]?.projects[1]?.id ?? '';
			await lab.updateCredential(id, 'To be edited', OCR_CREDENTIAL, {
				...credentialFields(emulator),
				projectId: project,
			});
			emulator.control.resetCounters();
			await lab.execute(workflowId, 'Start');
			assert.equal(emulator.control.counters().logins, 1, 'logins after the edit');
			assert.ok(
				emulator.control.calls().some((call) => call.path.includes(`/v2/${project}/`)),
				'the call goes to the new project',
			);
		});
	});
}
