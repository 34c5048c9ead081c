import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { itemsOf, taskOf } from '../../realN8n/lab.cts';
import { WorkflowBuilder, type WorkflowNode } from '../../realN8n/workflow.cts';
import { check, group, report } from '../support/check.cts';
import { plainPng } from '../../harness/pictures.cts';
import type { Play } from './play.cts';

const IMAGES = 4;
const TRIES = 3;
const MODES: Array<NonNullable<WorkflowNode['onError']>> = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

interface Situation {
	name: string;
	/** A file that is no image stands before the images. */
	badFirst?: true;
	/** Each input item has a field `error` that its output items copy. */
	errorField?: true;
	/** What the service does; the node's own retries are off, so that n8n's have to do. */
	fault?(play: Play): void;
	/** Images that are never answered. */
	lost: number;
	/** Whether the workflow ends well where it stops on errors. */
	endsWell: boolean;
}

/** The service is out of order at these calls, counted over all tries. */
function failCalls(...calls: number[]): (play: Play) => void {
	return ({ stage }) => void stage.emulator.control.failOcr({ kind: 'error', code: 'AIS.0502' }, { calls });
}

const SITUATIONS: Situation[] = [
	{ name: 'bad file first', badFirst: true, lost: 0, endsWell: false },
	{ name: 'field named error', errorField: true, lost: 0, endsWell: true },
	{ name: 'fault that passes', fault: failCalls(1), lost: 0, endsWell: true },
	// One at a time and with Continue: the first image's calls in all three tries, the others being answered in the first.
	{ name: 'fault that stays', fault: failCalls(1, IMAGES + 1, IMAGES + 2), lost: 1, endsWell: false },
];

interface Row {
	'on error': string;
	situation: string;
	images: number;
	'paid calls': number;
	items: number;
	errors: number;
}

/** n8n's own Retry On Fail runs the node again with the same input: nothing may be paid twice. */
export function retryOnFailSuite(play: () => Play): void {
	const rows: Row[] = [];
	let made = 0;
	let credential: string;

	group('Retry On Fail', () => {
		for (const onError of MODES) {
			for (const situation of SITUATIONS) {
				check(`A user sets Retry On Fail, On Error ${onError}, ${situation.name}: each image is paid once`, async () => {
					const { stage } = play();
					const { control } = stage.emulator;
					credential ??= await stage.createCredential('Retry');
					const folder = path.join(stage.filesFolder, 'retry');
					rmSync(folder, { recursive: true, force: true });
					mkdirSync(folder, { recursive: true });
					if (situation.badFirst) writeFileSync(path.join(folder, '0.png'), 'no image');
					for (let index = 1; index <= IMAGES; index++) writeFileSync(path.join(folder, `${index}.png`), await plainPng(2000 + made++));
					const workflow = new WorkflowBuilder('Retry')
						.node('Start', 'n8n-nodes-base.manualTrigger')
						.node('Read files', 'n8n-nodes-base.readWriteFile', { parameters: { fileSelector: `${folder}/*.png`, options: {} } })
						.node('Marked', 'n8n-nodes-base.set', {
							typeVersion: 3.4,
							parameters: {
								assignments: { assignments: situation.errorField ? [{ id: '1', name: 'error', value: 'of somebody else', type: 'string' }] : [] },
								includeOtherFields: true,
								options: { stripBinary: false },
							},
						})
						.ocr('OCR', credential, { operation: 'text', options: { includeInputFields: true, maxRetries: 0, maxConcurrency: 1 } }, {
							onError,
							retryOnFail: true,
							maxTries: TRIES,
							waitBetweenTries: 1,
						})
						.chain('Start', 'Read files', 'Marked', 'OCR')
						.build();
					control.resetCounters();
					situation.fault?.(play());
					try {
						const done = await stage.lab.execute(await stage.lab.createWorkflow(workflow), 'Start');
						const paid = control.counters().answered;
						const items = countItems(done, 'OCR');
						rows.push({ 'on error': onError, situation: situation.name, images: IMAGES, 'paid calls': paid, items: items.good, errors: items.bad });
						report('Retry On Fail', rows);
						assert.ok(paid <= IMAGES, `${paid} paid calls for ${IMAGES} images`);
						const endsWell = onError !== 'stopWorkflow' || situation.endsWell;
						assert.equal(done.status, endsWell ? 'success' : 'error', taskOf(done, 'OCR').error?.message);
						if (!endsWell) return;
						assert.equal(paid, IMAGES - situation.lost, 'paid calls');
						assert.equal(items.good, IMAGES - situation.lost, 'items');
						assert.equal(items.bad, situation.lost + (situation.badFirst ? 1 : 0), 'errors');
					} finally {
						control.clearFaults();
					}
				});
			}
		}
	});
}

/** How many items of a node's last try are results, and how many are errors, wherever they went. */
function countItems(done: Parameters<typeof itemsOf>[0], node: string): { good: number; bad: number } {
	const all = [...itemsOf(done, node), ...itemsOf(done, node, 1)].map(({ json }) => json['error'] === undefined);
	return { good: all.filter(Boolean).length, bad: all.filter((isGood) => !isGood).length };
}
