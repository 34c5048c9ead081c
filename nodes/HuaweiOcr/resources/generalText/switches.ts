import type { Switch } from '../switches';
import { LANGUAGES } from '../../../../huaweiCloud/catalogue/languages';

/** Optional request fields (API page, table 3; contract 5.2). */
export const switches: readonly Switch[] = [
	{
		field: 'detect_direction',
		property: {
			displayName: 'Detect Direction',
			name: 'detectDirection',
			type: 'boolean',
			default: true,
			description: 'Whether the service corrects a tilted image, by any angle, and reports the angle',
		},
	},
	{
		field: 'quick_mode',
		property: {
			displayName: 'Quick Mode',
			name: 'quickMode',
			type: 'boolean',
			default: true,
			description: 'Whether to use the faster path for images that show a single text line filling more than half of them',
		},
	},
	{
		field: 'character_mode',
		property: {
			displayName: 'Character Mode',
			name: 'characterMode',
			type: 'boolean',
			default: true,
			description: 'Whether to return the single characters of each block with their positions (char_list)',
		},
	},
	{
		field: 'language',
		property: {
			displayName: 'Language',
			name: 'language',
			type: 'options',
			default: 'zh',
			description: 'Language of the text. English is read together with Chinese and has no entry of its own.',
			options: [...LANGUAGES],
		},
	},
	{
		field: 'single_orientation_mode',
		property: {
			displayName: 'Single Orientation Mode',
			name: 'singleOrientationMode',
			type: 'boolean',
			default: true,
			description: 'Whether all text runs in the same direction, which is then read more accurately',
		},
	},
	{
		field: 'return_markdown_result',
		property: {
			displayName: 'Service Markdown',
			name: 'markdown',
			type: 'boolean',
			default: true,
			description: "Whether the service also joins all blocks to one text (markdown_result, shown with Get Raw Result and Get Text). For headings and tables use the operation Get Markdown.",
		},
	},
];
