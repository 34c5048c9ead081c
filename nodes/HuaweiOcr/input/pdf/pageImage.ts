import type { ObjectStore } from './objects';
import type { Leaf } from './pageTree';
import { pageContent } from './resources';
import { listOf } from './unpack';
import { countOf, isDict, nameOf, PdfRef, type PdfObject, type PdfValue } from './values';

/** The picture that is all of a page. */
export interface PageImage {
	bytes: Buffer;
	format: 'jpeg';
	/** px, as the PDF says */
	width: number;
	height: number;
}

/** bytes of unpacked content; that of a scan is short, unless it has a text layer */
const MAX_CONTENT = 512 * 1024;

/** Share of the page's sides that a scan may leave out, since scanners round. */
const TOLERANCE = 0.02;

/** Operators that draw nothing by themselves, and how a page of one picture uses them. */
const HARMLESS = new Set(['q', 'Q', 'gs', 'BMC', 'BDC', 'EMC', 'MP', 'DP', 'g', 'rg', 'k', 'cs', 'sc', 'scn', 'w', 'j', 'J', 'i', 'ri']);

/** Operators of a text layer that nobody sees. */
const TEXT = new Set(['BT', 'ET', 'Tf', 'Td', 'TD', 'Tm', 'T*', 'Tc', 'Tw', 'Tz', 'TL', 'Ts', 'Tj', 'TJ', "'", '"']);
const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const INVISIBLE = 3;

type Matrix = [number, number, number, number, number, number];

/**
 * The JPEG of a page that shows a single scanned picture, upright, not turned, and over the whole page,
 * with or without an invisible text layer.
 * @returns undefined for every other page
 * @throws PdfSyntaxError, OverBudget
 */
export async function pageImage(store: ObjectStore, leaf: Leaf): Promise<PageImage | undefined> {
	const page = await store.dict(leaf.ref);
	if (!page) return undefined;
	const own = (key: string): PdfValue | undefined => page.get(key) ?? leaf.inherited.get(key);
	const annotations = await store.resolve(page.get('Annots'));
	if (Array.isArray(annotations) && annotations.length > 0) return undefined;
	const content = await pageContent(store, page.get('Contents'), MAX_CONTENT);
	const drawn = content && onlyPicture(content.toString('latin1'));
	if (!drawn) return undefined;
	store.budget.spend(content.length / 8);
	await store.budget.rest();
	const box = (await boxOf(store, own('CropBox'))) ?? (await boxOf(store, own('MediaBox')));
	if (!box || !covers(drawn.matrix, box)) return undefined;
	const resources = await store.dict(own('Resources'));
	const pictures = await store.dict(resources?.get('XObject'));
	const picture = pictures?.get(drawn.name);
	const object = picture instanceof PdfRef ? await store.get(picture.number) : undefined;
	// The JPEG of a page that is turned would lie on its side, and so would all positions in it.
	const rotate = (await store.resolve(own('Rotate'))) ?? 0;
	return object && typeof rotate === 'number' && rotate % 360 === 0 ? await jpegOf(store, object) : undefined;
}

async function jpegOf(store: ObjectStore, object: PdfObject): Promise<PageImage | undefined> {
	const dict = object.value;
	if (!isDict(dict) || !object.stream || nameOf(dict.get('Subtype')) !== 'Image') return undefined;
	const filters = listOf(await store.resolve(dict.get('Filter'))).map(nameOf);
	const isJpeg = filters.length === 1 && (filters[0] === 'DCTDecode' || filters[0] === 'DCT');
	// Masks and decode arrays change what is seen; the JPEG alone would show something else.
	if (!isJpeg || ['Mask', 'SMask', 'Decode', 'ImageMask'].some((key) => dict.has(key))) return undefined;
	const colours = await store.resolve(dict.get('ColorSpace'));
	const family = nameOf(Array.isArray(colours) ? colours[0] : colours);
	if (!['DeviceRGB', 'DeviceGray', 'CalRGB', 'CalGray', 'ICCBased'].includes(family ?? '')) return undefined;
	const width = countOf(await store.resolve(dict.get('Width')));
	const height = countOf(await store.resolve(dict.get('Height')));
	if (!width || !height) return undefined;
	return { bytes: await store.streamData(object), format: 'jpeg', width, height };
}

async function boxOf(store: ObjectStore, value: PdfValue | undefined): Promise<number[] | undefined> {
	const list = await store.resolve(value);
	if (!Array.isArray(list) || list.length < 4) return undefined;
	const sides: number[] = [];
	for (const side of list.slice(0, 4)) {
		const number = await store.resolve(side);
		if (typeof number !== 'number') return undefined;
		sides.push(number);
	}
	const [a, b, c, d] = sides as [number, number, number, number];
	return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

function covers([a, b, c, d, e, f]: Matrix, box: number[]): boolean {
	const [left, bottom, right, top] = box as [number, number, number, number];
	const near = (value: number, wanted: number, side: number) => Math.abs(value - wanted) <= TOLERANCE * side;
	const [width, height] = [right - left, top - bottom];
	return (
		width > 0 &&
		height > 0 &&
		Math.abs(b) < 1e-6 &&
		Math.abs(c) < 1e-6 &&
		near(e, left, width) &&
		near(f, bottom, height) &&
		near(a, width, width) &&
		near(d, height, height)
	);
}

interface DrawnPicture {
	name: string;
	matrix: Matrix;
}

/** Strings, hexadecimal strings and dictionaries' marks, names, and all other words. */
const TOKENS = /\((?:\\[\s\S]|[^()\\])*\)|<[0-9A-Fa-f\s]*>|<<|>>|[[\]]|\/[^\s\0()<>[\]{}/%]*|%[^\r\n]*|[^\s\0()<>[\]{}/%]+|[\s\S]/g;

/** Reads the content as far as it only places one picture. @returns undefined when it does anything else */
function onlyPicture(content: string): DrawnPicture | undefined {
	let picture: DrawnPicture | undefined;
	let matrix: Matrix = [1, 0, 0, 1, 0, 0];
	const saved: Matrix[] = [];
	let textMode = 0;
	let operands: string[] = [];
	for (const [token] of content.matchAll(TOKENS)) {
		if (/^[\s\0%]/.test(token)) continue;
		if (/^[-+.\d/(<>[\]]/.test(token) || token === 'true' || token === 'false') {
			if (operands.length < 16) operands.push(token);
			continue;
		}
		if (token === 'q' && saved.length < 100) saved.push(matrix);
		else if (token === 'Q') matrix = saved.pop() ?? matrix;
		else if (token === 'cm') matrix = times(operands.map(Number) as Matrix, matrix);
		else if (token === 'Tr') textMode = Number(operands[0]);
		else if (token === 'Do') {
			if (picture) return undefined;
			picture = { name: (operands[0] ?? '').slice(1), matrix };
		} else if (TEXT.has(token)) {
			if (SHOWS_TEXT.has(token) && textMode !== INVISIBLE) return undefined;
		} else if (!HARMLESS.has(token)) return undefined;
		operands = [];
	}
	return picture;
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
	return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
