// The objects of a PDF: where they are found, with cross references of every kind, damaged ones, and none.
import { deflateSync } from 'node:zlib';

import { Budget } from '../../nodes/HuaweiOcr/input/pdf/budget.ts';
import { OverBudget, PdfSyntaxError } from '../../nodes/HuaweiOcr/input/pdf/damage.ts';
import { openPdf } from '../../nodes/HuaweiOcr/input/pdf/index.ts';
import { ObjectStore } from '../../nodes/HuaweiOcr/input/pdf/objects.ts';
import { writeValue } from '../../nodes/HuaweiOcr/input/pdf/write.ts';
import { plainPages } from '../../workshop/checks/large/rawPages.cts';
import { hybrid, object, objectStream, updated, withTable, withXrefStream, type RawFile, type RawObject, type TableOptions } from '../../workshop/checks/large/rawPdf.cts';
import { latin1 } from './pdfText.cts';

const open = async (file: Buffer) => await ObjectStore.open(file, new Budget(file.length));
const valueOf = async (store: ObjectStore, number: number) => {
	const found = await store.get(number);
	return found && writeValue(found.value);
};
const isSmall = ({ stream }: RawObject): boolean => !stream;

/** A file of one page whose object 5 is what a test looks for. */
function fileWith(...more: RawObject[]): RawFile {
	const { objects } = plainPages({ pages: 1 });
	return { objects: [...objects, ...more] };
}

const NOTE: RawObject = { number: 5, body: '(kept)' };
const KEPT = '<6b657074>';

describe('cross references that are followed', () => {
	test.each<[string, TableOptions]>([
		['a table', {}],
		['lines that end with two characters', { lineEnd: '\r\n', entryEnd: '\r\n' }],
		['lines that end with a carriage return', { lineEnd: '\r', entryEnd: ' \r' }],
		['entries of 19 bytes', { entryEnd: '\n' }],
		['entries of 21 bytes', { entryEnd: ' \r\n' }],
		['a table whose first entry is numbered 1', { firstNumber: 1 }],
	])('%s', async (_name, options) => {
		const store = await open(withTable(fileWith(NOTE), options));
		expect(await valueOf(store, 5)).toBe(KEPT);
		expect(store.isRecovered).toBe(false);
	});

	test.each<[string, Parameters<typeof withXrefStream>[1]]>([
		['a stream', {}],
		['a stream without types: all objects stand by themselves', { widths: [0, 3, 1] }],
		['a stream without generations', { widths: [1, 3, 0] }],
		['a stream with a predictor', { predictor: true }],
		['an object stream', { packed: isSmall }],
		['fields of eight bytes', { packed: isSmall, widths: [8, 8, 8] }],
	])('%s', async (_name, options) => {
		const store = await open(withXrefStream(fileWith(NOTE), options));
		expect(await valueOf(store, 5)).toBe(KEPT);
		expect(await store.get(700)).toBeUndefined();
		expect(store.isRecovered).toBe(false);
	});

	test('a table for old readers, with newer objects in a stream beside it', async () => {
		const store = await open(hybrid(fileWith(NOTE), ({ number }) => number === 5));
		expect(await valueOf(store, 5)).toBe(KEPT);
		expect(store.isRecovered).toBe(false);
	});

	test('of updates the newest counts, and what it deletes is gone', async () => {
		const file = updated(updated(withTable(fileWith(NOTE, { number: 6, body: '(old)' })), [{ number: 6, body: '(new)' }]), [{ number: 7, body: '7' }], [5]);
		const store = await open(file);
		expect([await valueOf(store, 5), await valueOf(store, 6), await valueOf(store, 7)]).toEqual([undefined, '<6e6577>', '7']);
		expect(store.isRecovered).toBe(false);
	});

	test('entries that begin at byte 0 are free', async () => {
		const file = withTable(fileWith(NOTE)).toString('latin1').replace(/\d{10} 00000 n(?=[^n]*trailer)/, '0000000000 00000 n');
		expect(await (await open(latin1(file))).get(11)).toBeUndefined();
	});

	/** Three objects and a stream of cross references whose rows are given: type, place, index. */
	function withRows(entries: string, rows: (places: number[]) => number[][], type = '/Type/XRef'): Buffer {
		const objects = [object({ number: 1, body: '<</Type/Catalog/Pages 2 0 R>>' }), object({ number: 40, body: '(forty)' }), object({ number: 41, body: '(forty-one)' })];
		const head = latin1('%PDF-1.7\n');
		const places = objects.map((_, index) => head.length + objects.slice(0, index).reduce((sum, { length }) => sum + length, 0));
		const begin = head.length + objects.reduce((sum, { length }) => sum + length, 0);
		const stream = Buffer.from(rows(places).flatMap(([kind = 0, place = 0, index = 0]) => [kind, place >> 8, place & 255, index]));
		return Buffer.concat([head, ...objects, object({ number: 90, body: `<<${type}/W[1 2 1]/Root 1 0 R${entries}>>`, stream }), latin1(`startxref\n${begin}\n%%EOF`)]);
	}
	const plain = (places: number[]) => places.map((place) => [1, place, 0]);

	test.each([
		['ranges of numbers', '/Index[1 1 40 2]', [0, 1, 2]],
		['ranges in any order', '/Index[41 1 1 1 40 1]', [2, 0, 1]],
		['a range longer than the data', '/Index[1 1 40 900]', [0, 1, 2]],
		['an empty range between', '/Index[1 1 7 0 40 2]', [0, 1, 2]],
	])('%s', async (_name, entries, order) => {
		const store = await open(withRows(entries, (places) => plain(order.map((index) => places[index] ?? 0))));
		expect([await valueOf(store, 40), await valueOf(store, 41), await valueOf(store, 42)]).toEqual(['<666f727479>', '<666f7274792d6f6e65>', undefined]);
		expect(store.isRecovered).toBe(false);
	});

	test('an entry of an unknown type is free', async () => {
		const store = await open(withRows('/Index[1 1 40 2]', ([root = 0, , last = 0]) => [[1, root, 0], [3, 9, 9], [1, last, 0]]));
		expect(await store.get(40)).toBeUndefined();
		expect(store.isRecovered).toBe(false);
	});

	test.each([
		['of no type', '/Index[1 1 40 2]', ''],
		['of another type', '/Index[1 1 40 2]', '/Type/ObjStm'],
		['in an unknown packing', '/Index[1 1 40 2]/Filter/LZWDecode', '/Type/XRef'],
		['whose widths are missing', '/Index[1 1 40 2]/W null', '/Type/XRef'],
		['whose widths are too few', '/Index[1 1 40 2]/W[1 2]', '/Type/XRef'],
		['without places', '/Index[1 1 40 2]/W[1 0 1]', '/Type/XRef'],
		['whose fields are too wide', '/Index[1 1 40 2]/W[1 9 1]', '/Type/XRef'],
	])('a stream %s is not followed, the objects are searched for', async (_name, entries, type) => {
		const file = withRows(entries, plain, type);
		const store = await open(file);
		expect(store.isRecovered).toBe(true);
		expect(await valueOf(store, 40)).toBe('<666f727479>');
	});
});

describe('damaged cross references: the objects are searched for', () => {
	const entryOf = (file: string, number: number) => `${String(file.indexOf(`\n${number} 0 obj`) + 1).padStart(10, '0')} 00000 n`;
	const text = () => withTable(fileWith(NOTE, { number: 6, body: '(six)' })).toString('latin1');
	test.each([
		['startxref is missing', () => text().replace('startxref', 'startxxxx')],
		['startxref leads behind the file', () => text().replace(/startxref\n\d+/, 'startxref\n99999999')],
		['startxref leads into an object', () => text().replace(/startxref\n\d+/, 'startxref\n20')],
		['the table is cut off', () => text().replace(/trailer[\s\S]*(?=startxref)/, '')],
		['an entry is no entry', () => text().replace(entryOf(text(), 6), '00000000x0 00000 n')],
		['the trailer is no dictionary', () => text().replace(/trailer\n<</, 'trailer\n[<<').replace('>>\nstartxref', '>>]\nstartxref')],
		['the trailer names no catalog', () => text().replace('/Root 1 0 R', '/Info 1 0 R')],
		['the chain of sections is a loop', () => text().replace(/(\/Root 1 0 R)(>>\nstartxref\n(\d+))/, '$1/Prev $3$2')],
		['an entry leads to another object', () => text().replace(entryOf(text(), 6), entryOf(text(), 5))],
		['an entry leads behind the file', () => text().replace(entryOf(text(), 6), '0099999999 00000 n')],
	])('%s', async (_name, make) => {
		const store = await open(latin1(make()));
		expect([await valueOf(store, 5), await valueOf(store, 6)]).toEqual([KEPT, '<736978>']);
		expect(store.isRecovered).toBe(true);
		expect(await (await openPdf(latin1(make()))).pageCount()).toBe(1);
	});

	test('where a number comes twice, the later object counts', async () => {
		const store = await open(latin1(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n5 0 obj(old)endobj\n5 1 obj(new)endobj\n`));
		expect(await valueOf(store, 5)).toBe('<6e6577>');
	});

	test('of two catalogs the later one counts, where no trailer names one', async () => {
		const catalogs = '1 0 obj<</Type/Catalog/Version/Old>>endobj\n2 0 obj<</Type/Catalog/Version/New>>endobj\n';
		const store = await open(latin1(`%PDF-1.4\n${catalogs}3 0 obj<</Like/Catalog>>endobj\n`));
		expect(await store.dict(store.root)).toEqual((await store.get(2))?.value);
		const named = await open(latin1(`%PDF-1.4\n${catalogs}trailer<</Root 1 0 R>>\ntrailer<</Size 3>>`));
		expect(await named.dict(named.root)).toEqual((await named.get(1))?.value);
	});

	test('of two trailers the later one counts', async () => {
		const objects = '1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Type/Catalog>>endobj\n';
		const store = await open(latin1(`%PDF-1.4\n${objects}trailer<</Root 1 0 R>>\ntrailer<</Root 2 0 R>>`));
		expect(store.root).toMatchObject({ number: 2 });
	});

	test('an unreadable object ends nothing but itself', async () => {
		const store = await open(latin1('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n4 0 obj<<</Broken endobj\n5 0 obj(kept)endobj\n'));
		await expect(store.get(4)).rejects.toThrow(PdfSyntaxError);
		await expect(store.get(4)).rejects.toThrow(PdfSyntaxError);
		expect(await valueOf(store, 5)).toBe(KEPT);
	});

	test.each(['', 'no objects at all', '1 0 obj<</Type/Pages>>endobj'])('a file without a catalog is damaged: %s', async (rest) => {
		await expect(open(latin1(`%PDF-1.4\n${rest}`))).rejects.toThrow(PdfSyntaxError);
	});

	test('a word that ends like the head of an object is none', async () => {
		const store = await open(latin1('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n5 0 obj(kept)endobj % 7 endobj\n5 x obj(wrong)\n'));
		expect(await valueOf(store, 5)).toBe(KEPT);
		expect(await store.get(7)).toBeUndefined();
	});

	test.each(['5 0 obj', '5\n0\nobj', '5 \r\n 0\tobj', '0000000005 00000 obj'])('%j begins an object', async (head) => {
		expect(await valueOf(await open(latin1(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${head}(kept)endobj`)), 5)).toBe(KEPT);
	});

	const inStream = (...inside: RawObject[]) => object(objectStream(30, inside)).toString('latin1');
	test('objects in object streams are found, too, and what stands later counts', async () => {
		const root = '1 0 obj<</Type/Catalog>>endobj\n';
		const before = await open(latin1(`%PDF-1.5\n${root}${inStream(NOTE, { number: 6, body: '(old)' })}6 0 obj(new)endobj\n`));
		expect([await valueOf(before, 5), await valueOf(before, 6)]).toEqual([KEPT, '<6e6577>']);
		const behind = await open(latin1(`%PDF-1.5\n${root}6 0 obj(old)endobj\n${inStream({ number: 6, body: '(new)' })}`));
		expect(await valueOf(behind, 6)).toBe('<6e6577>');
	});

	test('only object streams are taken for object streams', async () => {
		const other = object({ number: 31, body: '<</Type/Other/Like/ObjStm/N 1/First 4>>', stream: latin1('5 0 (wrong)') }).toString('latin1');
		const store = await open(latin1(`%PDF-1.5\n1 0 obj<</Type/Catalog>>endobj\n5 0 obj(kept)endobj\n32 0 obj<</Type/ObjStm>>endobj\n33 0 obj[/ObjStm]endobj\n${other}`));
		expect(await valueOf(store, 5)).toBe(KEPT);
	});

	test('a trailer in a stream of cross references names the catalog', async () => {
		const file = withXrefStream(fileWith(NOTE), { packed: isSmall }).toString('latin1').replace(/startxref\n\d+/, 'startxref\n7');
		const store = await open(latin1(file));
		expect([store.isRecovered, await valueOf(store, 5)]).toEqual([true, KEPT]);
		expect(store.root).toMatchObject({ number: 1 });
	});
});

describe('object streams', () => {
	/** A file whose objects 5 and 6 stand in an object stream, with its text changed. */
	const changed = (change: (text: string) => string, inside: RawObject[] = [NOTE, { number: 6, body: '[1 2]' }]) => {
		const numbers = inside.map(({ number }) => number);
		return latin1(change(withXrefStream(fileWith(...inside), { packed: ({ number }) => numbers.includes(number) }).toString('latin1')));
	};

	test('an entry whose index is wrong is found by its number', async () => {
		const { objects } = fileWith(NOTE, { number: 6, body: '[1 2]' });
		const reversed = withXrefStream({ objects }, { packed: ({ number }) => number === 5 || number === 6 });
		const own = /(\d+) 0 obj\n<<\/Type\/ObjStm/.exec(reversed.toString('latin1'))?.[1];
		const swapped = object(objectStream(Number(own), [{ number: 6, body: '[1 2]' }, NOTE]));
		const original = object(objectStream(Number(own), [NOTE, { number: 6, body: '[1 2]' }]));
		const at = reversed.indexOf(original);
		const padded = Buffer.concat([swapped, Buffer.alloc(Math.max(0, original.length - swapped.length), ' ')]);
		const file = Buffer.concat([reversed.subarray(0, at), padded.subarray(0, original.length), reversed.subarray(at + original.length)]);
		const store = await open(file);
		expect([await valueOf(store, 5), await valueOf(store, 6)]).toEqual([KEPT, '[1 2]']);
	});

	test.each([
		['N is too small', (text: string) => text.replace('/N 2', '/N 1'), [KEPT, undefined]],
		['N is too large', (text: string) => text.replace('/N 2', '/N 9'), [KEPT, '[1 2]']],
		['First is missing', (text: string) => text.replace('/First', '/Thirs'), [undefined, undefined]],
		['the packing is unknown', (text: string) => text.replace(/(ObjStm\/N 2\/First \d+\/Filter)\/FlateDecode/, '$1/Other      '), [undefined, undefined]],
	])('%s', async (_name, change, wanted) => {
		const store = await open(changed(change));
		const values = await Promise.all([5, 6].map(async (number) => await valueOf(store, number).catch(() => undefined)));
		expect(values).toEqual(wanted);
	});

	test('an object stream that is too large is damage, and a bomb costs its budget', async () => {
		const bomb: RawObject = { number: 30, body: '<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>', stream: deflateSync(Buffer.concat([latin1('5 0 '), Buffer.alloc(3_000_000, ' ')])) };
		const file = Buffer.concat([latin1('%PDF-1.5\n1 0 obj<</Type/Catalog>>endobj\n'), object(bomb)]);
		const store = await open(file);
		expect(await store.get(5)).toBeUndefined();
		await expect(ObjectStore.open(file, new Budget(file.length, { unpacked: 1_000_000 }))).rejects.toThrow(OverBudget);
	});
});

describe('where the data of a stream end', () => {
	const DATA = 'ab endstream cd';
	const withStream = (length: string, ...more: RawObject[]) => fileWith({ number: 6, body: '<<>>', stream: latin1(DATA), length }, ...more);
	const dataOf = async (file: Buffer) => {
		const store = await open(file);
		const found = await store.get(6);
		return [(await store.streamData(found as NonNullable<typeof found>)).toString('latin1'), found?.stream?.lengthIsTrue];
	};

	test.each([
		['the length is true', '15', [], [DATA, true]],
		['the length stands elsewhere', '7 0 R', [{ number: 7, body: '15' }], [DATA, true]],
		['the length is too short', '14', [], ['ab ', false]],
		['the length is too long', '99', [], ['ab ', false]],
		['the length leads behind the file', '99999999', [], ['ab ', false]],
		['the length is negative', '-1', [], ['ab ', false]],
		['the length is missing', 'null', [], ['ab ', false]],
		['the length stands nowhere', '7 0 R', [], ['ab ', false]],
		['the length is no number', '7 0 R', [{ number: 7, body: '/Long' }], ['ab ', false]],
	])('%s', async (_name, length, more, wanted) => {
		expect(await dataOf(withTable(withStream(length, ...more)))).toEqual(wanted);
	});

	test('the length stands in an object stream', async () => {
		const file = withXrefStream(withStream('7 0 R', NOTE, { number: 7, body: '15' }), { packed: ({ number }) => number === 5 || number === 7 });
		const store = await open(file);
		await store.get(5);
		const found = await store.get(6);
		expect([found?.stream?.length, found?.stream?.lengthIsTrue]).toEqual([15, true]);
		// Before that object stream was opened, the end is searched for: to open it for a length could lead in a circle.
		expect((await (await open(file)).get(6))?.stream?.lengthIsTrue).toBe(false);
	});

	test.each([
		['\n', 'x'],
		['\r\n', 'x'],
		['\r', 'x'],
		['  \n', 'x'],
		['', 'x'],
	])('the data begin behind the end of the line %j', async (lineEnd, data) => {
		const file = latin1(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n6 0 obj<</Length 1>>stream${lineEnd}${data}\nendstream endobj\n`);
		expect(await dataOf(file)).toEqual([data, true]);
	});

	test.each(['\n', '\r\n', '\r', ''])('the end of a line before the end of the data is none of them: %j', async (lineEnd) => {
		const file = latin1(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n6 0 obj<<>>stream\nxyz${lineEnd}endstream endobj\n`);
		expect(await dataOf(file)).toEqual(['xyz', false]);
	});

	test('a stream without end is damage', async () => {
		const store = await open(latin1('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n6 0 obj<<>>stream\nxyz'));
		await expect(store.get(6)).rejects.toThrow(PdfSyntaxError);
	});
});

describe('references', () => {
	test('a chain of references leads to its value, one without end to nothing', async () => {
		const chain = Array.from({ length: 16 }, (_, index) => ({ number: 20 + index, body: `${21 + index} 0 R` }));
		const store = await open(withTable(fileWith(...chain, { number: 36, body: '(kept)' }, { number: 40, body: '40 0 R' })));
		const resolved = async (number: number) => {
			const value = await store.resolve((await store.get(number))?.value);
			return value === undefined ? undefined : writeValue(value);
		};
		expect([await resolved(21), await resolved(20), await resolved(40)]).toEqual([KEPT, KEPT, undefined]);
	});

	test('thousands of objects are read again and again', async () => {
		const many = Array.from({ length: 400 }, (_, index) => ({ number: 100 + index, body: `(${String(index).padStart(3000, '.')})` }));
		const store = await open(withTable({ objects: [...fileWith().objects, ...many] }));
		for (let round = 0; round < 2; round++) {
			for (let index = 0; index < 400; index++) expect((await store.get(100 + index))?.raw.length).toBe(3002);
		}
	});
});
