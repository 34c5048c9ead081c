// The facts of docs/operations.md, each as an answer of our own: nothing is lost, nothing is invented.
import { jsonOf, rowsOf, requestOf } from './document.cts';
import { FailedRow } from '../../../nodes/HuaweiOcr/resources/row.ts';
import { runAtOnce } from '../../../nodes/HuaweiOcr/turns/steps.ts';

const train = { resource: 'invoice', documentType: 'trainTicket', operation: 'fields' };
const vat = { resource: 'invoice', documentType: 'vatInvoice', operation: 'fields' };
const idCard = { resource: 'card', documentType: 'idCard', operation: 'fields' };
const corners = (x: number, y: number) => [[x, y], [x + 10, y], [x + 10, y + 5], [x, y + 5]];

describe('fields', () => {
	test('come as they are printed, unknown ones too, empty ones as empty text', () => {
		const result = { train_number: 'G123', ticket_price: '￥55.5', seat_number: '', carbon_footprint: '12 g', seal_mark: false, confidence: {} };
		expect(jsonOf(train, result)).toStrictEqual([
			{ train_number: 'G123', ticket_price: '￥55.5', seat_number: '', carbon_footprint: '12 g', seal_mark: false, source: 'scan.png' },
		]);
	});

	test('confidence is joined by name, by the name it is known to have there, or not at all', () => {
		const result = {
			train_number: 'G123', ticket_price: '￥55.5', name: 'A', seat_number: '',
			confidence: { train_number: 0.98, ticket_rates: 0.41, seat_number: 0, gate: 0.2 },
		};
		const list = jsonOf({ ...train, operation: 'fieldList' }, result);
		expect(list.map(({ name, value, confidence }) => [name, value, confidence])).toStrictEqual([
			['train_number', 'G123', 0.98],
			['ticket_price', '￥55.5', 0.41],
			['name', 'A', undefined],
			['seat_number', '', 0],
		]);
		const options = { minConfidence: 0.5 };
		expect(jsonOf({ ...train, options }, result)).toMatchObject([{ needsReview: true, fieldsToReview: ['ticket_price'] }]);
	});

	test('a place is a name or a polygon, told by what it is', () => {
		const taxi = { resource: 'invoice', documentType: 'taxiInvoice', operation: 'fieldList', simplify: false };
		const list = jsonOf(taxi, {
			location: 'Northport', total: '12.00', text_location: { total: corners(5, 6), location: [] }, confidence: { location: 0.97 },
		});
		expect(list).toMatchObject([
			{ name: 'location', value: 'Northport', confidence: 0.97 },
			{ name: 'total', value: '12.00', left: 5, top: 6, right: 15, bottom: 11, width: 10, height: 5, x1: 5, y3: 11, location: corners(5, 6) },
		]);
		expect(list[0]).not.toHaveProperty('left');
		expect(jsonOf({ ...taxi, operation: 'fields' }, { location: corners(1, 2), total: '1' })).toStrictEqual([{ total: '1', source: 'scan.png' }]);
	});

	test('objects become flat, with their names before', () => {
		const passport = { resource: 'card', documentType: 'passport', operation: 'fields' };
		const result = { surname: 'MUSTER', extra_info: { surname: '木', place: { of_birth: 'X' } }, confidence: { extra_info: { surname: 0.3 } } };
		expect(jsonOf({ ...passport, options: { minConfidence: 0.5 } }, result)).toStrictEqual([
			{ surname: 'MUSTER', extra_info_surname: '木', extra_info_place_of_birth: 'X', needsReview: true, fieldsToReview: ['extra_info_surname'], source: 'scan.png' },
		]);
	});

	test('words with their place are a value with its place', () => {
		const policy = { resource: 'other', apiPath: 'insurance-policy', operation: 'fields' };
		const result = {
			company: { words: 'Harbour Life', location: corners(1, 1) },
			bank_name: 'First Bank',
			insurance_list: [{ name: { words: 'Accident', location: corners(1, 9) }, amount: { words: '5000', location: [] } }],
		};
		expect(jsonOf(policy, result)).toStrictEqual([
			{ company: 'Harbour Life', bank_name: 'First Bank', insurance_list: [{ name: 'Accident', amount: '5000' }], source: 'scan.png' },
		]);
	});

	test('names that mean something to n8n or to JavaScript get an underscore', () => {
		const result = JSON.parse('{"error": "E1", "page": "2", "__proto__": "x", "constructor": "y", "source": "printed"}') as unknown;
		const [json] = jsonOf(train, result);
		expect(Object.entries(json ?? {})).toStrictEqual([['error_', 'E1'], ['page_', '2'], ['__proto___', 'x'], ['constructor_', 'y'], ['source_', 'printed'], ['source', 'scan.png']]);
	});
});

describe('two sides', () => {
	const front = { name: 'A', number: '1', address: '', verification_result: { valid_number: true }, text_location: { name: corners(0, 0) } };
	const back = { issue: 'Office', valid_from: '2019-01-02', address: 'Hill 3' };

	test('are one item', () => {
		expect(jsonOf(idCard, { front, back, detect_copy_result: false })).toStrictEqual([
			{
				detect_copy_result: false, name: 'A', number: '1', address: 'Hill 3', verification_result_valid_number: true,
				issue: 'Office', valid_from: '2019-01-02', source: 'scan.png',
			},
		]);
	});

	test('and each field knows its side and place', () => {
		const list = jsonOf({ ...idCard, operation: 'fieldList' }, { front, back });
		expect(list.find(({ name }) => name === 'name')).toMatchObject({ side: 'front', left: 0 });
		expect(list.find(({ name }) => name === 'issue')).toMatchObject({ side: 'back' });
	});

	test.each([[undefined], [null], [{}], [[]], ['']])('of which one may be missing: %j', (missing) => {
		expect(jsonOf(idCard, { front, back: missing })).toMatchObject([{ name: 'A', number: '1' }]);
		expect(jsonOf(idCard, { front: missing, back })).toMatchObject([{ issue: 'Office' }]);
	});

	test('what differs between them is told twice', () => {
		const license = { ...idCard, documentType: 'vehicleLicense' };
		expect(jsonOf(license, { front: { number: 'A1', name: 'N' }, back: { number: 'A7', name: 'N' } })).toStrictEqual([
			{ number: 'A1', name: 'N', number_back: 'A7', source: 'scan.png' },
		]);
	});
});

describe('lists', () => {
	const result = {
		number: '77', total: '￥30.00', item_list: [{ name: 'Tea', amount: '10.00' }, { name: 'Rice', amount: '20.00', note: 'new' }],
		passenger_travel_item_list: [], supervision_seal: ['Tax office'],
		confidence: { number: 0.9, item_list: [{ name: 0.99, amount: 0.2 }, { name: 0.98 }], supervision_seal: [0.6] },
	};

	test('are nested in Fields', () => {
		expect(jsonOf(vat, result)).toStrictEqual([
			{
				number: '77', total: '￥30.00', supervision_seal: ['Tax office'],
				item_list: [{ name: 'Tea', amount: '10.00' }, { name: 'Rice', amount: '20.00', note: 'new' }],
				passenger_travel_item_list: [], source: 'scan.png',
			},
		]);
	});

	test('give an item per line with the fields of the document repeated', () => {
		expect(jsonOf({ ...vat, operation: 'lineItems', options: { minConfidence: 0.5 } }, result)).toStrictEqual([
			{ name: 'Tea', amount: '10.00', list: 'item_list', lineIndex: 0, number: '77', total: '￥30.00', supervision_seal: ['Tax office'], needsReview: true, fieldsToReview: ['amount'], source: 'scan.png' },
			{ name: 'Rice', amount: '20.00', note: 'new', list: 'item_list', lineIndex: 1, number: '77', total: '￥30.00', supervision_seal: ['Tax office'], needsReview: false, fieldsToReview: [], source: 'scan.png' },
		]);
	});

	test('a field of a line never hides one of the document', () => {
		const lines = jsonOf({ ...vat, operation: 'lineItems' }, { number: '77', item_list: [{ number: '3', page: '9' }] });
		expect(lines).toStrictEqual([{ item_number: '3', page_: '9', list: 'item_list', lineIndex: 0, number: '77', source: 'scan.png' }]);
	});

	test('fields that would be repeated too often are refused, with the operation that gives them once', () => {
		const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field_${index}`, 'x']));
		const item_list = Array.from({ length: 300 }, (_, index) => ({ name: `n${index}` }));
		expect(() => jsonOf({ ...vat, operation: 'lineItems' }, { ...wide, item_list })).toThrow('Use the operation Get Fields for this document: it has 300 lines, and 1000 fields would be repeated in each');
		expect(() => jsonOf({ ...vat, operation: 'lineItems' }, { remarks: 'x'.repeat(100_000), item_list })).toThrow('Use the operation Get Fields');
		expect(jsonOf({ ...vat, operation: 'fields' }, { ...wide, item_list })).toHaveLength(1);
	});

	test('an invoice without lines is an item all the same', () => {
		expect(jsonOf({ ...vat, operation: 'lineItems' }, { number: '77', item_list: [] })).toStrictEqual([{ list: null, lineIndex: null, number: '77', source: 'scan.png' }]);
	});

	test('each of its texts has its own confidence', () => {
		const list = jsonOf({ ...vat, operation: 'fieldList' }, result);
		expect(list.map(({ name, value, confidence, list: of, line, index }) => [name, value, confidence, of, line, index])).toStrictEqual([
			['number', '77', 0.9, undefined, undefined, undefined],
			['total', '￥30.00', undefined, undefined, undefined, undefined],
			['supervision_seal', 'Tax office', 0.6, undefined, undefined, 0],
			['name', 'Tea', 0.99, 'item_list', 0, undefined],
			['amount', '10.00', 0.2, 'item_list', 0, undefined],
			['name', 'Rice', 0.98, 'item_list', 1, undefined],
			['amount', '20.00', undefined, 'item_list', 1, undefined],
			['note', 'new', undefined, 'item_list', 1, undefined],
		]);
	});

	test('texts of a business card stay lists', () => {
		const businessCard = { ...idCard, documentType: 'businessCard' };
		expect(jsonOf(businessCard, { name: ['A'], phone: ['1', '2'], fax: [], extra_info_list: [{ item: 'Motto', value: 'B', note: ['C'] }] })).toStrictEqual([
			{ name: ['A'], phone: ['1', '2'], fax: [], extra_info_list: [{ item: 'Motto', value: 'B', note: ['C'] }], source: 'scan.png' },
		]);
	});
});

describe('several documents on a page', () => {
	const mixed = { resource: 'mixed', operation: 'objects' };
	const read = (type: string, content: object, x = 0) => ({ status: { error_code: 'AIS.0000', error_msg: '' }, type, location: corners(x, 0), content });
	const failed = { status: { error_code: 'AIS.0104', error_msg: 'The image quality is poor.' }, type: 'quota_invoice', location: corners(50, 0), content: {} };

	test('are an item each; one that failed is a failure, the others stay', () => {
		const rows = jsonOf(mixed, [read('quota_invoice', { amount: '10', location: 'Northport' }), failed, read('train_ticket', { train_number: 'G1', confidence: { ticket_rates: 1 } }, 90)]);
		expect(rows).toStrictEqual([
			{ kind: 'quota_invoice', amount: '10', location: 'Northport', left: 0, top: 0, right: 10, bottom: 5, width: 10, height: 5, objectStatus: 'AIS.0000', billedDocuments: 2, source: 'scan.png' },
			{ failed: 'Use a sharper image that is filled by what is to be read, and check that Quota Invoice is the right choice for it', code: 'AIS.0104' },
			expect.objectContaining({ kind: 'train_ticket', train_number: 'G1', left: 90, billedDocuments: 2 }),
		]);
	});

	test('the failure says which one, and what the service said', () => {
		const [row] = rowsOf(mixed, [failed]);
		expect(row).toBeInstanceOf(FailedRow);
		expect((row as FailedRow).error.description).toBe(
			'Quota Invoice, document 1 of 1 on the page, was found and could not be read: AIS.0104: The image quality is poor. It was not billed.',
		);
	});

	test('all fields in one list, each with its document', () => {
		const list = jsonOf({ ...mixed, operation: 'fieldList' }, [read('train_ticket', { ticket_price: '5', confidence: { ticket_rates: 0.7 } }), read('toll_invoice', { amount: '9' })]);
		expect(list).toMatchObject([
			{ name: 'ticket_price', confidence: 0.7, kind: 'train_ticket', objectIndex: 0 },
			{ name: 'amount', value: '9', kind: 'toll_invoice', objectIndex: 1 },
		]);
	});

	test('receipts of banks have their printed labels; a count that differs is no matter', () => {
		const result = {
			bank_receipt_count: 3,
			bank_receipt_list: [
				{ kv_pair_count: 9, bank_receipt_location: corners(3, 4), kv_pair_list: [{ key: '金额', value: '5.00' }, { key: '备注', value: 'A' }, { key: '备注', value: 'B' }] },
				{ kv_pair_count: 0, kv_pair_list: [] },
			],
		};
		expect(jsonOf({ resource: 'bankReceipt', operation: 'objects' }, result)).toStrictEqual([
			{ 金额: '5.00', 备注: 'A', 备注_2: 'B', left: 3, top: 4, right: 13, bottom: 9, width: 10, height: 5, source: 'scan.png' },
			{ source: 'scan.png' },
		]);
	});

	test('a count without a list is no answer', () => {
		expect(() => jsonOf({ resource: 'bankReceipt', operation: 'objects' }, { bank_receipt_count: 2 })).toThrow('it announces 2 documents and lists none');
	});

	test('seals say what is on them', () => {
		const result = { seal_list: [{ type: 'circle', confidence: 0.9, location: corners(0, 0), words_block_list: [{ words: 'Harbour', words_confidence: 0.8 }, { words: '7', words_confidence: 0.5 }] }] };
		expect(jsonOf({ resource: 'seal', operation: 'objects' }, result)).toMatchObject([{ kind: 'circle', text: 'Harbour\n7', words: ['Harbour', '7'], confidence: 0.9, left: 0 }]);
	});

	test('plates and registers by any path', () => {
		const plates = { resource: 'other', apiPath: 'license-plate', operation: 'fields' };
		expect(jsonOf(plates, [{ plate_number: 'X1', plate_color: 'blue', plate_location: corners(0, 0), confidence: 0.9 }])).toStrictEqual([
			{ plate_number: 'X1', plate_color: 'blue', source: 'scan.png' },
		]);
		const register = { resource: 'other', apiPath: 'household-register', operation: 'fields', options: { minConfidence: 0.5 } };
		expect(jsonOf(register, [{ type: 'person', location: corners(0, 0), content: { name: 'A' }, confidence: { name: 0.1 } }])).toStrictEqual([
			{ kind: 'person', name: 'A', needsReview: true, fieldsToReview: ['name'], source: 'scan.png' },
		]);
	});

	test('an empty list is a page without any', () => {
		const request = requestOf(mixed);
		expect(runAtOnce(request.readAnswer('{"result":[]}')).isEmpty).toBe(true);
		expect(runAtOnce(request.readAnswer(JSON.stringify({ result: [failed] }))).isEmpty).toBe(false);
	});
});

test('raw is the result, a list under a name', () => {
	expect(jsonOf({ ...train, operation: 'raw' }, { number: '1', confidence: { number: 1 } })).toStrictEqual([{ number: '1', confidence: { number: 1 }, source: 'scan.png' }]);
	expect(jsonOf({ resource: 'mixed', operation: 'raw' }, [])).toStrictEqual([{ result: [], source: 'scan.png' }]);
});

test('a document of more fields than an item should have is no item: the raw result is', () => {
	const many = (name: string) => Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${name}${index}`, 'x']));
	const result = { a: many('a'), b: many('b') };
	const chosen = { resource: 'card', documentType: 'idCard', operation: 'fields' };
	expect(() => jsonOf(chosen, result)).toThrow('Use the operation Get Raw Result for this page: a document on it has 20002 fields');
	expect(jsonOf({ ...chosen, operation: 'fieldList' }, result)).toHaveLength(20_002);
	expect(jsonOf({ ...chosen, operation: 'raw' }, result)).toStrictEqual([{ ...result, source: 'scan.png' }]);
});

test.each([
	['beside the result', { error_code: 'AIS.0104', result: { name: 'a' } }],
	['in the result', { result: { error_code: 'AIS.0104', name: 'a' } }],
])('an error code %s is no document, however long the answer is', (_where, answer) => {
	const request = requestOf({ resource: 'card', documentType: 'idCard', operation: 'fields' });
	expect(() => runAtOnce(request.readAnswer(JSON.stringify(answer)))).toThrow('it holds an error code beside its result');
	expect(() => runAtOnce(request.readAnswer(JSON.stringify(answer).replace('AIS.0104', '')))).not.toThrow();
});
