// Runs the gates one after the other, all of them whatever fails, and sums up: `node .ci/runGates.mjs [--only test,e2e]`.
// The last line is "N passed, N failed": each test of a suite counts, and each check as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GATES } from './gates.mjs';

const E2E_RESULTS = path.resolve('output/e2e/results.json');

/** @typedef {{ passed: number, failed: number }} Figures */

/**
 * @param {import('./gates.mjs').Gate} gate
 * @param {boolean} alone what it prints is shown at once, else when it has ended
 * @returns {Promise<Figures>}
 */
async function run({ script, args = [], counts }, alone) {
	const folder = mkdtempSync(path.join(tmpdir(), 'gate-'));
	const report = counts === 'e2e' ? E2E_RESULTS : path.join(folder, 'jest.json');
	if (counts) rmSync(report, { force: true });
	const more = counts === 'jest' ? ['--json', `--outputFile=${report}`] : [];
	const title = `\n== npm run ${[script, ...args].join(' ')}`;
	if (alone) console.log(title);
	const begin = performance.now();
	const { status, printed } = await end(spawn('npm', ['run', script, '--', ...args, ...more], {
		stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		// Gates that run at a time would take it from each other, each of them building its own.
		env: { ...process.env, PACKAGE_IS_BUILT: '1' },
	}));
	if (!alone) process.stdout.write(`${title}\n${printed}`);
	console.log(`== ${status === 0 ? 'passed' : 'FAILED'}, took ${Math.round((performance.now() - begin) / 1000)} s`);
	const figures = counts ? figuresOf(report, counts) : { passed: 0, failed: 0 };
	rmSync(folder, { recursive: true });
	if (!counts && status === 0) return { passed: 1, failed: 0 };
	// A gate that failed counts as failed even if its list of tests says otherwise or is missing.
	return status === 0 && figures.passed > 0 ? figures : { ...figures, failed: Math.max(1, figures.failed) };
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<{ status: number | null, printed: string }>} */
function end(child) {
	return new Promise((resolve, reject) => {
		let printed = '';
		for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (printed += text));
		child.once('error', reject);
		child.once('close', (status) => resolve({ status, printed }));
	});
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
if ((await end(spawn('npm', ['run', 'build'], { stdio: 'inherit' }))).status !== 0) {
	console.log('The package cannot be built.\n0 passed, 1 failed');
	process.exit(1);
}
for (const [index, first] of GATES.entries()) {
	if (GATES[index - 1]?.withNext) continue;
	const together = first.withNext ? [first, GATES[index + 1]] : [first];
	const gates = together.filter(({ script }) => only?.includes(script) ?? true);
	const results = await Promise.all(gates.map((gate) => run(gate, gates.length === 1)));
	results.forEach((figures, place) => {
		if (figures.failed > 0) failures.push(gates[place].script);
		total.passed += figures.passed;
		total.failed += figures.failed;
	});
}
console.log(`\n${failures.length === 0 ? 'All gates passed.' : `Gates that failed: ${failures.join(', ')}`}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
