// Operations 3 and 4: General Table, Financial Statement and Smart Document. One row a field of the request, one for
// the limits of the picture, one for the answer.
import { createCanvas } from '@napi-rs/canvas';
import { cssFont } from '../../documents/fonts.cts';
import { renderSpecimen, tableSpecimen } from '../../documents/tableSpecimens.cts';
import type { Emulator } from '../../emulator/server.cts';
import type { Reply } from '../../emulator/client.cts';
import type { Check, Expected } from './check.cts';
import { HEADERS, linesPage, textPage } from './images.cts';
import { GOOD, operation, PARAMETER, type Send } from './operationCalls.cts';

type Json = Record<string, unknown>;

function result(condition: (found: never) => string | undefined): Expected {
	return { status: 200, also: (reply: Reply) => condition((reply.json as { result: unknown }).result as never) };
}

/** Keys of a thing, in the order of the alphabet. */
const keys = (thing: object | undefined): string => Object.keys(thing ?? {}).sort().join(' ');
const shown = (thing: unknown): string => JSON.stringify(thing).slice(0, 200);

interface Region {
	type: string;
	words_block_count: number;
	words_block_list: Json[];
}

interface Tables {
	words_region_count: number;
	words_region_list: Region[];
	excel?: string;
}

interface Page {
	ocr_result?: { direction: number; words_block_count: number; words_block_list: Json[] };
	kv_result?: { kv_block_count: number; kv_block_list: Array<{ key: string; value: string; words_block_list: Json[] }> };
	table_result?: { table_count: number; table_list: Array<Json & { words_block_list: Json[] }> };
	form_result?: { form_count: number; form_list: Json[] };
	layout_result?: { layout_block_count: number; layout_block_list: Json[] };
	formula_result?: { formula_count: number; formula_list: Json[] };
}

/** Sent with a picture, to the engine that reads. */
const reading =
	({ file }: ReturnType<typeof operation>) =>
	(picture: () => Promise<Buffer>, more: Json = {}): Send =>
	async (emulator: Emulator) => {
		emulator.control.set({ engine: 'ocr' });
		try {
			return await file(await picture(), more)(emulator);
		} finally {
			emulator.control.set({ engine: 'fixture' });
		}
	};

const ruled = async (): Promise<Buffer> => (await renderSpecimen(tableSpecimen('stock-count', 1), { turn: 0, scale: 0.7 })).image;
const ruleless = async (): Promise<Buffer> => (await renderSpecimen(tableSpecimen('price-list', 1), { turn: 0, scale: 0.7 })).image;
const form = (): Promise<Buffer> => Promise.resolve(linesPage(['Order number: KF-64007', 'City: York', 'Goods left the house in May']));

/** A line in black, and one in the red of a seal. */
const stamped = (): Promise<Buffer> => {
	const canvas = createCanvas(640, 240);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, 640, 240);
	context.font = cssFont({ size: 34 });
	context.fillStyle = '#111';
	context.fillText('Goods left the house', 60, 80);
	context.fillStyle = '#c8202c';
	context.fillText('APPROVED', 200, 180);
	return canvas.encode('png');
};

const firstCell = ({ words_region_list: list }: Tables): Json | undefined => list.find(({ type }) => type === 'table')?.words_block_list[0];
const types = ({ words_region_list: list }: Tables): string => list.map(({ type }) => type).join(' ');
const isWorkbook = (excel: unknown): boolean => typeof excel === 'string' && Buffer.from(excel, 'base64').subarray(0, 2).toString() === 'PK';

const table = operation('general-table');
const readTable = reading(table);
const GENERAL_TABLE: Check[] = [
	...table.source(),
	...table.sides(15, 8192),
	...table.formats(['jpeg', 'bmp', 'tiff']),
	...['return_text_location', 'return_char_location', 'return_confidence', 'return_excel', 'return_rectification_matrix', 'with_borders'].flatMap(table.boolean),
	table.check('answer', 'regions, their blocks and counts', readTable(ruled), result((found: Tables) =>
		keys(found) === 'words_region_count words_region_list' && types(found) === 'text table text' && found.words_region_count === 3 &&
		found.words_region_list.every((region) => region.words_block_count === region.words_block_list.length) ? undefined : shown(found),
	)),
	table.check('answer', 'a cell has words, rows and columns', readTable(ruled), result((found: Tables) =>
		keys(firstCell(found)) === 'columns rows words' && firstCell(found)?.words === 'Shelf' ? undefined : shown(firstCell(found)),
	)),
	table.check('return_confidence', 'beside the words', readTable(ruled, { return_confidence: true }), result((found: Tables) =>
		keys(firstCell(found)) === 'columns confidence rows words' ? undefined : shown(firstCell(found)),
	)),
	table.check('return_text_location', 'cells with a list of texts and no words of their own', readTable(ruled, { return_text_location: true }), result((found: Tables) => {
		const [text] = (firstCell(found)?.words_list ?? []) as Json[];
		return keys(firstCell(found)) === 'cell_location columns rows words_list' && keys(text) === 'location words' ? undefined : shown(firstCell(found));
	})),
	table.check('return_text_location', 'texts of the page keep theirs', readTable(ruled, { return_text_location: true, return_confidence: true }), result((found: Tables) =>
		keys(found.words_region_list[0]?.words_block_list[0]) === 'confidence location words' ? undefined : shown(found.words_region_list[0]),
	)),
	table.check('return_char_location', 'together with the positions of texts', readTable(ruled, { return_text_location: true, return_char_location: true }), result((found: Tables) => {
		const [text] = (firstCell(found)?.words_list ?? []) as Array<Json & { char_list?: Json[] }>;
		return keys(text?.char_list?.[0]) === 'char char_confidence char_location' ? undefined : shown(text);
	})),
	table.check('return_char_location', 'not without them', readTable(ruled, { return_char_location: true }), result((found: Tables) => (shown(found).includes('char_list') ? 'characters' : undefined))),
	table.check('return_excel', 'a workbook beside the regions', readTable(ruled, { return_excel: true }), result((found: Tables) => (isWorkbook(found.excel) ? undefined : 'no workbook'))),
	table.check('with_borders', 'on: tables without lines are text', readTable(ruleless, { with_borders: true }), result((found: Tables) => (types(found) === 'text' ? undefined : types(found)))),
	table.check('with_borders', 'off: they are tables', readTable(ruleless), result((found: Tables) => (types(found) === 'text table text' ? undefined : types(found)))),
	table.check('return_rectification_matrix', 'has no field in the answer', table.fields({ return_rectification_matrix: true }), result((found: Tables) =>
		keys(found) === 'words_region_count words_region_list' ? undefined : keys(found),
	)),
];

const statement = operation('financial-statement');
const readStatement = reading(statement);
const FINANCIAL_STATEMENT: Check[] = [
	...statement.source(),
	...statement.sides(15, 8192),
	...statement.formats(['jpeg', 'bmp', 'tiff']),
	...['return_text_location', 'return_table_location', 'return_confidence', 'return_excel', 'return_image_size', 'return_rectification_matrix'].flatMap(statement.boolean),
	statement.check('return_text_location', 'cells keep their words', readStatement(ruled, { return_text_location: true }), result((found: Tables) =>
		keys(firstCell(found)) === 'cell_location columns rows words' ? undefined : shown(firstCell(found)),
	)),
	statement.check('return_table_location', 'of tables only', readStatement(ruled, { return_table_location: true }), result((found: Tables) =>
		found.words_region_list.every((region) => 'table_location' in region === (region.type === 'table')) ? undefined : shown(found),
	)),
	statement.check('return_confidence', 'beside the words', readStatement(ruled, { return_confidence: true }), result((found: Tables) =>
		keys(firstCell(found)) === 'columns confidence rows words' ? undefined : shown(firstCell(found)),
	)),
	statement.check('return_excel', 'a workbook', readStatement(ruled, { return_excel: true }), result((found: Tables) => (isWorkbook(found.excel) ? undefined : 'no workbook'))),
	statement.check('return_image_size', 'height and width', statement.file(textPage(420, 120), { return_image_size: true }), result((found: Tables & { image_size?: Json }) =>
		shown(found.image_size) === '{"height":120,"width":420}' ? undefined : shown(found.image_size),
	)),
	statement.check('return_rectification_matrix', 'numbers in lists', statement.fields({ return_rectification_matrix: true }), result((found: Tables & { rectification_matrix?: number[][] }) =>
		found.rectification_matrix?.every((row) => row.every((number) => typeof number === 'number')) ? undefined : shown(found),
	)),
];

const smart = operation('smart-document-recognizer', { imageField: 'data' });
const readSmart = reading(smart);
const parts = (found: Page[]): string => found.map(keys).join(' | ');
const only = (condition: (page: Page) => string | undefined): Expected =>
	result((found: Page[]) => (found.length === 1 && found[0] ? condition(found[0]) : `${found.length} elements`));
const SMART_DOCUMENT: Check[] = [
	...smart.source(),
	...smart.sides(15, 30_000),
	...smart.formats(['jpeg', 'bmp', 'tiff', 'gif', 'webp', 'pcx', 'ico', 'psd', 'pdf']),
	...['single_orientation_mode', 'kv', 'table', 'form', 'layout', 'return_excel', 'formula', 'image_layout', 'erase_seal', 'character_mode'].flatMap(smart.boolean),
	smart.check('pdf_page_number', 'as text', smart.fields({ pdf_page_number: '1' }), PARAMETER),
	smart.check('pdf_page_number', '0', smart.fields({ pdf_page_number: 0 }), PARAMETER),
	smart.check('pdf_page_number', '1.5', smart.fields({ pdf_page_number: 1.5 }), PARAMETER),
	smart.check('pdf_page_number', '2', smart.file(HEADERS.pdf, { pdf_page_number: 2 }), GOOD),
	smart.check('language', 'unknown', smart.fields({ language: 'xx' }), PARAMETER),
	smart.check('language', 'as list', smart.fields({ language: ['zh'] }), PARAMETER),
	smart.check('language', 'zh', smart.fields({ language: 'zh' }), GOOD),
	smart.check('kv_map', 'as object', smart.fields({ kv_map: { City: 'town' } }), PARAMETER),
	smart.check('kv_map', 'no JSON', smart.fields({ kv_map: '{City}' }), PARAMETER),
	smart.check('kv_map', 'a list', smart.fields({ kv_map: '["City"]' }), PARAMETER),
	smart.check('kv_map', 'a number as name', smart.fields({ kv_map: '{"City": 1}' }), PARAMETER),
	smart.check('kv_map', 'new names for keys', readSmart(form, { kv: true, kv_map: '{"City":"town"}' }), only(({ kv_result: found }) =>
		found?.kv_block_list.map(({ key }) => key).join(' | ') === 'Order number | town' ? undefined : shown(found),
	)),
	smart.check('answer', 'all switches off: the text alone', smart.fields(), only((page) => {
		const { ocr_result: text } = page;
		return keys(page) === 'ocr_result' && keys(text) === 'direction words_block_count words_block_list' && keys(text?.words_block_list[0]) === 'confidence location words' ? undefined : shown(page);
	})),
	smart.check('answer', 'all switches on', smart.fields({ kv: true, table: true, form: true, layout: true, formula: true }), result((found: Page[]) =>
		parts(found) === 'form_result formula_result kv_result layout_result ocr_result table_result' ? undefined : parts(found),
	)),
	smart.check('answer', 'the other form of the list, by a setting', async (emulator) => {
		emulator.control.set({ smartDocumentParts: 'spread' });
		try {
			return await smart.fields({ kv: true, layout: true })(emulator);
		} finally {
			emulator.control.set({ smartDocumentParts: 'together' });
		}
	}, result((found: Page[]) => (parts(found) === 'ocr_result | kv_result | layout_result' ? undefined : parts(found)))),
	smart.check('kv', 'keys and values with the places of both', readSmart(form, { kv: true }), only(({ kv_result: found }) => {
		const [pair] = found?.kv_block_list ?? [];
		return found?.kv_block_count === 2 && pair?.key === 'Order number' && pair.value === 'KF-64007' && pair.words_block_list.map(({ type }) => type).join(' ') === 'key value' ? undefined : shown(found);
	})),
	smart.check('table', 'cells with words, rows and columns', readSmart(ruled, { table: true }), only(({ table_result: found }) =>
		found?.table_count === 1 && keys(found.table_list[0]) === 'location words_block_count words_block_list' && keys(found.table_list[0]?.words_block_list[0]) === 'columns rows words' ? undefined : shown(found),
	)),
	smart.check('return_excel', 'with each table', readSmart(ruled, { table: true, return_excel: true }), only(({ table_result: found }) => (isWorkbook(found?.table_list[0]?.excel) ? undefined : 'no workbook'))),
	smart.check('return_excel', 'not without tables', smart.fields({ return_excel: true }), only((page) => (keys(page) === 'ocr_result' ? undefined : keys(page)))),
	smart.check('layout', 'parts with the numbers of their texts and tables', readSmart(ruled, { layout: true, table: true }), only(({ layout_result: found }) => {
		const list = found?.layout_block_list ?? [];
		const grid = list.find(({ type }) => type === 'table');
		const isComplete = list.every((block) => ['location', 'text', 'type', 'words_ids'].every((key) => key in block));
		return isComplete && found?.layout_block_count === list.length && grid?.table_id === 0 && grid.text === '' && list[0]?.type === 'title' ? undefined : shown(found);
	})),
	smart.check('layout', 'no number of a table that was not asked for', readSmart(ruled, { layout: true }), only(({ layout_result: found }) => (shown(found).includes('table_id') ? 'table_id' : undefined))),
	smart.check('formula', 'none is read: an empty list', smart.fields({ formula: true }), only(({ formula_result: found }) => (shown(found) === '{"formula_count":0,"formula_list":[]}' ? undefined : shown(found)))),
	smart.check('erase_seal', 'on: what is red is not read', readSmart(stamped, { erase_seal: true }), only(({ ocr_result: found }) =>
		found?.words_block_list.map(({ words }) => words).join(' | ') === 'Goods left the house' ? undefined : shown(found),
	)),
	smart.check('erase_seal', 'off: it is', readSmart(stamped), only(({ ocr_result: found }) => (found?.words_block_count === 2 ? undefined : shown(found)))),
	smart.check('character_mode', 'single characters', smart.fields({ character_mode: true }), only(({ ocr_result: found }) => {
		const [block] = (found?.words_block_list ?? []) as Array<Json & { char_list?: Json[] }>;
		return keys(block?.char_list?.[0]) === 'char char_confidence char_location' ? undefined : shown(block);
	})),
];

export const TABLE_CHECKS: Check[] = [...GENERAL_TABLE, ...FINANCIAL_STATEMENT, ...SMART_DOCUMENT];

/** All that have to be checked. */
export const TABLE_ROWS: string[] = [
	...'image url sides formats return_text_location return_char_location return_confidence return_excel return_rectification_matrix with_borders answer'
		.split(' ')
		.map((row) => `general-table ${row}`),
	...'image url sides formats return_text_location return_table_location return_confidence return_excel return_image_size return_rectification_matrix'
		.split(' ')
		.map((row) => `financial-statement ${row}`),
	...'image url sides formats pdf_page_number language single_orientation_mode kv table form layout return_excel formula image_layout kv_map erase_seal character_mode answer'
		.split(' ')
		.map((row) => `smart-document-recognizer ${row}`),
];
