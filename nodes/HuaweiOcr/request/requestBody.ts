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
 * The JSON body as bytes. An image is encoded once and copied once: JSON.stringify would scan
 * megabytes of base64 for characters to escape, and the HTTP client would encode the text again.
 */
export function requestBody(input: ServiceInput, switches: ServiceSwitches): Buffer {
	if ('url' in input) return Buffer.from(JSON.stringify({ url: input.url, ...switches }), 'utf8');

	const rest = JSON.stringify(switches);
	const head = '{"image":"';
	const tail = rest === '{}' ? '"}' : `",${rest.slice(1)}`;
	const base64 = input.image.toString('base64');
	const body = Buffer.allocUnsafe(head.length + base64.length + Buffer.byteLength(tail));
	let at = body.write(head, 0, 'latin1');
	at += body.write(base64, at, 'latin1');
	body.write(tail, at, 'utf8');
	return body;
}
