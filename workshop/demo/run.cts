// What the demo does once its arguments are read.
import '../harness/environment.cts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sampleForm } from '../documents/samples.cts';
import { readDocument, specimenKind } from './documents.cts';
import { inputsOf } from './inputs.cts';
import type { Input } from './inputs.cts';
import { messageOf } from './messageOf.cts';
import { ResultFolder } from './results.cts';
import { ReadingError, Session } from '../harness/session.cts';
import type { BlockItem } from '../harness/session.cts';
import { readTableDocument, TABLE_DOCUMENTS } from './tables.cts';
import { fit, printable, table } from '../harness/terminal.cts';

const ROOT = path.join(__dirname, '..', '..');
/** Where the user typed the command; npm itself changes to the package's folder. */
const USER_FOLDER = process.env.INIT_CWD ?? process.cwd();
const WORDS_COLUMNS = 44;

interface Job {
	name: string;
	/** Reads the image's bytes; a URL's only for the picture. */
	bytes: () => Promise<Buffer>;
	url?: string;
}

function jobOf(input: Input): Job {
	if (input.kind === 'file') return { name: input.name, bytes: () => readFile(input.path) };
	return {
		name: input.name,
		url: input.url,
		bytes: async () => {
			const response = await fetch(input.url, { signal: AbortSignal.timeout(15_000) });
			if (!response.ok) throw new Error(`HTTP ${response.status}`);
			return Buffer.from(await response.arrayBuffer());
		},
	};
}

function printBlocks(blocks: readonly BlockItem[], rows: number): void {
	const number = (value: unknown) => (typeof value === 'number' ? String(Math.round(value)) : '');
	const lines = blocks.slice(0, rows).map((block, index) => [
		String(index + 1),
		...(block.page === undefined ? [] : [String(block.page)]),
		fit(printable(block.words), WORDS_COLUMNS),
		number(block.left),
		number(block.top),
		number(block.width),
		number(block.height),
		block.confidence === undefined ? '' : block.confidence.toFixed(2),
	]);
	const header = ['#', ...(blocks[0]?.page === undefined ? [] : ['page']), 'words', 'left', 'top', 'width', 'height', 'confidence'];
	console.log(table(header, lines, header.filter((name) => name !== 'words')));
	if (blocks.length > rows) console.log(`… and ${blocks.length - rows} more in the files`);
}

/** Reads one image and writes its results; throws what the node or the file system said. */
async function runJob(job: Job, session: Session, folder: ResultFolder, rows: number): Promise<void> {
	const started = performance.now();
	const file = job.url === undefined ? await job.bytes() : undefined;
	const allPages = job.name.toLowerCase().endsWith('.pdf') ? { pages: '*' } : {};
	const blocks = await session.read(file ? { bytes: file, fileName: job.name } : { url: job.url ?? '' }, allPages);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const direction = blocks[0] ? `, direction ${blocks[0].direction}°` : '';
	console.log(`${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'}${direction}, ${seconds} s`);
	const image = file ?? (await job.bytes().catch(() => undefined));
	const { files, noPicture } = await folder.write(job.name, blocks, image);
	if (blocks.length > 0) printBlocks(blocks, rows);
	console.log(`→ ${files.map((written) => path.basename(written)).join(', ')}${noPicture === undefined ? '' : ` (no picture: ${noPicture})`}\n`);
}

async function sampleJobs(): Promise<Job[]> {
	const form = await sampleForm();
	return [{ name: `${form.name}.png`, bytes: () => Promise.resolve(form.image) }];
}

/** Reads all images, one after the other; returns how many could not be read. */
async function runJobs(jobs: readonly Job[], folder: ResultFolder, rows: number): Promise<number> {
	let failures = 0;
	const session = await Session.start();
	try {
		for (const [index, job] of jobs.entries()) {
			process.stdout.write(`[${index + 1}/${jobs.length}] ${printable(job.name)} … `);
			try {
				await runJob(job, session, folder, rows);
			} catch (error) {
				failures++;
				console.log(`✗ ${messageOf(error)}`);
				if (error instanceof ReadingError && error.advice !== '') console.log(`  ${error.advice}`);
				console.log();
			}
		}
	} finally {
		await session.close();
	}
	return failures;
}

/** @returns the exit code. */
async function showDocument(name: string, seed: string, folder: string): Promise<number> {
	const tables = TABLE_DOCUMENTS.get(name);
	const kind = tables ? undefined : specimenKind(name);
	const session = await Session.start();
	try {
		if (tables) console.log(await readTableDocument(name, tables, seed, session, folder));
		else if (kind) console.log(await readDocument(kind, seed, session, folder));
		console.log(`Results: ${folder}`);
		return 0;
	} finally {
		await session.close();
	}
}

/** What the user typed, as it was typed. */
export interface Arguments {
	output?: string | undefined;
	rows: string;
	document?: string | undefined;
	seed: string;
	/** Files, folders and URLs. */
	inputs: string[];
}

/**
 * Reads what the user names, or the sample form.
 * @returns the exit code
 * @throws TypeError for an argument that can't be understood
 */
export async function runDemo({ output, rows: typedRows, document, seed, inputs }: Arguments): Promise<number> {
	const rows = Number(typedRows);
	if (!Number.isInteger(rows) || rows < 0) throw new TypeError(`--rows is a whole number, not ${typedRows}`);
	const folder = new ResultFolder(output === undefined ? path.join(ROOT, 'output') : path.resolve(USER_FOLDER, output));
	if (document !== undefined) return showDocument(document, seed, folder.path);

	const jobs: Job[] = [];
	let unusable = 0;
	for (const argument of inputs) {
		try {
			jobs.push(...(await inputsOf(argument, USER_FOLDER)).map(jobOf));
		} catch (error) {
			unusable++;
			console.log(`✗ ${messageOf(error)}\n`);
		}
	}
	if (inputs.length === 0) jobs.push(...(await sampleJobs()));

	const failures = unusable + (jobs.length === 0 ? 0 : await runJobs(jobs, folder, rows));
	const total = unusable + jobs.length;
	console.log(failures === 0 ? 'All images were read.' : `${failures} of ${total} could not be read.`);
	if (failures < total) console.log(`Results: ${folder.path}`);
	return failures === 0 ? 0 : 1;
}
