// A plain document of a few pages as objects: what the odd kinds of files begin with.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

import { text, type RawFile, type RawObject } from './rawPdf.cts';

export interface PageOptions {
	/** Entries of the page besides Type, Parent and Contents. */
	page?: (index: number) => string;
	/** Entries of the page tree's root. */
	tree?: string;
	/** Entries of the catalog. */
	catalog?: string;
	/** Drawn before each page's words. */
	content?: (index: number) => string;
	/** Replaces Contents, with objects of its own. */
	extra?: (index: number) => RawObject[];
	/** Dictionary of resources, as text; default: one font. */
	resources?: (index: number) => string;
	pages?: number;
	media?: string;
}

export const FONT = 3;
const FIRST_PAGE = 10;
/** Numbers that one page may use: page, content, and eight more. */
const PER_PAGE = 10;

export const pageNumber = (index: number): number => FIRST_PAGE + index * PER_PAGE;
export const contentNumber = (index: number): number => pageNumber(index) + 1;
/** @param which from 0 to 7 */
export const ownNumber = (index: number, which: number): number => pageNumber(index) + 2 + which;

/** Words and a bar that no other page has. */
export function drawing(index: number): string {
	return `q 0.${(index % 8) + 1} 0.2 0.6 rg ${20 + (index % 7) * 12} 40 60 ${20 + (index % 5) * 9} re f Q BT /F1 18 Tf 24 150 Td (Leaf ${index + 1} of the bundle) Tj ET`;
}

/** A page tree of one level, one content stream a page. */
export function plainPages(options: PageOptions = {}): RawFile {
	const { pages = 3, media = '/MediaBox[0 0 240 200]' } = options;
	const indices = Array.from({ length: pages }, (_, index) => index);
	const resources = options.resources ?? (() => `/Resources<</Font<</F1 ${FONT} 0 R>>>>`);
	return {
		objects: [
			{ number: 1, body: `<</Type/Catalog/Pages 2 0 R${options.catalog ?? ''}>>` },
			{
				number: 2,
				body: `<</Type/Pages/Count ${pages}/Kids[${indices.map((index) => `${pageNumber(index)} 0 R`).join(' ')}]${options.tree ?? ''}>>`,
			},
			{ number: FONT, body: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>' },
			...indices.flatMap((index): RawObject[] => [
				{
					number: pageNumber(index),
					body: `<</Type/Page/Parent 2 0 R/Contents ${contentNumber(index)} 0 R${media}${resources(index)}${options.page?.(index) ?? ''}>>`,
				},
				packed(contentNumber(index), '<<>>', `${options.content?.(index) ?? ''}\n${drawing(index)}`),
				...(options.extra?.(index) ?? []),
			]),
		],
	};
}

/** A stream packed by Flate. */
export function packed(number: number, dict: string, content: string | Buffer): RawObject {
	const bytes = typeof content === 'string' ? text(content) : content;
	return { number, body: dict.replace(/>>\s*$/, '/Filter/FlateDecode>>'), stream: deflateSync(bytes) };
}

/** A JPEG of stripes and dots that no other seed has; larger ones don't compress well. */
export async function scan(seed: number, width = 240, height = 200): Promise<Buffer> {
	const pixels = Buffer.alloc(width * height * 3);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const at = (y * width + x) * 3;
			const isInk = (x * (seed + 3) + y * 7) % 61 < 9 || ((x ^ (y * (seed + 1))) & 31) === 5;
			pixels[at] = isInk ? 30 + seed * 9 : 245;
			pixels[at + 1] = isInk ? 40 : 240 - seed * 5;
			pixels[at + 2] = isInk ? 90 : 230;
		}
	}
	return await sharp(pixels, { raw: { width, height, channels: 3 } }).jpeg({ quality: 85 }).toBuffer();
}

/** An image object of a JPEG. */
export function jpegObject(number: number, jpeg: Buffer, width: number, height: number, more = ''): RawObject {
	return {
		number,
		body: `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode${more}>>`,
		stream: jpeg,
	};
}

/** Pages that each show one JPEG over all of the page, as scanners make them. */
export async function scannedPages(
	pages: number,
	options: PageOptions & { width?: number; height?: number; sharedList?: boolean } = {},
): Promise<RawFile> {
	const { width = 240, height = 200, sharedList = false } = options;
	const images = await Promise.all(Array.from({ length: pages }, async (_, index) => await scan(index, width, height)));
	const all = images.map((_, index) => `/Im${index} ${ownNumber(index, 0)} 0 R`).join('');
	const file = plainPages({
		...options,
		pages,
		resources: (index) => `/Resources<</XObject<<${sharedList ? all : `/Im${index} ${ownNumber(index, 0)} 0 R`}>>>>`,
		extra: (index) => [jpegObject(ownNumber(index, 0), images[index] as Buffer, width, height)],
	});
	for (const [index] of images.entries()) {
		const content = file.objects.find(({ number }) => number === contentNumber(index)) as RawObject;
		Object.assign(content, packed(content.number, '<<>>', `q 240 0 0 200 0 0 cm /Im${index} Do Q`));
	}
	return file;
}
