// How well form fields are read from words blocks: right, wrong, marked for review and missing apart. The
// documents' labels are asked for all together and one at a time, as people do, with exact corners and with
// corners moved at random, as engines give them. Run it with `node --require tsx/cjs workshop/bench/fields.cts`.
import { parseArgs } from 'node:util';
import { composeDocuments } from '../documents/generator.cts';
import type { ComposedDocument } from '../documents/compose.cts';
import { composeForms, FORM_KINDS } from '../documents/kinds/formsByTrait.cts';
import { Random } from '../documents/random.cts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import type { FoundField } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { shaken } from './shaken.cts';

const HELP = `node --require tsx/cjs workshop/bench/fields.cts -- [options]
  --seeds 11,12,13   (default)
  --count N          documents per seed and set (default 200)
  --set traits|usual traits: forms with what public reports complain of; usual: forms, invoices, receipts (default both)
  --trait NAME       only forms of one trait
  --misses           name what was read wrong or marked`;

const BARS = { right: 0.97, empty: 0.98, silent: 0.01, marked: 0.05 };

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

function count(sum: Counts, want: string | undefined, { text, needsReview }: FoundField): keyof Counts | undefined {
	if (want === undefined) {
		sum.empty++;
		if (text === undefined) sum.emptyRight++;
		else if (needsReview) sum.emptyMarked++;
		return text === undefined ? undefined : needsReview ? 'emptyMarked' : 'wrong';
	}
	sum.filled++;
	if (text === want) {
		sum.right++;
		if (needsReview) sum.marked++;
		return needsReview ? 'marked' : undefined;
	}
	const outcome = text === undefined ? 'missing' : needsReview ? 'wrongMarked' : 'wrong';
	sum[outcome]++;
	return outcome;
}

const percent = (part: number, all: number) => `${((100 * part) / Math.max(all, 1)).toFixed(1).padStart(6)} %`;

function print(name: string, sum: Counts): void {
	const silent = sum.wrong + (sum.empty - sum.emptyRight - sum.emptyMarked);
	console.log(
		`  ${name.padEnd(26)} ${String(sum.filled).padStart(6)}  ${percent(sum.right, sum.filled)}  ${percent(sum.missing, sum.filled)}  ${percent(sum.wrongMarked, sum.filled)}  ${String(sum.empty).padStart(6)}  ${percent(sum.emptyRight, sum.empty)}  ${percent(silent, sum.filled + sum.empty)}  ${percent(sum.marked, sum.right)}`,
	);
}

function main(): void {
	const { values: options } = parseArgs({
		options: {
			seeds: { type: 'string', default: '11,12,13' },
			count: { type: 'string', default: '200' },
			set: { type: 'string' },
			trait: { type: 'string' },
			misses: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (options.help) {
		console.log(HELP);
		return;
	}
	let met = true;
	const sets = options.trait ? ['traits'] : options.set ? [options.set] : ['traits', 'usual'];
	for (const set of sets) {
		for (const seed of options.seeds.split(',')) {
			const documents: ComposedDocument[] =
				set === 'traits'
					? composeForms({ seed, count: Number(options.count), ...(options.trait ? { kinds: FORM_KINDS.filter((kind) => kind === options.trait) } : {}) })
					: composeDocuments({ seed, count: Number(options.count), kinds: ['form-zh', 'form-en', 'invoice', 'receipt'] });
			console.log(`\nSeed ${seed}, ${set}                   filled     right   missing  wrong, marked  empty   left empty  wrong, unmarked  right, marked`);
			for (const one of [false, true]) for (const shake of [false, true]) met = run(documents, seed, one, shake, options.misses) && met;
		}
	}
	console.log(met ? '\nAll bars met.' : '\nA bar was missed.');
	process.exitCode = met ? 0 : 1;
}

function run(documents: readonly ComposedDocument[], seed: string, one: boolean, shake: boolean, misses: boolean): boolean {
	const total = { ...NONE };
	const byTrait = new Map<string, Counts>();
	for (const document of documents) {
		const names = [...Object.keys(document.fields), ...(document.emptyFields ?? [])];
		const blocks = shake ? shaken(document.blocks, new Random(`${seed}/${document.name}/shaken`)) : document.blocks;
		const definitions = names.map((name) => ({ name, findBy: 'label' as const, label: name }));
		const found = one ? definitions.flatMap((definition) => readFields(blocks, -1, [definition])) : readFields(blocks, -1, definitions);
		const trait = document.name.replace(/-\d+$/, '');
		const own = byTrait.get(trait) ?? { ...NONE };
		byTrait.set(trait, own);
		for (const field of found) {
			count(own, document.fields[field.name], field);
			const outcome = count(total, document.fields[field.name], field);
			if (misses && outcome) console.log(`    ${document.name}${one ? ' one' : ''}${shake ? ' shaken' : ''} ${outcome}: ${field.name} = ${field.text ?? 'null'}, not ${document.fields[field.name] ?? 'null'}${field.reason ? ` (${field.reason})` : ''}`);
		}
	}
	if (!one || !shake || misses) for (const [trait, sum] of byTrait) if (misses) print(`  ${trait}`, sum);
	print(`${one ? 'one at a time' : 'all together'}${shake ? ', corners ±4 px' : ''}`, total);
	const silent = total.wrong + (total.empty - total.emptyRight - total.emptyMarked);
	return (
		total.right >= BARS.right * total.filled &&
		total.emptyRight >= BARS.empty * total.empty &&
		silent <= BARS.silent * (total.filled + total.empty) &&
		total.marked <= BARS.marked * total.right
	);
}

main();
