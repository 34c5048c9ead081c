import { deflateSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';

import { openPdf, type PdfFile } from '../../nodes/HuaweiOcr/input/pdf/index.ts';
import { Inflater } from '../../nodes/HuaweiOcr/input/pdf/inflate.ts';
import { Budget } from '../../nodes/HuaweiOcr/input/pdf/budget.ts';
import { parseValue } from '../../nodes/HuaweiOcr/input/pdf/parse.ts';
import { writeValue } from '../../nodes/HuaweiOcr/input/pdf/write.ts';
import { contentNumber, drawing, packed, plainPages, scan, scannedPages } from '../../workshop/checks/large/rawPages.cts';
import { withTable, withXrefStream } from '../../workshop/checks/large/rawPdf.cts';
import { checkPdf } from '../../workshop/checks/large/checkPdf.cts';
import { PDF_KINDS } from '../../workshop/checks/large/pdfs.cts';
import { latin1 } from './pdfText.cts';

const countPages = async (pdf: Buffer): Promise<number> => await (await openPdf(pdf)).pageCount();

const budget = () => new Budget(1000);
const parsed = (text: string) => parseValue(latin1(text), 0, budget()).value;

describe('values', () => {
	test.each([
		['[1 -2.5 +3 .5 4. 6 0 R]', '[1 -2.500000 3 0.500000 4 6 0 R]'],
		['<</A/B#20C/D(a\\(b\\)(c)\\101\\n)>>', '<</A /B#20C\n/D <6128622928632941 0a>>>'.replace(' 0a', '0a')],
		['<48 65\n6c6>', '<48656c60>'],
		['[true false null/N]', '[true false null /N]'],
		['[1 0 R 2 0 3 0 R]', '[1 0 R 2 0 3 0 R]'],
		['[%comment ]\n7]', '[7]'],
		['(a\\\r\nb\rc)', '<61620a63>'],
		['<</K>>', '<<>>'],
		['[--5 1.2.3]', '[-5 1.200000]'],
	])('%s', (text, wanted) => {
		expect(writeValue(parsed(text))).toBe(wanted);
	});

	test.each(['[1 2', '<</A 1', '(never ends', '<41', ')', '<</A <</B>>', 'word', '', '[' .repeat(100) + ']'.repeat(100), '<<1 2>>'])(
		'%s is damage',
		(text) => {
			expect(() => parsed(text)).toThrow(/at byte/);
		},
	);
});

describe('the unpacker', () => {
	const inflate = (data: Buffer, piece: number) => {
		const inflater = new Inflater(data, 2);
		while (!inflater.isDone) inflater.run(inflater.length + piece);
		return inflater.result();
	};

	test.each([
		['nothing', Buffer.alloc(0)],
		['text', latin1(drawing(3).repeat(500))],
		['one value', Buffer.alloc(100_000, 7)],
		['noise', randomBytes(70_000)],
		['far matches', Buffer.concat([randomBytes(32_000), randomBytes(32_000)].flatMap((part) => [part, part]))],
	])('gives back %s, in pieces of any size', (_name, data) => {
		for (const level of [0, 1, 9]) {
			for (const piece of [1000, 1_000_000]) expect(inflate(deflateSync(data, { level }), piece).equals(data)).toBe(true);
		}
	});

	test('stops at the end of what is whole', () => {
		const text = latin1(drawing(1).repeat(300));
		const cut = deflateSync(text).subarray(0, 300);
		const out = inflate(cut, 5000);
		expect(out.length).toBeGreaterThan(20);
		expect(text.subarray(0, out.length).equals(out)).toBe(true);
	});
});

describe('pages are counted in the tree', () => {
	test('and not by its own account', async () => {
		const file = plainPages({ pages: 4 });
		for (const each of file.objects) if (each.number === 2) each.body = each.body.replace('/Count 4', '/Count 20000000');
		expect(await countPages(withTable(file))).toBe(4);
	});

	test('an empty, a looped, an endless tree: give the pages as numbers', async () => {
		const tree = (body: string) => {
			const file = plainPages();
			for (const each of file.objects) if (each.number === 2) each.body = body;
			return withTable(file);
		};
		for (const body of ['<</Type/Pages/Count 3/Kids[]>>', '<</Type/Pages/Kids[2 0 R]>>', `<</Type/Pages/Kids[${'10 0 R '.repeat(10_001)}]>>`]) {
			await expect(countPages(tree(body))).rejects.toThrow(/^Give the pages as numbers, such as 1-3/);
		}
	});

	test('pages before the damage keep their numbers', async () => {
		const file = plainPages();
		for (const each of file.objects) if (each.number === 2) each.body = '<</Type/Pages/Kids[10 0 R 2 0 R 20 0 R]>>';
		const pdf = await openPdf(withTable(file));
		await expect(pdf.pageCount()).rejects.toThrow(/damaged/);
		expect(await pdf.page(1)).toBeDefined();
		expect(await pdf.page(2)).toBeUndefined();
	});
});

describe('a page alone', () => {
	let scans: Buffer;
	let pdf: PdfFile;
	beforeAll(async () => {
		scans = withTable(await scannedPages(5, { width: 500, height: 420, sharedList: true }));
		pdf = await openPdf(scans);
	});

	test('takes just its own picture along, though the list of all pictures is shared', async () => {
		const sizes = await Promise.all([1, 2, 3, 4, 5].map(async (number) => (await pdf.page(number))?.length ?? 0));
		expect(Math.max(...sizes)).toBeLessThan(scans.length / 4);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(scans.length * 1.1);
	});

	test('is a file of one page that can be split again', async () => {
		const page = (await pdf.page(3)) as Buffer;
		const again = await openPdf(page);
		expect(await again.pageCount()).toBe(1);
	});

	test('there is none of a number that the file does not have', async () => {
		expect(await pdf.page(6)).toBeUndefined();
		expect(await pdf.page(0)).toBeUndefined();
	});

	test('the JPEG of a scanned page comes out byte by byte', async () => {
		const image = await pdf.pageImage(2);
		expect(image).toMatchObject({ format: 'jpeg', width: 500, height: 420 });
		expect(image?.bytes.equals(await scan(1, 500, 420))).toBe(true);
	});

	const CONTENTS: Array<[string, string, boolean]> = [
		['with an invisible text layer', 'q 240 0 0 200 0 0 cm /Im0 Do Q BT 3 Tr /F1 9 Tf 10 10 Td (hidden \\(text) Tj ET', true],
		['scaled in two steps', 'q 2 0 0 2 0 0 cm q 120 0 0 100 0 0 cm /Im0 Do Q Q', true],
		['with visible text', 'q 240 0 0 200 0 0 cm /Im0 Do Q BT /F1 9 Tf 10 10 Td (seen) Tj ET', false],
		['with a line over it', 'q 240 0 0 200 0 0 cm /Im0 Do Q 0 0 m 9 9 l S', false],
		['that covers half of it', 'q 120 0 0 200 0 0 cm /Im0 Do Q', false],
		['that stands on its head', 'q -240 0 0 -200 240 200 cm /Im0 Do Q', false],
		['drawn twice', 'q 240 0 0 200 0 0 cm /Im0 Do /Im0 Do Q', false],
		['and another one', 'q 240 0 0 200 0 0 cm /Im0 Do /Im9 Do Q', false],
	];
	test.each(CONTENTS)('a page of a picture %s', async (_name, content, isPicture) => {
		const file = await scannedPages(1);
		for (const each of file.objects) if (each.number === contentNumber(0)) Object.assign(each, packed(each.number, '<<>>', content));
		expect((await (await openPdf(withTable(file))).pageImage(1)) !== undefined).toBe(isPicture);
	});

	test.each([['/Rotate 90', false], ['/Rotate 360', true], ['/CropBox[0 0 120 200]', false]])('a scanned page with %s', async (entries, isPicture) => {
		const pdf = await openPdf(withTable(await scannedPages(1, { page: () => entries })));
		expect((await pdf.pageImage(1)) !== undefined).toBe(isPicture);
	});

	test('a page behind other bytes comes without them, even where it is no smaller', async () => {
		const file = Buffer.concat([latin1('--a1b2\r\nContent-Type: application/pdf\r\n\r\n'), withTable(plainPages({ pages: 1 }))]);
		const page = await (await openPdf(file)).page(1);
		expect(page?.toString('latin1', 0, 5)).toBe('%PDF-');
	});

	test('no secret of the whole file comes along', async () => {
		const file = await scannedPages(2, { catalog: '/Note(salary list)' });
		file.objects.push({ number: 5, body: '<</Author(A. Nother)>>' });
		const page = await (await openPdf(withTable({ ...file, trailer: '/Info 5 0 R' }))).page(1);
		expect(page?.includes('salary')).toBe(false);
		expect(page?.includes('Nother')).toBe(false);
	});
});

describe('work is bounded and spread', () => {
	test('a budget that is used up makes pages stay in the file, and counting fail', async () => {
		const file = withTable(plainPages({ pages: 500 }));
		await expect(openPdf(file, { steps: 5 })).rejects.toThrow(/takes more work to read than any real document/);
		const pdf = await openPdf(file, { steps: 300 });
		await expect(pdf.pageCount()).rejects.toThrow(/more work/);
	});

	test('what may be unpacked is bounded over all streams', async () => {
		const file = withXrefStream(plainPages({ pages: 300 }), { packed: () => true });
		await expect(openPdf(file, { unpacked: 100 })).rejects.toThrow(/more work/);
	});

	test('long work pauses by what it is given', async () => {
		let pauses = 0;
		const pause = async () => {
			pauses++;
			await Promise.resolve();
		};
		let at = 0;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => (at += 5));
		try {
			await (await openPdf(withTable(plainPages({ pages: 300 })), { pause })).pageCount();
		} finally {
			clock.mockRestore();
		}
		expect(pauses).toBeGreaterThan(50);
	});

	test('lengths below zero end', async () => {
		const pdf = latin1('%PDF-1.4\n1 0 obj<</Length -9>>stream\nx\nendstream endobj\ntrailer<</Root 1 0 R>>');
		await expect(countPages(pdf)).rejects.toThrow(/Give the pages as numbers/);
	});
});

const QUICK = ['hybrid', 'inherited rotation', 'an update deleted a page', 'the cross references are missing', 'hidden layer', 'generations above 0', 'lengths are wrong', 'high numbers with gaps', 'pattern and drawn font', 'encrypted by AES-256, object streams', 'encrypted by RC4-40, no password to open', 'encrypted, a password to open'];
test.each(PDF_KINDS.filter(({ name }) => QUICK.includes(name)))('a page alone looks as in the file: $name', async (kind) => {
	expect(await checkPdf(kind)).toEqual([]);
});

test('what an encrypted file needs is said', async () => {
	const locked = PDF_KINDS.find(({ wanted }) => wanted === 'locked');
	await expect(openPdf((await locked?.make()) as Buffer)).rejects.toMatchObject({
		message: 'Save the PDF without a password: a password is needed to open it',
		details: { errorCode: 'Node.EncryptedPdf' },
	});
});
