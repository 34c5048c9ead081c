import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import sharp from 'sharp';
import { byId } from '../browser/editor.cts';
import { itemsOf } from '../../realN8n/lab.cts';
import { CREDENTIAL_NAME } from '../../realN8n/stage.cts';
import { startImageServer } from '../servers/images.cts';
import { mailWithAttachments, startImap } from '../servers/imap.cts';
import { check, group } from '../support/check.cts';
import { askService } from '../support/directAnswer.cts';
import { EXAMPLES } from '../../harness/paths.cts';
import { plainPng, sampleDocument } from '../../harness/pictures.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import { example, ExampleDesk, exampleFile, PRINTED, WITH_OTHER_ACCOUNTS } from './exampleDesk.cts';
import type { Play } from './play.cts';

/** The files in examples/, as they are, against real servers. */
export function examplesSuite(play: () => Play): void {
	const desk = new ExampleDesk(play);

	/** Puts scans of one filled-in form, upright and turned, where the forms example looks; gives the folder. */
	const layOutForms = async (): Promise<string> => {
		const folder = path.join(play().stage.filesFolder, 'scans');
		mkdirSync(folder, { recursive: true });
		writeFileSync(path.join(folder, 'form-1.png'), (await sampleDocument('vehicle-use-request')).image);
		const turned = await sampleDocument('vehicle-use-request-turned-90');
		writeFileSync(path.join(folder, 'form-2.jpg'), await sharp(turned.image).jpeg({ quality: 90 }).toBuffer());
		return folder;
	};

	group('Example workflows', () => {
		check('A user imports an example file in the editor, and its account is filled in', async () => {
			const { page, editor } = play();
			await desk.ensureAccount();
			await editor.openNewWorkflow();
			await byId(page, 'workflow-import-input').setInputFiles(exampleFile('webhook'));
			await editor.node('Recognize text').waitFor();
			const panel = await editor.openNode('Recognize text');
			await byId(page, 'node-credentials-select').waitFor();
			const chosen = byId(page, 'node-credentials-select').locator('input').first();
			assert.equal(await chosen.inputValue(), CREDENTIAL_NAME);
			await panel.close();
		});

		check('A user imports every example file unchanged', async () => {
			await desk.ensureAccount();
			const files = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));
			assert.ok(files.length >= 9, files.join(', '));
			for (const file of files) {
				const name = path.basename(file, '.json');
				assert.ok(existsSync(path.join(EXAMPLES, `${name}.md`)), `${name} has a page`);
				if (!WITH_OTHER_ACCOUNTS.includes(name)) await desk.ensureImported(name);
			}
		});

		check('A user sends an image to the webhook example and gets its words as JSON', async () => {
			const { stage } = play();
			const id = await desk.ensureImported('webhook');
			await stage.lab.activate(id);
			const image = await plainPng(301);
			const form = new FormData();
			form.append('file', new Blob([new Uint8Array(image)], { type: 'image/png' }), 'scan.png');
			const response = await fetch(`${stage.lab.url}/webhook/ocr`, { method: 'POST', body: form });
			const text = await response.text();
			assert.equal(response.status, 200, text);
			const words = (JSON.parse(text) as Array<{ words: string; source: string }>).map((block) => block.words);
			const expected = await askService(stage.emulator.url, image);
			assert.deepEqual(words, expected.words_block_list.map((block) => block.words));
			await desk.picture('webhook', await stage.lab.nextExecution(id));
		});

		check('A user sends something unreadable to the webhook example and gets the reason with status 422', async () => {
			const { stage } = play();
			const form = new FormData();
			form.append('file', new Blob(['no image']), 'notes.png');
			const response = await fetch(`${stage.lab.url}/webhook/ocr`, { method: 'POST', body: form });
			const text = await response.text();
			assert.equal(response.status, 422, text);
			const body = JSON.parse(text) as { error: string; source: string };
			assert.equal(body.source, 'notes.png');
			assert.match(body.error, /notes\.png/);
			await stage.lab.deactivate(await desk.ensureImported('webhook'));
		});

		check('A user turns a folder of scanned forms into an Excel file', async () => {
			const { stage } = play();
			await stage.withRealReading(async () => {
				const folder = await layOutForms();
				const done = await stage.lab.execute(await desk.ensureImported('scanned-forms'), 'When clicking Execute workflow');
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				await desk.picture('scanned-forms', done);

				const [header = [], ...forms] = await readSheet(path.join(folder, 'scanned-forms.xlsx'));
				assert.deepEqual(header, ['file', 'number', 'department', 'date', 'applicant', 'phone', 'destination', 'passengers', 'plate', 'missing']);
				assert.deepEqual(forms.map((row) => row.slice(0, 9)), [
					['form-1.png', ...PRINTED],
					['form-2.jpg', ...PRINTED],
				]);
			});
		}, { timeout: 120_000 });

		check('A user opens the forms example, finds each label in the panel and reads each value in the output table', async () => {
			const { stage, page, editor } = play();
			await stage.withRealReading(async () => {
				await layOutForms();
				await editor.openWorkflow(await desk.ensureImported('scanned-forms'));
				const panel = await editor.openNode('Recognize text');
				await panel.execute();
				await byId(panel.output, 'ndv-items-count').waitFor({ timeout: 60_000 });
				const node = example('scanned-forms').nodes.find(({ name }) => name === 'Recognize text');
				const { field } = node?.parameters['fieldDefinitions'] as { field: Array<{ name: string; label: string }> };
				assert.deepEqual(await panel.fixedCollection('fieldDefinitions', ['name', 'label']), field.map(({ name, label }) => ({ name, label })));
				const [header, ...forms] = await panel.table();
				assert.deepEqual(header, [...field.map(({ name }) => name), 'missingFields', 'source']);
				assert.deepEqual(forms.map((row) => row.slice(0, -2)), [PRINTED.map(String), PRINTED.map(String)]);
				await editor.dismissNotes();
				await panel.widenOutput();
				await panel.scrollTo('operation');
				await takeScreenshot(page, 'form-fields-panel');
				await panel.close();
			});
		}, { timeout: 120_000 });

		check('A user sends a scanned table to the table example and gets its rows as CSV', async () => {
			const { stage } = play();
			stage.emulator.control.set({ engine: 'ocr' });
			const id = await desk.ensureImported('scanned-table');
			try {
				await stage.lab.activate(id);
				const scan = await sampleDocument('table-zh');
				const form = new FormData();
				form.append('file', new Blob([new Uint8Array(scan.image)], { type: 'image/png' }), 'table.png');
				const response = await fetch(`${stage.lab.url}/webhook/table`, { method: 'POST', body: form });
				const text = await response.text();
				assert.equal(response.status, 200, text);
				const [header = '', ...rows] = text.replace(/^\uFEFF/, '').trim().split(/\r?\n/);
				const [table] = scan.tables;
				assert.deepEqual(header.split(','), [...(table?.header ?? []), 'tableIndex', 'source']);
				assert.equal(rows.length, table?.rows.length);
				assert.deepEqual(rows[0]?.split(',').slice(0, table?.header.length), table?.rows[0]);
				await desk.picture('scanned-table', await stage.lab.nextExecution(id));

				const letter = new FormData();
				letter.append('file', new Blob([new Uint8Array((await sampleDocument('letter-en')).image)], { type: 'image/png' }), 'letter.png');
				const none = await fetch(`${stage.lab.url}/webhook/table`, { method: 'POST', body: letter });
				assert.deepEqual([none.status, await none.text()], [200, ''], 'a page without a table gives an empty file');

				const note = new FormData();
				note.append('file', new Blob(['no picture'], { type: 'image/png' }), 'note.png');
				const refused = await fetch(`${stage.lab.url}/webhook/table`, { method: 'POST', body: note });
				const reason = await refused.text();
				assert.equal(refused.status, 422, reason);
				assert.match(reason, /note\.png/);
			} finally {
				await stage.lab.deactivate(id);
				stage.emulator.control.set({ engine: 'fixture' });
			}
		}, { timeout: 120_000 });

		check('A user runs the nightly list: new URLs give rows in a file, the failed one is collected in another', async () => {
			const { stage } = play();
			const images = await startImageServer();
			try {
				const folder = path.join(stage.filesFolder, 'nightly');
				mkdirSync(folder, { recursive: true });
				const one = images.add('one.png', await plainPng(311), 'image/png');
				const two = images.add('two.png', await plainPng(312), 'image/png');
				const missing = `${images.url}/missing.png`;
				writeFileSync(path.join(folder, 'urls.txt'), `${one}\n${missing}\n${two}\n`);
				const id = await desk.ensureImported('nightly-urls');
				const first = await stage.lab.execute(id, 'Every night at 2');
				assert.equal(first.status, 'success', first.data.resultData.error?.message);
				await desk.picture('nightly-urls', first);
				const results = readFileSync(path.join(folder, `results-${first.id}.csv`), 'utf8').trim().split('\n');
				assert.equal(results.length, 1 + 20, 'a header and ten blocks of each image');
				assert.ok(results[0]?.replace(/^\uFEFF/, '').startsWith('words,'), results[0]);
				const failures = () => readFileSync(path.join(folder, 'failures.csv'), 'utf8').trim().split('\n');
				assert.equal(failures().length, 1);
				assert.ok(failures()[0]?.includes(missing), failures()[0]);

				const three = images.add('three.png', await plainPng(313), 'image/png');
				const alsoMissing = `${images.url}/gone.png`;
				writeFileSync(path.join(folder, 'urls.txt'), `${one}\n${missing}\n${two}\n${three}\n${alsoMissing}\n`);
				stage.emulator.control.resetCounters();
				const second = await stage.lab.execute(id, 'Every night at 2');
				assert.equal(second.status, 'success', second.data.resultData.error?.message);
				assert.equal(stage.emulator.control.counters().answered, 1, 'only the new image is paid');
				assert.deepEqual([...new Set(itemsOf(second, 'Recognize text').map((item) => item.json['source']))], [three]);
				assert.deepEqual(failures().map((line) => line.includes(missing) || line.includes(alsoMissing)), [true, true]);
			} finally {
				await images.close();
			}
		});

		check('A user gets a mail with two images: one row per words block, with subject and file name', async () => {
			const { stage } = play();
			stage.emulator.control.set({ engine: 'ocr' });
			const imap = await startImap();
			try {
				await desk.ensureOtherAccount('IMAP account', 'imap', imap.credential);
				const id = await desk.ensureImported('mail-attachments');
				await stage.lab.activate(id);
				const receipt = (await sampleDocument('receipt-en')).image;
				const notice = (await sampleDocument('receipt-zh')).image;
				await imap.deliver(
					mailWithAttachments('Receipts of March 三月收据', 'Please find two receipts attached.', [
						{ fileName: 'taxi.png', mimeType: 'image/png', content: receipt },
						{ fileName: '午餐.png', mimeType: 'image/png', content: notice },
					]),
				);
				const done = await stage.lab.nextExecution(id, 90_000);
				await stage.lab.deactivate(id);
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				const rows = itemsOf(done, 'Rows').map((item) => item.json);
				const expected: Array<[string, string]> = [];
				for (const [file, image] of [['taxi.png', receipt], ['午餐.png', notice]] as const) {
					const result = await askService(stage.emulator.url, image);
					expected.push(...result.words_block_list.map((block): [string, string] => [file, block.words]));
				}
				assert.deepEqual(rows.map((row) => [row['file'], row['words']]), expected);
				assert.deepEqual([...new Set(rows.map((row) => row['subject']))], ['Receipts of March 三月收据']);
				await desk.picture('mail-attachments', done);
			} finally {
				stage.emulator.control.set({ engine: 'fixture' });
				await imap.stop();
			}
		}, { timeout: 150_000 });
	});
}
