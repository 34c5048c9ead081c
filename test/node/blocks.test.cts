import '../../workshop/harness/environment.cts';
import { storeBinary, useBinaryMode } from '../../workshop/harness/binaryStorage.cts';
import { imageItems, runOcr, tinyImage, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 3 } });

describe.each(['default', 'filesystem'] as const)('binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	test('one item per words block, with position, linked to its image', async () => {
		const items = await imageItems(2);
		const run = await runOcr({ emulator: emulator(), items, parameters: { simplify: false } });
		expect(run.error).toBeUndefined();
		expect(run.items).toHaveLength(6);
		expect(run.items.map(({ json }) => json.source)).toEqual([
			...Array<string>(3).fill('scan-0.png'),
			...Array<string>(3).fill('scan-1.png'),
		]);
		expect(run.items[4]).toEqual({
			json: {
				words: expect.stringMatching(/-1$/) as string,
				location: [[110, 10], [190, 10], [190, 30], [110, 30]],
				x1: 110, y1: 10, x2: 190, y2: 10, x3: 190, y3: 30, x4: 110, y4: 30,
				left: 110, top: 10, right: 190, bottom: 30, width: 80, height: 20,
				confidence: 0.9999,
				blockIndex: 1,
				blockCount: 3,
				direction: -1,
				source: 'scan-1.png',
			},
			pairedItem: { item: 1 },
		});
	});

	test('several fields, and * for all of them, in the order asked for', async () => {
		const front = await storeBinary(tinyImage('front'), { fileName: 'front.png' });
		const back = await storeBinary(tinyImage('back'), { fileName: 'back.png' });
		const items = [{ json: {}, binary: { front, back } }];
		const sources = async (binaryPropertyName: string) =>
			(await runOcr({ emulator: emulator(), items, parameters: { binaryPropertyName, operation: 'raw' } })).items.map(
				({ json, pairedItem }) => [json.source, pairedItem],
			);
		expect(await sources('back, front')).toEqual([['back.png', { item: 0 }], ['front.png', { item: 0 }]]);
		expect(await sources('*')).toEqual([['front.png', { item: 0 }], ['back.png', { item: 0 }]]);
	});
});

test('raw gives the result as the service gave it', async () => {
	const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { operation: 'raw' } });
	expect(run.items).toHaveLength(1);
	expect(run.items[0]?.json).toMatchObject({ words_block_count: 3, direction: -1, source: 'scan-0.png' });
	expect(run.items[0]?.json.words_block_list).toHaveLength(3);
});

test('items with different settings keep their own', async () => {
	const items = (await imageItems(2)).map((item, index) => ({
		...item,
		json: { plain: index === 0, turn: index === 1 },
	}));
	const run = await runOcr({
		emulator: emulator(),
		items,
		parameters: {
			simplify: '={{ $json.plain }}',
			options: { detectDirection: '={{ $json.turn }}', includeInputFields: '={{ $json.turn }}' },
		},
	});
	expect(run.error).toBeUndefined();
	expect(run.items.map(({ json }) => [json.source, json.direction, json.plain])).toEqual([
		...Array<unknown>(3).fill(['scan-0.png', undefined, undefined]),
		...Array<unknown>(3).fill(['scan-1.png', 0, false]),
	]);
});

test('input fields are copied, and never hide a field of the result', async () => {
	const items = (await imageItems(1)).map((item) => ({ ...item, json: { subject: 'Invoice', words: 'mine' } }));
	const run = await runOcr({ emulator: emulator(), items, parameters: { options: { includeInputFields: true } } });
	expect(run.items[0]?.json).toMatchObject({ subject: 'Invoice', words: expect.stringMatching(/-0$/) as string });
});

describe('an image without text', () => {
	beforeEach(() => emulator().control.set({ fixture: { blocks: 0 } }));
	afterAll(() => emulator().control.set({ fixture: { blocks: 3 } }));

	test.each(['blocks', 'raw'])('gives no item with %s where none is wanted', async (operation) => {
		const run = await runOcr({ emulator: emulator(), items: await imageItems(1), parameters: { operation, options: { ifNoText: 'nothing' } } });
		expect([run.status, run.items]).toEqual(['success', []]);
	});

	test.each(['blocks', 'raw'])('or one empty item with %s, on request', async (operation) => {
		const run = await runOcr({
			emulator: emulator(),
			items: await imageItems(1),
			parameters: { operation, options: { ifNoText: 'emptyItem' } },
		});
		expect(run.items).toHaveLength(1);
		expect(run.items[0]).toMatchObject({ json: { source: 'scan-0.png' }, pairedItem: { item: 0 } });
	});
});

test('a URL is downloaded by the service, non-ASCII characters encoded', async () => {
	const url = emulator().control.putObject('scans', 'cn-north-4', 'A 页.png', { bytes: tinyImage(), contentType: 'image/png' });
	const run = await runOcr({
		emulator: emulator(),
		items: [{ json: { url: decodeURI(url) } }],
		parameters: { inputType: 'url', url: '={{ $json.url }}' },
	});
	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(3);
	expect(run.items[0]?.json.source).toBe(decodeURI(url));
});
