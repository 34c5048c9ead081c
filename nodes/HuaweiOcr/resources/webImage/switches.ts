import type { Switch } from '../switches';

/** Optional request fields (docs/operations.md, section 5). What they add is shown with Get Raw Result. */
export const switches: readonly Switch[] = [
	{
		field: 'detect_direction',
		property: {
			displayName: 'Detect Direction',
			name: 'detectDirection',
			type: 'boolean',
			default: true,
			description: 'Whether the service corrects a tilted image, by any angle',
		},
	},
	{
		field: 'detect_font',
		property: {
			displayName: 'Detect Font',
			name: 'detectFont',
			type: 'boolean',
			default: true,
			description: 'Whether to return the most likely fonts of each block (shown with Get Raw Result)',
		},
	},
	{
		field: 'detect_text_direction',
		property: {
			displayName: 'Detect Text Direction',
			name: 'detectTextDirection',
			type: 'boolean',
			default: false,
			description: 'Whether text may run in any direction, as it does without this option. Turn it off for pictures with upright text only.',
		},
	},
	{
		field: 'extract_type',
		property: {
			displayName: 'Extract',
			name: 'extractType',
			type: 'multiOptions',
			default: [],
			description: 'What to extract beside the text (shown with Get Raw Result)',
			options: [
				{ name: 'Contact Details', value: 'contact_info' },
				{ name: 'Image Size', value: 'image_size' },
			],
		},
	},
];
