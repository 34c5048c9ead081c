import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { RESOURCES } from '../resources';
import { kindsOf, type Kind, type Resource } from '../resources/resource';
import { simplifyProperty } from '../resources/simplify';
import { inputProperties } from './input';
import { optionsProperty } from './options';

const defaultResource = RESOURCES[0]?.value ?? '';

/** The panel from top to bottom, derived from the resources and their operations. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		default: 'iamLogin',
		options: [
			{
				name: 'Access Key (AK/SK)',
				value: 'accessKey',
				description: 'Sign each request; Huawei Cloud recommends this way',
			},
			{
				name: 'IAM Login',
				value: 'iamLogin',
				description: 'Log in with an IAM user and password and use a token',
			},
		],
	},
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: defaultResource,
		options: RESOURCES.map(({ name, value, description }) => ({ name, value, description })).sort(byName),
	},
	...RESOURCES.flatMap(documentTypeProperty),
	...RESOURCES.flatMap(operationProperties),
	...RESOURCES.flatMap(operationsOfTool),
	...RESOURCES.flatMap(ownParameters),
	...inputProperties,
	...operationParameters(),
	optionsProperty,
];

function documentTypeProperty({ value, documentTypes }: Resource): INodeProperties[] {
	if (documentTypes === undefined) return [];
	const firstType = documentTypes[0]?.value ?? '';
	return [
		{
			displayName: 'Document Type',
			name: 'documentType',
			type: 'options',
			noDataExpression: true,
			default: firstType,
			displayOptions: { show: { resource: [value] } },
			options: documentTypes.map(({ name, value: type }) => ({ name, value: type })).sort(byName),
		},
	];
}

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** Kinds of document with the same operations share a list; the longest comes first, since n8n makes its actions of it. */
function operationLists(resource: Resource): Array<{ kind: Kind; show: Show }> {
	const lists = new Map<string, { kind: Kind; types: string[] }>();
	for (const { documentType, kind } of kindsOf(resource)) {
		const key = kind.operations.map(({ value }) => value).join();
		const known = lists.get(key) ?? { kind, types: [] };
		if (documentType !== undefined) known.types.push(documentType);
		lists.set(key, known);
	}
	return [...lists.values()]
		.sort((a, b) => b.kind.operations.length - a.kind.operations.length)
		.map(({ kind, types }) => ({
			kind,
			show: { resource: [resource.value], ...(lists.size > 1 ? { documentType: types } : {}) },
		}));
}

function operationProperties(resource: Resource): INodeProperties[] {
	return operationLists(resource).map(({ kind: { operations }, show }) => {
		const firstOperation = operations[0]?.value ?? '';
		return {
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			default: firstOperation,
			displayOptions: { show, hide: { '@tool': [true] } },
			options: operations
				.map((operation) => ({
					name: operation.name,
					value: operation.value,
					description: operation.description,
					action: operation.action(resource.what),
				}))
				.sort(byName),
		};
	});
}

/** As a tool of an AI agent the node answers with text unless told otherwise. */
function operationsOfTool(resource: Resource): INodeProperties[] {
	return operationProperties(resource).map((property) => {
		const textOperation = resource.operations.find(({ value }) => value === 'text')?.value ?? property.default;
		return { ...property, default: textOperation, displayOptions: { show: { ...property.displayOptions?.show, '@tool': [true] } } };
	});
}

function ownParameters({ value, parameters = [] }: Resource): INodeProperties[] {
	return parameters.flatMap((property) => updateDisplayOptions({ show: { resource: [value] } }, [property]));
}

function byName(a: { name: string }, b: { name: string }): number {
	return a.name < b.name ? -1 : 1;
}

/** Parameters of single operations, each once for all resources that have the operation. */
function operationParameters(): INodeProperties[] {
	const shownFor = new Map<INodeProperties, { resource: Set<string>; operation: Set<string> }>();
	const show = (property: INodeProperties, resource: string, operation: string): void => {
		const known = shownFor.get(property) ?? { resource: new Set<string>(), operation: new Set<string>() };
		known.resource.add(resource);
		known.operation.add(operation);
		shownFor.set(property, known);
	};
	for (const resource of RESOURCES) {
		for (const operation of resource.operations) {
			if (operation.simplify) show(simplifyProperty, resource.value, operation.value);
			for (const property of operation.parameters ?? []) show(property, resource.value, operation.value);
		}
	}
	return [...shownFor].flatMap(([property, { resource, operation }]) =>
		updateDisplayOptions({ show: { resource: [...resource], operation: [...operation] } }, [property]),
	);
}
