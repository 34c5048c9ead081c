// The node's side of n8n, as far as generated cases need it: no server, no waiting, thousands of runs.
import type { IBinaryData, IExecuteFunctions, INode, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Clock } from '../../../nodes/HuaweiOcr/transport/clock.ts';

/** An answer as n8n's request helper hands it over. */
export interface GeneratedAnswer {
	readonly statusCode: number;
	readonly headers: Record<string, unknown>;
	readonly body: unknown;
}

/** One input item with its own parameters. */
export interface GeneratedInput {
	readonly json: INodeExecutionData['json'];
	readonly binary?: Record<string, IBinaryData>;
	readonly files: Record<string, Buffer>;
	readonly parameters: Record<string, unknown>;
}

export interface SentRequest {
	readonly headers: Record<string, string>;
	readonly body: Buffer;
}

const NODE: INode = {
	id: 'ocr',
	name: 'OCR',
	type: 'huaweiOcr',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	onError: 'continueRegularOutput',
};

/** Time that passes by being waited for. */
export function instantClock(): Clock {
	let now = 1_800_000_000_000;
	return {
		now: () => now,
		sleep: async (ms) => {
			now += ms;
			await Promise.resolve();
		},
	};
}

/** Runs the node over generated inputs; `answer` is asked for each request. */
export async function runGenerated(
	node: INodeType,
	inputs: readonly GeneratedInput[],
	answer: (request: SentRequest) => GeneratedAnswer,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = inputs.map(({ json, binary }) => ({ json, ...(binary && { binary }) }));
	const context = {
		getInputData: () => items,
		getNode: () => NODE,
		getCredentials: async () => await Promise.resolve({}),
		continueOnFail: () => true,
		getExecutionCancelSignal: () => undefined,
		getExecutionId: () => 'generated',
		getWorkflowSettings: () => ({}),
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getNodeParameter: (name: string, index: number, fallback: unknown) => {
			const parameters = inputs[index]?.parameters ?? {};
			return Object.hasOwn(parameters, name) ? parameters[name] : fallback;
		},
		helpers: {
			getBinaryDataBuffer: async (index: number, name: string) => {
				const file = inputs[index]?.files[name];
				if (!file) throw new Error('The file is gone');
				// A copy: the node may use the memory of what it was given again.
				return await Promise.resolve(Buffer.from(file));
			},
			prepareBinaryData: async (file: Buffer, fileName: string, mimeType: string) =>
				await Promise.resolve({ data: 'stored', fileName, mimeType, fileSize: String(file.length) }),
			httpRequestWithAuthentication: async (_type: string, options: SentRequest) => {
				const { headers, body } = options;
				return await Promise.resolve(answer({ headers: { ...headers }, body: Buffer.from(body) }));
			},
		},
	} as unknown as IExecuteFunctions;
	const outputs = await node.execute?.call(context);
	return (outputs as INodeExecutionData[][] | undefined)?.[0] ?? [];
}

export function inputNumber({ pairedItem }: INodeExecutionData): number {
	if (typeof pairedItem === 'number') return pairedItem;
	const single = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return single?.item ?? -1;
}
