// How well form fields are read from words blocks: right, wrong, marked for review and missing apart. The
// documents' labels are asked for all together and one at a time, as people do, with exact corners and with
// corners moved at random, as engines give them; with `--engine N`, N pictures a seed read by the emulator's engine
// as well. `npm run bench:fields`; ends non-zero when a bar is missed.
import { parseArgs } from 'node:util';
import { composeDocuments } from '../documents/generator.cts';
import type { ComposedDocument } from '../documents/compose.cts';
import { composeForms, FORM_KINDS } from '../documents/kinds/formsByTrait.cts';
import { Random } from '../documents/random.cts';
import { WorkerEngine } from '../emulator/engine/workerEngine.cts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { FieldDefinition, FoundField, PixelBox } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { ruledCellsOf } from '../../nodes/HuaweiOcr/run/ruledCells.ts';
import type { GeneralTextResult } from '../../nodes/HuaweiOcr/result/types.ts';
import { readPicture } from './layoutReadings.cts';
import { comparable } from '../harness/layoutScore.cts';
import type { Equal } from '../harness/layoutScore.cts';
import { shaken } from './shaken.cts';

const HELP = `npm run bench:fields -- [options]
  --seeds 11,12,13   (default)
  --count N          documents per seed and set (default 200)
  --set traits|usual traits: forms with what public reports complain of; usual: forms, invoices, receipts (default both)
  --trait NAME       only forms of one trait
  --engine N         pictures a seed and set read by the engine as well (default 0, about a second each)
  --reuse            take what earlier runs read on the same pictures
  --rules            exact blocks with the ruled cells that are found in the pictures, beside the same without (a second a picture)
  --misses           name what was read wrong or marked

The bar for empty places counts from 50 of them on: the usual documents have fewer.`;

const BARS = { right: 0.97, empty: 0.98, silent: 0.01, marked: 0.05 };
/** Through the engine a value may be misread, which no layout can know. */
const ENGINE_BARS = { ...BARS, right: 0.93 };

/** Part of the filled places that may be lost by cells: one that juts out over its border. */
const RULES_COST = 0.005;

/** Of fewer places a single one would decide on the bar: they are printed, and held against none. */
const ENOUGH = 50;

const EXACT: Equal = (a, b) => a === b;
const FORGIVING: Equal = (a, b) => comparable(a) === comparable(b);

interface Counts {
	filled: number;
	right: number;
	marked: number;
	wrong: number;
	wrongMarked: number;
	missing: number;
	empty: number;
	emptyRight: number;
	emptyMarked: number;
}

const NONE: Counts = { filled: 0, right: 0, marked: 0, wrong: 0, wrongMarked: 0, missing: 0, empty: 0, emptyRight: 0, emptyMarked: 0 };

function count(sum: Counts, want: string | undefined, { text, needsReview }: FoundField, equal: Equal): keyof Counts | undefined {
	if (want === undefined) {
		sum.empty++;
		if (text === undefined) sum.emptyRight++;
		else if (needsReview) sum.emptyMarked++;
		return text === undefined ? undefined : needsReview ? 'emptyMarked' : 'wrong';
	}
	sum.filled++;
	if (text !== undefined && equal(text, want)) {
		sum.right++;
		if (needsReview) sum.marked++;
		return needsReview ? 'marked' : undefined;
	}
	const outcome = text === undefined ? 'missing' : needsReview ? 'wrongMarked' : 'wrong';
	sum[outcome]++;
	return outcome;
}

/** Wrong values that nothing marks. */
function silentOf({ wrong, empty, emptyRight, emptyMarked }: Counts): number {
	return wrong + (empty - emptyRight - emptyMarked);
}

const percent = (part: number, all: number) => `${((100 * part) / Math.max(all, 1)).toFixed(1).padStart(6)} %`;

function print(name: string, sum: Counts): void {
	const silent = silentOf(sum);
	console.log(
		`  ${name.padEnd(26)} ${String(sum.filled).padStart(6)}  ${percent(sum.right, sum.filled)}  ${percent(sum.missing, sum.filled)}  ${percent(sum.wrongMarked, sum.filled)}  ${String(sum.empty).padStart(6)}  ${percent(sum.emptyRight, sum.empty)}  ${percent(silent, sum.filled + sum.empty)}  ${percent(sum.marked, sum.right)}`,
	);
}

/** One way of asking: whose blocks, and all labels together or one at a time. */
interface Run {
	name: string;
	one: boolean;
	resultOf: (document: ComposedDocument) => Pick<GeneralTextResult, 'blocks' | 'direction'>;
	cellsOf?: (document: ComposedDocument) => readonly PixelBox[];
	equal: Equal;
	bars: typeof BARS;
}

async function main(): Promise<void> {
	const { values: options } = parseArgs({
		options: {
			seeds: { type: 'string', default: '11,12,13' },
			count: { type: 'string', default: '200' },
			set: { type: 'string' },
			trait: { type: 'string' },
			engine: { type: 'string', default: '0' },
			reuse: { type: 'boolean', default: false },
			rules: { type: 'boolean', default: false },
			misses: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (options.help) {
		console.log(HELP);
		return;
	}
	let met = true;
	const pictures = Number(options.engine);
	const engine = pictures > 0 ? new WorkerEngine(1) : undefined;
	const sets = options.trait ? ['traits'] : options.set ? [options.set] : ['traits', 'usual'];
	try {
		for (const set of sets) {
			for (const seed of options.seeds.split(',')) {
				const documents: ComposedDocument[] =
					set === 'traits'
						? composeForms({ seed, count: Number(options.count), ...(options.trait ? { kinds: FORM_KINDS.filter((kind) => kind === options.trait) } : {}) })
						: composeDocuments({ seed, count: Number(options.count), kinds: ['form-zh', 'form-en', 'invoice', 'receipt'] });
				console.log(`\nSeed ${seed}, ${set}                   filled     right   missing  wrong, marked  empty   left empty  wrong, unmarked  right, marked`);
				for (const one of [false, true]) {
					for (const shake of [false, true]) {
						const blocksOf = (document: ComposedDocument) => (shake ? shaken(document.blocks, new Random(`${seed}/${document.name}/shaken`)) : document.blocks);
						const name = `${one ? 'one at a time' : 'all together'}${shake ? ', corners ±4 px' : ''}`;
						met = run(documents, { name, one, resultOf: (document) => ({ blocks: blocksOf(document), direction: -1 }), equal: EXACT, bars: BARS }, options.misses) && met;
					}
				}
				if (options.rules) met = (await runWithRules(documents, options.misses)) && met;
				if (!engine) continue;
				const read = new Map<ComposedDocument, GeneralTextResult>();
				for (const document of documents.slice(0, pictures)) read.set(document, await readPicture(engine, await document.render(), options.reuse));
				for (const one of [false, true]) {
					const resultOf = (document: ComposedDocument) => read.get(document) ?? { blocks: [], direction: -1 };
					met = run([...read.keys()], { name: `${one ? 'one at a time' : 'all together'}, engine`, one, resultOf, equal: FORGIVING, bars: ENGINE_BARS }, options.misses) && met;
				}
			}
		}
	} finally {
		await engine?.close();
	}
	console.log(met ? '\nAll bars met.' : '\nA bar was missed.');
	process.exitCode = met ? 0 : 1;
}

/** Exact blocks of the documents in whose pictures ruled cells are found, without and with them. */
async function runWithRules(documents: readonly ComposedDocument[], misses: boolean): Promise<boolean> {
	const cells = new Map<ComposedDocument, readonly PixelBox[]>();
	for (const document of documents) {
		const found = await ruledCellsOf((await document.render()).image);
		if (found.length > 0) cells.set(document, found);
	}
	const ruled = [...cells.keys()];
	const common = { one: false, resultOf: ({ blocks }: ComposedDocument) => ({ blocks, direction: -1 }), equal: EXACT, bars: BARS };
	const without = score(ruled, { ...common, name: `${ruled.length} ruled, without cells` }, false);
	const withCells = score(ruled, { ...common, name: `${ruled.length} ruled, with cells`, cellsOf: (document) => cells.get(document) ?? [] }, misses);
	const isNoWorse = withCells.right >= without.right - RULES_COST * without.filled && silentOf(withCells) <= silentOf(without);
	if (!isNoWorse) console.log('  MISSED: no worse with cells than without');
	return isMet(withCells, BARS) && isNoWorse && ruled.length > 0;
}

function run(documents: readonly ComposedDocument[], how: Run, misses: boolean): boolean {
	return isMet(score(documents, how, misses), how.bars);
}

function score(documents: readonly ComposedDocument[], { name: title, one, resultOf, cellsOf, equal }: Run, misses: boolean): Counts {
	const total = { ...NONE };
	const byTrait = new Map<string, Counts>();
	for (const document of documents) {
		const names = [...Object.keys(document.fields), ...(document.emptyFields ?? [])];
		const { blocks, direction } = resultOf(document);
		const definitions = names.map((name) => ({ name, findBy: 'label' as const, label: name }));
		const cells = cellsOf?.(document);
		const read = (wanted: FieldDefinition[]) => readFields(blocks, direction, wanted, undefined, cells ? { cells } : {});
		const found = one ? definitions.flatMap((definition) => read([definition])) : read(definitions);
		const trait = document.name.replace(/-\d+$/, '');
		const own = byTrait.get(trait) ?? { ...NONE };
		byTrait.set(trait, own);
		for (const field of found) {
			count(own, document.fields[field.name], field, equal);
			const outcome = count(total, document.fields[field.name], field, equal);
			if (misses && outcome) console.log(`    ${document.name} (${title}) ${outcome}: ${field.name} = ${field.text ?? 'null'}, not ${document.fields[field.name] ?? 'null'}${field.reason ? ` (${field.reason})` : ''}`);
		}
	}
	if (misses) for (const [trait, sum] of byTrait) print(`  ${trait}`, sum);
	print(title, total);
	if (total.empty < ENOUGH) console.log(`    (${total.empty} empty places are too few for the bar)`);
	return total;
}

function isMet(total: Counts, bars: typeof BARS): boolean {
	return (
		total.right >= bars.right * total.filled &&
		(total.empty < ENOUGH || total.emptyRight >= bars.empty * total.empty) &&
		silentOf(total) <= bars.silent * (total.filled + total.empty) &&
		total.marked <= bars.marked * total.right
	);
}

void main();
