// `npm run n8n`: a real n8n with the packed package, the emulator, an account and the example workflows.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startEmulator } from '../emulator/server.cts';
import { HOME_REGION } from '../emulator/users.cts';
import { provideExampleFiles } from './exampleFiles.cts';
import { Lab, OWNER } from './lab.cts';
import { startN8n } from './startN8n.cts';
import { CREDENTIAL_NAME, credentialFields } from './stage.cts';
import { OCR_CREDENTIAL, type WorkflowFile } from './workflow.cts';
import { CURRENT_N8N, installN8n } from './installN8n.cts';
import { installTarball, packPackage } from './installPackage.cts';
import { stopAllServices } from '../harness/process/child.cts';
import { cacheDir, EXAMPLES } from '../harness/paths.cts';
import { isFree, freePort } from '../harness/process/ports.cts';

/** The account of the examples, on today's address of the emulator. */
async function provideCredential(lab: Lab, fields: Record<string, string>): Promise<void> {
	const all = await lab.call<Array<{ id: string; name: string }>>('GET', '/rest/credentials');
	const known = all.find((credential) => credential.name === CREDENTIAL_NAME);
	if (known) await lab.updateCredential(known.id, CREDENTIAL_NAME, OCR_CREDENTIAL, fields);
	else await lab.createCredential(CREDENTIAL_NAME, OCR_CREDENTIAL, fields);
}

/** Imports the examples that are not there yet; changes that a developer made in n8n stay. */
async function provideWorkflows(lab: Lab): Promise<void> {
	const there = await lab.call<Array<{ name: string }>>('GET', '/rest/workflows');
	const names = new Set(there.map((workflow) => workflow.name));
	for (const file of readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'))) {
		const workflow = JSON.parse(readFileSync(path.join(EXAMPLES, file), 'utf8')) as WorkflowFile;
		if (!names.has(workflow.name)) await lab.createWorkflow(workflow);
	}
}

/** Says what is being done, and how long the step before it took: a start takes a minute or two. */
function announcer(): (what: string) => void {
	let begun: number | undefined;
	return (what) => {
		if (begun !== undefined) console.log(`  done in ${Math.round((Date.now() - begun) / 1000)} s`);
		begun = Date.now();
		console.log(what);
	};
}

async function main(): Promise<void> {
	const say = announcer();
	say(`n8n ${CURRENT_N8N.n8n}: looking for it in the cache (the first time it is installed, which takes some minutes)`);
	const install = await installN8n(CURRENT_N8N);
	const userFolder = path.join(cacheDir(), `data-of-n8n-${install.n8n}`);
	const filesFolder = path.join(userFolder, '.n8n-files');
	mkdirSync(filesFolder, { recursive: true });
	say('Building and packing this package, installing it into n8n');
	installTarball(packPackage(), userFolder);
	say('Starting the emulator of Huawei Cloud, drawing the files of the examples');
	const emulator = await startEmulator({ allowPrivateUrls: true });
	await provideExampleFiles(filesFolder, emulator.control, HOME_REGION);
	say('Starting n8n (about a minute)');
	const n8n = await startN8n(install, {
		userFolder,
		filesFolder,
		port: (await isFree(5678)) ? 5678 : await freePort(),
	});
	say('Signing in, importing the examples');
	const lab = new Lab(n8n.url);
	await lab.signIn();
	await provideCredential(lab, credentialFields(emulator));
	await provideWorkflows(lab);
	console.log(`
n8n ${install.n8n} with this package: ${n8n.url}
  e-mail    ${OWNER.email}
  password  ${OWNER.password}

Emulator of Huawei Cloud: ${emulator.url}
The account "${CREDENTIAL_NAME}" uses it. Its example workflows are there, and the files that they read in
${filesFolder}
(folder "to-send": files for the form and the webhooks). Mail, SMTP and OpenAI accounts are for you to add.

Data folder (delete it to start afresh): ${userFolder}
Ctrl+C ends both.`);

	let ending = false;
	const end = (): void => {
		if (ending) return;
		ending = true;
		void stopAllServices()
			.then(async () => await emulator.close())
			.finally(() => process.exit());
	};
	process.on('SIGINT', end);
	process.on('SIGTERM', end);
	n8n.child.once('close', () => {
		if (ending) return;
		console.error(`n8n ended:\n${n8n.tail()}`);
		process.exitCode = 1;
		end();
	});
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	void stopAllServices().finally(() => process.exit(1));
});
