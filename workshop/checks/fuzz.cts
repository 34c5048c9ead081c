// npm run check:fuzz: files changed at random, with a seed, through all that reads a file before it is sent:
// kind and size, pages counted and taken out, frames taken out. Ends non-zero when one hangs, throws anything
// but an error of ours, or holds the event loop.
//   check:fuzz -- --files 200000 --seed 7    how many, and which
//   check:fuzz -- --seed 7 --only 1234       one again
import { parseArgs } from 'node:util';

import { seedFiles } from './fuzz/seeds.cts';
import { mutate } from './fuzz/mutate.cts';
import { numbers } from './fuzz/numbers.cts';
import { readFile } from './hostile/readFile.cts';

const MOST_PAUSE_MS = 200;
/** ms of CPU for one small file */
const MOST_CPU_MS = 500;

const { values } = parseArgs({
	options: {
		files: { type: 'string', default: '20000' },
		seed: { type: 'string', default: '20261126' },
		only: { type: 'string' },
	},
});

function cpuNow(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

async function main(): Promise<void> {
	const seeds = await seedFiles();
	const seed = Number(values.seed);
	const only = values.only === undefined ? undefined : Number(values.only);
	const [from, to] = only === undefined ? [0, Number(values.files)] : [only, only + 1];
	const begun = performance.now();
	const outcomes = new Map<string, number>();
	let failed = 0;
	let longest = 0;
	let pause = 0;
	let turn = cpuNow();
	const ticking = setInterval(() => {
		pause = Math.max(pause, cpuNow() - turn);
		turn = cpuNow();
	}, 1);
	for (let number = from; number < to; number++) {
		const random = numbers(seed * 1_000_003 + number);
		const start = seeds[Math.floor(random() * seeds.length)] as { name: string; bytes: Buffer };
		const file = mutate(start.bytes, random);
		await new Promise((resolve) => setImmediate(resolve));
		pause = 0;
		turn = cpuNow();
		const before = turn;
		const outcome = await readFile(file).catch((error: unknown) => `threw ${error instanceof Error ? error.stack : String(error)}`);
		const took = cpuNow() - before;
		pause = Math.max(pause, cpuNow() - turn);
		longest = Math.max(longest, pause);
		const kind = outcome.replace(/\d+/g, 'N');
		outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
		const problem = outcome.startsWith('threw') ? outcome : pause > MOST_PAUSE_MS ? `held the event loop for ${Math.round(pause)} ms` : took > MOST_CPU_MS ? `took ${Math.round(took)} ms` : undefined;
		if (problem === undefined) continue;
		failed++;
		console.log(`--seed ${seed} --only ${number} (${start.name}, ${file.length} bytes): ${problem}`);
	}
	clearInterval(ticking);
	const sorted = [...outcomes].sort((a, b) => b[1] - a[1]);
	for (const [kind, count] of sorted.slice(0, 25)) console.log(`${String(count).padStart(8)}  ${kind}`);
	console.log(`${to - from} files, ${failed} failed, longest pause ${Math.round(longest)} ms; ${((performance.now() - begun) / 1000).toFixed(0)} s`);
	process.exitCode = failed > 0 ? 1 : 0;
}

void main();
