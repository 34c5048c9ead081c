// The pages of a PDF: finding them in the tree, and taking one out with what it needs and nothing else.
import { PDFDocument } from '@cantoo/pdf-lib';

import { Budget } from '../../nodes/HuaweiOcr/input/pdf/budget.ts';
import { openPdf } from '../../nodes/HuaweiOcr/input/pdf/index.ts';
import { ObjectStore } from '../../nodes/HuaweiOcr/input/pdf/objects.ts';
import { PdfName, type PdfValue } from '../../nodes/HuaweiOcr/input/pdf/values.ts';
import { PdfWriter, writeValue } from '../../nodes/HuaweiOcr/input/pdf/write.ts';
import { contentNumber, FONT, jpegObject, ownNumber, packed, pageNumber, plainPages, scan, scannedPages, type PageOptions } from '../../workshop/checks/large/rawPages.cts';
import { withTable, type RawFile, type RawObject } from '../../workshop/checks/large/rawPdf.cts';
import { parsed } from './pdfText.cts';

const countPages = async (file: RawFile): Promise<number> => await (await openPdf(withTable(file))).pageCount();

/** A file with another page tree. */
function withTree(root: string, ...nodes: RawObject[]): RawFile {
	const { objects } = plainPages();
	return { objects: [...objects.filter(({ number }) => number !== 2), { number: 2, body: root }, ...nodes] };
}

async function pageOf(file: RawFile, number = 1): Promise<Buffer> {
	const page = await (await openPdf(withTable(file))).page(number);
	if (!page) throw new Error('The page was not taken out.');
	return page;
}

/** The page's dictionary, as an independent library reads it. */
async function dictionaryOf(page: Buffer): Promise<string> {
	const document = await PDFDocument.load(page, { throwOnInvalidObject: true });
	return document.getPage(0).node.toString().replace(/\s+/g, ' ');
}

describe('the page tree', () => {
	const chain = (nodes: number): RawObject[] =>
		Array.from({ length: nodes - 1 }, (_, index) => ({
			number: 100 + index,
			body: `<</Type/Pages/Kids[${index === nodes - 2 ? pageNumber(0) : 101 + index} 0 R]>>`,
		}));

	test('as many levels as readers follow are followed, and no more', async () => {
		expect(await countPages(withTree('<</Type/Pages/Kids[100 0 R]>>', ...chain(100)))).toBe(1);
		await expect(countPages(withTree('<</Type/Pages/Kids[100 0 R]>>', ...chain(101)))).rejects.toThrow(/it is damaged/);
	});

	test('as many nodes as an honest file can have are followed, and no more', async () => {
		const empty = (count: number) => withTree(`<</Type/Pages/Kids[${'4 0 R '.repeat(count)}${pageNumber(0)} 0 R]>>`, { number: 4, body: '<</Kids[]>>' });
		expect(await countPages(empty(59_999))).toBe(1);
		await expect(countPages(empty(60_000))).rejects.toThrow(/it is damaged/);
	});

	test('a file of one page may do without a tree', async () => {
		const file = plainPages({ pages: 1, catalog: `/Pages ${pageNumber(0)} 0 R` });
		for (const each of file.objects) each.body = each.body.replace('/Catalog/Pages 2 0 R', '/Catalog');
		expect(await countPages(file)).toBe(1);
		expect(await dictionaryOf(await pageOf(file))).toContain('/Type /Page');
	});

	test('10,000 pages are counted, more are refused by their number', async () => {
		const pages = (count: number) => withTree(`<</Type/Pages/Kids[${`${pageNumber(0)} 0 R `.repeat(count)}]>>`);
		expect(await countPages(pages(10_000))).toBe(10_000);
		await expect(countPages(pages(10_001))).rejects.toThrow(/more than 10000 pages/);
	});

	test.each([
		['the tree is missing', '(no tree)'],
		['the root has no kids and is no page', '<</Type/Pages>>'],
		['the kids are no list', '<</Type/Pages/Kids 3>>'],
		['a kid stands in the list itself', `<</Type/Pages/Kids[${pageNumber(0)} 0 R<</Type/Page>>]>>`],
		['a kid is missing', `<</Type/Pages/Kids[${pageNumber(0)} 0 R 999 0 R]>>`],
		['a kid is no dictionary', `<</Type/Pages/Kids[${pageNumber(0)} 0 R 5 0 R]>>`],
	])('%s: the pages can not be counted', async (_name, root) => {
		await expect(countPages(withTree(root, { number: 5, body: '(text)' }))).rejects.toThrow(/Give the pages as numbers.*it is damaged/);
	});
});

describe('a page alone', () => {
	const KEPT = ['/Rotate 90', '/UserUnit 2', '/CropBox[1 2 3 4]', '/BleedBox[1 2 3 4]', '/TrimBox[1 2 3 4]', '/ArtBox[1 2 3 4]', '/Group<</S/Transparency>>'];
	test.each(KEPT)('%s decides how it looks', async (entry) => {
		expect((await dictionaryOf(await pageOf(plainPages({ page: () => entry })))).replace(/ /g, '')).toContain(entry.replace(/ /g, ''));
	});

	test.each(['/B[5 0 R]', '/Tabs/S', '/StructParents 3', '/PieceInfo<<>>', '/Metadata 5 0 R', '/Thumb 5 0 R', '/AA<<>>', '/Dur 3', '/Annots 7'])('%s is left out', async (entry) => {
		const dictionary = await dictionaryOf(await pageOf(plainPages({ page: () => entry })));
		expect(dictionary).not.toContain(entry.replace(/^(\/\w+).*/, '$1'));
	});

	test('what it inherits comes along, the nearest value of each', async () => {
		const file = plainPages({ pages: 1, media: '', resources: () => '' });
		for (const each of file.objects) {
			if (each.number === 2) each.body = `<</Type/Pages/Kids[4 0 R]/MediaBox[0 0 111 100]/Rotate 90/Resources<</Font<</F1 ${FONT} 0 R>>>>>>`;
		}
		file.objects.push({ number: 4, body: `<</Type/Pages/Kids[${pageNumber(0)} 0 R]/Rotate 180/CropBox[0 0 50 60]>>` });
		const dictionary = await dictionaryOf(await pageOf(file));
		for (const entry of ['/MediaBox [ 0 0 111 100 ]', '/Rotate 180', '/CropBox [ 0 0 50 60 ]', '/Font']) expect(dictionary).toContain(entry);
	});

	test('it is a whole file, without damage, in which numbers and generations stay', async () => {
		const file = plainPages();
		for (const each of file.objects) {
			if (each.number === contentNumber(1)) each.generation = 2;
			each.body = each.body.replace(`${contentNumber(1)} 0 R`, `${contentNumber(1)} 2 R`);
		}
		const page = await pageOf(file, 2);
		const store = await ObjectStore.open(page, new Budget(page.length));
		expect((await store.get(contentNumber(1)))?.generation).toBe(2);
		expect([await store.get(contentNumber(0)), await store.get(pageNumber(2))]).toEqual([undefined, undefined]);
		expect(store.isRecovered).toBe(false);
		expect(page.toString('latin1', 0, 8)).toBe('%PDF-1.7');
	});

	test('references to other pages stay empty, wherever they stand', async () => {
		const page = await pageOf(plainPages({ page: () => '/Group<</Odd 4 0 R>>', extra: () => [] }));
		expect(page.includes(`${pageNumber(1)} 0 obj`)).toBe(false);
	});
});

describe('annotations', () => {
	const file = (annotations: string, ...more: RawObject[]): RawFile => {
		const made = plainPages({ pages: 2, page: (index) => (index === 0 ? `/Annots[${annotations}]` : '') });
		return { objects: [...made.objects, ...more] };
	};

	test('they come along, in the page or apart, without what leads to other pages', async () => {
		const leading = `/P ${pageNumber(0)} 0 R/A<</S/GoTo/D[${pageNumber(1)} 0 R/Fit]>>/AA<<>>/Dest[${pageNumber(1)} 0 R/Fit]`;
		const page = (await pageOf(file(`5 0 R<</Subtype/Square/Contents(direct)${leading}>>`, { number: 5, body: `<</Subtype/Link/Contents(apart)${leading}>>` }))).toString('latin1');
		expect(page).toContain(Buffer.from('direct').toString('hex'));
		expect(page).toContain(Buffer.from('apart').toString('hex'));
		expect(page).not.toMatch(/\/(P|A|AA|Dest)\b/);
		expect(page).not.toContain(`${pageNumber(1)} 0 obj`);
	});

	test('what is no annotation is left out', async () => {
		const dictionary = await dictionaryOf(await pageOf(file('5 0 R 77 0 R(text)<</Subtype/Square>>', { number: 5, body: '12' })));
		expect(dictionary).toMatch(/\/Annots \[ <<\s*\/Subtype \/Square\s*>> \]/);
	});

	test('a note that opens beside its mark needs no form', async () => {
		const made = file('5 0 R 6 0 R', { number: 5, body: '<</Subtype/Text/Popup 6 0 R>>' }, { number: 6, body: '<</Subtype/Popup/Parent 5 0 R>>' });
		for (const each of made.objects) if (each.number === 1) each.body = '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/DA(/Helv 0 Tf)>>>>';
		expect((await pageOf(made)).includes('/AcroForm')).toBe(false);
	});
});

describe('forms', () => {
	/** Two pages with a field each, both kids of one field, and a group of buttons over both pages. */
	function formFile(entries = ''): RawFile {
		const made = plainPages({ pages: 2, catalog: '/AcroForm 4 0 R', page: (index) => `/Annots[${ownNumber(index, 0)} 0 R ${ownNumber(index, 1)} 0 R]` });
		const widget = (index: number, which: number, more: string) => ({ number: ownNumber(index, which), body: `<</Type/Annot/Subtype/Widget/Rect[9 9 60 20]/P ${pageNumber(index)} 0 R${more}>>` });
		made.objects.push(
			{ number: 4, body: `<</Fields[5 0 R 7 0 R 8 0 R]/DA(/Helv 0 Tf)/XFA(secret)${entries}>>` },
			{ number: 5, body: `<</T(order)/Kids[6 0 R]>>` },
			{ number: 6, body: `<</T(sheet)/Parent 5 0 R/Kids[${ownNumber(0, 0)} 0 R ${ownNumber(1, 0)} 0 R]/A<</S/JavaScript/JS(go)>>>>` },
			{ number: 7, body: `<</T(way)/FT/Btn/Ff 32768/Kids[${ownNumber(0, 1)} 0 R ${ownNumber(1, 1)} 0 R]>>` },
			{ number: 8, body: '<</T(elsewhere)/FT/Tx>>' },
			...[0, 1].flatMap((index) => [widget(index, 0, `/T(f${index})/FT/Tx/V(value ${index})/Parent 6 0 R`), widget(index, 1, '/Parent 7 0 R')]),
		);
		return made;
	}

	test('fields keep their full names and values, and those of other pages stay there', async () => {
		const document = await PDFDocument.load(await pageOf(formFile(), 2));
		const form = document.getForm();
		expect(form.getFields().map((field) => field.getName()).sort()).toEqual(['order.sheet.f1', 'way']);
		expect(form.getTextField('order.sheet.f1').getText()).toBe('value 1');
	});

	test('a group of buttons keeps all its buttons: which one is on is told by its place', async () => {
		const page = (await pageOf(formFile())).toString('latin1');
		expect(page).toMatch(new RegExp(`/Kids \\[${ownNumber(0, 1)} 0 R ${ownNumber(1, 1)} 0 R\\]`));
		expect(page).toContain(`${ownNumber(1, 1)} 0 obj`);
		expect(page).not.toContain(`${ownNumber(1, 0)} 0 obj`);
	});

	test.each([['/DR<</Font<<>>>>', true], ['/Q 1', true], ['/NeedAppearances true', true], ['/SigFlags 3', false], ['/CO[5 0 R]', false]])('%s of the form comes along: %s', async (entry, comes) => {
		const page = (await pageOf(formFile(entry))).toString('latin1');
		expect(page.includes(entry.replace(/^(\/\w+).*/, '$1'))).toBe(comes);
		expect(page).toContain(`/DA <${Buffer.from('/Helv 0 Tf').toString('hex')}>`);
		expect(page).not.toContain(Buffer.from('secret').toString('hex'));
		expect(page).not.toContain('JavaScript');
	});

	test('a field above that is missing or no dictionary does not stop the page', async () => {
		const made = formFile();
		for (const each of made.objects) if (each.number === 5) each.body = '(no field)';
		const page = (await pageOf(made)).toString('latin1');
		expect(page).toContain(Buffer.from('value 0').toString('hex'));
	});
});

describe('pictures that the content never names', () => {
	const many = (options: { content?: string; objects?: RawObject[]; list?: string } = {}): RawFile => {
		const made = plainPages({
			pages: 1,
			content: () => options.content ?? '/Used Do',
			resources: () => `/Resources<</Font<</F1 ${FONT} 0 R>>/XObject<<${options.list ?? '/Used 5 0 R/Spare 6 0 R'}>>>>`,
		});
		return { objects: [...made.objects, ...(options.objects ?? [picture(5), picture(6)])] };
	};
	const picture = (number: number): RawObject => ({ number, body: '<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray>>', stream: Buffer.from([number]) });
	const numbersOf = async (file: RawFile) => {
		const page = (await pageOf(file)).toString('latin1');
		return [5, 6].filter((number) => new RegExp(`^${number} 0 obj`, 'm').test(page));
	};
	const form = (number: number, entries: string): RawObject => packed(number, `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]${entries}>>`, '/Spare Do');

	test.each<[string, Parameters<typeof many>[0], number[]]>([
		['stay behind', {}, [5]],
		['stay behind, and those named with an escape come', { content: '/Us#65d Do' }, [5]],
		['come where the list holds nothing else', { list: '/Spare 6 0 R', objects: [picture(6)] }, [6]],
		['come where what is drawn has no list of its own', { objects: [form(5, ''), picture(6)] }, [5, 6]],
		['stay behind where what is drawn has one', { objects: [form(5, '/Resources<<>>'), picture(6)] }, [5]],
		['stay behind where a drawn font is not used', { content: '/Used Do', list: '/Used 5 0 R/Spare 6 0 R/Other 7 0 R', objects: [picture(5), picture(6), form(7, '')] }, [5]],
	])('%s', async (_name, options, numbers) => {
		expect(await numbersOf(many(options))).toEqual(numbers);
	});

	test.each([
		['is packed in an unusual way', '<</Filter/LZWDecode>>'],
		['is no stream', undefined],
	])('all come where the content %s', async (_name, dict) => {
		const made = many();
		for (const each of made.objects) {
			if (each.number !== contentNumber(0)) continue;
			if (dict === undefined) delete each.stream;
			each.body = dict ?? '<<>>';
		}
		expect(await numbersOf(made)).toEqual([5, 6]);
	});

	test('names in any part of the content count, and parts that are missing do not', async () => {
		const made = many({ content: '' });
		made.objects.push(packed(8, '<<>>', '/Sp'), packed(9, '<<>>', '/Spare Do'));
		for (const each of made.objects) each.body = each.body.replace(`/Contents ${contentNumber(0)} 0 R`, '/Contents[99 0 R 8 0 R 9 0 R]');
		expect(await numbersOf(made)).toEqual([6]);
	});
});

describe('a page that is one scanned picture', () => {
	const imageOf = async (content: string, options: PageOptions = {}, change: (each: RawObject) => void = () => undefined) => {
		const file = await scannedPages(1, options);
		for (const each of file.objects) {
			if (each.number === contentNumber(0)) Object.assign(each, packed(each.number, '<<>>', content));
			change(each);
		}
		return await (await openPdf(withTable(file))).pageImage(1);
	};
	const WHOLE = 'q 240 0 0 200 0 0 cm /Im0 Do Q';

	test.each<[string, string, boolean, PageOptions?]>([
		['scaled, then moved', 'q 1 0 0 1 20 30 cm 240 0 0 200 -20 -30 cm /Im0 Do Q', true],
		['moved by scaled steps', 'q 2 0 0 4 8 8 cm 120 0 0 50 -4 -2 cm /Im0 Do Q', true],
		['turned there and back', 'q 0 1 -1 0 240 0 cm 0 -240 200 0 0 240 cm /Im0 Do Q', true],
		['turned', 'q 0 200 -240 0 240 0 cm /Im0 Do Q', false],
		['slanted', 'q 240 9 0 200 0 0 cm /Im0 Do Q', false],
		['slanted the other way', 'q 240 0 9 200 0 0 cm /Im0 Do Q', false],
		['restored before it is drawn', 'q 240 0 0 200 0 0 cm q 2 0 0 2 5 5 cm Q /Im0 Do Q', true],
		['a little off, as scanners round', 'q 237 0 0 197 3 3 cm /Im0 Do Q', true],
		['too far right', 'q 240 0 0 200 6 0 cm /Im0 Do Q', false],
		['too high', 'q 240 0 0 200 0 5 cm /Im0 Do Q', false],
		['too narrow', 'q 230 0 0 200 0 0 cm /Im0 Do Q', false],
		['too low', 'q 240 0 0 190 0 0 cm /Im0 Do Q', false],
		['over a box that does not begin at 0', 'q 240 0 0 200 50 60 cm /Im0 Do Q', true, { media: '/MediaBox[50 60 290 260]' }],
		['over a box given from its other corners', WHOLE, true, { media: '/MediaBox[240 200 0 0]' }],
		['over a box of no size', 'q 0 0 0 0 0 0 cm /Im0 Do Q', false, { media: '/MediaBox[0 0 0 0]' }],
		['over a box of three numbers', WHOLE, false, { media: '/MediaBox[0 0 240]' }],
		['over a box with a word in it', WHOLE, false, { media: '/MediaBox[0 0 240/Wide]' }],
		['with settings that draw nothing', '/GS0 gs /Artifact BMC 0 g q 240 0 0 200 0 0 cm /Im0 Do Q EMC % end', true],
		['under another name', 'q 240 0 0 200 0 0 cm /Im1 Do Q', false],
		['without one', 'q Q', false],
	])('%s', async (_name, content, isPicture, ...[options]) => {
		expect((await imageOf(content, options)) !== undefined).toBe(isPicture);
	});

	test.each(["(seen) Tj", "[(seen)] TJ", "(seen) '", '1 2 (seen) "'])('text that is seen makes it another page: %s', async (shown) => {
		expect(await imageOf(`${WHOLE} BT ${shown} ET`)).toBeUndefined();
		expect(await imageOf(`${WHOLE} BT 3 Tr ${shown} ET`)).toBeDefined();
	});

	test.each([
		['/Mask[0 1]', false],
		['/SMask 3 0 R', false],
		['/Decode[1 0 1 0 1 0]', false],
		['/ImageMask true', false],
		['/Intent/Perceptual', true],
	])('a JPEG with %s is all there is to see: %s', async (entry, isPicture) => {
		const image = await imageOf(WHOLE, {}, (each) => {
			if (each.number === ownNumber(0, 0)) each.body = each.body.replace('/Width', `${entry}/Width`);
		});
		expect(image !== undefined).toBe(isPicture);
	});

	test.each([
		['/ColorSpace/DeviceRGB', '/ColorSpace/DeviceGray', true],
		['/ColorSpace/DeviceRGB', '/ColorSpace[/ICCBased 3 0 R]', true],
		['/ColorSpace/DeviceRGB', '/ColorSpace/CalRGB', true],
		['/ColorSpace/DeviceRGB', '/ColorSpace/DeviceCMYK', false],
		['/ColorSpace/DeviceRGB', '/ColorSpace[/Indexed/DeviceRGB 1(abcdef)]', false],
		['/ColorSpace/DeviceRGB', '', false],
		['/Filter/DCTDecode', '/Filter[/DCT]', true],
		['/Filter/DCTDecode', '/Filter/JPXDecode', false],
		['/Filter/DCTDecode', '/Filter[/FlateDecode/DCTDecode]', false],
		['/Subtype/Image', '/Subtype/Form', false],
		['/Width 240', '/Width 0', false],
		['/Height 200', '/Height/Tall', false],
	])('%s as %s', async (from, to, isPicture) => {
		const image = await imageOf(WHOLE, {}, (each) => {
			if (each.number === ownNumber(0, 0)) each.body = each.body.replace(from, to);
		});
		expect(image !== undefined).toBe(isPicture);
	});

	test.each([['/Annots[]', true], ['/Annots[<</Subtype/Square>>]', false], ['/Rotate 0', true], ['/Rotate -360', true], ['/Rotate 180', false], ['/Rotate/Upright', false]])(
		'a page with %s',
		async (entry, isPicture) => {
			expect((await imageOf(WHOLE, { page: () => entry })) !== undefined).toBe(isPicture);
		},
	);

	test('a picture that stands in the list itself, or nowhere, is none', async () => {
		const missing = plainPages({ pages: 1, resources: () => '/Resources<</XObject<</Im0 77 0 R>>>>' });
		Object.assign(missing.objects.find(({ number }) => number === contentNumber(0)) as RawObject, packed(contentNumber(0), '<<>>', WHOLE));
		expect(await (await openPdf(withTable(missing))).pageImage(1)).toBeUndefined();
		expect(await (await openPdf(withTable(missing))).pageImage(2)).toBeUndefined();
	});

	test('its size is what the PDF says', async () => {
		const jpeg = await scan(3, 60, 50);
		const image = await imageOf(WHOLE, {}, (each) => {
			if (each.number === ownNumber(0, 0)) Object.assign(each, jpegObject(each.number, jpeg, 61, 51));
		});
		expect(image).toEqual({ bytes: jpeg, format: 'jpeg', width: 61, height: 51 });
	});
});

describe('values as they are read and written', () => {
	test.each([
		['(\\1)', '01'],
		['(\\12)', '0a'],
		['(\\123)', '53'],
		['(\\1234)', '5334'],
		['(\\18)', '0138'],
		['(\\400)', '00'],
		['(\\8)', '38'],
		['(\\/)', '2f'],
		['(\\n\\r\\t\\b\\f)', '0a0d09080c'],
		['(\\(\\)\\\\)', '28295c'],
		['(a\\\nb)', '6162'],
		['(a\\\rb)', '6162'],
		['(a\r\nb\nc)', '610a620a63'],
		['(a(b)c)', '6128622963'],
		['(\\19)', '0139'],
		['(\\1/)', '012f'],
		['<4 1\n4>', '4140'],
		['<>', ''],
	])('the string %j', (text, hex) => {
		expect(writeValue(parsed(text))).toBe(`<${hex}>`);
	});

	test.each<[PdfValue, string]>([
		[new PdfName('A B/#(é'), '/A#20B#2f#23#28#e9'],
		[new PdfName('A-Z_9'), '/A-Z_9'],
		[0.1, '0.100000'],
		[1e21, (1e21).toFixed(6)],
		[-7, '-7'],
		[null, 'null'],
		[false, 'false'],
		[[1, [null]], '[1 [null]]'],
	])('%j', (value, text) => {
		expect(writeValue(value)).toBe(text);
	});

	test('a file is written with gaps between its numbers', () => {
		const writer = new PdfWriter();
		for (const number of [9, 3, 4]) writer.object(number, 0, `(${number})`);
		expect([writer.has(3), writer.has(5)]).toEqual([true, false]);
		const file = writer.finish(9).toString('latin1');
		const place = (number: number) => String(file.indexOf(`\n${number} 0 obj`) + 1).padStart(10, '0');
		expect(file).toContain(`xref\n0 1\n0000000000 65535 f \n3 2\n${place(3)} 00000 n \n${place(4)} 00000 n \n9 1\n${place(9)} 00000 n \ntrailer\n<</Size 10\n/Root 9 0 R>>`);
		expect(file).toContain(`startxref\n${file.indexOf('xref\n')}\n%%EOF`);
	});
});
