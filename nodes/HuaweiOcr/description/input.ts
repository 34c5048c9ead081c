import type { INodeProperties } from 'n8n-workflow';

const inputType: INodeProperties = {
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
};

export const inputProperties: INodeProperties[] = [
	{ ...inputType, displayOptions: { hide: { '@tool': [true] } } },
	// Files don't cross the border between an agent and its tools.
	{ ...inputType, default: 'url', displayOptions: { show: { '@tool': [true] } } },
	{
		displayName: "An AI agent can't hand files to its tools: it can only name a web address. Choose the input type URL.",
		name: 'toolFileNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { inputType: ['binary'], '@tool': [true] } },
	},
	{
		displayName: 'Input Data Field Name(s)',
		name: 'binaryPropertyName',
		type: 'string',
		typeOptions: { binaryDataProperty: true },
		default: 'data',
		required: true,
		hint: 'The name of the field with the file. * takes every file of the item, Scans_* those that begin so.',
		description:
			'Name of the field that holds the image or PDF. Separate several names by commas, or use an expression that gives a file or a list of files. Of a PDF the first page is read unless the option Pages is set.',
		builderHint: { propertyHint: 'Use * when the files come from a form, a mail or a webhook: their names are not known beforehand.' },
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
