/** Optional body fields of General Text; absent: not sent (API page, table 3; contract 5.2). */
export interface ServiceSwitches {
	detect_direction?: boolean;
	quick_mode?: boolean;
	character_mode?: boolean;
	language?: string;
	single_orientation_mode?: boolean;
	pdf_page_number?: number;
	return_markdown_result?: boolean;
}

/** What is to be recognised: a file, or an address that the service downloads. */
export type ServiceInput = { image: Buffer } | { url: string };

/**
 * Bytes of an image that are encoded at a time; a multiple of 3, so that the pieces' base64 joins. Small,
 * because the piece that is under way when V8 collects garbage is kept for longer.
 */
const PIECE = 6 * 1024;

/**
 * The JSON body as bytes. The image is encoded in pieces, each straight to its place: JSON.stringify
 * would scan megabytes of base64 for characters to escape, and the base64 of a whole image would be
 * garbage of megabytes.
 * @param allocate gives memory of so many bytes, with any content
 */
export function requestBody(
	input: ServiceInput,
	switches: ServiceSwitches,
	allocate: (bytes: number) => Buffer = Buffer.allocUnsafe,
): Buffer {
	if ('url' in input) return Buffer.from(JSON.stringify({ url: input.url, ...switches }), 'utf8');

	const { image } = input;
	const rest = JSON.stringify(switches);
	const head = '{"image":"';
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
