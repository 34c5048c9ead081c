// What the suites of the examples share: the files as they are, the accounts they name, a picture of a run.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { byId } from '../browser/editor.cts';
import type { FinishedExecution } from '../../realN8n/lab.cts';
import { CREDENTIAL_NAME } from '../../realN8n/stage.cts';
import type { WorkflowFile } from '../../realN8n/workflow.cts';
import { EXAMPLES } from '../../harness/paths.cts';
import { takeScreenshot } from '../support/screenshot.cts';
import type { Play } from './play.cts';

/** What stands on the sample form, in the order of the example's fields. */
export const PRINTED = ['QL-20417', '市场部', '2026年3月18日', '林思源', '13852047168', '杭州市滨江路188号国际会展中心', 6, '浙A52736'];

/** Examples that name accounts of other services; they are imported once these exist. */
export const WITH_OTHER_ACCOUNTS = ['mail-attachments', 'mailbox-invoices', 'doubtful-forms', 'folder-to-markdown'];

export const exampleFile = (name: string): string => path.join(EXAMPLES, `${name}.json`);
export const example = (name: string): WorkflowFile => JSON.parse(readFileSync(exampleFile(name), 'utf8')) as WorkflowFile;

/** A tall workflow reaches below the buttons and notes that n8n lays over the canvas. */
const CANVAS_ALONE = 'body * { visibility: hidden } .vue-flow, .vue-flow * { visibility: visible } .vue-flow__panel, .vue-flow__panel * { visibility: hidden }';

export class ExampleDesk {
	private readonly ids = new Map<string, string>();
	private readonly play: () => Play;

	constructor(play: () => Play) {
		this.play = play;
	}

	/** The account that the examples refer to by name, as a user would have it. */
	async ensureAccount(): Promise<void> {
		const { stage } = this.play();
		const all = await stage.lab.call<Array<{ name: string }>>('GET', '/rest/credentials');
		if (!all.some((credential) => credential.name === CREDENTIAL_NAME)) await stage.createCredential();
	}

	/** An account of another service that an example refers to by name; one that a check left there gets the new values. */
	async ensureOtherAccount(name: string, type: string, data: object): Promise<void> {
		const { lab } = this.play().stage;
		const all = await lab.call<Array<{ id: string; name: string }>>('GET', '/rest/credentials');
		const known = all.find((credential) => credential.name === name);
		if (known) await lab.updateCredential(known.id, name, type, data);
		else await lab.createCredential(name, type, data);
	}

	/** Imports an example unless it is there; gives the ID of its workflow. */
	async ensureImported(name: string): Promise<string> {
		await this.ensureAccount();
		const id = this.ids.get(name) ?? (await this.play().stage.lab.createWorkflow(example(name)));
		this.ids.set(name, id);
		return id;
	}

	/** Picture of a workflow on the canvas after a run, with the number of items on its connections. */
	async picture(name: string, execution: FinishedExecution): Promise<void> {
		const { page, stage, editor } = this.play();
		const id = await this.ensureImported(name);
		await page.goto(`${stage.lab.url}/workflow/${id}/executions/${execution.id}`);
		await byId(page, 'canvas-node-status-success').first().waitFor();
		await takeScreenshot(page, `example-${name}`, await editor.around('everything'), CANVAS_ALONE);
	}

	/** Picture of a workflow of which n8n keeps no executions. */
	async pictureWithoutRun(name: string): Promise<void> {
		const { page, editor } = this.play();
		await editor.openWorkflow(await this.ensureImported(name));
		await takeScreenshot(page, `example-${name}`, await editor.around('everything'), CANVAS_ALONE);
	}
}
