// `npm run check:evidence [-- heads rows fields]`: switches off one rule that weighs evidence after the other and runs the
// pages of test/layout. Each rule needs a page that is read otherwise without it: names those that none needs, and ends
// non-zero when there are any. Some minutes for heads and rows, a quarter of an hour for fields.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { switchedOff } from './evidence/switchedOff.cjs';

interface Weights {
	/** The file that holds them. */
	file: string;
	/** Where their list begins. */
	list: string;
	/** Patterns of tests that read pages with them. What is held of the reasons themselves says nothing about values. */
	tests: string[];
}

const TABLES = ['test/layout/tables', 'test/layout/generatedTables', 'test/layout/markdownOfPages', 'test/layout/absurd'];
const WEIGHTS: Readonly<Record<string, Weights>> = {
	heads: { file: 'nodes/HuaweiOcr/layout/tables/heads.ts', list: 'EVIDENCE', tests: TABLES },
	rows: { file: 'nodes/HuaweiOcr/layout/tables/rowGroups.ts', list: 'EVIDENCE', tests: TABLES },
	fields: {
		file: 'nodes/HuaweiOcr/layout/fields/reasons.ts',
		list: 'REASONS',
		tests: ['test/layout/fields(?!Evidence)', 'test/layout/generatedForms', 'test/layout/pairs', 'test/layout/bilingualLabels'],
	},
};

const ROOT = join(__dirname, '..', '..');

/** Names of the rules of a list. @throws Error where one can't be switched off: all pages would seem to need it */
function rulesOf({ file, list }: Weights): string[] {
	const source = readFileSync(join(ROOT, file), 'utf8');
	const [, block = ''] = new RegExp(`const ${list} = \\{\\n([^]*?)\\n\\}`, 'u').exec(source) ?? [];
	const rules = [...block.matchAll(/^\t(\w+): /gmu)].map(([, name = '']) => name);
	for (const rule of rules) switchedOff(source, rule);
	return rules;
}

/** @returns whether all pages are read as they are expected to be */
function areRead({ file, tests }: Weights, rule?: string): boolean {
	const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), '--config', join(__dirname, 'evidence', 'jest.config.cjs'), '--bail', '--silent', ...tests], {
		cwd: ROOT,
		stdio: 'ignore',
		env: { ...process.env, ...(rule === undefined ? {} : { EVIDENCE_FILE: file, EVIDENCE_RULE: rule }) },
	});
	return status === 0;
}

function main(): void {
	const wanted = process.argv.slice(2);
	const unknown = wanted.filter((name) => !(name in WEIGHTS));
	if (unknown.length > 0) throw new Error(`There are no weights called ${unknown.join(', ')}, but ${Object.keys(WEIGHTS).join(', ')}`);
	for (const [name, weights] of Object.entries(WEIGHTS)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		const rules = rulesOf(weights);
		if (rules.length === 0) throw new Error(`${weights.file} has no list ${weights.list}`);
		if (!areRead(weights)) throw new Error(`The pages are not read as expected with all rules of ${name}: nothing can be said of one`);
		const needless = rules.filter((rule) => areRead(weights, rule));
		console.log(`${needless.length === 0 ? '✓' : '✗'} ${name}: ${rules.length - needless.length} of ${rules.length} rules have a page that needs them${needless.length === 0 ? '' : `; none needs ${needless.join(', ')}`}`);
		if (needless.length > 0) process.exitCode = 1;
	}
}

main();
