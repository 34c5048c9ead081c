// Workflow files as n8n exports them, and a short way to write one.
import { randomUUID } from 'node:crypto';

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	webhookId?: string;
	[setting: string]: unknown;
}

export interface Connection {
	node: string;
	type: string;
	index: number;
}

export interface WorkflowFile {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, Record<string, Array<Connection[] | null>>>;
	settings: Record<string, unknown>;
	[other: string]: unknown;
}

export const OCR_TYPE = 'n8n-nodes-huawei-ocr.huaweiOcr';
export const OCR_CREDENTIAL = 'huaweiOcrApi';

type NodeSpec = Partial<Omit<WorkflowNode, 'name' | 'type'>>;

export class WorkflowBuilder {
	private readonly nodes: WorkflowNode[] = [];
	private readonly connections: WorkflowFile['connections'] = {};
	private readonly name: string;

	constructor(name: string) {
		this.name = name;
	}

	/** Adds a node to the right of the last one. */
	node(name: string, type: string, spec: NodeSpec = {}): this {
		this.nodes.push({
			id: randomUUID(),
			name,
			type,
			typeVersion: 1,
			position: [this.nodes.length * 260, 0],
			parameters: {},
			...spec,
		});
		return this;
	}

	/** Our node, with the credential of that ID. */
	ocr(name: string, credentialId: string, parameters: Record<string, unknown>, spec: NodeSpec = {}): this {
		return this.node(name, OCR_TYPE, {
			parameters,
			credentials: { [OCR_CREDENTIAL]: { id: credentialId, name: 'Huawei' } },
			...spec,
		});
	}

	connect(from: string, to: string, { output = 0, type = 'main' }: { output?: number; type?: string } = {}): this {
		const outputs = ((this.connections[from] ??= {})[type] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type, index: 0 });
		return this;
	}

	/** Connects each node with the next one in the list. */
	chain(...names: string[]): this {
		names.slice(1).forEach((name, index) => this.connect(names[index] ?? '', name));
		return this;
	}

	build(settings: Record<string, unknown> = {}): WorkflowFile {
		return {
			name: this.name,
			active: false,
			nodes: this.nodes,
			connections: this.connections,
			settings: { executionOrder: 'v1', ...settings },
		};
	}
}
