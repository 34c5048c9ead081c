import { ExampleError, fieldsFromExample } from '../../../nodes/HuaweiOcr/layout/fields/fromExample.ts';

function short(json: unknown): string[] {
	return fieldsFromExample(json).map(({ name, label, type }) => `${name} = ${label}: ${type}`);
}

test('an example gives names, labels and types', () => {
	const example = { 'Delivery note': 'L-204', total: 12.5, delivered: '2026-07-21', paid: true, remark: null, vatRate: '19 %', 单价: 3, 'e-mail': 'x' };
	expect(short(example)).toEqual([
		'Delivery note = Delivery note: text', 'total = total: number', 'delivered = delivered: date', 'paid = paid: checkbox', 'remark = remark: text', 'vatRate = vat Rate: text', '单价 = 单价: number', 'e-mail = e mail: text',
	]);
	expect(fieldsFromExample(JSON.stringify(example))).toEqual(fieldsFromExample(example));
});

test.each([
	['invoiceNo', 'invoice No'], ['invoice_no', 'invoice no'], ['VATNumber', 'VAT Number'], ['total2Pay', 'total2 Pay'], ['PO-Number', 'PO Number'], ['Total | Amount due', 'Total | Amount due'], ['__', '__'], ['发票号码', '发票号码'],
])('the key %s is looked for as %s', (key, label) => expect(fieldsFromExample({ [key]: 'x' })[0]?.label).toBe(label));

test.each([
	['21.07.2026', 'date'], ['2026年7月21日', 'date'], ['04/07/2026', 'date'], ['2026-07-21T10:00:00Z', 'date'], ['20260721', 'text'], ['12.50', 'text'], ['', 'text'], ['July', 'text'],
])('the text %s is of type %s', (text, type) => expect(fieldsFromExample({ field: text })[0]?.type).toBe(type));

test('objects are sections, lists are left out', () => {
	expect(short({ seller: { name: 'A', address: { city: 'B' } }, items: [{ sku: 1 }], total: 1 })).toEqual(['seller.name = seller > name: text', 'seller.address.city = seller > address > city: text', 'total = total: number']);
});

test('of a list of examples the first counts', () => expect(short([{ total: 1 }, { other: 2 }])).toEqual(['total = total: number']));

test('a schema gives titles and types', () => {
	const schema = {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		type: 'object',
		properties: {
			no: { type: 'string', title: 'Note No.|Number' },
			total: { type: ['number', 'null'] },
			count: { type: 'integer' },
			day: { type: 'string', format: 'date' },
			paid: { type: 'boolean' },
			limit: { anyOf: [{ type: 'null' }, { type: 'number' }], title: 'Limit' },
			seller: { $ref: '#/$defs/Party' },
			buyer: { title: 'Bill to', type: 'object', properties: { name: { type: 'string' } } },
			rows: { type: 'array', items: { type: 'object' } },
			kind: { enum: ['a', 'b'] },
			odd: 'no schema',
		},
		$defs: { Party: { type: 'object', title: 'Sold by', properties: { since: { type: 'string', format: 'date-time' } } } },
	};
	expect(short(schema)).toEqual([
		'no = Note No.|Number: text', 'total = total: number', 'count = count: number', 'day = day: date', 'paid = paid: checkbox', 'limit = Limit: number', 'seller.since = Sold by > since: date', 'buyer.name = Bill to > name: text', 'kind = kind: text',
	]);
});

test('an example may have keys that schemas have, too', () => {
	expect(short({ type: 'invoice', properties: { colour: 'red' } })).toEqual(['type = type: text', 'properties.colour = properties > colour: text']);
});

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
const loop: Record<string, unknown> = {};
loop.self = loop;
const recursive = { type: 'object', properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: { properties: { a: { $ref: '#/$defs/a' } } } } };

test.each([
	['not JSON', '{total: 1}'], ['a number', 5], ['null', null], ['an empty object', {}], ['an empty list', []], ['lists only', { a: [1] }], ['a list of numbers', [1, 2]], ['an empty schema', { type: 'object', properties: {} }], ['6 levels', deep(7)], ['a circle', loop], ['a schema within itself', recursive],
	['201 keys', Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`k${index}`, 1]))], ['a long key', { ['k'.repeat(201)]: 1 }], ['a long text', `{"a":"${'x'.repeat(100_001)}"}`], ['deep text', '['.repeat(50_000)],
])('%s is refused with a way out', (_, json) => {
	expect(() => fieldsFromExample(json)).toThrow(ExampleError);
	expect(() => fieldsFromExample(json)).toThrow(/\. (?:Give|Check) /);
});

test('names of the object prototype are fields like others', () => {
	expect(short('{"__proto__": 1, "constructor": "x", "toString": true}')).toEqual(['__proto__ = proto: number', 'constructor = constructor: text', 'toString = to String: checkbox']);
});
