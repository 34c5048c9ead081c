// Files that come inside answers, as base64: what is taken for one, and under which name.
import { takeFiles } from '../../nodes/HuaweiOcr/resources/answerFiles.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';

/** Base64 of a file that begins like this, filled up with bytes. */
const base64 = (head: string, bytes = 60): string => Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(bytes, 7)]).toString('base64');

const PNG_HEAD = '\x89PNG\r\n\x1a\n';
const PNG = base64(PNG_HEAD);
const XLSX = base64('PK\x03\x04 xl/workbook.xml');
/** Longer than any printed text that is base64 through and through. */
const LONG = 2_000;

const take = (result: unknown) => runAtOnce(takeFiles(result));

describe.each([
	['jpg', 'image/jpeg', '\xff\xd8\xff'],
	['png', 'image/png', PNG_HEAD],
	['bmp', 'image/bmp', 'BM'],
	['gif', 'image/gif', 'GIF8'],
	['webp', 'image/webp', 'RIFF0000WEBP'],
])('a picture of the type %s', (extension, mimeType, head) => {
	test('is one, byte by byte', () => {
		const result = { portrait_image: base64(head) };
		expect(take(result)).toStrictEqual({
			files: { portrait_image: { key: 'portrait_image', content: Buffer.from(base64(head), 'base64'), extension, mimeType } },
			unreadableFiles: [],
		});
		expect(result).toStrictEqual({ portrait_image: 'portrait_image' });
	});

	test('is no workbook', () => {
		const result = { excel: base64(head) };
		expect(take(result)).toStrictEqual({ files: {}, unreadableFiles: ['excel'] });
		expect(result).toStrictEqual({ excel: null });
	});
});

test.each([
	['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\x03\x04 xl/workbook.xml'],
	['pdf', 'application/pdf', '%PDF-1.4'],
])('a file of the type %s is one under any name, but no picture', (extension, mimeType, head) => {
	const [short, long] = [base64(head), base64(head, LONG)];
	expect(take({ attachment: long })).toStrictEqual({ files: { attachment: { key: 'attachment', content: Buffer.from(long, 'base64'), extension, mimeType } }, unreadableFiles: [] });
	expect(take({ seal_image: short })).toStrictEqual({ files: {}, unreadableFiles: ['seal_image'] });
});

test.each([
	['another kind of archive', 'PK\x03\x04 word/document.xml'],
	['a sound', 'RIFF0000WAVE'],
	['text', 'Dear Sir or Madam'],
])('%s is no file that an answer promises', (_name, head) => {
	for (const key of ['excel', 'seal_image']) expect(take({ [key]: base64(head) })).toStrictEqual({ files: {}, unreadableFiles: [key] });
	const result = { note: base64(head, LONG) };
	const before = structuredClone(result);
	expect(take(result)).toStrictEqual({ files: {}, unreadableFiles: [] });
	expect(result).toStrictEqual(before);
});

describe('keys', () => {
	test.each(['image', 'seal_image', 'a_b_image'])('%s promises a picture', (key) => {
		expect(Object.keys(take({ [key]: PNG }).files)).toStrictEqual([key]);
	});

	test.each(['images', 'sealimage', 'image_name', 'Excel', 'excel_file', 'my_excel'])('%s promises nothing, so that a short text stays', (key) => {
		const result = { [key]: PNG };
		expect(take(result)).toStrictEqual({ files: {}, unreadableFiles: [] });
		expect(result).toStrictEqual({ [key]: PNG });
	});

	test.each([
		['new/key image', 'new_key_image'],
		['1st', 'file_1st'],
		['_x', 'file__x'],
		['Größe', 'Gr_e'],
		['x'.repeat(60), 'x'.repeat(40)],
		['图', 'file__'],
	])('%s is the binary field %s', (key, name) => {
		const result = { [key]: base64(PNG_HEAD, LONG) };
		expect(Object.values(take(result).files).map((file) => file.key)).toStrictEqual([name]);
		expect(result).toStrictEqual({ [key]: name });
	});

	test('files of a list are named by their places', () => {
		const result = { pictures: [base64(PNG_HEAD, LONG), 'short', base64(PNG_HEAD, LONG)] };
		expect(Object.keys(take(result).files)).toStrictEqual(['file_0', 'file_2']);
		expect(result).toStrictEqual({ pictures: ['file_0', 'short', 'file_2'] });
	});

	test('further files of one key are numbered from 2, and keep the key', () => {
		const seals = [PNG, PNG, PNG].map((seal_image) => ({ seal_image }));
		const { files } = take({ list: seals });
		expect(Object.entries(files).map(([name, { key }]) => [name, key]).sort()).toStrictEqual([['seal_image', 'seal_image'], ['seal_image_2', 'seal_image'], ['seal_image_3', 'seal_image']]);
		expect(seals.map(({ seal_image }) => seal_image).sort()).toStrictEqual(['seal_image', 'seal_image_2', 'seal_image_3']);
	});
});

describe('a text that is long', () => {
	const head = base64(PNG_HEAD, 3_000);

	test.each<[number, boolean]>([[1023, false], [1024, true]])('of %i characters is looked at: %p', (length, looked) => {
		// Whole bytes only: three of them are four characters.
		const text = head.slice(0, length - (length % 4) + (length % 4 === 0 ? 0 : 3));
		expect(text).toHaveLength(length);
		expect(Object.keys(take({ note: text }).files)).toStrictEqual(looked ? ['note'] : []);
	});

	test('behind a data: head is a file without it', () => {
		const { files } = take({ note: `data:image/svg+xml.x-1;base64,${head}` });
		expect(files.note?.content.equals(Buffer.from(head, 'base64'))).toBe(true);
	});

	test.each([`data:image/png,${head}`, ` data:image/png;base64,${head}`, `data:${'x'.repeat(101)};base64,${head}`])('behind another head is a text', (note) => {
		const result = { note };
		expect(take(result).files).toStrictEqual({});
		expect(result).toStrictEqual({ note });
	});
});

describe('base64', () => {
	const bytes = (length: number) => Buffer.concat([Buffer.from(PNG_HEAD, 'latin1'), Buffer.alloc(length - 8, 9)]);
	const contentOf = (text: string) => take({ a_image: text }).files.a_image?.content;

	test.each([60, 61, 62, 63])('of %i bytes, padded and not', (length) => {
		const text = bytes(length).toString('base64');
		expect(contentOf(text)).toStrictEqual(bytes(length));
		expect(contentOf(text.replace(/=+$/, ''))).toStrictEqual(bytes(length));
	});

	test.each(['\n', '\r\n'])('in lines that end in %j, the last one too', (end) => {
		for (const length of [60, 61, 62]) {
			const lines = bytes(length).toString('base64').match(/.{1,20}/g) ?? [];
			expect(contentOf(lines.join(end))).toStrictEqual(bytes(length));
		}
		expect(contentOf(`${bytes(60).toString('base64')}\n`)).toStrictEqual(bytes(60));
		expect(contentOf(`${bytes(61).toString('base64')}\n`)).toStrictEqual(bytes(61));
	});

	test.each([
		['with a sign that is none', (text: string) => `${text.slice(0, 40)}*${text.slice(41)}`],
		['with blanks', (text: string) => `${text.slice(0, 40)}  ${text.slice(40)}`],
		['that ends in the middle', (text: string) => `${text.slice(0, 40)}=${text.slice(41)}`],
		['with more padding than there can be', (text: string) => `${text}======`],
		['with text behind it', (text: string) => `${text}\n\n--- end ---`],
	])('%s is no file', (_name, damage) => {
		expect(take({ a_image: damage(bytes(60).toString('base64')) })).toStrictEqual({ files: {}, unreadableFiles: ['a_image'] });
	});
});

test.each([[null], [undefined], ['text'], [7]])('%j holds no files', (result) => {
	expect(take(result)).toStrictEqual({ files: {}, unreadableFiles: [] });
});

test('files are found however deep they are, beside coordinates, empty texts and nulls', () => {
	const result = { location: [[1, 2], [3, 4]], empty_image: '', none_image: null, list: [null, { inner: { seal_image: PNG, excel: XLSX } }] };
	expect(Object.keys(take(result).files).sort()).toStrictEqual(['excel', 'seal_image']);
	expect(result).toStrictEqual({ location: [[1, 2], [3, 4]], empty_image: '', none_image: null, list: [null, { inner: { seal_image: 'seal_image', excel: 'excel' } }] });
});

test('more than 200 files: what was promised is null, what was not promised stays no text either', () => {
	const result = { list: Array.from({ length: 201 }, () => ({ attachment: base64(PNG_HEAD, LONG) })) };
	const { files, unreadableFiles } = take(result);
	expect([Object.keys(files).length, unreadableFiles]).toStrictEqual([200, ['attachment']]);
	expect(result.list.filter(({ attachment }) => attachment === null)).toHaveLength(1);
});
