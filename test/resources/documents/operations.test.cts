// Operations on documents: what they give for an empty page, draw and note, with each option on and off.
import type { IDataObject } from 'n8n-workflow';

import { readFieldSettings } from '../../../nodes/HuaweiOcr/resources/documents/options.ts';
import { filesOfPage, readParts, rowOfKind } from '../../../nodes/HuaweiOcr/resources/documents/readParts.ts';
import { readDocuments } from '../../../nodes/HuaweiOcr/resources/documents/readDocuments.ts';
import { failureOf } from '../../../nodes/HuaweiOcr/resources/documents/failure.ts';
import { isPlace, saysSomething, toConfidence } from '../../../nodes/HuaweiOcr/resources/documents/values.ts';
import { FailedRow, FileRow } from '../../../nodes/HuaweiOcr/resources/row.ts';
import { runAtOnce } from '../../../nodes/HuaweiOcr/turns/steps.ts';
import { marksOf, pageOf, requestOf, rowsOf } from '../prepared.cts';
import { PNG } from './document.cts';

const vat = (operation: string, options: IDataObject = {}, more: IDataObject = {}) => requestOf({ resource: 'invoice', documentType: 'vatInvoice', operation, ...more }, options);
const mixed = (operation: string, options: IDataObject = {}, more: IDataObject = {}) => requestOf({ resource: 'mixed', operation, ...more }, options);
const corners = (x: number, y: number) => [[x, y], [x + 10, y], [x + 10, y + 5], [x, y + 5]];
const box = (x: number, y: number) => ({ left: x, top: y, right: x + 10, bottom: y + 5, width: 10, height: 5 });
const flat = (x: number, y: number) => ({ x1: x, y1: y, x2: x + 10, y2: y, x3: x + 10, y3: y + 5, x4: x, y4: y + 5, location: corners(x, y) });

const told = (asked: ReturnType<typeof requestOf>, result: unknown, more = {}) => {
	const { rows, report } = rowsOf(asked, [pageOf(asked, result, more)]);
	return { rows: rows.map((row) => (row instanceof FileRow ? row.json : row)), facts: report.facts };
};

test.each<[string, ReturnType<typeof requestOf>, IDataObject, boolean]>([
	['fields', vat('fields'), {}, true],
	['lineItems', vat('lineItems'), {}, false],
	['fieldList', vat('fieldList'), { name: '', value: '' }, false],
	['raw', vat('raw'), {}, true],
	['objects', mixed('objects'), { objectCount: 0 }, false],
])('%s: an empty page, and whether there is one item per page', (_name, { operation, onePerPage }, empty, one) => {
	expect([operation.empty(), onePerPage]).toStrictEqual([empty, one]);
});

describe('marks', () => {
	const FIELDS = { total: '1', note: 'x', text_location: { total: corners(1, 2) }, item_list: [{ name: 'Tea', text_location: { name: corners(3, 4) } }] };
	const MARKS = [{ corners: corners(1, 2), kind: 'value' }, { corners: corners(3, 4), kind: 'value' }];

	test.each(['fields', 'lineItems', 'fieldList', 'raw'])('%s: each field with a place', (operation) => {
		expect(marksOf(vat(operation), pageOf(vat(operation), FIELDS))).toStrictEqual(MARKS);
	});

	test('a document with its place, without a number where it is the only one', () => {
		expect(marksOf(vat('fields'), pageOf(vat('fields'), { ...FIELDS, location: corners(9, 9) }))).toStrictEqual([{ corners: corners(9, 9), kind: 'block' }, ...MARKS]);
	});

	test.each(['objects', 'fieldList', 'raw'])('%s: several documents with their numbers', (operation) => {
		const result = [{ type: 'a', location: corners(7, 7), content: FIELDS }, { type: 'b', content: {} }, { type: 'c', location: corners(8, 8), content: {} }];
		expect(marksOf(mixed(operation), pageOf(mixed(operation), result))).toStrictEqual([
			{ corners: corners(7, 7), kind: 'block', text: '1' }, ...MARKS,
			{ corners: corners(8, 8), kind: 'block', text: '3' },
		]);
	});
});

test.each<[IDataObject, object]>([
	[{}, { typed: false }],
	[{ typedValues: true }, { typed: true }],
	[{ typedValues: 'true' }, { typed: true }],
	[{ typedValues: false }, { typed: false }],
	[{ minConfidence: 0.5 }, { typed: false, least: 0.5 }],
	[{ minConfidence: 0 }, { typed: false, least: 0 }],
	[{ minConfidence: 7 }, { typed: false, least: 1 }],
	[{ minConfidence: -1 }, { typed: false, least: 0 }],
	[{ minConfidence: '' }, { typed: false, least: 0 }],
])('the options %j', (options, settings) => {
	expect(readFieldSettings(options)).toStrictEqual(settings);
});

describe('fields that the service is not sure of', () => {
	const RESULT = { number: '7', total: '1', empty: '', item_list: [{ name: 'Tea' }, { name: 'Rice' }], confidence: { number: 0.9, total: 0.3, empty: 0, item_list: [{ name: 0.2 }, { name: 0.1 }] } };

	test('fields: each name once, and counted', () => {
		const { rows, facts } = told(vat('fields', { minConfidence: 0.5 }), RESULT);
		expect([rows, facts.doubtfulFields]).toMatchObject([[{ needsReview: true, fieldsToReview: ['total', 'name'] }], 2]);
	});

	test.each(['fields', 'lineItems', 'fieldList'])('%s: nothing of it without the option', (operation) => {
		const { rows, facts } = told(vat(operation), RESULT);
		expect(facts.doubtfulFields).toBe(0);
		for (const row of rows) for (const name of ['needsReview', 'fieldsToReview']) expect(row).not.toHaveProperty(name);
	});

	test.each(['fields', 'lineItems', 'fieldList'])('%s: at 0 nothing is doubtful, but said', (operation) => {
		const { rows, facts } = told(vat(operation, { minConfidence: 0 }), RESULT);
		expect([facts.doubtfulFields, rows.map((row) => (row as IDataObject).needsReview)]).toStrictEqual([0, rows.map(() => false)]);
	});

	test('line items: those of the document and of the line, each line counted', () => {
		const { rows, facts } = told(vat('lineItems', { minConfidence: 0.15 }), { ...RESULT, confidence: { ...RESULT.confidence, total: 0.1 } });
		expect([rows.map((row) => (row as IDataObject).fieldsToReview), facts.doubtfulFields]).toStrictEqual([[['total'], ['total', 'name']], 3]);
	});

	test('field list: field by field', () => {
		const { rows, facts } = told(vat('fieldList', { minConfidence: 0.5 }), RESULT);
		expect(rows).toStrictEqual([
			{ name: 'number', value: '7', confidence: 0.9, needsReview: false, source: 'scan.png' },
			{ name: 'total', value: '1', confidence: 0.3, needsReview: true, source: 'scan.png' },
			{ name: 'empty', value: '', confidence: 0, needsReview: false, source: 'scan.png' },
			{ name: 'name', value: 'Tea', confidence: 0.2, needsReview: true, list: 'item_list', line: 0, source: 'scan.png' },
			{ name: 'name', value: 'Rice', confidence: 0.1, needsReview: true, list: 'item_list', line: 1, source: 'scan.png' },
		]);
		expect(facts.doubtfulFields).toBe(3);
	});

	test('objects: object by object', () => {
		const { rows, facts } = told(mixed('objects', { minConfidence: 0.5 }), [{ type: 'a', content: { total: '1', confidence: { total: 0.3 } } }, { type: 'b', content: { total: '1', confidence: { total: 0.5 } } }]);
		expect([rows, facts.doubtfulFields]).toStrictEqual([
			[
				{ kind: 'a', total: '1', needsReview: true, fieldsToReview: ['total'], source: 'scan.png' },
				{ kind: 'b', total: '1', needsReview: false, fieldsToReview: [], source: 'scan.png' },
			],
			1,
		]);
	});
});

describe('a list of fields', () => {
	const RESULT = { total: '1', side: true, text_location: { total: corners(1, 2), list: corners(3, 4) }, list: ['a', 'b'], none: [], objects: [{ a: 1 }, 'x'], confidence: { list: [0.5], none: 0.9, objects: 0.9 } };

	test('simplified: boxes; texts of a list one by one', () => {
		expect(told(vat('fieldList'), RESULT, { page: 3 }).rows).toStrictEqual([
			{ name: 'total', value: '1', ...box(1, 2), page: 3, source: 'scan.png' },
			{ name: 'side', value: true, page: 3, source: 'scan.png' },
			{ name: 'list', value: 'a', confidence: 0.5, index: 0, ...box(3, 4), page: 3, source: 'scan.png' },
			{ name: 'list', value: 'b', index: 1, ...box(3, 4), page: 3, source: 'scan.png' },
			{ name: 'none', value: '', page: 3, source: 'scan.png' },
			{ name: 'objects', value: [{ a: 1 }, 'x'], page: 3, source: 'scan.png' },
		]);
	});

	test.each([false, 'false'])('Simplify %p: corners, too', (simplify) => {
		expect(told(vat('fieldList', {}, { simplify }), RESULT).rows[0]).toStrictEqual({ name: 'total', value: '1', ...box(1, 2), source: 'scan.png', ...flat(1, 2) });
	});

	test('one confidence for all texts of a list is that of each', () => {
		expect(told(vat('fieldList'), { list: ['a', 'b'], confidence: { list: 0.7 } }).rows).toMatchObject([{ confidence: 0.7, index: 0 }, { confidence: 0.7, index: 1 }]);
	});

	test('of several documents: which one, a failure in its place', () => {
		const { rows } = told(mixed('fieldList'), [{ type: 'a', content: { x: '1' } }, { type: 'b', status: { error_code: 'AIS.0104', error_msg: '' }, content: {} }, { content: { y: '2' } }]);
		expect(rows).toStrictEqual([
			{ name: 'x', value: '1', kind: 'a', objectIndex: 0, source: 'scan.png' },
			expect.any(FailedRow),
			{ name: 'y', value: '2', objectIndex: 2, source: 'scan.png' },
		]);
		expect(told(mixed('fieldList'), [{ content: { y: '2' } }]).rows).toStrictEqual([{ name: 'y', value: '2', source: 'scan.png' }]);
		expect(told(mixed('fieldList'), [{ type: 'a', content: { y: '2' } }]).rows).toStrictEqual([{ name: 'y', value: '2', kind: 'a', objectIndex: 0, source: 'scan.png' }]);
	});
});

describe('objects', () => {
	const OBJECT = { type: 'circle', confidence: 0.9, location: corners(1, 2), words_block_list: [{ words: 'Harbour' }] };
	const seal = (options: IDataObject = {}, more: IDataObject = {}) => requestOf({ resource: 'seal', operation: 'objects', ...more }, options);

	test('simplified', () => {
		expect(told(seal(), { seal_list: [OBJECT] }, { page: 2 }).rows).toStrictEqual([{ kind: 'circle', text: 'Harbour', words: ['Harbour'], confidence: 0.9, ...box(1, 2), page: 2, source: 'scan.png' }]);
	});

	test.each([false, 'false'])('Simplify %p: with number and corners', (simplify) => {
		expect(told(seal({}, { simplify }), { seal_list: [OBJECT, {}] }).rows).toStrictEqual([
			{ kind: 'circle', text: 'Harbour', words: ['Harbour'], confidence: 0.9, ...box(1, 2), objectIndex: 0, objectCount: 2, source: 'scan.png', ...flat(1, 2) },
			{ objectIndex: 1, objectCount: 2, source: 'scan.png' },
		]);
	});

	test('Typed Values: numbers and dates beside the texts', () => {
		expect(told(mixed('objects', { typedValues: true }), [{ type: 'train_ticket', content: { ticket_price: '￥5.00' } }]).rows).toStrictEqual([{ kind: 'train_ticket', ticket_price: '￥5.00', ticket_price_number: 5, source: 'scan.png' }]);
	});

	test('what is no file is told with each of the operations', () => {
		for (const operation of ['objects', 'raw']) expect(told(requestOf({ resource: 'seal', operation }), { seal_list: [], erased_seal_image: 'none' }).facts.remarks).toHaveLength(1);
		for (const operation of ['fields', 'lineItems', 'raw']) expect(told(vat(operation), { seal_image: 'none' }).facts.remarks).toHaveLength(1);
	});

	test('fields of several documents: their kind, and the files of the page with the first', () => {
		const asked = requestOf({ resource: 'other', apiPath: 'household-register', operation: 'fields' });
		const { rows } = rowsOf(asked, [pageOf(asked, [{ type: 'a', content: { x: '1', own_image: PNG } }, { content: { y: '2' } }])]);
		expect(rows).toStrictEqual([new FileRow({ kind: 'a', x: '1', source: 'scan.png' }, expect.objectContaining({ own_image: expect.anything() as unknown }) as never), { y: '2', source: 'scan.png' }]);
	});
});

test.each(['fields', 'objects'])('%s: a document that could not be read is a failure in its place', (operation) => {
	const asked = operation === 'objects' ? mixed('objects') : requestOf({ resource: 'other', apiPath: 'household-register', operation });
	const failed = { type: 'b', status: { error_code: 'AIS.0104', error_msg: '' }, content: {} };
	expect(rowsOf(asked, [pageOf(asked, [failed, { content: { y: '2' } }])]).rows).toStrictEqual([expect.any(FailedRow), { y: '2', ...(operation === 'objects' ? { billedDocuments: 0 } : {}), source: 'scan.png' }]);
});

test('of one document alone there is no kind, and without files no binary data', () => {
	const rows = (operation: string) => rowsOf(vat(operation), [pageOf(vat(operation), { total: '1' })]).rows;
	for (const operation of ['fields', 'raw']) expect(rows(operation)).toStrictEqual([{ total: '1', source: 'scan.png' }]);
	const lists = rowsOf(mixed('raw'), [pageOf(mixed('raw'), [{ content: {}, status: { error_code: 'AIS.0000' } }], { page: 2 })]).rows;
	expect(lists).toStrictEqual([{ result: [{ content: {}, status: { error_code: 'AIS.0000' } }], billedDocuments: 1, page: 2, source: 'scan.png' }]);
});

describe('line items', () => {
	test('files of the page and of the document with the first line alone', () => {
		const asked = vat('lineItems');
		const { rows } = rowsOf(asked, [pageOf(asked, { seal_image: PNG, item_list: [{ name: 'Tea' }, { name: 'Rice' }] })]);
		expect(rows.map((row) => (row instanceof FileRow ? Object.keys(row.files) : []))).toStrictEqual([['seal_image'], []]);
	});

	test('names of lines that the document has, too', () => {
		expect(told(vat('lineItems'), { amount: '9', item_amount: '8', item_list: [{ amount: '1', other: '2' }] }).rows).toStrictEqual([
			{ item_amount_: '1', other: '2', list: 'item_list', lineIndex: 0, amount: '9', item_amount: '8', source: 'scan.png' },
		]);
	});

	test('of a document that says nothing there are none', () => {
		expect(told(vat('lineItems'), { number: '', seal_mark: false, item_list: [] }).rows).toStrictEqual([]);
	});

	test('Typed Values: of the document and of the line', () => {
		expect(told(vat('lineItems', { typedValues: true }), { total: '￥9.00', item_list: [{ amount: '￥1.50' }] }, { page: 2 }).rows).toStrictEqual([
			{ amount: '￥1.50', amount_number: 1.5, list: 'item_list', lineIndex: 0, total: '￥9.00', total_number: 9, page: 2, source: 'scan.png' },
		]);
	});
});

describe('documents that would make too much of an item', () => {
	const wide = (count: number, value: unknown = 'x') => Object.fromEntries(Array.from({ length: count }, (_, index) => [`field_${index}`, value]));
	const lines = (count: number) => Array.from({ length: count }, () => ({ name: 'Tea' }));
	const refusalOf = (operation: string, result: unknown): unknown => {
		try {
			told(vat(operation), result);
			return undefined;
		} catch (error) {
			return error;
		}
	};

	test('more fields than an item is made of', () => {
		expect(refusalOf('fields', wide(20_000))).toBeUndefined();
		const halves = { a: wide(10_000), b: wide(10_001) };
		expect(refusalOf('fields', halves)).toMatchObject({
			message: 'Use the operation Get Raw Result for this page: a document on it has 20001 fields, more than an item is made of',
			description: 'An item has 20000 fields at most.',
			details: { errorCode: 'Node.PageTooFull' },
		});
	});

	test.each<[string, object, number, boolean]>([
		['as many fields as may be', wide(1_000), 200, false],
		['one line more', wide(1_000), 201, true],
		['a single line of very many', wide(19_000, 'x'.repeat(600)), 1, false],
		['as many characters as may be', { a: 'x'.repeat(50_000) }, 200, false],
		['a line more of them', { a: 'x'.repeat(50_000) }, 201, true],
		['characters of a list, as JSON', { a: ['x'.repeat(49_996)] }, 200, false],
		['one character more', { a: ['x'.repeat(49_997)] }, 200, true],
		['nothing at all', { a: null }, 300, false],
	])('fields repeated in each line: %s', (_name, header, count, refused) => {
		const refusal = refusalOf('lineItems', { ...header, item_list: lines(count) });
		if (!refused) expect(refusal).toBeUndefined();
		else expect(refusal).toMatchObject({
			message: `Use the operation Get Fields for this document: it has ${count} lines, and ${Object.keys(header).length} fields would be repeated in each`,
			description: 'Get Fields gives the lines as a list in one item.',
			details: { errorCode: 'Node.PageTooFull' },
		});
	});
});

describe('what is read of an answer', () => {
	const partsOf = (result: unknown, path = 'auto-classification') => runAtOnce(readParts({ raw: result, path, files: {} }));
	const NOTHING = { fields: [], lists: [], files: [] };

	test.each<[string, unknown, unknown[]]>([
		['a list', [{ type: 'x' }, 7, null], [{ kind: 'x', ...NOTHING }]],
		['a list of receipts', { bank_receipt_list: [{}], more: 1 }, [NOTHING]],
		['a list of seals', { seal_list: [{}, {}] }, [NOTHING, NOTHING]],
		['an object', { a: '1' }, [{ ...NOTHING, fields: [{ name: 'a', value: '1' }] }]],
		['a list under that name that is none', { seal_list: 'none' }, [{ ...NOTHING, fields: [{ name: 'seal_list', value: 'none' }] }]],
		['a text', 'text', []],
		['nothing', null, []],
	])('documents of %s', (_name, result, parts) => {
		expect(partsOf(result)).toStrictEqual(parts);
	});

	test.each<[string, object, object]>([
		['a place of any name', { plate_location: corners(1, 2) }, { location: corners(1, 2) }],
		['the first place that can be read', { location: [], bank_receipt_location: corners(3, 4) }, { location: corners(3, 4) }],
		['a place that is a text: a field', { location: 'Northport' }, { fields: [{ name: 'location', value: 'Northport' }] }],
		['how sure the service is', { confidence: 0.5 }, { confidence: 0.5 }],
		['a kind that is no text: a field', { type: 7 }, { fields: [{ name: 'type', value: 7 }] }],
		['a status', { status: { error_code: 'AIS.0000', error_msg: 'ok' } }, { status: { code: 'AIS.0000', message: 'ok' } }],
		['a status without words', { status: { error_code: 'AIS.0000', error_msg: 7 } }, { status: { code: 'AIS.0000', message: '' } }],
		['a status without a code', { status: { error_msg: 'ok' } }, {}],
		['a status that is none: a field', { status: 'fine' }, { fields: [{ name: 'status', value: 'fine' }] }],
		['content that is none: a field', { content: 'text' }, { fields: [{ name: 'content', value: 'text' }] }],
		['content, then what stands beside it', { content: { a: '1' }, b: '2' }, { fields: [{ name: 'a', value: '1' }, { name: 'b', value: '2' }] }],
		['confidence beside the content', { content: { a: '1' }, confidence: { a: 0.5 } }, { fields: [{ name: 'a', value: '1', confidence: 0.5 }] }],
		['confidence in the content before that beside it', { content: { a: '1', confidence: { a: 0.7 } }, confidence: { a: 0.5 } }, { fields: [{ name: 'a', value: '1', confidence: 0.7 }] }],
		['a confidence of fields beside the content, once', { content: { a: '1' }, confidence: { a: 0.5 }, b: '2' }, { fields: [{ name: 'a', value: '1', confidence: 0.5 }, { name: 'b', value: '2' }] }],
		['a confidence of the whole beside the content', { content: { a: '1' }, confidence: 0.4 }, { fields: [{ name: 'a', value: '1' }], confidence: 0.4 }],
		['counts: nothing', { kv_pair_count: 7, words_block_count: 'x' }, {}],
		['pairs that are no list: a field', { kv_pair_list: 'x' }, { fields: [{ name: 'kv_pair_list', value: 'x' }] }],
		['lists of lines', { content: { a_list: [{ x: '1' }] }, b_list: [{ y: '2' }] }, { lists: [{ name: 'a_list', lines: [[{ name: 'x', value: '1' }]] }, { name: 'b_list', lines: [[{ name: 'y', value: '2' }]] }] }],
	])('of a document: %s', (_name, entry, part) => {
		expect(partsOf([entry])).toStrictEqual([{ ...NOTHING, ...part }]);
	});

	test('pairs: labels as printed, numbered from 2, with what is known of them', () => {
		const kv_pair_list = [{ key: ' a ', value: '1', confidence: 0.5, location: corners(1, 2) }, { key: 'a', value: 2 }, { key: '', value: true }, { value: ['x'] }, { key: 7, value: null }, 'none', { key: 'a', value: '3', confidence: 2, location: [] }];
		expect(partsOf([{ kv_pair_list }])[0]?.fields).toStrictEqual([
			{ name: 'a', value: '1', confidence: 0.5, location: corners(1, 2) },
			{ name: 'a_2', value: 2 },
			{ name: 'value', value: true },
			{ name: 'value_2', value: null },
			{ name: 'value_3', value: null },
			{ name: 'a_3', value: '3' },
		]);
	});

	test('words of a seal: as one text and one by one, with how sure the service is of each', () => {
		const fieldsOf = (words_block_list: unknown) => partsOf([{ words_block_list }])[0]?.fields;
		expect(fieldsOf([{ words: 'a', words_confidence: 0.5, confidence: 0.1 }, { words: '' }, { words: 7, confidence: 0.2 }, 'x'])).toStrictEqual([
			{ name: 'text', value: 'a' },
			{ name: 'words', value: ['a', '', ''], confidence: [0.5, undefined, 0.2] },
		]);
		expect(fieldsOf([{ words: 'a' }, { words: 'b' }])).toStrictEqual([{ name: 'text', value: 'a\nb' }, { name: 'words', value: ['a', 'b'] }]);
		expect(fieldsOf([])).toStrictEqual([{ name: 'text', value: '' }, { name: 'words', value: [] }]);
	});

	test.each([
		['train_ticket', 'train-ticket'],
		['vat_invoice', 'vat-invoice'],
		['vat_roll_invoice', 'vat-invoice'],
		['id_card_portrait_side', 'id-card'],
		['idcard', undefined],
		['unheard_of', undefined],
		['', undefined],
		[`id_card_${'x'.repeat(92)}`, 'id-card'],
		[`id_card_${'x'.repeat(93)}`, undefined],
	])('the kind %s is read as %s', (kind, path) => {
		expect(rowOfKind(kind)?.path).toBe(path);
	});

	test('files of the page are those that no document has', () => {
		const file = (key: string) => ({ key, content: Buffer.alloc(0), extension: 'png', mimeType: 'image/png' });
		expect(filesOfPage({ files: { a: file('a'), b: file('b'), c: file('c') } }, [{ ...NOTHING, files: ['b'] }, NOTHING])).toStrictEqual(['a', 'c']);
	});
});

describe('a page', () => {
	const read = (result: unknown) => runAtOnce(readDocuments(JSON.stringify({ result }), { path: 'auto-classification' }));
	const READ = { error_code: 'AIS.0000' };
	const FAILED = { error_code: 'AIS.0104' };

	test.each<[string, unknown, boolean]>([
		['of empty fields', { a: '', b: [], c: false, d: 0, e: {} }, true],
		['with a field', { a: '', b: '1' }, false],
		['with a line', { item_list: [{}] }, false],
		['without lines', { item_list: [] }, true],
		['with a picture', { seal_image: PNG }, false],
		['of which a document failed', [{ status: FAILED, content: {} }], false],
		['of an empty document', [{ status: READ, content: {} }], true],
		['of nothing', [], true],
		['of an empty and a full document', [{ content: {} }, { content: { a: '1' } }], false],
	])('%s: empty %p', (_name, result, isEmpty) => {
		expect(read(result).isEmpty).toBe(isEmpty);
	});

	test.each<[unknown, object]>([
		[[{ status: READ }, { status: FAILED }, { status: READ }], { billedDocuments: 2 }],
		[[{ status: FAILED }], { billedDocuments: 0 }],
		[[{ a: '1' }, { status: READ }], { billedDocuments: 1 }],
		[[{ a: '1' }], {}],
		[{ a: '1' }, {}],
	])('%j is billed as %j', (result, facts) => {
		expect(read(result).facts).toStrictEqual(facts);
	});

	test.each(['bank_receipt_count', 'seal_count'])('%s without a list is no answer, with one it is no matter', (name) => {
		expect(() => read({ [name]: 2.5 })).toThrow('it announces 2 documents and lists none');
		for (const result of [{ [name]: 0 }, { [name]: '2' }, { [name]: 2, x_list: [] }, { [name]: 2, items: [{ a: '1' }] }, [{ [name]: 2 }]]) expect(() => read(result)).not.toThrow();
	});

	test('of as many values as any document can hold, and not one more', () => {
		const values = (count: number) => ({ note: Array.from({ length: count - 1 }, () => 0) });
		expect(() => read(values(200_000))).not.toThrow();
		expect(() => read(values(200_001))).toThrow('it holds more than 200000 values');
		expect(() => read({ a: { b: values(200_000) } })).toThrow('it holds more than 200000 values');
	});
});

describe('why one of several documents could not be read', () => {
	const failure = (kind: string | undefined, code: string, message: string) => failureOf({ ...(kind === undefined ? {} : { kind }), fields: [], lists: [], files: [], status: { code, message } }, 1, 3);

	test.each([
		['train_ticket', 'Train Ticket'],
		['un\nheard_of', 'un heard_of'],
		['x'.repeat(60), `${'x'.repeat(39)}…`],
		['', 'document'],
		[undefined, 'document'],
	])('of the kind %j it is called %s', (kind, name) => {
		expect(failure(kind, 'AIS.0104', 'Poor.')?.description).toBe(`${name}, document 2 of 3 on the page, was found and could not be read: AIS.0104: Poor. It was not billed.`);
	});

	test('with its code, as far as it is one', () => {
		expect(failure('a', 'AIS.0104', '')?.details).toStrictEqual({ errorCode: 'AIS.0104' });
		const odd = failure('a', '<b>', 'Poor.');
		expect([odd?.details, odd?.description]).toStrictEqual([{}, 'a, document 2 of 3 on the page, was found and could not be read: Poor. It was not billed.']);
	});

	test('nothing of one that was read, or of which nothing is said', () => {
		expect(failure('a', 'AIS.0000', '')).toBeUndefined();
		expect(failureOf({ fields: [], lists: [], files: [] }, 0, 1)).toBeUndefined();
	});
});

test.each<[unknown, number | undefined]>([[0, 0], [1, 1], ['0.5', 0.5], [1.01, undefined], [-0.01, undefined], ['x', undefined], [null, undefined], [[0.5], undefined]])('%j as confidence is %s', (value, confidence) => {
	expect(toConfidence(value)).toBe(confidence);
});

test.each<[unknown, boolean]>([[[], true], [[1, 2], true], [corners(0, 0), true], [[[1, 'x']], false], [['x'], false], [[[[1]]], false], ['x', false], [null, false], [{}, false]])('%j is a place: %p', (value, is) => {
	expect(isPlace(value)).toBe(is);
});

test.each<[unknown, boolean]>([['a', true], [' ', false], ['', false], [['', 'a'], true], [[''], false], [[], false], [{ a: '' }, false], [{ a: '', b: [1] }, true], [{}, false], [true, true], [false, false], [1, true], [-1, true], [0, false], [null, false], [undefined, false]])('%j says something: %p', (value, says) => {
	expect(saysSomething(value)).toBe(says);
});
