import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { itemsOf, taskOf } from '../../realN8n/lab.cts';
import { Stage } from '../../realN8n/stage.cts';
import type { BinaryMode } from '../../realN8n/startN8n.cts';
import { WorkflowBuilder } from '../../realN8n/workflow.cts';
import { CURRENT_N8N, LAST_N8N_1, type N8nRecipe } from '../../realN8n/installN8n.cts';
import { mailWithAttachments, startImap } from '../servers/imap.cts';
import { check, group } from '../support/check.cts';
import { askService } from '../support/directAnswer.cts';
import { plainPng } from '../../harness/pictures.cts';
import { assertSameItems, COMBINED, folderOf, NAMES, SEPARATE, waysWorkflow } from './fileWays.cts';
import { watchLog } from './play.cts';

/** A picture of one pixel and a calendar file, as mails carry them. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const INVITATION = Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Delivery\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n');

/** Files as n8n hands them over: each way to name them, each place where n8n keeps them. */
export function filesSuite(): void {
	versionSuite(CURRENT_N8N, ['filesystem', 'database']);
	versionSuite(LAST_N8N_1, ['filesystem']);
}

function versionSuite(recipe: N8nRecipe, storages: BinaryMode[]): void {
	const isCurrent = recipe.n8n === CURRENT_N8N.n8n;
	group(`Files in n8n ${recipe.n8n}`, () => {
		let stage: Stage;
		let forget: () => void;
		let credential: string;
		let words: Record<'front' | 'back', string[]>;

		before(async () => {
			stage = await Stage.start({ recipe, binaryMode: storages[0] ?? 'filesystem', logName: `n8n-files-${recipe.n8n}` });
			forget = watchLog(stage);
			credential = await stage.createCredential();
			mkdirSync(folderOf(stage), { recursive: true });
			const read = async (name: 'front' | 'back', picture: Buffer): Promise<string[]> => {
				writeFileSync(`${folderOf(stage)}/${name}.png`, picture);
				return (await askService(stage.emulator.url, picture)).words_block_list.map((block) => block.words);
			};
			words = { front: await read('front', await plainPng(501)), back: await read('back', await plainPng(502)) };
		}, { timeout: 300_000 });
		after(async () => {
			forget();
			await stage.stop();
		});

		for (const [index, storage] of storages.entries()) {
			const restarted = async (): Promise<void> => {
				if (index === 0 || stage.n8n.exit() !== undefined) return;
				await stage.stopProcess();
				await stage.startProcess({ binaryMode: storage });
			};
			let isReady = false;
			const ready = async (): Promise<void> => {
				if (!isReady) await restarted();
				isReady = true;
			};

			check(`A user of n8n ${recipe.n8n}, files in the ${storage}, names files in ${isCurrent ? 'every way' : 'the ways that it knows'} and gets the same items`, async () => {
				await ready();
				const ways = isCurrent ? SEPARATE : NAMES;
				const done = await assertSameItems(stage, waysWorkflow(folderOf(stage), credential, ways), ways, words);
				assert.match(itemsOf(done, 'Two files')[0]?.binary?.['front']?.id ?? '', new RegExp(`^${storage}`));
			}, { timeout: 240_000 });

			if (isCurrent) {
				check(`A user of n8n ${recipe.n8n}, files in the ${storage}, combined binary mode: the same items in every way`, async () => {
					await ready();
					const done = await assertSameItems(stage, waysWorkflow(folderOf(stage), credential, COMBINED, { binaryMode: 'combined' }), COMBINED, words);
					const [item] = itemsOf(done, 'Two files');
					assert.ok(item?.json['_files'], 'the files stand in the JSON');
				}, { timeout: 240_000 });
			}
		}

		check(`A user of n8n ${recipe.n8n} gets a mail with an invoice, a tracking pixel and a calendar file: the invoice's items, and a word about the rest`, async () => {
			const imap = await startImap();
			try {
				const mailbox = await stage.lab.createCredential('Mailbox', 'imap', imap.credential);
				const workflow = new WorkflowBuilder('Mail')
					.node('Mail', 'n8n-nodes-base.emailReadImap', {
						typeVersion: 2,
						parameters: { downloadAttachments: true, format: 'simple', options: {} },
						credentials: { imap: { id: mailbox, name: 'Mailbox' } },
					})
					.ocr('OCR', credential, { binaryPropertyName: 'attachment_*', options: {} })
					.chain('Mail', 'OCR')
					.build();
				const id = await stage.lab.createWorkflow(workflow);
				await (isCurrent ? stage.lab.activate(id) : stage.lab.activateOld(id));
				const invoice = await plainPng(503);
				await imap.deliver(
					mailWithAttachments('Your invoice', 'Please find the invoice attached.', [
						{ fileName: 'pixel.gif', mimeType: 'image/gif', content: PIXEL },
						{ fileName: 'invoice.png', mimeType: 'image/png', content: invoice },
						{ fileName: 'invitation.ics', mimeType: 'text/calendar', content: INVITATION },
					]),
				);
				const done = await stage.lab.nextExecution(id, 90_000);
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				const expected = (await askService(stage.emulator.url, invoice)).words_block_list.map((block) => ['invoice.png', block.words]);
				assert.deepEqual(itemsOf(done, 'OCR').map(({ json }) => [json['source'], json['words']]), expected);
				const hints = (taskOf(done, 'OCR').hints ?? []).map(({ message }) => message).join('\n');
				assert.match(hints, /2 files skipped that are no image or PDF: pixel\.gif; invitation\.ics/);
			} finally {
				await imap.stop();
			}
		}, { timeout: 150_000 });
	});
}
