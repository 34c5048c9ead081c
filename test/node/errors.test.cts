import '../../workshop/harness/environment.cts';
import { storeBinary } from '../../workshop/harness/binaryStorage.cts';
import { imageItems, runOcr, tinyImage, useEmulator } from '../support/engine.cts';
import type { INodeExecutionData } from 'n8n-workflow';

const emulator = useEmulator({ fixture: { blocks: 2 } });

/** Items with mistakes that people make, each with the words that have to help. */
const MISTAKES: Array<{ name: string; item: () => Promise<INodeExecutionData>; parameters?: object; says: RegExp; code: string }> = [
	{
		name: 'an item without binary data',
		item: () => Promise.resolve({ json: {} }),
		says: /Pass a file to this node: the item has no binary data \(item 0\)/,
		code: 'Node.NoBinaryData',
	},
	{
		name: 'a missing field',
		item: async () => ({ json: {}, binary: { scan: await storeBinary(tinyImage(), {}) } }),
		parameters: { binaryPropertyName: 'invoice' },
		says: /the item has no file "invoice" \(item 0\)/,
		code: 'Node.MissingField',
	},
	{
		name: 'an empty file',
		item: async () => ({ json: {}, binary: { data: await storeBinary(Buffer.alloc(0), { fileName: 'empty.png' }) } }),
		says: /it is empty \("empty.png", item 0\)/,
		code: 'Node.EmptyFile',
	},
	{
		name: 'a text file with the name of an image',
		item: async () => ({ json: {}, binary: { data: await storeBinary(Buffer.from('hello'), { fileName: 'scan.png' }) } }),
		says: /it holds plain text, whatever its name says \("scan.png", item 0\)/,
		code: 'Node.UnknownFormat',
	},
	{
		name: 'an expression in the field name that gives neither a name nor a file',
		item: async () => (await imageItems(1))[0] as INodeExecutionData,
		parameters: { binaryPropertyName: '={{ 42 }}' },
		says: /Check the expression in Input Data Field Name\(s\)/,
		code: 'Node.InvalidParameter',
	},
	{
		name: 'an empty field name',
		item: async () => (await imageItems(1))[0] as INodeExecutionData,
		parameters: { binaryPropertyName: ' ' },
		says: /Fill in Input Data Field Name\(s\): the item has the file data/,
		code: 'Node.InvalidParameter',
	},
	{
		name: 'an empty URL',
		item: () => Promise.resolve({ json: {} }),
		parameters: { inputType: 'url', url: '={{ $json.missing }}' },
		says: /URL/,
		code: 'Node.InvalidUrl',
	},
	{
		name: 'an expression for an option that gives nonsense',
		item: async () => (await imageItems(1))[0] as INodeExecutionData,
		parameters: { options: { detectDirection: '={{ "perhaps" }}' } },
		says: /Correct the option Detect Direction/,
		code: 'Node.InvalidParameter',
	},
	{
		name: 'an operation that does not exist',
		item: async () => (await imageItems(1))[0] as INodeExecutionData,
		parameters: { operation: 'everything' },
		says: /Choose Operation again: General Text does not offer the one that is set/,
		code: 'Node.InvalidParameter',
	},
	{
		name: 'a document type of another resource',
		item: async () => (await imageItems(1))[0] as INodeExecutionData,
		parameters: { resource: 'card', documentType: 'trainTicket', operation: 'fields' },
		says: /Choose Document Type again: Card or Certificate does not offer the one that is set/,
		code: 'Node.InvalidParameter',
	},
	{
		name: 'an operation that only other documents of the resource have',
		item: async () => (await imageItems(1))[0] as INodeExecutionData,
		parameters: { resource: 'invoice', documentType: 'trainTicket', operation: 'lineItems' },
		says: /Choose Operation again: Train Ticket does not offer the one that is set/,
		code: 'Node.InvalidParameter',
	},
];

describe.each(MISTAKES)('$name', ({ item, parameters = {}, says, code }) => {
	test('stops the node with a message that helps, and nothing is sent', async () => {
		const run = await runOcr({ emulator: emulator(), items: [await item()], parameters: { ...parameters } });
		expect(run.status).toBe('error');
		expect(run.error?.message).toMatch(says);
		expect(run.error?.context).toMatchObject({ itemIndex: 0 });
		expect(emulator().control.counters().calls).toBe(0);
	});

	test('is one linked error item when the node goes on', async () => {
		const run = await runOcr({
			emulator: emulator(),
			items: [await item()],
			parameters: { ...parameters },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(run.items).toHaveLength(1);
		expect(run.items[0]).toMatchObject({
			json: { error: expect.stringMatching(says) as string, errorCode: code },
			pairedItem: { item: 0 },
		});
	});
});

test("the service's refusal names item, file, code, message and what to do", async () => {
	emulator().control.failOcr({ kind: 'error', code: 'AIS.0104' }, { call: 2 });
	const items = await imageItems(3);
	const run = await runOcr({ emulator: emulator(), items, parameters: { options: { maxConcurrency: 1 } } });
	expect(run.status).toBe('error');
	expect(run.error?.message).toMatch(/^[A-Z].* \("scan-1.png", item 1\) \[AIS\.0104\]$/);
	expect(run.error?.description).toMatch(
		/HTTP 400, AIS\.0104: The image is not supported or the image quality is poor/,
	);
});

describe('the error of one image among others', () => {
	const run = async (onError: 'continueRegularOutput' | 'continueErrorOutput') => {
		const items = await imageItems(2);
		const broken = { json: { number: 9 }, binary: { data: await storeBinary(Buffer.from('no image'), { fileName: 'broken.png' }) } };
		return await runOcr({
			emulator: emulator(),
			items: [items[0] as INodeExecutionData, broken, items[1] as INodeExecutionData],
			settings: { onError },
		});
	};

	test('stands in its place in the regular output', async () => {
		const { items, status } = await run('continueRegularOutput');
		expect(status).toBe('success');
		expect(items.map(({ json, pairedItem }) => [json.source, 'error' in json, pairedItem])).toEqual([
			['scan-0.png', false, { item: 0 }],
			['scan-0.png', false, { item: 0 }],
			['broken.png', true, { item: 1 }],
			['scan-1.png', false, { item: 2 }],
			['scan-1.png', false, { item: 2 }],
		]);
	});

	test('goes down the error output, with its code and its input fields', async () => {
		const { items, errorItems } = await run('continueErrorOutput');
		expect(items.map(({ json }) => json.source)).toEqual(['scan-0.png', 'scan-0.png', 'scan-1.png', 'scan-1.png']);
		expect(errorItems).toHaveLength(1);
		expect(errorItems[0]).toMatchObject({
			json: { number: 9, source: 'broken.png', errorCode: 'Node.UnknownFormat' },
			pairedItem: { item: 1 },
		});
	});
});

test('an error that ends the node says how many images had been read', async () => {
	const items = [
		...(await imageItems(3)),
		{ json: {}, binary: { data: await storeBinary(Buffer.from('no image'), { fileName: 'broken.png' }) } },
	];
	const run = await runOcr({ emulator: emulator(), items, parameters: { options: { maxConcurrency: 1 } } });
	expect(run.error?.description).toMatch(/3 other images or pages were read before/);
});

test.each([
	[{ kind: 'html' as const }, /HTTP 502/, 502],
	[{ kind: 'empty' as const, status: 500 }, /HTTP 500/, 500],
	[{ kind: 'raw' as const, status: 400, body: '{"result":{"error_code":"AIS.0103","error_msg":"nested"}}' }, /AIS\.0103: nested/, 400],
	[{ kind: 'raw' as const, status: 400, body: '{"error":{"code":400,"message":"keystone","title":"Bad Request"}}' }, /keystone/, 400],
	[{ kind: 'truncated-json' as const }, /can't be read|cut off/, 200],
	[{ kind: 'redirect' as const, status: 307 as const, location: 'http://127.0.0.1:9/' }, /HTTP 307/, 307],
])('an answer of another shape is a clear error: %j', async (fault, says, httpStatus) => {
	emulator().control.failOcr(fault, 'always');
	const run = await runOcr({
		emulator: emulator(),
		items: await imageItems(1),
		settings: { onError: 'continueRegularOutput' },
		parameters: { options: { maxRetries: 0 } },
	});
	expect(run.items).toHaveLength(1);
	const { error, errorDescription } = (run.items[0]?.json ?? {}) as Record<string, string>;
	expect(`${error} ${errorDescription}`).toMatch(says);
	expect(run.items[0]?.json.httpStatus).toBe(httpStatus);
});

test('a service that is not there is a clear error', async () => {
	const run = await runOcr({
		emulator: emulator(),
		items: await imageItems(1),
		login: { endpoint: 'http://127.0.0.1:9' },
		parameters: { options: { maxRetries: 0 } },
	});
	expect(run.error?.message).toMatch(/can reach the OCR Endpoint: it refused the connection \("scan-0.png", item 0\)/);
});
