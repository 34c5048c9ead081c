// All end-to-end checks, in the order in which they run. Started by main.cts.
import { after, before } from 'node:test';
import { startPlay, type Play } from './suites/play.cts';
import { credentialSuite } from './suites/credential.cts';
import { nodeListSuite } from './suites/nodeList.cts';
import { agentToolSuite } from './suites/agentTool.cts';
import { everyChoiceSuite } from './suites/everyChoice.cts';
import { examplesSuite } from './suites/examples.cts';
import { examplesForPeopleSuite } from './suites/examplesForPeople.cts';
import { examplesOfDocumentsSuite } from './suites/examplesOfDocuments.cts';
import { examplesOfPaperworkSuite } from './suites/examplesOfPaperwork.cts';
import { fieldsBeforeRunSuite } from './suites/fieldsBeforeRun.cts';
import { filesSuite } from './suites/files.cts';
import { freshProcessSuite } from './suites/freshProcess.cts';
import { hintsSuite } from './suites/hints.cts';
import { loginMistakesSuite } from './suites/loginMistakes.cts';
import { retryOnFailSuite } from './suites/retryOnFail.cts';
import { runsSuite } from './suites/runs.cts';
import { panelSuite } from './suites/panel.cts';
import { queueSuite } from './suites/queue.cts';
import { versionsSuite } from './suites/versions.cts';
import { group } from './support/check.cts';
import { releaseSuite } from './suites/release.cts';
import { stopAllServices } from '../harness/process/child.cts';

/** Parts that `npm run e2e -- --only a,b` can choose from. */
const parts = new Set((process.env['E2E_PARTS'] ?? '').split(',').filter(Boolean));
const wanted = (part: string): boolean => parts.size === 0 || parts.has(part);

after(async () => await stopAllServices());

const section = (name: string): boolean => {
	const only = process.env['E2E_SECTION'];
	return only === undefined || only.split(',').includes(name);
};

if (wanted('release')) releaseSuite();

if (wanted('editor')) {
	group('The editor', () => {
		let running: Play | undefined;
		const play = (): Play => {
			if (!running) throw new Error('n8n did not start');
			return running;
		};
		before(async () => {
			running = await startPlay();
		}, { timeout: 240_000 });
		after(async () => await running?.end());
		if (section('nodeList')) nodeListSuite(play);
		if (section('credential')) credentialSuite(play);
		if (section('login')) loginMistakesSuite(play);
		if (section('panel')) panelSuite(play);
		if (section('choices')) everyChoiceSuite(play);
		if (section('fields')) fieldsBeforeRunSuite(play);
		if (section('runs')) runsSuite(play);
		if (section('hints')) hintsSuite(play);
		if (section('retry')) retryOnFailSuite(play);
		if (section('agent')) agentToolSuite(play);
		if (section('examples')) examplesSuite(play);
		if (section('people')) examplesForPeopleSuite(play);
		if (section('documents')) examplesOfDocumentsSuite(play);
		if (section('paperwork')) examplesOfPaperworkSuite(play);
		if (section('fresh')) freshProcessSuite(play);
	});
}

if (wanted('files')) filesSuite();

if (wanted('queue')) queueSuite();

if (wanted('versions')) versionsSuite();
