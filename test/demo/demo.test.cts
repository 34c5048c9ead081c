// The demo as a user runs it: as a program of its own.
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { specimen } from '../../workshop/documents/specimens/kinds.cts';
import { composeSampleDocuments } from '../../workshop/documents/samples.cts';

// Recognition takes its time on a busy machine.
jest.setTimeout(180_000);

const ROOT = path.join(__dirname, '../..');

interface Outcome {
	code: number;
	output: string;
}

function runDemo(...args: string[]): Promise<Outcome> {
	return new Promise((resolve) => {
		execFile(process.execPath, ['--require', 'tsx/cjs', path.join(ROOT, 'workshop/demo/main.cts'), ...args], { cwd: ROOT }, (error, stdout, stderr) => {
			resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, output: stdout + stderr });
		});
	});
}

async function drawSample(name: string): Promise<Buffer> {
	const sample = composeSampleDocuments().find((document) => document.name === name);
	if (!sample) throw new Error(`No sample ${name}`);
	return (await sample.render()).image;
}

async function twoPages(picture: Buffer): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	const scan = await pdf.embedPng(picture);
	for (const scale of [0.5, 0.4]) {
		const { width, height } = scan.scale(scale);
		pdf.addPage([width, height]).drawImage(scan, { x: 0, y: 0, width, height });
	}
	return await pdf.save();
}

let folder: string;
let output: string;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
	output = path.join(folder, 'output');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('without arguments: reads the sample form, shows its words, writes three files, ends with 0', async () => {
	const { code, output: printed } = await runDemo('--output', output);
	expect(printed).toContain('[1/1] vehicle-use-request.png … ');
	expect(printed).toMatch(/^ *\d+ +林思源 +\d+ +\d+ +\d+ +\d+ +[01]\.\d\d$/m);
	expect(printed).toContain(`Results: ${output}`);
	expect(printed).toContain('All images were read.');
	expect(code).toBe(0);

	expect((await readdir(output)).sort()).toEqual(['vehicle-use-request.boxes.png', 'vehicle-use-request.csv', 'vehicle-use-request.json']);
	const items = JSON.parse(await readFile(path.join(output, 'vehicle-use-request.json'), 'utf8')) as { words: string; x1: number; source: string }[];
	const words = items.map((item) => item.words.normalize('NFKC'));
	expect(words).toEqual(expect.arrayContaining(['用车申请单', '杭州市滨江路188号国际会展中心', '浙A52736', '周国栋', 'Destination']));
	expect(items[0]).toMatchObject({ source: 'vehicle-use-request.png', x1: expect.any(Number) as number });
	const csv = (await readFile(path.join(output, 'vehicle-use-request.csv'), 'utf8')).trimEnd().split('\r\n');
	expect(csv).toHaveLength(items.length + 1);
	expect(csv.some((line) => line.includes(',浙A52736,'))).toBe(true);
	const picture = await readFile(path.join(output, 'vehicle-use-request.boxes.png'));
	expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1120, 818]);
});

describe('a folder, a missing file and a URL in one run', () => {
	let inputs: string;
	let results: string;
	let outcome: Outcome;
	let server: Server;
	beforeAll(async () => {
		inputs = await mkdtemp(path.join(tmpdir(), 'demo-'));
		results = path.join(inputs, 'output');
		await writeFile(path.join(inputs, 'broken.png'), 'this is no image');
		await writeFile(path.join(inputs, 'notice.png'), await drawSample('notice-zh'));
		await writeFile(path.join(inputs, 'two.pdf'), await twoPages(await drawSample('notice-zh')));
		const turned = await drawSample('notice-zh-turned-180');
		server = createServer((_request, response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(turned));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		outcome = await runDemo(inputs, path.join(inputs, 'missing.png'), `http://127.0.0.1:${port}/turned.png`, '--output', results, '--rows', '2');
	});
	afterAll(async () => {
		server.close();
		await rm(inputs, { recursive: true, force: true });
	});

	test('a broken file and a missing one are shown with their reasons, the others are read, the end is not 0', async () => {
		expect(outcome.code).toBe(1);
		expect(outcome.output).toMatch(/\[1\/5\] broken\.png … ✗ .*"broken\.png"/);
		expect(outcome.output).toMatch(/\[2\/5\] notice\.png … \d+ blocks, direction 0/);
		expect(outcome.output).toContain('more in the files');
		expect(outcome.output).toContain('[4/5] missing.png … ✗ There is no such file.');
		expect(outcome.output).toContain('2 of 5 could not be read.');
		const written = await readdir(results);
		expect(written.filter((name) => name.startsWith('notice')).sort()).toEqual(['notice.boxes.png', 'notice.csv', 'notice.json']);
		expect(written.filter((name) => /^(broken|missing)/.test(name))).toEqual([]);
	});

	test('all pages of a PDF are read, and each gets its picture', async () => {
		expect((await readdir(results)).filter((name) => name.startsWith('two')).sort()).toEqual(['two.csv', 'two.json', 'two.page-1.boxes.png', 'two.page-2.boxes.png']);
		const items = JSON.parse(await readFile(path.join(results, 'two.json'), 'utf8')) as { words: string; page: number }[];
		expect(items.filter(({ words }) => words === '志愿者活动纪要').map(({ page }) => page)).toEqual([1, 2]);
	});

	test('a URL is downloaded by the service, and its picture is drawn as well', async () => {
		expect(outcome.output).toMatch(/\[5\/5\] turned\.png … \d+ blocks, direction 180/);
		expect((await readdir(results)).filter((name) => name.startsWith('turned')).sort()).toEqual(['turned.boxes.png', 'turned.csv', 'turned.json']);
	});
});

test('--document: draws a specimen, shows and saves its fields', async () => {
	const { code, output: printed } = await runDemo('--document', 'quota-invoice', '--seed', '2', '--output', output);
	const truth = specimen('quota-invoice', '2').truth as Record<string, string>;
	for (const [name, value] of Object.entries(truth)) expect(printed).toMatch(new RegExp(`^${name} +${value} +[01]\\.\\d\\d$`, 'm'));
	expect(code).toBe(0);
	expect((await readdir(output)).sort()).toEqual(['quota-invoice.csv', 'quota-invoice.json', 'quota-invoice.png']);
});

test('--document table: rows of a table, shown and saved', async () => {
	const { code, output: printed } = await runDemo('--document', 'table', '--output', output);
	expect(printed).toMatch(/^Team +Item +Delivery Date +Delivery Pieces +Amount$/m);
	expect(printed).toMatch(/^Total +Total +Total +Total +[\d,.]+$/m);
	expect(code).toBe(0);
	expect((await readdir(output)).sort()).toEqual(['table.csv', 'table.json', 'table.png']);
});

test('--list names the documents, and so does a wrong name', async () => {
	const list = await runDemo('--list');
	expect(list.output).toMatch(/^ {2}vat-invoice +VAT invoice$/m);
	expect(list.output).toMatch(/^ {2}smart-document +Page with /m);
	expect(list.code).toBe(0);
	const wrong = await runDemo('--document', 'ticket');
	expect(wrong.output).toMatch(/There is no document "ticket"\. Documents:\n(?: {2}.*\n)* {2}vat-invoice /);
	expect(wrong.code).toBe(2);
});

test('--help explains, and an unknown option is refused', async () => {
	const help = await runDemo('--help');
	expect(help.output).toContain('npm start -- FILE_OR_FOLDER_OR_URL…');
	expect(help.code).toBe(0);
	const wrong = await runDemo('--colour', 'red');
	expect(wrong.output).toContain('--help');
	expect(wrong.code).toBe(2);
});
