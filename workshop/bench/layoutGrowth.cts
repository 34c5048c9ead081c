// How reading time grows with the number of blocks on one page. `growth` runs this file as a program of
// its own, with a young generation that holds all that is made for the largest page, collected by the
// main thread: in Node's default one the garbage of a small page is thrown away for nothing and that of
// a large page copied, which is a step in the figures that the code has no part in.
import { spawnSync } from 'node:child_process';
import { readFields, readPairs } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readLines, readText } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { toMarkdown } from '../../nodes/HuaweiOcr/layout/markdown/index.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

const COLLECTOR = ['--min-semi-space-size=256', '--max-semi-space-size=256', '--single-threaded-gc'];
/** How much longer twice as many blocks may take; n log n is 2.15. */
const PER_DOUBLING = 2.4;

/** Numbers of blocks, each twice the one before, and the CPU seconds that one of them may take. */
interface Scale {
	counts: readonly number[];
	barred: number;
	seconds: number;
}

const LARGEST: Scale = { counts: [5000, 10_000, 20_000], barred: 20_000, seconds: 1 };
/** A dense page of a form. */
const FORM: Scale = { counts: [1000, 2000, 4000], barred: 2000, seconds: 0.1 };
/** So many blocks are read for each measurement, whatever the size of the pages. */
const BLOCKS = 40000;
/** Each count is measured so often, in turn with the others. */
const ROUNDS = 9;

type Page = (count: number) => WordsBlock[];

function at(words: string, x: number, y: number, width: number): WordsBlock {
	return { words, location: [[x, y], [x + width, y], [x + width, y + 20], [x, y + 20]] };
}

/** One long table of ten columns. */
const tablePage: Page = (count) =>
	Array.from({ length: count }, (_, index) => {
		const column = index % 10;
		const row = Math.floor(index / 10);
		const words = row === 0 ? `Head ${String.fromCharCode(65 + column)}` : column === 0 ? `Item number ${row}` : String((index * 7919) % 10007);
		return at(words, column * 200 + (row % 3), row * 32, 60 + ((index * 37) % 90));
	});

/** Running text in two columns. */
const textPage: Page = (count) =>
	Array.from({ length: count }, (_, index) => at(`Line ${index} of some running text`, (index % 2) * 560, Math.floor(index / 2) * 28, 400 + ((index * 53) % 120)));

/** A form of labels and values in turn, ten of them a line. */
const formPage: Page = (count) =>
	Array.from({ length: count }, (_, index) => at(index % 2 === 0 ? `Label ${index}:` : `word ${index}`, (index % 10) * 190, Math.floor(index / 10) * 30, 120));

const FORM_FIELDS = Array.from({ length: 10 }, (_, index) => ({ name: `f${index}`, findBy: 'label' as const, label: `Label ${index * 90}` }));

const FIELDS = Array.from({ length: 10 }, (_, index) => ({ name: `f${index}`, findBy: 'label' as const, label: `Field label ${index}|Other label ${index}` }));

const READERS: ReadonlyArray<readonly [name: string, page: Page, read: (blocks: WordsBlock[]) => unknown, scale?: Scale]> = [
	['lines of a table', tablePage, (blocks) => readLines(blocks, -1)],
	['lines in columns', textPage, (blocks) => readLines(blocks, -1)],
	['table', tablePage, (blocks) => readTables(blocks, -1)],
	['text', textPage, (blocks) => readText(blocks, -1)],
	['Markdown', tablePage, (blocks) => toMarkdown([{ blocks, direction: -1 }])],
	['ten fields', tablePage, (blocks) => readFields(blocks, -1, FIELDS)],
	['pairs', tablePage, (blocks) => readPairs(blocks, -1)],
	['pairs of a form', formPage, (blocks) => readPairs(blocks, -1)],
	['ten of a form', formPage, (blocks) => readFields(blocks, -1, FORM_FIELDS), FORM],
];

/** CPU seconds of one call. */
function seconds(run: () => unknown): number {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1e6;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? 0;
}

/**
 * CPU seconds that one page of each count takes, round by round. Every measurement reads equally many
 * blocks, small pages several times: else the garbage collector, which runs once in so many blocks,
 * would be in the figures of large pages only. The counts take turns, so that other work on the machine
 * weighs on all of them alike; the first round, in which the code is compiled, is thrown away.
 */
function measureRounds(page: Page, read: (blocks: WordsBlock[]) => unknown, { counts }: Scale): number[][] {
	const pages = counts.map(page);
	const round = () =>
		pages.map((blocks) => {
			const repeats = BLOCKS / blocks.length;
			return seconds(() => {
				for (let repeat = 0; repeat < repeats; repeat++) read(blocks);
			}) / repeats;
		});
	round();
	return Array.from({ length: ROUNDS }, round);
}

/** Prints CPU seconds by number of blocks and the factor from a count to its double, each the median of all rounds. */
function main(): void {
	for (const [name, page, read, scale = LARGEST] of READERS) {
		const { counts, barred, seconds: most } = scale;
		const last = counts.length - 1;
		const rounds = measureRounds(page, read, scale);
		const times = counts.map((_, index) => median(rounds.map((round) => round[index] ?? 0)));
		const factor = median(rounds.map((round) => (round[last] ?? 0) / (round[0] ?? 1))) ** (1 / last);
		console.log(
			`  ${name.padEnd(18)} ${counts.map((count, index) => `${count}: ${(times[index] ?? 0).toFixed(3)} s`).join('   ')}   per doubling × ${factor.toFixed(2)}`,
		);
		if ((times[counts.indexOf(barred)] ?? 0) <= most && factor <= PER_DOUBLING) continue;
		console.log(`  MISSED: ${name}, bars ${most} s for ${barred} blocks and factor ${PER_DOUBLING}`);
		process.exitCode = 1;
	}
}

/** @returns whether reading large pages takes no longer than it may */
export function growth(): boolean {
	console.log('\nCPU seconds by number of blocks');
	const { status } = spawnSync(process.execPath, [...COLLECTOR, '--require', 'tsx/cjs', __filename], { stdio: 'inherit' });
	return status === 0;
}

if (require.main === module) main();
