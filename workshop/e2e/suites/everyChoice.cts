import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeSpecimen } from '../../documents/specimens/kinds.cts';
import type { NodePanel } from '../browser/editor.cts';
import { itemsOf } from '../../realN8n/lab.cts';
import { WorkflowBuilder, type WorkflowFile } from '../../realN8n/workflow.cts';
import { check, group } from '../support/check.cts';
import { plainPng } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';
import { choices, expectedOptions, expectedParameters, type Choice, NAMES_OF_RESOURCES } from './expectedPanel.cts';
import type { Play } from './play.cts';

/** n8n adds this itself: a request of one's own with the node's account. */
const BY_N8N = 'Custom API Call';

/** Parameters of n8n's tab Settings. */
const SETTINGS = ['alwaysOutputData', 'executeOnce', 'retryOnFail', 'maxTries', 'waitBetweenTries', 'onError', 'notes', 'notesInFlow'];

export function everyChoiceSuite(play: () => Play): void {
	const NODE = 'Huawei Cloud OCR';
	const START = 'When clicking Execute workflow';

	/** A workflow that reads `every-choice.png` with the node. */
	const createWorkflow = async (parameters: Record<string, unknown>): Promise<string> => {
		const { stage } = play();
		const credential = await stage.createCredential('Every choice');
		const workflow = new WorkflowBuilder('Every choice')
			.node(START, 'n8n-nodes-base.manualTrigger')
			.node('Read card', 'n8n-nodes-base.readWriteFile', { parameters: { fileSelector: '.n8n-files/every-choice.png', options: {} } })
			.ocr(NODE, credential, { options: {}, ...parameters })
			.chain(START, 'Read card', NODE)
			.build();
		return await stage.lab.createWorkflow(workflow);
	};
	const openNode = async (parameters: Record<string, unknown>): Promise<{ panel: NodePanel; id: string }> => {
		const { editor } = play();
		const id = await createWorkflow(parameters);
		await editor.openWorkflow(id);
		return { panel: await editor.openNode(NODE), id };
	};
	const shown = async (panel: NodePanel): Promise<string[]> => (await panel.parameters()).filter((name) => !SETTINGS.includes(name));

	group('Every choice in the panel', () => {
		check('A user walks through every resource, document type and operation and sees what belongs to it, and nothing else', async () => {
			const { pageErrors, page } = play();
			const consoleErrors: string[] = [];
			page.on('console', (message) => {
				if (message.type() === 'error') consoleErrors.push(message.text());
			});
			pageErrors.length = 0;
			const { panel } = await openNode({ resource: 'generalText', operation: 'blocks' });
			// Lists that slide open and shut take most of the time of hundreds of choices.
			await page.addStyleTag({ content: '*, *::before, *::after { transition: none !important; animation: none !important }' });
			assert.deepEqual((await panel.choicesOf('resource')).sort(), [...NAMES_OF_RESOURCES, BY_N8N].sort());
			let now: Partial<Choice> = { resource: 'General Text', operation: 'Get Words Blocks' };
			const all = choices();
			assert.ok(all.length >= 91, `${all.length} choices`);
			for (const choice of all) {
				const { resource, documentType, operation } = choice;
				const what = [resource, documentType, operation].filter(Boolean).join(' / ');
				if (now.resource !== resource) {
					await panel.choose('resource', resource);
					now = { resource };
				}
				if (documentType !== undefined && now.documentType !== documentType) {
					await panel.choose('documentType', documentType);
					now = { resource, documentType };
				}
				if (now.operation !== operation) {
					await panel.choose('operation', operation);
					now = { ...now, operation };
				}
				const expected = expectedParameters(choice).join();
				let parameters = '';
				// The panel shows and hides fields some moments after the choice.
				await until(async () => (parameters = (await shown(panel)).join()) === expected, {
					what: `the parameters ${expected} for ${what}`,
					within: 5000,
					every: 30,
					onTimeout: () => `there are: ${parameters}`,
				});
				assert.equal(await panel.hasCollection('fieldDefinitions'), operation === 'Get Form Fields', `list of fields: ${what}`);
				assert.deepEqual((await panel.optionChoices()).sort(), expectedOptions(choice), `options of ${what}`);
			}
			await panel.close();
			assert.deepEqual(pageErrors, []);
			assert.deepEqual(consoleErrors, []);
		}, { timeout: 240_000 });

		check('A user changes resource and document type after others were chosen: what the new one lacks falls back to its first choice, and the run reads the card', async () => {
			const { stage, editor, page } = play();
			const specimen = composeSpecimen('id-card-front', 'every-choice');
			writeFileSync(path.join(stage.filesFolder, 'every-choice.png'), (await specimen.render()).image);
			const { panel, id } = await openNode({ resource: 'invoice', documentType: 'vatInvoice', operation: 'lineItems', options: { advancedMode: true } });
			const chosen = async (parameter: string): Promise<string> => await panel.parameter(parameter).locator('input').first().inputValue();
			const showing = async (expected: Record<string, string>): Promise<void> => {
				for (const [parameter, value] of Object.entries(expected)) {
					let now = '';
					await until(async () => (now = await chosen(parameter)) === value, { what: `${parameter} to be ${value}`, within: 15_000, onTimeout: () => `it is ${now}` });
				}
			};
			await panel.choose('documentType', 'Train Ticket');
			await showing({ documentType: 'Train Ticket', operation: 'Get Fields' });
			await panel.choose('resource', 'Seal');
			await showing({ operation: 'Get Objects' });
			await panel.choose('resource', 'General Text');
			await showing({ operation: 'Get Words Blocks' });
			await panel.choose('operation', 'Get Markdown');
			await panel.choose('resource', 'Card or Certificate');
			await showing({ documentType: 'ID Card', operation: 'Get Fields' });
			await panel.close();
			await page.keyboard.press('Control+s');
			await until(
				async () => {
					const { nodes } = await stage.lab.call<WorkflowFile>('GET', `/rest/workflows/${id}`);
					return nodes.find(({ name }) => name === NODE)?.parameters['resource'] === 'card';
				},
				{ what: 'the workflow to be saved', within: 20_000 },
			);
			await stage.withRealReading(async () => {
				const done = await stage.lab.execute(id, START);
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				const [card] = itemsOf(done, NODE).map(({ json }) => json);
				assert.deepEqual([card?.['name'], card?.['number']], [specimen.truth['name'], specimen.truth['number']]);
			});
			await editor.openNewWorkflow();
		}, { timeout: 240_000 });

		check('A workflow file whose document type or operation belongs to another resource ends with a reason before anything is billed', async () => {
			const { stage } = play();
			writeFileSync(path.join(stage.filesFolder, 'every-choice.png'), await plainPng(7));
			stage.emulator.control.resetCounters();
			for (const [parameters, reason] of [
				[{ resource: 'card', documentType: 'trainTicket', operation: 'fields' }, /^Choose Document Type again: Card or Certificate .* Bank Card/],
				[{ resource: 'invoice', documentType: 'trainTicket', operation: 'lineItems' }, /^Choose Operation again: Train Ticket .* Get Field List/],
				[{ resource: 'seal', operation: 'markdown' }, /^Choose Operation again: Seal .* Get Objects/],
			] as const) {
				const done = await stage.lab.execute(await createWorkflow(parameters), START);
				const { error } = done.data.resultData;
				assert.equal(done.status, 'error');
				assert.match(`${error?.message} ${error?.description ?? ''}`, reason);
			}
			assert.equal(stage.emulator.control.counters().answered, 0);
		});
	});
}
