// `npm run check:memory`: what the node holds. A thousand PDFs, each with font names of its own, leave nothing
// behind; and of 200 large files with Max Concurrency 100, no more are held than calls are under way, and two.
// In n8n's own engine (n8n-core), over HTTP, the emulator in a process of its own.
import '../harness/environment.cts';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { INodeParameters } from 'n8n-workflow';
import { EmulatorProcess } from '../harness/process/emulatorProcess.cts';
import { storeBinary, useBinaryMode } from '../harness/binaryStorage.cts';
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { emulatorLogin } from '../harness/emulatorLogin.cts';
import { runNode } from '../harness/runNode.cts';

const PDFS = 1_000;
/** Font names of a PDF: were they kept, 1,000 PDFs would leave about 40 MB. */
const NAMES = 400;
const LEFT_BEHIND = 10e6;

const FILES = 200;
const FILE_BYTES = 7_800_000;
/** A file and its base64, which has a quarter of room to spare for the next one (bodyMemory.ts). */
const HELD_BYTES = FILE_BYTES * (1 + (4 / 3) * 1.25);
const MOST_MORE = 2;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that something refers to, once closing connections have let go (see bench:large). */
async function heldBytes(): Promise<number> {
	for (let turn = 0; turn < 10; turn++) {
		collectGarbage();
		await new Promise((resolve) => setImmediate(resolve));
	}
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

async function read(url: string, files: Buffer[], mimeType: string, options: INodeParameters): Promise<number> {
	const items = [];
	for (const [index, file] of files.entries()) items.push({ json: {}, binary: { data: await storeBinary(file, { fileName: `${index}`, mimeType }) } });
	const { items: output, error } = await runNode({
		package: loadBuiltPackage(),
		items,
		parameters: { resource: 'generalText', operation: 'raw', options },
		stored: { login: emulatorLogin(url) },
		credentials: { huaweiOcrApi: 'login' },
	});
	if (error) throw error;
	return output.length;
}

/** Each call has a connection of its own, from before its body is sent until it is answered. */
function openConnections(): number {
	return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap' || name === 'TCPConnectWrap').length;
}

/** A page without anything on it, whose fonts are called as nobody else's. */
function pdf(number: number): Buffer {
	const fonts = Array.from({ length: NAMES }, (_, index) => `/Font${number}x${index}OfADocument 4 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << /Font << ${fonts} >> >> >>`,
		`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica${number} >>`,
	];
	let text = '%PDF-1.4\n';
	const places = objects.map((object, index) => {
		const at = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** A BMP of so many bytes; what is in it counts for nobody here. */
function picture(number: number): Buffer {
	const [width, height] = [2000, 1300];
	const file = Buffer.alloc(FILE_BYTES, number % 251);
	file.write('BM', 0, 'latin1');
	file.writeUInt32LE(FILE_BYTES, 2);
	file.writeUInt32LE(54, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(24, 28);
	file.writeUInt32LE(0, 30);
	file.writeUInt32LE(number, 6);
	return file;
}

async function manyPdfs(url: string): Promise<boolean> {
	const batch = async (from: number, count: number): Promise<void> => {
		const made = await read(url, Array.from({ length: count }, (_, index) => pdf(from + index)), 'application/pdf', { pages: '*' });
		if (made !== count) throw new Error(`${made} items of ${count} PDFs`);
	};
	await batch(0, 100);
	const before = await heldBytes();
	for (let from = 100; from < 100 + PDFS; from += 100) await batch(from, 100);
	const left = (await heldBytes()) - before;
	const met = left <= LEFT_BEHIND;
	console.log(`${met ? 'ok  ' : 'MISS'} ${PDFS} PDFs with ${NAMES} font names each leave ${(left / 1e6).toFixed(1)} MB (at most ${LEFT_BEHIND / 1e6} MB)`);
	return met;
}

async function largeFiles(emulator: EmulatorProcess): Promise<boolean> {
	await emulator.set({ latencyMs: 300 });
	const items = [];
	for (let index = 0; index < FILES; index++) items.push(await storeBinary(picture(index), { fileName: `${index}.bmp`, mimeType: 'image/bmp' }));
	const before = await heldBytes();
	let [most, samples, underWay, isRunning] = [0, 0, 0, true];
	const idle = openConnections();
	const watch = async (): Promise<void> => {
		while (isRunning) {
			collectGarbage();
			const { heapUsed, external } = process.memoryUsage();
			most = Math.max(most, (heapUsed + external - before) / HELD_BYTES);
			underWay = Math.max(underWay, openConnections() - idle);
			samples++;
			await wait(20);
		}
	};
	const watching = watch();
	const { items: output, error } = await runNode({
		package: loadBuiltPackage(),
		items: items.map((data) => ({ json: {}, binary: { data } })),
		parameters: { resource: 'generalText', operation: 'raw', options: { maxConcurrency: 100 } },
		stored: { login: emulatorLogin(emulator.url) },
		credentials: { huaweiOcrApi: 'login' },
	});
	isRunning = false;
	await watching;
	if (error) throw error;
	if (output.length !== FILES || samples < 10) throw new Error(`${output.length} items of ${FILES} files, ${samples} samples`);
	// The most of both: a body is made before its connection opens, so that they don't belong to the same moment.
	const met = most <= underWay + MOST_MORE;
	console.log(`${met ? 'ok  ' : 'MISS'} ${FILES} files of ${FILE_BYTES / 1e6} MB, Max Concurrency 100: up to ${underWay} calls under way, up to ${most.toFixed(1)} files held with their base64 (at most ${MOST_MORE} more than calls; ${samples} samples)`);
	return met;
}

async function main(): Promise<void> {
	await useBinaryMode('filesystem');
	const emulator = await EmulatorProcess.start();
	try {
		const results = [await manyPdfs(emulator.url), await largeFiles(emulator)];
		process.exitCode = results.every(Boolean) ? 0 : 1;
	} finally {
		await emulator.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
