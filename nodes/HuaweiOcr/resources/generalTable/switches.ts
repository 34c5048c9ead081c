import type { Switch } from '../switches';

/** Optional request fields (operations 3). What the answer holds is asked for by the operations that need it. */
export const switches: readonly Switch[] = [
	{
		field: 'with_borders',
		property: {
			displayName: 'Ruled Tables Only',
			name: 'withBorders',
			type: 'boolean',
			default: true,
			description: 'Whether only tables with printed lines are looked for. Without this option the service finds tables with and without lines.',
		},
	},
];

/** What the service adds to its answer, for Get Raw Result. */
export const rawSwitches: readonly Switch[] = [
	{
		field: 'return_char_location',
		property: {
			displayName: 'Return Character Positions',
			name: 'returnCharLocation',
			type: 'boolean',
			default: true,
			description: 'Whether to return where each character stands. It takes effect together with Return Text Positions.',
		},
	},
	{
		field: 'return_confidence',
		property: {
			displayName: 'Return Confidence',
			name: 'returnConfidence',
			type: 'boolean',
			default: true,
			description: 'Whether to return how sure the service is of each text, from 0 to 1',
		},
	},
	{
		field: 'return_excel',
		property: {
			displayName: 'Return Excel File',
			name: 'returnExcel',
			type: 'boolean',
			default: true,
			description: 'Whether to return the page as an Excel file, as binary field excel',
		},
	},
	{
		field: 'return_rectification_matrix',
		property: {
			displayName: 'Return Rectification Matrix',
			name: 'returnRectificationMatrix',
			type: 'boolean',
			default: true,
			description: 'Whether to return how the service straightened the picture',
		},
	},
	{
		field: 'return_text_location',
		property: {
			displayName: 'Return Text Positions',
			name: 'returnTextLocation',
			type: 'boolean',
			default: true,
			description: 'Whether to return where texts and cells stand. Cells then hold a list of texts instead of one.',
		},
	},
];
