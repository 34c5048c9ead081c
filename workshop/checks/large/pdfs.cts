// PDFs made in different ways, for check:large. Words and shapes are made up; the structures are those
// that scanners, offices, updates and damage make.
import { PDFDocument, PDFName, rgb, StandardFonts, degrees } from '@cantoo/pdf-lib';

import {
	contentNumber,
	drawing,
	FONT,
	jpegObject,
	ownNumber,
	packed,
	pageNumber,
	plainPages,
	scan,
	scannedPages,
	type PageOptions,
} from './rawPages.cts';
import { hybrid, layOut, tableOf, text, updated, withTable, withXrefStream, type RawFile, type RawObject } from './rawPdf.cts';

export interface PdfKind {
	name: string;
	make(): Promise<Buffer>;
	/** How many pages it has; undefined where nobody can count them. */
	pages: number | undefined;
	/** Pages that are compared; default: all. */
	compared?: number[];
	/**
	 * What has to come of a page: a file of its own, or either that or nothing (then the whole file is
	 * sent), or an error that says why.
	 */
	wanted: 'split' | 'split or whole' | 'locked';
	/** Largest share of the file that one page may take. */
	share?: number;
	/** Where the emulator's reader draws nothing of the whole file, but a page alone can be read. */
	wholeIsUnreadable?: boolean;
}

const kind = (name: string, make: () => Promise<Buffer> | Buffer, more: Partial<PdfKind> = {}): PdfKind => ({
	name,
	make: async () => await make(),
	pages: 3,
	wanted: 'split',
	...more,
});

const table = (options: PageOptions = {}) => withTable(plainPages(options));

const isSmall = ({ stream }: RawObject): boolean => !stream;

export const PDF_KINDS: PdfKind[] = [
	kind('plain table', () => table()),
	kind('lines end with carriage return and line feed', () => withTable(plainPages(), { lineEnd: '\r\n', entryEnd: '\r\n' })),
	kind('lines end with carriage return', () => withTable(plainPages(), { lineEnd: '\r', entryEnd: ' \r' })),
	kind('entries of 19 bytes', () => withTable(plainPages(), { entryEnd: '\n' })),
	kind('the first entry is numbered 1', () => withTable(plainPages(), { firstNumber: 1 })),
	kind('cross-reference stream', () => withXrefStream(plainPages())),
	kind('cross-reference stream with predictor', () => withXrefStream(plainPages(), { predictor: true })),
	kind('object stream', () => withXrefStream(plainPages(), { packed: isSmall })),
	kind('object stream and predictor, wide entries', () => withXrefStream(plainPages(), { packed: isSmall, predictor: true, widths: [2, 6, 3] })),
	kind('hybrid', () => hybrid(plainPages(), ({ number }) => number === FONT || number === pageNumber(1)), { wholeIsUnreadable: true }),
	kind('office program', officeFile),
	kind('office program with object streams', async () => await officeFile(true)),
	kind('scans', async () => withTable(await scannedPages(6, { width: 500, height: 420 })), { pages: 6, share: 0.2 }),
	kind('scans whose list of pictures is shared', async () => withTable(await scannedPages(6, { width: 500, height: 420, sharedList: true })), { pages: 6, share: 0.2 }),
	kind('scans in an object stream file', async () => withXrefStream(await scannedPages(6, { width: 500, height: 420 }), { packed: isSmall }), { pages: 6, share: 0.2 }),
	kind('one picture on all pages', onePicture),
	kind('inherited resources and media box', () =>
		withTable(plainPages({ media: '', resources: () => '', tree: `/MediaBox[0 0 260 210]/Resources<</Font<</F1 ${FONT} 0 R>>>>` })),
	),
	kind('inherited rotation', () => table({ tree: '/Rotate 90' })),
	...[0, 90, 180, 270, -90, 450].map((turn) => kind(`rotated by ${turn}`, () => table({ page: () => `/Rotate ${turn}` }))),
	kind('own rotation over an inherited one', () => table({ tree: '/Rotate 90', page: (index) => (index === 1 ? '/Rotate 0' : '') })),
	kind('crop box off the origin', () => table({ page: () => '/CropBox[30 25 200 180]' })),
	kind('inherited crop box', () => table({ tree: '/CropBox[10 15 220 190]' })),
	kind('negative origin and fractions', () => table({ media: '/MediaBox[-20.5 -10.25 215.75 189.5]' })),
	kind('user unit', () => table({ page: () => '/UserUnit 1.5' })),
	kind('an update changed a page', () =>
		updated(table(), [packed(contentNumber(1), '<<>>', `${drawing(1)} BT /F1 12 Tf 24 100 Td (corrected) Tj ET`)]),
	),
	kind('an update added a page', () => {
		const added = plainPages({ pages: 4 });
		return updated(table(), added.objects.filter(({ number }) => number === 2 || number >= pageNumber(3)));
	}, { pages: 4 }),
	kind('an update deleted a page', () => {
		const kids = `${pageNumber(0)} 0 R ${pageNumber(2)} 0 R`;
		return updated(table(), [{ number: 2, body: `<</Type/Pages/Count 2/Kids[${kids}]>>` }], [pageNumber(1), contentNumber(1)]);
	}, { pages: 2 }),
	kind('thirty updates', () => {
		let file = table();
		for (let version = 0; version < 30; version++) {
			file = updated(file, [packed(contentNumber(version % 3), '<<>>', `${drawing(version % 3)} BT /F1 9 Tf 24 ${60 + version} Td (version ${version}) Tj ET`)]);
		}
		return file;
	}),
	...(['RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const).flatMap((algorithm) => [
		kind(`encrypted by ${algorithm}, no password to open`, async () => await encrypted(algorithm, '', false)),
		kind(`encrypted by ${algorithm}, object streams`, async () => await encrypted(algorithm, '', true)),
	]),
	kind('encrypted, a password to open', async () => await encrypted('AES-256', 'open sesame', false), { pages: undefined, wanted: 'locked' }),
	kind('encrypted by RC4, a password to open', async () => await encrypted('RC4-128', 'open sesame', false), { pages: undefined, wanted: 'locked' }),
	kind('startxref leads nowhere', () => withTable(plainPages(), { startxref: 99_999_999 })),
	kind('startxref leads into a page', () => withTable(plainPages(), { startxref: 300 })),
	kind('all offsets are wrong', () => withTable(plainPages(), { shift: 7 })),
	kind('the cross references are missing', () => cutBefore(table(), 'xref'), { wholeIsUnreadable: true }),
	kind('the end is missing', () => cutBefore(table({ pages: 4 }), 'trailer'), { pages: 4, wholeIsUnreadable: true }),
	kind('an object stream file without its end', () => cutBefore(withXrefStream(plainPages(), { packed: isSmall }), 'startxref')),
	kind('a table like a sieve', () => Buffer.from(table().toString('latin1').replaceAll(/(\d{10}) 00000 n/g, (all, place: string) => (Number(place) % 3 === 0 ? '0000000009 00000 n' : all)), 'latin1'), { wanted: 'split or whole' }),
	kind('form', formFile, { pages: 2 }),
	kind('form whose fields ask to be drawn anew', async () => await formFile(true), { pages: 2 }),
	kind('annotations that lead to other pages', annotated),
	kind('1,000 pages in a flat tree', () => table({ pages: 1000 }), { pages: 1000, compared: [1, 2, 500, 999, 1000], share: 0.01 }),
	kind('1,000 pages in a deep tree', () => withXrefStream(nested(1000, 10), { packed: isSmall }), { pages: 1000, compared: [1, 10, 11, 777, 1000], share: 0.05 }),
	kind('a page tree that holds itself', () => looped([pageNumber(0), 2, pageNumber(1)]), { pages: undefined, compared: [1], wanted: 'split or whole' }),
	kind('a page tree with a loop further down', () => looped([pageNumber(0), pageNumber(1), 4]), { pages: undefined, compared: [1, 2], wanted: 'split or whole' }),
	kind('20 million pages by its own account', () => counted(20_000_000)),
	kind('one page by its own account', () => counted(1), { compared: [1] }),
	kind('several content streams for a page', () => {
		const file = plainPages({ extra: (index) => [packed(ownNumber(index, 0), '<<>>', 'q 1 0 0 1 10 10 cm'), packed(ownNumber(index, 1), '<<>>', 'Q')] });
		return withTable(edited(file, (body, index) => body.replace(/\/Contents \d+ 0 R/, `/Contents[${ownNumber(index, 0)} 0 R ${contentNumber(index)} 0 R ${ownNumber(index, 1)} 0 R]`)));
	}),
	kind('all attributes stand elsewhere', () => {
		const file = plainPages({
			media: '/MediaBox 5 0 R',
			resources: () => '/Resources 6 0 R',
			page: () => '/Rotate 7 0 R',
		});
		file.objects.push(
			{ number: 5, body: '[0 0 8 0 R 190]' },
			{ number: 6, body: `<</Font 9 0 R>>` },
			{ number: 7, body: '180' },
			{ number: 8, body: '230' },
			{ number: 9, body: `<</F1 ${FONT} 0 R>>` },
		);
		return withTable(file);
	}),
	kind('lengths stand elsewhere', () => lengths('4 0 R', [{ number: 4, body: '96' }], 96)),
	kind('lengths are wrong', () => lengths('17', [])),
	kind('lengths are negative', () => lengths('-400', [])),
	kind('lengths are missing', () => lengths('null', [])),
	kind('other bytes first, offsets from %PDF- on', () => Buffer.concat([text('--7c01\r\nContent-Type: application/pdf\r\n\r\n'), table()]), { wholeIsUnreadable: true }),
	kind('other bytes first, offsets from the first byte on', () => Buffer.concat([text('\xef\xbb\xbf\n'), withTable(plainPages(), { shift: 4 })]), { wholeIsUnreadable: true }),
	kind('other bytes behind the end', () => Buffer.concat([table(), Buffer.alloc(3000, 'tail ')])),
	kind('first part for the web', () => linearised()),
	kind('hidden layer', layered),
	kind('forms within forms', formsWithinForms),
	kind('pattern and drawn font', drawnFont),
	kind('names with escapes', () => {
		const file = plainPages({ resources: () => `/Resources<</Font<</F#31 ${FONT} 0 R/F2 ${FONT} 0 R>>>>` });
		return withTable(file);
	}),
	kind('picture inside the content', () =>
		table({ content: () => 'q 60 0 0 40 150 20 cm BI /W 4 /H 2 /CS /G /BPC 8 ID \x01/F1>\xf0 (EI\x80\xff EI Q', resources: () => `/Resources<</Font<</F1 ${FONT} 0 R/F9 ${FONT} 0 R>>>>` }),
	),
	kind('comments everywhere', () => withTable(edited(plainPages(), (body) => body.replaceAll('/', ' % about (this\n/')))),
	kind('high numbers with gaps', () => withTable(renumbered(plainPages(), (number) => (number > 3 ? number * 97 : number)))),
	kind('generations above 0', () => {
		const file = plainPages();
		for (const each of file.objects) if (each.number === contentNumber(1)) each.generation = 3;
		return withTable(edited(file, (body, index) => (index === 1 ? body.replace(`${contentNumber(1)} 0 R`, `${contentNumber(1)} 3 R`) : body)));
	}),
	kind('soft masks and groups', softMask),
	kind('a page without content', () => withTable(edited(plainPages(), (body, index) => (index === 1 ? body.replace(/\/Contents \d+ 0 R/, '') : body)))),
	kind('resources that are missing', () => table({ resources: () => '/Resources<</Font<</F1 9999 0 R>>>>' })),
];

/** A page tree that says it has so many pages. */
function counted(count: number): Buffer {
	const file = plainPages();
	for (const each of file.objects) if (each.number === 2) each.body = each.body.replace('/Count 3', `/Count ${count}`);
	return withTable(file);
}

function cutBefore(file: Buffer, word: string): Buffer {
	return file.subarray(0, file.lastIndexOf(`\n${word}`) + 1);
}

/** The pages' dictionaries changed. */
function edited(file: RawFile, change: (body: string, index: number) => string): RawFile {
	return {
		...file,
		objects: file.objects.map((each) => {
			const index = (each.number - pageNumber(0)) / (pageNumber(1) - pageNumber(0));
			return Number.isInteger(index) && index >= 0 ? { ...each, body: change(each.body, index) } : each;
		}),
	};
}

function renumbered(file: RawFile, move: (number: number) => number): RawFile {
	return {
		...file,
		objects: file.objects.map((each) => ({
			...each,
			number: move(each.number),
			body: each.body.replaceAll(/(\d+) 0 R/g, (_all, number: string) => `${move(Number(number))} 0 R`),
		})),
	};
}

/** Contents of a fixed length that say another. */
function lengths(length: string, more: RawObject[], fill?: number): Buffer {
	const file = plainPages();
	for (const each of file.objects) {
		if (!each.stream) continue;
		const index = (each.number - contentNumber(0)) / 10;
		each.body = '<<>>';
		each.stream = text(fill ? drawing(index).padEnd(fill, ' ').slice(0, Math.max(fill, drawing(index).length)) : drawing(index));
		each.length = length;
	}
	if (fill) for (const each of more) each.body = String(file.objects.find(({ stream }) => stream)?.stream?.length ?? 0);
	file.objects.push(...more);
	return withTable(file);
}

function looped(kids: number[]): Buffer {
	const file = plainPages();
	for (const each of file.objects) {
		if (each.number === 2) each.body = `<</Type/Pages/Count 5/Kids[${kids.map((number) => `${number} 0 R`).join(' ')}]>>`;
	}
	file.objects.push({ number: 4, body: `<</Type/Pages/Parent 2 0 R/Count 2/Kids[${pageNumber(2)} 0 R 2 0 R]>>` });
	return withTable(file);
}

/** A tree whose nodes have at most so many kids. */
function nested(pages: number, most: number): RawFile {
	const file = plainPages({ pages });
	let level = Array.from({ length: pages }, (_, index) => pageNumber(index));
	let next = pageNumber(pages) + 10;
	const count = new Map(level.map((number) => [number, 1]));
	const nodes: RawObject[] = [];
	while (level.length > most) {
		const above: number[] = [];
		for (let at = 0; at < level.length; at += most) {
			const kids = level.slice(at, at + most);
			const sum = kids.reduce((total, number) => total + (count.get(number) ?? 0), 0);
			count.set(next, sum);
			nodes.push({ number: next, body: `<</Type/Pages/Count ${sum}/Kids[${kids.map((number) => `${number} 0 R`).join(' ')}]>>` });
			above.push(next++);
		}
		level = above;
	}
	for (const each of file.objects) {
		if (each.number === 2) each.body = `<</Type/Pages/Count ${pages}/Kids[${level.map((number) => `${number} 0 R`).join(' ')}]>>`;
	}
	file.objects.push(...nodes);
	return file;
}

/** The first page's objects and their table at the front, all others behind, as for viewing in a browser. */
function linearised(): Buffer {
	const { objects } = plainPages();
	const first = objects.filter(({ number }) => number === pageNumber(0) || number === contentNumber(0));
	const rest = objects.filter((each) => !first.includes(each));
	const head = text('%PDF-1.7\n');
	const front = layOut(first, head.length);
	const size = Math.max(...objects.map(({ number }) => number)) + 1;
	const frontAt = head.length + front.bytes.length;
	const frontLength = 260;
	const back = layOut(rest, frontAt + frontLength);
	const backAt = frontAt + frontLength + back.bytes.length;
	const entry = (place: number | undefined) => `${String(place).padStart(10, '0')} 00000 n \n`;
	const frontTable = `xref\n${pageNumber(0)} 2\n${first.map((each) => entry(front.places.get(each))).join('')}trailer\n<</Size ${size}/Root 1 0 R/Prev ${backAt}>>\nstartxref\n0\n%%EOF\n`;
	const backTable = tableOf(rest, back.places, backAt, '').replace(/startxref[\s\S]*/, `startxref\n${frontAt}\n%%EOF\n`);
	// In the main table the objects of the first page are not known.
	return Buffer.concat([head, front.bytes, text(frontTable.padEnd(frontLength, ' ')), back.bytes, text(backTable)]);
}

function layered(): Buffer {
	const file = plainPages({
		catalog: '/OCProperties<</OCGs[4 0 R 5 0 R]/D<</ON[4 0 R]/OFF[5 0 R]>>>>',
		content: () => '/OC /Shown BDC 1 0 0 rg 10 10 40 20 re f EMC /OC /Hidden BDC 0 0 1 rg 100 90 120 60 re f EMC',
		resources: () => `/Resources<</Font<</F1 ${FONT} 0 R>>/Properties<</Shown 4 0 R/Hidden 5 0 R>>>>`,
	});
	file.objects.push({ number: 4, body: '<</Type/OCG/Name(Drawing)>>' }, { number: 5, body: '<</Type/OCG/Name(Draft)>>' });
	return withTable(file);
}

function formsWithinForms(): Buffer {
	const file = plainPages({
		content: () => 'q 1 0 0 1 20 20 cm /Outer Do Q',
		// The inner form has no resources of its own: old programs let it use those of the page.
		resources: (index) => `/Resources<</Font<</F1 ${FONT} 0 R>>/XObject<</Outer ${ownNumber(index, 0)} 0 R/Inner ${ownNumber(index, 1)} 0 R/Unused ${ownNumber(index, 2)} 0 R>>>>`,
		extra: (index) => [
			packed(ownNumber(index, 0), `<</Type/XObject/Subtype/Form/BBox[0 0 200 100]/Resources<</XObject<</Deep ${ownNumber(index, 1)} 0 R>>>>>>`, '0 1 0 rg 0 0 30 30 re f /Deep Do'),
			packed(ownNumber(index, 1), '<</Type/XObject/Subtype/Form/BBox[0 0 200 100]>>', `0.5 g ${40 + index * 10} 5 25 15 re f BT /F1 8 Tf 40 40 Td (inner) Tj ET`),
			packed(ownNumber(index, 2), '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>>>', '0 0 9 9 re f'),
		],
	});
	return withTable(file);
}

function drawnFont(): Buffer {
	const file = plainPages({
		content: () => '/Pattern cs /P1 scn 130 20 90 60 re f BT /T3 20 Tf 20 100 Td (ab) Tj ET',
		resources: () => `/Resources<</Font<</F1 ${FONT} 0 R/T3 4 0 R>>/Pattern<</P1 5 0 R/P2 5 0 R>>/XObject<</Dot 6 0 R>>>>`,
	});
	file.objects.push(
		{
			number: 4,
			body: '<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.1 0 0 0.1 0 0]/FirstChar 97/LastChar 98/Widths[10 10]/Encoding<</Differences[97/a/b]>>/CharProcs<</a 7 0 R/b 8 0 R>>>>',
		},
		packed(5, '<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]/XStep 8/YStep 8/Resources<<>>>>', '1 0.4 0 rg 0 0 5 5 re f'),
		packed(6, '<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<<>>>>', '0 0 1 rg 2 2 6 6 re f'),
		packed(7, '<<>>', '10 0 0 0 10 10 d1 1 1 7 7 re f'),
		packed(8, '<<>>', '10 0 d0 /Dot Do'),
	);
	return withTable(file);
}

function softMask(): Buffer {
	const grey = Buffer.from(Array.from({ length: 64 }, (_, index) => index * 4));
	const file = plainPages({
		page: () => '/Group<</S/Transparency/CS/DeviceRGB>>',
		content: () => '1 1 0 rg 100 20 100 100 re f q 80 0 0 80 110 30 cm /Im Do Q /Half gs 0 0 1 rg 20 20 60 60 re f',
		resources: () => `/Resources<</Font<</F1 ${FONT} 0 R>>/XObject<</Im 4 0 R/Other 4 0 R>>/ExtGState<</Half<</ca 0.4>>>>>>`,
	});
	file.objects.push(
		packed(4, '<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 5 0 R>>', grey),
		packed(5, '<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8>>', Buffer.from(grey).reverse()),
	);
	return withTable(file);
}

async function onePicture(): Promise<Buffer> {
	const jpeg = await scan(4);
	const file = plainPages({
		content: () => 'q 100 0 0 80 120 10 cm /Logo Do Q',
		resources: () => `/Resources<</Font<</F1 ${FONT} 0 R>>/XObject<</Logo 4 0 R>>>>`,
	});
	file.objects.push(jpegObject(4, jpeg, 240, 200));
	return withTable(file);
}

function annotated(): Buffer {
	const file = plainPages({
		page: (index) => `/Annots[${ownNumber(index, 0)} 0 R ${ownNumber(index, 1)} 0 R<</Type/Annot/Subtype/Square/Rect[5 5 25 25]/C[1 0 0]/AP<</N ${ownNumber(index, 2)} 0 R>>/F 4>>]`,
		extra: (index) => [
			{ number: ownNumber(index, 0), body: `<</Type/Annot/Subtype/Link/Rect[24 140 200 170]/Border[0 0 2]/Dest[${pageNumber((index + 1) % 3)} 0 R/Fit]/P ${pageNumber(index)} 0 R>>` },
			{ number: ownNumber(index, 1), body: `<</Type/Annot/Subtype/Highlight/Rect[24 140 120 170]/QuadPoints[24 170 120 170 24 140 120 140]/C[1 1 0]/F 4/AP<</N ${ownNumber(index, 3)} 0 R>>/A<</S/GoTo/D[${pageNumber((index + 2) % 3)} 0 R/Fit]>>>>` },
			packed(ownNumber(index, 2), '<</Type/XObject/Subtype/Form/BBox[0 0 20 20]/Resources<<>>>>', '1 0 0 rg 0 0 20 20 re f'),
			packed(ownNumber(index, 3), '<</Type/XObject/Subtype/Form/BBox[24 140 120 170]/Resources<<>>>>', '0.9 0.9 0.2 rg 24 140 96 12 re f'),
		],
	});
	return withTable(file);
}

async function officeFile(useObjectStreams = false): Promise<Buffer> {
	const document = await PDFDocument.create();
	const fonts = [await document.embedFont(StandardFonts.TimesRoman), await document.embedFont(StandardFonts.CourierBold)];
	for (let index = 0; index < 3; index++) {
		const page = document.addPage([240, 200]);
		fonts.forEach((font, line) => page.drawText(`Minutes ${index + 1}, line ${line}`, { x: 20, y: 150 - line * 30, size: 14, font, color: rgb(0.1, 0.1, 0.4) }));
		page.drawRectangle({ x: 20 + index * 30, y: 20, width: 50, height: 40, color: rgb(0.8, 0.3, 0.1), rotate: degrees(10) });
	}
	return Buffer.from(await document.save({ useObjectStreams }));
}

async function encrypted(algorithm: 'RC4-40' | 'RC4-128' | 'AES-128' | 'AES-256', userPassword: string, useObjectStreams: boolean): Promise<Buffer> {
	const document = await PDFDocument.load(await officeFile());
	const picture = await document.embedJpg(await scan(2));
	for (const page of document.getPages()) page.drawImage(picture, { x: 140, y: 20, width: 80, height: 60 });
	document.encrypt({ algorithm, userPassword, ownerPassword: 'only for the author', allowWeakCryptography: true });
	return Buffer.from(await document.save({ useObjectStreams }));
}

async function formFile(drawAnew = false): Promise<Buffer> {
	const document = await PDFDocument.create();
	const form = document.getForm();
	const group = form.createRadioGroup('delivery');
	for (let index = 0; index < 2; index++) {
		const page = document.addPage([240, 200]);
		page.drawText(`Order sheet ${index + 1}`, { x: 20, y: 170, size: 14 });
		const field = form.createTextField(`sheet${index}.customer`);
		field.setText(`Customer no ${index + 71}`);
		field.addToPage(page, { x: 20, y: 110, width: 160, height: 22 });
		const box = form.createCheckBox(`sheet${index}.paid`);
		box.addToPage(page, { x: 20, y: 80, width: 16, height: 16 });
		if (index === 0) box.check();
		group.addOptionToPage(`way${index}`, page, { x: 60, y: 80, width: 16, height: 16 });
	}
	group.select('way1');
	if (drawAnew) form.acroForm.dict.set(PDFName.of('NeedAppearances'), document.context.obj(true));
	return Buffer.from(await document.save());
}
