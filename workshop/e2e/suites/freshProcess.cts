import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { itemsOf } from '../../realN8n/lab.cts';
import { WorkflowBuilder } from '../../realN8n/workflow.cts';
import { startImageServer } from '../servers/images.cts';
import { check, group } from '../support/check.cts';
import { plainPng } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';
import type { Play } from './play.cts';

/** Ends and restarts n8n: run it last. */
export function freshProcessSuite(play: () => Play): void {
	group('A new n8n process', () => {
		check(
			'A user schedules a workflow; after a restart, with an expired stored token, it runs with one login',
			async () => {
				const { stage } = play();
				const { control } = stage.emulator;
				const images = await startImageServer();
				try {
					const url = images.add('nightly.png', await plainPng(200), 'image/png');
					const credential = await stage.createCredential('Scheduled');
					const workflow = new WorkflowBuilder('Scheduled')
						.node('Schedule', 'n8n-nodes-base.scheduleTrigger', {
							typeVersion: 1.2,
							parameters: { rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] } },
						})
						.ocr('OCR', credential, { inputType: 'url', url, options: {} })
						.chain('Schedule', 'OCR')
						.build();
					const id = await stage.lab.createWorkflow(workflow);
					await stage.lab.execute(id, 'Schedule');
					await stage.lab.activate(id);
					await stage.stopProcess();

					// The token stays in n8n's database and dies at the service.
					control.expireTokens();
					control.resetCounters();
					const before = control.counters().calls;
					await stage.startProcess();
					await until(() => control.counters().answered > before, {
						what: 'the schedule to run',
						within: 30_000,
						onTimeout: () => stage.n8n.tail(),
					});
					const done = await stage.lab.nextExecution(id, 30_000);
					await stage.lab.deactivate(id);
					assert.equal(done.status, 'success', done.data.resultData.error?.message);
					assert.ok(itemsOf(done, 'OCR').length > 0, 'items');
					assert.equal(control.counters().logins, 1, 'logins');
				} finally {
					await images.close();
				}
			},
			{ timeout: 120_000 },
		);

		check(
			'A user restarts n8n with binary data in the database: the files are read and the stored token is used',
			async () => {
				const { stage } = play();
				const { control } = stage.emulator;
				// A user of its own: no token of it is known yet.
				const credential = await stage.createCredential('Kept', { username: 'second-user' });
				const folder = path.join(stage.filesFolder, 'kept');
				mkdirSync(folder, { recursive: true });
				writeFileSync(path.join(folder, 'scan.png'), await plainPng(201));
				const workflow = new WorkflowBuilder('Kept')
					.node('Start', 'n8n-nodes-base.manualTrigger')
					.node('Read file', 'n8n-nodes-base.readWriteFile', {
						parameters: { fileSelector: path.join(folder, '*.png'), options: {} },
					})
					.ocr('OCR', credential, { options: {} })
					.chain('Start', 'Read file', 'OCR')
					.build();
				const id = await stage.lab.createWorkflow(workflow);
				const run = async (storage: RegExp): Promise<unknown[]> => {
					control.resetCounters();
					const done = await stage.lab.execute(id, 'Start');
					assert.equal(done.status, 'success', done.data.resultData.error?.message);
					assert.match(itemsOf(done, 'Read file')[0]?.binary?.['data']?.id ?? '', storage);
					return itemsOf(done, 'OCR').map((item) => item.json['words']);
				};

				const onDisk = await run(/^filesystem/);
				assert.equal(onDisk.length, 10);
				assert.equal(control.counters().logins, 1, 'logins of the first run');
				await stage.stopProcess();
				await stage.startProcess({ binaryMode: 'database' });
				const inDatabase = await run(/^database/);
				assert.deepEqual(inDatabase, onDisk);
				assert.equal(control.counters().logins, 0, 'logins after the restart');
			},
			{ timeout: 120_000 },
		);
	});
}
