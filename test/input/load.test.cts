// What an item's documents become: pages, what is sent for each, and what is said where that fails.
import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { documentsOf } from '../../nodes/HuaweiOcr/input/documentsOf.ts';
import { checkImage, isTooLarge } from '../../nodes/HuaweiOcr/input/imageLimits.ts';
import { filesOf, readFile } from '../../nodes/HuaweiOcr/input/inputFiles.ts';
import { loadFile } from '../../nodes/HuaweiOcr/input/loadFile.ts';
import { generalText } from '../../nodes/HuaweiOcr/resources/generalText/index.ts';
import { handwriting } from '../../nodes/HuaweiOcr/resources/handwriting/index.ts';
import { readItemSettings, type ItemSettings } from '../../nodes/HuaweiOcr/settings/itemSettings.ts';
import { parsePages } from '../../nodes/HuaweiOcr/settings/pages.ts';
import { plainPages } from '../../workshop/checks/large/rawPages.cts';
import { withTable } from '../../workshop/checks/large/rawPdf.cts';
import { ownTiff } from '../../workshop/checks/large/tiffs.cts';
import { headerOf } from '../../workshop/checks/support/imageHeaders.cts';

const { api } = generalText;

function settingsWith(changes: Partial<ItemSettings> & { ofPages?: string } = {}): ItemSettings {
	const { ofPages, ...rest } = changes;
	return {
		...readItemSettings({ get: (_name, fallback) => fallback, options: {} }),
		...(ofPages === undefined ? {} : { pages: parsePages(ofPages) }),
		...rest,
	};
}

const pagesOf = async (file: Buffer, ofPages?: string, of = api) => await loadFile(file, settingsWith(ofPages === undefined ? {} : { ofPages }), of);

describe('PDF', () => {
	const whole = withTable(plainPages({ pages: 3 }));
	const damaged = Buffer.from('--form\r\n%PDF-1.4\nnothing that anybody can read');

	test('without the option Pages the first page is sent, and all are counted', async () => {
		const { pages, pageCount, countsFrames } = await pagesOf(whole);
		expect([pages.map(({ page }) => page), pageCount, countsFrames]).toEqual([[1], 3, undefined]);
		expect(await pages[0]?.prepare()).not.toHaveProperty('sentPage');
	});

	test.each([['2', [2]], ['*', [1, 2, 3]], ['2-', [2, 3]], ['3,1', [3, 1]]])('pages %s', async (ofPages, numbers) => {
		const { pages } = await pagesOf(whole, ofPages);
		expect(pages.map(({ page }) => page)).toEqual(numbers);
		for (const page of pages) {
			const sent = await page.prepare();
			expect(sent.sentPage).toBe(1);
			expect('image' in sent.input && sent.input.image.length < whole.length).toBe(true);
		}
	});

	test('what can not be opened here goes as a whole, from where it begins, if pages need no counting', async () => {
		const { pages, pageCount } = await pagesOf(damaged, '2-3');
		expect([pages.map(({ page }) => page), pageCount]).toEqual([[2, 3], undefined]);
		expect(await pages[1]?.prepare()).toEqual({ input: { image: damaged.subarray(8) }, sentPage: 3 });
		expect(await (await pagesOf(damaged)).pages[0]?.prepare()).toEqual({ input: { image: damaged.subarray(8) } });
		await expect(pagesOf(damaged, '*')).rejects.toThrow(/^Give the pages as numbers/);
	});

	test('what can not be opened here and is too large to be sent says so', async () => {
		await expect(pagesOf(Buffer.concat([damaged, Buffer.alloc(8_000_000, ' ')]))).rejects.toThrow(/^Give the pages as numbers/);
	});

	test('pages that can not be counted are sent all the same, if they need no counting', async () => {
		const file = plainPages({ pages: 2 });
		for (const each of file.objects) if (each.number === 2) each.body = '<</Type/Pages/Kids[10 0 R 2 0 R]>>';
		const { pages, pageCount } = await pagesOf(withTable(file), '1-2');
		expect([pages.length, pageCount]).toEqual([2, undefined]);
		const [first, second] = await Promise.all(pages.map(async (page) => await page.prepare()));
		expect([first?.sentPage, second?.sentPage]).toEqual([1, 2]);
		await expect(pagesOf(withTable(file), '*')).rejects.toThrow(/it is damaged/);
	});

	test('an operation that reads no PDF says so', async () => {
		await expect(pagesOf(whole, undefined, handwriting.api)).rejects.toMatchObject({ details: { errorCode: 'Node.FormatNotAllowed' } });
	});
});

describe('TIFF', () => {
	test.each([[undefined, [1]], ['*', [1, 2, 3]], ['2', [2]]])('frames %s of three', async (ofPages, numbers) => {
		const { pages, pageCount, countsFrames } = await pagesOf(ownTiff(3), ofPages);
		expect([pages.map(({ page }) => page), pageCount, countsFrames]).toEqual([numbers, 3, true]);
		expect(pages[0]?.size).toEqual({ width: 90, height: 70 });
	});

	test.each([undefined, '1', '*'])('a TIFF of one frame is an image like others: %s', async (ofPages) => {
		const file = ownTiff(1);
		const { pages, pageCount } = await pagesOf(file, ofPages);
		expect([pages.length, pages[0]?.page, pages[0]?.image, pageCount]).toEqual([1, undefined, file, undefined]);
		expect(await pages[0]?.prepare()).toEqual({ input: { image: file } });
	});

	test('a frame that is not there is named', async () => {
		await expect(pagesOf(ownTiff(1), '2')).rejects.toThrow('page 2 is asked for, the TIFF has 1 frame');
	});

	test('one whose frames can not be told is told of when it is sent', async () => {
		const { pages } = await pagesOf(Buffer.from('49492a00ffffff7f', 'hex'), '2');
		expect(pages).toHaveLength(1);
		await expect(pages[0]?.prepare()).rejects.toThrow(/begins like TIFF, but its header is damaged/);
	});
});

describe('documents of an item', () => {
	const binary = (fileName?: string): IBinaryData => ({ data: Buffer.from(headerOf('PNG', 60, 50)).toString('base64'), mimeType: 'image/png', ...(fileName === undefined ? {} : { fileName }) });
	const item: INodeExecutionData = { json: {}, binary: { front: binary('front.png'), back: binary() } };
	const context = { helpers: { getBinaryDataBuffer: async () => await Promise.resolve(headerOf('PNG', 60, 50)) }, getWorkflowSettings: () => ({}) } as unknown as IExecuteFunctions;

	test('files come in the order of the parameter, under their own names', async () => {
		const documents = documentsOf(context, item, 0, settingsWith({ binaryPropertyName: 'back,front' }), api);
		expect(documents.map(({ source, file }) => [source, file?.name])).toEqual([['back', 'back'], ['front.png', 'front']]);
		expect((await documents[0]?.load())?.pages[0]?.size).toEqual({ width: 60, height: 50 });
	});

	const ofUrl = (url: unknown, ofPages?: string, of = api) => documentsOf(context, item, 0, settingsWith({ inputType: 'url', url, ...(ofPages === undefined ? {} : { ofPages }) }), of)[0];

	test.each([[' https://a.example/x.png ', 'https://a.example/x.png'], ['  ', undefined], [7, undefined]])('the source of the URL %j', (url, source) => {
		expect(ofUrl(url)?.source).toBe(source);
	});

	test('an address is sent once for each page that is asked for', async () => {
		const sent = async (ofPages?: string, of = api) => {
			const { pages = [] } = (await ofUrl('https://a.example/x.pdf', ofPages, of)?.load()) ?? {};
			return await Promise.all(pages.map(async (each) => ({ page: each.page, ...(await each.prepare()) })));
		};
		const input = { url: 'https://a.example/x.pdf' };
		expect(await sent()).toEqual([{ page: undefined, input }]);
		expect(await sent('2-3')).toEqual([{ page: 2, input, sentPage: 2 }, { page: 3, input, sentPage: 3 }]);
		expect(await sent('2-3', handwriting.api)).toEqual([{ page: undefined, input }]);
		await expect(sent('*')).rejects.toMatchObject({ message: expect.stringMatching(/^Give the option Pages as numbers/) as string, details: { errorCode: 'Node.InvalidParameter' } });
	});

	test.each([
		['by its name, where it is a field of the item', true, undefined, undefined, 'by name'],
		['by what it says of itself in combined binary mode', true, 'combined', 'filesystem:1', 'by id'],
		['from itself, where it comes from elsewhere', false, undefined, undefined, 'own'],
		['from itself, where its id is empty', false, undefined, '', 'own'],
		['by its id, where it comes from elsewhere', false, undefined, 'filesystem:1', 'by id'],
	])('a file is read %s', async (_name, isField, binaryMode, id, from) => {
		const helpers = {
			getBinaryDataBuffer: async () => await Promise.resolve(Buffer.from('by name')),
			getBinaryStream: async (asked: string) => await Promise.resolve(asked),
			binaryToBuffer: async () => await Promise.resolve(Buffer.from('by id')),
		};
		const reading = { helpers, getWorkflowSettings: () => ({ binaryMode }) } as unknown as IExecuteFunctions;
		const file = { name: 'x', byPattern: false, isField, binary: { data: Buffer.from('own').toString('base64'), mimeType: 'image/png', ...(id === undefined ? {} : { id }) } };
		expect((await readFile(reading, 0, file)).toString()).toBe(from);
	});

	test('a file without its bytes means the item\'s own one that is like it, unless two are', () => {
		expect(filesOf({ mimeType: 'image/png', fileName: 'front.png' }, item).map(({ name, isField }) => [name, isField])).toEqual([['front', true]]);
		expect(filesOf({ a: { mimeType: 'image/png', fileName: 'front.png' } }, item).map(({ name }) => name)).toEqual(['front']);
		expect(() => filesOf({ mimeType: 'image/png' }, item)).toThrow(/neither a name nor a file/);
		expect(() => filesOf({ mimeType: 'image/gif' }, item)).toThrow(/neither a name nor a file/);
	});

	test.each([[{ mimeType: 'image/png', size: 7 }], [{ data: 'eA==' }]])('%j is no file', (value) => {
		expect(() => filesOf(value, item)).toThrow(/neither a name nor a file/);
	});

	test('the pieces of a pattern stand in its order', () => {
		const named = { json: {}, binary: { scan_a_b: binary(), scan_b_a: binary() } };
		expect(filesOf('s*a*b', named).map(({ name }) => name)).toEqual(['scan_a_b']);
		expect(() => filesOf('s*x*b', named)).toThrow(/has no file "s\*x\*b"/);
	});

	test.each([
		['data', { json: {} }, 'Node.NoBinaryData'],
		['absent', item, 'Node.MissingField'],
		[42, item, 'Node.InvalidParameter'],
	])('%j: the kind of mistake is told', (value, of, errorCode) => {
		expect(() => filesOf(value, of)).toThrow(expect.objectContaining({ details: expect.objectContaining({ errorCode }) as object }) as Error);
	});
});

describe('limits', () => {
	test.each<[string, Buffer, string, boolean?]>([
		['an empty file', Buffer.alloc(0), 'Node.EmptyFile'],
		['a file above 10 MB of base64', Buffer.alloc(7_864_321), 'Node.FileTooLarge'],
		['a format that is not read', Buffer.from('GIF89a\x20\0\x20\0'), 'Node.FormatNotAllowed'],
		['a damaged header', headerOf('PNG', 60, 50).subarray(0, 20), 'Node.DamagedHeader'],
		['too small a picture, which is no page at all', headerOf('PNG', 14, 50), 'Node.PixelLimit', true],
		['too long a side', headerOf('PNG', 5000, 50), 'Node.PixelLimit'],
	])('%s: the kind of mistake is told', (_name, file, errorCode, ...[notAnImage]) => {
		const details = { errorCode, ...(notAnImage ? { notAnImage } : {}) };
		expect(() => checkImage(file, 'original', api)).toThrow(expect.objectContaining({ details: expect.objectContaining(details) as object }) as Error);
	});

	test('a PDF has no size to be checked', () => {
		expect(checkImage(Buffer.from('%PDF-1.7'), 'current', api)).toEqual({ format: 'PDF' });
	});

	test.each([
		[headerOf('PNG', 30_000, 5_333), false],
		[headerOf('PNG', 30_000, 5_334), true],
		[headerOf('PNG', 30_001, 20), true],
		[headerOf('PNG', 20, 30_001), true],
		[Buffer.alloc(7_864_320), false],
		[Buffer.alloc(7_864_321), true],
	])('only what is above the upper limits is made smaller (%#)', (file, tooLarge) => {
		expect(isTooLarge(file, 'current', api)).toBe(tooLarge);
	});
});
