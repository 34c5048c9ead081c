// `npm run e2e`: installs what is missing, then runs the checks and sums them up.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDebianPackages } from './setup/debian.cts';
import { CURRENT_N8N, installN8n, LAST_N8N_1 } from './setup/installN8n.cts';
import { packPackage } from './setup/packPackage.cts';
import { RESULTS_FILE, type CheckResult } from './support/check.cts';
import { PROJECT } from './support/paths.cts';

const HELP = `End-to-end checks of the packed package in a real n8n, with a real browser and real servers.

  npm run e2e -- [options]

  --only PARTS            some of: ${['editor', 'queue', 'versions'].join(', ')} (comma separated)
  --section NAMES         of the part "editor": nodeList, credential, panel, runs, agent, examples, fresh
  --update-screenshots    write the pictures of the documentation into docs/images
  --setup                 only install what the checks need
  --help
`;

const { values } = parseArgs({
	options: {
		only: { type: 'string', default: '' },
		section: { type: 'string' },
		'update-screenshots': { type: 'boolean', default: false },
		setup: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

async function main(): Promise<number> {
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const started = Date.now();
	ensureDebianPackages();
	await installN8n(CURRENT_N8N);
	if (values.only === '' || values.only.includes('versions')) await installN8n(LAST_N8N_1);
	if (values.setup) return 0;

	rmSync(RESULTS_FILE, { force: true });
	const code = await runChecks(packPackage());
	const passed = summarize(started);
	if (passed && code !== 0) console.log('Some checks could not run: see above.');
	return passed && code === 0 ? 0 : 1;
}

/** The checks run in a process of their own, under node's test runner. */
async function runChecks(tarball: string): Promise<number> {
	const child = spawn(
		process.execPath,
		['--require', require.resolve('tsx/cjs'), '--test-force-exit', '--test-reporter=spec', path.join(__dirname, 'checks.cts')],
		{
			cwd: PROJECT,
			stdio: 'inherit',
			env: {
				...process.env,
				N8N_PACKAGE_TARBALL: tarball,
				E2E_PARTS: values.only,
				...(values.section ? { E2E_SECTION: values.section } : {}),
				...(values['update-screenshots'] ? { E2E_UPDATE_SCREENSHOTS: '1' } : {}),
			},
		},
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
	return await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

/** Prints the figures that the suites reported and one line in total. Whether all checks passed. */
function summarize(started: number): boolean {
	if (!existsSync(RESULTS_FILE)) {
		console.log('No check ran.');
		return false;
	}
	const { results, figures } = JSON.parse(readFileSync(RESULTS_FILE, 'utf8')) as {
		results: CheckResult[];
		figures: Record<string, unknown>;
	};
	for (const [name, value] of Object.entries(figures)) {
		console.log(`\n${name}`);
		if (Array.isArray(value)) console.table(value);
		else console.log(value);
	}
	const failed = results.filter((result) => !result.ok);
	for (const result of failed) console.log(`FAILED: ${result.name}\n  ${result.error?.split('\n')[0]}`);
	const seconds = Math.round((Date.now() - started) / 1000);
	console.log(`\nEnd-to-end checks: ${results.length - failed.length} of ${results.length} passed, ${seconds} s`);
	return failed.length === 0;
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	},
);
