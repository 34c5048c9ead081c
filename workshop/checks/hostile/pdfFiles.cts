// PDFs that want to hang, fill or end whoever reads them.
import { deflateSync } from 'node:zlib';

import { contentNumber, ownNumber, packed, pageNumber, plainPages, scannedPages } from '../large/rawPages.cts';
import { layOut, text, withTable, withXrefStream, type RawFile, type RawObject } from '../large/rawPdf.cts';
import type { HostileFile } from './files.cts';

const MB = 1024 * 1024;

/** A file whose page tree's root is this. */
function treeOf(root: string, more: RawObject[] = []): Buffer {
	const file = plainPages();
	const objects = file.objects.map((each) => (each.number === 2 ? { ...each, body: root } : each));
	return withTable({ objects: [...objects.filter(({ number }) => !more.some((other) => other.number === number)), ...more] });
}

/** A file whose first page has these entries, too. */
const pageWith = (entries: string, more: RawObject[] = []): Buffer => {
	const file = plainPages({ page: (index) => (index === 0 ? entries : '') });
	file.objects.push(...more);
	return withTable(file);
};

/** Objects between a good head and no cross references at all. */
const loose = (body: string | Buffer): Buffer => Buffer.concat([text('%PDF-1.5\n'), typeof body === 'string' ? text(body) : body]);

const CATALOG = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/MediaBox[0 0 99 99]>>endobj ';

/** A file whose only cross references are a stream with this dictionary. */
function xrefStream(dict: string, data: Buffer): Buffer {
	const head = text(`%PDF-1.5\n${CATALOG}\n`);
	const stream = Buffer.concat([text(`9 0 obj<</Type/XRef/Root 1 0 R${dict}/Length ${data.length}>>stream\n`), data, text('\nendstream endobj\n')]);
	return Buffer.concat([head, stream, text(`startxref\n${head.length}\n%%EOF\n`)]);
}

/** So many bytes of one value, packed. */
const bomb = (bytes: number, value = 0): Buffer => deflateSync(Buffer.alloc(bytes, value), { level: 9 });

/** A bomb too large for one buffer: deflate streams of zeros can be put together by hand. */
function repeatedBomb(times: number): Buffer {
	const one = bomb(8 * MB);
	// The first block without its end, again and again: each copy begins where the other stopped being read.
	return Buffer.concat(Array.from({ length: times }, () => one.subarray(2, one.length - 8)));
}

function withObjectStream(dict: string, data: Buffer): Buffer {
	const head = text('%PDF-1.5\n');
	const container: RawObject = { number: 8, body: `<</Type/ObjStm${dict}/Filter/FlateDecode>>`, stream: data };
	const { bytes, places } = layOut([container], head.length);
	const rows = [
		[0, 0, 0],
		[2, 8, 0],
		[2, 8, 1],
		[2, 8, 2],
		...Array.from({ length: 4 }, () => [0, 0, 0]),
		[1, places.get(container) ?? 0, 0],
		[1, head.length + bytes.length, 0],
	];
	const table = Buffer.concat(
		rows.map(([type = 0, second = 0, third = 0]) => {
			const row = Buffer.alloc(7);
			row[0] = type;
			row.writeUInt32BE(second, 1);
			row.writeUInt16BE(third, 5);
			return row;
		}),
	);
	const own = text(`9 0 obj<</Type/XRef/Size 10/W[1 4 2]/Root 1 0 R/Length ${table.length}>>stream\n`);
	return Buffer.concat([head, bytes, own, table, text(`\nendstream endobj\nstartxref\n${head.length + bytes.length}\n%%EOF`)]);
}

const repeat = (part: string, bytes: number): string => part.repeat(Math.ceil(bytes / part.length));

export async function hostilePdfs(): Promise<HostileFile[]> {
	const scan = withTable(await scannedPages(3, { width: 1400, height: 1100 }));
	const cut = Array.from({ length: 20 }, (_, index): [string, Buffer] => {
		const at = Math.floor((scan.length * (index + 1)) / 21);
		return [`a scan of ${(scan.length / MB).toFixed(1)} MB, cut off at ${at}`, scan.subarray(0, at)];
	});
	const many = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join('');
	const files: Array<[string, Buffer]> = [
		...cut,
		['an upload of 4 MB that broke off', withTable(await scannedPages(12, { width: 1400, height: 1100 })).subarray(0, 4 * MB)],
		['a length below zero', text('%PDF-1.4\n1 0 obj<</Length -9>>stream\nx\nendstream endobj 1 0 obj<</Length -9>>stream\nx\ntrailer<</Root 1 0 R>>')],
		['lengths below zero, many', loose(`${CATALOG}${many(20_000, (i) => `${i + 9} 0 obj<</Length -${i}>>stream\nx\n`)}trailer<</Root 1 0 R>>`)],
		['20,000 streams without an end', loose(`${CATALOG}${many(20_000, (i) => `${i + 9} 0 obj<<>>stream\n`)}trailer<</Root 1 0 R>>`)],
		['object streams without an end', loose(`${CATALOG}${many(6_000, (i) => `${i + 9} 0 obj<</Type/ObjStm/N 5/First 9>>stream\nabc`)}trailer<</Root 1 0 R>>`)],
		['objects without an end', loose(`${CATALOG}${many(30_000, (i) => `${i + 9} 0 obj<</A[`)}`)],
		['no object ends, 2 MB', loose(repeat('7 0 obj<</A 1>>\n', 2 * MB))],
		['the word obj, 7 MB of it', loose(repeat('obj ', 7 * MB))],
		['heads of objects, 7 MB of them', loose(repeat('1 0 obj ', 7 * MB))],
		['heads of objects of all numbers', loose(many(400_000, (i) => `${i} 0 obj\n`))],
		['trailers, 7 MB of them', loose(repeat('trailer<<', 7 * MB))],
		['trailers that are deep', loose(repeat('trailer [[[[[[[[[[[[[[[[[[[[[[[[', 2 * MB))],
		['the name ObjStm, 4 MB of it', loose(`${CATALOG}5 0 obj<<${repeat('/ObjStm', 4 * MB)}>>`)],
		['the name XRef, 4 MB of it', loose(`5 0 obj<<${repeat('/XRef ', 4 * MB)}>>`)],
		['the name Catalog, 4 MB of it', loose(`5 0 obj<<${repeat('/Catalog ', 4 * MB)}>>`)],
		['the word startxref, 2 MB of it', loose(repeat('startxref 9 ', 2 * MB))],
		['7 MB of zeros', loose(Buffer.alloc(7 * MB))],
		['7 MB of spaces', loose(Buffer.alloc(7 * MB, ' '))],
		['7 MB of comment', loose(Buffer.alloc(7 * MB, '%'))],
		['7 MB of digits', loose(Buffer.alloc(7 * MB, '1'))],
		['7 MB of digits and spaces', loose(repeat('1 0 ', 7 * MB))],
		['a million opening brackets', pageWith(`/Contents ${'['.repeat(1_000_000)}`)],
		['a million opening dictionaries', pageWith(`/Resources ${'<</A '.repeat(500_000)}`)],
		['deep brackets that close', pageWith(`/Rotate ${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
		['a string of 6 MB', pageWith(`/Note(${'(a)'.repeat(2 * MB)})`)],
		['a string without end', pageWith(`/Note(${'(a'.repeat(2 * MB)}`)],
		['strings in hexadecimal without end', pageWith(`/Note${'<41'.repeat(MB)}`)],
		['200,000 names of its own', pageWith(many(200_000, (i) => `/Name${i} ${i}`))],
		['200,000 numbers', pageWith(`/Numbers[${'12.5 '.repeat(200_000)}]`)],
		['a list of 400,000 references', pageWith(`/Annots[${many(400_000, (i) => `${i} 0 R `)}]`)],
		['a reference to itself', pageWith('/Resources 4 0 R', [{ number: 4, body: '4 0 R' }])],
		['references in a circle', pageWith('/Contents 4 0 R', [{ number: 4, body: '5 0 R' }, { number: 5, body: '4 0 R' }])],
		['a length that is its own stream', pageWith('/Contents 4 0 R', [{ number: 4, body: '<<>>', stream: text('x'), length: '4 0 R' }])],
		['cross references of no width', xrefStream('/Size 99999999/W[0 0 0]', Buffer.alloc(10))],
		['cross references of one width', xrefStream('/Size 99999999/W[1 0 0]', Buffer.alloc(10))],
		['cross references of huge widths', xrefStream('/Size 9/W[1 999999999 2]', Buffer.alloc(100))],
		['cross references of eight bytes', xrefStream('/Size 9/W[8 8 8]', Buffer.alloc(240, 255))],
		['cross references of four thousand million', xrefStream('/Size 4294967295/W[1 4 2]/Index[0 4294967295]', Buffer.alloc(700, 1))],
		['cross references in 300,000 parts', xrefStream(`/Size 9/W[1 4 2]/Index[${many(90_000, (i) => `${i * 3} 1 `)}]`, Buffer.alloc(630_000, 1))],
		['cross references that unpack to 300 MB', xrefStream('/Size 9/W[1 4 2]/Filter/FlateDecode', bomb(300 * MB))],
		['cross references that unpack to 20 MB', xrefStream('/Size 3000000/W[1 4 2]/Filter/FlateDecode', bomb(20 * MB, 1))],
		['cross references that unpack without end', xrefStream('/Size 9/W[1 4 2]/Filter/FlateDecode', Buffer.concat([Buffer.from('789c', 'hex'), repeatedBomb(200)]))],
		['a predictor with a row of a thousand million', xrefStream('/Size 9/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1000000000>>', bomb(MB))],
		['a predictor without colours', xrefStream('/Size 9/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Colors 0/Columns 7>>', bomb(MB))],
		['a predictor with rows of one byte', xrefStream('/Size 9/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 1>>', bomb(16 * MB, 4))],
		['a table of a thousand million', Buffer.concat([loose(CATALOG), text(`xref\n0 999999999\n0000000000 65535 f \ntrailer<</Root 1 0 R>>startxref\n${loose(CATALOG).length}\n%%EOF`)])],
		['a table in 300,000 parts', Buffer.concat([loose(CATALOG), text(`xref\n${many(300_000, (i) => `${i * 2} 0\n`)}trailer<</Root 1 0 R>>startxref\n${loose(CATALOG).length}\n%%EOF`)])],
		['a table that is its own predecessor', ((file) => Buffer.from(file.toString('latin1').replace('/Root 1 0 R>>', `/Root 1 0 R/Prev ${file.lastIndexOf('xref\n0')}>>`), 'latin1'))(withTable(plainPages()))],
		['two thousand updates', (() => { let file = withTable(plainPages()); const parts = [file]; let length = file.length; let before = file.lastIndexOf('xref\n0'); for (let i = 0; i < 2000; i++) { const update = `xref\n0 0\ntrailer<</Root 1 0 R/Size 99/Prev ${before}>>\nstartxref\n${length}\n%%EOF\n`; before = length; length += update.length; parts.push(text(update)); } file = Buffer.concat(parts); return file; })()],
		['an object stream that unpacks a thousandfold', withObjectStream('/N 3/First 20', bomb(200 * MB, 0x20))],
		['an object stream of four thousand million', withObjectStream('/N 4294967295/First 4294967295', deflateSync(text(repeat('1 0 ', 4 * MB))))],
		['an object stream that begins below zero', withObjectStream('/N 3/First -50', deflateSync(text('1 0 2 0 3 0 <<>>')))],
		['an object stream that holds itself', withObjectStream('/N 3/First 14', deflateSync(text('8 0 8 0 8 0   <</Type/Catalog/Pages 8 0 R>>')))],
		['an object stream that is damaged', withObjectStream('/N 3/First 14', deflateSync(text('1 0 2 9 3 18 <<>>')).subarray(0, 12))],
		['forty object streams of 6 MB', manyObjectStreams(40)],
		['20 million pages', treeOf('<</Type/Pages/Count 20000000/Kids[]>>')],
		['9,999 pages of which there is one', treeOf(`<</Type/Pages/Count 9999/Kids[${pageNumber(0)} 0 R]>>`)],
		['pages below zero', treeOf('<</Type/Pages/Count -3/Kids[]>>')],
		['a tree that is its own branch', treeOf('<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>')],
		['a tree that doubles forty times', treeOf('<</Type/Pages/Count 3/Kids[40 0 R 40 0 R]>>', Array.from({ length: 40 }, (_, i) => ({ number: 40 + i, body: i === 39 ? '<</Kids[]>>' : `<</Kids[${41 + i} 0 R ${41 + i} 0 R]>>` })))],
		['a tree that doubles forty times, with pages', treeOf('<</Type/Pages/Count 3/Kids[40 0 R 40 0 R]>>', Array.from({ length: 40 }, (_, i) => ({ number: 40 + i, body: `<</Kids[${i === 39 ? pageNumber(0) : 41 + i} 0 R ${i === 39 ? pageNumber(1) : 41 + i} 0 R]>>` })))],
		['a tree of ten thousand levels', treeOf('<</Type/Pages/Count 3/Kids[40 0 R]>>', Array.from({ length: 10_000 }, (_, i) => ({ number: 40 + i, body: `<</Kids[${41 + i} 0 R]>>` })))],
		['the same page 90,000 times', treeOf(`<</Type/Pages/Count 3/Kids[${`${pageNumber(0)} 0 R `.repeat(90_000)}]>>`)],
		['90,000 pages that are not there', treeOf(`<</Type/Pages/Count 3/Kids[${many(90_000, (i) => `${i + 1000} 0 R `)}]>>`)],
		['kids that are no list', treeOf('<</Type/Pages/Count 3/Kids 2 0 R>>')],
		['9,999 pages with all of the file each', everythingForEach(9_999)],
		['streams within streams', streamsWithinStreams(3_000)],
		['100,000 contents', pageWith(`/Resources<</XObject<</A 4 0 R/B 5 0 R>>>>/Contents[${`${contentNumber(1)} 0 R `.repeat(100_000)}]`)],
		['a content that unpacks to 300 MB', contentBomb(bomb(300 * MB, 0x20))],
		['a content that is all names', contentBomb(deflateSync(text(repeat('/a', 4 * MB))))],
		['a content of one long string', contentBomb(deflateSync(text(`(${'a'.repeat(500_000)}`)))],
		['a content of brackets', contentBomb(deflateSync(text('('.repeat(500_000))))],
		['a content of numbers', contentBomb(deflateSync(text('1 '.repeat(250_000))))],
		['fields that are their own parents', pageWith('/Annots[4 0 R]', [{ number: 4, body: '<</Subtype/Widget/Parent 5 0 R>>' }, { number: 5, body: '<</Parent 5 0 R/Kids[5 0 R 4 0 R]>>' }])],
		['encrypted by nobody knows what', encryptedWith('/Filter/Standard/V 99/R 99/O()/U()')],
		['encrypted with a key of a thousand million bits', encryptedWith('/Filter/Standard/V 2/R 3/Length 1000000000/P -4/O(x)/U(y)')],
		['encrypted with a key below zero', encryptedWith('/Filter/Standard/V 2/R 3/Length -8/P -4/O(x)/U(y)')],
		['encrypted, all parts empty', encryptedWith('/Filter/Standard/V 5/R 6/O()/U()/OE()/UE()')],
		['encrypted, all parts made up', encryptedWith(`/Filter/Standard/V 5/R 6/O<${'41'.repeat(48)}>/U<${'42'.repeat(48)}>/OE<${'43'.repeat(32)}>/UE<${'44'.repeat(32)}>/P -4`)],
		['encrypted for certificates', encryptedWith('/Filter/Adobe.PubSec/V 4')],
		['encrypted by itself', encryptedWith('/Filter/Standard/V 4/R 4/CF 4 0 R/StmF/X/StrF/X/O()/U()')],
		['a ZIP archive behind it', Buffer.concat([withTable(plainPages()), text('PK\x03\x04'), Buffer.alloc(MB, 0x41)])],
		['a web page around it', Buffer.concat([text('<html><!-- '), withTable(plainPages()), text(' --></html>')])],
		['a picture before it', Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), withTable(plainPages())])],
		['only its first line', text('%PDF-1.7\n')],
		['only its first word', text('%PDF-')],
		['a catalog alone', loose('1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>')],
	];
	return files.map(([name, bytes]) => ({ name: `PDF: ${name}`, fileName: 'hostile.pdf', bytes }));
}

function manyObjectStreams(count: number): Buffer {
	const { objects }: RawFile = plainPages();
	const filler = text(' '.repeat(6 * MB));
	const streams: RawObject[] = Array.from({ length: count }, (_, index) => ({
		number: 500 + index,
		body: `<</Type/ObjStm/N 1/First 12/Filter/FlateDecode>>`,
		stream: deflateSync(Buffer.concat([text(`${900 + index} 0 `.padEnd(12)), text('<<>>'), filler])),
	}));
	// Without cross references each of them has to be opened.
	const { bytes } = layOut([...objects, ...streams], 9);
	return Buffer.concat([text('%PDF-1.5\n'), bytes, text('trailer<</Root 1 0 R>>')]);
}

function everythingForEach(pages: number): Buffer {
	const file = plainPages({
		pages,
		resources: () => '/Resources 4 0 R',
	});
	const list = Array.from({ length: 500 }, (_, index) => `/I${index} ${1_000_000 + index} 0 R`).join('');
	file.objects.push({ number: 4, body: `<</XObject<<${list}>>>>` });
	const forms = Array.from({ length: 500 }, (_, index) => packed(1_000_000 + index, '<</Subtype/Form>>', 'q Q'));
	const { bytes } = layOut([...file.objects, ...forms], 9);
	return Buffer.concat([text('%PDF-1.5\n'), bytes, text('trailer<</Root 1 0 R>>')]);
}

/** Each stream's data reach to the end of the file, so that all together are its square. */
function streamsWithinStreams(count: number): Buffer {
	const head = '%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n';
	const list = Array.from({ length: count }, (_, index) => `/I${index} ${index + 10} 0 R`).join('');
	const page = `3 0 obj<</Type/Page/MediaBox[0 0 9 9]/Resources<</XObject<<${list}>>>>>>endobj\n`;
	const size = 100;
	const total = count * size;
	const parts = Array.from({ length: count }, (_, index) => {
		const left = total - (index + 1) * size;
		return `${index + 10} 0 obj<</Subtype/Image/Length ${String(left).padStart(8)}>>stream\n`.padEnd(size, 'x');
	});
	return text(`${head}${page}${parts.join('')}\nendstream endobj trailer<</Root 1 0 R>>`);
}

function contentBomb(stream: Buffer): Buffer {
	const file = plainPages({ resources: (index) => `/Resources<</XObject<</A ${ownNumber(index, 0)} 0 R/B ${ownNumber(index, 1)} 0 R>>>>` });
	for (const each of file.objects) if (each.number === contentNumber(0)) each.stream = stream;
	return withXrefStream(file);
}

function encryptedWith(dict: string): Buffer {
	const file = plainPages();
	file.objects.push({ number: 4, body: `<<${dict}>>` });
	return withTable({ ...file, trailer: '/Encrypt 4 0 R/ID[(a)(b)]' });
}

