import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { properties } from './description';
import { generalText } from './generalText';
import { executionClock, type ClockFactory } from './transport/clock';

export class HuaweiOcr implements INodeType {
	/** For the project's own checks, which let waits pass faster; nothing else sets it. */
	static makeClock: ClockFactory = executionClock;

	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud OCR',
		name: 'huaweiOcr',
		icon: { light: 'file:huaweiOcr.svg', dark: 'file:huaweiOcr.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '=General Text: {{$parameter["outputMode"]}}',
		description: 'Read text and its positions from images and PDF pages with Huawei Cloud OCR (文字识别)',
		defaults: { name: 'Huawei Cloud OCR' },
		usableAsTool: true,
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
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = await generalText(this, HuaweiOcr.makeClock).catch(async (error: Error) => {
			// n8n calls an execution cancelled only if its last node ends without an error.
			const isCancelled = this.getExecutionCancelSignal()?.aborted === true;
			return isCancelled ? [] : await Promise.reject(error);
		});
		return [items];
	}
}
