// Runs the gates one after the other, all of them whatever fails, and sums up: `node .ci/runGates.mjs [--only test,e2e]`.
// The last line is "N passed, N failed": each test of a suite counts, and each check as one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GATES } from './gates.mjs';

const E2E_RESULTS = path.resolve('output/e2e/results.json');

/** @typedef {{ passed: number, failed: number }} Figures */

/** @param {import('./gates.mjs').Gate} gate @returns {Figures} */
function run({ script, args = [], counts }) {
	const folder = mkdtempSync(path.join(tmpdir(), 'gate-'));
	const report = counts === 'e2e' ? E2E_RESULTS : path.join(folder, 'jest.json');
	if (counts) rmSync(report, { force: true });
	const more = counts === 'jest' ? ['--json', `--outputFile=${report}`] : [];
	console.log(`\n== npm run ${[script, ...args].join(' ')}`);
	const begin = performance.now();
	const { status } = spawnSync('npm', ['run', script, '--', ...args, ...more], { stdio: 'inherit' });
	console.log(`== ${status === 0 ? 'passed' : 'FAILED'}, took ${Math.round((performance.now() - begin) / 1000)} s`);
	const figures = counts ? figuresOf(report, counts) : { passed: 0, failed: 0 };
	rmSync(folder, { recursive: true });
	if (!counts && status === 0) return { passed: 1, failed: 0 };
	// A gate that failed counts as failed even if its list of tests says otherwise or is missing.
	return status === 0 && figures.passed > 0 ? figures : { ...figures, failed: Math.max(1, figures.failed) };
}

/** @param {string} file @param {'jest' | 'e2e'} kind @returns {Figures} */
function figuresOf(file, kind) {
	if (!existsSync(file)) return { passed: 0, failed: 0 };
	const report = JSON.parse(readFileSync(file, 'utf8'));
	if (kind === 'jest') {
		return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, report.numFailedTestSuites) };
	}
	const passed = report.results.filter(({ ok }) => ok).length;
	return { passed, failed: report.results.length - passed };
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',');
const unknown = only?.filter((name) => !GATES.some(({ script }) => script === name)) ?? [];
if (unknown.length > 0) throw new Error(`No gate is called ${unknown.join(', ')}`);

const total = { passed: 0, failed: 0 };
const failures = [];
for (const gate of GATES.filter(({ script }) => only?.includes(script) ?? true)) {
	const figures = run(gate);
	if (figures.failed > 0) failures.push(gate.script);
	total.passed += figures.passed;
	total.failed += figures.failed;
}
console.log(`\n${failures.length === 0 ? 'All gates passed.' : `Gates that failed: ${failures.join(', ')}`}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
