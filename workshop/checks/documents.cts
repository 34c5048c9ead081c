// `npm run check:documents`: specimens of every kind, in every pose, read by the emulator's operations.
// `-- vat-invoice seal` for single kinds; `-- --specimens 5` for more of each operation.
import { parseArgs } from 'node:util';
import { tokenOf } from '../emulator/client.cts';
import { type Emulator, startEmulator } from '../emulator/server.cts';
import { kindOf, SPECIMEN_KINDS, type SpecimenKind } from '../documents/specimens/kinds.cts';
import { add, emptyScore, type Score } from './documents/compare.cts';
import { type Pose, POSES } from './documents/poses.cts';
import { readSpecimen } from './documents/read.cts';
import { reportTables } from './tables/report.cts';

/** Exact fields and exact lines of lists, over all kinds and for each of them. */
const FIELDS_BAR = 0.97;
const LINES_BAR = 0.95;
const WORKERS = 2;
/** Differences printed of one kind. */
const SHOWN = 12;

interface Task {
	kind: SpecimenKind;
	seed: number;
	pose: Pose;
}

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { specimens: { type: 'string', default: '3' } } });
	const kinds = kindsOf(positionals);
	const tasks = kinds.flatMap((kind) => seedsOf(kind, Number(values.specimens)).flatMap((seed) => POSES.map((pose): Task => ({ kind, seed, pose }))));
	const emulator = await startEmulator({ workers: WORKERS });
	try {
		const scores = await readAll(emulator, tasks);
		const below = report(kinds, scores);
		// Tables and pages are compared cell by cell.
		return positionals.length === 0 ? below + (await reportTables()) : below;
	} finally {
		await emulator.close();
	}
}

/** As many specimens an operation as asked for; fronts, backs and both sides of a card share them. */
function seedsOf(kind: SpecimenKind, specimens: number): number[] {
	const sharing = SPECIMEN_KINDS.filter((other) => kindOf(other).operation === kindOf(kind).operation).length;
	return Array.from({ length: Math.ceil(specimens / sharing) }, (_, index) => index + 1);
}

function kindsOf(names: readonly string[]): readonly SpecimenKind[] {
	const unknown = names.filter((name) => !SPECIMEN_KINDS.some((kind) => kind === name));
	if (unknown.length > 0) throw new TypeError(`No such kind: ${unknown.join(', ')}. Kinds: ${SPECIMEN_KINDS.join(', ')}`);
	return names.length === 0 ? SPECIMEN_KINDS : SPECIMEN_KINDS.filter((kind) => names.includes(kind));
}

/** As many at a time as there are recognition workers. */
async function readAll(emulator: Emulator, tasks: readonly Task[]): Promise<Map<SpecimenKind, Score>> {
	const token = await tokenOf(emulator);
	const scores = new Map<SpecimenKind, Score>();
	const waiting = [...tasks];
	const lane = async (): Promise<void> => {
		for (let task = waiting.shift(); task; task = waiting.shift()) {
			const { kind, seed, pose } = task;
			const score = await readSpecimen(emulator, token, kind, seed, pose);
			const total = scores.get(kind) ?? emptyScore();
			const where = `specimen ${seed}, ${pose.name}: `;
			add(total, { ...score, differences: score.differences.map((one) => ({ ...one, field: where + one.field })) });
			scores.set(kind, total);
		}
	};
	await Promise.all(Array.from({ length: WORKERS }, lane));
	return scores;
}

const share = (right: number, all: number): number => (all === 0 ? 1 : right / all);
const percent = (right: number, all: number): string => (all === 0 ? '–' : `${(100 * share(right, all)).toFixed(1)} % of ${all}`);

/** @returns how many kinds are below the bars. */
function report(kinds: readonly SpecimenKind[], scores: ReadonlyMap<SpecimenKind, Score>): number {
	const total = emptyScore();
	let below = 0;
	for (const kind of kinds) {
		const score = scores.get(kind) ?? emptyScore();
		add(total, score);
		const good = isGood(score);
		if (!good) below++;
		console.log(`${good ? 'ok   ' : 'BELOW'} ${kind.padEnd(24)} fields ${percent(score.fieldsRight, score.fields).padEnd(16)} lines ${percent(score.linesRight, score.lines)}`);
		for (const { field, wanted, got } of score.differences.slice(0, SHOWN)) console.log(`        ${field}: "${got}" instead of "${wanted}"`);
	}
	console.log(`All: fields ${percent(total.fieldsRight, total.fields)} (bar ${FIELDS_BAR * 100} %), lines ${percent(total.linesRight, total.lines)} (bar ${LINES_BAR * 100} %)`);
	return below;
}

const isGood = (score: Score): boolean => share(score.fieldsRight, score.fields) >= FIELDS_BAR && share(score.linesRight, score.lines) >= LINES_BAR;

main().then(
	(below) => (process.exitCode = below === 0 ? 0 : 1),
	(error: unknown) => {
		console.error(error instanceof TypeError ? error.message : error);
		process.exitCode = 1;
	},
);
