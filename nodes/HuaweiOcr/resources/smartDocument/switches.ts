import { LANGUAGES } from '../generalText/languages';
import type { Switch } from '../switches';

/** Optional request fields (operations 4). What the answer holds is asked for by the operations that need it. */
export const switches: readonly Switch[] = [
	{
		field: 'erase_seal',
		property: {
			displayName: 'Erase Seals',
			name: 'eraseSeal',
			type: 'boolean',
			default: true,
			description: 'Whether to take seals out of the picture before it is read',
		},
	},
	{
		field: 'language',
		property: {
			displayName: 'Language',
			name: 'language',
			type: 'options',
			default: 'zh',
			description: 'Language of the text. Without this option Chinese and English are read.',
			options: [...LANGUAGES],
		},
	},
	{
		field: 'single_orientation_mode',
		property: {
			displayName: 'Single Orientation',
			name: 'singleOrientationMode',
			type: 'boolean',
			default: false,
			description: 'Whether all text runs in the same direction, as the service assumes without this option. Turn it off for pages with text in several directions.',
		},
	},
];

/** What else the service can put into its answer, for Get Raw Result. */
export const rawSwitches: readonly Switch[] = [
	{
		field: 'character_mode',
		property: {
			displayName: 'Return Characters',
			name: 'characterMode',
			type: 'boolean',
			default: true,
			description: 'Whether to return single characters with position and confidence',
		},
	},
	{
		field: 'form',
		property: {
			displayName: 'Return Forms',
			name: 'form',
			type: 'boolean',
			default: true,
			description: 'Whether to return ruled forms of labels and values',
		},
	},
	{
		field: 'formula',
		property: {
			displayName: 'Return Formulas',
			name: 'formula',
			type: 'boolean',
			default: true,
			description: 'Whether to return formulas as LaTeX. It takes longer.',
		},
	},
	{
		field: 'image_layout',
		property: {
			displayName: 'Return Layout of Pictures',
			name: 'imageLayout',
			type: 'boolean',
			default: true,
			description: 'Whether to look for parts within pictures, too',
		},
	},
	{
		field: 'kv',
		property: {
			displayName: 'Return Key-Values',
			name: 'kv',
			type: 'boolean',
			default: true,
			description: 'Whether to return pairs of keys and values',
		},
	},
	{
		field: 'layout',
		property: {
			displayName: 'Return Layout',
			name: 'layout',
			type: 'boolean',
			default: true,
			description: 'Whether to return the parts of the page, such as titles, paragraphs and tables',
		},
	},
	{
		field: 'return_excel',
		property: {
			displayName: 'Return Excel Files',
			name: 'returnExcel',
			type: 'boolean',
			default: true,
			description: 'Whether to return each table as an Excel file, as binary data. It takes effect together with Return Tables.',
		},
	},
	{
		field: 'table',
		property: {
			displayName: 'Return Tables',
			name: 'table',
			type: 'boolean',
			default: true,
			description: 'Whether to return tables',
		},
	},
];
