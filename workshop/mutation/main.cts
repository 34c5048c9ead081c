// `npm run test:mutation`: changes the product in one place at a time and counts how many of the changes a unit test
// notices. Prints a line per folder; ends non-zero below a group's bar. Scores go into docs/testing.md.
//   -- transport layout      only these groups; default: all
//   -- layout --share 0.1    only each tenth of the mutants, the same ones each time; the page names the share
//   -- --mutate PATTERN      only these files of the project, without bars and without writing anything
// What was tried before is not tried again (.cache/stryker): after a small change it takes minutes instead of hours.
import { rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core';
import { table } from '../harness/terminal.cts';
import { EXCLUDED, type Group, GROUPS, TESTS_LEFT_OUT } from './groups.cts';
import { writeScores } from './page.cts';
import { addUp, type Score, scoreOf, share } from './scores.cts';

interface Effort {
	/** Processes that run tests. */
	concurrency: number;
	/** Of the mutants, greater than 0, at most 1. */
	share: number;
}

const ROOT = join(__dirname, '..', '..');
const CACHE = join('.cache', 'stryker');

function optionsFor(name: string, mutate: string[], { concurrency, share }: Effort): PartialStrykerOptions {
	return {
		mutate,
		testRunner: 'coveringFiles',
		plugins: ['@stryker-mutator/jest-runner', ...['coveringFiles', 'sample', 'survivors', 'textsForPeople'].map((name) => join(ROOT, 'workshop', 'mutation', `${name}.mjs`))],
		checkers: share < 1 ? ['sample'] : [],
		ignorers: ['textsForPeople'],
		jest: { configFile: join('workshop', 'mutation', 'jest.config.cjs') },
		coverageAnalysis: 'perTest',
		ignoreStatic: true,
		concurrency,
		incremental: true,
		// What is left out of a sample must not be taken for tried.
		incrementalFile: join(CACHE, share < 1 ? `${name}-${share}.json` : `${name}.json`),
		tempDirName: join(CACHE, 'sandbox'),
		ignorePatterns: ['dist', 'output', 'coverage'],
		reporters: ['progress-append-only', 'survivors'],
		allowEmpty: true,
		disableTypeChecks: false,
		// Each test runs once on sources that count: the whole takes many times as long as without.
		dryRunTimeoutMinutes: 30,
		// Bars are checked here, per group.
		thresholds: { high: 100, low: 0, break: null },
		logLevel: 'warn',
	} as PartialStrykerOptions;
}

async function mutantsOf(options: PartialStrykerOptions): Promise<MutantResult[]> {
	const { Stryker } = await import('@stryker-mutator/core');
	return new Stryker(options).runMutationTest();
}

/** Prints a line for each folder. @returns the score of all together. */
function report(mutants: MutantResult[]): Score {
	const folderOf = ({ fileName }: MutantResult): string => dirname(relative(ROOT, resolve(ROOT, fileName)));
	const folders = [...new Set(mutants.map(folderOf))].sort();
	const rows = folders.map((folder) => [folder, scoreOf(mutants.filter((mutant) => folderOf(mutant) === folder))] as const);
	const header = ['folder', 'mutants', 'noticed', 'survived', 'in no test', '%'];
	const total = addUp(rows.map(([, score]) => score));
	const line = (name: string, score: Score): string[] => [
		name, String(score.mutants), String(score.noticed), String(score.survived), String(score.uncovered), share(score),
	];
	console.log(`\n${table(header, [...rows.map(([folder, score]) => line(folder, score)), line('together', total)], header.slice(1))}\n`);
	return total;
}

async function run(group: Group, effort: Effort): Promise<Score> {
	const excluded = Object.values(EXCLUDED).flat().map((pattern) => `!${pattern}`);
	console.log(`\n== ${group.name}`);
	return report(await mutantsOf(optionsFor(group.name, [...group.files, ...excluded], effort)));
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { mutate: { type: 'string' }, concurrency: { type: 'string', default: '2' }, share: { type: 'string', default: '1' } },
	});
	process.chdir(ROOT);
	process.env.MUTATION_TESTS_LEFT_OUT = JSON.stringify(TESTS_LEFT_OUT);
	const effort = { concurrency: Number(values.concurrency), share: Number(values.share) };
	if (!(effort.share > 0 && effort.share <= 1)) throw new Error('--share has to be greater than 0 and at most 1');
	process.env.MUTATION_SHARE = String(effort.share);
	if (values.mutate !== undefined) {
		report(await mutantsOf({ ...optionsFor('single', [values.mutate], effort), incremental: false }));
		return;
	}
	const unknown = positionals.filter((name) => !GROUPS.some((group) => group.name === name));
	if (unknown.length > 0) throw new Error(`No group is called ${unknown.join(', ')}`);
	const scores = new Map<string, Score>();
	for (const group of GROUPS.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
		scores.set(group.name, await run(group, effort));
	}
	await rm(join(CACHE, 'sandbox'), { recursive: true, force: true });
	await writeScores(scores, effort.share);
	for (const { name, bar } of GROUPS) {
		const score = scores.get(name);
		if (!score) continue;
		const met = Number(share(score)) >= bar;
		if (!met) process.exitCode = 1;
		console.log(`${met ? '✓' : '✗'} ${name}: ${share(score)} % of ${score.mutants} mutants noticed (at least ${bar} %)`);
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
