// One document's object, key by key: every key comes out, with what the answer says of it elsewhere.
import { readPart as readInSteps, type KnownFields } from '../../../nodes/HuaweiOcr/resources/documents/readPart.ts';
import { amountTexts, typedFields, typedText } from '../../../nodes/HuaweiOcr/resources/documents/typedValues.ts';
import { doubtfulFields, fieldsJson, isDoubtful, keyOf } from '../../../nodes/HuaweiOcr/resources/documents/fieldJson.ts';
import { rowWithFiles } from '../../../nodes/HuaweiOcr/resources/documents/files.ts';
import type { Field } from '../../../nodes/HuaweiOcr/resources/documents/types.ts';
import { FileRow } from '../../../nodes/HuaweiOcr/resources/row.ts';
import { runAtOnce } from '../../../nodes/HuaweiOcr/turns/steps.ts';

const readPart = (object: Record<string, unknown>, known: KnownFields = { fields: {} }, files: string[] = []) => runAtOnce(readInSteps(object, known, new Set(files)));
const corners = (x: number, y: number) => [[x, y], [x + 10, y], [x + 10, y + 5], [x, y + 5]];
const NOTHING = { fields: [], lists: [], files: [] };
const fieldsOf = (...of: Parameters<typeof readPart>) => readPart(...of).fields;

describe('keys', () => {
	test.each<[string, Record<string, unknown>, object]>([
		['values of all kinds', { a: 'x', b: 7, c: true, d: null, e: [], f: ['x'] }, { fields: [{ name: 'a', value: 'x' }, { name: 'b', value: 7 }, { name: 'c', value: true }, { name: 'd', value: null }, { name: 'e', value: [] }, { name: 'f', value: ['x'] }] }],
		['objects, flat', { a: { b: { c: 'x' } }, d: {} }, { fields: [{ name: 'a_b_c', value: 'x' }] }],
		['lists of objects, as lines', { a: [{ b: 'x' }, {}] }, { lists: [{ name: 'a', lines: [[{ name: 'b', value: 'x' }], []] }] }],
		['empty lists that are known as lines by their name', { a_list: [], items: [], my_items: [] }, { fields: [{ name: 'my_items', value: [] }], lists: [{ name: 'a_list', lines: [] }, { name: 'items', lines: [] }] }],
		['lists of objects and others, as they are', { a: [{ b: 'x' }, 'y'], b_list: ['x'] }, { fields: [{ name: 'a', value: [{ b: 'x' }, 'y'] }, { name: 'b_list', value: ['x'] }] }],
		['lists within objects', { a: { b_list: [{ c: 'x' }] } }, { lists: [{ name: 'a_b_list', lines: [[{ name: 'c', value: 'x' }]] }] }],
		['lists within lines, as they are', { a: [{ b: [{ c: 'x' }], d: 'y' }] }, { lists: [{ name: 'a', lines: [[{ name: 'd', value: 'y' }, { name: 'b', value: [{ c: 'x' }] }]] }] }],
		['the place of the document', { location: corners(1, 2), a: 'x' }, { fields: [{ name: 'a', value: 'x' }], location: corners(1, 2) }],
		['a place that is a name', { location: 'Northport' }, { fields: [{ name: 'location', value: 'Northport' }] }],
		['the place of an object within, as a field', { a: { location: corners(1, 2) } }, { fields: [{ name: 'a_location', value: corners(1, 2) }] }],
		['how sure the service is of the document', { confidence: 0.5 }, { confidence: 0.5 }],
		['a confidence that is none, as a field', { confidence: 'high' }, { fields: [{ name: 'confidence', value: 'high' }] }],
		['a confidence within, as a field', { a: { confidence: 0.5, b: 'x' } }, { fields: [{ name: 'a_confidence', value: 0.5 }, { name: 'a_b', value: 'x' }] }],
		['places of fields that are none, as a field', { text_location: 'x' }, { fields: [{ name: 'text_location', value: 'x' }] }],
	])('%s', (_name, object, part) => {
		expect(readPart(object)).toStrictEqual({ ...NOTHING, ...part });
	});

	test('objects that are nested too deep, as they are', () => {
		const nested = (depth: number): unknown => (depth === 0 ? { x: '1' } : { a: nested(depth - 1) });
		expect(fieldsOf({ a: nested(4) })).toStrictEqual([{ name: 'a_a_a_a_a_x', value: '1' }]);
		expect(fieldsOf({ a: nested(6) })).toStrictEqual([{ name: 'a_a_a_a_a_a_a', value: { x: '1' } }]);
	});

	test('what is known of them', () => {
		const known: KnownFields = { fields: { total: 'amount', lines: 'lines' }, confidenceKeys: { total: 'sum' } };
		expect(readPart({ total: '1', lines: [], confidence: { sum: 0.5, lines: [] }, a: { total: '2' } }, known)).toStrictEqual({
			...NOTHING,
			fields: [{ name: 'total', value: '1', kind: 'amount', confidence: 0.5 }, { name: 'a_total', value: '2' }],
			lists: [{ name: 'lines', lines: [] }],
		});
		// The own name wins, and lines know nothing of the document's kinds.
		expect(fieldsOf({ total: '1', confidence: { sum: 0.5, total: 0.7 } }, known)).toStrictEqual([{ name: 'total', value: '1', kind: 'amount', confidence: 0.7 }]);
		expect(readPart({ x: [{ total: '1' }], confidence: { x: [{ sum: 0.4 }] } }, known).lists).toStrictEqual([{ name: 'x', lines: [[{ name: 'total', value: '1', confidence: 0.4 }]] }]);
	});
});

describe('what is said of fields', () => {
	test('beside them, by their names', () => {
		expect(fieldsOf({ a: 'x', b: ['y', 'z'], c: 'w', confidence: { a: '0.5', b: [0.1, 'no'], c: 7 }, text_location: { a: corners(1, 2), c: [] } })).toStrictEqual([
			{ name: 'a', value: 'x', confidence: 0.5, location: corners(1, 2) },
			{ name: 'b', value: ['y', 'z'], confidence: [0.1, undefined] },
			{ name: 'c', value: 'w' },
		]);
		expect(fieldsOf({ b: ['y'], confidence: { b: [] } })).toStrictEqual([{ name: 'b', value: ['y'] }]);
	});

	test('within objects: beside the object or in it', () => {
		expect(fieldsOf({ a: { b: 'x' }, c: { d: 'y', confidence: { d: 0.2 }, text_location: { d: corners(5, 6) } }, confidence: { a: { b: 0.1 } }, text_location: { a: { b: corners(3, 4) } } })).toStrictEqual([
			{ name: 'a_b', value: 'x', confidence: 0.1, location: corners(3, 4) },
			{ name: 'c_d', value: 'y', confidence: 0.2, location: corners(5, 6) },
		]);
	});

	test('of lines: in a list beside them or in each line', () => {
		expect(readPart({ l: [{ a: 'x' }, { a: 'y', confidence: { a: 0.2 }, text_location: { a: corners(7, 8) } }], confidence: { l: [{ a: 0.1 }] }, text_location: { l: [{ a: corners(1, 2) }] } }).lists).toStrictEqual([
			{ name: 'l', lines: [[{ name: 'a', value: 'x', confidence: 0.1, location: corners(1, 2) }], [{ name: 'a', value: 'y', confidence: 0.2, location: corners(7, 8) }]] },
		]);
	});

	test('names of the prototype are names', () => {
		expect(fieldsOf({ toString: 'x', confidence: {} })).toStrictEqual([{ name: 'toString', value: 'x' }]);
	});
});

describe('words with their place', () => {
	test.each<[object, object[]]>([
		[{ words: 'x', location: corners(1, 2) }, [{ name: 'a', value: 'x', location: corners(1, 2) }]],
		[{ words: 'x', location: [], confidence: 0.5 }, [{ name: 'a', value: 'x', confidence: 0.5 }]],
		[{ words: 'x' }, [{ name: 'a', value: 'x' }]],
		[{ words: 7, location: corners(1, 2) }, [{ name: 'a_words', value: 7 }, { name: 'a_location', value: corners(1, 2) }]],
		[{ words: 'x', colour: 'red' }, [{ name: 'a_words', value: 'x' }, { name: 'a_colour', value: 'red' }]],
	])('%j', (a, fields) => {
		expect(fieldsOf({ a })).toStrictEqual(fields);
	});

	test('have what is said elsewhere where they say nothing of themselves', () => {
		expect(fieldsOf({ a: { words: 'x' }, confidence: { a: 0.3 }, text_location: { a: corners(1, 2) } })).toStrictEqual([{ name: 'a', value: 'x', confidence: 0.3, location: corners(1, 2) }]);
	});
});

describe('files', () => {
	test.each<[string, string, boolean]>([['seal_image', 'seal_image', true], ['seal_image', 'seal_image_2', true], ['seal/image', 'seal_image', true], ['note', 'seal_image', false], ['seal_image', 'other', false]])('under %s the text %s stands for one: %p', (key, value, is) => {
		const files = ['seal_image', 'seal_image_2'];
		expect(readPart({ [key]: value }, { fields: {} }, files)).toStrictEqual(is ? { ...NOTHING, files: [value] } : { ...NOTHING, fields: [{ name: key, value }] });
	});

	test('of lines are those of the document', () => {
		expect(readPart({ l: [{ a_image: 'a_image' }] }, { fields: {} }, ['a_image'])).toStrictEqual({ fields: [], lists: [{ name: 'l', lines: [[]] }], files: ['a_image'] });
	});

	test('of an item: under their keys, further ones under their names', () => {
		const file = (key: string) => ({ key, content: Buffer.from(key), extension: 'png', mimeType: 'image/png' });
		const result = { files: { a_image: file('a_image'), a_image_2: file('a_image'), b_image_2: file('b_image') } } as never;
		const json = { a: 1 };
		expect(rowWithFiles(json, [], result)).toBe(json);
		expect(rowWithFiles(json, ['b_image_2', 'missing'], result)).toStrictEqual(new FileRow(json, { b_image: file('b_image') }));
		expect(rowWithFiles(json, ['a_image', 'a_image_2'], result)).toStrictEqual(new FileRow(json, { a_image: file('a_image'), a_image_2: file('a_image') }));
	});
});

describe('two sides', () => {
	test('each with its own, what both say once, what differs twice', () => {
		const front = { a: 'x', b: '', c: ['1'], confidence: { a: 0.5 }, text_location: { a: corners(1, 2) } };
		const back = { a: 'y', b: 'z', c: ['1'], d: '', confidence: { a: 0.6 } };
		expect(fieldsOf({ e: '0', front, back })).toStrictEqual([
			{ name: 'e', value: '0' },
			{ name: 'a', value: 'x', confidence: 0.5, location: corners(1, 2), side: 'front' },
			{ name: 'b', value: 'z', side: 'back' },
			{ name: 'c', value: ['1'], side: 'front' },
			{ name: 'a_back', value: 'y', confidence: 0.6, side: 'back' },
			{ name: 'd', value: '', side: 'back' },
		]);
	});

	test('an empty back hides nothing of the front', () => {
		expect(fieldsOf({ front: { a: 'x' }, back: { a: '' } })).toStrictEqual([{ name: 'a', value: 'x', side: 'front' }]);
	});

	test.each([[{}], [[]], ['x'], [null]])('%j alone is no side', (front) => {
		const names = readPart({ front, a: '1' }).fields.map(({ name }) => name);
		expect(names).toStrictEqual(typeof front === 'object' && front !== null && !Array.isArray(front) ? ['a'] : ['front', 'a']);
	});

	test('a side that is missing beside one that is there is nothing', () => {
		for (const missing of [{}, [], '', null]) expect(fieldsOf({ front: missing, back: { a: 'x' } })).toStrictEqual([{ name: 'a', value: 'x', side: 'back' }]);
	});
});

describe('numbers and dates beside texts', () => {
	const field = (name: string, value: Field['value'], kind?: Field['kind']): Field => ({ name, value, ...(kind === undefined ? {} : { kind }) });

	test.each<[Field, object | undefined]>([
		[field('total', '1.50'), { number: 1.5 }],
		[field('total', 'none'), { number: null }],
		[field('total', ' CN 5 '), { number: 5 }],
		[field('total', ''), undefined],
		[field('total', '  '), undefined],
		[field('total', 7), undefined],
		[field('total', ['7']), undefined],
		[field('x', '7', 'amount'), { number: 7 }],
		[field('total', '7', 'text'), undefined],
		[field('code', '7'), undefined],
		...['amount_in_words', 'tax_rate', '大写金额', '币种', 'total_chinese'].map((name): [Field, undefined] => [field(name, '7'), undefined]),
		...['amount', 'unit_price', 'subtotal', 'total_tax', 'sum_amount', 'fees', 'net_mass', '价税合计', '手续费'].map((name): [Field, object] => [field(name, '7'), { number: 7 }]),
		...['totals', 'taxi', 'amount_of'].map((name): [Field, undefined] => [field(name, '7'), undefined]),
		...['date', 'issue_date', 'date_of_issue', 'valid_from', 'valid_to', 'expiry', 'dob', 'birthday', '出生日期', '时间', '到期日'].map((name): [Field, object] => [field(name, '2026-01-02'), { iso: '2026-01-02' }]),
		...['update', 'candidate', 'from'].map((name): [Field, undefined] => [field(name, '2026-01-02'), undefined]),
		[field('date', '2026-01-02 10:30'), { iso: '2026-01-02T10:30' }],
		[field('date', ' 05/27 '), { iso: '2027-05' }],
		[field('date', '05/271'), { iso: null }],
		[field('date', 'x05/27'), { iso: null }],
		[field('date', 'soon'), { iso: null }],
	])('%j: %j', (given, typed) => {
		expect(typedText(given, [])).toStrictEqual(typed);
		expect(typedFields(given, [])).toStrictEqual(Object.fromEntries(Object.entries(typed ?? {}).map(([what, value]) => [`${given.name}_${what}`, value])));
	});

	test('other amounts tell how they are written', () => {
		expect([typedText(field('total', '1.234'), ['1.234']), typedText(field('total', '1.234'), ['1.234', '7,50'])]).toStrictEqual([{ number: 1.234 }, { number: 1234 }]);
		expect(runAtOnce(amountTexts([field('total', '1'), field('tax', '2'), field('code', '3'), field('total', 4), field('date', '5')]))).toStrictEqual(['1', '2']);
	});

	test('a field that the service calls so keeps its name, and lists have theirs', () => {
		const part = { fields: [field('total', '7'), field('total_number', 'AB')], lists: [{ name: 'lines', lines: [[field('amount', '1')], []] }, { name: 'error', lines: [] }] };
		expect(runAtOnce(fieldsJson(part, { typed: true }))).toStrictEqual({ total: '7', total_number: 'AB', lines: [{ amount: '1', amount_number: 1 }, {}], error_: [] });
		expect(runAtOnce(fieldsJson(part, { typed: false }))).toStrictEqual({ total: '7', total_number: 'AB', lines: [{ amount: '1' }, {}], error_: [] });
	});
});

test.each([
	...['error', 'page', 'source', 'needsReview', 'fieldsToReview', 'list', 'lineIndex', 'kind', 'objectIndex', 'objectCount', 'objectStatus', 'billedDocuments', 'confidence', 'left', 'top', 'right', 'bottom', 'width', 'height'].map((name) => [name, `${name}_`]),
	['total', 'total'],
	['__proto__', '__proto___'],
])('the field %s is the key %s', (name, key) => {
	expect(keyOf(name)).toBe(key);
});

describe('a doubtful field', () => {
	test.each<[Partial<Field>, number | undefined, boolean]>([
		[{ confidence: 0.4 }, 0.5, true],
		[{ confidence: 0.5 }, 0.5, false],
		[{ confidence: 0.4 }, undefined, false],
		[{}, 0.5, false],
		[{ confidence: 0.4, value: '' }, 0.5, false],
		[{ confidence: [0.9, 0.4] }, 0.5, true],
		[{ confidence: [0.9, undefined] }, 0.5, false],
	])('%j below %p: %p', (more, least, is) => {
		const field = { name: 'a', value: 'x', ...more };
		const settings = { typed: false, ...(least === undefined ? {} : { least }) };
		expect(isDoubtful(field, settings)).toBe(is);
		expect(doubtfulFields([field, field, { name: 'b', value: 'x' }], settings)).toStrictEqual(is ? ['a'] : []);
	});
});
