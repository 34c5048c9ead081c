// Table and Smart Document through n8n's engine: specimens that the emulator reads for real.
import '../../workshop/harness/environment.cts';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readSheet } from 'read-excel-file/node';
import { storeBinary } from '../../workshop/harness/binaryStorage.cts';
import { pageSpecimen, renderPage } from '../../workshop/documents/pageSpecimens.cts';
import { renderSpecimen, type SpecimenCell, tableSpecimen } from '../../workshop/documents/tableSpecimens.cts';
import { generalTable } from '../../nodes/HuaweiOcr/resources/generalTable/index.ts';
import { smartDocument } from '../../nodes/HuaweiOcr/resources/smartDocument/index.ts';
import { imageItems, runOcr, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ engine: 'ocr', remembers: true });
const UPRIGHT = { turn: 0, scale: 0.8 };

async function fileItem(file: Buffer, fileName: string): Promise<INodeExecutionData[]> {
	return [{ json: {}, binary: { data: await storeBinary(file, { fileName }) } }];
}

const read = async (items: INodeExecutionData[], parameters: INodeParameters) => await runOcr({ emulator: emulator(), items, parameters });

/** Texts of a table's row, by its column. */
function rowOf(cells: readonly SpecimenCell[], row: number): string[] {
	return cells.filter((cell) => cell.row === row).map(({ text }) => text);
}

describe('Table', () => {
	const specimen = tableSpecimen('stock-count', 1);
	let items: INodeExecutionData[];

	beforeAll(async () => {
		items = await fileItem((await renderSpecimen(specimen, UPRIGHT)).image, 'stock.png');
	});

	test('rows of a ruled table, under the names of its columns', async () => {
		const run = await read(items, { resource: 'generalTable', operation: 'table' });
		expect(run.error).toBeUndefined();
		expect(run.items).toHaveLength(9);
		const [heads, first] = [rowOf(specimen.cells, 0), rowOf(specimen.cells, 1)];
		expect(run.items[0]?.json).toEqual({ ...Object.fromEntries(heads.map((head, index) => [head, first[index]])), tableIndex: 0, source: 'stock.png' });
	});

	test('cells with places on the picture', async () => {
		const run = await read(items, { resource: 'generalTable', operation: 'cells', simplify: true });
		expect(run.items).toHaveLength(50);
		expect(run.items[1]?.json).toMatchObject({ text: 'Item', rowIndex: 0, columnIndex: 1, rowSpan: 1, columnSpan: 1, confidence: expect.any(Number) as number });
		// The second column begins 190 px from the left, before it was scaled.
		expect(Math.abs(Number(run.items[1]?.json.left) - 0.8 * 190)).toBeLessThan(4);
	});

	test("the service's own Excel file opens and holds the table", async () => {
		const run = await read(items, { resource: 'generalTable', operation: 'excel' });
		const file = run.items[0]?.binary?.excel;
		expect(run.items.map(({ json }) => json)).toEqual([{ tableCount: 1, source: 'stock.png' }]);
		expect(file).toMatchObject({ fileName: 'stock-excel.xlsx', fileExtension: 'xlsx' });
		if (!file) throw new Error('no file');
		const sheet = await readSheet(Buffer.from(file.data, 'base64'));
		expect(sheet).toEqual(expect.arrayContaining([rowOf(specimen.cells, 0)]));
	});

	test('a PDF is refused before a call, with a way out', async () => {
		const pdf = await PDFDocument.create();
		pdf.addPage([300, 300]);
		const run = await read(await fileItem(Buffer.from(await pdf.save()), 'stock.pdf'), { resource: 'generalTable', operation: 'table' });
		expect(run.error?.message).toContain('use Smart Document');
		expect(emulator().control.counters().calls).toBe(0);
	});

	test('merged cells: the head in storeys, groups repeated', async () => {
		const note = tableSpecimen('delivery-note', 1);
		const run = await read(await fileItem((await renderSpecimen(note, UPRIGHT)).image, 'note.png'), {
			resource: 'generalTable',
			operation: 'table',
			options: { mergedCells: 'repeat' },
		});
		expect(Object.keys(run.items[0]?.json ?? {})).toEqual(['Team', 'Item', 'Delivery Date', 'Delivery Pieces', 'Amount', 'tableIndex', 'source']);
		const teams = note.cells.filter(({ column, rowSpan, row }) => column === 0 && rowSpan > 1 && row > 0).flatMap(({ text, rowSpan }) => Array<string>(rowSpan).fill(text));
		expect(run.items.map(({ json }) => json.Team)).toEqual([...teams, 'Total']);
	});
});

describe('Smart Document', () => {
	const specimen = pageSpecimen(1);
	let items: INodeExecutionData[];
	const smart = (operation: string, options: INodeParameters = {}): INodeParameters => ({ resource: 'smartDocument', operation, options });

	beforeAll(async () => {
		items = await fileItem((await renderPage(specimen, UPRIGHT)).image, 'page.png');
	});

	test.each(['together', 'spread'] as const)('text in reading order, parts of the answer %s', async (smartDocumentParts) => {
		emulator().control.set({ smartDocumentParts });
		const run = await read(items, smart('text'));
		emulator().control.set({ smartDocumentParts: 'together' });
		const text = run.items[0]?.json.text as string;
		const plain = (words: string) => words.replace(/\s+/gu, '');
		// Each part stands behind the one before.
		let rest = plain(text);
		for (const part of specimen.parts) {
			expect(rest).toContain(plain(part.text));
			rest = rest.slice(rest.indexOf(plain(part.text)) + plain(part.text).length);
		}
		expect(text).toContain(rowOf(specimen.cells, 0).join('\t'));
	});

	test('Markdown has the title as heading and the table as table', async () => {
		const run = await read(items, smart('markdown'));
		const markdown = run.items[0]?.json.markdown as string;
		expect(markdown).toContain(`# ${specimen.parts[1]?.text ?? ''}\n`);
		expect(markdown).toContain(`| ${rowOf(specimen.cells, 0).join(' | ')} |\n| --- |`);
	});

	test('key-values, layout and table rows', async () => {
		const pairs = await read(items, smart('pairs', { kvMap: '{"City": "town"}' }));
		expect(pairs.items.map(({ json }) => [json.label, json.value])).toEqual(specimen.pairs.map(({ key, value }) => [key === 'City' ? 'town' : key, value]));
		const layout = await read(items, smart('layoutBlocks'));
		expect(layout.items.map(({ json }) => json.type)).toEqual(specimen.parts.map(({ type }) => type));
		const table = await read(items, smart('table'));
		expect(table.items.map(({ json }) => json.Item)).toEqual(specimen.cells.filter(({ row, column }) => row > 0 && column === 1).map(({ text }) => text));
	});

	test('an Excel file for each table; the raw result holds no base64', async () => {
		const excel = await read(items, smart('excel'));
		expect(excel.items.map(({ json, binary }) => [json.tableIndex, binary?.excel?.fileName])).toEqual([[0, 'page-excel.xlsx']]);
		const raw = await read(items, smart('raw', { table: true, returnExcel: true, layout: true }));
		expect(Object.keys((raw.items[0]?.json.result as object[])[0] ?? {})).toEqual(['ocr_result', 'table_result', 'layout_result']);
		expect(raw.items[0]?.binary?.excel).toMatchObject({ fileExtension: 'xlsx' });
		expect(JSON.stringify(raw.items[0]?.json)).not.toContain('UEsDB');
	});

	test('each page of a PDF is asked for by its number', async () => {
		const pdf = await PDFDocument.create();
		for (const number of [1, 2]) {
			const { image } = await renderSpecimen(tableSpecimen('price-list', number), UPRIGHT);
			pdf.addPage([528, 360]).drawImage(await pdf.embedPng(image), { x: 0, y: 0, width: 528, height: 360 });
		}
		const run = await read(await fileItem(Buffer.from(await pdf.save()), 'prices.pdf'), smart('table', { pages: '2' }));
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json.page)).toEqual(Array(run.items.length).fill(2));
		expect(run.items.length).toBeGreaterThan(6);
	});
});

describe('output fields that are announced', () => {
	const LOCATION = [[10, 20], [90, 20], [90, 40], [10, 40]];
	const WORKBOOK = Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1').toString('base64');
	const cells = [['Item', 0, 0], ['Price', 0, 1], ['Tea', 1, 0], ['3.20', 1, 1]].map(([words, row, column]) => ({
		words, rows: [row], columns: [column], cell_location: LOCATION, confidence: 0.9,
	}));
	const RESULTS: Record<string, unknown> = {
		generalTable: { words_region_count: 1, words_region_list: [{ type: 'table', words_block_list: cells }], excel: WORKBOOK },
		smartDocument: [{
			ocr_result: { direction: 0, words_block_count: 1, words_block_list: [{ words: 'Tea', location: LOCATION }] },
			kv_result: { kv_block_list: [{ key: 'Item', value: 'Tea', words_block_list: [{ words: 'Item', location: LOCATION, type: 'key' }, { words: 'Tea', location: LOCATION, type: 'value' }] }] },
			table_result: { table_list: [{ words_block_list: cells, excel: WORKBOOK }] },
			layout_result: { layout_block_list: [{ type: 'text', text: 'Tea', location: LOCATION, words_ids: [0] }] },
		}],
	};
	const PAIRS = [generalTable, smartDocument].flatMap(({ value, operations }) => operations.map((operation) => [value, operation.value, operation.outputFields] as const));

	beforeAll(() => emulator().control.set({ engine: 'fixture', fixture: { answer: () => '' } }));
	afterAll(() => emulator().control.set({ engine: 'ocr' }));

	test.each(PAIRS)('%s, %s: come in this order and with these types', async (resource, operation, announced) => {
		emulator().control.set({ fixture: { answer: () => JSON.stringify({ result: RESULTS[resource] }) } });
		const run = await read(await imageItems(1), { resource, operation });
		expect(run.error).toBeUndefined();
		const [json = {}] = run.items.map((item) => item.json);
		expect(Object.keys(json).filter((key) => key in announced)).toEqual(Object.keys(announced));
		for (const [name, type] of Object.entries(announced)) {
			const value: unknown = json[name];
			expect([name, Array.isArray(value) ? 'array' : typeof value]).toEqual([name, type]);
		}
	});
});
