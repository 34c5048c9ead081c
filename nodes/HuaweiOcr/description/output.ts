import type { INodeProperties } from 'n8n-workflow';

export const outputProperties: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'outputMode',
		type: 'options',
		default: 'blocks',
		options: [
			{
				name: 'Form Fields',
				value: 'fields',
				description: 'One item per image or document, with the values of the fields you name',
			},
			{
				name: 'Lines',
				value: 'lines',
				description: 'One item per line of text, in reading order',
			},
			{
				name: 'Raw Result',
				value: 'raw',
				description: 'One item per image or page: the result as the service gives it',
			},
			{
				name: 'Table Rows',
				value: 'table',
				description: 'One item per row of each table, with the header cells as field names',
			},
			{
				name: 'Text',
				value: 'text',
				description: 'One item per image or page, with its whole text; short enough for AI agents',
			},
			{
				name: 'Words Blocks',
				value: 'blocks',
				description: 'One item per words block, with its text and position',
			},
		],
	},
];
