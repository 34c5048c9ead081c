// The panel follows from the catalogue: each resource, document type and operation shows what is its own.
import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';

import { CATALOGUE } from '../../huaweiCloud/catalogue/index.ts';
import { HuaweiOcr } from '../../nodes/HuaweiOcr/HuaweiOcr.node.ts';
import { RESOURCES } from '../../nodes/HuaweiOcr/resources/index.ts';
import { kindsOf } from '../../nodes/HuaweiOcr/resources/resource.ts';
import { kindOfRow } from '../../nodes/HuaweiOcr/resources/documents/documentTypes.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

const { description } = new HuaweiOcr();
const node = { typeVersion: 1 } as INode;

/** Properties that n8n shows for these parameters, and the entries of Options among them. */
function shown(parameters: Record<string, string>): { names: string[]; options: string[]; properties: INodeProperties[] } {
	const values = { authentication: 'iamLogin', inputType: 'binary', ...parameters };
	const isShown = (property: INodeProperties) => NodeHelpers.displayParameter(values, property, node, description);
	const properties = description.properties.filter(isShown);
	const collection = properties.find(({ name }) => name === 'options')?.options as INodeProperties[];
	return { names: properties.map(({ name }) => name), options: collection.filter((one) => NodeHelpers.displayParameter(values, one, node, description, values)).map(({ name }) => name), properties };
}

const CHOICES = RESOURCES.flatMap((resource) =>
	kindsOf(resource).flatMap(({ documentType, kind }) =>
		kind.operations.map((operation) => ({ resource: resource.value, operation: operation.value, ...(documentType === undefined ? {} : { documentType }) })),
	),
);

test.each(CHOICES)('$resource $documentType $operation: each name once, its own switches', (choice) => {
	const { names, options, properties } = shown(choice);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	expect(options.filter((name, index) => options.indexOf(name) !== index)).toEqual([]);
	const operations = properties.find(({ name }) => name === 'operation')?.options ?? [];
	expect(operations.flatMap((one) => ('value' in one ? [one.value] : []))).toContain(choice.operation);
	const kind = RESOURCES.flatMap((resource) => (resource.value === choice.resource ? kindsOf(resource) : [])).find(({ documentType }) => documentType === choice.documentType)?.kind;
	const own = kind?.switches.map(({ property }) => property.name) ?? [];
	expect(options).toEqual(expect.arrayContaining(own));
	const foreign = RESOURCES.flatMap(kindsOf).flatMap(({ kind: { switches } }) => switches.map(({ property }) => property.name));
	const mine = new Set([...own, ...(kind?.operations.find(({ value }) => value === choice.operation)?.options ?? []).map(({ name }) => name)]);
	expect(options.filter((name) => foreign.includes(name) && !mine.has(name))).toEqual([]);
});

test('Document Type is shown for families only', () => {
	expect(shown({ resource: 'generalText', operation: 'text' }).names).not.toContain('documentType');
	expect(shown({ resource: 'card', operation: 'fields', documentType: 'idCard' }).names).toContain('documentType');
	expect(shown({ resource: 'other', operation: 'raw' }).names).toEqual(expect.arrayContaining(['apiPath', 'requestFields']));
	expect(shown({ resource: 'seal', operation: 'raw' }).names).not.toContain('apiPath');
});

/** Names that workflows have stored: later ones come behind them, and none is renamed. */
const PUBLIC_TYPES = {
	invoice: ['vatInvoice', 'mvsInvoice', 'trainTicket', 'taxiInvoice', 'flightItinerary', 'tollInvoice', 'quotaInvoice'],
	card: ['idCard', 'bankcard', 'businessLicense', 'passport', 'driverLicense', 'vehicleLicense', 'businessCard'],
} as const;

test.each(['invoice', 'card'] as const)('document types of %s are those of the public interface, then what the catalogue adds', (family) => {
	const types = RESOURCES.find(({ value }) => value === family)?.documentTypes?.map(({ value }) => value);
	expect(types?.slice(0, PUBLIC_TYPES[family].length)).toEqual(PUBLIC_TYPES[family]);
	expect(types).toEqual(CATALOGUE.filter((row) => row.family === family).map(({ value }) => value));
});

test.each(['invoice', 'ID card', 'table', 'seal', 'passport', 'ticket', 'bank receipt'])('a search for "%s" finds an action', (words) => {
	const actions = description.properties.filter(({ name }) => name === 'operation').flatMap(({ options = [] }) => options.flatMap((one) => ('action' in one ? [one.action ?? ''] : [])));
	expect(actions.some((action) => action.toLowerCase().includes(words.toLowerCase()))).toBe(true);
});

test("n8n takes a resource's actions from its longest list of operations", () => {
	const first = description.properties.find(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes('invoice'));
	expect(first?.options).toHaveLength(4);
});

test('any row of the catalogue could become a document type: nothing else of the product has to know it', () => {
	for (const row of CATALOGUE.filter(({ shape }) => ['fields', 'sides', 'lists', 'located'].includes(shape))) {
		const kind = kindOfRow(row);
		const { isEmpty, raw } = runAtOnce(kind.readAnswer(JSON.stringify({ result: { name: 'A' } }), row));
		expect([row.path, isEmpty, raw]).toEqual([row.path, false, { name: 'A' }]);
		expect(kind.operations[0]?.value).toBe('fields');
	}
});
