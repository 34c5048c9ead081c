// The canonical request of SDK-HMAC-SHA256 (4.2), rebuilt from what came over the wire.
import { createHash } from 'node:crypto';

/** What a verifier needs of a request. */
export interface SignedRequest {
	method: string;
	/** Path as sent, percent-encoded, without query. */
	path: string;
	/** Query as sent, without `?`. */
	query: string;
	/** Names and values in turn. */
	rawHeaders: string[];
	body: Buffer;
}

export const PAYLOAD_HEADER = 'x-sdk-content-sha256';

/** @param signedNames lower-case header names in the order of the `SignedHeaders` field. */
export function canonicalRequest(request: SignedRequest, signedNames: string[]): string {
	const headers = signedNames.map((name) => `${name}:${headerValue(request, name) ?? ''}\n`).join('');
	return [
		request.method.toUpperCase(),
		canonicalPath(request.path),
		canonicalQuery(request.query),
		headers,
		signedNames.join(';'),
		payloadHash(request, signedNames),
	].join('\n');
}

export function sha256Hex(data: string | Buffer): string {
	return createHash('sha256').update(data).digest('hex');
}

/** Value of a header, trimmed; a repeated header's values joined by commas. */
export function headerValue(request: SignedRequest, name: string): string | undefined {
	const values: string[] = [];
	for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
		if (request.rawHeaders[i]?.toLowerCase() === name) values.push((request.rawHeaders[i + 1] ?? '').trim());
	}
	return values.length > 0 ? values.join(',') : undefined;
}

/** Each segment encoded anew, with a slash at the end that the called URL does not have. */
function canonicalPath(path: string): string {
	const encoded = path
		.split('/')
		.map((segment) => encode(decode(segment)))
		.join('/');
	return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

/** Sorted by name, then by value, in code-point order; an empty value keeps its `=`. */
function canonicalQuery(query: string): string {
	return query
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair): [string, string] => {
			const at = pair.indexOf('=');
			const name = at < 0 ? pair : pair.slice(0, at);
			const value = at < 0 ? '' : pair.slice(at + 1);
			return [decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
		})
		.sort((a, b) => compareCodePoints(a[0], b[0]) || compareCodePoints(a[1], b[1]))
		.map(([name, value]) => `${encode(name)}=${encode(value)}`)
		.join('&');
}

/** The raw bytes are hashed, never a re-serialised body; a signed header may stand in for the hash. */
function payloadHash(request: SignedRequest, signedNames: string[]): string {
	const given = signedNames.includes(PAYLOAD_HEADER) ? headerValue(request, PAYLOAD_HEADER) : undefined;
	return given ?? sha256Hex(request.body);
}

function compareCodePoints(a: string, b: string): number {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Only `A-Z a-z 0-9 - _ . ~` stay (4.2). */
function encode(text: string): string {
	let encoded = '';
	for (const byte of Buffer.from(text)) {
		const character = String.fromCharCode(byte);
		encoded += /[A-Za-z0-9\-_.~]/.test(character)
			? character
			: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return encoded;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
