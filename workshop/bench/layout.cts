// `npm run bench:layout`: how well rows, columns, fields and the order of reading are rebuilt from words
// blocks. Takes generated documents with known truth, with their exact blocks and, with `--engine`,
// as the emulator's engine reads their pictures. Prints figures per kind, then how reading time grows
// with the number of blocks; ends non-zero when a bar is missed.
import { parseArgs } from 'node:util';
import { composeDocuments } from '../documents/generator.cts';
import type { ComposedDocument } from '../documents/compose.cts';
import type { RecognitionEngine } from '../emulator/engine/engine.cts';
import { WorkerEngine } from '../emulator/engine/workerEngine.cts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readLines } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { GeneralTextResult, WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import { growth } from './layoutGrowth.cts';
import { readPicture } from './layoutReadings.cts';
import { addScore, comparable, emptyScore, f1, ratio, scoreOrder, scoreTables } from '../harness/layoutScore.cts';
import type { Score } from '../harness/layoutScore.cts';

const BARS = {
	exact: { cells: 0.98, fields: 0.98, order: 0.99 },
	engine: { cells: 0.9, fields: 0.9, order: 0 },
};
const DOCUMENTS = 220;
const QUICK_ENGINE_DOCUMENTS = 33;

type Way = 'exact' | 'engine';

const { values: options } = parseArgs({
	options: {
		seed: { type: 'string' },
		seeds: { type: 'string', default: '1,2,3' },
		count: { type: 'string' },
		engine: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
		reuse: { type: 'boolean', default: false },
		misses: { type: 'boolean', default: false },
		growth: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

const HELP = `npm run bench:layout -- [options]
  --seed N         one seed; --seeds 1,2,3 several (default)
  --count N        documents per seed (default ${DOCUMENTS})
  --engine         read the documents' pictures as well (about a second a page)
  --quick          exact blocks with all seeds, and ${QUICK_ENGINE_DOCUMENTS} pictures of the first
  --reuse          take what earlier runs read on the same pictures
  --misses         name what was read wrong
  --growth         only how reading time grows`;

function scoreDocument(document: ComposedDocument, result: GeneralTextResult, way: Way): Score {
	const equal = way === 'exact' ? (a: string, b: string) => a === b : (a: string, b: string) => comparable(a) === comparable(b);
	const miss = (what: string) => {
		if (options.misses) console.log(`  ${document.name} (${way}): ${what}`);
	};
	const score = emptyScore();
	const add = (part: Partial<Score>) => addScore(score, { ...emptyScore(), ...part });

	if (document.tables.length > 0) {
		const found = readTables(result.blocks, result.direction);
		add(scoreTables(found, document.tables, equal));
		if (score.cellsRight < score.cellsTrue || score.cellsFound > score.cellsTrue) {
			const print = (rows: string[][]) => rows.map((row) => `    ${row.join(' | ')}`).join('\n');
			miss(`cells ${score.cellsRight} right, ${score.cellsFound} found, ${score.cellsTrue} true\n${found.map((table) => print([table.columns, ...table.rows])).join('\n    —\n')}\n    instead of\n${document.tables.map(({ header, rows }) => print([header, ...rows])).join('\n')}`);
		}
	}

	const names = Object.keys(document.fields);
	const definitions = names.map((name) => ({ name, findBy: 'label' as const, label: name }));
	for (const { name, text = '' } of readFields(result.blocks, result.direction, definitions)) {
		const right = equal(text, document.fields[name] ?? '');
		add({ fieldsTrue: 1, fieldsRight: right ? 1 : 0 });
		if (!right) miss(`${name}: ${text} instead of ${document.fields[name] ?? ''}`);
	}

	const place = placeOf(document, result, way);
	const scored = document.blocks.filter((block) => !block.stray);
	const order = scoreOrder(
		scored.map((block) => place.get(block)),
		scored.map(({ orderGroup }) => orderGroup),
	);
	add(order);
	if (order.pairsRight !== order.pairs && way === 'exact') miss(`order ${order.pairsRight} of ${order.pairs} pairs`);
	return score;
}

/** Where in the text that was read each block of the truth comes; of a picture, the block that lies nearest. */
function placeOf(document: ComposedDocument, result: GeneralTextResult, way: Way): Map<unknown, number> {
	const read = readLines(result.blocks, result.direction).flatMap(({ blocks }) => blocks);
	if (way === 'exact') return new Map(read.map((block, index) => [block, index]));
	const middle = ({ location: [a, , c] }: { location: WordsBlock['location'] }) => [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2] as const;
	const places = read.map(middle);
	return new Map(
		document.blocks.flatMap((block) => {
			const [x, y] = middle(block);
			const reach = Math.hypot(block.location[3][0] - block.location[0][0], block.location[3][1] - block.location[0][1]);
			let best: { index: number; distance: number } | undefined;
			for (const [index, [px, py]] of places.entries()) {
				const distance = Math.hypot(px - x, py - y);
				if (distance < reach && (!best || distance < best.distance)) best = { index, distance };
			}
			return best ? [[block, best.index] as const] : [];
		}),
	);
}

const percent = (value: number) => `${(value * 100).toFixed(2).padStart(6)} %`;

function printScores(title: string, byKind: ReadonlyMap<string, Score & { documents: number }>): Score {
	console.log(`\n${title}`);
	console.log(`  ${'kind'.padEnd(19)} documents   cell F1  rows exact    fields     order`);
	const total = { ...emptyScore(), documents: 0 };
	const line = (name: string, score: Score & { documents: number }) => {
		const rows = score.rowsTrue > 0;
		console.log(
			`  ${name.padEnd(19)} ${String(score.documents).padStart(9)}  ${rows ? percent(f1(score)) : '       –'}    ${rows ? percent(ratio(score.rowsRight, score.rowsTrue)) : '       –'}  ${score.fieldsTrue > 0 ? percent(ratio(score.fieldsRight, score.fieldsTrue)) : '       –'}  ${percent(ratio(score.pairsRight, score.pairs))}`,
		);
	};
	for (const [kind, score] of byKind) {
		line(kind, score);
		addScore(total, score);
		total.documents += score.documents;
	}
	line('all', total);
	return total;
}

async function scoreSeed(seed: string, count: number, way: Way, engine: RecognitionEngine | undefined): Promise<boolean> {
	const byKind = new Map<string, Score & { documents: number }>();
	for (const document of composeDocuments({ seed, count })) {
		const result = engine ? await readPicture(engine, await document.render(), options.reuse) : { direction: -1, blocks: document.blocks };
		const sum = byKind.get(document.kind) ?? { ...emptyScore(), documents: 0 };
		addScore(sum, scoreDocument(document, result, way));
		sum.documents++;
		byKind.set(document.kind, sum);
	}
	const total = printScores(`Seed ${seed}, ${way === 'exact' ? 'exact blocks' : 'read by the engine'}`, byKind);
	const bars = BARS[way];
	const figures = { cells: f1(total), fields: ratio(total.fieldsRight, total.fieldsTrue), order: ratio(total.pairsRight, total.pairs) };
	let met = true;
	for (const name of ['cells', 'fields', 'order'] as const) {
		if (figures[name] >= bars[name]) continue;
		met = false;
		console.log(`  MISSED: ${name} ${percent(figures[name])}, bar ${percent(bars[name])}`);
	}
	return met;
}

async function main(): Promise<void> {
	if (options.help) {
		console.log(HELP);
		return;
	}
	const allSeeds = options.seed === undefined ? options.seeds.split(',') : [options.seed];
	const seeds = options.growth ? [] : allSeeds;
	const count = Number(options.count ?? DOCUMENTS);
	let met = true;
	for (const seed of seeds) met = (await scoreSeed(seed, count, 'exact', undefined)) && met;

	if (options.engine || options.quick) {
		const engine = new WorkerEngine(1);
		const pictures = options.quick ? QUICK_ENGINE_DOCUMENTS : count;
		try {
			for (const seed of options.quick ? seeds.slice(0, 1) : seeds) met = (await scoreSeed(seed, pictures, 'engine', engine)) && met;
		} finally {
			await engine.close();
		}
	}

	met = growth() && met;
	console.log(met ? '\nAll bars met.' : '\nA bar was missed.');
	process.exitCode = met ? 0 : 1;
}

void main();
