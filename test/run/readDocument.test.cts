// One document, from its pages to results, with a service that is made up call by call.
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ApiOperation } from '../../huaweiCloud/apiOperation.ts';
import { OcrError } from '../../nodes/HuaweiOcr/errors/ocrError.ts';
import type { DocumentPage, LoadedDocument, OcrDocument } from '../../nodes/HuaweiOcr/input/document.ts';
import { Report } from '../../nodes/HuaweiOcr/report/report.ts';
import { BodyMemory } from '../../nodes/HuaweiOcr/request/bodyMemory.ts';
import type { Answers } from '../../nodes/HuaweiOcr/run/answers.ts';
import { checkCallLimit } from '../../nodes/HuaweiOcr/run/callLimit.ts';
import { Ending } from '../../nodes/HuaweiOcr/run/ending.ts';
import { inputFieldsOf, placeOf, type DocumentEntry, type Entry } from '../../nodes/HuaweiOcr/run/entry.ts';
import { Preparation } from '../../nodes/HuaweiOcr/run/preparation.ts';
import { readDocument, type Run } from '../../nodes/HuaweiOcr/run/readDocument.ts';
import { ruledCellsOf } from '../../nodes/HuaweiOcr/run/ruledCells.ts';
import { readItemSettings } from '../../nodes/HuaweiOcr/settings/itemSettings.ts';
import type { NodeSettings } from '../../nodes/HuaweiOcr/settings/nodeSettings.ts';
import type { OcrCall } from '../../nodes/HuaweiOcr/transport/ocrCall.ts';
import { makePng } from '../pictures/makePng.cts';
import { requestOf } from '../resources/prepared.cts';

const CORNERS = [[10, 20], [110, 20], [110, 40], [10, 40]];
const ANSWER = { result: { direction: 0, words_block_count: 1, words_block_list: [{ words: 'Total', location: CORNERS }] } };
const IMAGE = Buffer.from('a picture');

interface Sent {
	call: Pick<OcrCall<unknown>, 'path' | 'operationName' | 'enterpriseProjectId'>;
	body: IDataObject;
}

/** A run whose service gives this answer, or fails. */
function runWith(react: () => unknown = () => ANSWER, known: Map<string, unknown> = new Map()) {
	const sent: Sent[] = [];
	const failures: OcrError[] = [];
	const kept: Array<[file: unknown, call: string]> = [];
	const ending = new Ending(undefined, () => undefined);
	const report = new Report();
	const preparation = new Preparation();
	const recognize = async ({ body, ...asked }: OcrCall<unknown>): Promise<unknown> => {
		const { path, operationName, enterpriseProjectId } = asked;
		const call = { path, operationName, ...(enterpriseProjectId === undefined ? {} : { enterpriseProjectId }) };
		sent.push({ call, body: JSON.parse(body.bytes().toString()) as IDataObject });
		body.release();
		const answer = react();
		if (answer instanceof Error) throw answer;
		return await asked.read(JSON.stringify(answer));
	};
	const answers = {
		get: (_item: INodeExecutionData, file: unknown, call: string) => known.get(`${String(file)} ${call}`),
		keep: (_item: INodeExecutionData, file: unknown, call: string) => kept.push([file, call]),
	} as unknown as Answers;
	const run = { client: { recognize }, memory: new BodyMemory(), preparation, answers, ending, report, onFailure: (error: OcrError) => void failures.push(error) } as unknown as Run;
	return { run, sent, failures, kept, ending, report, preparation };
}

interface Asked {
	parameters?: IDataObject;
	options?: IDataObject;
	document?: Partial<OcrDocument>;
	api?: Partial<ApiOperation>;
}

function entryOf(loaded: LoadedDocument | Error, { parameters = {}, options = {}, document = {}, api = {} }: Asked = {}): DocumentEntry {
	const request = requestOf({ operation: 'text', ...parameters }, options);
	return {
		itemIndex: 4,
		item: { json: {} },
		document: { source: 'scan.pdf', load: async () => await (loaded instanceof Error ? Promise.reject(loaded) : Promise.resolve(loaded)), ...document },
		settings: readItemSettings({ get: (name, fallback) => parameters[name] ?? fallback, options }),
		request: { ...request, api: { ...request.api, ...api } },
	};
}

const pageOf = (more: Partial<DocumentPage> = {}, input: object = { input: { image: IMAGE } }): DocumentPage => ({ prepare: async () => await Promise.resolve(input as never), ...more });
const binary = (more: Partial<IBinaryData> = {}) => ({ name: 'data', binary: { data: 'base64', mimeType: 'image/png', ...more } }) as NonNullable<OcrDocument['file']>;

const RESULT = {
	direction: 0, blocks: [{ words: 'Total', location: CORNERS }], blockCount: 1, isEmpty: false, facts: { blockCount: 1, direction: 0 }, raw: ANSWER.result,
};

describe('a page that is read', () => {
	test('is sent to its operation with its fields, counted and kept', async () => {
		const { run, sent, report, failures, kept } = runWith();
		const entry = entryOf({ pages: [pageOf()] }, { options: { detectDirection: true } });
		expect(await readDocument(run, entry)).toStrictEqual({ pages: [{ result: RESULT }], images: new Map() });
		expect(sent).toStrictEqual([{ call: { path: 'general-text', operationName: 'General Text' }, body: { image: IMAGE.toString('base64'), detect_direction: true } }]);
		expect([report.facts.billedCalls, report.facts.billedDocuments, report.facts.reusedAnswers, report.facts.shrunkPictures, report.facts.partlyRead]).toStrictEqual([1, 0, 0, [], []]);
		expect(failures).toStrictEqual([]);
		expect(kept).toStrictEqual([['scan.pdf', '["general-text",0,{"detect_direction":true}]']]);
	});

	test('has its number and size', async () => {
		const { run, kept } = runWith();
		const entry = entryOf({ pages: [pageOf({ page: 3, size: { width: 50, height: 60 } })], pageCount: 3 });
		expect(await readDocument(run, entry)).toStrictEqual({ pages: [{ page: 3, size: { width: 50, height: 60 }, result: RESULT }], pageCount: 3, images: new Map() });
		expect(kept).toStrictEqual([['scan.pdf', '["general-text",3,{}]']]);
	});

	test.each<[string, object, string]>([
		['its ID where it is stored', { id: 'filesystem:1' }, 'filesystem:1'],
		['its content where it is in memory', {}, 'base64'],
		['its content where the ID is empty', { id: '' }, 'base64'],
	])('is kept under what its file is: %s', async (_name, more, identity) => {
		const { run, kept } = runWith();
		await readDocument(run, entryOf({ pages: [pageOf()] }, { document: { file: binary(more) } }));
		expect(kept.map(([file]) => file)).toStrictEqual([identity]);
	});

	test('is billed under the project of the options', async () => {
		const { run, sent } = runWith();
		await readDocument(run, entryOf({ pages: [pageOf()] }, { options: { enterpriseProjectId: '0' } }));
		expect(sent.map(({ call }) => call)).toStrictEqual([{ path: 'general-text', operationName: 'General Text', enterpriseProjectId: '0' }]);
	});

	test.each<[string, object, Partial<ApiOperation>, object]>([
		['where the service has to be told', { sentPage: 2 }, { pageField: 'page_num' }, { page_num: 2 }],
		['under its other name', { sentPage: 2 }, { pageField: 'pdf_page_number' }, { pdf_page_number: 2 }],
		['not where it has not', {}, { pageField: 'page_num' }, {}],
	])('tells the page %s', async (_name, more, api, fields) => {
		const { run, sent } = runWith();
		await readDocument(run, entryOf({ pages: [pageOf({}, { input: { url: 'https://example.com/a.pdf' }, ...more })] }, { api }));
		expect(sent.map(({ body }) => body)).toStrictEqual([{ url: 'https://example.com/a.pdf', ...fields }]);
	});

	test('tells no page to an operation that has no field for it', async () => {
		const { run, sent } = runWith();
		const entry = entryOf({ pages: [pageOf({}, { input: { image: IMAGE }, sentPage: 2 })] });
		const { pageField, ...api } = entry.request.api;
		await readDocument(run, { ...entry, request: { ...entry.request, api } });
		expect(sent.map(({ body }) => body)).toStrictEqual([{ image: IMAGE.toString('base64') }]);
		expect(pageField).not.toBe(undefined);
	});

	test('counts documents that are billed one by one', async () => {
		const { run, report } = runWith(() => ({ result: [{ status: { error_code: 'AIS.0000' }, content: {} }, { status: { error_code: 'AIS.0000' }, content: {} }] }));
		await readDocument(run, entryOf({ pages: [pageOf(), pageOf({ page: 2 })] }, { parameters: { resource: 'mixed', operation: 'objects' } }));
		expect([report.facts.billedCalls, report.facts.billedDocuments]).toStrictEqual([2, 4]);
	});

	test('of which a smaller copy was sent has positions of the original, and is told', async () => {
		const { run, report } = runWith();
		const outcome = await readDocument(run, entryOf({ pages: [pageOf({}, { input: { image: IMAGE }, scale: 0.5 })] }));
		expect(outcome.pages).toMatchObject([{ scale: 0.5, result: { blocks: [{ location: [[20, 40], [220, 40], [220, 80], [20, 80]] }] } }]);
		expect(report.facts.shrunkPictures).toStrictEqual(['scan.pdf']);
	});

	test('of which a copy of the same size was sent is told, but has no scale', async () => {
		const { run, report } = runWith();
		const entry = entryOf({ pages: [pageOf({}, { input: { image: IMAGE }, scale: 1 })] });
		const { source, ...document } = entry.document;
		expect((await readDocument(run, { ...entry, document })).pages).toStrictEqual([{ result: RESULT }]);
		expect([source, report.facts.shrunkPictures]).toStrictEqual(['scan.pdf', ['']]);
	});
});

describe('the picture of a page', () => {
	test('is kept for a preview, and only then', async () => {
		for (const preview of [true, false]) {
			const outcome = await readDocument(runWith().run, entryOf({ pages: [pageOf({ image: IMAGE }), pageOf({ page: 2 })] }, { options: { preview } }));
			expect([...outcome.images]).toStrictEqual(preview ? [[outcome.pages[0], IMAGE]] : []);
		}
	});

	/** A file with memory of its own, so that it can be let go. */
	const own = () => {
		const file = Buffer.from(new ArrayBuffer(64));
		file.fill('picture');
		return file;
	};
	const canLetGo = typeof (ArrayBuffer.prototype as { transfer?: unknown }).transfer === 'function';

	test.each<[string, number, IDataObject, boolean]>([
		['is let go as soon as it is encoded', 1, {}, true],
		['not where it is to be drawn on', 1, { preview: true }, false],
		['not where other pages are parts of it', 2, {}, false],
	])('%s', async (_name, count, options, goes) => {
		const file = own();
		await readDocument(runWith().run, entryOf({ pages: Array.from({ length: count }, () => pageOf({ image: file }, { input: { image: file } })) }, { options }));
		expect(file.length).toBe(goes && canLetGo ? 0 : 64);
	});

	test('is looked through for ruled lines where they help', async () => {
		const [xs, ys] = [[10, 110, 210], [10, 60, 110]];
		const ruled = makePng(240, 140, { colourType: 0, depth: 8 }, (x, y) => ((xs.includes(x) && y >= 10 && y <= 110) || (ys.includes(y) && x >= 10 && x <= 210) ? 0 : 255));
		const cellsOf = async (operation: string, options: IDataObject = {}, image = ruled) => {
			const { pages } = await readDocument(runWith().run, entryOf({ pages: [pageOf({ image })] }, { parameters: { operation }, options }));
			return pages.map((page) => ('cells' in page ? page.cells?.length : undefined));
		};
		expect(await cellsOf('table')).toStrictEqual([4]);
		expect(await cellsOf('table', { useRuledLines: false })).toStrictEqual([undefined]);
		expect(await cellsOf('text')).toStrictEqual([undefined]);
		// None that can be decoded here.
		expect(await cellsOf('table', {}, Buffer.from('no picture'))).toStrictEqual([undefined]);
		expect(await ruledCellsOf(Buffer.from('no picture'))).toStrictEqual([]);
	});
});

describe('an answer of the try before', () => {
	test('is taken without another call', async () => {
		const known = new Map([['scan.pdf ["general-text",2,{}]', RESULT]]);
		const { run, sent, report, kept } = runWith(undefined, known);
		const outcome = await readDocument(run, entryOf({ pages: [pageOf({ page: 2, size: { width: 5, height: 6 }, image: IMAGE })] }, { options: { preview: true } }));
		expect(outcome.pages).toStrictEqual([{ page: 2, size: { width: 5, height: 6 }, result: RESULT }]);
		expect([...outcome.images.values()]).toStrictEqual([IMAGE]);
		expect([sent, kept, report.facts.reusedAnswers, report.facts.billedCalls]).toStrictEqual([[], [], 1, 0]);
	});
});

describe('a document of which only some pages are read', () => {
	test.each<[string, LoadedDocument, unknown[]]>([
		['is told', { pages: [pageOf()], pageCount: 3 }, [{ source: 'scan.pdf', read: 1, pageCount: 3, kind: 'pages' }]],
		['with what its parts are', { pages: [pageOf(), pageOf()], pageCount: 3, countsFrames: true }, [{ source: 'scan.pdf', read: 2, pageCount: 3, kind: 'frames' }]],
		['but not one that is read as a whole', { pages: [pageOf(), pageOf()], pageCount: 2 }, []],
		['nor one whose pages are not counted', { pages: [pageOf()] }, []],
	])('%s', async (_name, loaded, partlyRead) => {
		const { run, report } = runWith();
		await readDocument(run, entryOf(loaded));
		expect(report.facts.partlyRead).toStrictEqual(partlyRead);
	});
});

describe('what fails', () => {
	const REFUSED = new OcrError('Use a sharper image', 'It said so.', { errorCode: 'AIS.0104', httpStatus: 400 });

	test('is the failure of its page, and told at once; the others stay', async () => {
		let calls = 0;
		const { run, failures, report } = runWith(() => (++calls === 1 ? REFUSED : ANSWER));
		const { pages } = await readDocument(run, entryOf({ pages: [pageOf({ page: 1 }), pageOf({ page: 2 })] }));
		expect(pages).toStrictEqual([{ page: 1, error: REFUSED }, { page: 2, result: RESULT }]);
		expect([failures, report.facts.billedCalls]).toStrictEqual([[REFUSED], 1]);
	});

	test('while a document is loaded is the failure of the document', async () => {
		const { run, failures } = runWith();
		const outcome = await readDocument(run, entryOf(REFUSED));
		expect(outcome).toStrictEqual({ pages: [{ error: REFUSED }], images: new Map() });
		expect(failures).toStrictEqual([REFUSED]);
	});

	test('while a page is made ready is the failure of the page', async () => {
		const { run, sent } = runWith();
		const { pages } = await readDocument(run, entryOf({ pages: [pageOf({ page: 7, prepare: async () => await Promise.reject(REFUSED) })] }));
		expect([pages, sent]).toStrictEqual([[{ page: 7, error: REFUSED }], []]);
	});

	test('gives the places back that it was made ready in', async () => {
		const { run, preparation } = runWith(() => REFUSED);
		for (let round = 0; round < 3; round++) await readDocument(run, entryOf({ pages: [pageOf(), pageOf({ prepare: async () => await Promise.reject(REFUSED) })] }));
		for (let round = 0; round < 3; round++) await readDocument(run, entryOf(REFUSED));
		expect(await Promise.all([preparation.begin(), preparation.begin()])).toHaveLength(2);
	});

	test.each(['ModelArts.4204', 'ModelArts.4503', 'ModelArts.4504', 'ModelArts.4506', 'APIG.0101', 'APIGW.0101'])('%s says where the operation is offered', async (errorCode) => {
		const { run } = runWith(() => new OcrError('Subscribe to it', 'It is not.', { errorCode, httpStatus: 403 }));
		const { pages } = await readDocument(run, entryOf({ pages: [pageOf()] }, { api: { name: 'Seal', regions: ['cn-north-4', 'cn-east-3'] } }));
		expect(pages).toMatchObject([{ error: { message: 'Subscribe to it', description: 'It is not. Seal is known to be offered in cn-north-4, cn-east-3.', details: { errorCode, httpStatus: 403 } } }]);
	});

	test.each(['ModelArts.42040', 'xModelArts.4204', 'APIG.0301', 'AIS.0104', undefined])('%s does not', async (errorCode) => {
		const { run } = runWith(() => new OcrError('Subscribe to it', 'It is not.', errorCode === undefined ? {} : { errorCode }));
		const { pages } = await readDocument(run, entryOf({ pages: [pageOf()] }, { api: { regions: ['cn-north-4'] } }));
		expect(pages).toMatchObject([{ error: { description: 'It is not.' } }]);
	});

	test('of an operation whose regions are not known says nothing of them', async () => {
		const { run } = runWith(() => new OcrError('Subscribe to it', 'It is not.', { errorCode: 'ModelArts.4204' }));
		const entry = entryOf({ pages: [pageOf()] });
		const { regions, ...api } = entry.request.api;
		expect(regions).not.toBe(undefined);
		expect((await readDocument(run, { ...entry, request: { ...entry.request, api } })).pages).toMatchObject([{ error: { description: 'It is not.' } }]);
	});
});

describe('a run that has ended', () => {
	test('begins no document; it fails for the same reason, but was not sent', async () => {
		const { run, ending, sent, failures } = runWith();
		ending.end(new OcrError('Top up', 'No money.', { errorCode: 'ModelArts.6201', fatal: true }));
		const { pages } = await readDocument(run, entryOf({ pages: [pageOf()] }));
		expect(pages).toMatchObject([{ error: { message: 'Top up', description: 'No money.', details: { errorCode: 'ModelArts.6201', fatal: true, notSent: true } } }]);
		expect([sent, failures]).toStrictEqual([[], []]);
	});

	test('because the user cancelled it gives nothing', async () => {
		const { run } = runWith();
		const cancel = new AbortController();
		cancel.abort();
		const outcome = await readDocument({ ...run, ending: new Ending(cancel.signal, () => undefined) }, entryOf({ pages: [pageOf()] }));
		expect(outcome).toStrictEqual({ pages: [], images: new Map() });
	});
});

describe('Max Calls', () => {
	const settings = (maxCalls?: number) => (maxCalls === undefined ? {} : { maxCalls }) as NodeSettings;

	function entries(): Entry[] {
		return [
			entryOf({ pages: [pageOf(), pageOf()] }),
			{ itemIndex: 1, item: { json: {} }, error: new OcrError('No file') },
			entryOf(new Error('cannot be opened')),
			entryOf({ pages: [pageOf()] }),
		];
	}

	test.each([undefined, 3, 4])('%s allow three calls', async (maxCalls) => {
		await expect(checkCallLimit(entries(), settings(maxCalls))).resolves.toBeUndefined();
	});

	test('two do not, and nothing is sent', async () => {
		await expect(checkCallLimit(entries(), settings(2))).rejects.toMatchObject({
			message: 'Raise the option Max Calls or pass fewer files: 3 calls are needed, 2 are allowed',
			description: 'Each image and each page is one call. Nothing was sent and nothing was billed.',
			details: { errorCode: 'Node.TooManyCalls', fatal: true },
		});
	});

	test('without a limit no file is opened', async () => {
		let opened = 0;
		const entry = entryOf({ pages: [] }, { document: { load: async () => await Promise.resolve({ pages: (opened++, []) }) } });
		await checkCallLimit([entry], settings());
		expect(opened).toBe(0);
		await checkCallLimit([entry], settings(1));
		expect(opened).toBe(1);
	});
});

describe('the place of an error', () => {
	const failed: Entry = { itemIndex: 2, item: { json: {} }, error: new OcrError('No file') };

	test('is item, file and page, as far as they are known', () => {
		const entry = entryOf({ pages: [] });
		expect([placeOf(entry), placeOf(entry, 3), placeOf(failed), placeOf(failed, 3)]).toStrictEqual([
			{ itemIndex: 4, source: 'scan.pdf' }, { itemIndex: 4, source: 'scan.pdf', page: 3 }, { itemIndex: 2 }, { itemIndex: 2, page: 3 },
		]);
	});

	test('has the fields of the input where the settings could be read and ask for them', () => {
		const { settings } = entryOf({ pages: [] }, { options: { includeInputFields: true } });
		const item = { json: { order: 7, error: 'old' } };
		expect(inputFieldsOf({ ...failed, item })).toStrictEqual({});
		expect(inputFieldsOf({ ...failed, item, settings: { ...settings, includeInputFields: false } })).toStrictEqual({});
		expect(inputFieldsOf({ ...failed, item, settings })).toStrictEqual({ order: 7, error_: 'old' });
		expect(inputFieldsOf({ ...failed, item: { json: { order: 7 } }, settings })).toStrictEqual({ order: 7 });
	});
});
