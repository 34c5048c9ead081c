import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { GOOD_ACCESS_KEY, GOOD_PROJECT_ID, GOOD_SECRET_KEY, HOME_REGION } from '../../emulator/users.cts';
import { byId, type NodePanel } from '../browser/editor.cts';
import { WorkflowBuilder } from '../../realN8n/workflow.cts';
import { check, group } from '../support/check.cts';
import { askService } from '../support/directAnswer.cts';
import { newTempDir } from '../../harness/paths.cts';
import { plainPng, sampleDocument } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

// n8n shows the choice of authentication as part of the credential's list, not as a field.
const BASE = ['resource', 'operation', 'inputType'];

export function panelSuite(play: () => Play): void {
	let panel: NodePanel;

	const openPanel = async (parameters: Record<string, unknown> = {}): Promise<void> => {
		const { stage, editor } = play();
		const credential = await stage.createCredential('Panel');
		const workflow = new WorkflowBuilder('Panel')
			.node('Upload a scan', 'n8n-nodes-base.formTrigger', {
				typeVersion: 2.2,
				webhookId: 'b7a5d2c4-5d5b-4a8e-9a43-1f6f2d1c0a11',
				parameters: {
					formTitle: 'Upload a scan',
					formFields: { values: [{ fieldLabel: 'Scan', fieldType: 'file', multipleFiles: false }] },
				},
			})
			.ocr('Huawei Cloud OCR', credential, { binaryPropertyName: 'Scan', options: {}, ...parameters })
			.chain('Upload a scan', 'Huawei Cloud OCR')
			.build();
		await editor.openWorkflow(await stage.lab.createWorkflow(workflow));
		panel = await editor.openNode('Huawei Cloud OCR');
	};

	/** Parameters of the node itself, without the settings tab and the options. */
	const shown = async (): Promise<string[]> => {
		const all = await panel.parameters();
		const settings = ['alwaysOutputData', 'executeOnce', 'retryOnFail', 'maxTries', 'waitBetweenTries', 'onError', 'notes', 'notesInFlow'];
		return all.filter((name) => !settings.includes(name));
	};

	group('The panel of the node', () => {
		check('A user opens the node and sees the settings for a binary file', async () => {
			await openPanel();
			assert.deepEqual(await shown(), [...BASE, 'binaryPropertyName', 'simplify']);
			await takeScreenshot(play().page, 'panel', { x: 25, y: 25, width: 1350, height: 600 });
		});

		check('A user sees below the node on the canvas which output is chosen', async () => {
			const { editor, page } = play();
			await panel.close();
			await editor.node('Huawei Cloud OCR').getByText('Get Words Blocks: General Text').waitFor();
			await takeScreenshot(page, 'canvas', await editor.around('canvas-node'));
			panel = await editor.openNode('Huawei Cloud OCR');
		});

		check('A user chooses URL as input type: the URL field shows and the binary field goes', async () => {
			await panel.choose('inputType', 'URL');
			assert.deepEqual(await shown(), [...BASE, 'url', 'simplify']);
		});

		check('A user goes back to Binary File: the binary field shows and the URL field goes', async () => {
			await panel.choose('inputType', 'Binary File');
			assert.deepEqual(await shown(), [...BASE, 'binaryPropertyName', 'simplify']);
		});

		check('A user opens the list of operations and tries each choice', async () => {
			const choices = await panel.choicesOf('operation');
			assert.ok(choices.includes('Get Words Blocks') && choices.includes('Get Raw Result'), choices.join(', '));
			for (const choice of choices) {
				await panel.choose('operation', choice);
				const belongs = choice === 'Get Form Fields';
				// The panel shows and hides fields some moments after the choice.
				await until(async () => (await panel.hasCollection('fieldDefinitions')) === belongs, {
					what: `${belongs ? 'the list Fields' : 'no list Fields'} with the operation ${choice}`,
				});
			}
			await panel.choose('operation', 'Get Words Blocks');
		});

		check('A user adds each option and finds a field for it', async () => {
			const before = (await shown()).length;
			const choices = await panel.optionChoices();
			for (const expected of ['Detect Direction', 'Quick Mode', 'Max Concurrency', 'Timeout', 'Image Limits', 'If No Text']) {
				assert.ok(choices.includes(expected), `option "${expected}" among ${choices.join(', ')}`);
			}
			for (const [index, choice] of choices.entries()) {
				await panel.addOption(choice);
				await panel.page.getByText(choice, { exact: true }).first().waitFor();
				assert.equal((await shown()).length, before + index + 1, `a field for "${choice}"`);
			}
		});

		/** Uploads the sample scan through the form of the node before; gives what was uploaded. */
		const uploadScan = async (): Promise<Buffer> => {
			const { image } = await sampleDocument('vehicle-use-request');
			const file = path.join(newTempDir('upload'), 'vehicle-use-request.png');
			writeFileSync(file, image);
			await panel.executeWithForm(file);
			return image;
		};

		check('A user leaves Simplify on and sees many words blocks at once, one a row', async () => {
			const { stage, page, editor } = play();
			stage.emulator.control.set({ engine: 'ocr' });
			await openPanel();
			await uploadScan();
			const [header] = await panel.table();
			assert.deepEqual(header, ['words', 'left', 'top', 'right', 'bottom', 'width', 'height', 'confidence', 'source']);
			const tenth = await panel.output.locator('tbody tr').nth(9).boundingBox();
			assert.ok(tenth && tenth.y + tenth.height < (page.viewportSize()?.height ?? 0), 'ten rows fit on the screen');
			await editor.dismissNotes();
			await takeScreenshot(page, 'output-table');
			await panel.close();
		});

		check('A user uploads a scan through a form and reads words and coordinates in the output table', async () => {
			const { stage } = play();
			stage.emulator.control.set({ engine: 'ocr' });
			await openPanel({ simplify: false });
			const expected = await askService(stage.emulator.url, await uploadScan());
			assert.ok(expected.words_block_list.length > 5, 'the service found text');
			const [header = [], ...rows] = await panel.table();
			assert.match(await byId(panel.output, 'ndv-items-count').innerText(), new RegExp(`^${expected.words_block_list.length} items`));
			// The table shows the first page of 25 rows.
			const blocks = expected.words_block_list.slice(0, 25);
			const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '');
			const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
			assert.deepEqual(column('words'), blocks.map((block) => oneLine(block.words)));
			for (const [index, corner] of ['1', '2', '3', '4'].entries()) {
				assert.deepEqual(
					[column(`x${corner}`).map(Number), column(`y${corner}`).map(Number)],
					[0, 1].map((axis) => blocks.map((block) => block.location[index]?.[axis])),
					`corner ${corner}`,
				);
			}
			assert.deepEqual([...new Set(column('source'))], ['vehicle-use-request.png']);
		});

		check('A user switches the output to JSON and reads the four corners', async () => {
			await byId(panel.output, 'radio-button-json').click();
			await panel.output.getByText('"location"', { exact: false }).or(panel.output.getByText('location')).first().waitFor();
			play().stage.emulator.control.set({ engine: 'fixture' });
		});

		check('A user picks an access key instead of the login in the list of credentials, and the node signs its calls', async () => {
			const { stage } = play();
			const { control, url } = stage.emulator;
			await stage.lab.createCredential('My access key', 'huaweiOcrAkSkApi', {
				accessKeyId: GOOD_ACCESS_KEY,
				secretAccessKey: GOOD_SECRET_KEY,
				region: HOME_REGION,
				projectId: GOOD_PROJECT_ID,
				endpoint: url,
			});
			await openPanel();
			const offered = await panel.credentialChoices();
			assert.ok(offered.some((choice) => /^Panel Huawei Cloud OCR API$/.test(choice)), offered.join(' | '));
			await panel.chooseCredential('My access key');
			control.resetCounters();
			const file = path.join(newTempDir('upload'), 'plain.png');
			writeFileSync(file, await plainPng(1));
			await panel.executeWithForm(file);
			assert.deepEqual(control.calls().map((call) => [call.target, call.authentication, call.status]), [['ocr', 'signature', 200]]);
			await panel.close();
		});
	});
}
