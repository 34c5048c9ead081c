import type { INodeProperties } from 'n8n-workflow';

export const inputProperties: INodeProperties[] = [
	{
		displayName: 'Input Type',
		name: 'inputType',
		type: 'options',
		default: 'binary',
		options: [
			{
				name: 'Binary File',
				value: 'binary',
				description: 'Images or PDF files that come with the item',
			},
			{
				name: 'URL',
				value: 'url',
				description: 'A public or OBS address that Huawei Cloud downloads itself',
			},
		],
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing the file to be read',
		description: 'Name of the binary field. Separate several names by commas, or enter * for every binary field of the item.',
		displayOptions: { show: { inputType: ['binary'] } },
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/scan.png',
		description: 'Address of the image or PDF. It must be reachable for Huawei Cloud, not for n8n.',
		displayOptions: { show: { inputType: ['url'] } },
	},
];
