import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { itemsOf, taskOf, type FinishedExecution } from '../../realN8n/lab.cts';
import { WorkflowBuilder, type WorkflowFile } from '../../realN8n/workflow.cts';
import { check, group } from '../support/check.cts';
import { holdsToken } from '../support/token.cts';
import { plainPng } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';
import type { Play } from './play.cts';

const FIXTURE_BLOCKS = 10;

/** What the emulator's fixture engine reads in an image: its hash and a number. */
function wordsOf(image: Buffer): string[] {
	const prefix = createHash('sha256').update(image).digest('hex').slice(0, 8);
	return Array.from({ length: FIXTURE_BLOCKS }, (_, index) => `${prefix}-${index}`);
}

/** Workflows that people build around the node, run by n8n's own engine. */
export function runsSuite(play: () => Play): void {
	let credential: string;

	const readFiles = (name: string): WorkflowBuilder =>
		new WorkflowBuilder(name)
			.node('Start', 'n8n-nodes-base.manualTrigger')
			.node('Read files', 'n8n-nodes-base.readWriteFile', {
				parameters: { fileSelector: `${play().stage.filesFolder}/runs/*`, options: {} },
			});

	const run = async (workflow: WorkflowFile): Promise<FinishedExecution> => {
		const { lab } = play().stage;
		return await lab.execute(await lab.createWorkflow(workflow), 'Start');
	};

	/** Replaces the files of the folder that the workflows read. */
	const putFiles = (files: Record<string, Buffer>): void => {
		const folder = path.join(play().stage.filesFolder, 'runs');
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
	};

	/** `count` images that no other check sends: names sort in the order of making. */
	let made = 0;
	const newImages = async (count: number): Promise<Record<string, Buffer>> => {
		const files: Record<string, Buffer> = {};
		for (let index = 0; index < count; index++) files[`${String(index).padStart(2, '0')}.png`] = await plainPng(1000 + made++);
		return files;
	};

	/** Two good images around one that is no image at all. */
	const goodBadGood = async (): Promise<void> =>
		putFiles({
			'a.png': await plainPng(1),
			'b.png': Buffer.from('This is no image, whatever its name says.'),
			'c.png': await plainPng(3),
		});

	/** Our node between files and two "next" nodes that look back to the file an item came from. */
	const branches = (name: string): WorkflowFile =>
		readFiles(name)
			.ocr('OCR', credential, { options: {} }, { onError: 'continueErrorOutput' })
			.node('Good', 'n8n-nodes-base.set', {
				typeVersion: 3.4,
				parameters: {
					assignments: {
						assignments: [
							{ id: '1', name: 'from', value: "={{ $('Read files').item.json.fileName }}", type: 'string' },
							{ id: '2', name: 'words', value: '={{ $json.words }}', type: 'string' },
						],
					},
					options: {},
				},
			})
			.node('Bad', 'n8n-nodes-base.set', {
				typeVersion: 3.4,
				parameters: {
					assignments: {
						assignments: [
							{ id: '1', name: 'from', value: "={{ $('Read files').item.json.fileName }}", type: 'string' },
							{ id: '2', name: 'problem', value: '={{ $json.error }}', type: 'string' },
						],
					},
					options: {},
				},
			})
			.chain('Start', 'Read files', 'OCR', 'Good')
			.connect('OCR', 'Bad', { output: 1 })
			.build();

	let branched: FinishedExecution;

	group('Runs', () => {
		check('A user reads a folder of images and gets one item per words block, in the order of the files', async () => {
			const { stage } = play();
			credential = await stage.createCredential('Runs');
			const images = await newImages(3);
			putFiles(images);
			const done = await run(
				readFiles('Folder').ocr('OCR', credential, { options: {} }).chain('Start', 'Read files', 'OCR').build(),
			);
			assert.equal(done.status, 'success');
			assert.deepEqual(
				itemsOf(done, 'OCR').map((item) => [item.json['source'], item.json['words']]),
				Object.entries(images).flatMap(([name, image]) => wordsOf(image).map((words) => [name, words])),
			);
		});

		check('A user reads several files of one item with *, and each block names its file', async () => {
			const images = await newImages(2);
			putFiles(images);
			const done = await run(
				readFiles('Several')
					.node('One item', 'n8n-nodes-base.code', {
						typeVersion: 2,
						parameters: {
							jsCode: 'const [front, back] = $input.all();\nreturn [{ json: {}, binary: { front: front.binary.data, back: back.binary.data } }];',
						},
					})
					.ocr('OCR', credential, { binaryPropertyName: '*', options: {} })
					.chain('Start', 'Read files', 'One item', 'OCR')
					.build(),
			);
			assert.equal(done.status, 'success');
			assert.deepEqual(
				itemsOf(done, 'OCR').map((item) => [item.json['source'], item.json['words']]),
				Object.entries(images).flatMap(([name, image]) => wordsOf(image).map((words) => [name, words])),
			);
		});

		check('A user has a bad file among good ones: the good ones go down the success branch', async () => {
			await goodBadGood();
			branched = await run(branches('Branches'));
			assert.equal(branched.status, 'success');
			assert.deepEqual([...new Set(itemsOf(branched, 'OCR', 0).map((item) => item.json['source']))], ['a.png', 'c.png']);
			assert.equal(itemsOf(branched, 'OCR', 0).length, 2 * FIXTURE_BLOCKS);
		});

		check('A user finds the bad file, and only it, on the error branch, with what to do', () => {
			const failed = itemsOf(branched, 'OCR', 1);
			assert.equal(failed.length, 1);
			assert.equal(failed[0]?.json['source'], 'b.png');
			const message = failed[0]?.json['error'] as string;
			assert.match(message, /b\.png/);
			assert.ok(message.length > 20, message);
		});

		check('A user refers to the original file in the next node, on the success branch', () => {
			const good = itemsOf(branched, 'Good');
			assert.deepEqual([...new Set(good.map((item) => item.json['from']))], ['a.png', 'c.png']);
			for (const [index, item] of good.entries()) {
				assert.equal(item.json['from'], itemsOf(branched, 'OCR')[index]?.json['source']);
			}
		});

		check('A user refers to the original file in the next node, on the error branch', () => {
			assert.deepEqual(itemsOf(branched, 'Bad').map((item) => item.json['from']), ['b.png']);
		});

		check('A user sets On Error to Continue and finds the failed file in line with the results', async () => {
			await goodBadGood();
			const done = await run(
				readFiles('Continue')
					.ocr('OCR', credential, { options: {} }, { onError: 'continueRegularOutput' })
					.chain('Start', 'Read files', 'OCR')
					.build(),
			);
			assert.equal(done.status, 'success');
			const items = itemsOf(done, 'OCR');
			assert.equal(items.length, 2 * FIXTURE_BLOCKS + 1);
			const failed = items[FIXTURE_BLOCKS];
			assert.equal(failed?.json['source'], 'b.png');
			assert.ok(failed?.json['error']);
			assert.deepEqual(failed?.pairedItem, { item: 1 });
		});

		check('A user leaves On Error at Stop: the run fails, names the file and says what to do', async () => {
			await goodBadGood();
			const done = await run(
				readFiles('Stop').ocr('OCR', credential, { options: {} }).chain('Start', 'Read files', 'OCR').build(),
			);
			assert.equal(done.status, 'error');
			const error = taskOf(done, 'OCR').error;
			assert.match(error?.message ?? '', /b\.png/);
			assert.match(error?.message ?? '', /item 1/);
		});

		check('A user runs with a wrong password: one login is tried, and the message says what to correct', async () => {
			const { stage } = play();
			const { control } = stage.emulator;
			putFiles(await newImages(3));
			const wrong = await stage.createCredential('Wrong password', { password: 'not-the-password-either' });
			control.resetCounters();
			const done = await run(
				readFiles('Wrong password').ocr('OCR', wrong, { options: {} }).chain('Start', 'Read files', 'OCR').build(),
			);
			control.unlock();
			assert.equal(done.status, 'error');
			assert.match(taskOf(done, 'OCR').error?.message ?? '', /password/i);
			assert.equal(control.counters().loginCalls, 1);
			assert.equal(control.counters().calls, 0, 'images sent');
		});

		check('A user runs again: the stored token is used and nobody logs in', async () => {
			const { control } = play().stage.emulator;
			putFiles(await newImages(1));
			const workflow = readFiles('Warm').ocr('OCR', credential, { options: {} }).chain('Start', 'Read files', 'OCR').build();
			control.resetCounters();
			assert.equal((await run(workflow)).status, 'success');
			assert.equal(control.counters().logins, 0);
		});

		check('A user runs after the token was revoked: one new login, and the run succeeds', async () => {
			const { control } = play().stage.emulator;
			putFiles(await newImages(4));
			control.revokeTokens();
			control.resetCounters();
			const done = await run(
				readFiles('Revoked').ocr('OCR', credential, { options: {} }).chain('Start', 'Read files', 'OCR').build(),
			);
			assert.equal(done.status, 'success');
			assert.equal(itemsOf(done, 'OCR').length, 4 * FIXTURE_BLOCKS);
			assert.equal(control.counters().logins, 1);
		});

		check('A user stops a run: it ends as canceled and sends nothing more', async () => {
			const { lab, emulator } = play().stage;
			putFiles(await newImages(12));
			emulator.control.set({ latencyMs: 3000 });
			try {
				const id = await lab.createWorkflow(
					readFiles('Stopped')
						.ocr('OCR', credential, { options: { maxConcurrency: 2 } })
						.chain('Start', 'Read files', 'OCR')
						.build(),
				);
				emulator.control.resetCounters();
				const execution = await lab.start(id, 'Start');
				await until(() => emulator.control.counters().calls >= 2, { what: 'the first images to be sent' });
				await lab.call('POST', `/rest/executions/${execution}/stop`, {});
				const done = await lab.finished(execution);
				const stopped = Date.now();
				assert.equal(done.status, 'canceled');
				// The calls in flight end; had the node not noticed, the next images would go out now.
				await until(() => emulator.control.counters().inFlight === 0, { what: 'the calls in flight to end' });
				assert.deepEqual(emulator.control.callsBegunAfter(stopped), []);
			} finally {
				emulator.control.set({ latencyMs: 0 });
			}
		});

		check('A user looks at the saved execution: no image data and no token in it', async () => {
			const { lab } = play().stage;
			const stored = await lab.call<{ data: string }>('GET', `/rest/executions/${branched.id}`);
			const image = (await plainPng(1)).toString('base64');
			assert.ok(!stored.data.includes(image.slice(0, 60)), 'no image data');
			assert.ok(!holdsToken(stored.data), 'a readable token');
		});
	});
}
