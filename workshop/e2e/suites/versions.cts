import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { itemsOf } from '../../realN8n/lab.cts';
import { CREDENTIAL_NAME, credentialFields, Stage } from '../../realN8n/stage.cts';
import { OCR_CREDENTIAL, OCR_TYPE, WorkflowBuilder } from '../../realN8n/workflow.cts';
import { CURRENT_N8N, LAST_N8N_1, type N8nRecipe } from '../../realN8n/installN8n.cts';
import { check, group, report } from '../support/check.cts';
import { plainPng } from '../../harness/pictures.cts';
import { fileNameChecks } from './fileNames.cts';
import { watchLog } from './play.cts';
import { redirectChecks } from './redirects.cts';

interface Row {
	n8n: string;
	node: string;
	loads: string;
	'credential test': string;
	'reads images': string;
	'error branch and links': string;
	logins: number | string;
}

/** The same package and the same main job in every n8n that the README names. */
export function versionsSuite(): void {
	const matrix: Row[] = [];

	for (const recipe of [LAST_N8N_1, CURRENT_N8N]) versionSuite(recipe, matrix);
}

function versionSuite(recipe: N8nRecipe, matrix: Row[]): void {
	const title = `n8n ${recipe.n8n} on Node.js ${recipe.node}`;
	group(title, () => {
		let stage: Stage;
		let forget: () => void;
		let credential: string;
		const row: Row = {
			n8n: recipe.n8n,
			node: recipe.node,
			loads: 'no',
			'credential test': 'no',
			'reads images': 'no',
			'error branch and links': 'no',
			logins: '?',
		};

		before(
			async () => {
				matrix.push(row);
				stage = await Stage.start({ recipe, logName: `n8n-${recipe.n8n}` });
				forget = watchLog(stage);
			},
			{ timeout: 240_000 },
		);
		after(async () => {
			report('n8n versions', matrix);
			forget();
			await stage.stop();
		});

		check(`A user of ${title} installs the package and finds node and credential`, async () => {
			const types = await stage.lab.call<Array<{ name: string }>>('GET', '/types/nodes.json');
			assert.ok(types.some((type) => type.name === OCR_TYPE), OCR_TYPE);
			const credentials = await stage.lab.call<Array<{ name: string }>>('GET', '/types/credentials.json');
			assert.ok(credentials.some((type) => type.name === OCR_CREDENTIAL), OCR_CREDENTIAL);
			row.loads = 'yes';
		});

		check(`A user of ${title} tests the credential: green with the right password, our message with a wrong one`, async () => {
			const fields = credentialFields(stage.emulator);
			credential = await stage.createCredential();
			const good = await stage.lab.testCredential(credential, CREDENTIAL_NAME, OCR_CREDENTIAL, fields);
			assert.equal(good.status, 'OK', good.message);
			const wrongId = await stage.createCredential('Wrong', { password: 'wrong' });
			const wrong = await stage.lab.testCredential(wrongId, 'Wrong', OCR_CREDENTIAL, { ...fields, password: 'wrong' });
			assert.equal(wrong.status, 'Error');
			assert.match(wrong.message, /password/i);
			row['credential test'] = 'yes';
		});

		check(`A user of ${title} reads a folder with a broken file: blocks, error branch and item links are right`, async () => {
			const folder = path.join(stage.filesFolder, 'versions');
			mkdirSync(folder, { recursive: true });
			writeFileSync(path.join(folder, 'a.png'), await plainPng(401));
			writeFileSync(path.join(folder, 'b.png'), 'no image');
			writeFileSync(path.join(folder, 'c.png'), await plainPng(402));
			const look = {
				typeVersion: 3.4,
				parameters: {
					assignments: {
						assignments: [
							{ id: '1', name: 'from', value: "={{ $('Read files').item.json.fileName }}", type: 'string' },
						],
					},
					options: {},
				},
			};
			const workflow = new WorkflowBuilder('Versions')
				.node('Start', 'n8n-nodes-base.manualTrigger')
				.node('Read files', 'n8n-nodes-base.readWriteFile', {
					parameters: { fileSelector: path.join(folder, '*.png'), options: {} },
				})
				.ocr('OCR', credential, { options: {} }, { onError: 'continueErrorOutput' })
				.node('Good', 'n8n-nodes-base.set', look)
				.node('Bad', 'n8n-nodes-base.set', look)
				.chain('Start', 'Read files', 'OCR', 'Good')
				.connect('OCR', 'Bad', { output: 1 })
				.build();
			stage.emulator.control.resetCounters();
			stage.emulator.control.revokeTokens();
			const done = await stage.lab.execute(await stage.lab.createWorkflow(workflow), 'Start');
			assert.equal(done.status, 'success', done.data.resultData.error?.message);
			assert.equal(itemsOf(done, 'OCR').length, 20);
			row['reads images'] = 'yes';
			assert.deepEqual([...new Set(itemsOf(done, 'Good').map((item) => item.json['from']))], ['a.png', 'c.png']);
			assert.deepEqual(itemsOf(done, 'Bad').map((item) => item.json['from']), ['b.png']);
			row['error branch and links'] = 'yes';
			row.logins = stage.emulator.control.counters().logins;
			assert.equal(row.logins, 1, 'logins after the token was revoked');
		});

		fileNameChecks(title, () => stage);
		redirectChecks(title, () => stage);
	});
}
