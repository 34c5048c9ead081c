import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { byId } from '../browser/editor.cts';
import { WorkflowBuilder } from '../../realN8n/workflow.cts';
import { check, group } from '../support/check.cts';
import { plainPng, sampleDocument } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

/** The panel without its input, which names a folder of this run. */
const NODE_AND_OUTPUT = { x: 490, y: 25, width: 885, height: 600 };

/** What a run tells beside its items, and what a choice tells before it, as a person sees it in the editor. */
export function hintsSuite(play: () => Play): void {
	let credential: string;

	const putFiles = (folder: string, files: Record<string, Uint8Array>): string => {
		const at = path.join(play().stage.filesFolder, folder);
		mkdirSync(at, { recursive: true });
		for (const [name, content] of Object.entries(files)) writeFileSync(path.join(at, name), content);
		return at;
	};

	/** Opens the node of a workflow that reads a folder. */
	const open = async (folder: string, parameters: Record<string, unknown>) => {
		const { stage, editor } = play();
		credential ??= await stage.createCredential('Hints');
		const workflow = new WorkflowBuilder(`Hints of ${folder}`)
			.node('Start', 'n8n-nodes-base.manualTrigger')
			.node('Read files', 'n8n-nodes-base.readWriteFile', { parameters: { fileSelector: `${path.join(stage.filesFolder, folder)}/*`, options: {} } })
			.ocr('OCR', credential, { options: {}, ...parameters })
			.chain('Start', 'Read files', 'OCR')
			.build();
		await editor.openWorkflow(await stage.lab.createWorkflow(workflow));
		return await editor.openNode('OCR');
	};

	/** Waits until the panel shows each of these texts. */
	const shows = async (...texts: RegExp[]): Promise<void> => {
		const { page } = play();
		for (const text of texts) {
			await until(async () => text.test(await byId(page, 'output-panel').innerText()), {
				what: `the hint ${text.source}`,
				within: 45_000,
			});
		}
	};

	group('Hints', () => {
		check('A user reads after a run which pages were not read and what was without text', async () => {
			const document = await PDFDocument.create();
			const letter = await document.embedPng((await sampleDocument('letter-en')).image);
			for (let page = 0; page < 12; page++) document.addPage([letter.width, letter.height]).drawImage(letter);
			putFiles('hints-pages', { 'contract.pdf': await document.save() });
			await play().stage.withRealReading(async () => {
				const panel = await open('hints-pages', { operation: 'text' });
				await panel.execute();
				await shows(/"contract\.pdf" has 12 pages, 1 was read\. The option Pages reads others/);
				await play().editor.dismissNotes();
				await takeScreenshot(play().page, 'hints-pages', NODE_AND_OUTPUT);
				await panel.close();
			});
		});

		check('A user reads which label was not found, and what stands on the form instead', async () => {
			await play().stage.withRealReading(async () => {
				putFiles('hints-labels', { 'form.png': (await sampleDocument('vehicle-use-request')).image });
				const panel = await open('hints-labels', {
					operation: 'fields',
					fieldDefinitions: { field: [{ name: 'number', label: '编号' }, { name: 'applicant', label: '申请人姓名' }] },
				});
				await panel.execute();
				await shows(/Labels not found: 申请人姓名, nearest: "申请人/);
				await play().editor.dismissNotes();
				await takeScreenshot(play().page, 'hints-labels', NODE_AND_OUTPUT);
				await panel.close();
			});
		});

		check('A user reads about skipped files, pictures made to fit, tables not found, unsure blocks and calls sent again', async () => {
			const { control } = play().stage.emulator;
			const big = await sharp({ create: { width: 5200, height: 4200, channels: 3, background: '#ffffff' } }).png().toBuffer();
			putFiles('hints-many', { 'big.png': big, 'small.png': await plainPng(901) });
			const panel = await open('hints-many', { operation: 'table', options: { imageLimits: 'original', minConfidence: 1 } });
			control.failOcr({ kind: 'error', code: 'AIS.0502' }, { call: 1 });
			await panel.execute();
			await shows(/No table was found on 2 pages/, /1 picture above the limits of the service made to fit: big\.png/, /words blocks left out because of Min Confidence/, /Calls sent again after an answer that is not billed: 1/);
			control.clearFaults();
			await panel.close();
		});

		check('A user asks for all pages and reads before the run what they cost, or why they cannot be counted', async () => {
			const panel = await open('hints-pages', { operation: 'text', options: { pages: '*' } });
			await shows(/Each page is one billed call\. The option Max Calls/);
			await takeScreenshot(play().page, 'hint-before-run', NODE_AND_OUTPUT);
			await panel.choose('inputType', 'URL');
			await shows(/Of a URL the number of pages is not known/);
			await panel.close();
		});
	});
}
