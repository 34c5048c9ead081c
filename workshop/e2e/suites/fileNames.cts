import assert from 'node:assert/strict';
import { itemsOf } from '../../realN8n/lab.cts';
import type { Stage } from '../../realN8n/stage.cts';
import { WorkflowBuilder, type WorkflowFile } from '../../realN8n/workflow.cts';
import { check } from '../support/check.cts';

/** Names of files that people have, and what may be seen of them in a message. n8n itself has words for some of them. */
const NAMES: Array<[name: string, shown: string]> = [
	...[
		'FirePermit.png', 'RemoteAccess.png', 'building-permits.pdf', 'eperm.jpg', 'EACCES', 'enoent.tif', 'hotel-reexist.png', 'EEXIST.png',
		'connection etimedout.png', 'scan econnrefused 2.png', 'Econnreset.webp', 'getaddrinfo.bmp', 'enotfound.png', 'eisdir.png',
		'ENOTDIR.png', 'eai_again.png', 'ehostunreach.png', 'econnaborted.png', 'eaddrnotavail.png', 'Permeeperm.png', 'too many requests 429.png',
	].map((name): [string, string] => [name, name]),
	['报销单 eperm.png', '报销单 eperm.png'],
	['line\nbreak.png', 'line break.png'],
	['tab\there.png', 'tab here.png'],
	['bell\u0007and escape\u001b[31m.png', 'bell and escape [31m.png'],
	['gnp.\u202escan', 'gnp. scan'],
	['mark\u200f.png', 'mark .png'],
	['isolate\u2066x\u2069.png', 'isolate x .png'],
	['zero\u200bwidth.png', 'zero width.png'],
	[`${'a'.repeat(300)}.png`, `${'a'.repeat(119)}…`],
];

/** The message begins with what to do now. */
const REMEDY = /[A-Z][a-z]+ .+ \("/;

/** One item per name, each with a file that is no image. */
function workflowOf(credential: string, names: readonly string[], onError: 'stopWorkflow' | 'continueRegularOutput'): WorkflowFile {
	const code = `return ${JSON.stringify(names)}.map((fileName) => ({ json: {}, binary: { data: { data: 'bm8gaW1hZ2U=', mimeType: 'image/png', fileName } } }));`;
	return new WorkflowBuilder('Names of files')
		.node('Start', 'n8n-nodes-base.manualTrigger')
		.node('Files', 'n8n-nodes-base.code', { typeVersion: 2, parameters: { jsCode: code } })
		.ocr('OCR', credential, { operation: 'text', options: {} }, { onError })
		.chain('Start', 'Files', 'OCR')
		.build();
}

/** n8n replaces messages that hold certain words anywhere, and shows others as they are: ours have to arrive. */
export function fileNameChecks(title: string, stageOf: () => Stage): void {
	check(`A user of ${title} sees item, file and remedy for ${NAMES.length} odd names of files, with Continue`, async () => {
		const { lab } = stageOf();
		const credential = await stageOf().createCredential('Names');
		const done = await lab.execute(await lab.createWorkflow(workflowOf(credential, NAMES.map(([name]) => name), 'continueRegularOutput')), 'Start');
		assert.equal(done.status, 'success', done.data.resultData.error?.message);
		const messages = itemsOf(done, 'OCR').map(({ json: { error } }) => (typeof error === 'string' ? error : ''));
		assert.equal(messages.length, NAMES.length);
		for (const [index, [, shown]] of NAMES.entries()) assertOurs(messages[index] ?? '', shown, index);
	}, { timeout: 120_000 });

	check(`A user of ${title} sees item, file and remedy for ${NAMES.length} odd names of files, with Stop`, async () => {
		const { lab } = stageOf();
		const credential = await stageOf().createCredential('Names that stop');
		for (const [name, shown] of NAMES) {
			const done = await lab.execute(await lab.createWorkflow(workflowOf(credential, [name], 'stopWorkflow')), 'Start');
			assert.equal(done.status, 'error', name);
			assertOurs(done.data.resultData.error?.message ?? '', shown, 0);
		}
	}, { timeout: 240_000 });
}

function assertOurs(message: string, shown: string, item: number): void {
	assert.ok(message.includes(`("${shown}", item ${item})`), `${JSON.stringify(shown)}, item ${item}: ${JSON.stringify(message)}`);
	assert.match(message, REMEDY);
}
