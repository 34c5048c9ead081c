// Runs the checks in a process of their own, under Node's test runner.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { RESULTS_FILE, type CheckResult } from './support/check.cts';
import { PROJECT } from '../harness/paths.cts';

export interface ChecksOptions {
	/** The package under test. */
	tarball: string;
	/** Parts, comma separated; empty: all. */
	parts?: string;
	/** Sections of the part "editor", comma separated. */
	section?: string | undefined;
	updateScreenshots?: boolean;
	/** Do not run the checks after the first failed one. */
	bail?: boolean;
	/** No output of the checks. */
	quiet?: boolean;
}

export interface ChecksOutcome {
	/** Exit code of the test runner: not 0 also when something beside a check failed. */
	code: number;
	results: CheckResult[];
	figures: Record<string, unknown>;
}

export async function runChecks(options: ChecksOptions): Promise<ChecksOutcome> {
	rmSync(RESULTS_FILE, { force: true });
	const child = spawn(
		process.execPath,
		[
			...['--require', require.resolve('tsx/cjs')],
			...['--test-force-exit', '--test-reporter=spec'],
			path.join(__dirname, 'checks.cts'),
		],
		{
			cwd: PROJECT,
			stdio: options.quiet ? 'ignore' : 'inherit',
			env: {
				...process.env,
				N8N_PACKAGE_TARBALL: options.tarball,
				E2E_PARTS: options.parts ?? '',
				...(options.section ? { E2E_SECTION: options.section } : {}),
				...(options.updateScreenshots ? { E2E_UPDATE_SCREENSHOTS: '1' } : {}),
				...(options.bail ? { E2E_BAIL: '1' } : {}),
			},
		},
	);
	const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
	process.on('SIGINT', pass).on('SIGTERM', pass);
	const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
	process.off('SIGINT', pass).off('SIGTERM', pass);
	const report = existsSync(RESULTS_FILE)
		? (JSON.parse(readFileSync(RESULTS_FILE, 'utf8')) as Omit<ChecksOutcome, 'code'>)
		: { results: [], figures: {} };
	return { code, ...report };
}
