import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { composeSpecimen, type SpecimenKind } from '../../documents/specimens/kinds.cts';
import { itemsOf } from '../../realN8n/lab.cts';
import { mailWithAttachments, startImap, type Attachment } from '../servers/imap.cts';
import { check, group } from '../support/check.cts';
import { newTempDir } from '../../harness/paths.cts';
import { sampleDocument } from '../../harness/pictures.cts';
import { until } from '../../harness/process/poll.cts';
import { withOtherEnd, withSpot } from '../support/spoiled.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import { example, ExampleDesk } from './exampleDesk.cts';
import type { Play } from './play.cts';

type Row = Record<string, unknown>;

const png = (fileName: string, content: Buffer): Attachment => ({ fileName, mimeType: 'image/png', content });
const picture = async (kind: SpecimenKind, seed: string): Promise<Buffer> => (await composeSpecimen(kind, seed).render()).image;
/** `¥10768.45` → 10768.45: the specimens print amounts without thousands separators. */
const amountOf = (text: unknown): number => Number(String(text).replace(/[^\d.]/g, ''));

/** The examples in which documents of a kind become rows, a total, an answer. */
export function examplesOfPaperworkSuite(play: () => Play): void {
	const desk = new ExampleDesk(play);

	/** Rows of a data table as n8n keeps them, in the order in which they came. */
	const tableRows = async (name: string): Promise<Row[]> => {
		const { lab } = play().stage;
		const { id: project } = await lab.call<{ id: string }>('GET', '/rest/projects/personal');
		const { data: tables } = await lab.call<{ data: Array<{ id: string; name: string }> }>('GET', `/rest/projects/${project}/data-tables`);
		const table = tables.find((each) => each.name === name);
		assert.ok(table, `the table ${name} among ${tables.map((each) => each.name).join(', ')}`);
		return (await lab.call<{ data: Row[] }>('GET', `/rest/projects/${project}/data-tables/${table.id}/rows`)).data;
	};

	group('Example workflows for paperwork', () => {
		check('A user gets invoices by mail: a row for each in one table, a row for each line item in a second, what is doubtful in a third', async () => {
			const { stage } = play();
			const imap = await startImap();
			try {
				await desk.ensureOtherAccount('IMAP account', 'imap', imap.credential);
				const id = await desk.ensureImported('mailbox-invoices');
				const made = await stage.lab.execute(id, 'Create the tables once');
				assert.equal(made.status, 'success', made.data.resultData.error?.message);
				const good = ['march-2', 'march-5'].map((seed) => composeSpecimen('vat-invoice', seed).truth);
				const doubtful = composeSpecimen('vat-invoice', 'march-4').truth;
				await stage.withRealReading(async () => {
					const first = await picture('vat-invoice', 'march-2');
					await stage.lab.activate(id);
					await imap.deliver(
						mailWithAttachments('Invoices of March', 'Please find our invoices attached.', [
							png('a.png', first),
							png('b.png', await picture('vat-invoice', 'march-5')),
							png('a again.png', first),
							png('spilled.png', await withSpot('vat-invoice', 'march-4', doubtful['total'] as string)),
							png('letter.png', (await sampleDocument('letter-en')).image),
							{ fileName: 'invoice.docx', mimeType: 'application/octet-stream', content: Buffer.from('no picture') },
						]),
					);
					const done = await stage.lab.nextExecution(id, 150_000, Number(made.id));
					await stage.lab.deactivate(id);
					assert.equal(done.status, 'success', done.data.resultData.error?.message);
					await desk.picture('mailbox-invoices', done);
				});
				const name = (invoice: Row): string => `${String(invoice['code'])} ${String(invoice['number'])}`;
				assert.deepEqual(
					(await tableRows('OCR invoices')).map(({ invoice, seller, total, subject }) => [invoice, seller, total, subject]),
					good.map((invoice) => [name(invoice), invoice['seller_name'], amountOf(invoice['total']), 'Invoices of March']),
				);
				const lines = (await tableRows('OCR line items')).map((row) => ['invoice', 'line', 'name', 'quantity', 'amount', 'tax'].map((column) => row[column]));
				assert.deepEqual(
					lines,
					good.flatMap((invoice) =>
						(invoice['item_list'] as Row[]).map((line, index) => [
							name(invoice),
							index + 1,
							line['name'],
							...['quantity', 'amount', 'tax'].map((column) => amountOf(line[column])),
						]),
					),
				);
				const aside = (await tableRows('OCR to check')).map(({ file, problem }) => [String(file), String(problem)] as const);
				assert.deepEqual(aside.map(([file]) => file).sort(), ['invoice.docx', 'letter.png', 'spilled.png']);
				assert.match(aside.find(([file]) => file === 'spilled.png')?.[1] ?? '', /the total was not read/);
				assert.match(aside.find(([file]) => file === 'letter.png')?.[1] ?? '', /AIS\.0104/);
			} finally {
				await imap.stop();
			}
		}, { timeout: 240_000 });

		check('A user uploads photos of tickets: the page names the total and what is not in it, two Excel files hold the lists', async () => {
			const { stage, page } = play();
			const id = await desk.ensureImported('expense-photo');
			const { truth } = composeSpecimen('mixed', 'trip-1');
			const taxi = composeSpecimen('taxi-invoice', 'trip-2').truth;
			const at = (kind: string, field: string): number => amountOf((truth[kind] as Row)[field]);
			const expected = [at('train_ticket', 'ticket_price'), at('taxi_invoice', 'total'), 10];
			assert.equal((truth['quota_invoice'] as Row)['amount'], '壹拾圆整');
			const folder = newTempDir('photos');
			const files = [path.join(folder, 'desk.png'), path.join(folder, 'taxi.png'), path.join(folder, 'letter.png')];
			writeFileSync(files[0] ?? '', await picture('mixed', 'trip-1'));
			writeFileSync(files[1] ?? '', await withSpot('taxi-invoice', 'trip-2', taxi['total'] as string));
			writeFileSync(files[2] ?? '', (await sampleDocument('letter-en')).image);
			await stage.lab.activate(id);
			const form = example('expense-photo').nodes.find(({ name }) => name === 'Photos of tickets')?.webhookId ?? '';
			await stage.withRealReading(async () => {
				await page.goto(`${stage.lab.url}/form/${form}`);
				await page.locator('input[type=file]').setInputFiles(files);
				await page.locator('button[type=submit], #submit-btn').first().click();
				await page.getByText('Total: ').waitFor({ timeout: 150_000 });
				const told = await page.locator('body').innerText();
				assert.match(told, new RegExp(`Total: ${expected.reduce((sum, amount) => sum + amount, 0).toFixed(2)}`));
				assert.match(told, /3 amounts are in the total\. 3 could not be read and are not in it/);
				assert.match(told, /taxi\.png: the amount of the taxi invoice was not read/);
				await takeScreenshot(page, 'expense-photo-answer', { x: 350, y: 0, width: 700, height: 300 });
			});
			const done = await stage.lab.nextExecution(id);
			await stage.lab.deactivate(id);
			assert.equal(done.status, 'success', done.data.resultData.error?.message);
			const sheet = async (name: string): Promise<Array<Record<string, unknown>>> => {
				const [header = [], ...rows] = await readSheet(path.join(stage.filesFolder, `${name}-${done.id}.xlsx`));
				return rows.map((row) => Object.fromEntries(header.map((column, index) => [String(column), row[index]])));
			};
			const expenses = await sheet('expenses');
			assert.deepEqual(expenses.map(({ ticket, amount }) => [ticket, amount]), [['train ticket', expected[0]], ['taxi invoice', expected[1]], ['quota invoice', expected[2]]]);
			const aside = await sheet('to-check');
			// n8n numbers the files of a form in the order in which it has stored them.
			assert.deepEqual(aside.map(({ file, amount }) => [file, amount ?? null]).sort(), [['desk.png', null], ['letter.png', null], ['taxi.png', null]]);
			for (const { problem } of aside) assert.ok(problem, 'each has its reason');
			assert.equal(itemsOf(done, 'Total').length, 1);
			await desk.picture('expense-photo', done);
		}, { timeout: 240_000 });

		check('A user sends pictures of ID cards to a webhook and learns which card is in order, and why another is not', async () => {
			const { stage } = play();
			const id = await desk.ensureImported('id-card-webhook');
			await stage.lab.activate(id);
			const ask = async (...images: Buffer[]): Promise<{ status: number; text: string; answer: Row }> => {
				const form = new FormData();
				for (const [index, image] of images.entries()) form.append(`file${index}`, new Blob([new Uint8Array(image)], { type: 'image/png' }), `card-${index}.png`);
				const response = await fetch(`${stage.lab.url}/webhook/id-card`, { method: 'POST', body: form });
				const text = await response.text();
				return { status: response.status, text, answer: JSON.parse(text) as Row };
			};
			try {
				await stage.withRealReading(async () => {
					for (const [seed, isExpired] of [['card-2', false], ['card-17', false], ['card-6', true]] as const) {
						const { front, back } = composeSpecimen('id-card', seed).truth as { front: Row; back: Row };
						const number = String(front['number']);
						const { status, text, answer } = await ask(await picture('id-card', seed));
						assert.equal(status, 200, text);
						const problems = isExpired ? [`The card expired on ${String(back['valid_to'])}`] : [];
						assert.deepEqual(answer, {
							ok: !isExpired,
							problems,
							name: front['name'],
							number: `${number.slice(0, 3)}***${number.slice(-2)}`,
							validTo: back['valid_to'],
						});

						const wrong = await ask(await withOtherEnd('id-card', seed, number));
						assert.equal(wrong.answer['ok'], false, wrong.text);
						const [first] = wrong.answer['problems'] as string[];
						assert.match(first ?? '', new RegExp(`^The check digit of the number ${number.slice(0, 3)}\\*\\*\\*\\d[\\dX] is wrong$`));
						assert.ok(!wrong.text.includes(number.slice(3, 15)), 'the number is masked');
					}
					const letter = await ask((await sampleDocument('letter-en')).image);
					assert.equal(letter.status, 422, letter.text);
					assert.match(String((letter.answer['problems'] as string[])[0]), /AIS\.0104/);
					const card = await picture('id-card', 'card-2');
					const two = await ask(card, card);
					assert.equal(two.status, 422, two.text);
				});
				// n8n answers first and clears up after that.
				await until(async () => (await stage.lab.executions(id)).length === 0, { what: 'n8n to keep nothing of these executions', within: 30_000 });
				await desk.pictureWithoutRun('id-card-webhook');
			} finally {
				await stage.lab.deactivate(id);
			}
		}, { timeout: 240_000 });
	});
}
