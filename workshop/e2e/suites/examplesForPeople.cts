import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { itemsOf } from '../../realN8n/lab.cts';
import { startEmbeddings } from '../servers/embeddings.cts';
import { startSmtp } from '../servers/smtp.cts';
import { check, group } from '../support/check.cts';
import { newTempDir } from '../../harness/paths.cts';
import { sampleDocument } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import { ExampleDesk, PRINTED } from './exampleDesk.cts';
import type { Play } from './play.cts';

const START = 'When clicking Execute workflow';

/** Examples in which people hand over scans, look at doubtful ones, or look for them later. */
export function examplesForPeopleSuite(play: () => Play): void {
	const desk = new ExampleDesk(play);

	/** A folder below the one that n8n's nodes may read, with these sample documents in it. */
	const layOut = async (folder: string, documents: Record<string, string>, more: string[] = []): Promise<string> => {
		const at = path.join(play().stage.filesFolder, folder);
		for (const each of ['', ...more]) mkdirSync(path.join(at, each), { recursive: true });
		for (const [file, name] of Object.entries(documents)) writeFileSync(path.join(at, file), (await sampleDocument(name)).image);
		return at;
	};

	group('Examples for people', () => {
		check('A user uploads several scans and a letter that is no scan in one form, and reads what became of each', async () => {
			const { stage, page } = play();
			const id = await desk.ensureImported('form-upload');
			await stage.lab.activate(id);
			await stage.withRealReading(async () => {
				const folder = newTempDir('upload');
				const letter = path.join(folder, 'letter.png');
				const receipt = path.join(folder, 'receipt.png');
				const broken = path.join(folder, 'broken.pdf');
				writeFileSync(letter, (await sampleDocument('letter-en')).image);
				writeFileSync(receipt, (await sampleDocument('receipt-en')).image);
				writeFileSync(broken, 'This is a note, whatever its name says.');
				await page.goto(`${stage.lab.url}/form/5c1f7f0a-3f0e-4c0e-9d35-0e7b3a2d9f21`);
				await page.locator('input[type=file]').setInputFiles([letter, receipt, broken]);
				await page.locator('button[type=submit], #submit-btn').first().click();
				await page.getByText('Thank you').waitFor({ timeout: 60_000 });
				const told = await page.locator('body').innerText();
				assert.match(told, /letter\.png: \d{2,} characters read/);
				assert.match(told, /receipt\.png: \d{2,} characters read/);
				assert.match(told, /"broken\.pdf"/);
				await takeScreenshot(page, 'form-upload-thanks', { x: 350, y: 0, width: 700, height: 230 });
			});
			const done = await stage.lab.nextExecution(id);
			await stage.lab.deactivate(id);
			assert.equal(done.status, 'success', done.data.resultData.error?.message);
			const texts = itemsOf(done, 'Texts').map((item) => item.json as { file: string; text: string; problem: string });
			// n8n numbers the files of a form in the order in which it has stored them: a small one may overtake a large one.
			const outcomes = texts.map(({ file, problem }) => [file, problem !== '']).sort();
			assert.deepEqual(outcomes, [['broken.pdf', true], ['letter.png', false], ['receipt.png', false]]);
			await desk.picture('form-upload', done);
		}, { timeout: 150_000 });

		check('A user has scans renamed and filed by what they say; doubtful and unreadable ones are put aside', async () => {
			const { stage } = play();
			const folder = await layOut('inbox', { 'scan0001.png': 'vehicle-use-request', 'scan0002.png': 'receipt-en' }, ['filed', 'unclear']);
			writeFileSync(path.join(folder, 'scan0003.png'), 'no picture');
			await stage.withRealReading(async () => {
				const done = await stage.lab.execute(await desk.ensureImported('file-scans'), START);
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				assert.deepEqual(readdirSync(path.join(folder, 'filed')), ['2026-03-18 QL-20417 市场部.png']);
				assert.deepEqual(readdirSync(path.join(folder, 'unclear')).sort(), ['scan0002.png', 'scan0003.png']);
				const filed = readFileSync(path.join(folder, 'filed', '2026-03-18 QL-20417 市场部.png'));
				assert.ok(filed.equals(readFileSync(path.join(folder, 'scan0001.png'))), 'the scan itself, byte for byte');
				await desk.picture('file-scans', done);
			});
		}, { timeout: 120_000 });

		check('A user gets the forms without doubt as rows at once; a doubtful one is mailed to a person with its picture, whose answer is the row', async () => {
			const { stage, page } = play();
			const smtp = await startSmtp();
			try {
				await stage.lab.createCredential('SMTP account', 'smtp', smtp.credential);
				const folder = await layOut('forms', { 'form-1.png': 'vehicle-use-request', 'form-2.png': 'receipt-en', 'form-3.png': 'letter-en' });
				const id = await desk.ensureImported('doubtful-forms');
				const execution = await stage.lab.start(id, START);
				/** What the person does with the mail at `index`: opens its link, fills in number and department, sends the form. */
				const answer = async (index: number, file: string, number: string, department: string): Promise<void> => {
					const mail = await until(() => smtp.received[index], { what: `the mail about ${file}`, within: 60_000 });
					assert.deepEqual([mail.recipients, mail.subject], [['reviewer@example.com'], `Please check: ${file}`]);
					const picture = mail.parts.find(({ mimeType }) => mimeType === 'image/png');
					assert.ok(picture, 'a picture is attached');
					assert.equal(picture.content.subarray(1, 4).toString('latin1'), 'PNG');
					const html = mail.parts.find(({ mimeType }) => mimeType === 'text/html')?.content.toString() ?? '';
					assert.match(html, /number: not found/);
					const link = /href="([^"]+)"/.exec(html)?.[1]?.replace(/&amp;/g, '&') ?? '';
					await until(
						async () => {
							await page.goto(link);
							return await page.getByText(`Check ${file}`).isVisible();
						},
						{ what: `the form about ${file}`, within: 30_000, every: 500 },
					);
					await page.getByLabel('number').fill(number);
					await page.getByLabel('department').fill(department);
					if (index === 0) await takeScreenshot(page, 'review-form', { x: 350, y: 0, width: 700, height: 890 });
					await page.locator('button[type=submit], #submit-btn').first().click();
				};
				await stage.withRealReading(async () => {
					await answer(0, 'form-2.png', 'R-77', 'Purchasing');
					await answer(1, 'form-3.png', 'L-5', 'Storeroom');
					const done = await stage.lab.finished(execution);
					assert.equal(done.status, 'success', done.data.resultData.error?.message);
					assert.equal(smtp.received.length, 2, 'nobody is asked about the form without doubt');
					await desk.picture('doubtful-forms', done);
				});
				const [header = [], ...rows] = await readSheet(path.join(folder, 'forms.xlsx'));
				assert.deepEqual(header, ['file', 'number', 'department', 'date', 'applicant', 'destination', 'passengers', 'checkedBy']);
				assert.deepEqual(rows[0]?.slice(0, 4), ['form-1.png', PRINTED[0], PRINTED[1], '2026-03-18']);
				assert.deepEqual(
					rows.slice(1).map((row) => [row[0], row[1], row[2], row.at(-1)]),
					[['form-2.png', 'R-77', 'Purchasing', 'a person'], ['form-3.png', 'L-5', 'Storeroom', 'a person']],
				);
			} finally {
				await smtp.close();
			}
		}, { timeout: 180_000 });

		check('A user turns a folder of documents into Markdown, cut by a text splitter, in a vector store', async () => {
			const { stage } = play();
			const model = await startEmbeddings();
			try {
				await stage.lab.createCredential('OpenAI account', 'openAiApi', model.credential);
				const folder = await layOut('documents', { 'letter.png': 'letter-en', 'table.png': 'table-zh' });
				writeFileSync(path.join(folder, 'broken.png'), 'no picture');
				await stage.withRealReading(async () => {
					const done = await stage.lab.execute(await desk.ensureImported('folder-to-markdown'), START);
					assert.equal(done.status, 'success', done.data.resultData.error?.message);
					assert.ok(existsSync(folder));
					const pages = itemsOf(done, 'Recognize text').map((item) => item.json as { source: string; markdown: string });
					assert.deepEqual(pages.map(({ source }) => source), ['letter.png', 'table.png']);
					const table = (await sampleDocument('table-zh')).tables[0];
					assert.ok(pages[1]?.markdown.includes(`| ${table?.header.join(' | ')} |`), pages[1]?.markdown);
					assert.deepEqual(itemsOf(done, 'Unreadable documents').map((item) => item.json['file']), ['broken.png']);
					const pieces = itemsOf(done, 'Vector store').map((item) => item.json as { pageContent: string; metadata: { file: string } });
					assert.deepEqual([...new Set(pieces.map(({ metadata }) => metadata.file))].sort(), ['letter.png', 'table.png']);
					for (const { pageContent } of pieces) assert.ok(pageContent.length <= 1000, `a piece of ${pageContent.length} characters`);
					assert.deepEqual([...model.texts].sort(), pieces.map(({ pageContent }) => pageContent).sort(), 'what was embedded is what was read');
					await desk.picture('folder-to-markdown', done);
				});
			} finally {
				await model.close();
			}
		}, { timeout: 150_000 });
	});
}
