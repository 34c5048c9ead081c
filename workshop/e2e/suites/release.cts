import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { CURRENT_N8N } from '../../realN8n/installN8n.cts';
import { check, group } from '../support/check.cts';
import { PROJECT } from '../../harness/paths.cts';

const WORKFLOWS = path.join(PROJECT, '.github', 'workflows');

/** What a workflow file may say where; GitHub refuses anything else. Only what these files need. */
const WORKFLOW_KEYS = ['name', 'on', 'permissions', 'concurrency', 'jobs'];
const JOB_KEYS = ['name', 'needs', 'uses', 'runs-on', 'container', 'environment', 'env', 'permissions', 'timeout-minutes', 'strategy', 'steps'];
const STEP_KEYS = ['name', 'id', 'if', 'uses', 'with', 'run', 'env'];

interface Workflow {
	on: Record<string, unknown>;
	jobs: Record<string, { uses?: string; needs?: string; permissions?: Record<string, string>; steps?: Array<Record<string, unknown> & { run?: string; uses?: string }> }>;
}

const readWorkflow = (text: string): Workflow => parse(text) as Workflow;

/** Keys that nobody knows, and steps that do nothing or two things. */
function problemsOf(workflow: Workflow): string[] {
	const unknown = (thing: object, known: string[]): string[] => Object.keys(thing).filter((key) => !known.includes(key));
	return [
		...unknown(workflow, WORKFLOW_KEYS),
		...Object.values(workflow.jobs).flatMap((job) => [
			...unknown(job, JOB_KEYS),
			...(job.steps ?? []).flatMap((step) => [
				...unknown(step, STEP_KEYS),
				...((step.run === undefined) === (step.uses === undefined) ? [`step ${JSON.stringify(step)}`] : []),
			]),
		]),
	];
}

/** Files that cannot run here: checked by those who define their formats. */
export function releaseSuite(): void {
	group('Release and operation files', () => {
		check('A maintainer pushes the workflows: no key is misspelt', () => {
			const files = readdirSync(WORKFLOWS);
			assert.deepEqual(files.sort(), ['ci.yml', 'publish.yml']);
			for (const file of files) assert.deepEqual(problemsOf(readWorkflow(readFileSync(path.join(WORKFLOWS, file), 'utf8'))), [], file);
			assert.deepEqual(problemsOf(readWorkflow('on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n')), ['stepz']);
		});

		check('A maintainer pushes a version tag: the package is published with provenance by a workflow that may prove who it is', () => {
			const text = readFileSync(path.join(WORKFLOWS, 'publish.yml'), 'utf8');
			const workflow = readWorkflow(text);
			assert.deepEqual(workflow.on, { push: { tags: ['v*.*.*'] } });
			const publishing = Object.values(workflow.jobs).filter((job) => job.steps?.some(({ run: command = '' }) => /^npm publish .*--provenance/.test(command)));
			assert.equal(publishing.length, 1, 'npm publish --provenance');
			assert.equal(publishing[0]?.permissions?.['id-token'], 'write');
			const gates = workflow.jobs[publishing[0]?.needs ?? ''];
			assert.equal(gates?.uses, './.github/workflows/ci.yml', 'all gates come first');
			assert.doesNotMatch(text, /NPM_TOKEN|NODE_AUTH_TOKEN/);
		});

		check('A user starts the compose file: all n8n processes share key and package folder', () => {
			const compose = parse(readFileSync(path.join(PROJECT, 'docs', 'compose.yaml'), 'utf8'), { merge: true }) as {
				services: Record<string, { image: string; environment: Record<string, string>; volumes: string[] }>;
			};
			const { n8n, worker } = compose.services;
			assert.deepEqual(n8n?.environment, worker?.environment);
			assert.deepEqual(n8n?.volumes, worker?.volumes);
			assert.ok(n8n?.image.endsWith(`:${CURRENT_N8N.n8n}`), n8n?.image);
		});
	});
}
