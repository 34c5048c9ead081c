// How well tables are read whose like strangers print, one trait each, and how often a page without a table gives
// one. Exact blocks; with `--engine N`, N pictures a seed read by the emulator's engine as well.
// `npm run bench:tables`; ends non-zero when a bar is missed.
import { parseArgs } from 'node:util';
import type { ComposedDocument } from '../documents/compose.cts';
import { composePagesWithoutTables } from '../documents/kinds/noTables.cts';
import { composeTables, TABLE_KINDS } from '../documents/kinds/tablesByTrait.cts';
import type { TableDocument } from '../documents/kinds/tablesByTrait.cts';
import { Random } from '../documents/random.cts';
import type { RecognitionEngine } from '../emulator/engine/engine.cts';
import { WorkerEngine } from '../emulator/engine/workerEngine.cts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { Table, TableOptions } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import { readRuled } from '../../nodes/HuaweiOcr/layout/tables/ruled.ts';
import { ruledCellsOf } from '../../nodes/HuaweiOcr/run/ruledCells.ts';
import type { GeneralTextResult } from '../../nodes/HuaweiOcr/result/types.ts';
import { readPicture } from './layoutReadings.cts';
import { addScore, comparable, emptyScore, f1, ratio, scoreTables } from '../harness/layoutScore.cts';
import type { Equal, Score } from '../harness/layoutScore.cts';
import { shaken } from './shaken.cts';

const HELP = `npm run bench:tables -- [options]
  --seeds 11,12,13   (default)
  --count N          documents a seed (default 200)
  --trait NAME       tables of one trait only
  --pages N          pages without a table (default 100)
  --engine N         pictures a seed read by the engine as well (default 0, about a second each)
  --reuse            take what earlier runs read on the same pictures
  --rules            the ruled ones alone: read with the lines that are found in their pictures, and without;
                     with --engine, blocks as the engine reads them
  --shaken           corners moved at random by up to 4 px, as engines give them
  --misses           print what was read wrong`;

const BARS = {
	exact: { cells: 0.98, rows: 0.95, heads: 0.95 },
	engine: { cells: 0.95, rows: 0.88, heads: 0.88 },
	/** Part of the ruled tables that are read by the cells found in their pictures: without any, the other two say nothing. */
	rules: { cells: 0.99, rows: 0.97, heads: 0.97, used: 0.35 },
	/** One page of so many without a table may give one. */
	falseTables: 20,
};

const { values: options } = parseArgs({
	options: {
		seeds: { type: 'string', default: '11,12,13' },
		count: { type: 'string', default: '200' },
		trait: { type: 'string' },
		pages: { type: 'string', default: '100' },
		engine: { type: 'string', default: '0' },
		reuse: { type: 'boolean', default: false },
		rules: { type: 'boolean', default: false },
		shaken: { type: 'boolean', default: false },
		misses: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

const percent = (value: number) => `${(value * 100).toFixed(2).padStart(6)} %`;
const print = (rows: readonly (readonly string[])[]) => rows.map((row) => `      ${row.join(' | ')}`).join('\n');

/** The table with the names of its columns as printed: none where none is. */
function asPrinted(table: Table): Table {
	return { ...table, columns: table.columns.map((name, index) => (name === `column${index + 1}` ? '' : name)) };
}

function scoreSet(title: string, documents: ReadonlyArray<readonly [ComposedDocument, GeneralTextResult, TableOptions?]>, equal: Equal): Score {
	const byTrait = new Map<string, Score>();
	const total = emptyScore();
	for (const [document, result, tableOptions] of documents) {
		const found = readTables(result.blocks, result.direction, tableOptions).map(asPrinted);
		const score = { ...emptyScore(), ...scoreTables(found, document.tables, equal) };
		const trait = document.name.replace(/-\d+$/u, '');
		const own = byTrait.get(trait) ?? emptyScore();
		byTrait.set(trait, own);
		addScore(own, score);
		addScore(total, score);
		if (options.misses && (score.rowsRight < score.rowsTrue || score.headsRight < score.headsTrue || score.cellsRight < score.cellsFound)) {
			console.log(`    ${document.name}\n${found.map(({ columns, rows }) => print([columns, ...rows])).join('\n      —\n')}\n    instead of\n${document.tables.map(({ header, rows }) => print([header, ...rows])).join('\n      —\n')}`);
		}
	}
	console.log(`\n${title}\n  ${'trait'.padEnd(16)}   cell F1      rows  of         heads  of`);
	for (const [name, score] of [...byTrait, ['all', total] as const]) console.log(`  ${name.padEnd(16)}  ${percent(f1(score))}  ${percent(ratio(score.rowsRight, score.rowsTrue))}  ${String(score.rowsTrue).padEnd(6)}  ${percent(ratio(score.headsRight, score.headsTrue))}  ${score.headsTrue}`);
	return total;
}

function isMet(score: Score, bars: { cells: number; rows: number; heads: number }): boolean {
	const met = f1(score) >= bars.cells && ratio(score.rowsRight, score.rowsTrue) >= bars.rows && ratio(score.headsRight, score.headsTrue) >= bars.heads;
	if (!met) console.log(`  MISSED: cells ${percent(bars.cells)}, rows ${percent(bars.rows)}, heads ${percent(bars.heads)}`);
	return met;
}

function scorePages(seed: string, count: number): boolean {
	const byKind = new Map<string, { pages: number; found: number }>();
	for (const document of composePagesWithoutTables({ seed, count })) {
		const found = readTables(document.blocks, -1);
		const kind = document.name.replace(/-\d+$/u, '');
		const known = byKind.get(kind) ?? { pages: 0, found: 0 };
		byKind.set(kind, { pages: known.pages + 1, found: known.found + (found.length > 0 ? 1 : 0) });
		if (options.misses && found.length > 0) console.log(`    ${document.name}\n${found.map(({ columns, rows }) => print([columns, ...rows])).join('\n      —\n')}`);
	}
	const wrong = [...byKind.values()].reduce((sum, { found }) => sum + found, 0);
	const met = wrong * BARS.falseTables <= count;
	const where = [...byKind].filter(([, { found }]) => found > 0).map(([kind, { found, pages }]) => `${kind} ${found} of ${pages}`);
	console.log(`\nSeed ${seed}, pages without a table: ${wrong} of ${count} give one${where.length > 0 ? ` (${where.join(', ')})` : ''}${met ? '' : `  MISSED: 1 in ${BARS.falseTables}`}`);
	return met;
}

/** The ruled tables, read with and without what the node finds in their pictures. Bent ones are left out. */
async function scoreWithRules(seed: string, documents: readonly TableDocument[], engine?: RecognitionEngine): Promise<boolean> {
	const ruled = documents.filter(({ rules, isBent }) => rules === 'grid' && !isBent).slice(0, engine ? Number(options.engine) : undefined);
	const plain: Array<readonly [ComposedDocument, GeneralTextResult]> = [];
	const seen: Array<readonly [ComposedDocument, GeneralTextResult, TableOptions]> = [];
	for (const document of ruled) {
		const picture = await document.render();
		const result = engine ? await readPicture(engine, picture, options.reuse) : { direction: -1, blocks: document.blocks };
		plain.push([document, result]);
		seen.push([document, result, { cells: await ruledCellsOf(picture.image) }]);
	}
	const equal: Equal = engine ? (a, b) => comparable(a) === comparable(b) : (a, b) => a === b;
	const how = engine ? 'read by the engine' : 'exact blocks';
	const without = scoreSet(`Seed ${seed}, ${ruled.length} tables in a full grid, ${how}, without looking for it`, plain, equal);
	const found = seen.filter(([, , { cells = [] }]) => cells.length > 0).length;
	const used = seen.filter(([, { blocks }, { cells = [] }]) => readRuled(cells, blocks, true).length > 0).length;
	const withRules = scoreSet(`Seed ${seed}, the same with the rules of their pictures (cells found in ${found}, used in ${used})`, seen, equal);
	// What the engine misread stays misread: there, the cells have to make nothing worse.
	const areRight = isMet(withRules, engine ? { cells: f1(without), rows: ratio(without.rowsRight, without.rowsTrue), heads: ratio(without.headsRight, without.headsTrue) } : BARS.rules);
	const areUsed = used > 0 && used >= BARS.rules.used * ruled.length;
	if (!areUsed) console.log(`  MISSED: used in ${percent(BARS.rules.used)}`);
	return areRight && areUsed;
}

async function main(): Promise<void> {
	if (options.help) {
		console.log(HELP);
		return;
	}
	let met = true;
	const pictures = Number(options.engine);
	const engine = pictures > 0 ? new WorkerEngine(1) : undefined;
	try {
		for (const seed of options.seeds.split(',')) {
			const kinds = TABLE_KINDS.filter((kind) => options.trait === undefined || kind === options.trait);
			const documents = composeTables({ seed, count: Number(options.count), kinds });
			if (options.rules) {
				met = (await scoreWithRules(seed, documents, engine)) && met;
				continue;
			}
			const blocks = (document: ComposedDocument) => (options.shaken ? shaken(document.blocks, new Random(`${seed}/${document.name}/shaken`)) : document.blocks);
			const exact = scoreSet(`Seed ${seed}, ${options.shaken ? 'corners ±4 px' : 'exact blocks'}`, documents.map((document) => [document, { direction: -1, blocks: blocks(document) }] as const), (a, b) => a === b);
			met = isMet(exact, BARS.exact) && met;
			if (engine) {
				const read: Array<readonly [ComposedDocument, GeneralTextResult]> = [];
				for (const document of documents.slice(0, pictures)) read.push([document, await readPicture(engine, await document.render(), options.reuse)]);
				met = isMet(scoreSet(`Seed ${seed}, ${pictures} pictures read by the engine`, read, (a, b) => comparable(a) === comparable(b)), BARS.engine) && met;
			}
			if (options.trait === undefined) met = scorePages(seed, Number(options.pages)) && met;
		}
	} finally {
		await engine?.close();
	}
	console.log(met ? '\nAll bars met.' : '\nA bar was missed.');
	process.exitCode = met ? 0 : 1;
}

void main();
