// `npm run bench:large`: files above what the service takes, and documents of many pages, through the node
// in n8n's engine. The emulator answers at once; the upload is limited to 20 Mbit/s, as an office's is.
import '../harness/environment.cts';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { INodeParameters } from 'n8n-workflow';

import { GOOD_ACCOUNT, GOOD_PASSWORD, GOOD_USER, HOME_REGION } from '../emulator/users.cts';
import { storeBinary, useBinaryMode } from '../harness/binaryStorage.cts';
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { emulatorLogin } from '../harness/emulatorLogin.cts';
import { runNode } from '../harness/runNode.cts';
import { watchPauses } from './large/pauses.cts';
import { SlowUpload } from './large/slowUpload.cts';
import { EmulatorProcess } from '../harness/process/emulatorProcess.cts';
import { forgetPeak, peakBytes, residentBytes } from '../harness/process/memory.cts';

/** 20 Mbit/s */
const UPLOAD = 2_500_000;

const FOLDER = path.join(__dirname, '..', '..', '.cache', 'bench-large');

const MIME_TYPES: Readonly<Record<string, string>> = {
	pdf: 'application/pdf',
	jpg: 'image/jpeg',
	png: 'image/png',
	tif: 'image/tiff',
};

interface Figures {
	pages: number[];
	error?: string;
	seconds: number;
	/** Bytes sent, headers and login included. */
	sent: number;
	/** MB resident above what the process had before the first run. */
	peakMB: number;
	/** MB that something still holds afterwards; what the allocator keeps for later isn't held. */
	keptMB: number;
	longestPause: number;
	longestWork: number;
}

let missed = 0;

function bar(what: string, value: number, most: number, unit: string): void {
	const isMet = value <= most;
	if (!isMet) missed++;
	console.log(`  ${isMet ? 'ok  ' : 'MISS'} ${what.padEnd(52)} ${value.toPrecision(3)}${unit} (at most ${most}${unit})`);
}

function allPages(pages: readonly number[], count: number): void {
	bar(`pages missing of ${count}`, count - new Set(pages).size, 0, '');
}

function fileOf(name: string): Buffer {
	return readFileSync(path.join(FOLDER, name));
}

function prepareFiles(): void {
	mkdirSync(FOLDER, { recursive: true });
	const program = path.join(__dirname, 'large', 'makeFiles.cts');
	execFileSync(process.execPath, ['--require', 'tsx/cjs', program, FOLDER], { stdio: 'inherit' });
}

/** Collects what nobody holds, so that what is left is kept. */
function collectGarbage(): void {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	collect();
}

/**
 * Bytes that something in this process refers to. A closing connection holds what it sent, and a weak reference
 * what it was asked for, until the event loop has turned a few times: that is not kept.
 */
async function heldBytes(): Promise<number> {
	for (let turn = 0; turn < 10; turn++) {
		collectGarbage();
		await nextTurn();
	}
	collectGarbage();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** @param idle bytes of the process before the first run */
async function run(slow: SlowUpload, idle: number, name: string, options: INodeParameters): Promise<Figures> {
	const extension = path.extname(name).slice(1);
	const data = await storeBinary(fileOf(name), { fileName: name, mimeType: MIME_TYPES[extension] ?? '' });
	const held = await heldBytes();
	const sentBefore = slow.sent;
	forgetPeak();
	const pauses = watchPauses();
	const started = performance.now();
	const result = await runNode({
		package: loadBuiltPackage(),
		items: [{ json: {}, binary: { data } }],
		parameters: { resource: 'generalText', operation: 'raw', inputType: 'binary', binaryPropertyName: 'data', options },
		stored: { login: emulatorLogin(slow.url) },
		credentials: { huaweiOcrApi: 'login' },
	});
	const seconds = (performance.now() - started) / 1000;
	const { longest, longestWork } = pauses.stop();
	const peakMB = (peakBytes() - idle) / 1e6;
	const pages = result.items.map(({ json }) => (typeof json.page === 'number' ? json.page : 1));
	return {
		pages,
		...(result.error ? { error: `${result.error.message} ${result.error.description ?? ''}` } : {}),
		seconds,
		sent: slow.sent - sentBefore,
		peakMB,
		keptMB: ((await heldBytes()) - held) / 1e6,
		longestPause: longest,
		longestWork,
	};
}

function tell(name: string, figures: Figures): void {
	const { pages, seconds, sent, peakMB, keptMB, longestPause, longestWork, error } = figures;
	console.log(
		`${name}: ${(fileOf(name).length / 1e6).toFixed(1)} MB, ${pages.length} pages in ${seconds.toFixed(1)} s, ` +
			`${(sent / 1e6).toFixed(1)} MB sent, ${peakMB.toFixed(0)} MB above idle, ${keptMB.toFixed(0)} MB kept, ` +
			`longest pause ${longestPause.toFixed(0)} ms (${longestWork.toFixed(0)} ms of work)${error === undefined ? '' : `, ERROR ${error}`}`,
	);
}

/** The whole file for each page, as a user's own HTTP requests would send it: as many at a time as the node. */
async function wholeFileForEachPage(slow: SlowUpload, name: string, pages: number, parallel: number): Promise<{ seconds: number; sent: number }> {
	const sentBefore = slow.sent;
	const started = performance.now();
	const user = { name: GOOD_USER, password: GOOD_PASSWORD, domain: { name: GOOD_ACCOUNT } };
	const login = await fetch(`${slow.url}/v3/auth/tokens`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			auth: { identity: { methods: ['password'], password: { user } }, scope: { project: { name: HOME_REGION } } },
		}),
	});
	const token = login.headers.get('x-subject-token') ?? '';
	const { token: { project } } = (await login.json()) as { token: { project: { id: string } } };
	const image = fileOf(name).toString('base64');
	let next = 1;
	const worker = async (): Promise<void> => {
		for (let page = next++; page <= pages; page = next++) {
			const answer = await fetch(`${slow.url}/v2/${project.id}/ocr/general-text`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-auth-token': token },
				body: JSON.stringify({ image, pdf_page_number: page }),
			});
			if (!answer.ok) throw new Error(`The whole file, page ${page}: ${answer.status} ${await answer.text()}`);
			await answer.arrayBuffer();
		}
	};
	await Promise.all(Array.from({ length: parallel }, worker));
	return { seconds: (performance.now() - started) / 1000, sent: slow.sent - sentBefore };
}

async function main(): Promise<void> {
	prepareFiles();
	await useBinaryMode('filesystem');
	const emulator = await EmulatorProcess.start();
	const slow = await SlowUpload.start(emulator.url, UPLOAD);
	loadBuiltPackage();
	collectGarbage();
	const idle = residentBytes();
	try {
		console.log('1. A scanned PDF of twelve pages, each page alone');
		const twelve = 'twelve-pages.pdf';
		const parted = await run(slow, idle, twelve, { pages: '*', maxConcurrency: 5 });
		tell(twelve, parted);
		const whole = await wholeFileForEachPage(slow, twelve, 12, 5);
		console.log(`  the whole file for each page: ${whole.seconds.toFixed(1)} s, ${(whole.sent / 1e6).toFixed(1)} MB sent`);
		allPages(parted.pages, 12);
		bar("bytes sent ÷ the file's base64", parted.sent / ((fileOf(twelve).length * 4) / 3), 1.15, '');
		bar('time ÷ that of the whole file for each page', parted.seconds / whole.seconds, 1 / 6, '');

		console.log('2. A scanned PDF of sixty pages, ten at a time');
		const sixty = 'sixty-pages.pdf';
		const long = await run(slow, idle, sixty, { pages: '*', maxConcurrency: 10 });
		tell(sixty, long);
		allPages(long.pages, 60);
		bar('memory above idle, beyond the file', long.peakMB - fileOf(sixty).length / 1e6, 100, ' MB');

		console.log('5. Pictures above the limit, and a fax of thirty frames');
		for (const [name, pages] of [['photograph.jpg', 1], ['a4-600-dpi.png', 1], ['thirty-frames.tif', 30]] as const) {
			const figures = await run(slow, idle, name, { maxConcurrency: 5, ...(pages > 1 ? { pages: '*' } : { shrinkLargeImages: true }) });
			tell(name, figures);
			allPages(figures.pages, pages);
			bar('memory above idle', figures.peakMB, 400, ' MB');
			bar('memory still held', figures.keptMB, 10, ' MB');
		}
		console.log(missed === 0 ? 'All bars met.' : `${missed} bars missed.`);
		process.exitCode = missed === 0 ? 0 : 1;
	} finally {
		await slow.stop();
		await emulator.stop();
	}
}

void main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
