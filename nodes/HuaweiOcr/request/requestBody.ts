import type { IDataObject } from 'n8n-workflow';

import type { ServiceInput } from '../input/document';

/**
 * Bytes of an image that are encoded at a time; a multiple of 3, so that the pieces' base64 joins. Small,
 * because the piece that is under way when V8 collects garbage is kept for longer.
 */
const PIECE = 6 * 1024;

/**
 * The JSON body as bytes. The image is encoded in pieces, each straight to its place: JSON.stringify
 * would scan megabytes of base64 for characters to escape, and the base64 of a whole image would be
 * garbage of megabytes.
 * @param imageField request field of the file: `image` or `data`
 * @param fields request fields beside it
 * @param allocate gives memory of so many bytes, with any content
 */
export function requestBody(
	input: ServiceInput,
	imageField: string,
	fields: IDataObject,
	allocate: (bytes: number) => Buffer = Buffer.allocUnsafe,
): Buffer {
	if ('url' in input) return Buffer.from(JSON.stringify({ url: input.url, ...fields }), 'utf8');

	const { image } = input;
	const rest = JSON.stringify(fields);
	const head = `{"${imageField}":"`;
	const tail = rest === '{}' ? '"}' : `",${rest.slice(1)}`;
	const base64Length = Math.ceil(image.length / 3) * 4;
	const body = allocate(head.length + base64Length + Buffer.byteLength(tail));
	let at = body.write(head, 0, 'latin1');
	for (let from = 0; from < image.length; from += PIECE) {
		at += body.write(image.toString('base64', from, from + PIECE), at, 'latin1');
	}
	body.write(tail, at, 'utf8');
	return body;
}
