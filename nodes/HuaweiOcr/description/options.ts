import type { INodeProperties } from 'n8n-workflow';

import { LANGUAGES } from '../input/languages';
import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUT } from '../input/settings';

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Character Mode',
			name: 'characterMode',
			type: 'boolean',
			default: true,
			description: 'Whether to return the single characters of each block with their positions (char_list)',
		},
		{
			displayName: 'Detect Direction',
			name: 'detectDirection',
			type: 'boolean',
			default: true,
			description: 'Whether the service corrects a tilted image, by any angle, and reports the angle',
		},
		{
			displayName: 'Enterprise Project ID',
			name: 'enterpriseProjectId',
			type: 'string',
			default: '',
			description: 'ID of the enterprise project that the calls are billed to',
		},
		{
			displayName: 'If No Text',
			name: 'ifNoText',
			type: 'options',
			default: 'nothing',
			description: 'What to output for an image in which the service finds no text',
			options: [
				{ name: 'Output an Empty Item', value: 'emptyItem' },
				{ name: 'Output Nothing', value: 'nothing' },
			],
		},
		{
			displayName: 'Image Limits',
			name: 'imageLimits',
			type: 'options',
			default: 'current',
			description: 'Which published upper limits are checked before an image is sent. Files that no edition of the service accepts are always refused.',
			options: [
				{
					name: 'Current',
					value: 'current',
					description: 'Up to 30000 px per side; JPEG, PNG, BMP, GIF, TIFF, WEBP, PCX, ICO, PSD, PDF',
				},
				{ name: 'Off', value: 'off', description: 'Let the service decide' },
				{
					name: 'Original',
					value: 'original',
					description: 'Up to 4096 px per side; JPEG, PNG, BMP, TIFF',
				},
			],
		},
		{
			displayName: 'Include Input Fields',
			name: 'includeInputFields',
			type: 'boolean',
			default: true,
			description: "Whether to copy the input item's JSON fields to each of its output items",
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'options',
			default: 'zh',
			description: 'Language of the text. English is read together with Chinese and has no entry of its own.',
			options: [...LANGUAGES],
		},
		{
			displayName: 'Markdown',
			name: 'markdown',
			type: 'boolean',
			default: true,
			description: 'Whether the service also joins all blocks to one text (markdown_result, shown with the outputs Raw Result and Text)',
		},
		{
			displayName: 'Max Concurrency',
			name: 'maxConcurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: DEFAULT_CONCURRENCY,
			description: 'How many images are sent at the same time. The value of the first item counts.',
		},
		{
			displayName: 'Min Confidence',
			name: 'minConfidence',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2, numberStepSize: 0.05 },
			default: 0.5,
			description: 'Leave out blocks that the service is less sure of, from 0 to 1. Raw Result stays untouched.',
		},
		{
			displayName: 'Pages',
			name: 'pages',
			type: 'string',
			default: '*',
			placeholder: 'e.g. 1-3,5',
			description: 'Pages of a PDF: single pages and ranges such as 1, 2-5,8 or 4-, or * for all. Each page is one call. Without this option the first page is read. Of images with several frames (TIFF, GIF) the service reads one.',
		},
		{
			displayName: 'Quick Mode',
			name: 'quickMode',
			type: 'boolean',
			default: true,
			description: 'Whether to use the faster path for images that show a single text line filling more than half of them',
		},
		{
			displayName: 'Single Orientation Mode',
			name: 'singleOrientationMode',
			type: 'boolean',
			default: true,
			description: 'Whether all text runs in the same direction, which is then read more accurately',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1000, maxValue: 600000 },
			default: DEFAULT_TIMEOUT,
			description: 'How long to wait for one answer, in milliseconds. The value of the first item counts.',
		},
	],
};
