// The run over all items, with n8n and the service made up, in virtual time.
import { PDFDocument } from '@cantoo/pdf-lib';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { execute } from '../../nodes/HuaweiOcr/run/execute.ts';
import { makePng } from '../pictures/makePng.cts';
import { failureOf } from '../support/thrown.cts';
import { coded, FakeService, type Reaction } from '../transport/fakeService.cts';

interface Setting {
	items: INodeExecutionData[];
	parameters?: IDataObject;
	/** Of single items, beside or instead of `parameters`. */
	perItem?: IDataObject[];
	options?: IDataObject;
	continueOnFail?: boolean;
	node?: IDataObject;
	runIndex?: number;
	/** n8n 1.x has none. */
	withoutHints?: boolean;
	workflowSettings?: IDataObject;
}

/** A picture that no other one is equal to. */
const picture = (number: number): Buffer => makePng(20, 20, { colourType: 0, depth: 8 }, (x, y) => (x * 7 + y * 3 + number * 31) % 256);

const file = (data: Buffer, fileName: string, mimeType = 'image/png'): IBinaryData => ({ data: data.toString('base64'), fileName, mimeType });

const scan = (number: number, json: IDataObject = {}): INodeExecutionData => ({ json, binary: { data: file(picture(number), `scan-${number}.png`) } });

const TEXT_FILE = file(Buffer.from('BEGIN:VCALENDAR'), 'meeting.ics', 'text/calendar');

/** An answer with these words, one block below the other. */
const words = (...texts: string[]): Reaction => ({
	status: 200,
	body: JSON.stringify({
		result: {
			direction: -1,
			words_block_count: texts.length,
			words_block_list: texts.map((text, index) => ({ words: text, location: [[0, 20 * index], [50, 20 * index], [50, 20 * index + 12], [0, 20 * index + 12]], confidence: 0.9 })),
		},
	}),
});

/** Which of the pictures a request carries. */
function numberOf(body: string): number {
	const { image = '' } = JSON.parse(body) as { image?: string };
	return [0, 1, 2, 3, 4].findIndex((number) => picture(number).toString('base64') === image);
}

const eachItsOwn = (): FakeService => new FakeService(({ body }) => words(`words of ${numberOf(body)}`));

interface Ran {
	items: INodeExecutionData[];
	hints: string[];
}

async function run(service: FakeService, { items, parameters = {}, perItem = [], options = {}, continueOnFail = false, node = {}, runIndex = 0, withoutHints = false, workflowSettings = {} }: Setting): Promise<Ran> {
	const hints: string[] = [];
	const given: IDataObject = { operation: 'text', ...parameters, options };
	const context = service.context({
		getInputData: () => items,
		getNodeParameter: (name: string, index: number, fallback: unknown) => (perItem[index] ?? {})[name] ?? given[name] ?? fallback,
		getNode: () => ({ id: 'ocr', name: 'OCR', type: 'n8n-nodes-huawei-ocr.huaweiOcr', typeVersion: 1, position: [0, 0], parameters: {}, credentials: {}, ...node }),
		continueOnFail: () => continueOnFail,
		getExecutionId: () => '7',
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
		getWorkflowSettings: () => workflowSettings,
		...(withoutHints ? {} : { addExecutionHints: (...told: { message: string }[]) => hints.push(...told.map(({ message }) => message)) }),
		helpers: {
			getBinaryDataBuffer: async (index: number, name: string) => await Promise.resolve(Buffer.from(items[index]?.binary?.[name]?.data ?? '', 'base64')),
			prepareBinaryData: async (data: Buffer, fileName: string, mimeType: string) => await Promise.resolve(file(data, fileName, mimeType)),
		},
	});
	return { items: await service.run(execute(context, service.clock.factory)), hints };
}

const textsOf = ({ items }: Ran) => items.map(({ json, pairedItem }) => [json.text ?? json.error, (pairedItem as { item: number }).item]);

const REFUSED = coded(400, 'AIS.0103', {}, 'too small');

describe('all items', () => {
	test('come out in their order, whatever is answered first', async () => {
		const service = new FakeService(({ body }) => ({ ...words(`words of ${numberOf(body)}`), afterMs: 100 - 20 * numberOf(body) }));
		expect(textsOf(await run(service, { items: [scan(0), scan(1), scan(2)] }))).toStrictEqual([['words of 0', 0], ['words of 1', 1], ['words of 2', 2]]);
		expect(service.peak).toBe(3);
	});

	test('no more at once than Max Concurrency says', async () => {
		const service = eachItsOwn();
		await run(service, { items: [scan(0), scan(1), scan(2), scan(3)], options: { maxConcurrency: 2 } });
		expect(service.peak).toBe(2);
	});

	test('none are none', async () => {
		expect(await run(eachItsOwn(), { items: [] })).toStrictEqual({ items: [], hints: [] });
	});

	test('the fields of the input, with a field "error" under another name', async () => {
		const { items } = await run(eachItsOwn(), { items: [scan(0, { order: 'A-1', error: 'none so far' }), scan(1, { order: 'A-2' })], options: { includeInputFields: true } });
		expect(items.map(({ json }) => [json.order, json.error_, json.error])).toStrictEqual([['A-1', 'none so far', undefined], ['A-2', undefined, undefined]]);
		const { items: without } = await run(eachItsOwn(), { items: [scan(0, { order: 'A-1' })] });
		expect(without[0]?.json).not.toHaveProperty('order');
	});

	test('Keep File: the file goes along, else none', async () => {
		const item = scan(0);
		expect((await run(eachItsOwn(), { items: [item], options: { keepFile: true } })).items[0]?.binary).toStrictEqual({ data: item.binary?.data });
		expect((await run(eachItsOwn(), { items: [item] })).items[0]).not.toHaveProperty('binary');
	});

	test('Preview: a picture of the page, named after the file', async () => {
		const { items } = await run(eachItsOwn(), { items: [scan(0)], options: { preview: true } });
		expect(items[0]?.binary?.preview).toMatchObject({ fileName: 'scan-0-preview.png', mimeType: 'image/png' });
	});

	test('several files of one item are several documents', async () => {
		const item = { json: {}, binary: { front: file(picture(1), 'front.png'), back: file(picture(2), 'back.png') } };
		const { items } = await run(eachItsOwn(), { items: [item], parameters: { binaryPropertyName: 'back,front' } });
		expect(items.map(({ json, pairedItem }) => [json.source, json.text, pairedItem])).toStrictEqual([['back.png', 'words of 2', { item: 0 }], ['front.png', 'words of 1', { item: 0 }]]);
	});

	test('files that stand in the JSON, as the combined binary mode has them', async () => {
		const item = { json: { _files: { data: file(picture(3), 'combined.png') } } } as unknown as INodeExecutionData;
		expect((await run(eachItsOwn(), { items: [item], workflowSettings: { binaryMode: 'combined' } })).items[0]?.json).toMatchObject({ source: 'combined.png', text: 'words of 3' });
	});

	test('a URL is sent as it is', async () => {
		const service = new FakeService(() => words('from afar'));
		const { items } = await run(service, { items: [{ json: {} }], parameters: { inputType: 'url', url: ' https://example.com/a/scan.png?x=1 ' } });
		expect(JSON.parse(service.sent[0]?.body ?? '')).toMatchObject({ url: 'https://example.com/a/scan.png?x=1' });
		expect(items[0]?.json).toMatchObject({ source: 'https://example.com/a/scan.png?x=1', text: 'from afar' });
	});

	test('of each item its own operation', async () => {
		const { items } = await run(new FakeService(() => words('one', 'two')), { items: [scan(0), scan(1)], perItem: [{ operation: 'text' }, { operation: 'blocks' }] });
		expect(items.map(({ json }) => json.text ?? json.words)).toStrictEqual(['one\ntwo', 'one', 'two']);
	});
});

describe('a picture without words', () => {
	test.each<[string, IDataObject, IDataObject, number]>([
		['text of a page: an empty item', {}, {}, 1],
		['unless it is not wanted', {}, { ifNoText: 'nothing' }, 0],
		['words blocks: none', { operation: 'blocks' }, {}, 0],
		['unless it is wanted', { operation: 'blocks' }, { ifNoText: 'emptyItem' }, 1],
	])('%s', async (_name, parameters, options, count) => {
		const { items, hints } = await run(new FakeService(() => words()), { items: [scan(0)], parameters, options });
		expect(items).toHaveLength(count);
		for (const { json } of items) expect(json.source).toBe('scan-0.png');
		expect(hints).toStrictEqual(['1 page without text. The option If No Text decides what comes out for them.']);
	});
});

describe('Use Ruled Lines', () => {
	// The details are two texts each, which by their places alone would be two columns.
	const lines = [['Item', 'Details', '', 'Price'], ['Lamp', 'white', '40 W', '12.50'], ['Desk', 'oak', '120 cm', '310.00'], ['Chair', 'black', 'swivel', '89.90']];
	const [xs, columns, rows] = [[20, 220, 320, 460], [10, 200, 440, 600], [15, 55, 95, 135, 175]];
	const ruled = makePng(620, 190, { colourType: 0, depth: 8 }, (x, y) => {
		const isRule = (columns.includes(x) && y >= 15 && y <= 175) || (rows.includes(y) && x >= 10 && x <= 600);
		return isRule ? 0 : 255;
	});
	const answer: Reaction = {
		status: 200,
		body: JSON.stringify({
			result: {
				direction: -1,
				words_block_list: lines.flatMap((line, row) => line.flatMap((text, column) => {
					const [left, top] = [xs[column] ?? 0, 25 + 40 * row];
					const right = left + 10 * text.length;
					return text === '' ? [] : [{ words: text, location: [[left, top], [right, top], [right, top + 20], [left, top + 20]], confidence: 0.9 }];
				})),
			},
		}),
	};
	const detailsWith = async (options: IDataObject) => {
		const items = [{ json: {}, binary: { data: file(ruled, 'ruled.png') } }];
		return (await run(new FakeService(() => answer), { items, parameters: { operation: 'table' }, options })).items.map(({ json }) => json.Details);
	};

	test.each<[string, IDataObject]>([['unless it is switched off', {}], ['when it is switched on', { useRuledLines: true }]])('cells of the picture count %s', async (_name, options) => {
		expect(await detailsWith(options)).toStrictEqual(['white 40 W', 'oak 120 cm', 'black swivel']);
	});

	test.each([false, 'false'])('%p: the words alone', async (useRuledLines) => {
		expect(await detailsWith({ useRuledLines })).not.toContain('white 40 W');
	});

	test('neither on nor off is an error', async () => {
		expect((await failureOf(detailsWith({ useRuledLines: 'perhaps' }), Error)).message).toMatch(/^Correct the option Use Ruled Lines/);
	});
});

describe('what fails', () => {
	const oneRefused = () => new FakeService(({ body }) => (numberOf(body) === 1 ? REFUSED : words(`words of ${numberOf(body)}`)));

	test('ends the node with the item that it happened to', async () => {
		const error = await failureOf(run(oneRefused(), { items: [scan(0), scan(1), scan(2)], options: { maxConcurrency: 1 } }), Error);
		expect(error).toMatchObject({ message: expect.stringContaining('("scan-1.png", item 1) [AIS.0103]') as string, context: { itemIndex: 1 } });
	});

	test('and nothing is sent after it', async () => {
		const service = oneRefused();
		await failureOf(run(service, { items: [scan(0), scan(1), scan(2), scan(3)], options: { maxConcurrency: 1 } }), Error);
		expect(service.sent).toHaveLength(2);
	});

	test('is an item with the file beside the others where the node goes on', async () => {
		const items = [scan(0), scan(1, { order: 'A-1' }), scan(2)];
		const ran = await run(oneRefused(), { items, continueOnFail: true, options: { includeInputFields: true } });
		expect(ran.items.map(({ json }) => json.text)).toStrictEqual(['words of 0', undefined, 'words of 2']);
		expect(ran.items[1]).toMatchObject({
			json: { error: expect.stringContaining('scan-1.png') as string, errorCode: 'AIS.0103', order: 'A-1', source: 'scan-1.png' },
			binary: { data: items[1]?.binary?.data },
			pairedItem: { item: 1 },
		});
	});

	test('what no document can pass ends the calls, and is the error of all that are left', async () => {
		const service = new FakeService(() => coded(403, 'ModelArts.4204'));
		const { items } = await run(service, { items: [scan(0), scan(1), scan(2)], continueOnFail: true, options: { maxConcurrency: 1 } });
		expect(service.sent).toHaveLength(1);
		expect(items.map(({ json }) => json.errorCode)).toStrictEqual(['ModelArts.4204', 'ModelArts.4204', 'ModelArts.4204']);
	});

	test('an expression that fails is the error of its item alone', async () => {
		const { items } = await run(eachItsOwn(), { items: [scan(0), scan(1)], perItem: [{ operation: 'colour' }], continueOnFail: true });
		expect(items.map(({ json }) => json.text ?? json.errorCode)).toStrictEqual(['Node.InvalidParameter', 'words of 1']);
		expect(items[0]?.binary).toHaveProperty('data');
	});

	test('a setting of all items that cannot be is the error of each', async () => {
		const service = eachItsOwn();
		const { items } = await run(service, { items: [scan(0), scan(1)], parameters: { authentication: 'password' }, continueOnFail: true });
		expect(items.map(({ json }) => json.errorCode)).toStrictEqual(['Node.InvalidParameter', 'Node.InvalidParameter']);
		expect(service.sent).toStrictEqual([]);
		expect(await failureOf(run(service, { items: [scan(0)], parameters: { authentication: 'password' } }), Error)).toMatchObject({ context: { itemIndex: 0 } });
	});

	test('what happened is told, not that it ended the call of an item before', async () => {
		const unreadable = { json: {}, binary: { data: file(Buffer.from('this is no picture'), 'broken.png') } };
		const error = await failureOf(run(oneRefused(), { items: [scan(1), unreadable] }), Error);
		expect(error).toMatchObject({ message: expect.stringContaining('broken.png') as string, context: { itemIndex: 1 } });
	});

	test('a run that the user cancelled sends nothing more and gives nothing', async () => {
		const service = eachItsOwn();
		service.cancel();
		expect((await run(service, { items: [scan(0)] })).items).toStrictEqual([]);
		expect(service.sent).toStrictEqual([]);
	});
});

describe('files that are no pictures', () => {
	const mail = (): INodeExecutionData => ({ json: {}, binary: { invoice: file(picture(0), 'invoice.png'), meeting: TEXT_FILE } });

	test('are skipped where a pattern matched them, and told', async () => {
		const { items, hints } = await run(eachItsOwn(), { items: [mail()], parameters: { binaryPropertyName: '*' } });
		expect(items.map(({ json }) => json.source)).toStrictEqual(['invoice.png']);
		expect(hints).toStrictEqual(['1 file skipped that is no image or PDF: meeting.ics.']);
	});

	test.each<[string, IDataObject, IDataObject]>([
		['Other Files says so', { binaryPropertyName: '*' }, { otherFiles: 'error' }],
		['they were named', { binaryPropertyName: 'invoice,meeting' }, {}],
	])('are errors where %s', async (_name, parameters, options) => {
		const { items } = await run(eachItsOwn(), { items: [mail()], parameters, options, continueOnFail: true });
		expect(items.map(({ json }) => [json.source, json.error !== undefined])).toStrictEqual([['invoice.png', false], ['meeting.ics', true]]);
	});

	test.each<[string, Record<string, IBinaryData>, string]>([
		['one file: its own reason', { meeting: TEXT_FILE }, 'meeting.ics'],
		['several: the item', { meeting: TEXT_FILE, again: { ...TEXT_FILE } }, "none of the item's files is one"],
	])('an item of nothing else ends as an error, %s', async (_name, binary, said) => {
		const setting = { items: [{ json: { order: 1 }, binary }, scan(1)], parameters: { binaryPropertyName: '*' } };
		const { items } = await run(eachItsOwn(), { ...setting, continueOnFail: true });
		expect(items).toHaveLength(2);
		expect(items[0]?.json.error).toStrictEqual(expect.stringContaining(said));
		expect(items[1]?.json.text).toBe('words of 1');
		expect(await failureOf(run(eachItsOwn(), setting), Error)).toMatchObject({ message: expect.stringContaining(said) as string, context: { itemIndex: 0 } });
	});
});

describe('Max Calls', () => {
	test('more calls than allowed: none is sent', async () => {
		const service = eachItsOwn();
		const error = await failureOf(run(service, { items: [scan(0), scan(1), scan(2)], options: { maxCalls: 2 } }), Error);
		expect(error).toMatchObject({ message: expect.stringContaining('3 calls are needed, 2 are allowed') as string });
		expect(service.sent).toStrictEqual([]);
	});

	test('as many as allowed: all are, and what cannot be opened costs none', async () => {
		const unreadable = { json: {}, binary: { data: file(Buffer.from('no picture'), 'broken.png') } };
		const { items } = await run(eachItsOwn(), { items: [scan(0), unreadable, { json: {} }, scan(1)], options: { maxCalls: 2 }, continueOnFail: true });
		expect(items.map(({ json }) => json.text)).toStrictEqual(['words of 0', undefined, undefined, 'words of 1']);
	});
});

describe('Retry On Fail', () => {
	const node = { retryOnFail: true };

	test('what was answered is not sent again, nor billed twice', async () => {
		const service = eachItsOwn();
		const items = [scan(0), scan(1)];
		const first = await run(service, { items, node });
		expect(textsOf(await run(service, { items, node }))).toStrictEqual(textsOf(first));
		expect(service.sent).toHaveLength(2);
	});

	test.each<[string, Partial<Setting>]>([
		['another run of a loop', { runIndex: 1 }],
		['another operation of the service', { parameters: { resource: 'webImage' } }],
		['another setting that is sent', { options: { detectDirection: true } }],
	])('%s is another call', async (_name, other) => {
		const service = eachItsOwn();
		const items = [scan(0)];
		await run(service, { items, node });
		await run(service, { items, node, ...other });
		expect(service.sent).toHaveLength(2);
	});

	test('without it each run calls', async () => {
		const service = eachItsOwn();
		const items = [scan(0)];
		await run(service, { items });
		await run(service, { items });
		expect(service.sent).toHaveLength(2);
	});
});

describe('a PDF', () => {
	async function pdf(pages: number): Promise<INodeExecutionData> {
		const document = await PDFDocument.create();
		for (let page = 1; page <= pages; page++) document.addPage([100 + page, 100]);
		return { json: {}, binary: { data: file(Buffer.from(await document.save()), 'contract.pdf', 'application/pdf') } };
	}

	test('only the first page is read, and the run says so', async () => {
		const { items, hints } = await run(new FakeService((_request, number) => words(`page ${number}`)), { items: [await pdf(3)] });
		expect(items.map(({ json }) => [json.text, json.page, json.pageCount])).toStrictEqual([['page 1', 1, 3]]);
		expect(hints).toStrictEqual(['"contract.pdf" has 3 pages, 1 was read. The option Pages reads others, * reads all.']);
	});

	test('pages that are asked for come in that order, one call each', async () => {
		const service = new FakeService((_request, number) => words(`call ${number}`));
		const { items } = await run(service, { items: [await pdf(3)], options: { pages: '*', maxConcurrency: 1 } });
		expect(items.map(({ json }) => json.page)).toStrictEqual([1, 2, 3]);
		expect(service.sent).toHaveLength(3);
	});

	test('a page that fails is an error of that page, the others are read', async () => {
		const service = new FakeService((_request, number) => (number === 2 ? REFUSED : words('read')));
		const { items } = await run(service, { items: [await pdf(3)], options: { pages: '*', maxConcurrency: 1 }, continueOnFail: true });
		expect(items.map(({ json }) => json.text ?? json.errorCode).sort()).toStrictEqual(['AIS.0103', 'read', 'read']);
		expect(items.find(({ json }) => json.error !== undefined)?.json.error).toMatch(/\("contract\.pdf", page \d, item 0\) \[AIS\.0103\]/);
	});

	test('of a URL only numbered pages can be asked for', async () => {
		const setting = { items: [{ json: {} }], parameters: { inputType: 'url', url: 'https://example.com/a.pdf' } };
		expect(await failureOf(run(eachItsOwn(), { ...setting, parameters: { ...setting.parameters, resource: 'smartDocument', operation: 'raw' }, options: { pages: '*' } }), Error)).toMatchObject({
			message: expect.stringContaining('Give the option Pages as numbers') as string,
		});
	});
});

describe('as the tool of an agent', () => {
	const node = { type: 'n8n-nodes-huawei-ocr.huaweiOcrTool' };

	test('what fails is a sentence, and the run goes on', async () => {
		const service = new FakeService(() => REFUSED);
		const { items } = await run(service, { items: [{ json: {} }], parameters: { inputType: 'url', url: 'https://example.com/a.png' }, node });
		expect(items[0]?.json).toMatchObject({ text: expect.stringMatching(/^The file could not be read\. /) as string });
		expect(items[0]?.json).not.toHaveProperty('error');
	});

	test('nothing is a sentence, too', async () => {
		const { items } = await run(new FakeService(() => words()), { items: [scan(0)], parameters: { operation: 'blocks' }, node });
		expect(items).toStrictEqual([{ json: { text: 'No text was found in this file.' }, pairedItem: { item: 0 } }]);
	});
});

test('n8n 1.x has no hints', async () => {
	expect((await run(new FakeService(() => words()), { items: [scan(0)], withoutHints: true })).items).toHaveLength(1);
});

/** Tickets on one picture, of which the second could not be read. */
const TICKETS: Reaction = {
	status: 200,
	body: JSON.stringify({
		result: [
			{ status: { error_code: 'AIS.0000', error_msg: '' }, type: 'train_ticket', content: { train_number: 'G1' } },
			{ status: { error_code: 'AIS.0104', error_msg: 'Poor.' }, type: 'taxi_invoice', content: {} },
			{ status: { error_code: 'AIS.0104', error_msg: 'Poor.' }, type: 'toll_invoice', content: {} },
		],
	}),
};

describe('a part of a picture that could not be read', () => {
	const parameters = { resource: 'mixed', operation: 'objects' };

	test('is an error item in its place where the node goes on', async () => {
		const item = scan(0);
		const { items, hints } = await run(new FakeService(() => TICKETS), { items: [item], parameters, continueOnFail: true });
		expect(items.map(({ json }) => json.kind ?? json.errorCode)).toStrictEqual(['train_ticket', 'AIS.0104', 'AIS.0104']);
		expect(items[1]).toMatchObject({ json: { source: 'scan-0.png' }, binary: { data: item.binary?.data }, pairedItem: { item: 0 } });
		expect(items[1]?.json.errorDescription).toMatch(/^Taxi Invoice, document 2 of 3/);
		expect(hints).toStrictEqual(['1 document found on the pages and read: so many are billed.']);
	});

	test('ends the node, with what was read before', async () => {
		const service = new FakeService(() => TICKETS);
		const error = await failureOf(run(service, { items: [scan(0), scan(1), scan(2)], parameters, options: { maxConcurrency: 1 } }), Error);
		expect(error).toMatchObject({ message: expect.stringContaining('("scan-0.png", item 0) [AIS.0104]') as string, context: { itemIndex: 0 } });
		expect((error as Error & { description: string }).description).toMatch(/^Taxi Invoice, document 2 of 3.* 1 other image or page was read before/);
		expect(service.sent).toHaveLength(1);
	});
});

describe('an operation that the region of the credential is not known to offer', () => {
	const parameters = { resource: 'other', apiPath: 'chile-id-card', operation: 'raw' };
	const NOT_THERE = coded(404, 'APIG.0101');

	/** n8n with a credential of this region. */
	async function hintsIn(region: string | undefined, reaction: Reaction, items = [scan(0), scan(1)]): Promise<string[]> {
		const service = new FakeService(() => reaction);
		const original = service.context.bind(service);
		service.context = (more = {}) => original({ ...more, getCredentials: async () => await Promise.resolve(region === undefined ? {} : { region, customEndpoints: false }) });
		return (await run(service, { items, parameters, continueOnFail: true })).hints.filter((hint) => hint.includes('not known to be offered'));
	}

	test('is told once, where no call was answered', async () => {
		expect(await hintsIn('cn-north-4', NOT_THERE)).toStrictEqual([expect.stringMatching(/^Chile ID Card is not known to be offered in the credential's region cn-north-4, but in la-south-2\./)]);
	});

	test('is not told where it is offered', async () => {
		expect(await hintsIn('la-south-2', NOT_THERE)).toStrictEqual([]);
	});

	test('nor where it answered, whatever the pages say', async () => {
		expect(await hintsIn('cn-north-4', { status: 200, body: '{"result":{"name":"A"}}' })).toStrictEqual([]);
	});
});

describe('what ends a run', () => {
	test('is told with how much was read before and is lost', async () => {
		const service = new FakeService((_request, number) => (number === 3 ? REFUSED : words('read')));
		const error = await failureOf(run(service, { items: [scan(0), scan(1), scan(2)], options: { maxConcurrency: 1 } }), Error);
		expect((error as Error & { description: string }).description).toMatch(/2 other images or pages were read before and are lost with this error/);
	});

	test('is the error that was there before the first call', async () => {
		const missing = { json: {} };
		const service = eachItsOwn();
		expect(await failureOf(run(service, { items: [missing, scan(1)], options: { maxConcurrency: 1 } }), Error)).toMatchObject({ context: { itemIndex: 0 } });
		expect(service.sent).toStrictEqual([]);
	});

	test('is no file that a pattern matched and that is no picture', async () => {
		const { items } = await run(eachItsOwn(), { items: [{ json: {}, binary: { a: TEXT_FILE, b: file(picture(2), 'b.png') } }, scan(1)], parameters: { binaryPropertyName: '*' }, options: { maxConcurrency: 1 } });
		expect(items.map(({ json }) => [json.source, json.text])).toStrictEqual([['b.png', 'words of 2'], ['scan-1.png', 'words of 1']]);
	});

	test('Max Calls: the error of every item where the node goes on', async () => {
		const setting = { items: [scan(0), scan(1)], options: { maxCalls: 1 } };
		const { items } = await run(eachItsOwn(), { ...setting, continueOnFail: true });
		expect(items.map(({ json, pairedItem, binary }) => [json.errorCode, json.source, pairedItem, Object.keys(binary ?? {})])).toStrictEqual([
			['Node.TooManyCalls', 'scan-0.png', { item: 0 }, ['data']],
			['Node.TooManyCalls', 'scan-1.png', { item: 1 }, ['data']],
		]);
		expect((await failureOf(run(eachItsOwn(), setting), Error)).message).toMatch(/\("scan-0\.png", item 0\)$/);
	});
});

test('of an item whose files were all skipped, the error has its fields and all its files', async () => {
	const binary = { first: TEXT_FILE, second: { ...TEXT_FILE } };
	const { items } = await run(eachItsOwn(), { items: [{ json: { order: 1 }, binary }], parameters: { binaryPropertyName: '*' }, options: { includeInputFields: true }, continueOnFail: true });
	expect(items).toStrictEqual([
		{
			json: {
				order: 1,
				error: "Pass an image or PDF to this node: none of the item's files is one (item 0)",
				errorDescription: '2 files were skipped because of the option Other Files.',
				errorCode: 'Node.NoImage',
			},
			pairedItem: { item: 0 },
			binary,
		},
	]);
});

test('what a run costs is told where the number of files does not say it', async () => {
	const refusedOnce = new FakeService((_request, number) => (number === 1 ? coded(503, 'ModelArts.4502') : words('read')));
	expect((await run(refusedOnce, { items: [scan(0)] })).hints).toStrictEqual(['1 call was answered and is billed. Calls sent again after an answer that is not billed: 1.']);
});

test('Preview shows the page and what was found on it, and the output has the file again on request', async () => {
	const item = scan(0);
	const { items } = await run(eachItsOwn(), { items: [item], options: { preview: true, keepFile: true } });
	expect(Object.keys(items[0]?.binary ?? {})).toStrictEqual(['data', 'preview']);
	expect(Buffer.from(items[0]?.binary?.preview?.data ?? '', 'base64').subarray(1, 4).toString()).toBe('PNG');
});

test('a page of which no items can be made is an error of its document alone', async () => {
	const tooMuch = words(...Array.from({ length: 20_001 }, () => 'x'));
	const service = new FakeService(({ body }) => (numberOf(body) === 0 ? tooMuch : words('read')));
	const { items } = await run(service, { items: [scan(0), scan(1)], continueOnFail: true });
	expect(items.map(({ json }) => [json.errorCode ?? json.text, json.source])).toStrictEqual([['Node.PageTooFull', 'scan-0.png'], ['read', 'scan-1.png']]);
	expect(await failureOf(run(service, { items: [scan(1), scan(0)], options: { maxConcurrency: 1 } }), Error)).toMatchObject({ context: { itemIndex: 1 } });
});

test('a wrong setting of a run without items is an error of item 0', async () => {
	expect(await failureOf(run(eachItsOwn(), { items: [], parameters: { authentication: 'password' } }), Error)).toMatchObject({ message: expect.stringMatching(/\(item 0\)$/) as string, context: { itemIndex: 0 } });
});
