// Answers that a service, a proxy or an attacker might send, and inputs that workflows might hold.
import fc from 'fast-check';
import type { IBinaryData } from 'n8n-workflow';

import type { GeneratedAnswer, GeneratedInput } from './context.cts';

/** Stands for everything that must not come out again. */
export const TOLD_SECRET = 'MIIToldSecretToldSecretToldSecretToldSecretToldSecretToldSecret';

const odd = fc.oneof(
	fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, '', 'text', [], {}, [[]], [null], Number.MAX_SAFE_INTEGER),
	fc.jsonValue({ maxDepth: 3 }),
);

/** Mostly as documented, sometimes anything. */
const mostly = <T,>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: 6, arbitrary: usual as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd });

const name = fc.oneof(
	{ weight: 5, arbitrary: fc.string({ maxLength: 8 }) },
	fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'json', 'pairedItem'),
);

const vertex = mostly(fc.tuple(mostly(fc.integer({ min: -50, max: 5000 })), mostly(fc.double({ noNaN: true }))));
const location = mostly(fc.array(vertex, { minLength: 3, maxLength: 5 }));
const straight = fc
	.record({ x: fc.nat(3000), y: fc.nat(3000), w: fc.integer({ min: 1, max: 800 }), h: fc.integer({ min: 1, max: 80 }) })
	.map(({ x, y, w, h }) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h]]);

const character = mostly(fc.record({ char: mostly(fc.string()), char_location: location, char_confidence: mostly(fc.double()) }));

const block = mostly(
	fc.record(
		{
			words: mostly(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('合计: 12.50', 'Total', '1,234.00', '😀'))),
			location: fc.oneof({ weight: 5, arbitrary: straight as fc.Arbitrary<unknown> }, location),
			confidence: mostly(fc.double({ min: 0, max: 1 })),
			char_list: mostly(fc.array(character, { maxLength: 3 })),
			[String('__proto__')]: odd,
		},
		{ requiredKeys: ['words', 'location'] },
	),
);

const result = mostly(
	fc.record(
		{
			direction: mostly(fc.double({ min: -1, max: 360 })),
			words_block_count: mostly(fc.nat(30)),
			words_block_list: mostly(fc.array(block, { maxLength: 12 })),
			markdown_result: odd,
			extra: fc.dictionary(name, odd, { maxKeys: 3 }),
		},
		{ requiredKeys: ['words_block_list'] },
	),
);

/** Base64 of a picture, as answers carry portraits and seals. */
export const PORTRAIT = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('PORTRAIT-BYTES'.repeat(8))]).toString('base64');

const fieldNames = fc.oneof(name, fc.constantFrom('total', 'issue_date', 'number', 'type', 'location', 'confidence', 'text_location', 'item_list', 'front', 'back', 'excel'));
const printed = mostly(fc.oneof(fc.constantFrom<unknown>('', '￥12.50', '2017年08月30日', '05/27', true, 0.5, []), fc.string({ unit: 'binary', maxLength: 12 }), location));

/** Fields, with others, lists and objects among them. */
const { document } = fc.letrec((tie) => ({
	document: fc.dictionary(
		fieldNames,
		fc.oneof({ depthSize: 'small', withCrossShrink: true }, { weight: 6, arbitrary: printed }, tie('document'), fc.array(tie('document'), { maxLength: 3 })),
		{ maxKeys: 6 },
	).chain((fields) => fc.constantFrom<unknown>(fields, { ...fields, portrait_image: PORTRAIT })),
}));

const entry = mostly(
	fc.record(
		{
			status: mostly(fc.record({ error_code: mostly(fc.constantFrom('AIS.0000', 'AIS.0104', 'XYZ.1')), error_msg: odd })),
			type: mostly(fc.constantFrom('vat_invoice', 'id_card_portrait_side', 'circle', 'unheard_of')),
			location,
			content: mostly(document),
			kv_pair_list: mostly(fc.array(mostly(fc.record({ key: odd, value: printed })), { maxLength: 3 })),
			words_block_list: mostly(fc.array(block, { maxLength: 2 })),
			seal_image: fc.constantFrom(PORTRAIT, 'no picture'),
		},
		{ requiredKeys: [] },
	),
);
const entries = mostly(fc.array(entry, { maxLength: 4 }));

/** Places of a cell: mostly a few neighbours, as the service gives them. */
const places = mostly(fc.array(mostly(fc.nat(9)), { minLength: 1, maxLength: 2 }));
const tableCell = mostly(
	fc.record(
		{
			words: mostly(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', '￥12.50', 'a \n', '合计'))),
			rows: places,
			columns: places,
			cell_location: location,
			words_list: mostly(fc.array(block, { maxLength: 2 })),
			confidence: mostly(fc.double({ min: 0.5, max: 1 })),
		},
		{ requiredKeys: ['rows', 'columns'] },
	),
);
const tableCells = mostly(fc.array(tableCell, { maxLength: 8 }));
/** What stands where a workbook should. */
const workbook = fc.constantFrom<unknown>('UEsDBAo=', PORTRAIT, '', null, 7);

const region = mostly(
	fc.oneof(
		fc.record({ type: fc.constant('table'), words_block_list: tableCells, words_block_count: mostly(fc.nat(9)), table_location: location }),
		fc.record({ type: fc.constant('text'), words_block_list: mostly(fc.array(block, { maxLength: 4 })) }),
	),
);
const tablesResult = fc.record(
	{ words_region_list: mostly(fc.array(region, { maxLength: 3 })), words_region_count: mostly(fc.nat(4)), excel: workbook },
	{ requiredKeys: ['words_region_list'] },
);

const tableList = mostly(fc.array(mostly(fc.record({ words_block_list: tableCells, excel: workbook, location }, { requiredKeys: ['words_block_list'] })), { maxLength: 2 }));
const pair = mostly(fc.record({ key: mostly(fc.string({ maxLength: 8 })), value: mostly(fc.string({ maxLength: 8 })), words_block_list: mostly(fc.array(block, { maxLength: 2 })) }));
const layoutBlock = mostly(
	fc.record(
		{ type: mostly(fc.constantFrom('text', 'title', 'table', 'unheard_of')), text: mostly(fc.string()), location, words_ids: mostly(fc.array(mostly(fc.nat(12)), { maxLength: 4 })), table_id: mostly(fc.nat(3)), form_id: mostly(fc.nat(3)) },
		{ requiredKeys: ['type'] },
	),
);
/** Parts of a page, together in one element or spread over several. */
const smartResult = mostly(
	fc.array(
		mostly(
			fc.record(
				{
					ocr_result: result,
					kv_result: mostly(fc.record({ kv_block_list: mostly(fc.array(pair, { maxLength: 4 })) })),
					table_result: mostly(fc.record({ table_list: tableList })),
					form_result: mostly(fc.record({ form_list: tableList })),
					layout_result: mostly(fc.record({ layout_block_list: mostly(fc.array(layoutBlock, { maxLength: 4 })) })),
					formula_result: mostly(fc.record({ formula_list: mostly(fc.array(mostly(fc.record({ formula: mostly(fc.string()) })), { maxLength: 2 })) })),
				},
				{ requiredKeys: [] },
			),
		),
		{ maxLength: 3 },
	),
);

/** Answers about documents, of each shape. */
const documentResult = fc.oneof(
	document,
	entries,
	fc.record({ bank_receipt_list: entries, bank_receipt_count: odd }),
	fc.record({ seal_list: entries, erased_seal_image: fc.constant(PORTRAIT) }),
	{ weight: 2, arbitrary: tablesResult },
	{ weight: 2, arbitrary: smartResult },
);

const success = fc.record({ result: fc.oneof({ weight: 2, arbitrary: result }, documentResult) });
const failure = fc.oneof(
	fc.record({
		error_code: mostly(fc.constantFrom('AIS.0101', 'AIS.0105', 'ModelArts.4204', 'APIG.0308', 'APIG.0301', 'XYZ.1')),
		error_msg: mostly(
			fc.constantFrom(
				'The input parameter is invalid.',
				`X-Auth-Token: ${TOLD_SECRET}`,
				`verify aksk signature fail,canonicalRequest:POST|/v2|x-security-token:${TOLD_SECRET}|`,
				`bad ${TOLD_SECRET}`,
			),
		),
		request_id: odd,
	}),
	fc.record({ error: mostly(fc.record({ code: odd, message: odd, title: odd })) }),
	fc.record({ result: fc.record({ error_code: odd, error_msg: odd }) }),
);

const text = fc.oneof(
	{ weight: 10, arbitrary: success.map((value) => JSON.stringify(value)) },
	{ weight: 3, arbitrary: failure.map((value) => JSON.stringify(value)) },
	{ weight: 2, arbitrary: fc.tuple(success, fc.double({ min: 0, max: 1, noNaN: true })).map(([value, part]) => {
		const whole = JSON.stringify(value);
		return whole.slice(0, Math.floor(part * whole.length));
	}) },
	fc.json(),
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.constantFrom('', ' ', '<html><title>x</title>', 'null', '[]', '{', '{"result":', '\ufeff{}', '['.repeat(5000), '{"a":'.repeat(5000)),
);

export const answers: fc.Arbitrary<GeneratedAnswer> = fc.record({
	statusCode: fc.oneof(
		{ weight: 8, arbitrary: fc.constant(200) },
		fc.constantFrom(201, 204, 301, 307, 400, 401, 403, 404, 413, 418, 429, 494, 500, 502, 503, 504, 599),
	),
	headers: fc.dictionary(
		fc.constantFrom('retry-after', 'date', 'x-request-id', 'content-type', '__proto__', 'X-Odd'),
		fc.oneof(fc.constantFrom<unknown>('0', '5', '-1', 'Sun, 06 Nov 1994 08:49:37 GMT', 'soon', '99999999', ['a', 'b']), odd),
	),
	// n8n hands over an object where it could parse one itself, and nothing for an empty body.
	body: fc.oneof({ weight: 20, arbitrary: text as fc.Arbitrary<unknown> }, success, fc.constant(undefined)),
});

/** Results of the shape that each resource has. */
const RESULTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
	generalTable: tablesResult,
	smartDocument: smartResult,
	mixed: entries,
	seal: fc.record({ seal_list: entries, erased_seal_image: fc.constant(PORTRAIT) }),
	bankReceipt: fc.record({ bank_receipt_list: entries, bank_receipt_count: odd }),
};

/** What comes when documents are asked for: often an answer of their own shape, else any. */
export function answersFor({ resource = '' }: Readonly<Record<string, string>>): fc.Arbitrary<GeneratedAnswer> {
	const own = (RESULTS[resource] ?? document).map((value): GeneratedAnswer => ({ statusCode: 200, headers: {}, body: JSON.stringify({ result: value }) }));
	return fc.oneof(own, answers);
}

/** What is asked for in the panel beside Get Words Blocks and its like: one document of each shape, in each operation. */
export const DOCUMENT_USES: ReadonlyArray<Readonly<Record<string, string>>> = [
	...['fields', 'fieldList', 'lineItems', 'raw'].map((operation) => ({ resource: 'invoice', documentType: 'vatInvoice', operation })),
	...['fields', 'fieldList', 'raw'].map((operation) => ({ resource: 'card', documentType: 'idCard', operation })),
	...['objects', 'fieldList', 'raw'].map((operation) => ({ resource: 'mixed', operation })),
	...['objects', 'fieldList', 'raw'].map((operation) => ({ resource: 'seal', operation })),
	{ resource: 'bankReceipt', operation: 'objects' },
	{ resource: 'other', apiPath: 'insurance-policy', operation: 'fields' },
	...['table', 'cells', 'text'].map((operation) => ({ resource: 'generalTable', operation })),
	...['text', 'pairs', 'layoutBlocks', 'markdown'].map((operation) => ({ resource: 'smartDocument', operation })),
];

export const OUTPUT_MODES = ['blocks', 'lines', 'text', 'table', 'fields', 'raw'] as const;

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000640000006408020000000000000000', 'hex');
const SIGNATURES = ['ffd8ff', '424d', '474946383961', '49492a00', '4d4d002a', '52494646', '0a05', '00000100', '38425053', '255044462d312e37'];

/** Bytes with a mark that must not turn up in an item. */
export const IMAGE_MARK = 'MARKED-IMAGE-BYTES';

const file = fc.oneof(
	{ weight: 3, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.concat([PNG, Buffer.from(IMAGE_MARK), bytes])) },
	{
		weight: 3,
		arbitrary: fc
			.tuple(fc.constantFrom(...SIGNATURES), fc.uint8Array({ maxLength: 200 }))
			.map(([signature, bytes]) => Buffer.concat([Buffer.from(signature, 'hex'), bytes])),
	},
	fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
	fc.constant(Buffer.alloc(0)),
);

const fieldName = fc.constantFrom('data', 'attachment_0', '附件', 'a b', 'constructor');

const binary = fc.dictionary(
	fieldName,
	fc.record({
		data: fc.constant('default'),
		mimeType: fc.constantFrom('image/png', 'application/pdf', 'text/html', ''),
		fileName: fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
		bytes: fc.option(fc.constantFrom(0, 10, 100, 8_000_000), { nil: undefined }),
	}),
	{ maxKeys: 3 },
) as fc.Arbitrary<Record<string, IBinaryData>>;

const url = fc.oneof(
	fc.constantFrom<unknown>(
		'https://example.com/发票 1.png?签=1',
		'http://bucket.obs.cn-north-4.myhuaweicloud.com/a.jpg?X-Obs-Signature=abc',
		'ftp://x/y',
		'javascript:alert(1)',
		'file:///etc/passwd',
		'//x/y.png',
		'https://',
		'https://ex%ample.com/%',
		' https://example.com/a.png ',
		'https://user:pw@example.com/a.png',
	),
	fc.webUrl({ withQueryParameters: true, withFragments: true }),
	fc.string({ unit: 'binary', maxLength: 60 }),
	odd,
);

const option = <T,>(usual: fc.Arbitrary<T>) => mostly(usual);

const options = mostly(
	fc.record(
		{
			detectDirection: option(fc.constantFrom<unknown>(true, false, 'true', 'false')),
			quickMode: option(fc.boolean()),
			characterMode: option(fc.boolean()),
			language: option(fc.constantFrom('zh', 'auto', 'en', '')),
			pages: option(fc.constantFrom<unknown>('*', '1', '1-3,5', '0', '3-1', '-', 1, '99999999999')),
			enterpriseProjectId: option(fc.constantFrom('0', 'abc-1', 'x\r\ny: z')),
			imageLimits: option(fc.constantFrom('current', 'original', 'off')),
			minConfidence: option(fc.double()),
			includeInputFields: option(fc.boolean()),
			maxConcurrency: option(fc.integer({ min: -5, max: 200 })),
			maxRetries: option(fc.integer({ min: -5, max: 20 })),
			requestsPerSecond: option(fc.double()),
			timeout: option(fc.integer()),
		},
		{ requiredKeys: [] },
	),
);

const parameters = fc.record(
	{
		authentication: mostly(fc.constantFrom('iamLogin', 'accessKey')),
		inputType: mostly(fc.constantFrom('binary', 'url')),
		binaryPropertyName: mostly(
			fc.oneof(fc.constantFrom('data', '*', 'data,attachment_0', ' data , ', '附件、data', '', 'missing'), fc.string({ maxLength: 20 })),
		),
		url,
		operation: mostly(fc.constantFrom(...OUTPUT_MODES)),
		fieldDefinitions: mostly(fc.record({ field: mostly(fc.array(odd, { maxLength: 3 })) })),
		options,
	},
	{ requiredKeys: ['inputType'] },
);

export const inputs: fc.Arbitrary<GeneratedInput> = fc
	.record({
		json: fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
		binary: fc.option(binary, { nil: undefined }),
		contents: fc.array(file, { minLength: 5, maxLength: 5 }),
		parameters,
	})
	.map(({ contents, ...input }) => ({
		json: input.json as GeneratedInput['json'],
		...(input.binary && { binary: input.binary }),
		// A file may be missing although the item speaks of it.
		files: Object.fromEntries(
			Object.keys(input.binary ?? {}).flatMap((key, index) => (index < 4 ? [[key, contents[index] ?? PNG]] : [])),
		),
		parameters: withEmptyItems(input.parameters),
	}));

/** Every image has an outcome that can be counted, also one without text. */
function withEmptyItems(given: Record<string, unknown>): Record<string, unknown> {
	const { options: own } = given;
	const record = typeof own === 'object' && own !== null && !Array.isArray(own) ? own : {};
	return { ...given, options: { ...record, ifNoText: 'emptyItem' } };
}

/** Cells below are left out, fields below are marked. */
export const MIN_CONFIDENCE = 0.5;

export const goodInput = (use: string | Readonly<Record<string, string>>, number: number): GeneratedInput => ({
	json: { number },
	binary: { data: { data: 'default', mimeType: 'image/png', fileName: `scan-${number}.png` } },
	files: { data: Buffer.concat([PNG, Buffer.from(`${IMAGE_MARK}${number}`)]) },
	parameters: {
		...(typeof use === 'string' ? { operation: use } : use),
		simplify: false,
		fieldDefinitions: { field: [{ name: 'total', findBy: 'label', label: 'Total' }] },
		options: { ifNoText: 'emptyItem', maxRetries: 1, ...(typeof use === 'string' ? {} : { typedValues: true, minConfidence: MIN_CONFIDENCE }) },
	},
});
