// What the panel has to show, told by the catalogue of the API and by lists made by hand, not by the node's own panel.
import { CATALOGUE, type CatalogueRow } from '../../../huaweiCloud/catalogue/index.ts';

/** A choice in the panel, as people read it. */
export interface Choice {
	resource: string;
	documentType?: string;
	operation: string;
	row?: CatalogueRow;
}

const WORDS = ['Get Words Blocks', 'Get Lines', 'Get Text', 'Get Form Fields', 'Get All Label-Value Pairs', 'Get Table Rows', 'Get Markdown', 'Get Raw Result'];
const TEXT_RESOURCES = ['General Text', 'Handwriting', 'Web Image'];
const DOCUMENT = ['Get Fields', 'Get Field List', 'Get Raw Result'];
const WITH_LINES = ['Get Fields', 'Get Line Items', 'Get Field List', 'Get Raw Result'];
const OBJECTS = ['Get Objects', 'Get Field List', 'Get Raw Result'];

/** Resources without Document Type: their operations, and the path of the API operation. */
const SINGLE: Record<string, { operations: string[]; path?: string }> = {
	'General Text': { operations: WORDS, path: 'general-text' },
	Handwriting: { operations: WORDS, path: 'handwriting' },
	'Web Image': { operations: WORDS, path: 'web-image' },
	Table: { operations: ['Get Table Rows', 'Get Cells', 'Get Text', 'Get Excel File', 'Get Raw Result'], path: 'general-table' },
	'Smart Document': {
		operations: ['Get Text', 'Get Key-Values', 'Get Table Rows', 'Get Layout Blocks', 'Get Markdown', 'Get Excel File', 'Get Raw Result'],
		path: 'smart-document-recognizer',
	},
	'Mixed Cards and Tickets': { operations: OBJECTS, path: 'auto-classification' },
	'Bank Receipt': { operations: OBJECTS, path: 'bank-receipt' },
	Seal: { operations: OBJECTS, path: 'seal' },
	Other: { operations: ['Get Fields', 'Get Raw Result'] },
};
const FAMILIES = { invoice: 'Invoice or Ticket', card: 'Card or Certificate' } as const;

export const NAMES_OF_RESOURCES: readonly string[] = [...Object.keys(SINGLE), ...Object.values(FAMILIES)];

/** Options of every choice. */
const GENERAL = [
	...['Enterprise Project ID', 'If No Text', 'Image Limits', 'Include Input Fields', 'Keep File', 'Max Calls'],
	...['Max Concurrency', 'Max Retries', 'Other Files', 'Requests per Second', 'Shrink Large Images', 'Timeout'],
];
const OF_TABLES = ['First Row Is Header', 'Join Tables', 'Row Origin', 'Section Column', 'Table Format', 'Total Rows', 'Typed Values'];

/** Options of single operations, beside the switches that the service has for the kind of document. */
const OF_OPERATIONS: ReadonlyArray<{ resources: string[]; operations: string[]; options: string[] }> = [
	{ resources: TEXT_RESOURCES, operations: ['Get Words Blocks', 'Get Lines', 'Get Text', 'Get Form Fields', 'Get All Label-Value Pairs', 'Get Table Rows', 'Get Markdown'], options: ['Min Confidence'] },
	{ resources: TEXT_RESOURCES, operations: ['Get Text', 'Get Form Fields', 'Get All Label-Value Pairs', 'Get Markdown', 'Get Raw Result'], options: ['Preview'] },
	{ resources: TEXT_RESOURCES, operations: ['Get Form Fields', 'Get All Label-Value Pairs', 'Get Table Rows'], options: ['Use Ruled Lines'] },
	{ resources: TEXT_RESOURCES, operations: ['Get Form Fields'], options: ['Field Details', 'Table Rows In', 'Total Rows', 'Typed Values'] },
	{ resources: [...TEXT_RESOURCES, 'Table', 'Smart Document'], operations: ['Get Table Rows'], options: OF_TABLES },
	{ resources: [...TEXT_RESOURCES, 'Table'], operations: ['Get Table Rows'], options: ['Text Around Tables'] },
	{ resources: [...TEXT_RESOURCES, 'Table', 'Smart Document'], operations: ['Get Text', 'Get Markdown'], options: ['Join Pages'] },
	{ resources: ['Table', 'Smart Document'], operations: ['Get Table Rows'], options: ['Merged Cells', 'Excel File'] },
	{ resources: ['Table'], operations: ['Get Table Rows', 'Get Cells', 'Get Text'], options: ['Min Confidence'] },
	{ resources: ['Table'], operations: ['Get Cells'], options: ['Preview'] },
	{ resources: ['Smart Document'], operations: ['Get Key-Values', 'Get Layout Blocks'], options: ['Preview'] },
	{ resources: ['Smart Document'], operations: ['Get Key-Values', 'Get Raw Result'], options: ['Rename Keys'] },
	{ resources: ['Smart Document'], operations: ['Get Table Rows'], options: ['Include Forms'] },
	{ resources: ['Smart Document'], operations: ['Get Layout Blocks', 'Get Markdown'], options: ['Read Formulas'] },
	{ resources: [...Object.values(FAMILIES), 'Mixed Cards and Tickets', 'Bank Receipt', 'Seal', 'Other'], operations: [...WITH_LINES, 'Get Objects'], options: ['Preview'] },
	{ resources: [...Object.values(FAMILIES), 'Mixed Cards and Tickets', 'Bank Receipt', 'Seal', 'Other'], operations: ['Get Fields', 'Get Line Items', 'Get Field List', 'Get Objects'], options: ['Min Confidence', 'Typed Values'] },
	{ resources: ['Other'], operations: ['Get Fields', 'Get Raw Result'], options: ['Image Field', 'Page Field'] },
];

/** Switches of these two belong to the operation that needs them; all of them are there for the raw result. */
const BY_OPERATION: Record<string, { always: string[]; raw: string[] }> = {
	Table: {
		always: ['Ruled Tables Only'],
		raw: ['Return Character Positions', 'Return Confidence', 'Return Excel File', 'Return Rectification Matrix', 'Return Text Positions'],
	},
	'Smart Document': {
		always: ['Erase Seals', 'Language', 'Single Orientation'],
		raw: [
			...['Return Characters', 'Return Excel Files', 'Return Forms', 'Return Formulas', 'Return Key-Values', 'Return Layout'],
			...['Return Layout of Pictures', 'Return Tables'],
		],
	},
};

/** The switches of the text resources, whose rows in the catalogue have none. */
const OF_TEXT: Record<string, string[]> = {
	'General Text': ['Character Mode', 'Detect Direction', 'Language', 'Quick Mode', 'Service Markdown', 'Single Orientation Mode'],
	Handwriting: ['Character Set', 'Detect Direction', 'Quick Mode'],
	'Web Image': ['Detect Direction', 'Detect Font', 'Detect Text Direction', 'Extract'],
};

const SIMPLIFIED = ['Get Words Blocks', 'Get Lines', 'Get Cells', 'Get Layout Blocks', 'Get Field List', 'Get Objects'];

const titled = (field: string): string => field.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');

/** Names of the options that a choice has, sorted. */
export function expectedOptions({ resource, operation, row }: Choice): string[] {
	const own = OF_OPERATIONS.filter(({ resources, operations }) => resources.includes(resource) && operations.includes(operation)).flatMap(({ options }) => options);
	const byOperation = BY_OPERATION[resource];
	const switches = byOperation
		? [...byOperation.always, ...(operation === 'Get Raw Result' ? byOperation.raw : [])]
		: (OF_TEXT[resource] ?? row?.switches.map(({ name, field }) => name ?? titled(field)) ?? []);
	const pages = row === undefined || row.pageField !== undefined || row.formats.includes('TIFF') ? ['Pages'] : [];
	return [...GENERAL, ...pages, ...own, ...switches].sort();
}

/** Names of the parameters that show, in their order. */
export function expectedParameters({ resource, documentType, operation }: Choice): string[] {
	return [
		'resource',
		...(documentType === undefined ? [] : ['documentType']),
		'operation',
		...(resource === 'Other' ? ['apiPath', 'requestFields'] : []),
		'inputType',
		'binaryPropertyName',
		...(SIMPLIFIED.includes(operation) ? ['simplify'] : []),
		...(operation === 'Get Form Fields' ? ['fieldsFrom'] : []),
	];
}

/** Every choice, a resource after the other. */
export function choices(): Choice[] {
	const rowAt = (path: string | undefined): { row?: CatalogueRow } => {
		const row = CATALOGUE.find((each) => each.path === path);
		return row ? { row } : {};
	};
	const single = Object.entries(SINGLE).flatMap(([resource, { operations, path }]) => operations.map((operation) => ({ resource, operation, ...rowAt(path) })));
	const ofFamilies = CATALOGUE.flatMap((row) => {
		if (row.family === undefined) return [];
		const resource = FAMILIES[row.family];
		return ((row.lines ?? []).length > 0 ? WITH_LINES : DOCUMENT).map((operation) => ({ resource, documentType: row.name, operation, row }));
	});
	return [...single, ...ofFamilies.sort((a, b) => a.resource.localeCompare(b.resource))];
}
