import './environment.cts';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRun,
	type ITaskData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
} from 'n8n-workflow';

import { loadBuiltPackage, type BuiltPackage } from './builtPackage.cts';
import { CredentialStore, type StoredCredentials } from './credentialStore.cts';

export interface NodeRun {
	/** Default: the built package of this checkout. */
	package?: BuiltPackage;
	parameters?: INodeParameters;
	items?: INodeExecutionData[];
	/** What stands in n8n's database, by credential ID; login results are written into it. */
	stored: StoredCredentials;
	/** Which stored credential the node uses, by credential type. */
	credentials: Record<string, string>;
	/** Settings tab: On Error and its like. */
	settings?: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'alwaysOutputData'>>;
	/** Settings of the workflow, such as its binary mode. */
	workflowSettings?: IWorkflowSettings;
	/** Cancels the execution when it resolves. */
	cancelWhen?: Promise<void>;
}

export interface NodeRunResult {
	status: IRun['status'];
	/** The error that ended the execution. */
	error?: Error & { description?: string | null; httpCode?: string | null; context?: object };
	task?: ITaskData;
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** Items of the error output. */
	errorItems: INodeExecutionData[];
	/** What the node tells beside its items. */
	hints: string[];
	/** How many times a login result was stored. */
	credentialWrites: number;
}

const START = 'harness.start';
const NODE = 'n8n-nodes-huawei-ocr.huaweiOcr';

/** Hands the prepared items to the node behind it. */
const startNode: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Passes on the items of the run',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return await Promise.resolve([this.getInputData()]);
	},
};

/** Runs the built node once in n8n's execution engine, over real HTTP, as one step of a workflow. */
export async function runNode(run: NodeRun): Promise<NodeRunResult> {
	const { node, credentialTypes } = run.package ?? loadBuiltPackage();
	const implementations: Record<string, INodeType> = { [START]: startNode, [NODE]: node };
	const nodeTypes: INodeTypes = {
		getByName: (type) => implementations[type] as INodeType,
		getByNameAndVersion: (type) =>
			NodeHelpers.getVersionedNodeType(implementations[type] as INodeType),
		getKnownTypes: () => ({}),
	};
	const start = workflowNode('Start', START);
	const ocr: INode = {
		...workflowNode('OCR', NODE),
		parameters: run.parameters ?? {},
		credentials: Object.fromEntries(
			Object.entries(run.credentials).map(([type, id]) => [type, { id, name: id }]),
		),
		...run.settings,
	};
	const connections: IConnections = {
		Start: { main: [[{ node: 'OCR', type: 'main', index: 0 }]] },
	};
	const workflowData: IWorkflowBase = {
		id: 'harness',
		name: 'Harness',
		active: false,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [start, ocr],
		connections,
	} as unknown as IWorkflowBase;
	const workflow = new Workflow({
		id: 'harness',
		name: 'Harness',
		nodes: [start, ocr],
		connections,
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', ...run.workflowSettings },
	});
	const store = new CredentialStore(credentialTypes, run.stored);
	const execution = new WorkflowExecute(
		additionalData(store, workflowData),
		'manual',
		createRunExecutionData({
			startData: {},
			resultData: { runData: {} },
			executionData: {
				nodeExecutionStack: [
					{ node: start, data: { main: [run.items ?? [{ json: {} }]] }, source: null },
				],
			},
		}),
	).processRunExecutionData(workflow);
	void run.cancelWhen?.then(() => execution.cancel());
	const result = await execution;

	const task = result.data.resultData.runData.OCR?.[0];
	const error = result.data.resultData.error as NodeRunResult['error'];
	const outputs = task?.data?.main ?? [];
	return {
		status: result.status,
		...(error ? { error } : {}),
		...(task ? { task } : {}),
		items: outputs[0] ?? [],
		errorItems: outputs[1] ?? [],
		hints: (task?.hints ?? []).map(({ message }) => message),
		credentialWrites: store.writes,
	};
}

function workflowNode(name: string, type: string): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} };
}

function additionalData(
	credentialsHelper: CredentialStore,
	workflowData: IWorkflowBase,
): IWorkflowExecuteAdditionalData {
	// The engine wants addresses that parse; nothing is ever sent to them.
	const nowhere = 'http://harness.invalid/';
	return {
		credentialsHelper,
		executionId: 'harness',
		variables: {},
		hooks: new ExecutionLifecycleHooks('manual', 'harness', workflowData),
		webhookBaseUrl: nowhere,
		webhookTestBaseUrl: nowhere,
		webhookWaitingBaseUrl: nowhere,
		formWaitingBaseUrl: nowhere,
		instanceBaseUrl: nowhere,
		restApiUrl: nowhere,
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
