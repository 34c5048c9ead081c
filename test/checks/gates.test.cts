// .ci/gates.mjs against package.json: a new check must not be forgotten, nor a gate name a script that is not there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(__dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** In a process of its own: jest runs no ES modules. */
const { GATES, BY_HAND } = JSON.parse(
	execFileSync(process.execPath, ['--input-type=module', '--eval', `
		import { GATES, BY_HAND } from ${JSON.stringify(pathToFileURL(join(ROOT, '.ci', 'gates.mjs')).href)};
		process.stdout.write(JSON.stringify({ GATES, BY_HAND }));
	`], { encoding: 'utf8' }),
) as { GATES: Array<{ script: string }>; BY_HAND: string[] };

const listed = [...GATES.map(({ script }) => script), ...BY_HAND];

test('each gate is a script, and stands in the list once', () => {
	expect(listed.filter((script) => !(script in scripts))).toEqual([]);
	expect(listed).toEqual([...new Set(listed)]);
});

test('every check, suite and benchmark is a gate or named as one that is run by hand; lint and tests are gates', () => {
	expect(GATES.map(({ script }) => script)).toEqual(expect.arrayContaining(['lint', 'test', 'e2e']));
	const checks = Object.keys(scripts).filter((script) => /^(check:|bench|e2e|test)/.test(script));
	expect(checks.filter((script) => !listed.includes(script))).toEqual([]);
});

test('the workflows run the list, not commands of their own', () => {
	const ci = readFileSync(join(ROOT, '.github', 'workflows', 'ci.yml'), 'utf8');
	const commands = [...ci.matchAll(/- run: (.+)/g)].map(([, command]) => command);
	expect(commands).toEqual(['.ci/run', '.ci/run --only test']);
	expect(readFileSync(join(ROOT, '.github', 'workflows', 'publish.yml'), 'utf8')).toContain('uses: ./.github/workflows/ci.yml');
});
