import { createHash, createHmac } from 'crypto';

/** A request to be signed. Source of all rules: API Request Signing Guide; contract, section 4. */
export interface RequestToSign {
	readonly method: string;
	/** Complete address with query. */
	readonly url: string;
	/** All of them are signed, except those that are known to change on the way. */
	readonly headers: Readonly<Record<string, string>>;
	/** The exact bytes that are sent; a string stands for its UTF-8 bytes. Empty for none. */
	readonly body: Buffer | string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	/** ms since 1970 */
	readonly date: number;
}

const ALGORITHM = 'SDK-HMAC-SHA256';

/** In a signed `X-Sdk-Content-Sha256` header: the body is not part of the signature. */
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** Set or changed by HTTP clients and proxies; a signature over them would break on the way. */
const NOT_SIGNED = new Set([
	'accept-encoding',
	'connection',
	'content-length',
	'expect',
	'transfer-encoding',
	'user-agent',
]);

/** Belong to an earlier signature of the same request, or are made anew. */
const REPLACED = new Set(['authorization', 'host', 'x-sdk-date']);

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

/** `YYYYMMDDTHHMMSSZ`, UTC. */
export function sdkDate(time: number): string {
	return new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Percent-encodes all but `A-Z a-z 0-9 - _ . ~`, hex digits in upper case. */
function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** A path segment as it was meant, before its percent-encoding; unchanged when that is broken. */
function percentDecode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** The trailing slash is for signing only, the address that is called has none. */
function canonicalPath(pathname: string): string {
	const path = pathname
		.split('/')
		.map((segment) => percentEncode(percentDecode(segment)))
		.join('/');
	return path.endsWith('/') ? path : `${path}/`;
}

/** Order by code points, which UTF-8 bytes keep and JavaScript's UTF-16 order does not. */
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function canonicalQuery(query: URLSearchParams): string {
	return [...query]
		.sort(([nameA, valueA], [nameB, valueB]) => byCodePoint(nameA, nameB) || byCodePoint(valueA, valueB))
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
}

/** Lower-case names with trimmed values, sorted by name. */
function headersToSign(headers: Readonly<Record<string, string>>): Array<[string, string]> {
	const byName = new Map<string, string>();
	for (const [name, value] of Object.entries(headers)) {
		const lowerCase = name.toLowerCase();
		if (!NOT_SIGNED.has(lowerCase)) byName.set(lowerCase, value.trim());
	}
	return [...byName].sort(([a], [b]) => byCodePoint(a, b));
}

/** The signature over headers that already hold `Host` and `X-Sdk-Date`. */
function signatureOf(
	request: RequestToSign,
	url: URL,
	signedHeaders: ReadonlyArray<readonly [string, string]>,
): string {
	const given = new Map(signedHeaders);
	const canonicalRequest = [
		request.method.toUpperCase(),
		canonicalPath(url.pathname),
		canonicalQuery(url.searchParams),
		...signedHeaders.map(([name, value]) => `${name}:${value}`),
		'',
		signedHeaders.map(([name]) => name).join(';'),
		given.get('x-sdk-content-sha256') ?? sha256(request.body),
	].join('\n');
	const stringToSign = [ALGORITHM, given.get('x-sdk-date'), sha256(canonicalRequest)].join('\n');
	return createHmac('sha256', request.secretAccessKey).update(stringToSign).digest('hex');
}

/**
 * Signs a request with an access key (SDK-HMAC-SHA256).
 *
 * @returns the headers to send: those given, plus `Host`, `X-Sdk-Date` and `Authorization`. Headers
 *   of an earlier signature are replaced, so that signing again is safe.
 */
export function signRequest(request: RequestToSign): Record<string, string> {
	const url = new URL(request.url);
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) {
		if (!REPLACED.has(name.toLowerCase())) headers[name] = value;
	}
	headers.Host = url.host;
	headers['X-Sdk-Date'] = sdkDate(request.date);
	const signed = headersToSign(headers);
	const signature = signatureOf(request, url, signed);
	const names = signed.map(([name]) => name).join(';');
	headers.Authorization = `${ALGORITHM} Access=${request.accessKeyId}, SignedHeaders=${names}, Signature=${signature}`;
	return headers;
}
