// A client of n8n's REST interface: what the editor does, without a browser.
import { parse as parseFlatted } from 'flatted';
import type { IRunExecutionData, INodeExecutionData, ITaskData } from 'n8n-workflow';
import { until } from '../harness/process/poll.cts';
import type { WorkflowFile } from './workflow.cts';

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olivia',
	lastName: 'Owner',
	password: 'Ocr-on-loopback-1',
};

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

export interface FinishedExecution {
	id: string;
	status: string;
	data: IRunExecutionData;
	/** Length of the stored execution data as the database holds it, characters. */
	storedLength: number;
}

/** How an execution ends with the data of its run. */
const WITH_DATA = ['success', 'error'];
const FINISHED = [...WITH_DATA, 'canceled', 'crashed'];

/** Whether this is what a run left, not what it began with. */
function holdsRun(data: IRunExecutionData | undefined): boolean {
	const result = data?.resultData;
	return result?.lastNodeExecuted !== undefined || result?.error !== undefined;
}

export class Lab {
	readonly url: string;
	/** n8n ties a session to the browser that logged in. */
	readonly browserId = 'lab-browser';
	cookie = '';

	constructor(url: string) {
		this.url = url;
	}

	/** One REST call; gives `data` of the answer. */
	async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(this.url + path, {
			method,
			headers: { 'content-type': 'application/json', 'browser-id': this.browserId, cookie: this.cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		for (const cookie of response.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.cookie = cookie.split(';')[0] ?? '';
		}
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 400)}`);
		const json = JSON.parse(text) as { data?: T };
		return (json.data ?? json) as T;
	}

	/** Creates the owner of a new instance, or logs in where there is one. */
	async signIn(): Promise<void> {
		const settings = await this.call<{ userManagement: { showSetupOnFirstLoad: boolean } }>('GET', '/rest/settings');
		if (settings.userManagement.showSetupOnFirstLoad) {
			await this.call('POST', '/rest/owner/setup', OWNER);
		} else {
			await this.call('POST', '/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
		}
	}

	async createCredential(name: string, type: string, data: object): Promise<string> {
		return (await this.call<{ id: string }>('POST', '/rest/credentials', { name, type, data })).id;
	}

	async updateCredential(id: string, name: string, type: string, data: object): Promise<void> {
		await this.call('PATCH', `/rest/credentials/${id}`, { id, name, type, data });
	}

	/** What the dialog's test does with the values in the form. */
	async testCredential(id: string, name: string, type: string, data: object): Promise<CredentialTest> {
		return await this.call('POST', '/rest/credentials/test', { credentials: { id, name, type, data } });
	}

	async createWorkflow(workflow: WorkflowFile): Promise<string> {
		return (await this.call<{ id: string }>('POST', '/rest/workflows', workflow)).id;
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/archive`, {});
		await this.call('DELETE', `/rest/workflows/${id}`);
	}

	/** Starts a workflow from its trigger `trigger` as the editor's button does, and waits for its end. */
	async execute(id: string, trigger: string): Promise<FinishedExecution> {
		return await this.finished(await this.start(id, trigger));
	}

	/** Starts a workflow; gives the ID of the execution. */
	async start(id: string, trigger: string): Promise<string> {
		const workflowData = await this.call('GET', `/rest/workflows/${id}`);
		const { executionId } = await this.call<{ executionId: string }>('POST', `/rest/workflows/${id}/run`, {
			triggerToStartFrom: { name: trigger },
			// n8n 1.x runs what it is sent, n8n 2.x what it has stored.
			workflowData,
		});
		return executionId;
	}

	async finished(executionId: string, within = 90_000): Promise<FinishedExecution> {
		return await until(
			async () => {
				const { id, status, data } = await this.call<{ id: string; status: string; data: string }>('GET', `/rest/executions/${executionId}`);
				if (!FINISHED.includes(status)) return undefined;
				const parsed = parseFlatted(data) as IRunExecutionData | undefined;
				// n8n 1.x on SQLite writes the status first and the data after it.
				if (!holdsRun(parsed) && WITH_DATA.includes(status)) return undefined;
				return { id, status, data: parsed as IRunExecutionData, storedLength: data.length };
			},
			{ what: `the end of execution ${executionId}`, within, every: 150 },
		);
	}

	/** IDs of a workflow's executions, newest first. */
	async executions(workflowId: string, limit = 20): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const found = await this.call<{ results: Array<{ id: string; status: string }> }>(
			'GET',
			`/rest/executions?limit=${limit}&filter=${filter}`,
		);
		return found.results;
	}

	/** Waits for the first finished execution of an active workflow (newer than `after`). */
	async nextExecution(workflowId: string, within = 60_000, after = 0): Promise<FinishedExecution> {
		const id = await until(
			async () => {
				const done = (await this.executions(workflowId)).filter(
					(execution) => Number(execution.id) > after && FINISHED.includes(execution.status),
				);
				return done.at(-1)?.id;
			},
			{ what: `an execution of workflow ${workflowId}`, within, every: 250 },
		);
		return await this.finished(id);
	}

	/** Publishes a workflow and waits until its triggers are registered. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.call<{ versionId: string }>('GET', `/rest/workflows/${id}`);
		await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
		await until(
			async () => {
				const state = await this.call<{ status?: string }>('GET', `/rest/workflows/${id}/publication-status`);
				return JSON.stringify(state).includes('published');
			},
			{ what: `workflow ${id} to be published` },
		);
	}

	/** The same in n8n 1.x, where a workflow is active or not and has no published version. */
	async activateOld(id: string): Promise<void> {
		const { versionId } = await this.call<{ versionId: string }>('GET', `/rest/workflows/${id}`);
		await this.call('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** The stored credential, decrypted by n8n as for the editor: password fields come as a blank value. */
	async readCredential(id: string): Promise<Record<string, unknown>> {
		const found = await this.call<{ data: Record<string, unknown> }>(
			'GET',
			`/rest/credentials/${id}?includeData=true`,
		);
		return found.data;
	}
}

/** The last run of a node in an execution; fails when the node did not run. */
export function taskOf(execution: FinishedExecution, node: string): ITaskData {
	const task = execution.data.resultData.runData[node]?.at(-1);
	if (!task) {
		const reason = execution.data.resultData.error?.message ?? 'no error';
		throw new Error(`"${node}" did not run in execution ${execution.id} (${execution.status}, ${reason})`);
	}
	return task;
}

/** Items of an output of a node: 0 is the first, 1 the error branch where there is one. */
export function itemsOf(execution: FinishedExecution, node: string, output = 0): INodeExecutionData[] {
	return taskOf(execution, node).data?.['main']?.[output] ?? [];
}
