import assert from 'node:assert/strict';
import { RESOURCES } from '../../../nodes/HuaweiOcr/resources/index.ts';
import { byId } from '../browser/editor.cts';
import { WorkflowBuilder } from '../../realN8n/workflow.cts';
import { check, group } from '../support/check.cts';
import { until } from '../../harness/process/poll.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

/** Before anything has run, the next node offers the fields of each operation. */
export function fieldsBeforeRunSuite(play: () => Play): void {
	const [general] = RESOURCES;
	const operations = (general?.operations ?? []).filter(({ outputFields }) => Object.keys(outputFields).length > 0);
	let workflowId: string;

	/** One node for each operation, and a node behind each. */
	const openAll = async (): Promise<void> => {
		const { stage, editor } = play();
		const credential = await stage.createCredential('Fields');
		const builder = new WorkflowBuilder('Fields before the first run').node('Start', 'n8n-nodes-base.manualTrigger');
		for (const { value } of operations) {
			builder
				.ocr(`OCR ${value}`, credential, { operation: value, options: {} })
				.node(`Behind ${value}`, 'n8n-nodes-base.set', { typeVersion: 3.4, parameters: { options: {} } })
				.chain('Start', `OCR ${value}`, `Behind ${value}`);
		}
		workflowId = await stage.lab.createWorkflow(builder.build());
		await editor.openWorkflow(workflowId);
	};

	group('Output fields before the first run', () => {
		for (const [index, { value, name, outputFields }] of operations.entries()) {
			const fields = Object.keys(outputFields);
			check(`A user who chose "${name}" sees its fields in the next node and has run nothing`, async () => {
				const { stage, editor, page } = play();
				if (index === 0) await openAll();
				const panel = await editor.openNode(`Behind ${value}`);
				const input = byId(page, 'ndv-input-panel');
				const offered = await until(
					async () => {
						const text = await input.innerText();
						return fields.every((field) => text.includes(field)) ? text : undefined;
					},
					{ what: `the fields ${fields.join(', ')} in the input of the next node` },
				);
				assert.match(offered, /usually outputs/i);
				if (value === 'text') await takeScreenshot(page, 'fields-before-run', { x: 25, y: 25, width: 880, height: 460 });
				assert.deepEqual(await stage.lab.executions(workflowId), [], 'nothing has run');
				await panel.close();
			});
		}
	});
}
