// What resources, document types and switches are made of.
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ApiSwitch } from '../../huaweiCloud/catalogue/index.ts';
import { documentTypesOf, kindOfRow } from '../../nodes/HuaweiOcr/resources/documents/documentTypes.ts';
import { operationsFor } from '../../nodes/HuaweiOcr/resources/documents/operations/index.ts';
import type { OcrResult } from '../../nodes/HuaweiOcr/resources/operation.ts';
import { familyOf, kindsOf, prepareRequest, type DocumentType } from '../../nodes/HuaweiOcr/resources/resource.ts';
import { isSimplified } from '../../nodes/HuaweiOcr/resources/simplify.ts';
import { catalogueSwitch, readSwitches } from '../../nodes/HuaweiOcr/resources/switches.ts';
import { Answers } from '../../nodes/HuaweiOcr/run/answers.ts';
import { operationAt } from '../../huaweiCloud/catalogue/index.ts';

describe('a switch of the catalogue', () => {
	const MEANING = 'Whether it does';

	test.each<[ApiSwitch, IDataObject]>([
		[{ field: 'return_text_location', meaning: MEANING }, { displayName: 'Return Text Location', name: 'returnTextLocation', type: 'boolean', default: true, description: MEANING }],
		[{ field: 'erase', name: 'Erase It', meaning: MEANING, standard: false }, { displayName: 'Erase It', name: 'erase', type: 'boolean', default: true, description: MEANING }],
		[{ field: 'erase', meaning: MEANING, standard: true }, { displayName: 'Erase', name: 'erase', type: 'boolean', default: false, description: MEANING }],
		[{ field: 'more', meaning: 'M', isObject: true }, { displayName: 'More', name: 'more', type: 'json', default: '{}', description: 'M' }],
		[
			{ field: 'side', meaning: 'M', values: [{ value: 'front', name: 'Front' }, { value: 'back', name: 'Back', description: 'D' }] },
			{ displayName: 'Side', name: 'side', type: 'options', default: 'front', description: 'M', options: [{ value: 'front', name: 'Front' }, { value: 'back', name: 'Back', description: 'D' }] },
		],
		[
			{ field: 'side', meaning: 'M', standard: 'back', values: [{ value: 'front', name: 'Front' }, { value: 'back', name: 'Back' }] },
			{ displayName: 'Side', name: 'side', type: 'options', default: 'back', description: 'M', options: [{ value: 'front', name: 'Front' }, { value: 'back', name: 'Back' }] },
		],
		[
			{ field: 'kinds', meaning: 'M', severalValues: true, values: [{ value: 'a', name: 'A' }] },
			{ displayName: 'Kinds', name: 'kinds', type: 'multiOptions', default: [], description: 'M', options: [{ value: 'a', name: 'A' }] },
		],
		[{ field: 'none', meaning: 'M', values: [] }, { displayName: 'None', name: 'none', type: 'options', default: '', description: 'M', options: [] }],
	])('%j is an entry of the collection Options', (given, property) => {
		expect(catalogueSwitch(given)).toStrictEqual({ field: given.field, property });
	});

	test('is one entry wherever it says the same', () => {
		const made = (meaning: string) => catalogueSwitch({ field: 'a_b', meaning });
		expect(made('M')).toBe(made('M'));
		expect(made('M')).not.toBe(made('N'));
	});

	test('is sent as the service calls it, as what it is', () => {
		const all = [
			catalogueSwitch({ field: 'a_b', meaning: 'M' }),
			catalogueSwitch({ field: 'c', meaning: 'M', isObject: true }),
			catalogueSwitch({ field: 'd', meaning: 'M', values: [{ value: 'x', name: 'X' }, { value: 'y', name: 'Y' }] }),
			catalogueSwitch({ field: 'e', meaning: 'M', severalValues: true, values: [{ value: 'x', name: 'X' }, { value: 'y', name: 'Y' }] }),
		];
		expect(readSwitches(all, {})).toStrictEqual({});
		expect(readSwitches(all, { aB: 'false', c: '{"k": 1}', d: 'y', e: ['y', 'x'], f: true })).toStrictEqual({ a_b: false, c: { k: 1 }, d: 'y', e: ['y', 'x'] });
		expect(readSwitches(all, { d: ['x'], e: 'x' })).toStrictEqual({ d: 'x', e: ['x'] });
		expect(readSwitches(all, { d: [] })).toStrictEqual({ d: '' });
		expect(() => readSwitches(all, { d: 'z' })).toThrow('Correct the option D: its expression must give one of x, y');
		expect(() => readSwitches(all, { e: ['x', 'z'] })).toThrow('Correct the option E: its expression must give one of x, y');
		expect(() => readSwitches(all, { c: '[1]' })).toThrow('Correct the option C: it must be a JSON object');
	});
});

describe('a resource of several document types', () => {
	const WORDS = { value: 'paper', name: 'Paper', description: 'D', what: 'a paper' };
	const [shared, own] = ['shared', 'own'].map((value) => ({
		value, name: value, description: 'D', action: () => 'A', outputFields: {}, onePerPage: value === 'own',
		prepare: () => ({ empty: () => ({}), requestFields: { made_by: value }, ofPage: () => [] }),
	}));
	if (!shared || !own) throw new Error('There are two operations.');
	const type = (value: string, operations: Array<typeof shared>): DocumentType => ({
		value, name: value.toUpperCase(), api: operationAt('seal'), operations, switches: [],
		readAnswer: function* () {
			yield;
			return { raw: value, isEmpty: true, facts: {} } as OcrResult;
		},
	});
	const [a, b] = [type('a', [shared]), type('b', [shared, own])];
	const family = familyOf(WORDS, [a, b]);
	const ask = (values: IDataObject) => prepareRequest(family, { get: (name, fallback) => values[name] ?? fallback, options: {} });

	test('has the operations of all of them, each once', () => {
		expect(family).toStrictEqual({ ...WORDS, documentTypes: [a, b], operations: [shared, own] });
		expect(kindsOf(family)).toStrictEqual([{ documentType: 'a', kind: a }, { documentType: 'b', kind: b }]);
		expect(kindsOf({ ...WORDS, ...a })).toStrictEqual([{ kind: { ...WORDS, ...a } }]);
	});

	test('is asked for by type and operation, the first ones by themselves', () => {
		expect(ask({}).fields).toStrictEqual({ made_by: 'shared' });
		expect([ask({ documentType: 'b', operation: 'own' }).onePerPage, ask({ documentType: 'b' }).onePerPage]).toStrictEqual([true, false]);
		expect(() => ask({ operation: 'own' })).toThrow('Choose Operation again: A does not offer the one that is set');
		expect(() => ask({ documentType: 'c' })).toThrow('Choose Document Type again: Paper does not offer the one that is set');
	});

	test('fields of the kind go before switches, those of the operation before both', () => {
		const kind = { ...b, switches: [{ field: 'made_by', property: { displayName: 'X', name: 'x', type: 'boolean' as const, default: true } }, { field: 'y', property: { displayName: 'Y', name: 'y', type: 'boolean' as const, default: true } }] };
		const request = (more: object = {}) => prepareRequest({ ...WORDS, ...kind, ...more }, { get: (_name, fallback) => fallback, options: { x: true, y: true } });
		expect(request().fields).toStrictEqual({ made_by: 'shared', y: true });
		const other = { ...operationAt('seal'), path: 'other' };
		const chosen = request({ request: () => ({ api: other, fields: { y: 'mine', z: 1 } }) });
		expect([chosen.fields, chosen.api]).toStrictEqual([{ made_by: 'shared', y: 'mine', z: 1 }, other]);
	});
});

describe('documents of the catalogue', () => {
	const names = (operations: ReadonlyArray<{ value: string }>) => operations.map(({ value }) => value);

	test('their operations follow from the shape of the answer', () => {
		expect(names(operationsFor({ shape: 'objects', lines: ['a'] }))).toStrictEqual(['objects', 'fieldList', 'raw']);
		expect(names(operationsFor({ shape: 'fields' }))).toStrictEqual(['fields', 'fieldList', 'raw']);
		expect(names(operationsFor({ shape: 'fields', lines: [] }))).toStrictEqual(['fields', 'fieldList', 'raw']);
		expect(names(operationsFor({ shape: 'fields', lines: ['a'] }))).toStrictEqual(['fields', 'lineItems', 'fieldList', 'raw']);
	});

	test('all of a family, and no other', () => {
		const [invoices, cards] = [documentTypesOf('invoice'), documentTypesOf('card')];
		expect(invoices.map(({ api }) => (api as { family?: string }).family)).toStrictEqual(invoices.map(() => 'invoice'));
		expect(cards.map(({ api }) => (api as { family?: string }).family)).toStrictEqual(cards.map(() => 'card'));
		const vat = operationAt('vat-invoice');
		const found = invoices.find(({ api }) => api === vat);
		expect(found).toMatchObject({ value: vat.value, name: vat.name });
		expect(found?.switches.map(({ field }) => field)).toStrictEqual(vat.switches.map(({ field }) => field));
		expect(names(kindOfRow(vat).operations)).toStrictEqual(['fields', 'lineItems', 'fieldList', 'raw']);
	});
});

test.each<[unknown, boolean]>([[undefined, true], [true, true], ['true', true], [null, true], [0, true], [false, false], ['false', false]])('Simplify %j: %p', (value, simplified) => {
	expect(isSimplified({ get: (name, fallback) => (name === 'simplify' && value !== undefined ? value : fallback), options: {} })).toBe(simplified);
});

describe('answers of the try before', () => {
	const context = ({ retryOnFail = true, execution = '7', node = 'ocr', runIndex = 0 as number | undefined }: { retryOnFail?: boolean | undefined; execution?: string; node?: string; runIndex?: number | undefined } = {}) =>
		({
			getNode: () => ({ id: node, retryOnFail }),
			getExecutionId: () => execution,
			getWorkflowDataProxy: () => (runIndex === undefined ? {} : { $runIndex: runIndex }),
		}) as unknown as IExecuteFunctions;
	const item: INodeExecutionData = { json: {} };
	const result: OcrResult = { raw: {}, isEmpty: true, facts: {} };

	test('are known of the same item, file, call and run', () => {
		new Answers(context()).keep(item, 'a', 'call', result);
		new Answers(context()).keep(item, 'a', 'other', { ...result, isEmpty: false });
		const answers = new Answers(context());
		expect([answers.get(item, 'a', 'call'), answers.get(item, 'a', 'other')?.isEmpty, answers.get(item, 'b', 'call'), answers.get(item, 'a', 'third'), answers.get({ json: {} }, 'a', 'call')]).toStrictEqual([result, false, undefined, undefined, undefined]);
	});

	test.each<[string, Parameters<typeof context>[0]]>([['execution', { execution: '8' }], ['node', { node: 'other' }], ['round of a loop', { runIndex: 1 }]])('are not those of another %s', (_name, other) => {
		const mine = { json: {} };
		new Answers(context()).keep(mine, 'a', 'call', result);
		expect(new Answers(context(other)).get(mine, 'a', 'call')).toBeUndefined();
		expect(new Answers(context()).get(mine, 'a', 'call')).toBe(result);
	});

	test('a run without a number is the first', () => {
		const mine = { json: {} };
		new Answers(context({ runIndex: 0 })).keep(mine, 'a', 'call', result);
		expect(new Answers({ ...context(), getWorkflowDataProxy: () => ({}) } as never).get(mine, 'a', 'call')).toBe(result);
	});

	test('are neither kept nor known without Retry On Fail', () => {
		const mine = { json: {} };
		new Answers(context({ retryOnFail: false })).keep(mine, 'a', 'call', result);
		expect(new Answers(context()).get(mine, 'a', 'call')).toBeUndefined();
		new Answers(context()).keep(mine, 'a', 'call', result);
		expect(new Answers(context({ retryOnFail: false })).get(mine, 'a', 'call')).toBeUndefined();
	});
});
