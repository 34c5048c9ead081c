// `npm run e2e`: installs what is missing, then runs the checks and sums them up.
import { parseArgs } from 'node:util';
import { ensureDebianPackages } from '../realN8n/debian.cts';
import { CURRENT_N8N, installN8n, LAST_N8N_1 } from '../realN8n/installN8n.cts';
import { packPackage } from '../realN8n/installPackage.cts';
import { runChecks, type ChecksOutcome } from './runChecks.cts';

const HELP = `End-to-end checks of the packed package in a real n8n, with a real browser and real servers.

  npm run e2e -- [options]

  --only PARTS            some of: ${['release', 'editor', 'files', 'queue', 'versions'].join(', ')} (comma separated)
  --section NAMES         of the part "editor": nodeList, credential, login, panel, choices, fields, runs,
                         hints, retry, agent, examples, people, documents, paperwork, fresh
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
	if (values.only === '' || /versions|files/.test(values.only)) await installN8n(LAST_N8N_1);
	if (values.setup) return 0;

	const outcome = await runChecks({
		tarball: packPackage(),
		parts: values.only,
		section: values.section,
		updateScreenshots: values['update-screenshots'],
	});
	summarize(outcome, started);
	return outcome.code;
}

/** Prints the figures that the suites reported and one line in total. */
function summarize({ code, results, figures }: ChecksOutcome, started: number): void {
	for (const [name, value] of Object.entries(figures)) {
		console.log(`\n${name}`);
		if (Array.isArray(value)) console.table(value);
		else console.log(value);
	}
	const failed = results.filter((result) => !result.ok);
	for (const result of failed) console.log(`FAILED: ${result.name}\n  ${result.error?.split('\n')[0]}`);
	if (failed.length === 0 && code !== 0) console.log('FAILED: some checks could not run, see above');
	const seconds = Math.round((Date.now() - started) / 1000);
	console.log(`\nEnd-to-end checks: ${results.length - failed.length} of ${results.length} passed, ${seconds} s`);
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
