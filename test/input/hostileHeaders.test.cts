// What a file really is, whatever it says: own small files of each kind.
import sharp from 'sharp';

import { readImageHeader } from '../../nodes/HuaweiOcr/input/imageHeader.ts';
import { sniff, unknownFormat } from '../../nodes/HuaweiOcr/input/sniff.ts';
import { headerOf } from '../../workshop/checks/support/imageHeaders.cts';

const text = (value: string) => Buffer.from(value);
const boxed = (name: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), text(`ftyp${name}\0\0\0\0mif1`), Buffer.alloc(80)]);
const zip = (...names: string[]) => Buffer.concat([text('PK\x03\x04'), Buffer.alloc(26), text(names.join('..........'))]);

describe('content that is no picture is called by its name', () => {
	test.each([
		['a web page (HTML)', text('<!DOCTYPE html>\n<html lang="fr"><title>Connexion</title>')],
		['a web page (HTML)', text('\ufeff  <html><head>')],
		['a web page (HTML)', text('<!-- served by proxy 7 --><!-- cached -->\n<HTML>')],
		['a web page (HTML)', text('<?xml version="1.0"?><!doctype html><html xmlns="x">')],
		['a web page (HTML)', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html><body>', 'utf16le')])],
		['an SVG drawing', text('<?xml version="1.0"?>\n<!-- made by hand -->\n<svg viewBox="0 0 9 9">')],
		['an XML answer', text('<Error><Code>NoSuchKey</Code></Error>')],
		['a JSON answer', text('{"message":"link expired"}')],
		['a JSON answer', text('[{"id":4}]')],
		['the base64 text of a file, not the file itself', text(Buffer.from('%PDF-1.4\n%more').toString('base64'))],
		['the base64 text of a file, not the file itself', text(Buffer.alloc(120, 'scan').toString('base64').replace(/(.{60})/g, '$1\r\n'))],
		['the base64 text of a file, not the file itself', text('data:image/png;base64,iVBORw0KGgo=')],
		['plain text', text('Sorry, this document was moved.')],
		['a calendar entry', text('BEGIN:VCALENDAR\r\nVERSION:2.0')],
		['a mail message', text('Subject: scans\r\nFrom: office@example.org\r\n\r\nHello')],
		['a HEIC picture', boxed('heic')],
		['a HEIC picture', boxed('mif1')],
		['an AVIF picture', boxed('avif')],
		['a JPEG 2000 picture', Buffer.from('0000000c6a5020200d0a870a00000014', 'hex')],
		['a JPEG 2000 picture', Buffer.from('ff4fff5100290000', 'hex')],
		['a JPEG XL picture', Buffer.from('ff0afa7f', 'hex')],
		['a BigTIFF', Buffer.from('49492b00080000001000000000000000', 'hex')],
		['a Word document', zip('[Content_Types].xml', 'word/document.xml')],
		['an Excel workbook', zip('_rels/.rels', 'xl/workbook.xml')],
		['a ZIP archive', zip('scan1.png')],
		['an old Office document', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
		['a PostScript file', text('%!PS-Adobe-3.0 EPSF-3.0')],
		['a video or sound file', boxed('isom')],
	])('%s', (name, file) => {
		expect(readImageHeader(file)).toBeUndefined();
		expect(sniff(file)?.name).toBe(name);
	});

	test('what nobody knows stays unknown', () => {
		expect(sniff(Buffer.from([1, 2, 3, 4, 200]))).toBeUndefined();
		expect(sniff(Buffer.alloc(0))).toBeUndefined();
	});

	test('the message says what to do and what it is', () => {
		expect(unknownFormat(text('<html>'), ['JPEG']).message).toBe(
			'Check where the file comes from: it holds a web page (HTML), whatever its name says',
		);
		expect(unknownFormat(boxed('heic'), ['JPEG']).message).toMatch(/^Convert the file to JPG or PNG: it holds a HEIC picture/);
		expect(unknownFormat(Buffer.from([1, 2, 3]), ['JPEG']).message).toMatch(/^Convert the file to JPG or PNG: its content/);
	});

	test('text made to trap a careless pattern', () => {
		expect(sniff(text('<!---->'.repeat(2000)))?.name).toBeDefined();
		expect(sniff(text('<?xml '.repeat(2000)))?.name).toBe('an XML answer');
		expect(sniff(text('a'.repeat(5_000_000)))?.name).toBeDefined();
	});
});

describe('pictures that lie or are unusual', () => {
	test('a PDF behind other bytes is one, with the place where it begins', () => {
		expect(readImageHeader(text('\n%PDF-1.5'))).toEqual({ format: 'PDF', start: 1 });
		expect(readImageHeader(text(`--b\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.5`))).toEqual({ format: 'PDF', start: 38 });
		expect(readImageHeader(Buffer.concat([Buffer.alloc(1025, ' '), text('%PDF-1.5')]))).toBeUndefined();
	});

	test('a picture that also is a PDF is what its first bytes say', () => {
		expect(readImageHeader(Buffer.concat([headerOf('GIF', 30, 40), text('%PDF-1.4')]))?.format).toBe('GIF');
	});

	test('a text that begins with BM is no bitmap', () => {
		expect(readImageHeader(text('BMX bikes: price list of the season'))).toBeUndefined();
	});

	test.each([
		['zeros behind the mark of a JPEG', Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(7_000_000)])],
		['fill bytes without end', Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(7_000_000, 0xff)])],
		['segments of no length', Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(1_000_000, Buffer.from('ffe00000', 'hex'))])],
		['a million empty segments', Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(4_000_000, Buffer.from('ffe00002', 'hex'))])],
		['restart marks without end', Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(4_000_000, Buffer.from('ffd0', 'hex'))])],
		['the scan before any size', Buffer.from('ffd8ffda0008010100003f00', 'hex')],
	])('%s: a JPEG of no size', (_name, file) => {
		expect(readImageHeader(file)).toEqual({ format: 'JPEG' });
	});

	test.each(['PNG', 'GIF', 'BMP', 'PCX', 'PSD', 'JPEG', 'TIFF'] as const)('a %s cut off at any byte', (format) => {
		const whole = headerOf(format, 60, 50);
		for (let length = 0; length < whole.length; length++) {
			const header = readImageHeader(whole.subarray(0, length));
			if (header?.size) expect(header.size).toEqual({ width: 60, height: 50 });
		}
	});

	test('all three kinds of WebP', async () => {
		const picture = sharp({ create: { width: 45, height: 33, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } });
		for (const options of [{}, { lossless: true }, { alphaQuality: 10 }]) {
			expect(readImageHeader(await picture.clone().webp(options).toBuffer())?.size).toEqual({ width: 45, height: 33 });
		}
		const opaque = await picture.clone().flatten().webp().toBuffer();
		expect(readImageHeader(opaque)?.size).toEqual({ width: 45, height: 33 });
	});

	test('a bitmap with its rows from the top, and one of the oldest kind', () => {
		const upside = Buffer.from(headerOf('BMP', 20, 30));
		upside.writeInt32LE(-30, 22);
		expect(readImageHeader(upside)?.size).toEqual({ width: 20, height: 30 });
		const oldest = Buffer.alloc(26);
		oldest.write('BM');
		oldest.writeUInt32LE(12, 14);
		oldest.writeUInt16LE(20, 18);
		oldest.writeUInt16LE(30, 20);
		expect(readImageHeader(oldest)?.size).toEqual({ width: 20, height: 30 });
	});

	test('of an icon file the largest picture counts, and a count of 65,535 costs nothing', () => {
		const icon = Buffer.alloc(6 + 2 * 16);
		icon.writeUInt16LE(1, 2);
		icon.writeUInt16LE(65_535, 4);
		icon[6] = icon[7] = 16;
		icon[22] = 0;
		icon[23] = 128;
		expect(readImageHeader(icon)?.size).toEqual({ width: 256, height: 128 });
	});
});
