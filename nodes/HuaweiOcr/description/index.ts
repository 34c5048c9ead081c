import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { RESOURCES } from '../resources';
import type { Resource } from '../resources/resource';
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
	...RESOURCES.map(operationProperty),
	...RESOURCES.map(operationOfTool),
	...inputProperties,
	...operationParameters(),
	optionsProperty,
];

function operationProperty({ value, what, operations }: Resource): INodeProperties {
	const firstOperation = operations[0]?.value ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: firstOperation,
		displayOptions: { show: { resource: [value] }, hide: { '@tool': [true] } },
		options: operations
			.map((operation) => ({
				name: operation.name,
				value: operation.value,
				description: operation.description,
				action: operation.action(what),
			}))
			.sort(byName),
	};
}

/** As a tool of an AI agent the node answers with text unless told otherwise. */
function operationOfTool(resource: Resource): INodeProperties {
	const property = operationProperty(resource);
	const textOperation = resource.operations.find(({ value }) => value === 'text')?.value ?? property.default;
	return { ...property, default: textOperation, displayOptions: { show: { resource: [resource.value], '@tool': [true] } } };
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
