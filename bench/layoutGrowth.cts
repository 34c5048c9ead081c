// How reading time grows with the number of blocks on one page.
import { readFields } from '../nodes/HuaweiOcr/layout/fields/index.ts';
import { readLines } from '../nodes/HuaweiOcr/layout/lines.ts';
import { readTables } from '../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../nodes/HuaweiOcr/result/types.ts';

const COUNTS = [2500, 5000, 10000, 20000];
const REPEATS = 5;

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

const FIELDS = Array.from({ length: 10 }, (_, index) => ({ name: `f${index}`, findBy: 'label' as const, label: `Field label ${index}|Other label ${index}` }));

const READERS: ReadonlyArray<readonly [name: string, page: Page, read: (blocks: WordsBlock[]) => unknown]> = [
	['lines of a table', tablePage, (blocks) => readLines(blocks, -1)],
	['lines in columns', textPage, (blocks) => readLines(blocks, -1)],
	['table', tablePage, (blocks) => readTables(blocks, -1)],
	['ten fields', tablePage, (blocks) => readFields(blocks, -1, FIELDS)],
];

/** CPU seconds, the best of several: what else runs on the machine should not count. */
function seconds(run: () => unknown): number {
	let best = Infinity;
	for (let repeat = 0; repeat < REPEATS; repeat++) {
		const before = process.cpuUsage();
		run();
		const { user, system } = process.cpuUsage(before);
		best = Math.min(best, (user + system) / 1e6);
	}
	return best;
}

/**
 * Prints seconds for 2,500 to 20,000 blocks and the mean factor from each count to its double.
 * @returns whether the largest page stays under `mostSeconds` and the factor under `mostGrowth`
 */
export function growth(mostSeconds: number, mostGrowth: number): boolean {
	console.log('\nCPU seconds by number of blocks');
	let met = true;
	for (const [name, page, read] of READERS) {
		const times = COUNTS.map((count) => {
			const blocks = page(count);
			return seconds(() => read(blocks));
		});
		// The factor per doubling over the whole range: single ones vary with the garbage collector.
		const factor = ((times.at(-1) ?? 0) / (times[0] ?? 1)) ** (1 / (COUNTS.length - 1));
		console.log(
			`  ${name.padEnd(18)} ${COUNTS.map((count, index) => `${count}: ${(times[index] ?? 0).toFixed(3)} s`).join('   ')}   per doubling × ${factor.toFixed(2)}`,
		);
		const slow = (times.at(-1) ?? 0) > mostSeconds || factor > mostGrowth;
		if (slow) console.log(`  MISSED: ${name}, bars ${mostSeconds} s and factor ${mostGrowth}`);
		met &&= !slow;
	}
	return met;
}
