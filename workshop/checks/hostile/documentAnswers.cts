// Hostile answers about documents and tables: of the shapes that have no words blocks, each with the operation that
// looks hardest at it, and the good answer that it is compared with.
import type { INodeParameters } from 'n8n-workflow';

export interface DocumentShape {
	readonly name: string;
	/** Resource and operation, as the panel stores them. */
	readonly parameters: INodeParameters;
	/** An answer that nothing is wrong with, of so many cells, lines, documents or pairs. */
	good(parts: number): string;
	readonly hostile: Readonly<Record<string, string>>;
}

type Json = Record<string, unknown>;
const CORNERS = [[10, 10], [90, 10], [90, 30], [10, 30]];
const list = <T,>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const answer = (result: unknown): string => JSON.stringify({ result });

const cell = (index: number, more: Json = {}): Json => ({ words: `c${index}`, rows: [Math.floor(index / 10)], columns: [index % 10], ...more });
const table = (cells: unknown, more: Json = {}): string => answer({ words_region_count: 1, words_region_list: [{ type: 'table', words_block_list: cells }], ...more });

const TABLES: DocumentShape = {
	name: 'table',
	parameters: { resource: 'generalTable', operation: 'table' },
	good: (parts) => table(list(parts, (index) => cell(index))),
	hostile: {
		'20,000 cells in one place': table(list(20_000, (index) => cell(index, { rows: [0], columns: [0] }))),
		'20,000 cells in one row': table(list(20_000, (index) => cell(index, { rows: [0], columns: [index] }))),
		'20,000 cells on a diagonal': table(list(20_000, (index) => cell(index, { rows: [index], columns: [index] }))),
		'cells that each span all rows': table(list(3_000, (index) => cell(index, { rows: [0, 3_000], columns: [index] }))),
		'a cell of a thousand million rows': table([cell(0, { rows: [0, 1e9], columns: [0, 1e9] }), cell(1)]),
		'a cell of 500,000 row numbers': table([cell(0, { rows: list(500_000, (index) => index) })]),
		'100,000 cells': table(list(100_000, (index) => cell(index))),
		'20,000 cells without a place': table(list(20_000, (index) => cell(index, { rows: [], columns: null }))),
		'5,000 tables': answer({ words_region_list: list(5_000, () => ({ type: 'table', words_block_list: [cell(0), cell(1)] })) }),
		'a head of a million letters': table([cell(0, { words: 'x'.repeat(1_000_000) }), cell(10)]),
		'2,000 heads that are one': table(list(4_000, (index) => cell(index, { words: 'Name', rows: [Math.floor(index / 2_000)], columns: [index % 2_000] }))),
		'heads with names of the prototype': table(['__proto__', 'constructor', 'toString'].flatMap((words, index) => [cell(0, { words, rows: [0], columns: [index] }), cell(0, { rows: [1], columns: [index] })])),
		'cells of 200,000 line feeds': table([cell(0, { words: ' \n'.repeat(200_000) }), cell(1)]),
		'a cell of 100,000 texts': table([cell(0, { words: '', words_list: list(100_000, (index) => ({ words: `${index}`, location: CORNERS })) }), cell(1)]),
		'a workbook that is none, of 10 MB': table([cell(0)], { excel: 'A'.repeat(10_000_000) }),
		'a workbook of 30 MB': table([cell(0)], { excel: `UEsDB${'A'.repeat(30_000_000)}` }),
		'regions that are numbers': answer({ words_region_list: list(100_000, (index) => index) }),
	},
};

const line = (index: number): Json => ({ name: `article ${index}`, quantity: '1', amount: `${index}.50` });
const invoice = (more: Json): string => answer({ number: '1', total: '￥1.00', ...more });

const LINES: DocumentShape = {
	name: 'fields with lists',
	parameters: { resource: 'invoice', documentType: 'vatInvoice', operation: 'lineItems' },
	good: (parts) => invoice({ item_list: list(parts, line) }),
	hostile: {
		'30,000 lines': invoice({ item_list: list(30_000, line) }),
		'5,000 lines, 20 fields repeated': invoice({ ...Object.fromEntries(list(20, (index): [string, unknown] => [`field_${index}`, 'x'.repeat(50)])), item_list: list(5_000, line) }),
		'2,000 lines and a field of 200 kB to repeat': invoice({ remarks: 'x'.repeat(200_000), item_list: list(2_000, line) }),
		'2,000 lines and 2,000 fields to repeat': invoice({ ...Object.fromEntries(list(2_000, (index): [string, unknown] => [`field_${index}`, 'x'])), item_list: list(2_000, line) }),
		'lists in lists': invoice({ item_list: list(2_000, (index) => ({ ...line(index), part_list: list(10, line) })) }),
		'1,000 lists': invoice(Object.fromEntries(list(1_000, (index): [string, unknown] => [`list_${index}`, [line(1), line(2)]]))),
		'50,000 levels of lines': `{"result":{"item_list":${'[{"a":'.repeat(25_000)}1${'}]'.repeat(25_000)}}}`,
	},
};

const fields = (more: Json): string => answer({ name: 'a', number: '1', ...more });

const FIELDS: DocumentShape = {
	name: 'fields',
	parameters: { resource: 'card', documentType: 'idCard', operation: 'fields' },
	good: (parts) => fields(Object.fromEntries(list(parts, (index): [string, unknown] => [`field_${index}`, `text ${index}`]))),
	hostile: {
		'100,000 fields': fields(Object.fromEntries(list(100_000, (index): [string, unknown] => [`field_${index}`, 'x']))),
		'a field of 10 MB': fields({ address: 'x '.repeat(5_000_000) }),
		'a name of a million letters': fields({ ['n'.repeat(1_000_000)]: 'x' }),
		'50,000 levels': `{"result":{"name":"a","deep":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}`,
		'six levels of ten each': fields({ extra: list(6, (index) => index).reduce<unknown>((inner) => Object.fromEntries(list(10, (index): [string, unknown] => [`k${index}`, inner])), 'x') }),
		'a portrait of 20 MB': fields({ portrait_image: `iVBORw0KGgo${'A'.repeat(20_000_000)}=` }),
		'a portrait of no base64': fields({ portrait_image: 'iVBORw0KGgo' + '-_\n!'.repeat(2_000_000) }),
		'1,000 portraits': fields(Object.fromEntries(list(1_000, (index): [string, unknown] => [`p${index}_image`, `iVBORw0KGgo${'A'.repeat(1_001)}`]))),
		'confidence of 100,000 fields': fields({ confidence: Object.fromEntries(list(100_000, (index): [string, unknown] => [`f${index}`, 0.5])) }),
		'places of 100,000 corners': fields({ text_location: { name: list(100_000, () => [1, 2]) } }),
		'sides in sides': `{"result":${'{"front":'.repeat(20_000)}{"name":"a"}${'}'.repeat(20_000)}}`,
		'names of the prototype': '{"result":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"name":"a","toString":"b","json":{"a":1},"binary":{"a":1}}}',
		'numbers beyond all numbers': '{"result":{"name":1e999,"number":-1e999,"confidence":{"name":1e999}}}',
		'a date of a million figures': fields({ birth: '1'.repeat(1_000_000) }),
	},
};

const part = (index: number, more: Json = {}): Json => ({ status: { error_code: 'AIS.0000', error_msg: '' }, type: 'bankcard', location: CORNERS, content: { card_number: `${index}` }, ...more });

const OBJECTS: DocumentShape = {
	name: 'list of objects',
	parameters: { resource: 'mixed', operation: 'objects' },
	good: (parts) => answer(list(parts, (index) => part(index))),
	hostile: {
		'20,000 documents': answer(list(20_000, (index) => part(index))),
		'3,000 documents that failed': answer(list(3_000, (index) => part(index, { status: { error_code: 'AIS.0104', error_msg: 'x'.repeat(500) } }))),
		'a failure of 10 MB': answer([part(0, { status: { error_code: 'AIS.0104', error_msg: '&#'.repeat(5_000_000) } })]),
		'a code of a million letters': answer([part(0, { status: { error_code: 'A'.repeat(1_000_000), error_msg: '' } })]),
		'a kind of a million letters': answer([part(0, { type: 'a_'.repeat(500_000) })]),
		'2,000 pictures of seals': answer(list(2_000, (index) => part(index, { seal_image: `iVBORw0KGgo${'A'.repeat(1_001)}` }))),
		'100,000 nothings': answer(list(100_000, () => null)),
		'30,000 pairs under one label': answer([{ kv_pair_list: list(30_000, () => ({ key: 'Total', value: '1' })) }]),
		'seals of 50,000 words': answer([{ words_block_list: list(50_000, (index) => ({ words: `w${index}` })) }]),
	},
};

const page = (parts: Json): string => answer([{ ocr_result: { direction: 0, words_block_list: [] }, ...parts }]);
const block = (index: number): Json => ({ words: `w${index}`, confidence: 0.9, location: [[10, index * 30], [90, index * 30], [90, index * 30 + 20], [10, index * 30 + 20]] });
const text = (index: number): Json => ({ type: 'text', text: `t${index}`, location: CORNERS, words_ids: [index] });

const SMART: DocumentShape = {
	name: 'smart document',
	parameters: { resource: 'smartDocument', operation: 'layoutBlocks' },
	good: (parts) => page({ ocr_result: { words_block_list: list(parts, block) }, layout_result: { layout_block_list: list(parts, text) } }),
	hostile: {
		'10,000 parts of the layout': page({ ocr_result: { words_block_list: list(10_000, block) }, layout_result: { layout_block_list: list(10_000, text) } }),
		'5,000 parts that each name all texts': page({ ocr_result: { words_block_list: list(100, block) }, layout_result: { layout_block_list: list(5_000, () => ({ ...text(0), words_ids: list(100, (index) => index) })) } }),
		'a part of a million texts': page({ ocr_result: { words_block_list: [block(0)] }, layout_result: { layout_block_list: [{ ...text(0), words_ids: list(1_000_000, () => 0) }] } }),
		'texts that are not there': page({ layout_result: { layout_block_list: list(1_000, () => ({ ...text(0), words_ids: [-1, 1e9, 1e308], table_id: 9, form_id: -3, formula_id: 0.5 })) } }),
		'20,000 elements': answer(list(20_000, (index) => ({ kv_result: { kv_block_list: [{ key: `k${index}`, value: 'v' }] } }))),
		'20,000 pages': answer(list(20_000, (index) => ({ ocr_result: { direction: 0, words_block_list: [block(index)] } }))),
		'3,000 formulas of 300 brackets': page({ formula_result: { formula_list: list(3_000, () => ({ formula: '\\\\frac{'.repeat(300) })) } }),
		'a formula of a million backslashes': page({ formula_result: { formula_list: [{ formula: '\\'.repeat(1_000_000) }] } }),
		'2,000 tables in the layout': page({ table_result: { table_list: list(2_000, () => ({ words_block_list: [cell(0), cell(1)] })) }, layout_result: { layout_block_list: list(2_000, (index) => ({ type: 'table', location: CORNERS, table_id: index })) } }),
		'parts that are lists': answer([{ ocr_result: [], kv_result: [[]], layout_result: 'x' }]),
	},
};

export const DOCUMENT_SHAPES: readonly DocumentShape[] = [TABLES, LINES, FIELDS, OBJECTS, SMART];
