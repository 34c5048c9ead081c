import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUT } from '../input/settings';

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Detect Direction',
			name: 'detectDirection',
			type: 'boolean',
			default: true,
			description: 'Whether the service corrects a tilted image, by any angle, and reports the angle',
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
			displayName: 'Max Concurrency',
			name: 'maxConcurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: DEFAULT_CONCURRENCY,
			description: 'How many images are sent at the same time. The value of the first item counts.',
		},
		{
			displayName: 'Quick Mode',
			name: 'quickMode',
			type: 'boolean',
			default: true,
			description: 'Whether to use the faster path for images that show a single text line filling more than half of them',
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
