import type { INodeProperties } from 'n8n-workflow';

import { RESOURCES } from '../resources';
import { kindsOf } from '../resources/resource';
import { DEFAULT_CONCURRENCY, DEFAULT_RETRIES, DEFAULT_TIMEOUT } from '../settings/nodeSettings';

/** Options that every resource and operation has. */
const GENERAL: INodeProperties[] = [
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
		default: 'emptyItem',
		description:
			'What to output for a page without text, or without a table where rows are asked for. Without this option, operations with one item per page or document output an empty item, the others nothing.',
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
		description:
			'Which published limits are checked before an image is sent. Files that no edition of the service accepts are always refused.',
		options: [
			{
				name: 'Current',
				value: 'current',
				description: "The limits of the current documentation, such as 30,000 px per side for General Text",
			},
			{ name: 'Off', value: 'off', description: 'Let the service decide' },
			{
				name: 'Original',
				value: 'original',
				description: 'Up to 4,096 px per side; JPEG, PNG, BMP, TIFF',
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
		displayName: 'Keep File',
		name: 'keepFile',
		type: 'boolean',
		default: true,
		description: 'Whether output items carry the file that was read, to rename or upload it by what it says. Error items always carry it.',
		displayOptions: { show: { '/inputType': ['binary'] } },
	},
	{
		displayName: 'Max Calls',
		name: 'maxCalls',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1_000_000 },
		default: 100,
		description:
			'End the execution before the first call if it would need more calls than this. Each image and each page is one call. The value of the first item counts.',
	},
	{
		displayName: 'Max Concurrency',
		name: 'maxConcurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: DEFAULT_CONCURRENCY,
		description:
			'Maximum number of images sent at the same time; fewer while the service asks for less. The value of the first item counts.',
	},
	{
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10 },
		default: DEFAULT_RETRIES,
		description:
			'How often an image is sent again after a broken connection or a fault of the service, with growing waits. Failed calls are free. The value of the first item counts.',
	},
	{
		displayName: 'Other Files',
		name: 'otherFiles',
		type: 'options',
		default: 'skip',
		description:
			'What to do with files that * or a pattern matches and that are no images, such as tracking pixels and calendar files of mails',
		options: [
			{ name: 'Skip Them', value: 'skip' },
			{ name: 'Stop with an Error', value: 'error' },
		],
		displayOptions: { show: { '/inputType': ['binary'] } },
	},
	{
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1000, numberPrecision: 3 },
		default: 0,
		description:
			'Maximum number of calls per second, such as 0.5 for one every two seconds. With 0 the node finds the pace by itself. The value of the first item counts.',
	},
	{
		displayName: 'Shrink Large Images',
		name: 'shrinkLargeImages',
		type: 'boolean',
		default: false,
		description:
			'Whether pictures above the limits of the service are scaled down until they fit, as they are without this option. It takes time: about a second for 12 megapixels. Positions stay those of your own picture.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1000, maxValue: 600000 },
		default: DEFAULT_TIMEOUT,
		description: 'How long to wait for one answer, in milliseconds. The value of the first item counts.',
	},
];

/** Only for resources that read files of several pages. */
const PAGES: INodeProperties = {
	displayName: 'Pages',
	name: 'pages',
	type: 'string',
	default: '*',
	placeholder: 'e.g. 1-3,5',
	description:
		'Pages of a PDF, frames of a TIFF: single ones and ranges such as 1, 2-5,8 or 4-, or * for all. Each page is one call. Without this option only the first page is read.',
};

/** Where an option is shown. */
interface Place {
	resource: string;
	/** undefined: for all of the resource's document types, or it has none */
	documentType?: string;
	/** undefined: for all operations */
	operation?: string;
}

/** The collection Options: the general ones, and of each resource, document type and operation its own. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...GENERAL, ...ownOptions()].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
};

function ownOptions(): INodeProperties[] {
	const places = new Map<INodeProperties, Place[]>();
	const add = (property: INodeProperties, place: Place): void => {
		places.set(property, [...(places.get(property) ?? []), place]);
	};
	for (const resource of RESOURCES) {
		for (const { documentType, kind } of kindsOf(resource)) {
			const place = { resource: resource.value, ...(documentType === undefined ? {} : { documentType }) };
			for (const { property } of kind.switches) add(property, place);
			if (kind.api.pageField !== undefined || kind.api.formats.includes('TIFF')) add(PAGES, place);
			for (const { value: operation, options = [] } of kind.operations) {
				for (const property of options) add(property, { ...place, operation });
			}
		}
	}
	return [...places].flatMap(([property, at]) => alikeResources(at).map((same) => ({ ...property, displayOptions: shownAt(same) })));
}

/**
 * What n8n shows is told by lists of values that all have to fit. So that it shows an option just where it
 * belongs, it gets an entry for each group of resources that have it for the same document types and operations.
 */
function alikeResources(places: readonly Place[]): Place[][] {
	const byResource = new Map<string, Place[]>();
	for (const place of places) byResource.set(place.resource, [...(byResource.get(place.resource) ?? []), place]);
	const groups = new Map<string, Place[]>();
	for (const [resource, at] of byResource) {
		const types = documentTypesOf(at, resource);
		const key = JSON.stringify([types, [...new Set(at.map(({ operation }) => operation))]]);
		const alike = at.map(({ documentType, ...place }) => ({
			...place,
			...(types === undefined || documentType === undefined ? {} : { documentType }),
		}));
		groups.set(key, [...(groups.get(key) ?? []), ...alike]);
	}
	return [...groups.values()];
}

/** Undefined: all that the resource has. */
function documentTypesOf(places: readonly Place[], resource: string): string[] | undefined {
	const all = RESOURCES.find(({ value }) => value === resource)?.documentTypes ?? [];
	const types = [...new Set(places.flatMap(({ documentType }) => documentType ?? []))];
	return types.length === all.length ? undefined : types;
}

function shownAt(places: readonly Place[]): NonNullable<INodeProperties['displayOptions']> {
	const resources = [...new Set(places.map(({ resource }) => resource))];
	const documentTypes = [...new Set(places.flatMap(({ documentType }) => documentType ?? []))];
	const operations = [...new Set(places.flatMap(({ operation }) => operation ?? []))];
	return {
		show: {
			'/resource': resources,
			...(documentTypes.length === 0 ? {} : { '/documentType': documentTypes }),
			...(operations.length === 0 ? {} : { '/operation': operations }),
		},
	};
}
