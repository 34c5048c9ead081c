import type { IBinaryData, IDataObject } from 'n8n-workflow';

import type { FieldDefinition } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import type { Page } from '../../nodes/HuaweiOcr/resources/operation.ts';
import { FailedRow, FileRow, type Row } from '../../nodes/HuaweiOcr/resources/row.ts';
import { toItems } from '../../nodes/HuaweiOcr/run/toItems.ts';
import { block, table } from '../layout/page.cts';
import { entryWith, lineOf, resultOf } from './result.cts';

// Pictures have tests of their own (test/node/preview.test.cts); here it counts which blocks they show.
jest.mock('../../nodes/HuaweiOcr/pictures/preview/index.ts', () => ({
	renderPreview: ({ marks }: { marks: Array<{ text: string }> }) => Buffer.from(marks.map(({ text }) => text).join()),
}));

const stored: Array<[content: string, fileName: string, mimeType: string]> = [];
const store = async (file: Buffer, fileName: string, mimeType: string): Promise<IBinaryData> => {
	stored.push([file.toString(), fileName, mimeType]);
	return await Promise.resolve({ data: 'stored', fileName, mimeType });
};
beforeEach(() => void stored.splice(0));

const noPartFails = (): never => {
	throw new Error('Text has no parts that can fail.');
};

interface Wanted extends IDataObject {
	operation: string;
	fieldDefinitions?: FieldDefinition[];
}

/** The items of pages; what is no parameter of its own is an option. */
const itemsOf = async (pages: Page[], { operation, fieldDefinitions = FIELDS, ...options }: Wanted, input: IDataObject = {}) =>
	await toItems(entryWith(operation, options, { fieldDefinitions: { field: fieldDefinitions } }, { json: input }), pages, { images: new Map() }, new Report(), store, noPartFails);
const jsonOf = async (pages: Page[], wanted: Wanted, input: IDataObject = {}) =>
	(await itemsOf(pages, wanted, input)).map(({ json }) => json);

const FIELDS: FieldDefinition[] = [
	{ name: 'number', findBy: 'label', label: '编号', position: 'auto', type: 'text' },
	{ name: 'amount', findBy: 'label', label: 'Amount', position: 'auto', type: 'number' },
];
const prices = table([20, 200], [['Article', 'Price'], ['Tea', '3.50'], ['Rice', '7.00']], 100);
const first: Page = { page: 1, result: resultOf([block('编号：A-1', 20, 20), ...prices]) };
const second: Page = { page: 2, result: resultOf([lineOf('Amount: 7')]) };
const empty: Page = { page: 3, result: resultOf([], { direction: 90 }) };
const MODES: string[] = ['blocks', 'lines', 'text', 'table', 'fields', 'raw'];

describe('what one item stands for', () => {
	test.each<[string, IDataObject, Array<number | undefined>]>([
		['blocks', {}, [...Array<number>(7).fill(1), 2]],
		['lines', {}, [1, 1, 1, 1, 2]],
		['table', {}, [1, 1]],
		['text', {}, [1, 2]],
		['text', { joinPages: true }, [undefined]],
		['raw', {}, [1, 2]],
		['fields', {}, [undefined]],
	])('%s %j: these pages', async (operation, settings, pages) => {
		const items = await itemsOf([first, second], { operation, ...settings });
		expect(items.map(({ json }) => json['page'])).toStrictEqual(pages);
	});

	test('fields of a document come from all of its pages', async () => {
		expect(await jsonOf([first, second], { operation: 'fields' })).toStrictEqual([
			{ number: 'A-1', amount: 7, missingFields: [], source: 'scan.pdf' },
		]);
	});

	test('a field in a region is sought on the image as large as it was sent', async () => {
		const corner: FieldDefinition = { name: 'corner', findBy: 'region', left: 50, top: 50, right: 100, bottom: 100, type: 'text' };
		const pages = [{ result: resultOf([block('林思源', 300, 300), block('Notice', 20, 20)]) }];
		const read = async (side: number) =>
			(await jsonOf(pages.map((page) => ({ ...page, size: { width: side, height: side } })), { operation: 'fields', fieldDefinitions: [corner] }))[0];
		expect(await read(400)).toMatchObject({ corner: '林思源' });
		expect(await read(1000)).toMatchObject({ corner: null, missingFields: ['corner'] });
	});
});

test.each(MODES)('%s: each item is linked to its input item and names its file', async (operation) => {
	const items = await itemsOf([first, second], { operation });
	expect(items.length).toBeGreaterThan(0);
	for (const item of items) expect(item).toMatchObject({ pairedItem: { item: 3 }, json: { source: 'scan.pdf' } });
});

test('Include Input Fields copies them to each item; what was read wins', async () => {
	const input = { subject: 'Invoice', text: 'mine', source: 'mail' };
	expect(await jsonOf([second], { operation: 'text', includeInputFields: true }, input)).toMatchObject([
		{ subject: 'Invoice', text: 'Amount: 7', source: 'scan.pdf' },
	]);
	expect((await jsonOf([second], { operation: 'text' }, input))[0]).not.toHaveProperty('subject');
});

test('a document of which no page could be read gives no items: its errors stand for it', async () => {
	expect(await itemsOf([], { operation: 'text', ifNoText: 'emptyItem' })).toStrictEqual([]);
});

describe('an image without text', () => {
	test.each(MODES)('%s: no item, where the user wants none', async (operation) => {
		expect(await itemsOf([empty], { operation, ifNoText: 'nothing' })).toStrictEqual([]);
	});

	test.each([['blocks', 0], ['lines', 0], ['table', 0], ['text', 1], ['fields', 1], ['raw', 1]] as const)('%s: by itself %i items', async (operation, count) => {
		expect(await itemsOf([empty], { operation })).toHaveLength(count);
	});

	test.each<[string, IDataObject]>([
		['blocks', { words: '', blockCount: 0, direction: 90, page: 3, source: 'scan.pdf' }],
		['lines', { text: '', lineCount: 0, blockCount: 0, direction: 90, page: 3, source: 'scan.pdf' }],
		['text', { text: '', lineCount: 0, blockCount: 0, direction: 90, page: 3, source: 'scan.pdf' }],
		['table', { text: '', blockCount: 0, direction: 90, page: 3, source: 'scan.pdf' }],
		['fields', { number: null, amount: null, missingFields: ['number', 'amount'], blockCount: 0, direction: 90, source: 'scan.pdf' }],
		['raw', { words_block_count: 0, words_block_list: [], direction: 90, page: 3, source: 'scan.pdf' }],
	])('%s: one item on request, with the fields that the next node looks at', async (operation, json) => {
		const items = await itemsOf([empty], { operation, ifNoText: 'emptyItem' });
		expect(items).toStrictEqual([{ json, pairedItem: { item: 3 } }]);
	});

	test('each page without text has its item, in its place', async () => {
		const settings = { operation: 'text', ifNoText: 'emptyItem' } as const;
		expect((await jsonOf([second, empty, { ...first, page: 4 }], settings)).map(({ page, blockCount }) => [page, blockCount])).toStrictEqual([
			[2, 1], [3, 0], [4, 7],
		]);
	});

	test('a document without text has one item in all, where it has one item otherwise', async () => {
		const pages = [empty, { ...empty, page: 4 }];
		const text = { operation: 'text', joinPages: true, ifNoText: 'emptyItem' } as const;
		expect(await jsonOf(pages, text)).toStrictEqual([{ text: '', lineCount: 0, blockCount: 0, direction: 90, source: 'scan.pdf' }]);
		const fields = { operation: 'fields', ifNoText: 'emptyItem' } as const;
		expect(await jsonOf(pages, fields)).toHaveLength(1);
	});
});

describe('an image whose blocks are all less sure than Min Confidence', () => {
	const unsure: Page = { result: resultOf([lineOf('编号：A-1', 0.1)]) };
	const settings = { minConfidence: 0.9 };

	test.each(['blocks', 'lines', 'text', 'table'] as const)('%s: no item, or one that says how many blocks there were', async (operation) => {
		expect(await itemsOf([unsure], { ...settings, operation, ifNoText: 'nothing' })).toStrictEqual([]);
		expect(await jsonOf([unsure], { ...settings, operation, ifNoText: 'emptyItem' })).toMatchObject([{ blockCount: 1, source: 'scan.pdf' }]);
	});

	test('fields: a form all of whose fields are missing', async () => {
		expect(await jsonOf([unsure], { ...settings, operation: 'fields' })).toStrictEqual([
			{ number: null, amount: null, missingFields: ['number', 'amount'], source: 'scan.pdf' },
		]);
	});

	test('raw: untouched', async () => {
		expect(await jsonOf([unsure], { ...settings, operation: 'raw' })).toMatchObject([{ words_block_count: 1 }]);
	});
});

describe("the service's own text", () => {
	const marked = (page: number, markdown: string): Page => ({ page, result: resultOf([lineOf(`Page ${page}`)], { markdown }) });

	test('stands beside the text of its page', async () => {
		expect((await jsonOf([marked(1, 'a\tb'), second], { operation: 'text' })).map(({ markdown_result }) => markdown_result)).toStrictEqual(['a\tb', undefined]);
	});

	test('is joined like the pages are', async () => {
		expect(await jsonOf([marked(1, 'a\tb'), marked(2, 'c')], { operation: 'text', joinPages: true })).toMatchObject([
			{ text: 'Page 1\n\nPage 2', markdown_result: 'a\tb\n\nc' },
		]);
	});
});

describe('previews', () => {
	test('one per page, named after file and page', async () => {
		const items = await itemsOf([second], { operation: 'text', preview: true });
		expect(stored).toStrictEqual([['0', 'scan-page-2-preview.png', 'image/png']]);
		expect(Object.keys(items[0]?.binary ?? {})).toStrictEqual(['preview']);
	});

	test('an item of several pages has one picture for each', async () => {
		const items = await itemsOf([second, empty], { operation: 'text', joinPages: true, preview: true });
		expect(Object.keys(items[0]?.binary ?? {})).toStrictEqual(['preview_2', 'preview_3']);
	});

	test('show all blocks, with the numbers that the output has', async () => {
		const result = resultOf([lineOf('unsure', 0.1), { ...block('sure', 20, 60), confidence: 0.9 }]);
		await itemsOf([{ result }], { operation: 'text', preview: true, minConfidence: 0.5 });
		expect(stored.map(([content, name]) => [content, name])).toStrictEqual([['0,1', 'scan-preview.png']]);
	});

	test.each(['blocks', 'lines', 'table'] as const)('%s has none: there it would be repeated', async (operation) => {
		const items = await itemsOf([first], { operation, preview: true });
		expect(items.filter(({ binary }) => binary !== undefined)).toStrictEqual([]);
	});
});

describe('rows that are more than JSON', () => {
	const file = { key: 'excel', content: Buffer.from('cells'), extension: 'xlsx', mimeType: 'application/vnd.ms-excel' };
	const itemsFrom = async (rows: Row[], options: IDataObject = {}) => {
		const entry = entryWith('raw', options);
		const request = { ...entry.request, operation: { empty: () => ({}), ofPage: () => rows } };
		return await toItems({ ...entry, request }, [first], { images: new Map() }, new Report(), store, ({ error, page }) => ({ json: { error: error.message, page } }));
	};

	test('files are stored under their names, with those of the document and page', async () => {
		const [item] = await itemsFrom([new FileRow({ total: '7' }, { excel: file })]);
		expect(item).toStrictEqual({ json: { total: '7' }, pairedItem: { item: 3 }, binary: { excel: { data: 'stored', fileName: 'scan-page-1-excel.xlsx', mimeType: 'application/vnd.ms-excel' } } });
		expect(stored).toStrictEqual([['cells', 'scan-page-1-excel.xlsx', 'application/vnd.ms-excel']]);
	});

	test('a part that failed stands in its place as an error item; the others stay', async () => {
		const items = await itemsFrom([{ a: 1 }, new FailedRow(new OcrError('Use a sharper image')), { b: 2 }]);
		expect(items.map(({ json }) => json)).toStrictEqual([{ a: 1 }, { error: 'Use a sharper image', page: 1 }, { b: 2 }]);
	});
});

describe('items of documents whose pages are counted', () => {
	const made = async (pages: Page[], wanted: Wanted, about: { pageCount?: number } = {}, report = new Report()) => {
		const { operation, fieldDefinitions = FIELDS, ...options } = wanted;
		const items = await toItems(entryWith(operation, options, { fieldDefinitions: { field: fieldDefinitions } }), pages, { images: new Map(), ...about }, report, store, noPartFails);
		return { json: items.map(({ json }) => json), facts: report.facts };
	};

	test('say how many there are, page by page and as a whole', async () => {
		expect((await made([second], { operation: 'text' }, { pageCount: 9 })).json).toStrictEqual([{ text: 'Amount: 7', lineCount: 1, blockCount: 1, direction: -1, page: 2, pageCount: 9, source: 'scan.pdf' }]);
		expect((await made([second], { operation: 'text', joinPages: true }, { pageCount: 9 })).json).toStrictEqual([{ text: 'Amount: 7', lineCount: 1, blockCount: 1, direction: -1, pages: [2], pageCount: 9, source: 'scan.pdf' }]);
	});

	test.each<[string, Page[], Wanted, number]>([
		['each empty page', [empty, second, { ...empty, page: 4 }], { operation: 'text' }, 2],
		['each page of an empty document', [empty, { ...empty, page: 4 }], { operation: 'text', joinPages: true }, 2],
		['none of a document with text', [empty, second], { operation: 'text', joinPages: true }, 0],
		['a page of which nothing comes out', [second], { operation: 'table' }, 1],
		['an empty page of which something comes out', [empty], { operation: 'raw' }, 1],
		['no page with text', [second], { operation: 'raw' }, 0],
	])('pages without content are counted: %s', async (_name, pages, wanted, count) => {
		expect((await made(pages, wanted)).facts.pagesWithoutContent).toBe(count);
	});

	test('counts of empty pages are added up, other facts are those of the first', async () => {
		const pages: Page[] = [{ page: 1, result: { ...resultOf([], { direction: 90 }), facts: { blockCount: 1, direction: 90, note: 'a' } } }, { page: 2, result: { ...resultOf([], { direction: 0 }), facts: { blockCount: 2, direction: 0, note: 'b', tableCount: 3 } } }];
		expect((await made(pages, { operation: 'text', joinPages: true })).json).toStrictEqual([{ text: '', lineCount: 0, blockCount: 3, direction: 90, note: 'a', tableCount: 3, source: 'scan.pdf' }]);
	});
});

describe('a page of which a smaller copy was sent', () => {
	const scaled = (page: number): Page => ({ page, result: resultOf([lineOf('Amount: 7')]), scale: 0.5 });

	test('says so in each item of it alone', async () => {
		expect((await jsonOf([scaled(1), second], { operation: 'text' })).map(({ scale }) => scale)).toStrictEqual([0.5, undefined]);
		for (const json of await jsonOf([second], { operation: 'text' })) expect(json).not.toHaveProperty('scale');
		for (const json of await jsonOf([scaled(1), scaled(2)], { operation: 'text', joinPages: true })) expect(json).not.toHaveProperty('scale');
	});
});

describe('names of files', () => {
	const file = (key: string) => ({ key, content: Buffer.from(key), extension: 'png', mimeType: 'image/png' });
	const KEPT: IBinaryData = { data: 'kept', mimeType: 'image/png' };

	/** Names in the item, and of the stored files. */
	const namesOf = async (source: string | undefined, pages: Page[], files: Record<string, ReturnType<typeof file>>, options: IDataObject = {}) => {
		const entry = entryWith('raw', options);
		const given = { ...entry, document: { load: async () => await entry.document.load(), ...(source === undefined ? {} : { source }), file: { name: 'data', binary: KEPT } as never }, request: { ...entry.request, operation: { ...entry.request.operation, empty: () => ({}), ofDocument: () => [new FileRow({}, files)] } } };
		const items = await toItems(given as never, pages, { images: new Map() }, new Report(), store, noPartFails);
		return [items.map(({ binary }) => Object.keys(binary ?? {})), stored.map(([, fileName]) => fileName)];
	};

	test.each<[string | undefined, string]>([
		['scan.png', 'scan'],
		['scan.tar.gz', 'scan.tar'],
		['scan', 'scan'],
		['.png', 'page'],
		['', 'page'],
		[undefined, 'page'],
		['https://example.com/a/scan.png?x=1/2.y', 'scan'],
		['https://example.com/a/scan.png#top', 'scan'],
		['https://example.com/a/?x', 'page'],
	])('of %s begin with %s', async (source, stem) => {
		expect(await namesOf(source, [{ result: empty.result }], { seal: file('seal') })).toStrictEqual([[['seal']], [`${stem}-seal.png`]]);
	});

	test('have the page where it is one', async () => {
		expect(await namesOf('a.pdf', [second], { seal: file('seal') })).toStrictEqual([[['seal']], ['a-page-2-seal.png']]);
		stored.splice(0);
		expect(await namesOf('a.pdf', [second, empty], { seal: file('seal') })).toStrictEqual([[['seal']], ['a-seal.png']]);
	});

	test('hide none of the item, nor each other', async () => {
		expect(await namesOf('a.png', [{ result: empty.result }], { data: file('data'), data_: file('data') }, { keepFile: true })).toStrictEqual([[['data', 'data_', 'data__']], ['a-data.png', 'a-data_.png']]);
	});
});

describe('previews of several items', () => {
	const withMarks = (rows: number) => {
		const entry = entryWith('raw', { preview: true });
		return { ...entry, request: { ...entry.request, operation: { empty: () => ({}), ofPage: () => Array.from({ length: rows }, (_, number) => ({ number })), marks: () => [{ corners: [[0, 0], [1, 0], [1, 1], [0, 1]], kind: 'block', text: 'x' }] } } } as never;
	};

	test('of one page are drawn once', async () => {
		const items = await toItems(withMarks(3), [second], { images: new Map() }, new Report(), store, noPartFails);
		expect([items.length, stored]).toStrictEqual([3, [['x', 'scan-page-2-preview.png', 'image/png']]]);
		for (const { binary } of items) expect(binary).toStrictEqual({ preview: { data: 'stored', fileName: 'scan-page-2-preview.png', mimeType: 'image/png' } });
	});

	test('are none where nobody asked', async () => {
		const entry = withMarks(1) as ReturnType<typeof entryWith>;
		const items = await toItems({ ...entry, settings: { ...entry.settings, preview: false } }, [second], { images: new Map() }, new Report(), store, noPartFails);
		expect([items.map(({ binary }) => binary), stored]).toStrictEqual([[undefined], []]);
	});

	test('of pages without a number are those of page 1', async () => {
		const items = await itemsOf([{ result: second.result }, { result: first.result }], { operation: 'text', joinPages: true, preview: true });
		expect(Object.keys(items[0]?.binary ?? {})).toStrictEqual(['preview_1']);
	});
});

test('a part that failed on no page of its own says none', async () => {
	const entry = entryWith('raw');
	const request = { ...entry.request, operation: { empty: () => ({}), ofDocument: () => [new FailedRow(new OcrError('Use a sharper image'))] } };
	const told: unknown[] = [];
	for (const pages of [[first, second], [{ result: first.result }], [first]]) {
		await toItems({ ...entry, request }, pages, { images: new Map() }, new Report(), store, (part) => (told.push(part), { json: {} }));
	}
	const error = new OcrError('Use a sharper image');
	expect(told).toStrictEqual([{ error }, { error }, { error, page: 1 }]);
});

test('the preview of a document without a name is called page', async () => {
	const entry = entryWith('text', { preview: true });
	await toItems({ ...entry, document: { load: async () => await entry.document.load() } }, [second], { images: new Map() }, new Report(), store, noPartFails);
	expect(stored.map(([, name]) => name)).toStrictEqual(['page-page-2-preview.png']);
});
