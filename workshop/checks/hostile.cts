// npm run check:hostile: files and answers that were made to do harm, each read by the built node in n8n's
// engine, in a process of its own whose CPU, pauses and memory are measured. Ends non-zero when one costs too
// much, ends the process, or has no outcome that names its file.
//   check:hostile -- NAME     only those whose names contain it
//   check:hostile -- --files  only files; --answers only answers
//   check:hostile -- --plant  with a slow parser planted: has to fail
//   check:hostile -- --all    prints the figures of all
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import '../harness/environment.cts';
import { loadBuiltPackage } from '../harness/builtPackage.cts';
import { startEmulator } from '../emulator/server.cts';
import { goodAnswer, HOSTILE_ANSWERS } from './hostile/answers.cts';
import type { Outcome, Task } from './hostile/child.cts';
import { DOCUMENT_SHAPES, type DocumentShape } from './hostile/documentAnswers.cts';
import type { HostileFile } from './hostile/files.cts';
import { hostilePdfs } from './hostile/pdfFiles.cts';
import { goodPicture, hostilePictures } from './hostile/pictureFiles.cts';

const MB = 1024 * 1024;

/** Bars. */
const LEAST_FILES = 120;
const LEAST_ANSWERS = 60;
const MOST_CPU_MS = 500;
const MOST_PAUSE_MS = 200;
const MOST_MEMORY = 100 * MB;
/** Times the bytes of the file or answer. */
const MEMORY_PER_BYTE = 4;
/** Characters of an answer that is read by most operations. */
const LARGE = 200_000;
/** Operations that look at positions or words in a way of their own; the others do a part of it, or nothing. */
const LAYING_OUT = ['pairs', 'fields', 'markdown', 'table'];
/** What is above a bar is measured so many times more, in a process that has read nothing else, as those of good files are. */
const MOST_AGAIN = 3;
/** ms of silence after which a process counts as hung */
const HUNG_AFTER_MS = 60_000;


interface Case {
	name: string;
	bytes: Buffer;
	/** bytes of what is hostile: the file, or the answer */
	size: number;
	/** bytes of the good answer that it is compared with, when that is not as long: it has as many blocks */
	like?: number;
	operation: string;
	options: Task['options'];
	answer?: string;
	/** Of an answer without words blocks. */
	shape?: DocumentShape;
}

/** The process under test; a new one takes the place of one that died. */
class Reader {
	#child: ChildProcess | undefined;

	async run(task: Task): Promise<Outcome | string> {
		const child = (this.#child ??= await this.#start());
		return await new Promise((resolve) => {
			const done = (result: Outcome | string, isDead: boolean): void => {
				clearTimeout(timer);
				child.removeAllListeners();
				if (isDead) this.stop();
				resolve(result);
			};
			const timer = setTimeout(() => done(`hung for ${HUNG_AFTER_MS / 1000} s`, true), HUNG_AFTER_MS);
			child.once('exit', (code, signal) => done(`the process ended (${signal ?? code})`, true));
			child.once('message', (message: { outcome?: Outcome; crash?: string }) =>
				done(message.outcome ?? `crashed: ${message.crash}`, message.outcome === undefined),
			);
			child.send(task);
		});
	}

	stop(): void {
		this.#child?.removeAllListeners();
		this.#child?.kill('SIGKILL');
		this.#child = undefined;
	}

	async #start(): Promise<ChildProcess> {
		const child = fork(join(__dirname, 'hostile', 'child.cts'), {
			execArgv: ['--expose-gc', '--require', 'tsx/cjs'],
		});
		await new Promise((resolve) => child.once('message', resolve));
		return child;
	}
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			plant: { type: 'boolean', default: false },
			all: { type: 'boolean', default: false },
			files: { type: 'boolean', default: false },
			answers: { type: 'boolean', default: false },
		},
	});
	const [only = ''] = positionals;
	const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
	const begun = performance.now();
	let answerNow: string | undefined;
	const emulator = await startEmulator({ engine: 'fixture', fixture: { blocks: 3, answer: () => answerNow } });
	const reader = new Reader();
	let number = 0;
	const run = async (each: Case, plant: boolean): Promise<Outcome | string> => {
		const fileName = `case-${++number}.bin`;
		const path = join(folder, fileName);
		writeFileSync(path, each.bytes);
		emulator.control.reset();
		answerNow = each.answer;
		const result = await reader.run({ path, fileName, url: emulator.url, operation: each.operation, options: each.options, plant, ...(each.shape ? { parameters: each.shape.parameters } : {}) });
		rmSync(path);
		return result;
	};
	try {
		const good = await goodCosts(run);
		const known = new Map<string, GoodCosts>();
		const goodAnswersOf = async ({ operation, shape }: Case): Promise<GoodCosts> => {
			const key = shape?.name ?? operation;
			const costs = known.get(key) ?? (await goodAnswerCosts(run, operation, shape));
			known.set(key, costs);
			return costs;
		};
		if (!(await noticesPlant(run))) {
			console.log('A planted slow parser is not noticed: the check is blind.');
			process.exitCode = 1;
			return;
		}
		const both = values.files === values.answers;
		const cases = [...(both || values.files ? await fileCases() : []), ...(both || values.answers ? [...answerCases(), ...documentCases()] : [])].filter(({ name }) => name.includes(only));
		let failed = 0;
		for (const each of cases) {
			const costs = each.answer === undefined ? good : await goodAnswersOf(each);
			let result = await run(each, values.plant);
			let problems = problemsOf(result, each, costs);
			// The first run of a kind compiles the code that it needs, too, and hundreds of files leave a heap behind that takes
			// longer to collect; what a file really costs, it costs again. Of good ones the least counts as well.
			if (problems.length > 0) reader.stop();
			for (let again = 0; again < MOST_AGAIN && problems.length > 0 && typeof result !== 'string'; again++) {
				result = await run(each, values.plant);
				problems = problemsOf(result, each, costs);
			}
			if (problems.length > 0) failed++;
			if (problems.length > 0 || values.all) {
				const figures = typeof result === 'string' ? '' : ` [cpu ${Math.round(result.cpu)} ms, ${Math.round(result.cpu - costs(each.like ?? each.size))} ms over a good one, pause ${Math.round(result.pause)} ms, memory ${Math.round(result.memory / MB)} MB] ${result.said[0] ?? ''}`;
				console.log(`${problems.length > 0 ? 'FAILED' : 'ok'} ${each.name}: ${problems.join('; ')}${figures}`.slice(0, 400));
			}
		}
		const files = cases.filter(({ answer }) => answer === undefined).length;
		const answers = new Set(cases.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))).size;
		const isShort = ((both || values.files) && files < LEAST_FILES) || ((both || values.answers) && answers < LEAST_ANSWERS);
		const tooFew = only === '' && isShort ? ', too few' : '';
		console.log(`${files} hostile files, ${answers} hostile answers in ${cases.length - files} runs, ${failed} failed${tooFew}; ${((performance.now() - begun) / 1000).toFixed(0)} s`);
		process.exitCode = failed > 0 || tooFew !== '' ? 1 : 0;
	} finally {
		reader.stop();
		await emulator.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

type Run = (each: Case, plant: boolean) => Promise<Outcome | string>;

/** CPU (ms) that good files or answers take, by their size. */
type GoodCosts = (size: number) => number;

async function goodCosts(run: Run): Promise<GoodCosts> {
	return await costsOf(run, [await goodCase(10_000), await goodCase(7 * MB)]);
}

/** Blocks of good answers: of one picture, of a full page, and as many as are laid out. */
const GOOD_BLOCKS = [3, 6_000, 20_000];

/** What an operation takes on a good answer: layout compares texts, so that it grows faster than the answer. */
async function goodAnswerCosts(run: Run, operation: string, shape?: DocumentShape): Promise<GoodCosts> {
	const ofBlocks = (blocks: number): Case => {
		const answer = shape ? shape.good(blocks) : goodAnswer(blocks);
		return { name: 'good', bytes: Buffer.concat([PICTURE, Buffer.from(`good ${shape?.name} ${blocks}`)]), size: answer.length, operation, options: {}, answer, ...(shape ? { shape } : {}) };
	};
	return await costsOf(run, (shape ? GOOD_BLOCKS.slice(0, 2) : GOOD_BLOCKS).map(ofBlocks));
}

/** @param cases from the smallest to the largest, two at least; between them costs are read off a straight line */
async function costsOf(run: Run, cases: readonly Case[]): Promise<GoodCosts> {
	const costs: Array<{ size: number; cpu: number }> = [];
	for (const each of cases) {
		let least = Infinity;
		// The first runs also load and compile. A large one takes long, and its cost is of so many parts that it varies little.
		for (let round = 0; round < (each.size < LARGE ? 4 : 2); round++) {
			const result = await run(each, false);
			if (typeof result === 'string' || !result.namesFile) throw new Error(`A good file is not read: ${JSON.stringify(result)}`);
			least = Math.min(least, result.cpu);
		}
		costs.push({ size: each.size, cpu: least });
	}
	return (size) => {
		// Beyond the largest the last line goes on.
		const above = costs.findIndex((cost, index) => index > 0 && cost.size >= size);
		const [from, to] = above < 0 ? costs.slice(-2) : costs.slice(above - 1);
		if (!from || !to) throw new Error('Costs are compared with two good cases at least');
		return from.cpu + ((to.cpu - from.cpu) * Math.max(0, size - from.size)) / (to.size - from.size);
	};
}

async function goodCase(size: number): Promise<Case> {
	return { name: 'good', bytes: await goodPicture(size), size, operation: 'text', options: {} };
}

async function noticesPlant(run: Run): Promise<boolean> {
	const result = await run(await goodCase(10_000), true);
	return typeof result !== 'string' && result.pause > MOST_PAUSE_MS && result.cpu > MOST_CPU_MS;
}

function problemsOf(result: Outcome | string, { size, like = size }: Case, good: GoodCosts): string[] {
	if (typeof result === 'string') return [result];
	const problems: string[] = [];
	const over = result.cpu - good(like);
	if (over > MOST_CPU_MS) problems.push(`takes ${Math.round(over)} ms of CPU more than a good file of its size`);
	if (result.pause > MOST_PAUSE_MS) problems.push(`holds the event loop for ${Math.round(result.pause)} ms`);
	if (result.memory > MOST_MEMORY + MEMORY_PER_BYTE * size) problems.push(`takes ${Math.round(result.memory / MB)} MB of memory`);
	if (!result.namesFile) problems.push('has no outcome that names the file');
	return problems;
}

async function fileCases(): Promise<Case[]> {
	const files: HostileFile[] = [...(await hostilePdfs()), ...(await hostilePictures())];
	return files.map(({ name, bytes }) => ({
		name,
		bytes,
		size: bytes.length,
		operation: 'text',
		// All that reads the file is switched on; limits off, so that nothing is refused before it is looked at.
		options: { pages: '*', maxCalls: 30, preview: true, imageLimits: 'off' },
	}));
}

/** What the node can do with the words of a page. */
function operations(): string[] {
	const { properties } = loadBuiltPackage().node.description;
	const own = properties.find(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes('generalText'));
	return (own?.options ?? []).flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

function answerCases(): Case[] {
	const all = operations();
	return HOSTILE_ANSWERS.flatMap(({ name, body, isLargest }, index) => {
		const like = Math.max(body.length, goodAnswer(blocksIn(body)).length);
		// Those that look hardest at positions, and all others in turn; of the largest pages, all.
		const chosen = isLargest ? all : [...new Set([...(body.length > LARGE ? LAYING_OUT : ['table', 'fields']), all[index % all.length] ?? 'text'])];
		return chosen.map((operation) => ({
			name: `answer: ${name} (${operation})`,
			// A picture of its own for each, so that no answer is taken from memory.
			bytes: Buffer.concat([PICTURE, Buffer.from(`${index} ${operation}`)]),
			size: body.length,
			like,
			operation,
			options: {},
			answer: body,
		}));
	});
}

/** How many blocks an answer has: reading them takes by their number, however short their words are. */
function blocksIn(body: string): number {
	try {
		const { result } = JSON.parse(body) as { result?: { words_block_list?: unknown } };
		const list = result?.words_block_list;
		return Array.isArray(list) ? list.length : 0;
	} catch {
		// No JSON at all, as many of them.
		return 0;
	}
}

function documentCases(): Case[] {
	return DOCUMENT_SHAPES.flatMap((shape) =>
		Object.entries(shape.hostile).map(([name, answer]) => ({
			name: `answer: ${name} (${shape.name})`,
			bytes: Buffer.concat([PICTURE, Buffer.from(`${shape.name} ${name}`)]),
			size: answer.length,
			operation: shape.parameters.operation as string,
			options: {},
			answer,
			shape,
		})),
	);
}

/** Head of a picture of 900 × 700 px; the fixture engine looks no further. */
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d4948445200000384000002bc0802000000000000000000000049454e44ae426082', 'hex');

void main();
