import type { INodeProperties } from 'n8n-workflow';

export const outputProperties: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'outputMode',
		type: 'options',
		default: 'blocks',
		options: [
			{
				name: 'Raw Result',
				value: 'raw',
				description: 'One item per image or page: the result as the service gives it',
			},
			{
				name: 'Words Blocks',
				value: 'blocks',
				description: 'One item per words block, with its text and position',
			},
		],
	},
];
