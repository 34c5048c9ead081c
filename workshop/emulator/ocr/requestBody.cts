// The JSON body of an OCR call. A body is mostly one long base64 string, so that string is taken out
// before JSON.parse sees the rest: a tenth of the time for images of several MB.
import { isAscii, isUtf8 } from 'node:buffer';

export type JsonObject = Record<string, unknown>;

/** Base64 text as bytes of the request body; turned into a string only when it is decoded. */
export class ImageText {
	readonly bytes: Buffer;
	constructor(bytes: Buffer) {
		this.bytes = bytes;
	}
	get length(): number {
		return this.bytes.length;
	}
}

export interface RequestBody {
	fields: JsonObject;
	/** Set when the image field is a string. */
	image?: ImageText;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** How far into the body a client may put its image to get the fast path. */
const SEARCH_BYTES = 4096;

/**
 * @param imageField which field holds the file.
 * @returns undefined when the body is no JSON object in UTF-8 (15.2 row 16).
 */
export function parseRequestBody(body: Buffer, imageField: string): RequestBody | undefined {
	return parseFast(body, imageField) ?? parsePlain(body, imageField);
}

function parsePlain(body: Buffer, imageField: string): RequestBody | undefined {
	if (!isUtf8(body)) return undefined;
	const fields = parseObject(body.toString('utf8'));
	if (!fields) return undefined;
	const image = fields[imageField];
	return typeof image === 'string' ? { fields, image: new ImageText(Buffer.from(image)) } : { fields };
}

/** Only for an unescaped ASCII string at a top-level key; anything else falls back to the plain way. */
function parseFast(body: Buffer, imageField: string): RequestBody | undefined {
	const name = `"${imageField}":`;
	const key = body.subarray(0, SEARCH_BYTES).indexOf(name);
	if (key < 0) return undefined;
	let start = key + name.length;
	while (body[start] === 0x20) start++;
	if (body[start] !== QUOTE) return undefined;
	start++;
	const end = body.indexOf(QUOTE, start);
	if (end < 0) return undefined;
	const image = body.subarray(start, end);
	if (image.includes(BACKSLASH) || !isAscii(image)) return undefined;
	const head = body.subarray(0, start);
	const tail = body.subarray(end);
	if (!isUtf8(head) || !isUtf8(tail)) return undefined;
	const placeholder = `image-of-${image.length}-bytes`;
	const fields = parseObject(`${head.toString()}${placeholder}${tail.toString()}`);
	if (fields?.[imageField] !== placeholder || hasControlCharacter(image)) return undefined;
	return { fields, image: new ImageText(image) };
}

/** JSON forbids them inside strings; only line ends occur in practice, so only those are looked for. */
function hasControlCharacter(image: Buffer): boolean {
	return image.includes(0x0a) || image.includes(0x0d) || image.includes(0x09) || image.includes(0x00);
}

function parseObject(text: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
	} catch {
		return undefined;
	}
}
