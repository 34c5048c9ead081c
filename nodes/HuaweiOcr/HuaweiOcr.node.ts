import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { properties } from './description';
import { builderHint } from './description/builderHint';
import { hints } from './description/hints';
import { RESOURCES } from './resources';
import { execute } from './run/execute';
import { executionClock, type ClockFactory } from './transport/clock';

/** "Get Form Fields: General Text", "Get Fields: Train Ticket"; n8n evaluates it in the editor. */
const SUBTITLE = `={{ (${operationNames()})[$parameter["resource"] + "/" + $parameter["operation"]] + ": " + ((${documentNames()})[$parameter["resource"] + "/" + $parameter["documentType"]] || (${resourceNames()})[$parameter["resource"]]) }}`;

function operationNames(): string {
	return namesOf(RESOURCES.flatMap(({ value, operations }) => operations.map((each) => [`${value}/${each.value}`, each.name])));
}

function documentNames(): string {
	return namesOf(RESOURCES.flatMap(({ value, documentTypes = [] }) => documentTypes.map((each) => [`${value}/${each.value}`, each.name])));
}

function resourceNames(): string {
	return namesOf(RESOURCES.map(({ value, name }) => [value, name]));
}

function namesOf(names: string[][]): string {
	return JSON.stringify(Object.fromEntries(names));
}

export class HuaweiOcr implements INodeType {
	/** For the project's own checks, which let waits pass faster; nothing else sets it. */
	static makeClock: ClockFactory = executionClock;

	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud OCR',
		name: 'huaweiOcr',
		icon: { light: 'file:huaweiOcr.svg', dark: 'file:huaweiOcr.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description: 'Read text, tables and form fields from images and PDF pages with Huawei Cloud OCR',
		defaults: { name: 'Huawei Cloud OCR' },
		usableAsTool: {
			replacements: {
				description: 'Reads the text of one image or PDF page at a public web address. Give it the full https address; it answers with the text, or says why there is none.',
			},
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'huaweiOcrApi',
				required: true,
				displayOptions: { show: { authentication: ['iamLogin'] } },
			},
			{
				name: 'huaweiOcrAkSkApi',
				required: true,
				displayOptions: { show: { authentication: ['accessKey'] } },
			},
		],
		properties,
		hints,
		builderHint,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = await execute(this, HuaweiOcr.makeClock).catch(async (error: Error) => {
			// n8n calls an execution cancelled only if its last node ends without an error.
			const isCancelled = this.getExecutionCancelSignal()?.aborted === true;
			return isCancelled ? [] : await Promise.reject(error);
		});
		return [items];
	}
}
