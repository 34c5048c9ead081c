// `npm run e2e:mutants`: breaks the built package in one place at a time and shows which check notices.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './runChecks.cts';
import { PACKAGE_NAME, packFolder, packPackage } from '../realN8n/installPackage.cts';
import { ensureDebianPackages } from '../realN8n/debian.cts';
import { CURRENT_N8N, installN8n } from '../realN8n/installN8n.cts';
import { run } from '../harness/process/child.cts';
import { newTempDir } from '../harness/paths.cts';

const NODE = 'dist/nodes/HuaweiOcr/HuaweiOcr.node.js';
const CREDENTIAL = 'dist/credentials/HuaweiOcrApi.credentials.js';

interface Mutant {
	name: string;
	file: string;
	/** What to break; must be found in the built file, whose white space may be removed. */
	find: RegExp;
	replace: string;
	/** Sections of the suite that look at it. */
	section: string;
}

const MUTANTS: Mutant[] = [
	{
		name: 'credential without test',
		file: CREDENTIAL,
		find: /\btest( ?= ?credentialTest)/,
		replace: 'untested$1',
		section: 'credential',
	},
	{
		name: 'URL shown for every input type',
		file: NODE,
		find: /displayOptions: ?\{ ?show: ?\{ ?inputType: ?\["url"\] ?\} ?\}/,
		replace: '',
		section: 'panel',
	},
	{
		name: 'results without item links',
		file: NODE,
		find: /pairedItem: ?\{ ?item: ?itemIndex ?\}/g,
		replace: 'pairedItem: undefined',
		section: 'runs',
	},
	{
		name: 'failures without item links',
		file: NODE,
		find: /pairedItem: ?\{ ?item: ?place\.itemIndex ?\}/g,
		replace: 'pairedItem: undefined',
		section: 'runs',
	},
	{
		name: 'failures not marked for the error branch',
		file: NODE,
		find: /=== ?"continueErrorOutput"/g,
		replace: '=== "nothing"',
		section: 'runs',
	},
	{
		name: 'token not stored at all',
		file: CREDENTIAL,
		find: /expirable: ?true/,
		replace: 'expirable: false',
		section: 'credential',
	},
	{
		name: 'stored token good for one process only',
		file: CREDENTIAL,
		find: /hash\(salt(?: ?\?\? ?"")?, ?login\)/g,
		replace: 'hash(salt + PROCESS_SECRET, login)',
		section: 'fresh',
	},
];

/** Tarball of the package with one place changed. */
function breakPackage(tarball: string, mutant: Mutant): string {
	const unpacked = newTempDir('mutant');
	run('tar', ['xzf', tarball, '-C', unpacked]);
	const folder = path.join(newTempDir('mutant'), PACKAGE_NAME);
	mkdirSync(folder, { recursive: true });
	cpSync(path.join(unpacked, 'package'), folder, { recursive: true });
	const file = path.join(folder, mutant.file);
	const before = readFileSync(file, 'utf8');
	const after = before.replace(mutant.find, mutant.replace);
	if (after === before) throw new Error(`"${mutant.name}": ${mutant.file} has nothing like ${String(mutant.find)}`);
	writeFileSync(file, after);
	return packFolder(folder);
}

async function main(): Promise<void> {
	ensureDebianPackages();
	await installN8n(CURRENT_N8N);
	const only = process.argv.slice(2);
	const tarball = packPackage();
	const table: Array<Record<string, string>> = [];
	for (const mutant of MUTANTS.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)))) {
		const broken = breakPackage(tarball, mutant);
		const { results } = await runChecks({
			tarball: broken,
			parts: 'editor',
			section: mutant.section,
			bail: true,
			quiet: true,
		});
		const caught = results.find((result) => !result.ok);
		table.push({ broken: mutant.name, 'caught by': caught?.name ?? (results.length === 0 ? 'n8n did not start' : 'NOTHING') });
		console.log(`${mutant.name}\n  caught by: ${table.at(-1)?.['caught by']}\n  ${caught?.error?.split('\n')[0] ?? ''}`);
	}
	const missed = table.filter((row) => row['caught by'] === 'NOTHING' || row['caught by'] === 'n8n did not start');
	console.log(`\nMutants: ${table.length - missed.length} of ${table.length} caught by a check`);
	process.exitCode = missed.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
